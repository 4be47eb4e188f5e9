"""Gifts told by following: "Spain followed with six", "the White House followed hours later with 31 Abrams"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, within
from promissory.extraction.kinds.commitments.dividing import divide
from promissory.extraction.kinds.gifts.inferring import may_give
from promissory.extraction.kinds.gifts.reading import Gift, settle
from promissory.extraction.kinds.matters.antecedents import is_anaphoric
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import amounts_in, goods_in

FOLLOWING = frozenset("follow weigh chime pitch chip".split())
#: How many sentences after a gift another may follow it.
REACH = 2


def following(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of those who follow another's gift with one of their own, of the status of the one they follow."""
    for verb in sentence.tokens:
        last = scene.lead_gift
        if verb.lemma_ not in FOLLOWING or not isinstance(last, Gift) or not 0 <= sentence.number - last.sentence.number <= REACH:
            continue
        mood, things = scene.mood(sentence, verb), after(verb, "with")
        words = [t for thing in things for t in within(thing)]
        told = goods_in(sentence, words) or amounts_in(sentence, words) or any(is_anaphoric(sentence, t) for t in things)
        donors = [w for w in scene.named(sentence, subjects(verb)) if may_give(scene, w)]
        known = {i for d in last.donors for i in (d.id, scene.namer.state_of(d.id))}
        if told and donors and mood.is_done and not known & {i for d in donors for i in (d.id, scene.namer.state_of(d.id))}:
            gift = replace(last, sentence=sentence, trigger=verb, donors=donors, words=words, mood=mood, draft=None, own_words=None)
            if settled := settle(scene, gift):
                yield from divide(scene, settled)
