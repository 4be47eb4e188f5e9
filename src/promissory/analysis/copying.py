"""Near copies among documents: an agency text printed twice is one source, however many papers print it.

Texts are compared by their runs of five words. Candidates share one of their lowest hashes; each is then verified by the exact
share of runs in common. A text that only quotes another at length is no copy of it.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from promissory.model import Document, Finding

RUN = 5
LOWEST = 16
#: Share of the runs of both texts that near copies have in common.
SAME = 0.4
#: Texts with fewer runs are too short to be told apart by them.
ENOUGH = 20
#: A run that stands in so many texts is furniture and proposes nothing.
COMMON = 200
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Print:
    """What a document is compared by; `order` sorts earlier reports first."""

    order: tuple[str, str]
    doc: str
    runs: frozenset[int]


def find_copies(documents: Iterable[Document]) -> tuple[Finding, ...]:
    """A `near_copy` finding for each copy, about the copy and then its original: the earliest report like it, by date and id."""
    prints = sorted((found for document in documents if len((found := _print(document)).runs) >= ENOUGH), key=lambda p: p.order)
    index: dict[int, list[_Print]] = defaultdict(list)
    findings = []
    for later in prints:
        lowest = sorted(later.runs)[:LOWEST]
        near = [(share, earlier) for earlier in _candidates(lowest, index) if (share := _share(earlier, later)) >= SAME]
        if near:
            findings.append(_finding(later, *min(near, key=lambda pair: pair[1].order)))
        for key in lowest:
            index[key].append(later)
    return tuple(findings)


def _print(document: Document) -> _Print:
    words = WORD.findall(document.text.casefold())
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    published = document.published.value.rpartition("/")[2] if document.published else "9999"
    return _Print((published, document.id), document.id, frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs))


def _candidates(lowest: Iterable[int], index: dict[int, list[_Print]]) -> Iterator[_Print]:
    seen: set[str] = set()
    for key in lowest:
        if len(index[key]) < COMMON:
            for earlier in index[key]:
                if earlier.doc not in seen:
                    seen.add(earlier.doc)
                    yield earlier


def _share(one: _Print, other: _Print) -> float:
    common = len(one.runs & other.runs)
    return common / (len(one.runs) + len(other.runs) - common)


def _finding(copy: _Print, share: float, original: _Print) -> Finding:
    message = f"{share:.0%} of the wording is that of {original.doc}: the two are one source"
    return Finding(kind="near_copy", message=message, about=(copy.doc, original.doc), severity="info")
