"""The people of a report as they enter it: how much each stands in front at a sentence, for "he", "she" and "the minister"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from promissory.extraction.lexicon.genders import is_female
from promissory.extraction.names.discourse import Referent

#: How much somebody stands in front who speaks or is what a sentence is about, acts in a clause of it, is said to act, is named in it,
#: or in a quotation.
SPEAKS, LEADS, ACTS, TOLD, NAMED, QUOTED = 4.0, 4.0, 2.5, 2.0, 1.5, 0.5
#: How much of that is lost with each sentence.
FADES = 0.6
#: How much less somebody without a name does, whose sex nothing tells, for "he" and for "she".
UNSURE = {False: 0.5, True: 1.2}
#: How many sentences somebody is remembered for a pronoun of another sex than that of whoever stands in front.
SPAN = 12
WOMEN = frozenset(
    "woman mother wife sister daughter widow grandmother aunt lady girl spokeswoman chairwoman congresswoman actress poetess".split()
)
MEN = frozenset(
    "man father husband brother son widower grandfather uncle gentleman boy spokesman chairman congressman serviceman policeman".split()
)
#: What is said before and beside a name of one sex only.
HERS = WOMEN | frozenset("mrs ms miss dame lady baroness duchess countess queen princess madam headmistress hostess waitress".split())
HIS = (MEN | frozenset("mr sir lord baron duke count king prince monk priest bishop".split())) - {"spokesman", "chairman", "congressman"}


@dataclass(frozen=True, slots=True)
class Entrance:
    """One time that somebody comes up: the sentence, how much to the front, who."""

    number: int
    weight: float
    who: Referent


@dataclass
class Cast:
    """Everyone who has come up, in the order of the text."""

    entrances: list[Entrance] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    #: person → whether a woman, where a title or a noun beside the name tells
    women: dict[str, bool] = field(default_factory=dict)

    def note_sex(self, person: str, words: set[str]) -> None:
        """Keep of which sex somebody is, by what is said before and beside the name."""
        if bool(words & HERS) != bool(words & HIS):
            self.women[person] = bool(words & HERS)

    def is_possible(self, person: str, noun: str) -> bool:
        """Whether somebody may be called by a noun, as far as the sex of either tells ("the boy" is no woman)."""
        if noun not in HERS | HIS:
            return True
        return self.women.get(person, is_female(person)) == (noun in HERS)

    def enter(self, number: int, who: Referent, weight: float) -> None:
        if who.person:
            self.people.add(who.id)
            self.entrances.append(Entrance(number, weight, who))

    def pronoun(self, number: int, *, female: bool, others: frozenset[str] = frozenset()) -> Referent | None:
        """Whom "he" or "she" means in a sentence: the one in front whose sex may be that; else the one in front; none of `others`."""
        ranked = [(s, w) for s, w in self.ranked(number) if w.id not in others]
        fitting = [(s - fault, w) for s, w in ranked if (fault := self._fault(w, female=female)) is not None]
        near = [w for s, w in sorted(fitting, key=lambda x: -x[0]) if s > LEADS - FADES * SPAN]
        chosen = next(iter(near), None) or (ranked[0][1] if ranked else None)
        return Referent(chosen.id, person=True, inferred=True, vague=chosen.vague) if chosen else None

    def latest(self) -> Iterator[Referent]:
        """Everyone so far, whoever came up last outside quotations first; of one sentence, the one in front first."""
        last: dict[str, tuple[int, float, int, Referent]] = {}
        for place, entrance in enumerate(self.entrances):
            key = (entrance.number, entrance.weight, place, entrance.who)
            if entrance.weight > QUOTED and (entrance.who.id not in last or key[:3] >= last[entrance.who.id][:3]):
                last[entrance.who.id] = key
        yield from (who for *_, who in sorted(last.values(), key=lambda x: x[:3], reverse=True))

    def ranked(self, number: int) -> Iterator[tuple[float, Referent]]:
        """Everyone so far with how much they stand in front at a sentence, most first."""
        best: dict[str, tuple[float, int, Referent]] = {}
        for place, entrance in enumerate(self.entrances):
            score = entrance.weight - FADES * (number - entrance.number)
            if entrance.who.id not in best or (score, place) >= best[entrance.who.id][:2]:
                best[entrance.who.id] = score, place, entrance.who
        yield from ((s, who) for s, _, who in sorted(best.values(), key=lambda x: (-x[0], -x[1])))

    def _fault(self, who: Referent, *, female: bool) -> float | None:
        """How ill a pronoun of that sex suits somebody; None if it cannot mean them."""
        if who.id in self.women:
            return 0.0 if self.women[who.id] == female else None
        last = who.id.rsplit("-", 1)[-1]
        if last in WOMEN | MEN:
            return 0.0 if (last in WOMEN) == female else None
        if who.vague:
            return UNSURE[female]
        return 0.0 if is_female(who.id) == female else None
