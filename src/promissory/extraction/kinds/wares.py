"""What can be needed: goods, money, people and services, by the pack's items and by their nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.sentences import Sentence

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What can be needed in this ledger, besides items and topics of the pack.
GOODS = frozenset(
    "aid assistance support help equipment weapon weaponry arm armament ammunition munition money funding financing fund finance "
    "loan budget system "
    "battery missile interceptor capability training supply resource defence defense protection shell drone jet aircraft tank vehicle "
    "artillery soldier manpower troop shelter guarantee personnel investment expertise launcher gear medicine food fuel heating "
    "electricity man recruit conscript fighter pilot crew medic instructor doctor engineer mechanic "
    "specialist trainer operator driver nurse technician radar howitzer round cartridge bullet rocket "
    "bomb helicopter plane ship boat transformer spare part body clothing tent blanket bed blood firepower stock stockpile "
    "generator equipment materiel hardware technology power energy gas water gigawatt megawatt gw mw oil infantry brigade reinforcement "
    "generation capacity tranche instalment installment permission licence license shield "
    "pump pipe cable cash coal petrol diesel insulin vaccine mask jammer antenna satellite sensor bulldozer excavator truck lorry".split()
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
    return False
