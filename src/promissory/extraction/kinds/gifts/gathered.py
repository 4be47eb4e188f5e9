"""The bloc whose members meet in a text, for "leaders" and "member countries" that nobody else's name stands with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, subjects
from promissory.extraction.kinds.gifts.countries import states_for
from promissory.extraction.lexicon.events import MEETINGS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.speech.speakers import is_bare

if TYPE_CHECKING:
    from promissory.extraction.kinds.gifts.reading import Gift
    from promissory.extraction.words import Token

#: Those who decide together for the members of a bloc.
MANY = frozenset("leader capital government minister ambassador envoy".split())
#: Where they do.
SUMMITS = MEETINGS | frozenset("summit council".split())


def _is_one_of_many(noun: Token) -> bool:
    """ "Leaders agreed", "the ministers approved": many in one office, with no name beside them."""
    return noun.tag_ == "NNS" and noun.lemma_.lower() in MANY and is_bare(noun)


def _bloc_met(scene: Scene, sentence: Sentence) -> str | None:
    """The only bloc that the text names beside a meeting before a sentence, or in its headline."""
    before = scene.sentences[: sentence.number + 1]
    met = any(t.lemma_.lower() in SUMMITS for s in before for t in s.tokens)
    named = {i for s in before for m in s.mentions if (i := m.id_of("actor", "adjective")) and i in scene.pack.actor}
    blocs = {i for i in named if scene.pack.actor[i].type in ("bloc", "alliance")}
    return blocs.pop() if met and len(blocs) == 1 else None


def of_summit(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Leaders agreed to lend 90 billion", in a text on the summit of one bloc."""
    acting = actors_of(gift.trigger) or [s for v in gift.trigger.ancestors if v.dep_ == "ROOT" for s in subjects(v)]
    met = _bloc_met(scene, gift.sentence) if any(_is_one_of_many(t) for t in acting) else None
    return states_for(scene, [met]) if met else []
