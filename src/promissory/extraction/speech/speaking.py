"""Who has the floor in a transcript ("VICE PRESIDENT HARRIS: …"): everything in a turn is said by whoever its label names."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from promissory.extraction.names.strangers import ADDRESSES, RANKS, slug
from promissory.extraction.text.gazetteer import Gazetteer, Mention
from promissory.extraction.text.splitting import Block
from promissory.extraction.text.turns import TITLED, find_turns
from promissory.packs import Pack

#: Labels of those who ask.
ASKING = frozenset("q question reporter journalist interviewer a answer moderator participant audience".split())


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: where its label begins and ends, and who speaks (None: somebody not known)."""

    start: int
    at: tuple[int, int]
    speaker: str | None


@dataclass(frozen=True)
class Floor:
    """The turns of a transcript in the order of the text; none in any other text."""

    turns: tuple[Turn, ...] = ()

    def other(self, speaker: str | None) -> str | None:
        """Whoever the speaker talks with, where there are only two."""
        known = {t.speaker for t in self.turns if t.speaker}
        return next(iter(known - {speaker})) if len(known) == 2 and speaker in known else None

    def holder(self, at: int) -> Turn | None:
        """The turn that an offset stands in."""
        number = bisect_right([t.start for t in self.turns], at)
        return self.turns[number - 1] if number else None


def take_turns(text: str, blocks: list[Block], pack: Pack, gazetteer: Gazetteer, home: str | None, first: str, last: str) -> Floor:
    """The turns of a text with two speakers or more."""
    turns = []
    for name, _, _ in find_turns(text, blocks):
        turns.append(Turn(name.start, (name.start, name.end), _who(name.quote, text, pack, gazetteer, home, first, last)))
    return Floor(tuple(turns))


def _who(label: str, text: str, pack: Pack, gazetteer: Gazetteer, home: str | None, first: str, last: str) -> str | None:
    """The person a label names: by a name the pack knows, by a post and a surname, by a full name in the text."""
    beside = re.match(r"The [^(]+\(([A-Z][\w.'’-]+ [^()]+)\)$", label)  # "The Prime Minister (Keir Starmer)"
    plain = re.sub(r"\s*\(.*", "", beside[1] if beside else label)
    plain = plain.title() if plain.isupper() else plain
    words = plain.split()
    if {words[0].lower().rstrip("."), words[-1].lower().rstrip(".")} & ASKING:
        return None
    mentions = gazetteer.find(plain)
    if person := next((p for m in mentions if (p := m.id_of("person"))), None):
        return person
    held = _holder(mentions, words, pack, home, first, last)
    known = next((p for m in mentions if (p := m.id_of("surname"))), None)
    return held or known or _in_full(words[-1], text) or _with_title(words)


def _holder(mentions: list[Mention], words: list[str], pack: Pack, home: str | None, first: str, last: str) -> str | None:
    """Whoever holds the post of a label that day: "THE PRESIDENT" that of the publisher's state, else the one of the surname."""
    roles = [role for m in mentions for role in m.ids_of("title")]
    if words[0] == "The" and home:
        return next((h for r in roles if (h := pack.in_post(r, home, first, last))), None)
    called = [p for p in pack.surnamed.get(words[-1].lower(), ()) if p.held_on(first, last)]
    people = {p.person for p in called if p.role in roles} or {
        p.person for p in called if TITLED.match(" ".join(words).upper())
    }  # "SEC. AUSTIN"
    return people.pop() if len(people) == 1 else None


def _in_full(surname: str, text: str) -> str | None:
    match = re.search(rf"\b([A-Z][a-z'’-]+) (?:[A-Z]\. )?{re.escape(surname)}\b", text)
    return slug([match[1], surname]) if match else None


def _with_title(words: list[str]) -> str | None:
    """ "MS. SINGH", of whom the text says no more: her surname."""
    return slug(words[-1:]) if len(words) > 1 and words[0].lower().rstrip(".") in ADDRESSES | RANKS else None
