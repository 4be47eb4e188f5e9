"""Charts show what the ledger says, and say what they leave out."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from promissory.charting import Chart, draw, plot
from promissory.cli.charting import NAMES, ROOM, bar
from promissory.cli.commands import run
from promissory.ledger import Ledger, open_ledger
from promissory.packs import load_pack
from promissory.pipeline import build

REPORTS = [
    ("2023-01-25", "On 25 January 2023 Germany pledged to send 14 Leopard 2 tanks to Ukraine."),
    ("2023-03-28", "Germany delivered 14 Leopard 2 tanks to Ukraine on 27 March 2023."),
    ("2023-02-02", "Poland pledged to send 4 Leopard 2 tanks to Ukraine."),
    ("2024-01-13", "The United Kingdom and Ukraine signed a bilateral security agreement in Kyiv on 12 January 2024."),
    ("2024-02-17", "Germany and Ukraine signed a bilateral security agreement in Berlin on 16 February 2024."),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder = tmp_path_factory.mktemp("charts")
    lines = [json.dumps({"id": str(n), "text": text, "published": day}) for n, (day, text) in enumerate(REPORTS)]
    (folder / "in.jsonl").write_text("\n".join(lines), "utf-8")
    made = open_ledger(str(folder / "ledger.db"))
    build([str(folder / "in.jsonl")], made)
    return made


def rows(chart: Chart) -> dict[str, tuple[float, ...]]:
    return {row.label: row.values for row in chart.rows}


def test_units_of_an_item_by_donor(ledger: Ledger) -> None:
    chart = plot(ledger, "promised", load_pack(), {"item": ("leopard",)})
    assert rows(chart) == {"Germany": (14, 0), "Poland": (0, 4)}
    assert all(row.entries for row in chart.rows)


def test_commitments_by_donor(ledger: Ledger) -> None:
    assert rows(plot(ledger, "promised", load_pack(), {}))["Poland"] == (0, 1)


def test_agreements_add_up_in_order(ledger: Ledger) -> None:
    chart = plot(ledger, "agreements", load_pack(), {})
    assert rows(chart) == {"2024-01-12 United Kingdom": (1,), "2024-02-16 Germany": (2,)}
    assert rows(plot(ledger, "agreements", load_pack(), {"as_of": "2024-01-31"})) == {"2024-01-12 United Kingdom": (1,)}


def test_days_are_those_between_promise_and_delivery(ledger: Ledger) -> None:
    assert rows(plot(ledger, "days", load_pack(), {})) == {"Germany": (61,)}


def test_a_stage_is_counted_now_and_ever(ledger: Ledger) -> None:
    found = rows(plot(ledger, "funnel", load_pack(), {"actor": ("DE",)}))
    assert found["delivered"] == (1, 1)
    assert found["pledged"][1] >= found["pledged"][0]


@pytest.mark.parametrize("name", NAMES)
def test_pictures_are_the_same_each_time_and_tell_their_labels(ledger: Ledger, tmp_path: Path, name: str) -> None:
    pytest.importorskip("matplotlib")
    chart = plot(ledger, name, load_pack(), {})
    for file in ("one.svg", "two.svg", "one.png"):
        draw(chart, tmp_path / file, file[-3:])
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    told = "".join(ElementTree.parse(tmp_path / "one.svg").getroot().itertext())
    assert chart.title in told
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", NAMES)
def test_the_command_draws(ledger: Ledger, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["chart", name, "--ledger", ledger.name]) == 0
    assert all(len(line) <= 80 for line in capsys.readouterr().out.splitlines())
    assert run(["chart", name, "--ledger", ledger.name, "--format", "json"]) == 0
    assert {"chart", "label", "series", "value", "entries"} == set(json.loads(capsys.readouterr().out)[0])
    assert run(["chart", name, "--ledger", ledger.name, "--out", str(tmp_path / "x.gif")]) == 2
    assert "end the name in .svg or .png" in capsys.readouterr().err


def test_a_bar_is_as_long_as_its_share() -> None:
    assert (bar(0), bar(1), bar(0.5)) == ("", "█" * ROOM, "█" * (ROOM // 2))
    assert bar(1 / ROOM / 8) == "▏"
