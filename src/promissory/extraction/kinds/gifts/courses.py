"""Training told by a noun: whose it is, whether it is over, and which courses are of training at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.mood import Mood
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.kinds.gifts.reading import Gift
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


def trains_itself(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> bool:
    """ "Ukrainian pilots have been training in Denmark": the receiver's own people are those who learn."""
    plain = frame.role == "train" and verb.lemma_ == "train" and not is_passive(verb) and not children(verb, "dobj")
    return plain and scene.beneficiary in scene.states(scene.named(sentence, subjects(verb)))


def hosts_of(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """Those with whom, or in whose country, somebody trains."""
    found = scene.named(sentence, after(verb, "with", "under", "alongside")) or scene.named(sentence, after(verb, "in", "at"))
    return [who for who in found if scene.namer.state_of(who.id) != scene.beneficiary]


def is_taught(scene: Scene, gift: Gift) -> bool:
    """Whether the training is that of the receiver's own people."""
    return gift.frame.role == "training" and scene.beneficiary in scene.states(gift.recipients)


def is_paid_for(sentence: Sentence, noun: Token) -> bool:
    """ "Will provide 20 million for the training of pilots": what the sum is for, which is given with it."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    given = [] if verb is None or verb.pos_ != "VERB" else subjects(verb) if is_passive(verb) else things_of(verb)
    return any(t.i in sentence.amount_at for t in given)
