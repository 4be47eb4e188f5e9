"""The words of a parsed sentence, as the finders see them: plain objects that are linked once.

They speak as spaCy's tokens do, which are made anew, and their strings looked up, each time one is asked for; finders ask millions of
times a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import NamedTuple


class Form(NamedTuple):
    """What all words of one form, tag and relation share."""

    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    is_punct: bool
    is_quote: bool
    is_space: bool
    like_num: bool


class Token:
    """A word in the tree of its sentence. `i` is its number there, `idx` its first character, `doc` all words of the sentence."""

    __slots__ = (
        *Form._fields, "i", "idx", "whitespace_", "is_sent_start", "head", "lefts", "rights", "children", "doc", "_subtree", "_ancestors",
        "_told",
    )  # fmt: skip

    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    #: the relation to `head`; that of a root is "ROOT", and its head is itself
    dep_: str
    is_punct: bool
    is_quote: bool
    is_space: bool
    like_num: bool
    #: the space behind it, if there is one
    whitespace_: str
    #: whether the parser takes it for the beginning of a sentence
    is_sent_start: bool
    head: Token
    #: what depends on it directly, before and after it
    lefts: Sequence[Token]
    rights: Sequence[Token]
    children: Sequence[Token]
    doc: Sequence[Token]

    def __init__(self, form: Form, i: int, idx: int, space: bool, opens: bool) -> None:
        (
            self.text, self.lower_, self.lemma_, self.tag_, self.pos_, self.dep_,
            self.is_punct, self.is_quote, self.is_space, self.like_num,
        ) = form  # fmt: skip
        self.i, self.idx, self.whitespace_, self.is_sent_start = i, idx, " " if space else "", opens
        self._subtree: Sequence[Token] | None = None
        self._ancestors: Sequence[Token] | None = None
        #: what was found out about the word before, by the function that found it
        self._told: dict[str, tuple[Token, ...]] = {}

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    def nbor(self, by: int = 1) -> Token:
        """The word so many places on; IndexError where there is none."""
        at = self.i + by
        if at < 0:
            raise IndexError(at)
        return self.doc[at]

    @property
    def subtree(self) -> Sequence[Token]:
        """The word and all that hangs on it, however far below; each before what stands right of it."""
        if self._subtree is None:
            before, after = ([t for child in side for t in child.subtree] for side in (self.lefts, self.rights))
            self._subtree = (*before, self, *after)
        return self._subtree

    @property
    def ancestors(self) -> Sequence[Token]:
        """The words above it, nearest first."""
        if self._ancestors is None:
            self._ancestors = () if self.head is self else (self.head, *self.head.ancestors)
        return self._ancestors

    @property
    def left_edge(self) -> Token:
        """The first word of the phrase it heads."""
        return min(self.subtree)

    @property
    def right_edge(self) -> Token:
        """The last word of the phrase it heads."""
        return max(self.subtree, key=lambda t: t.i)


def remembered(find: Callable[[Token], list[Token]]) -> Callable[[Token], list[Token]]:
    """A question about the tree, answered once for each word: finders ask the same of a verb a hundred times."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def ask(word: Token) -> list[Token]:
        known = word._told.get(name)
        if known is None:
            known = word._told[name] = tuple(find(word))
        return list(known)

    return ask


def link(forms: Iterable[Form], heads: Iterable[int], spaces: Iterable[bool], openings: Iterable[bool]) -> tuple[Token, ...]:
    """The words of a sentence, hung together; `heads` are the numbers of their heads."""
    words: list[Token] = []
    idx = 0
    for i, (form, space, opens) in enumerate(zip(forms, spaces, openings, strict=True)):
        words.append(Token(form, i, idx, space, opens))
        idx += len(form.text) + space
    doc = tuple(words)
    before: dict[int, list[Token]] = {}
    behind: dict[int, list[Token]] = {}
    for word, head in zip(doc, heads, strict=True):
        word.doc, word.head = doc, doc[head]
        if head != word.i:
            (before if word.i < head else behind).setdefault(head, []).append(word)
    for word in doc:
        word.lefts, word.rights = tuple(before.get(word.i, ())), tuple(behind.get(word.i, ()))
        word.children = word.lefts + word.rights
    return doc


def text_of(words: Sequence[Token]) -> str:
    """Neighbouring words as they are written."""
    return "".join(t.text + t.whitespace_ for t in words[:-1]) + "".join(t.text for t in words[-1:])
