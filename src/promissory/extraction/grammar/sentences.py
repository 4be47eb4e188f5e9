"""A sentence with all that was found in it: tokens, names, sums, counts, dates, quotation."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import AmountMention, NumberMention
from promissory.extraction.calendar.dates import DateMention
from promissory.extraction.text.gazetteer import Mention
from promissory.extraction.text.splitting import Block

if TYPE_CHECKING:
    from promissory.extraction.words import Token
    from promissory.packs import Frame

#: A letter with a figure behind it: a sort of tank or plane.
MARQUE = re.compile(r"\b[B-HJ-Z] $")
#: Letters after a name.
LETTERS = frozenset(("MP", "MEP", "MSP", "TD", "KC", "QC", "OBE", "CBE", "MBE"))


@dataclass(frozen=True, eq=False)
class Sentence:
    """One parsed sentence. Offsets of mentions are relative to the sentence; `start` is its place in the document's text."""

    number: int
    start: int
    text: str
    block: Block
    block_number: int
    #: made once: spaCy makes them anew each time a parse is walked through
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    amounts: tuple[AmountMention, ...]
    numbers: tuple[NumberMention, ...]
    dates: tuple[DateMention, ...]
    #: document offsets of the quotations that reach into the sentence
    quotations: tuple[tuple[int, int], ...] = ()
    #: frames opened by the tokens, filled by `triggers` when first asked for
    opened: dict[str, list[tuple[Token, Frame]]] | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def at(self) -> dict[int, Mention]:
        """Token index → the mention the token is part of; letters after a name are a part of it ("John Healey MP")."""
        found = {i: m for m in self.mentions for i in self._covered(m.start, m.end)}
        for token in self.tokens[1:]:
            before = found.get(token.i - 1)
            if token.text in LETTERS and before and before.id_of("person", "surname"):
                found[token.i] = before
        return found

    @cached_property
    def amount_at(self) -> dict[int, AmountMention]:
        return {i: m for m in self.amounts for i in self._covered(m.start, m.end)}

    @cached_property
    def number_at(self) -> dict[int, NumberMention]:
        """Token index → the count the token is part of; a figure in a thing's name counts nothing ("RBS 70 missiles", "T 72 tanks")."""
        named = [(m.start, m.end) for m in self.mentions if m.id_of("item")]
        counts = [n for n in self.numbers if not any(start < n.start and n.end <= end for start, end in named)]
        counts = [n for n in counts if not MARQUE.search(self.text, max(0, n.start - 3), n.start)]
        return {i: n for n in counts for i in self._covered(n.start, n.end)}

    @cached_property
    def date_at(self) -> dict[int, DateMention]:
        return {i: m for m in self.dates for i in self._covered(m.start, m.end)}

    def _covered(self, start: int, end: int) -> range:
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.tokens]

    def tokens_of(self, mention: Mention | AmountMention | NumberMention | DateMention) -> list[Token]:
        return [self.tokens[i] for i in self._covered(mention.start, mention.end)]

    def item_of(self, token: Token) -> str | None:
        """The item of which a word is the name, or a part of its name."""
        mention = self.at.get(token.i)
        return mention.id_of("item") if mention is not None else None

    def names(self, *idents: str) -> bool:
        """Whether a word of the sentence may mean one of these."""
        return any(name.id in idents for mention in self.mentions for name in mention.names)

    def head_of(self, mention: Mention | AmountMention | NumberMention | DateMention) -> Token | None:
        """The token of a mention that the rest of the sentence hangs on."""
        tokens = self.tokens_of(mention)
        inside = {t.i for t in tokens}
        tops = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
        # the article of a name need not hang on it ("The Hague summit")
        return next((t for t in tops if t.dep_ != "det"), next(iter(tops), tokens[-1] if tokens else None))

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The indices of the tokens that stand inside a quotation."""
        return frozenset(t.i for t in self.tokens for a, b in self.quotations if a <= self.start + t.idx < b)

    def bounds(self, token: Token) -> tuple[int, int]:
        """The document offsets of a token."""
        return self.start + token.idx, self.start + token.idx + len(token)
