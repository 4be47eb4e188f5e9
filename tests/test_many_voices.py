"""Long reports of many voices: who decides and who is only spoken of, what others claim, what is thought away, what a clause dates."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

WEDNESDAY = "2024-05-29"
LEAD = "The war in Ukraine went on through May, and the allies of Ukraine spoke of it in many capitals.\n\n"


def of_kind(claims: list[Claim], kind: str) -> list[Claim]:
    return [c for c in claims if c.kind == kind]


def tenures(claims: list[Claim]) -> list[tuple[str, str, str | None]]:
    return sorted((c.parties["person"][0], c.status, c.post) for c in claims if c.kind == "tenure")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zelensky replaced the minister of defence of Ukraine on Monday.", "takes_office"),
        ("Volodymyr Zelensky replaces defence minister", "takes_office"),
        ("Volodymyr Zelensky is replacing his army chief.", "takes_office"),
        ("“I expect support for this candidacy,” Volodymyr Zelensky told parliament in Kyiv.", "candidate"),
    ],
)
def test_whoever_decides_on_a_post_does_not_take_it(claims_of: ClaimsOf, text: str, expected: str) -> None:
    told = tenures(claims_of(LEAD + text, "2023-09-04"))
    assert not [t for t in told if t[:2] == ("volodymyr-zelensky", expected)]


def test_who_is_put_in_the_place_of_a_minister_gets_his_post(claims_of: ClaimsOf) -> None:
    text = (
        "President Volodymyr Zelensky is replacing his defence minister, Oleksii Reznikov, with lawmaker Rustem Umerov, who takes the post."
    )
    told = tenures(claims_of(LEAD + text, "2023-09-04"))
    assert ("rustem-umerov", "takes_office", "defence_minister") in told
    assert ("oleksii-reznikov", "leaves_office", "defence_minister") in told


def test_he_is_the_only_one_whom_the_sentence_before_names(claims_of: ClaimsOf) -> None:
    text = "Zelensky calls for unity\n\nUkraine appointed Rustem Umerov as defence minister. He replaced his predecessor, Oleksii Reznikov."
    assert ("rustem-umerov", "takes_office", "defence_minister") in tenures(claims_of(text, "2023-09-06"))
    assert not [t for t in tenures(claims_of(text, "2023-09-06")) if t[0] == "volodymyr-zelensky"]


def test_the_lead_candidate_to_take_over_stands_for_the_post(claims_of: ClaimsOf) -> None:
    text = LEAD + "Mark Rutte is the lead candidate to take over as secretary general of NATO, a diplomat in Kyiv said."
    assert tenures(claims_of(text, WEDNESDAY)) == [("mark-rutte", "candidate", "secretary_general")]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("commitment", "Olaf Scholz reiterated his rejection of a delivery of Taurus missiles to Ukraine."),
        ("commitment", "Olaf Scholz reaffirmed his opposition to sending tanks to Ukraine."),
        ("commitment", "Europe has struggled to fill the gap in the supply of arms to Ukraine."),
        ("commitment", "Support held up even in the absence of American contributions, the institute in Kyiv said."),
        ("commitment", "Japan has stayed out, because of restrictions on providing weapons to Ukraine."),
        ("commitment", "Norway will lift its restrictions on Ukraine's use of the missiles."),
        ("commitment", "Justin Trudeau delivered a strong defence of Canada's support for Ukraine."),
        ("commitment", "It is critical for Ukraine that Norwegian shells arrive on time."),
        ("need", "The delay came from the need to gain Washington's approval to send the tanks to Ukraine."),
        ("need", "Volodymyr Zelensky appealed to Washington for an expansion of sanctions on Russian oil."),
        ("proposal", "It is important for Canadians to know that Canada will go on helping Ukraine, Justin Trudeau said."),
        ("proposal", "Radoslaw Sikorski said he saw no reason why Norway should pay for terminals in Ukraine."),
        ("attack", "Norway will send a battery to Ukraine to help shoot down incoming Russian strikes."),
        ("meeting", "Volodymyr Zelensky welcomed Rustem Umerov aboard the cabinet."),
        ("meeting", "Viktor Orban said that the Union should enter into direct talks with Moscow about Ukraine."),
        ("meeting", "Dmytro Kuleba sat down with Politico in Kyiv."),
    ],
)
def test_what_has_the_words_of_a_claim_and_is_none(claims_of: ClaimsOf, kind: str, text: str) -> None:
    assert [c.status for c in claims_of(LEAD + text, WEDNESDAY, kind)] == []


@pytest.mark.parametrize(
    ("kind", "text", "status"),
    [
        ("commitment", "Olaf Scholz reiterated Germany's commitment to send tanks to Ukraine.", "pledged"),
        ("commitment", "Sweden has filled the gap with a delivery of shells to Ukraine.", "allocated"),
        ("need", "Ukraine has an urgent need for tanks, its army said.", "stated"),
        ("meeting", "Volodymyr Zelensky welcomed Mark Rutte to Kyiv on Tuesday.", "held"),
        ("meeting", "Viktor Orban entered into talks with Vladimir Putin in Moscow on Tuesday about Ukraine.", "held"),
    ],
)
def test_what_stands_beside_them_is_still_found(claims_of: ClaimsOf, kind: str, text: str, status: str) -> None:
    assert status in [c.status for c in claims_of(LEAD + text, WEDNESDAY, kind)]


def test_what_others_hold_is_not_urged_by_those_who_answer_them(claims_of: ClaimsOf) -> None:
    text = LEAD + "Radoslaw Sikorski rejected a claim by a rival that Norway should pay for its terminals in Ukraine."
    assert not [c for c in claims_of(text, WEDNESDAY, "proposal") if "radek-sikorski" in c.parties["by"]]


def test_a_bill_still_to_be_passed_is_a_condition_and_no_answer(claims_of: ClaimsOf) -> None:
    text = LEAD + "An aide asserted that Poland would go on paying for terminals for Ukraine, provided that parliament approves the bill."
    claims = claims_of(text, WEDNESDAY)
    assert [c.status for c in of_kind(claims, "proposal")] == []
    assert [c.status for c in of_kind(claims, "condition")] == ["stated"]


def test_a_visit_that_would_not_have_happened_otherwise_has_happened(claims_of: ClaimsOf) -> None:
    text = LEAD + "The visit of Antony Blinken to Kyiv on Tuesday would not have taken place if nothing had been decided, a source said."
    (visit,) = claims_of(text, WEDNESDAY, "meeting")
    assert (visit.status, visit.date) == ("held", "2024-05-28")


def test_talks_involving_several_are_theirs(claims_of: ClaimsOf) -> None:
    text = LEAD + "Volodymyr Zelensky spoke after two days of trilateral talks in Abu Dhabi involving Ukraine, the U.S. and Russia."
    assert {"UA", "US", "RU"} in [set(c.parties["participant"]) for c in claims_of(text, WEDNESDAY, "meeting")]


def test_talks_that_included_people_were_theirs(claims_of: ClaimsOf) -> None:
    text = LEAD + "The talks in Prague on Tuesday included Mark Rutte, Mette Frederiksen and Andrzej Duda, Kyiv said."
    (talks,) = claims_of(text, WEDNESDAY, "meeting")
    assert set(talks.parties["participant"]) == {"mark-rutte", "mette-frederiksen", "andrzej-duda"}


def test_what_is_said_before_a_meeting_does_not_date_it(claims_of: ClaimsOf) -> None:
    text = LEAD + "Petr Fiala said ahead of his meeting with Denys Shmyhal that the first deliveries to Ukraine will arrive in June."
    assert [c.date for c in claims_of(text, WEDNESDAY, "meeting")] != ["2024-06"]


def test_those_spelt_out_give_and_not_what_they_are_members_of(claims_of: ClaimsOf) -> None:
    text = LEAD + "Three NATO countries, namely Belgium, Canada and Denmark, have given Ukraine 1.9 billion euros."
    (gift,) = claims_of(text, WEDNESDAY, "commitment")
    assert set(gift.parties["donor"]) == {"BE", "CA", "DK"}


def test_leaders_at_the_summit_of_a_bloc_agree_for_it(claims_of: ClaimsOf) -> None:
    text = (
        "EU leaders met for a summit in Brussels on Ukraine on Tuesday.\n\n“We support Kyiv,” said Mette Frederiksen of Denmark.\n\n"
        "Instead, leaders agreed to borrow 90 billion euros to fund a loan to Ukraine."
    )
    (loan,) = [c for c in claims_of(text, WEDNESDAY, "commitment") if c.amount and c.amount.value == 90e9]
    assert loan.parties["donor"] == ("EU",)


def test_who_goes_on_after_a_clause_of_time_is_the_one_who_wrote(claims_of: ClaimsOf) -> None:
    text = LEAD + "“Victory is our aim,” Rustem Umerov wrote after parliament voted for him, adding, “I will do everything for Ukraine.”"
    assert {c.parties["speaker"] for c in claims_of(text, WEDNESDAY, "statement")} == {("rustem-umerov",)}


def test_a_name_before_an_inserted_clause_is_the_subject(claims_of: ClaimsOf) -> None:
    text = (
        LEAD
        + "In an interview with Politico, Ukraine's Foreign Minister Dmytro Kuleba, mincing no words, urged allies not to delay deliveries."
    )
    assert ("dmytro-kuleba",) in [c.parties["by"] for c in claims_of(text, WEDNESDAY, "proposal")]


def test_days_ago_are_not_the_day_of_what_is_said_before(claims_of: ClaimsOf) -> None:
    text = (
        "Mark Rutte spoke in Brussels about Ukraine.\n\n“We have the money available for Kyiv,” said Rutte.\n\n"
        "Two days ago, the Netherlands pledged 4 billion euros to Ukraine."
    )
    (said,) = claims_of(text, WEDNESDAY, "statement")
    assert said.date != "2024-05-27"


def test_the_grid_of_the_country_is_that_of_the_one_at_war(claims_of: ClaimsOf) -> None:
    text = LEAD + "Norway sent engineers to the country on Monday after severe Russian strikes against its power grid."
    assert [c.parties["target"] for c in claims_of(text, WEDNESDAY, "attack")] == [("UA",)]


def test_a_dateline_may_run_into_the_text(claims_of: ClaimsOf) -> None:
    text = "PRAGUE (Reuters) -A Czech-led initiative to speed up ammunition deliveries to Ukraine has raised 1.6 billion euros."
    assert [c.parties["lead"] for c in claims_of(text, WEDNESDAY, "initiative")] == [("CZ",)]
