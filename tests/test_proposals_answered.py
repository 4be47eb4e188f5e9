"""Proposals that are answered, and those that leave somebody little choice, in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack


def urged(text: str) -> list[Draft]:
    """The drafts of proposals of a text, before the ranker weighs them."""
    scene = set_scene(Document(text=text, source="test", published=Published("2025-06-18", "given")), load_pack())
    return [draft for draft in find_drafts(scene) if draft.kind == "proposal"]


@pytest.mark.parametrize(
    ("text", "status", "by", "to"),
    [
        ("Moscow brushed off Ukraine's idea of a truce at sea.", "rejected", ["UA"], ["RU"]),
        ("Budapest said no to a French plan to send instructors to Ukraine.", "rejected", ["FR"], ["HU"]),
        ("The Kremlin dismissed the European ultimatum on Ukraine.", "rejected", ["EU"], ["RU"]),
        ("A plan by France to train Ukrainians was turned down by Friedrich Merz.", "rejected", ["FR"], ["friedrich-merz"]),
        ("Ukraine has asked for an invitation to NATO, a request rebuffed by Washington.", "rejected", ["UA"], ["US"]),
        ("Kyiv wants a fast track into the EU, a demand that Germany has rejected.", "rejected", ["UA"], ["DE"]),
        ("Envoys debated a French proposal to seize the assets, which Berlin has vetoed.", "rejected", ["FR"], ["DE"]),
        ("Hungary has vetoed joint borrowing for Ukraine, the alternative that Paris has floated.", "rejected", ["FR"], ["HU"]),
        ("Ukraine proposed a truce at sea in March, and Moscow rejected it.", "rejected", ["UA"], ["RU"]),
        ("Ukraine proposed a truce at sea, but Moscow said no.", "rejected", ["UA"], ["RU"]),
        ("Budapest has resisted calls from Poland to leave the Russian gas market.", "rejected", ["PL"], ["HU"]),
        ("Moscow's rejection of the American proposal angered Kyiv.", "rejected", ["US"], ["RU"]),
        ("Ukraine agreed to a US proposal for a truce.", "accepted", ["US"], ["UA"]),
        ("Ukraine signed up to a US proposal for a truce.", "accepted", ["US"], ["UA"]),
    ],
)  # fmt: skip
def test_answers(text: str, status: str, by: list[str], to: list[str]) -> None:
    assert [(d.status, d.parties["by"], d.parties.get("to", [])) for d in urged(text)] == [(status, by, to)]


@pytest.mark.parametrize(
    "text",
    [
        "Poland refused entry to two Russian diplomats.",
        "Moscow blocked a road to the port of Odesa.",
        "Moldova applied with Ukraine, and Georgia followed.",
        "At Donald Tusk's insistence Poland accepted the duty to spend more on Ukraine.",
        "Poland would reject Ukraine's proposal.",
    ],
)
def test_no_answer(text: str) -> None:
    assert not [d for d in urged(text) if d.status != "made"]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Poland gave Hungary until Friday to open its borders to Ukraine.", ["PL"], ["HU"]),
        ("Donald Trump gave Vladimir Putin 50 days to agree to a truce in Ukraine.", ["donald-trump"], ["vladimir-putin"]),
        ("Donald Trump set a deadline of 50 days for Russia to leave Ukraine.", ["donald-trump"], ["RU"]),
        ("Poland put pressure on Hungary to open its borders to Ukraine.", ["PL"], ["HU"]),
        ("Mark Rutte made the case for Germany to open its borders to Ukraine.", ["mark-rutte"], ["DE"]),
        ("Poland pressured Hungary into opening its borders to Ukraine.", ["PL"], ["HU"]),
        ("Kaja Kallas sent a letter to Hungary asking it to open its borders to Ukraine.", ["kaja-kallas"], ["HU"]),
        ("Poland demanded of Hungary that it open its borders to Ukraine.", ["PL"], ["HU"]),
        ("Paris wants Russian tankers barred from the Baltic Sea.", ["FR"], []),
        ("Warsaw would like to see the sanctions on Russia extended.", ["PL"], []),
        ("Donald Tusk asked the Polish parliament for more money for Ukraine.", ["donald-tusk"], ["Sejm"]),
        ("Vladimir Putin offered direct negotiations with Ukraine.", ["vladimir-putin"], ["UA"]),
        ("Keith Kellogg suggested a European force for Ukraine.", ["keith-kellogg"], ["UA"]),
        ("The bill, sponsored by Lindsey Graham, would impose tariffs on buyers of Russian oil.", ["lindsey-graham"], []),
        ("The American plan would require Ukraine to leave the Donbas.", ["US"], ["UA"]),
        ("The plan, drafted by Steve Witkoff, calls on Kyiv to leave the Donbas.", ["steve-witkoff"], ["UA"]),
        ("John Thune repeated an appeal for the alliance to close the skies of Ukraine.", ["john-thune"], ["NATO"]),
        ("We expect Russia to leave Ukraine, Donald Tusk said.", ["donald-tusk"], ["RU"]),
    ],
)  # fmt: skip
def test_pressed(text: str, by: list[str], to: list[str]) -> None:
    assert (by, to) in [(d.parties.get("by", []), d.parties.get("to", [])) for d in urged(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine expects Germany to pay in June.",
        "Ukraine tasked its ministers with drawing up a budget.",
        "Donald Tusk gave his ministers until Friday to answer Ukraine.",
        "The talks on Ukraine should begin on Monday, Donald Tusk said.",
        "Volodymyr Zelensky invited Donald Tusk to visit Ukraine.",
        "Ukraine asked Germany to cover a gap in its budget.",
        "Donald Tusk suggested a link between the fires in Poland and Ukraine.",
    ],
)
def test_nobody_pressed(text: str) -> None:
    assert urged(text) == []


def test_by_whoever_signs_the_text() -> None:
    text = "A path for Ukraine\n\nBy Anders Fogh Rasmussen\n\nGermany should open its borders to Ukraine."
    assert [(d.parties["by"], d.parties["to"]) for d in urged(text)] == [(["anders-fogh-rasmussen"], ["DE"])]


def test_by_the_state_whose_office_writes() -> None:
    text = "Russia must leave Ukraine. The grain of Ukraine feeds the world."
    document = Document(text=text, source="test", publisher="The White House", published=Published("2022-06-27", "given"))
    found = [d for d in find_drafts(set_scene(document, load_pack())) if d.kind == "proposal"]
    assert [(d.parties["by"], d.parties["to"]) for d in found] == [(["US"], ["RU"])]


def test_whom_one_helps_is_not_urged() -> None:
    found = urged("The European Council stressed the need to help Ukraine restore its grid, and called on Germany to send experts.")
    assert [d.parties["to"] for d in found] == [["DE"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China has put forward a plan for peace; Kyiv has dismissed the proposal.", ("rejected", ["CN"], ["UA"])),
        ("Dmytro Kuleba urged Romania to shoot down drones. Romania has rejected the idea.", ("rejected", ["dmytro-kuleba"], ["RO"])),
    ],
)  # fmt: skip
def test_answers_to_what_was_told_before(text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in [(d.status, d.parties.get("by", []), d.parties.get("to", [])) for d in urged(text)]
