"""What an attack's words say of its sides, its weapons and what it hit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import GONE, carrier, introducer, modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, subjects, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.attacks.sites import topic_of
from promissory.extraction.kinds.matters.aiming import FUTURE, is_going, is_still_to_come, is_unreal
from promissory.extraction.kinds.matters.foes import opponent
from promissory.extraction.lexicon.forces import SOLDIERS, UNITS
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.text.gazetteer import Mention

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What the word for an attack says of its means.
MEANS_OF = {
    "shelling": "shells", "shell": "shells", "airstrike": "airstrike", "air strike": "airstrike", "bombing": "bomb", "bomb": "bomb",
    "cyberattack": "cyber", "cyber attack": "cyber", "cyber-attack": "cyber", "hack": "cyber", "hacking": "cyber",
    "bombardment": "artillery", "sabotage": "sabotage",
}  # fmt: skip
#: Topics that can be what an attack hit.
TARGETS = frozenset(
    "civilian energy infrastructure transport military government industry logistics naval police health nuclear food humanitarian "
    "culture".split()
)
WEAPONS = frozenset(
    "missile cruise_missile ballistic_missile icbm iskander kinzhal oreshnik kalibr onyx atacms storm-shadow scalp taurus "
    "long_range_missile anti_ship_missile harpoon neptune drone fpv_drone bayraktar switchblade shahed naval_drone artillery howitzer "
    "mlrs himars m270 mortar ammunition shells cluster_munition rocket mine grenade explosive grenade_launcher bomb glide_bomb "
    "airstrike cyber sabotage chemical nuclear s-300 tank fighter_jet aircraft helicopter warship long_range_weapon armoured_vehicle "
    "rifle gun".split()
)
#: Broader names that a reader would enter beside the weapon's own.
BROADER = {
    "cruise_missile": "missile", "ballistic_missile": "missile", "icbm": "missile", "iskander": "missile", "kinzhal": "missile",
    "oreshnik": "missile", "kalibr": "missile", "onyx": "missile", "atacms": "missile", "storm-shadow": "missile", "scalp": "missile",
    "long_range_missile": "missile", "anti_ship_missile": "missile", "harpoon": "missile", "neptune": "missile", "rocket": "missile",
    "fpv_drone": "drone", "shahed": "drone", "bayraktar": "drone", "naval_drone": "drone", "glide_bomb": "bomb", "howitzer": "artillery",
    "mortar": "artillery", "shells": "artillery", "mlrs": "artillery", "s-300": "missile",
}  # fmt: skip
#: Nouns in the names of units.
NAMED = UNITS | frozenset("corps army fleet flotilla".split())
UNREAL = frozenset("possible potential future further any alleged feared imminent".split())
#: Verbs that say of an attack that it takes place: their mood is its own.
HAPPENING = frozenset("be come happen occur follow continue resume begin start intensify escalate increase take stop cease go hit".split())
DEFINITE = frozenset("the this these those that".split())
#: Towns and land that the other side has held since before the war at large.
HELD = frozenset(
    (
        "Crimea",
        "Sevastopol",
        "Saky",
        "Kerch",
        "Simferopol",
        "Dzhankoi",
        "Yevpatoria",
        "Feodosia",
        "Kerch Strait",
        "Belbek",
        "Yalta",
        "Armiansk",
    )
)
#: Weapons that only the supported side has.
LENT = frozenset("atacms storm-shadow scalp himars m270 harpoon taurus switchblade neptune".split())
CASUALTY = frozenset("kill injure wound dead die death casualty victim injured wounded fatality life hurt perish body toll".split())
#: Those who are killed as civilians, and those who are not.
PEOPLE = frozenset(
    "people person child civilian resident woman man girl boy teenager baby family worker employee passenger pensioner villager inhabitant "
    "student pupil doctor patient rescuer paramedic journalist worshipper mother father sister brother passer-by bystander shopper "
    "driver farmer volunteer medic firefighter local year-old".split()
)
INHABITED = frozenset("civilian residential populated inhabited built-up".split())
#: Words in the names of what may be struck, and its topics.
SITES = (
    ("nuclear", ("nuclear", "energy")), ("npp", ("nuclear", "energy")), ("hydro", ("energy",)), ("thermal", ("energy",)),
    ("refinery", ("energy", "industry")), ("bridge", ("infrastructure", "transport")), ("airport", ("infrastructure", "transport")),
    ("airfield", ("military",)), ("air base", ("military",)), ("railway", ("transport",)),
)  # fmt: skip
#: What a strike on the grid leaves behind.
WITHOUT_POWER = re.compile(
    r"\b(?:without|no|hardly any|scarcely any|little|los(?:t|e|es|ing)|depriv\w+(?: \w+){1,5} of) "
    r"(?:its |their |all |any )?(?:power|electricity|heat|heating|light)\b"
    r"|\b(?:blackouts?|power (?:cuts?|outages?|failures?))\b|\binto (?:the dark|darkness)\b"
    r"|\b(?:power|electricity|heating|lights?) (?:was |were |had |has |is |are )?(?:been )?(?:fail(?:s|ed)|knocked out|cut off|went out)\b",
    re.I,
)
#: Where people live; who strikes there strikes them ("missiles at cities far from the front").
SETTLED = (
    frozenset(
        "city town village neighbourhood neighborhood suburb settlement community building high-rise skyscraper dormitory hostel".split()
    )
    | PEOPLE
)
#: Those of the other side who are in the country to fight.
INVADERS = frozenset("russians occupiers invaders aggressors orcs".split())
#: How one of several things that were struck hangs on the first ("power stations and cities").
ROW = ("conj", "dobj", "nsubjpass")
FIGHTERS = SOLDIERS | frozenset("fighter prisoner defender cadet militant mercenary officer".split())


#: Services that a report of an attack names without their country: those of the country that is hit.
HOME_ORGANS = {
    "air-force": "Air-Force-of-Ukraine", "general-staff": "General-Staff-of-Ukraine",
    "emergency-service": "State-Emergency-Service-of-Ukraine", "emergency-services": "State-Emergency-Service-of-Ukraine",
    "state-emergency-service": "State-Emergency-Service-of-Ukraine", "energy-ministry": "Ministry-of-Energy-of-Ukraine",
    "interior-ministry": "Ministry-of-Internal-Affairs-of-Ukraine",
}  # fmt: skip
FEARS = frozenset("fear worry concern suspicion".split())
#: What weapons are said to be able to do.
REACHING = frozenset(("can", "could", "may", "might", "would"))
#: Verbs and nouns of leave that others give.
LEAVE = frozenset("allow permit let authorise authorize permission approval green-light".split())


def name_home_organs(scene: Scene, draft: Draft) -> None:
    """ "The air force said": that of the country attacked."""
    if draft.parties.get("target") == [scene.beneficiary] and "attributed_to" in draft.slots:
        draft.slots["attributed_to"] = tuple(HOME_ORGANS.get(who, who) for who in draft.slots["attributed_to"])


def status_of(scene: Scene, sentence: Sentence, trigger: Token) -> str | None:
    """reported, or threatened for what may come; None for what is denied or only asked about."""
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else carrier(trigger)
    if verb is None:
        return None if is_still_to_come(trigger, None) else "reported"
    if trigger.i == verb.i and is_unreal(verb):
        return None
    if trigger.i != verb.i and (modifiers(trigger) & UNREAL or is_still_to_come(trigger, verb)):
        return None
    if trigger.i != verb.i and modifiers(trigger) & GONE:
        return "reported"  # "will meet in answer to the latest strikes"
    if trigger.i != verb.i and introducer(trigger) in ("after", "following") and scene.mood(sentence, verb).tense == "future":
        return "reported"  # "will send more after the strikes on the grid"
    if verb.dep_ == "pcomp" and verb.head.lower_ == "before" and scene.mood(sentence, verb.head.head).modal:
        return None  # "before launching an attack they would step up threats"
    mood = scene.mood(sentence, verb)
    if (mood.negated or mood.under("refuse")) and trigger.i == verb.i:
        return None
    if trigger.i == verb.i and mood.tense in ("progressive", "infinitive") and verb.dep_ in ("xcomp", "pcomp") and mood.under("consider"):
        return "threatened"
    if mood.modal and trigger.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ not in HAPPENING:
        return "reported" if any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in trigger.lefts) else None  # "a strike would trigger"
    if verb.dep_ == "relcl" and mood.modal in REACHING and weapons_in(sentence, [verb.head]):
        return None  # "rockets that could strike Russia": how far they reach
    if any(a.lemma_.lower() in FEARS and a.pos_ == "NOUN" for a in verb.ancestors):
        return None  # "fears that the missiles would be used to attack Moscow"
    if any(a.lemma_ in LEAVE for a in verb.ancestors) and scene.beneficiary in scene.states(scene.named(sentence, actors_of(verb))):
        return None  # "warned against allowing missiles to be fired by Ukraine into Russia"
    if trigger.i != verb.i and verb.lemma_ in ("seem", "appear", "look", "be") and _is_only_thought(verb):
        return None  # "when an attack seemed imminent"
    if mood.modal in ("may", "might", "would", "could", "can") and scene.beneficiary in scene.states(
        scene.named(sentence, actors_of(verb))
    ):
        return None  # what the one who is supported may do is no threat but a question of leave
    if mood.modal in ("should", "must", "can", "could") and scene.beneficiary != "RU" and not mood.under("say"):
        return "threatened" if mood.modal == "could" else None
    if mood.tense == "future" or is_going(verb) or mood.modal in ("may", "might", "would", "could"):
        return "threatened"
    planned = any(a.lemma_ in FUTURE for a in verb.ancestors if a.pos_ in ("VERB", "NOUN"))
    if planned and (mood.tense in ("infinitive", "future") or mood.modal):
        return "threatened"
    return None if mood.conditional and mood.tense != "past" else "reported"


def _is_only_thought(verb: Token) -> bool:
    return any(
        t.lower_ in ("imminent", "likely", "unlikely", "possible", "inevitable", "close", "near") for t in children(verb, "acomp", "oprd")
    )


def weapons_in(sentence: Sentence, tokens: list[Token]) -> list[tuple[str, Mention]]:
    """The weapons named in the phrases."""
    wanted = {t.i for token in tokens for t in _whole_row(token)}
    return [
        (item, m)
        for m in sentence.mentions
        if (item := m.id_of("item")) in WEAPONS
        and item is not None
        and any(t.i in wanted for t in sentence.tokens_of(m))
        and not _names_unit(sentence, m)
    ]


def _whole_row(token: Token) -> list[Token]:
    """The phrase, with the rest of a row whose second member the parser takes for an apposition ("60 drones, 12 bombs and a missile")."""
    rest = [c for c in children(token, "appos") if children(c, "cc") and children(c, "conj")]
    return [*within(token), *(t for c in rest for t in within(c))]


def _names_unit(sentence: Sentence, mention: Mention) -> bool:
    """ "The 150th Rifle Division", "the 810th Naval Infantry Brigade": what a unit is called."""
    head = sentence.head_of(mention)
    return (
        head is not None and head.tag_ == "NNP" and any(t.lemma_.lower() in NAMED and t.tag_ == "NNP" for t in (head.head, head.head.head))
    )


def fill_means(draft: Draft, sentence: Sentence, trigger: Token, phrases: list[Token], marks: list[Token]) -> None:
    """The weapons in the attack's phrases that are not what it hit ("a missile depot"), and what its own word implies."""
    struck = [t for mark in marks if mark.i != trigger.i for t in (mark, *after(mark, "of"))]
    hit = {t.i for mark in struck for t in (mark, *(c for c in mark.lefts if c.dep_ in ("compound", "nmod", "amod")))}
    found = weapons_in(sentence, [trigger, *phrases]) if trigger.pos_ != "VERB" else weapons_in(sentence, phrases)
    found = [(item, m) for item, m in found if not any(t.i in hit for t in sentence.tokens_of(m))]
    means = [item for item, _ in found]
    means += [BROADER[item] for item in means if item in BROADER]
    implied = MEANS_OF.get(trigger.lemma_.lower())
    if trigger.lemma_.lower() == "shell" and trigger.pos_ == "VERB":
        implied = "shells"
    if implied:
        means += [implied, *([BROADER[implied]] if implied in BROADER else [])]
    if means:
        draft.slots["means"] = tuple(dict.fromkeys(means))
        start = found[0][1] if found else None
        draft.grounds["means"] = (sentence.start + start.start, sentence.start + start.end) if start else sentence.bounds(trigger)


