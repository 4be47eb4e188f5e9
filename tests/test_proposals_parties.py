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


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("London argued for lifting the limits on Ukraine, as did Paris and Warsaw.", ["GB", "FR", "PL"], []),
        ("France and Italy were being urged, above all by the Nordics, to help Ukraine.", ["nordic-countries"], ["FR", "IT"]),
        ("Retired generals have written to the Commission to plead that Ukraine be given tanks.", [], ["European-Commission"]),
        ("In the Bundestag the Christian Democrats tabled a motion calling on the government to arm Ukraine.", None, ["DE"]),
        ("Republican senator Lindsey Graham implored the president to arm Ukraine.", ["lindsey-graham"], ["US"]),
        ("Washington has suggested to Kyiv that it give up the Donbas.", ["US"], ["UA"]),
        ("Kyiv's European allies have been pushing Donald Trump to act.", ["partners"], ["donald-trump"]),
        ("Volodymyr Zelensky came, and his envoys have been lobbying the White House to lean on Orbán.", ["UA"], ["White-House"]),
        ("It falls to Germany to arm Ukraine, said Kaja Kallas.", ["kaja-kallas"], ["DE"]),
        ("“I would ask Denmark to tell you how Ukraine does it,” Zelensky said.", ["volodymyr-zelensky"], ["DK"]),
        ("In an op-ed for Le Monde, Raphaël Glucksmann says Paris should arm Ukraine.", None, ["FR"]),
        ("The IMF reviewed Ukraine's programme. The Board advises the authorities to raise taxes.", ["IMF"], ["UA"]),
        ("Henry Kissinger said that Ukraine had better cede territory.", ["henry-kissinger"], ["UA"]),
    ],
)
def test_who_urges_whom(text: str, by: list[str] | None, to: list[str]) -> None:
    (draft,) = drafts(text)
    assert by in (None, draft.parties.get("by", []))
    assert draft.parties.get("to", []) == to


@pytest.mark.parametrize(
    "text",
    [
        "“A surgeon in Kharkiv should not have to choose,” Viktor Liashko said of Ukraine.",
        "American officials object that Ukraine has too few missiles to make a difference.",
        "Kyiv's mayor pleaded for generators from abroad, saying that Ukraine had none.",
        "Let there be no doubt about Ukraine, Zelensky said.",
        "Keir Starmer said Ukraine needed to see Russia for what it is.",
        "Olaf Scholz was asked what Berlin ought to do for Ukraine.",
    ],
)
def test_nobody_is_urged(text: str) -> None:
    assert drafts(text) == []


def test_partners_in_a_coalition_are_none_abroad() -> None:
    (draft,) = drafts("Olaf Scholz is being urged by his own coalition partners to arm Ukraine.")
    assert "partners" not in draft.parties.get("by", [])


def test_it_is_not_who_speaks_behind_it() -> None:
    found = drafts("MSF works in Ukraine. It has suggested to both sides a daily pause; Moscow has not replied.")
    assert [d.parties["by"] for d in found] == [["MSF"]]


def test_he_is_whom_the_sentence_brings_in() -> None:
    text = (
        "General Nick Carter said that shells for Ukraine should have been ordered. Ed Arnold told MPs that Ukraine fires 2,000 a day; "
        "“Europe owes them the difference,” he said."
    )
    assert ["ed-arnold"] in [d.parties["speaker"] for d in drafts(text, "statement")]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "Ukraine's Dmytro Kuleba met Antony Blinken. He asked the secretary of state to speed up deliveries.",
            "dmytro-kuleba",
            ["antony-blinken"],
        ),
        ("A group of British MPs has written to David Cameron. The letter asks him to help Kyiv win.", "UK-Parliament", ["david-cameron"]),
        ("Antonio Guterres spoke of Ukraine. He urged the parties to return to talks.", "antonio-guterres", ["UA", "RU"]),
        ("Jens Stoltenberg told partners that they must not waver on Ukraine.", "jens-stoltenberg", ["NATO"]),
        ("Dovile Sakaliene of Lithuania challenged her colleagues to arm Ukraine.", "dovile-sakaliene", ["partners"]),
    ],
)
def test_whom_the_text_has_named_before(claims_of: ClaimsOf, text: str, by: str, to: list[str]) -> None:
    (claim,) = claims_of(f"Ukraine: the week\n\n{text}", "2024-05-15", "proposal")
    assert (list(claim.parties["by"]), list(claim.parties.get("to", ()))) == ([by], to)


def test_letting_nobody_say_later_urges_nothing() -> None:
    assert drafts("Let nobody say later that they did not know, Zelensky said of Ukraine.") == []
