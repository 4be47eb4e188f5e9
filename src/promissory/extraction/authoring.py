"""Whose "I" and "we" a text speaks in: from its opening words, its headline, its publisher."""

from __future__ import annotations

import re

from promissory.extraction.gazetteer import Gazetteer
from promissory.model import Document
from promissory.packs import Pack

WE_THE = re.compile(
    r"\b[Ww]e, (?:the )?(?:[A-Z][\w-]+ ){0,3}?(?:[Ll]eaders|[Mm]inisters|[Hh]eads[\w ]*|[Mm]embers|[Gg]overnments?) of ([^.,;]{2,80})"
)
BY_LINE = re.compile(
    r"\b(?:address|remarks|statement|speech|briefing|interview|message|letter|op-ed|declaration|appeal|greeting|testimony|commentary|essay"
    r"|plea)\w* (?:by|of|from|with) (.{3,120})",
    re.I,
)
LEADERS = re.compile(r"^(.{2,60}?)(?:'s?|’s?)? (?:leaders|ministers)['’]? (?:statement|declaration|communiqu)", re.I)
FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My)\b")
PRESIDENT_OF = re.compile(r"[Oo]ffice of the President|[Pp]resident of|[Pp]residential")
#: A post without a name or a country: that of the state whose office publishes.
OWN_POST = re.compile(r"(?:the )?(Vice President|President|Prime Minister)\b(?! (?:of|[A-Z]))")
#: How an address to one's own nation greets it, in the lines it opens with.
NATION = re.compile(
    r"\b(?:people|citizens|Ukrainians|compatriots|nation|defenders|countrymen|Americans|Poles|Lithuanians|Estonians|Latvians|Finns)\b"
    r"[^.\n]{0,60}[!,]\s*$",
    re.M,
)
NAMES = ("person", "surname", "actor", "metonym")


def author_of(document: Document, pack: Pack, gazetteer: Gazetteer, first: str, last: str) -> str | None:
    """The person or body in whose first person the document speaks; None where it is reported by others."""
    unquoted = re.sub(r"[“\"][^”\"]*[”\"]", "", document.text)
    if len(FIRST_PERSON.findall(unquoted)) * 150 < len(unquoted.split()):
        return None
    head = f"{document.title or ''}\n{document.text[:300]}"
    for pattern, words in ((WE_THE, document.text[:3000]), (BY_LINE, head), (LEADERS, document.title or "")):
        if match := pattern.search(words):
            if holder := _in_post(match[1], home_of(document, pack, gazetteer), pack, first, last):
                return holder
            if who := _named(gazetteer, match[1]):
                return who
    return _publisher(document.publisher or "", pack, gazetteer, first, last)


def speaks_to_nation(document: Document) -> bool:
    """Whether a first-person text greets the author's own people ("Great people of a great country!")."""
    return NATION.search(document.text[:500]) is not None


def _in_post(words: str, home: str | None, pack: Pack, first: str, last: str) -> str | None:
    """ "Statement from the President on …", published by the office of a state: its holder that day."""
    title = OWN_POST.match(words)
    role = title[1].lower().replace(" ", "_") if title else None
    return pack.in_post(role, home, first, last) if role and home else None


def _named(gazetteer: Gazetteer, words: str) -> str | None:
    return next((ident for mention in gazetteer.find(words) if (ident := mention.id_of(*NAMES))), None)


def home_of(document: Document, pack: Pack, gazetteer: Gazetteer) -> str | None:
    """The state whose office publishes the document."""
    actor = pack.actor.get(_named(gazetteer, document.publisher or "") or "")
    return actor.country if actor and actor.type == "office" else None


def _publisher(publisher: str, pack: Pack, gazetteer: Gazetteer, first: str, last: str) -> str | None:
    owner = _named(gazetteer, publisher)
    actor = pack.actor.get(owner or "")
    if actor is None or actor.type not in ("state", "bloc", "office", "body"):
        return None
    state = actor.country if actor.type in ("office", "body") and actor.country else actor.id
    if PRESIDENT_OF.search(publisher) and (president := pack.in_post("president", state, first, last)):
        return president
    return state