def fill_hit(draft: Draft, sentence: Sentence, phrases: list[Token]) -> None:
    """The topics of what was struck; people killed are civilians unless they are troops."""
    wanted = {t.i for token in phrases for t in _whole_row(token)}
    hit: list[str] = []
    for mention in sentence.mentions:
        names = [n.id for n in mention.names if n.type == "topic" and n.id in TARGETS]
        if names and any(t.i in wanted for t in sentence.tokens_of(mention)) and not _names_unit(sentence, mention):
            hit += [n for n in names if n not in hit]
            draft.grounds.setdefault("hit", (sentence.start + mention.start, sentence.start + mention.end))
    for mention in sentence.mentions:  # "the Zaporizhzhia nuclear power plant", which has a name of its own
        named = mention.id_of("actor", "place") and any(t.i in wanted for t in sentence.tokens_of(mention))
        told = [topic for word, topics in SITES if named and word in sentence.text[mention.start : mention.end].lower() for topic in topics]
        hit += [n for n in dict.fromkeys(told) if n not in hit]
        if told:
            draft.grounds.setdefault("hit", (sentence.start + mention.start, sentence.start + mention.end))
    if "energy" not in hit and (dark := WITHOUT_POWER.search(sentence.text)):
        hit.append("energy")
        draft.grounds.setdefault("hit", (sentence.start + dark.start(), sentence.start + dark.end()))
    civil = next((t for t in sentence.tokens if t.i in wanted and t.lower_ in INHABITED), None)
    if civil is not None and "civilian" not in hit:
        hit.append("civilian")  # "civilian infrastructure" is both
        draft.grounds.setdefault("hit", sentence.bounds(civil))
    lived_in = next((t for t in phrases if t.lemma_.lower() in SETTLED and (not hit or t.dep_ in ROW)), None)
    if not set(hit) & {"civilian", "military"} and (people := _people_killed(sentence) or lived_in) is not None:
        hit.append("civilian")
        draft.grounds.setdefault("hit", sentence.bounds(people))
    if not hit and (site := next((t for t in sentence.tokens if t.i in wanted and topic_of(t)), None)) is not None:
        hit.append(str(topic_of(site)))
        draft.grounds.setdefault("hit", sentence.bounds(site))
    if hit:
        draft.slots["hit"] = tuple(hit)


