"""Watching feeds: when each is asked, what is built of it, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from promissory.cli.commands import run
from promissory.cli.watching import watch as command
from promissory.errors import SourceError, UsageError
from promissory.ledger import open_ledger
from promissory.settings import Settings
from promissory.watching import LONGEST, Asking, Round, Watched, after, pause, seconds, watch
from tests.test_fetching import Clock, Site, answer, in_turn, site

__all__ = ["site"]

ITEM = "<item><title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>Thu, 11 Jul 2024 09:00:00 GMT</pubDate>{body}</item>"
NORWAY, POLAND = "Norway has delivered 14 tanks to Ukraine.", "Poland has pledged 30 trucks to Ukraine."


def feed(*items: tuple[str, str, str]) -> bytes:
    """An RSS feed of (title, link, text)."""
    rows = [ITEM.format(title=title, link=link, body=f"<description>{text}</description>") for title, link, text in items]
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>North News</title>{''.join(rows)}</channel></rss>".encode()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(ledger=str(tmp_path / "aid.db"), allow_private=True)


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No second between two requests: the hosts are our own."""
    from promissory.reading import fetching, pacing

    monkeypatch.setattr(fetching, "Manners", lambda **given: pacing.Manners(interval=0.0, first_wait=0.0, **given))
    fetching.fetcher.cache_clear()
    yield
    fetching.fetcher.cache_clear()


# ---- the schedule


@pytest.mark.parametrize(("written", "length"), [("90s", 90), ("15m", 900), ("2h", 7200), ("1d", 86_400), (" 15 M ", 900)])
def test_times_between_rounds(written: str, length: float) -> None:
    assert seconds(written) == length


@pytest.mark.parametrize("written", ["", "15", "soon", "-5m", "1.5h", "5s", "0m"])
def test_no_times_between_rounds(written: str) -> None:
    with pytest.raises(UsageError):
        seconds(written)


def test_feed_that_fails_is_asked_less_and_less_often() -> None:
    failing, due = Watched("f"), []
    for _ in range(9):
        failing = after(failing, False, 0.0, 900.0)
        due.append(failing.due)
    assert due[:4] == [1800, 3600, 7200, 14_400]
    assert due[-1] == LONGEST
    assert after(failing, True, 50.0, 900.0) == Watched("f", 950.0, 0)


@given(st.integers(0, 10_000), st.floats(0, 1e9), st.floats(10, 1e7), st.booleans())
def test_feed_is_never_due_sooner_than_a_round_or_later_than_a_day(failures: int, now: float, every: float, answered: bool) -> None:
    wait = after(Watched("f", now, failures), answered, now, every).due - now
    assert every * 0.999 <= wait + 1e-3
    assert wait <= max(every, LONGEST) * 1.001 + 1e-3


def test_pause_is_until_the_first_feed_is_due() -> None:
    assert pause([Watched("a", 30.0), Watched("b", 20.0)], 12.0) == 8.0
    assert pause([Watched("a", 3.0)], 12.0) == 0.0


def test_only_feeds_that_are_due_are_asked() -> None:
    clock = Clock(0.0)
    asked: list[tuple[float, list[str]]] = []
    told: list[Round] = []

    def ask(feeds: Sequence[str]) -> Round:
        asked.append((clock(), list(feeds)))
        return Round(len(feeds), failed=frozenset(["b"]) & frozenset(feeds))

    watch(["b", "a", "b"], ask, told.append, every=60.0, rounds=4, clock=clock, sleep=clock.sleep)
    assert asked == [(0, ["b", "a"]), (60, ["a"]), (120, ["b", "a"]), (180, ["a"])]
    assert told[0].line == "2 feeds asked, 1 failed: 0 new, 0 known"


# ---- what is built


def test_only_new_items_are_built(site: Site, settings: Settings) -> None:
    one, two = ("Tanks", "http://news.invalid/1", NORWAY), ("Trucks", "http://news.invalid/2", POLAND)
    site.pages["/feed"] = in_turn(answer(feed(one), etag='"1"'), answer(b"", 304), answer(feed(two, one), etag='"2"'))
    with open_ledger(settings.ledger) as ledger:
        ask = Asking(ledger, settings)
        rounds = [ask([site.url("/feed")]) for _ in range(3)]
        assert [(r.new, r.known, r.failed) for r in rounds] == [(1, 0, frozenset()), (0, 1, frozenset()), (1, 1, frozenset())]
        assert {row["title"] for row in ledger.documents()} == {"Tanks", "Trucks"}
    assert [headers.get("if-none-match") for path, headers in site.asked if path == "/feed"] == [None, '"1"', '"1"']


