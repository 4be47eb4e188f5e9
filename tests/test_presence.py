"""Who is told to be at a meeting in a clause beside it: relative clauses, "their leaders", pronouns before their names, plans for two."""

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
        ("The help was settled at a conference in Oslo, at which Olaf Scholz and Rustem Umerov spoke on Monday.", "held",
         {"olaf-scholz", "rustem-umerov"}),
        ("A conference to which Ottawa is sending Melanie Joly opens in Lugano on 28 May.", "planned", {"melanie-joly"}),
        ("The figures are due at a session in Oslo that will be presided over by Lloyd Austin and attended by Rustem Umerov.", "planned",
         {"lloyd-austin", "rustem-umerov"}),
        ("The shells were promised at a video conference in which Mette Frederiksen and Ulf Kristersson took part on Monday.", "held",
         {"mette-frederiksen", "ulf-kristersson"}),
        ("Antonio Costa will chair a gathering of the 27 heads of government in Riga on 1 June.", "planned", {"EU", "antonio-costa"}),
        ("The summit in Riga is due on 28 May and will be attended by Donald Tusk.", "planned", {"donald-tusk"}),
        ("Latvia hailed a dinner in Paris on Monday, at which Emmanuel Macron played host to Olaf Scholz.", "held",
         {"emmanuel-macron", "olaf-scholz"}),
        ("Sergei Lavrov and his Turkish colleague, Hakan Fidan, whose talks in Izmir lasted an hour on Monday, left no paper.", "held",
         {"sergei-lavrov", "hakan-fidan"}),
        ("The loan was approved by the leaders of the European Union when they gathered in Brussels on Monday.", "held", {"EU"}),
        ("The loan, which the G7 members settled when their leaders met in Bari on Monday, is for Ukraine.", "held", {"G7"}),
        ("Washington announced on Tuesday that Antony Blinken had met Dmytro Kuleba in Warsaw on Monday.", "held",
         {"antony-blinken", "dmytro-kuleba"}),
        ("Plans for Olaf Scholz and Donald Tusk to see each other in Gdansk have been put on ice.", "cancelled",
         {"olaf-scholz", "donald-tusk"}),
        ("The speech was held before Olaf Scholz holds talks with Donald Tusk.", "planned", {"olaf-scholz", "donald-tusk"}),
        ("Olaf Scholz will welcome the leaders of the other six rich democracies to Elmau on Sunday.", "planned", {"olaf-scholz", "G7"}),
        ("Robert Fico drove to Uzhhorod on Monday in order to confer with Denys Shmyhal.", "held", {"robert-fico", "denys-shmyhal"}),
        ("Mark Rutte received Kaja Kallas in The Hague on Monday, the first visit since his return.", "held",
         {"mark-rutte", "kaja-kallas"}),
        ("Rustem Umerov praised Lloyd Austin, whom he had seen at Ramstein on Monday.", "held", {"rustem-umerov", "lloyd-austin"}),
    ],
)  # fmt: skip
def test_those_a_clause_puts_there(meetings: Find, text: str, status: str, who: set[str]) -> None:
    assert (status, who) in [(claim.status, set(claim.parties["participant"])) for claim in meetings(text)]


def test_a_pronoun_before_the_name_it_stands_for(meetings: Find) -> None:
    text = "Rustem Umerov waited. Arriving in Oslo, where she was to hold talks with Denys Shmyhal, Kajsa Ollongren spoke of drones."
    assert {"kajsa-ollongren", "denys-shmyhal"} in [set(claim.parties["participant"]) for claim in meetings(text)]


def test_going_over_a_plan_is_no_visit(meetings: Find) -> None:
    assert not meetings("Olaf Scholz went over the defence of the Black Sea with his staff.")


def test_a_visit_that_is_put_to_use_took_place(meetings: Find) -> None:
    (claim,) = meetings("Rishi Sunak's trip to Kyiv on Monday was used to put a pact on paper.")
    assert (claim.status, set(claim.parties["participant"])) == ("held", {"rishi-sunak"})


def test_who_hosts_a_conference_together(meetings: Find) -> None:
    (claim,) = meetings("Hopes rest on the Ukraine Recovery Conference, which Italy will host together with Ukraine in Rome in June.")
    assert set(claim.parties["convenor"]) == {"IT", "UA"}


