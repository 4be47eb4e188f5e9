"""Tenures told of handing on and standing in: "arrived as", "minds the ministry for now", "was kept on", "the new minister is X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import ahead, doers, drafts, person_at, told_post
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_in, office_of, office_over
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import people_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of coming, after which the post stands behind "as".
COMING = frozenset("arrive come go land fly move travel depart".split())
#: Verbs of having a ministry in one's care, and words that say that it is not for long.
MINDING = frozenset("mind oversee manage run lead head steer supervise handle".split())
PASSING = ("for the time being", "for now", "in the meantime", "for the moment", "temporarily", "meanwhile", "in the interim")
#: Nouns of what is left empty and filled.
GAPS = frozenset("vacancy gap void post place seat job".split())
FILLING = frozenset("fill take occupy".split())
#: Nouns that say whom a post goes to next.
NEXT = frozenset("successor replacement".split())
#: Nouns of what is handed over without a name for it.
SEATS = frozenset("place post job role seat command".split())
#: Words before a post that somebody has no more.
ONCE = frozenset("once formerly previously onetime one-time".split())


def find_deputies(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that these wordings tell."""
    for token in sentence.tokens:
        if token.pos_ in ("VERB", "AUX"):
            for rule in (_comes_as, _minds, _kept_on, _filled, _swaps, _is_the_one, _goes_to):
                yield from rule(scene, sentence, token)
        elif token.lower_ in ONCE:
            yield from _once(scene, sentence, token)


