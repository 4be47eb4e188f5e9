"""Where an attack struck: the place nearest to its word, unless it is that of the words about it or only lies near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after
from promissory.extraction.kinds.matters.foes import opponent
from promissory.extraction.lexicon.events import TALKS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.placing import SWAYING, Spot, set_place, spots_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

NEAR = frozenset("in on at off near against of outside over across around into to toward towards".split())
#: Nouns after which a town stands for a government.
LEANINGS = TALKS | frozenset("pressure sanction tariff relation support agreement deal visit trip embassy summit meeting".split())
BEARING = frozenset("mark mourn wake awake awaken lose bury reel count sleep shake burn tremble".split())
ORIGINS = frozenset("fire launch send release take fly missile drone rocket".split())
#: What is done to a government by its town's name.
ADDRESSING = frozenset(
    "accuse blame suspect urge ask tell warn press criticise criticize condemn fault help support arm give supply equip invite "
    "thank".split()
)
#: Areas whose names have no word for one.
REPUBLICS = frozenset(
    "Crimea Donbas Udmurtia Tatarstan Bashkortostan Dagestan Chechnya Chuvashia Mordovia Karelia Bukovina Zakarpattia".split()
)
WATERS = frozenset(("Danube", "Dnipro River", "Dnieper", "Black Sea", "Sea of Azov", "Dnister", "Dniester", "Baltic Sea"))


def fill_spot(scene: Scene, draft: Draft, sentence: Sentence, trigger: Token) -> None:
    """The place nearest to the attack's word that is struck or stands after a preposition of place; towns before areas."""
    spots = [
        spot
        for spot in spots_in(scene, sentence)
        if spot.width < 2 and _is_spot(spot.head) and not _is_of_speech(spot.head, trigger) and not _is_origin(spot.head)
    ]
    inside = [trigger.pos_ == "NOUN" and trigger.i in {a.i for a in spot.head.ancestors} for spot in spots]
    # "the deaths in Kramatorsk followed a barrage on Kharkiv": the one that the attack's own phrase names
    ranked = [(_distance(spot, trigger, spots) + 20 * (any(inside) and not inside[n]), n, spot) for n, spot in enumerate(spots)]
    if ranked and min(ranked)[0] < 60 and not _is_aside(scene, min(ranked)[2], trigger):
        set_place(draft, sentence, min(ranked)[2])


def _is_aside(scene: Scene, spot: Spot, trigger: Token) -> bool:
    """ "Zelensky in Berlin as Kyiv counts the cost of a barrage": a town of a third country, in another clause."""
    country = scene.pack.country_of.get(spot.name)
    return country is not None and opponent(country) is None and not _shares_clause(spot.head, trigger)


def _is_origin(head: Token) -> bool:
    """ "Fired from bombers over the Astrakhan region": whence it came."""
    before = [a for a in head.ancestors if a.dep_ == "prep"]
    return any(a.lower_ == "from" and a.head.lemma_ in ORIGINS for a in before)


def _is_of_speech(head: Token, trigger: Token) -> bool:
    """Whether a place is that of the words about an attack ("In Washington, the president said the strikes were …")."""
    if head.dep_ == "pobj" and head.head.head.lemma_.lower() in LEANINGS:
        return True  # "pressure on Moscow"
    verbs = [a for a in head.ancestors if a.pos_ in ("VERB", "AUX")]
    if verbs and verbs[0].dep_ not in ("relcl", "acl"):
        verbs = verbs[:1]  # "X, who was on his way to Ankara, said that …"
    return any(c.dep_ == "ccomp" and any(t.i == trigger.i for t in c.subtree) for verb in verbs for c in verb.children)


def _distance(spot: Spot, trigger: Token, others: list[Spot]) -> int:
    """How far a place is from the attack's word; areas, waters, and towns it only lies near count as farther."""
    beside = spot.head.dep_ == "pobj" and spot.head.head.lower_ in ("near", "outside")
    water = spot.name in WATERS
    aside = 30 * any(_is_told_apart(a, trigger) for a in spot.head.ancestors)
    owner = 50 if spot.head.dep_ == "poss" and spot.head.head.i == trigger.i else 0  # "Kyiv's strike on Tuapse"
    return (
        abs(spot.head.i - trigger.i)
        + (0 if _shares_clause(spot.head, trigger) else 40)
        + 15 * (spot.width + water)
        + 9 * beside
        + owner
        + aside
        + 20 * _only_names(spot, others)
    )


def _only_names(spot: Spot, others: list[Spot]) -> bool:
    """ "The Dnipro hydroelectric station at Zaporizhzhia": a town or river in the name of what lies in another town."""
    thing = spot.head.head if spot.head.dep_ in ("compound", "nmod") else None
    inside = {t.i for t in after(thing, "in", "at", "near")} if thing is not None else set()
    return any(other.head.i in inside and not other.width and other.name not in REPUBLICS for other in others)


def _is_told_apart(clause: Token, trigger: Token) -> bool:
    """Whether a relative clause tells of something else than the attack's word."""
    return clause.dep_ == "relcl" and clause.head.i != trigger.i and trigger.i not in {t.i for t in clause.subtree}


def _is_spot(head: Token) -> bool:
    if head.dep_ in ("nsubj", "conj") and (_comes_under(head) or _bears_it(head)):
        return True
    if head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in SWAYING:
        return False  # "…, defying Washington"
    while head.dep_ in ("conj", "appos", "compound", "nmod", "poss") and head.head.i != head.i and head.head.pos_ in ("PROPN", "NOUN"):
        head = head.head
    if head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in ADDRESSING:
        return False  # "accused Moscow of"
    if head.dep_ == "pobj" and head.head.head.lower_ in ("south", "north", "east", "west", "miles", "km", "outskirts"):
        return False
    return head.dep_ in ("dobj", "nsubjpass") or (head.dep_ == "pobj" and head.head.lower_ in NEAR)


def _bears_it(head: Token) -> bool:
    """ "Izium marked three days of mourning after a missile struck", "Odesa woke to explosions": the town whose day it was."""
    verb = head.head
    return head.dep_ == "nsubj" and verb.lemma_ in BEARING and verb.pos_ == "VERB" and not any(c.dep_ == "ccomp" for c in verb.children)


def _comes_under(head: Token) -> bool:
    """ "Kyiv and Kharkiv came under fire", "Odesa suffered a strike": the towns that are the subject."""
    while head.dep_ == "conj":
        head = head.head
    verb = head.head
    under = verb.lemma_ in ("come", "be") and any(c.lower_ == "under" for c in verb.children)
    return head.dep_ == "nsubj" and (under or verb.lemma_ in ("suffer", "endure", "face", "withstand", "survive", "fall"))


def _shares_clause(token: Token, trigger: Token) -> bool:
    above = {a.i for a in token.ancestors}
    verb = carrier(trigger) if trigger.pos_ not in ("VERB", "AUX") else trigger
    return trigger.i in above or (verb is not None and verb.i in above)
