"""Pages and REST: what they answer, what they refuse, and that rulings over the web are as safe as at the command line."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from promissory.cli.commands import run
from promissory.ledger import Ledger, open_ledger
from promissory.packs import load_pack
from promissory.pipeline import build
from promissory.publishing import gather, publish
from promissory.publishing.feeds import ATOM
from promissory.settings import Settings
from promissory.web import create_app
from promissory.web.asking import Asked
from promissory.web.marking import around, mark_text
from promissory.web.securing import Buckets
from promissory.web.wording import Wording

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx`")
PAGES = (
    "/", "/entries", "/commitments", "/needs", "/agreements", "/meetings", "/posts", "/conditions", "/attacks", "/initiatives",
    "/proposals", "/statements", "/claims", "/documents", "/findings", "/timeline", "/search?q=patriot", "/balance?item=patriot",
    "/partners", "/people", "/review", "/allocate", "/compare?from=2024-05-01&to=2024-07-15", "/signin", "/add",
)  # fmt: skip


@pytest.fixture(scope="module")
def reader(sample_ledger: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(ledger=str(sample_ledger)))) as client:
        yield client


@pytest.fixture
def held(web_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(web_ledger) as ledger:
        yield ledger


def client_of(ledger: Ledger, tmp_path: Path) -> TestClient:
    return TestClient(create_app(Settings(ledger=ledger.name, store=str(tmp_path / "store")), ledger))


def signed_in(client: TestClient, ledger: Ledger, name: str) -> TestClient:
    assert client.post("/signin", data={"token": ledger.enrol(name)}, follow_redirects=False).status_code == 303
    return client


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the form that rules on the entry at hand."""
    form = re.search(r'<form method="post" action="/review/accept".*?</form>', page, re.DOTALL)
    assert form
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0]))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("as_of", ["", "2024-07-15"])
def test_every_page_answers_with_its_policy(reader: TestClient, path: str, as_of: str) -> None:
    sign = "&" if "?" in path else "?"
    answer = reader.get(f"{path}{sign}as_of={as_of}" if as_of else path)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_nothing_in_a_page_comes_from_elsewhere_or_stands_in_it_as_code(reader: TestClient) -> None:
    for path in PAGES:
        page = reader.get(path).text
        assert not re.findall(r'(?:src|action)="(?!/)[^"]*"', page)
        assert not re.findall(r"<script(?! src=)|<style|\son\w+=|\sstyle=", page)


def test_the_day_stays_in_every_link(reader: TestClient) -> None:
    page = reader.get("/", params={"as_of": "2024-07-15"}).text
    links = [link for link in re.findall(r'<a [^>]*href="(/[^"]*)"', page) if not link.startswith(("/api", "/feed", "/signin"))]
    assert len(links) > 20
    assert [link for link in links if "as_of=2024-07-15" not in link and link != "/"] == []


def test_an_entry_shows_the_words_of_each_step_in_its_document(reader: TestClient) -> None:
    rows = reader.get("/api/entries", params={"kind": "commitment", "item": "patriot", "actor": "RO", "status": "delivered"}).json()["rows"]
    entry = next(row for row in rows if row["independent_sources"] > 1)
    page = reader.get(f"/entry/{entry['id']}").text
    for key in entry["claims"]:
        claim = reader.get(f"/api/claims/{key}").json()
        assert f"/document/{claim['doc']}#{key}" in page
        document = reader.get(f"/document/{claim['doc']}").text
        assert f'id="{key}"' in document
        assert f'id="n-{key}"' in document


