"""Givers with what each gives in brackets behind its name: "Norway (1.1 billion euros), Sweden (300 million) and Denmark (200 million)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.gifts.reading import Gift
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.lexicon.goods import AID
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.packs import Frame

#: What stands between a name and its sum.
OPENS = re.compile(r"(?:['’]s?)?\s?[(\[]\s?(?:with |about |around |some |over |more than |up to |nearly |almost )?", re.I)
#: What the sentence says of such sums, most binding first; one of these must be told.
TOLD = (
    ("delivered", frozenset("give deliver disburse donate send provide contribute".split())),
    ("committed", frozenset(("commit", "commitment"))),
    ("pledged", frozenset("pledge promise".split())),
    ("allocated", AID | frozenset("donor package allocate allocation generous backer contributor".split())),
)
#: What is no gift, whatever else is told.
TRADE = frozenset("import export trade sell arm spending budget debt economy gdp imports exports".split())
#: The least number of names with sums that make a row.
FEWEST = 2
#: The least share of sentences about the receiver in a text whose rows of givers are for it.
FOCUS = 0.15
#: Words with which a row is no gift.
DENYING = frozenset("not no never nobody none without block veto refuse reject oppose".split())
SHARE = Frame("commitment", "sum", "NOUN", "allocated", ())


def of_brackets(scene: Scene, sentence: Sentence) -> Iterator[Gift]:
    """One gift a name of a row whose names have their sums in brackets."""
    row = list(_row(scene, sentence)) if len(sentence.amounts) >= FEWEST else []
    status = _told(sentence) if len(row) >= FEWEST else None
    if status is None or scene.focus < FOCUS or _is_anothers(scene, sentence, {giver for giver, _ in row}):
        return
    for giver, amount in row:
        head = sentence.head_of(amount)
        if head is not None:
            words = sentence.tokens_of(amount)
            yield Gift(sentence, head, SHARE, status, [Referent(giver)], [], words, None)


def _row(scene: Scene, sentence: Sentence) -> Iterator[tuple[str, AmountMention]]:
    """The states and bodies of a sentence that have a sum in the brackets behind them."""
    for mention in sentence.mentions:
        actor = mention.id_of("actor")
        amount = next((a for a in sentence.amounts if OPENS.fullmatch(sentence.text[mention.end : a.start])), None)
        if amount is not None and actor and actor not in (scene.beneficiary, *ADVERSARIES):
            yield actor, amount


def _is_anothers(scene: Scene, sentence: Sentence, givers: set[str]) -> bool:
    """ "After the earthquake Turkey received aid from Norway (8 million) and Sweden (3 million)": what goes to another state."""
    for mention in sentence.mentions:
        state = scene.namer.state_of(actor) if (actor := mention.id_of("actor")) else None
        last = sentence.tokens_of(mention)[-1]
        takes = last.dep_ in ("nsubj", "nsubjpass", "dative") or (last.dep_ == "pobj" and last.head.lower_ in ("to", "for"))
        known = scene.pack.actor.get(state) if state and state not in {scene.beneficiary, *givers} else None
        if takes and known is not None and known.type == "state":
            return True
    return False


def _told(sentence: Sentence) -> str | None:
    """What a sentence says of the sums of a row; None where it tells of no giving."""
    words = {t.lemma_.lower() for t in sentence.tokens} | {t.lower_ for t in sentence.tokens}
    if words & (TRADE | DENYING):
        return None
    past = any(t.tag_ in ("VBD", "VBN") and t.lemma_ in TOLD[0][1] for t in sentence.tokens)
    return next((status for status, told in TOLD if words & told and (status != "delivered" or past)), None)
