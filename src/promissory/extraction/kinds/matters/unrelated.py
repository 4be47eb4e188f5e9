"""What is told of other things than this war: other wars and older times, trade of others, what those asked in polls think."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import clause
from promissory.extraction.kinds.matters.opining import is_polled
from promissory.extraction.scene import SIDES, Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Wars of other times and other lands.
OTHER_WARS = re.compile(
    r"\b(?:(?:First|Second) World War|World War (?:I{1,2}|One|Two|1|2)|WW(?:I{1,2}|1|2)|Great Patriotic War|Cold War"
    r"|(?:Vietnam|Korean|Gulf|Winter|Falklands|Afghan|Iraq|Bosnian|Balkan|Kosovo|Chechen|Georgian|Syrian|Iran-Iraq|Yom Kippur|Six-Day) War"
    r"|war in (?:Iraq|Afghanistan|Gaza|Syria|Vietnam|Korea|Yugoslavia|Bosnia|Kosovo|Chechnya|Lebanon|Yemen|Sudan))\b",
    re.I,
)
#: Those that go on beside this one: "amid the war in Gaza, Washington sent Kyiv missiles".
BESIDE_THIS = re.compile(r"war in (?:Gaza|Syria|Lebanon|Yemen|Sudan)", re.I)
#: Prepositions that put an event into such a war; "the worst attack since" does not.
WITHIN = frozenset("during in throughout amid".split())
#: The first year in which the country the pack is about could be given, promised or done anything.
FIRST_YEAR = 1991
#: The first year of the war; what third states gave one another before it has nothing to do with it.
WAR_YEAR = 2014
#: Kinds that are of their own day, and no history that still matters.
GIVEN = frozenset(("commitment", "need", "initiative", "attack"))
#: What states sign deals about that have nothing to do with the war, where the country the pack is about is no party.
TRADE = frozenset(("energy", "trade"))


def is_unrelated(scene: Scene, sentence: Sentence, draft: Draft) -> bool:
    """Whether a draft tells of something else; what somebody says of it is a statement all the same."""
    if draft.kind == "statement":
        return False
    word = next((t for t in sentence.tokens if sentence.start + t.idx == draft.trigger[0]), None)
    if word is not None and (is_polled(word) or _is_of_other_war(scene, sentence, word)):
        return True
    return _is_long_ago(draft) or (draft.kind == "agreement" and _is_of_trade(sentence, draft))


def _is_long_ago(draft: Draft) -> bool:
    """Whether a gift was given before the supported country was a state, or by third states before the war; treaties stay in force."""
    year = str(draft.slots.get("date", "")).split("/")[-1][:4]
    sides = SIDES & {who for ids in draft.parties.values() for who in ids}
    if not year.isdigit() or draft.kind not in GIVEN or (draft.kind == "attack" and not sides):
        return False
    return int(year) < (FIRST_YEAR if sides else WAR_YEAR)


def _is_of_trade(sentence: Sentence, draft: Draft) -> bool:
    """ "Moscow signed ten trade and energy deals with Hanoi": business of others, and not "a deal to replace Russian gas"."""
    topics = {str(t) for t in draft.slots.get("topics", ())}
    parties = set(draft.parties.get("party", ()))
    apart = Scene.beneficiary not in parties and not sentence.names(*SIDES - parties)
    return bool(topics) and topics <= TRADE and apart


def _is_of_other_war(scene: Scene, sentence: Sentence, word: Token) -> bool:
    """ "During the Second World War the United States sent lorries": what was done in a war of another time or land."""
    above = {clause(word).i, *(a.i for a in clause(word).ancestors)}
    about = sentence.names(scene.beneficiary)
    for match in OTHER_WARS.finditer(sentence.text):
        if about and BESIDE_THIS.fullmatch(match.group()):
            continue
        named = [t for t in sentence.tokens if match.start() <= t.idx < match.end()]
        prep = next((a for t in named for a in (t, *t.ancestors) if a.dep_ == "prep" and a.idx < match.start()), None)
        prep = prep if prep is not None else next((t for t in named if t.dep_ == "prep"), None)
        if prep is not None and prep.lower_ in WITHIN and (prep.head.i in above or prep.head.i == word.i):
            return True
    return False
