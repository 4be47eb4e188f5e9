"""Reports that trail behind a comma at the end of a sentence, and subjects torn off by what stands before them."""

from __future__ import annotations

import pytest

from promissory.extraction.parsing.parser import parse
from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    ("text", "verb", "speaker", "told"),
    [
        ("Denmark will hand Ukraine 12 howitzers, Defence Minister Troels Lund Poulsen announced in parliament on Tuesday.",
         "announced", "Poulsen", "hand"),
        ("Norway will give Ukraine 70 billion kroner, Prime Minister Jonas Gahr Støre announced on Monday.", "announced", "Støre", "give"),
        ("Norway will give Ukraine 70 billion kroner, Prime Minister Jonas Gahr Støre announced on Nov. 11.", "announced", "Støre", "give"),
        ("Poland has handed over four MiG-29s to Ukraine, the head of the Polish President's International Policy Bureau, "
         "Marcin Przydacz, has said on the air of Radio Zet.", "said", "Przydacz", "handed"),
        ("Sweden will buy 18 Archer guns for Ukraine, two officials familiar with the plan told Reuters on Tuesday.",
         "told", "officials", "buy"),
    ],
)  # fmt: skip
def test_a_trailing_report_is_the_main_clause(text: str, verb: str, speaker: str, told: str) -> None:
    (words,) = parse([text])
    (root,) = [t for t in words if t.head is t]
    assert root.text == verb
    assert [t.text for t in root.children if t.dep_ == "nsubj"] == [speaker]
    assert [t.text for t in root.children if t.dep_ == "ccomp"] == [told]
    assert all(t in root.subtree for t in words)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Germany will hand over tanks, which Berlin announced in January, and Denmark howitzers.", "hand"),
        ("Kyiv wanted to send its minister to Washington, one of them said, but the White House preferred somebody else.", "wanted"),
        ("Zelensky thanked Oslo for the missiles, and Norway's government announced another package.", "thanked"),
        ("Canada will send Ukraine 50 armoured vehicles, as Trudeau announced in June.", "send"),
    ],
)
def test_what_is_no_trailing_report_stays(text: str, verb: str) -> None:
    (words,) = parse([text])
    assert [t.text for t in words if t.head is t] == [verb]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Speaking at a joint briefing in Oslo, Ukraine's ambassador Oleksii Havrysh thanked the Norwegians.", "thanked", "ambassador"),
        ("In a letter to Mark Rutte, the Lithuanian minister asked for immediate steps to strengthen the defences of Ukraine.",
         "asked", "minister"),
    ],
)  # fmt: skip
def test_a_subject_behind_an_opening_phrase_is_given_back(text: str, verb: str, subject: str) -> None:
    (words,) = parse([text])
    (root,) = [t for t in words if t.head is t]
    assert (root.text, [t.text for t in root.children if t.dep_ == "nsubj"]) == (verb, [subject])


def test_a_trailing_report_says_who_tells_of_a_gift(claims_of: ClaimsOf) -> None:
    lead = "Ukraine and its neighbours\n\nUkraine asked its partners for guns again on Monday.\n\n"
    (claim,) = claims_of(
        lead + "Denmark will hand Ukraine 12 howitzers, Defence Minister Troels Lund Poulsen announced in parliament on Tuesday.",
        "2024-05-15",
        "commitment",
    )
    assert (claim.status, claim.parties["donor"], claim.attributed_to) == ("pledged", ("DK",), ("troels-lund-poulsen",))
