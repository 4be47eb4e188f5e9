"""Verbs that give only by what stands with them: recruits put through courses, troops to be stationed, help with a field of support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.matters.wares import is_goods
from promissory.extraction.lexicon.forces import SOLDIERS, UNITS
from promissory.extraction.lexicon.goods import HANDOVERS
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is raised at home, and gives nothing to anybody.
OUTPUT = frozenset("production output capacity manufacture".split())
#: What somebody holds to who gives nothing.
REFUSING = frozenset(
    "rejection refusal opposition objection reluctance unwillingness resistance criticism denial dismissal scepticism".split()
)
#: What is wanted of others.
WANTED = frozenset("demand call appeal plea request insistence urging exhortation".split())
#: Goods that are there to be used ("has systems available to provide cover").
THERE = frozenset("available enough sufficient able".split())
#: What is lifted that barred something.
BARS = frozenset("restriction ban limit sanction embargo blockade siege veto freeze curb limitation prohibition moratorium".split())
#: What brings a state money of its own.
EARNINGS = frozenset("bond tax duty levy export auction privatisation privatization tariff excise".split())
#: What is taken by those who go on.
STRIDES = frozenset("step stride stage path road way risk chance time lead toll".split())
#: What recruits are put through.
COURSES = frozenset("training course exercise drill programme program instruction pace boot academy".split())

#: Those who are made familiar with arms.
TRAINEES = (
    SOLDIERS
    | UNITS
    | frozenset(
        "crew recruit conscript pilot gunner operator mechanic technician engineer sapper medic instructor tanker sailor specialist "
        "unit".split()
    )
) - frozenset("division company".split())


def is_of_another_sense(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> bool:
    """ "The war has put the country through hell", "all the jets it could spare", "where the troops are stationed"."""
    if frame.role == "train" and verb.lemma_ == "put":
        return not any(t.lemma_.lower() in COURSES for t in after(verb, "through"))
    if frame.role == "train" and verb.lemma_.startswith("familiari"):  # and not "the president was familiarised with the plans"
        return not any(t.lemma_.lower() in TRAINEES for t in (subjects(verb) if is_passive(verb) else things_of(verb)))
    summed = any(t.i in sentence.amount_at for t in things_of(verb))  # "brought 3.5 billion forward to March"
    if verb.lemma_ == "bring" and any(c.lower_ in ("forward", "about", "together", "closer") for c in verb.children) and not summed:
        return True  # "has brought forward deliveries"
    if frame.role == "pledge" and things_of(verb) and all(t.lemma_.lower() in REFUSING | WANTED for t in things_of(verb)):
        return True  # "reaffirmed his opposition to a delivery of missiles", "reiterated her demand for one"
    ready = [c for c in verb.children if c.lower_ == "ready" and verb.lemma_ == "make" and frame.role == "earmark"]
    if ready and not any(t.lemma_.lower() in HANDOVERS | {"dispatch"} for t in after(ready[0], "for")):
        return True  # "are being made ready", and not "for transfer"
    if verb.lemma_ == "put" and frame.role == "earmark" and _is_put_somewhere(verb):
        return True  # "put in place a large operation", "is to be put before parliament in May"
    if verb.lemma_ == "lift" and any(t.lemma_.lower() in BARS for t in things_of(verb)):
        return True  # "will lift its restrictions on their use"
    if frame.role == "help" and (helped := things_of(verb)) and all(t.lower_ in ("him", "her", "me") for t in helped):
        return True  # "after parliament voted to back him"
    if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "acl") and verb.head.lower_ in THERE and verb.head.dep_ == "amod":
        return True  # "has plenty of systems available to provide cover with"
    if verb.lemma_ == "take" and any(t.lemma_.lower() in STRIDES for t in things_of(verb)):
        return True  # "will take us one step further"
    if frame.role == "transit" and _is_one_of_other_things(sentence, verb):
        return True
    if verb.lemma_ == "credit" and not any(t.i in sentence.amount_at for t in after(verb, "with")):
        return True  # "was credited with winning arms"
    if verb.lemma_ == "follow" and frame.role == "arrive" and children(verb, "dobj"):
        return True  # "has followed the same recipe"
    if verb.lemma_ == "pass" and after(verb, "through") and frame.role == "approve":
        return True  # "soldiers that passed through the mission"
    if frame.role == "help" and any(t.lemma_.lower() in OUTPUT for t in (*things_of(verb), *subjects(verb))):
        return True  # "production, which it has raised to six guns a month"
    if verb.lemma_ == "bring" and subjects(verb) and all(t.lemma_.lower() in EARNINGS for t in subjects(verb)):
        return True  # "government bonds brought in 640 billion"
    return verb.lemma_ in ("station", "spare") and not (_is_ahead(scene, sentence, verb) and _is_for_receiver(scene, sentence, verb))


def _is_put_somewhere(verb: Token) -> bool:
    """Whether something is only put in a place or at a time, where no particle makes a giving of it ("put in", "put up", "put towards")."""
    ins = [c for c in verb.rights if c.lower_ == "in" and c.dep_ == "prep"]
    return bool(ins) and not any(c.dep_ == "prt" or c.lower_ in ("up", "aside", "forward", "towards", "toward", "at") for c in verb.rights)


def _is_one_of_other_things(sentence: Sentence, verb: Token) -> bool:
    """ "Hit two vessels, including one headed for Italy": one of what stands before it in the sentence, which is no gift."""
    one = verb.head
    if one.lower_ not in ("one", "some", "several") or one.head.lower_ not in ("including", "among"):
        return False
    whole = [t for t in sentence.tokens[: one.i] if t.tag_ == "NNS"][-3:]
    return bool(whole) and not any(sentence.item_of(t) for t in whole[-1:])


def is_with_means(sentence: Sentence, verb: Token) -> bool:
    """ "Will help with logistics", "assists with demining": what a field of support is named for."""
    fields = [m for t in after(verb, "with", "in") for w in within(t) if (m := sentence.at.get(w.i)) is not None]
    return any(m.id_of("topic", "item") for m in fields)


def _is_ahead(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Could station troops there", "can spare missiles": what may be given, not where it stands ("all the jets it could spare")."""
    mood = scene.mood(sentence, verb)
    open_ = mood.modal is not None or mood.tense in ("future", "infinitive")
    if any(c.dep_ == "neg" for above in verb.ancestors for c in above.children):
        return False  # "does not have Patriots to spare"
    return open_ and not is_passive(verb) and verb.dep_ not in ("relcl", "acl")


def _is_for_receiver(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether something is spared that can be given, or troops are stationed in the receiver's land."""
    if verb.lemma_ == "spare":
        return any(is_goods(sentence, list(within(t))) for t in children(verb, "dobj"))
    land = [m for t in after(verb, "in", "on", "across", "there") for w in within(t) if (m := sentence.at.get(w.i))]
    told = any(c.lower_ == "there" for c in verb.children)
    return told or any(scene.namer.state_of(i) == scene.beneficiary for m in land if (i := m.id_of("actor", "place", "adjective")))


def takes_up_gift(verb: Token) -> bool:
    """ "Both had been put on hold", "they were suspended": what happens to what was given in the sentence before."""
    acted = subjects(verb) if is_passive(verb) else []
    return bool(acted) and all(t.lower_ in ("both", "they", "these") for t in acted)
