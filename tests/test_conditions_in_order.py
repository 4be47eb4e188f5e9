"""Conditions told as an order of things, as a duty with what it is for or what else will come, and with whom a decision lies."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack
from tests.conftest import ClaimsOf


def drafts(text: str) -> list[Draft]:
    """The drafts of conditions in a text, before the ranker weighs them."""
    scene = set_scene(Document(text=text, source="test", published=Published("2025-10-20", "given")), load_pack())
    return [draft for draft in find_drafts(scene) if draft.kind == "condition"]


@pytest.mark.parametrize(
    ("text", "on", "by"),
    [
        ("For talks to begin, Russia must stop its attacks on Ukraine, Macron said.", ["RU"], ["emmanuel-macron"]),
        ("In order for the eighth payment to be made, Ukraine's parliament must adopt a law on prosecutors.", ["UA"], []),
        ("For Kyiv to get the money, the Rada has to vote by Thursday.", ["UA"], []),
        ("To receive the next 3 billion euros, Ukraine has to appoint judges to its constitutional court.", ["UA"], []),
        ("If Ukraine wants to join the EU, it must fight corruption, Merz said.", ["UA"], ["friedrich-merz"]),
        ("Kyiv must pass two laws by the end of June if it wants to keep the money from the World Bank.", ["UA"], []),
        ("Ukraine must withdraw from Donbas, or Russia will take it by force, Putin said.", ["UA"], ["RU"]),
        ("A full ceasefire must precede any negotiation about territory, Zelensky said.", ["RU"], ["volodymyr-zelensky"]),
        ("Peace talks in Ukraine must be preceded by a full ceasefire, Sybiha said.", ["RU"], ["andrii-sybiha"]),
        ("First a ceasefire, then talks: Kyiv's allies stick to the sequence.", ["RU"], []),
        ("It is up to Germany whether Poland may hand over its Leopards to Ukraine.", ["DE"], ["PL"]),
        ("The key to the release of the tranche lies with the Rada, which has to pass the tax bill for Ukraine.", ["UA"], []),
        ("The success of the truce in Ukraine stands or falls with Moscow's willingness to keep it.", ["RU"], []),
        ("The fate of the loan to Ukraine turns on Belgium, which hosts Euroclear.", ["BE"], []),
        ("Much depends on whether the Senate passes the supplemental with money for Ukraine.", ["US"], []),
        ("Everything hangs on the agreement of the Americans, a French diplomat said of the force for Ukraine.", ["US"], ["FR"]),
        ("Without American guarantees there will be no European troops in Ukraine, Starmer said.", ["US"], ["keir-starmer"]),
        ("London is prepared to send troops to Ukraine, but not without an American backstop.", ["US"], ["GB"]),
        ("No ceasefire in Ukraine without a halt to arms supplies, says Lavrov", ["partners"], ["RU"]),
        ("Peacekeepers will be sent to Ukraine not before the guns fall silent, Merz said.", ["RU"], ["DE"]),
        ("Not until Russia pays for the damage will its assets be released, the G7 said. Ukraine agrees.", ["RU"], ["G7"]),
        ("Not a cent will flow to Kyiv until the new rules are in place, an EU official said.", ["UA"], ["EU"]),
        ("Only once the guns are silent can elections be held in Ukraine, Zelensky said.", ["RU"], ["UA"]),
        ('"If there is no real ceasefire, there can be no talk of elections," Zelensky said.', ["RU"], ["volodymyr-zelensky"]),
        ("Viktor Orban has said he will block the aid until Ukraine restores the rights of its minority.", ["UA"], ["HU"]),
        ("The German Patriots will leave for Ukraine as soon as the United States delivers replacements.", ["US"], ["DE"]),
        ("Zelensky said he was ready to hold elections if the allies guaranteed security.", ["partners"], ["UA"]),
        ("Zelensky would resign in return for membership of NATO for Ukraine.", ["NATO"], ["UA"]),
        ("Subject to parliamentary approval, Denmark will allocate 2 billion kroner to Ukraine.", ["DK"], ["DK"]),
        ("The EU's leaders have made a decision on the loan subject to Ukraine's progress.", ["UA"], ["EU"]),
        ("Turkey's participation in the Black Sea mission depends on a ceasefire in Ukraine.", ["RU"], ["TR"]),
        ("Kyiv's condition for talks is a ceasefire.", ["RU"], ["UA"]),
        ("One requirement for the 90 billion loan is that Ukraine raise taxes on parcels.", ["UA"], []),
        ("Among the IMF's requirements are higher taxes in Ukraine and a market for gas.", ["UA"], ["IMF"]),
        ("Greece wants the tanks it would send to Ukraine replaced first.", ["partners"], ["GR"]),
        ("South Korea is considering sending weapons to Ukraine should North Korean troops enter the fight.", ["KP"], ["KR"]),
        ("Peskov said the special military operation could end tomorrow if Ukraine left the four regions.", ["UA"], ["RU"]),
        ("As long as Russia occupies Ukrainian land, sanctions will remain in force, Kallas said.", ["RU"], ["EU"]),
        ("Germany insists that its weapons not be used against targets inside Russia, Ukraine's envoy said.", ["UA"], ["DE"]),
        ("The use of the ATACMS is limited to targets in occupied Crimea, US officials told Ukraine.", ["UA"], ["US"]),
        ("Argentina would send its jets to Ukraine provided it was compensated.", ["partners"], ["AR"]),
        ("Kyiv needs to draft more men before it gets more artillery, a US official said.", ["UA"], ["US"]),
        ("Zelensky's peace formula demands the withdrawal of all Russian troops before talks can start.", ["RU"], ["UA"]),
        ("The summit's outcome rests on whether China takes part, Swiss diplomats said of Ukraine.", ["CN"], ["CH"]),
        ("Ukraine hopes on. Brussels has refused to back the loan without guarantees from Belgium.", ["BE"], ["EU"]),
        ("A referendum in Ukraine would require a ceasefire of at least 60 days, Zelensky said.", ["RU"], ["volodymyr-zelensky"]),
        ("Kyiv insists on a ceasefire as a first step before territorial questions are discussed.", ["RU"], ["UA"]),
    ],
)
def test_who_has_to_act_first(text: str, on: list[str], by: list[str]) -> None:
    assert (on, by) in [(draft.parties["on"], draft.parties.get("set_by", [])) for draft in drafts(text) if draft.status == "stated"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kyiv fell short of four benchmarks, which cost it 1.5 billion euros.", "unmet"),
        ("Of the ten conditions set by the EU, Ukraine has so far met seven.", "met"),
        ("By the end of the year Kyiv had carried out all but two of the reforms on which the payment depended.", "met"),
    ],
)
def test_what_has_been_reached(text: str, status: str) -> None:
    assert status in [draft.status for draft in drafts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "For the tram to run again in Kharkiv, workers had to repair the wires.",
        "First a prayer, then the coffins: Lviv buries its dead.",
        "A minute of silence preceded the talks in Kyiv.",
        "You must run, or you will die, a soldier in Pokrovsk told his friend from Ukraine.",
        "It is up to the reader whether the book on Ukraine is good.",
        "Decisions on the budget lie with the finance ministry in Kyiv.",
        "He was dismissed on the basis that he had taken bribes in Kyiv.",
        "The fate of the country hangs on its soldiers, a priest in Ukraine said.",
        "Everything depends on whether Kyiv holds out longer than Moscow, a historian said of Ukraine.",
        "The war in Ukraine could have been stopped if the West had listened, he claimed.",
        "If we do not stop Russia in Ukraine, other countries will decide that they may do the same.",
        "They carried ten points to Kyiv, among them the return of children.",
        "Without Zelensky, the dinner was dull, a guest in Kyiv said.",
    ],
)
def test_no_terms_are_set(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text, "2025-10-20", "condition") == []
