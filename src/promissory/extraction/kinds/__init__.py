"""One package a kind, whose `finding` finds drafts of its kind in a sentence; `matters` is what several kinds ask for."""

from collections.abc import Callable, Iterator

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.agreements.finding import find as find_agreements
from promissory.extraction.kinds.attacks.finding import find as find_attacks
from promissory.extraction.kinds.commitments.finding import find as find_commitments
from promissory.extraction.kinds.conditions.finding import find as find_conditions
from promissory.extraction.kinds.initiatives.finding import find as find_initiatives
from promissory.extraction.kinds.meetings.finding import find as find_meetings
from promissory.extraction.kinds.needs.finding import find as find_needs
from promissory.extraction.kinds.proposals.advising import find as find_advice
from promissory.extraction.kinds.proposals.finding import find as find_proposals
from promissory.extraction.kinds.proposals.pressing import find as find_pressure
from promissory.extraction.kinds.proposals.urgings import find as find_urgings
from promissory.extraction.kinds.statements import find as find_statements
from promissory.extraction.kinds.tenures.finding import find as find_tenures
from promissory.extraction.scene import Draft, Scene

Finder = Callable[[Scene, Sentence], Iterator[Draft]]

FINDERS: tuple[Finder, ...] = (
    find_statements, find_commitments, find_needs, find_agreements, find_meetings,
    find_attacks, find_initiatives, find_conditions, find_tenures, find_proposals, find_urgings,
    find_advice, find_pressure,
)  # fmt: skip
