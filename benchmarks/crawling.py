"""Made-up web archives: of a hundred pages two tell of the domain (sample reports with variations), and one names a side in passing.

Of the other ninety-seven 35 have a few words of the domain in their story (an alliance, a drone), as about half of the real pages have
that `benchmarks.furniture` speaks of, five are in German, and the rest speak of anything else. No story is about arms.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from benchmarks.furniture import SITES, WAR, page_of, site_of
from benchmarks.throughput import SAMPLES

#: Topics: what it is about, four more things, and who speaks.
TOPICS = (
    ("bridge", "river", "road works", "bus lane", "mayor"), ("orchestra", "concert", "violin", "season ticket", "conductor"),
    ("striker", "league", "penalty", "transfer window", "coach"), ("dough", "oven", "butter", "baking tray", "pastry chef"),
    ("app", "funding round", "launch", "subscription", "founder"), ("storm", "rainfall", "heat wave", "forecast", "meteorologist"),
    ("exhibition", "painting", "sculpture", "restoration", "curator"), ("vaccine", "waiting list", "ward", "prescription", "nurse"),
    ("curriculum", "exam", "timetable", "school bus", "head teacher"), ("harvest", "wheat", "tractor", "grain price", "farmer"),
    ("runway", "timetable", "luggage", "ticket price", "pilot"), ("novel", "prize", "book fair", "translation", "author"),
    ("satellite", "orbit", "telescope", "comet", "astronomer"), ("mortgage", "interest rate", "savings account", "inflation", "banker"),
    ("verdict", "appeal", "fraud", "witness", "lawyer"), ("greenhouse", "compost", "roses", "seed bank", "gardener"),
    ("film", "premiere", "soundtrack", "sequel", "director"), ("marathon", "record", "training plan", "running shoe", "runner"),
    ("battery plant", "electric car", "charging point", "assembly line", "engineer"),
    ("whale", "coral reef", "fishing quota", "survey", "biologist"),
    ("election", "ballot", "debate", "turnout", "candidate"), ("strike", "pay rise", "rail service", "negotiation", "union leader"),
    ("museum", "dinosaur", "fossil", "dig", "palaeontologist"), ("vineyard", "frost", "vintage", "cellar", "winemaker"),
    ("hotel", "beach", "season", "booking site", "tour guide"), ("trial", "drug", "side effect", "dose", "researcher"),
    ("wildfire", "evacuation", "drought", "fire engine", "fire chief"), ("smartphone", "camera", "update", "screen", "reviewer"),
    ("theatre", "stage", "costume", "matinee", "actress"), ("housing", "rent", "building permit", "tenant", "landlord"),
    ("chess", "opening", "tournament", "rating", "grandmaster"), ("cathedral", "organ", "roof", "donation box", "bishop"),
)  # fmt: skip
FRAMES = (
    "The {0} will change the way people here think about the {1}, the {4} said on {day}.",
    "After months of talk about the {2}, the {3} is ready.",
    "Nobody had expected the {1} to cost more than the {2}.", "“We are proud of our {0},” the {4} added, “but there is much left to do.”",
    "Visitors can see the {3} until the end of the month.", "According to a survey of {n},000 people, {n} in ten know the {0}.",
    "A second {1} is planned for next year, with a larger {2}.", "The {4} has promised {n} thousand for the {2}.",
    "That was before the {3} came up, and with it the question of who pays for the {1}.", "Last year the {2} fell by {n} per cent.",
    "Some say that the {0} should have been left as it was; others, the {4} among them, see it differently.",
    "On {day} the {3} was moved to another town, {n} kilometres away, where it will stay.",
    "There is no {1} without a {3}, as the saying goes.",
    "For {name}, who is {n}7 and has lived here since childhood, the {0} is more than a {2}.", "“It is only a {1},” said {name}.",
    "{name} remembers the day when the {2} was opened.", "The report lists {n} reasons, the {3} first.",
)  # fmt: skip
HEADLINES = ("Why the {0} divides a town", "{name}: my life with the {1}", "The {2} that nobody wanted", "{n} things to know about the {0}",
             "How the {4} saved the {3}", "What the {1} tells us about the {2}", "In pictures: the {0}",
             "Is this the end of the {3}?")  # fmt: skip
TELLING = ("Missiles hit Kyiv overnight", "Allies meet on air defence", "What next for Ukraine?", "NATO chief visits the east")
PASSING = "It was the first {0} since the {1}, and since the war in Ukraine had made the {2} dearer."
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
NAMES = ("Anna Weber", "Tom Hart", "Maria Lopez", "Jon Dale", "Ruth Okafor", "Paul Simmons", "Lena Berg", "Ivy Chan", "Omar Aziz")
#: Of a hundred pages: those in another language, those that name a side in passing, those that touch the domain.
#: One teaser in so many tells of it.
FOREIGN, IN_PASSING, TOUCHING, TEASER = 5, 1, 35, 40
TOUCHED = ("It was as loud as a drone over a field.", "The EU has rules for the {0}, and NATO has none.", "A {1} is no missile.",
           "Even the G7 once spoke of it.", "She had seen rifles and helmets in films only.", "He drives it like a tank.")  # fmt: skip
GERMAN = (
    "Die Brücke über den Fluss wird im nächsten Jahr erneuert, sagte der Bürgermeister am Montag. Der Krieg in der Ukraine ist weit weg."
)
NUMBER = re.compile(r"\b[2-9]\b")


def write_crawl(folder: Path, *, pages: int, shards: int, share: float = 0.02, processes: int = 1) -> None:
    """Web archives of so many pages together, `share` of them about the domain; the same every time."""
    folder.mkdir(parents=True, exist_ok=True)
    write = partial(write_shard, folder, pages // shards, share)
    if processes == 1:
        for shard in range(shards):
            write(shard)
        return
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(write, range(shards)))


def write_shard(folder: Path, pages: int, share: float, shard: int) -> None:
    """One archive, packed record by record as crawlers do."""
    chance = random.Random(shard)
    with (folder / f"crawl-{shard:04}.warc.gz").open("wb") as file:
        for number in range(pages):
            told = number % max(1, round(1 / share)) == 0
            page, site = (_report if told else _other)(chance), chance.randrange(SITES)
            file.write(_packed(f"https://news{site}.example/{shard}/{number}", _in_site(page, site, chance)))


Page = tuple[str, list[str], str]


def _in_site(page: Page, site: int, chance: random.Random) -> str:
    title, lines, published = page
    others = chance.choices(_teasers(), k=60)
    return page_of(site_of(site), title, lines, others, published, chance)


@lru_cache(maxsize=1)
def _reports() -> Sequence[dict[str, str]]:
    return [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]


@lru_cache(maxsize=1)
def _teasers() -> Sequence[str]:
    """Headlines of other stories."""
    chance = random.Random("teasers")
    return [
        chance.choice(TELLING) if n % TEASER == 0 else _filled(chance.choice(HEADLINES), chance.choice(TOPICS), chance) for n in range(4000)
    ]


def _report(chance: random.Random) -> Page:
    """A sample report as another paper has it: a sentence left out, other small numbers, a line of its own."""
    report = chance.choice(_reports())
    lines = [line for line in report["text"].split("\n") if line.strip()]
    if len(lines) > 2 and chance.random() < 0.5:
        del lines[chance.randrange(1, len(lines))]
    if chance.random() < 0.5:
        lines = [NUMBER.sub(lambda _: str(chance.randint(2, 9)), line) for line in lines]
    return report.get("title") or "Report", [*lines, f"Reported by desk {chance.randrange(10_000)}."], report.get("published", "")


def _other(chance: random.Random) -> Page:
    topic = chance.choice(TOPICS)
    lines = [
        " ".join(_filled(chance.choice(FRAMES), topic, chance) for _ in range(chance.randint(2, 5))) for _ in range(chance.randint(8, 34))
    ]
    lot = chance.randrange(100)
    if lot < IN_PASSING:
        lines.insert(chance.randrange(len(lines)), _filled(PASSING, topic, chance))
    elif lot < IN_PASSING + FOREIGN:
        lines = [GERMAN] * len(lines)
    elif lot < IN_PASSING + FOREIGN + TOUCHING:
        lines[0] += " " + " ".join(_filled(touched, topic, chance) for touched in chance.sample(TOUCHED, 2))
    return _filled(chance.choice(HEADLINES), topic, chance), lines, "2025-01-01"


def _filled(frame: str, topic: Sequence[str], chance: random.Random) -> str:
    return frame.format(*topic, day=chance.choice(DAYS), n=chance.randint(2, 9), name=chance.choice(NAMES))


def _packed(address: str, page: str) -> bytes:
    record, packed = WarcRecord(), io.BytesIO()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = address
    record.headers["WARC-Date"] = "2025-05-06T07:08:09Z"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode())
    record.write(packed)
    return gzip.compress(packed.getvalue(), 3, mtime=0)


def measures(path: Path) -> Iterator[dict[str, int]]:
    """What the pages of an archive weigh, as the pages that were the model are measured."""
    from fastwarc.warc import ArchiveIterator

    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            raw = record.reader.read()
            scripts = re.findall(rb"(?s)<script.*?</script", raw)
            yield {"bytes": len(raw), "tags": raw.count(b"<") - raw.count(b"</"), "links": raw.count(b"<a "), "scripts": len(scripts),
                   "script_bytes": sum(map(len, scripts)), "drawings": raw.count(b"<svg"), "pictures": raw.count(b"<img"),
                   "war": any(word.encode() in raw for word in (*WAR, *TELLING))}  # fmt: skip
