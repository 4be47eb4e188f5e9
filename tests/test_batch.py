"""Batches: the same claims as a build, whoever dies meanwhile; a gate that drops no report."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from benchmarks.crawling import write_crawl
from benchmarks.furniture import page_of, site_of
from benchmarks.killing import WHO, cluster, folder_hash, kill_batches

from promissory.batch import load_folder, run_batch
from promissory.batch.gating import BESIDE, NOTHING, Gate
from promissory.batch.tables import SCHEMAS
from promissory.cli.commands import run
from promissory.errors import PromissoryError, SourceError, UsageError
from promissory.evaluation import load_gold
from promissory.ledger import open_ledger
from promissory.packs import load_pack
from promissory.pipeline import build
from tests.databases import Places

ROOT = Path(__file__).parent.parent
REPORTS, SHARED = ROOT / "samples" / "reports", ROOT.parent / "shared"
CORE = ("need", "commitment", "agreement", "meeting", "initiative", "condition", "tenure")


def listed(where: str, noun: str) -> list[dict[str, object]]:
    with open_ledger(where) as ledger:
        return list(getattr(ledger, noun)().to_records())


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster over TCP: a scheduler and two workers, each a process of its own."""
    with cluster() as made:
        yield made.address


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four small web archives, one in twenty pages about the domain."""
    folder = tmp_path_factory.mktemp("crawl")
    write_crawl(folder, pages=160, shards=4, share=0.05)
    return folder


@pytest.fixture(scope="module")
def done(crawl: Path, scheduler: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    run_batch([str(crawl)], out, scheduler=scheduler)
    return out


@pytest.fixture(scope="module", params=[REPORTS, SHARED / "seeds"], ids=["samples", "seeds"])
def both(request: pytest.FixtureRequest, scheduler: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder that a batch wrote, and a ledger built of the same reports."""
    if not request.param.exists():
        pytest.skip("needs ../shared/seeds")
    home = tmp_path_factory.mktemp("both")
    run_batch([str(request.param)], home / "out", scheduler=scheduler)
    with open_ledger(home / "built.db") as ledger:
        build([str(request.param)], ledger, jobs=1)
    return home / "out", str(home / "built.db")


def test_batch_and_load_give_what_build_gives(places: Places, both: tuple[Path, str]) -> None:
    folder, built = both
    loaded = places()
    with open_ledger(loaded) as ledger:
        load_folder(folder, ledger)
    for noun in ("documents", "claims", "entries", "findings"):
        assert listed(loaded, noun) == listed(built, noun)


def test_loading_in_parts_is_loading_at_once_and_twice_adds_nothing(done: Path, tmp_path: Path) -> None:
    whole, parts = str(tmp_path / "whole.db"), str(tmp_path / "parts.db")
    with open_ledger(whole) as ledger:
        first = load_folder(done, ledger)
        assert first.new > 0
        assert load_folder(done, ledger).new == 0
    for manifest in sorted((done / "shards").iterdir()):
        part = tmp_path / manifest.stem
        for noun in SCHEMAS:
            (part / noun).mkdir(parents=True)
            shutil.copy(done / noun / f"{manifest.stem}.parquet", part / noun)
        (part / "shards").mkdir()
        shutil.copy(manifest, part / "shards")
        with open_ledger(parts) as ledger:
            load_folder(part, ledger)
    assert listed(parts, "claims") == listed(whole, "claims")
    assert without_ids(parts) == without_ids(whole)


