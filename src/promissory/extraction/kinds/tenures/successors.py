"""Tenures told by a successor: "X as his replacement", "a possible successor to Y", "is likely to be replaced by X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import HOPING, ahead, drafts, told_post
from promissory.extraction.kinds.tenures.posts import held_office
from promissory.extraction.lexicon.verbs import NAMING
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import people_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that put somebody into a post.
APPOINTING = NAMING | {"propose"}
#: What makes a successor one that may be.
UNSURE = frozenset("possible potential likely prospective would-be favourite favorite leading contender candidate mooted".split())
DOUBTED = frozenset("see view regard discuss describe expect".split())
PRESENTING = NAMING | frozenset("back endorse approve present introduce announce unveil be become".split())
#: What one does with a change of posts that is not made yet.
MULLING = frozenset(
    "discuss consider mull weigh contemplate debate talk think talks discussion idea possibility question advise suggest propose float "
    "speculation rumour rumor against oppose".split()
)
LEAVINGS = frozenset("resignation departure dismissal removal ouster sacking exit retirement firing".split())
OUSTING = frozenset("dismiss sack fire remove relieve oust suspend recall demote".split())


def is_mulled(verb: Token) -> bool:
    """ "Discussed replacing the ambassador", "talks about replacing him with X": nobody has taken or left a post."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp", "dobj", "ccomp") and above.lemma_.lower() in MULLING


def is_to_be_replaced(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Kuleba is likely to be replaced by Sybiha": who is to come stands after "by"."""
    hopeful = next((c for c in children(verb, "acomp", "attr") if c.lemma_ in HOPING), None)
    going = next((c for c in children(hopeful, "xcomp") if c.lemma_ in ("replace", "succeed")), None) if hopeful is not None else None
    if going is None or not is_passive(going) or scene.mood(sentence, verb).negated:
        return
    before = next(iter(people_in(scene, sentence, subjects(verb))), None)
    office = held_office(scene, sentence, before.id, taken=False) if before else None
    if office:
        yield from drafts(scene, sentence, going, people_in(scene, sentence, actors_of(going)), office, "candidate", "hopes")


def successor(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "X was named as Y's successor", "X, a possible successor to Y", "talked about as a successor to Y"."""
    theirs = any(t.pos_ == "PRON" for t in children(noun, "poss"))
    before = next(iter(people_in(scene, sentence, [*children(noun, "poss"), *after(noun, "to", "of", "for")])), None)
    before = _dismissed(scene, sentence, noun) or _told_before(scene, sentence, noun) or before if theirs else before
    office = held_office(scene, sentence, before.id, taken=False) if before else None
    if before is None and {c.lower_ for c in noun.lefts} & UNSURE:
        office = told_post(scene, sentence, noun)  # "is seen as a possible successor"
        verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
        who = people_in(scene, sentence, things_of(verb)) if office and verb is not None and is_passive(verb) else []
        yield from drafts(scene, sentence, noun, who, office, "candidate", "successor")
        return
    if before is None or office is None:
        return
    verb = noun.head
    while verb.dep_ in ("pobj", "prep", "conj", "attr", "oprd") and verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    tokens = [noun.head] if noun.dep_ == "appos" else things_of(verb) if is_passive(verb) or verb.lemma_ in APPOINTING else subjects(verb)
    people = [p for p in people_in(scene, sentence, [*tokens, *children(noun, "appos")]) if p.id != before.id]
    words = {c.lower_ for c in noun.lefts}
    hoped = bool(words & UNSURE) or verb.lemma_ in HOPING | DOUBTED or noun.tag_ == "NNS"
    if not hoped and (beside := people_in(scene, sentence, children(noun, "appos"))):  # "his successor, X, promised more"
        yield from drafts(scene, sentence, noun, beside, office, "takes_office", "beside")
    elif hoped:
        yield from drafts(scene, sentence, noun, people, office, "candidate", "successor")
    elif verb.lemma_ in PRESENTING and ahead(scene, sentence, verb, "takes_office"):
        yield from drafts(scene, sentence, noun, people, office, "takes_office", "successor")
        yield from drafts(scene, sentence, noun, [before] if people else [], office, "leaves_office", "succeeded")


def _told_before(scene: Scene, sentence: Sentence, noun: Token) -> Referent | None:
    """ "The resignation of Kuleba and the appointment of his successor": whose office a noun beside has just told of."""
    row = next((a for a in noun.ancestors if a.dep_ == "conj" and a.pos_ == "NOUN"), None)
    gone = people_in(scene, sentence, after(row.head, "of")) if row is not None and row.head.lemma_ in LEAVINGS else []
    return next((p for p in gone if not p.inferred), None)


def _dismissed(scene: Scene, sentence: Sentence, noun: Token) -> Referent | None:
    """ "Relieved X of his duties and named Y as his replacement": the one who goes is named before the one who comes."""
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    ousting = next((v for v in (verb, *(verb.ancestors if verb is not None else ())) if v is not None and v.lemma_ in OUSTING), None)
    gone = people_in(scene, sentence, things_of(ousting)) if ousting is not None else []
    return next((p for p in gone if not p.inferred), None)
