"""The goods that a word stands for by what stands before it: "six F-16s … asked for the jets", "half a million rounds"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from promissory.extraction.text.gazetteer import Mention, Name

#: How many characters back the goods are named for which "the jets" may stand.
NEAR = 400
#: What stands before a name of a class that takes up goods spoken of before.
_TAKING_UP = re.compile(r"\b(?:the|these|those|this)\s$", re.IGNORECASE)
#: What stands behind one that says for itself which goods are meant ("the jets that Denmark gave", "the missiles for the system").
_TELLING = re.compile(r"\s(?:that|which|from|for|of|in|on)\b")

#: Rounds in such numbers, or of a calibre, are fired, not held ("two rounds of talks").
_ROUNDS = re.compile(
    r"(?:\b\d{1,3}(?:,\d{3})+|\b\d{3,}|\b(?:hundred|thousand|million)s?(?: of)?|mm|\bcalib(?:re|er))"
    r"(?: (?:more|further|additional|such|extra|new|heavy|of))? (?P<what>rounds)\b(?! of (?!\d))",
    re.IGNORECASE,
)
ROUNDS = "ammunition"
#: Goods by whose name those of another class are called too ("Caesar howitzers … 49 of the guns").
CALLED: Mapping[str, str] = {"gun": "artillery"}


def rounds_in(text: str, mentions: Sequence[Mention], items: Collection[str]) -> list[Mention]:
    """The mentions of a text, those of rounds of ammunition that are only called rounds among them."""
    if ROUNDS not in items or "rounds" not in text.casefold():
        return list(mentions)
    found = [Mention(m.start("what"), m.end("what"), (Name("item", ROUNDS),)) for m in _ROUNDS.finditer(text)]
    new = [m for m in found if not any(k.start < m.end and m.start < k.end for k in mentions)] if found else []
    return sorted((*mentions, *new), key=lambda m: m.start) if new else list(mentions)


def take_up(mentions: Sequence[Mention], text: str, parents: Mapping[str, str | None]) -> list[Mention]:
    """The mentions of a text, each class of goods that takes up one kind of it named just before replaced by that kind."""
    found: list[Mention] = []
    for mention in mentions:
        found.append(_taken_up(mention, found, text, parents))
    return found


def _taken_up(mention: Mention, before: list[Mention], text: str, parents: Mapping[str, str | None]) -> Mention:
    item = mention.id_of("item")
    if item is None or not _TAKING_UP.search(text, max(0, mention.start - 7), mention.start) or _TELLING.match(text, mention.end):
        return mention
    kinds = {k for k in _near(mention, before) if {item, CALLED.get(item)} & {*_classes_of(k, parents)}}
    if len(kinds) != 1:
        return mention
    return replace(mention, names=tuple(Name("item", *kinds) if n.type == "item" else n for n in mention.names))


def _near(mention: Mention, before: list[Mention]) -> Iterator[str]:
    """The goods named a little before."""
    for earlier in reversed(before):
        if mention.start - earlier.end > NEAR:
            return
        yield from earlier.ids_of("item")


def _classes_of(item: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    while parent := parents.get(item):
        yield parent
        item = parent
