"""Quotations against a folder in the form of PolNeAR (text/*.txt, attributions/*.ann): content, and content with its speaker.

    python -m benchmarks.quotes FOLDER [--all] [--show]

The annotation is brat's: `T` lines bear spans (several parts parted by ";"), `E` lines join Source, Cue and Content. Only attributions
whose content stands between quotation marks are counted, all of them with `--all`. A content is found where it shares at least half
of the words of the longer one; the speaker is right where it overlaps the source.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from promissory.extraction import quotes
from promissory.extraction.speech.quotations import QuoteMention

Places = list[tuple[int, int]]
MARKS = re.compile(r"[\"“”«»]")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="count indirect speech too")
    parser.add_argument("--show", action="store_true", help="print what was missed and what was made up")
    asked = parser.parse_args()
    counts = [score(path, asked.folder / "attributions", asked.all, asked.show) for path in sorted((asked.folder / "text").glob("*.txt"))]
    found, right, said, gold = (sum(column) for column in zip(*counts, strict=True))
    print(f"documents {len(counts)}  quotations {gold}  found {said}")
    for name, hits in (("content", found), ("with speaker", right)):
        print(f"{name:13} precision {hits / max(1, said):.3f}  recall {hits / max(1, gold):.3f}  F1 {2 * hits / max(1, said + gold):.3f}")


def score(path: Path, folder: Path, every: bool, show: bool) -> tuple[int, int, int, int]:
    """Contents found, those with the right speaker, all that were given, all that are annotated."""
    text = path.read_text(encoding="utf-8")
    annotated = next(iter(sorted(folder.glob(f"{path.stem}_*.ann"))), None)
    gold = [(c, s) for c, s in read(annotated.read_text(encoding="utf-8")) if every or _is_quoted(text, c)] if annotated else []
    given = [m for m in quotes(text) if every or m.form == "quoted" or (m.form == "mixed" and MARKS.search(m.content.quote))]
    free, found, right = list(gold), 0, 0
    for mention in given:
        best = max(free, key=lambda g: _overlap(_places(mention), g[0]), default=None)
        if best is None or _overlap(_places(mention), best[0]) < 0.5:
            if show:
                print(f"{path.stem[:20]} extra: {mention.content.quote[:120]!r}")
            continue
        free.remove(best)
        found += 1
        speaker = mention.speaker
        good = any(a < speaker.end and speaker.start < b for a, b in best[1]) if speaker else not best[1]
        right += good
        if show and not good:
            print(f"{path.stem[:20]} speaker: {speaker and speaker.quote!r} of {mention.content.quote[:80]!r}")
    if show:
        for content, _ in free:
            print(f"{path.stem[:20]} missed: {text[content[0][0] : content[-1][1]][:120]!r}")
    return found, right, len(given), len(gold)


def read(annotation: str) -> list[tuple[Places, Places]]:
    """The attributions of an annotation: content and source, each as places in the text."""
    places: dict[str, Places] = {}
    events: list[tuple[list[str], list[str]]] = []
    for line in annotation.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            spans = rest.partition("\t")[0].split(" ", 1)[1]
            places[name] = [(int(a), int(b)) for a, b in (span.split() for span in spans.split(";"))]
        elif name.startswith("E"):
            parts = [part.partition(":") for part in rest.split()]
            events.append(
                ([t for role, _, t in parts if role.startswith("Content")], [t for role, _, t in parts if role.startswith("Source")])
            )
    joined = [tuple(sorted(p for name in names for p in places.get(name, [])) for names in event) for event in events]
    return [(content, source) for content, source in joined if content]


def _is_quoted(text: str, content: Places) -> bool:
    return any(MARKS.search(text[a:b]) for a, b in content)


def _places(mention: QuoteMention) -> Places:
    return [(part.start, part.end) for part in mention.parts]


def _overlap(one: Places, other: Places) -> float:
    """The share of the longer content that the two have in common."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    return shared / max(sum(b - a for a, b in one), sum(b - a for a, b in other), 1)


if __name__ == "__main__":
    main()
