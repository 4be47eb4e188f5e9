"""Where an agreement names sums: the clauses worth parsing, its own names for its parties, and which drafts say enough."""

from __future__ import annotations

import re

from promissory.extraction.amounts.money import amounts
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.text.gazetteer import Mention, Name
from promissory.extraction.text.splitting import Stretch
from promissory.extraction.treaties.forms import BOUND, TOGETHER
from promissory.extraction.treaties.recognising import Treaty

#: The actor that stands for all parties while the clauses are read.
ALL = "partners"
UNDERTAKING = re.compile(r"\b(?:will|shall|undertakes?|commits?|intends?|plans?|targets?|aims?|earmark\w*|allocat\w+|donat\w+)\b", re.I)
YEAR = re.compile(r"\b20\d\d\b")
SHARE = re.compile(r"(?:%|\bper\s?cent\b)[^.;]{0,30}\b(?:GDP|GNI|gross\s+(?:domestic|national))", re.I)
WHOLE_TERM = re.compile(r"\b(?:duration|lifetime)\s+of\s+(?:this|the\s+present|the)\b", re.I)
COUNTED = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|an?|dozens?)\b", re.I)
SO_FAR = re.compile(r"\b(?:so\s+far|thus\s+far|to\s+date|until\s+now|already|since)\b", re.I)
#: "Norway (hereinafter “the Donor”)", "Ukraine ('the Recipient')".
ALIAS = re.compile(
    r"[\s,]*\(?\s*(?:herein\w+|hereafter)?\s*(?:referred\s+to\s+as|called)?\s*[:,–-]?\s*"
    r"[“\"'‘’]\s*(?:the\s+)?(?P<alias>[A-Z][\w -]{1,30}?)\s*[”\"'’]"
)


def choose_sums(text: str, treaty: Treaty) -> list[Stretch]:
    """The clauses worth parsing: those with a sum, a share of the economy, counted goods, or an undertaking for a year or the term."""
    sums = [m.start for m in amounts(text)]
    goods = [m for m in treaty.mentions if m.id_of("item")]
    return [s for s in treaty.stretches if s.start >= treaty.title[1] and _is_telling(text, s, sums, goods)]


def _is_telling(text: str, stretch: Stretch, sums: list[int], goods: list[Mention]) -> bool:
    words = text[stretch.start : stretch.end]
    if any(stretch.start <= at < stretch.end for at in sums) or SHARE.search(words):
        return True
    if not UNDERTAKING.search(words):
        return False
    counted = any(stretch.start <= m.start < stretch.end and COUNTED.search(text, max(stretch.start, m.start - 25), m.start) for m in goods)
    return counted or bool(YEAR.search(words)) or bool(WHOLE_TERM.search(words))


def name_terms(text: str, treaty: Treaty) -> list[Mention]:
    """The text's own names for its parties: all of them together ("the Participants"), and one each ("the Donor")."""
    found = [Mention(m.start(), m.end(), (Name("actor", ALL),)) for m in TOGETHER.finditer(text)]
    for alias, actor in _aliases(text, treaty).items():
        pattern = re.compile(rf"\b(?:[Tt]he\s+)?{re.escape(alias)}\b")
        found += [Mention(m.start(), m.end(), (Name("actor", actor),)) for m in pattern.finditer(text, treaty.preamble[0])]
    return sorted(found, key=lambda m: m.start)


def _aliases(text: str, treaty: Treaty) -> dict[str, str]:
    """Defined names of single parties that no list of names holds."""
    found: dict[str, str] = {}
    for mention in treaty.mentions:
        actor = mention.id_of("actor")
        if actor not in treaty.parties or not treaty.preamble[0] <= mention.start < treaty.preamble[1]:
            continue
        defined = ALIAS.match(text, mention.end)
        if defined and not re.fullmatch(BOUND, defined["alias"]) and not _is_known(treaty, defined.start("alias")):
            found[defined["alias"]] = str(actor)
    return found


def _is_known(treaty: Treaty, at: int) -> bool:
    return any(m.start <= at < m.end and m.id_of("actor", "demonym", "adjective") for m in treaty.mentions)


def is_undertaken(scene: Scene, gift: Draft) -> bool:
    """Whether a draft says enough to be entered from an agreement: a sum, counted goods, or an undertaking for a named time."""
    if gift.kind != "commitment" or not gift.parties.get("donor"):
        return False
    if "amount" in gift.slots or any(item.count for item in gift.slots.get("items", ())):
        return True
    start, end = gift.evidence[0]
    words = scene.document.text[start:end]
    return gift.status in ("pledged", "committed", "allocated") and bool(
        SHARE.search(words) or ("period" in gift.slots and not SO_FAR.search(words)) or WHOLE_TERM.search(words)
    )