def test_hostile_text_is_shown_as_text(held: Ledger, tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script><img src=x onerror="alert(2)"><style>*{display:none}</style> & "quoted"'
    text = f"Poland will send Ukraine three tanks, {hostile} officials said on 3 May 2024."
    report = {
        "id": "x",
        "title": f"Tanks {hostile}",
        "text": text,
        "publisher": hostile,
        "published": "2024-05-04",
        "url": "javascript:alert(3)",
    }
    source = tmp_path / "hostile.jsonl"
    source.write_text(json.dumps(report) + "\n")
    build([str(source)], held)
    document = held.documents(source="hostile")[0].id
    with client_of(held, tmp_path) as client:
        claims = client.get("/claims", params={"source": "hostile"}).text
        for page in (client.get(f"/document/{document}").text, client.get("/documents").text, client.get("/search?q=tanks").text, claims):
            assert "<script>alert" not in page
            assert "<img" not in page
            assert "<style" not in page
        shown = client.get(f"/document/{document}").text
        assert "&lt;script&gt;alert(1)" in shown
        assert 'href="javascript' not in shown


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/entries/e_nothing", 404), ("/api/entries?as_of=yesterday", 400), ("/api/entries?kind=rumour", 400), ("/api/nothing", 422),
        ("/api/entries?limit=x", 422), ("/api/balance", 422), ("/api/entries?actor=%00", 200), ("/api/documents/e_", 400),
    ],
)  # fmt: skip
def test_errors_of_rest_have_one_shape(reader: TestClient, path: str, status: int) -> None:
    answer = reader.get(path)
    assert answer.status_code == status
    if status != 200:
        assert set(answer.json()) == {"error", "what", "where", "cure"}


@pytest.mark.parametrize(("path", "status"), [("/entry/e_nothing", 404), ("/rumours", 404), ("/entries?since=soon", 400), ("/a/b/c", 404)])
def test_errors_of_pages_are_pages(reader: TestClient, path: str, status: int) -> None:
    answer = reader.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_rest_lists_page_by_page_what_the_ledger_lists(reader: TestClient, sample_ledger: Path) -> None:
    found: list[str] = []
    at: int | None = 0
    while at is not None:
        page = reader.get("/api/entries", params={"kind": "agreement", "limit": 7, "offset": at}).json()
        found += [row["id"] for row in page["rows"]]
        at = page["next"]
    with open_ledger(sample_ledger) as ledger:
        assert found == [row.id for row in ledger.entries(kind="agreement")]


def test_an_answer_that_the_reader_has_is_not_sent_again(reader: TestClient) -> None:
    first = reader.get("/api/entries")
    again = reader.get("/api/entries", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert reader.get("/api/entries?limit=3", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_the_feed_is_atom(reader: TestClient) -> None:
    root = ElementTree.fromstring(reader.get("/feed.atom").content)
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    entries = root.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) > 3


def test_the_feed_has_the_ids_of_the_exported_one(reader: TestClient, sample_ledger: Path, tmp_path: Path) -> None:
    with open_ledger(sample_ledger) as ledger:
        publish(gather(ledger, load_pack()), "atom", tmp_path / "feed.atom")
    feeds = ElementTree.fromstring(reader.get("/feed.atom").content), ElementTree.parse(tmp_path / "feed.atom").getroot()
    here, there = ([one.findtext(f"{{{ATOM}}}id") for one in feed.iter(f"{{{ATOM}}}entry")] for feed in feeds)
    newest = {one for one in here if one in there}
    assert len(newest) > 3
    assert [one for one in there if one in newest] == [one for one in here if one in newest]


def test_a_download_holds_what_the_register_shows(reader: TestClient, sample_ledger: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(reader.get("/commitments?item=patriot&format=csv").text)))
    lines = reader.get("/commitments?item=patriot&format=jsonl").text.splitlines()
    with open_ledger(sample_ledger) as ledger:
        wanted = [row.id for row in ledger.entries(kind="commitment", item="patriot", newest=True)]
    assert [row["id"] for row in rows] == wanted == [json.loads(line)["id"] for line in lines]


def test_counts_beside_a_register_are_those_of_its_rows(held: Ledger) -> None:
    for as_of in (None, "2024-07-15"):
        rows = held.entries(kind="commitment", as_of=as_of)
        stages = held.count("status", kind="commitment", as_of=as_of)
        assert stages == {stage: sum(row["status"] == stage for row in rows) for stage in stages}
        assert sum(stages.values()) == len(rows)
        patriots = held.entries(kind="commitment", item="patriot", as_of=as_of)
        assert held.count("item", kind="commitment", item="patriot", as_of=as_of)["patriot"] == len(patriots)


