"""Who gives, where the clause does not say: who decides, who speaks, who is named beside it, who gave last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.gazetteer import Mention
from promissory.extraction.kinds.givers import ADVERSARIES
from promissory.extraction.mood import classes_of
from promissory.extraction.scene import Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import attribution
from promissory.extraction.syntax import subjects

if TYPE_CHECKING:
    from promissory.extraction.kinds.gifts import Gift

#: Prepositions of those whom something is for.
PLACING = frozenset(("for", "to", "into", "against", "towards", "toward"))
NAMES = ("actor", "adjective", "demonym", "metonym", "person", "surname")


def infer_donor(scene: Scene, gift: Gift) -> None:
    """Fill in the giver from the nearest that may be one, with the reason; left empty where there is none."""
    for found, reason in _candidates(scene, gift):
        if found:
            gift.donors, gift.inferred_donor = found, reason
            return


def may_give(scene: Scene, who: Referent) -> bool:
    """Whether somebody stands for a known actor that may give to the receiver."""
    state = scene.namer.state_of(who.id) or who.id
    return not who.vague and state not in ADVERSARIES and state != scene.beneficiary and state in scene.pack.actor


def _candidates(scene: Scene, gift: Gift) -> Iterator[tuple[list[Referent], str]]:
    yield _deciding(scene, gift), "who decides on it"
    said = attribution(scene, gift.sentence, gift.trigger)
    yield _states(scene, said[0] if said else []), "the state of the speaker"
    yield _states(scene, _subject(scene, gift)), "the subject of the sentence"
    beside = _states(scene, [i for m in gift.sentence.mentions if (i := m.id_of(*NAMES)) and not _is_told_of(gift.sentence, m)])
    yield beside if len(beside) == 1 and not scene.is_note else [], "the only one named beside it"
    last = scene.discourse.state
    yield [Referent(last, inferred=True)] if last else [], "the donor last spoken of"


def _is_told_of(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands for those whom something is for ("€8 million for Moldova"), so that it gives nothing."""
    head = sentence.head_of(mention)
    while head is not None and head.dep_ in ("conj", "appos", "compound", "amod", "poss", "nmod") and head.head.i != head.i:
        head = head.head
    return head is not None and head.dep_ == "pobj" and head.head.lower_ in PLACING


def _deciding(scene: Scene, gift: Gift) -> list[Referent]:
    """Who considers, promises or plans it, in a clause above."""
    for verb in (a for a in gift.trigger.ancestors if a.pos_ == "VERB"):
        deciding = [w for w in scene.named(gift.sentence, subjects(verb)) if may_give(scene, w)]
        if deciding and {"consider", "promise", "plan"} & {*classes_of(verb)}:
            return deciding
    return []


def _subject(scene: Scene, gift: Gift) -> list[str]:
    """The nearest subject before the gift in its sentence that may give."""
    for number, index, who in reversed(scene.discourse.subjects):
        if number < gift.sentence.number:
            break
        if number == gift.sentence.number and index < gift.trigger.i and len(who) == 1 and may_give(scene, who[0]):
            return [who[0].id]
    return []


def _states(scene: Scene, idents: list[str]) -> list[Referent]:
    """The states and blocs that some actors act for, each once, without the receiver and its adversaries."""
    states = dict.fromkeys(scene.namer.state_of(ident) or ident for ident in idents)
    able = [s for s in states if s in scene.pack.actor and scene.pack.actor[s].type in ("state", "bloc")]
    return [Referent(s, inferred=True) for s in able if s not in ADVERSARIES and s != scene.beneficiary]
