"""Exports open where their readers open them, hold what the ledger holds, and prove it."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from promissory.cli.commands import run
from promissory.ledger import Ledger, open_ledger
from promissory.packs import load_pack
from promissory.pipeline import build
from promissory.publishing import FORMATS, Content, gather, publish
from promissory.publishing.citations import escaped
from promissory.publishing.listings import guarded

TEXTS = [
    {"id": "a", "title": "=1+1 and <b>tanks</b>", "publisher": "Baltic & Co_Times", "published": "2023-01-26",
     "url": "https://news.example/a?x=1&y=2",
     "text": "On 25 January 2023 Germany announced that it will send 14 Leopard 2 tanks to Ukraine."},
    {"id": "b", "publisher": "Fjord Daily", "published": "2023-03-04", "url": "javascript:alert(1)",
     "text": "=HYPERLINK(\"x\") Norway allocated 75.5 million euros to Ukraine on 3 March 2023."},
    {"id": "c", "publisher": "Fjord Daily", "published": "2023-03-11",
     "text": "Ukraine and Norway signed a security agreement in Oslo on 10 March 2023. Ukraine needs more air defence systems."},
]  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder = tmp_path_factory.mktemp("export")
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, TEXTS)), "utf-8")
    made = open_ledger(str(folder / "ledger.db"))
    build([str(folder / "in.jsonl")], made)
    return made


@pytest.fixture
def content(ledger: Ledger) -> Content:
    return gather(ledger, load_pack())


@pytest.fixture
def written(content: Content, tmp_path: Path) -> Callable[..., Path]:
    def write(format_: str, suffix: str = "") -> Path:
        publish(content, format_, to := tmp_path / f"out.{suffix or format_}")
        return to

    return write


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_ledger_gives_the_same_bytes(content: Content, tmp_path: Path, format_: str) -> None:
    publish(content, format_, tmp_path / "one")
    publish(content, format_, tmp_path / "two")
    one, two = (tmp_path / "one").read_bytes(), (tmp_path / "two").read_bytes()
    assert one == two or format_ == "xlsx"  # a workbook says when it was made


def test_csv_holds_every_entry_and_no_formula(content: Content, written: Callable[..., Path]) -> None:
    with written("csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [entry["id"] for entry in content.entries]
    loan = next(row for row in rows if row["amount"])
    assert (Decimal(loan["amount"]), loan["currency"], loan["donor"]) == (Decimal("75500000"), "EUR", "NO")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-x", "@SUM(A1)", "\t=1"])
def test_no_cell_becomes_a_formula(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert (guarded(-5), guarded("a=b"), guarded(None)) == (-5, "a=b", None)


def test_jsonl_has_the_evidence_with_its_place(ledger: Ledger, written: Callable[..., Path]) -> None:
    for line in written("jsonl").read_text("utf-8").splitlines():
        for proof in json.loads(line)["evidence"]:
            text = ledger.get(proof["doc"])["text"]
            assert " ".join(text[proof["start"] : proof["end"]].split()) == proof["quote"]


def test_parquet_opens_in_duckdb_and_pandas(content: Content, written: Callable[..., Path]) -> None:
    duckdb, pandas = pytest.importorskip("duckdb"), pytest.importorskip("pandas")
    path = str(written("parquet"))
    found = duckdb.sql(f"SELECT amount, currency, parties.donor[1], evidence[1].url FROM '{path}' WHERE amount IS NOT NULL").fetchall()
    assert found == [(Decimal("75500000"), "EUR", "NO", "javascript:alert(1)")]
    frame = pandas.read_parquet(path)
    assert list(frame["id"]) == [entry["id"] for entry in content.entries]


def test_a_workbook_has_a_sheet_a_register(content: Content, written: Callable[..., Path]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(written("xlsx"))
    assert {"about", "commitments", "agreements", "needs", "evidence", "documents"} <= set(book.sheetnames)
    sheet = book["commitments"]
    assert (sheet.freeze_panes, sheet.max_row - 1) == ("B2", len([e for e in content.entries if e["kind"] == "commitment"]))
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    links = [cell.hyperlink.target for row in book["documents"] for cell in row if cell.hyperlink]
    assert links == ["https://news.example/a?x=1&y=2"]


def test_a_workbook_opens_in_libreoffice(written: Callable[..., Path], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("no LibreOffice (apt-get install libreoffice-calc-nogui)")
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
               'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', "--outdir", str(tmp_path),
               str(written("xlsx"))]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    told = (tmp_path / "out-commitments.csv").read_text("utf-8")
    assert "14 × leopard" in told
    assert "75500000" in re.sub(r"\D", "", told)


def test_the_report_loads_nothing_and_shows_text_as_text(content: Content, written: Callable[..., Path]) -> None:
    page = written("html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert not re.findall(r"""(?:src|action|data)\s*=|@import|url\(|<script|<link[^>]+href="(?!data:)""", page)
    assert re.findall(r'href="(?!#|data:)([^"]+)"', page) == ["https://news.example/a?x=1&amp;y=2"]
    assert "<b>tanks" not in page
    assert all(f'id="{entry["id"]}"' in page for entry in content.entries)


