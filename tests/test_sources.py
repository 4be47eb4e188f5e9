"""Sources: which outlet a document is of, how a user judges outlets, and what becomes of it in the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.cli.commands import run
from promissory.errors import PackError
from promissory.ledger import open_ledger
from promissory.packs import Source, judged, load_pack
from promissory.packs.outlets import OWNERS, Outlets, host_of, name_key

PACK = load_pack("ukraine")


def outlet(publisher: str | None, url: str | None = None) -> str | None:
    found = PACK.source_of(publisher, url)
    return found.id if found else None


def file_of(folder: Path, text: str) -> Path:
    path = folder / "mine.csv"
    path.write_text(text, "utf-8")
    return path


# ---- the pack


def test_pack_knows_outlets_and_judges_none() -> None:
    assert len(PACK.sources) > 300
    assert {source.reliability for source in PACK.sources} == {"F"}
    assert {source.owner for source in PACK.sources} <= set(OWNERS)
    assert [source.id for source in PACK.sources] == sorted(source.id for source in PACK.sources)


@pytest.mark.parametrize(
    ("ident", "owner", "agency"),
    [("reuters", "private", True), ("ap", "agency", True), ("tass", "state", True), ("ukrinform", "state", True), ("bbc", "public", False),
     ("white-house", "government", False), ("rusi", "ngo", False), ("global-times", "party", False)],
)  # fmt: skip
def test_owners_and_agencies(ident: str, owner: str, agency: bool) -> None:
    source = next(source for source in PACK.sources if source.id == ident)
    assert (source.owner, source.agency) == (owner, agency)


@pytest.mark.parametrize(
    ("publisher", "url", "ident"),
    [
        ("The Kyiv Independent", None, "kyiv-independent"),
        ("kyiv independent", None, "kyiv-independent"),
        ("kyivindependent.com", None, "kyiv-independent"),
        (None, "https://www.reuters.com/world/europe/a-2024-07-11/", "reuters"),
        (None, "https://mod.gov.ua/en/news", "mod-ua"),
        (None, "https://dpsu.gov.ua/en", "government-ua"),
        ("World News", "https://www.bbc.co.uk/news/1", "bbc"),
        ("AFP", None, "afp"),
        ("Small Town Gazette", "https://gazette.example/1", None),
        (None, "https://notreuters.com/", None),
        (None, "https://reuters.com.example.org/", None),
        (None, "http://[broken", None),
        ("", "", None),
        (None, None, None),
    ],
)
def test_outlet_of_a_publisher_or_an_address(publisher: str | None, url: str | None, ident: str | None) -> None:
    assert outlet(publisher, url) == ident


def test_agency_counts_wherever_it_is_printed_and_else_the_site() -> None:
    assert outlet("Reuters", "https://kyivindependent.com/1") == "reuters"
    assert outlet("ABC News", "https://www.abc.net.au/news/1") == "abc-au"
    assert outlet("ABC News", "https://portal.example/1") == "abc-news-us"


@given(st.sampled_from(PACK.sources), st.booleans())
def test_every_name_and_address_leads_to_its_outlet(source: Source, shout: bool) -> None:
    for name in (source.name, *source.names):
        assert outlet(name.upper() if shout and name_key(name.upper()) == name_key(name) else name) == source.id
    for domain in source.domains:
        assert outlet(None, f"https://www.{domain}/a") == source.id


def test_one_key_for_one_outlet() -> None:
    assert PACK.source_key("AP", None) == PACK.source_key(None, "https://apnews.com/article/1") == "ap"
    assert PACK.source_key("Small Town Gazette", "https://gazette.example/1") == "Small Town Gazette"
    assert PACK.source_key(None, "https://www.gazette.example/1") == "gazette.example"
    assert PACK.source_key(None, None) is None
    assert host_of("nothing") == ""


def test_two_outlets_cannot_share_a_name() -> None:
    with pytest.raises(PackError, match="'north news'"):
        Outlets([Source("a", "North News"), Source("b", "The North News")])


# ---- a user's judgement


def test_file_is_laid_over_the_pack(tmp_path: Path) -> None:
    rows = (
        "id,reliability,name,domains\nreuters,b,,\n,C,The Guardian,guardian.example\nmy-letter,D,My Letter,letter.example|www.letter.test\n"
    )
    pack = judged(PACK, file_of(tmp_path, rows))
    found = {source.id: source for source in pack.sources}
    assert (found["reuters"].reliability, found["reuters"].name, found["reuters"].agency) == ("B", "Reuters", True)
    assert found["guardian"].reliability == "C"
    assert {"theguardian.com", "guardian.example"} <= set(found["guardian"].domains)
    assert found["my-letter"] == Source("my-letter", "My Letter", (), ("letter.example", "www.letter.test"), None, "unknown", "D")
    assert pack.source_of(None, "https://news.letter.example/1") == found["my-letter"]
    assert (pack.digest, pack.judgements != PACK.judgements) == (PACK.digest, True)
    assert len(PACK.sources) == len(pack.sources) - 1


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("id,reliability\nreuters,G\n", "reliability 'G' is none of"),
        ("id,owner\nreuters,king\n", "owner 'king' is none of"),
        ("id,agency\nreuters,perhaps\n", "neither yes nor no"),
        ("id,grade\nreuters,B\n", "no such column: grade"),
        ("id,reliability\n,B\n", "neither id nor name"),
        ("id,reliability\nreuters\n", "not as many cells"),
        ("id,name\nmine,Reuters\n", "is that of"),
    ],
)
def test_faults_of_a_file_name_the_line(tmp_path: Path, rows: str, what: str) -> None:
    with pytest.raises(PackError, match=what):
        judged(PACK, file_of(tmp_path, rows))


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such file of sources"):
        judged(PACK, tmp_path / "gone.csv")


# ---- the ledger


def test_grades_follow_the_file_and_names_of_one_outlet_are_one_source(tmp_path: Path) -> None:
    text = "Norway has delivered 14 Leopard tanks to Ukraine, the defence ministry said on 4 July 2024."
    again = "The defence ministry said on 4 July 2024 that 14 Leopard tanks were delivered by Norway to Ukraine."
    lines = [
        f'{{"id": "1", "text": "{text}", "publisher": "AP", "published": "2024-07-04"}}',
        f'{{"id": "2", "text": "{again}", "url": "https://apnews.com/article/2", "published": "2024-07-05"}}',
    ]
    (tmp_path / "two.jsonl").write_text("\n".join(lines), "utf-8")
    build = ["build", str(tmp_path / "two.jsonl"), "--ledger", str(tmp_path / "aid.db")]
    assert run(build) == 0
    with open_ledger(tmp_path / "aid.db") as ledger:
        entries = [entry.to_record() for entry in ledger.entries(kind="commitment")]
        assert entries
        assert {(entry["grade"][0], entry["independent_sources"]) for entry in entries} == {("F", 1)}
        claims = [claim["id"] for claim in ledger.claims()]
    grades = file_of(tmp_path, "id,reliability\nap,B\n")
    assert run([*build, "--sources", str(grades)]) == 0
    with open_ledger(tmp_path / "aid.db") as ledger:
        entries = [entry.to_record() for entry in ledger.entries(kind="commitment")]
        assert {entry["grade"][0] for entry in entries} == {"B"}
        assert "the most reliable of its sources is judged B" in entries[0]["grade_reasons"]
        assert [claim["id"] for claim in ledger.claims()] == claims
        assert [document["grade"] for document in ledger.documents()] == ["B", "B"]
    assert run([*build, "--sources", str(tmp_path / "gone.csv")]) == 2
    assert run(build) == 0
    with open_ledger(tmp_path / "aid.db") as ledger:
        assert [document["grade"] for document in ledger.documents()] == ["F", "F"]
