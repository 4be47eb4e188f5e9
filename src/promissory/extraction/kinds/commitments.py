"""Finding commitments: who gives, or undertakes to give, what to whom, and how firmly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from promissory.extraction.kinds.giving import status_of
from promissory.extraction.kinds.support import SUPPORT_NOUNS, support_of
from promissory.extraction.mood import Mood
from promissory.extraction.naming import Referent
from promissory.extraction.quantities import AmountMention
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import amounts_in, attribution, fill_amount, fill_attribution, fill_date, fill_items, fill_topics, goods_in
from promissory.extraction.syntax import actors_of, after, agents, children, is_passive, subjects, things_of, within
from promissory.extraction.triggers import triggers
from promissory.model import ItemCount
from promissory.packs import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs that take the receiver as their object ("supply Ukraine with").
TO_OBJECT = frozenset("provide supply equip arm furnish rearm present train support assist help aid back fund finance".split())
#: Verbs whose purpose says what the money is for.
FOR_VERBS = frozenset("pay spend commit pledge contribute allocate invest earmark approve".split())
#: What a state never gives to the one the pack is about.
ADVERSARIES = frozenset(("RU", "BY", "KP"))
#: One chamber of two: what it passes is not yet decided.
CHAMBERS = frozenset(("US-House-of-Representatives", "US-Senate"))


EXTENDING = frozenset(("including", "such", "like", "worth", "comprising", "containing"))
LASTING = frozenset(("long-term", "continued", "further", "lasting", "sustained", "future", "continuing"))
PARTICIPLES = {
    "promise": "pledged", "pledge": "pledged", "commit": "committed", "deliver": "delivered", "provide": "delivered", "give": "delivered", "send": "delivered",
    "supply": "delivered", "donate": "delivered", "announce": "allocated", "approve": "committed", "plan": "pledged", "order": "contracted",
}  # fmt: skip


@dataclass
class Gift:
    """What was read around a trigger before it becomes drafts."""

    sentence: Sentence
    trigger: Token
    frame: Frame
    status: str
    donors: list[Referent]
    recipients: list[Referent]
    words: list[Token]
    mood: Mood | None
    inferred_donor: str | None = None

    @property
    def goods_named(self) -> bool:
        return any(t.i in self.sentence.amount_at or ((m := self.sentence.at.get(t.i)) and m.id_of("item")) for t in self.words)


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of commitments in a sentence: those of verbs first, then of nouns that no verb has taken."""
    found = list(triggers(scene.pack, sentence, "commitment"))
    taken: set[int] = set()
    for token, frame in found:
        if frame.pos in ("VERB", "ADJ") and (gift := _of_verb(scene, sentence, token, frame)):
            taken.update(t.i for t in gift.words)
            taken.add(token.i)
            yield from _divide(scene, gift)
    for token, frame in found:
        if frame.pos == "NOUN" and token.i not in taken and (gift := _of_noun(scene, sentence, token, frame)):
            taken.update(t.i for t in gift.words)
            yield from _divide(scene, gift)
    for head in _goods_heads(sentence, taken):
        if gift := _of_goods(scene, sentence, head):
            taken.update(t.i for t in gift.words)
            yield from _divide(scene, gift)
    if sentence.block.bullet and not taken:
        yield from _of_bullet(scene, sentence)


# --- verbs -----------------------------------------------------------------------------------------------------------------


