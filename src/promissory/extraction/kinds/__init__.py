"""One module a kind; each finds drafts of its kind in a sentence."""

from collections.abc import Callable, Iterator

from promissory.extraction.kinds import (
    advising,
    agreements,
    attacks,
    commitments,
    conditions,
    initiatives,
    meetings,
    needs,
    pressing,
    proposals,
    statements,
    tenures,
    urgings,
)
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence

Finder = Callable[[Scene, Sentence], Iterator[Draft]]

FINDERS: tuple[Finder, ...] = (
    statements.find, commitments.find, needs.find, agreements.find, meetings.find,
    attacks.find, initiatives.find, conditions.find, tenures.find, proposals.find, urgings.find,
    advising.find, pressing.find,
)  # fmt: skip
