"""Attacks told by weapons in the air of somebody else: "20 drones entered Polish airspace", "drones were reported over Oryol"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.attacks.blows import Blow, is_told
from promissory.extraction.kinds.attacks.intercepting import SENT
from promissory.extraction.kinds.attacks.strikes import weapons_in
from promissory.extraction.kinds.matters.foes import opponent, target_side
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of coming into a sky or over a border, and of being seen there.
ENTERING = frozenset("enter violate breach penetrate cross stray fly intrude reach invade".split())
BREAKING = frozenset("enter violate breach penetrate invade infringe".split())
#: Words for a state's sky, and what flies there with a pilot, which breaks into it and hits nothing.
AIRS = frozenset("airspace sky border space".split())
FLOWN = frozenset("fighter_jet aircraft helicopter mig-29 su-25".split())
SEEING = frozenset("report spot sight detect see hear track".split())
#: Nouns of coming into a sky.
BREACHES = frozenset("violation breach intrusion incursion".split())
#: Where weapons are: behind these stands whose sky or land it is.
SKIES = ("into", "over", "across", "above", "through")
#: Verbs and nouns of what weapons in the air bring to a stop, and verbs of bringing it about.
SHUTTING = frozenset("close shut ground halt disrupt".split())
CLOSURES = frozenset("closure shutdown suspension evacuation disruption restriction halt blackout outage diversion".split())
PROMPTING = frozenset("force prompt cause trigger bring".split())
#: Verbs of sending weapons off.
SENDING = frozenset("send fly hurl throw despatch dispatch".split())


def overflights(scene: Scene, sentence: Sentence) -> Iterator[Blow]:
    """The weapons of a sentence that came into a state's sky, and those sent off in numbers by a side of the war."""
    yield from _violations(scene, sentence)
    for verb in sentence.tokens:
        rule = next((rule for verbs, rule in RULES if verb.lemma_ in verbs), None) if verb.pos_ == "VERB" else None
        if rule is not None and is_told(scene, sentence, verb) and (blow := rule(scene, sentence, verb)):
            yield blow


def _violations(scene: Scene, sentence: Sentence) -> Iterator[Blow]:
    """ "Nineteen violations of Polish airspace were recorded", said of drones or of Russia's."""
    nouns = [t for t in sentence.tokens if t.pos_ == "NOUN" and t.lemma_.lower() in BREACHES]
    weapons = [m for item, m in weapons_in(sentence, [*sentence.tokens]) if item in SENT] if nouns else []
    for noun in nouns:
        skies = [t for t in after(noun, "of", "into") if t.lemma_.lower() in AIRS]
        skies += [c for c in noun.lefts if c.dep_ == "compound" and c.lemma_.lower() == "airspace"]
        senders = [s for s in scene.states(list(owners(scene, sentence, noun))) if opponent(s)]
        sides = [s for t in skies if (s := target_side(scene, sentence, t)) and s not in senders]
        verb = carrier(noun)
        if sides and (weapons or senders) and (verb is None or is_told(scene, sentence, verb)):
            yield Blow(sentence, noun, "reported", senders[:1], sides[:1], [noun, *skies])


def _entering(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "Nineteen drones crossed into Poland", "violated Romania's airspace", "drones were reported over Oryol"."""
    flown = things_of(verb) if verb.lemma_ in SEEING and is_passive(verb) else subjects(verb)
    sky = verb.lemma_ in BREAKING and any(t.lemma_.lower() in AIRS for t in things_of(verb))
    armed = any(item in SENT for item, _ in weapons_in(sentence, flown)) or (sky and _are_flown(sentence, flown))
    if not armed or (verb.lemma_ in SEEING and not is_passive(verb)):
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
    if sky and not any(opponent(s) for s in senders) and _are_flown(sentence, flown):
        return None  # "Polish jets entered Ukrainian airspace"
    if verb.lemma_ == "reach" and not any(opponent(s) for s in senders):
        return None  # "the missiles reached Ukraine" as a gift
    senders = [s for s in senders if opponent(s)] or [s for side in sides[:1] if (s := opponent(side))]
    return Blow(sentence, verb, "reported", senders[:1], sides[:1], [*flown, *skies], breach=sky) if sides else None


def _closing(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "Ukrainian drones forced the closure of Moscow's airports": of those of a side of the war, by the other's weapons."""
    flown = subjects(verb)
    things = [o for t in things_of(verb) for o in ([t, *after(t, "of", "at")] if t.lemma_.lower() in CLOSURES else [t])]
    shut = verb.lemma_ in SHUTTING or any(t.lemma_.lower() in CLOSURES for t in things)
    if not shut or not any(item in SENT for item, _ in weapons_in(sentence, flown)):
        return None
    owned = [s for s in scene.states([r for t in flown for r in owners(scene, sentence, t)]) if opponent(s)]
    sides = [s for t in [*things, *after(verb, "in", "at")] if (s := target_side(scene, sentence, t)) and opponent(s) and s not in owned]
    senders = owned or [foe for s in sides[:1] if (foe := opponent(s))]
    return Blow(sentence, verb, "reported", senders[:1], sides[:1], [*flown, *things]) if sides else None


def _are_flown(sentence: Sentence, tokens: list[Token]) -> bool:
    """ "Three MiG-31 fighters"."""
    inside = {t.i for token in tokens for t in within(token)}
    return any(m.id_of("item") in FLOWN and any(t.i in inside for t in sentence.tokens_of(m)) for m in sentence.mentions)


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


#: Which verbs tell of weapons in the air, and how each sort is read.
RULES = ((ENTERING | SEEING, _entering), (SENDING, _sending), (SHUTTING | PROMPTING, _closing))
