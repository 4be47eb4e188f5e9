"""Fetching: what may be reached, within which limits, how politely, and what is kept of it. No test leaves this machine."""

from __future__ import annotations

import contextlib
import gzip
import json
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpcore
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from promissory.errors import DependencyError, SourceError
from promissory.reading import fetching
from promissory.reading.exchanging import user_agent
from promissory.reading.guarding import Guard, is_public
from promissory.reading.keeping import Store
from promissory.reading.pacing import Manners, Pace, asked_wait, backoff
from promissory.reading.receiving import receive
from promissory.reading.requesting import Fetcher
from promissory.settings import Settings

PAGE = b"<html><body><article><p>Norway has delivered 14 tanks to Ukraine.</p></article></body></html>"
NOW = datetime(2024, 7, 11, 9, 30, tzinfo=UTC)
HASTY = Manners(interval=0.0, first_wait=0.5, total_seconds=1.0, read_seconds=0.5, connect_seconds=0.5, body_bytes=100_000)
Answers = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server on loopback: path → what answers it. It notes the requests, and closes what it has answered."""

    pages: dict[str, Answers] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


def answer(body: bytes = PAGE, status: int = 200, **headers: str) -> Answers:
    """Answers with a body; `content_type` and the like become headers."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in ({"content_type": "text/html", "content_length": str(len(body))} | headers).items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def redirect(to: str) -> Answers:
    return answer(b"", 302, location=to)


def dripping(head: bytes, drop: bytes = b"x", times: int = 200) -> Answers:
    """Sends a head, then a drop every twentieth of a second."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _ in range(times):
            handler.wfile.write(drop)
            handler.wfile.flush()
            time.sleep(0.05)

    return reply


def in_turn(*answers: Answers) -> Answers:
    """One answer after the other, the last for ever."""
    left = list(answers)

    def reply(handler: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return reply


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            found.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            with contextlib.suppress(OSError):  # the reader may have left
                found.pages.get(self.path, answer(b"no such page", 404))(self)

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()


@dataclass
class Clock:
    """Time that passes only when somebody sleeps."""

    at: float = 100.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds


class Loopback(httpcore.SyncBackend):
    """A network on which every address is the test's own server; it notes where connections went."""

    def __init__(self, port: int) -> None:
        self.port, self.reached = port, list[str]()

    def connect_tcp(self, host: str, port: int, *rest: Any, **options: Any) -> httpcore.NetworkStream:  # noqa: ARG002
        self.reached.append(host)
        return super().connect_tcp("127.0.0.1", self.port, *rest, **options)


def fetcher(
    *, guard: Guard | None = None, manners: Manners = HASTY, store: Path | None = None, network: Any = None, clock: Clock | None = None
) -> Fetcher:
    clock = clock or Clock()
    pace = Pace(manners, clock, clock.sleep)
    kept = Store(store) if store else None
    return Fetcher(manners, guard or Guard(allow_private=True), kept, pace=pace, now=lambda: NOW, network=network)


def fault_of(url: str, by: Fetcher | None = None) -> str:
    begun = time.monotonic()
    with pytest.raises(SourceError) as caught:
        (by or fetcher()).fetch(url)
    assert type(caught.value) is SourceError
    assert time.monotonic() - begun < 3
    assert "\n" not in str(caught.value)
    return str(caught.value)


def public(*addresses: str) -> Guard:
    return Guard(resolve=lambda _host, _port: list(addresses))


# ---- what may be reached


def test_page_is_fetched_with_all_that_came_with_it(site: Site) -> None:
    site.pages["/a"] = answer(content_type="text/html; charset=utf-8")
    found = fetcher().fetch(site.url("/a#part"))
    assert (found.content, found.status, found.content_type) == (PAGE, 200, "text/html; charset=utf-8")
    assert (found.url, found.final_url, found.fetched_at) == (site.url("/a#part"), site.url("/a"), "2024-07-11T09:30:00Z")
    assert site.asked[-1][1]["user-agent"] == user_agent()
    assert user_agent().startswith("promissory/")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a", "data:text/html,hi", "gopher://example.org", "example.org/a"])
def test_only_web_addresses(url: str) -> None:
    assert "only http and https" in fault_of(url)


@pytest.mark.parametrize(
    "url", ["http://", "http:///a", "http://[::1", "http://a b/", "http://example.org:99999/", "http://exa\nmple.org/"]
)
def test_broken_addresses(url: str) -> None:
    fault_of(url, fetcher(guard=public()))


