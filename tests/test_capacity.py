"""What the page on capacity says is what the simulation says, and the simulation agrees with a simple sum."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
from benchmarks.capacity import GB, Crawl, Rates, by_sum, main, simulate

PAGE = (Path(__file__).parent.parent / "docs/capacity.md").read_text("utf-8")
SHOWN = re.findall(r"```\npython -m benchmarks\.capacity([^\n]*)\n```\n```\n(.*?)```", PAGE, re.S)


@pytest.mark.parametrize(("arguments", "shown"), SHOWN)
def test_the_page_shows_what_the_simulation_prints(
    arguments: str, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["capacity", *shlex.split(arguments)])
    main()
    assert capsys.readouterr().out == shown


def test_a_month_and_a_year_are_shown() -> None:
    assert len(SHOWN) == 3


@pytest.mark.parametrize(
    ("cores", "line", "share", "narrowest"),
    [(4, 10, 0.01, "the cores"), (64, 0.5, 0.01, "the line"), (64, 10, 0.05, "the loader")],
)
def test_the_narrowest_is_busy_nearly_all_the_time(cores: int, line: float, share: float, narrowest: str) -> None:
    crawl = Crawl(50_000_000, share, cores, line * GB / 8)
    told = simulate(crawl, Rates())
    assert told.narrowest == narrowest
    assert max(told.read, told.loaded) == pytest.approx(by_sum(crawl, Rates()), rel=0.1)
    assert max(told.line, told.cores, told.loader) > 0.9


def test_twice_the_cores_halve_the_time_while_they_are_the_narrowest() -> None:
    one, two = (simulate(Crawl(20_000_000, 0.01, cores, 100 * GB), Rates()).read for cores in (4, 8))
    assert one / two == pytest.approx(2, rel=0.1)