def test_a_ledger_that_has_all_opens_no_shard(done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        load_folder(done, ledger)
        held = ledger.totals()
        monkeypatch.setattr("promissory.batch.loading.rows_of", None)
        report = load_folder(done, ledger)
        assert (report.new, report.known, ledger.totals()) == (0, report.read, held)


def test_a_report_met_twice_is_read_once_and_keeps_both_its_places(scheduler: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        text = "Norway will send Ukraine three air defence systems, its government said on 3 May 2024."
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps({"id": f"{name}{n}", "text": text}) + "\n" for n in range(2)))
    run_batch([str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")], tmp_path / "out", scheduler=scheduler)
    counted = duckdb.sql(f"SELECT count(*), count(DISTINCT id) FROM '{tmp_path}/out/claims/*.parquet'")
    assert counted
    [(rows, claims)] = counted.fetchall()
    with open_ledger(tmp_path / "batch.db") as loaded, open_ledger(tmp_path / "build.db") as built:
        report = load_folder(tmp_path / "out", loaded)
        build([str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")], built, jobs=1)
    assert (report.read, report.new, report.known) == (4, 1, 3)
    assert rows == 2 * claims > 0
    for noun in ("documents", "claims", "entries"):
        assert listed(str(tmp_path / "batch.db"), noun) == listed(str(tmp_path / "build.db"), noun)


def without_ids(where: str) -> list[str]:
    """The entries as they are, but for ids, which in a ledger that grew are those of the reports read first (decision 4)."""
    return sorted(json.dumps({k: v for k, v in e.items() if k not in ("id", "links", "findings")}) for e in listed(where, "entries"))


def test_a_batch_done_again_does_nothing_and_changes_nothing(crawl: Path, done: Path, scheduler: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in done.rglob("*.parquet")}
    first = folder_hash(done)
    run_batch([str(crawl)], done, scheduler=scheduler)
    assert {path: path.stat().st_mtime_ns for path in done.rglob("*.parquet")} == before
    assert folder_hash(done) == first


def test_the_parquet_is_read_by_others(done: Path) -> None:
    counted = duckdb.sql(f"SELECT kind, count(*) FROM '{done}/claims/*.parquet' GROUP BY kind")
    assert counted
    report = [json.loads(path.read_text()) for path in (done / "shards").glob("*.json")]
    assert sum(number for _, number in counted.fetchall()) == sum(manifest["claims"] for manifest in report) > 0


def test_what_the_gate_drops_is_counted_by_reason(done: Path) -> None:
    for path in (done / "shards").glob("*.json"):
        manifest = json.loads(path.read_text())
        assert manifest["pages"] == 40
        assert sum(manifest["dropped"].values()) + manifest["documents"] == 40
        assert manifest["documents"] >= 2


def test_a_corrupt_shard_costs_one_line_and_that_shard_only(
    crawl: Path, scheduler: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "crawl"
    shutil.copytree(crawl, broken)
    first, second, *_ = sorted(broken.iterdir())
    first.write_bytes(random.Random(1).randbytes(5000))
    second.write_bytes(second.read_bytes()[:-2000])
    assert run(["batch", str(broken), "--out", str(tmp_path / "out"), "--scheduler", scheduler, "--format", "json"]) == 1
    told = capsys.readouterr()
    assert len(told.err.strip().splitlines()) == 2
    assert json.loads(told.out)["shards"] == 4
    assert json.loads(told.out)["documents"] > 4


def test_killed_at_any_moment_it_ends_with_the_same_bytes(crawl: Path) -> None:
    tallies = kill_batches(crawl, len(WHO))
    assert {who: (tally.killed + tally.early, tally.other, tally.hung) for who, tally in tallies.items()} == dict.fromkeys(WHO, (1, 0, 0))


def test_processes_here_give_the_folder_of_a_cluster_over_tcp(crawl: Path, done: Path, tmp_path: Path) -> None:
    report = run_batch([str(crawl)], tmp_path / "out", workers=2)
    assert report.shards == 4
    assert folder_hash(tmp_path / "out") == folder_hash(done)


def test_no_scheduler_is_an_error_with_a_cure(crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("promissory.batch.spreading.PATIENCE", "1s")
    with pytest.raises(PromissoryError, match="no scheduler answers"):
        run_batch([str(crawl)], tmp_path / "out", scheduler="tcp://127.0.0.1:9")


def test_addresses_of_fsspec_are_shards(tmp_path: Path, scheduler: str) -> None:
    report = run_batch([f"file://{REPORTS}/reports.jsonl"], tmp_path / "out", scheduler=scheduler)
    assert (report.shards, report.documents, report.faults) == (1, 86, [])


@pytest.mark.parametrize("source", ["nowhere/*.warc", "nosuch://bucket/x", "file:///nowhere/x"])
def test_a_source_that_names_nothing_is_told(tmp_path: Path, source: str) -> None:
    with pytest.raises(SourceError):
        run_batch([source], tmp_path / "out")


def test_a_folder_that_is_not_whole_is_not_loaded(done: Path, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        with pytest.raises(UsageError, match="no shard"):
            load_folder(tmp_path, ledger)
        shutil.copytree(done, tmp_path / "torn")
        next((tmp_path / "torn" / "claims").iterdir()).write_bytes(b"torn")
        with pytest.raises(UsageError, match="not what its manifest says"):
            load_folder(tmp_path / "torn", ledger)
        assert ledger.totals()["documents"] == 0


def test_the_gate_drops_no_labelled_document_with_a_core_claim() -> None:
    gold = SHARED / "gold"
    if not gold.exists():
        pytest.skip("needs ../shared/gold")
    gate, chance = Gate(load_pack()), random.Random(1)
    for labels, texts in ((gold / "dev.jsonl", gold / "dev"), (gold / "events" / "gold.jsonl", gold / "events" / "texts")):
        for document in load_gold(labels):
            if any(claim.kind in CORE and not claim.optional for claim in document.claims):
                text = (texts / document.name).read_text(encoding="utf-8")
                lines = [line for line in text.split("\n") if line.strip()]
                page = page_of(site_of(chance.randrange(24)), lines[0], lines, ["Another story"] * 30, "", chance)
                assert gate(text.encode(), "x#https://a.example/1"), document.name
                assert gate(page.encode(), "x#https://a.example/2"), document.name


def page(main: str, menu: str = "News Sport Weather") -> bytes:
    return f"<html><body><nav>{menu}</nav><article><h1>{main[:40]}</h1><p>{main}</p></article></body></html>".encode()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (page("The council will repair the bridge over the river next spring, the mayor said on Monday. " * 8), NOTHING),
        (page("The council will repair the bridge over the river next spring, the mayor said. " * 8, "News War in Ukraine Sport"), BESIDE),
        (page("Norway will send Ukraine three air defence systems, its government said on Monday. " * 4), None),
        (page("UKRAINE RECEIVES LAUNCHERS. The launchers arrived on Monday, the ministry said. " * 4), None),
        ("Norway will send Ukraine three systems.".encode("utf-16"), None),
        (b"Kyiv has asked for more ammunition, its minister said on Monday.", None),
    ],
)
def test_what_passes_the_gate(raw: bytes, reason: str | None) -> None:
    gate = Gate(load_pack())
    assert gate(raw, "https://example.org/a") == (reason is None)
    assert dict(gate.dropped) == ({reason: 1} if reason else {})
