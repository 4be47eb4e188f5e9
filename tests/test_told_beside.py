"""What stands beside an act in its sentence or the one before: another's clause, month, speaker, year or count."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf


def test_who_is_dismissed_in_passing_does_not_take_the_word(claims_of: ClaimsOf) -> None:
    text = (
        '"The shells are few," Syrsky told the agency.\n\nSyrsky took over in February after Ukrainian President Volodymyr Zelensky '
        'dismissed his predecessor Valery Zaluzhny.\n\nHe added that Russia had "sent up more aircraft".'
    )
    statements = claims_of(text, kind="statement")
    assert [c.parties["speaker"] for c in statements] == [("oleksandr-syrskyi",)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky announced three more agreements in the pipeline with Malta, Cyprus and Ireland.",
        "A security agreement between Ukraine and Malta is in the works.",
        "The security agreement between Ukraine and Malta, now in preparation, is to last ten years.",
        "Ukraine, Malta begin work on bilateral security guarantees agreement",
    ],
)
def test_what_is_worked_on_is_not_signed(claims_of: ClaimsOf, text: str) -> None:
    assert {c.status for c in claims_of(text, kind="agreement")} == {"negotiating"}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In March Germany sent Ukraine tanks and Spain gave it ten vehicles.", {"DE": "2024-03", "ES": "2024-03"}),
        ("Germany sent Ukraine tanks in March, and Spain gave it ten vehicles.", {"DE": "2024-03", "ES": "2024-03"}),
        ("Kyiv got tanks from Berlin in March, but Madrid is still to send Ukraine ten vehicles.", {"DE": "2024-03", "ES": None}),
    ],
)
def test_a_month_is_of_its_own_clause(claims_of: ClaimsOf, text: str, dates: dict[str, str | None]) -> None:
    gifts = claims_of(text, published="2024-05-29", kind="commitment")
    assert {c.parties["donor"][0]: c.date for c in gifts} == dates


@pytest.mark.parametrize(
    "text",
    [
        "The Ukrainians were firing 8,000 shells per day.",
        "Russian guns fire twice as many shells as Ukraine's.",
        "Ukraine fires some 2,000 shells a day, a fifth of what Russia does.",
    ],
)
def test_a_rate_of_fire_is_no_attack(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text, kind="attack") == []


@pytest.mark.parametrize(
    "text", ["Russia fires 10,000 shells a day at Ukrainian positions.", "Russia fires 10,000 shells a day, ruining Lysychansk."]
)
def test_fire_at_something_is_an_attack_at_any_rate(claims_of: ClaimsOf, text: str) -> None:
    assert [c.parties["actor"] for c in claims_of(text, kind="attack")] == [("RU",)]


def test_a_need_told_last_month_has_no_deadline_then(claims_of: ClaimsOf) -> None:
    [need] = claims_of("In December General Tarnavsky said that Ukraine was facing a shortage of shells.", "2024-01-23", kind="need")
    assert (need.date, need.by) == ("2023-12", None)


def test_the_same_sum_of_another_year_is_another_gift(claims_of: ClaimsOf) -> None:
    text = (
        "Aid to Kyiv\n\nLatvia has committed to contribute 20 million euros this year to help Ukraine. In the previous year, Latvia had "
        "already allocated a similar amount of 20 million euros to Ukraine."
    )
    gifts = claims_of(text, published="2025-05-30", kind="commitment")
    assert [(c.status, c.amount.value if c.amount else None, c.date, c.period) for c in gifts][-2:] == [
        ("pledged", 2e7, "2025-05-30", "2025"),
        ("allocated", 2e7, "2024", None),
    ]


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("Kyiv's partners\n\nTwenty states take part. All of them have pledged to allocate €2 billion to support Ukraine.", 2e9),
        ("Kyiv's partners\n\nEstonia will set aside €30 million to strengthen Ukraine's air defence.", 3e7),
    ],
)
def test_whom_a_sum_is_to_serve_receives_it(claims_of: ClaimsOf, text: str, sum_: float) -> None:
    gifts = [c for c in claims_of(text, kind="commitment") if c.amount and c.amount.value == sum_]
    assert [c.parties["recipient"] for c in gifts] == [("UA",)]


def test_a_coalition_launched_and_spearheaded_by_states_is_led_by_them(claims_of: ClaimsOf) -> None:
    text = (
        "The coalition for Ukraine, initially launched a year ago and spearheaded by Latvia and the UK, is comprised of countries "
        "including Denmark and many others."
    )
    assert {"LV", "GB"} in [set(c.parties["lead"]) for c in claims_of(text, published="2025-05-30", kind="initiative")]


def test_a_name_behind_a_long_title_is_who_resigns(claims_of: ClaimsOf) -> None:
    text = (
        "Natalia Kalmykova became minister of veterans' affairs. With 200 votes the house accepted the resignation of Deputy Prime "
        "Minister and Minister for Reintegration of Temporarily Occupied Territories Iryna Vereshchuk on Thursday."
    )
    left = [c for c in claims_of(text, kind="tenure") if c.status == "leaves_office"]
    assert [c.parties["person"] for c in left] == [("iryna-vereshchuk",)]


def test_whoever_resigned_is_the_one_succeeded(claims_of: ClaimsOf) -> None:
    text = (
        "It follows the resignation of Foreign Minister Dmytro Kuleba and the appointment of his successor, Kuleba's deputy Andrii Sybiha."
    )
    [taken] = [c for c in claims_of(text, kind="tenure") if c.status == "takes_office"]
    assert (taken.parties["person"], taken.post) == (("andrii-sybiha",), "foreign_minister")


def test_an_approved_candidacy_is_an_appointment(claims_of: ClaimsOf) -> None:
    text = (
        "Herman Smetanin replaced Oleksandr Kamyshin as strategic industries minister. Lawmakers approved the candidacy of "
        "Oleksii Kuleba as deputy prime minister."
    )
    [kuleba] = [c for c in claims_of(text, kind="tenure") if c.parties["person"] == ("oleksii-kuleba",)]
    assert (kuleba.status, kuleba.post) == ("takes_office", "deputy_prime_minister")


def test_what_is_counted_from_has_not_the_day_of_the_report(claims_of: ClaimsOf) -> None:
    text = "Since becoming prime minister, Rishi Sunak has been to Ukraine twice, meeting President Volodymyr Zelensky in Kyiv."
    assert [c.date for c in claims_of(text, published="2023-02-01", kind="tenure")] == [None]


def test_money_for_another_states_disaster_is_not_for_ukraine(claims_of: ClaimsOf) -> None:
    text = (
        "Aid for Ukraine and Libya\n\nThe United States delivered 13 tons of humanitarian supplies to Libya. To date, the U.S. "
        "has provided $12 million in response to this disaster. Washington also gave Ukraine ten tanks."
    )
    assert [c.parties["recipient"] for c in claims_of(text, kind="commitment")] == [("LY",), ("LY",), ("UA",)]


def test_a_government_robbed_of_income_is_no_place_and_ukraine_does_not_need_it(claims_of: ClaimsOf) -> None:
    text = "Ukraine's drone strikes on Russian refineries are to deprive Moscow of the oil revenue it needs for its war."
    claims = claims_of(text)
    assert [(c.kind, c.place) for c in claims] == [("attack", None)]


def test_a_session_is_where_its_clause_says(claims_of: ClaimsOf) -> None:
    text = (
        "The two ministers spoke of what came of the last meeting of the Ukraine Defense Contact Group, which was held in "
        "Ramstein, Germany, on Tuesday."
    )
    [meeting] = claims_of(text, published="2023-09-21", kind="meeting")
    assert (meeting.place, meeting.date) == ("Ramstein", "2023-09-19")
