"""Every character of a page's text leads back to the bytes that say it."""

from __future__ import annotations

import html

from hypothesis import example, given, settings
from hypothesis import strategies as st

from promissory.errors import SourceError
from promissory.model import Document
from promissory.reading.composing import compose
from promissory.reading.decoding import decode
from promissory.reading.html import draft_html

WORDS = st.sampled_from(
    ["forty", "generators", "Präsident", "Київ", "“said”", "€40", "&amp;", "&euro;40", "&#8212;", "&#x2019;s", "&nbsp;", "R&D", "a < b",
     "🇺🇦", "&notanentity;", "&copy", "é", "said."]
)  # fmt: skip
SPACES = st.sampled_from(
    [" ", "  ", "\r\n", "\n\t", "\u00a0", "<!-- no <p>words</p> here -->", "<script>var p = '<p>no</p>';</script>", "<br>", ""]
)
TAGS = st.sampled_from(["b", "i", "a href='/x?a=1&amp;b=2'", 'span class="x"', "em", "time", "strong data-x='>'"])


def inline(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    joined = st.lists(st.tuples(inner, SPACES), max_size=4).map(lambda parts: "".join(words + space for words, space in parts))
    return joined | st.tuples(TAGS, joined).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>")


RUNS = st.recursive(WORDS, inline, max_leaves=12)
BLOCKS = st.tuples(st.sampled_from(["p", "div", "li", "h2", "blockquote", "section"]), RUNS).map(lambda b: f"<{b[0]}>{b[1]}</{b[0]}>")
PAGES = st.lists(BLOCKS | RUNS, min_size=1, max_size=8).map(lambda parts: "<html><body>" + "\r\n".join(parts) + "</body></html>")


def document_of(raw: bytes) -> Document | None:
    decoded = decode(raw)
    try:
        return compose(draft_html(decoded.text, "page"), "page", lambda t: t.segments(raw, decoded.text, decoded.codec, decoded.offset))
    except SourceError:
        return None


def shown(words: str) -> str:
    """Words as the stored text has them: references decoded, white space plain."""
    return "".join(" " if character.isspace() else character for character in html.unescape(words))


def check(raw: bytes, document: Document) -> None:
    covered = [False] * len(document.text)
    last = 0
    for segment in document.segments:
        text = document.text[segment.start : segment.start + segment.length]
        origin = raw[segment.raw_start : segment.raw_end].decode("utf-8")
        assert segment.raw_start >= last
        last = segment.raw_end
        assert shown(text) == shown(origin) or (text == " " and origin.isspace()), (text, origin)
        covered[segment.start : segment.start + segment.length] = [True] * segment.length
    assert all(done or character.isspace() for done, character in zip(covered, document.text, strict=True))


@settings(max_examples=150, deadline=None)
@given(PAGES)
@example("<html><body><p>a&nbsp; b</p></body></html>")
@example("<html><body><p>R&amp;D <b> x</b>\r\n&euro;40</p></body></html>")
def test_every_character_leads_back_to_its_bytes(page: str) -> None:
    raw = page.encode()
    if document := document_of(raw):
        check(raw, document)


def test_a_quote_of_a_page_is_found_in_its_bytes() -> None:
    sentence = "The minister said that “forty <b>generators</b> &amp; more” would&nbsp;go to Київ."
    raw = f"<html><body><article><h1>Вантаж</h1>\r\n<p>{sentence}</p></article></body></html>".encode()
    document = document_of(raw)
    assert document is not None
    at = document.text.index("generators & more")
    touched = [s for s in document.segments if s.start < at + len("generators & more") and s.start + s.length > at]
    words = raw[touched[0].raw_start : touched[-1].raw_end]
    assert b"generators</b> &amp; more" in words
    check(raw, document)
