"""Tenures told of a post that changes hands, of first and last days in it, of those wanted for it; and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf


def told(claims_of: ClaimsOf, day: str, text: str) -> set[tuple[str, str, str | None]]:
    return {(c.parties["person"][0], c.status, c.post) for c in claims_of(text, day, "tenure")}


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        (
            "2024-09-06",
            "Kuleba out, Sybiha in: Zelensky reshuffles his government in Kyiv.",
            {("dmytro-kuleba", "leaves_office", "foreign_minister"), ("andrii-sybiha", "takes_office", "foreign_minister")},
        ),
        (
            "2024-07-06",
            "Rishi Sunak gave way to Keir Starmer as Britain's prime minister on Friday. Ukraine watched.",
            {("rishi-sunak", "leaves_office", "prime_minister"), ("keir-starmer", "takes_office", "prime_minister")},
        ),
        (
            "2024-07-08",
            "Kajsa Ollongren made room for Ruben Brekelmans at the Dutch defence ministry. Both support Ukraine.",
            {("kajsa-ollongren", "leaves_office", "defence_minister"), ("ruben-brekelmans", "takes_office", "defence_minister")},
        ),
        (
            "2025-07-18",
            "Denys Shmyhal moves from the premiership to the defence ministry in Kyiv.",
            {("denys-shmyhal", "leaves_office", "prime_minister"), ("denys-shmyhal", "takes_office", "defence_minister")},
        ),
        (
            "2025-09-06",
            "David Lammy was moved from the Foreign Office to justice. Kyiv thanked him.",
            {("david-lammy", "leaves_office", "foreign_minister"), ("david-lammy", "takes_office", "justice_minister")},
        ),
        (
            "2024-05-15",
            "Vladimir Putin has removed Sergei Shoigu from the defence ministry and replaced him with Andrei Belousov. Ukraine shrugged.",
            {("sergei-shoigu", "leaves_office", "defence_minister"), ("andrei-belousov", "takes_office", "defence_minister")},
        ),
    ],
)
def test_one_leaves_what_another_takes(claims_of: ClaimsOf, day: str, text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert told(claims_of, day, text) == expected


@pytest.mark.parametrize(
    ("day", "text", "person", "status"),
    [
        ("2024-02-09", "Command of Ukraine's army passed to General Oleksandr Syrskyi on Thursday.", "oleksandr-syrskyi", "takes_office"),
        (
            "2025-05-02",
            "Marco Rubio will stand in for Mike Waltz as national security adviser, Trump said. Kyiv declined to comment.",
            "marco-rubio",
            "takes_office",
        ),
        (
            "2025-09-10",
            "Emmanuel Macron on Tuesday entrusted Sebastien Lecornu with the office of prime minister. He knows Ukraine.",
            "sebastien-lecornu",
            "takes_office",
        ),
        (
            "2023-01-20",
            "Boris Pistorius was handed his certificate of appointment as defence minister on Thursday. Ukraine wants Leopards.",
            "boris-pistorius",
            "takes_office",
        ),
        (
            "2023-12-14",
            "The swearing-in of Donald Tusk as prime minister ended eight years of nationalist rule in Poland. Kyiv is pleased.",
            "donald-tusk",
            "takes_office",
        ),
        (
            "2025-06-03",
            "Nawrocki beat Rafal Trzaskowski in the run-off for the Polish presidency on Sunday. Kyiv congratulated the winner.",
            "karol-nawrocki",
            "takes_office",
        ),
        (
            "2023-01-12",
            "Russia has put Valery Gerasimov in charge of its war in Ukraine.",
            "valery-gerasimov",
            "takes_office",
        ),
        (
            "2024-05-11",
            "Zaluzhnyi has been discharged from military service and posted to London as Ukraine's ambassador.",
            "valerii-zaluzhnyi",
            "takes_office",
        ),
        (
            "2023-11-23",
            "David Cameron made a surprise return to government as foreign secretary and was in Kyiv three days later.",
            "david-cameron",
            "takes_office",
        ),
        (
            "2025-11-29",
            "Zelensky announced the departure of his chief of staff, Andriy Yermak, in an evening address.",
            "andriy-yermak",
            "leaves_office",
        ),
        (
            "2025-11-29",
            "The resignation on Friday of Andriy Yermak leaves Ukraine without its chief negotiator.",
            "andriy-yermak",
            "leaves_office",
        ),
        (
            "2025-08-07",
            "Andrzej Duda ended his ten years as Poland's president on Wednesday. He was a friend of Ukraine.",
            "andrzej-duda",
            "leaves_office",
        ),
        (
            "2023-01-18",
            "Germany's defence minister, Christine Lambrecht, has asked to be dismissed. Ukraine wants Leopards.",
            "christine-lambrecht",
            "leaves_office",
        ),
        (
            "2025-07-23",
            "Oksana Markarova's time as Ukraine's ambassador in Washington is coming to an end.",
            "oksana-markarova",
            "leaves_office",
        ),
        ("2025-01-20", "Lloyd Austin's last day at the Pentagon was Monday. Ukraine owes him much.", "lloyd-austin", "leaves_office"),
        (
            "2025-05-09",
            "Olaf Scholz leaves the chancellery after three and a half years, in which Germany armed Ukraine.",
            "olaf-scholz",
            "leaves_office",
        ),
        (
            "2023-01-18",
            "Chancellor Scholz wants Boris Pistorius to succeed Christine Lambrecht. Ukraine wants Leopards.",
            "boris-pistorius",
            "candidate",
        ),
        (
            "2023-11-15",
            "Radoslaw Sikorski is tipped to return as Poland's foreign minister, a sign of support for Ukraine.",
            "radek-sikorski",
            "candidate",
        ),
        (
            "2024-11-13",
            "Trump's pick for secretary of state, Marco Rubio, voted against aid to Ukraine in April.",
            "marco-rubio",
            "candidate",
        ),
        (
            "2022-08-25",
            "Liz Truss, the front-runner to succeed Boris Johnson, said she would be Ukraine's best friend.",
            "liz-truss",
            "candidate",
        ),
    ],
)
def test_who_and_what_becomes_of_them(claims_of: ClaimsOf, day: str, text: str, person: str, status: str) -> None:
    assert {(who, state) for who, state, _ in told(claims_of, day, text)} == {(person, status)}


def test_a_first_day_in_office(claims_of: ClaimsOf) -> None:
    text = "On their first day in office, EU foreign policy chief Kaja Kallas and European Council President Antonio Costa came to Kyiv."
    found = told(claims_of, "2024-12-02", text)
    assert {(who, status) for who, status, _ in found} == {("kaja-kallas", "takes_office"), ("antonio-costa", "takes_office")}


@pytest.mark.parametrize(
    "text",
    [
        "Joe Biden stepped down from the plane in Warsaw, a day after his visit to Kyiv.",
        "Emmanuel Macron dropped out of the call on Ukraine after ten minutes.",
        "Ursula von der Leyen took charge of the discussion on Ukraine at dinner.",
        "Starmer in, lights out: the prime minister's night train to Kyiv.",
        "Macron gave way on the question of troops for Ukraine.",
        "Rishi Sunak gave way to a pedestrian in Kyiv.",
        "Olaf Scholz stood in for a missing interpreter in Kyiv.",
        "Pistorius moved from Kyiv to Odesa.",
        "Command of the sky over Ukraine passed to the drones.",
        "Orban's first day in Kyiv began with a prayer.",
        "The departure of his guests made Zelensky sad in Kyiv.",
        "Scholz was given command of the pasta machine at a fair for Ukraine.",
    ],
)
def test_no_post_changes_hands(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text, "2024-07-11", "tenure") == []
