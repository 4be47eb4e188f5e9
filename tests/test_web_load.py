"""What keeps the web app quick: pages kept for a moment, and answers that are made beside it."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from promissory.errors import UsageError
from promissory.ledger import Ledger, open_ledger
from promissory.packs import Pack, load_pack
from promissory.pipeline import build
from promissory.settings import Settings
from promissory.web.answering import Answers
from promissory.web.caching import AT_MOST, UNASKED, Cache
from promissory.web.pages.listing import count_facets


class Counting:
    """An app that counts how often it is asked, under a cache whose clock and ledger the test holds."""

    def __init__(self) -> None:
        self.asked, self.moment, self.version = 0, 0.0, "1"

    def answer(self, request: Request) -> Response:
        self.asked += 1
        headers = {"cache-control": request.query_params.get("kept", "private")}
        return PlainTextResponse(f"answer {self.asked}", int(request.query_params.get("status", 200)), headers)

    def client(self) -> TestClient:
        doors = [Middleware(Cache, version=lambda: self.version, clock=lambda: self.moment)]
        route = Route("/{path:path}", self.answer, methods=["GET", "POST"])
        return TestClient(Starlette(routes=[route], middleware=doors))


def test_what_many_ask_is_made_once_until_the_ledger_changes() -> None:
    app = Counting()
    client = app.client()
    assert [client.get("/a?b=1").text for _ in range(3)] == ["answer 1"] * 3
    app.moment = UNASKED + 0.1
    assert client.get("/a?b=1").text == "answer 1"
    app.version, app.moment = "2", 2 * UNASKED + 0.2
    assert client.get("/a?b=1").text == "answer 2"
    app.moment += AT_MOST
    assert client.get("/a?b=1").text == "answer 3"
    assert client.get("/a?b=2").text == "answer 4"


@pytest.mark.parametrize(
    "asked",
    [
        {"url": "/a", "headers": {"cookie": "promissory_session=x"}},
        {"url": "/a", "headers": {"authorization": "Bearer x"}},
        {"url": "/a?status=404"},
        {"url": "/a?kept=no-store"},
    ],
)
def test_what_is_not_for_everybody_or_not_whole_is_not_kept(asked: dict[str, Any]) -> None:
    client = Counting().client()
    assert [client.get(**asked).text for _ in range(2)] == ["answer 1", "answer 2"]


def test_who_has_written_sees_what_became_of_it() -> None:
    client = Counting().client()
    assert client.get("/a").text == "answer 1"
    client.post("/a")
    assert client.get("/a").text == "answer 3"


def test_a_kept_page_that_the_reader_has_is_not_sent_again() -> None:
    client = Counting().client()
    client.get("/a")
    tag = client.get("/a").headers["etag"]
    again = client.get("/a", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.fixture
def held(web_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(web_ledger) as ledger:
        yield ledger


GATE = threading.Event()
MADE: list[str] = []


def make_slowly(_ledger: Ledger, _pack: Pack, name: str) -> str:
    GATE.wait(20)
    MADE.append(name)
    return f"{name} {len(MADE)}"


def refuse(_ledger: Ledger, _pack: Pack) -> str:
    raise UsageError("cannot be meant", "test", "ask otherwise")


def test_the_former_answer_is_given_while_the_new_one_is_made(held: Ledger, tmp_path: Path) -> None:
    answers = Answers(held, load_pack(), Settings(), large=False)
    GATE.set()
    MADE.clear()
    assert answers.ask(make_slowly, "x") == answers.ask(make_slowly, "x") == "x 1"
    time.sleep(0.1)
    GATE.clear()
    (tmp_path / "new.txt").write_text("Oslo, 8 May 2024\n\nNorway will send Ukraine nine tugboats, its government said.\n")
    build([str(tmp_path / "new.txt")], held)
    assert answers.ask(make_slowly, "x") == "x 1"
    GATE.set()
    assert answers.ask(make_slowly, "x", now=True) == "x 2"
    answers.close()


def test_an_error_of_an_answer_is_told_each_time(held: Ledger) -> None:
    answers = Answers(held, load_pack(), Settings(), large=False)
    for _ in range(2):
        with pytest.raises(UsageError, match="cannot be meant"):
            answers.ask(refuse)
    answers.close()


def test_a_large_ledger_is_counted_in_a_process_of_its_own(held: Ledger) -> None:
    pack = load_pack()
    answers = Answers(held, pack, Settings(ledger=held.name), large=True)
    try:
        assert answers.ask(count_facets, None, (), now=True) == count_facets(held, pack, None, ())
    finally:
        answers.close()


def test_the_version_changes_with_readings_and_rulings_only(held: Ledger) -> None:
    with open_ledger(held.name) as other:
        before = other.version()
        assert other.version() == before
        held.enrol("A. Reader")
        assert other.version() == before
        entry = held.entries(kind="commitment", limit=1)[0].id
        held.decide("accept", entry, reviewer="A. Reader")
        assert other.version() != before
        assert other.version() == held.version()


def sleep_long(_ledger: Ledger, _pack: Pack) -> None:
    time.sleep(600)


def test_the_process_of_answers_ends_with_the_app(held: Ledger) -> None:
    answers = Answers(held, load_pack(), Settings(ledger=held.name), large=True)
    assert answers.ask(sleep_long) is None
    begun = time.monotonic()
    answers.close()
    while multiprocessing.active_children() and time.monotonic() - begun < 20:
        time.sleep(0.05)
    assert multiprocessing.active_children() == []
