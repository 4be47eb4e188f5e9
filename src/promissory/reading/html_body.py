"""Which blocks of a page are the report, and why the others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from promissory.reading.html_regions import ENDING, FEWEST_WORDS, MOST_LINKED, Layout, lay_out
from promissory.reading.html_scanning import HEADINGS, Block, Page
from promissory.reading.html_sifting import (
    fold,
    without_furniture,
    without_labels,
    without_orphans,
    without_pull_quotes,
    without_repeats,
    without_teasers,
    without_untold,
)

#: Fewer words are no standfirst.
FEWEST_DECK = 4
#: How many blocks after the headline a heading may be its standfirst.
DECK_REACH = 3
#: Fewer words in the page's data are a summary, not the report.
LEAST_TOLD = 60
#: What a reader of the page does not see; all else is read where the page has nothing better.
UNSEEN = frozenset(["invisible", "script fallback"])


@dataclass(frozen=True, slots=True)
class Body:
    """The page's own headline if it has one, the blocks of the report in order, and what was taken out: (reason, words)."""

    headline: Block | None
    blocks: tuple[Block, ...]
    removed: tuple[tuple[str, str], ...]


def find_body(page: Page, titles: Iterable[str], leads: Iterable[str], told: str = "") -> Body:
    """The report of a page.

    `titles` are the headlines that the metadata give, `leads` their summaries; `told` is the report's text as the page's data give
    it, empty if they do not: it keeps what looks like furniture, and if it is whole, takes out what it does not hold.
    """
    layout = lay_out(page)
    names = frozenset(fold(title) for title in titles) - {""}
    headline = _headline(page, layout, names)
    first = next((number for number, block in enumerate(page.blocks) if layout.inside[block.node]), 0)
    inside = [block for block in page.blocks[first:] if layout.inside[block.node] and block is not headline]
    opening = list(_openings(page, layout, headline, first, frozenset(map(fold, leads))))
    blocks, removed = _sifted(page, layout, opening, inside, names, fold(told) if len(told.split()) >= LEAST_TOLD else "")
    blocks = blocks or ([] if headline else [block for block in page.blocks if layout.reasons[block.node] not in UNSEEN])
    return Body(headline, tuple(blocks), (*removed, *_counted(page, layout)))


def _headline(page: Page, layout: Layout, names: frozenset[str]) -> Block | None:
    """The first heading that says the page's title; without one, the first of the highest rank."""
    headings = [block for block in page.blocks if page.names[block.node] in HEADINGS]
    first = next((block for block in headings if page.names[block.node] == "h1" and not layout.reasons[block.node]), None)
    return next((block for block in headings if fold(block.text) in names), first)


def _openings(page: Page, layout: Layout, headline: Block | None, first: int, leads: frozenset[str]) -> Iterator[Block]:
    """What opens the report between the headline and the region, which begins at block `first`."""
    start = next((number for number, block in enumerate(page.blocks) if block is headline), first)
    for number in range(start + 1, first):
        block = page.blocks[number]
        if _opens(page, layout, block, leads) or (number <= start + DECK_REACH and _is_second_headline(page, layout, block)):
            yield block


def _opens(page: Page, layout: Layout, block: Block, leads: frozenset[str]) -> bool:
    """Whether a block between headline and region is a standfirst, a point of it, or a first paragraph that stands apart."""
    if block.words < FEWEST_DECK or layout.reasons[block.node] or block.link_share > MOST_LINKED:
        return False
    name = page.names[block.node]
    apart = block.words >= FEWEST_WORDS and (name == "li" or (name == "p" and ENDING.search(block.text) is not None))
    return apart or layout.decks[block.node] or fold(block.text) in leads


def _is_second_headline(page: Page, layout: Layout, block: Block) -> bool:
    """Whether a block right after the headline is a lower heading of some length, linked nowhere."""
    named = page.names[block.node] in HEADINGS and not layout.reasons[block.node]
    return named and block.words > FEWEST_DECK and block.linked == 0


def _sifted(
    page: Page, layout: Layout, opening: list[Block], inside: list[Block], names: frozenset[str], told: str
) -> tuple[list[Block], list[tuple[str, str]]]:
    """What the passes leave of the opening and of the region; the standfirst need not be a sentence, nor stand in the data."""
    blocks, furniture = without_furniture(page, layout, (*opening, *inside), told)
    blocks, repeats = without_repeats(blocks, names)
    before = {id(block) for block in opening}
    opened = sum(id(block) in before for block in blocks)
    rest, pulled = without_pull_quotes(blocks[opened:])
    rest, teasers = without_teasers(page, rest)
    rest, labels = without_labels(page, rest)
    rest, untold = without_untold(page, rest, told)
    rest, orphans = without_orphans(page, rest)
    return [*blocks[:opened], *rest], [*furniture, *repeats, *pulled, *teasers, *labels, *untold, *orphans]


def _counted(page: Page, layout: Layout) -> list[tuple[str, str]]:
    """How many blocks outside the region there are of each reason."""
    reasons = [layout.reasons[block.node] or "outside" for block in page.blocks if not layout.inside[block.node]]
    return [("page", f"{number} blocks of {reason}") for reason, number in sorted(Counter(reasons).items())]