@given(st.text(max_size=20), st.sampled_from(["http://", "https://", "//", "http:", ""]))
@example("xn--/", "http://")
@example("a..b", "http://")
def test_any_words_end_in_one_fault(words: str, before: str) -> None:
    def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(SourceError):
        fetcher(guard=Guard(resolve=nowhere)).fetch(before + words)


@pytest.mark.parametrize("url", ["http://a@127.0.0.1/", "http://example.org@127.0.0.1/", "http://user:word@example.org/"])
def test_no_user_names_in_addresses(url: str) -> None:
    assert "user name or password" in fault_of(url)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "[fe80::1]", "[fd00::1]",
     "0.0.0.0", "[::]", "224.0.0.1", "[ff02::1]", "240.0.0.1", "255.255.255.255", "100.64.0.1", "[::ffff:169.254.169.254]",
     "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::127.0.0.1]", "192.0.2.1"],
)  # fmt: skip
def test_private_addresses_are_refused(host: str) -> None:
    assert "private, loopback or reserved" in fault_of(f"http://{host}/", fetcher(guard=Guard()))


@pytest.mark.parametrize("host", ["2130706433", "0177.0.0.1", "0x7f000001", "127.1", "localhost"])
def test_odd_spellings_of_loopback_are_refused(host: str, site: Site) -> None:
    fault_of(f"http://{host}:{site.port}/", fetcher(guard=Guard()))
    assert site.asked == []


@pytest.mark.parametrize("found", [["10.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::1"], ["fe80::1%eth0"], ["nonsense"]])
def test_names_of_private_addresses_are_refused(found: list[str]) -> None:
    assert "news.example is" in fault_of("http://news.example/", fetcher(guard=public(*found)))


@given(st.ip_addresses(v=4))
def test_an_address_that_stands_for_another_is_as_public_as_that(address: Any) -> None:
    number = int(address)
    plain = is_public(str(address))
    assert is_public(f"::ffff:{address}") == plain
    assert is_public(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}") == plain
    assert plain or not is_public(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1")


def test_connection_goes_to_the_address_that_was_vetted(site: Site) -> None:
    """A name that gives a public address first and a private one afterwards gains nothing."""
    network, looked_up = Loopback(site.port), list[str]()

    def rebinding(host: str, _port: int) -> list[str]:
        looked_up.append(host)
        return ["93.184.216.34"] if len(looked_up) < 3 else ["127.0.0.1"]

    site.pages["/a"] = answer()
    by = fetcher(guard=Guard(resolve=rebinding), network=network)
    assert by.fetch("http://news.example/a").content == PAGE
    assert network.reached == ["93.184.216.34"] * 2 == ["93.184.216.34"] * len(looked_up)
    assert "127.0.0.1" in fault_of("http://news.example/a", by)
    assert network.reached == ["93.184.216.34"] * 2
    assert site.asked[-1][1]["host"] == "news.example"


def test_next_address_of_a_host_is_tried(site: Site) -> None:
    class Halting(Loopback):
        def connect_tcp(self, host: str, *rest: Any, **options: Any) -> httpcore.NetworkStream:
            if host == "93.184.216.34":
                raise httpcore.ConnectError("refused")
            return super().connect_tcp(host, *rest, **options)

    site.pages["/a"] = answer()
    network = Halting(site.port)
    assert fetcher(guard=public("93.184.216.34", "8.8.8.8"), network=network).fetch("http://news.example/a").content == PAGE
    assert set(network.reached) == {"8.8.8.8"}


# ---- redirections


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "//localhost/", "http://2130706433/"]
)
def test_redirections_to_private_addresses_are_refused(to: str, site: Site) -> None:
    site.pages["/a"] = redirect(to)
    network = Loopback(site.port)
    guard = Guard(resolve=lambda host, _port: ["93.184.216.34"] if host == "news.example" else ["127.0.0.1"])
    assert "led to" in (fault := fault_of("http://news.example/a", fetcher(guard=guard, network=network)))
    assert "private" in fault
    assert set(network.reached) == {"93.184.216.34"}


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://example.org/", "http://me@127.0.0.1/", "http://[", ""])
def test_redirections_to_no_web_address_are_refused(to: str, site: Site) -> None:
    site.pages["/a"] = redirect(to)
    fault_of(site.url("/a"))