def _comes_as(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X arrived as ambassador in April", "flies to Washington as the new envoy"."""
    steps = verb.lemma_ == "step" and any(c.lower_ == "in" for c in verb.children)  # "will step in as defence minister"
    if verb.lemma_ not in COMING and not steps:
        return
    posts = [t for w in (verb, *after(verb, "in", "to", "at")) for t in after(w, "as")]
    posts += [t for c in verb.children if c.lower_ == "in" for t in after(c, "as")] if steps else []
    office = next((o for t in posts if (o := office_of(scene, sentence, t))), None)
    if office and (status := ahead(scene, sentence, verb, "takes_office")):
        yield from drafts(scene, sentence, verb, doers(scene, sentence, verb)[:1], office, status, "comes as")


def _minds(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X minds the energy ministry for the time being"."""
    looked_after = verb.lemma_ == "look" and any(c.lower_ == "after" for c in verb.children)
    if verb.lemma_ not in MINDING and not looked_after:
        return
    for_now = any(w in sentence.text.lower() for w in PASSING) or any(
        c.lower_ in ("until", "since") and c.dep_ == "prep" for c in verb.children
    )
    if not for_now or scene.mood(sentence, verb).modal is not None:
        return
    things = things_of(verb) or after(verb, "after")
    office = next((o for t in things if (o := office_over(scene, sentence, t) or office_in(scene, sentence, t))), None)
    people = people_in(scene, sentence, agents(verb)) if is_passive(verb) else doers(scene, sentence, verb)
    if office and ahead(scene, sentence, verb, "holds"):
        yield from drafts(scene, sentence, verb, people, office, "holds", "acting")


def _kept_on(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X was kept on for another year", "was retained in the post"."""
    if verb.lemma_ not in ("keep", "retain") or not is_passive(verb):
        return
    on = any(c.lower_ == "on" and c.dep_ in ("prt", "advmod") for c in verb.children)
    seat = any(t.lemma_.lower() in SEATS | {"office"} for t in after(verb, "in", "at"))
    if not (seat or (verb.lemma_ == "keep" and on)):
        return
    office = next((o for t in after(verb, "as") if (o := office_of(scene, sentence, t))), None)
    for one in people_in(scene, sentence, subjects(verb)):
        held = office or held_office(scene, sentence, one.id, taken=False)
        if held and ahead(scene, sentence, verb, "holds"):
            yield from drafts(scene, sentence, verb, [one], held, "holds", "stays")


def _filled(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The vacancy left by X was filled by Y": one takes the post that the other has left."""
    gaps = [t for t in subjects(verb) if t.lemma_.lower() in GAPS] if verb.lemma_ in FILLING and is_passive(verb) else []
    if not gaps:
        return
    left = [t for g in gaps for v in children(g, "acl") if v.lemma_ in ("leave", "vacate") for t in agents(v)]
    before = people_in(scene, sentence, left)[:1]
    theirs = any(c.lower_ in ("his", "her") for g in gaps for c in g.lefts)
    if theirs and not before and (one := _told_of(scene, sentence)):  # "her place was taken by Y"
        before = [one]
    office = held_office(scene, sentence, before[0].id, taken=False, leaving=True) if before else None
    office = office or (told_post(scene, sentence, verb) if before else None)
    if office and ahead(scene, sentence, verb, "takes_office"):
        yield from drafts(scene, sentence, verb, people_in(scene, sentence, agents(verb)), office, "takes_office", "replaces")
        yield from drafts(scene, sentence, verb, [b for b in before if not b.inferred], office, "leaves_office", "replaced")


def _swaps(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Swapped the premiership of Estonia for the post of the EU's top diplomat"."""
    if verb.lemma_ not in ("swap", "trade", "exchange", "leave", "quit") or is_passive(verb):
        return
    left, taken = (
        next((o for t in found if (o := office_of(scene, sentence, t) or office_in(scene, sentence, t))), None)
        for found in (children(verb, "dobj"), after(verb, "for"))
    )
    if left and taken and left.role and taken.role and ahead(scene, sentence, verb, "leaves_office"):
        people = doers(scene, sentence, verb)[:1]
        yield from drafts(scene, sentence, verb, people, left, "leaves_office", "swaps")
        yield from drafts(scene, sentence, verb, people, taken, "takes_office", "swaps")


def _is_the_one(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The new Romanian defence minister is X", "Y's successor at the head of the committee is X"."""
    posts = subjects(verb) if verb.lemma_ == "be" else []
    people = people_in(scene, sentence, children(verb, "attr"))[:1] if posts else []
    if not people or people[0].inferred:
        return
    mood = scene.mood(sentence, verb)
    if mood.negated or mood.conditional:
        return
    post = posts[0]
    if post.lemma_.lower() in NEXT:
        before = people_in(scene, sentence, [*children(post, "poss"), *after(post, "to", "of")])[:1]
        led = [i for t in after(post, "at", "as") for i in (t, *after(t, "of"))]
        office = next((o for t in led if (o := office_of(scene, sentence, t) or office_over(scene, sentence, t))), None)
        office = office or (held_office(scene, sentence, before[0].id, taken=False) if before else None)
        if office and before:
            yield from drafts(scene, sentence, verb, people, office, "takes_office", "successor")
            yield from drafts(scene, sentence, verb, before, office, "leaves_office", "succeeded")
        return
    named = any(r.person and not r.inferred for r in people_in(scene, sentence, [post]))
    office = None if named else office_of(scene, sentence, post)
    words = {c.lower_ for c in post.lefts}
    if office and (words & {"new", "next", "incoming"} or mood.tense == "future"):
        yield from drafts(scene, sentence, verb, people, office, "takes_office", "next")


def _goes_to(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "His place as supreme commander goes to X": the post stands behind "as", or was told before."""
    seats = [t for t in subjects(verb) if t.lemma_.lower() in SEATS] if verb.lemma_ in ("go", "pass", "fall") else []
    if not seats:
        return
    people = people_in(scene, sentence, after(verb, "to"))
    office = next((o for s in seats for t in after(s, "as") if (o := office_of(scene, sentence, t))), None)
    if people and seats[0].lemma_.lower() == "place" and ahead(scene, sentence, verb, "takes_office"):
        yield from drafts(scene, sentence, verb, people, office or told_post(scene, sentence, verb), "takes_office", "given")


def _told_of(scene: Scene, sentence: Sentence) -> Referent | None:
    """Whoever was named last in the sentence before, and is not named in this one again."""
    here = {m.id_of("person", "surname") for m in sentence.mentions}
    before = scene.sentences[sentence.number - 1] if sentence.number else sentence
    named = [one[0] for t in before.tokens if (one := person_at(scene, before, t)) and one[1] == t.i and one[0] not in here]
    return Referent(named[-1], person=True, inferred=True) if named and before is not sentence else None


def _once(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "X, once North Macedonia's defence minister, said": a post that stands behind a name and "once", up to the next comma."""
    if word.i < 2 or sentence.tokens[word.i - 1].text != ",":
        return
    one = person_at(scene, sentence, sentence.tokens[word.i - 2])
    stop = next((t.i for t in sentence.tokens[word.i + 1 : word.i + 14] if t.text in (",", ";", ".")), None)
    inside = sentence.tokens[word.i + 1 : stop] if stop else ()
    if one is None or not inside or any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in inside):
        return
    office: Office | None = next((o for t in reversed(inside) if (o := office_of(scene, sentence, t))), None)
    if office and office.body:
        yield from drafts(scene, sentence, word, [Referent(one[0], person=True)], office, "leaves_office", "once")
