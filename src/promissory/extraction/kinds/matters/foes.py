"""The two sides of the war: who of those named is one, whose land a place is, and the words by which one side calls the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import content
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, things_of
from promissory.extraction.grammar.tree import FINITE, after, children, within
from promissory.extraction.lexicon.forces import SOLDIERS
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone, owner, who
from promissory.extraction.slots.owning import owners
from promissory.extraction.text.gazetteer import Mention

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What the supported side calls the other without its name.
FOES = frozenset("occupier invader enemy aggressor orc occupant".split())
#: Verbs that tell whose deed an attack is, by who does them, and by whom they point at.
OWNING_UP = frozenset("order claim admit commission orchestrate mastermind direct acknowledge organise organize sponsor".split())
POINTING = frozenset("attribute blame pin link trace ascribe tie connect".split())
BLAMING = frozenset("blame condemn fault charge sanction indict".split())
#: Those who strike in small numbers or from hiding.
AGENTS = frozenset(
    "saboteur hacker agent operative gunner partisan commando sniper spy crew pilot artilleryman assassin guerrilla raider".split()
)
#: Troops, and what they do, whose verb the parser may take for a participle ("Russian forces attacked near Lyman").
TROOPS = frozenset("force troop unit soldier army assault-group".split())
ASSAULTS = frozenset("attack advance assault counterattack strike shell storm raid".split())
LOST = SOLDIERS | frozenset("fighter man conscript mercenary recruit officer".split())
BATTLES = frozenset("fighting fight battle combat action war clash".split())
#: Sentences within which "they" are those who attacked before.
REACH = 2
#: The two sides of the war the pack is about.
OPPONENT = {"UA": "RU", "RU": "UA"}
#: How far behind what was struck the words for where it lies may stand.
FAR = 6


def taken_for_participle(sentence: Sentence, verb: Token) -> list[Token]:
    """The troops that act in a sentence without another finite verb, where the parser hangs theirs on them."""
    above = verb.head
    loose = verb.dep_ == "acl" and above.dep_ == "ROOT" and verb.i == above.i + 1 and verb.lemma_ in ASSAULTS
    if not loose or above.lemma_.lower() not in TROOPS or after(verb, "by"):
        return []
    return [] if any(t.tag_ in FINITE for t in sentence.tokens) else [above]


def fell_in_battle(verb: Token) -> bool:
    """ "A hundred soldiers have been killed and 90 wounded in the fighting": losses of an army, not an attack."""
    beside = [t for c in verb.children if c.dep_ == "conj" for t in (c, *children(c, "acl"))]
    where = [t.lemma_.lower() for v in (verb, *beside) for t in after(v, "in", "during")]
    lost = verb.lemma_ in ("kill", "wound", "injure") and any(t.lemma_.lower() in LOST for t in things_of(verb))
    counted = verb.tag_ == "VBN" and verb.dep_ in ("conj", "acl") and verb.lemma_ in ("kill", "wound", "injure")
    return bool(BATTLES.intersection(where)) and ((is_passive(verb) and lost) or counted) and not after(verb, "by")


def is_in_aside(trigger: Token) -> bool:
    """ "Kremlin sees no deal as missiles strike Odesa": in a headline, what happens meanwhile is not what is said."""
    return any(a.dep_ == "advcl" and any(c.lower_ in ("as", "after", "while") for c in a.lefts) for a in (trigger, *trigger.ancestors))


def foe_of(state: str) -> str | None:
    """The side that a side of the war fights."""
    return opponent(state)


def belligerents(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[str]:
    """The sides of the war among those named: themselves, their troops, "the occupiers", "they" of the attack told before."""
    held = [r for t in tokens for r in owners(scene, sentence, content(t))]
    named = scene.states(everyone(scene, sentence, tokens)) or scene.states(held)
    return [s for s in named if opponent(s)] or unnamed_side(scene, sentence, tokens)


def unnamed_side(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[str]:
    """Those whom no name tells: the enemy, and "they" or "it" of the sentence before."""
    foe = opponent(scene.beneficiary)
    if foe and any(t.lemma_.lower() in FOES for t in tokens):
        return [foe]
    return attacker_before(scene, sentence) if any(t.lower_ in ("they", "it") for t in tokens) else []


def foe_before(scene: Scene, sentence: Sentence) -> list[str]:
    """ "The enemy launched 62 strikes. It fired …": the enemy, where it is the subject of the sentence before."""
    before = scene.sentences[sentence.number - 1 : sentence.number] if sentence.number else []
    told = any(t.lemma_.lower() in FOES and t.dep_ == "nsubj" for s in before for t in s.tokens)
    foe = opponent(scene.beneficiary)
    return [foe] if foe and told else []


def attacker_before(scene: Scene, sentence: Sentence) -> list[str]:
    """Who made the attack told last, a sentence or two before."""
    number, attacker = scene.discourse.attacker
    return [attacker] if attacker is not None and sentence.number - number <= REACH else []


def land_of(scene: Scene, sentence: Sentence, token: Token) -> str | None:
    """The side of the war whose land a place or a thing with a place's name is."""
    mention = sentence.at.get(content(token).i)
    if mention is not None and (mention.id_of("person", "surname") or mention.id_of("adjective")):
        return None
    side = target_side(scene, sentence, token)
    return side if side and opponent(side) and _is_named(sentence, token) else None


