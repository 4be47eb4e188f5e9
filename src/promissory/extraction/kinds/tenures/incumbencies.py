"""Tenures told of those in post: who stays, whose term is prolonged or ends, what somebody does in a post, whom a post is given to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import HOPING, ahead, drafts, person_at, told_post
from promissory.extraction.kinds.tenures.posts import CABINETS, Office, held_office, office_in, office_of, office_over
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import people_in
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

STAYING = frozenset("remain stay continue".split())
KEEPING = frozenset("keep retain hold preserve".split())
#: Nouns for a post, or for the time in it.
POSTS = frozenset("post job portfolio office position brief ministry seat presidency premiership helm command leadership".split())
TIMES = frozenset(
    "mandate term tenure stint contract reign rule time spell premiership presidency chancellorship leadership year decade month "
    "posting assignment tour".split()
)
PROLONGING = frozenset("extend prolong renew lengthen".split())
CLOSING = frozenset("end close cap conclude finish terminate cut complete".split())
#: What somebody does in a post, which tells that it is held.
DEEDS = frozenset("trip visit speech day week month year term capacity role tenure stint address appearance act tour spell time".split())
FIRST = frozenset("first second third fourth fifth maiden inaugural current new debut".split())
LAST = frozenset("last final farewell".split())
#: Verbs by which somebody is put into the post after "as".
PUTTING = frozenset(
    "send dispatch post assign bring put choose recruit hire draft call place instal install anoint propose retain vote enter".split()
)
#: Verbs by which a post is handed to somebody.
GIVING = frozenset("give hand award entrust offer grant assign".split())
SUBSTITUTE = frozenset(("place", "stead"))
#: What somebody is put in ("in his place", "at the helm").
HELD = frozenset("place chair seat stead shoe post head helm".split())
ACTING = frozenset(("acting", "interim", "caretaker", "provisional"))
#: What a cabinet does that falls.
FALLING = frozenset("collapse fall topple crumble".split())
#: Words before a post that is not held much longer. A former one was left at another time, which the words do not tell.
GOING = frozenset(("outgoing", "departing"))


def find_incumbencies(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that these wordings tell."""
    for token in sentence.tokens:
        if token.pos_ in ("VERB", "AUX"):
            for rule in (_stays, _prolongs, _closes, _put_as, _gives, _acts, _falls, _accredited):
                yield from rule(scene, sentence, token)
        if token.lower_ in GOING and token.dep_ in ("amod", "compound", "advmod", "nmod"):
            yield from _outgoing(scene, sentence, token)
        if token.lower_ == "as":
            yield from _deed(scene, sentence, token)
        elif token.lower_ == "out" and token.head.lemma_ == "be" and (here := [t for w in (token, token.head) for t in after(w, "as")]):
            yield from _out(scene, sentence, token, here)
        elif token.lower_ == "back" and (here := after(token, "as")):
            yield from _back(scene, sentence, token, here)
        elif token.lower_ in SUBSTITUTE and token.dep_ == "pobj" and token.head.lower_ == "in":
            yield from _instead(scene, sentence, token)


