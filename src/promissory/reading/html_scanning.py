"""HTML characters to blocks of words that know their place: one linear pass over the page, no tree in memory but parent links.

A parser that forgets where its characters stood would leave claims without an address in the page. This pass keeps, for every run
of words, the offsets of its characters in the decoded page. It follows the rules of HTML where news pages rely on them (void and
raw elements, implied ends, inline markup across blocks) and is linear in the length of the page whatever the nesting.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from promissory.reading.html_roles import Role, own_role

#: One tag with quoted attributes; possessive, so that a missing quote costs one look and no backtracking.
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>\"']*+(?:\"[^\"]*+\"[^>\"']*+|'[^']*+'[^>\"']*+)*+)>")
#: The same where the quotes do not pair.
LETTER = re.compile(r"</?[a-zA-Z]")
LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
ATTRIBUTE = re.compile(r"([^\s=>\"'/]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")
#: After so many tags whose quotes do not pair, quotes are no longer looked at: each look may run to the end of the page.
MOST_UNPAIRED = 20

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: Elements whose content is not HTML, or no words of the page.
RAW = frozenset("script style textarea title iframe noframes xmp svg math template canvas object select datalist".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong "
    "sub sup time tt u var".split()
)
#: Inline elements whose attributes or links matter; the others leave no trace.
FOLLOWED = frozenset("a span label time small em i strong b font cite".split())
#: An opening tag of the key ends the open elements of the value right around it.
ENDS: dict[str, frozenset[str]] = {
    "li": frozenset(["li", "p"]),
    "dt": frozenset(["dt", "dd", "p"]),
    "dd": frozenset(["dt", "dd", "p"]),
    "tr": frozenset(["tr", "td", "th", "p"]),
    "td": frozenset(["td", "th", "p"]),
    "th": frozenset(["td", "th", "p"]),
    "option": frozenset(["option"]),
}
PARAGRAPH = frozenset(["p"])
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
METADATA = frozenset(["meta", "link", "html"])
SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*\s*$")
#: How far an inline end tag looks for its beginning.
INLINE_REACH = 60


class Chunk(NamedTuple):
    """Characters `[start, end)` of the page between two tags, their element, and whether they stand inside an anchor.

    No characters at all stand for a line break that only wraps a line.
    """

    start: int
    end: int
    node: int
    linked: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Words between two block boundaries: their element (an index of `Page.names`), chunks, and the words themselves.

    `text` has entities decoded and white space collapsed; `linked` is the number of its characters inside anchors.
    """

    node: int
    chunks: tuple[Chunk, ...]
    text: str
    linked: int
    words: int

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.text))


@dataclass(slots=True)
class Page:
    """What one pass found. Elements are numbers; a parent's number is smaller than its children's. Number 0 is the page."""

    source: str
    names: list[str] = field(default_factory=lambda: ["html"])
    parents: list[int] = field(default_factory=lambda: [0])
    attributes: list[str] = field(default_factory=lambda: [""])
    roles: list[Role] = field(default_factory=lambda: [Role()])
    blocks: list[Block] = field(default_factory=list)
    tags: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[tuple[str, str]] = field(default_factory=list)
    title: str = ""


