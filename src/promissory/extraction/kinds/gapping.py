"""Gifts told in a row with one verb: "Stockholm will give $275 million, Copenhagen $90 million and Oslo $135 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.kinds.gifts import Gift
from promissory.extraction.scene import Scene
from promissory.extraction.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from promissory.extraction.gazetteer import Mention

#: What stands before the giver of the next part, and between a giver and what it gives.
BEFORE = re.compile(r"(?:[,;:–—]|\b(?:and|while|whereas|but|with|plus)\b)\s*(?:the\s)?$", re.I)
WITHIN = re.compile(
    r"\s*,?\s*(?:(?:a|an|another|a further|some|about|around|up to|nearly|almost|more than|over|at least|roughly|also|only)\s)*$", re.I
)
#: A verb of these after the giver would be one of its own.
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD", "VBG"))


@dataclass(frozen=True, slots=True)
class Part:
    """A giver without a verb of its own, and the words of what it gives."""

    giver: str
    words: tuple[Token, ...]


def in_row(scene: Scene, gift: Gift) -> Iterator[Gift]:
    """The gift itself, cut off where the next giver of the row begins, and a gift for each of those."""
    parts = list(_parts(scene, gift.sentence, gift.trigger)) if gift.frame.role in ("give", "offer", "pledge", "earmark", "order") else []
    if not parts or not gift.donors:
        yield gift
        return
    first, givers = parts[0].words[0].i, {part.giver for part in parts}
    takers = [who for who in gift.recipients if who.id not in givers]
    donors = [who for who in gift.donors if who.id not in givers] or gift.donors
    yield replace(gift, donors=donors, recipients=takers, words=[t for t in gift.words if t.i < first], in_row=True)
    for part in parts:
        donor = [Referent(part.giver)]
        yield replace(gift, donors=donor, recipients=takers, words=list(part.words), inferred_donor=None, in_row=True)


def _parts(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Part]:
    sums = [(m.start, m.end) for m in sentence.amounts]
    given = sorted([*sums, *((n.start, n.end) for n in sentence.numbers if _counts(sentence, n.start, n.end))])
    after = verb.idx + len(verb)
    other = next((t.idx for t in sentence.tokens if t.i > verb.i and t.tag_ in FINITE and t.pos_ in ("VERB", "AUX")), len(sentence.text))
    found: list[tuple[Mention, str, tuple[int, int]]] = []
    for mention in sentence.mentions:
        giver = _giver(scene, mention)
        what = next((g for g in given if g[0] >= mention.end), None)
        if giver is None or what is None or not after <= mention.start < other:
            continue
        told = any(after <= start and end <= mention.start for start, end in given)
        if told and BEFORE.search(sentence.text[: mention.start]) and WITHIN.match(sentence.text[mention.end : what[0]]):
            found.append((mention, giver, what))
    for n, (_, giver, what) in enumerate(found):
        end = found[n + 1][0].start if n + 1 < len(found) else len(sentence.text)
        words = tuple(t for t in sentence.tokens if what[0] <= t.idx < end)
        if words:
            yield Part(giver, words)


def _counts(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a number is no part of a sum or a date."""
    others = [*((m.start, m.end) for m in sentence.amounts), *((d.start, d.end) for d in sentence.dates)]
    return not any(first < end and start < last for first, last in others)


def _giver(scene: Scene, mention: Mention) -> str | None:
    actor = scene.pack.actor.get(mention.id_of("actor", "metonym") or "")
    return actor.id if actor and actor.type in ("state", "bloc") and actor.id not in (scene.beneficiary, "RU") else None
