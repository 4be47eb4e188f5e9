"""A synthetic crawl through the gate: `python -m benchmarks.crawl --pages 100000 --shards 20 [--workers 2]`.

Makes web archives of pages with menus, scripts and footers: 98 in 100 made up about many other topics, the rest the sample reports with
variations. Reads them with `promissory batch`, and with FastWARC and resiliparse's main content alone (the peer), and prints both and
their ratio, then one worker against two, and the memory of a worker after the first shard and at most.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from html import escape
from io import BytesIO
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from benchmarks.throughput import ROOT, SAMPLES
from benchmarks.warc import record_of

TOPICS = (
    ("council", "bridge", "river", "mayor", "budget for roads"), ("orchestra", "concert", "violin", "festival", "season ticket"),
    ("striker", "league", "goal", "coach", "transfer window"), ("recipe", "oven", "butter", "dough", "baking tray"),
    ("startup", "investors", "app", "founder", "funding round"), ("glacier", "rainfall", "storm", "forecast", "heat wave"),
    ("museum", "painting", "curator", "exhibition", "sculpture"), ("hospital", "nurses", "vaccine", "patients", "waiting list"),
    ("school", "teachers", "pupils", "exam", "new curriculum"), ("harvest", "wheat", "farmer", "tractor", "grain price"),
    ("airline", "passengers", "runway", "ticket", "summer timetable"), ("novel", "author", "publisher", "prize", "book fair"),
    ("rocket", "satellite", "orbit", "astronomers", "telescope"), ("bank", "interest rate", "mortgage", "inflation", "central bank"),
    ("court", "verdict", "lawyer", "appeal", "fraud trial"), ("garden", "roses", "seeds", "compost", "greenhouse"),
)  # fmt: skip
FRAMES = (
    "The {0} will change the way people think about the {1}, the {3} said on {day}.",
    "After months of talks about the {4}, the {2} is ready.",
    "Nobody expected the {1} to cost more than the {4}.", "“We are proud of our {0},” a spokesman for the {3} added.",
    "Visitors can see the {2} until the end of the month.", "According to a survey, {n} in ten people know the {0}.",
    "A second {1} is planned for next year, with a larger {2}.", "The {3} has promised {n} thousand for the {4}.",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
MENU = "".join(
    f'<li><a href="/{name}">{name.capitalize()}</a></li>' for name in ("home", "world", "business", "sport", "culture", "weather", "jobs")
)


def write_crawl(folder: Path, *, pages: int, shards: int, share: float = 0.02) -> None:
    """Web archives of so many pages together, `share` of them about the domain; the same every time."""
    folder.mkdir(parents=True, exist_ok=True)
    reports = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    each = pages // shards
    for shard in range(shards):
        chance = random.Random(shard)
        with (folder / f"crawl-{shard:04}.warc.gz").open("wb") as file:
            for number in range(each):
                told = number % max(1, round(1 / share)) == 0
                body = _report(reports, chance) if told else _other(chance)
                record = record_of(shard * each + number, body)
                record.write(file, checksum_data=False)


def _report(reports: Sequence[dict[str, str]], chance: random.Random) -> str:
    report = chance.choice(reports)
    text = [*report["text"].split("\n"), f"Reported by desk {chance.randrange(10_000)}."]
    return _page(report.get("title") or "Report", [line for line in text if line.strip()], report.get("published", ""), chance)


def _other(chance: random.Random) -> str:
    words = chance.choice(TOPICS)
    lines = [
        " ".join(
            chance.choice(FRAMES).format(*chance.sample(words, 5), day=chance.choice(DAYS), n=chance.randint(2, 9))
            for _ in range(chance.randint(2, 6))
        )
        for _ in range(chance.randint(4, 14))
    ]
    return _page(f"The {words[0]} and the {words[1]}", lines, "2025-01-01", chance)


def _page(title: str, lines: Sequence[str], published: str, chance: random.Random) -> str:
    links = "".join(
        f'<li><a href="/story/{chance.randrange(10**6)}">{escape(" ".join(chance.choice(TOPICS)[:3]))}</a></li>' for _ in range(25)
    )
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    head = f'<meta property="article:published_time" content="{published}">' if published else ""
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(title)}</title>{head}<style>body{{margin:0}}</style>'
        f"<script>var track={chance.randrange(10**9)};</script></head><body><header><nav><ul>{MENU}</ul></nav></header>"
        f"<main><article><h1>{escape(title)}</h1>{paragraphs}</article></main><aside><h2>Most read</h2><ul>{links}</ul></aside>"
        "<footer><p>All rights reserved. Terms of use. Privacy. Contact the editors.</p></footer></body></html>"
    )


def peer(path: Path) -> int:
    """Main content of every page, and nothing else: how many characters."""
    total = 0
    for record in ArchiveIterator(BytesIO(path.read_bytes()), record_types=WarcRecordType.response):
        tree = HTMLTree.parse_from_bytes(record.reader.read(), "utf-8")
        total += len(extract_plain_text(tree, main_content=True))
    return total


def measure_peer(crawl: Path, workers: int) -> float:
    """Seconds of the peer over all shards, in so many processes."""
    began = time.perf_counter()
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(peer, sorted(crawl.iterdir())))
    return time.perf_counter() - began


def measure_batch(crawl: Path, workers: int) -> tuple[float, dict[str, object]]:
    """Seconds of a batch over all shards, and its report."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-c", "from promissory.cli import main; main()", "batch", str(crawl), "--out", out, "--format", "json"]
        began = time.perf_counter()
        told = subprocess.run([*command, "--workers", str(workers)], check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout
        return time.perf_counter() - began, dict(json.loads(told))


def memory_of(crawl: Path) -> Iterator[tuple[str, float]]:
    """Most memory (MB) of one process after each shard."""
    from promissory.batch.shards import shards_of
    from promissory.batch.working import Task, work
    from promissory.settings import Settings

    with tempfile.TemporaryDirectory() as out:
        for shard in shards_of([str(crawl)]):
            work(shard, Task(out, Settings()))
            yield shard.address, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--shards", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--memory", action="store_true", help="memory of one worker after the first shard and at most, instead")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="promissory-crawl-") as folder:
        crawl = Path(folder)
        write_crawl(crawl, pages=given.pages, shards=given.shards)
        if given.memory:
            peaks = [megabytes for _, megabytes in memory_of(crawl)]
            print(f"memory of a worker: {peaks[0]:.0f} MB after the first shard, {peaks[-1]:.0f} MB after the last")
            return
        alone = measure_peer(crawl, given.workers)
        seconds, report = measure_batch(crawl, given.workers)
        one, _ = measure_batch(crawl, 1)
    print(json.dumps(report))
    print(f"main content alone {alone:.1f} s, batch {seconds:.1f} s with {given.workers} workers: {seconds / alone:.2f} times")
    print(f"batch with one worker {one:.1f} s: {given.workers} workers are {one / seconds:.2f} times as fast")


if __name__ == "__main__":
    main()