def test_feed_that_is_gone_fails_and_keeps_the_ledger(site: Site, settings: Settings) -> None:
    site.pages["/feed"] = in_turn(answer(feed(("Tanks", "http://news.invalid/1", NORWAY))), answer(b"", 410))
    with open_ledger(settings.ledger) as ledger:
        ask = Asking(ledger, settings)
        ask([site.url("/feed")])
        outcome = ask([site.url("/feed")])
        assert outcome.failed == {site.url("/feed")}
        assert "410 Gone" in str(outcome.faults[0])
        assert len(list(ledger.documents())) == 1


def test_pages_of_new_items_are_fetched_once(site: Site, settings: Settings) -> None:
    page = f"<html><head><title>Tanks</title></head><body><article><p>{NORWAY}</p><p>{POLAND}</p></article></body></html>".encode()
    site.pages |= {"/feed": answer(feed(("Tanks", site.url("/1"), NORWAY), ("Gone", site.url("/2"), POLAND))), "/1": answer(page)}
    with open_ledger(settings.ledger) as ledger:
        ask = Asking(ledger, settings, pages=True)
        first, second = ask([site.url("/feed")]), ask([site.url("/feed")])
        assert (first.new, second.new) == (3, 0)
        assert [fault.where for fault in first.faults] == [site.url("/2")]
        assert not first.failed
        assert site.url("/1") in {row["source"] for row in ledger.documents()}
    assert site.paths.count("/1") == site.paths.count("/2") == 1


def test_another_build_that_writes_is_waited_for(settings: Settings) -> None:
    with open_ledger(settings.ledger) as ledger, open_ledger(settings.ledger) as other, other.writer():
        outcome = Asking(ledger, settings)(["http://127.0.0.1:1/feed"])
    assert outcome.failed == {"http://127.0.0.1:1/feed"}


# ---- the command


def test_command_tells_a_line_a_round(site: Site, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    site.pages["/feed"] = answer(feed(("Tanks", "http://news.invalid/1", NORWAY)))
    assert run(["watch", site.url("/feed"), "--once", "--allow-private", "--ledger", settings.ledger]) == 0
    shown = capsys.readouterr()
    assert shown.out.count("\n") == 1
    assert "1 feed asked: 1 new, 0 known" in shown.out
    assert run(["watch", site.url("/none"), "--once", "--allow-private", "--ledger", settings.ledger]) == 1
    assert "404 Not Found" in capsys.readouterr().err


def test_command_refuses_private_feeds_and_odd_times(site: Site, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["watch", site.url("/feed"), "--once", "--ledger", settings.ledger]) == 1
    assert "--allow-private" in capsys.readouterr().err
    assert run(["watch", site.url("/feed"), "--every", "often"]) == 2
    assert site.asked == []


def test_interrupt_ends_it_cleanly(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("promissory.cli.watching.time.sleep", interrupt)
    monkeypatch.setattr("promissory.watching.Asking.__call__", lambda _self, feeds: Round(len(feeds), new=2))
    result = CliRunner().invoke(command, ["http://news.invalid/feed", "--ledger", settings.ledger], standalone_mode=False)
    assert (result.exception, result.return_value) == (None, 0)
    assert "2 new, 0 known" in result.output
    assert "stopped" in result.output


# ---- building addresses


def test_build_of_addresses_and_of_what_they_were(site: Site, settings: Settings, tmp_path: Path) -> None:
    """An address builds; again it adds nothing; once it is gone, a new ledger is built from the store."""
    page = f"<html><head><title>Tanks</title></head><body><article><p>{NORWAY}</p></article></body></html>".encode()
    site.pages["/1"] = in_turn(answer(page), answer(page), answer(b"", 404))
    build = ["build", site.url("/1"), "--allow-private", "--store", str(tmp_path / "kept")]
    assert run([*build, "--ledger", settings.ledger]) == 0
    assert run([*build, "--ledger", settings.ledger]) == 0
    assert run([*build, "--ledger", str(tmp_path / "new.db")]) == 0
    with open_ledger(settings.ledger) as ledger, open_ledger(tmp_path / "new.db") as new:
        assert [row["id"] for row in ledger.documents()] == [row["id"] for row in new.documents()]
        assert [row["source"] for row in new.documents()] == [site.url("/1")]


def test_sitemap_is_read_page_by_page(site: Site, settings: Settings) -> None:
    from promissory.reading import read

    pages = {f"/{n}": f"<html><body><article><p>{text}</p></article></body></html>".encode() for n, text in enumerate((NORWAY, POLAND))}
    rows = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in (*pages, "/gone"))
    site.pages |= {path: answer(page) for path, page in pages.items()}
    site.pages["/sitemap.xml"] = answer(f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{rows}</urlset>".encode())
    faults: list[SourceError] = []
    found = list(read(site.url("/sitemap.xml"), settings=settings, on_fault=faults.append))
    assert [document.source for document in found] == [site.url("/0"), site.url("/1")]
    assert [fault.where for fault in faults] == [site.url("/gone")]