#: Verbs whose subject is the one attacked.
ENDURING = frozenset("suffer endure face withstand survive resist sustain experience undergo take receive absorb".split())
#: Verbs of suffering, whose clause an attack's noun comes after ("the plant lost power after a strike", "people died in the attack").
SUFFERING = frozenset(
    "lose die suffer leave kill damage destroy wound injure hurt perish burn collapse be cut plunge disrupt "
    "ruin wreck knock go repair restore reconnect shake rock break catch rage erupt".split()
)


#: What works stop after an attack ("the refinery halted production after the raid"), and such works.
IDLING = frozenset("halt stop suspend reduce lower cut close shut cease pause idle run".split())
PLANTS = frozenset("plant refinery station depot airport port factory mill works reactor terminal school hospital metro railway".split())


def harmed_above(noun: Token) -> list[Token]:
    """What the clause around "after a strike", "in the bombardment" says was harmed: its subject and object."""
    verb = carrier(noun)
    if introducer(noun) in ("after", "following") and verb is not None and verb.lemma_ in IDLING:
        return [s for s in subjects(verb) if s.lemma_.lower() in PLANTS]
    lost = introducer(noun) == "to" and verb is not None and verb.lemma_ == "lose"  # "half the capacity was lost to attacks"
    within_it = lost or introducer(noun) in ("after", "in", "following", "by", "from", "during")
    if not within_it or verb is None or verb.lemma_ not in SUFFERING:
        return []
    burning = (
        after(verb, "at", "in", "on") if verb.lemma_ in ("break", "catch", "burn", "rage", "erupt") else []
    )  # "fire broke out at a depot"
    return [*subjects(verb), *things_of(verb), *after(verb, "without"), *burning]


