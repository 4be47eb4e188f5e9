"""What goes from among the blocks of a report, and why: each pass looks for one thing and returns what it keeps and what it takes out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from promissory.reading.bylines import is_byline
from promissory.reading.furniture import furniture, part_of_page
from promissory.reading.html_regions import ENDING, FEWEST_WORDS, Layout
from promissory.reading.html_scanning import HEADINGS, Block, Page, attribute_values

#: What was taken out: (reason, words).
Removed = list[tuple[str, str]]
Sifted = tuple[list[Block], Removed]

#: A larger share of characters in anchors makes a block of the report's region a link to another story.
ALL_LINKED = 0.85
#: A date among so many first blocks is that of publication.
BYLINE_PLACES = 5
#: Shorter repetitions ("Yes.") are the report's own.
FEWEST_REPEATED = 5
#: How many words a quotation pulled from the text has; more blocks than the last are not compared with one another.
FEWEST_PULLED, MOST_PULLED, MOST_COMPARED = 7, 50, 600
#: In a report of sentences, shorter paragraphs without an end mark are labels and captions.
LABEL_WORDS = 14
#: So large a share of paragraphs ends in a mark where a report is one of sentences.
SENTENCES = 0.75
#: Fewer linked headings in a row are single links; a teaser under one is no longer than so many words.
FEWEST_TEASERS, TEASER_WORDS = 3, 60
#: The page's data are believed to hold the whole report if they hold so much of its paragraphs.
WHOLE = 0.85
#: A paragraph of which the data hold a smaller share of word pairs is none of theirs; longer ones are kept all the same.
TOLD_SHARE, UNTOLD_WORDS = 0.3, 80
WORDS = re.compile(r"\w+")
PARAGRAPHS = frozenset(["p", "div", "section", "article", "figure"])


def fold(words: str) -> str:
    """Letters and digits only, for comparing words whatever their marks."""
    return " ".join(WORDS.findall(words.casefold()))


def without_furniture(page: Page, layout: Layout, blocks: Iterable[Block], told: str) -> Sifted:
    """Furniture by place, links and wording goes; what the page's data tell as the report stays in spite of its place."""
    kept: list[Block] = []
    removed: Removed = []
    for number, block in enumerate(blocks):
        reason = _reason(page, layout, block) or ("byline" if number < BYLINE_PLACES and _is_printed_byline(page, block) else None)
        if reason and told and block.words >= FEWEST_WORDS and block.link_share <= ALL_LINKED and fold(block.text) in told:
            reason = None
        if reason:
            removed.append((reason, block.text))
        else:
            kept.append(block)
    return kept, removed


def _reason(page: Page, layout: Layout, block: Block) -> str | None:
    if reason := layout.reasons[block.node]:
        return reason
    linked = block.link_share > ALL_LINKED and page.names[block.node] not in HEADINGS
    return "related" if linked else furniture(block.text) or part_of_page(block.text)


def _is_printed_byline(page: Page, block: Block) -> bool:
    return page.names[block.node] in PARAGRAPHS and is_byline(block.text)


def without_repeats(blocks: list[Block], names: frozenset[str]) -> Sifted:
    """Every block once, and no headline, of which `names` are the folded ones."""
    kept: list[Block] = []
    removed: Removed = []
    seen: set[str] = set()
    for block in blocks:
        words = fold(block.text)
        if words in names:
            removed.append(("repeated headline", block.text))
        elif words in seen and block.words >= FEWEST_REPEATED:
            removed.append(("repeated", block.text))
        else:
            seen.add(words)
            kept.append(block)
    return kept, removed


def without_pull_quotes(blocks: list[Block]) -> Sifted:
    """Blocks whose words stand in another block too go: quotations that the page sets large beside the text."""
    if len(blocks) > MOST_COMPARED:
        return blocks, []
    folded = [fold(block.text) for block in blocks]
    whole = "\n".join(folded)
    pulled = {
        number
        for number, (block, words) in enumerate(zip(blocks, folded, strict=True))
        if number and FEWEST_PULLED <= block.words <= MOST_PULLED and whole.count(words) > 1
    }
    return _parted(blocks, pulled, "pull quote")


