"""Joining drafts that speak of one thing: what must agree, what is kept, and what stays apart."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from promissory.extraction.claims.likeness import overlap
from promissory.model import Claim

ClaimsOf = Callable[..., list[Claim]]

DATES = st.one_of(
    st.none(),
    st.dates().map(lambda d: d.isoformat()),
    st.dates().map(lambda d: d.isoformat()[:7]),
    st.dates().map(lambda d: d.isoformat()[:4]),
    st.tuples(st.dates(), st.dates()).map(lambda pair: "/".join(d.isoformat() for d in sorted(pair))),
)


@given(DATES, DATES)
def test_overlap_is_symmetric(a: str | None, b: str | None) -> None:
    assert overlap(a, b) == overlap(b, a)


@given(DATES)
def test_a_date_overlaps_itself_and_the_unknown(date: str | None) -> None:
    assert overlap(date, date)
    assert overlap(date, None)


@given(st.dates())
def test_a_day_overlaps_its_month_and_its_year(day: object) -> None:
    iso = str(day)
    assert overlap(iso, iso[:7])
    assert overlap(iso, iso[:4])


def test_different_months_do_not_overlap() -> None:
    assert not overlap("2024-05", "2024-06-01")


def test_all_quotes_are_kept_in_the_order_of_the_text(claims_of: ClaimsOf) -> None:
    text = (
        "Scholz meets Zelensky in Berlin\n\nOlaf Scholz met Volodymyr Zelensky in Berlin on Tuesday.\n\n"
        "At the meeting in Berlin Olaf Scholz told Volodymyr Zelensky of new shells."
    )
    (claim,) = claims_of(text, "2024-05-15", "meeting")
    starts = [span.start for span in claim.evidence]
    assert starts == sorted(starts)
    assert len(starts) >= 2


def test_the_finer_date_wins(claims_of: ClaimsOf) -> None:
    text = "Olaf Scholz met Volodymyr Zelensky in Berlin in May 2024. Olaf Scholz met Volodymyr Zelensky in Berlin on 7 May 2024."
    (claim,) = claims_of(text, "2024-06-15", "meeting")
    assert claim.date == "2024-05-07"
    assert claim.grounds["date"].quote == "7 May 2024"


def test_a_person_stands_for_the_state_in_the_headline(claims_of: ClaimsOf) -> None:
    text = "Germany and Ukraine hold talks in Berlin\n\nOlaf Scholz and Volodymyr Zelensky held talks in Berlin on Tuesday."
    (claim,) = claims_of(text, "2024-05-15", "meeting")
    assert set(claim.parties["participant"]) == {"olaf-scholz", "volodymyr-zelensky"}


def test_planned_and_held_stay_apart(claims_of: ClaimsOf) -> None:
    text = "Olaf Scholz met Volodymyr Zelensky in Berlin in May 2024. Olaf Scholz will meet Volodymyr Zelensky in Berlin in July 2024."
    assert {claim.status for claim in claims_of(text, "2024-06-15", "meeting")} == {"held", "planned"}


def test_places_in_different_towns_stay_apart(claims_of: ClaimsOf) -> None:
    text = "Russian missiles hit Kherson on Sunday. Russian missiles hit Sumy on Sunday."
    assert len(claims_of(text, "2024-05-15", "attack")) == 2


def test_a_sum_and_its_conversion_are_one(claims_of: ClaimsOf) -> None:
    text = (
        "Norway to give Ukraine $7 billion\n\nNorway will give Ukraine 70 billion kroner (about $7 billion) in military aid, "
        "its prime minister announced on Monday."
    )
    (claim,) = claims_of(text, "2026-02-11", "commitment")
    assert claim.amount is not None
    assert (claim.amount.value, claim.amount.currency, len(claim.evidence)) == (70e9, "NOK", 2)


def test_the_same_figure_in_another_currency_is_another_sum(claims_of: ClaimsOf) -> None:
    text = "Norway to give Ukraine $7 billion\n\nNorway will give Ukraine 9 billion kroner (about $0.9 billion) in military aid."
    assert len(claims_of(text, "2026-02-11", "commitment")) == 2


def test_a_dated_gathering_elsewhere_is_no_part_of_a_talk(claims_of: ClaimsOf) -> None:
    text = (
        "Denys Shmyhal has met with his Estonian counterpart, Hanno Pevkur.\n\nThey spoke of drones for Ukraine.\n\n"
        "On September 9 Shmyhal took part in the 30th meeting of the Ukraine Defense Contact Group in London."
    )
    assert {claim.place for claim in claims_of(text, "2025-09-10", "meeting")} == {None, "London"}
