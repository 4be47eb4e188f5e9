"""What changes in the words that leave the meaning cost: `python -m benchmarks.invariance [CHANGE ...] [--show]`.

The labelled documents that may be read are written otherwise (other quotation marks, other ways to write sums and dates, figures for
number words, other words for the same, words put in beside a name or inside a verb), their labels with them, and scored as they are.
Where a change costs anything, a rule leans on the words it was taught with; `--show` lists what was right before and is wrong after.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table
from tests.measuring import Claims, labelled, load_floors

from promissory.evaluation import is_unread, load_gold, score
from promissory.extraction import extract
from promissory.reading import read

Change = Callable[[str], str]
SETS = ("dev", "events", "labels")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
NUMBERS = {word: str(n) for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
#: A name right before the verb of what it does.
NAMED = (
    r"\b(?!(?:He|She|It|They|We|You|Who|That|This|There|What|Which)\b)[A-Z][\w’'-]+ "
    r"(?=(?:said|told|announced|urged|warned|promised|pledged|met|called on|agreed|signed|thanked|accused|has|will) )"
)
SPELLED = {"defence": "defense", "programme": "program", "per cent": "percent", "Kyiv": "Kiev", "organisation": "organization"}
LIKE = {
    "aid": "assistance", "assistance": "aid", "weapons": "weaponry", "equipment": "gear", "ammunition": "munitions", "funding": "financing",
    "provide": "supply", "provided": "supplied", "providing": "supplying", "send": "dispatch", "sent": "dispatched",
    "pledged": "promised", "promised": "pledged", "pledge": "promise", "announced": "unveiled",
    "urged": "pressed", "met with": "sat down with", "discussed": "talked about", "said": "stated", "says": "states",
}  # fmt: skip


def _words(table: dict[str, str]) -> Change:
    pattern = re.compile(r"(?<![\w’'-])(" + "|".join(sorted(table, key=len, reverse=True)) + r")(?![\w’'-])")
    return lambda text: pattern.sub(lambda word: table[word[1]], text)


def _marks(opening: str, closing: str) -> Change:
    def change(text: str) -> str:
        text = re.sub(r'"([^"\n]*)"', r"“\1”", text).replace("„", "“")
        return text.replace("“", "\0").replace("”", closing).replace("\0", opening)

    return change


def _sums(text: str) -> str:
    return re.sub(r"(?<![A-Za-z])([$€£]) ?(?=\d)", lambda sign: f"{SIGNS[sign[1]]} ", text)


def _days(text: str) -> str:
    return re.sub(rf"\b({MONTHS}) (\d{{1,2}}), ?(\d{{4}})", r"\2 \1 \3", text)


def _put_in(pattern: str, words: str) -> Change:
    """Words behind every match of a pattern; what they stand in tells the same."""
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(lambda match: match[0].rstrip() + words + " ", text)


CHANGES: dict[str, Change] = {
    "German marks": _marks("„", "“"),
    "French marks": _marks("«", "»"),
    "single marks": _marks("‘", "’"),
    "codes of money": _sums,
    "day before month": _days,
    "figures": _words(NUMBERS),
    "spelling": _words(SPELLED),
    "like words": _words(LIKE),
    "inside verbs": _put_in(r"\b(?:has|have|will|would) (?=[a-z]+(?:ed|ent|ide|ive|end)\b)", ", as expected,"),
    "commas beside names": _put_in(NAMED, ", referring to earlier talks,"),
    "dashes beside names": _put_in(NAMED, " – not for the first time –"),
    "brackets beside names": _put_in(NAMED, " (pictured)"),
}


def rewrite(name: str, change: Change, folder: Path) -> tuple[Claims, dict[str, str]]:
    """The claims of the readable documents of a set, written otherwise, and their texts; their labels are left in `folder`."""
    files = labelled(load_floors()[name])
    documents = [d for d in _lines(files.documents) if not is_unread(d["id"])]
    for document in documents:
        document |= {key: change(document[key]) for key in ("title", "text") if document.get(key)}
    labels = [g for g in _lines(files.gold) if not is_unread(g["doc"])]
    for evidence in (e for g in labels for claim in g["claims"] for e in claim["evidence"]):
        evidence["quote"] = change(evidence["quote"])
    _write(folder / "docs.jsonl", documents)
    _write(folder / "gold.jsonl", labels)
    claims = [claim.to_record() | {"source": d.source} for d in read(str(folder / "docs.jsonl")) for claim in extract(d)]
    return claims, {g["doc"]: change((files.texts / g["doc"]).read_text(encoding="utf-8")) for g in labels}


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _write(file: Path, records: Iterable[dict[str, Any]]) -> None:
    file.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def measure(name: str, change: Change) -> tuple[str, set[tuple[str, str, str]]]:
    """found/right/slots of a set under a change, and the faults as (document, sort, kind with what is amiss)."""
    with tempfile.TemporaryDirectory() as folder:
        claims, texts = rewrite(name, change, Path(folder))
        result = score(load_gold(Path(folder) / "gold.jsonl"), claims, texts)
    figures = result.to_record()
    faults = {(f.doc, f.what, f"{f.kind} {f.note}") for f in result.faults}
    return f"{figures['found']['f1']:.3f}/{figures['right']['f1']:.3f}/{figures['slots']:.3f}", faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("changes", nargs="*", metavar="CHANGE", help=f"any of: {', '.join(CHANGES)}  [default: all]")
    parser.add_argument("--show", action="store_true", help="list the faults that only the changed texts have")
    options = parser.parse_args()
    if unknown := [change for change in options.changes if change not in CHANGES]:
        parser.error(f"no such change: {', '.join(unknown)}; there are {', '.join(CHANGES)}")
    console = Console()
    table = Table("change", *SETS, title="found / right / slots")
    usual = {name: measure(name, str) for name in SETS}
    table.add_row("none", *(usual[name][0] for name in SETS))
    for change in track(options.changes or [*CHANGES], console=console):
        changed = {name: measure(name, CHANGES[change]) for name in SETS}
        table.add_row(change, *(changed[name][0] for name in SETS))
        for name in SETS if options.show else ():
            for fault in sorted(changed[name][1] - usual[name][1]):
                console.print(change, name, *fault, markup=False, highlight=False)
    console.print(table)


if __name__ == "__main__":
    main()
