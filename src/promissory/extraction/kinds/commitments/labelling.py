"""Lines of a list that open with the giver: "Germany: five Patriot systems, 220,000 rounds and 500 million euros for drones"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.gifts.reading import Gift
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.filling import amounts_in, goods_in
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

LINE = Frame("commitment", "entry", "NOUN", "allocated", ())
#: What divides the things of a line, and what has been handed over among them.
CUT = re.compile(r";|,(?=\s)|\band\b")
DONE = HANDING | {"train"}
#: Words before a list of what is only promised.
PROMISING = re.compile(r"\b(?:pledge[sd]?|promise[sd]?|commitments?|table|offers?|offered|will|announce[sd]?|announcements?)\b", re.I)


def is_labelled(scene: Scene, sentence: Sentence) -> bool:
    """Whether a line of a list opens with a state and a colon."""
    return sentence.block.bullet and _giver(scene, sentence) is not None


def read_line(scene: Scene, sentence: Sentence) -> Iterator[Gift]:
    """A gift for each thing of the line that has a figure of its own; what has none belongs to the one before it."""
    giver = _giver(scene, sentence)
    head = next((t for t in sentence.tokens if t.text == ":"), None)
    if giver is None or head is None:
        return
    recipients = [Referent(scene.beneficiary)]
    for words in _things(sentence, head.i + 1):
        status = "delivered" if any(t.lemma_ in DONE and t.tag_ in ("VBN", "VBD") for t in words) else _status(scene, sentence)
        yield Gift(sentence, words[0], LINE, status, [Referent(giver)], recipients, words, None, "the label of the line")


def _giver(scene: Scene, sentence: Sentence) -> str | None:
    """The state or bloc before the colon that opens the line."""
    colon = sentence.text.find(":")
    first = next((m for m in sentence.mentions if m.end <= colon), None)
    actor = scene.pack.actor.get(first.id_of("actor", "metonym") or "") if first is not None else None
    if first is None or actor is None or actor.type not in ("state", "bloc") or actor.id in (scene.beneficiary, *ADVERSARIES):
        return None
    before = sentence.text[: first.start].strip(" *-–•\t").lower()
    return actor.id if before in ("", "the") and not sentence.text[first.end : colon].strip(" *") else None


def _things(sentence: Sentence, start: int) -> list[list[Token]]:
    """The words of each thing with a sum or a count."""
    cuts = [m.start() for m in CUT.finditer(sentence.text)]
    found: list[list[Token]] = []
    for token in sentence.tokens[start:]:
        if not found or any(found[-1][-1].idx < cut <= token.idx for cut in cuts):
            found.append([])
        found[-1].append(token)
    return _joined(sentence, [words for words in found if words])


def _joined(sentence: Sentence, parts: list[list[Token]]) -> list[list[Token]]:
    """The parts, each without a figure joined to the one before."""
    things: list[list[Token]] = []
    for words in parts:
        if not things or amounts_in(sentence, words) or any(item.count for item, _ in goods_in(sentence, words)):
            things.append(list(words))
        else:
            things[-1] += words
    return [words for words in things if amounts_in(sentence, words) or goods_in(sentence, words)]


def _status(scene: Scene, sentence: Sentence) -> str:
    """How firm the line is: as the sentence before the list says."""
    before = next((s for s in reversed(scene.sentences[: sentence.number]) if not s.block.bullet), None)
    return "pledged" if before is not None and PROMISING.search(before.text) else "allocated"
