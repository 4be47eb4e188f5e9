"""Killed at any moment, a writer leaves a whole ledger with every ruling that was told to be on the record."""

from benchmarks.kills import WORK, kill


def test_a_few_kills_lose_nothing() -> None:
    tallies = kill(5)
    assert [fault for tally in tallies.values() for fault in tally.faults] == []
    assert sum(tally.killed + tally.early for tally in tallies.values()) == 5
    assert set(tallies) == set(WORK)
