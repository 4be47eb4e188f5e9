"""What the wording of a sentence leads one to expect, and what the ranker makes of it."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from promissory.evaluation import GoldClaim, GoldDocument, told_in
from promissory.extraction.claims.expecting import Expected, describe_sentence, expect, load_weights
from promissory.extraction.claims.masking import mask
from promissory.extraction.claims.ranking import STEPS, describe
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Scene
from promissory.model import Document
from promissory.model.kinds import STATUSES
from promissory.packs import load_pack

SENTENCES = Path(__file__).parents[1] / "training" / "sentences"
TEXT = """Norway will hand two NASAMS batteries to Ukraine before winter, its defence minister said on Tuesday.

The bakery on the corner of the square sells rye bread, and people queue for it from six in the morning.

Zelensky met Store in Oslo, and the two spoke about energy for Ukraine."""


def scene_of(text: str) -> Scene:
    return set_scene(Document(text=text, source="told"), load_pack())


def expected_of(text: str) -> tuple[Scene, list[Expected]]:
    scene = scene_of(text)
    words = [mask(s) for s in scene.sentences]
    return scene, [expect(scene.sentences, words, n) for n in range(len(words))]


def test_a_sentence_leads_one_to_expect_what_it_reads_like() -> None:
    scene, expected = expected_of(TEXT)
    by = {s.text.split()[0]: odds for s, odds in zip(scene.sentences, expected, strict=True)}
    assert by["Norway"]["commitment"] > 1 > -2 > by["Norway"]["attack"]
    assert by["Zelensky"]["meeting"] > 1
    assert by["Zelensky"]["commitment"] < by["Norway"]["commitment"] - 2


def test_names_sums_and_counts_change_nothing() -> None:
    lead = TEXT.partition("\n")[0]
    one, two = (expected_of(text)[1] for text in (lead, lead.replace("Norway", "Denmark").replace("two NASAMS", "five Patriot")))
    assert one == two


def test_every_kind_is_expected_of_every_sentence() -> None:
    _, expected = expected_of(TEXT)
    assert all(set(odds) == set(STATUSES) and all(map(math.isfinite, odds.values())) for odds in expected)


def test_features_tell_what_hangs_on_what() -> None:
    scene = scene_of("Norway will send missiles to Ukraine.\n\nKyiv has thanked Oslo for the help with air defence.\n\nUkraine waits.")
    first = describe_sentence(scene.sentences, [mask(s) for s in scene.sentences], 0)
    assert {"send>nsubj>ALLY", "send>dobj>ITEM", "send>to>UA", "=will=", "will send", "n thank"} <= set(first)
    assert not {"norway", "missile", "ukraine"} & set(first)


def test_the_ranker_is_told_by_steps() -> None:
    scene = scene_of(TEXT)
    drafts = [d for d in find_drafts(scene) if d.kind == "commitment"]
    here = [[{"commitment": odds} for _ in scene.sentences] for odds in (-9.0, 0.0, 9.0)]
    steps = [sum(name.startswith("expected>") for name in describe(scene, drafts, known)[0]) for known in here]
    assert steps == [0, 4, len(STEPS)]
    assert describe(scene, drafts, here[2])[0]["expected"] == 4.5


def test_weights_are_of_the_kinds_there_are() -> None:
    weights = load_weights()
    assert set(weights.kinds) == set(STATUSES)
    assert len(weights.intercepts) == len(weights.kinds)
    assert all(len(of) % 2 == 0 and max(of[::2]) < len(weights.kinds) for of in weights.features.values())


def test_the_claims_told_in_a_part_of_a_text() -> None:
    parts = ("Kyiv  asks for “air defence”.", "Oslo sends  two systems.", "Nobody objects.")
    text = f"{parts[0]}\n{parts[1]} {parts[2]}"
    need, gift = (
        GoldClaim(kind, ("stated",), {}, {}, {}, (quote,), optional=False)
        for kind, quote in (("need", 'Kyiv asks for "air defence".'), ("commitment", "Oslo sends two systems."))
    )
    spans = [(text.index(part), text.index(part) + len(part)) for part in parts]
    gold = GoldDocument("told", None, (need, gift))
    assert told_in(gold, spans, text) == [[need], [gift], []]


@pytest.mark.parametrize("path", sorted(SENTENCES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_labelled_sentences_are_well_formed(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        article = json.loads(line)
        assert set(article) == {"id", "style", "sentences"}, number
        for sentence, told, may in article["sentences"]:
            assert sentence, article["id"]
            assert sentence.strip() == sentence, (article["id"], sentence)
            assert set(told) | set(may) <= set(STATUSES), (article["id"], sentence)
            assert not set(told) & set(may), (article["id"], sentence)
