"""What goes back to an earlier commitment, and what is past its date."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from promissory.reconciliation import Reconciliation, Report
from tests.test_reconciliation import entry_of, euros, findings, gift, run, some


def links(result: Reconciliation, one: Report) -> set[tuple[str, str]]:
    return {(link.type, link.entry) for link in entry_of(result, one).links}


def news(day: str) -> Report:
    """A report of something else: what shows that time went on."""
    return gift("later", day, "pledged", "SE", "Sweden will give Ukraine winter clothes.", items=some("clothing"))


def norway(doc: str, day: str, quote: str, kroner: float) -> Report:
    return gift(doc, day, "allocated", "NO", quote, date=day, amount=euros(kroner, currency="NOK"), period=None)


def test_an_increase_is_linked_to_what_it_raises() -> None:
    first = norway("a", "2024-03-01", "Norway set aside 2 billion kroner for shells.", 2e9)
    more = norway("b", "2024-06-20", "Norway raised its money for shells from 2 to 3 billion kroner.", 3e9)
    result = run(first, more)
    assert links(result, more) == {("tops_up", entry_of(result, first).id)}


def test_another_sum_without_words_of_an_increase_is_a_thing_of_its_own() -> None:
    first = norway("a", "2024-03-01", "Norway set aside 2 billion kroner for shells.", 2e9)
    other = norway("b", "2024-06-20", "Norway set aside 3 billion kroner for tanks.", 3e9)
    assert not links(run(first, other), other)


def test_an_increase_of_one_of_two_that_fit_stays_open() -> None:
    first = norway("a", "2024-03-01", "Norway set aside 2 billion kroner for shells.", 2e9)
    second = norway("b", "2024-04-15", "Norway set aside another 2 billion kroner, for tanks.", 2e9)
    more = norway("c", "2024-06-20", "Norway raised its money from 2 to 3 billion kroner.", 3e9)
    assert not links(run(first, second, more), more)


def test_a_promise_told_again_as_a_thing_of_its_own_is_linked_and_found() -> None:
    first = gift("a", "2024-01-10", "committed", "DK", "Denmark's 19 jets for Ukraine were approved.", items=some("f-16", 19),
                 period="2024", framework="Capability-Coalition")  # fmt: skip
    again = gift("b", "2024-07-01", "pledged", "DK", "As already announced, 19 jets will come.", items=some("f-16", 19), period="2025")
    result = run(first, again)
    assert entry_of(result, first).id != entry_of(result, again).id
    assert links(result, again) == {("restates", entry_of(result, first).id)}
    (restated,) = findings(result, "restated")
    assert restated.about == (entry_of(result, again).id, entry_of(result, first).id)


def battery(status: str = "pledged", reported: str = "2024-09-17", due: str | None = "2024-09", **slots: object) -> Report:
    quote = "Italy will deliver the second battery by the end of the month."
    return gift("a", reported, status, "IT", quote, items=some("samp-t", 1), date=due, **slots)


def test_what_was_due_and_did_not_come_is_overdue_once_a_later_report_is_known() -> None:
    promise, after = battery(), news("2024-10-03")
    assert not findings(run(promise), "overdue")
    result = run(promise, after)
    (overdue,) = findings(result, "overdue")
    assert overdue.about == (entry_of(result, promise).id, promise.id, "later")
    assert (overdue.severity, "2024-09-30" in overdue.message) == ("warn", True)


def test_what_came_late_was_overdue_and_what_came_in_time_was_not() -> None:
    late = gift("b", "2024-11-02", "delivered", "IT", "The second Italian battery came.", date="2024-11-01", items=some("samp-t", 1))
    timely = gift("b", "2024-09-28", "delivered", "IT", "The second Italian battery came.", date="2024-09-27", items=some("samp-t", 1))
    (overdue,) = findings(run(battery(), news("2024-10-03"), late), "overdue")
    assert (overdue.severity, "2024-11-01" in overdue.message) == ("info", True)
    assert not findings(run(battery(), news("2024-10-03"), timely), "overdue")


def test_no_day_no_handover_no_promise_nothing_is_overdue() -> None:
    after = news("2025-10-03")
    assert not findings(run(battery(due=None), after), "overdue")
    assert not findings(run(battery(status="considered"), after), "overdue")
    money = gift("a", "2024-09-17", "pledged", "IT", "Italy will send 1 million by Monday.", date="2024-09-23", amount=euros(1e6))
    assert not findings(run(money, after), "overdue")
    said = gift("a", "2024-09-17", "pledged", "IT", "Italy promised a battery on Monday.", date="2024-09-16", items=some("samp-t", 1))
    assert not findings(run(said, after), "overdue")


@given(st.integers(-40, 40))
@settings(max_examples=30, deadline=None)
def test_overdue_begins_the_day_after(days: int) -> None:
    after = date(2024, 9, 30) + timedelta(days=days)
    assert bool(findings(run(battery(), news(after.isoformat())), "overdue")) == (days > 0)
