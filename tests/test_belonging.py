"""What is part of what: an agreement of its framework, a meeting of the summit beside which it is held."""

from __future__ import annotations

from typing import Any

import pytest

from promissory.reconciliation import Reconciliation, Report
from tests.test_reconciliation import entry_of, run, told


def meeting(doc: str, reported: str, who: list[str], quote: str, **slots: Any) -> Report:
    return told(doc, reported, "meeting", "held", {"participant": who}, quote, **slots)


def parts_of(result: Reconciliation, part: Report) -> list[str]:
    return [link.entry for link in entry_of(result, part).links if link.type == "part_of"]


SUMMIT = meeting("a", "2024-07-12", ["NATO"], "Leaders of the Alliance gathered for their summit.", date="2024-07-09/2024-07-11",
                 place="Washington", format="summit")  # fmt: skip


@pytest.mark.parametrize(
    ("day", "place", "who", "quote", "belongs"),
    [
        ("2024-07-10", "Washington", ["UA", "CA"], "The two leaders talked for an hour.", True),
        ("2024-07-10", "Washington", ["UA", "JP"], "They met on the sidelines of the summit.", True),
        ("2024-07-10", "Washington", ["BR", "JP"], "The two ministers discussed trade.", False),
        ("2024-07-10", "Ottawa", ["UA", "CA"], "The two leaders talked for an hour.", False),
        ("2024-07-15", "Washington", ["UA", "CA"], "The two leaders talked for an hour.", False),
        ("2024-07", "Washington", ["UA", "CA"], "The two leaders talked for an hour.", False),
    ],
)
def test_a_meeting_in_the_days_and_town_of_a_summit_is_part_of_it(day: str, place: str, who: list[str], quote: str, belongs: bool) -> None:
    talk = meeting("b", "2024-07-16", who, quote, date=day, place=place, format="bilateral")
    result = run(SUMMIT, talk)
    assert parts_of(result, talk) == ([entry_of(result, SUMMIT).id] if belongs else [])
    assert parts_of(result, SUMMIT) == []


def test_beside_two_gatherings_it_stays_open_of_which_a_meeting_is_part() -> None:
    other = meeting("c", "2024-07-12", ["G7", "UA"], "A conference on rebuilding was held.", date="2024-07-10", place="Washington",
                    format="conference")  # fmt: skip
    talk = meeting("b", "2024-07-16", ["UA", "CA"], "The two talked.", date="2024-07-10", place="Washington", format="bilateral")
    assert parts_of(run(SUMMIT, other, talk), talk) == []


def test_an_agreement_is_part_of_the_framework_it_names() -> None:
    whole = told("a", "2024-07-12", "agreement", "signed", {"party": ["UA", "US", "GB", "FR"]},
                 "Twenty states signed the Ukraine Compact.", date="2024-07-11", framework="Ukraine-Compact")  # fmt: skip
    pact = told("b", "2024-09-02", "agreement", "signed", {"party": ["UA", "LV"]}, "Latvia's agreement stands under the Ukraine Compact.",
                date="2024-04-11", topics=["security"])  # fmt: skip
    other = told(
        "c", "2024-09-03", "agreement", "signed", {"party": ["UA", "EE"]}, "Estonia and Ukraine agreed on customs.", date="2024-06-27"
    )
    result = run(whole, pact, other)
    assert parts_of(result, pact) == [entry_of(result, whole).id]
    assert parts_of(result, other) == parts_of(result, whole) == []
