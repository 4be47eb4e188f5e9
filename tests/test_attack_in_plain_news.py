"""Attacks as plain news tells them: with neither side nor town named, by weapons, victims, outages and counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction import extract
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.model import Document, Published
from promissory.packs import load_pack
from tests.conftest import ClaimsOf

Drafts = Callable[[str], list[tuple[str, dict[str, list[str]], str]]]

#: A text about the war, before the sentence in question.
BEFORE = "The rebuilding of Ukraine will take decades, the bank in Kyiv said. "
#: An attack told in the sentence before, on either side.
ON_KYIV = "Russia fired missiles at Kyiv on Monday. "
ON_RUSSIA = "Ukraine struck an oil terminal in Novorossiysk on Monday. "


@pytest.fixture
def last() -> Drafts:
    """What a text's last sentence tells: status, parties and words of each draft of an attack."""

    def read(text: str) -> list[tuple[str, dict[str, list[str]], str]]:
        document = Document(text=text, source="test", published=Published("2025-06-06", "given"))
        drafts = [d for d in find_drafts(set_scene(document, load_pack())) if d.kind == "attack"]
        opened = text.rstrip(".").replace("No.", "No ").rfind(". ") + 1
        return [(d.status, d.parties, text[slice(*d.evidence[0])]) for d in drafts if d.evidence[0][0] >= opened]

    return read


@pytest.mark.parametrize(
    "sentence",
    [
        "A Shahed crashed into a nine-storey block.",
        "Some 4,100 strikes on schools have been recorded since 2022.",
        "In May alone 212 civilians were killed and 900 hurt.",
        "The rail junction was put out of action by missiles.",
        "Entire streets were levelled by artillery.",
        "In the past week the grid was attacked nine times.",
        "More than half of the generating capacity has been lost to attacks.",
        "On the same day guided bombs came down on a market.",
        "Close to 300 drones had rained on the port.",
        "The night brought 479 drones and 20 missiles.",
        "Most deaths were caused by drones and mortars.",
        "Seven clinics suffered direct hits.",
        "The team at the plant heard explosions on Tuesday.",
        "Four miners were killed when a drone struck their bus.",
        "A rocket hit School No. 12 in the spring.",
        "The monitors verified 209 deaths and 1,146 injuries in April.",
    ],
)
def test_the_country_of_a_text_is_hit(last: Drafts, sentence: str) -> None:
    found = last(BEFORE + sentence)
    assert found, sentence
    assert {(status, *parties["actor"], *parties["target"]) for status, parties, _ in found} == {("reported", "RU", "UA")}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (ON_KYIV + "Two nurses were killed and a patient was hurt.", ("RU", "UA")),
        (ON_KYIV + "A clinic was damaged.", ("RU", "UA")),
        (ON_KYIV + "Three districts were left without electricity.", ("RU", "UA")),
        (ON_KYIV + "One of them went into a maternity ward.", ("RU", "UA")),
        (ON_KYIV + "There were hits on a warehouse and a market hall.", ("RU", "UA")),
        (ON_RUSSIA + "The strike knocked out a fifth of the plant's capacity.", ("UA", "RU")),
        (ON_RUSSIA + "The refinery halted production after the attack.", ("UA", "RU")),
        (BEFORE + "The enemy launched 62 air strikes. It fired 4,800 times at settlements.", ("RU", "UA")),
        (BEFORE + "The bus was carrying miners when it was hit by a drone.", ("RU", "UA")),
        (BEFORE + "Cruise missiles were heading for a gas storage near Stryi.", ("RU", "UA")),
        (BEFORE + "Two nights ago they burned a substation near Khmelnytskyi.", ("RU", "UA")),
        (BEFORE + "Between March and May Russia launched on average 32 ballistic missiles a month at cities.", ("RU", "UA")),
        (BEFORE + "Romania found parts of a drone on its soil.", ("RU", "RO")),
        (BEFORE + "Local officials reported 19 deaths from drones of the Ukrainian armed forces.", ("UA", "RU")),
    ],
)
def test_it_goes_on_with_what_was_told(last: Drafts, text: str, sides: tuple[str, str]) -> None:
    found = last(text)
    assert found, text
    assert {(*parties["actor"], *parties["target"]) for _, parties, _ in found} == {sides}


@pytest.mark.parametrize(
    "sentence",
    [
        "Those whose homes were destroyed may apply for a grant.",
        "The guns should fall silent by the autumn.",
        "Ten carriers left their depot on Monday.",
        "A bank lost half its customers in June.",
        "Two people were killed in an accident on the motorway.",
        "The ministry listed another 100 tankers and their owners.",
        "The plant was put out of operation for repairs by its owner.",
        "The missiles will be going to the brigade in May.",
        "Households were without power during the storm.",
        "A hundred soldiers lost their lives in the fighting.",
        "Critics struck at the bill.",
        "No drone reached its target.",
    ],
)
def test_no_attack(last: Drafts, sentence: str) -> None:
    assert last(BEFORE + sentence) == []


def test_victims_join_the_attack_told_before(claims_of: ClaimsOf) -> None:
    claims = claims_of(ON_KYIV + "Two nurses were killed. A school was damaged.", "2025-06-06", "attack")
    assert len(claims) == 1
    assert claims[0].place == "Kyiv"


def test_sentences_far_from_a_name_are_read(claims_of: ClaimsOf) -> None:
    text = "Ukraine counted 40 drones on Monday. The mood was low. The rest had gone. It rained. A clinic was damaged by a missile."
    assert any("clinic" in q.quote for c in claims_of(text, "2025-06-06", "attack") for q in c.evidence)


def test_what_is_damaged_is_told_behind() -> None:
    text = "Russia fired eighty drones and a dozen missiles at Ukraine on Monday, doing great harm to hospitals and energy infrastructure."
    document = Document(text=f"{text}\n\nUkraine has asked for more air defence.", source="told", title="Attacks on Ukraine")
    hit = [claim.hit for claim in extract(document) if claim.kind == "attack"]
    assert [{"health", "energy"} <= set(topics) for topics in hit] == [True]
