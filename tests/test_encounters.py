"""Meetings told without a word for one, and what the rest of a text says of who was there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def meetings(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "meeting")


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("Olaf Scholz spent four hours with Volodymyr Zelensky in Berlin on Monday.", "held", {"olaf-scholz", "volodymyr-zelensky"}),
        ("Antony Blinken was in Paris on Monday, face to face with a Ukrainian delegation.", "held", {"antony-blinken", "UA"}),
        ("Olaf Scholz exchanged views with Donald Tusk in Berlin.", "held", {"olaf-scholz", "donald-tusk"}),
        ("Rishi Sunak took the night train to Kyiv on Monday.", "held", {"rishi-sunak"}),
        ("Speaking alongside Rishi Sunak in Kyiv on Monday, Volodymyr Zelensky thanked the allies.", "held",
         {"rishi-sunak", "volodymyr-zelensky"}),
        ("Standing beside Volodymyr Zelensky in Kyiv, Rishi Sunak promised shells.", "held", {"rishi-sunak", "volodymyr-zelensky"}),
        ("Olaf Scholz was briefed by Boris Pistorius in Berlin on the front near Kharkiv.", "held", {"olaf-scholz", "boris-pistorius"}),
        ("Lloyd Austin has spent two days in Kyiv.", "held", {"lloyd-austin"}),
        ("Jake Sullivan is expected at the Kremlin next week.", "planned", {"jake-sullivan"}),
        ("Olaf Scholz was to have met Volodymyr Zelensky in Berlin on Friday.", "cancelled", {"olaf-scholz", "volodymyr-zelensky"}),
        ("Olaf Scholz was also to have had talks with Joe Biden, but neither came.", "cancelled", {"olaf-scholz", "joe-biden"}),
        ("Emmanuel Macron has welcomed leaders of 20 countries to Paris. Among them were Olaf Scholz and Donald Tusk.", "held",
         {"emmanuel-macron", "olaf-scholz", "donald-tusk"}),
        ("In the autumn of 2023 delegations from Oslo and Kyiv held two rounds of talks in Warsaw.", "held", {"NO", "UA"}),
    ],
)  # fmt: skip
def test_meetings_without_a_word_for_one(meetings: Find, text: str, status: str, who: set[str]) -> None:
    (claim,) = meetings(text)
    assert (claim.status, set(claim.parties["participant"]) - {"partners"}) == (status, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Envoys of Ukraine and Russia met in Minsk on Monday. On Tuesday the two sides talked for three hours in Gomel.", {"UA", "RU"}),
        ("Envoys of Ukraine and Russia met in Minsk on Monday. A second round is planned for June.", {"UA", "RU"}),
        ("Olaf Scholz and Joe Biden met in Berlin in March. They saw one another in Rome on Tuesday.", {"olaf-scholz", "joe-biden"}),
        ("Defence Minister Andris Spruds and Rustem Umerov met in Riga. The two ministers spoke with Ruslan Stefanchuk on Monday.",
         {"andris-spruds", "rustem-umerov", "ruslan-stefanchuk"}),
        ("Olaf Scholz hosted Donald Tusk in Berlin. Jens Stoltenberg joined them for dinner.",
         {"olaf-scholz", "donald-tusk", "jens-stoltenberg"}),
        ("Joe Biden spoke with Olaf Scholz on Monday. The leaders look forward to meeting at the White House on 20 June.",
         {"joe-biden", "olaf-scholz"}),
        ("The Drone Coalition met in Riga in April. The next meeting of the coalition is planned for May in Vilnius.", {"Drone-Coalition"}),
        ("Donald Tusk came to Kyiv on Monday and went straight into talks with Volodymyr Zelensky.",
         {"donald-tusk", "volodymyr-zelensky"}),
        ("Emmanuel Macron received Olaf Scholz in Paris in April. Donald Tusk dined with his host on Tuesday.",
         {"donald-tusk", "emmanuel-macron"}),
    ],
)  # fmt: skip
def test_those_told_before_meet_again(meetings: Find, text: str, who: set[str]) -> None:
    assert set(meetings(text)[-1].parties["participant"]) == who


@pytest.mark.parametrize(
    "text",
    [
        "Germany spent four years with the same budget for Ukraine.",
        "Rustem Umerov, who headed the Ukrainian side, told reporters that it was a start.",
        "Several officials were dismissed in Kyiv. Among them were Oleksandr Kubrakov and Mykola Solskyi.",
        "He lost in the third round, Ukraine's coach said.",
    ],
)
def test_no_encounter(meetings: Find, text: str) -> None:
    assert meetings(text) == []


def test_who_leads_a_delegation_does_not_stand_for_it_alone(meetings: Find) -> None:
    (claim,) = meetings("Russian and Ukrainian delegations met in Istanbul on Monday. Rustem Umerov headed the Ukrainian side.")
    assert set(claim.parties["participant"]) == {"RU", "UA", "rustem-umerov"}


def test_the_same_people_are_joined_before_others(meetings: Find) -> None:
    text = (
        "Giorgia Meloni received Volodymyr Zelensky in Rome on Tuesday. Volodymyr Zelensky had come from Ramstein, where he attended "
        "a meeting of the Ukraine Defense Contact Group on Monday. After the talks with Giorgia Meloni, he spoke of courage."
    )
    rome, ramstein = (set(c.parties["participant"]) for c in meetings(text))
    assert (rome, ramstein) == ({"giorgia-meloni", "volodymyr-zelensky"}, {"volodymyr-zelensky", "Ukraine-Defense-Contact-Group"})


def test_ministers_of_states_are_no_person(meetings: Find) -> None:
    (claim,) = meetings("We, the Foreign Ministers of Norway and Latvia, met today in Oslo.")
    assert set(claim.parties["participant"]) == {"NO", "LV"}


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("Donald Tusk flew to Odesa on Monday. He held talks there with Oleksandr Kubrakov.", "place", "Odesa"),
        ("In Oslo Volodymyr Zelensky spoke with Jonas Gahr Store about gas for this winter.", "date", "2024-05-15"),
        ("Donald Tusk turned up in Odesa on Monday.", "format", "visit"),
        ("Olaf Scholz met Donald Tusk in Berlin in November.", "date", "2023-11"),
    ],
)
def test_where_when_and_how(meetings: Find, text: str, slot: str, value: str) -> None:
    assert getattr(meetings(text)[-1], slot) == value


def test_those_before_whom_a_traveller_puts_a_plan(meetings: Find) -> None:
    (claim,) = meetings("Volodymyr Zelensky flies to Berlin on Friday, where he wants to show his plan to Olaf Scholz.")
    assert set(claim.parties["participant"]) == {"volodymyr-zelensky", "olaf-scholz"}


def test_who_invites_and_who_chairs(meetings: Find) -> None:
    (claim,) = meetings(
        "The defence ministers of Norway and Latvia met in Riga under the chairmanship of Bjorn Arild Gram at Latvia's invitation."
    )
    assert claim.parties["convenor"] == ("LV",)
    assert "bjorn-arild-gram" in claim.parties["participant"]


def test_european_ministers_are_not_those_who_met_before(meetings: Find) -> None:
    text = "Olaf Scholz and Donald Tusk met in Berlin on Monday. European ministers met in Kyiv on Tuesday."
    assert all("olaf-scholz" not in c.parties["participant"] for c in meetings(text)[1:])


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("Donald Tusk was met at the station by Andrii Sybiha.", "held", [{"donald-tusk", "andrii-sybiha"}]),
        ("Baiba Braze welcomed to Riga the Foreign Minister of Ukraine, Dmytro Kuleba.", "held", [{"baiba-braze", "dmytro-kuleba"}]),
        ("Rustem Umerov saw Boris Pistorius and John Healey separately in Brussels on Monday.", "held",
         [{"rustem-umerov", "boris-pistorius"}, {"rustem-umerov", "john-healey"}]),
        ("Donald Tusk wants to see Joe Biden before the summer.", "planned", [{"donald-tusk", "joe-biden"}]),
        ("Olaf Scholz held talks with Donald Tusk on Monday, followed by a call to Volodymyr Zelensky.", "held",
         [{"olaf-scholz", "donald-tusk"}, {"olaf-scholz", "volodymyr-zelensky"}]),
        ("A visit by Donald Tusk to Odesa, planned for June, had to be postponed.", "cancelled", [{"donald-tusk"}]),
        ("The European Council sat until midnight on Friday.", "held", [{"EU"}]),
        ("Olaf Scholz has had little contact with Vladimir Putin since the war began, speaking with him once by telephone in March.",
         "held", [{"olaf-scholz", "vladimir-putin"}]),
    ],
)  # fmt: skip
def test_seen_met_and_joined(meetings: Find, text: str, status: str, who: list[set[str]]) -> None:
    claims = meetings(text)
    assert [set(c.parties["participant"]) for c in claims] == who
    assert {c.status for c in claims} == {status}


def test_people_and_parliament_of_a_state_are_met_apart(meetings: Find) -> None:
    text = (
        "Foreign Minister Dmytro Kuleba came to Riga. "
        "The Ukrainian minister will be received by Evika Silina and will meet members of the Saeima."
    )
    planned = [set(c.parties["participant"]) for c in meetings(text) if c.status == "planned"]
    assert planned == [{"evika-silina", "dmytro-kuleba"}, {"dmytro-kuleba", "Saeima"}]


def test_the_last_such_summit(meetings: Find) -> None:
    claims = meetings(
        "The EU and Ukraine held a summit in Kyiv in February 2023. The last such summit had taken place there in October 2021."
    )
    assert "2021-10" in [c.date for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Scholz also saw Vladimir Putin as a threat.",
        "Donald Tusk never saw Vladimir Putin.",
        "Kyiv's demands were met by Olaf Scholz.",
    ],
)
def test_seen_otherwise(meetings: Find, text: str) -> None:
    assert meetings(text) == []


def test_a_government_is_no_place(meetings: Find) -> None:
    (claim,) = meetings("Olaf Scholz joined Denys Shmyhal and officials from across the Ukrainian government in a conversation.")
    assert claim.place is None


@pytest.mark.parametrize(
    "text",
    [
        "Friedrich Merz met Pedro Sanchez. A promise that Pete Hegseth is said to have made to Boris Pistorius when they met "
        "at the Pentagon concerned Ukraine.",
        "Olaf Scholz met Donald Tusk. Pete Hegseth promised shells for Ukraine to Boris Pistorius when they met at the Pentagon.",
    ],
)
def test_they_are_those_of_the_clause_above(meetings: Find, text: str) -> None:
    assert {"pete-hegseth", "boris-pistorius"} in [set(c.parties["participant"]) for c in meetings(text)]


def test_a_group_sits_at_the_session_that_one_takes_part_in(meetings: Find) -> None:
    (claim,) = meetings("On May 9 Rustem Umerov took part in the 30th meeting of the Ukraine Defense Contact Group in London.")
    assert set(claim.parties["participant"]) == {"rustem-umerov", "Ukraine-Defense-Contact-Group"}
