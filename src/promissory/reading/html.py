"""HTML: the main text and what the page's metadata say. The only home of the HTML library."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLParserException, HTMLTree

from promissory.errors import SourceError
from promissory.model import Published
from promissory.reading.bylines import iso_date
from promissory.reading.composing import Draft, Facts
from promissory.reading.language import language_code
from promissory.reading.tracing import Traced

DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate",
    "publishdate", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date", "article.published",
)  # fmt: skip
TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
PUBLISHERS = ("og:site_name", "application-name", "publisher", "dc.publisher")
AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
ARTICLES = re.compile(r"Article|Report|BlogPosting|WebPage")
#: A main text shorter than this share of the whole visible text, and than so many characters, was cut wrongly.
LEAST_SHARE, LEAST_LENGTH = 0.15, 400
#: Elements nested deeper than this are no page; the parser's time grows with the square of the depth.
DEEPEST = 1500
NESTING = re.compile(r"<(/?)(?:div|span|section|article|main|table|ul|ol|dl|blockquote|center|font|a|b|i|em|strong|u|small|big)\b", re.I)
#: Page furniture that is never the report.
SKIP = ["nav", "footer", "aside", "form", "button", "figcaption", "[role=navigation]", "[role=complementary]", "[aria-hidden=true]"]


def draft_html(page: str, where: str) -> Draft:
    """The draft of a decoded page.

    The offsets of the words in the page are not known (the parser gives none), so the document has no segments.
    SourceError for a page that no parser could read in bounded time.
    """
    if _depth(page) > DEEPEST:
        raise SourceError(f"its elements are nested more than {DEEPEST:,} deep", where, "save the text of the page as plain text")
    try:
        tree = HTMLTree.parse(page.encode("utf-8", "replace").decode("utf-8"))
    except HTMLParserException as fault:
        raise SourceError(f"no page that can be parsed: {fault}", where, "save the text of the page as plain text") from fault
    return Draft(Traced(_main_text(tree), ()), "html", _facts(tree))


def _depth(page: str) -> int:
    """How deep the nesting of a page goes at most, by its tags."""
    depth = deepest = 0
    for tag in NESTING.finditer(page):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _main_text(tree: HTMLTree) -> str:
    main = str(extract_plain_text(tree, main_content=True, alt_texts=False, skip_elements=SKIP))
    if len(main) >= LEAST_LENGTH:
        return main
    whole = str(extract_plain_text(tree, main_content=False, alt_texts=False, skip_elements=SKIP))
    return main if len(main) >= LEAST_SHARE * len(whole) else whole


def _facts(tree: HTMLTree) -> Facts:
    meta, linked = _meta(tree), _linked_data(tree)
    written = _first(linked, "datePublished") or _pick(meta, DATES) or _time(tree)
    published = iso_date(written) if written else None
    title = _first(linked, "headline") or _pick(meta, TITLES) or tree.title
    return Facts(
        title=_plain(title),
        publisher=_plain(_pick(meta, PUBLISHERS) or _first(linked, "publisher")),
        published=Published(published, "metadata", (f"the page's metadata: {written}",)) if published else None,
        url=_pick(meta, ("og:url",)) or _canonical(tree),
        language=_language(tree),
        authors=tuple(dict.fromkeys(_authors(meta, linked))),
    )


def _meta(tree: HTMLTree) -> dict[str, str]:
    """Names (and properties) of meta elements in lower case → content; the first of a name counts."""
    found: dict[str, str] = {}
    for element in _select(tree, "meta"):
        name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop")
        content = (element.getattr("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _linked_data(tree: HTMLTree) -> list[dict[str, Any]]:
    """The JSON-LD nodes that describe an article; a block that is no JSON is passed over, as browsers do."""
    nodes: list[dict[str, Any]] = []
    for element in _select(tree, 'script[type="application/ld+json"]'):
        try:
            nodes += _nodes(json.loads(element.text or "", strict=False))
        except (ValueError, RecursionError):
            continue
    return sorted((node for node in nodes if ARTICLES.search(str(node.get("@type")))), key=lambda node: "WebPage" in str(node.get("@type")))


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for part in data:
            yield from _nodes(part)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"))


def _first(nodes: list[dict[str, Any]], key: str) -> str | None:
    return next((name for node in nodes for name in _names(node.get(key))), None)


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)


def _pick(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _time(tree: HTMLTree) -> str | None:
    return next((element.getattr("datetime") or None for element in _select(tree, "time[datetime]")), None)


def _canonical(tree: HTMLTree) -> str | None:
    return next((element.getattr("href") or None for element in _select(tree, "link[rel=canonical]")), None)


def _language(tree: HTMLTree) -> str | None:
    return next((language_code(element.getattr("lang") or "") for element in _select(tree, "html[lang]")), None)


def _select(tree: HTMLTree, selector: str) -> list[ElementNode]:
    """The elements that a CSS selector finds, in the order of the page."""
    return list(tree.document.query_selector_all(selector)) if tree.document else []


def _authors(meta: dict[str, str], linked: list[dict[str, Any]]) -> list[str]:
    named = [name for node in linked for name in _names(node.get("author"))]
    return [str(_plain(re.sub(r"^[Bb]y ", "", name))) for name in named or [_pick(meta, AUTHORS) or ""] if name and "://" not in name]


def _plain(words: str | None) -> str | None:
    return " ".join(html.unescape(words).split()) or None if words else None
