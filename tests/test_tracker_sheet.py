"""A tracker's sheet: read, written, and lined up with a ledger."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.analysis import load_rates
from promissory.cli.commands import run
from promissory.errors import UsageError
from promissory.ledger import open_ledger
from promissory.packs import load_pack
from promissory.pipeline import build
from promissory.tracker import COLUMNS, activities_of, compare, read_sheet, sheet_of
from promissory.tracker.matching import assign
from promissory.tracker.offers import offers_of
from promissory.tracker.weighing import days_apart

REPORTS = {
    "leopards.txt": "On 25 January 2023 Germany announced that it will send 14 Leopard 2 tanks to Ukraine.",
    "loan.txt": "Norway allocated 75 million euros to Ukraine on 3 March 2023 for repairs of the power grid.",
    "grant.txt": "Denmark pledged 20 million euros in humanitarian aid to Ukraine on 9 March 2023.",
}
ROWS = [
    {"ID": "DEM1", "Donor": "Germany", "Announcement date": "2023-01-25", "Type of aid general": "Military", "Item": "Leopard 2 tank",
     "No. of units": "14", "Explanation": "Fourteen main battle tanks"},
    {"ID": "NOH1", "Donor": "Norway", "Announcement date": "3/3/2023", "Type of aid general": "Humanitarian",
     "Source reported currency": "EUR", "Source reported value": "75,000,000", "Explanation": "Repair of the grid"},
    {"ID": "DKH1", "Donor": "Denmark", "Announcement date": "2023-03-09", "Type of aid general": "Financial",
     "Source reported currency": "EUR", "Source reported value": "20000000"},
    {"ID": "SEF1", "Donor": "Sweden", "Announcement date": "2023-05-01", "Type of aid general": "Financial",
     "Source reported currency": "SEK", "Source reported value": "20000000", "Explanation": "A grant"},
]  # fmt: skip


@pytest.fixture
def ledger_file(tmp_path: Path) -> str:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    where = str(tmp_path / "ledger.db")
    with open_ledger(where) as ledger:
        build([str(folder)], ledger)
    return where


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    with (path := tmp_path / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(ROWS)
    return path


def test_a_ledger_is_lined_up_with_a_sheet(ledger_file: str, sheet: Path) -> None:
    pack = load_pack()
    with open_ledger(ledger_file) as ledger:
        found = compare(ledger, activities_of(read_sheet(sheet), pack), pack)
    matched = {p.activity.id: set(p.agrees) for p in found.matched}
    assert matched["DEM1"] >= {"donor", "date", "number of leopard"}
    assert matched["NOH1"] >= {"donor", "date", "amount"}
    (grant,) = found.different
    assert (grant.activity.id, set(grant.differs)) == ("DKH1", {"support"})
    assert [activity.id for activity in found.there] == ["SEF1"]
    assert found.here == ()


def test_every_kind_has_its_evidence(ledger_file: str, sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", str(sheet), "--ledger", ledger_file, "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [p["quotes"][0]["quote"] for p in record["different"]] == [REPORTS["grant.txt"]]
    assert record["there"][0]["explanation"] == "A grant"
    assert run(["compare", str(sheet), "--ledger", ledger_file, "--actor", "Denmark"]) == 0
    assert "0 matched, 1 different, 0 only there, 0 only here" in capsys.readouterr().out


def test_what_is_written_is_read_and_lined_up_whole(ledger_file: str, tmp_path: Path) -> None:
    pack = load_pack()
    with open_ledger(ledger_file) as ledger:
        rows = sheet_of(ledger, pack)
        with (path := tmp_path / "made.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="")
            writer.writeheader()
            writer.writerows(rows)
        found = compare(ledger, activities_of(read_sheet(path), pack), pack)
    assert {row["Stage"] for row in rows} == {"pledged", "allocated"}
    assert (len(found.matched), found.different, found.there, found.here) == (3, (), (), ())


@pytest.mark.parametrize(("written", "apart"), [("2023-03", 0), ("2023-03-20/2023-04-02", 17), ("2022/2024", None), ("soon", None)])
def test_a_vague_date_tells_little(ledger_file: str, written: str, apart: int | None) -> None:
    pack = load_pack()
    (activity,) = activities_of([(2, {"Donor": "Norway; Denmark", "Announcement date": written})], pack)
    assert activity.donors == {"NO", "DK"}
    with open_ledger(ledger_file) as ledger:
        (offer,) = offers_of(ledger, pack, {"actor": "NO"})
    assert days_apart(activity, offer) == apart


def test_other_versions_of_the_heading_are_known(tmp_path: Path) -> None:
    (path := tmp_path / "other.csv").write_text(
        "Bilateral assistance\n\ncountries;type of aid;Value;currency;item type\nGermany;Military;5000;eur;helmets\n", "utf-8"
    )
    path.write_text(path.read_text("utf-8").replace("Bilateral assistance\n", "Bilateral assistance;;;;\n"), "utf-8")
    (activity,) = activities_of(read_sheet(path), load_pack())
    assert (activity.donor, activity.currency, activity.rows, activity.items[0][0]) == ("DE", "EUR", (4,), "helmet")


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "x.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(UsageError, match="no heading with a donor"):
        read_sheet(path)


TOLD = {
    "krone.txt": "Norway allocated 300 million Norwegian kroner to Ukraine on 21 March 2023 for repairs of the power grid.",
    "buses.txt": "Aid worth 51 million dollars was delivered to Ukraine on 2 May 2023.",
    "radios.txt": "Finland donated field radios to Ukraine on 2 May 2023.",
}


def lined_up(tmp_path: Path, **row: str) -> tuple[str, set[str], set[str], set[str]]:
    """How a row is lined up with what TOLD says: the sort of match, and the slots in which both agree, differ, and here is nothing."""
    (folder := tmp_path / "told").mkdir()
    for name, text in TOLD.items():
        (folder / name).write_text(text, "utf-8")
    activities = activities_of([(2, {name.replace("_", " "): value for name, value in row.items()})], load_pack())
    with open_ledger(tmp_path / "told.db") as ledger:
        build([str(folder)], ledger)
        found = compare(ledger, activities, load_pack(), load_rates())
    for sort, pairings in (("matched", found.matched), ("different", found.different)):
        for p in pairings:
            assert {rate.to_record()["on"] for rate in p.rates} == ({"2023-03-21"} if p.activity.currency == "EUR" else set())
            return sort, set(p.agrees), set(p.differs), set(p.open)
    return "there", set(), set(), set()


@pytest.mark.parametrize(
    ("currency", "value", "found"),
    [
        ("NOK", "300000000", ("matched", {"donor", "amount", "date"}, set())),
        ("EUR", "26400000", ("matched", {"donor", "amount", "date"}, set())),  # at the rate of that day 26.5
        ("EUR", "29000000", ("there", set(), set())),
        ("USD", "300000000", ("different", {"donor", "date"}, {"amount"})),  # one of the two wrote the wrong currency down
    ],
)
def test_sums_of_two_currencies_are_compared_at_the_rate_of_the_day(
    tmp_path: Path, currency: str, value: str, found: tuple[str, set[str], set[str]]
) -> None:
    row = {"Donor": "Norway", "Announcement_date": "2023-03-21", "Source_reported_currency": currency, "Source_reported_value": value}
    assert lined_up(tmp_path, **row) == (*found, set())


def test_a_donor_that_no_report_names_stays_open(tmp_path: Path) -> None:
    row = {"Donor": "Slovakia", "Announcement_date": "2023-05-02", "Source_reported_currency": "USD", "Source_reported_value": "51000000"}
    assert lined_up(tmp_path, **row) == ("matched", {"amount", "date"}, set(), {"donor"})


@pytest.mark.parametrize(("explanation", "found"), [("radios.txt", "matched"), ("buses.txt", "there")])
def test_a_sum_that_the_explanation_tells_and_the_sheet_does_not_enter_is_of_another(tmp_path: Path, explanation: str, found: str) -> None:
    row = {"Donor": "Finland", "Announcement_date": "2023-05-02", "Explanation": TOLD[explanation]}
    assert lined_up(tmp_path, **row)[0] == found


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.1, 9), max_size=12))
def test_no_other_lining_up_is_worth_more(points: dict[tuple[int, int], float]) -> None:
    chosen = assign(points)
    assert len({left for left, _ in chosen}) == len({right for _, right in chosen}) == len(chosen)
    assert sum(points[pair] for pair in chosen) == pytest.approx(best(sorted(points.items())))


def best(pairs: list[tuple[tuple[int, int], float]]) -> float:
    """The greatest sum of pairs that share no side, by trying all."""
    if not pairs:
        return 0.0
    (left, right), value = pairs[0]
    rest = [(pair, v) for pair, v in pairs[1:] if pair[0] != left and pair[1] != right]
    return max(best(pairs[1:]), value + best(rest))
