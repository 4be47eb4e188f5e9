"""One deed in many moods: done, still to come, weighed, refused, for every kind of claim that a verb tells."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.conftest import ClaimsOf

WEDNESDAY = "2024-05-29"
LEAD = "War in Ukraine: the day\n\nThe war in Ukraine went on through May, and the allies of Ukraine spoke of it in many capitals.\n\n"


@dataclass(frozen=True)
class Deed:
    """A deed by its doer, as a bare verb, in the past, as a participle and as a gerund; the statuses it has when done and when ahead."""

    kind: str
    doer: str
    bare: str
    past: str
    gerund: str
    done: frozenset[str]
    ahead: frozenset[str]

    def told(self, frame: str) -> str:
        words = frame.format(who=self.doer, do=self.bare, did=self.past, doing=self.gerund)
        return words[0].upper() + words[1:]


DEEDS = (
    Deed(
        "commitment", "Norway", "send ten tanks to Ukraine", "sent ten tanks to Ukraine", "sending ten tanks to Ukraine",
        frozenset(("delivered", "allocated")), frozenset(("pledged", "committed", "allocated")),
    ),
    Deed(
        "agreement", "Norway", "sign a security agreement with Ukraine", "signed a security agreement with Ukraine",
        "signing a security agreement with Ukraine", frozenset(("signed",)), frozenset(("proposed", "negotiating")),
    ),
    Deed(
        "meeting", "Mette Frederiksen", "meet Volodymyr Zelensky in Odesa", "met Volodymyr Zelensky in Odesa",
        "meeting Volodymyr Zelensky in Odesa", frozenset(("held",)), frozenset(("planned",)),
    ),
    Deed(
        "meeting", "Mette Frederiksen", "hold talks with Volodymyr Zelensky in Odesa", "held talks with Volodymyr Zelensky in Odesa",
        "holding talks with Volodymyr Zelensky in Odesa", frozenset(("held",)), frozenset(("planned",)),
    ),
    Deed(
        "initiative", "Norway", "set up a fund for Ukrainian demining", "set up a fund for Ukrainian demining",
        "setting up a fund for Ukrainian demining", frozenset(("active", "announced")), frozenset(("announced", "proposed")),
    ),
    Deed(
        "tenure", "Volodymyr Zelensky", "dismiss Defence Minister Oleksii Reznikov", "dismissed Defence Minister Oleksii Reznikov",
        "dismissing Defence Minister Oleksii Reznikov", frozenset(("leaves_office",)), frozenset(("leaves_office",)),
    ),
)  # fmt: skip
DONE = (
    "{who} {did} on Monday.",
    "{who} has already {did}.",
    "Having {did}, {who} has little left to do.",
    "{who} confirmed having {did}.",
    "{who} managed to {do} in May.",
    "{who} did {do} in May, the ministry confirmed.",
    "{who} succeeded in {doing}.",
)
AHEAD = (
    "{who} will {do}.",
    "{who} plans to {do}.",
    "{who} promised to {do}.",
    "{who} has agreed to {do}.",
    "{who} is about to {do}.",
    "{who} gave an undertaking to {do}.",
    "{who} has every intention of {doing}.",
    "{who} has settled on {doing}.",
    "{who} has decided to {do}.",
)
WEIGHED = (
    "{who} is considering {doing}.",
    "{who} is weighing whether to {do}.",
    "{who} is discussing the possibility of {doing}.",
    "{who} is open to {doing}.",
    "{who} toyed with the idea of {doing}.",
    "{who} is interested in {doing}.",
    "{who} may {do}.",
    "{who} could {do}.",
    "Poland urged {who} to {do}.",
    "Poland stressed the need for {who} to {do}.",
    "Poland stressed the importance of {doing}.",
    "{who} spoke in favour of {doing}.",
    "It is time for {who} to {do}.",
)
UNDONE = (
    "{who} ruled out {doing}.",
    "{who} will not {do}.",
    "{who} denied {doing}.",
    "{who} denied having {did}.",
    "{who} is against {doing}.",
    "{who} has no intention of {doing}.",
    "{who} rejected the idea of {doing}.",
    "{who} opposes {doing}.",
    "{who} avoided {doing}.",
    "{who} left without {doing}.",
    "{who} missed the chance of {doing}.",
    "{who} shied away from {doing}.",
    "{who} warned against {doing}.",
    "{who} sees no point in {doing}.",
)


def statuses(claims_of: ClaimsOf, deed: Deed, frame: str) -> set[str]:
    return {c.status for c in claims_of(LEAD + deed.told(frame), WEDNESDAY, deed.kind) if c.evidence[0].start >= len(LEAD)}


def moods(*frames: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("deed", "frame"), [pytest.param(d, f, id=d.told(f)) for d in DEEDS for f in frames])


@moods(*DONE)
def test_what_is_done(claims_of: ClaimsOf, deed: Deed, frame: str) -> None:
    told = statuses(claims_of, deed, frame)
    assert told
    assert told <= deed.done


@moods(*AHEAD)
def test_what_is_still_to_come(claims_of: ClaimsOf, deed: Deed, frame: str) -> None:
    told = statuses(claims_of, deed, frame)
    assert told
    assert told <= deed.ahead


@moods(*WEIGHED)
def test_what_is_only_weighed_or_wanted_is_not_done(claims_of: ClaimsOf, deed: Deed, frame: str) -> None:
    assert statuses(claims_of, deed, frame) <= {"considered", "proposed", "planned", "negotiating", "candidate", "pledged"}


@moods(*UNDONE)
def test_what_is_not_done_is_no_claim(claims_of: ClaimsOf, deed: Deed, frame: str) -> None:
    assert not statuses(claims_of, deed, frame)
