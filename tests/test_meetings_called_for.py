"""Meetings that somebody only calls for, those told of again, and look-alikes of posts and terms met on the way."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf, of_kind

DAY = "2025-03-06"


@pytest.mark.parametrize(
    "text",
    [
        "Beijing urged negotiations between Russia and Ukraine.",
        "Pope Francis called for talks between Zelensky and Putin.",
        "Orban insisted on talks between Ukraine and Russia.",
        "Switzerland advocates peace talks between Russia and Ukraine.",
    ],
)
def test_talks_called_for_are_a_proposal_and_no_meeting(claims_of: ClaimsOf, text: str) -> None:
    claims = claims_of(text, published=DAY)
    assert of_kind(claims, "proposal")
    assert not of_kind(claims, "meeting")


@pytest.mark.parametrize(
    ("text", "participants", "asker"),
    [
        ("Zelensky demanded a meeting with Putin.", {"volodymyr-zelensky", "vladimir-putin"}, "volodymyr-zelensky"),
        ("Erdogan wants a meeting between Putin and Zelensky.", {"volodymyr-zelensky", "vladimir-putin"}, "recep-tayyip-erdogan"),
        ("Kuleba called for an emergency session of the UN Security Council.", {"UN-Security-Council"}, "dmytro-kuleba"),
    ],
)
def test_a_meeting_called_for_is_planned(claims_of: ClaimsOf, text: str, participants: set[str], asker: str) -> None:
    meeting = of_kind(claims_of(text, published=DAY), "meeting")[0]
    assert (meeting.status, set(meeting.parties["participant"]), meeting.parties["requested_by"]) == ("planned", participants, (asker,))


def test_a_session_called_for_is_asked_of_the_body(claims_of: ClaimsOf) -> None:
    claims = claims_of("Kuleba called for an emergency session of the UN Security Council.", published=DAY)
    assert of_kind(claims, "proposal")[0].parties["to"] == ("UN-Security-Council",)


def test_the_meeting_just_told_has_its_body(claims_of: ClaimsOf) -> None:
    text = "The Ramstein meeting took place on Friday. The meeting was attended by Boris Pistorius and Rustem Umerov."
    meeting = next(c for c in of_kind(claims_of(text, published=DAY), "meeting") if "boris-pistorius" in c.parties["participant"])
    assert meeting.body == "Ukraine-Defense-Contact-Group"


def test_a_tour_that_is_over_ends_no_term(claims_of: ClaimsOf) -> None:
    assert not of_kind(claims_of("Keir Starmer has completed his three-day tour of the Baltic states.", published=DAY), "tenure")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Few of the conditions set by the EU have been met.", "unmet"),
        ("Not all of the conditions set by the EU have been met.", "unmet"),
        ("Most of the conditions set by the EU have been met.", "met"),
        ("A few of the conditions set by the EU have been met.", "met"),
    ],
)
def test_few_conditions_met_are_conditions_unmet(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert [c.status for c in of_kind(claims_of(text, published=DAY), "condition")] == [status]
