"""Faults met on pages of wires: members of a row of givers, who passes a quotation on, venues, sessions called by their body."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf, of_kind

DAY = "2025-06-11"
OF_WAR = "A week of war in Ukraine\n\n"


def parties(claims: list[Claim], kind: str, role: str) -> list[tuple[str, ...]]:
    return [dict(c.parties).get(role, ()) for c in of_kind(claims, kind)]


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        ("Several allies, including Canada and Norway, pledged missiles to Ukraine.", ("CA", "NO", "partners")),
        ("Some European states have given tanks to Ukraine, among them Poland and Spain.", ("PL", "ES", "partners")),
        ("Partners have pledged 500 million euros for Ukraine, including Latvia, Norway and Japan.", ("LV", "NO", "JP", "partners")),
        ("A number of states, notably Denmark and Sweden, will pay for drones for Ukraine.", ("DK", "SE", "partners")),
        ("More than 20 nations, led by Latvia and Britain, will pay for drones for Ukraine.", ("LV", "GB", "partners")),
        ("Countries such as Spain and Norway have trained Ukrainian soldiers.", ("ES", "NO")),
        ("Partners have pledged artillery for Ukraine, including howitzers and HIMARS.", ("partners",)),
        ("Allies have sent Ukraine weapons, including German tanks and drones.", ("partners",)),
    ],
)
def test_members_named_among_several_give_too(claims_of: ClaimsOf, text: str, donors: tuple[str, ...]) -> None:
    assert parties(claims_of(text, published=DAY), "commitment", "donor") == [donors]


def test_a_row_belongs_to_the_noun_it_follows(claims_of: ClaimsOf) -> None:
    claims = claims_of("Poland sent tanks to Ukraine and asked other countries, including Spain and Norway, to follow.", published=DAY)
    assert parties(claims, "commitment", "donor") == [("PL",)]
    assert parties(claims, "proposal", "to") == [("ES", "NO", "partners")]


@pytest.mark.parametrize(
    "text",
    [
        "Mark Rutte stressed the unity of allies, saying, “I am sure our help for Ukraine will not break,” according to Reuters.",
        "Mark Rutte praised the allies, stating: “They will stand by Ukraine. Their word is clear,” as reported by Digi24.",
        "“I am sure our help for Ukraine will not break,” Mark Rutte said, as reported by Reuters.",
    ],
)
def test_whoever_passes_a_quotation_on_has_not_said_it(claims_of: ClaimsOf, text: str) -> None:
    assert set(parties(claims_of(OF_WAR + text, published=DAY), "statement", "speaker")) == {("mark-rutte",)}


def test_whoever_alone_is_said_to_have_said_it_has(claims_of: ClaimsOf) -> None:
    text = "“The bill for Ukraine's grid will be far higher than we thought,” according to Mark Rutte."
    assert parties(claims_of(OF_WAR + text, published=DAY), "statement", "speaker") == [("mark-rutte",)]


@pytest.mark.parametrize(
    "text",
    [
        "The summit will focus on strengthening Ukraine's air defence.",
        "The meeting in Paris was devoted to arming Ukraine.",
        "The Berlin conference aims to help Ukraine rebuild its power grid.",
        "The Brussels summit is expected to prioritise supporting Ukraine's army.",
    ],
)
def test_what_is_talked_about_at_a_meeting_is_no_gift(claims_of: ClaimsOf, text: str) -> None:
    assert not of_kind(claims_of(OF_WAR + text, published=DAY), "commitment")


def test_the_town_of_a_summit_gives_nothing_and_a_government_does(claims_of: ClaimsOf) -> None:
    summit = claims_of(OF_WAR + "The Hague summit ended with a pledge of 40 billion euros for Ukraine.", published=DAY)
    assert parties(summit, "commitment", "donor") == [("partners",)]
    government = claims_of(OF_WAR + "The Berlin government is expected to prioritise supplying Ukraine with air defence.", published=DAY)
    assert parties(government, "commitment", "donor") == [("DE",)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mark Rutte said allies would support Ukraine after his meeting with Donald Trump.", "held"),
        ("Mark Rutte has stated that members will continue to support Ukraine following his talks with Donald Trump.", "held"),
        ("Zelensky will speak to reporters after his meeting with Emmanuel Macron in Paris.", "planned"),
        ("Mark Rutte said he would decide on aid to Ukraine after his meeting with Donald Trump next week.", "planned"),
    ],
)
def test_whoever_tells_after_a_meeting_has_had_it(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert [c.status for c in of_kind(claims_of(OF_WAR + text, published=DAY), "meeting")] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("During the NATO-Ukraine Council on Tuesday, Minister Andrii Sybiha told allies what Ukraine lacks.", "held"),
        ("“During today's NATO-Ukraine Council, Minister Sybiha told us what Ukraine lacks,” Mark Rutte reported.", "held"),
        ("Ministers will gather for the NATO-Ukraine Council on 14 June to speak of aid to Ukraine.", "planned"),
    ],
)
def test_a_body_named_with_a_day_is_a_session_of_it(claims_of: ClaimsOf, text: str, status: str) -> None:
    (meeting,) = of_kind(claims_of(OF_WAR + text, published=DAY), "meeting")
    assert (meeting.status, meeting.to_record()["body"]) == (status, "NATO-Ukraine-Council")


def test_a_body_named_without_one_is_none(claims_of: ClaimsOf) -> None:
    assert not of_kind(claims_of(OF_WAR + "Allies work with Ukraine in the NATO-Ukraine Council.", published=DAY), "meeting")


def test_what_a_deal_is_to_do_is_asked_of_nobody(claims_of: ClaimsOf) -> None:
    claims = claims_of(OF_WAR + "Rutte stressed the need for a deal that ensures Russia cannot attack Ukraine again.", published=DAY)
    assert ("RU",) not in parties(claims, "proposal", "to")


def test_several_deeds_under_one_will(claims_of: ClaimsOf) -> None:
    text = "Zelensky will meet Joe Biden at the White House, speak with U.S. military leaders at the Pentagon and visit a school."
    assert {c.status for c in of_kind(claims_of(text, published=DAY), "meeting")} == {"planned"}


def test_the_second_of_three_names_is_one_of_them(claims_of: ClaimsOf) -> None:
    text = "Norway, Sweden, and the Netherlands have expressed readiness to finance Patriot systems for Ukraine."
    assert parties(claims_of(text, published=DAY), "commitment", "donor") == [("NO", "SE", "NL")]


def test_a_day_of_long_ago_dates_what_it_stands_with(claims_of: ClaimsOf) -> None:
    text = (
        "It is Zelensky's second visit to Washington since Russia invaded Ukraine in February 2022 and comes as Biden's request to "
        "Congress for $24 billion for Ukraine is waiting for a vote."
    )
    claims = of_kind(claims_of(text, published="2023-09-21"), "commitment")
    assert all((c.to_record().get("date") or "2023") > "2022-12" for c in claims)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“We want to be sure that the systems provided meet Ukraine’s needs,” Boris Pistorius added.", 0),
        ("Germany will send the systems to Ukraine provided America replaces them.", 1),
    ],
)
def test_what_is_provided_is_no_condition(claims_of: ClaimsOf, text: str, count: int) -> None:
    assert len(of_kind(claims_of(OF_WAR + text, published=DAY), "condition")) == count


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("An agreement with the Ukrainian side is being finalised by the Polish defence minister.", "negotiating"),
        ("An agreement between Ukraine and Poland has been finalised.", "signed"),
    ],
)
def test_what_is_being_finalised_is_not_signed(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert [c.status for c in of_kind(claims_of(OF_WAR + text, published=DAY), "agreement")] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Pawel Soloch added that the issue of providing help to Ukraine was discussed in all of the talks.",
        "As the White House worked to shore up support for Ukraine, Antony Blinken briefed senators.",
    ],
)
def test_what_is_a_topic_or_a_mood_is_no_gift(claims_of: ClaimsOf, text: str) -> None:
    assert not of_kind(claims_of(OF_WAR + text, published=DAY), "commitment")


@pytest.mark.parametrize(
    "text",
    [
        "“This decision is being made by our friend, Mariusz Błaszczak,” Paweł Soloch, head of the National Security Bureau, announced.",
        "“We shall stand by Ukraine and its brave people,” Paweł Soloch told reporters.",
    ],
)
def test_whoever_stands_behind_the_closing_mark_has_said_it(claims_of: ClaimsOf, text: str) -> None:
    claims = claims_of("Ukraine needs help. " + text, published="2022-01-31")
    assert ("pawel-soloch",) in parties(claims, "statement", "speaker")


def test_a_country_of_which_a_clause_tells_signs_by_itself(claims_of: ClaimsOf) -> None:
    text = "The United States became the 17th country with which Ukraine has signed a security agreement."
    assert ("UA", "US") in parties(claims_of(text, published=DAY), "agreement", "party")


@pytest.mark.parametrize("verb", ["has struck", "reported striking", "said it had struck"])
def test_targets_that_are_counted_are_struck(claims_of: ClaimsOf, verb: str) -> None:
    (attack,) = of_kind(claims_of(f"On Thursday, Russia {verb} over 130 targets across Ukraine.", published=DAY), "attack")
    assert dict(attack.parties) == {"actor": ("RU",), "target": ("UA",)}


def test_those_who_vote_for_it_give_as_their_country(claims_of: ClaimsOf) -> None:
    text = "Democrats and Republicans jointly approved $175 billion in aid to Ukraine."
    assert parties(claims_of(text, published=DAY), "commitment", "donor") == [("US",)]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Polish President Andrei Duda said that more would follow.", "andrzej-duda"),
        ("“To date, Ukraine has had our tanks,” Minister Mariusz Blaszczak said. “It will get more,” Blaschak added.", "mariusz-blaszczak"),
    ],
)
def test_names_are_known_in_other_spellings(claims_of: ClaimsOf, said: str, who: str) -> None:
    claims = claims_of("Poland has sent 240 tanks to Ukraine. " + said, published="2022-05-10")
    named = {s for p in parties(claims, "statement", "speaker") for s in p} | {
        a for c in claims for a in c.to_record().get("attributed_to") or ()
    }
    assert named == {who}


def test_what_a_headline_is_about_has_not_said_it(claims_of: ClaimsOf) -> None:
    claims = claims_of("Ukraine: Poland has sent more than 240 tanks\n\nThe tanks came by train.", published="2022-05-10")
    assert all("UA" not in (c.to_record().get("attributed_to") or ()) for c in claims)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Boris Johnson came to Kyiv, bringing 120 armoured vehicles for Ukraine.", "delivered"),
        ("Norway announced aid to Ukraine of 10 million dollars, bringing the total to 90 million.", "allocated"),
    ],
)
def test_whoever_comes_with_goods_delivers_them(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert of_kind(claims_of(text, published=DAY), "commitment")[0].status == status
