"""Where on a page its report stands, and which elements are furniture in spite, or because, of their names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from promissory.reading.html_scanning import HEADINGS, Block, Page

#: Fewer words make no sentence to judge a region by.
FEWEST_WORDS = 10
#: A block without an end mark counts as prose from so many words on.
LONG_PROSE = 25
#: A larger share of characters in anchors makes a block a link.
MOST_LINKED = 0.5
#: An element named like furniture that holds more than this share of the page's prose was misnamed.
MISNAMED = 0.45
#: Fewer words outside all furniture are no report, not even a notice of one sentence.
LEAST_REPORT = 15
#: The region is narrowed as long as one child keeps this share of its prose.
NARROWING = 0.88
#: Elements named as bodies are believed when they hold so many words and this share of the page's prose.
BODY_WORDS, BODY_SHARE = 80, 0.25
#: Furniture that is furniture however much it says.
CERTAIN = frozenset(["comments", "form", "dialog", "page footer", "script fallback", "invisible", "navigation", "button", "advertisement"])
ENDING = re.compile(r"[.!?…:;,][\"”’')\]*]*$")
LISTS = frozenset("li dt dd td th".split())
NOT_REGIONS = LISTS | HEADINGS | {"p"}


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's elements judged: why each is furniture (None if it is not), which stand in the region of the report or in a deck."""

    region: int
    reasons: tuple[str | None, ...]
    inside: tuple[bool, ...]
    decks: tuple[bool, ...]


def lay_out(page: Page) -> Layout:
    """The judgement of every element, by number."""
    prose = [_prose(block) for block in page.blocks]
    misnamed = _misnamed(page, prose)
    reasons = _inherited(page, [None if node in misnamed else role.reason for node, role in enumerate(page.roles)])
    region = _region(page, [0 if reasons[block.node] else words for block, words in zip(page.blocks, prose, strict=True)])
    decks = _inherited(page, ["deck" if role.deck else None for role in page.roles])
    inside = _inherited(page, ["region" if node == region else None for node in range(len(page.names))])
    return Layout(region, tuple(reasons), tuple(map(bool, inside)), tuple(map(bool, decks)))


def _prose(block: Block) -> int:
    """How many words of prose a block shows."""
    if block.link_share >= MOST_LINKED:
        return 0
    return block.words if block.words >= LONG_PROSE or (block.words >= FEWEST_WORDS and ENDING.search(block.text)) else 0


def _inherited(page: Page, own: list[str | None]) -> list[str | None]:
    """From outside in: what an element's ancestors are, or else it is itself."""
    for node in range(1, len(own)):
        own[node] = own[page.parents[node]] or own[node]
    return own


def _summed(page: Page, own: list[int]) -> list[int]:
    """From inside out: what an element and all in it hold."""
    for node in range(len(own) - 1, 0, -1):
        own[page.parents[node]] += own[node]
    return own


def _held(page: Page, amounts: list[int]) -> list[int]:
    """Amounts of blocks, by the element they stand in."""
    held = [0] * len(page.names)
    for block, amount in zip(page.blocks, amounts, strict=True):
        held[block.node] += amount
    return held


def _misnamed(page: Page, prose: list[int]) -> frozenset[int]:
    """Elements named like furniture that hold much of the page's prose, or prose and no link to another story."""
    links = _summed(page, _held(page, [int(block.link_share >= MOST_LINKED) for block in page.blocks]))
    free, largest = _apart(page, _held(page, prose))
    held = _held(page, prose)
    found: set[int] = set()
    for node in range(len(held) - 1, 0, -1):
        if reason := page.roles[node].reason:
            much = held[node] > MISNAMED * largest and (reason not in CERTAIN or free < LEAST_REPORT)
            if not (much or (reason == "related" and held[node] >= 2 * FEWEST_WORDS and not links[node])):
                continue
            found.add(node)
        held[page.parents[node]] += held[node]
    return frozenset(found | _alike(page, held, found))


def _alike(page: Page, held: list[int], found: set[int]) -> set[int]:
    """Elements inside a misnamed one that have its name and some prose: there the name means the report (slides of a slide show)."""
    named: list[frozenset[str]] = [frozenset()] * len(held)
    alike: set[int] = set()
    for node in range(1, len(held)):
        reason = page.roles[node].reason
        named[node] = named[page.parents[node]]
        if reason and node in found:
            named[node] |= {reason}
        elif reason in named[node] and held[node] >= 2 * FEWEST_WORDS:
            alike.add(node)
    return alike


def _apart(page: Page, held: list[int]) -> tuple[int, int]:
    """Words of prose outside all furniture, and of the largest part of the page that no other furniture divides."""
    largest = 0
    for node in range(len(held) - 1, 0, -1):
        if page.roles[node].reason is None:
            held[page.parents[node]] += held[node]
        else:
            largest = max(largest, held[node])
    return held[0], max(held[0], largest)


def _region(page: Page, prose: list[int]) -> int:
    """The deepest element that holds nearly all the prose: of the bodies named as such, if they hold enough of it."""
    whole = sum(prose)
    levels = _levels(page)
    for level in range(max(levels), 0, -1):
        named = [words if levels[block.node] >= level else 0 for block, words in zip(page.blocks, prose, strict=True)]
        if sum(named) >= BODY_WORDS and sum(named) >= BODY_SHARE * whole:
            return _narrowed(page, _summed(page, _held(page, named)))
    return _narrowed(page, _summed(page, _held(page, prose)))


def _levels(page: Page) -> list[int]:
    """How many elements named as bodies stand around each element, itself counted."""
    levels = [int(page.roles[0].body)]
    for node in range(1, len(page.names)):
        levels.append(levels[page.parents[node]] + page.roles[node].body)
    return levels


def _narrowed(page: Page, held: list[int]) -> int:
    """From the page down, as long as one child keeps most of the prose."""
    largest: dict[int, int] = {}
    for node in range(1, len(held)):
        parent = page.parents[node]
        if held[node] > held[largest[parent]] if parent in largest else held[node]:
            largest[parent] = node
    region = 0
    while (child := largest.get(region)) and held[child] >= NARROWING * held[region] and page.names[child] not in NOT_REGIONS:
        region = child
    return region