def _of_verb(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> Gift | None:
    mood = scene.mood(sentence, verb)
    things = _things(verb, frame)
    status = status_of(verb, frame, mood)
    if frame.role == "approve" and status == "committed" and {w.id for w in scene.named(sentence, actors_of(verb))} & CHAMBERS:
        status = "considered"
    if verb.lemma_ == "announce" and status == "allocated" and not _is_concrete(sentence, things):
        status = "pledged"
    if status is None or not _is_support(scene, sentence, verb, things, frame):
        return None
    words = _words(verb, things)
    donors = _donors(scene, sentence, verb, frame)
    recipients = _recipients(scene, sentence, verb, things, frame)
    return _gift(scene, Gift(sentence, verb, frame, status, donors, recipients, words, mood))


def _gift(scene: Scene, gift: Gift) -> Gift | None:
    """The gift with its donor filled in from the context where the sentence leaves it out; None if it is implausible."""
    us = scene.beneficiary
    if us in scene.states(gift.recipients):
        gift.donors = [d for d in gift.donors if scene.namer.state_of(d.id) != us]
    if not [s for s in scene.states(gift.donors) if s in scene.pack.actor]:
        _infer_donor(scene, gift)
    givers = [s for s in scene.states(gift.donors) if s in scene.pack.actor]
    takers = [s for s in scene.states(gift.recipients) if s in scene.pack.actor]
    if givers and set(givers) <= {us} and us not in takers and not takers:
        return None
    if set(givers) & ADVERSARIES and (us in takers or not takers):
        return None
    if not givers and us not in takers:
        return None
    return gift


def _infer_donor(scene: Scene, gift: Gift) -> None:
    """The speaker's state, or the giver last spoken of, where the sentence names none."""
    said = attribution(scene, gift.sentence, gift.trigger)
    states = [scene.namer.state_of(who) or "" for who in (said[0] if said else ())]
    able = [s for s in states if s in scene.pack.actor and scene.pack.actor[s].type in ("state", "bloc")]
    if givers := [s for s in able if s not in ADVERSARIES and s != scene.beneficiary]:
        gift.donors, gift.inferred_donor = [Referent(s, inferred=True) for s in givers], "the state of the speaker"
        return
    if scene.discourse.state:
        gift.donors, gift.inferred_donor = [Referent(scene.discourse.state, inferred=True)], "the donor last spoken of"


def _things(verb: Token, frame: Frame) -> list[Token]:
    """The heads of what is given."""
    if frame.role == "arrive" or frame.pos == "ADJ":
        return subjects(verb) or subjects(verb.head)
    if frame.role == "total":
        return subjects(verb) + things_of(verb) + after(verb, "to", "at")
    own = things_of(verb)
    if verb.lemma_ in TO_OBJECT and (withs := after(verb, "with")):
        return withs + own
    if frame.role in ("pledge", "approve"):
        own = own + after(verb, "to", "on", "of")
    if verb.lemma_ in FOR_VERBS:
        own = own + after(verb, "for", "in", "towards")
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        own = things_of(verb.head)
    return own


def _is_support(scene: Scene, sentence: Sentence, verb: Token, things: list[Token], frame: Frame) -> bool:
    """Whether what is given is money, goods, training or support."""
    if frame.role == "train":
        return True
    if verb.lemma_ in ("support", "assist", "help", "aid", "back", "arm", "equip", "finance", "fund", "sustain", "strengthen", "bolster"):
        names = scene.states(scene.named(sentence, things + [o for t in things for o in children(t, "poss")]))
        if scene.beneficiary in names:
            return True
    for thing in things:
        if thing.lemma_.lower() in SUPPORT_NOUNS:
            return True
        for token in within(thing):
            mention = sentence.at.get(token.i)
            if token.i in sentence.amount_at or (mention and mention.id_of("item")) or token.text in ("GDP", "GNI"):
                return True
    return False


def _words(verb: Token, things: list[Token]) -> list[Token]:
    """The words about what is given: the things, what they include or are worth, wherever the parser hung it."""
    words = [t for thing in things for t in within(thing)] or list(within(verb))
    known = {t.i for t in words}
    hung = [c for c in verb.rights if c.lower_ in EXTENDING or c.lemma_ == "worth"]
    hung += [c for t in words for c in t.children if c.dep_ == "relcl" and (c.lemma_ in ("include", "contain", "comprise") or any(
        v.lemma_ in ("value", "include", "contain", "comprise") for v in (c, *children(c, "conj"))))]
    hung += [c for t in words if t.dep_ == "pobj" for c in t.children if c.dep_ == "relcl" and c.lemma_ in ("include", "contain")]
    return words + [t for c in hung for t in c.subtree if t.i not in known]


def _is_concrete(sentence: Sentence, things: list[Token]) -> bool:
    """Whether what is announced is a package, a sum or goods rather than support at large."""
    words = [t for thing in things for t in within(thing)]
    return any(
        t.lemma_.lower() in ("package", "tranche", "batch") or t.i in sentence.amount_at or ((m := sentence.at.get(t.i)) and m.id_of("item")) for t in words
    )


def _donors(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> list[Referent]:
    things = things_of(verb)
    if frame.role in ("arrive", "total"):
        return _sources(scene, sentence, verb, subjects(verb) + things)
    if frame.role == "receive":
        return _sources(scene, sentence, verb, things)
    if frame.role == "stop" and is_passive(verb):
        return scene.named(sentence, agents(verb)) or _owners(scene, sentence, things)
    heads = actors_of(verb)
    if verb.dep_ == "relcl" and (copula := _copula(verb.head)) is not None:
        heads = subjects(copula)
    found = scene.named(sentence, heads)
    return found or _sources(scene, sentence, verb, things)


def _sources(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> list[Referent]:
    """Where what is given comes from: "from" and "by" after the verb or inside the things, else their owners."""
    inside = [f for thing in things for t in within(thing) for f in after(t, "from", "by")]
    return scene.named(sentence, after(verb, "from") + inside) or _owners(scene, sentence, things)


def _copula(antecedent: Token) -> Token | None:
    """The verb "be" of "Canada is one of (among) the allies that …": its subject is who is meant."""
    here = antecedent
    while here.dep_ in ("pobj", "prep") and here.head.lower_ in ("among", "of", "one", "be", "is", "are", "was", "were"):
        here = here.head
    if here.dep_ in ("attr", "prep") and here.head.lemma_ == "be":
        return here.head
    return None


def _owners(scene: Scene, sentence: Sentence, things: list[Token]) -> list[Referent]:
    """The states that modify what is given ("German Patriots", "America's aid")."""
    owners = [scene.namer.modifier(sentence, thing) for thing in things]
    return [Referent(owner) for owner in owners if owner and owner != scene.beneficiary]


def _recipients(scene: Scene, sentence: Sentence, verb: Token, things: list[Token], frame: Frame) -> list[Referent]:
    if frame.role == "receive":
        return scene.named(sentence, actors_of(verb))
    if frame.role == "arrive":
        heads = after(verb, "to", "for", "in", "into") + children(verb, "dobj")
    else:
        heads = after(verb, "to", "for", "with") + children(verb, "dobj", "dative") + (subjects(verb) if is_passive(verb) else [])
    heads += things + [t for thing in things for t in after(thing, "to", "for")]
    heads += [o for thing in things if verb.lemma_ in TO_OBJECT for o in children(thing, "poss")]
    found = scene.named(sentence, heads)
    donors = {d.id for d in scene.named(sentence, actors_of(verb))}
    return [who for who in found if not who.vague and who.id not in donors]


# --- nouns -----------------------------------------------------------------------------------------------------------------


def _of_noun(scene: Scene, sentence: Sentence, noun: Token, frame: Frame) -> Gift | None:
    if any(t.lower_ in ("no", "without") for t in noun.children):
        return None
    words = list(within(noun))
    donors = scene.named(sentence, after(noun, "from", "by")) or _owners(scene, sentence, [noun])
    recipients = [r for r in scene.named(sentence, after(noun, "to", "for")) if not r.vague]
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, verb) if verb is not None else None
    status = _of_participle(noun) or frame.status or "allocated"
    if frame.role == "aid" and any(c.lower_ in LASTING for c in noun.children):
        status = "pledged"
    if mood:
        if mood.negated or mood.under("urge", "refuse") or mood.modal in ("should", "must", "would", "can", "could"):
            return None
        if mood.conditional or mood.modal in ("may", "might") or mood.under("consider"):
            status = "considered"
        elif mood.tense == "future":
            status = "pledged"
    gift = Gift(sentence, noun, frame, status, donors, recipients, words, mood)
    if not donors and verb is not None and noun.dep_ in ("dobj", "pobj"):
        gift.donors = [d for d in scene.named(sentence, actors_of(verb)) if d.id != scene.beneficiary]
    if not gift.goods_named and not (gift.donors and (frame.role in ("aid", "promise") or recipients)):
        return None
    return _gift(scene, gift)


GOODS = Frame("commitment", "goods", "NOUN", "allocated", ())


def _goods_heads(sentence: Sentence, taken: set[int]) -> list[Token]:
    """The heads of items and sums that no verb or noun of giving has taken."""
    mentions = [m for m in sentence.mentions if m.id_of("item")]
    heads = [sentence.head_of(m) for m in (*mentions, *(a for a in sentence.amounts if not a.converted))]
    return [h for h in heads if h is not None and h.i not in taken]


def _of_goods(scene: Scene, sentence: Sentence, head: Token) -> Gift | None:
    """Goods or money that are "for Ukraine" or "from Germany", without a verb of giving: headlines, captions, lists."""
    recipients = [r for r in scene.named(sentence, after(head, "to", "for")) if not r.vague]
    donors = scene.named(sentence, after(head, "from"))
    if scene.beneficiary not in scene.states(recipients) and not donors:
        return None
    verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, verb) if verb is not None else None
    if mood and (mood.negated or mood.modal in ("should", "must", "would", "can", "could") or mood.under("urge", "refuse")):
        return None
    status = "considered" if mood and (mood.conditional or mood.modal in ("may", "might")) else "allocated"
    return _gift(scene, Gift(sentence, head, GOODS, status, donors, recipients, list(within(head)), mood))


def _of_participle(noun: Token) -> str | None:
    """The status that a participle after the noun gives ("the assistance committed to Ukraine")."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD"):
            return PARTICIPLES.get(child.lemma_)
    return None


def _of_bullet(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """A list item without a verb of giving goes on with the commitment of the sentence that leads the list."""
    lead = getattr(scene, "lead_gift", None)
    if not isinstance(lead, Gift) or sentence.block_number - lead.sentence.block_number > 40:
        return
    words = list(sentence.tokens)
    if not (goods_in(scene, sentence, words) or amounts_in(sentence, words)):
        return
    root = next(t for t in words if t.head.i == t.i)
    yield from _divide(scene, Gift(sentence, root, lead.frame, lead.status, lead.donors, lead.recipients, words, lead.mood, "the sentence that leads the list"))


# --- drafts ----------------------------------------------------------------------------------------------------------------


def _divide(scene: Scene, gift: Gift) -> Iterator[Draft]:
    """One draft a sum, with the goods it pays for; one a donor where each gives its own; one for the goods alone without a sum."""
    if not gift.sentence.block.bullet:
        scene.lead_gift = gift
    goods = goods_in(scene, gift.sentence, gift.words) or _beside(goods_in(scene, gift.sentence, _rest(gift)))
    sums = amounts_in(gift.sentence, gift.words) or _beside(amounts_in(gift.sentence, _rest(gift)))
    donors = scene.states(gift.donors)
    each = any(t.lower_ == "each" for t in gift.sentence.tokens) and len(donors) > 1
    for group in [[d] for d in gift.donors] if each else [gift.donors]:
        for amount in sums or [None]:
            yield _draft(scene, gift, group, goods, amount)


def _rest(gift: Gift) -> list[Token]:
    """The words under and after the trigger, where the parser hung a sum or an item on the wrong word."""
    return [t for t in gift.trigger.subtree if t.i > gift.trigger.i]


def _beside(found: list[Any]) -> list[Any]:
    """What was found beside the gift, if it can be only that one."""
    return found if len(found) == 1 else []


def _draft(scene: Scene, gift: Gift, donors: list[Referent], goods: list[tuple[ItemCount, tuple[int, int]]], amount: AmountMention | None) -> Draft:
    draft = scene.draft(gift.sentence, "commitment", gift.status, gift.trigger, f"{gift.frame.pos.lower()}:{gift.frame.role}")
    givers = [s for s in scene.states(donors) if s in scene.pack.actor]
    takers = [s for s in scene.states(gift.recipients) if s in scene.pack.actor and s not in givers]
    if not takers and scene.beneficiary not in givers:
        takers = [scene.beneficiary]
        draft.inferred["recipient"] = "the report is about support for it"
    if gift.inferred_donor:
        draft.inferred["donor"] = gift.inferred_donor
    draft.add("donor", [g for g in givers if g not in takers])
    draft.add("recipient", takers)
    if len(givers) == 1 and givers[0] not in (scene.beneficiary, *ADVERSARIES, "partners"):
        scene.discourse.state = givers[0]
    fill_items(draft, goods)
    if amount:
        fill_amount(draft, gift.sentence, amount)
    fill_date(draft, gift.sentence, gift.trigger)
    _fill_period(draft, gift)
    fill_topics(draft, scene, gift.sentence, gift.words)
    fill_attribution(draft, scene, gift.sentence, gift.trigger)
    if "attributed_to" not in draft.slots and (people := [d.id for d in donors if d.person]):
        draft.slots["attributed_to"] = tuple(people)
        draft.inferred["attributed_to"] = "the person who undertakes it"
    draft.slots["support"] = support_of(scene, gift.words, goods, gift.frame.role)
    _describe(draft, gift, goods)
    return draft


def _fill_period(draft: Draft, gift: Gift) -> None:
    """The time that the support is for ("for 2024", "this year", "over the next four years"): a year or more, or among the words for it."""
    inside = {t.i for t in gift.words}
    for mention in gift.sentence.dates:
        if mention.value is None or not _is_long(mention.value):
            continue
        head = gift.sentence.head_of(mention)
        leads = {t.lower_ for t in (head, head.head)} if head is not None else set()
        if head is not None and (head.i in inside or leads & {"for", "over", "through", "until", "during", "by", "this", "next", "annually", "in"}):
            draft.slots["period"] = mention.value
            draft.grounds["period"] = (gift.sentence.start + mention.start, gift.sentence.start + mention.end)
            if draft.slots.get("date") == mention.value:
                del draft.slots["date"], draft.grounds["date"]
            return


def _is_long(value: str) -> bool:
    """Whether an ISO date or interval is a year or spans quarters."""
    first, _, last = value.partition("/")
    return len(first) == 4 or bool(last and (int(last[:4]) - int(first[:4])) * 12 + int((last + "-12")[5:7]) - int((first + "-01")[5:7]) >= 2)


def _describe(draft: Draft, gift: Gift, goods: list[tuple[ItemCount, tuple[int, int]]]) -> None:
    """What the ranker looks at."""
    draft.features |= {
        f"role={gift.frame.role}": 1, f"lemma={gift.trigger.lemma_.lower()}": 1, f"tense={gift.mood.tense if gift.mood else None}": 1,
        "amount": float("amount" in draft.slots), "items": float(bool(goods)), "donor": float(bool(draft.parties.get("donor"))),
        "inferred_recipient": float("recipient" in draft.inferred), f"inferred_donor={gift.inferred_donor}": 1,
        "count": float(any(i.count for i, _ in goods)), "donors": float(min(3, len(draft.parties.get("donor", ())))),
        "vague_donor": float(any(d.vague for d in gift.donors)), "person_donor": float(any(d.person for d in gift.donors)),
    }  # fmt: skip
