"""Which blocks of a page are the report, and why the others are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from promissory.reading.furniture import furniture, part_of_page
from promissory.reading.html_regions import ENDING, FEWEST_WORDS, MOST_LINKED, Layout, lay_out
from promissory.reading.html_scanning import HEADINGS, Block, Page

#: A larger share of characters in anchors makes a block of the report's region a link to another story.
ALL_LINKED = 0.85
#: Shorter repetitions ("Yes.") are the report's own.
FEWEST_REPEATED = 5
#: How many words a quotation pulled from the text has; more blocks than the last are not compared with one another.
FEWEST_PULLED, MOST_PULLED, MOST_COMPARED = 7, 50, 600
#: In a report of sentences, shorter paragraphs without an end mark are labels and captions.
LABEL_WORDS = 14
#: So large a share of paragraphs ends in a mark where a report is one of sentences.
SENTENCES = 0.75
#: Fewer linked headings in a row are headings of the report's own parts; a teaser under one is no longer than so many words.
FEWEST_TEASERS, TEASER_WORDS = 3, 60
#: Fewer words are no standfirst.
FEWEST_DECK = 4
WORDS = re.compile(r"\w+")
#: What a reader of the page does not see; all else is read where the page has nothing better.
UNSEEN = frozenset(["invisible", "script fallback"])
PARAGRAPHS = frozenset(["p", "div", "section", "article", "figure"])


@dataclass(frozen=True, slots=True)
class Body:
    """The page's own headline if it has one, the blocks of the report in order, and what was taken out: (reason, words)."""

    headline: Block | None
    blocks: tuple[Block, ...]
    removed: tuple[tuple[str, str], ...]


def find_body(page: Page, titles: Iterable[str], leads: Iterable[str], told: str = "") -> Body:
    """The report of a page.

    `titles` are the headlines that the metadata give, `leads` their summaries; `told` is the report's text as the page's data give
    it, empty if they do not: blocks of the region that it holds are kept whatever they are called.
    """
    layout = lay_out(page)
    names = frozenset(fold(title) for title in titles) - {""}
    headline = _headline(page, layout, names)
    first = next((number for number, block in enumerate(page.blocks) if layout.inside[block.node]), 0)
    opening = _openings(page, layout, headline, first, frozenset(map(fold, leads)))
    inside = [block for block in page.blocks[first:] if layout.inside[block.node] and block is not headline]
    sifted, removed = _sifted([(block, _reason(page, layout, block)) for block in (*opening, *inside)], names, fold(told))
    opening, blocks = [b for b in sifted if b in opening], [b for b in sifted if b not in opening]
    blocks, pulled = _without_pulled(blocks)
    blocks, teasers = _without_teasers(page, blocks)
    blocks, labels = _without_labels(page, blocks)
    blocks, orphans = _without_orphans(page, blocks)
    blocks = [*opening, *blocks] or ([] if headline else [b for b in page.blocks if layout.reasons[b.node] not in UNSEEN])
    outside = Counter(
        reason or "outside" for block in page.blocks if not layout.inside[block.node] for reason in [layout.reasons[block.node]]
    )
    counts = [("page", f"{number} blocks of {reason}") for reason, number in sorted(outside.items())]
    return Body(headline, tuple(blocks), (*removed, *pulled, *teasers, *labels, *orphans, *counts))


def fold(words: str) -> str:
    """Letters and digits only, for comparing words whatever their marks."""
    return " ".join(WORDS.findall(words.casefold()))


def _headline(page: Page, layout: Layout, names: frozenset[str]) -> Block | None:
    """The first heading that says the page's title; without one, the first of the highest rank."""
    headings = [block for block in page.blocks if page.names[block.node] in HEADINGS]
    first = next((block for block in headings if page.names[block.node] == "h1" and not layout.reasons[block.node]), None)
    return next((block for block in headings if fold(block.text) in names), first)


def _openings(page: Page, layout: Layout, headline: Block | None, first: int, leads: frozenset[str]) -> list[Block]:
    """What opens the report between the headline and the region, which begins at block `first`."""
    start = next((number for number, block in enumerate(page.blocks) if block is headline), first)
    return [block for block in page.blocks[start + 1 : first] if _opens(page, layout, block, leads)]


def _opens(page: Page, layout: Layout, block: Block, leads: frozenset[str]) -> bool:
    """Whether a block between headline and region is a standfirst, or a first paragraph that stands apart."""
    if block.words < FEWEST_DECK or layout.reasons[block.node] or block.link_share > MOST_LINKED:
        return False
    apart = page.names[block.node] in ("p", "li") and block.words >= FEWEST_WORDS and ENDING.search(block.text) is not None
    return apart or layout.decks[block.node] or fold(block.text) in leads


