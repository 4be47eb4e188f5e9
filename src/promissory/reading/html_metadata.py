"""What a page's metadata say of its report: JSON-LD, OpenGraph and other meta tags, `<time>`, the address, and bylines in the page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from promissory.model import Published
from promissory.reading.bylines import AUTHORS as BYLINE_AUTHORS
from promissory.reading.bylines import is_byline, iso_date, written_date
from promissory.reading.html_scanning import HEADINGS, Block, Page, attribute_values
from promissory.reading.language import language_code

PUBLISHED = (
    "article:published_time", "og:article:published_time", "article_published_time", "og:published_time", "datepublished", "published_at",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "parsely-pub-date",
    "sailthru.date", "article.published", "publish-date", "publishdate", "publish_date", "published-date", "publication_date", "pubdate",
    "date", "originalpublicationdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "datecreated", "created",
    "article:created_time",
)  # fmt: skip
UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod", "last_updated_date")
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "headline", "title")
PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "cre", "apple-mobile-web-app-title")
AUTHORS = (
    "author",
    "article:author",
    "article:author_name",
    "dc.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
)
SUMMARIES = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
LOCALES = ("og:locale", "content-language", "dc.language", "language", "inlanguage")
REPORTS = re.compile(r"Article|Report|BlogPosting|LiveBlog|Statement|PressRelease")
PAGES = re.compile(r"WebPage|CreativeWork")
#: What separates a headline from the name of the site in a page's title.
SITE = re.compile(r"\s+(?:[|•·»–—-]|::)\s+")
DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?![\d])")
NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
#: How many blocks after the headline may hold the date of publication.
BYLINE_REACH = 14
#: Metadata blocks nested or numbered beyond this are no description of one report.
MOST_NODES = 500


@dataclass(frozen=True, slots=True)
class Told:
    """What the metadata give: headlines and summaries in order of trust, and the rest; `body` is the text of the report if they hold it."""

    titles: tuple[str, ...]
    summaries: tuple[str, ...]
    authors: tuple[str, ...]
    publisher: str | None
    published: Published | None
    updated: str | None
    url: str | None
    language: str | None
    body: str
    #: the headline that the page's data and its title give alike, to the letter
    agreed: str | None = None


def read_metadata(page: Page) -> Told:
    """All that the tags and data blocks of a page tell."""
    meta, data = _meta(page), _reports(page)
    publisher = _first(_pick(meta, PUBLISHERS), *_found(data, "publisher"))
    url = _address(page, meta)
    return Told(
        titles=_distinct([*_found(data, "headline", "name"), *_every(meta, TITLES), *_page_titles(page.title, publisher)]),
        summaries=_distinct([*_found(data, "description", "alternativeHeadline"), *_every(meta, SUMMARIES)]),
        authors=_authors(data, meta, publisher),
        publisher=publisher,
        published=_published(page, meta, data, url),
        updated=next((day for words in [*_found(data, "dateModified"), *_every(meta, UPDATED)] if (day := iso_date(words))), None),
        url=url,
        language=_language(page, meta, data),
        body=_body(data),
        agreed=_agreed(_found(data, "headline"), _page_titles(page.title, publisher)),
    )


def read_page_byline(page: Page, headline: Block | None) -> tuple[Published | None, tuple[str, ...]]:
    """The date and the authors that a page prints under its headline or in elements called byline."""
    start = next((number for number, block in enumerate(page.blocks) if block is headline), 0)
    near = page.blocks[start + 1 : start + 1 + BYLINE_REACH]
    called = [block for block in page.blocks if page.roles[block.node].reason == "byline" and block.words <= 30]
    lines = [block.text for block in (*near, *called) if page.names[block.node] not in HEADINGS]
    dated = next((line for line in lines if is_byline(line) and written_date(line)), None)
    day = written_date(dated) if dated else None
    names = next((found[1] for line in lines if len(line) <= 120 and (found := BYLINE_AUTHORS.match(line))), "")
    published = Published(day, "byline", (f"the page prints {dated!r}",)) if day else None
    return published, tuple(name for name in NAMES.split(names) if name)


def _meta(page: Page) -> dict[str, list[str]]:
    """Names and properties of meta elements in lower case → contents, in order."""
    found: dict[str, list[str]] = {}
    for name, written in page.tags:
        if name == "meta":
            values = attribute_values(written)
            content = _plain(values.get("content"))
            for key in {values.get(kind, "").lower() for kind in ("property", "name", "itemprop", "http-equiv")} - {""}:
                if content:
                    found.setdefault(key, []).append(content)
    return found


def _reports(page: Page) -> list[dict[str, Any]]:
    """The JSON-LD nodes that describe the report, then those that describe the page.

    A block that is no JSON is passed over, as browsers do; references by `@id` are resolved one step.
    """
    nodes: list[dict[str, Any]] = []
    for attributes, words in page.scripts:
        if "ld+json" in attributes:
            try:
                nodes += _nodes(json.loads(words.strip().removesuffix(";"), strict=False))
            except (ValueError, RecursionError):
                continue
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    typed = [(str(node.get("@type")), {key: _resolved(value, known) for key, value in node.items()}) for node in nodes[:MOST_NODES]]
    return [n for kind, n in typed if REPORTS.search(kind)] + [n for kind, n in typed if PAGES.search(kind) and not REPORTS.search(kind)]


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for part in data:
            yield from _nodes(part)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "author"):
            yield from _nodes(data.get(key))


def _resolved(value: Any, known: Mapping[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_resolved(part, known) for part in value]
    reference = value.get("@id") if isinstance(value, dict) and "name" not in value else None
    return known.get(reference, value) if isinstance(reference, str) else value


def _found(nodes: Iterable[dict[str, Any]], *keys: str) -> Iterator[str]:
    """What nodes say under keys; `name` only of reports (a page's is its site's)."""
    for node in nodes:
        for key in keys:
            if key != "name" or REPORTS.search(str(node.get("@type"))):
                yield from _names(node.get(key))


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str) and (words := _plain(value)):
        yield words
    elif isinstance(value, dict):
        yield from _names(value.get("name") or value.get("byline"))
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)


def _every(meta: Mapping[str, list[str]], keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield from meta.get(key, ())


def _pick(meta: Mapping[str, list[str]], keys: Iterable[str]) -> str | None:
    return next(_every(meta, keys), None)


def _first(*words: str | None) -> str | None:
    return next((w for w in words if w), None)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _agreed(headlines: Iterator[str], titles: list[str]) -> str | None:
    """The first headline of the data if the page's title is the same to the letter: two records that confirm each other."""
    first = next(headlines, None)
    return first if first in titles else None


