"""What nobody urges or gives: answers in polls, cases made for giving, what is only due."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Claim, Document, Published
from promissory.packs import load_pack


def drafts(text: str, *kinds: str) -> list[Draft]:
    """The drafts of some kinds in a text, before the ranker weighs them."""
    scene = set_scene(Document(text=text, source="test", published=Published("2025-06-18", "given")), load_pack())
    return [draft for draft in find_drafts(scene) if draft.kind in kinds]


@pytest.mark.parametrize(
    "text",
    [
        "Two in five of those asked said that Ukraine should give up land, a survey found.",
        "Nearly half of Italians think that Rome should stop sending arms to Ukraine.",
        "A third of respondents want Germany to send jets to Ukraine.",
        "A poll found 48 percent of Czechs believe Kyiv must negotiate.",
        "According to a survey, Ukraine should hold elections.",
        "Respondents in the poll said the EU should seize Russian assets for Ukraine.",
    ],
)
def test_answers_in_polls_are_nobodys_claims(text: str) -> None:
    assert drafts(text, "proposal", "commitment", "need") == []


@pytest.mark.parametrize(
    "text",
    [
        "A poll showed that most Germans back it; Olaf Scholz said Berlin would deliver 10 tanks to Ukraine.",
        "Although a survey found that voters oppose it, Norway pledged 100 million euros to Ukraine.",
        "One of the generals believes that Britain will send jets to Ukraine.",
    ],
)
def test_gifts_beside_polls_are_given(text: str) -> None:
    assert drafts(text, "commitment")


@pytest.mark.parametrize(
    "text",
    [
        "A majority of member states said that Ukraine should be invited.",
        "Half of the senators urged Germany to open its borders to Ukraine.",
        "Ukraine's parliament said a third of the sum should go to Kharkiv.",
    ],
)
def test_shares_of_those_who_decide_urge(text: str) -> None:
    assert drafts(text, "proposal")


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("The case for giving Ukraine jets is compelling, Ben Wallace wrote.", ["ben-wallace"], []),
        ("The allies have a duty to arm Ukraine, Petr Pavel said.", ["petr-pavel"], ["partners"]),
        ("There is an urgent need for the EU to close the gap in shells for Ukraine, Petr Pavel said.", ["petr-pavel"], ["EU"]),
        ("Germany would be wise to give Ukraine missiles, Petr Pavel said.", ["petr-pavel"], ["DE"]),
        ("Norway and Sweden proposed that the EU finance Ukrainian drone production.", ["NO", "SE"], ["EU"]),
        ("Mark Rutte said that Russia would need to withdraw from Ukraine.", ["mark-rutte"], ["RU"]),
        ("The Kremlin dismissed Zelensky's peace formula for Ukraine.", ["volodymyr-zelensky"], ["RU"]),
        ("Dutch farmers demand that Poland stop imports of Ukrainian wheat.", [], ["PL"]),
        ("Congressman Michael McCaul said it was time to give jets to Ukraine.", ["michael-mccaul"], ["partners"]),
        ("It is vital that we act for Ukraine, Keir Starmer said.", ["keir-starmer"], ["partners"]),
        ("The UN Human Rights Council demanded a withdrawal of Russian troops from Ukraine.", ["UN-Human-Rights-Council"], ["RU"]),
        ("Sergei Lavrov said the West must stop arming Ukraine if it wants peace.", ["sergei-lavrov"], ["partners"]),
        ("Urmas Paet believes that the EU should have a shield of its own and lend it to Ukraine.", ["urmas-paet"], ["EU"]),
        ("Fifty laureates asked governments to increase aid to Ukraine.", [], ["partners"]),
        ("Kyiv demands the release of all prisoners.", ["UA"], ["RU"]),
        ("The ombudsman called for the return of deported children by Russia to Ukraine.", ["dmytro-lubinets"], ["RU"]),
        ("Kuleba: Germany must open its borders to Ukraine", ["dmytro-kuleba"], ["DE"]),
        ("Donald Trump has stated that Kyiv has “no cards” and should give way.", ["donald-trump"], ["UA"]),
        ("Donald Tusk said that Hungary is alone and should open its borders to Ukraine.", ["donald-tusk"], ["HU"]),
    ],
)
def test_what_ought_to_be_done_is_urged_and_not_given(text: str, by: list[str], to: list[str]) -> None:
    assert [(d.parties.get("by", []), d.parties.get("to", [])) for d in drafts(text, "proposal")] == [(by, to)]
    assert drafts(text, "commitment") == []


def test_what_each_of_two_is_to_do() -> None:
    found = drafts("Zelensky called for Moscow to pay for the ruins and for allies to tighten the embargo.", "proposal")
    assert [d.parties["to"] for d in found] == [["RU"], ["partners"]]


@pytest.mark.parametrize(
    "text",
    [
        "Joe Biden called out Russia for breaking the charter in Ukraine.",
        "“I suggest we wait for the facts from Ukraine,” Dmitry Peskov said.",
        "Joining the alliance will push Russia to attack Ukraine.",
        "There should be no such doubts about Ukraine, Dmitry Peskov said.",
        "Ukraine should receive the first jets this autumn, Troels Lund Poulsen said.",
        "Zelensky has proposed Iryna Mudra as deputy head of his office in Kyiv.",
        "Nobody in Ukraine should freeze for want of gas, Petr Pavel said.",
        "To take Kharkiv, Russia would need to muster more men, Kyrylo Budanov said.",
        "Germany has a duty to help Ukraine, Olaf Scholz said.",
    ],
)
def test_nobody_is_urged(text: str) -> None:
    assert drafts(text, "proposal") == []


def test_you_who_can_tighten_sanctions_are_abroad(claims_of: Callable[..., list[Claim]]) -> None:
    text = (
        "Address by President Volodymyr Zelenskyy\n\nGreat people of a great country!\n\nI spoke with our partners today. "
        "You must increase sanctions against Russia."
    )
    assert [c.parties.get("to") for c in claims_of(text, "2022-03-09", "proposal")] == [("partners",)]