def test_the_newest_come_first_and_the_undated_last(held: Ledger) -> None:
    dates = [row["date"] for row in held.entries(kind="agreement", newest=True) if row["date"] and "/" not in row["date"]]
    assert dates == sorted(dates, reverse=True)
    assert {row.id for row in held.entries(newest=True)} == {row.id for row in held.entries()}


def test_one_entry_as_of_a_day_is_the_one_of_the_list(held: Ledger) -> None:
    for as_of in ("2024-04-20", "2024-07-15", "2025-01-31"):
        then = {row.id: row.to_record() for row in held.entries(as_of=as_of)}
        for row in held.entries():
            alone = held.entry_as_of(row.id, as_of)
            assert (alone.to_record() if alone else None) == then.get(row.id)


def test_a_ruling_over_the_web_is_on_the_record(held: Ledger, tmp_path: Path) -> None:
    with client_of(held, tmp_path) as client:
        signed_in(client, held, "A. Reader")
        page = client.get("/review").text
        form = fields(page)
        answer = client.post("/review/accept", data=form | {"reason": "read both"}, follow_redirects=False)
        assert answer.status_code == 303
        assert held.get(form["about"])["reviewed"]["reviewer"] == "A. Reader"
        assert form["about"] not in {q["entry"] for q in client.get("/api/queue?limit=500").json()["rows"]}
        last = held.decisions()[-1]
        assert (last["action"], last["reason"]) == ("accept", "read both")
        client.post("/review/undo", data={"form_key": form["form_key"], "about": last.id})
        assert held.get(form["about"])["reviewed"] is None


def test_two_reviewers_at_once_lose_no_ruling(held: Ledger, tmp_path: Path) -> None:
    with client_of(held, tmp_path) as one, client_of(held, tmp_path) as other:
        first, second = (fields(signed_in(c, held, name).get("/review").text) for c, name in ((one, "A. Reader"), (other, "B. Reader")))
        assert first["about"] == second["about"]
        assert one.post("/review/accept", data=first, follow_redirects=False).status_code == 303
        overtaken = other.post("/review/reject", data=second)
        assert overtaken.status_code == 409
        assert "A. Reader" in overtaken.text
        again = fields(other.get("/review", params={"entry": first["about"]}).text)
        assert other.post("/review/reject", data=again, follow_redirects=False).status_code == 303
        assert [(d["reviewer"], d["action"]) for d in held.decisions_on(first["about"])] == [
            ("A. Reader", "accept"),
            ("B. Reader", "reject"),
        ]


@pytest.mark.parametrize(
    "changed",
    [
        {"form_key": ""},
        {"form_key": "0" * 64},
        {"headers": {"origin": "http://elsewhere.test"}},
        {"headers": {"sec-fetch-site": "cross-site"}},
    ],
)
def test_a_form_from_elsewhere_is_refused(held: Ledger, tmp_path: Path, changed: dict[str, Any]) -> None:
    with client_of(held, tmp_path) as client:
        form = fields(signed_in(client, held, "A. Reader").get("/review").text)
        headers = changed.pop("headers", {})
        assert client.post("/review/accept", data=form | changed, headers=headers).status_code == 403
        assert len(held.decisions()) == 0


def test_without_a_token_nothing_is_ruled_or_added(held: Ledger, tmp_path: Path) -> None:
    with client_of(held, tmp_path) as client:
        entry = held.entries()[0].id
        assert client.post("/signin", data={"token": "prm_guess"}).status_code == 403
        assert client.post("/review/accept", data={"about": entry}).status_code == 401
        assert client.post("/api/decisions", json={"action": "accept", "about": [entry]}).status_code == 401
        assert client.post("/add", data={"text": "Norway gives Ukraine a tank."}).status_code == 401
        signed_in(client, held, "A. Reader")
        assert client.post("/api/decisions", json={"action": "accept", "about": [entry]}).status_code == 401, "a cookie alone is not enough"
        assert len(held.decisions()) == 0


