"""Sentences whose main verb the parser takes for something else, and the dates of acts in one sentence."""

from __future__ import annotations

import pytest

from promissory.extraction.parsing.parser import parse
from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Denmark, which has trained Ukrainian pilots since 2023, handed over its second batch of F-16s last weekend.",
            "handed",
            "Denmark",
        ),
        ("The former president, whose shadow hangs over the debate, boasted that he would leave the allies alone.", "boasted", "president"),
        ("A first shipment of approximately 50,000 rounds arrived in Ukraine recently.", "arrived", "shipment"),
        ("The European Council underlines that any such step requires close coordination within the G7.", "underlines", "Council"),
        ("The Greens demand that Germany send Leopards to Ukraine directly.", "demand", "Greens"),
        ("The Social Democrats in the Riksdag demand that the government send Gripen fighters to Ukraine.", "demand", "Democrats"),
    ],
)
def test_main_verbs_are_given_back(text: str, verb: str, subject: str) -> None:
    (words,) = parse([text])
    (root,) = [t for t in words if t.head is t]
    assert root.text == verb
    assert [t.text for t in root.children if t.dep_ == "nsubj"] == [subject]
    assert all(t in root.subtree for t in words)


@pytest.mark.parametrize(
    "text",
    [
        "The Leopard 2, a tank that Norway uses too, built by a German maker.",
        "Donations from the Swedish stocks, the largest so far",
        "The claim that Kyiv had asked for it.",
        "The senators in the Energy Committee demand that was heard.",
        "Heroes who defend the town against the occupiers.",
    ],
)
def test_phrases_keep_their_noun(text: str) -> None:
    (words,) = parse([text])
    assert [t.pos_ in ("NOUN", "PROPN") for t in words if t.head is t] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark, which has trained Ukrainian pilots since August 2023, handed over its second batch of F-16s last weekend.",
        "Denmark has trained Ukrainian pilots since August 2023 and handed over its second batch of F-16s last weekend.",
    ],
)
def test_each_act_has_the_time_of_its_own_clause(claims_of: ClaimsOf, text: str) -> None:
    found = {c.support: c for c in claims_of(text, "2024-12-05", "commitment")}
    assert found["training"].date == found["training"].period == "2023-08/2024-12"
    assert found["military"].date == "2024-11-30/2024-12-01"
    assert found["military"].period is None


@pytest.mark.parametrize(
    "text",
    [
        "Seoul said that it would no longer rule out supplying weapons to Ukraine.",
        "Serbia has repeatedly denied selling ammunition to Ukraine.",
    ],
)
def test_deeds_are_the_object_of_their_verb(text: str) -> None:
    (words,) = parse([text])
    (deed,) = [t for t in words if t.tag_ == "VBG"]
    assert (deed.dep_, deed.pos_) == ("xcomp", "VERB")
    assert [t.text for t in deed.children if t.dep_ == "dobj"] in (["weapons"], ["ammunition"])


def test_a_participle_before_its_noun_stays_there() -> None:
    (words,) = parse(["Oslo supports growing companies in the north."])
    assert not [t for t in words if t.dep_ == "xcomp"]
