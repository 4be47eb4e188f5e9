"""Balances by group: stages apart, unknown as unknown, collective apart from national, money at the rate of its day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.analysis import DIMENSIONS, Rates, Tally, floors, lags, load_rates, tally
from promissory.analysis.lags import Lag
from promissory.analysis.once import counted_once
from promissory.analysis.rates import read_rates
from promissory.cli.commands import run
from promissory.cli.tallying import FLOOR_FIELDS, LAG_FIELDS, TALLY_FIELDS
from promissory.errors import UsageError
from promissory.ledger import Ledger, open_ledger
from promissory.pipeline import build
from tests.databases import Places

REPORTS = (
    ("a", "2024-07-10", "Norway will give Ukraine three NASAMS launchers, the Norwegian government said on 10 July 2024."),
    (
        "b",
        "2024-09-10",
        "Sweden pledged 75 billion kronor in military support for Ukraine on 10 September 2024, the government in Stockholm said.",
    ),
    ("c", "2024-09-12", "Denmark pledged 100 million euros to Ukraine on 12 September 2024, the Danish government said."),
    (
        "d",
        "2024-10-03",
        "Romania pledged one Patriot battery to Ukraine on 20 June 2024. Romania delivered the Patriot battery on 3 October 2024.",
    ),
)
NOTHING = Rates([])


@pytest.fixture
def small(places: Places, tmp_path: Path) -> Iterator[Ledger]:
    source = tmp_path / "reports.jsonl"
    source.write_text("".join(json.dumps({"id": i, "text": text, "published": day, "publisher": i}) + "\n" for i, day, text in REPORTS))
    with open_ledger(places()) as ledger:
        build([str(source)], ledger, jobs=1)
        yield ledger


def line(found: list[Tally], key: str, measure: str) -> Tally:
    (told,) = [one for one in found if (one.key, one.measure) == (key, measure)]
    return told


def entry(key: str, value: float | None, donor: str = "DE", **slots: Any) -> dict[str, object]:
    amount = None if value is None else {"value": value, "currency": "EUR", "qualifier": "exact"}
    history: list[dict[str, object]] = [{"status": "pledged", "on": None, "reported": "2024-01-01", "claims": []}]
    shared = {"id": key, "kind": "commitment", "status": "pledged", "items": [], "links": [], "findings": [], "independent_sources": 1}
    return {**shared, "amount": amount, "parties": {"donor": [donor]}, "history": history, **slots}


def including(*parts: str) -> dict[str, Any]:
    return {"links": [{"type": "includes", "entry": part} for part in parts]}


def test_a_line_has_the_sum_as_written_and_at_the_rate_of_its_day(small: Ledger) -> None:
    found = line(tally(small, "donor", rates=load_rates()), "SE", "pledged")
    assert [told.to_record() for told in found.sums] == [{"currency": "SEK", "value": 75_000_000_000}]
    (rate,) = found.rates
    assert (rate.currency, rate.on, rate.source) == ("SEK", "2024-09-10", "European Central Bank")
    assert found.common is not None
    assert found.common.value == (Decimal(75_000_000_000) / rate.per_euro).quantize(Decimal("0.01"))


def test_without_a_rate_a_sum_is_unconverted_and_not_zero(small: Ledger) -> None:
    found = line(tally(small, "donor", rates=NOTHING), "SE", "pledged")
    assert (found.common, found.unconverted) == (None, 1)


def test_every_figure_has_its_entries_under_every_dimension(small: Ledger) -> None:
    known = {row.id for row in small.entries(kind=("commitment", "need"))}
    for by in DIMENSIONS:
        found = tally(small, by, rates=NOTHING)
        assert {key for told in found for key in (*told.entries, *told.apart)} == known, by
        assert all(told.entries or told.apart for told in found)


def test_an_unstated_number_is_unknown(small: Ledger) -> None:
    told = line(tally(small, "donor", donor="SE"), "SE", "pledged")
    assert (told.units, told.unstated) == ((), 0)
    assert all(units.number != 0 for found in tally(small, "item") for units in found.units if found.measure == "pledged")


def test_filters_and_as_of(small: Ledger) -> None:
    assert {told.key for told in tally(small, "donor", as_of="2024-07-31")} == {"NO"}
    assert {told.key for told in tally(small, "donor", item="air_defence_system")} == {"NO", "RO"}
    assert tally(small, "item", recipient="PL") == []


def test_by_what_there_is_not(small: Ledger) -> None:
    with pytest.raises(UsageError, match="nothing to balance by"):
        tally(small, "colour")
    with pytest.raises(UsageError, match="times"):
        lags(small, "colour")


def test_days_from_promise_to_delivery(small: Ledger) -> None:
    (found,) = [lag for lag in lags(small, "donor") if lag.key == "RO"]
    assert (found.days, found.quantile(Fraction(1, 2))) == ((105,), 105.0)
    assert [lag.key for lag in lags(small, "item")] == ["patriot"]


def test_no_promise_no_floor(small: Ledger) -> None:
    assert floors(small, NOTHING) == []


FLOOR = (
    (
        "least",
        "2025-01-15",
        "NATO has promised military aid to Ukraine, and a commitment of 40 billion euros is the minimum for this year.",
    ),
    ("given", "2025-02-03", "Norway allocated 100 million euros in military aid to Ukraine on 3 February 2025."),
    ("again", "2025-05-05", "On 3 February 2025 Norway had allocated 100 million euros in military aid to Ukraine, Oslo recalled."),
    ("krona", "2025-03-04", "Sweden delivered military aid worth 1 billion kronor to Ukraine on 4 March 2025."),
    ("hryvnia", "2025-03-05", "Lithuania allocated 90 million hryvnias in military aid to Ukraine on 5 March 2025."),
    ("before", "2024-03-04", "Denmark delivered military aid worth 300 million euros to Ukraine on 4 March 2024."),
    ("outside", "2025-04-04", "Japan allocated 200 million dollars in military aid to Ukraine on 4 April 2025."),
)


def test_a_least_sum_of_a_year_is_held_against_what_is_found_for_it(places: Places, tmp_path: Path) -> None:
    """Of the promisers' members, of that year, each once and stage by stage; what no rate is known of stands apart."""
    source = tmp_path / "floor.jsonl"
    source.write_text("".join(json.dumps({"id": i, "text": text, "published": day, "publisher": i}) + "\n" for i, day, text in FLOOR))
    with open_ledger(places()) as ledger:
        build([str(source)], ledger, jobs=1)
        (found,) = floors(ledger, load_rates())
        (before,) = floors(ledger, load_rates(), as_of="2025-02-28")
        evidence = {one.stage: [ledger.get(key)["claims"] for key in one.entries] for one in found.found}
        quotes = {stage: " ".join(ledger.get(c)["evidence"][0]["quote"] for keys in told for c in keys) for stage, told in evidence.items()}
    assert (found.donors, found.period, found.least.to_record()) == (("NATO",), "2025", {"currency": "EUR", "value": 40_000_000_000})
    at = {one.stage: (one.sum.value if one.sum else None, len(one.entries), len(one.unconverted)) for one in found.found}
    assert at == {"allocated": (100_000_000, 1, 1), "delivered": (Decimal("90094148.39"), 1, 0)}
    assert ("Norway" in quotes["allocated"], "Sweden" in quotes["delivered"]) == (True, True)
    assert {one.stage: len(one.entries) for one in before.found} == {"allocated": 1}