def _reason(page: Page, layout: Layout, block: Block) -> str | None:
    """Why a block of the region is no part of the report, by its place and its links."""
    if reason := layout.reasons[block.node]:
        return reason
    linked = block.link_share > ALL_LINKED and page.names[block.node] not in HEADINGS
    return "related" if linked else furniture(block.text) or part_of_page(block.text)


def _sifted(judged: list[tuple[Block, str | None]], names: frozenset[str], told: str) -> tuple[list[Block], list[tuple[str, str]]]:
    """The blocks without reason, each once; those that the page's data tell are kept against a reason."""
    kept: list[Block] = []
    removed: list[tuple[str, str]] = []
    seen: set[str] = set()
    for block, reason in judged:
        words = fold(block.text)
        if reason and block.words >= FEWEST_WORDS and block.link_share <= ALL_LINKED and told and words in told:
            reason = None
        if words in names:
            reason = "repeated headline"
        elif words in seen and block.words >= FEWEST_REPEATED:
            reason = "repeated"
        if reason:
            removed.append((reason, block.text))
        else:
            seen.add(words)
            kept.append(block)
    return kept, removed


def _without_pulled(blocks: list[Block]) -> tuple[list[Block], list[tuple[str, str]]]:
    """Blocks whose words stand in another block too go: quotations that the page sets large beside the text."""
    if len(blocks) > MOST_COMPARED:
        return blocks, []
    folded = [f" {fold(block.text)} " for block in blocks]
    whole = "\n".join(folded)
    pulled = [
        b
        for b, words in zip(blocks[1:], folded[1:], strict=True)
        if FEWEST_PULLED <= b.words <= MOST_PULLED and whole.count(words[:-1]) > 1
    ]
    return [b for b in blocks if b not in pulled], [("pull quote", b.text) for b in pulled]


def _without_teasers(page: Page, blocks: list[Block]) -> tuple[list[Block], list[tuple[str, str]]]:
    """Linked headings one after another with a few words under each list other stories; a single one is a link too."""
    heads = [n for n, block in enumerate(blocks) if page.names[block.node] in HEADINGS and block.link_share > ALL_LINKED]
    teasers = set(heads)
    ends = [*heads[1:], len(blocks)][: len(heads)]
    runs = [range(start, end) for start, end in zip(heads, ends, strict=True)]
    if sum(_is_teaser(blocks, run) for run in runs[:-1]) >= FEWEST_TEASERS - 1:
        teasers |= {n for run in runs for n in run if _is_teaser(blocks, run) or run is runs[-1]}
    return [b for n, b in enumerate(blocks) if n not in teasers], [("related", blocks[n].text) for n in sorted(teasers)]


def _is_teaser(blocks: list[Block], run: range) -> bool:
    return sum(blocks[n].words for n in run) <= TEASER_WORDS


def _without_labels(page: Page, blocks: list[Block]) -> tuple[list[Block], list[tuple[str, str]]]:
    """Short paragraphs without an end mark go where the report's paragraphs are sentences: they are labels and captions."""
    paragraphs = [block for block in blocks if page.names[block.node] in PARAGRAPHS]
    ended = sum(bool(ENDING.search(block.text)) for block in paragraphs)
    if ended < SENTENCES * len(paragraphs):
        return blocks, []
    labels = [b for b in paragraphs if b.words < LABEL_WORDS and not ENDING.search(b.text) and not _is_bold(page, b)]
    return [b for b in blocks if b not in labels], [("label", b.text) for b in labels]


def _is_bold(page: Page, block: Block) -> bool:
    """Whether a paragraph is set like a heading."""
    return page.names[block.chunks[0].node] in ("b", "strong") and page.names[block.chunks[-1].node] in ("b", "strong")


def _without_orphans(page: Page, blocks: list[Block]) -> tuple[list[Block], list[tuple[str, str]]]:
    """Headings with no words of their own under them go: what they headed is gone."""
    kept: list[Block] = []
    orphans: list[tuple[str, str]] = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        name = page.names[block.node]
        if name in HEADINGS and (after is None or (page.names[after.node] in HEADINGS and page.names[after.node] <= name)):
            orphans.append(("heading of nothing", block.text))
        else:
            kept.append(block)
    return kept, orphans
