"""Whom an attack hits that names nobody, and where: what the country a text is about suffers, and what local officials report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive
from promissory.extraction.grammar.tree import after, within
from promissory.extraction.kinds.attacks.blows import Blow
from promissory.extraction.kinds.attacks.implied import implied, whose
from promissory.extraction.kinds.attacks.strikes import ENDURING, LENT, has_casualties
from promissory.extraction.kinds.matters.foes import opponent, target_side
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.placing import Spot, set_place, spots_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that in a passive tell of an attack by themselves, if what they ruin is of the country a text is about.
RUINING = frozenset("destroy shell bomb bombard strike hit level flatten knock".split())
#: What one hits at home: an attack on such is told of the country a text is about.
HOME = frozenset("civilian energy infrastructure transport health food".split())
#: The share of sentences about the country from which a text is about it.
ABOUT = 0.25
#: Weapons that only the supported side sends out.
SEA = LENT | {"naval_drone"}
#: Nouns for a town that was named before, and within how many sentences.
TOWNS = frozenset("city town village settlement".split())
REACH = 2
#: Those who answer for a town or region and report what happens there.
LOCAL = frozenset("governor mayor head chief leader administration council authority".split())


def home_front(scene: Scene, draft: Draft, blow: Blow) -> list[str]:
    """Whom an attack hits that names nobody ("120 missiles were fired and seven people died"): the country the text is about."""
    harmed = has_casualties(blow.sentence) or bool(HOME.intersection(draft.slots.get("hit", ()))) or _took_a_hit(draft, blow.trigger)
    ruined = blow.trigger.lemma_ in RUINING and is_passive(blow.trigger)
    told = "means" in draft.slots or ((blow.trigger.pos_ == "NOUN" or ruined) and harmed)
    known = "date" in draft.slots or "hit" in draft.slots or _took_a_hit(draft, blow.trigger)
    struck = draft.slots.get("hit") != ("military",) and "place" not in draft.slots
    if blow.trigger.tag_ == "VBG" and blow.trigger.dep_ == "advcl":
        return []  # "a raid on a refinery, killing one"
    if blow.doers or not (told and known and struck) or scene.focus < ABOUT:
        return implied(scene, draft, blow)
    foe = opponent(scene.beneficiary)
    if foe and SEA & set(draft.slots.get("means", ())):
        return [foe]
    if blow.trigger.pos_ == "VERB" and "date" not in draft.slots and (scene.discourse.attacker[1] or not harmed):
        draft.features["reference"] = 1  # one more sentence about the attack told before
    return [whose(scene, blow, set(draft.slots.get("means", ())))]


def _took_a_hit(draft: Draft, trigger: Token) -> bool:
    """ "It took a direct hit from a cruise missile"."""
    verb = carrier(trigger) if trigger.pos_ == "NOUN" else None
    return verb is not None and verb.lemma_ in ENDURING and trigger.dep_ == "dobj" and "means" in draft.slots


def report_spot(scene: Scene, draft: Draft, blow: Blow) -> None:
    """ "The governor of Saratov region said an industrial site had been hit": the place is that of whoever reports it.

    "The city", said of what was hit, is the town named last.
    """
    if "place" in draft.slots:
        return
    there = any(c.lower_ == "there" and c.dep_ == "advmod" for word in (blow.trigger, *blow.phrases) for c in word.children)
    if there or any(_is_known_town(t) for phrase in blow.phrases for t in within(phrase)):
        _set_known_town(scene, draft, blow)
        return
    if "attributed_to" not in draft.slots:
        return
    spot = next((s for s in spots_in(scene, blow.sentence) if s.width < 2 and _answers_for(blow.sentence, s)), None)
    land = target_side(scene, blow.sentence, spot.head) if spot is not None else None
    if spot is not None and opponent(land or "") and _is_hit(blow, land):
        set_place(draft, blow.sentence, spot)


def _is_hit(blow: Blow, land: str | None) -> bool:
    return not blow.sufferers or blow.sufferers[0] == land


def _answers_for(sentence: Sentence, spot: Spot) -> bool:
    """ "The governor of the Vinnytsia region", "Kursk acting governor X", "Kharkiv's mayor"."""
    head = spot.head
    while head.dep_ in ("compound", "nmod", "poss", "amod") and head.lemma_.lower() not in LOCAL:
        head = head.head
    near = sentence.tokens[spot.head.i + 1 : spot.head.i + 4]  # a title before a name, which the parser hangs anywhere
    titled = any(t.lemma_.lower() in LOCAL and t.i > spot.head.i and t.dep_ != "pobj" for t in near) and spot.head.dep_ != "pobj"
    of = head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in LOCAL
    return titled or of or head.lemma_.lower() in LOCAL


def _is_known_town(noun: Token) -> bool:
    return noun.lemma_.lower() in TOWNS and any(c.lower_ in ("the", "this", "that") for c in noun.lefts) and not after(noun, "of")


def _acts(sentence: Sentence, spot: Spot) -> bool:
    """ "Moscow fired rockets at two towns": the government of that name."""
    mention = sentence.at.get(spot.head.i)
    return spot.head.dep_ in ("nsubj", "poss", "agent") and mention is not None and mention.id_of("metonym") is not None


def _set_known_town(scene: Scene, draft: Draft, blow: Blow) -> None:
    """The town that the sentences before named last, if it lies in the land that was hit."""
    number = blow.sentence.number
    for before in reversed(scene.sentences[max(0, number - REACH) : number]):
        towns = [
            s
            for s in spots_in(scene, before)
            if not s.width and not _acts(before, s) and opponent(target_side(scene, before, s.head) or "")
        ]
        if towns:
            land = target_side(scene, before, towns[-1].head)
            if _is_hit(blow, land):
                set_place(draft, before, towns[-1])
            return