@pytest.mark.parametrize(
    ("parts", "counted"),
    [
        ([entry("p", 400)], {"w"}),
        ([entry("p", 400), entry("q", 700)], {"p", "q"}),
        ([entry("p", None)], {"p"}),
        ([entry("p", 400, donor="PL")], {"p"}),
        ([entry("p", 400, items=[{"item": "patriot", "count": 1}])], {"p"}),
    ],
    ids=["a share of more", "all of it", "an unknown share", "another's share", "goods inside"],
)
def test_a_whole_and_its_parts_count_once(parts: list[dict[str, object]], counted: set[str]) -> None:
    found, again = counted_once([entry("w", 1000, **including("p", "q")), *parts], [])
    assert {one["id"] for one in found} == counted
    assert {*again} | counted == {"w", *(str(part["id"]) for part in parts)}


TABLE = "Date,USD,UAH\n2024-07-12,2.0,40\n2024-07-05,4.0,N/A\n"


@pytest.mark.parametrize(
    ("value", "currency", "day", "into", "expected"),
    [
        (100, "USD", "2024-07-12", "EUR", "50.00"),
        (100, "USD", "2024-07-11", "EUR", "25.00"),
        (100, "USD", "2024-07-12", "UAH", "2000.00"),
        (100, "EUR", None, "EUR", "100"),
        (100, "USD", "2024-07-20", "EUR", None),
        (100, "UAH", "2024-07-11", "EUR", None),
        (100, "USD", None, "EUR", None),
        (100, None, "2024-07-12", "EUR", None),
    ],
)
def test_sums_are_converted_at_the_last_rate_within_a_week(
    value: int, currency: str | None, day: str | None, into: str, expected: str | None
) -> None:
    found = Rates([read_rates(TABLE, "mine")]).convert(Decimal(value), currency, day, into)
    assert (found and str(found.value)) == expected