def without_teasers(page: Page, blocks: list[Block]) -> Sifted:
    """Linked headings one after another with a few words under each list other stories; a single one is a link too."""
    heads = [n for n, block in enumerate(blocks) if page.names[block.node] in HEADINGS and _leads_away(page, block)]
    runs = [range(start, end) for start, end in zip(heads, [*heads[1:], len(blocks)], strict=False)]
    short = [sum(blocks[n].words for n in run) <= TEASER_WORDS for run in runs]
    listed = sum(short[:-1]) >= FEWEST_TEASERS - 1
    under = {n for run, is_short in zip(runs, short, strict=True) if listed and (is_short or run is runs[-1]) for n in run}
    return _parted(blocks, under | set(heads), "related")


def _leads_away(page: Page, block: Block) -> bool:
    """Whether a heading is a link to another page, not to its own place in this one."""
    if block.link_share <= ALL_LINKED:
        return False
    anchors = [page.attributes[chunk.node] for chunk in block.chunks if page.names[chunk.node] == "a"]
    return not anchors or not all(attribute_values(written).get("href", "#").startswith("#") for written in anchors)


def without_labels(page: Page, blocks: list[Block]) -> Sifted:
    """Short paragraphs without an end mark go where the report's paragraphs are sentences: they are labels and captions."""
    numbers = [n for n, block in enumerate(blocks) if page.names[block.node] in PARAGRAPHS]
    unended = [n for n in numbers if not ENDING.search(blocks[n].text)]
    if len(unended) > (1 - SENTENCES) * len(numbers):
        return blocks, []
    return _parted(blocks, {n for n in unended if blocks[n].words < LABEL_WORDS and not _is_bold(page, blocks[n])}, "label")


def _is_bold(page: Page, block: Block) -> bool:
    """Whether a paragraph is set like a heading."""
    return page.names[block.chunks[0].node] in ("b", "strong") and page.names[block.chunks[-1].node] in ("b", "strong")


def without_untold(page: Page, blocks: list[Block], told: str) -> Sifted:
    """Where the page's data hold the report whole, paragraphs that they do not hold are no part of it."""
    pairs = _pairs(told)
    numbers = [n for n, block in enumerate(blocks) if page.names[block.node] in PARAGRAPHS]
    shares = {n: _share(_pairs(fold(blocks[n].text)), pairs) for n in numbers} if pairs else {}
    words = sum(blocks[n].words for n in numbers)
    if not pairs or sum(blocks[n].words for n in numbers if shares[n] >= WHOLE) < WHOLE * words:
        return blocks, []
    return _parted(blocks, {n for n in numbers if shares[n] < TOLD_SHARE and blocks[n].words <= UNTOLD_WORDS}, "not in the page's data")


def _pairs(folded: str) -> set[tuple[str, str]]:
    words = folded.split()
    return set(pairwise(words))


def _share(some: set[tuple[str, str]], all_: set[tuple[str, str]]) -> float:
    return len(some & all_) / len(some) if some else 1.0


def without_orphans(page: Page, blocks: list[Block]) -> Sifted:
    """Headings with no words of their own under them go: what they headed is gone."""
    orphans: set[int] = set()
    below: str | None = "h0"
    for number in range(len(blocks) - 1, -1, -1):
        name = page.names[blocks[number].node]
        if name in HEADINGS and below is not None and below <= name:
            orphans.add(number)
        else:
            below = name if name in HEADINGS else None
    return _parted(blocks, orphans, "heading of nothing")


def _parted(blocks: list[Block], out: set[int], reason: str) -> Sifted:
    """The blocks without those numbered, and those with their reason."""
    return [b for n, b in enumerate(blocks) if n not in out], [(reason, blocks[n].text) for n in sorted(out)]