def _page_titles(title: str, publisher: str | None) -> list[str]:
    """The page's title without the name of the site at its end, as the site writes it or after the last mark."""
    parts = SITE.split(title)
    if len(parts) > 1 and (not publisher or publisher.casefold() in parts[-1].casefold() or len(parts[-1].split()) <= 4):
        return [title[: title.rindex(parts[-1])].rstrip(" |•·»–—-:"), title]
    return [title] if title else []


def _authors(data: list[dict[str, Any]], meta: Mapping[str, list[str]], publisher: str | None) -> tuple[str, ...]:
    """The people named as authors; the publisher's own name only where there is no other."""
    reports = [node for node in data if REPORTS.search(str(node.get("@type")))]
    told = _persons(_found(reports, "author", "creator"))
    written = told or _persons(name for key in AUTHORS for words in meta.get(key, ()) for name in NAMES.split(words))
    named = written or _persons(_found(data, "author"))
    people = tuple(name for name in named if not publisher or name.casefold() != publisher.casefold())
    return people or named


def _persons(names: Iterable[str]) -> tuple[str, ...]:
    """Names as a byline prints them: no addresses, no user names."""
    stripped = (re.sub(r"^\s*by\s+", "", name, flags=re.I).strip(" ,|") for name in names)
    return _distinct(
        name for name in stripped if name and "://" not in name and "@" not in name and not re.fullmatch(r"[a-z0-9_.-]+", name)
    )


def _published(page: Page, meta: Mapping[str, list[str]], data: list[dict[str, Any]], url: str | None) -> Published | None:
    told = [*_found(data, "datePublished"), *_every(meta, PUBLISHED), *_found(data, "dateCreated", "uploadDate"), *_times(page)]
    for words in told:
        if day := iso_date(words):
            return Published(day, "metadata", (f"the page's metadata: {words}",))
    if url and (found := DAY_IN_ADDRESS.search(url)):
        day = iso_date("-".join((found[1], found[2].zfill(2), found[3].zfill(2))))
        return Published(day, "metadata", (f"the page's address: {url}",)) if day else None
    return None


def _times(page: Page) -> Iterator[str]:
    """The dates of `<time>` elements, those that are called a publication first."""
    times = [attribute_values(written) for name, written in page.tags if name == "time"]
    called = [t for t in times if "pubdate" in t or "publish" in (t.get("itemprop", "") + t.get("class", "")).lower()]
    yield from (t["datetime"].strip() for t in (*called, *times) if t.get("datetime", "").strip())


def _address(page: Page, meta: Mapping[str, list[str]]) -> str | None:
    links = [attribute_values(written) for name, written in page.tags if name == "link"]
    canonical = (link.get("href", "").strip() for link in links if "canonical" in link.get("rel", "").lower().split())
    return next((url for url in (*meta.get("og:url", ()), *canonical) if "://" in url), None)


def _language(page: Page, meta: Mapping[str, list[str]], data: list[dict[str, Any]]) -> str | None:
    roots = [attribute_values(written) for name, written in page.tags if name == "html"]
    told = [*(root.get("lang") or root.get("xml:lang") or "" for root in roots), *_every(meta, LOCALES), *_found(data, "inLanguage")]
    return next((code for words in told if (code := language_code(words))), None)


def _body(data: list[dict[str, Any]]) -> str:
    """The longest text of the report that the data blocks hold, markup taken out, paragraphs kept apart."""
    told = [str(node[key]) for node in data for key in ("articleBody", "text") if isinstance(node.get(key), str)]
    longest = max(told, key=len, default="")
    return html.unescape(re.sub(r"<[^>]{0,500}>", "\n", longest) if "</" in longest else longest).strip()


def _plain(words: str | None) -> str | None:
    """Words on one line, entities decoded once more: metadata are often encoded twice."""
    return " ".join(html.unescape(words).split()) or None if words else None
