"""Finding attacks: a hostile act with its actor, target, means and what it hit. "The war" and "the invasion" alone are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier, content, introducer, whole
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.attacks.absorbing import keep
from promissory.extraction.kinds.attacks.aftermath import aftermaths
from promissory.extraction.kinds.attacks.arming import USES, goes_on, is_armed, is_use_of_arms
from promissory.extraction.kinds.attacks.assailing import LOOSE, WHOLE_WAR, draft_of
from promissory.extraction.kinds.attacks.blows import Blow
from promissory.extraction.kinds.attacks.flying import drawn_in, flights, is_put_out_of_action, on_average
from promissory.extraction.kinds.attacks.homefront import ABOUT
from promissory.extraction.kinds.attacks.intercepting import salvos
from promissory.extraction.kinds.attacks.overflying import overflights
from promissory.extraction.kinds.attacks.resembling import is_figure, is_mishap, is_of_words_or_money, takes_people
from promissory.extraction.kinds.attacks.seizing import seizures
from promissory.extraction.kinds.attacks.strikes import ENDURING, SUFFERING, harmed_above, is_made_abroad, status_of, weapons_in
from promissory.extraction.kinds.attacks.striking import fires_at, is_rate, owners_above, referred_to, said_to_be, those_among
from promissory.extraction.kinds.attacks.toll import tolls
from promissory.extraction.kinds.attacks.warding import is_denied, is_warded_off
from promissory.extraction.kinds.matters.aiming import row_of
from promissory.extraction.kinds.matters.foes import (
    AGENTS,
    accused,
    attacker_before,
    fell_in_battle,
    foe_before,
    opponent,
    taken_for_participle,
    target_side,
    unnamed_side,
)
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that are an attack only with a weapon or an attack as object ("launched missiles", not "launched a programme").
LAUNCHING = frozenset(
    "launch fire carry conduct use employ unleash mount rain drop lob send direct deploy intensify escalate stage aim".split()
)
#: Verbs of coming down, which are an attack only of a weapon ("a missile slammed into").
FALLING = frozenset("slam crash plow plough tear rip fall land impact rain smash hurtle plunge descend explode detonate burst come".split())
#: What stands after "by" and does nothing ("by Kyiv's count").
RECKONINGS = frozenset("count estimate account reckoning tally night day dawn midnight morning evening noon then now mistake".split())
#: Prepositions before what is struck.
GOALS = ("on", "at", "against", "into", "over", "through", "towards", "toward", "across", "onto", "near")
#: Weapons that land without being an attack.
CARRIERS = frozenset("aircraft fighter_jet helicopter tank warship armoured_vehicle bayraktar".split())
#: Verbs that carry an attack's noun in a relative clause ("the attacks that Russia perpetrated").
COMMITTING = frozenset("perpetrate inflict commit carry wage launch conduct mount unleash stage direct make".split())
#: Nouns with what suffers after "of" ("shelling of Kharkiv", but "a barrage of missiles").
SUFFERED = frozenset("shelling bombing bombardment assault siege killing massacre sabotage invasion annexation execution".split())
#: Verbs whose object an attack's noun harms ("a cyber-attack put the registers out of action").
HARMING = frozenset(
    "put paralyse paralyze disrupt hit cripple strike shut disable damage destroy devastate plunge rock shake shred maul batter "
    "tear rip wreck flatten level gut cost empty deprive halve interrupt disable ruin".split()
)
#: Nouns of many at once, an attack only of weapons ("a wave of drones").
CROWDS = frozenset("wave swarm fusillade volley torrent hail flurry stream shower rain cascade".split())
#: Nouns that are an attack only against something that can be struck ("the campaign against the grid").
EFFORTS = frozenset(("campaign",))
#: Verbs that harm only where a weapon or an attack does it ("a missile took out the substation").
ARMED_ONLY = frozenset(
    "take wipe cut leave claim cost inflict force chase stalk harass ignite disable disrupt spark start bury trap scatter litter rattle "
    "shake deprive halve shut interrupt darken black maim hurt strip knock".split()
)
#: What an attack forces; whoever is forced to do something is not struck.
STANDSTILLS = frozenset(
    "closure shutdown evacuation blackout outage halt suspension stop cancellation diversion cut interruption stoppage rationing "
    "close shut suspend cancel divert evacuate ration interrupt".split()
)
#: What of weapons harms nobody but those who are without them.
WANTS = frozenset("lack shortage absence dearth scarcity want delay deficit supply delivery arrival".split())
#: What belongs to the attacker ("the assault of Putin's war").
WARS = frozenset("war aggression army force troop regime campaign".split())
#: What an attack leaves, before which the parser takes its noun for a verb.
TRACES = frozenset("aftermath damage debris site scene consequence victim survivor casualty".split())
#: How far behind "set" the words for burning may stand.
ABLAZE = 14
#: Verbs by which an attack brings about fires and damage.
CAUSING = frozenset("cause spark ignite trigger start inflict provoke".split())
#: Verbs that tell of an attack what it was made with.
USING = frozenset("involve include comprise use see feature employ".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of attacks in a sentence, one for each pair of sides, place and day."""
    kept: list[Draft] = []
    about = scene.focus >= ABOUT or (scene.discourse.attacker[1] or "") == opponent(scene.beneficiary)
    met = list(salvos(scene, sentence, about))
    told = {blow.trigger.i for blow in met}
    for token, frame in triggers(scene.pack, sentence, "attack"):
        if frame.role != "attack" or token.i in told:
            continue
        told.add(token.i)
        blow = _of_verb(scene, sentence, token) if frame.pos == "VERB" else _of_noun(scene, sentence, token)
        keep(kept, draft_of(scene, blow) if blow else None)
    for verb in (t for t in sentence.tokens if t.i not in told and (_sets_ablaze(t) or is_put_out_of_action(t))):
        blow = _of_verb(scene, sentence, verb)
        keep(kept, draft_of(scene, blow) if blow else None)
    left = list(aftermaths(scene, sentence, about))
    left += tolls(scene, sentence, about)
    for blow in (*met, *seizures(scene, sentence), *overflights(scene, sentence), *flights(scene, sentence), *left):
        keep(kept, draft_of(scene, blow))
    actor = next((d.parties["actor"][0] for d in kept if "actor" in d.parties), None)
    if actor:
        scene.discourse.attacker = (sentence.number, actor)
    yield from kept