def _stays(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X remains foreign minister", "stays on as", "keeps the defence portfolio", "will continue to serve as"."""
    office = None
    if verb.lemma_ in STAYING:
        inner = [c for c in children(verb, "xcomp") if c.lemma_ in ("serve", "act", "work", "be")]
        tokens = [*children(verb, "attr", "acomp", "dobj", "oprd"), *(t for v in (verb, *inner) for t in after(v, "as"))]
        seats = [t for p in after(verb, "in", "at") for t in (p, *after(p, "of", "at"))]
        office = next((o for t in tokens if (o := office_of(scene, sentence, t))), None)
        office = office or next((o for t in seats if (o := office_of(scene, sentence, t) or _seat(scene, sentence, t))), None)
        if office is None and any(t.lemma_.lower() == "capacity" and t.i > verb.i for t in verb.subtree):
            held = [o for one in people_in(scene, sentence, subjects(verb)) if (o := held_office(scene, sentence, one.id, taken=False))]
            office = held[0] if held else None  # "stays on in a caretaker capacity"
    elif verb.lemma_ in KEEPING:
        things = [t for t in children(verb, "dobj") if t.lemma_.lower() in POSTS]
        tokens = [i for t in (verb, *things) for i in after(t, "as")] if things else []
        office = next((o for t in tokens if (o := office_of(scene, sentence, t))), None)
        office = office or (next((o for t in things if (o := office_in(scene, sentence, t))), None) if verb.lemma_ != "hold" else None)
        if office is None and any(c.lower_ in ("his", "her") for t in things for c in t.lefts):  # "keeps his post"
            held = [o for one in people_in(scene, sentence, subjects(verb)) if (o := held_office(scene, sentence, one.id, taken=False))]
            office = held[0] if held else None
    people = people_in(scene, sentence, subjects(verb)) if office else []
    if office and people and ahead(scene, sentence, verb, "holds"):
        yield from drafts(scene, sentence, verb, people, office, "holds", "stays")


def _seat(scene: Scene, sentence: Sentence, token: Token) -> Office | None:
    """ "In office", "at the helm of NATO"; the post is the one known of its holder where only the seat is named."""
    return office_in(scene, sentence, token) if token.lemma_.lower() in ("helm", "head", "ministry", "pentagon", "treasury") else None


def _prolongs(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Allies extended Stoltenberg's mandate by a year"."""
    if verb.lemma_ not in PROLONGING or ahead(scene, sentence, verb, "holds") is None:
        return
    for noun in things_of(verb):
        if noun.lemma_.lower() in TIMES | POSTS and (people := _theirs(scene, sentence, noun)):
            office = next((o for t in after(noun, "as", "of") if (o := office_of(scene, sentence, t))), None)
            yield from drafts(scene, sentence, verb, people, office, "holds", "prolonged")


def _closes(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Ending Rutte's 14 years in power", "which brought Fico's third term to a close"."""
    bringing = verb.lemma_ == "bring" and any(t.lemma_.lower() in ("end", "close") for t in after(verb, "to"))
    if not (verb.lemma_ in CLOSING or bringing) or ahead(scene, sentence, verb, "leaves_office") is None:
        return
    for noun in things_of(verb):
        if (
            noun.lemma_.lower() in TIMES
            and (people := _theirs(scene, sentence, noun))
            and (_is_of_office(noun) or any(office_of(scene, sentence, t) for t in after(verb, "as")))
        ):
            yield from drafts(scene, sentence, verb, people, None, "leaves_office", "closes")


def _is_of_office(noun: Token) -> bool:
    """Whether a stretch of time is one in a post: "14 years in power", "her decade as chancellor", "his rule"."""
    plain = noun.lemma_.lower() not in ("year", "decade", "month", "time", "era", "spell", "contract", "tour", "assignment")
    return plain or bool(after(noun, "as")) or any(t.lower_ in ("power", "office", "helm", "charge", "top", "duty") for t in noun.subtree)


def _theirs(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """Whose time or deed a noun is; a pronoun means the one named last before it."""
    own = [p for p in [*owners(scene, sentence, noun), *people_in(scene, sentence, after(noun, "of"))] if p.person]
    own = [p for p in own if not p.inferred] or own
    if own or not any(c.dep_ == "poss" and c.lower_ in ("his", "her") for c in noun.children):
        return own
    named = [p for m in sentence.mentions if m.start < noun.idx and (p := m.id_of("person", "surname"))]
    return [Referent(named[-1], person=True, inferred=True)] if named else []


def _put_as(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Kyiv is sending X to Washington as ambassador", "picked X as minister", "was chosen as", "put X in charge of"."""
    if any(c.lower_ == "forward" for c in verb.children):
        return  # "has been put forward as ambassador": a candidate
    if verb.lemma_ not in PUTTING or (status := ahead(scene, sentence, verb, "takes_office")) is None:
        return
    tokens = [t for n in (verb, *things_of(verb), *after(verb, "to")) for t in after(n, "as")]
    office = next((o for t in tokens if (o := office_of(scene, sentence, t))), None)
    second = verb.dep_ == "conj" and is_passive(verb.head) and not children(verb, "dobj")  # "was discharged and posted to London as envoy"
    people = people_in(scene, sentence, subjects(verb) if verb.lemma_ == "enter" or second else things_of(verb))
    if office:
        status = "candidate" if verb.lemma_ == "propose" or _is_likely(verb) else status
        yield from drafts(scene, sentence, verb, people, office, status, "put as")
    elif verb.lemma_ in ("put", "place", "instal", "install") and any(t.lemma_.lower() in HELD for t in after(verb, "in", "at")):
        yield from drafts(scene, sentence, verb, people, told_post(scene, sentence, verb), status, "put as")


def _is_likely(verb: Token) -> bool:
    """ "Is likely to be sent to London as ambassador"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in HOPING - {"want"}


def _gives(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Gave X the post of commissioner", "handed the defence portfolio to X", "X was offered the job of"."""
    if verb.lemma_ not in GIVING or (status := ahead(scene, sentence, verb, "takes_office")) is None:
        return
    posts = [t for t in verb.subtree if t.lemma_.lower() in POSTS and t.dep_ in ("dobj", "oprd", "attr", "appos", "nsubjpass", "conj")]
    office = next((o for t in posts if (o := office_in(scene, sentence, t))), None)
    if office is None and verb.lemma_ == "entrust":  # "has been entrusted with integration as deputy prime minister"
        office = next((o for t in verb.subtree for p in after(t, "as") if (o := office_of(scene, sentence, p))), None)
    takers = [*children(verb, "dative", "dobj"), *after(verb, "to"), *(subjects(verb) if is_passive(verb) else [])]
    if office:
        status = "candidate" if verb.lemma_ == "offer" else status
        yield from drafts(scene, sentence, verb, people_in(scene, sentence, takers), office, status, "given post")


def _acts(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X is running the agency in an acting capacity", "leads the ministry for now"."""
    if verb.lemma_ not in ("run", "lead", "head") or not any(t.lower_ in ACTING for t in verb.subtree if t.dep_ in ("amod", "compound")):
        return
    if ahead(scene, sentence, verb, "holds") is None:
        return
    people = people_in(scene, sentence, subjects(verb))
    for thing in children(verb, "dobj"):
        office = office_over(scene, sentence, thing) or told_post(scene, sentence, thing)
        yield from drafts(scene, sentence, verb, people, office, "holds", "acting")


def _falls(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Barnier's government collapsed", "lost a vote of confidence"."""
    fell = verb.lemma_ in FALLING and any(t.lemma_.lower() in CABINETS for t in (*subjects(verb), *things_of(verb)))
    downed = verb.lemma_ == "bring" and any(c.lower_ == "down" for c in verb.children)
    fell = fell or (downed and any(office_of(scene, sentence, t) for t in things_of(verb)))
    lost = verb.lemma_ == "lose" and any(t.lower_ == "confidence" for o in children(verb, "dobj") for t in o.subtree)
    if not (fell or lost) or ahead(scene, sentence, verb, "leaves_office") is None:
        return
    heads = [*subjects(verb), *(things_of(verb) if fell else [])]
    people = [p for t in heads if t.lemma_.lower() in CABINETS for p in _theirs(scene, sentence, t)] or people_in(scene, sentence, heads)
    for one in people:
        if office := held_office(scene, sentence, one.id, taken=False):
            yield from drafts(scene, sentence, verb, [one], office, "leaves_office", "falls")


def _before_him(sentence: Sentence, verb: Token) -> Referent | None:
    """ "Dismissed X and put Y in his place": the one named last before the second verb, who is no subject of the first."""
    named = [m for m in sentence.mentions if m.start < verb.idx and m.id_of("person", "surname")]
    last = sentence.head_of(named[-1]) if named else None
    ident = named[-1].id_of("person", "surname") if named else None
    return Referent(ident, person=True, inferred=True) if ident and last is not None and last.dep_ not in ("nsubj", "nsubjpass") else None


def _accredited(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The new ambassador presented her credentials"."""
    if verb.lemma_ in ("present", "hand", "submit", "deliver") and any(
        t.lemma_.lower() in ("credential", "credence") for o in things_of(verb) for t in o.subtree
    ):
        people = people_in(scene, sentence, subjects(verb))
        role = "ambassador"
        bodies = [held.body for p in people if (held := held_office(scene, sentence, p.id, taken=False)) and held.role == role]
        office = Office(role, next(iter(bodies), None), sentence.bounds(verb))
        yield from drafts(scene, sentence, verb, people, office, "takes_office", "accredited")


def _deed(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "X's first trip abroad as defence secretary", "now in her second term as president", "in his capacity as chairman"."""
    noun = next((t for t in reversed(sentence.tokens[max(0, word.i - 3) : word.i]) if t.lemma_.lower() in DEEDS), None)
    if noun is None:
        return
    office = next((o for t in sentence.tokens[word.i + 1 : word.i + 7] if (o := office_of(scene, sentence, t))), None)
    if office is None or any(t.pos_ == "VERB" for t in sentence.tokens[noun.i + 1 : word.i]):
        return
    words = {c.lower_ for c in noun.lefts}
    if not words & (FIRST | LAST) and noun.lemma_.lower() not in ("capacity", "role"):
        return
    status = "leaves_office" if words & LAST else "holds"
    yield from drafts(scene, sentence, noun, _theirs(scene, sentence, noun) or _subject_of(sentence, noun), office, status, "deed")


def _subject_of(sentence: Sentence, noun: Token) -> list[Referent]:
    """ "Modi, now in his third term": the one whom the phrase is said of."""
    named = [p for m in sentence.mentions if m.start < noun.idx and (p := m.id_of("person", "surname"))]
    return [Referent(named[-1], person=True, inferred=True)] if named else []


def _back(scene: Scene, sentence: Sentence, word: Token, posts: list[Token]) -> Iterator[Draft]:
    """ "Fico, back as prime minister", "is back as defence minister"."""
    office = next((o for t in posts if (o := office_of(scene, sentence, t))), None)
    if office:
        verb = word.head if word.head.pos_ in ("VERB", "AUX") else None
        people = people_in(scene, sentence, [word.head] if verb is None else subjects(verb))
        yield from drafts(scene, sentence, word, people, office, "takes_office", "back")


def _out(scene: Scene, sentence: Sentence, word: Token, posts: list[Token]) -> Iterator[Draft]:
    """ "Waltz is out as national security adviser"."""
    office = next((o for t in posts if (o := office_of(scene, sentence, t))), None)
    if office and ahead(scene, sentence, word.head, "leaves_office"):
        yield from drafts(scene, sentence, word, people_in(scene, sentence, subjects(word.head)), office, "leaves_office", "out")


def _instead(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Goes to Washington as ambassador in place of X": the post is the one just told of."""
    role, body = scene.discourse.contest
    verb = next((a for a in word.ancestors if a.pos_ == "VERB"), None)
    owned = [c for c in children(word, "poss") if c.pos_ != "PRON"]
    people = people_in(scene, sentence, [*after(word, "of"), *owned])
    if not people and verb is not None and children(word, "poss"):
        people = [one] if (one := _before_him(sentence, verb)) else []
    told = any(t.i in sentence.at and sentence.at[t.i].id_of("title") for t in sentence.tokens)
    before = [o for t in sentence.tokens[: word.i] if (o := office_of(scene, sentence, t)) and o.role]
    if people and (role or before) and told:
        office = before[-1] if before else Office(role, body, sentence.bounds(word))
        yield from drafts(scene, sentence, word, people, office, "leaves_office", "instead")


def _outgoing(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "The outgoing prime minister X", "the outgoing ambassador, X": a post that the one named beside it is leaving."""
    post = word.head
    beside = person_at(scene, sentence, post.head) if post.dep_ == "appos" and post.head.i < word.i else None
    if beside and (office := office_of(scene, sentence, post)):  # "X, the outgoing defence minister"
        yield from drafts(scene, sentence, post, [Referent(beside[0], person=True)], office, "leaves_office", "outgoing")
        return
    near = sentence.tokens[word.i + 1 : word.i + 9]
    named = next(((one, t) for t in near if (one := person_at(scene, sentence, t))), None)
    if named is None:
        return
    between = sentence.tokens[word.i + 1 : named[1].i]
    title = next((t for t in between if t.i in sentence.at and sentence.at[t.i].id_of("title")), None)
    if title is None or any(t.pos_ in ("VERB", "AUX", "CCONJ") for t in between):
        return
    if office := office_of(scene, sentence, title):
        yield from drafts(scene, sentence, title, [Referent(named[0][0], person=True)], office, "leaves_office", "outgoing")
