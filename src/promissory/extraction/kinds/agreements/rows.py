"""Rows of states in a sentence, with the day that stands beside each: "Britain (January 12), Germany and France (February 16)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.text.gazetteer import Mention

if TYPE_CHECKING:
    from promissory.extraction.calendar.dates import DateMention
    from promissory.extraction.words import Token

#: What may stand between two members of a row, days and places aside.
BETWEEN = re.compile(r"[\s,;:()/&–—-]*(?:(?:and|as well as|plus|then|both|each|on|in|the|also|followed by|or)\b[\s,;:()/&–—-]*)*$", re.I)
#: Fewer are no row.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Member:
    """A state of a row, the token it hangs on, and the day given for it."""

    state: str
    token: Token
    day: DateMention | None = None


def rows_of_states(scene: Scene, sentence: Sentence) -> list[list[Member]]:
    """The rows of three or more states, the pack's own country left out, in the order of the sentence."""
    states = [(m, s) for m in sentence.mentions if (s := _state(scene, m)) and s != scene.beneficiary]
    runs: list[list[tuple[Mention, str]]] = []
    for mention, state in states:
        between = _besides(sentence, runs[-1][-1][0].end, mention.start) if runs else ""
        if runs and BETWEEN.match(between) and between.strip() != ":":  # "signatories of the declaration of the G7: Britain, …"
            runs[-1].append((mention, state))
        else:
            runs.append([(mention, state)])
    return [_dated(sentence, run) for run in runs if len({s for _, s in run}) >= FEWEST]


def fill_day_of(draft: Draft, sentence: Sentence, member: Member) -> None:
    """The day that stands beside a member."""
    if member.day is not None:
        draft.slots["date"] = member.day.value
        draft.grounds["date"] = (sentence.start + member.day.start, sentence.start + member.day.end)


def _state(scene: Scene, mention: Mention) -> str | None:
    actor = scene.pack.actor.get(mention.id_of("actor", "metonym") or "")
    return actor.id if actor and actor.type in ("state", "bloc") and not mention.id_of("person", "surname") else None


def _besides(sentence: Sentence, start: int, end: int) -> str:
    """The words between two offsets without the days and places among them."""
    words = list(sentence.text[start:end])
    places = [m for m in sentence.mentions if m.id_of("place") and not m.id_of("actor")]
    for first, last in ((inner.start, inner.end) for found in (sentence.dates, places) for inner in found):
        if start <= first and last <= end:
            words[first - start : last - start] = " " * (last - first)
    return "".join(words)


def _dated(sentence: Sentence, run: list[tuple[Mention, str]]) -> list[Member]:
    """The members with the first day after each, before the next; one beside the next without a day has that of the next."""
    ends = [later.start for _, (later, _) in pairwise(run)] + [len(sentence.text)]
    days: list[DateMention | None] = [
        next((d for d in sentence.dates if d.value and m.end <= d.start < end and _is_close(sentence, m.end, d.start)), None)
        for (m, _), end in zip(run, ends, strict=True)
    ]
    for n in range(len(run) - 2, -1, -1):
        if days[n] is None and "," not in sentence.text[run[n][0].end : run[n + 1][0].start] and sum(d is not None for d in days) > 1:
            days[n] = days[n + 1]
    return [Member(state, token, day) for (m, state), day in zip(run, days, strict=True) if (token := sentence.head_of(m)) is not None]


def _is_close(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a day stands in brackets after a name, or right after it ("on 16 February")."""
    return BETWEEN.match(sentence.text[start:end]) is not None
