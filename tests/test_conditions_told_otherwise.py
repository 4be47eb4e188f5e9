"""Conditions told as a swap, as what may be eased or handed over only then; and suppositions that set no terms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Claim, Document, Published
from promissory.packs import load_pack
from tests.conftest import ClaimsOf

Find = Callable[..., list[Claim]]


def drafts(text: str, kind: str = "condition") -> list[Draft]:
    """The drafts of a kind in a text, before the ranker weighs them."""
    scene = set_scene(Document(text=text, source="test", published=Published("2024-05-15", "given")), load_pack())
    return [draft for draft in find_drafts(scene) if draft.kind == kind]


@pytest.mark.parametrize(
    ("text", "on", "by"),
    [
        ("The Commission would pay 2 billion euros to Ukraine in exchange for tax reforms.", ["UA"], ["EU"]),
        ("The United States would share satellite images with Kyiv in return for access to Ukraine's titanium.", ["UA"], ["US"]),
        ("Russia would hand back the plant to Ukraine in exchange for an easing of sanctions.", ["partners"], ["RU"]),
        ("Germany would lift sanctions in exchange for a ceasefire in Ukraine.", ["RU"], ["DE"]),
        ("In return for guarantees, Ukraine would have to cede land under the plan.", ["UA"], []),
        ("Norway can send the jets to Ukraine only after obtaining a licence from Washington.", ["US"], ["NO"]),
        ("Restrictions on Belarus could be lifted if Minsk stops helping Russia in Ukraine, a French official said.", ["BY"], ["FR"]),
        ("Ukraine promised not to hit targets in Russia with British missiles.", ["UA"], []),
        ("Kyiv has to meet 16 indicators under the Ukraine Facility to get the tranche.", ["UA"], ["EU"]),
        ("Warsaw said the handover of the jets to Ukraine depended on a decision by NATO.", ["NATO"], ["PL"]),
        ("No peace in Ukraine is possible without the return of all prisoners, Andriy Yermak said.", ["RU"], ["andriy-yermak"]),
    ],
)
def test_swaps_and_what_comes_only_then(text: str, on: list[str], by: list[str]) -> None:
    (draft,) = drafts(text)
    assert (draft.status, draft.parties["on"], draft.parties.get("set_by", [])) == ("stated", on, by)


@pytest.mark.parametrize(
    "text",
    [
        "As soon as the fighting is over, we will start rebuilding Kharkiv, Zelensky said.",
        "If Moscow gets away with it, Europe will pay a far higher cost in Ukraine, Jens Stoltenberg said.",
        "What if nobody sends Ukraine shells, Boris Johnson asked.",
        "Setting the conditions for an assault on Crimea takes time, Ukraine's general said.",
        "The move may draw protests unless Moldova asks Ukraine for help.",
        "Ukraine gave up its warheads in return for assurances.",
    ],
)
def test_suppositions_set_no_terms(text: str) -> None:
    assert drafts(text) == []


def test_what_waits_for_others_is_not_given() -> None:
    statuses = {
        (d.parties["donor"][0], d.status)
        for d in drafts("Spain would send tanks to Ukraine, officials said, as long as Finland sent shells.", "commitment")
    }
    assert ("FI", "delivered") not in statuses


def test_a_permit_that_is_needed_first_is_a_condition() -> None:
    text = "The Netherlands prepared jets for Ukraine. An export permit is still needed before the jets can leave."
    assert [d.parties["on"] for d in drafts(text)] == [["NL"]]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The Belgian premier insisted that he would not move unless every capital stood behind Euroclear. Ukraine waits.", ("partners",)),
        ("The EU will pay Ukraine 10 billion euros in 2026, provided that Kyiv catches up on the reforms.", ("UA",)),
    ],
)
def test_whose_part_the_terms_are(claims_of: ClaimsOf, text: str, on: tuple[str, ...]) -> None:
    assert [c.parties.get("on") for c in claims_of(text, "2025-12-20", "condition")] == [on]


def test_with_or_without_a_blessing_sets_no_terms(claims_of: ClaimsOf) -> None:
    assert claims_of("Poland would hand Ukraine the tanks with or without Berlin's blessing.", "2023-01-20", "condition") == []


@pytest.mark.parametrize(
    ("text", "on", "by"),
    [
        ("There will be no French troops in Ukraine before a ceasefire.", ["RU"], ["FR"]),
        ("Washington would put nothing on Ukraine in writing ahead of a settlement.", ["RU"], ["US"]),
        ("Berlin will not deliver Taurus to Ukraine pending a decision in Washington.", ["US"], ["DE"]),
        ("Absent American guarantees, Britain will not send troops to Ukraine.", ["US"], ["GB"]),
        ("Ukraine is ready. “But first there must be a ceasefire,” Zelensky said.", ["RU"], ["volodymyr-zelensky"]),
        ("London wants assurances from Washington first, before any force for Ukraine.", ["US"], ["GB"]),
        ("Leopards may leave Germany for Ukraine provided America sends Abrams.", ["US"], []),
        ("Finland would take part in a joint effort for Ukraine so long as larger countries bear the brunt.", ["partners"], ["FI"]),
        ("London and Paris would send troops to Ukraine, but both attach a string: an American backstop.", ["US"], ["GB", "FR"]),
        ("Belgium demands that the EU underwrite the risk of a loan to Ukraine as the price of its yes.", ["EU"], ["BE"]),
        ("Bern will not let shells pass to Ukraine unless the Federal Council changes the law.", ["CH"], ["CH"]),
        ("The payment of the next tranche to Ukraine requires that the government appoint a customs chief.", ["UA"], []),
        ("Orban would agree to the aid for Ukraine on one condition: that it be reviewed each year.", ["UA"], ["HU"]),
        ("Whether Poland sends its jets to Ukraine depends on Germany.", ["DE"], ["PL"]),
        ("Kyiv will hold elections only if there is a ceasefire.", ["RU"], ["UA"]),
        ("There can be no talks on Ukraine while bombs are falling.", ["RU"], []),
    ],
)
def test_what_must_come_first(text: str, on: list[str], by: list[str]) -> None:
    (draft,) = drafts(text)
    assert (draft.status, draft.parties["on"], draft.parties.get("set_by", [])) == ("stated", on, by)


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv sent no troops to the border before the ceasefire in 2014.",
        "The ministers will meet ahead of the summit on Ukraine on Thursday.",
        "Barring surprises, Rutte will visit Kyiv on Monday.",
        "Zelensky was the first to arrive in Kyiv, and he wants to win first prize.",
        "The law requires that parliament adopt a budget for Ukraine by December.",
        "Norway keeps sending Ukraine weapons as long as it takes.",
    ],
)
def test_what_comes_before_sets_no_terms(text: str) -> None:
    assert drafts(text) == []


def test_targets_of_a_programme_are_those_of_its_lender() -> None:
    text = "The IMF completed its review of Ukraine's programme. All quantitative targets for June were observed."
    assert [(d.status, d.parties.get("set_by")) for d in drafts(text)] == [("met", ["IMF"])]


def test_strangers_set_no_terms_for_the_giver_told_of_before() -> None:
    text = "France gave Ukraine ten howitzers. Insurers will not cover crews in Kharkiv unless the air raids stop."
    assert [d.parties.get("set_by") for d in drafts(text)] == [None]
