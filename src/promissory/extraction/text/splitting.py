"""Text → blocks → sentences, by their offsets. Rules over the wording of news, no model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promissory.extraction.lexicon.punctuation import BEFORE, BEHIND, ENDS

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt sen rep gov pres st jr sr hon rev amb adm cmdr brig no nos vs etc inc ltd co corp "
    "jan feb mar apr jun jul aug sep sept oct nov dec approx dept est fig al e.g i.e zr.ms hr.ms mil mln mio ed vol art sec para "
    "min".split()
)
#: Words that open a sentence, so that a full stop of an abbreviation before them also ends one.
OPENERS = frozenset(
    "the a an in on at he she it they we i you this that these those but and however meanwhile as after before while when if for with by "
    "his her its their our there here also since so both all some many most according last yesterday today".split()
)
#: A stop between two words with no space after it, as careless conversion leaves it ("… the war.Then …").
GLUED = r"(?:(?<=[a-z][a-z][.!?])|(?<=[a-z][.!?][\"”]))(?=[\"“]?[A-Z][a-z]|[-–] ?[A-Z])"
_END, _BEHIND, _BEFORE = "".join(ENDS), re.escape(BEHIND.strip()), re.escape(BEFORE)
BOUNDARY = re.compile(rf"([{_END}]+)([{_BEHIND}]*)(\[\d+\])?(\s+|{GLUED})(?=[{_BEFORE}]*[A-Z0-9ÄÖÜŠŽÉÓŁ€$£#•*-])")
BULLET = re.compile(r"\s*(?:[-*•–—·▪●]|\(?\d{1,2}[.)])\s+")
#: A number in brackets that a line was broken before ("for ten / (10) years"): no mark of a list.
ASIDE = re.compile(r"\s*\(\d{1,3}\)\s+[a-z]")
TERMINAL = re.compile(rf"[{_END}:;][{_BEHIND}]*\s*$")
#: Place, day and agency before the first words of a report: "KYIV, April 13 (Reuters) - ", "Brussels, 3 April 2024 —", "KYIV —".
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)"
)
_DAY = rf"(?i:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH}\.?)(?:,? \d{{4}})?"
_TOWN = r"[A-Z][\w.'’-]*(?:[ /-][A-Z][\w.'’-]*){0,3}"
_AGENCY = r" ?\([A-Z][\w /.&-]*\)"
DATELINE = re.compile(
    rf"\s*(?:\([A-Z]{{3,}}\)\s+[-–—]\s+)?(?:{_TOWN}(?:, [A-Z][\w. ]*?)?(?:(?:,| \() ?{_DAY}\)?(?:{_AGENCY})?|,?{_AGENCY})"
    rf"|[A-Z][A-Z'’-]{{2,}}(?:[ ,/-]+[A-Z][A-Za-z'’-]+){{0,3}})"
    r"(?:(?:\.?\s+(?:[-–—]|--)|\.\s?[-–—]|--)(?:\s+|(?<=\) [-–—])|(?<=--))|(?<!NATO)—)(?=[\"“‘«]?[A-Z])"
)
#: Letters with stops between them ("e.g", "u.s"), and the word that follows a stop.
INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
FOLLOWING = re.compile(rf"[{_BEFORE}]*(\w+)")
#: An abbreviation that fills its brackets ("the (U.S.) president").
BRACKETED = re.compile(r"\((?:[A-Za-z]\.)+\)$")
MAX_SENTENCE = 1500
#: Characters of a line that is not broken, and the share of such lines (headlines, addresses) in a text whose lines are.
WIDE, FEW = 110, 0.1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, headline or list item: `[start, end)` of the text. `lead` is the start of the block that introduces a list."""

    start: int
    end: int
    bullet: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence: `[start, end)` of the text, and the number of its block."""

    start: int
    end: int
    block: int


def split_blocks(text: str) -> list[Block]:
    """The paragraphs, headlines and list items of a text."""
    wrapped = _is_hard_wrapped(text)
    blocks: list[Block] = []
    start: int | None = None
    previous = (0, 0)
    for a, b in _lines(text):
        blank = not text[a:b].strip()
        if start is not None and (blank or not _continues(text, previous, (a, b), wrapped)):
            blocks.append(_block(text, start, previous[1]))
            start = None
        if not blank:
            start = a if start is None else start
            previous = (a, b)
    if start is not None:
        blocks.append(_block(text, start, previous[1]))
    return blocks


def split_sentences(text: str, blocks: list[Block]) -> list[Stretch]:
    """The sentences of each block, in order; none crosses a block."""
    return [Stretch(a, b, n) for n, block in enumerate(blocks) for a, b in _sentences(text, block.start, block.end)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width: most of the longer lines end in the middle of a sentence, hardly any is wide."""
    lines = [line for line in text.split("\n") if len(line.strip()) > 40]
    if len(lines) < 4 or sum(len(line) > WIDE for line in lines) > FEW * len(lines):
        return False
    return sum(not TERMINAL.search(line) for line in lines) > 0.5 * len(lines)


def _continues(text: str, before: tuple[int, int], here: tuple[int, int], wrapped: bool) -> bool:
    line = text[here[0] : here[1]]
    ended = TERMINAL.search(text[before[0] : before[1]])
    if wrapped and not ended and ASIDE.match(line):
        return True
    if BULLET.match(line):
        return False
    if wrapped:
        return not ended or before[1] - before[0] > 40
    return not ended and line.strip()[:1].islower()


def _block(text: str, start: int, end: int) -> Block:
    words = text[start:end]
    bullet = BULLET.match(words)
    if bullet and bullet.end() < len(words):
        return Block(start + bullet.end(), end, bullet=True)
    heading = len(words) < 160 and not TERMINAL.search(words)
    return Block(start, end, heading=heading)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    if dateline := DATELINE.match(text, start, end):
        yield from _stripped(text, start, dateline.end())
        at = dateline.end()
    for match in BOUNDARY.finditer(text, at, end):
        if _is_abbreviation(text, at, match):
            continue
        yield from _stripped(text, at, match.start(4))
        at = match.end()
    yield from _stripped(text, at, end)


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    if match[1] == "." and match[2] == ")" and BRACKETED.search(text, max(start, match.start() - 12), match.end(2)):
        return True
    if match[1] != "." or match[2]:
        return False
    words = text[max(start, match.start() - 20) : match.start()].split()
    word = words[-1].lstrip(BEFORE).lower() if words else ""
    if word in ABBREVIATIONS:
        return True
    if len(word) != 1 and not INITIALS.fullmatch(word):
        return False
    following = FOLLOWING.match(text, match.end(), match.end() + 20)
    opener = following is not None and following[1].lower() in OPENERS
    if len(word) != 1:
        return not opener
    platform = word == "x" and len(words) > 1 and words[-2].lower() in ("on", "to", "via")  # "wrote on X. Bondar agreed"
    return word.isalpha() and not opener and not platform


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    for at in range(0, len(words), MAX_SENTENCE):
        yield start + at, start + min(at + MAX_SENTENCE, len(words))
