"""Whose "I" and "we" a text speaks in: from its opening words, its headline, the house it was given in, its publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from promissory.extraction.names.shortening import NAMED, OFFICES, short_of
from promissory.extraction.text.gazetteer import Gazetteer
from promissory.model import Document
from promissory.packs import Actor, Pack

WE_THE = re.compile(
    r"\b[Ww]e(?:, (?:the )?| the )(?P<whose>(?:[\w-]+ ){0,3}?)(?:[Cc]o-)?"
    r"(?:[Ll]eaders|[Mm]inisters|[Hh]eads[\w ]*|[Mm]embers|[Gg]overnments?|[Pp]residents|[Ss]peakers)"
    r" (?:and [\w ]{3,30} )?of (?P<members>[^.,;]{2,80})"
)
#: What somebody says or writes in the first person, as headlines call it.
SPEECHES = (
    r"(?:address|remarks?|statement|speech|briefing|interview|message|letter|op-ed|declaration|appeal|greetings?|testimony|commentary|essay"
    r"|plea|readout|communiqu[eé]|keynote|doorstep|press (?:conference|statement|remarks|point)|comments|opinion|lecture|toast|welcome"
    r"|introduction|foreword|open(?:ing|) words|answers?|vision)"
)
BY_LINE = re.compile(rf"\b{SPEECHES}s? (?:by|of|from|with) (.{{3,120}})", re.I)
#: "Prime Minister's oral statement on …", "PM's letter", "Foreign Secretary statement": whoever stands before the noun.
BEFORE_NOUN = re.compile(
    rf"^(?:transcript|full text|text|video|watch|in full|live)?\W*(.{{2,70}}?)(?:['’]s?)? (?:[\w-]+ ){{0,2}}?{SPEECHES}\b", re.I
)
#: What several speak in together: "Joint declaration by X and Y", "Joint UK–Norway statement".
JOINT = re.compile(
    r"^\W*(?:(?:full text|text|transcript|read|in full)\b\W*(?:of |the )*)?(?:(?-i:[A-Z])[\w.’']*(?:[-–/, ]+|,? and )){0,8}?"
    r"joint (?P<before>[^.:\n]{0,60}?)\b(?:press )?(?:declaration|statement|communiqu[eé]|letter|op-ed|article|appeal)\b"
    r"(?: (?:by|of|from|between) (?P<after>[^:;|(\n]{3,160}))?",
    re.I,
)
#: Where a row of authors ends and what they speak about begins.
_ABOUT = "on|to|in|at|about|for|following|regarding|after|before|during|ahead|with|announcing|concerning"
ABOUT = re.compile(rf"\b(?:{_ABOUT}|supporting)\b")
#: Where the phrase of a speaker's name ends and what the speech is about begins.
TOPIC = re.compile(rf"\b(?:{_ABOUT}|welcoming)\b|[:;|–—(]", re.I)
LEADERS = re.compile(
    r"^(.{2,60}?)(?:'s?|’s?)? (?:leaders|ministers|members)['’]? (?:[\w-]+ )?(?:statement|declaration|communiqu|vision)", re.I
)
FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My)\b")
#: Publishers that are the office of one who speaks for a state, and the post of that one.
OFFICE_OF = {
    "president": re.compile(
        r"[Oo]ffice of the President|(?<![Vv]ice[- ])[Pp]resident of (?!the (?:Senate|[A-Z]\w* Parliament))|[Pp]residential|[ÉE]lys[ée]e"
    ),
    "prime_minister": re.compile(r"(?<![Dd]eputy )[Pp]rime [Mm]inister|Downing Street|[Ss]tatsminister|Matignon|Palazzo Chigi"),
}
#: How a publisher that is a state, a bloc or its organ calls itself; an outlet of a state ("UK outlet", "US News") is none.
OFFICIAL = re.compile(
    r"\b(?:government|ministry|ministers?|department|office|president\w*|chancell\w+|cabinet|parliament|embassy|mission|council|commission"
    r"|administration|delegation|representation|army|forces|gov)\b",
    re.I,
)
#: How an address to one's own nation greets it, in the lines it opens with.
NATION = re.compile(
    r"\b(?:people|citizens|Ukrainians|compatriots|nation|defenders|countrymen|Americans|Poles|Lithuanians|Estonians|Latvians|Finns)\b"
    r"[^.\n]{0,60}[!,]\s*$",
    re.M,
)
#: How the head of a state alone greets it, without a headline that says so.
DEAR = re.compile(r"\b(?:[Dd]ear|[Ff]ellow|[Mm]y) (?:fellow )?(?:[A-Z]\w+(?:ians|ans|es|ish|ns))!\s*$")
#: Headlines of what others write to a nation.
LETTER = re.compile(r"\b(?:letter|column|opinion|essay|op-ed|blog|diary|plea|appeal)\b", re.I)
#: A line that says who wrote the text.
SIGNED = re.compile(r"^[Bb][Yy] ([A-Z][^\n.]{4,60})$", re.M)
NAMES = ("person", "surname", "actor", "metonym")
#: Hosts of a state's or a bloc's own pages, by the labels that their names end in ("gov.uk", "mod.gov.ua", "gouv.fr", "ec.europa.eu").
HOSTS = re.compile(
    r"(?:^|[./])(?:(?:gov|govt|gouv|gob|gov[a-z]*|mil|parl|go)\.(?P<state>[a-z]{2})|(?P<federal>gov|mil)|(?P<union>europa\.eu)|(?P<pact>nato\.int)"
    r"|(?P<canada>gc\.ca|canada\.ca))(?:[:/]|$)"
)
#: Labels of hosts that are not the ISO code of their state.
LABELS = {"uk": "GB"}
#: How the members of a parliament speak of one another, and whose it is.
HONOURED = re.compile(r"\b(?:[Rr]ight |[Mm]y )?hon\. (?:and learned )?(?:Friend|Lady|Gentleman|Member)s?\b|\bright hon\. "), "GB"
#: Whom the allies meet with.
BENEFICIARY = "UA"
#: One first person in so many words, quotations aside, makes a text that somebody speaks.
RARE = 150


@dataclass(frozen=True)
class Authors:
    """Names authors of a document: what the pack knows, on the days it can have appeared."""

    document: Document
    pack: Pack
    gazetteer: Gazetteer
    first: str
    last: str

    def author(self) -> str | None:
        """The person or body in whose first person the document speaks; None where it is reported by others."""
        if (signed := self._of_signature()) is not None:
            return signed
        if not self._is_spoken:
            return None
        opening, office = self._of_opening(), self._of_publisher()
        if office in self.pack.person and self._state(opening) == self._state(self._body(office)):
            return office  # "Ukraine needs decisions – evening address", from the office of its president
        return opening or office or self._of_host() or self._of_greeting()

    def _of_signature(self) -> str | None:
        """ "By Anders Fogh Rasmussen" on a line of its own: somebody whom the pack knows writes for himself."""
        signed = SIGNED.search(self.document.text[:400])
        return next((p for m in self.gazetteer.find(signed[1]) if (p := m.id_of("person"))), None) if signed else None

    def _of_greeting(self) -> str | None:
        """ "Dear Ukrainians!", or a greeting of the nation under "Evening address" or "Address by the President": its head of state."""
        greeting = NATION.search(self.document.text[:500])
        head = f"{self.document.title or ''} {self.document.publisher or ''}"
        titled = re.search(r"\bpresident|\b(?:evening|nightly|daily) address", head, re.I)
        alone = DEAR.search(self.document.text[: greeting.end()]) if greeting and not LETTER.search(head) else None
        if greeting is None or not (titled or alone):
            return None
        people = next((s for m in self.gazetteer.find(greeting[0]) if (s := m.id_of("demonym"))), None)
        return self.pack.in_post("president", people, self.first, self.last) if people else None

    def home(self) -> str | None:
        """The state or bloc whose office publishes the document, or in whose parliament it was spoken."""
        issuer = self._issuer
        if issuer and (issuer.type in ("office", "state") or (issuer.type == "body" and not PARLIAMENT.search(issuer.name))):
            return issuer.country or issuer.id
        # "Ministry of Defence and The Rt Hon John Healey MP"
        named = next((p for m in self.gazetteer.find(self.document.publisher or "") if (p := m.id_of("person"))), None)
        if named and OFFICIAL.search(self.document.publisher or "") and (own := self._state(self._body(named))):
            return own
        return self._of_host() or self._of_manners() or (self._of_house() if self._is_spoken else None)

    def called(self) -> dict[str, str]:
        """The word by which a text calls the body that publishes it, or the parliament it was spoken in ("the Council", "the House")."""
        named = (self._issuer.id if self._issuer else None, self.house() if self._is_spoken else None)
        bodies = [self.pack.actor[i] for i in named if i]
        offices = {short: a.id for a in bodies if a.type == "office" for name in (a.name, *a.names) if (short := short_of(name, OFFICES))}
        return offices | {short: a.id for a in bodies for name in (a.name, *a.names) if a.type in NAMED and (short := short_of(name))}

    def says_i(self) -> bool:
        """Whether the author speaks of himself as "I"; in a read-out he is "the President" and "he"."""
        return self._is_spoken and re.search(r"\bI\b", self._unquoted) is not None

    @cached_property
    def _is_spoken(self) -> bool:
        return len(FIRST_PERSON.findall(self._unquoted)) * RARE >= len(self._unquoted.split())

    @cached_property
    def _unquoted(self) -> str:
        return re.sub(r"[“\"][^”\"]*[”\"]", "", self.document.text)

    def _of_opening(self) -> str | None:
        title = self.document.title or ""
        words = self._beginning
        head = f"{title} \n{words[:300]}"
        if body := self._own_body or self._body_of(self._co_authors):
            return body
        if joint := self._joint_authors:
            return joint[0]
        if headed := self._of_heading(title):
            return headed
        for pattern, where in ((WE_THE, words), (LEADERS, title), (BY_LINE, head), (BEFORE_NOUN, title or words[:120])):
            if (match := pattern.search(where)) and (who := self._speaker(_up_to_topic(match[match.lastindex or 0]))):
                return who
        return None

    def _of_heading(self, title: str) -> str | None:
        """ "State Emergency Service of Ukraine: needs for 2025": the office or body whose name is all that stands before the colon."""
        before, colon, _ = title.partition(": ")
        named = self.gazetteer.find(before) if colon else ()
        whole = [i for m in named if m.end - m.start >= len(before) - len("the ") and (i := m.id_of("actor"))]
        return next((i for i in whole if self.pack.actor[i].type in ("office", "body", "organisation")), None)

    def several(self) -> tuple[str, ...]:
        """The states in whose name a text speaks, where they are several and make up no body of their own."""
        found = self._co_authors if self._is_spoken else ()
        return () if self._body_of(found) else found

    @cached_property
    def _beginning(self) -> str:
        return " ".join(self.document.text[:3000].split())

    @cached_property
    def _co_authors(self) -> tuple[str, ...]:
        """ "We, the leaders of Norway, Poland and Sweden": those states; with a bloc beside them; none where only a body is named."""
        words = self._beginning
        match = WE_THE.search(words)
        if match is None or self._own_body:
            return () if self._own_body else self._joint_authors
        named = [a for m in self.gazetteer.find(_row(words, match.start("members"))) if (a := m.id_of("actor"))]
        states = [a for a in dict.fromkeys(named) if self.pack.actor[a].type == "state"]
        return tuple(dict.fromkeys(named)) if len(states) > 1 and not set(named) - set(states) - {"EU"} else ()

    @cached_property
    def _joint_authors(self) -> tuple[str, ...]:
        """ "Joint declaration by the Chancellor and the Prime Minister of the Netherlands": both states, that of the publisher unnamed."""
        match = JOINT.search(self.document.title or "")
        words = f"{match['before'] or ''} | {ABOUT.split(match['after'] or '', maxsplit=1)[0]}" if match else ""
        mentions = self.gazetteer.find(re.sub(r"[-–/]", " ", words))
        owners = (self._state(self._body(m.id_of("person", "surname", "actor", "adjective", "metonym"))) for m in mentions)
        named = list(dict.fromkeys(s for s in owners if s and self._is_party(s)))
        home = self.home() if len(named) == 1 and sum(bool(m.ids_of("title")) for m in mentions) > 1 else None
        named = [*([home] if home and home not in named else []), *named]
        named.sort(key=lambda state: state == BENEFICIARY)  # who gives stands before who is given to
        return tuple(named) if len(named) > 1 else ()

    def _is_party(self, ident: str) -> bool:
        """Whether an actor may speak beside others: a state, a bloc, a circle of states ("the Nordic-Baltic countries")."""
        actor = self.pack.actor[ident]
        return actor.type in ("state", "bloc") or (actor.type == "body" and len(actor.members) > 1)

    @cached_property
    def _own_body(self) -> str | None:
        """ "We, the G7 foreign ministers of Canada, France, …": the body whose members are only spelt out."""
        match = WE_THE.search(self._beginning)
        named = [a for m in self.gazetteer.find(match["whose"]) if (a := m.id_of("actor"))] if match else []
        return next((a for a in named if self.pack.actor[a].type in ("bloc", "group")), None)

    def audience(self) -> str | None:
        """The state whose parliament or people a guest from elsewhere speaks to: "Speech to the Riksdag", "People of Poland!"."""
        own = self._state(self._body(self.author()))
        greeting = NATION.search(self.document.text[:500])
        people = [s for m in self.gazetteer.find(greeting[0]) if (s := m.id_of("demonym", "actor", "adjective"))] if greeting else []
        heard = dict.fromkeys((*(self._state(h) for h in self._houses(self.document.title or "")), *people))
        if own and not heard:
            return self._group_addressed()
        return next(iter(heard)) if own and len(heard) == 1 and own not in heard else None

    def _group_addressed(self) -> str | None:
        """ "Speech at the meeting of the Contact Group": the one group of states that a speech is held before."""
        held = BEFORE.search(self.document.title or "")
        named = self.gazetteer.find(held[1]) if held else ()
        groups = [i for m in named if (i := m.id_of("actor")) and self.pack.actor[i].type in ("bloc", "coalition", "group", "body")]
        return groups[0] if len(set(groups)) == 1 else None

    def _body(self, ident: str | None) -> str | None:
        """The body that a person speaks for on the days of the document; an actor is its own."""
        held = [p.body for p in self.pack.posts_of.get(ident or "", ()) if p.held_on(self.first, self.last)]
        return held[-1] if held else ident

    def _body_of(self, states: tuple[str, ...]) -> str | None:
        """The body that has just these members, the one it meets to support aside."""
        members = set(states) - {BENEFICIARY}
        named = (a for a in self.pack.actors if a.type != "coalition")  # whose members are those who lead it
        return next((a.id for a in named if len(members) > 1 and set(a.members) == members), None)

    def _speaker(self, words: str) -> str | None:
        """Whom a phrase names: a person, the holder of a post, or a body."""
        mentions = self.gazetteer.find(words)
        if person := next((p for m in mentions if (p := m.id_of("person", "surname"))), None):
            return person
        owner = next((a for m in mentions if (a := m.id_of("actor", "adjective", "metonym"))), None)
        roles = [role for m in mentions for role in m.ids_of("title")]
        body = self._state(owner) or self.home() or (self._issuer.id if self._issuer else None)
        if roles and body and (holder := self._holder(roles, body)):
            return holder
        actors = (a for m in mentions if (a := m.id_of("actor", "metonym")))
        return next((a for a in actors if self.pack.actor[a].type != "group"), None)

    def _holder(self, roles: list[str], state: str) -> str | None:
        return next((who for role in roles if (who := self.pack.in_post(role, state, self.first, self.last))), None)

    def _state(self, ident: str | None) -> str | None:
        actor = self.pack.actor.get(ident or "")
        return (actor.country or actor.id) if actor else None

    def _of_house(self) -> str | None:
        """ "Statement in the House of Commons", "Mr Speaker, this House …": the state of the first parliament named at the head."""
        house = self.pack.actor.get(self.house() or "")
        return house.country if house else None

    def _of_manners(self) -> str | None:
        """ "My right hon. Friend", "the hon. Lady": how members of one parliament alone call each other."""
        return HONOURED[1] if HONOURED[1] in self.pack.actor and HONOURED[0].search(self.document.text) else None

    def house(self) -> str | None:
        """The first parliament named at the head of a text; in one whose members are known by their manners, its own."""
        named = self._houses(f"{self.document.title or ''}\n{self.document.text[:400]}")
        polite = self._of_manners()
        return next((house for house in named if polite in (None, self._state(house))), None)

    def _houses(self, words: str) -> Iterator[str]:
        for mention in self.gazetteer.find(words):
            actor = self.pack.actor.get(mention.id_of("actor") or "")
            if actor and actor.country and actor.type == "body" and PARLIAMENT.search(f"{actor.name} {' '.join(actor.names)}"):
                yield actor.id

    def _of_host(self) -> str | None:
        """The state or body whose own pages the document stands on."""
        for address in (self.document.url or "", self.document.publisher or ""):
            host = address.split("//")[-1].split("/")[0].lower()
            if match := HOSTS.search(host):
                named = next(name for name, label in match.groupdict().items() if label)
                code = LABELS.get(match["state"] or "", (match["state"] or "").upper())
                found = {"federal": "US", "union": "EU", "pact": "NATO", "canada": "CA"}.get(named, code)
                return found if found in self.pack.actor else None
        return None

    def _of_publisher(self) -> str | None:
        issuer = self._issuer
        if issuer is None:
            return None
        state = issuer.country if issuer.type in ("office", "body") and issuer.country else issuer.id
        posts = [post for post, office in OFFICE_OF.items() if office.search(self.document.publisher or "")]
        return next((one for post in posts if (one := self.pack.in_post(post, state, self.first, self.last))), state)

    @cached_property
    def _issuer(self) -> Actor | None:
        """The state, bloc, office or body that publishes the document; an outlet of a state is none."""
        publisher = (self.document.publisher or "").strip()
        actor = self.pack.actor.get(_named(self.gazetteer, publisher) or "")
        if actor is None or actor.type not in ("state", "bloc", "office", "body"):
            return None
        own = publisher in (actor.name, *actor.names) or any(o.search(publisher) for o in OFFICE_OF.values())
        if actor.type in ("state", "bloc") and not own and not OFFICIAL.search(publisher):
            return None
        return actor


#: A row of names, behind a portfolio or none.
ROW = re.compile(r"(?:[a-z]+ ){0,3}?(?:(?:[A-Z][\w.’'-]*|and|the|of)[,]?\s)+")
#: Names that a parliament goes by.
#: Headlines of what is said before a group of states.
BEFORE = re.compile(r"^(?:Opening |Closing )?(?:Speech|Address|Remarks|Statement|Intervention)\b.*?\b(?:at|to|before)\b(.*)$", re.I)
PARLIAMENT = re.compile(r"parliament|house of (?:commons|lords|representatives)|senate|congress|lawmakers", re.I)


def speaks_to_nation(document: Document) -> bool:
    """Whether a first-person text greets the author's own people ("Great people of a great country!")."""
    return NATION.search(document.text[:500]) is not None


def _up_to_topic(words: str) -> str:
    """The words before what a speech is about or where it was given: "President Joe Biden on Ukraine Independence Day"."""
    end = next((m.start() for m in TOPIC.finditer(words) if m.start() > 2), len(words))
    return words[:end]


def _row(words: str, start: int) -> str:
    """The row of names that begins at `start`, a portfolio aside: up to the first word in small letters but "and", "the", "of"."""
    match = ROW.match(words, start)
    return match.group() if match else ""


def _named(gazetteer: Gazetteer, words: str) -> str | None:
    return next((ident for mention in gazetteer.find(words) if (ident := mention.id_of(*NAMES))), None)
