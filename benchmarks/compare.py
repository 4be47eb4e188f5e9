"""Records of an aid tracker lined up with a ledger that is built from their own texts: `python -m benchmarks.compare FILE.jsonl LEDGER`.

FILE holds one record a line (see benchmarks/tracker.py), LEDGER was built from it (`promissory build FILE.jsonl --ledger LEDGER`). The
records are written as a sheet in the tracker's columns, without their sources, and compared. A record counts as right if the commitment it
is lined up with has its sum and its donor, and is told in the record's own text, or in words that stand there too or name the record.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from promissory.analysis import load_rates
from promissory.ledger import open_ledger
from promissory.packs import load_pack
from promissory.tracker import COLUMNS, Pairing, activities_of, compare, read_sheet


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("ledger")
    parser.add_argument(
        "--show", choices=("right", "open", "differs", "wrong", "none"), help="print these records with what they are lined up with"
    )
    given = parser.parse_args(arguments)
    records = [json.loads(line) for line in given.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    with open_ledger(given.ledger, create=False) as ledger, tempfile.TemporaryDirectory() as folder:
        found = compare(
            ledger, activities_of(read_sheet(sheet(records, Path(folder) / "sheet.csv")), load_pack()), load_pack(), load_rates()
        )
    pairings = {pairing.activity.id: pairing for pairing in (*found.matched, *found.different)}
    asked = [record for record in records if record["amount"]]
    verdicts = {record["id"]: verdict(record, pairings.get(record["id"])) for record in asked}
    for name in MEANING:
        print(f"{name:6} {sum(v == name for v in verdicts.values()):4} of {len(asked)}  {MEANING[name]}")
    by_id = {record["id"]: record for record in records}
    right = sum(v in ("right", "open") for v in verdicts.values())
    print(f"right or open {right / len(asked):.3f} of all")
    strange = [p.activity.id for p in found.matched if not any(tells(by_id[p.activity.id], *quote) for quote in p.offer.quotes)]
    print(f"matched by another text, with a sum or without: {len(strange)} of {len(found.matched)} {' '.join(strange)}")
    counts = len(found.matched), len(found.different), len(found.there), len(found.here)
    print("all records: {} matched, {} different, {} only there; entries only here: {}".format(*counts))
    for record in asked:
        if given.show == verdicts[record["id"]]:
            show(record, pairings.get(record["id"]))


MEANING = {
    "right": "sum and donor are the record's, from its text",
    "open": "the sum is the record's, from its text; the text names no donor",
    "differs": "its own text, and the comparison shows what the sheet has otherwise",
    "wrong": "another text, sum or donor",
    "none": "not lined up",
}


def sheet(records: Sequence[dict[str, Any]], path: Path) -> Path:
    """The records as a CSV file in the tracker's columns, a row an item."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        for record in records:
            amount = record["amount"] or {}
            head = {
                "ID": record["id"], "Donor": record["donor"], "Announcement date": record["published"],
                "Type of aid general": record["type"], "Explanation": record["text"],
                "Source reported currency": amount.get("currency", ""), "Source reported value": amount.get("value", ""),
            }  # fmt: skip
            for item in record["items"] or [{}]:
                writer.writerow(head | {"Item": item.get("item", ""), "No. of units": item.get("count", "")})
    return path


def verdict(record: dict[str, Any], pairing: Pairing | None) -> str:
    """What a record's pairing is; see MEANING."""
    if pairing is None:
        return "none"
    if not any(tells(record, *quote) for quote in pairing.offer.quotes) or (not pairing.differs and "amount" not in pairing.agrees):
        return "wrong"
    if "amount" not in pairing.agrees or "donor" in pairing.differs:
        return "differs"
    return "right" if "donor" in pairing.agrees else "open"


def tells(record: dict[str, Any], quote: str, source: str) -> bool:
    """Whether a quote tells of a record: out of its own text, in words that stand there too, or by its name."""
    own = source.replace("#", "/").rsplit("/", 1)[-1] == record["id"]
    return own or quote in record["text"] or re.search(rf"\b{record['id']}\b", quote) is not None


def show(record: dict[str, Any], pairing: Pairing | None) -> None:
    print(f"\n{record['id']} {record['donor']} {record['published']} {record['amount']}\n    {' '.join(record['text'].split())[:300]}")
    if pairing:
        entry = pairing.offer.entry
        print(f"  = {entry['parties']} {entry['amount']} {pairing.points:.1f} {pairing.agrees} {pairing.differs}")
        for quote, source in pairing.offer.quotes[:3]:
            print(f"    {source[-8:]} {' '.join(quote.split())[:200]}")


if __name__ == "__main__":
    main()
