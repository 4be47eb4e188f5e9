"""What those who run the app are told: health, readiness, figures, and a line of the log for each request."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from promissory.errors import LedgerError
from promissory.ledger import Ledger, open_ledger
from promissory.logs import LOGGER, log, log_as_json
from promissory.settings import Settings
from promissory.web import create_app
from promissory.web.operating import Meter

SAMPLE = re.compile(r'^[a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? [0-9.e+-]+$')


@pytest.fixture
def client(web_ledger: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(ledger=str(web_ledger)))) as client:
        yield client


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """What is logged as JSON meanwhile."""
    root, handlers, levels = logging.getLogger(), list(logging.getLogger().handlers), (logging.getLogger().level, LOGGER.level)
    stream = io.StringIO()
    log_as_json(stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    LOGGER.setLevel(levels[1])


def figures(client: TestClient) -> dict[str, float]:
    lines = [line for line in client.get("/metrics").text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_health_and_readiness(client: TestClient) -> None:
    assert client.get("/health").json()["status"] == "ok"
    assert client.get("/ready").json() == {"status": "ok", "behind": False}


def test_a_ledger_that_does_not_answer_is_not_ready_but_the_process_lives(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: Ledger) -> str:
        raise LedgerError("cannot be reached", "postgresql://db/aid", "start it")

    for name in ("state", "totals"):
        monkeypatch.setattr(Ledger, name, gone)
    assert client.get("/ready").status_code == 503
    assert client.get("/ready").json()["status"] == "unavailable"
    assert client.get("/health").status_code == 200
    assert figures(client)["promissory_up"] == 0


def test_entries_that_are_behind_what_was_read_are_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ledger, "state", lambda _: "later")
    assert client.get("/ready").json()["behind"] is True


def test_figures_are_in_the_format_of_prometheus(client: TestClient, web_ledger: Path) -> None:
    client.get("/ready")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert all(line.startswith("# ") or SAMPLE.match(line) for line in answer.text.splitlines())
    with open_ledger(web_ledger) as ledger:
        assert figures(client)['promissory_records{noun="documents"}'] == ledger.totals()["documents"] > 0


def test_requests_are_counted_by_route_and_not_by_address(client: TestClient) -> None:
    for number in range(3):
        client.get(f"/nowhere/{number}")
        client.get("/ready")
    found = figures(client)
    assert found['promissory_requests_total{method="GET",route="/ready",status="200"}'] == 3
    assert sum(number for name, number in found.items() if name.startswith("promissory_requests_total") and 'status="404"' in name) == 3
    assert not any("nowhere" in name for name in found)


def test_figures_are_never_old(client: TestClient) -> None:
    key = 'promissory_requests_total{method="GET",route="/metrics",status="200"}'
    figures(client)
    assert [figures(client)[key] for _ in range(3)] == [1, 2, 3]


def test_a_histogram_counts_each_request_in_all_classes_above_it() -> None:
    meter = Meter()
    for seconds in (0.004, 0.005, 0.3, 60.0):
        meter.add("GET", "/", 200, seconds)
    found = {line.rpartition(" ")[0]: line.rpartition(" ")[2] for line in meter.lines()}
    bucket = 'promissory_request_seconds_bucket{{method="GET",route="/",le="{}"}}'.format
    assert [found[bucket(bound)] for bound in ("0.005", "0.2", "0.5", "10.0", "+Inf")] == ["2", "2", "3", "3", "4"]
    assert found['promissory_request_seconds_count{method="GET",route="/"}'] == "4"


def test_each_request_is_a_line_of_json(client: TestClient, logged: io.StringIO) -> None:
    client.get("/ready")
    told = [json.loads(line) for line in logged.getvalue().splitlines()]
    [line] = [line for line in told if line["event"] == "request"]
    assert (line["method"], line["path"], line["status"], line["level"]) == ("GET", "/ready", 200, "info")
    assert line["ms"] >= 0


def test_faults_and_words_of_all_kinds_stay_on_one_line(logged: io.StringIO) -> None:
    log("shard", name="zweite\nZeile", path=Path("a"))
    try:
        raise ValueError("no\nnumber")
    except ValueError:
        logging.getLogger("elsewhere").exception("failed")
    first, second = (json.loads(line) for line in logged.getvalue().splitlines())
    assert (first["name"], first["path"]) == ("zweite\nZeile", "a")
    assert second["logger"] == "elsewhere"
    assert "no\nnumber" in second["fault"]