def _sets_ablaze(verb: Token) -> bool:
    """ "Set a fuel depot near Lipetsk ablaze", "set the depot on fire", wherever the parser hangs the fire."""
    if verb.lemma_ != "set" or verb.pos_ != "VERB" or is_passive(verb) or not children(verb, "dobj"):
        return False
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + ABLAZE]]
    return any(word in ("ablaze", "alight", "aflame") or behind[n : n + 2] == ["on", "fire"] for n, word in enumerate(behind))


def _of_verb(scene: Scene, sentence: Sentence, verb: Token) -> Blow | None:
    """ "Russia shelled Kharkiv", "the station was hit by missiles", "missiles struck a mall"."""
    if verb.dep_ == "amod":
        return None  # "besieged Kyiv"
    status = status_of(scene, sentence, verb)
    things = things_of(verb) or on_average(verb)
    if active := taken_for_participle(sentence, verb):
        things = []
    if verb.dep_ == "advcl" and all(t.lower_ in ("it", "they") for t in things):
        things = [s for t in things[:1] for s in subjects(verb.head) if (m := sentence.at.get(s.i)) and m.id_of("place")] or things
    things += those_among(verb)
    things += [s for s in referred_to(verb, things) if s not in things]
    traces = verb.tag_ == "VBG" and bool(things) and all(t.lemma_.lower() in TRACES for t in things)  # "police film shelling damage"
    things = [] if traces else things
    acting = active or _blow_before(scene, sentence, verb) or ([] if traces else actors_of(verb)) or drawn_in(sentence, verb)
    doers = [content(d) for d in acting if d.lemma_.lower() not in RECKONINGS]
    if status is None or (verb.lemma_ == "shoot" and any(c.lower_ == "down" for c in verb.children)):
        return None
    if is_passive(verb) and things and verb.lemma_ == "target" and _is_attack(scene, sentence, things):
        return None  # "the attack could have been targeted at civilians"
    unarmed = not weapons_in(sentence, [*doers, *after(verb, "with")])
    if is_rate(sentence, verb, things) or takes_people(verb, things) or is_mishap(verb, doers) or any(is_figure(d) for d in doers):
        return None
    if unarmed and is_of_words_or_money(doers, things):
        return None
    if fell_in_battle(verb) or is_denied(scene, sentence, verb):
        return None
    if (verb.lemma_ == "burn" and (not things or verb.tag_ == "VBG")) or (verb.lemma_ == "fall" and children(verb, "acomp")):
        return None  # "the depot burned" is told as what an attack left; "the guns fell silent"
    if verb.lemma_ in LAUNCHING - FALLING and not _launches(scene, sentence, things) and not fires_at(verb):
        return None
    flown = any(item not in CARRIERS for item, _ in weapons_in(sentence, doers))
    flown = flown or (verb.lemma_ == "rain" and _launches(scene, sentence, things))  # "rained missiles on"
    if verb.lemma_ in FALLING and not flown and not goes_on(scene, sentence, doers):
        return None
    launched = verb.lemma_ in LAUNCHING - FALLING
    aimed = [t for v in (verb, *things) for t in after(v, *GOALS)]
    struck = aimed or (things if fires_at(verb) else []) if launched else [*things, *after(verb, *GOALS)]
    if verb.lemma_ in ("use", "employ") and is_passive(verb) and status == "threatened" and not aimed:
        return None  # "the drones will be used by Ukraine": what arms are for
    struck += [t for d in doers for v in children(d, "acl") for t in after(v, "into", "inside", "at", "for", "towards", "toward", "across")]
    if any(d.lemma_.lower() in AGENTS for d in doers):  # "saboteurs blew up a line in Poland"
        struck += after(verb, "in", "at", "near")
    sides = _sides(scene, sentence, struck)
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and not any(opponent(s) for s in sides):
        sides = []  # "hit a ship in Odesa, killing four Syrians" goes on about the ship
    named = _attackers(scene, sentence, doers, sides)
    sides = [s for s in sides if s not in named or not _are_sides(sentence, doers)]  # "Russian troops shelled villages in Kursk"
    blows = after(verb, "in", "during") if verb.lemma_ in LOOSE else []  # "damaged in an overnight bombardment"
    more = goes_on(scene, sentence, doers)
    named = named or (attacker_before(scene, sentence) if more else [])
    struck_by = _is_attack(scene, sentence, [*doers, *blows])
    armed = bool(weapons_in(sentence, doers) or more or struck_by)
    if doers and not named and not armed and verb.lemma_ in LOOSE:
        return None
    disarmed = not (flown or more or struck_by) or any(d.lemma_.lower() in WANTS for d in doers)
    if verb.lemma_ in ARMED_ONLY and disarmed and not is_put_out_of_action(verb):
        return None
    if verb.lemma_ == "force" and not any(t.lemma_.lower() in STANDSTILLS for t in (*things_of(verb), *children(verb, "xcomp", "ccomp"))):
        return None
    if verb.tag_ == "VBG" and verb.lemma_ in LOOSE and not armed and not _are_sides(sentence, doers):
        return None  # "the block collapsed, killing 23"
    if named and not _is_side(scene, named) and not armed:
        return None
    means = [
        *(t for t in after(verb, "with", "by", "using", *(("from",) if fires_at(verb) else ())) if t.head.lemma_ not in RECKONINGS),
        *said_to_be(verb),
        *blows,
        *(t for b in blows for t in after(b, "of", "with")),
    ]
    marks = [] if launched or verb.lemma_ in FALLING else things
    return Blow(sentence, verb, status, named, sides, [*things, *struck, *doers, *means], marks)


