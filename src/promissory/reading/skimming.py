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
#: Scripts and style sheets from their first tag to their last, data blocks (JSON-LD) left out: some pages hold the story only there.
#: Here and in links, the same tag again ends the search, so that a page of nothing but opening tags is not read over and over.
CODE = (
    rb"<s(?:cript(?=[>\s])(?![^>]*ld\+json)[^<]*+(?:<(?!/?script)[^<]*+)*+</script"
    rb"|tyle(?=[>\s])[^<]*+(?:<(?!/?style)[^<]*+)*+</style)"
)
#: A link before another tag; another link or a paragraph in it tells that its end is missing.
LINK = rb"<a(?=[>\s])[^<]*+(?:<(?!/a>|a[>\s]|p>)[^<]*+)*+</a(?=>\s*+<)"
#: The words up to the next tag; a sign that opens no tag is a word.
WORDS = rb"((?:[^<\s]|<(?=\s))[^<]*+(?:<(?=\s)[^<]*+)*+)"
#: What may stand after a tag; only the words are given.
AFTER_TAG = re.compile(rb">\s*+(?:" + LINK + rb"|" + CODE + rb"|" + WORDS + rb"(?:" + CODE + rb")?+)")
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
    return b" ".join(b" ".join(AFTER_TAG.findall(b">" + raw)).split())


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
