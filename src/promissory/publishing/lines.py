"""Entries as CSV and JSON lines, with their evidence."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from promissory.model import KINDS, ROLES
from promissory.model.claims import ALL_SLOTS
from promissory.publishing.flattening import AMOUNT, amount_cells, item_words, words
from promissory.publishing.gathering import Content, Evidence, Record
from promissory.publishing.listings import guarded, json_lines

#: (kind's role, its column): a role that is named as a slot is named after its kind too
ROLE_COLUMNS = {role: f"{kind}_{role}" if role in ALL_SLOTS else role for kind in KINDS for role in ROLES[kind]}
ENDS = ("sources", "grade", "findings", "first_reported", "evidence", "links")
CSV_COLUMNS = (
    "id", "kind", "status", *ROLE_COLUMNS.values(), *(c for s in ALL_SLOTS for c in (AMOUNT if s == "amount" else (s,))), *ENDS,
)  # fmt: skip


def write_csv(content: Content, to: Path) -> None:
    """A row an entry; several values of a cell with semicolons. A text that a spreadsheet would take for a formula gets an apostrophe."""
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(CSV_COLUMNS)
        for entry in content.entries:
            row = flat_entry(entry, content.evidence[entry["id"]])
            writer.writerow([guarded(row.get(column)) for column in CSV_COLUMNS])


def write_jsonl(content: Content, to: Path) -> None:
    """The JSON of an entry a line, with `evidence`: its quotes, each with its source."""
    with to.open("w", encoding="utf-8") as file:
        told = ({**entry, "evidence": [item.to_record() for item in content.evidence[entry["id"]]]} for entry in content.entries)
        file.writelines(json_lines(told))


def flat_entry(entry: Record, evidence: Iterable[Evidence]) -> dict[str, Any]:
    """The cells of an entry by column."""
    evidence = list(evidence)
    row: dict[str, Any] = {"id": entry["id"], "kind": entry["kind"], "status": entry["status"]}
    row |= {ROLE_COLUMNS[role]: words(ids) for role, ids in entry["parties"].items()}
    row |= {slot: words(entry.get(slot)) for slot in ALL_SLOTS if slot not in ("amount", "items")}
    row |= dict(zip(AMOUNT, amount_cells(entry.get("amount")), strict=True)) | {"items": item_words(entry.get("items"))}
    reported = [item.reported for item in evidence if item.reported]
    return row | {
        "sources": entry["independent_sources"], "grade": entry["grade"], "findings": words(entry["findings"]),
        "first_reported": min(reported, default=None),
        "evidence": " | ".join(dict.fromkeys(item.quote for item in evidence)) or None,
        "links": " ".join(dict.fromkeys(item.source for item in evidence)) or None,
    }  # fmt: skip
