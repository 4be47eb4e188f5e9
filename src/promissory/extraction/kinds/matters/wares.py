"""What can be needed: goods, money, people and services, by the pack's items and by their nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.goods import INSTALMENTS, SUPPLIES, WEAPONS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What can be needed in this ledger, besides items and topics of the pack.
GOODS = (
    INSTALMENTS
    | SUPPLIES
    | WEAPONS
    | frozenset(
        "cash fund loan budget capability training supply resource defence defense protection soldier manpower troop shelter guarantee "
        "personnel investment expertise medicine food fuel heating electricity man recruit conscript pilot crew medic instructor doctor "
        "engineer mechanic specialist trainer operator driver nurse technician radar round cartridge bullet rocket bomb helicopter ship "
        "boat transformer spare part body clothing tent blanket bed blood firepower stock stockpile generator technology power energy "
        "gas water gigawatt megawatt gw mw oil infantry brigade reinforcement generation capacity permission licence license shield "
        "pump pipe cable coal petrol diesel insulin vaccine mask jammer antenna satellite sensor bulldozer excavator truck lorry".split()
    )
)
#: What it takes to keep hospitals, grids, ports, workshops and units going: goods only where the word is a noun.
WARES = frozenset(
    # what hospitals, grids, railways, ports, schools and workshops run on
    "refrigerator fridge freezer fan bag reagent boiler turbine engine locomotive wagon carriage railcar dredger ventilator stretcher "
    "tourniquet bandage antibiotic painkiller prosthesis prosthetic wheelchair incubator scanner oxygen plasma bus trolleybus tram "
    "ambulance tractor harvester seed fertiliser fertilizer timber wood firewood plywood steel cement concrete brick glass window "
    "tarpaulin pole wire wiring insulator switchgear heater stove radiator torch flashlight powerbank charger accumulator laptop tablet "
    "textbook container trailer dinghy motorboat pontoon ferry tug tugboat barge minesweeper minehunter crane forklift "
    # what units wear, carry and fire with
    "uniform boot glove vest jacket camouflage rangefinder binocular scope imager camera chip microchip semiconductor component motor tyre "
    "tire barrel propellant powder gunpowder nitrocellulose explosive detonator fuse warhead terminal modem router server software "
    "detector robot sandbag decoy beacon suit machine machinery loader dog "
    # hands and heads
    "sapper deminer rescuer team squad firefighter welder electrician lineman psychologist psychiatrist surgeon anaesthetist paramedic "
    "medic physiotherapist teacher interpreter worker workforce staff marine sniper gunner reservist analyst programmer "
    # money
    "credit donation subsidy".split()
)


def is_goods(sentence: Sentence, words: list[Token]) -> bool:
    """Whether the words name something that can be supplied."""
    for token in words:
        mention = sentence.at.get(token.i)
        if mention and mention.id_of("item"):
            return True
        if mention and mention.id_of("title", "actor", "person"):  # "Defence Minister"
            continue
        if token.lemma_.lower() in GOODS or token.i in sentence.amount_at:
            return True
    return names_wares(words)


def names_wares(words: list[Token]) -> bool:
    """Whether goods are named that are no items of the pack."""
    return any(t.lemma_.lower() in WARES and t.pos_ == "NOUN" for t in words)
