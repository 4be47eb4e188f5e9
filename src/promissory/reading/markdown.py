"""Markdown: the marks go, the words stay where they can be traced."""

from __future__ import annotations

import re

from promissory.model import Published
from promissory.reading.bylines import iso_date
from promissory.reading.composing import Draft, Facts
from promissory.reading.language import language_code
from promissory.reading.tracing import Edit, Traced

FRONT = re.compile(r"﻿?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.S)
FIELD = re.compile(r"^([A-Za-z][\w-]*):[ \t]*(.+?)[ \t]*\r?$", re.M)
#: Marks to remove; the group `words`, where there is one, stays.
MARKS = re.compile(
    r"(?m:^[ \t]{0,3}#{1,6}[ \t]+(?P<heading>[^\n]*?)[ \t]*#*[ \t]*(?=\r?$))"
    r"|<!--.*?-->"
    r"|(?m:^[ \t]{0,3}(?:```|~~~)[^\n]*$)"
    r"|(?m:^[ \t]{0,3}(?:>[ \t]?)+)"
    r"|(?m:^[ \t]{0,3}(?:={3,}|-{3,}|(?:[*_][ \t]?){3,})[ \t]*(?=\r?$))"
    r"|!\[(?P<image>[^\]\n]*)\]\([^)\n]*\)"
    r"|\[(?P<link>[^\]\[\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!|-])"
    r"|(?P<strong>\*\*|__)(?=\S)|(?<=\S)(?:\*\*|__)"
    r"|(?<![\w*])[*_](?P<emphasis>[^\s*_](?:[^*_\n]*[^\s*_])?)[*_](?![\w*])"
    r"|`(?P<code>[^`\n]+)`",
    re.S,
)
KEPT = ("heading", "link", "escaped", "emphasis", "code")


def draft_markdown(text: str, _where: str) -> Draft:
    """The draft of a decoded Markdown text; front matter becomes facts."""
    front = FRONT.match(text)
    body = front.end() if front else 0
    traced = Traced.whole(text).edit([(0, body, "")] if front else [])
    # twice: a mark may stand inside a heading, a link inside emphasis
    for _ in range(2):
        traced = traced.edit(_mark_edits(traced.text))
    return Draft(traced, "markdown", _facts(front[1]) if front else Facts())


def _mark_edits(text: str) -> list[Edit]:
    edits: list[Edit] = []
    for found in MARKS.finditer(text):
        group = next((name for name in KEPT if found[name] is not None), None)
        start, end = found.span(group) if group else (found.end(), found.end())
        edits += [(low, high, "") for low, high in ((found.start(), start), (end, found.end())) if low < high]
    return edits


def _facts(front: str) -> Facts:
    fields = {name.lower(): value.strip("\"'") for name, value in FIELD.findall(front)}
    written = fields.pop("date", None) or fields.pop("published", None)
    published = iso_date(written) if written else None
    if written and not published:
        fields["date"] = written
    author = fields.pop("author", None)
    return Facts(
        title=fields.pop("title", None),
        publisher=fields.pop("publisher", None),
        published=Published(published, "metadata", (f"front matter: {written}",)) if published else None,
        url=fields.pop("url", None),
        language=language_code(fields.pop("lang", "") or fields.pop("language", "")),
        authors=(author,) if author else (),
        extra=tuple(fields.items()),
    )
