"""Whether two drafts of a document tell one thing: nothing they say is against it, and something speaks for it; what, differs by kind."""

from __future__ import annotations

import re
from collections.abc import Callable

from promissory.extraction.claims.likeness import (
    bounds_of,
    country_of,
    counts_of,
    end_alike,
    fill_alike,
    is_crowd,
    is_of_other_year,
    is_rounded,
    is_total,
    overlap,
    same_count,
    same_sum,
    sums_of,
)
from promissory.extraction.claims.restating import is_restated
from promissory.extraction.scene import Draft, Scene
from promissory.model.kinds import ROLES

#: Statuses that a headline and its text may use for one and the same thing.
ALIKE: dict[str, tuple[frozenset[str], ...]] = {
    "agreement": (frozenset(("signed", "in_force")), frozenset(("proposed", "negotiating"))),
    "commitment": (frozenset(("pledged", "committed", "allocated")), frozenset(("contracted", "committed")), frozenset(("considered",))),
    "attack": (frozenset(("reported", "claimed")),),
    "initiative": (frozenset(("announced", "active")), frozenset(("proposed", "announced"))),
    "tenure": (frozenset(("takes_office", "holds")),),
    "need": (frozenset(("stated", "requested")),),
    "meeting": (),
    "condition": (frozenset(("stated", "unmet")),),
    "statement": (frozenset(("quoted", "reported")),),
    "proposal": (),
}
#: Slots that, where both drafts fill them, must be the same.
FIXED = ("amount", "framework", "term", "count", "post", "body", "for_", "support", "period", "by")


#: What two tellings of one sum may say differently.
LOOSE = ("support", "amount", "framework")
#: Rules that read a sum or goods without a verb or noun of giving.
BARE = ("noun:sum", "noun:goods")
#: How far behind, in characters, "the strikes" may have been told.
NEARBY = 600
#: How many sentences under a headline tell what it is about.
LEAD = 2
#: Givers that name nobody.
VAGUE = frozenset(("partners", "NATO"))
#: Words for a talk that may be one by phone.
TALKS = re.compile(r"(?:discuss|talk|convers|consult|confer\b|spoke|speak)", re.I)


