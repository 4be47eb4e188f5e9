"""Weapons whose sentence the parser has torn, and those told of on their way or as having got through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children, own_subject, spread
from promissory.extraction.kinds.attacks.arming import goes_on
from promissory.extraction.kinds.attacks.blows import Blow, is_told
from promissory.extraction.kinds.attacks.intercepting import SENT
from promissory.extraction.kinds.attacks.strikes import weapons_in
from promissory.extraction.kinds.matters.foes import attacker_before, opponent, target_side
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import owner
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words before "to" and a number ("close to 500 drones", "up to forty shells").
NEARING = frozenset("close up near down".split())
#: Prepositions into whose phrase the parser may draw the subject behind it.
DRAWING = frozenset("to on in at during over between since by".split())
#: What a phrase of time is made of ("on the same day guided bombs came down").
DAYS = frozenset("day night morning evening afternoon week weekend month year hour dawn".split())
#: Words behind "out of", "off" that say that something no longer works.
IDLE = frozenset("action service operation commission order use grid line production".split())
DISABLING = frozenset("put knock take force leave trip".split())
#: What a plant is shut down for by those who run it.
REPAIRS = frozenset("repair maintenance overhaul refuelling refueling inspection upgrade servicing modernisation".split())
#: Adverbs of the same.
OFFLINE = frozenset(("offline", "off-line"))
#: How far behind the verb they may stand.
BEHIND = 14
#: Verbs of weapons on their way, and the prepositions before what they make for.
HEADING = frozenset(
    "head fly go make bear steer race streak speed dive swoop circle buzz get home zero veer swarm descend career come".split()
)
GOING = {
    "go": ("into", "through", "for", "after"), "make": ("for",), "bear": ("down",), "get": ("through", "into"), "come": ("into", "through"),
    "fly": ("into", "at", "towards", "toward"), "home": ("in",), "zero": ("in",), "career": ("into",),
}  # fmt: skip
TOWARDS = ("for", "towards", "toward", "into", "at", "to", "on", "over", "upon")
#: What a weapon reaches that is told to have hit.
MARKS = frozenset("target mark aim goal".split())


def drawn_in(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Close to 500 drones had rained on Kyiv", "on the same day guided bombs came down": the subject behind a preposition.

    The parser hangs it on the preposition; a state too, as in "between March and May 2025 Russia launched".
    """
    if own_subject(verb) or verb.dep_ not in ("ROOT", "ccomp", "conj", "advcl", "relcl"):
        return []
    opened = [c for c in verb.children if c.i < verb.i and c.dep_ == "prep" and c.lower_ in DRAWING]
    opened += [p for c in verb.children if c.i < verb.i and c.lower_ in NEARING for p in children(c, "prep") if p.lower_ == "to"]
    for prep in reversed(opened):
        for noun in spread(children(prep, "pobj")):
            if _stands_before(noun, verb) and (_is_armed(sentence, prep, noun) or _is_state(sentence, noun)):
                return [t for t in spread(children(prep, "pobj")) if t.i <= noun.i and _is_armed(sentence, prep, t)] or [noun]
    return []


def _stands_before(noun: Token, verb: Token) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between the phrase and the verb."""
    between = verb.doc[noun.i + 1 : verb.i]
    return noun.i < verb.i and all(t.dep_ in ("aux", "auxpass", "advmod", "neg") or t in list(noun.rights) for t in between)


def _is_armed(sentence: Sentence, prep: Token, noun: Token) -> bool:
    timed = prep.lower_ == "to" or any(c.lemma_.lower() in DAYS for c in noun.lefts) or noun.dep_ == "conj"
    return timed and bool(weapons_in(sentence, [noun]))


def _is_state(sentence: Sentence, noun: Token) -> bool:
    mention = sentence.at.get(noun.i)
    return noun.dep_ == "conj" and mention is not None and owner(mention) is not None


def on_average(verb: Token) -> list[Token]:
    """ "Launched on average 32 missiles a month": the object that the parser hangs on "on"."""
    found = [t for t in after(verb, "on", "at") if any(c.lower_ in ("average", "least", "most") and c.i == t.left_edge.i for c in t.lefts)]
    return [] if children(verb, "dobj") else found


def is_put_out_of_action(verb: Token) -> bool:
    """ "Was put out of action", "knocked offline", "taken off the grid"."""
    if verb.lemma_ not in DISABLING or verb.pos_ != "VERB" or any(t.lemma_.lower() in REPAIRS for t in after(verb, "for")):
        return False
    words = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + BEHIND]]
    for n, word in enumerate(words):
        if word in OFFLINE:
            return True
        if word in ("out", "off") and IDLE.intersection(words[n + 1 : n + 4]):
            return True
    return False


def flights(scene: Scene, sentence: Sentence) -> Iterator[Blow]:
    """The weapons of a sentence that are on their way somewhere, flew into something, or got through."""
    for verb in sentence.tokens:
        if blow := _night_of(scene, sentence, verb):
            yield blow
        if verb.pos_ != "VERB" or verb.lemma_ not in HEADING | {"find", "reach"}:
            continue
        flown = subjects(verb) or drawn_in(sentence, verb)
        more = goes_on(scene, sentence, flown)
        if not (more or any(item in SENT for item, _ in weapons_in(sentence, flown))) or not is_told(scene, sentence, verb):
            continue
        if not (aims := _aims(verb)) and not _got_through(verb):
            continue
        owned = [s for s in scene.states([r for t in flown for r in owners(scene, sentence, t)]) if opponent(s)]
        sides = [s for t in aims if (s := target_side(scene, sentence, t)) and s not in owned]
        doers = owned or (attacker_before(scene, sentence) if more else [])
        yield Blow(sentence, verb, "reported", doers[:1], [s for s in sides if s not in doers][:1], [*flown, *aims])


def _night_of(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "The night brought 479 drones and 20 missiles", "yesterday it was four glide bombs"."""
    time = any(s.lemma_.lower() in DAYS for s in subjects(verb)) and verb.lemma_ in ("bring", "see")
    time = time or (verb.lemma_ == "be" and [s.lower_ for s in subjects(verb)] == ["it"] and bool(children(verb, "npadvmod")))
    told = spread(children(verb, "dobj", "attr")) if time else []
    counted = [t for t in told if any(c.i in sentence.number_at for c in t.subtree)]
    if not counted or not any(item in SENT for item, _ in weapons_in(sentence, counted)) or not is_told(scene, sentence, verb):
        return None
    foe = opponent(scene.beneficiary)
    return Blow(sentence, verb, "reported", [foe] if foe else [], [scene.beneficiary], counted, salvo=True)


def _aims(verb: Token) -> list[Token]:
    """ "Heading for Odesa", "went into the ward"; none for what only came to a customer ("missiles went to Ukraine")."""
    return after(verb, *GOING.get(verb.lemma_, TOWARDS))


def _got_through(verb: Token) -> bool:
    """ "One in six now gets through", "three found their target", "none reached its mark" aside."""
    if verb.lemma_ == "get":
        return any(c.lower_ == "through" and c.dep_ in ("prt", "advmod", "prep") for c in verb.children)
    return any(o.lemma_.lower() in MARKS for o in children(verb, "dobj"))
