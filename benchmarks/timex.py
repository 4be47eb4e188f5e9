"""How well dates are read: `python -m benchmarks.timex FOLDER [--show]` scores `dates` on TimeML documents (.tml).

Prints the three figures of TempEval-3: the extents that agree exactly, those that overlap, and those whose value agrees too
(F1 each). `--show` lists what was missed, added or read otherwise. The documents are not part of this repository.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from promissory.extraction.calendar.dates import dates


@dataclass(frozen=True)
class Timex:
    """An annotated expression of time."""

    start: int
    end: int
    quote: str
    value: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    tally: Counter[str] = Counter()
    for path in sorted(options.folder.rglob("*.tml")):
        if path.name.startswith("."):
            continue
        tally.update(score(path, show=options.show))
    for name in ("strict", "relaxed", "value"):
        print(f"{name:8} P {_share(tally, name, 'found')} R {_share(tally, name, 'gold')} F1 {_f1(tally, name):.3f}")
    print(f"{tally['gold']} annotated, {tally['found']} found")


def score(path: Path, *, show: bool) -> Counter[str]:
    """The counts of one document."""
    published, text, gold = read(path)
    found = [Timex(m.start, m.end, m.quote, m.timex) for m in dates(text, published, joined=False)]
    pairs = list(_pairs(gold, found))
    if show:
        _print(path.stem, gold, found, pairs)
    return Counter(
        gold=len(gold),
        found=len(found),
        relaxed=len(pairs),
        strict=sum((a.start, a.end) == (b.start, b.end) for a, b in pairs),
        value=sum(a.value == b.value for a, b in pairs),
    )


def read(path: Path) -> tuple[str | None, str, list[Timex]]:
    """The creation time, the text and the annotated expressions of a TimeML document."""
    root = ElementTree.parse(path).getroot()
    created = next((t for t in root.iter("TIMEX3") if t.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")), None)
    body = root.find(".//TEXT")
    text, gold = "", []
    for piece, node in _walk(body if body is not None else root):
        if node is not None and node is not created:
            gold.append(Timex(len(text), len(text) + len(piece), piece, node.get("value") or ""))
        text += piece
    day = re.match(r"\d{4}-\d\d-\d\d", (created.get("value") or "") if created is not None else "")
    return day[0] if day else None, text, gold


def _walk(node: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element | None]]:
    """The text of a node in pieces, each with the TIMEX3 element that it is the whole of."""
    if node.tag == "TIMEX3":
        yield "".join(node.itertext()), node
    else:
        yield node.text or "", None
        for child in node:
            yield from _walk(child)
            yield child.tail or "", None


def _pairs(gold: list[Timex], found: list[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Annotated and found expressions that overlap, each of either used once."""
    spare = list(found)
    for one in gold:
        other = next((f for f in spare if f.start < one.end and one.start < f.end), None)
        if other is not None:
            spare.remove(other)
            yield one, other


def _print(name: str, gold: list[Timex], found: list[Timex], pairs: list[tuple[Timex, Timex]]) -> None:
    for one in gold:
        if all(one is not a for a, _ in pairs):
            print(f"{name}: missed {one.quote!r} {one.value}")
    for other in found:
        if all(other is not b for _, b in pairs):
            print(f"{name}: added {other.quote!r} {other.value}")
    for one, other in pairs:
        if one.value != other.value or one.quote != other.quote:
            print(f"{name}: {one.quote!r} {one.value} read as {other.quote!r} {other.value}")


def _share(tally: Counter[str], name: str, of: str) -> str:
    return f"{tally[name] / max(1, tally[of]):.3f}"


def _f1(tally: Counter[str], name: str) -> float:
    return 2 * tally[name] / max(1, tally["gold"] + tally["found"])


if __name__ == "__main__":
    main()