def is_made_abroad(noun: Token) -> bool:
    """ "Iranian-made drones", "North Korean-supplied shells": the maker is not the one who fires."""
    return any(t.lower_ in ("made", "built", "supplied", "designed", "produced", "provided") and t.tag_ == "VBN" for t in noun.lefts)


def _people_killed(sentence: Sentence) -> Token | None:
    if not has_casualties(sentence):
        return _one_killed(sentence)
    words = {t.lemma_.lower() for t in sentence.tokens}
    if words & FIGHTERS or any(t.lower_ in INVADERS and _suffers(t) for t in sentence.tokens):
        return None
    named = next((t for t in sentence.tokens if t.lemma_.lower() in PEOPLE), None)
    # "leaving 18 dead", "16 lives": those whom nothing calls troops
    return named or next((t for t in sentence.tokens if t.lower_ in CASUALTY or t.lemma_.lower() in CASUALTY), None)


def _one_killed(sentence: Sentence) -> Token | None:
    """ "Killed a producer": somebody of a trade who is not said to fight, of whom no number is told."""
    killed = [t for v in sentence.tokens if v.lemma_ in ("kill", "wound", "injure") for t in things_of(v)]
    return next((t for t in killed if is_human(t.lemma_.lower()) and t.lemma_.lower() not in FIGHTERS | INVADERS and not t.like_num), None)


