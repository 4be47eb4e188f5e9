"""Read-outs, speeches to parliaments, communiqués and meetings of the United Nations: who speaks and urges in them."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack


def told(kind: str, text: str, title: str | None = None, publisher: str | None = None) -> list[Draft]:
    """The drafts of a kind, before the ranker weighs them."""
    published = Published("2024-06-10", "given")
    scene = set_scene(Document(text=text, source="test", title=title, publisher=publisher, published=published), load_pack())
    return [draft for draft in find_drafts(scene) if draft.kind == kind]


@pytest.mark.parametrize(
    ("publisher", "speaker"),
    [("The White House", "joe-biden"), ("Office of the President of Ukraine", "volodymyr-zelensky"), ("Reuters", "andrzej-duda")],
)
def test_the_president_is_that_of_the_office_that_publishes(publisher: str, speaker: str) -> None:
    text = (
        "President Joe Biden and President Volodymyr Zelenskyy of Ukraine spoke today with President Andrzej Duda of Poland. "
        "President Duda thanked both for their time. The President condemned the shelling of Kherson."
    )
    assert told("statement", text, publisher=publisher)[-1].parties["speaker"] == [speaker]


@pytest.mark.parametrize(
    ("delegate", "state"),
    [
        ("The representative of Japan", "JP"),
        ("France’s delegate", "FR"),
        ("Her counterpart from Brazil", "BR"),
        ("The speaker for Norway", "NO"),
    ],
)
def test_a_delegate_without_a_name_goes_on_as_he(delegate: str, state: str) -> None:
    text = (
        "Rosemary DiCarlo told the Security Council that Ukraine was facing a hard winter. "
        f"{delegate} said that the strikes on Kyiv were a crime. He also warned that the war would spread."
    )
    assert [d.parties["speaker"] for d in told("statement", text)] == [["rosemary-dicarlo"], [state], [state]]


@pytest.mark.parametrize(
    ("title", "opening", "to"),
    [
        ("Speech by President Zelenskyy to the Riksdag", "Mr Speaker, members of Parliament!", "SE"),
        ("Address by President Zelenskyy to the Canadian Parliament", "Mr Speaker!", "CA"),
        ("Speech by President Zelenskyy in Oslo", "Dear people of Norway!", "NO"),
    ],
)
def test_a_guest_speaks_to_those_who_receive_him(title: str, opening: str, to: str) -> None:
    text = f"{title}\n\n{opening}\n\nI thank you for this day. I urge you to lead the way. I ask you to close your ports to Russian ships."
    assert [d.parties["to"] for d in told("proposal", text, title)] == [[to], [to]]


def test_an_address_to_one_s_own_people_stays_at_home() -> None:
    text = "I wish you health, fellow Ukrainians!\n\nI spoke today with our partners. I thank them. I urge you to heed the sirens."
    assert [d.parties["to"] for d in told("proposal", text, "Address by the President of Ukraine")] == [["UA"]]


def test_a_body_whose_members_are_spelt_out_speaks_for_itself() -> None:
    text = (
        "We, the G7 finance ministers of Canada, France, Germany, Italy, Japan, the United Kingdom and the United States of America, met "
        "in Stresa. We urge Russia to end its war. We call on our partners to close loopholes."
    )
    assert {tuple(d.parties["by"]) for d in told("proposal", text, "Statement on Ukraine")} == {("G7",)}


def test_both_sides_are_those_who_met_even_where_one_acted_last() -> None:
    text = (
        "Jake Sullivan and Antony Blinken spoke today with Andriy Yermak of Ukraine. The U.S. officials briefed him on the package. "
        "Both sides welcomed the ceasefire in the Black Sea."
    )
    assert told("statement", text, publisher="The White House")[-1].parties["speaker"] == ["US", "UA"]


@pytest.mark.parametrize(
    "text",
    [
        "Petr Fiala noted that Ukraine had a right to self-defence and encouraged Hungary to lift its veto.",
        "Petr Fiala said the initiative was working and urged Hungary to join it.",
        "Petr Fiala stressed that Ukraine needs more shells and called on Hungary to join the initiative.",
        "Petr Fiala said that the shells would arrive soon and appealed to Hungary to lift its veto.",
    ],
)
def test_who_urges_after_what_he_said(text: str) -> None:
    assert ["petr-fiala"] in [d.parties.get("by") for d in told("proposal", text) if "HU" in d.parties.get("to", [])]


def test_one_told_of_may_have_urged_himself() -> None:
    found = told("proposal", "Petr Fiala said that Olaf Scholz met Viktor Orban and urged Hungary to lift its veto.")
    assert [d.parties["by"] for d in found] == [["olaf-scholz"]]
