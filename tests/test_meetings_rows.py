"""Meetings told in rows: several posts with owners of their own, several places of one journey, several who host; and contests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.model import Claim, Document, Published
from promissory.packs import load_pack

Find = Callable[[str], list[Claim]]


@pytest.fixture
def meetings(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "meeting")


def stops(text: str) -> list[tuple[str | None, str | None]]:
    """Place and day of each meeting that a text tells of, before the ranker weighs them."""
    scene = set_scene(Document(text=text, source="test", published=Published("2024-05-15", "given")), load_pack())
    return [(d.slots.get("place"), d.slots.get("date")) for d in find_drafts(scene) if d.kind == "meeting"]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "Rustem Umerov met the premier of Norway, the presidents of Latvia and Lithuania, and the Finnish president in Oslo.",
            {"jonas-gahr-store", "LV", "LT", "alexander-stubb"},
        ),
        (
            "Rustem Umerov met the chancellor of Germany, the premiers of Denmark and Sweden and the crown prince of Jordan in Oslo.",
            {"olaf-scholz", "DK", "SE", "JO"},
        ),
        (
            "Rustem Umerov received the foreign minister of Germany, Annalena Baerbock, and the foreign minister of Slovenia in Odesa.",
            {"annalena-baerbock", "tanja-fajon"},
        ),
    ],
)
def test_posts_in_a_row_are_one_person_each(meetings: Find, text: str, others: set[str]) -> None:
    assert [set(claim.parties["participant"]) for claim in meetings(text)] == [{"rustem-umerov", *others}]


def test_the_last_of_a_row_may_act_in_the_next_clause(meetings: Find) -> None:
    found = meetings("Rustem Umerov met the premier of Norway in Oslo, and the president of Finland said that Kyiv would hold.")
    assert [set(claim.parties["participant"]) for claim in found] == [{"rustem-umerov", "jonas-gahr-store"}]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rustem Umerov travelled to Oslo, Helsinki and Riga last week.", ["Oslo", "Helsinki", "Riga"]),
        ("Rustem Umerov flew to Oslo and then on to Helsinki.", ["Oslo", "Helsinki"]),
        ("Rustem Umerov's tour took him to Oslo, Helsinki and Riga.", ["Oslo", "Helsinki", "Riga"]),
        ("Rustem Umerov's visit to Norway and Finland ended on Friday.", ["Norway", "Finland"]),
        ("Emmanuel Macron and Rustem Umerov travelled by night train to Kyiv.", ["Kyiv"]),
        ("Rustem Umerov arrived in Oslo, and in Riga the premier spoke of a long winter.", ["Oslo"]),
    ],
)
def test_each_place_of_a_journey_is_a_visit(text: str, places: list[str]) -> None:
    assert [place for place, _ in stops(text)] == places


def test_each_place_of_a_journey_has_its_day() -> None:
    text = "Rustem Umerov will visit Oslo on Thursday, Helsinki on Friday and Riga on Saturday."
    assert stops(text) == [("Oslo", "2024-05-16"), ("Helsinki", "2024-05-17"), ("Riga", "2024-05-18")]


def test_the_talks_that_a_spokesman_tells_of_are_his_states(meetings: Find) -> None:
    text = "Briefing by Oleksii Arestovych, adviser\n\nThere were long talks with the President of Finland, and I know that we will hold."
    parties = [set(claim.parties["participant"]) for claim in meetings(text)]
    assert all("oleksii-arestovych" not in p for p in parties)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The officials from Ukraine, the US and Norway will gather in Oslo on Sunday.", {"UA", "US", "NO"}),
        ("The leaders of the Weimar Triangle countries — France, Germany and Poland — gathered in Oslo.", {"FR", "DE", "PL"}),
        (
            "The Oslo summit that Emmanuel Macron and Volodymyr Zelensky had planned was called off.",
            {"emmanuel-macron", "volodymyr-zelensky"},
        ),
        ("Andriy Yermak flew to Oslo for negotiations with Russia.", {"andriy-yermak", "RU"}),
    ],
)
def test_everyone_of_a_list_takes_part(meetings: Find, text: str, who: set[str]) -> None:
    assert any(who <= set(claim.parties["participant"]) for claim in meetings(text))


def test_several_may_host(meetings: Find) -> None:
    [found] = meetings("The donors' conference in Warsaw, hosted by Poland and Sweden, raised six billion dollars for Ukraine.")
    assert set(found.parties["convenor"]) == {"PL", "SE"}


@pytest.mark.parametrize(
    "text",
    [
        "Hungary offered to host talks between Kyiv and Moscow in Budapest.",
        "Norway volunteered to organise a meeting between Emmanuel Macron and Volodymyr Zelensky.",
    ],
)
def test_what_is_offered_has_not_been(meetings: Find, text: str) -> None:
    assert {claim.status for claim in meetings(text)} == {"planned"}


def test_the_first_since_then_is_not_of_then(meetings: Find) -> None:
    [found] = meetings("Emmanuel Macron's visit to Kyiv, the first since 2012, ended on Friday.")
    assert found.date == "2024-05-10"


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine met Norway in a friendly in Oslo on Saturday.",
        "Ukraine's footballers travel to Oslo to meet Norway on Tuesday.",
        "Ukraine will meet Norway in Oslo in the quarter-finals of the Nations League.",
        "Petro Lysenko of Ukraine meets Ole Hansen in Oslo for the heavyweight title.",
        "Ukraine's national team flew to Oslo on Friday.",
    ],
)
def test_contests_are_no_meetings(text: str) -> None:
    assert stops(text) == []


def test_people_in_office_may_meet_at_a_contest() -> None:
    assert stops("Emmanuel Macron met Volodymyr Zelensky at the final of the Champions League in Paris.") == [("Paris", None)]


def test_names_behind_long_titles_are_those_met(meetings: Find) -> None:
    text = (
        "Jake Sullivan and Lloyd Austin spoke on Friday with Minister of Defence Oleksii Reznikov, Head of the Office of the President "
        "Andriy Yermak, and Commander-in-Chief Valerii Zaluzhnyi of Ukraine."
    )
    [found] = meetings(text)
    assert set(found.parties["participant"]) >= {"andriy-yermak", "oleksii-reznikov", "valerii-zaluzhnyi"}
    assert "volodymyr-zelensky" not in found.parties["participant"]


def test_nobody_meets_on_a_sea(meetings: Find) -> None:
    text = "Emmanuel Macron met Volodymyr Zelensky and praised the corridor that Ukraine keeps open in the Black Sea."
    assert [claim.place for claim in meetings(text)] == [None]