def _attackers(scene: Scene, sentence: Sentence, doers: list[Token], sides: list[str]) -> list[str]:
    """The states of those who act, of whose weapons or attack it is, or whom a word for the enemy or "it had hit a Russian depot" means."""
    by = [t for d in doers for t in (*agents(d), *after(d, "by"))]  # "shelling by Ukrainian forces killed six"
    named = [s for s in scene.states(everyone(scene, sentence, [*doers, *owners_above(doers), *by])) if s in scene.pack.actor]
    if doers and all(d.lower_ in ("it", "they") for d in doers) and foe_before(scene, sentence):
        return foe_before(scene, sentence)
    crew = any(d.lemma_.lower() in AGENTS for d in doers)
    if not named and (crew or weapons_in(sentence, doers) or _is_attack(scene, sentence, doers)):
        owned = [r for d in doers if not is_made_abroad(d) for r in owners(scene, sentence, d)]
        named = [s for s in scene.states(owned) if s in scene.pack.actor]
    if named or any(r.person for r in everyone(scene, sentence, doers)):
        return named
    said = bool(doers) and len(sides) == 1 and all(d.lower_ in ("it", "they", "he", "she", "we") for d in doers)
    return [foe for s in sides if (foe := opponent(s))] if said else unnamed_side(scene, sentence, doers)