def _is_named(sentence: Sentence, token: Token) -> bool:
    """Whether a place's own name is the phrase's head, stands before it, or after "of", not only that of its state."""
    own = content(token)
    names = (token, own, *(c for c in own.lefts if c.dep_ in ("compound", "nmod", "amod")), *after(own, "of"))
    return any((m := sentence.at.get(t.i)) and m.id_of("place") for t in names)


def accused(scene: Scene, sentence: Sentence, verb: Token | None) -> list[str]:
    """ "An arson attack was ordered by Moscow", "attributed the blast to the GRU", "was blamed on Russia": those behind it."""
    if verb is None:
        return []
    behind = verb.lemma_ == "be" and any(c.lower_ == "behind" or c.lower_ == "responsible" for c in verb.children)  # "was behind the raid"
    by = actors_of(verb) if verb.lemma_ in OWNING_UP or behind else after(verb, "to", "on") if verb.lemma_ in POINTING else []
    by = by or (things_of(verb) if verb.lemma_ in BLAMING else [])  # "blamed Russian intelligence for the explosion"
    named = scene.states(everyone(scene, sentence, by)) or scene.states([r for t in by for r in owners(scene, sentence, content(t))])
    return [s for s in named if opponent(s)]


def opponent(state: str) -> str | None:
    """The other side of the war, for a state that is one."""
    return OPPONENT.get(state)


def target_side(scene: Scene, sentence: Sentence, token: Token) -> str | None:
    """The state that what was struck belongs to: named, by its owner, or by the place it lies in."""
    token = content(token)
    mention = sentence.at.get(token.i)
    if mention and (state := _state_of_place(scene, mention)):
        return state
    if (one := who(scene, sentence, token)) and (state := scene.namer.state_of(one.id)) and state in scene.pack.actor:
        return _seat_of(scene, state)
    for child in token.lefts:
        if (m := sentence.at.get(child.i)) and (one := owner(m)):
            state = scene.namer.state_of(one.id)
            return _seat_of(scene, state) if state in scene.pack.actor else state
    if state := _owned(scene, sentence, token):
        return state
    aside = {t.i for c in token.children if c.dep_ == "acl" for t in c.subtree}  # "a ship loaded with corn for Egypt"
    inside = {t.i for t in within(token)} - aside
    for m in sentence.mentions:
        if (head := sentence.head_of(m)) is not None and head.head.tag_ == "VBN" and head.head.dep_ == "amod":
            continue  # "a US-funded radio station"
        if (state := _state_of_place(scene, m)) and any(t.i in inside for t in sentence.tokens_of(m)):
            return state
    far = next((t.i for t in sentence.tokens[token.i + 1 : token.i + FAR] if t.lower_ == "far" and t.nbor(-1).lower_ != "so"), None)
    spots = [m for t in sentence.tokens[far + 1 : far + FAR] if (m := sentence.at.get(t.i))] if far is not None else []
    return next((state for m in spots if (state := _state_of_place(scene, m))), None)  # "airfields as far away as Irkutsk"


def _seat_of(scene: Scene, ident: str) -> str:
    """The side of the war whose company or service it is ("attacks on DTEK's plants")."""
    country = scene.pack.actor[ident].country
    return country if country and opponent(country) else ident


def _owned(scene: Scene, sentence: Sentence, token: Token) -> str | None:
    """ "Our power plants", "its airspace": the state of whoever speaks, or of whom the sentence is about."""
    for child in token.lefts:
        if child.dep_ == "poss" and child.lower_ == "its" and (town := _town_before(scene, sentence, child)):
            return town
        if child.dep_ == "poss" and child.lower_ in ("our", "its") and (one := scene.namer.name(sentence, child)):
            state = scene.namer.state_of(one.id)
            return _seat_of(scene, state) if state in scene.pack.actor else None
    return None


def _town_before(scene: Scene, sentence: Sentence, owner: Token) -> str | None:
    """ "Odesa spent a day without power after the raid on its substations": the state of the town that the sentence is about."""
    for m in sentence.mentions:
        head = sentence.head_of(m)
        town = m.id_of("place") in scene.pack.country_of and not m.id_of("actor", "metonym")
        if town and head is not None and head.i < owner.i and head.dep_ in ("nsubj", "nsubjpass"):
            return scene.pack.country_of[str(m.id_of("place"))]
    return None


def _state_of_place(scene: Scene, mention: Mention) -> str | None:
    name = mention.id_of("place")
    if name in scene.pack.country_of:
        return scene.pack.country_of[name]
    actor = mention.id_of("actor", "demonym")
    return actor if actor and scene.pack.actor[actor].type == "state" else None