def _suffers(one: Token) -> bool:
    """Whether somebody may be among the dead and hurt: "two Russians died", and not "Russians dropped a bomb"."""
    if one.dep_ == "nsubj":
        return one.head.lemma_.lower() in CASUALTY and not children(one.head, "dobj")
    return not (one.dep_ == "pobj" and one.head.lower_ == "by")


def has_casualties(sentence: Sentence) -> bool:
    """Whether a number of dead or hurt is told."""
    told = [t for t in sentence.tokens if t.lemma_.lower() in CASUALTY or t.lower_ in CASUALTY]
    return bool(told) and bool(sentence.numbers)


def _holder(scene: Scene, draft: Draft, targets: list[str]) -> str | None:
    """Who holds what was struck, where that is not whose land it is: since 2022 what falls on Crimea falls on its occupier.

    So does whatever was made by the allies, and what the occupier's ministry reports of such places.
    """
    foe = opponent(scene.beneficiary)
    western = bool(LENT & set(draft.slots.get("means", ())))
    held = draft.slots.get("place") in HELD and str(draft.slots.get("date", scene.discourse.first))[:4] >= "2022"
    own = all(t in (scene.beneficiary, foe) for t in targets)
    return foe if own and (western or held) else None


def add_actor(scene: Scene, draft: Draft, doers: list[str], sufferers: list[str]) -> None:
    """Both sides; one that the text leaves out follows from the other, or from the place, in a war of two."""
    actors = [d for d in doers if d not in sufferers or len(doers) > 1]
    targets = [s for s in sufferers if s not in actors]
    place = draft.slots.get("place")
    country = scene.pack.country_of.get(place) if place else None
    if not actors and country and opponent(country) and targets and not any(opponent(t) for t in targets):
        targets = [country]  # "hit a Barbados-flagged ship in Odesa, killing four Syrians": what lies in that land
    if not actors and (side := _holder(scene, draft, targets)):
        country, targets = side, [side]
    if not targets and country and country not in actors:
        targets = [country]
    if not actors and len(targets) == 1 and opponent(targets[0]):
        actors = [str(opponent(targets[0]))]
        draft.inferred["actor"] = "the other side of the war"
    if not targets and len(actors) == 1 and opponent(actors[0]):
        targets = [str(opponent(actors[0]))]
        draft.inferred["target"] = "the other side of the war"
    if country and country in actors and country not in targets and place in scene.pack.actor[country].metonyms:
        draft.slots.pop("place"), draft.grounds.pop("place", None)  # "called the arms for Kyiv a mistake, after its strike on airfields"
    draft.parties = {role: ids for role, ids in (("actor", actors), ("target", targets)) if ids}
