"""The web app under many readers: `python -m benchmarks.serving LEDGER [--readers 50] [--seconds 20] [--build SOURCE]`.

Serves a ledger on loopback from a process of its own, asks it for pages and answers of REST from so many readers at once, while, if a
source is named, a build writes to the same ledger. Prints for each address how often it was asked, the median, the 95th percentile,
and failures.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import socket
import statistics
import subprocess
import sys
import time
from collections import defaultdict

import httpx

PATHS = (
    "/", "/entries", "/commitments", "/agreements?status=signed", "/claims", "/documents", "/timeline", "/api/entries",
    "/api/claims?limit=50", "/api/entries?kind=commitment&status=delivered", "ENTRY", "DOCUMENT",
)  # fmt: skip
MAIN = "from promissory.cli import main; main()"


async def read(client: httpx.AsyncClient, paths: tuple[str, ...], until: float, chance: random.Random, told: dict[str, list[float]]) -> int:
    """One reader: asks one address after the other; how many answers were none."""
    failed = 0
    while time.monotonic() < until:
        path = chance.choice(paths)
        began = time.monotonic()
        try:
            answer = await client.get(path)
            failed += answer.status_code != 200
        except httpx.HTTPError:
            failed += 1
        told[path].append(time.monotonic() - began)
    return failed


async def load(address: str, readers: int, seconds: float) -> None:
    """Ask for a while, and print what it took."""
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=httpx.Limits(max_connections=readers)) as client:
        entry = (await client.get("/api/entries?limit=1")).json()["rows"][0]["id"]
        document = (await client.get("/api/documents?limit=1")).json()["rows"][0]["id"]
        named = {"ENTRY": f"/entry/{entry}", "DOCUMENT": f"/document/{document}"}
        paths = tuple(named.get(path, path) for path in PATHS)
        for path in paths:
            await client.get(path)
        told: dict[str, list[float]] = defaultdict(list)
        until = time.monotonic() + seconds
        failed = sum(await asyncio.gather(*(read(client, paths, until, random.Random(n), told) for n in range(readers))))
    for path, times in sorted(told.items()):
        print(f"{path[:60]:<60} {len(times):6} {1000 * statistics.median(times):8.0f} ms {1000 * p95(times):8.0f} ms")
    every = [one for times in told.values() for one in times]
    print(f"{'all':<60} {len(every):6} {1000 * statistics.median(every):8.0f} ms {1000 * p95(every):8.0f} ms, {failed} failed")


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def wait_for(address: str) -> None:
    for _ in range(300):
        try:
            httpx.get(f"{address}/healthz")
            return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise SystemExit("the app did not start")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--build", metavar="SOURCE", help="built into the ledger meanwhile")
    given = parser.parse_args()
    port = free_port()
    server = subprocess.Popen([sys.executable, "-c", MAIN, "serve", "--ledger", given.ledger, "--port", str(port)])
    builder = subprocess.Popen([sys.executable, "-c", MAIN, "build", given.build, "--ledger", given.ledger]) if given.build else None
    try:
        wait_for(f"http://127.0.0.1:{port}")
        asyncio.run(load(f"http://127.0.0.1:{port}", given.readers, given.seconds))
    finally:
        for process in filter(None, (server, builder)):
            process.terminate()
            process.wait(30)


if __name__ == "__main__":
    main()
