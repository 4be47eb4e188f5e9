"""The web app under many readers: `python -m benchmarks.serving LEDGER [--readers 50] [--seconds 20] [--think 1] [--build SOURCE]`.

Serves a ledger on loopback from a process of its own, and lets so many readers at once ask for pages and answers of REST, while, if a
source is named, a build writes to the same ledger. Readers go on as those of such a site do: three of ten questions are for an entry
and one or two for a document, each one of 2,000, so that most of them were not asked for a moment ago; the others for lists, the
overview, balances, searches and REST. Every reader keeps one connection, and between two answers thinks for as long as `--think`
says on average (0: asks on at once, as no person does: then the table tells what the machine can do at most).

Prints for each kind of question how often it was asked, the median, the 95th percentile, how many answers were only "being worked
out", and how many failed; and what else the machine was busy with.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections import defaultdict
from dataclasses import dataclass, field

#: Of each kind of question: how often of a hundred, and the addresses.
ASKED: dict[str, tuple[int, tuple[str, ...]]] = {
    "overview": (8, ("/",)),
    "register": (
        16,
        ("/entries", "/commitments", "/needs", "/agreements?status=signed", "/commitments?actor=DE", "/commitments?item=tank"),
    ),
    "further pages": (6, tuple(f"/commitments?page={n}" for n in range(2, 40))),
    "claims, documents": (6, ("/claims", "/documents", "/findings", "/documents?page=2")),
    "timeline": (5, ("/timeline", "/timeline?kind=commitment")),
    "balance": (6, ("/balance?item=patriot", "/balance?item=drone", "/balance?item=leopard")),
    "search": (4, ("/search?q=patriot", "/search?q=tank", "/search?q=germany+drone")),
    "REST lists": (8, ("/api/entries", "/api/claims?limit=50", "/api/entries?kind=commitment&status=delivered")),
}
ENTRIES, DOCUMENTS, RECORDS = 26, 10, 5
SEVERAL = 2_000
MAIN = "from promissory.cli import main; main()"


@dataclass
class Told:
    """What became of one kind of question: seconds, answers that were only promised, and failures."""

    times: list[float] = field(default_factory=list)
    promised: int = 0
    failed: int = 0


async def read(port: int, questions: Questions, think: float, until: float, chance: random.Random, told: dict[str, Told]) -> None:
    """One reader: asks one address after the other over one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.monotonic() < until:
        if think:
            await asyncio.sleep(chance.expovariate(1 / think))
        kind, path = questions.choose(chance)
        began = time.monotonic()
        status = await ask(reader, writer, path)
        told[kind].times.append(time.monotonic() - began)
        told[kind].promised += status == 202
        told[kind].failed += status not in (200, 202)
        if status == 0:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> int:
    """Ask and read to the end; the status, or 0 for no answer."""
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 60)).decode("latin-1").lower()
        length = int(head.partition("content-length:")[2].partition("\r\n")[0])
        await reader.readexactly(length)
        return int(head.split()[1])
    except (OSError, ValueError, asyncio.IncompleteReadError, TimeoutError):
        return 0


@dataclass(frozen=True)
class Questions:
    """What is asked, and how often."""

    kinds: dict[str, tuple[int, tuple[str, ...]]]

    @classmethod
    def of(cls, port: int) -> Questions:
        entries = [row["id"] for at in range(0, SEVERAL, 500) for row in rows(port, f"/api/entries?limit=500&offset={at}")]
        documents = [row["id"] for at in range(0, SEVERAL, 500) for row in rows(port, f"/api/documents?limit=500&offset={at}")]
        single = {
            "entry": (ENTRIES, tuple(f"/entry/{key}" for key in entries)),
            "document": (DOCUMENTS, tuple(f"/document/{key}" for key in documents)),
            "REST record": (RECORDS, tuple(f"/api/entries/{key}" for key in entries)),
        }
        return cls(ASKED | single)

    def choose(self, chance: random.Random) -> tuple[str, str]:
        (kind,) = chance.choices(tuple(self.kinds), [often for often, _ in self.kinds.values()])
        return kind, chance.choice(self.kinds[kind][1])

    def warm(self, port: int, seconds: float) -> None:
        """Ask what every site of its kind is asked all day, until nothing of it is being worked out any more, or the time is over."""
        end = time.monotonic() + seconds
        waiting = {path for kind in ASKED for path in self.kinds[kind][1]}
        while waiting and time.monotonic() < end:
            for path in sorted(waiting):
                with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=120) as answer:
                    if answer.status == 200 and b'role="status"' not in answer.read():
                        waiting.discard(path)
            time.sleep(1)
        print(f"{len(waiting)} of the lists and sums are still being worked out")


def rows(port: int, path: str) -> list[dict[str, str]]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=120) as answer:
        found: list[dict[str, str]] = json.load(answer)["rows"]
        return found


async def load(port: int, questions: Questions, readers: int, think: float, seconds: float) -> dict[str, Told]:
    """Ask for a while."""
    told: dict[str, Told] = defaultdict(Told)
    until = time.monotonic() + seconds
    await asyncio.gather(*(read(port, questions, think, until, random.Random(n), told) for n in range(readers)))
    return told


def show(told: dict[str, Told]) -> None:
    every = Told([one for part in told.values() for one in part.times], *(sum(getattr(p, n) for p in told.values()) for n in COUNTS))
    print(f"{'question':<20}{'asked':>8}{'median ms':>11}{'p95 ms':>9}{'promised':>10}{'failed':>8}")
    for name, part in (*sorted(told.items()), ("all", every)):
        middle = 1000 * statistics.median(part.times)
        print(f"{name:<20}{len(part.times):>8}{middle:>11.0f}{1000 * p95(part.times):>9.0f}{part.promised:>10}{part.failed:>8}")


COUNTS = ("promised", "failed")


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz").close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the app did not start")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--think", type=float, default=1.0, metavar="SECONDS")
    parser.add_argument("--warm", type=float, default=300, metavar="SECONDS", help="ask first for so long at most")
    parser.add_argument("--build", metavar="SOURCE", help="built into the ledger meanwhile")
    given = parser.parse_args()
    port = free_port()
    running = [subprocess.Popen([sys.executable, "-c", MAIN, "serve", "--ledger", given.ledger, "--port", str(port)])]
    try:
        wait_for(port)
        questions = Questions.of(port)
        questions.warm(port, given.warm)
        if given.build:
            running.append(subprocess.Popen([sys.executable, "-c", MAIN, "build", given.build, "--ledger", given.ledger]))
        before = os.getloadavg()[0]
        told = asyncio.run(load(port, questions, given.readers, given.think, given.seconds))
        writing = "a build that writes" if given.build and running[-1].poll() is None else "no build (any more)"
        print(f"{given.readers} readers who think for {given.think:g} s on average, {writing}, {given.seconds:g} s")
        show(told)
        print(f"load of the machine before and after: {before:.1f}, {os.getloadavg()[0]:.1f}, on {os.cpu_count()} cores")
    finally:
        for process in running:
            process.terminate()
            process.wait(60)


if __name__ == "__main__":
    main()
