"""Counts the errors of extraction by sort and kind: `python -m benchmarks.errors [--split tune] [SET ...]`.

Sorts: `unseen` (no draft at all for a labelled claim), `dropped` (the ranker or the merging lost the draft), `extra` (a claim that no
label is about), `status`, `parties`, and the slots that are wrong. docs/errors.md says what stands behind each.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table
from tests.measuring import labelled, load_floors

from promissory.evaluation import Fault, GoldDocument, score
from promissory.extraction import extract
from promissory.extraction.claims.assembling import build_claim, distinct
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.model import Document
from promissory.packs import load_pack
from promissory.reading import read


def errors_of(gold: GoldDocument, document: Document, text: str) -> Iterator[tuple[str, str]]:
    """(sort, kind) of each error in the claims of one document."""
    scene = set_scene(document, load_pack())
    drafted = [build_claim(scene, draft, 0.5).to_record() for draft in distinct([*find_drafts(scene)])]
    unseen = {(f.kind, f.note, f.quote) for f in _faults(gold, drafted, text) if f.what == "miss"}
    for fault in _faults(gold, [claim.to_record() for claim in extract(document)], text):
        if fault.what == "miss":
            yield "unseen" if (fault.kind, fault.note, fault.quote) in unseen else "dropped", fault.kind
        else:
            yield "extra" if fault.what == "extra" else fault.note.split(":")[0], fault.kind


def _faults(gold: GoldDocument, claims: list[dict[str, Any]], text: str) -> list[Fault]:
    return score([gold], [claim | {"source": gold.name} for claim in claims], {gold.name: text}).faults


def count(names: list[str], split: str) -> Counter[tuple[str, str]]:
    """How often each error happens in the labelled sets."""
    found: Counter[tuple[str, str]] = Counter()
    for name in names:
        files = labelled(load_floors()[name])
        gold, texts = files.of_split(split if name != "seeds" else "all")
        wanted = {document.name: document for document in gold}
        for document in read(str(files.documents)):
            key = document.source.replace("#", "/").rsplit("/", 1)[-1]
            if key in wanted:
                found.update(errors_of(wanted[key], document, texts[key]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=[*load_floors()], help="sets of tests/floors.json  [default: all]")
    parser.add_argument("--split", choices=("tune", "unread", "all"), default="tune")
    options = parser.parse_args()
    found = count(options.sets, options.split)
    kinds = sorted({kind for _, kind in found}, key=lambda kind: -sum(n for (_, k), n in found.items() if k == kind))
    table = Table("error", *kinds, "all")
    for sort in sorted({sort for sort, _ in found}, key=lambda sort: -sum(n for (s, _), n in found.items() if s == sort)):
        row = [found[sort, kind] for kind in kinds]
        table.add_row(sort, *map(str, row), str(sum(row)))
    Console(width=160).print(table)


if __name__ == "__main__":
    main()