class Pairs:
    """Whether two drafts of a document speak of one thing."""

    def __init__(self, scene: Scene, headings: set[int]) -> None:
        self.scene, self.headings = scene, headings
        self.rules: dict[str, Callable[[Draft, Draft], bool]] = {
            "meeting": self._meetings, "agreement": self._agreements, "attack": self._attacks, "commitment": self._commitments,
            "need": self._gifts, "tenure": self._tenures, "initiative": self._initiatives, "condition": self._conditions,
            "statement": self._statements, "proposal": self._proposals,
        }  # fmt: skip

    def are_one(self, a: Draft, b: Draft) -> bool:
        if a.kind != b.kind or a.kind not in self.rules or (a.kind != "meeting" and a.evidence == b.evidence):
            return False
        if not self._may_be_one(a, b):
            return False
        return bool(b.features.get("reference")) or self.rules[a.kind](a, b)

    def are_of_same(self, a: Draft, b: Draft) -> bool:
        """Whether two meetings are of the very same people, or of those who were joined, which speaks louder than that one came last."""
        here, there = set(a.parties.get("participant", [])), set(b.parties.get("participant", []))
        joined = bool(b.features.get("reference")) and len(here) > 1 and here <= there
        return a.kind == "meeting" and (here == there or joined)

    def _may_be_one(self, a: Draft, b: Draft) -> bool:
        """Nothing against it: statuses, dates, places, sums and slots agree as far as both are known."""
        alike = a.status == b.status or any({a.status, b.status} <= group for group in ALIKE[a.kind])
        if a.kind == "commitment" and not alike:  # a headline's bare sum or goods have no status of their own
            bare = any(d.rule in BARE and self._is_headline(d) for d in (a, b))
            alike = {a.status, b.status} == {"allocated", "delivered"} and (bare or self._is_present(a, b))
        loose = self._loose(a, b) if a.kind == "commitment" else ()
        both = [s for s in FIXED if s not in loose and a.slots.get(s) is not None and b.slots.get(s) is not None]
        slots = all(a.slots[s] == b.slots[s] or (s == "period" and end_alike(a.slots[s], b.slots[s])) for s in both)
        if a.kind == "meeting" and self._is_past(a) != self._is_past(b):
            return False
        if a.kind == "commitment" and (is_of_other_year(a, b) or is_of_other_year(b, a)):
            return False
        return bool(alike and slots) and overlap(a.slots.get("date"), b.slots.get("date")) and self._same_place(a, b)

    def _is_present(self, a: Draft, b: Draft) -> bool:
        """ "EU sends Kyiv 1.5 billion" over "transferred 1.5 billion yesterday": a headline tells in the present what has been done."""
        told = self._is_headline(a) and a.status == "allocated" and a.rule.startswith("verb:") and b.status == "delivered"
        alone = self._is_lead(a, b) and any(n and n == counts_of(b).get(item) for item, n in counts_of(a).items())  # "gives its S-300"
        return told and self._role(a, "donor") == self._role(b, "donor") and (alone or self._same_sum(a, b) or same_count(a, b))

    def _loose(self, a: Draft, b: Draft) -> tuple[str, ...]:
        """The slots that two tellings of one sum may fill differently."""
        if not self._same_sum(a, b):
            return ()
        return LOOSE if self._is_brief(a, b) else ("amount",)

    def _is_brief(self, a: Draft, b: Draft) -> bool:
        """Whether one of them is a headline, or a sum or goods read by themselves: such say little of what is given."""
        return any(d.rule in BARE or self._is_headline(d) for d in (a, b))

    def _is_past(self, draft: Draft) -> bool:
        """Whether a meeting is dated to a year before the report: one without a date is of the report's own time."""
        date = draft.slots.get("date")
        return isinstance(date, str) and bounds_of(date)[1][:4] < self.scene.discourse.first[:4]

    def _same_place(self, a: Draft, b: Draft) -> bool:
        here, there = a.slots.get("place"), b.slots.get("place")
        if here is None or there is None or here == there:
            return True
        return self._lies_in(str(here), str(there)) or self._lies_in(str(there), str(here))

    def _lies_in(self, place: str, area: str) -> bool:
        """Whether a place lies in a country, or in a part of one that may hold it ("western Ukraine")."""
        country = country_of(self.scene, place)
        return country is not None and (area == country or area.endswith(f"ern {country}"))

    def _is_headline(self, draft: Draft) -> bool:
        return any(start in self.headings for start, _ in draft.evidence)

    def _role(self, draft: Draft, role: str) -> set[str]:
        """The actors of a role as states, so that a person and the state it speaks for are one."""
        return {self._ours(i) if role == "recipient" else self.scene.namer.state_of(i) or i for i in draft.parties.get(role, [])}

    def _ours(self, ident: str) -> str:
        """The receiver for its own firms and bodies: a grant for its railways is one for the country."""
        actor = self.scene.pack.actor.get(ident)
        own = actor is not None and actor.country == self.scene.beneficiary
        return self.scene.beneficiary if own else self.scene.namer.state_of(ident) or ident

    def _nested(self, a: Draft, b: Draft, *roles: str) -> bool:
        """Whether in each role the actors of one are among those of the other, a group standing for its members."""
        return all((x := self._role(a, r)) <= (y := self._role(b, r)) or y <= x or self._are_group(x, y) for r in roles)

    def _are_group(self, here: set[str], there: set[str]) -> bool:
        """ "The Nordic countries" and "Denmark, Norway, Sweden, Finland and Iceland"."""
        known = self.scene.pack.actor
        spelt = [{m for i in ids for m in (known[i].members if i in known and known[i].type == "group" else (i,))} for ids in (here, there)]
        return bool(spelt[0]) and spelt[0] == spelt[1]

    def _meetings(self, a: Draft, b: Draft) -> bool:
        if (is_crowd(a) and self._is_visit_of_several(b)) or (is_crowd(b) and self._is_visit_of_several(a)):
            return "place" in a.slots and "place" in b.slots and a.slots.get("format") == b.slots.get("format")
        here, there = self._role(a, "participant"), self._role(b, "participant")
        if any((self._is_alone(x) and not self._is_alone(y)) or self._is_elsewhere(x, y) for x, y in ((a, b), (b, a))):
            return False
        people = {i for d in (a, b) for i in d.parties.get("participant", []) if i not in self.scene.pack.actor}
        shared = {i for i in people if i in a.parties.get("participant", []) and i in b.parties.get("participant", [])}
        if not (here <= there or there <= here) or not here & there or self._are_others(a, b):
            return False
        if not shared >= people & {*a.parties["participant"]} and not shared >= people & {*b.parties["participant"]}:
            return False  # "the president and his wife" and "the president and his guest": each with somebody else
        if self._is_other_occasion(a, b) or self._is_other_occasion(b, a):
            return False
        formats = {a.slots.get("format"), b.slots.get("format")} - {None}
        afar = any(x.slots.get("format") == "call" and "place" in y.slots and y.slots.get("format") != "call" for x, y in ((a, b), (b, a)))
        before_press = len(shared) == len(people) == 2 and formats == {"bilateral", "conference"}  # the two of one talk, facing the press
        on_phone = len(shared) == len(people) == 2 and self._is_talk_by_phone(a, b)
        if afar or (len(formats - {"visit"}) > 1 and not before_press and not on_phone):
            return False
        spot = here == there and fill_alike(a, b, "date") and fill_alike(a, b, "place")  # "holds a meeting in Oslo on 6 May"
        return len(here & there) > 1 or bool(shared) or "summit" in formats or fill_alike(a, b, "body") or spot

    def _is_visit_of_several(self, draft: Draft) -> bool:
        """Whether two or more people who are named came there together."""
        people = [i for i in draft.parties.get("participant", ()) if i not in self.scene.pack.actor]
        return draft.slots.get("format") == "visit" and len(people) > 1

    def _is_talk_by_phone(self, a: Draft, b: Draft) -> bool:
        """Whether two "discuss" or "hold talks" in one and in the other are said to have done so by phone: a talk of any sort."""
        talks, calls = ([d for d in (a, b) if d.slots.get("format") == form] for form in ("bilateral", "call"))
        if len(talks) != 1 or len(calls) != 1 or "place" in talks[0].slots:
            return False
        days = {str(d.slots["date"]) for d in (a, b) if "date" in d.slots}
        at = talks[0].grounds.get("format")
        return len(days) < 2 and at is not None and TALKS.match(self.scene.document.text, *at) is not None

    def _is_other_occasion(self, a: Draft, b: Draft) -> bool:
        """Whether one is a dated gathering that one of the others went to alone ("on September 9 X took part in the group's session")."""
        apart = not {start for start, _ in a.evidence} & {start for start, _ in b.evidence} and not self._is_headline(b)
        people = [i for i in a.parties.get("participant", ()) if i not in self.scene.pack.actor]
        lone = len(people) == 1 and a.slots.get("format") != "visit"
        dated = "date" in a.slots and "place" in a.slots and "date" not in b.slots and "place" not in b.slots
        return apart and lone and dated and len(b.parties.get("participant", ())) > 1

    def _is_alone(self, draft: Draft) -> bool:
        """ "I held a meeting of the Staff": with the author's own people, whom nothing names."""
        people, author = draft.parties.get("participant", []), self.scene.discourse.author
        if draft.parties.get("convenor") == people[:1] and draft.rule == "host" and len(self._role(draft, "participant")) == 1:
            return True  # "convened his security council"
        return author is not None and draft.parties.get("participant") == [author] and not draft.slots.get("format")

    def _is_elsewhere(self, a: Draft, b: Draft) -> bool:
        """Whether one is a visit to a country that nobody of the other, told in another sentence, is from ("tea with Xi", "in Kyiv")."""
        told_apart = not {start for start, _ in a.evidence} & {start for start, _ in b.evidence}
        country = country_of(self.scene, str(a.slots.get("place")))
        here, there = self._role(a, "participant"), self._role(b, "participant")
        met = there - here
        lone = a.slots.get("format") == "visit" and len(here) == 1 and "place" not in b.slots and b.slots.get("format") == "bilateral"
        return bool(told_apart and lone and country and country not in here and met and country not in met)

    def _are_others(self, a: Draft, b: Draft) -> bool:
        """Whether one state or body sent different people ("will meet Putin and hold talks with Lavrov")."""
        sent: list[dict[str, set[str]]] = [{}, {}]
        for known, draft in zip(sent, (a, b), strict=True):
            for one in draft.parties.get("participant", []):
                if one not in self.scene.pack.actor:
                    known.setdefault(self.scene.namer.state_of(one) or one, set()).add(one)
        if any(self._sits_apart(x, y) for x, y in ((a, b), (b, a))):
            return True
        return any(not (sent[0][s] <= sent[1][s] or sent[1][s] <= sent[0][s]) for s in sent[0].keys() & sent[1].keys())

    def _sits_apart(self, a: Draft, b: Draft) -> bool:
        """Whether one is with a parliament or council of a state, the other with people of that state."""
        pack, ids = self.scene.pack, a.parties.get("participant", [])
        houses = {pack.actor[i].country for i in ids if i in pack.actor and pack.actor[i].type == "body"}
        people = {self.scene.namer.state_of(i) for i in b.parties.get("participant", []) if i not in pack.actor and i not in ids}
        states = {s for s in houses & people if s and pack.actor[s].type == "state"}
        return bool(states) and not any(i in b.parties.get("participant", []) for i in ids if i in pack.actor)

    def _agreements(self, a: Draft, b: Draft) -> bool:
        here, there = self._role(a, "party"), self._role(b, "party")
        counts = {a.slots.get("count", 1), b.slots.get("count", 1)}
        if counts != {1}:
            return len(counts) == 1 and bool(here & there)
        return here == there or (self._is_headline(a) and bool(here & there) and (here <= there or there <= here))

    def _attacks(self, a: Draft, b: Draft) -> bool:
        # "Drone strikes a refinery", over a text that says whose drone it was
        guessed = self._is_headline(a) and {"actor", "target"} <= a.inferred.keys() and bool({"hit", "means"} & a.slots.keys())
        told = not {"actor", "target"} & b.inferred.keys() and set(a.slots.get("hit", ())) <= set(b.slots.get("hit", ()))
        if not (self._nested(a, b, "actor", "target") or (guessed and told)) or a.features.get("gain") != b.features.get("gain"):
            return False
        means = set(a.slots.get("means", ())), set(b.slots.get("means", ()))
        if all(means) and not means[0] & means[1]:
            return False
        place = a.slots.get("place") is not None and a.slots.get("place") == b.slots.get("place")
        date = a.slots.get("date") is not None and a.slots.get("date") == b.slots.get("date")
        bare = not any(a.slots.get(s) for s in ("place", "date", "means"))
        # "in all, it shot down 442 drones": more than struck the town that the headline and its sentence tell of
        apart = (
            (b.features.get("salvo") or self._sums_up(b))
            and a.slots.get("place") is not None
            and b.slots.get("place") is None
            and len(a.evidence) > 1
        )
        met = b.features.get("salvo") and a.slots.get("place") is None  # what was met in the air, over no one town
        if (b.features.get("anaphor") or met) and self._follows(a, b):
            return True
        return (place and (date or not (a.slots.get("date") and b.slots.get("date")))) or (
            self._is_headline(a) and (place or date or ((all(means) or bare) and not apart))
        )

    def _sums_up(self, draft: Draft) -> bool:
        """ "In all, Moscow sent 476 drones": a sentence that counts all that was told before, and more."""
        return any(s.text.startswith(("In all", "In total", "Altogether", "Overall")) for s in self.scene.within(*draft.evidence[0])[:1])

    def _follows(self, a: Draft, b: Draft) -> bool:
        """Whether one is told within a few sentences of the other."""
        return any(0 <= start - end < NEARBY for _, end in a.evidence for start, _ in b.evidence)

    def _gifts(self, a: Draft, b: Draft) -> bool:
        """One undertaking or need told again: same givers and takers, and the same sum or the same counted goods."""
        roles = ROLES[a.kind][:2]
        if not self._nested(a, b, *roles) or self._role(a, roles[0]) != self._role(b, roles[0]):
            return False
        here, there = counts_of(a), counts_of(b)
        if any(here[i] != there[i] for i in here.keys() & there.keys() if here[i] is not None and there[i] is not None):
            return False
        sums = a.slots.get("amount") is not None and a.slots.get("amount") == b.slots.get("amount")
        goods = any(here[i] is not None for i in here.keys() & there.keys())
        return sums or goods or self._is_under_headline(a, b)

    def _is_under_headline(self, a: Draft, b: Draft) -> bool:
        """Whether one is the headline of the other: the same goods, or at large what the lead tells; a sum told further down is another."""
        if not (self._is_headline(a) or self._is_headline(b)):
            return False
        here, there = counts_of(a), counts_of(b)
        if here and there:
            return bool(here.keys() & there.keys())
        bare = not here and "amount" not in a.slots
        if bare and self._is_headline(a) and not self._is_headline(b) and (there or "amount" in b.slots):
            return self._is_lead(a, b) and not (a.status == "pledged" and is_total(self.scene, b))
        if here and "amount" not in b.slots and a.kind == "commitment":  # "a new shipment has reached the country": once more, and at large
            return self._is_headline(a) and self._is_lead(a, b)
        return not here and not there

    def _is_lead(self, a: Draft, b: Draft) -> bool:
        """Whether the second is told in the sentences right under the first."""
        numbers = [s.number for d in (a, b) for s in self.scene.within(*d.evidence[0])[:1]]
        return len(numbers) == 2 and 0 < numbers[1] - numbers[0] <= LEAD

    def _commitments(self, a: Draft, b: Draft) -> bool:
        """As `_gifts`; also a giver left out beside the same sum or count, and what goes on about the thing told before ("the money")."""
        if self._gifts(a, b):
            return True
        here, there = self._role(a, "donor"), self._role(b, "donor")
        if (self._same_sum(a, b) or same_count(a, b)) and self._nested(a, b, "recipient") and self._may_share(a, b):
            return True
        if self._is_retold(a, b) or self._is_headed(a, b) or self._is_unowned(a, b):
            return True
        if not self._nested(a, b, "recipient") or (here and there and here != there and not b.features.get("inferred_who")):
            return False
        if b.features.get("continues"):
            return True
        return not (here and there) and (self._same_sum(a, b) or same_count(a, b))

    def _same_sum(self, a: Draft, b: Draft) -> bool:
        """Whether both name the same sum, be it in two currencies ("$7 billion" in the headline, "70 billion kroner ($7 billion)")."""
        if same_sum(a, b) or sums_of(self.scene, a) & sums_of(self.scene, b):
            return True
        return self._is_headline(a) and is_rounded(self.scene, a, b)

    def _is_retold(self, a: Draft, b: Draft) -> bool:
        """One act of the same giver told again without figures ("a shipment of ammunition has arrived", "the first shells are there")."""
        here, there = counts_of(a), counts_of(b)
        if a.status != b.status or self._role(a, "donor") != self._role(b, "donor") or not self._nested(a, b, "recipient"):
            return False
        if any(d.slots.get("amount") is not None for d in (a, b)) or not here or not there:
            return False
        if any(count is not None for count in (*here.values(), *there.values())):
            return False
        return bool(here.keys() & there.keys()) or (self._is_headline(a) and self._topics(a) == self._topics(b))

    def _is_headed(self, a: Draft, b: Draft) -> bool:
        """ "First F-16s on way to Kyiv, says US minister": goods of a headline that leaves out whose they are, told in full in the text."""
        here, there = counts_of(a), counts_of(b)
        both = here.keys() & there.keys()
        alike = all(here[i] is None or there[i] is None or here[i] == there[i] for i in both)
        alike = alike and (a.status == b.status or any(here[i] is not None and here[i] == there[i] for i in both))
        unread = "donor" in a.inferred and "donor" not in b.inferred and bool(b.parties.get("donor"))
        return self._is_headline(a) and unread and bool(both) and alike and self._nested(a, b, "recipient")

    def _is_unowned(self, a: Draft, b: Draft) -> bool:
        """ "Government approves more support to Ukraine": a headline at large that leaves out whose it is, told by its lead."""
        bare = not a.slots.keys() & {"amount", "items"} and not a.parties.get("donor")
        return bare and self._is_headline(a) and self._is_lead(a, b) and self._nested(a, b, "recipient")

    def _topics(self, draft: Draft) -> set[str | None]:
        return {self.scene.pack.item[item.item].topic for item in draft.slots.get("items", ())}

    def _may_share(self, a: Draft, b: Draft) -> bool:
        """Whether the givers of one sum told twice may be the same: one lot among the other, unnamed, or only inferred."""
        here, there = self._role(a, "donor"), self._role(b, "donor")
        open_ = any(not who or who <= VAGUE or "donor" in draft.inferred for who, draft in ((here, a), (there, b)))
        open_ = open_ or self._are_group(here, there)
        return open_ or here <= there or there <= here

    def _tenures(self, a: Draft, b: Draft) -> bool:
        return bool(set(a.parties.get("person", [])) & set(b.parties.get("person", []))) and self._nested(a, b, "body")

    def _initiatives(self, a: Draft, b: Draft) -> bool:
        names = [{f for f in d.features if f.startswith("name ")} for d in (a, b)]
        if all(names):
            return bool(names[0] & names[1])
        same = self._role(a, "lead") == self._role(b, "lead")
        return same and (any(names) or self._is_headline(a) or bool(b.features.get("again")))

    def _statements(self, a: Draft, b: Draft) -> bool:
        return is_restated(self.scene, a, b, "speaker")

    def _proposals(self, a: Draft, b: Draft) -> bool:
        return is_restated(self.scene, a, b, "by")

    def _conditions(self, a: Draft, b: Draft) -> bool:
        setters = [self._role(d, "set_by") for d in (a, b)]
        theirs = setters[0] == setters[1] or not all(setters)  # a headline on the terms of three is not those of one of them
        same = self._role(a, "on") == self._role(b, "on") and a.slots.get("for_") == b.slots.get("for_")
        return self._is_headline(a) and theirs and same