def _blow_before(scene: Scene, sentence: Sentence, verb: Token) -> list[Token]:
    """ "Attacks on Kyiv and Odesa, which injured fifty people": the attack, though the clause hangs on the last town."""
    if verb.dep_ != "relcl" or verb.lemma_ not in LOOSE or not any(t.lower_ in ("which", "that") for t in verb.lefts):
        return []
    above = list(verb.head.ancestors)[:4] if verb.head.i in sentence.at else []
    return [t for t in above if _is_attack(scene, sentence, [t])][:1]


def _of_noun(scene: Scene, sentence: Sentence, noun: Token) -> Blow | None:
    """ "A Russian missile strike on a mall", "shelling of Kharkiv"; not what is only feared or warded off."""
    status = status_of(scene, sentence, noun)
    if status is None or noun.dep_ in ("compound", "nmod") or is_warded_off(noun) or is_figure(noun):
        return None
    if noun.lemma_.lower() in CROWDS and not weapons_in(sentence, [noun, *after(noun, "of")]):
        return None
    if noun.lemma_.lower() in EFFORTS and not is_armed(sentence, noun):
        return None
    if noun.lemma_.lower() in USES and not is_use_of_arms(scene, sentence, noun):
        return None
    begun = whole(noun) is not noun and whole(noun).lemma_.lower() in ("start", "beginning", "outset")
    if noun.lemma_.lower() in WHOLE_WAR and (begun or introducer(noun) in ("since", "after", "before")):
        return None
    doers = scene.states(list(owners(scene, sentence, noun))) if not is_made_abroad(noun) else []
    doers += scene.states(everyone(scene, sentence, [*after(noun, "by"), *after(whole(noun), "by")]))
    verb = carrier(noun)
    if verb is not None and verb.lemma_ in LAUNCHING | COMMITTING and noun.dep_ == "dobj":
        doers += scene.states(everyone(scene, sentence, actors_of(verb)))
    elif verb is not None and verb.lemma_ in LAUNCHING and is_passive(verb):
        doers += scene.states(everyone(scene, sentence, agents(verb)))
    if verb is not None and noun.dep_ == "nsubj" and verb.lemma_ in ("come", "originate", "emanate"):
        doers += scene.states(everyone(scene, sentence, after(verb, "from")))
    if verb is not None and (noun.dep_ in ("dobj", "nsubjpass") or introducer(noun) in ("behind", "for")):
        doers += accused(scene, sentence, verb)
    carried = [v for v in noun.children if v.dep_ == "relcl" and v.lemma_ in COMMITTING]
    doers += scene.states(everyone(scene, sentence, [s for v in carried for s in actors_of(v) if s.i != noun.i]))
    doers = doers or [s for n in row_of(noun) for s in scene.states(list(owners(scene, sentence, n))) if opponent(s)]  # "its campaign of"
    struck = [t for v in carried for t in after(v, "on", "against", "at", "in")]
    struck += [o for v in children(noun, "relcl") if v.lemma_ in HARMING | SUFFERING | {"set"} for o in things_of(v) if o.i != noun.i]
    if introducer(noun) == "under" and verb is not None and verb.lemma_ in ("come", "be", "remain", "live", "spend", "sit", "stay"):
        if is_of_words_or_money([*after(noun, "from", "by"), *after(verb, "from")], subjects(verb)):
            return None  # "the budget came under attack from the opposition"
        struck += subjects(verb)
    elif noun.lemma_.lower() == "fire":
        return None  # a blaze, or fire in general
    if verb is not None and verb.lemma_ in ENDURING and noun.dep_ == "dobj":
        struck += subjects(verb)
    suffered = after(noun, "of") if noun.lemma_.lower() in SUFFERED else []
    struck += [t for t in suffered if t.lemma_.lower() not in WARS]
    struck += (
        after(noun, "on", "against", "at", "in", "to", "into", "over", "near")
        or after(whole(noun), "on", "against", "at")
        or [t for n in row_of(noun) for t in after(n, "against")]
    )
    struck += [t for c in children(noun, "npadvmod") for t in after(c, "on", "against", "at")]  # "a barrage Thursday on Kharkiv"
    if noun.lemma_.lower() in USES:
        struck += [t for o in after(noun, "of") for t in after(o, "against", "at", "on")]
    if verb is not None and verb.lemma_ in LAUNCHING:
        struck += after(verb, "on", "against", "at", "into")
    if verb is not None and noun.dep_ == "nsubj" and verb.lemma_ in HARMING:
        struck += [*things_of(verb), *children(verb, "dative")]
    harmed = harmed_above(noun)
    sides = _sides(scene, sentence, struck) or _sides(scene, sentence, [t for t in harmed if not weapons_in(sentence, [t])])
    actors = [d for d in dict.fromkeys(doers) if d in scene.pack.actor and d not in sides and not _is_friend(scene, d, sides)]
    harming = verb is not None and noun.dep_ == "nsubj" and verb.lemma_ in HARMING | SUFFERING
    marks = things_of(verb) if harming and verb is not None else []
    return Blow(sentence, noun, status, actors, sides, [noun, *struck, *_told_of(noun, verb), *harmed], marks)


