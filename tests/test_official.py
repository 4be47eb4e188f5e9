"""Read-outs, speeches to parliaments, communiqués and meetings of the United Nations: who speaks and urges in them."""

from __future__ import annotations

import pytest

from promissory.extraction.claims.assembling import assemble
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack
from tests.conftest import ClaimsOf


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


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("A group of eleven senators asked Joe Biden to lift the limits on Ukraine.", ["US-Senate"], ["joe-biden"]),
        ("Dozens of MEPs urged Germany to open its borders to Ukrainians.", ["European-Parliament"], ["DE"]),
        ("In the Bundestag debate on Ukraine, deputies urged France to close its ports to Russian ships.", ["Bundestag"], ["FR"]),
        ("Joe Biden pleaded with senators not to wait while Ukraine bleeds.", ["joe-biden"], ["US-Senate"]),
        ("Petr Fiala wrote to Brussels about Ukraine. The letter urges Hungary to lift its veto.", ["petr-fiala"], ["HU"]),
        ("Olaf Scholz asked parliament to close the ports to Russia before Ukraine falls.", ["olaf-scholz"], ["DE"]),
        ("Olaf Scholz urged the government to close the ports to Russian ships and help Ukraine.", ["olaf-scholz"], ["DE"]),
        ("Lindsey Graham introduced a bill that would seize Russian assets for Ukraine.", ["lindsey-graham"], []),
        ("It was now up to Hungary to lift its veto on Ukraine, Boris Pistorius said.", ["boris-pistorius"], ["HU"]),
        ("It is high time that Hungary approved the talks with Ukraine, Boris Pistorius said.", ["boris-pistorius"], ["HU"]),
        ("The shelling of Kharkiv must end at once, Boris Pistorius said.", ["boris-pistorius"], ["RU"]),
        ("Russia's nuclear blackmail of Ukraine is a disgrace and has to stop, Boris Pistorius said.", ["boris-pistorius"], ["RU"]),
        ("Sweden proposed that Ukraine be invited to join NATO.", ["SE"], ["partners"]),
        ("Kyiv asked its allies to close the sky over western Ukraine.", ["UA"], ["partners"]),
        ("Boris Pistorius said: “We must do more for Ukraine.”", ["boris-pistorius"], ["partners"]),
    ],
)
def test_lawmakers_letters_and_acts_left_to_others(text: str, by: list[str], to: list[str]) -> None:
    found = told("proposal", text)
    assert [(d.parties.get("by", []), d.parties.get("to", [])) for d in found] == [(by, to)]


def test_a_recognition_is_not_asked_of_the_one_recognised() -> None:
    found = told("proposal", "Boris Pistorius called for the recognition of Russia as a sponsor of terror in Ukraine.")
    assert [d.parties.get("to", []) for d in found] == [[]]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Russia vetoed a resolution drafted by Albania on Ukraine.", "AL", "RU"),
        ("Germany's parliament rejected a motion by the CDU to deliver Taurus missiles to Ukraine.", "CDU", "DE"),
    ],
)
def test_motions_and_resolutions_rejected(text: str, by: str, to: str) -> None:
    assert (by, to, "rejected") in [(*d.parties["by"], *d.parties["to"], d.status) for d in told("proposal", text) if "to" in d.parties]


@pytest.mark.parametrize(
    "text",
    [
        "Senators asked the White House for more missiles for Ukraine.",
        "The opposition demanded tanks for Ukraine.",
        "A petition asks Berlin to send missiles to Ukraine.",
    ],
)
def test_what_others_ask_for_is_no_need(text: str) -> None:
    assert not told("need", text)


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin said the West had to stop sending arms to Ukraine.",
        "Germany has to deliver Taurus missiles to Ukraine, Radoslaw Sikorski said.",
        "Experts at a think tank will brief Ukraine on Monday.",
    ],
)
def test_what_somebody_has_to_do_is_no_commitment(text: str) -> None:
    scene = set_scene(Document(text=text, source="test", published=Published("2024-06-10", "given")), load_pack())
    assert not [c for c in assemble(scene, list(find_drafts(scene))) if c.kind == "commitment"]