def attribute_values(written: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, entities decoded; the first of a name counts."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(written):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
    return found


def scan(source: str) -> Page:
    """The blocks, metadata tags and data scripts of a page."""
    return _Scanner(source).run()


class _Scanner:
    """The state of one pass."""

    def __init__(self, source: str) -> None:
        self.page = Page(source)
        self.stack: list[int] = [0]
        #: The elements of the stack that are no inline markup.
        self.solid: list[int] = [0]
        self.open: defaultdict[str, int] = defaultdict(int)
        self.chunks: list[Chunk] = []
        self.links = 0
        self.broken = 0
        self.unpaired = 0

    def run(self) -> Page:
        source, at, seen = self.page.source, 0, 0
        last = source.rfind(">")
        while (start := source.find("<", seen)) >= 0:
            if start > last and not source.startswith("<!--", start):
                break
            tag = TAG.match(source, start) if self.unpaired < MOST_UNPAIRED else None
            tag = tag or self._unpaired(start)
            end = tag.end() if tag else _declared(source, start, last)
            seen = end or start + 1
            if end:
                self._words(at, start)
                at = seen = self._tag(tag) if tag else end
        self._words(at, len(source))
        self._flush()
        return self.page

    def _unpaired(self, start: int) -> re.Match[str] | None:
        """A tag whose quotes do not pair; None where a `<` begins no tag, or one without end."""
        if not LETTER.match(self.page.source, start):
            return None
        self.unpaired += 1
        return LOOSE_TAG.match(self.page.source, start)

    def _words(self, start: int, end: int) -> None:
        if start < end and (self.chunks or not self.page.source[start:end].isspace()):
            self.chunks.append(Chunk(start, end, self.stack[-1], self.links > 0))

    def _tag(self, tag: re.Match[str]) -> int:
        """Take a tag; the offset where reading goes on."""
        closing, name, attributes = tag.groups()
        name = name.lower()
        if closing:
            self._close(name)
        elif name in RAW:
            return self._raw(name, attributes, tag.end())
        elif name in INLINE or "-" in name:
            self._open_inline(name, attributes)
        elif name in METADATA:
            self.page.tags.append((name, attributes))
        elif name in VOID:
            self._void(name, tag.start())
        else:
            self._open_block(name, attributes)
        return tag.end()

    def _raw(self, name: str, attributes: str, start: int) -> int:
        """The content of an element that holds no HTML is passed over; where its end tag is missing, all the rest."""
        if attributes.endswith("/") and name in ("svg", "math", "canvas", "object"):
            return start
        source = self.page.source
        found = re.compile(rf"</{name}(?=[\s/>])", re.I).search(source, start)
        close = found.start() if found else len(source)
        end = source.find(">", close) + 1 or len(source)
        if name == "title" and not self.page.title:
            self.page.title = " ".join(html.unescape(source[start:close]).split())
        elif name == "script":
            self.page.scripts.append((attributes, source[start:close]))
        return end

    def _void(self, name: str, at: int) -> None:
        if name == "hr":
            self._flush()
        elif name == "br":
            self._break(at)

    def _break(self, at: int) -> None:
        """A line break ends a block after a full sentence or another break; elsewhere the line was only wrapped."""
        said = "".join(self.page.source[max(chunk.start, chunk.end - 12) : chunk.end] for chunk in self.chunks[-4:])
        twice = self.broken > 0 and all(self.page.source[chunk.start : chunk.end].strip() == "" for chunk in self.chunks[self.broken :])
        if twice or SENTENCE_END.search(said[-12:]):
            self._flush()
        if self.chunks:
            self.chunks.append(Chunk(at, at, self.stack[-1], self.links > 0))
        self.broken = len(self.chunks)

    def _open_inline(self, name: str, attributes: str) -> None:
        if name == "time":
            self.page.tags.append((name, attributes))
        if (name not in FOLLOWED and "-" not in name) or attributes.endswith("/"):
            return
        if name == "a":
            if self.open["a"]:
                self._close("a")
            self.links += 1
        self._push(name, attributes)

    def _open_block(self, name: str, attributes: str) -> None:
        if self.chunks:
            self._flush()
        if name == "body":
            self.page.attributes[0] = attributes
            return
        self._end_implied(name)
        self._push(name, attributes)

    def _end_implied(self, name: str) -> None:
        """A block ends an open paragraph; a list item, row or cell ends the one before."""
        ended = ENDS.get(name, PARAGRAPH)
        while self.page.names[node := self.solid[-1]] in ended:
            while self.stack[-1] != node:
                self._pop()
            self._pop()

    def _top(self) -> str:
        return self.page.names[self.stack[-1]]

    def _push(self, name: str, attributes: str) -> None:
        parent = self.stack[-1]
        page = self.page
        page.names.append(name)
        page.parents.append(parent)
        page.attributes.append(attributes)
        page.roles.append(own_role(name, attributes))
        self.stack.append(len(page.names) - 1)
        if name not in INLINE:
            self.solid.append(len(page.names) - 1)
        self.open[name] += 1

    def _pop(self) -> None:
        name = self.page.names[self.stack.pop()]
        self.open[name] -= 1
        if name not in INLINE:
            self.solid.pop()
        elif name == "a":
            self.links -= 1

    def _close(self, name: str) -> None:
        if name in INLINE or "-" in name:
            self._close_inline(name)
            return
        if self.chunks:
            self._flush()
        if not self.open[name]:
            return
        while self._top() != name:
            self._pop()
        self._pop()

    def _close_inline(self, name: str) -> None:
        """An inline end tag reaches no further than the block it stands in."""
        if not self.open[name]:
            return
        for back, node in enumerate(reversed(self.stack[-INLINE_REACH:]), start=1):
            found = self.page.names[node]
            if found == name:
                for _ in range(back):
                    self._pop()
                return
            if found not in INLINE and "-" not in found:
                return

    def _flush(self) -> None:
        """End the block that is being read; words that an inline element of its own role takes out become a block of theirs."""
        if not self.chunks:
            return
        chunks, self.chunks, self.broken = self.chunks, [], 0
        node = self._heading(self.solid[-1])
        apart = [self._taken_out(chunk.node, node) for chunk in chunks]
        self._add(node, [chunk for chunk, inline in zip(chunks, apart, strict=True) if inline is None])
        for chunk, inline in zip(chunks, apart, strict=True):
            if inline is not None:
                self._add(inline, [chunk])

    def _taken_out(self, inline: int, block: int) -> int | None:
        """The inline element between a chunk and its block that is furniture by itself."""
        for _ in range(INLINE_REACH):
            if inline <= block:
                return None
            if self.page.roles[inline].reason:
                return inline
            inline = self.page.parents[inline]
        return None

    def _add(self, node: int, chunks: list[Chunk]) -> None:
        if text := _decoded(self.page.source, chunks):
            linked = [chunk for chunk in chunks if chunk.linked]
            share = len(_decoded(self.page.source, linked)) if linked else 0
            self.page.blocks.append(Block(node, tuple(chunks), text, share, text.count(" ") + 1))

    def _heading(self, node: int) -> int:
        """The heading that an element stands in, a step or two up, else the element."""
        above = node
        for _ in range(2):
            above = self.page.parents[above]
            if self.page.names[above] in HEADINGS and not self.page.roles[node].reason:
                return above
        return node


def _declared(source: str, at: int, last: int) -> int | None:
    """The end of a comment, declaration or processing instruction at `at`; None where a `<` is only a character."""
    if source.startswith("<!--", at):
        end = source.find("-->", at + 2)
        return end + 3 if end >= 0 else len(source)
    if at < last and source[at + 1 : at + 2] in ("!", "?", "/"):
        return source.find(">", at) + 1
    return None


def _decoded(source: str, chunks: list[Chunk]) -> str:
    joined = "".join([source[chunk.start : chunk.end] or " " for chunk in chunks])
    return " ".join((html.unescape(joined) if "&" in joined else joined).split())
