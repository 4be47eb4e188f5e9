"""From decoded characters to the stored text: line ends, invisible characters, hard wraps and furniture.

In the stored text a line break always ends a block (headline, paragraph, list item): lines wrapped at a column are joined by a
space, so that no sentence is cut and no headline runs into one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from promissory.reading.furniture import furniture
from promissory.reading.tracing import Edit, Traced

INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
CHARACTERS = re.compile(
    "(?=[^\n -~\u00a1-\u00ac\u00ae-\u167f])"  # most characters are none of them
    f"(?:(?P<invisible>{INVISIBLE.pattern})|(?P<carriage>\r(?=\n))|(?P<newline>[\r\x0b\x0c\x85\u2028\u2029])"
    "|(?P<broken>[\ud800-\udfff])|(?P<space>[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]))"
)
REPLACEMENTS = {"invisible": "", "carriage": "", "newline": "\n", "broken": "\ufffd", "space": " "}
LINE = re.compile(r"[^\n]+")
#: White space that may have to shrink; the zero-width space stays, since quotes are looked up in the publication.
WHITE = re.compile(r"[ \n]{2,}|\A[ \n]|[ \n]\Z")
BULLET = re.compile(r"\s*(?:[-–—•*·▪►]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
#: Lines longer than this were not wrapped at a column.
WIDEST_WRAP = 110
#: So many breaks in the middle of a sentence make a text a wrapped one.
FEWEST_WRAPS = 3
#: The share of these that are no wider than the column, about; a few are (addresses, words that could not be broken).
USUAL, SLACK = 0.9, 1.1


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The stored text with its trace, and what was taken out: (reason, words)."""

    traced: Traced
    removed: tuple[tuple[str, str], ...]


def clean(traced: Traced) -> Cleaned:
    """The text as it is stored, without furniture."""
    plain = traced.edit(_character_edits(traced.text))
    removed: list[tuple[str, str]] = []
    kept = plain.edit(_furniture_edits(plain.text, removed))
    unwrapped = kept.edit(_wrap_edits(kept.text))
    return Cleaned(tidy(unwrapped), tuple(removed))


def tidy(traced: Traced) -> Traced:
    """The text without spaces at line ends, runs of spaces or of empty lines."""
    return traced.edit(_space_edits(traced.text))


def _character_edits(text: str) -> list[Edit]:
    return [(found.start(), found.end(), REPLACEMENTS[str(found.lastgroup)]) for found in CHARACTERS.finditer(text)]


def _furniture_edits(text: str, removed: list[tuple[str, str]]) -> list[Edit]:
    edits: list[Edit] = []
    for line in LINE.finditer(text):
        if reason := furniture(line.group()):
            removed.append((reason, line.group().strip()))
            edits.append((line.start(), line.end(), ""))
    return edits


def _wrap_edits(text: str) -> list[Edit]:
    """Line breaks inside a wrapped paragraph become spaces."""
    pairs = [(found.start(1), found.group(0)) for found in re.finditer(r"(?<=[^\n])(\n)(?=[^\n])", text)]
    lines = [(at, text[text.rfind("\n", 0, at) + 1 : at].rstrip(), text[at + 1 : _line_end(text, at + 1)]) for at, _ in pairs]
    certain = [len(before) for _, before, after in lines if _runs_on(before, after)]
    if len(certain) < FEWEST_WRAPS:
        return []
    usual = sorted(certain)[int(USUAL * (len(certain) - 1))]
    width = max(length for length in certain if length <= usual * SLACK)
    return [(at, at + 1, " ") for at, before, after in lines if _is_wrap(before, after, width)]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _runs_on(before: str, after: str) -> bool:
    """Whether a sentence certainly goes on from one line to the next."""
    return (
        20 < len(before) <= WIDEST_WRAP
        and (before[-1].isalnum() or before[-1] in ",'’\"”)")
        and after.lstrip()[:1].islower()
        and not BULLET.match(after)
    )


def _is_wrap(before: str, after: str, width: int) -> bool:
    """Whether the line was broken because its next word had no room, or in the middle of a sentence."""
    if not after.strip() or BULLET.match(after):
        return False
    return _runs_on(before, after) or len(before) <= width < len(before) + 1 + len(after.split()[0])


def _space_edits(text: str) -> list[Edit]:
    """Spaces at the ends of lines, runs of spaces, more than one empty line, and white space at both ends of the text."""
    edits: list[Edit] = []
    for found in WHITE.finditer(text):
        space = found.group()
        if found.start() == 0 or found.end() == len(text):
            edits.append((found.start(), found.end(), ""))
            continue
        breaks = space.count("\n")
        edits += _shrink(found.start(), space, "\n" if breaks else " ", min(breaks, 2) or 1)
    return edits


def _shrink(start: int, space: str, keep: str, number: int) -> list[Edit]:
    """Edits that leave the first `number` characters equal to `keep` of a run of white space."""
    edits: list[Edit] = []
    at = 0
    for _ in range(number):
        kept = space.index(keep, at)
        edits += [(start + at, start + kept, "")] if kept > at else []
        at = kept + 1
    return [*edits, (start + at, start + len(space), "")] if at < len(space) else edits
