"""Tenures told of a change of hands: "gave way to X", "command passed to X", "stands in for Y", "X out, Y in", "a first day in office"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import ahead, doers, drafts, person_at
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_in, office_of, office_over
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import people_in
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns of being at the head of something.
COMMANDS = frozenset("command leadership control chairmanship stewardship direction".split())
#: Verbs by which it changes hands.
PASSING = frozenset("pass go fall devolve move transfer shift".split())
#: Verbs with "in" by which somebody does another's work.
STANDING_IN = frozenset("stand fill sit step deputise deputize".split())
#: Verbs by which somebody comes from one post into another.
SHIFTING = frozenset("move switch shift transfer go reshuffle rotate".split())
#: Papers by which somebody is made something.
CERTIFICATES = frozenset("certificate letter decree document deed instrument warrant".split())
#: Units of the time that somebody is new in.
BEGINNINGS = frozenset("day morning week hour".split())
IN_POST = frozenset("office job post charge power role".split())
#: Nouns for the time in a post, and those that may be any time.
TERMS = frozenset("term mandate tenure time stint spell year decade reign rule era".split())
LOOSE = frozenset("time year decade era spell".split())
#: What ends a headline's clause.
STOPS = frozenset((",", ":", ";", ".", "–", "—", "-", "|"))


def find_reshuffles(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that these wordings tell."""
    for token in sentence.tokens:
        if token.pos_ == "VERB":
            for rule in (_is_made, _comes_to_end, _gives_way, _passes, _stands_in, _shifts, _gets_papers, _is_trusted):
                yield from rule(scene, sentence, token)
        elif token.lower_ in ("in", "out") and token.i and token.i + 1 < len(sentence.tokens):
            yield from _in_or_out(scene, sentence, token)
        elif token.lower_ == "swearing":
            yield from _swearing_in(scene, sentence, token)
        elif token.lower_ == "charge" and token.head.lower_ == "in" and token.i > 2:
            yield from _in_charge(scene, sentence, token)
        elif token.lower_ == "day" and token.dep_ == "nsubj" and any(c.lower_ in ("last", "final") for c in token.lefts):
            yield from _last_day(scene, sentence, token)
        elif token.lemma_.lower() in BEGINNINGS and token.dep_ == "pobj" and token.head.lower_ == "on":
            yield from _first_day(scene, sentence, token)


def _post_of(scene: Scene, sentence: Sentence, tokens: list[Token]) -> Office | None:
    return next((o for t in tokens if (o := office_of(scene, sentence, t) or office_over(scene, sentence, t))), None)


