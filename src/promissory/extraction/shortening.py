"""Bodies called by the last word of their name: "the Fund" after the International Monetary Fund, "the Bank" after the World Bank."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from promissory.extraction.gazetteer import Mention, Name

if TYPE_CHECKING:
    from promissory.packs import Actor

#: Words that stand for a body where they are written like a name.
SHORT = frozenset("Fund Bank Agency Institute Corporation Foundation Committee Group".split())
#: Sorts of actors that go by a short name of their own.
CALLED = ("organisation", "body", "office", "company")
_SHORT = re.compile(rf"\b[Tt]he (?P<word>{'|'.join(sorted(SHORT))})(?=['’]s\b|[,.;:)]|\s(?![A-Z])(?!for\b|of\b))")


def with_short(mentions: Sequence[Mention], text: str, actors: Mapping[str, Actor]) -> list[Mention]:
    """The mentions of a text, with those of a body by its short word once its whole name has been told."""
    taken = {at for m in mentions for at in range(m.start, m.end)}
    new = []
    for match in _SHORT.finditer(text):
        start, end = match.span("word")
        known = (m for m in reversed(mentions) if m.end <= start and m.id_of("framework") is None)  # a scheme's fund is no body
        before = (i for m in known for i in m.ids_of("actor") if _is_called(actors.get(i), match["word"]))
        if taken.isdisjoint(range(start, end)) and (one := next(before, None)) is not None:
            new.append(Mention(start, end, (Name("actor", one),)))
    return sorted((*mentions, *new), key=lambda m: m.start) if new else list(mentions)


def _is_called(actor: Actor | None, word: str) -> bool:
    """Whether a body's name, or one of its names, ends in the word."""
    if actor is None or actor.type not in CALLED:
        return False
    return any(name.split()[-1] == word and len(name.split()) > 1 for name in (actor.name, *actor.names))