def _is_friend(scene: Scene, doer: str, sides: list[str]) -> bool:
    """Whether one who is said to attack stands by the one attacked: then the words mean somebody else ("a message … about its assault")."""
    return sides == [scene.beneficiary] and bool(opponent(scene.beneficiary)) and doer in scene.pack.actor and doer not in ADVERSARIES


def _told_of(noun: Token, verb: Token | None) -> list[Token]:
    """What an attack's phrase and verb say of its weapons and of what it did ("the barrage, which cut power, involved 70 missiles")."""
    found = [t for v in noun.children if v.dep_ == "relcl" and v.lemma_ in USING | SUFFERING for t in things_of(v) if t.i != noun.i]
    found += after(noun, "from", "with", "of", "by", "using", "involving")
    if verb is not None and noun.dep_ == "nsubj" and verb.lemma_ in SUFFERING | {"deprive"}:  # "left three districts without electricity"
        found += [*things_of(verb), *after(verb, "without", "of", "into"), *(t for o in things_of(verb) for t in after(o, "without"))]
    if verb is not None and noun.dep_ == "nsubj" and verb.lemma_ in USING:
        found += things_of(verb)
    if verb is not None and noun.dep_ == "nsubj" and verb.lemma_ in CAUSING:  # "sparked a fire at a depot", "caused damage to"
        found += [t for v in (verb, *things_of(verb)) for t in after(v, "at", "in", "to", "on")]
    return [*found, *(after(verb, "from", "with", "by") if verb is not None else [])]


def _launches(scene: Scene, sentence: Sentence, things: list[Token]) -> bool:
    """Whether a weapon is launched at something; an attack noun as object is read by the rule for nouns."""
    inside = [o for t in things if t.lemma_ == "package" for o in after(t, "of")]  # "a strike package of 40 missiles"
    heads = {i for t in (*things, *inside) for i in (t.i, content(t).i, *(c.i for c in t.lefts if c.dep_ in ("compound", "nmod")))}
    named = [m for _, m in weapons_in(sentence, things)]
    return any(t.i in heads for m in named for t in sentence.tokens_of(m)) and not _is_attack(scene, sentence, things)


def _is_attack(scene: Scene, sentence: Sentence, tokens: list[Token]) -> bool:
    nouns = {t.i for t, f in triggers(scene.pack, sentence, "attack") if f.pos == "NOUN"}
    return any(t.i in nouns for t in tokens)


def _are_sides(sentence: Sentence, doers: list[Token]) -> bool:
    """Whether those who act are named or are troops, not things or places that belong to a side."""
    named = any((m := sentence.at.get(d.i)) and m.id_of("actor", "demonym", "metonym", "person", "surname") for d in doers)
    return named or any(d.pos_ == "PRON" or d.lemma_.lower() in WARS | {"soldier", "fighter", "unit", "militant"} for d in doers)


def _is_side(scene: Scene, named: list[str]) -> bool:
    return any(s == scene.beneficiary or opponent(s) for s in named)


def _sides(scene: Scene, sentence: Sentence, struck: list[Token]) -> list[str]:
    named = [(s, t) for t in struck if t.pos_ != "PRON" and (s := target_side(scene, sentence, t))]
    if named and scene.focus >= ABOUT and all(opponent(s) is None and _is_by_pronoun(t) for s, t in named):
        return [scene.beneficiary]  # "Oslo will help the country after strikes on its grid"
    return list(dict.fromkeys(s for s, _ in named))


def _is_by_pronoun(thing: Token) -> bool:
    """ "Its power grid", "the country's grid": whose it is, only a pronoun or a word for a country says."""
    owners_ = [*children(thing, "poss"), *after(thing, "of")] or [thing]
    return bool(owners_) and all(t.tag_ == "PRP$" or t.lemma_.lower() in ("country", "nation") for t in owners_)
