"""The draft of an attack, from what was read around its word; what says no more than that there is a war makes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier, introducer
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, children, clause, main_clause
from promissory.extraction.grammar.verbal import measured_from
from promissory.extraction.kinds.attacks.blows import Blow
from promissory.extraction.kinds.attacks.homefront import home_front, report_spot
from promissory.extraction.kinds.attacks.implied import is_heard
from promissory.extraction.kinds.attacks.spotting import fill_spot
from promissory.extraction.kinds.attacks.strikes import ENDURING, add_actor, fill_hit, fill_means, has_casualties, name_home_organs
from promissory.extraction.kinds.matters.foes import is_in_aside, opponent
from promissory.extraction.kinds.matters.unrelated import WAR_YEAR
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_attribution
from promissory.extraction.slots.placing import fill_day
from promissory.extraction.slots.telling import attribution

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that need someone hostile to have done it.
LOOSE = frozenset(
    "crush shatter gut mangle burn bury cut knock hit target kill destroy damage injure wound strike blow capture seize storm cripple "
    "devastate force murder execute shoot explode pierce puncture engulf paralyse paralyze blanket saturate annihilate decimate perforate "
    "punch".split()
)
#: Nouns that are no attack of their own without somebody hostile ("strike", "fire", "explosion").
LOOSE_NOUNS = frozenset("fire hit blast explosion strike bomb raid killing shooting operation".split())
#: What is counted where it is not said what was struck ("130 targets").
COUNTED = frozenset("target site object facility location position".split())
#: Verbs of bringing damage about.
WREAKING = frozenset("cause inflict do wreak bring".split())
#: Words for the whole war, which are an attack only with a day, month or year.
WHOLE_WAR = frozenset("invade invasion annex annexation".split())


def draft_of(scene: Scene, blow: Blow) -> Draft | None:
    """The draft of an attack; None if too little is said of it."""
    sentence, trigger = blow.sentence, blow.trigger
    draft = scene.draft(sentence, "attack", blow.status, trigger, trigger.pos_)
    draft.clause = main_clause(trigger).i
    fill_day(draft, sentence, trigger)
    fill_spot(scene, draft, sentence, trigger)
    fill_means(draft, sentence, trigger, blow.phrases, blow.marks)
    fill_hit(draft, sentence, blow.phrases)
    if "hit" not in draft.slots:
        fill_hit(draft, sentence, _damaged_by(trigger))
    fill_attribution(draft, scene, sentence, trigger)
    report_spot(scene, draft, blow)
    add_actor(scene, draft, blow.doers, blow.sufferers or home_front(scene, draft, blow))
    if not (blow.doers or blow.sufferers or "place" in draft.slots) and "actor" in draft.inferred:
        draft.inferred["target"] = "the country that the text is about"
    _settle_status(scene, sentence, draft, trigger)
    name_home_organs(scene, draft)
    casualties = has_casualties(sentence)
    _measure(sentence, draft, trigger, blow, casualties)
    if blow.again and scene.discourse.attacker[1] and "date" not in draft.slots and "place" not in draft.slots:
        draft.features["reference"] = 1.0
    draft.features |= {name: 1.0 for name, told in (("salvo", blow.salvo), ("gain", blow.gain)) if told}
    return draft if _is_specific(draft, trigger, blow, casualties) else None


def _settle_status(scene: Scene, sentence: Sentence, draft: Draft, trigger: Token) -> None:
    """Told by the one who attacked, or as an accusation: claimed."""
    said = attribution(scene, sentence, trigger)
    if draft.status != "reported" or said is None or (sentence.block.heading and is_in_aside(trigger)):
        return
    speakers = {scene.namer.state_of(who) for who in said[0]}
    accused = any(a.lemma_ in ("claim", "accuse", "allege", "boast") for a in trigger.ancestors)
    if accused or speakers & set(draft.parties.get("actor", [])) or (opponent(scene.beneficiary) or "") in speakers:
        draft.status = "claimed"


def _measure(sentence: Sentence, draft: Draft, trigger: Token, blow: Blow, casualties: bool) -> None:
    draft.features |= {
        "doers": len(blow.doers), "sufferers": len(blow.sufferers), "casualties": casualties, "heading": sentence.block.heading,
        "has_date": "date" in draft.slots, "has_place": "place" in draft.slots, "has_means": "means" in draft.slots,
        "has_hit": "hit" in draft.slots, "anaphor": float(_points_back(trigger)),
        "quoted": trigger.i in sentence.quoted, "apart": measured_from(trigger) is not None, f"pos {trigger.pos_}": 1.0,
        f"trigger {trigger.lemma_.lower()}": 1.0, 
    }  # fmt: skip


def _is_dated_by_another(sentence: Sentence, draft: Draft) -> bool:
    """ "Sanctions for the invasion on the same day that the talks began": a day without a figure is that of what happens now."""
    start, end = draft.grounds["date"]
    return not any(c.isdigit() for c in sentence.text[start - sentence.start : end - sentence.start])


def _points_back(trigger: Token) -> bool:
    """ "Two people died in the strikes": those told before."""
    told = any(c.dep_ == "det" and c.lower_ in ("the", "this", "these", "those", "that") for c in trigger.lefts)
    return trigger.pos_ == "NOUN" and told and not any(c.dep_ in ("amod", "nmod", "relcl", "poss", "nummod") for c in trigger.children)


def _damaged_by(trigger: Token) -> list[Token]:
    """ "Launched missiles at the country, causing wide damage to power plants": what the clause behind tells of."""
    causing = [v for v in children(clause(trigger), "advcl") if v.tag_ == "VBG" and v.lemma_ in WREAKING]
    damage = [(v, d) for v in causing for d in children(v, "dobj") if d.lemma_ in ("damage", "destruction", "harm")]
    return [t for v, d in damage for t in (*after(d, "to", "at", "in", "of"), *after(v, "to"))]


def _is_counted(trigger: Token) -> bool:
    """ "Twelve massive strikes", "repelled nine assaults": attacks of which the number is told, and no part of a rate."""
    return trigger.pos_ == "NOUN" and trigger.tag_ == "NNS" and any(c.dep_ == "nummod" and c.tag_ == "CD" for c in trigger.lefts)


def _is_this_one(trigger: Token) -> bool:
    """ "The raid damaged a terminal", "seven schools suffered direct hits": one attack or some, and no attacks in general."""
    if trigger.pos_ != "NOUN":
        return trigger.dep_ not in ("relcl", "acl", "amod")
    if trigger.lemma_.lower() in ("explosion", "blast"):
        return False  # "explosions rang out as the drones arrived": what is heard of what the other clause tells
    verb = carrier(trigger)
    done = verb is not None and verb.tag_ in ("VBD", "VBN") and verb.lemma_ != "be" and trigger.dep_ in ("nsubj", "nsubjpass")
    borne = verb is not None and verb.lemma_ in ENDURING and trigger.dep_ == "dobj" and verb.tag_ in ("VBD", "VBN")
    there = verb is not None and trigger.dep_ == "attr" and any(c.dep_ == "expl" for c in verb.children) and verb.tag_ == "VBD"
    return done or borne or there or any(c.dep_ in ("det", "nummod") and c.lower_ not in ("any", "no", "some") for c in trigger.lefts)


def _is_specific(draft: Draft, trigger: Token, blow: Blow, casualties: bool) -> bool:
    """Whether more is said than that there is a war: a day, a town, a weapon, a victim; and who is behind it is clear."""
    if not draft.parties.get("actor") and not draft.parties.get("target"):
        return False
    if "date" in draft.slots and str(draft.slots["date"]) < str(WAR_YEAR) and len(draft.parties) < 2:
        return False  # of another war, one side of which is not even told
    means = "means" in draft.slots and (draft.grounds["means"] != draft.trigger or not draft.features["heading"])
    dated = draft.features.get("day_rank", 9.0) <= 2.0
    counted = any(t.lemma_.lower() in COUNTED and any(c.tag_ == "CD" for c in t.lefts) for t in blow.marks)
    told = sum(s in draft.slots for s in ("place", "hit")) + dated + means + casualties + blow.breach + counted
    told += _is_counted(trigger)
    if is_heard(trigger) or (blow.again and trigger.pos_ == "NOUN"):
        return True
    if trigger.lemma_.lower() in WHOLE_WAR:
        return draft.features.get("day_rank", 9.0) <= 1.0 and not (trigger.dep_ == "pobj" and _is_dated_by_another(blow.sentence, draft))
    if not blow.doers and trigger.lemma_.lower() in LOOSE | LOOSE_NOUNS:
        past = next((a for a in trigger.ancestors if a.pos_ == "VERB"), trigger).tag_ in ("VBD", "VBN")
        under = introducer(trigger) == "under" and past and "hit" in draft.slots  # "power plants came under fire in seven regions"
        return told > 1 or means or under or (told > 0 and (bool(blow.sufferers) or _is_this_one(trigger)))
    return told > 0
