"""Notes of an aid tracker against what people recorded from them: donors, sums with their currency, counts of goods.

FILE holds one note a line: `id`, `text`, `published`, and the record made of it: `donor`, `amount` with `value` and `currency`, `items`
with `count`. A donor is asked of the texts that name it; a count where its figure stands in the text.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from promissory.extraction import extract
from promissory.extraction.lexicon.numerals import FIGURES, SCALE, SPELLED, numeral_value
from promissory.extraction.names.discourse import Discourse
from promissory.extraction.names.naming import Namer
from promissory.extraction.scanning.surfaces import Quantities
from promissory.extraction.text.gazetteer import gazetteer_of
from promissory.model import Claim, Document
from promissory.packs import Pack, load_pack
from promissory.reading import read

NAMES = frozenset(("actor", "adjective", "demonym", "metonym", "person", "surname"))
#: Figures that count nothing: numbers of sources, days, times of a recording.
OTHER = re.compile(
    r"sources? of (?:aid|delivery)(?: for \w+)?[\s\"“”]*\d*|source \d+|\d+(?::\d+)+"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? "
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*",
    re.IGNORECASE,
)
NUMERAL = re.compile(rf"(?<![\w.,])(?:{SPELLED}|{FIGURES}(?:\s{SCALE}\b)?)", re.IGNORECASE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the three shares; with `--show`, what was recorded and not found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="append", choices=("donor", "amount", "count"), default=[], help="print what is missed")
    given = parser.parse_args(arguments)
    asked, found = Counter[str](), Counter[str]()
    for note, document in read_notes(given.file):
        for what, wanted, hit in compare(note, document.text, extract(document), load_pack()):
            asked[what] += 1
            found[what] += hit
            if not hit and what in given.show:
                print(f"{note['id']} {what} {wanted}\n    {' '.join(note['text'].split())}")
    for what in ("donor", "amount", "count"):
        print(f"{what:7} {found[what]:4} of {asked[what]:4}  {found[what] / max(1, asked[what]):.3f}")


def read_notes(file: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    """Each note with the document that is read from it."""
    notes = {(note := json.loads(line))["id"]: note for line in file.read_text(encoding="utf-8").splitlines() if line.strip()}
    for document in read(str(file)):
        yield notes[document.source.replace("#", "/").rsplit("/", 1)[-1]], document


def compare(note: dict[str, Any], text: str, claims: Sequence[Claim], pack: Pack) -> Iterator[tuple[str, object, bool]]:
    """What is asked of a note, what was recorded, and whether a claim says it."""
    given = [claim for claim in claims if claim.kind == "commitment"]
    if names(note["text"], note["donor"], pack):
        yield "donor", note["donor"], any(note["donor"] in claim.parties.get("donor", ()) for claim in given)
    if note["amount"]:
        sums = [one for claim in given for one in sums_of(claim, text)]
        yield "amount", note["amount"], any(is_sum(note["amount"], *one) for one in sums)
    counts = Counter(item.count for claim in given for item in set(claim.items))
    for item in note["items"]:
        if item["count"] in figures(note["text"]):
            yield "count", item, counts[item["count"]] > 0


def sums_of(claim: Claim, text: str) -> Iterator[tuple[float | None, str | None]]:
    """The sum of a claim as written, and what it comes to in the brackets after it."""
    if claim.amount is None:
        return
    yield claim.amount.value, claim.amount.currency
    end = claim.grounds["amount"].end
    after = Quantities(text, None).amounts(end, min(len(text), end + 40))
    yield from ((mention.value, mention.currency) for mention in after[:1] if mention.converted)


def is_sum(recorded: dict[str, Any], value: float | None, currency: str | None) -> bool:
    """Whether a sum is the recorded one, to half a percent."""
    return value is not None and abs(value - recorded["value"]) <= 0.005 * recorded["value"] and currency == recorded["currency"]


def names(text: str, donor: str, pack: Pack) -> bool:
    """Whether a text names a state, or somebody who acts for it."""
    namer = Namer(pack, Discourse())
    named = {n.id for mention in gazetteer_of(pack).find(text) for n in mention.names if n.type in NAMES}
    return any(donor in (who, namer.state_of(who)) for who in named)


def figures(text: str) -> set[float]:
    """The numbers that stand in a text, in figures or in words."""
    return {numeral_value(match[0]) for match in NUMERAL.finditer(OTHER.sub(" ", text))}


if __name__ == "__main__":
    main()
