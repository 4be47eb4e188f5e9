"""The shipped sample reports: what the ledger makes of them, held against the numbers of samples/TRUTH.md."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from promissory.analysis import Balance, balance, prove, register, signatures, tally
from promissory.ledger import Ledger, open_ledger

REPORTS = Path(__file__).parent.parent / "samples" / "reports"


@pytest.fixture(scope="module")
def ledger(sample_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(sample_ledger) as ledger:
        yield ledger


def patriots(ledger: Ledger, as_of: str) -> Balance:
    return balance(ledger, "patriot", since="2024-01-01", as_of=as_of)


def whole(ledger: Ledger, donor: str, as_of: str) -> list[tuple[float | None, str, str | None]]:
    """Number, stage and day of arrival of each undertaking of one donor that is counted with a number."""
    found = patriots(ledger, as_of).undertakings
    return [(u.number, u.stage, u.arrived_on) for u in found if u.donors == (donor,) and u.number is not None]


@pytest.mark.parametrize(
    ("as_of", "number", "new"),
    [
        ("2024-04-03", 8, {"GB", "DE", "FR", "DK", "CA", "IT", "NL", "FI"}),
        ("2024-04-12", 9, {"LV"}),
        ("2024-05-31", 15, {"ES", "BE", "PT", "SE", "NO", "IS"}),
        ("2024-07-15", 23, {"JP", "US", "EU", "LT", "EE", "PL", "LU", "RO"}),
        ("2024-07-19", 25, {"CZ", "SI"}),
        ("2024-09-04", 26, {"IE"}),
        ("2024-10-18", 28, {"HR", "GR"}),
        ("2025-01-31", 29, {"AL"}),
    ],
)
def test_agreements_signed_as_of_each_day(ledger: Ledger, as_of: str, number: int, new: set[str]) -> None:
    parties = {signature.party for signature in signatures(ledger, as_of=as_of)}
    assert len(parties) == number
    assert new <= parties


def signatures_worked_out_by_hand() -> dict[str, tuple[str, str]]:
    """The second table of samples/TRUTH.md: party → day and place of its signature."""
    truth = (REPORTS.parent / "TRUTH.md").read_text("utf-8").partition("| party | signed |")[2].partition("## Story 2")[0]
    rows = re.findall(r"^\| ([A-Z, ]+) \| (\d{4}-\d\d-\d\d) \| \(?([A-Z][a-z]+)", truth, re.M)
    return {party: (on, place) for parties, on, place in rows for party in parties.split(", ")}


def test_the_day_and_place_of_each_signature(ledger: Ledger) -> None:
    truth = signatures_worked_out_by_hand()
    assert len(truth) == 29
    assert {s.party: (s.on, s.place) for s in signatures(ledger)} == truth


def test_every_agreement_between_two_stands_in_the_register_once(ledger: Ledger) -> None:
    lines = [
        line for line in register(ledger, "agreements", status=("signed", "in_force"), actor="UA").lines if line.cells["count"] in (None, 1)
    ]
    told = [(*line.cells["partner"], line.cells["term"] == "P100Y") for line in lines if "partners" not in line.cells["partner"]]
    bilateral = {*((party, False) for party in signatures_worked_out_by_hand()), ("GB", True)}
    assert sorted(told) == sorted([*bilateral, ("DK", False)])  # Denmark's memorandum on purchases from industry as well
    terms = {line.cells["partner"][0]: line.cells["term"] for line in lines}
    assert {party for party, term in terms.items() if term == "P10Y"} >= set(
        "DE FR CA IT NL ES BE PT SE NO IS US LT EE LU RO CZ IE AL".split()
    )
    assert {terms[party] for party in ("SI", "HR", "GR", "EU")} == {None}


@pytest.mark.parametrize(("count", "surplus"), [(8, "NL"), (16, "1 of them")])
def test_counts_that_disagree_have_a_finding(ledger: Ledger, count: int, surplus: str) -> None:
    found = [row["message"] for row in ledger.findings(kind="count_mismatch")]
    assert [f"speaks of {count};" in message and surplus in message.rpartition("surplus: ")[2] for message in found].count(True) == 1


@pytest.mark.parametrize(
    ("as_of", "undertakings"),
    [
        ("2024-04-20", [(1, "committed", None)]),
        ("2024-07-12", [(1, "delivered", "2024-07-05")]),
        ("2025-01-10", [(1, "delivered", "2024-07-05")]),
    ],
)
def test_germany_promised_one_patriot_and_delivered_it(
    ledger: Ledger, as_of: str, undertakings: list[tuple[float, str, str | None]]
) -> None:
    assert whole(ledger, "DE", as_of) == undertakings


def test_the_american_patriot_is_promised_and_no_report_tells_of_its_arrival(ledger: Ledger) -> None:
    assert whole(ledger, "US", "2024-04-20") == []
    for as_of in ("2024-07-12", "2024-10-10", "2025-01-10"):
        ((number, stage, arrived_on),) = whole(ledger, "US", as_of)
        assert (number, stage in ("pledged", "committed"), arrived_on) == (1, True, None)


def test_romania_delivered_one_patriot(ledger: Ledger) -> None:
    assert (1, "delivered", "2024-10-03") in whole(ledger, "RO", "2024-10-10")
    assert (1, "delivered", "2024-10-03") in whole(ledger, "RO", "2025-01-10")


@pytest.mark.parametrize(("as_of", "delivered"), [("2024-04-20", 0), ("2024-07-12", 1), ("2024-10-10", 2), ("2025-01-10", 2)])
def test_patriots_delivered_as_of_each_day_open_to_their_sentences(ledger: Ledger, as_of: str, delivered: int) -> None:
    found = tally(ledger, "item", item="patriot", since="2024-01-01", as_of=as_of)
    lines = [line for line in found if (line.key, line.measure, line.collective) == ("patriot", "delivered", False)]
    assert sum(units.number or 0 for line in lines for units in line.units) == delivered
    for entry in (ledger.get(key) for line in lines for key in line.entries):
        assert prove(ledger, entry.record, "delivered")


def patriots_worked_out_by_hand() -> list[tuple[str, int, int, int]]:
    """The table of samples/TRUTH.md: as of, promised, delivered, still missing."""
    truth = (REPORTS.parent / "TRUTH.md").read_text("utf-8").partition("Whole Patriot batteries")[2]
    rows = re.findall(r"^\| (\d{4}-\d\d-\d\d) \| \*\*(\d+)\*\*[^|]*\| \*\*(\d+)\*\* \| (\d+) \|", truth, re.M)
    return [(day, int(promised), int(delivered), int(missing)) for day, promised, delivered, missing in rows]


def test_the_numbers_of_four_days_are_those_of_a_reader_and_open_to_their_sentences(ledger: Ledger) -> None:
    truth = patriots_worked_out_by_hand()
    assert [row[0] for row in truth] == ["2024-04-20", "2024-07-12", "2024-10-10", "2025-01-10"]
    for as_of, promised, delivered, missing in truth:
        found = patriots(ledger, as_of)
        assert (found.promised[0], found.arrived[0], found.open[0]) == (promised, delivered, missing)
        assert promised == sum(u.number for u in found.standing if u.number is not None)
        for one in found.standing:
            entry = ledger.entry_as_of(one.entry, as_of)
            assert entry is not None
            proof = prove(ledger, entry.record, one.stage)
            assert proof is not None
            assert (proof.reported or "9999")[-10:] <= as_of
            assert proof.quote in " ".join(ledger.get(ledger.get(proof.claim)["doc"])["text"].split())


def test_launchers_radar_and_parts_are_no_patriots(ledger: Ledger) -> None:
    """Of the Dutch there is the one that is to be put together from parts, and it has not come."""
    for as_of in ("2024-07-12", "2024-10-10", "2025-01-10"):
        assert whole(ledger, "NL", as_of) == [(1, "allocated", None)]


def test_two_systems_each_is_another_reading_and_no_further_promise(ledger: Ledger) -> None:
    found = patriots(ledger, "2024-07-12")
    assert not [u for u in found.undertakings if u.number == 2 and u.donors in (("DE",), ("RO",))]
    readings = [entry for key in found.apart if 2 in _counts(entry := ledger.get(key).to_record())]
    findings = [ledger.get(key) for entry in readings for key in entry["findings"]]
    assert {"contradiction"} <= {finding["kind"] for finding in findings}


def test_the_german_pledge_is_flagged_as_restated(ledger: Ledger) -> None:
    (entry,) = [u.entry for u in patriots(ledger, "2024-07-12").undertakings if u.donors == ("DE",) and u.number == 1]
    assert "restated" in {ledger.get(key)["kind"] for key in ledger.get(entry)["findings"]}


def test_nothing_of_a_later_report_shows_on_an_earlier_day(ledger: Ledger) -> None:
    day = "2024-06-30"
    reported = {claim.id: claim["reported"] for claim in ledger.claims()}
    dates = {claim.id: claim["date"] for claim in ledger.claims()}
    for entry in ledger.entries(as_of=day):
        assert all(reported[key][-10:] <= day for key in entry["claims"])
        for step in entry["history"]:
            assert set(step["claims"]) <= set(entry["claims"])
            assert step["on"] is None or step["on"] in {dates[key] for key in step["claims"]}


def told_in_the_guide() -> list[tuple[str, str]]:
    """The calls of the guide on the sample reports, each with the output that the guide shows."""
    guide = (REPORTS.parents[1] / "docs/guide.md").read_text("utf-8")
    blocks = re.findall(r"^```\n(\$ promissory.*?)^```", guide, re.M | re.S)
    calls = [call.partition("\n") for block in blocks for call in re.split(r"^\$ ", block, flags=re.M)[1:]]
    return [(call, output) for call, _, output in calls]


def test_the_guide_shows_both_stories_on_four_days() -> None:
    told = [call for call, _ in told_in_the_guide()]
    assert [len([call for call in told if name in call]) for name in (" agreements ", " balance ", "overdue")] == [4, 4, 1]


@pytest.mark.parametrize(("call", "output"), told_in_the_guide())
def test_the_output_that_the_guide_shows(ledger: Ledger, call: str, output: str) -> None:
    shell = f'promissory() {{ "{sys.executable}" -c "from promissory.cli import main; main()" "$@"; }}; {call}'
    found = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, env=os.environ | {"PROMISSORY_LEDGER": ledger.name})
    assert (found.stdout, found.stderr) == (output, "")


def _counts(entry: dict[str, object]) -> list[object]:
    return [row["count"] for row in entry["items"] if row["item"] == "patriot"]  # type: ignore[attr-defined]
