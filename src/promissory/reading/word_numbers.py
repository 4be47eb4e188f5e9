"""The numbers that an office document prints before its paragraphs ("Article 3", "(b)", "2.1."): counted, as they are not in its text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
         (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
BULLET = "•"
#: Styles build on styles; a chain longer than this goes round in a circle.
LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: its first number, its kind of numeral, and the words around (`%1` is a number)."""

    start: int
    numeral: str
    words: str


class Numbering:
    """Counts the numbered paragraphs of one document, which must come in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._levels: dict[tuple[str, int], Level] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")} if styles is not None else {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)

    def label(self, paragraph: Element) -> str:
        """What stands before the paragraph, counted; empty where it has no number."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number, depth = place
        abstract = self._lists.get(number, "")
        level = self._levels.get((abstract, depth))
        if level is None or level.numeral == "none":
            return ""
        counts = self._counted(abstract, number, depth, level)
        return BULLET if level.numeral == "bullet" else self._words(abstract, level, counts)

    def _counted(self, abstract: str, number: str, depth: int, level: Level) -> dict[int, int]:
        """The counts of a list's levels with this paragraph; lists that share an abstract list share its counts."""
        counts = self._counts[abstract]
        restart = (number, depth) in self._starts and (number, depth) not in self._begun
        self._begun.add((number, depth))
        first = self._starts.get((number, depth), level.start)
        counts[depth] = first if restart or depth not in counts else counts[depth] + 1
        for deeper in [deep for deep in counts if deep > depth]:
            del counts[deeper]
        return counts

    def _words(self, abstract: str, level: Level, counts: dict[int, int]) -> str:
        def numeral(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            other = self._levels.get((abstract, depth), level)
            return written(counts.get(depth, other.start), other.numeral)

        return re.sub(r"%(\d)", numeral, level.words).strip()

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """The list of a paragraph and its depth in it, as it says itself or as its style says."""
        properties = paragraph.find(f"{W}pPr")
        depth: int | None = None
        for _ in range(LONGEST_CHAIN):
            if properties is None:
                return None
            found = _value(properties, "numPr/numId")
            depth = _whole(_value(properties, "numPr/ilvl")) if depth is None else depth
            if found is not None:
                return (found, depth or 0) if found != "0" else None
            style = self._styles.get(_value(properties, "pStyle") or "") if properties.tag == f"{W}pPr" else None
            properties = _inherited(style, self._styles) if style is not None else None
        return None

    def _read(self, numbering: Element) -> None:
        for abstract in numbering.iter(f"{W}abstractNum"):
            for level in abstract.iter(f"{W}lvl"):
                key = (abstract.get(f"{W}abstractNumId", ""), _whole(level.get(f"{W}ilvl")) or 0)
                start, numeral = _whole(_value(level, "start")), _value(level, "numFmt") or "decimal"
                self._levels[key] = Level(1 if start is None else start, numeral, _value(level, "lvlText") or "")
        for instance in numbering.iter(f"{W}num"):
            number = instance.get(f"{W}numId", "")
            self._lists[number] = _value(instance, "abstractNumId") or ""
            for change in instance.iter(f"{W}lvlOverride"):
                if (start := _whole(_value(change, "startOverride"))) is not None:
                    self._starts[number, _whole(change.get(f"{W}ilvl")) or 0] = start


def written(number: int, numeral: str) -> str:
    """A number as a kind of numeral of the format writes it: `decimal`, `lowerLetter`, `upperRoman`…; others as figures."""
    if numeral == "decimalZero":
        return f"{number:02}"
    if numeral.endswith("Letter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 20 + 1)
    elif numeral.endswith("Roman") and 0 < number < 5000:
        letters = _roman(number)
    else:
        return str(number)
    return letters.upper() if numeral.startswith("upper") else letters


def _roman(number: int) -> str:
    letters = ""
    for value, letter in ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters


def _inherited(style: Element, styles: dict[str, Element]) -> Element | None:
    """The paragraph properties of the first style in the chain that names a list."""
    for _ in range(LONGEST_CHAIN):
        properties = style.find(f"{W}pPr")
        if properties is not None and _value(properties, "numPr/numId") is not None:
            return properties
        parent = styles.get(_value(style, "basedOn") or "")
        if parent is None:
            return None
        style = parent
    return None


def _value(element: Element, path: str) -> str | None:
    found = element.find("/".join(W + step for step in path.split("/")))
    return found.get(f"{W}val") if found is not None else None


def _whole(written_: str | None) -> int | None:
    return int(written_) if written_ and written_.isascii() and written_.isdigit() and len(written_) < 6 else None
