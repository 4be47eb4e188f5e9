"""Banks and funds that lend: whose money a tranche is that a text tells of without them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from promissory.extraction.kinds.matters.support import LENDERS
from promissory.extraction.lexicon.goods import PAYMENTS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.kinds.gifts.reading import Gift

#: Those who do nothing else.
BANKS = frozenset("IMF World-Bank EBRD EIB".split())
#: What they pay out.
TRANCHES = PAYMENTS | frozenset("loan credit drawing".split())
#: How many sentences before a tranche tell whose programme it is of.
REACH = 5


def acting_for(scene: Scene, speakers: Iterable[str]) -> list[Referent]:
    """The banks and funds that speakers act for ("the IMF's managing director said that the next tranche would be paid in March")."""
    bodies = dict.fromkeys(scene.namer.state_of(who) or who for who in speakers)
    return [Referent(body, inferred=True) for body in bodies if body in LENDERS]


def lending(scene: Scene, gift: Gift) -> list[Referent]:
    """ "The IMF began its review. The first tranche was paid in April": the only lender that the sentences before name."""
    if not any(t.lemma_.lower() in TRANCHES for t in gift.words):
        return []
    schemes = {f.id: f.body for f in scene.pack.frameworks if f.body in BANKS}
    before = scene.sentences[max(0, gift.sentence.number - REACH) : gift.sentence.number + 1]
    named = {i for s in before for m in s.mentions for i in (*m.ids_of("actor"), schemes.get(m.id_of("framework") or "")) if i in BANKS}
    return [Referent(str(named.pop()), inferred=True)] if len(named) == 1 else []
