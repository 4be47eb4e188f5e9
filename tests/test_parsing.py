"""The parser is spaCy's, only faster: what it says of a word is what the model's own pipeline says."""

from __future__ import annotations

import importlib
import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

from promissory.extraction.parsing import MODELS, UNUSED, parse

if TYPE_CHECKING:
    from spacy.tokens import Doc

REPORTS = Path(__file__).parents[1] / "samples" / "reports" / "reports.jsonl"
#: Sentences with the pairs of words that the model's rules look at together.
PAIRS = ("There are three batteries in Kyiv.", "Let's go.", "They're gonna get it, ain't they?", "We gotta go.", "C'mon, y'all.", " ")


def words_of(sentence: Doc) -> list[tuple[str, str, str, str, str, int]]:
    return [(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i) for t in sentence]


def test_words_are_described_as_by_the_model_itself() -> None:
    name = next(name for name in MODELS if importlib.util.find_spec(name))
    texts = [json.loads(line)["text"] for line in REPORTS.read_text(encoding="utf-8").splitlines()]
    sentences = [*PAIRS, *(part for text in texts for part in text.split("\n") if part), *PAIRS]
    model = importlib.import_module(name).load(exclude=list(UNUSED))
    assert [words_of(s) for s in parse(sentences)] == [words_of(s) for s in model.pipe(sentences)]
