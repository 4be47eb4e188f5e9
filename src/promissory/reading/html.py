"""HTML: the report of a page, what the page says of it, and where in the page each of its characters stands."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable
from dataclasses import replace

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLParserException

from promissory.errors import SourceError
from promissory.reading.composing import Draft, Facts
from promissory.reading.html_body import LEAST_TOLD, Body, find_body
from promissory.reading.html_metadata import Told, read_metadata, read_page_byline
from promissory.reading.html_scanning import Block, Page, scan
from promissory.reading.html_sifting import fold
from promissory.reading.tracing import Run, Traced

#: White space, references, and words with single spaces between them.
PIECE = re.compile(
    r"[ \t\n\r\f]++|&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]*+;?)|(?: ?(?:[^ \t\n\r\f&]++|&(?![A-Za-z#]))++)++|&"
)
#: A page whose own words are fewer than this share of the report in its data blocks shows only a part of it.
SHOWN = 0.6
#: So large a share of words in common makes a heading and a headline of the metadata the same headline, worded anew.
SAME_HEADLINE = 0.6
HEAD_END = re.compile(r"</head", re.I)
#: Where a page does not end its head, so many characters are looked at for metadata.
LONGEST_HEAD = 200_000
#: Page furniture that is never the report, for the bulk reader.
SKIP = ["nav", "footer", "aside", "form", "button", "figcaption", "[role=navigation]", "[role=complementary]", "[aria-hidden=true]"]


def draft_html(page: str, where: str) -> Draft:
    """The draft of a decoded page, each run of its words traced to the page.

    Where the page shows little or nothing of the report that its data blocks hold, the text is theirs: it has no offsets, and the
    metadata `text_from` say so. SourceError for a page with no words at all.
    """
    scanned = scan(page)
    told = read_metadata(scanned)
    body = find_body(scanned, told.titles, told.summaries, told.body)
    facts = _facts(scanned, told, body)
    if _shows_little(body, told.body):
        return _from_data(told.body, facts, body)
    if not body.blocks and body.headline is None:
        raise SourceError("no words in this page", where, "it may be built by a script: save the page from a browser, or as plain text")
    opened = body.headline is not None and facts.title is not None and fold(body.headline.text) == fold(facts.title)
    blocks = (body.headline, *body.blocks) if opened and body.headline else body.blocks
    return Draft(trace_blocks(page, blocks), "html", facts, body.removed)


def draft_html_in_bulk(page: str, where: str) -> Draft:
    """The draft of a page by the fast reader, for archives: coarser, without offsets, and with little said of what was removed.

    SourceError for a page that its parser refuses.
    """
    try:
        text = str(extract_plain_text(page.encode("utf-8", "replace").decode(), main_content=True, alt_texts=False, skip_elements=SKIP))
    except HTMLParserException as fault:
        raise SourceError(f"no page that can be parsed: {fault}", where, "save the text of the page as plain text") from fault
    end = HEAD_END.search(page)
    head = scan(page[: end.start() if end else LONGEST_HEAD])
    facts = _facts(head, read_metadata(head), Body(None, (), ()))
    return Draft(Traced(text, ()), "html", replace(facts, extra=(*facts.extra, ("reader", "bulk"))))


def trace_blocks(source: str, blocks: Iterable[Block]) -> Traced:
    """Blocks as paragraphs, entities decoded and white space collapsed, with the runs of `source` that they came from."""
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for block in blocks:
        if parts:
            parts.append("\n\n")
            length += 2
        length = _trace_block(source, block, parts, runs, length)
    return Traced("".join(parts), tuple(runs))


def _trace_block(source: str, block: Block, parts: list[str], runs: list[Run], length: int) -> int:
    """Add one block; the length of the text after it."""
    white = True
    for chunk in block.chunks:
        if chunk.start == chunk.end and not white:
            parts.append(" ")
            length, white = length + 1, True
        for piece in PIECE.finditer(source, chunk.start, chunk.end):
            words, start = _decoded(piece.group()), piece.start()
            if white and words[:1] == " ":
                words, start = words[1:], start + 1
            if words:
                parts.append(words)
                _add_run(runs, Run(length, len(words), start, piece.end()))
                length += len(words)
                white = words[-1] == " "
    return length


def _add_run(runs: list[Run], run: Run) -> None:
    """Add a run, joined to the one before where the page has both in one piece."""
    last = runs[-1] if runs else None
    if last and last.divisible and run.divisible and last.origin_end == run.origin and last.start + last.length == run.start:
        runs[-1] = Run(last.start, last.length + run.length, last.origin, run.origin_end)
    else:
        runs.append(run)


def _decoded(piece: str) -> str:
    if piece[0] == "&":
        return entities.unescape(piece)
    return " " if piece.isspace() and piece[0] in " \t\n\r\f" else piece


def _facts(page: Page, told: Told, body: Body) -> Facts:
    printed, names = read_page_byline(page, body.headline) if page.blocks else (None, ())
    return Facts(
        title=_title(told.titles, body.headline, told.agreed),
        publisher=told.publisher,
        published=told.published or printed,
        url=told.url,
        language=told.language,
        authors=told.authors or names,
        extra=(("updated", told.updated),) if told.updated else (),
    )


def _title(titles: tuple[str, ...], headline: Block | None, agreed: str | None = None) -> str | None:
    """The headline on which the page's data and title agree to the letter, else the printed one where the metadata know it."""
    if agreed:
        return agreed
    printed = " ".join(headline.text.split()) if headline else ""
    if printed and any(fold(printed) == fold(title) for title in titles):
        return printed
    if printed and (not titles or any(_alike(printed, title) for title in titles)):
        return printed
    return next(iter(titles), None)


def _alike(one: str, other: str) -> bool:
    first, second = set(fold(one).split()), set(fold(other).split())
    return len(first & second) >= SAME_HEADLINE * max(len(first | second), 1)


def _shows_little(body: Body, told: str) -> bool:
    words = len(told.split())
    return words >= LEAST_TOLD and sum(block.words for block in body.blocks) < SHOWN * words


def _from_data(told: str, facts: Facts, body: Body) -> Draft:
    text = "\n\n".join(line.strip() for line in told.splitlines() if line.strip())
    note = ("text_from", "the page's data block (articleBody); its words have no offsets in the page")
    return Draft(Traced(text, ()), "html", replace(facts, extra=(*facts.extra, note)), body.removed)
