"""Who has agreements with whom, and who held which post: what a page shows is what the entries and the pack say, and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from promissory.analysis import offices, partners
from promissory.ledger import Ledger, open_ledger
from promissory.packs import load_pack
from promissory.pipeline import build
from tests.databases import Places

REPORTS = (
    ("a", "2024-02-17", "France and Ukraine signed a bilateral security agreement in Paris on 16 February 2024."),
    ("b", "2024-05-28", "Belgium and Ukraine signed a bilateral security agreement in Brussels on 28 May 2024."),
    ("c", "2024-06-01", "Ukraine has signed bilateral security agreements with twelve countries so far."),
    ("d", "2024-09-06", "Andrii Sybiha was appointed Ukraine's foreign minister on 5 September 2024, replacing Dmytro Kuleba."),
)


@pytest.fixture
def told(places: Places, tmp_path: Path) -> Iterator[Ledger]:
    source = tmp_path / "reports.jsonl"
    source.write_text("".join(json.dumps({"id": key, "published": day, "text": text}) + "\n" for key, day, text in REPORTS))
    with open_ledger(places()) as ledger:
        build([str(source)], ledger, jobs=1)
        yield ledger


def test_parties_meet_the_one_they_all_sign_with(told: Ledger) -> None:
    found = partners(told)
    assert found.hubs == ("UA",)
    assert {party: [(pact.status, pact.on) for pact in row["UA"]] for party, row in found.pacts.items()} == {
        "BE": [("signed", "2024-05-28")],
        "FR": [("signed", "2024-02-16")],
    }


def test_who_with_whom_as_of_a_day(told: Ledger) -> None:
    assert set(partners(told, as_of="2024-03-01").pacts) == {"FR"}
    assert partners(told, as_of="2024-01-01").hubs == ()


def test_a_post_has_its_holders_in_order_and_the_reports_of_each(told: Ledger) -> None:
    (office,) = [one for one in offices(told, load_pack()) if one.post == "foreign_minister"]
    assert office.body == "UA"
    days = [term.since for term in office.terms if term.since]
    assert days == sorted(days)
    taken = {term.person: [step.status for step in term.told] for term in office.terms if term.told}
    assert taken["andrii-sybiha"] == ["takes_office"]
    kuleba = next(term for term in office.terms if term.person == "dmytro-kuleba")
    assert (kuleba.known, kuleba.since) == (True, "2020-03-04")


def test_no_day_is_filled_up(told: Ledger) -> None:
    assert all("-99" not in (term.until or "") for office in offices(told, load_pack()) for term in office.terms)
    assert all("-99" not in (post.ended or "") for post in load_pack().posts)


def test_later_holders_are_unknown_before_their_day(told: Ledger) -> None:
    assert offices(told, load_pack(), as_of="2024-01-01") == ()
