"""How well reports of one thing are joined: `python -m benchmarks.merging GOLD SAME [CLAIMS ENTRIES --texts FOLDER] [--split tune]`.

GOLD and SAME are as `../shared/gold/README.md` has them, CLAIMS and ENTRIES as `promissory claims` and `entries` list them (JSON lines).
Without these two the labelled claims themselves are reconciled, which leaves out what extraction gets wrong.
Labelled claims that were found are taken two by two within a kind: two of one group should stand in one entry. As the groups were
made batch by batch, only pairs within one batch (the letter that names begin with) say what is wrong; pairs across batches are left out.
A labelled claim is the claim that fits it best in parties, status and slots.

`merge.py` beside the labels gives lower figures on the same ledger for two reasons. It counts pairs across batches too: one thing
that two batches tell of is two groups there, and joining it is counted as wrong. And it takes the claim that fits best in parties
and status alone: of two gifts of one giver in one sentence it may take the other one.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from promissory.evaluation import GoldDocument, is_unread, load_gold, pair
from promissory.packs import load_pack
from promissory.reconciliation import Report, reconcile

Place = tuple[str, int]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def entry_of_label(gold: list[GoldDocument], claims: list[dict[str, Any]], entries: list[dict[str, Any]], texts: Path) -> dict[Place, str]:
    """Labelled claim → the entry that its claim stands in."""
    entry = {claim: one["id"] for one in entries for claim in one["claims"]}
    found: dict[Place, str] = {}
    for document in gold:
        mine = [claim for claim in claims if str(claim.get("source", "")).endswith(document.name)]
        text = (texts / document.name).read_text(encoding="utf-8")
        found |= {(document.name, n): entry[mine[m]["id"]] for n, m in pair(document, mine, text).items() if mine[m]["id"] in entry}
    return found


def reconcile_labels(gold: list[dict[str, Any]]) -> dict[Place, str]:
    """Labelled claim → its entry, if what was extracted were just what is labelled."""
    reports = {(doc["doc"], n): _report(doc, n, claim) for doc in gold for n, claim in enumerate(doc["claims"])}
    entries = reconcile(reports.values(), load_pack("ukraine")).entries
    entry = {claim: one.id for one in entries for claim in one.claims}
    return {place: entry[report.id] for place, report in reports.items()}


def _report(doc: dict[str, Any], n: int, claim: dict[str, Any]) -> Report:
    published = next(iter((doc.get("published") or {}).values()), None)  # as given, in the byline, or inferred
    record = _first(claim) | {"id": f"{doc['doc']}#{n}", "doc": doc["doc"], "reported": published}
    return Report.from_record(record)


def _first(value: Any) -> Any:
    """A label with the first of the readings that do, but for quotes."""
    if isinstance(value, dict):
        return {key: inner if key == "quote" else _first(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_first(inner) for inner in value]
    return value.split("|")[0] if isinstance(value, str) else value


def pairs_of(groups: list[dict[str, Any]], entries: dict[Place, str]) -> Iterator[tuple[str, Place, Place, bool]]:
    """(kind, one, other, whether they are of one group) for the labelled claims of a batch that were found."""
    by_kind: dict[str, list[tuple[Place, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        by_kind[group["kind"]] += [((name, at), number) for name, at in group["members"] if (name, at) in entries]
    for kind, members in by_kind.items():
        for (one, its), (other, others) in combinations(members, 2):
            if one[0][0] == other[0][0]:
                yield kind, one, other, its == others


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "same"):
        parser.add_argument(name, type=Path)
    for name in ("claims", "entries"):
        parser.add_argument(name, type=Path, nargs="?")
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--split", choices=("tune", "unread"))
    parser.add_argument("--show", action="store_true", help="list wrong and missed pairs (never of the unread part)")
    options = parser.parse_args()
    if options.claims and not (options.entries and options.texts):
        parser.error("claims go with entries and --texts")
    wanted = {g.name for g in load_gold(options.gold) if not options.split or is_unread(g.name) == (options.split == "unread")}
    if options.claims:
        gold = [g for g in load_gold(options.gold) if g.name in wanted]
        entries = entry_of_label(gold, lines(options.claims), lines(options.entries), options.texts)
    else:
        entries = {place: entry for place, entry in reconcile_labels(lines(options.gold)).items() if place[0] in wanted}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for kind, one, other, same in pairs_of(lines(options.same), entries):
        joined = entries[one] == entries[other]
        if same or joined:
            counts[kind][0 if same and joined else 1 if joined else 2] += 1
            if options.show and same != joined and options.split == "tune":
                print("missed" if same else "wrong", kind, one, other)
    counts["all"] = [sum(row[n] for row in counts.values()) for n in range(3)]
    for kind, (right, wrong, missed) in counts.items():
        share = f"precision {right / max(1, right + wrong):.3f}, recall {right / max(1, right + missed):.3f}"
        print(f"{kind:11} {share} ({right} right, {wrong} wrong, {missed} missed)")


if __name__ == "__main__":
    main()
