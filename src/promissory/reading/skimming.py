"""The words of a page for a first look: fast, rough, and without any offset.

`running_words` makes no tree: it cuts out what is no text and joins what stands between tags. `main_words` has a parser find the story.
"""

from __future__ import annotations

import re

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLParserException

from promissory.reading.language import guess_language

#: A page says within so many bytes that it is one.
HEAD = 2000
PAGE = re.compile(rb"<(?:!doctype|html|head|body|meta|title)\b", re.IGNORECASE)
#: The words after a tag, up to the next one; a sign that opens no tag is a word.
BETWEEN_TAGS = re.compile(rb">\s*+((?:[^<\s]|<(?=\s))[^<]*+(?:<(?=\s)[^<]*+)*+)")
#: Elements that may be no text, and how long an opening tag is at most, as far as it is looked at.
OPENING, LONGEST = re.compile(rb"<(script|style|a)(?=[>\s])"), 200
CLOSING = {b"script": b"</script", b"style": b"</style", b"a": b"</a>"}
#: How far beside a link its neighbours are looked for.
BESIDE = 40
#: Words that every English text of more than a few words has: one in five of its words, and here one in so many.
STOPS = (b" the ", b" and ", b" of ", b" to ", b" on ", b" for ", b" with ", b" that ", b" said ", b" will ", b" its ", b" is ")
FEW, ONE_IN = 60, 50


def is_page(raw: bytes) -> bool:
    """Whether bytes are a whole HTML page, at a glance; a text with a tag or two is none."""
    return PAGE.search(raw, 0, HEAD) is not None


def running_words(raw: bytes) -> bytes:
    """What a page has between its tags, in its own encoding, without scripts, style sheets, and links that stand alone.

    Data blocks (JSON-LD) stay: some pages hold the story only there. Links within a sentence stay; those of menus and of teasers go.
    Where it is not certain what a tag opens (capitals, no end), all stays: a word too many costs time, one too few a report.
    """
    return b" ".join(b" ".join(BETWEEN_TAGS.findall(b">" + _without_code_and_links(raw))).split())


def main_words(raw: bytes) -> str:
    """The main content of an HTML page, or the bytes as they are where they are no HTML or the parser refuses them."""
    text = raw.decode("utf-8", "replace")
    if not is_page(raw):
        return text
    try:
        # the parser's own tree is left to it: a tree in our hands could be freed by another thread, which its library does not bear
        return str(extract_plain_text(text, main_content=True, links=False, alt_texts=False))
    except HTMLParserException:
        return text


def is_english(text: str) -> bool:
    """Whether claims can be read from a text; one too short to tell is taken to be."""
    return guess_language(text) in ("en", "und")


def may_be_english(words: bytes) -> bool:
    """Whether running words can hold an English text, by its commonest words alone; menus in English beside another language may."""
    return sum(map(words.count, STOPS)) * ONE_IN >= words.count(b" ") or words.count(b" ") < FEW


def _without_code_and_links(raw: bytes) -> bytes:
    """The bytes without the elements that are no text, a space in the place of each; what has no end stays."""
    parts, kept_from, at = [], 0, 0
    while opening := OPENING.search(raw, at):
        start, name = opening.start(), opening[1]
        end = raw.find(CLOSING[name], opening.end())
        if end < 0:
            at = opening.end()
            continue
        at = end + len(CLOSING[name])
        if _stands_alone(raw, start, at) if name == b"a" else b"ld+json" not in raw[start : start + LONGEST]:
            parts.append(raw[kept_from:start])
            kept_from = at
    return b" ".join([*parts, raw[kept_from:]])


def _stands_alone(raw: bytes, start: int, end: int) -> bool:
    """Whether a link has a tag on both sides, and neither another link nor a paragraph in it, as it has where its end is missing."""
    before, after = raw[max(0, start - BESIDE) : start].rstrip(), raw[end : end + BESIDE].lstrip()
    alone = before[-1:] == b">" and after[:1] == b"<"
    return alone and raw.find(b"<a ", start + 3, end) < 0 and raw.find(b"<p>", start, end) < 0