def test_programs_rule_with_a_token_until_it_ends(held: Ledger, tmp_path: Path) -> None:
    entry, bearer = held.entries()[0].id, {"authorization": f"Bearer {held.enrol('A. Program')}"}
    with client_of(held, tmp_path) as client:
        made = client.post("/api/decisions", json={"action": "note", "about": [entry], "reason": "seen"}, headers=bearer)
        assert (made.status_code, made.json()["reviewer"]) == (201, "A. Program")
        claims = client.post("/api/extract", json={"text": "Norway gave Ukraine ten tanks.", "published": "2024-05-01"}, headers=bearer)
        assert [row["kind"] for row in claims.json()["rows"]] == ["commitment"]
        held.dismiss("A. Program")
        assert client.post("/api/decisions", json={"action": "note", "about": [entry]}, headers=bearer).status_code == 401


def test_where_signing_in_leads_is_never_another_site(held: Ledger, tmp_path: Path) -> None:
    token = held.enrol("A. Reader")
    with client_of(held, tmp_path) as client:
        for after, wanted in (
            ("/add", "/add"),
            ("//elsewhere.test", "/review"),
            ("https://elsewhere.test", "/review"),
            ("/\\elsewhere.test", "/review"),
        ):
            answer = client.post("/signin", data={"token": token, "after": after}, follow_redirects=False)
            assert answer.headers["location"] == wanted
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie


def test_a_report_is_kept_only_when_asked_to(held: Ledger, tmp_path: Path) -> None:
    before = held.totals()
    with client_of(held, tmp_path) as client:
        form_key = fields(signed_in(client, held, "A. Reader").get("/review").text)["form_key"]
        text = "Iceland has delivered two field hospitals to Ukraine, its foreign ministry said on Tuesday."
        sent = {"form_key": form_key, "text": text, "title": "Hospitals arrive", "publisher": "A Paper", "published": "2024-05-08"}
        job = client.post("/add", data=sent, follow_redirects=False).headers["location"]
        page = wait_for(client, job, "nothing is kept yet")
        assert "Iceland" in page
        assert held.totals() == before
        client.post(f"{job}/keep", data={"form_key": form_key})
        wait_for(client, job, "In the ledger: 1 new")
    assert held.totals()["documents"] == before["documents"] + 1
    assert held.entries(kind="commitment", actor="IS", source="added")[0]["status"] == "delivered"


def wait_for(client: TestClient, path: str, words: str) -> str:
    for _ in range(200):
        page: str = client.get(path).text
        if words in page:
            return page
        assert "did not work" not in page, page
        time.sleep(0.1)
    raise AssertionError(f"{words!r} never came")


@pytest.mark.parametrize(("given_", "fault"), [({"url": "file:///etc/passwd"}, "no web address"), ({}, "nothing to add")])
def test_what_is_no_report_is_refused(held: Ledger, tmp_path: Path, given_: dict[str, str], fault: str) -> None:
    with client_of(held, tmp_path) as client:
        form_key = fields(signed_in(client, held, "A. Reader").get("/review").text)["form_key"]
        answer = client.post("/add", data={"form_key": form_key, **given_})
        assert answer.status_code == 400
        assert fault in answer.text


def test_weights_change_the_plan(reader: TestClient) -> None:
    needs = "id,item,count,weight\ncities,patriot,2,{}\nports,patriot,2,3\n"
    supply = "id,item,count\nlot,patriot,2\n"
    for weight, winner in ((5, "cities"), (1, "ports")):
        page = reader.post("/allocate", data={"needs": needs.format(weight), "supply": supply}).text
        assert re.search(rf"<td>lot</td>\s*<td>{winner}</td>", page)
    wrong = reader.post("/allocate", data={"needs": "id,item,count\na,patriot,many\n", "supply": supply})
    assert wrong.status_code == 400
    assert "line 2" in wrong.text


def test_too_much_is_refused(reader: TestClient) -> None:
    answer = reader.post("/allocate", content=b"needs=" + b"x" * 21_000_000, headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413
    assert set(answer.json()) == {"error", "what", "where", "cure"}


def test_a_client_that_writes_too_often_waits() -> None:
    moment = 0.0
    buckets = Buckets(burst=3, rate=0.5, clock=lambda: moment)
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]
    assert buckets.take("b")
    moment = 2.0
    assert [buckets.take("a") for _ in range(2)] == [True, False]


