"""First pages of the lists, registers, timeline and search of a ledger of N made-up claims: milliseconds, the median of five calls.

Beside each the milliseconds of its bare SQL (the same statements with the same values, and as many rows as are fetched at once), and how
many times as long the whole takes.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # run as a file or as a module
    sys.path.insert(0, str(Path(__file__).parent.parent))

from sqlalchemy import Connection, event

from promissory.analysis import REGISTERS, register, timeline
from promissory.ledger import Extracted, Ledger, Run, open_ledger
from promissory.ledger.opening import reading
from promissory.ledger.statements import PAGE
from promissory.model import Claim, Document, Entry, Finding, Published, Step
from promissory.packs import load_pack

PER_DOCUMENT, BATCH, STATES = 8, 500, "US DE GB FR PL NL DK NO SE CA IT ES FI CZ".split()


def main(arguments: Sequence[str] | None = None) -> None:
    """Make a ledger, or take the one given, and print a row for each list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=100_000)
    parser.add_argument("--ledger", help="where to make it, or a ledger made before: a file, or the address of a database")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="promissory-listing-") as home, open_ledger(given.ledger or Path(home) / "made.db") as ledger:
        if not ledger.claims(limit=1):
            make(ledger, given.claims)
        for name, call in calls(ledger).items():
            whole = _milliseconds(call)
            with reading(ledger._engine) as connection:
                bare = _milliseconds(partial(_run, connection, statements_of(ledger, call)))
            print(f"{name:32} {whole:9.1f} ms   SQL {bare:8.1f} ms   {whole / bare:5.1f} times", flush=True)


def calls(ledger: Ledger) -> dict[str, Callable[[], object]]:
    pack = load_pack()
    word = ledger.claims(limit=1)[0]["evidence"][0]["quote"].split()[1]
    return {
        "claims --limit 50": lambda: ledger.claims(limit=50),
        "entries --limit 50": lambda: ledger.entries(limit=50),
        "entries --kind commitment": lambda: ledger.entries(kind="commitment", limit=50),
        "entries --kind need --status met": lambda: ledger.entries(kind="need", status="met", limit=50),
        "findings --limit 50": lambda: ledger.findings(limit=50),
        "documents --limit 50": lambda: ledger.documents(limit=50),
        "entries --as-of, --limit 50": lambda: ledger.entries(limit=50, as_of="2023-06-01"),
        "the same, newest first": lambda: ledger.entries(limit=50, as_of="2023-06-01", newest=True),
        "findings --as-of, --limit 50": lambda: ledger.findings(limit=50, as_of="2023-06-01"),
        "claims --as-of, --limit 50": lambda: ledger.claims(limit=50, as_of="2023-06-01"),
        "documents --actor PL, --limit 50": lambda: ledger.documents(actor="PL", limit=50),
        "documents --kind need, --limit 50": lambda: ledger.documents(kind="need", limit=50),
        "claims --kind need, --limit 50": lambda: ledger.claims(kind="need", limit=50),
        "claims --kind need --actor PL": lambda: ledger.claims(kind="need", actor="PL", limit=50),
        "claims --actor PL, --limit 50": lambda: ledger.claims(limit=50, actor="PL"),
        "entries --actor PL, --limit 50": lambda: ledger.entries(limit=50, actor="PL"),
        **{f"register {name}, --limit 50": partial(register, ledger, name, pack=pack, limit=50) for name in REGISTERS},
        "timeline --limit 50": lambda: timeline(ledger, limit=50),
        "timeline --kind need, --limit 50": lambda: timeline(ledger, limit=50, kind="need"),
        "search for a word, --limit 20": lambda: ledger.search(word, limit=20),
    }


def statements_of(ledger: Ledger, call: Callable[[], object]) -> list[tuple[str, Any]]:
    """The statements that a call runs, with their values."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, values: Any, *_: object) -> None:
        seen.append((statement, values))

    event.listen(ledger._engine, "before_cursor_execute", note)
    call()
    event.remove(ledger._engine, "before_cursor_execute", note)
    return [(statement, values) for statement, values in seen if statement.lstrip().upper().startswith(("SELECT", "WITH"))]


def _run(connection: Connection, told: Sequence[tuple[str, Any]]) -> None:
    for statement, values in told:
        cursor = connection.connection.cursor()
        cursor.execute(statement, values)
        cursor.fetchmany(PAGE)
        cursor.close()


def _milliseconds(call: Callable[[], object]) -> float:
    return 1000 * statistics.median(_time(call) for _ in range(5))


def make(ledger: Ledger, size: int) -> None:
    """Documents of eight claims each, entries of two, a finding for every hundredth entry."""
    pack, kept = load_pack(), []
    run, documents = Run("made up", pack), _documents(size // PER_DOCUMENT, random.Random(size))
    with ledger.writer() as writer:
        while batch := list(islice(documents, BATCH)):
            writer.add(run, batch)
            kept += [(claim.id, extracted.document.published) for extracted in batch for claim in extracted.claims]
        pairs = zip(kept[::2], kept[1::2], strict=True)
        entries = [_entry(n, a[0], b[0], a[1].value if a[1] else None) for n, (a, b) in enumerate(pairs)]
        findings = [Finding(kind="contradiction", message=e.id, about=(e.id, e.claims[0])) for e in entries[::100]]
        writer.rebuild(entries, findings, pack=pack, state="made up")


def _documents(number: int, chance: random.Random) -> Iterator[Extracted]:
    for n in range(number):
        lines = [f"{chance.choice(STATES)} gave package {n} {m} of its aid." for m in range(PER_DOCUMENT)]
        day = Published(f"202{chance.randrange(2, 5)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}", "given")
        document = Document("\n".join(lines), f"{n:07}.txt", published=day)
        yield Extracted(document, tuple(_claim(document, line) for line in lines))


def _claim(document: Document, line: str) -> Claim:
    at = document.text.index(line)
    evidence, donor = (document.span(at, at + len(line)),), (line.split()[0],)
    return Claim(text=document.text, doc=document.id, kind="commitment", status="pledged", parties={"donor": donor}, evidence=evidence)


def _entry(n: int, first: str, second: str, day: str | None) -> Entry:
    step, claims = Step("pledged", None, day, (first, second)), (first, second)
    return Entry(
        id=f"e_{n:020}", kind="commitment", status="pledged", parties={"donor": ("US",)}, slots={"date": day}, history=(step,),
        claims=claims, independent_sources=1,
    )  # fmt: skip


def _time(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
