"""Tenures that end in other words: "gave up the post of", "handed in his notice", "asked to be released as", "forced out of office"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import ahead, doers, drafts
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_in, office_of, offices_in
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of giving up what one holds, and with a particle.
YIELDING = frozenset("relinquish vacate surrender renounce forsake lose".split())
PHRASAL = {"give": "up", "lay": "down", "hand": "back"}
SEATS = frozenset(
    "office post position job presidency premiership leadership chairmanship portfolio reins chancellery chancellorship power".split()
)
#: Those that need no further word to be a post.
BARE = frozenset(("office", "post", "power", "job"))
#: Words that are one only with the post after them, and of which one is relieved.
LOOSE = frozenset("seat chair command role duty mandate function".split())
BURDENS = BARE | {"duty", "duties", "command", "position"}
#: Posts of those who rule.
RULERS = frozenset("president prime_minister chancellor".split())
#: Verbs of giving notice.
NOTIFYING = frozenset("hand give tender submit offer file present".split())
#: What one asks to be, so as to go, and the words of asking.
FREED = frozenset("release relieve discharge free excuse dismiss".split())
ASKING = frozenset("ask request seek wish want demand apply".split())
REQUESTS = frozenset("request wish application demand plea desire".split())
#: Verbs of being made to go.
OUSTED = frozenset("force push drive edge ease shove throw kick boot vote turf".split())
#: All verbs by which somebody leaves a post.
LEAVING = YIELDING | PHRASAL.keys() | NOTIFYING | OUSTED


def find_departures(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that these wordings tell."""
    for verb in sentence.tokens:
        if verb.lemma_ in FREED and verb.tag_ == "VBN" and is_passive(verb):
            yield from _leaves(scene, sentence, verb, _asking(scene, sentence, verb))
            continue
        if verb.pos_ != "VERB" or verb.lemma_ not in LEAVING or ahead(scene, sentence, verb, "leaves_office") is None:
            continue
        if office := _given_up(scene, sentence, verb):
            yield from drafts(scene, sentence, verb, doers(scene, sentence, verb)[:1], office, "leaves_office", "departs")
        elif notice := _notice(verb):
            yield from _gives_notice(scene, sentence, verb, notice)
        elif verb.lemma_ in OUSTED and is_passive(verb) and any(c.lower_ == "out" for c in verb.children):
            yield from _leaves(scene, sentence, verb, everyone(scene, sentence, subjects(verb)))


def _leaves(scene: Scene, sentence: Sentence, verb: Token, people: list[Referent]) -> Iterator[Draft]:
    """The drafts for those of whom a post is said to be left: "as minister", "from the post of", "of his duties", "out of office"."""
    out = [c for c in verb.children if c.lower_ == "out"]
    left = [t for word in (verb, *out) for t in after(word, "as", "from", "of")]
    office = next((o for t in left if (o := office_of(scene, sentence, t) or next(iter(offices_in(scene, sentence, t)), None))), None)
    theirs = any(t.lower_ in ("them", "it") for t in left) and any(t.lemma_.lower() in BURDENS and t.i < verb.i for t in sentence.tokens)
    if office is None and theirs:
        office = Office(None, None, sentence.bounds(verb))  # "who held these duties, was released from them"
    burdens = BARE if verb.lemma_ in OUSTED else BURDENS if verb.lemma_ in ("relieve", "discharge") else frozenset()
    for one in [p for p in people if p.person][:1]:
        bare = any(t.lemma_.lower() in burdens and _is_bare(t) for t in left)
        bare = bare or (verb.lemma_ in ("dismiss", "release") and not left and verb.dep_ == "xcomp")  # "has asked to be dismissed"
        bare = bare or (bool(out) and verb.lemma_ in OUSTED and not left and one.id in scene.pack.posts_of)  # "was thrown out in May"
        if held := office or (held_office(scene, sentence, one.id, taken=False) if bare else None):
            yield from drafts(scene, sentence, verb, [one], held, "leaves_office", "departs")


def _given_up(scene: Scene, sentence: Sentence, verb: Token) -> Office | None:
    """ "Gave up the post of prime minister", "relinquished the premiership": the post."""
    particle = PHRASAL.get(verb.lemma_)
    if not (verb.lemma_ in YIELDING or (particle and any(c.lower_ == particle for c in verb.children))):
        return None
    seat = next((o for o in children(verb, "dobj") if o.lemma_.lower() in SEATS | LOOSE), None)
    if seat is None:
        return None
    if seat.lemma_.lower() in LOOSE:
        return next((o for t in after(seat, "of", "as") if (o := office_of(scene, sentence, t))), None)
    one = next((p for p in doers(scene, sentence, verb) if p.person), None)
    bare = one is not None and seat.lemma_.lower() in BARE and _is_bare(seat)
    if verb.lemma_ == "lose":  # one may lose a race for a post that one never had
        held = held_office(scene, sentence, one.id, taken=False, leaving=True) if one is not None else None
        named = office_in(scene, sentence, seat)
        told = bare or named is None or (held is not None and named.role in (None, held.role))
        return held if held is not None and held.role in RULERS and told else None
    return office_in(scene, sentence, seat) or (held_office(scene, sentence, one.id, taken=False, leaving=True) if one and bare else None)


def _is_bare(noun: Token) -> bool:
    """ "His office", "the post": nothing says of what."""
    return all(c.dep_ in ("det", "poss") for c in noun.children)


def _notice(verb: Token) -> Token | None:
    """ "Handed in his notice"."""
    if verb.lemma_ not in NOTIFYING:
        return None
    within = [t for c in verb.children if c.lower_ == "in" for t in children(c, "pobj")]  # the parser may read "in her notice"
    things = [*children(verb, "dobj"), *within]
    notices = [o for o in things if o.lemma_ == "notice" and any(c.lower_ in ("his", "her", "their") for c in o.lefts)]
    return notices[0] if notices else None


def _gives_notice(scene: Scene, sentence: Sentence, verb: Token, notice: Token) -> Iterator[Draft]:
    """ "The minister, X, handed in his notice", "X handed in her notice as minister": a post is named."""
    said = [o for word in (verb, notice) for t in after(word, "as") if (o := office_of(scene, sentence, t))]
    titled = any(office_of(scene, sentence, t) for s in subjects(verb) for t in (s, *s.children))
    bare = titled and _is_bare(notice) and not children(verb, "xcomp", "advcl")
    for one in [p for p in doers(scene, sentence, verb) if p.person][:1]:
        if office := next(iter(said), None) or (held_office(scene, sentence, one.id, taken=False) if bare else None):
            yield from drafts(scene, sentence, verb, [one], office, "leaves_office", "departs")


def _asking(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """Who asked to be released: the subject of the asking, or whose request it was."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in ASKING and not scene.mood(sentence, above).negated:
        return doers(scene, sentence, above)
    own = [t for t in after(verb, "at", "upon", "on") if t.lemma_ in REQUESTS and any(c.lower_ in ("his", "her") for c in t.lefts)]
    if own:
        return doers(scene, sentence, verb)  # "was released at his own request"
    requests = [t for t in (above, *children(verb, "nsubjpass")) if t.lemma_ in REQUESTS]  # the parser may take it for who is freed
    return everyone(scene, sentence, [p for t in requests for p in children(t, "poss")])
