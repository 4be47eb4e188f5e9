"""Batches: the same claims as a build, whoever dies meanwhile; a gate that drops no report."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
import pytest
from benchmarks.crawling import write_crawl

from promissory.batch import load_folder, run_batch
from promissory.batch.gating import BESIDE, NOTHING, Gate
from promissory.batch.tables import SCHEMAS
from promissory.cli.commands import run
from promissory.errors import PromissoryError, SourceError, UsageError
from promissory.evaluation import load_gold
from promissory.extraction import skimmer_of
from promissory.ledger import open_ledger
from promissory.packs import load_pack
from promissory.pipeline import build
from tests.databases import Places

ROOT = Path(__file__).parent.parent
REPORTS, SHARED = ROOT / "samples" / "reports", ROOT.parent / "shared"
CORE = ("need", "commitment", "agreement", "meeting", "initiative", "condition", "tenure")


def folder_hash(folder: Path) -> str:
    """Of all files of a folder, names and bytes."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(f"{path.relative_to(folder)}".encode() + path.read_bytes())
    return total.hexdigest()


def listed(where: str, noun: str) -> list[dict[str, object]]:
    with open_ledger(where) as ledger:
        return list(getattr(ledger, noun)().to_records())


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four small web archives, one in twenty pages about the domain."""
    folder = tmp_path_factory.mktemp("crawl")
    write_crawl(folder, pages=160, shards=4, share=0.05)
    return folder


@pytest.fixture(scope="module")
def done(crawl: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    run_batch([str(crawl)], out, workers=2)
    return out


@pytest.mark.parametrize("source", [REPORTS, SHARED / "seeds"], ids=["samples", "seeds"])
def test_batch_and_load_give_what_build_gives(places: Places, tmp_path: Path, source: Path) -> None:
    if not source.exists():
        pytest.skip("needs ../shared/seeds")
    built, loaded = places(), places()
    with open_ledger(built) as ledger:
        build([str(source)], ledger, jobs=1)
    run_batch([str(source)], tmp_path / "out", workers=2)
    with open_ledger(loaded) as ledger:
        load_folder(tmp_path / "out", ledger)
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


def without_ids(where: str) -> list[str]:
    """The entries as they are, but for ids, which in a ledger that grew are those of the reports read first (decision 4)."""
    return sorted(json.dumps({k: v for k, v in e.items() if k not in ("id", "links", "findings")}) for e in listed(where, "entries"))


def test_a_batch_done_again_does_nothing_and_changes_nothing(crawl: Path, done: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in done.rglob("*.parquet")}
    first = folder_hash(done)
    run_batch([str(crawl)], done)
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


def test_a_corrupt_shard_costs_one_line_and_that_shard_only(crawl: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "crawl"
    shutil.copytree(crawl, broken)
    first, second, *_ = sorted(broken.iterdir())
    first.write_bytes(random.Random(1).randbytes(5000))
    second.write_bytes(second.read_bytes()[:-2000])
    assert run(["batch", str(broken), "--out", str(tmp_path / "out"), "--format", "json"]) == 1
    told = capsys.readouterr()
    assert len(told.err.strip().splitlines()) == 2
    assert json.loads(told.out)["shards"] == 4
    assert json.loads(told.out)["documents"] > 4


@pytest.mark.parametrize("who", ["client", "worker"])
def test_killed_at_any_moment_it_ends_with_the_same_bytes(crawl: Path, done: Path, tmp_path: Path, who: str) -> None:
    out, moments = tmp_path / "out", random.Random(who)
    command = [sys.executable, "-c", "from promissory.cli import main; main()", "batch", str(crawl), "--out", str(out), "--workers", "2"]
    client = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(moments.uniform(2, 7))
    for victim in [client.pid] if who == "client" else children_of(client.pid)[-1:]:
        kill_if_there(victim)
    if who == "client":
        os.killpg(client.pid, signal.SIGKILL)
    client.wait(120)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120)
    assert folder_hash(out) == folder_hash(done)


def kill_if_there(pid: int) -> None:
    with suppress(ProcessLookupError):  # it may have ended
        os.kill(pid, signal.SIGKILL)


def children_of(pid: int) -> list[int]:
    """The processes under one, the youngest last."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [int(child) for child in children.read_text().split()] if children.exists() else []
    return found + [deeper for child in found for deeper in children_of(child)]


@contextmanager
def cluster() -> Iterator[str]:
    """A scheduler and two workers, each a process of its own, over TCP."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    processes = [subprocess.Popen(dask, **silent), *(subprocess.Popen(worker, **silent) for _ in range(2))]  # type: ignore[call-overload]
    try:
        yield address
    finally:
        for process in processes:
            process.kill()
            process.wait(20)


def test_a_cluster_over_tcp_gives_the_same_folder(crawl: Path, done: Path, tmp_path: Path) -> None:
    with cluster() as address:
        report = run_batch([str(crawl)], tmp_path / "out", scheduler=address)
    assert report.shards == 4
    assert folder_hash(tmp_path / "out") == folder_hash(done)


def test_no_scheduler_is_an_error_with_a_cure(crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("promissory.batch.spreading.PATIENCE", "1s")
    with pytest.raises(PromissoryError, match="no scheduler answers"):
        run_batch([str(crawl)], tmp_path / "out", scheduler="tcp://127.0.0.1:9")


def test_addresses_of_fsspec_are_shards(tmp_path: Path) -> None:
    report = run_batch([f"file://{REPORTS}/reports.jsonl"], tmp_path / "out")
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
    skimmer = skimmer_of(load_pack())
    for labels, texts in ((gold / "dev.jsonl", gold / "dev"), (gold / "events" / "gold.jsonl", gold / "events" / "texts")):
        for document in load_gold(labels):
            if any(claim.kind in CORE and not claim.optional for claim in document.claims):
                text = (texts / document.name).read_text(encoding="utf-8")
                assert skimmer.skim(text.encode()).may_be_about(text.count(". ") + text.count("\n")), document.name


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
