"""Parts of what was given, by what they are: "four of them will be Patriots", "nine of the systems are of the short-range type"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.gifts.reading import Gift
from promissory.extraction.kinds.matters.antecedents import is_told_just_before
from promissory.extraction.kinds.matters.givers import owners
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.filling import Goods
from promissory.model import ItemCount

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Measures before a number, and words for the sort of thing something is.
MEASURES = frozenset("minimum total maximum majority number".split())
SORTS = frozenset("type kind variety class sort version range variant model".split())
WHOLE = frozenset(("them", "these", "those", "which", "systems", "system", "batteries", "launchers", "aircraft", "jets", "planes", "tanks"))

Part = tuple[Gift, Goods]


def parts_of_gift(scene: Scene, sentence: Sentence) -> Iterator[Part]:
    """The parts of the gift told last that a sentence counts and names, each as a gift with its goods."""
    whole = scene.lead_gift
    if not isinstance(whole, Gift) or not is_told_just_before(scene, sentence):
        return
    for verb in sentence.tokens:
        item = _said_to_be(scene, sentence, verb) if verb.lemma_ == "be" and not scene.mood(sentence, verb).negated else None
        for subject in subjects(verb) if item else ():
            number = next((sentence.number_at[t.i] for t in (subject, *after(subject, "of")) if _counts(sentence, subject, t)), None)
            if item and number is not None and number.unit is None:
                at = (sentence.start + number.start, sentence.start + number.end)
                gift = replace(whole, sentence=sentence, trigger=verb, words=list(within(subject)), mood=scene.mood(sentence, verb))
                yield gift, [(ItemCount(item, number.value, number.qualifier), at)]


def owned_apart(scene: Scene, gift: Gift, goods: Goods) -> list[list[Referent]]:
    """Whose each of several goods is, where each has its own giver ("the British launchers and the American Himars have arrived")."""
    sentence = gift.sentence
    heads = [next((sentence.head_of(m) for m in sentence.mentions if sentence.start + m.start == at[0]), None) for _, at in goods]
    whose = [owners(scene, sentence, [head]) if head is not None else [] for head in heads]
    named = {w.id for w in gift.donors}
    apart = len(goods) > 1 and all(len(w) == 1 for w in whose) and len({w[0].id for w in whose if w}) > 1
    return whose if apart and named <= {w[0].id for w in whose} else []


def _counts(sentence: Sentence, subject: Token, token: Token) -> bool:
    """Whether a word is the number of a part ("eight of them", "a minimum of four", "four of the systems")."""
    if token.i not in sentence.number_at:
        return False
    if token.i != subject.i:
        return subject.lemma_.lower() in MEASURES
    return not after(subject, "of") or any(t.lower_ in WHOLE for t in after(subject, "of"))


def _said_to_be(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    """The goods that a part is said to be: named after "be", or of a sort of those spoken of."""
    named = [t for head in children(verb, "attr") for t in (head, *children(head, "compound", "nmod")) if t.i > verb.i]
    items = [i for t in named if (m := sentence.at.get(t.i)) and (i := m.id_of("item"))]
    if items:
        return items[0]
    sorts = any(t.lemma_.lower() in SORTS for t in after(verb, "of"))
    return scene.discourse.item if sorts else None