def test_the_report_is_seen_without_a_request(written: Callable[..., Path], tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if not browser:
        pytest.skip("no Chromium (apt-get install chromium)")
    log, picture = tmp_path / "net.json", tmp_path / "page.png"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile", f"--log-net-log={log}",
               "--disable-background-networking", "--disable-component-update", f"--screenshot={picture}",
               written("html").as_uri()]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert picture.stat().st_size > 10_000
    assert "news.example" not in log.read_text("utf-8")


def test_a_brief_tells_each_entry_with_its_words(content: Content, written: Callable[..., Path]) -> None:
    brief = written("markdown", "md").read_text("utf-8")
    assert brief.count(", `e_") == len(content.entries)
    assert "Germany → Ukraine: 14 × Leopard 2" in brief
    assert "\\<b\\>tanks" in brief


def test_the_feed_tells_every_step(content: Content, written: Callable[..., Path]) -> None:
    feedparser = pytest.importorskip("feedparser")
    feed = feedparser.parse(str(written("atom")))
    assert not feed.bozo
    assert len(feed.entries) == sum(len(entry["history"]) for entry in content.entries)
    assert [entry.updated for entry in feed.entries] == sorted((entry.updated for entry in feed.entries), reverse=True)
    assert feed.feed.updated == "2023-03-11T00:00:00Z"


def test_sources_are_cited(content: Content, written: Callable[..., Path]) -> None:
    items = json.loads(written("csl").read_text("utf-8"))
    assert [item["issued"]["date-parts"] for item in items] == [[[2023, 1, 26]], [[2023, 3, 4]], [[2023, 3, 11]]]
    bibtex = written("bibtex").read_text("utf-8")
    assert r"organization = {Baltic \& Co\_Times}" in bibtex
    assert bibtex.count("@online{d_") == len(content.documents)
    assert escaped("50% {x} \\ ~") == r"50\% \{x\} \textbackslash{} \textasciitilde{}"


def test_one_entry_one_donor_and_what_was_known(ledger: Ledger, content: Content) -> None:
    pack = load_pack()
    tanks = next(entry for entry in content.entries if entry["items"] and entry["kind"] == "commitment")
    assert [e["id"] for e in gather(ledger, pack, entry=tanks["id"][:8]).entries] == [tanks["id"]]
    assert {e["parties"]["donor"][0] for e in gather(ledger, pack, actor="NO", kind="commitment").entries} == {"NO"}
    assert {d["publisher"] for d in gather(ledger, pack, as_of="2023-02").documents} == {"Baltic & Co_Times"}


def test_the_command_writes_what_it_is_asked_for(ledger: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call: list[Any] = ["export", "--ledger", ledger.name, "--format", "kiel", "--out", str(tmp_path / "sheet.xlsx")]
    assert run(call) == 0
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(tmp_path / "sheet.xlsx").active
    assert [cell.value for cell in sheet[1]][:3] == ["ID", "Donor", "Announcement date"]
    assert run(call) == 2
    assert "is there already" in capsys.readouterr().err
    assert run(["export", "--ledger", ledger.name, "--format", "ledger", "--out", str(tmp_path / "all.zip"), "--item", "patriot"]) == 2
    assert "not filtered: item" in capsys.readouterr().err
