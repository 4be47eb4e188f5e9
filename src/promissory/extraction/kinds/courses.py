"""Training told by a noun: whose it is, whether it is over, and which courses are of training at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.kinds.gifts import Gift
from promissory.extraction.mood import Mood
from promissory.extraction.scene import Scene
from promissory.extraction.syntax import is_passive
from promissory.extraction.tree import after, children

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is done with a course of training.
TAKING = frozenset("complete finish attend pass undergo graduate".split())


def is_taken(course: Token, verb: Token | None) -> bool:
    """ "Had completed the course", "passed through a course in Poland": a course of training, not that of the war."""
    through = course.dep_ == "pobj" and course.head.lower_ in ("through", "from")
    of = after(course, "of", "in", "on") and any(t.lemma_.lower() in ("war", "fighting", "event", "history") for t in after(course, "of"))
    return verb is not None and verb.lemma_ in TAKING and (course.dep_ in ("dobj", "nsubjpass") or through) and not of


def of_training(verb: Token | None, mood: Mood | None) -> str:
    """Training that is over has been given; that which is under way is being given."""
    if verb is None or mood is None:
        return "allocated"
    place = any(t.lower_ == "place" for t in children(verb, "dobj"))
    held = verb.lemma_ in ("take", "hold", "carry", "conduct", "provide") and (is_passive(verb) or place)
    through = verb.lemma_ in ("pass", "go", "come") and bool(after(verb, "through"))
    over = held or through or verb.lemma_ in ("finish", "complete", "end", "conclude", "undergo", "receive")
    if over and mood.tense in ("past", "perfect"):
        return "delivered"
    due = any(c.dep_ == "acomp" and c.lower_ in ("due", "set", "scheduled", "planned", "expected", "ready") for c in verb.children)
    return "pledged" if due or mood.tense == "infinitive" else "allocated"


def is_taught(scene: Scene, gift: Gift) -> bool:
    """Whether the training is that of the receiver's own people."""
    return gift.frame.role == "training" and scene.beneficiary in scene.states(gift.recipients)