def _gives_way(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Sunak gave way to Starmer as prime minister", "made way for X at the helm of NATO"."""
    ways = [t for t in children(verb, "dobj") if t.lower_ in ("way", "room", "place")] if verb.lemma_ in ("give", "make") else []
    if not ways or ahead(scene, sentence, verb, "leaves_office") is None:
        return
    takers = [t for w in (verb, *ways) for t in after(w, "to", "for")]
    seats = [t for w in (verb, *ways, *takers) for t in after(w, "as")]
    seats += [i for w in (verb, *takers) for t in after(w, "at", "in") for i in (t, *after(t, "of"))]
    office = _post_of(scene, sentence, seats)
    takers_named = people_in(scene, sentence, takers)[:1]
    leavers = doers(scene, sentence, verb)[:1]
    if office and takers_named and leavers:
        yield from drafts(scene, sentence, verb, leavers, office, "leaves_office", "hands over")
        yield from drafts(scene, sentence, verb, takers_named, office, "takes_office", "hands over")


def _is_made(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X was made secretary of the council"."""
    office = None
    if verb.lemma_ == "make" and is_passive(verb):
        office = next((o for t in children(verb, "oprd", "attr", "dobj") if (o := office_of(scene, sentence, t))), None)
    if office and (status := ahead(scene, sentence, verb, "takes_office")):
        yield from drafts(scene, sentence, verb, people_in(scene, sentence, subjects(verb))[:1], office, status, "named")


def _comes_to_end(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X's time as ambassador is coming to an end", "her tenure draws to a close"."""
    ending = verb.lemma_ in ("come", "draw") and any(t.lower_ in ("end", "close") for t in after(verb, "to"))
    if not ending or ahead(scene, sentence, verb, "leaves_office") is None:
        return
    for noun in (t for t in subjects(verb) if t.lemma_.lower() in TERMS):
        told = sentence.tokens[noun.i + 1 : verb.i] if noun.nbor().lower_ == "as" else ()  # the parser may take the post for a subject
        office = next((o for t in told if (o := office_of(scene, sentence, t))), None)
        people = [p for p in [*owners(scene, sentence, noun), *people_in(scene, sentence, after(noun, "of"))] if p.person][:1]
        if office or noun.lemma_.lower() not in LOOSE:
            yield from drafts(scene, sentence, verb, people, office, "leaves_office", "term")


def _passes(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Command of the army passed to General X", "leadership of the ministry goes from Y to X"."""
    seats = [c for c in verb.children if c.i < verb.i and c.lemma_.lower() in COMMANDS and c.dep_ in ("nsubj", "nsubjpass")]
    led = [t for s in seats for t in after(s, "of", "at", "over")] if verb.lemma_ in PASSING else []
    # the parser may take what is led for a subject of its own
    led += [c for c in children(verb, "nsubj") if seats and c.i > seats[0].i and c not in seats] if verb.lemma_ in PASSING else []
    people = people_in(scene, sentence, after(verb, "to"))[:1] if led else []
    status = ahead(scene, sentence, verb, "takes_office") if people else None
    if status:
        office = _post_of(scene, sentence, led) or Office(None, None, sentence.bounds(verb))
        yield from drafts(scene, sentence, verb, people, office, status, "given")
        yield from drafts(scene, sentence, verb, people_in(scene, sentence, after(verb, "from"))[:1], office, "leaves_office", "replaced")


def _stands_in(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X stands in for Y as adviser", "fills in as minister": a post for the time being."""
    inside = any(c.lower_ == "in" for c in verb.children) or verb.lemma_.startswith("deputi")
    if verb.lemma_ not in STANDING_IN or not inside or (status := ahead(scene, sentence, verb, "takes_office")) is None:
        return
    absent = people_in(scene, sentence, after(verb, "for"))[:1]
    seats = [t for w in (verb, *after(verb, "for")) for t in after(w, "as")]
    office = next((o for t in seats if (o := office_of(scene, sentence, t))), None)
    if office and (absent or verb.lemma_ != "step"):
        yield from drafts(scene, sentence, verb, doers(scene, sentence, verb)[:1], office, status, "stands in")


def _shifts(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X moves from the premiership to the defence ministry", "was moved from the Foreign Office to justice"."""
    if verb.lemma_ not in SHIFTING or (status := ahead(scene, sentence, verb, "leaves_office")) is None:
        return
    left = _post_of(scene, sentence, after(verb, "from"))
    goals = after(verb, "to")
    taken = _post_of(scene, sentence, goals) or next(
        (o for t in goals if (o := _field(scene, t, sentence) or office_in(scene, sentence, t))), None
    )
    people = people_in(scene, sentence, things_of(verb) if is_passive(verb) else subjects(verb))[:1]
    if left and taken and left.role and taken.role and left.role != taken.role:
        yield from drafts(scene, sentence, verb, people, left, status, "shifts")
        yield from drafts(scene, sentence, verb, people, taken, "takes_office", "shifts")


def _field(scene: Scene, token: Token, sentence: Sentence) -> Office | None:
    """ "To justice", "to defence": the minister of that field."""
    role = f"{token.lower_.replace('defense', 'defence')}_minister"
    known = role in {p.role for p in scene.pack.posts} and not [c for c in token.lefts if c.dep_ != "compound"]
    return Office(role, None, sentence.bounds(token)) if known else None


def _gets_papers(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Was handed his certificate of appointment as minister", "received his letter of appointment"."""
    if verb.lemma_ not in ("hand", "receive", "give", "get", "present") or ahead(scene, sentence, verb, "takes_office") is None:
        return
    things = [t for t in children(verb, "dobj", "oprd") if t.lemma_.lower() in CERTIFICATES]
    named = [t for t in things for i in after(t, "of") if i.lemma_.lower() in ("appointment", "nomination")]
    posts = [i for t in named for w in (verb, t, *after(t, "of")) for i in after(w, "as")]
    office = next((o for t in posts if (o := office_of(scene, sentence, t))), None)
    if office and (is_passive(verb) or verb.lemma_ in ("receive", "get")):
        yield from drafts(scene, sentence, verb, people_in(scene, sentence, subjects(verb))[:1], office, "takes_office", "given post")


def _is_trusted(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Entrusted X with the office of prime minister", "tasked X with leading the ministry"."""
    if verb.lemma_ not in ("entrust", "task", "charge", "invest") or (status := ahead(scene, sentence, verb, "takes_office")) is None:
        return
    posts = [t for t in after(verb, "with") if t.lemma_.lower() in ("office", "post", "position", "job", "leadership", "portfolio")]
    led = _tasks([verb], ("lead", "run", "head"))
    forming = _tasks([verb, *things_of(verb)], ("form",))
    if any(t.lemma_ == "government" for t in forming):
        status = "candidate"  # who is asked to form one may fail
    office = next((o for t in posts if (o := office_in(scene, sentence, t))), None)
    office = office or next((o for t in (*led, *forming) if (o := office_over(scene, sentence, t))), None)
    if office:
        yield from drafts(scene, sentence, verb, people_in(scene, sentence, things_of(verb))[:1], office, status, "given post")


def _tasks(words: list[Token], deeds: tuple[str, ...]) -> list[Token]:
    """What somebody is to do one of the deeds to: the ministry in "with leading the ministry"."""
    withs = [c for w in words for c in w.children if c.lower_ == "with"]
    return [o for c in withs for p in children(c, "pcomp") if p.lemma_ in deeds for o in things_of(p)]


def _in_or_out(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Kuleba out, Sybiha in": a headline that says it of people who have or had posts."""
    before, behind = sentence.tokens[word.i - 1], sentence.tokens[word.i + 1]
    one = person_at(scene, sentence, before)
    opened = one is not None and _opens(sentence, before)
    if one is None or not opened or behind.text not in STOPS:
        return
    near = sentence.tokens[max(1, word.i - 5) : word.i + 6]
    said = {t.lower_ for t in near if t.lower_ in ("in", "out") and person_at(scene, sentence, sentence.tokens[t.i - 1])}
    if said != {"in", "out"}:
        return  # one alone may be out of anything
    comes = word.lower_ == "in"
    gone = _gone(scene, sentence) if comes else None  # the post is that of the one who is out
    held = held_office(scene, sentence, gone or one[0], taken=False, leaving=not comes or gone is not None)
    for draft in drafts(
        scene, sentence, word, [Referent(one[0], person=True)], held, "takes_office" if comes else "leaves_office", "in or out"
    ):
        draft.slots.pop("attributed_to", None)  # neither says it
        yield draft


def _gone(scene: Scene, sentence: Sentence) -> str | None:
    """Whoever stands before "out"."""
    outs = [t for t in sentence.tokens[1:] if t.lower_ == "out"]
    return next((one[0] for t in outs if (one := person_at(scene, sentence, sentence.tokens[t.i - 1]))), None)


def _swearing_in(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "The swearing-in of X as prime minister", "at X's swearing-in as president": the parser takes it apart."""
    following = sentence.tokens[word.i + 1 : word.i + 3]
    if not following or following[-1].lower_ != "in":
        return
    near = sentence.tokens[word.i + 3 : word.i + 12]
    behind = next((one for t in near if (one := person_at(scene, sentence, t))), None) if near and near[0].lower_ == "of" else None
    owner = next((m for t in sentence.tokens[max(0, word.i - 2) : word.i] if t.tag_ == "POS" and (m := sentence.at.get(t.i - 1))), None)
    person = behind[0] if behind else owner.id_of("person", "surname") if owner else None
    posts = [t for n, t in enumerate(near) if any(k.lower_ == "as" for k in near[:n])]
    office = next((o for t in posts if (o := office_of(scene, sentence, t))), None)
    if person and office:
        yield from drafts(scene, sentence, word, [Referent(person, person=True)], office, "takes_office", "appointment")


def _in_charge(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "X, in charge of the ministry since 2021, said"."""
    first = word.head.i
    one = person_at(scene, sentence, sentence.tokens[first - 2]) if sentence.tokens[first - 1].text == "," else None
    since = any(t.lower_ == "since" and t.dep_ == "prep" for t in word.subtree)
    office = next((o for t in after(word, "of") if (o := office_over(scene, sentence, t))), None)
    if one and since and office:
        yield from drafts(scene, sentence, word, [Referent(one[0], person=True)], office, "holds", "held")


def _opens(sentence: Sentence, last: Token) -> bool:
    """Whether a name stands at the beginning or behind a mark."""
    mention = sentence.at.get(last.i)
    first = sentence.tokens_of(mention)[0].i if mention is not None else last.i
    return first == 0 or sentence.tokens[first - 1].text in STOPS


def _first_day(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "On his first day in office X came to Kyiv": who has just come into his post."""
    first = any(c.lower_ in ("first", "very") for c in noun.lefts) and any(c.tag_ == "PRP$" for c in noun.lefts)
    seats = [t for t in after(noun, "in", "on", "at") if t.lemma_.lower() in IN_POST and not children(t, "amod", "prep", "poss")]
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if not first or not seats or verb is None:
        return
    for one in [p for p in people_in(scene, sentence, subjects(verb)) if p.person]:
        if held := held_office(scene, sentence, one.id, taken=False):
            yield from drafts(scene, sentence, noun, [one], held, "takes_office", "first day")


def _last_day(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "X's last day at the Pentagon was Monday", "his final day as minister"."""
    people = [p for p in owners(scene, sentence, noun) if p.person][:1]
    office = _post_of(scene, sentence, [*after(noun, "as"), *after(noun, "at", "in")])
    if office is None and people and any(t.lemma_.lower() in IN_POST for t in after(noun, "in")):
        office = held_office(scene, sentence, people[0].id, taken=False, leaving=True)
    if office and office.role:
        yield from drafts(scene, sentence, noun, people, office, "leaves_office", "last day")