def test_redirections_are_followed_and_told(site: Site) -> None:
    site.pages |= {"/a": redirect("b"), "/b": redirect(site.url("/c")), "/c": answer()}
    found = fetcher().fetch(site.url("/a"))
    assert (found.url, found.final_url, found.content) == (site.url("/a"), site.url("/c"), PAGE)


def test_redirections_end(site: Site) -> None:
    site.pages["/a"] = redirect("/a")
    assert "more than 5 redirections" in fault_of(site.url("/a"))
    assert len(site.paths) == 6


# ---- limits


def test_slow_drip_ends_in_time(site: Site) -> None:
    site.pages["/a"] = dripping(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    assert "not complete after 1 seconds" in fault_of(site.url("/a"))


def test_slow_drip_of_headers_ends_in_time(site: Site) -> None:
    site.pages["/a"] = dripping(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n")
    assert "not complete after 1 seconds" in fault_of(site.url("/a"))


def test_silence_ends_in_time(site: Site) -> None:
    site.pages["/a"] = lambda _handler: time.sleep(0.7)
    hasty = Manners(interval=0, read_seconds=0.1, tries=2, total_seconds=1)
    assert "does not answer in time" in fault_of(site.url("/a"), fetcher(manners=hasty))
    assert len(site.paths) == 2


def test_huge_body_is_refused_at_once(site: Site) -> None:
    site.pages["/a"] = answer(b"x" * 1000, content_length=str(10 * 1024**3))
    assert "10,737,418,240 bytes" in fault_of(site.url("/a"))


def test_body_without_length_ends_at_the_limit(site: Site) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    site.pages["/a"] = dripping(head, b"x" * 60_000)
    assert "more than 100,000 bytes" in fault_of(site.url("/a"))


@pytest.mark.parametrize("wrapped", ["gzip", "deflate"])
def test_bombs_are_refused(wrapped: str, site: Site) -> None:
    bomb = b"<p>" + b"x" * 20_000_000
    site.pages["/a"] = answer(gzip.compress(bomb) if wrapped == "gzip" else zlib.compress(bomb), content_encoding=wrapped)
    assert "unpacks to more than 100,000 bytes" in fault_of(site.url("/a"))


@given(st.binary(max_size=3000), st.sampled_from(["gzip", "members", "zlib", "bare"]), st.integers(1, 500))
def test_packed_bodies_come_back_whole(body: bytes, how: str, step: int) -> None:
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(body),
        "members": gzip.compress(body[:7]) + gzip.compress(body[7:]),
        "zlib": zlib.compress(body),
        "bare": bare.compress(body) + bare.flush(),
    }[how]
    parts = [packed[at : at + step] for at in range(0, len(packed), step)]
    encoding = "gzip" if how in ("gzip", "members") else "deflate"
    assert receive(parts, {"content-encoding": encoding}, 3000) == body


@pytest.mark.parametrize(
    ("body", "encoding"),
    # the time of packing would stand in the test's name, and the workers would not agree on it
    [(gzip.compress(PAGE, mtime=0)[:-20], "gzip"), (b"no gzip", "gzip"), (PAGE, "br"), (PAGE, "gzip, br")],
)
def test_what_cannot_be_unpacked_is_a_fault(body: bytes, encoding: str, site: Site) -> None:
    site.pages["/a"] = answer(body, content_encoding=encoding)
    assert "packed as" in fault_of(site.url("/a"))


def test_pictures_are_not_loaded(site: Site) -> None:
    site.pages["/a"] = answer(b"\x89PNG", content_type="image/png")
    assert "no text but image/png" in fault_of(site.url("/a"))


# ---- politeness


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private\nDisallow: /*?print=\nUser-agent: other\nDisallow: /\n"
    site.pages |= {"/robots.txt": answer(rules, content_type="text/plain"), "/a": answer(), "/private/b": answer()}
    by = fetcher()
    assert by.fetch(site.url("/a")).content == PAGE
    assert "robots.txt" in fault_of(site.url("/private/b"), by)
    assert "robots.txt" in fault_of(site.url("/a?print=1"), by)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]


def test_robots_forbid_redirected_addresses_too(site: Site) -> None:
    rules = b"User-agent: promissory\nDisallow: /b\n"
    site.pages |= {"/robots.txt": answer(rules), "/a": redirect("/b"), "/b": answer()}
    assert "robots.txt" in fault_of(site.url("/a"))


def test_robots_that_cannot_be_read_forbid(site: Site) -> None:
    site.pages |= {"/robots.txt": answer(b"", 500), "/a": answer()}
    by = fetcher()
    assert "robots.txt cannot be read: 500" in fault_of(site.url("/a"), by)
    assert "robots.txt cannot be read: 500" in fault_of(site.url("/b"), by)
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_requests_to_one_host_are_kept_apart(site: Site) -> None:
    site.pages |= {"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 4\n"), "/a": answer(), "/b": answer()}
    clock = Clock()
    by = fetcher(manners=Manners(interval=1.0), clock=clock)
    by.fetch(site.url("/a"))
    by.fetch(site.url("/b"))
    assert clock.slept == [4.0, 4.0]


def test_pace_is_kept_for_each_host_alone() -> None:
    clock = Clock()
    pace = Pace(Manners(interval=2.0, longest_delay=30.0), clock, clock.sleep)
    for host in ("a", "b", "a", "b"):
        pace.wait(host)
    assert clock.slept == [2.0]
    pace.slow_down("b", 3600)
    pace.wait("b")
    assert clock.slept == [2.0, 30.0]


@pytest.mark.parametrize("status", [429, 503])
def test_busy_host_is_asked_again_when_it_says(status: int, site: Site) -> None:
    site.pages["/a"] = in_turn(answer(b"", status, retry_after="7"), answer(b"", status), answer())
    clock = Clock()
    assert fetcher(clock=clock).fetch(site.url("/a")).content == PAGE
    assert clock.slept == [7.0, 1.0]


def test_host_that_stays_busy_is_left_alone(site: Site) -> None:
    site.pages["/a"] = answer(b"", 429)
    assert "429 Too Many Requests" in fault_of(site.url("/a"))
    assert len(site.paths) == HASTY.tries


def test_too_long_a_wait_is_not_waited_for(site: Site) -> None:
    site.pages["/a"] = answer(b"", 429, retry_after="86400")
    clock = Clock()
    assert "asks to wait 86,400 seconds" in fault_of(site.url("/a"), fetcher(clock=clock))
    assert clock.slept == []


def test_retry_after_in_both_forms() -> None:
    assert asked_wait({"retry-after": "12"}, NOW) == 12.0
    assert asked_wait({"retry-after": "Thu, 11 Jul 2024 09:31:00 GMT"}, NOW) == 60.0
    assert asked_wait({"retry-after": "Thu, 11 Jul 2024 09:00:00 GMT"}, NOW) == 0.0
    assert asked_wait({"retry-after": "soon"}, NOW) is None
    assert [backoff(n, Manners(first_wait=1, longest_wait=5)) for n in (1, 2, 3, 4)] == [1, 2, 4, 5]


def test_dead_host_is_tried_and_told(site: Site) -> None:
    clock = Clock()
    fault = fault_of(f"http://127.0.0.1:{_closed_port()}/a", fetcher(clock=clock))
    assert "no answer from 127.0.0.1" in fault
    assert clock.slept == [0.5, 1.0]
    assert site.asked == []


def _closed_port() -> int:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.server_close()
    return int(server.server_address[1])


def test_dead_host_is_not_asked_for_every_page() -> None:
    clock, port = Clock(), _closed_port()
    by = fetcher(clock=clock)
    for page in range(50):
        fault_of(f"http://127.0.0.1:{port}/{page}", by)
    assert clock.slept == [0.5, 1.0]


def test_statuses_that_are_no_page(site: Site) -> None:
    site.pages |= {"/a": answer(b"", 403), "/b": answer(b"", 500), "/c": answer(b"", 204)}
    assert "403 Forbidden" in fault_of(site.url("/a"))
    assert "500 Internal Server Error" in fault_of(site.url("/b"))
    assert "204" in fault_of(site.url("/c"))


# ---- the store


def test_what_is_unchanged_comes_from_the_store(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = in_turn(answer(etag='"one"', last_modified="Thu, 11 Jul 2024 09:00:00 GMT"), answer(b"", 304))
    first = fetcher(store=tmp_path).fetch(site.url("/a"))
    again = fetcher(store=tmp_path).fetch(site.url("/a"))
    assert (first.stored, again.stored, again.content, again.content_type) == (False, True, PAGE, "text/html")
    asked = site.asked[-1][1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"one"', "Thu, 11 Jul 2024 09:00:00 GMT")
    assert len(list(tmp_path.rglob("*.json"))) == 1


def test_conditions_go_to_the_address_that_set_them(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/a": redirect("/b"), "/b": answer(etag='"b"')}
    for _ in range(2):
        fetcher(store=tmp_path).fetch(site.url("/a"))
    assert [(path, "if-none-match" in headers) for path, headers in site.asked if path != "/robots.txt"] == [
        ("/a", False), ("/b", False), ("/a", False), ("/b", True),
    ]  # fmt: skip


def test_store_keeps_every_version(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = in_turn(answer(b"<p>one", set_cookie="secret=1"), answer(b"<p>one", set_cookie="secret=2"), answer(b"<p>two"))
    for _ in range(3):
        fetcher(store=tmp_path).fetch(site.url("/a"))
    records = [json.loads(path.read_text("utf-8")) for path in sorted(tmp_path.rglob("*.json"))]
    assert [(record["url"], record["status"], record["size"]) for record in records] == [(site.url("/a"), 200, 6)] * 2
    assert {path.read_bytes() for path in (tmp_path / "bodies").rglob("*") if path.is_file()} == {b"<p>one", b"<p>two"}
    assert "secret" not in json.dumps(records)


def test_dead_links_are_read_from_the_store(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = in_turn(answer(), answer(b"", 404))
    first = fetcher(store=tmp_path).fetch(site.url("/a"))
    by = fetcher(store=tmp_path)
    assert (by.fetch(site.url("/a")).content, by.fetch(site.url("/a")).fetched_at) == (PAGE, first.fetched_at)
    with pytest.raises(SourceError, match="404"):
        by.fetch(site.url("/a"), recall=False)


def test_what_may_not_be_fetched_is_not_recalled(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = answer()
    fetcher(store=tmp_path).fetch(site.url("/a"))
    refusing = Fetcher(HASTY, Guard(), Store(tmp_path))
    assert "private" in fault_of(site.url("/a"), refusing)


def test_damaged_store_is_fetched_anew(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = answer(etag='"one"')
    fetcher(store=tmp_path).fetch(site.url("/a"))
    body, record = next(path for path in (tmp_path / "bodies").rglob("*") if path.is_file()), next(tmp_path.rglob("*.json"))
    body.write_bytes(b"other words")
    assert fetcher(store=tmp_path).fetch(site.url("/a")).content == PAGE
    record.write_text('{"url": "ht', "utf-8")
    assert fetcher(store=tmp_path).fetch(site.url("/a")).content == PAGE
    assert all("if-none-match" not in headers for _, headers in site.asked)
    assert body.read_bytes() == PAGE


def test_store_that_cannot_be_written_is_told(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = answer()
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert "cannot be stored" in fault_of(site.url("/a"), fetcher(store=tmp_path / "file"))


# ---- settings, and libraries that are not there


def test_door_follows_the_settings(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = answer()
    settings = Settings(ledger=str(tmp_path / "aid.db"), allow_private=True)
    assert fetching.fetch(site.url("/a"), settings).content == PAGE
    assert (tmp_path / "promissory-store" / "bodies").is_dir()
    with pytest.raises(SourceError, match="--allow-private"):
        fetching.fetch(site.url("/a"), Settings(ledger=str(tmp_path / "aid.db")))


def test_settings_of_fetching() -> None:
    given = {"PROMISSORY_STORE": "kept", "PROMISSORY_ALLOW_PRIVATE": "yes", "PROMISSORY_FETCH_SECONDS": "5"}
    settings = Settings.from_environment(given)
    assert (settings.store_folder, settings.allow_private, settings.fetch_seconds) == (Path("kept"), True, 5)
    assert Settings(ledger="postgresql://host/aid").store_folder == Path("promissory-store")
    with pytest.raises(ValueError, match="ALLOW_PRIVATE"):
        Settings.from_environment({"PROMISSORY_ALLOW_PRIVATE": "perhaps"})


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(sys.modules, "promissory.reading.requesting")
    monkeypatch.setitem(sys.modules, "protego", None)
    with pytest.raises(DependencyError, match="fetching needs the library protego"):
        fetching.fetch("http://example.org/", Settings(store=str(tmp_path)))
