"""What is struck at home that no topic of the pack has a word for: its noun, or what stands before a general one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Topic → nouns of what belongs to it.
NOUNS = {
    "energy": "switchyard switchgear turbine boiler pylon interconnector gasworks gasholder powerhouse chp cogeneration feeder",
    "transport": "locomotive train tram trolleybus carriage wagon railcar station vessel ship barge tugboat freighter bulker tanker "
    "quay pier berth dock viaduct overpass platform track trackside taxi lorry van bulk-carrier",
    "health": "ambulance polyclinic pharmacy sanatorium hospice infirmary surgery",
    "industry": "shipyard smelter foundry mill bakery brewery works mine pit colliery sawmill dairy laboratory",
    "food": "granary silo elevator barn greenhouse combine",
    "police": "firetruck fire-engine",
    "civilian": "house home building school kiosk garage courtyard yard cemetery hostel gym bank supermarket chemist hairdresser "
    "farm car tower stairwell stairway flat dwelling bungalow tenement block creche gymnasium lyceum college institute faculty canteen "
    "printing-works warehouse dacha roof balcony bedroom kitchen street boulevard avenue square pool courthouse church chapel post-office "
    "beauty-salon salon petrol-station stall bazaar funeral playground queue convoy sports-hall block-of-flats",
}  # fmt: skip
TOPIC_OF = {noun: topic for topic, nouns in NOUNS.items() for noun in nouns.split()}
#: General nouns, and the words before them that say of what they are.
GENERAL = frozenset(
    "installation facility line plant site object asset equipment network infrastructure depot tank storage station system unit well works "
    "capacity hub node station complex terminal engine sector output production supply field generation block".split()
)
BEFORE = {
    "energy": "power gas energy electricity electric electrical heating heat oil fuel voltage transmission thermal coal generating",
    "transport": "railway rail train tram port transport bus rolling",
    "police": "fire police rescue",
    "health": "medical health ambulance",
    "infrastructure": "water sewage pumping telecommunications communication communal",
    "industry": "industrial production metallurgical steel chemical",
}  # fmt: skip
TOPIC_BEFORE = {word: topic for topic, words in BEFORE.items() for word in words.split()}


def topic_of(noun: Token) -> str | None:
    """ "Power and gas installations", "high-voltage lines", "a fire engine", "the switchyard": the topic of what was struck."""
    lemma = noun.lemma_.lower()
    if lemma in GENERAL:
        before = [t.lower_ for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod", "conj") for t in c.subtree]
        if topic := next((TOPIC_BEFORE[word] for word in before if word in TOPIC_BEFORE), None):
            return topic
    return TOPIC_OF.get(lemma) if noun.pos_ in ("NOUN", "PROPN") else None