def test_the_bank_comes_first_and_a_table_of_ones_own_fills_what_it_has_not(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("Date,UAH,USD\n2024-07-11,44.2345,7\n")
    rates = load_rates(str(table))
    hryvnia, dollar = rates.on("UAH", "2024-07-12"), rates.on("USD", "2024-07-11")
    assert hryvnia is not None
    assert (hryvnia.source, hryvnia.on) == (str(table), "2024-07-11")
    assert dollar is not None
    assert (dollar.source, dollar.per_euro < 2) == ("European Central Bank", True)


@pytest.mark.parametrize("row", ["2024-13-01,40", "2024-07-11,forty", "2024-07-11,0", "2024-07-11,NaN"])
def test_a_wrong_rate_is_told_with_its_line(tmp_path: Path, row: str) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(f"Date,UAH\n{row}\n")
    with pytest.raises(UsageError, match="line 2"):
        load_rates(str(table))


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=8))
def test_quantiles_rise_from_the_shortest_to_the_longest(days: list[int]) -> None:
    lag = Lag("DE", (), tuple(sorted(days)), ())
    told = [lag.quantile(Fraction(n, 4)) for n in range(5)]
    assert told == sorted(told, key=float)  # type: ignore[arg-type]
    assert (told[0], told[-1]) == (min(days), max(days))


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (["--by", "donor", "--evidence"], (*TALLY_FIELDS, "evidence")),
        (["--floors"], FLOOR_FIELDS),
        (["--times", "item"], LAG_FIELDS),
    ],
)
def test_views_print_their_fields(small: Ledger, capsys: pytest.CaptureFixture[str], words: list[str], fields: tuple[str, ...]) -> None:
    place = small._place.url.render_as_string(hide_password=False) if small._place.url else str(small._place.path)
    assert run(["balance", *words, "--ledger", place, "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == ",".join(fields)
    assert run(["balance", *words, "--ledger", place, "--format", "json"]) == 0
    assert all(tuple(record) == fields for record in json.loads(capsys.readouterr().out))
    assert run(["balance", *words, "--ledger", place]) == 0


@pytest.mark.parametrize("words", [[], ["--by", "donor", "--floors"], ["--floors", "--evidence"], ["--item", "patriot", "--until", "2024"]])
def test_options_that_do_not_go_together(small: Ledger, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    place = small._place.url.render_as_string(hide_password=False) if small._place.url else str(small._place.path)
    assert run(["balance", *words, "--ledger", place]) == 2
    assert "promissory: " in capsys.readouterr().err
