"""A ledger of N made-up claims in documents, with entries and findings, for tests under load.

    python -m benchmarks.filling 1000000 made.db

The claims are those of `benchmarks.reconcile`: some kinds, few givers that give most, most things told once and some by dozens.
Nothing is reconciled: documents and claims are stored as a build stores them, entries and findings are put straight into their
tables, one entry for each thing that was made up. About 3 kB and 0.3 ms a claim.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # run as a file or as a module
    sys.path.insert(0, str(Path(__file__).parent.parent))

from sqlalchemy import Connection

from benchmarks.reconcile import PER_DOCUMENT, VOCABULARY, World, make_claims, spelled
from promissory.ledger import Extracted, Ledger, Run, open_ledger, statements
from promissory.ledger.opening import now, writing
from promissory.ledger.rows import encode
from promissory.ledger.storing import entry_days, facets_of, finding_row
from promissory.model import Claim, Document, Entry, Finding, Published, Step
from promissory.model.claims import slot_name, slots_of
from promissory.packs import Pack, load_pack

#: Claims that are shuffled into documents and stored at a time: documents mix things, and memory stays small.
CHUNK = 20_000
EVERY = 50
#: Words around each claim of a text.
AROUND = 22

Told = tuple[int, Claim, str]


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the ledger at a path that is not there yet, or at the address of an empty database."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int)
    parser.add_argument("ledger")
    given = parser.parse_args(arguments)
    with open_ledger(given.ledger) as ledger:
        for done in fill(ledger, given.claims):
            print(f"{done:,} claims", file=sys.stderr, flush=True)


def fill(ledger: Ledger, size: int, *, entries: bool = True, world: World | None = None) -> Iterator[int]:
    """Store chunk after chunk, and tell how many claims are stored."""
    chance, pack, done = random.Random(size), load_pack(), 0
    made = make_claims(size, chance, world)
    with ledger.writer() as writer:
        while chunk := [(thing, report.claim) for report, thing in islice(made, CHUNK)]:
            told = list(documents_of(chunk, done, chance))
            for at in range(0, len(told), 500):
                writer.add(Run("made up", pack), [extracted for extracted, _ in told[at : at + 500]])
            if entries:
                _store_entries(ledger, [one for _, claims in told for one in claims], pack)
            done += len(chunk)
            yield done


def documents_of(chunk: list[tuple[int, Any]], first: int, chance: random.Random) -> Iterator[tuple[Extracted, list[Told]]]:
    """Documents of eight claims each, with the thing and the day of each claim."""
    days = sorted(chunk, key=lambda pair: (str(pair[1]["reported"])[:7], chance.random()))
    for at in range(0, len(days), PER_DOCUMENT):
        part = days[at : at + PER_DOCUMENT]
        day = max(claim["reported"] for _, claim in part)
        lines = [claim["evidence"][0]["quote"] for _, claim in part]
        text = "\n".join(f"{n}: {line} {_words_around(chance)}" for n, line in enumerate(lines))
        document = Document(text, f"made/{first + at:09}.txt", published=Published(day, "given"))
        claims = [_claim(document, record) for _, record in part]
        told = [(thing, claim, day) for (thing, _), claim in zip(part, claims, strict=True)]
        yield Extracted(document, tuple(claims)), told


def _words_around(chance: random.Random) -> str:
    """What a report says beside: words of which few come often and most come seldom, so that two reports of different things have a sixth
    of their words in common, as news has, and not in one order."""
    return " ".join(spelled(int(VOCABULARY ** chance.random())) for _ in range(AROUND)) + "."


def _claim(document: Document, record: Any) -> Claim:
    quote = record["evidence"][0]["quote"]
    at = document.text.index(quote)
    evidence = [{"start": at, "end": at + len(quote), "quote": quote}]
    return Claim.from_record(record | {"doc": document.id, "evidence": evidence}, document.text)


def _store_entries(ledger: Ledger, told: list[Told], pack: Pack) -> None:
    told.sort(key=lambda one: (one[0], one[2], one[1].id))
    entries = [_entry(list(group)) for _, group in groupby(told, key=lambda one: one[0])]
    findings = [Finding(kind="contradiction", message=f"made up of {e.id}", about=(e.id, e.claims[0])) for e in entries[::EVERY]]
    with writing(ledger._engine) as connection:  # straight into the tables: that is the point
        rebuild = int(statements.run(connection, "rebuilds.newest").scalar_one()) + 1
        statements.append(connection, "rebuilds", [{"seq": rebuild, "state": "made up", "finished": now()}])
        _append_entries(connection, entries, pack, rebuild)
        rows = [(finding.id, finding_row(finding)) for finding in findings]
        rows_of = [{"finding": key, "revision": 1, "rebuild": rebuild, **{k: v for k, v in row.items() if k != "id"}} for key, row in rows]
        statements.append(connection, "finding_versions", rows_of)


def _entry(told: list[Told]) -> Entry:
    first = told[0][1]
    record = first.to_record()
    steps: dict[str, dict[str, str]] = {}
    for _, claim, day in told:
        steps.setdefault(claim.status, {}).setdefault(claim.id, day)
    history = tuple(Step(status, None, min(days.values()), tuple(days)) for status, days in sorted(steps.items()))
    return Entry(
        id="e_" + first.id[2:], kind=first.kind, status=first.status, parties=first.parties, history=history,
        slots={slot_name(slot): record[slot_name(slot)] for slot in slots_of(first.kind)},
        claims=tuple(dict.fromkeys(claim.id for _, claim, _ in told)), independent_sources=len({claim.doc for _, claim, _ in told}),
    )  # fmt: skip


def _append_entries(connection: Connection, entries: list[Entry], pack: Pack, rebuild: int) -> None:
    rows, facets, stated = [], [], []
    for entry in entries:
        record, key = entry.to_record(), {"entry": entry.id, "revision": 1}
        first, last = entry_days(record) or (None, None)
        rows.append(key | {"rebuild": rebuild, "kind": entry.kind, "status": entry.status, "on_from": first, "on_to": last,
                           "record": encode(record), "machine": None, "rejected": 0})  # fmt: skip
        facets += [key | {"facet": facet, "value": value} for facet, value in facets_of(record, pack)]
        stated += [key | {"claim": claim} for claim in entry.claims]
    statements.append(connection, "entry_versions", rows)
    statements.append(connection, "entry_facets", facets)
    statements.append(connection, "entry_claims", stated)


if __name__ == "__main__":
    main()
