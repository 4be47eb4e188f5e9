"""Reading a web archive: pages a second on one core, and whether memory stays flat from the first tenth to the last page.

Run it as `python -m benchmarks.warc` from the root of the checkout. It makes a WARC file of synthetic pages in a temporary folder:
the sample reports, each with its date in the metadata and with menus, links, scripts and a footer around it. It reads the file three
times, each in a process of its own: the archive alone (records and their bodies); the documents; the documents of pages that do not
say their date, which are dated by what they tell. Of both the share of the page reader is told.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from benchmarks.throughput import ROOT, SAMPLES

DEPTHS = ("archive", "documents", "documents, undated")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print; with `--file` (used for the processes of their own) one depth of one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000, metavar="N", help="pages of the archive  [default: 10,000]")
    parser.add_argument("--packed", action="store_true", help="pack every record with gzip, as crawlers do")
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--depth", choices=DEPTHS, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.file:
        print(json.dumps(measure(given.file, given.pages, given.depth)))
        return
    with tempfile.TemporaryDirectory(prefix="promissory-bench-") as folder:
        for depth in DEPTHS:
            path = Path(folder, "crawl.warc.gz" if given.packed else "crawl.warc")
            write_archive(path, given.pages, packed=given.packed, dated=depth != DEPTHS[2])
            print(told(depth, run(path, given.pages, depth)), flush=True)


def run(path: Path, pages: int, depth: str) -> dict[str, float]:
    """The figures of one depth, measured in a fresh process; CalledProcessError where it failed."""
    command = [sys.executable, "-m", "benchmarks.warc", "--file", str(path), "--depth", depth, "--pages", str(pages)]
    return dict(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout))


def told(depth: str, figures: dict[str, float]) -> str:
    """The figures as they are printed."""
    share = f", of it the page reader {figures['page_reader']:.0%}" if figures["page_reader"] else ""
    memory = f"{figures['tenth_mb']:.0f} MB at 10 %, {figures['whole_mb']:.0f} MB at 100 %"
    return f"{depth:<20} {figures['pages'] / figures['seconds']:8,.0f} pages/s, {memory}{share}"


def measure(path: Path, pages: int, depth: str) -> dict[str, float]:
    """Pages, seconds of the processor, share of the page reader, and the most memory (MB) after a tenth and after all."""
    with page_reader_timed() as spent:
        found = archive_alone(path) if depth == DEPTHS[0] else documents(path)
        began, tenth, count = time.process_time(), 0.0, 0
        for count, _ in enumerate(found, start=1):
            if count == max(1, pages // 10):
                tenth = peak_mb()
        seconds = time.process_time() - began
    return {"pages": count, "seconds": seconds, "page_reader": sum(spent) / seconds, "tenth_mb": tenth, "whole_mb": peak_mb()}


def archive_alone(path: Path) -> Iterator[object]:
    """The bodies of the responses, nothing made of them."""
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            yield record.reader.read()


def documents(path: Path) -> Iterator[object]:
    """The documents of the archive, as a build reads them."""
    from promissory.reading import read

    yield from read(path)


@contextmanager
def page_reader_timed() -> Iterator[list[float]]:
    """Seconds of the processor that each call of the page reader takes."""
    from promissory.reading import formats

    spent: list[float] = []
    reader = formats.IN_BULK["html"]

    def timed(page: str, where: str) -> object:
        began = time.process_time()
        draft = reader(page, where)
        spent.append(time.process_time() - began)
        return draft

    formats.IN_BULK["html"] = timed  # type: ignore[assignment]
    try:
        yield spent
    finally:
        formats.IN_BULK["html"] = reader


def peak_mb() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def write_archive(path: Path, pages: int, *, packed: bool, dated: bool) -> None:
    """An archive of so many pages of the sample reports, with the noise of pages around them; the same every time."""
    with SAMPLES.open(encoding="utf-8") as lines:
        reports = [json.loads(line) for line in lines if line.strip()]
    chance = random.Random(7)
    with path.open("wb") as out:
        for number in range(pages):
            one = io.BytesIO()
            record_of(number, page_of(reports[number % len(reports)], number, chance, dated)).write(one)
            out.write(gzip.compress(one.getvalue(), 1) if packed else one.getvalue())


def record_of(number: int, page: str) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = f"https://news.example/{number}"
    record.headers["WARC-Date"] = "2024-05-06T07:08:09Z"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode())
    return record


def page_of(report: dict[str, str], number: int, chance: random.Random, dated: bool) -> str:
    """A report as a page: head, menus, the text, related links, a footer."""
    title = escape(report.get("title") or "Report")
    links = "".join(f'<li><a href="/{chance.randrange(10**6)}">Section {at}</a></li>' for at in range(40))
    teasers = "".join(f'<div class="teaser"><a href="/{at}"><h4>Another story {chance.randrange(999)}</h4></a></div>' for at in range(12))
    body = "".join(f"<p>{escape(part)}</p>" for part in report["text"].split("\n") if part.strip())
    day = f'<meta property="article:published_time" content="2024-{1 + number % 12:02}-07T08:00:00Z">' if dated else ""
    script = f"<script>var state = {json.dumps({'page': number, 'tags': list(range(300))})};</script>"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{day}'
        f'<meta property="og:site_name" content="News">'
        f"{script}<style>{'.a{color:red}' * 60}</style></head><body><header><nav><ul>{links}</ul></nav></header>"
        f"<main><article><h1>{title}</h1>{body}</article></main><aside>{teasers}</aside><footer>© News {number}. All rights reserved."
        f"<ul>{links}</ul></footer>{script}</body></html>"
    )


if __name__ == "__main__":
    main()
