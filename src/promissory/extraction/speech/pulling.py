"""Quotations set apart: a paragraph of a few words that the report quotes again, or has quoted, with who says them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.text.marking import Quotation

WORD = re.compile(r"\w+")
#: Fewer words may be anybody's.
FEWEST = 5
#: How many characters beside a quotation leave it alone in its paragraph.
EDGE = 2

Chain = Sequence[Quotation]


def find_pulled(chains: Sequence[tuple[Chain, Sequence[Sentence]]]) -> Iterator[tuple[Chain, Chain]]:
    """Each quotation that is set apart, with the one that it was taken from; chains come with the sentences they run through."""
    said = [f" {' '.join(_words(chain, touched))} " for chain, touched in chains]
    for n, (chain, touched) in enumerate(chains):
        if _is_alone(chain, touched) and said[n].count(" ") > FEWEST:
            source = next((m for m, whole in enumerate(said) if m != n and said[n] in whole and not _is_alone(*chains[m])), None)
            if source is not None:
                yield chain, chains[source][0]


def _is_alone(chain: Chain, touched: Sequence[Sentence]) -> bool:
    if not touched:
        return False
    block = touched[0].block
    return chain[0].start - block.start <= EDGE and 0 <= block.end - chain[-1].end <= EDGE


def _words(chain: Chain, touched: Sequence[Sentence]) -> list[str]:
    start, end = chain[0].start, chain[-1].end
    return [w.lower() for s in touched for w in WORD.findall(s.text[max(0, start - s.start) : max(0, end - s.start)])]
