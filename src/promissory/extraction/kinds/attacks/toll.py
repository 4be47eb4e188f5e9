"""Attacks told by figures: deaths that weapons caused, civilian casualties that rose, drones found in a neighbour's field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.attacks.blows import Blow, is_told
from promissory.extraction.kinds.attacks.intercepting import SENT
from promissory.extraction.kinds.attacks.strikes import FIGHTERS, weapons_in
from promissory.extraction.kinds.matters.foes import opponent, target_side
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What weapons are told to have brought about, in a count.
HARM = frozenset("death casualty injury fatality victim damage destruction fire most many majority half third quarter share number".split())
CAUSING = frozenset("cause result stem come account inflict arise".split())
#: Weapons of either side's attacks on those who do not fight.
USED = SENT | frozenset("bomb artillery shells mortar mlrs ammunition mine long_range_weapon cluster_munition".split())
#: Verbs and nouns by which a count moves.
MOVING = frozenset("rise climb increase grow jump soar double triple treble quadruple reach fall decline total exceed number surge".split())
CIVIL = frozenset(("civilian", "child"))
LOSSES = frozenset("casualty death injury fatality toll".split())
#: Finding what flew into a neighbour's land, and what is found of it.
FINDING = frozenset("find discover recover locate".split())
PIECES = frozenset("part piece fragment debris wreckage remains remnant warhead engine".split())


def tolls(scene: Scene, sentence: Sentence, about: bool) -> Iterator[Blow]:
    """The attacks of which a sentence gives no more than what they led to; `about` as for salvos."""
    for verb in sentence.tokens:
        if verb.pos_ != "VERB" or verb.lemma_ not in CAUSING | MOVING | FINDING or not is_told(scene, sentence, verb):
            continue
        if verb.lemma_ in FINDING:
            blow = _found_abroad(scene, sentence, verb)
        else:
            blow = (_caused(scene, sentence, verb) or _moved(scene, sentence, verb)) if about else None
        if blow:
            yield blow


def _caused(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "Most deaths were caused by drones", "shells caused 60 casualties", "drones accounted for a third of the casualties"."""
    if verb.lemma_ not in CAUSING:
        return None
    behind = after(verb, "by", "from") if is_passive(verb) or verb.lemma_ != "cause" else []
    arms = behind or subjects(verb)
    harm = things_of(verb) if is_passive(verb) else subjects(verb) if behind else [*things_of(verb), *after(verb, "for")]
    armed = {item for item, _ in weapons_in(sentence, arms)}
    if not armed & USED or not any(t.lemma_.lower() in HARM for t in harm):
        return None
    owned = [s for s in scene.states([r for t in arms for r in owners(scene, sentence, t)]) if opponent(s)]
    return _of_sides(scene, sentence, verb, owned, [*arms, *harm])


def _moved(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "Civilian casualties rose by a third in May"."""
    counted = [s for s in subjects(verb) if s.lemma_.lower() in LOSSES or any(t.lemma_.lower() in LOSSES for t in after(s, "of", "in"))]
    words = [t for s in counted for t in s.subtree]
    if verb.lemma_ not in MOVING or not any(t.lemma_.lower() in CIVIL for t in words):
        return None
    if any(t.lemma_.lower() in FIGHTERS for t in words):
        return None
    return _of_sides(scene, sentence, verb, [], counted)


def _found_abroad(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "Romania found parts of a drone on its soil", "a drone was found in a field in Latvia"; not in the land at war."""
    things = things_of(verb)
    flown = [o for t in things for o in ([*after(t, "of", "from")] if t.lemma_.lower() in PIECES else [t])]
    if not any(item in SENT for item, _ in weapons_in(sentence, [*flown, *things])):
        return None
    where = [t for w in (verb, *things, *flown) for t in after(w, "in", "on", "near", "at", "off")]
    sides = [s for t in where if (s := target_side(scene, sentence, t))]
    if not sides and any(c.lower_ in ("its", "their", "our") for t in where for c in children(t, "poss")):
        sides = scene.states(everyone(scene, sentence, subjects(verb)))
    sides = [s for s in sides if s in scene.pack.actor and opponent(s) is None][:1]
    foe = opponent(scene.beneficiary)
    return Blow(sentence, verb, "reported", [foe] if foe else [], sides, [*things, *flown]) if sides else None


def _of_sides(scene: Scene, sentence: Sentence, verb: Token, owned: list[str], phrases: list[Token]) -> Blow | None:
    foes = owned[:1] or [f for f in (opponent(scene.beneficiary),) if f]
    sides = [s for f in foes if (s := opponent(f))]
    return Blow(sentence, verb, "reported", foes, sides, phrases, again=True)