def test_the_day_before_is_counted_from_the_day_told(meetings: Find) -> None:
    found = meetings("The pact was sealed in Riga on 8 May. Volodymyr Zelensky had met Olaf Scholz in Berlin the day before.")
    assert [claim.date for claim in found if "olaf-scholz" in claim.parties["participant"]] == ["2024-05-07"]


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("Joe Biden will speak in Bonn, hold talks with Olaf Scholz and join the session of the NATO-Ukraine Council in June.", "planned",
         {"joe-biden", "NATO", "UA"}),
        ("On Monday Joe Biden convened a call with the leaders of Norway and Iceland to coordinate deliveries.", "held",
         {"joe-biden", "NO", "IS"}),
        ("Olaf Scholz had a call with Donald Tusk and, right after that with Petr Pavel.", "held", {"olaf-scholz", "petr-pavel"}),
        ("Olaf Scholz told Rustem Umerov. He instructed Boris Pistorius to meet with Lloyd Austin in Bonn in June.", "planned",
         {"boris-pistorius", "lloyd-austin"}),
        ("Olaf Scholz will host the Prime Ministers of Estonia and Latvia in Berlin on Friday.", "planned", {"olaf-scholz", "EE", "LV"}),
        ("An American delegation is expected to see its Ukrainian counterparts in London on Wednesday.", "planned", {"US", "UA"}),
        ("Alexander Stubb played seven hours of golf with Petr Pavel in Turku on Monday.", "held", {"alexander-stubb", "petr-pavel"}),
        ("Rustem Umerov will put the plan to Lloyd Austin in Bonn on Friday.", "planned", {"rustem-umerov", "lloyd-austin"}),
        ("Olaf Scholz will be back in June, he said after two hours of talks with Donald Tusk.", "held", {"olaf-scholz", "donald-tusk"}),
        ("It came with a visit to Paris on Monday by Denys Shmyhal, who handed Emmanuel Macron a list.", "held",
         {"denys-shmyhal", "emmanuel-macron"}),
        ("The next meeting in the Ramstein format will take place in June.", "planned", {"Ukraine-Defense-Contact-Group"}),
    ],
)  # fmt: skip
def test_who_meets_in_a_report(meetings: Find, text: str, status: str, who: set[str]) -> None:
    assert (status, who) in [(claim.status, set(claim.parties["participant"])) for claim in meetings(text)]


def test_a_day_of_another_clause_is_not_the_meetings(meetings: Find) -> None:
    found = meetings("Lloyd Austin met Boris Pistorius in Bonn, and he will chair the next session at Ramstein in September.")
    assert [claim.date for claim in found if "boris-pistorius" in claim.parties["participant"]] == ["2024-05-15"]


def test_whoever_led_a_delegation_elsewhere_was_not_on_the_call(meetings: Find) -> None:
    found = meetings("Joe Biden spoke by phone with Olaf Scholz on Monday. Wendy Sherman led a delegation at the session in Geneva.")
    assert {"joe-biden", "olaf-scholz"} in [set(claim.parties["participant"]) for claim in found]


def test_a_president_meets_his_wife_and_his_guest_apart(meetings: Find) -> None:
    text = (
        "Volodymyr Zelensky met Olena Zelenska in Lviv on Monday. Volodymyr Zelensky had a conversation with Mette Frederiksen on Monday."
    )
    assert {"volodymyr-zelensky", "mette-frederiksen"} in [set(claim.parties["participant"]) for claim in meetings(text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I thank Olaf Scholz for our conversation.", "held"),
        ("Tomorrow we are expecting Olaf Scholz.", "planned"),
        ("I am off again: at the end of the week there will be talks in Paris with Olaf Scholz.", "planned"),
        ("Olaf Scholz came to Odesa, and during our meeting a Russian missile hit the port.", "held"),
    ],
)
def test_whom_the_one_who_speaks_meets(claims_of: Callable[..., list[Claim]], text: str, status: str) -> None:
    address = f"Address by President of Ukraine Volodymyr Zelenskyy\n\nDear Ukrainians!\n\n{text}\n\nGlory to Ukraine!"
    found = [(claim.status, set(claim.parties["participant"])) for claim in claims_of(address, "2024-05-15", "meeting")]
    assert (status, {"volodymyr-zelensky", "olaf-scholz"}) in found
