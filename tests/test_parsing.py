"""The parser is spaCy's, only faster: what it says of a word, and what its words say of one another, is what spaCy says."""

from __future__ import annotations

import importlib
import importlib.util
import json
from pathlib import Path
from typing import Any

from promissory.extraction.parsing.coining import coin
from promissory.extraction.parsing.interjecting import read_apart
from promissory.extraction.parsing.leading import read_parted
from promissory.extraction.parsing.parser import MODELS, UNUSED, lemma_of, parse
from promissory.extraction.parsing.righting import put_right
from promissory.extraction.parsing.rooting import give_root, revive
from promissory.extraction.parsing.severing import sever
from promissory.extraction.parsing.trailing import root_reports
from promissory.extraction.words import text_of

REPORTS = Path(__file__).parents[1] / "samples" / "reports" / "reports.jsonl"
#: Sentences with the pairs of words that the model's rules look at together.
PAIRS = ("There are three batteries in Kyiv.", "Let's go.", "They're gonna get it, ain't they?", "We gotta go.", "C'mon, y'all.", " ")


#: What a word says of itself, of one other word, and of several.
OWN = (
    "i", "idx", "text", "lower_", "pos_", "tag_", "dep_", "whitespace_", "is_punct", "is_quote", "is_space", "like_num",
    "is_sent_start",
)  # fmt: skip
OTHERS = ("head", "left_edge", "right_edge")
MANY = ("lefts", "rights", "children", "subtree", "ancestors")


def words_of(sentence: Any) -> list[tuple[object, ...]]:
    return [
        (
            *(getattr(t, name) for name in OWN),
            lemma_of(t),
            *(getattr(t, name).i for name in OTHERS),
            *([other.i for other in getattr(t, name)] for name in MANY),
            len(t),
            t.i and t.nbor(-1).i,
        )
        for t in sentence
    ]


def is_mended(sentence: Any) -> bool:
    """Whether one of the repairs changes a parse."""
    before = words_of(sentence)
    for repair in (give_root, revive, put_right, sever, root_reports):
        repair(sentence)
    return words_of(sentence) != before


def is_read_otherwise(model: Any, words: Any) -> bool:
    """Whether a sentence is not parsed as it stands."""
    told = next(iter(model.pipe([words.copy()])))
    (read,) = read_parted([words], read_apart([words], model.pipe), model.pipe)
    return coin(words) is not words or words_of(read) != words_of(told)


def test_words_are_described_as_by_the_model_itself() -> None:
    name = next(name for name in MODELS if importlib.util.find_spec(name))
    texts = [json.loads(line)["text"] for line in REPORTS.read_text(encoding="utf-8").splitlines()]
    sentences = [*PAIRS, *(part for text in texts for part in text.split("\n") if part), *PAIRS]
    model = importlib.import_module(name).load(exclude=list(UNUSED))
    plain = [(words_of(s), is_mended(s) or is_read_otherwise(model, model.make_doc(s.text))) for s in model.pipe(sentences)]
    ours = zip(map(words_of, parse(sentences)), plain, strict=True)
    assert [words for words, (told, mended) in ours if not mended and words != told] == []
    assert sum(mended for _, mended in plain) < len(plain) / 10


def test_posts_written_like_names_are_known_by_their_singular() -> None:
    (words,) = parse(["NATO Defence Ministers and Allied Leaders met in the Netherlands."])
    assert [t.lemma_ for t in words if t.tag_ == "NNPS"][:2] == ["minister", "leader"]


def test_neighbouring_words_are_told_as_they_are_written() -> None:
    (words,) = parse(["The ministry's  staff, it said, left."])
    assert text_of(words) == "The ministry's  staff, it said, left."
    assert text_of(words[1:3]) == "ministry's"
    assert text_of(words[1:1]) == ""


def test_a_verb_that_the_tokenizer_cuts_is_one_word() -> None:
    (words,) = parse(["John Healey co-chaired the group, which Latvia co-leads, in close co-operation with Kyiv."])
    mended = {t.text: (t.lemma_, t.pos_) for t in words if "-" in t.text}
    assert mended == {"co-chaired": ("chair", "VERB"), "co-leads": ("lead", "VERB"), "co-operation": ("cooperation", "NOUN")}
    assert [t.text for t in words if t.dep_ == "nsubj"] == ["Healey", "Latvia"]
    assert text_of(words).endswith("in close co-operation with Kyiv.")


def test_a_thing_takes_the_place_of_its_owner() -> None:
    (words,) = parse(["The army set out to seize most of Ukraine’s south within a month."])
    relations = {t.text: (t.dep_, t.head.text) for t in words}
    assert relations["Ukraine"] == ("poss", "south")
    assert relations["south"] == ("pobj", "of")


def test_an_owner_without_a_thing_stays_where_it_is() -> None:
    (words,) = parse(["Their guns are no match for Russia's, and the last shop was the hairdresser's."])
    relations = {t.text: (t.dep_, t.head.text) for t in words}
    assert relations["Russia"] == ("pobj", "for")


def test_a_code_of_money_before_a_figure_is_parsed_as_a_sign() -> None:
    (words,) = parse(["Ukrenergo drew a loan of EUR 300 million from the bank, of which NOK 20 million is a grant."])
    assert [t.text for t in words if t.tag_ == "$"] == ["EUR", "NOK"]
    (loan,) = [t for t in words if t.text == "million" and t.head.text == "of" and t.i < 12]
    assert loan.dep_ == "pobj"
    assert text_of(words) == "Ukrenergo drew a loan of EUR 300 million from the bank, of which NOK 20 million is a grant."
    assert [words[t.i].idx for t in words if t.text == "NOK"] == [text_of(words).index("NOK")]


def test_a_code_without_a_figure_stays_a_word() -> None:
    (words,) = parse(["It paid in EUR and € 20, at EURO 2024 and COP 28."])
    assert [t.text for t in words if t.text in ("EUR", "€", "EURO", "COP")] == ["EUR", "€", "EURO", "COP"]
    (mixed,) = parse(["It paid EUR 5 million and € 20 million."])
    assert [t.text for t in mixed if t.tag_ == "$"] == ["EUR", "€"]


def test_a_step_from_one_sum_to_another_is_two_sums() -> None:
    (words,) = parse(["Norway increased the package for Ukraine from €10 billion to €12 billion."])
    to = next(t for t in words if t.text == "to")
    assert (to.dep_, to.head.text) == ("prep", "increased")
    assert [t.text for t in to.children] == ["billion"]
