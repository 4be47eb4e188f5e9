"""Clauses that the parser runs together: each clause keeps who acts in it, and what is told in one is not told of the other."""

from __future__ import annotations

import pytest

from promissory.extraction.parsing.parser import parse
from tests.conftest import ClaimsOf

WEDNESDAY = "2024-05-29"


def subject_of(text: str, verb: str) -> str | None:
    (words,) = parse([text])
    return next((w.text for w in words if w.dep_ in ("nsubj", "nsubjpass") and w.head.text == verb), None)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("While Hungary hesitates, Poland called on Germany to send tanks.", "called", "Poland"),
        ("While Hungary hesitates, Poland called on Germany to send tanks.", "hesitates", "Hungary"),
        ("Hungary voted against, but Olaf Scholz, meeting Volodymyr Zelensky in Berlin, called for patience.", "called", "Scholz"),
        ("According to Le Monde, a security agreement between Norway and Ukraine is in the works.", "is", "agreement"),
        ("According to Le Monde, Donald Tusk, urging Germany to send tanks, spoke of a historic duty.", "spoke", "Tusk"),
        ("In Paris, Macron's office was told by Berlin that it agreed.", "told", "office"),
        ("On Monday, May 6, the ministers met.", "met", "ministers"),
        ("In Warsaw, Poland, troops were trained.", "trained", "troops"),
    ],
)
def test_who_acts_in_a_clause(text: str, verb: str, subject: str) -> None:
    assert subject_of(text, verb) == subject


def test_what_a_semicolon_parts_is_told_side_by_side() -> None:
    (words,) = parse(["Hungary spoke of patience; Ukraine took receipt of ten tanks."])
    assert {w.text: (w.dep_, w.head.text) for w in words if w.tag_ == "VBD"} == {"spoke": ("ROOT", "spoke"), "took": ("conj", "spoke")}


def test_what_a_dash_calls_it_is_no_object() -> None:
    (words,) = parse(["The ministers gathered in Prague on Tuesday - the latest sign of how the mood has turned."])
    assert "dobj" not in {w.dep_ for w in words if w.head.text == "gathered"}


def test_a_participle_behind_been_is_the_verb() -> None:
    (words,) = parse(["Norwegian aid to Ukraine has been frozen."])
    assert [(w.text, w.dep_) for w in words if w.dep_ in ("ROOT", "auxpass", "nsubjpass")] == [
        ("aid", "nsubjpass"), ("been", "auxpass"), ("frozen", "ROOT"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Hungary spoke of patience; Ukraine took receipt of ten Norwegian tanks.",
        "Hungary is angry because ten tanks are on their way from Norway to Ukraine.",
        "While Hungary hesitates, ten Norwegian tanks have reached Ukraine.",
        "A Hungarian diplomat said that Ukraine had received ten tanks, courtesy of Norway.",
        "Hungary voted against, but 2,000 Ukrainian soldiers have been trained in Norway.",
    ],
)
def test_the_giver_is_whose_the_goods_are_said_to_be(claims_of: ClaimsOf, text: str) -> None:
    lead = "The war in Ukraine went on through May, and the allies of Ukraine spoke of it.\n\n"
    givers = [c.parties["donor"] for c in claims_of(lead + text, WEDNESDAY, "commitment")]
    assert [list(who) for who in givers] == [["NO"]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The parliament of Norway gave the green light to 50 million euros for Ukraine.", "committed"),
        ("Norway committed 50 million euros to Ukraine.", "committed"),
        ("Norway committed itself to 50 million euros for Ukraine.", "pledged"),
        ("Norway is inclined to give Ukraine ten tanks.", "considered"),
        ("Generators provided by Norway will be sent to Ukraine in the coming days.", "pledged"),
    ],
)
def test_how_far_a_gift_has_come(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert [c.status for c in claims_of(text, WEDNESDAY, "commitment")] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A meeting between Olaf Scholz and Volodymyr Zelensky is on the agenda for Friday.", "planned"),
        ("The talks between Olaf Scholz and Volodymyr Zelensky fell through.", "cancelled"),
        ("Olaf Scholz phoned Volodymyr Zelensky to congratulate him.", "held"),
    ],
)
def test_how_far_a_meeting_has_come(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert [c.status for c in claims_of(text, WEDNESDAY, "meeting")] == [status]


def test_with_whom_something_was_done_is_not_with_whom_it_was_discussed(claims_of: ClaimsOf) -> None:
    text = (
        "Volodymyr Zelensky had a phone call with Giorgia Meloni. The leaders discussed the outcomes of engagement with the American side."
    )
    met = [set(c.parties["participant"]) for c in claims_of(text, WEDNESDAY, "meeting")]
    assert met == [{"volodymyr-zelensky", "giorgia-meloni"}]


def test_a_post_that_one_country_has_is_of_that_country(claims_of: ClaimsOf) -> None:
    text = "The Chancellor of the Exchequer announced that another 50 million euros would be given to Ukraine."
    assert [list(c.attributed_to) for c in claims_of(text, "2024-11-25", "commitment")] == [["rachel-reeves"]]


def test_doing_so_is_doing_what_was_told_last(claims_of: ClaimsOf) -> None:
    text = (
        "Canada will give Ukraine ten tanks. In June, Japan signed an agreement with Kyiv. "
        "Several countries of the European Union have also done so."
    )
    assert [list(c.parties["donor"]) for c in claims_of(text, WEDNESDAY, "commitment")] == [["CA"]]
