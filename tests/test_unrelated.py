"""False alarms: what is told of other wars, other times, matches and trade, and what is denied, asked or only charged."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack


def drafts(text: str, kind: str) -> list[Draft]:
    """The drafts of a kind in a text that is about the war, before the ranker weighs them."""
    text = f"Ukraine's army holds the front.\n\n{text}"
    scene = set_scene(Document(text=text, source="test", published=Published("2024-05-15", "given")), load_pack())
    return [draft for draft in find_drafts(scene) if draft.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("commitment", "In the Second World War the United States gave Britain 50 destroyers."),
        ("commitment", "During the Gulf War, Germany sent Israel Patriot systems."),
        ("commitment", "In 1995 the United States trained Croatian soldiers."),
        ("commitment", "Poland signed a contract for 250 Abrams tanks with the United States after Russia attacked Ukraine."),
        ("attack", "Russia used a missile that was fired first in 1967."),
        ("meeting", "Ukraine will meet Belgium in the group stage of Euro 2024 in Stuttgart."),
        ("meeting", "Ukraine met Poland in the semi-final of the European Championship in Stuttgart."),
        ("meeting", "Dynamo Kyiv met Rangers in a Champions League qualifier in Lublin."),
        ("agreement", "Vladimir Putin signed ten trade and energy deals with Vietnam."),
        ("initiative", "The charity Joint runs school programmes in Israel."),
        ("initiative", "Amnesty International accused Ukraine of creating army bases near schools."),
        ("initiative", "The Russian side did not allow a humanitarian corridor out of the city today."),
        ("need", "Europol said it had no evidence of weapons being taken abroad from Ukraine."),
        ("need", "Zelensky asked Albania to close its ports for Russian ships."),
        ("need", "Support for Ukraine, above all with weapons, means preventing famine."),
        ("initiative", "Ukraine has launched a campaign to destroy Russian fuel supply chains."),
        ("need", "Ukraine's commanders sought new solutions in order to counter Russia's edge in manpower."),
        ("attack", "Putin agreed to Trump's proposal to halt strikes on power plants in Ukraine."),
        ("commitment", "Ben Hodges argues for giving Ukraine jets."),
        ("attack", "Or were nurses and patients going to fire at Taganrog from Mariupol?"),
    ],
)
def test_no_claim(kind: str, text: str) -> None:
    assert drafts(text, kind) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("attack", "In the biggest attack in Europe since the Second World War, Russia fired 120 missiles at Kyiv."),
        ("commitment", "Denmark signed a contract for 19 howitzers for Ukraine after Russia attacked it."),
        ("commitment", "The United States sent Ukraine 31 tanks, the most to an ally since the Gulf War."),
        ("commitment", "Amid the war in Gaza, Washington pledged 60 million dollars to Ukraine."),
        ("meeting", "Zelensky met Donald Tusk in Stuttgart before the match against Belgium."),
        ("meeting", "Zelensky met Recep Tayyip Erdogan on the sidelines of the World Cup in Doha."),
        ("meeting", "Ministers of Ukraine and Poland met in Berlin for the kick-off of a conference."),
        ("agreement", "Ukraine and Norway signed a deal on gas and energy."),
        ("agreement", "Slovakia and Azerbaijan signed an energy deal to replace Russian gas."),
        ("initiative", "Denmark runs a fund for Ukraine."),
        ("initiative", "Lithuania launched a campaign to raise money for radars for Ukraine."),
        ("need", "Ukraine has no missiles left for its launchers."),
        ("need", "Zelensky asked Albania to send ships."),
    ],
)
def test_claims_beside_such_words(kind: str, text: str) -> None:
    assert drafts(text, kind)
