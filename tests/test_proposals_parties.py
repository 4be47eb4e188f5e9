"""Who urges and whom, where neither is plainly named, in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack
from tests.conftest import ClaimsOf


def drafts(text: str, kind: str = "proposal") -> list[Draft]:
    """The drafts of a kind in a text, before the ranker weighs them."""
    scene = set_scene(Document(text=text, source="test", published=Published("2025-06-18", "given")), load_pack())
    return [draft for draft in find_drafts(scene) if draft.kind == kind]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Ukraine proposed a truce at sea.", ["UA"], ["RU"]),
        ("Vladimir Putin set out his terms: Ukraine must leave four regions.", ["vladimir-putin"], ["UA"]),
        ("The message from Warsaw was clear: Germany should open its borders to Ukraine.", ["PL"], ["DE"]),
        ("Donald Tusk argued that others should open their borders to Ukraine.", ["donald-tusk"], ["partners"]),
        ("Donald Tusk urged every nation to open its borders to Ukraine.", ["donald-tusk"], ["partners"]),
        ("Norway urged the 27 member states to open their borders to Ukraine.", ["NO"], ["EU"]),
        ("Republican senators urged Hungary to open its borders to Ukraine.", ["US-Senate"], ["HU"]),
        ("More hawkish Conservative MPs called on Hungary to open its borders to Ukraine.", ["GB"], ["HU"]),
        ("The foreign ministers of Estonia and Latvia said Hungary should open its borders to Ukraine.", ["EE", "LV"], ["HU"]),
        ("The letter, led by Roger Wicker, calls on Hungary to open its borders to Ukraine.", ["roger-wicker"], ["HU"]),
        ("Hanno Pevkur demanded that Kyiv stop raids on the pipeline.", ["hanno-pevkur"], ["UA"]),
        ("On Saturday, Estonia and Poland pushed Hungary to open its borders to Ukraine.", ["EE", "PL"], ["HU"]),
        ("On Saturday in Brussels, Poland and Estonia urged Hungary to open its borders to Ukraine.", ["PL", "EE"], ["HU"]),
        (
            "Estonia's defence minister, Hanno Pevkur, called on Hungary to open its borders to Ukraine, two officials said.",
            ["hanno-pevkur"],
            ["HU"],
        ),
        ("Kaja Kallas said allies are tired. She insisted that they had to train Ukraine's crews faster.", ["kaja-kallas"], ["partners"]),
        ("Donald Tusk would not heed another US demand - for Poland to open its borders to Ukraine.", ["US"], ["PL"]),
        ("Donald Tusk's advice to the Germans is to open their borders to Ukraine.", ["donald-tusk"], ["DE"]),
        ("The G7 call on all countries to shun the annexations and demand that Russia leave Ukraine.", ["G7"], ["RU"]),
        ("The European Council calls on the Commission to present options on Ukraine.", ["European-Council"], ["European-Commission"]),
        ("The European Parliament renews its call on Germany to deliver missiles to Ukraine.", ["European-Parliament"], ["DE"]),
        ("The European Parliament asks Germany to deliver missiles to Ukraine.", ["European-Parliament"], ["DE"]),
        ("Rishi Sunak told Zelensky that the G7 needed to go further on sanctions.", ["rishi-sunak"], ["G7"]),
        ("Joe Biden agreed on the need for Russia to leave Ukraine.", ["joe-biden"], ["RU"]),
        ("Joe Biden sent Congress a request for $33 billion in aid to Ukraine.", ["joe-biden"], ["US-Congress"]),
        ("Joe Biden's request to Congress for Ukraine has been stuck since October.", ["joe-biden"], ["US-Congress"]),
        ("Several European Parliamentarians called on Hungary to open its borders to Ukraine.", ["European-Parliament"], ["HU"]),
        ("The European Parliament requests Germany to deliver missiles to Ukraine.", ["European-Parliament"], ["DE"]),
        ("The authors of the statement call on the international community to help Ukraine.", [], ["partners"]),
    ],
)
def test_who_and_whom(text: str, by: list[str], to: list[str]) -> None:
    assert (by, to) in [(d.parties.get("by", []), d.parties.get("to", [])) for d in drafts(text)]


def test_conditions_before_a_colon_urge_nothing() -> None:
    assert not drafts("Bart De Wever has set conditions for a loan to Ukraine: the risk must be shared by all.")


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Volodymyr Zelensky said Russia could begin negotiations if it withdrew from Ukraine.", ["RU"]),
        ("Kaja Kallas said negotiations on Ukraine could begin if Russia agreed to a ceasefire.", ["RU"]),
        ("Andriy Yermak said that would depend on Russia accepting the charter.", ["RU"]),
    ],
)
def test_conditions_of_talks(text: str, on: list[str]) -> None:
    assert on in [d.parties["on"] for d in drafts(text, "condition")]


def test_a_vice_president_is_she() -> None:
    text = "Giorgia Meloni spoke in Bern. The US vice-president, Kamala Harris, came too. “Ukraine will win,” she said."
    assert ["kamala-harris"] in [d.parties["speaker"] for d in drafts(text, "statement")]


@pytest.mark.parametrize(
    "text",
    [
        "The EU will help Ukraine to meet its budget needs.",
        "The EU is supporting Ukraine in meeting its winter preparedness needs.",
        "The EU backs Ukraine and its energy needs.",
    ],
)
def test_the_needs_are_theirs_who_are_helped(text: str) -> None:
    assert [d.parties["needs"] for d in drafts(text, "need")] == [["UA"]]


def test_passing_a_request_answers_nobody() -> None:
    found = drafts("Joe Biden noted the importance of Congress passing the request for Ukraine.")
    assert not [d for d in found if d.status != "made"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chancellor Scholz came to the Oval Office to speak of Ukraine.", "tenure"),
        ("Emmanuel Macron wants instructors in Ukraine; Olaf Scholz was wrong to dismiss it.", "tenure"),
        ("Ukraine has tanks. Any change would need the consent of all 27 countries.", "need"),
    ],
)
def test_no_claims_of_other_kinds(text: str, kind: str) -> None:
    assert not drafts(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Fried, a former envoy and one of many urging Washington to arm Ukraine, spoke in Riga.",
        "Daniel Fried is one of those urging Washington to arm Ukraine.",
        "“Ukraine is late,” said Daniel Fried, a former envoy urging Washington to arm Kyiv.",
    ],
)
def test_one_of_those_who_urge_is_named(text: str) -> None:
    assert [d.parties["by"] for d in drafts(text)] == [["daniel-fried"]]


def test_the_year_of_a_thing_is_not_that_of_the_urging() -> None:
    found = drafts("Moscow insisted that Ukraine should recognise its 2014 seizure of the peninsula.")
    assert [d.slots.get("date") for d in found] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Umerov proposed that the delegations meet again between June 20 and 30.",
        "Ukraine's paper insists on a full and unconditional truce of at least 30 days.",
    ],
)
def test_a_truce_and_more_talks_are_asked_of_the_other_side(claims_of: ClaimsOf, text: str) -> None:
    assert [c.parties.get("to") for c in claims_of(text, "2025-06-03", "proposal")] == [("RU",)]
