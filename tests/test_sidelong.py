"""Meetings told by what was done with somebody: before the press, by calling on them, by what two discussed."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    ("text", "first", "second", "place"),
    [
        (
            "“Allies are late,” Jens Stoltenberg told reporters in Kyiv alongside Rustem Umerov.",
            "jens-stoltenberg",
            "rustem-umerov",
            "Kyiv",
        ),
        ("At a joint appearance with Evika Siliņa in Riga, Donald Tusk spoke of Ukraine.", "donald-tusk", "evika-silina", "Riga"),
        ("Yoko Kamikawa also called on Prime Minister Denys Shmyhal in Kyiv.", "yoko-kamikawa", "denys-shmyhal", "Kyiv"),
        ("The supply of Patriots was discussed in Capri by Dmytro Kuleba and Antony Blinken.", "dmytro-kuleba", "antony-blinken", "Capri"),
    ],
)
def test_meetings_told_sidelong(claims_of: ClaimsOf, text: str, first: str, second: str, place: str) -> None:
    (found,) = claims_of(text, "2024-04-29", "meeting")
    assert set(found.parties["participant"]) == {first, second}
    assert (found.status, found.place) == ("held", place)


@pytest.mark.parametrize(
    "text",
    [
        "Yoko Kamikawa called on Denys Shmyhal to fight graft in Ukraine.",
        "Donald Tusk made a rare appearance with new glasses as he spoke of Ukraine.",
        "The supply of Patriots was discussed in Brussels, but Ukraine got none.",
    ],
)
def test_appeals_and_looks_are_none(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text, "2024-04-29", "meeting") == []
