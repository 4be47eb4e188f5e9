"""Addresses and read-outs: who is meant by "the Prime Minister", "he" and a given name where somebody speaks as "I"."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.model import Claim, Document, Published
from promissory.packs import load_pack

EVENING = ("Evening address by the President", "Office of the President of Ukraine", "Dear Ukrainians! ")
DANISH = ("Speech by the Prime Minister", "Statsministeriet", "Dear friends, I thank you. ")


def claims_of(kind: str, head: tuple[str, str, str], text: str, published: str = "2024-11-19") -> list[Claim]:
    title, publisher, greeting = head
    document = Document(text=greeting + text, source="test", title=title, publisher=publisher, published=Published(published, "given"))
    return [c for c in extract(document) if c.kind == kind]


@pytest.mark.parametrize(
    ("head", "text", "speaker"),
    [
        (EVENING, "I saw Keir Starmer today. The Prime Minister said that Britain would send Ukraine more shells.", "keir-starmer"),
        (EVENING, "I met Petr Pavel today. The President believes that Ukraine will win.", "petr-pavel"),
        (EVENING, "I spoke with Emmanuel this morning. He said that Ukraine’s army was holding on.", "emmanuel-macron"),
        (DANISH, "I saw Volodymyr Zelensky in Kyiv. She and he were there. He told me: “Ukraine needs your shells.”", "volodymyr-zelensky"),
    ],
)
def test_who_is_spoken_of(head: tuple[str, str, str], text: str, speaker: str) -> None:
    said = claims_of("statement", head, text) + claims_of("commitment", head, text)
    assert {(c.parties.get("speaker") or c.attributed_to) for c in said} == {(speaker,)}


def test_the_prime_minister_at_home_where_no_other_was_named() -> None:
    (claim,) = claims_of("statement", EVENING, "The Prime Minister said today: “Ukraine will get through the winter.”")
    assert claim.parties["speaker"] == ("denys-shmyhal",)


def test_in_a_read_out_the_president_is_he() -> None:
    head = ("Readout of President Biden’s Call with President Zelenskyy", "The White House", "")
    text = "President Biden spoke today with President Zelenskyy. He condemned Russia’s strikes, and we will go on helping our partner."
    (claim,) = claims_of("statement", head, text)
    assert claim.parties["speaker"] == ("joe-biden",)


def test_who_speaks_for_an_office_makes_its_journeys() -> None:
    (claim,) = claims_of("meeting", DANISH, "Tomorrow I travel to Kyiv, and I will meet President Zelensky there.")
    assert set(claim.parties["participant"]) == {"mette-frederiksen", "volodymyr-zelensky"}


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("I call on all those allies who still hold shells in reserve to hand them over to Ukraine.", {"partners"}),
        ("I thank Ukraine for its patience. The rules of the Stability Pact need to be loosened for it.", set()),
        ("I want Ukraine to win. Our government has to look at this at once.", {"DK"}),
        ("I ask the European Council to open its doors to Ukraine in March.", {"European-Council"}),
    ],
)
def test_what_a_speaker_asks_for(text: str, to: set[str]) -> None:
    title, publisher, greeting = DANISH
    document = Document(text=greeting + text, source="test", title=title, publisher=publisher, published=Published("2024-11-19", "given"))
    drafts = [d for d in find_drafts(set_scene(document, load_pack())) if d.kind in ("proposal", "commitment")]
    assert [(d.kind, d.parties["by"], set(d.parties.get("to", ()))) for d in drafts] == [("proposal", ["mette-frederiksen"], to)]


def test_what_is_asked_for_next_month_is_not_of_last_year() -> None:
    (claim,) = claims_of("proposal", DANISH, "I ask the European Council to open its doors to Ukraine in December.")
    assert claim.date != "2023-12"


def test_the_first_of_several_points_is_no_condition() -> None:
    assert not claims_of("condition", DANISH, "I want Ukraine to win. First, we have to buy Ukraine time. Europe must not wait for others.")


def test_a_new_fund_is_of_the_state_that_the_speaker_speaks_for() -> None:
    text = "I thank you. A new fund of fifty billion kroner will make sure that Ukraine gets its shells quickly."
    (claim,) = claims_of("initiative", DANISH, text)
    assert (claim.status, claim.parties["lead"]) == ("announced", ("DK",))


def test_what_is_undertaken_by_nobody_named_is_of_the_state_that_the_speaker_speaks_for() -> None:
    text = "I am proud of that. An instalment of two billion kroner will be paid to Ukraine in June."
    (claim,) = claims_of("commitment", DANISH, text)
    assert claim.parties["donor"] == ("DK",)


def test_his_government_is_not_that_of_the_office_that_publishes() -> None:
    head = ("Call with Nordic leaders", "Prime Minister's Office, 10 Downing Street", "")
    text = "Jonas Gahr Støre set out his government's decision to pay for two more Patriot systems for Ukraine."
    assert {c.parties["donor"] for c in claims_of("commitment", head, text)} == {("NO",)}