def test_a_given_name_alone_is_whoever_was_named_with_it_in_an_address() -> None:
    text = (
        "Dear Ukrainians!\n\nI spoke with Olaf Scholz today. I thanked him. Olaf told me that the winter would be hard. "
        "I asked Olaf to close the ports."
    )
    title, publisher = "Evening address", "Office of the President of Ukraine"
    assert [d.parties["speaker"] for d in told("statement", text, title, publisher)] == [["olaf-scholz"]]
    assert [d.parties["to"] for d in told("proposal", text, title, publisher)] == [["olaf-scholz"]]


def test_whose_words_a_colon_leads_to() -> None:
    text = "President Zelensky spoke of Ukraine. The world heard the words of Josep Borrell: he said that seven systems would do for Kyiv."
    assert told("statement", text)[-1].parties["speaker"] == ["josep-borrell"]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("The European Parliament urges the Council to seize Russian assets for Ukraine.", ["European-Parliament"], ["EU"]),
        ("Petr Fiala requested that Hungary lift its veto on Ukraine.", ["petr-fiala"], ["HU"]),
        ("Kyiv handed the Americans a counter-proposal to end the war in Ukraine.", ["UA"], ["US"]),
        ("Petr Fiala said that Ukrainian troops should leave Kursk.", ["petr-fiala"], ["UA"]),
        ("Sergei Lavrov said that Kyiv's sponsors must think again about Ukraine.", ["sergei-lavrov"], ["partners"]),
    ],
)
def test_organs_forces_and_sponsors(text: str, by: list[str], to: list[str]) -> None:
    assert [(d.parties.get("by", []), d.parties.get("to", [])) for d in told("proposal", text)] == [(by, to)]


@pytest.mark.parametrize(
    "text",
    [
        "Petr Fiala and Olaf Scholz underscored the importance of the group for Ukraine, which Poland will convene in May.",
        "The European Council welcomes the initiatives taken by several Member States for Ukraine.",
        "Ukraine requested that Australia send armoured vehicles.",
    ],
)
def test_no_proposal_of_what_is_welcomed_or_convened(text: str) -> None:
    assert not told("proposal", text)


def test_thanks_and_a_call_of_one_sentence_are_both_heard(claims_of: ClaimsOf) -> None:
    text = "Thinking of the talks on Ukraine, the European Council expresses its appreciation to Switzerland and calls for a coalition."
    assert [c.parties["speaker"] for c in claims_of(text) if c.kind == "statement"] == [("European-Council",)]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("MEPs deplore the delay, and they urge Hungary to lift its veto on Ukraine.", ["European-Parliament"], ["HU"]),
        (
            "Petr Fiala and Olaf Scholz met over Ukraine. They called on Russia to de-escalate.",
            ["petr-fiala", "olaf-scholz"],
            ["RU"],
        ),
        ("Petr Fiala and Olaf Scholz urged more support for the refugees from Ukraine.", ["petr-fiala", "olaf-scholz"], []),
        ("In May nine countries, among them Poland and Sweden, had urged Hungary to lift its veto on Ukraine.", ["PL", "SE"], ["HU"]),
        ("The Trump administration urged Kyiv to come to the table.", ["US"], ["UA"]),
        ("European troops should guard the sky of Ukraine, Petr Fiala said.", ["petr-fiala"], ["EU"]),
        (
            "The vote in the General Assembly was a triumph for Ukraine. Ninety states backed the resolution, which urges Russia to leave.",
            ["UN-General-Assembly"],
            ["RU"],
        ),
        (
            "The Security Council met on Ukraine. Poland's representative recommended that the Assembly set up a register.",
            ["PL"],
            ["UN-General-Assembly"],
        ),
    ],
)
def test_whom_they_and_several_are(text: str, by: list[str], to: list[str]) -> None:
    assert [(d.parties.get("by", []), d.parties.get("to", [])) for d in told("proposal", text)] == [(by, to)]
