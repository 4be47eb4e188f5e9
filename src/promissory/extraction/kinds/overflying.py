"""Attacks told by weapons in the air of somebody else: "20 drones entered Polish airspace", "drones were reported over Oryol"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.kinds.blows import Blow
from promissory.extraction.kinds.intercepting import SENT
from promissory.extraction.kinds.strikes import opponent, target_side, weapons_in
from promissory.extraction.listing import everyone
from promissory.extraction.nominals import carrier
from promissory.extraction.owning import owners
from promissory.extraction.scene import Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.tree import after, children

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of coming into a sky or over a border, and of being seen there.
ENTERING = frozenset("enter violate breach penetrate cross stray fly intrude reach invade".split())
SEEING = frozenset("report spot sight detect see hear track".split())
#: Nouns of coming into a sky.
BREACHES = frozenset("violation breach intrusion incursion".split())
#: Where weapons are: behind these stands whose sky or land it is.
SKIES = ("into", "over", "across", "above", "through")
#: Verbs of sending weapons off.
SENDING = frozenset("send fly hurl throw despatch dispatch".split())


def overflights(scene: Scene, sentence: Sentence) -> Iterator[Blow]:
    """The weapons of a sentence that came into a state's sky, and those sent off in numbers by a side of the war."""
    yield from _violations(scene, sentence)
    for verb in sentence.tokens:
        if verb.pos_ != "VERB" or not _is_told(scene, sentence, verb):
            continue
        rule = _entering if verb.lemma_ in ENTERING | SEEING else _sending if verb.lemma_ in SENDING else None
        if rule is not None and (blow := rule(scene, sentence, verb)):
            yield blow


def _violations(scene: Scene, sentence: Sentence) -> Iterator[Blow]:
    """ "Nineteen violations of Polish airspace were recorded", said of drones or of Russia's."""
    nouns = [t for t in sentence.tokens if t.pos_ == "NOUN" and t.lemma_.lower() in BREACHES]
    weapons = [m for item, m in weapons_in(sentence, [*sentence.tokens]) if item in SENT] if nouns else []
    for noun in nouns:
        skies = [t for t in after(noun, "of", "into") if t.lemma_.lower() in ("airspace", "sky", "border")]
        skies += [c for c in noun.lefts if c.dep_ == "compound" and c.lemma_.lower() == "airspace"]
        senders = [s for s in scene.states(list(owners(scene, sentence, noun))) if opponent(s)]
        sides = [s for t in skies if (s := target_side(scene, sentence, t)) and s not in senders]
        verb = carrier(noun)
        if sides and (weapons or senders) and (verb is None or _is_told(scene, sentence, verb)):
            yield Blow(sentence, noun, "reported", senders[:1], sides[:1], [noun, *skies])


def _is_told(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    mood = scene.mood(sentence, verb)
    return not (mood.negated or mood.modal or mood.conditional) and mood.tense not in ("future", "infinitive")


def _entering(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "Nineteen drones crossed into Poland", "violated Romania's airspace", "drones were reported over Oryol"."""
    flown = things_of(verb) if verb.lemma_ in SEEING and is_passive(verb) else subjects(verb)
    if not any(item in SENT for item, _ in weapons_in(sentence, flown)) or (verb.lemma_ in SEEING and not is_passive(verb)):
        return None
    where = after(verb, *SKIES) if verb.lemma_ in SEEING | {"cross", "stray", "fly", "intrude"} else []
    skies = [*where, *(things_of(verb) if not is_passive(verb) else [])]
    owned = [s for s in scene.states([r for t in flown for r in owners(scene, sentence, t)]) if opponent(s)]
    origins = [o for t in (verb, *flown, *skies) for o in after(t, "from")]  # "crossed the border from Ukraine"
    owned += [s for o in origins if (s := target_side(scene, sentence, o)) and opponent(s)]
    sides = [s for t in skies if (s := target_side(scene, sentence, t)) and s not in owned]
    sides = sides or [str(opponent(s)) for s in owned if verb.lemma_ == "cross" and origins]
    if not sides and verb.dep_ == "ccomp" and any(c.lower_ == "its" for t in skies for c in t.lefts):
        sides = scene.states(everyone(scene, sentence, subjects(verb.head)))  # "Poland said that drones crossed into its airspace"
    senders = [s for s in owned if s not in sides]
    if verb.lemma_ == "reach" and not any(opponent(s) for s in senders):
        return None  # "the missiles reached Ukraine" as a gift
    senders = [s for s in senders if opponent(s)] or [s for side in sides[:1] if (s := opponent(side))]
    return Blow(sentence, verb, "reported", senders[:1], sides[:1], [*flown, *skies]) if sides else None


def _sending(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "Moscow sent 810 drones overnight": by a side of the war, to no ally of its own."""
    things = things_of(verb)
    armed = {item for item, _ in weapons_in(sentence, things)}
    senders = [s for s in scene.states(everyone(scene, sentence, actors_of(verb))) if opponent(s)]
    counted = any(t.i in sentence.number_at for thing in things for t in thing.subtree)
    foe = opponent(senders[0]) if senders else None
    if not (armed & SENT and counted and foe) or children(verb, "dative") or after(verb, "to", "for"):
        return None
    return Blow(sentence, verb, "reported", senders[:1], [str(foe)], [*things, *after(verb, "at", "against", "into", "over")])