def test_users_are_made_listed_and_ended(web_ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ["--ledger", str(web_ledger)]
    assert run(["user", "add", "A. Reader", *at]) == 0
    token = capsys.readouterr().out.strip()
    with open_ledger(web_ledger) as ledger:
        assert ledger.reviewer_of(token) == "A. Reader"
    assert token.encode() not in web_ledger.read_bytes()
    assert run(["user", "list", *at]) == 0
    assert "A. Reader" in capsys.readouterr().out
    assert run(["user", "remove", "A. Reader", *at]) == 0
    with open_ledger(web_ledger) as ledger:
        assert ledger.reviewer_of(token) is None
    assert run(["user", "remove", "A. Reader", *at]) == 2


def test_tokens_stay_with_their_ledger(held: Ledger, tmp_path: Path) -> None:
    token = held.enrol("A. Reader")
    held.export(tmp_path / "out.zip")
    with open_ledger(tmp_path / "other.db") as other:
        other.restore(tmp_path / "out.zip")
        assert other.reviewer_of(token) is None


@given(st.text(alphabet="ab \n.", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_marked_pieces_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    within = [sorted((a % (len(text) + 1), b % (len(text) + 1))) for a, b in spans]
    claims = [{"id": f"c_{n}", "evidence": [{"start": a, "end": b}]} for n, (a, b) in enumerate(within) if a < b]
    paragraphs = mark_text(text, claims)
    assert ["".join(piece.text for piece in pieces) for pieces in paragraphs] == [line for line in text.split("\n") if line.strip()]
    opened = [claim for pieces in paragraphs for piece in pieces for claim in piece.opens]
    assert len(opened) == len(set(opened))


@given(st.text(alphabet="ab \n", min_size=1, max_size=80), st.integers(0, 79), st.integers(0, 79), st.integers(0, 20))
def test_words_around_a_span_stand_in_the_text(text: str, a: int, b: int, margin: int) -> None:
    start, end = sorted((a % len(text), b % len(text)))
    before, words, after = around(text, {"start": start, "end": end}, margin)
    assert words == text[start:end]
    assert text[:start].endswith(before.removeprefix("… "))
    assert text[end:].startswith(after.removesuffix(" …"))


@given(st.lists(st.tuples(st.sampled_from(["kind", "actor", "q", "as_of"]), st.text(min_size=1, max_size=5)), max_size=5))
def test_an_address_made_again_is_the_same(given_: list[tuple[str, str]]) -> None:
    kept = tuple((name, value.strip()) for name, value in given_ if value.strip())
    asked = Asked("/entries", kept)
    assert sorted(parse_qsl(urlsplit(asked.href()).query)) == sorted(kept)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ({"value": 40_000_000_000, "currency": "EUR", "qualifier": "at_least"}, "at least EUR 40 billion"),
        ({"value": 112_000_000, "currency": "EUR", "qualifier": "exact"}, "EUR 112 million"),
        ({"value": 1_234_567_890, "currency": "USD", "qualifier": "about"}, "about USD 1.235 billion"),
        ({"value": 950, "currency": "GBP", "qualifier": "exact"}, "GBP 950"),
        ({"value": 61, "currency": None, "qualifier": "exact"}, "(unknown currency) 61"),
    ],
)
def test_sums_in_words(amount: dict[str, Any], words: str) -> None:
    assert Wording(load_pack()).amount(amount) == words


def test_the_overview_stands_before_what_takes_counting(web_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(Settings(ledger=str(web_ledger)))
    monkeypatch.setattr(app.state.site.answers, "ask", lambda *_, **__: None)
    reader = TestClient(app)
    page = reader.get("/")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert "Still being counted" in page.text
    for told in ("Reported in the last week", "/entry/e_", "/finding/f_", "/agreements"):
        assert told in page.text
    assert reader.get("/?as_of=2024-07-12").status_code == 202
