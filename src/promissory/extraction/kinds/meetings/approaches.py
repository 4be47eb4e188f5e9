"""Meetings told by the way to them or by what passed there: an envoy who is sent, one's own council, a quarrel in a named room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier, introducer
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, conjuncts, spread
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import each_once, everyone
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.placing import set_place, spots_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of making somebody travel.
SENDING = frozenset("send dispatch despatch fly".split())
#: Verbs of calling one's own people together, and those people.
CALLING = frozenset("convene summon chair gather assemble".split())
OWN = frozenset("council cabinet government staff headquarters commander general team ministers".split())
#: Nouns for words that pass between two people face to face.
QUARRELS = frozenset(
    "bust-up bustup clash showdown row spat altercation confrontation blow-up blowup exchange quarrel dressing-down handshake face-off "
    "faceoff reunion tete-a-tete run-in".split()
)
#: What two do in one place ("X and I signed").
SHARED = frozenset("sign visit open lay inspect tour agree discuss honour honor attend launch announce unveil exchange hold".split())
#: Verbs of what one does with another's body or to his face.
TOUCHING = frozenset("embrace hug".split())


def find_approaches(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings told so."""
    yield from _with_opening(scene, sentence)
    yield from _and_i(scene, sentence)
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN" and (lemma in QUARRELS or _is_cut(token)):
            yield from _quarrel(scene, sentence, token)
        elif token.pos_ != "VERB":
            continue
        elif lemma in SENDING:
            yield from _sent(scene, sentence, token)
        elif lemma in CALLING:
            yield from _own_council(scene, sentence, token)
        elif lemma in TOUCHING:
            yield from _face_to_face(scene, sentence, token)


def _is_cut(noun: Token) -> bool:
    """ "Bust-up", which the tokenizer cuts in three."""
    return noun.lower_ == "up" and any(c.lower_ in ("bust", "blow", "dust", "punch") for c in noun.lefts)


def _sent(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Sends Andriy Yermak to Paris tomorrow", "was dispatched to Kyiv": whoever is sent is the visitor."""
    guests = [r for r in everyone(scene, sentence, things_of(verb)) if r.person]
    if not guests or not after(verb, "to"):
        return
    for draft in drafts(scene, sentence, verb, _status(scene, sentence, verb), guests, "visit"):
        if "place" in draft.slots and draft.features["near_place"]:
            yield draft


def _status(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    """ "Sends him to Paris tomorrow", "is sending him to Kyiv": on the way; "sent him to Kyiv": there."""
    status = status_of_verb(scene, sentence, verb)
    ahead = verb.tag_ in ("VBZ", "VBP") or any(c.lower_ in ("is", "are") for c in verb.children if c.dep_ == "aux")
    return "planned" if status == "held" and ahead and not sentence.block.heading else status


def _own_council(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Convened his security council the next day"."""
    own = [t for t in things_of(verb) if t.lemma_.lower() in OWN and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in t.lefts)]
    here = [r for r in everyone(scene, sentence, actors_of(verb)) if r.person]
    if own and here:
        states = [Referent(s, inferred=True) for s in scene.states(here) if s in scene.pack.actor]
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*here, *states], "host", here)


def _quarrel(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "The Oval Office bust-up with Y", "their clash in the Oval Office": two people, and the room."""
    room = any((m := sentence.at.get(t.i)) and m.id_of("place", "metonym") for c in noun.lefts for t in (c, *c.lefts)) or after(
        noun, "in", "at"
    )
    others = everyone(scene, sentence, [*after(noun, "with", "between")])
    here = [r for r in owners(scene, sentence, noun) if r.person]
    verb = carrier(noun)
    above = verb if verb is not None else next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if above is not None and not (others and here):
        told = things_of(above) if introducer(noun) in ("during", "in", "at") else []
        here = [*here, *everyone(scene, sentence, [*subjects(above), *told])]
    people = [r for r in each_once([*here, *others]) if r.person]
    if room and len(people) > 1:
        for draft in drafts(scene, sentence, noun, "held", people, "meet"):
            spot = next((s for s in spots_in(scene, sentence) if noun.i in {a.i for a in s.head.ancestors} and s.width < 2), None)
            if spot is not None and "place" not in draft.slots:
                set_place(draft, sentence, spot)
            yield draft


def _face_to_face(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Embraced Y at his dacha outside Moscow"."""
    here = [r for r in everyone(scene, sentence, actors_of(verb)) if r.person]
    there = [r for r in everyone(scene, sentence, things_of(verb)) if r.person]
    if here and there:
        for draft in drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), [*here, *there], "meet"):
            if "place" in draft.slots or "date" in draft.slots:
                yield draft


def _and_i(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "In Linköping, Prime Minister Ulf Kristersson and I signed a letter"."""
    author = scene.discourse.author
    for one in sentence.tokens if author in scene.pack.person else ():
        if one.lower_ != "i" or one.dep_ != "conj":
            continue
        verb = next((a for a in one.ancestors if a.pos_ == "VERB"), None)
        if verb is None or verb.tag_ != "VBD" or verb.lemma_ not in SHARED:
            continue
        people = [r for r in everyone(scene, sentence, subjects(verb)) if r.person]
        if author and len(people) > 1:
            yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), people, "meet")


def _with_opening(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "With the President of Lithuania we opened an exhibition": what the author did with somebody."""
    first = sentence.tokens[0]
    verb = first.head
    author = scene.discourse.author
    if first.lower_ not in ("with", "together") or author not in scene.pack.person or verb.pos_ != "VERB" or is_passive(verb):
        return
    beside = [t for p in (first, *children(first, "prep")) for t in spread(children(p, "pobj"))]
    there = [r for r in everyone(scene, sentence, [c for t in beside for c in conjuncts(t)]) if r.person and r.id != author]
    if author and there and any(s.lower_ in ("i", "we") for s in subjects(verb)) and verb.tag_ == "VBD":
        people = [Referent(author, person=True, inferred=True), *there]
        yield from drafts(scene, sentence, verb, status_of_verb(scene, sentence, verb), people, "meet")
