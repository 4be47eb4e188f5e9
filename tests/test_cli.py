"""The command line as its users meet it: commands, formats, exit codes, one line for each error."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import promissory
from promissory.cli.commands import COMMANDS, run
from promissory.errors import LedgerError
from promissory.ledger import Ledger, open_ledger
from promissory.model import Entry, Link, Step
from promissory.packs import load_pack
from promissory.pipeline import build
from promissory.publishing.listings import FIELDS
from tests.test_build import Toy, write_folder

LISTS = ("documents", "claims", "entries", "findings")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    home = tmp_path_factory.mktemp("cli")
    ledger = open_ledger(home / "toy.db")
    build([write_folder(home / "texts", 6)], ledger, stages=Toy())
    return ledger


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, built: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROMISSORY_LEDGER", built.name)
    monkeypatch.setenv("COLUMNS", "80")


def test_the_public_names_are_exactly_these() -> None:
    told = ["amounts", "balance", "build", "dates", "extract", "floors", "lags", "open_ledger", "quotes", "read", "tally"]
    assert promissory.__all__ == told
    assert all(callable(getattr(promissory, verb)) for verb in told)
    assert dir(promissory) == promissory.__all__
    assert promissory.open_ledger is open_ledger
    with pytest.raises(AttributeError, match="guess"):
        promissory.guess  # noqa: B018


@pytest.mark.parametrize("command", [[], ["claims", "--limit", "1"]])
def test_what_needs_no_parser_loads_none(command: list[str]) -> None:
    code = f"import sys, promissory; from promissory.cli.commands import run; run({[*command, *([] if command else ['--help'])]}); "
    found = subprocess.run([sys.executable, "-c", code + "print('spacy' in sys.modules)"], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert "Examples:" in told
    assert f"promissory {name}" in told
    assert max(map(len, told.splitlines())) <= 100


@pytest.mark.parametrize("noun", LISTS)
def test_the_formats_hold_the_same_records(noun: str, built: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    records = getattr(built, noun)().to_records()
    told = {}
    for format_ in ("json", "jsonl", "csv"):
        assert run([noun, "--format", format_]) == 0
        told[format_] = capsys.readouterr().out
    assert json.loads(told["json"]) == records
    assert [json.loads(line) for line in told["jsonl"].splitlines()] == records
    rows = list(csv.DictReader(io.StringIO(told["csv"])))
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert {key for record in records for key in record} - {"removed", "metadata"} <= set(FIELDS[noun])


@pytest.mark.parametrize("noun", LISTS)
@pytest.mark.parametrize("width", ["60", "80", "140"])
def test_tables_fit_the_terminal(noun: str, width: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert run([noun]) == 0
    told = capsys.readouterr().out.splitlines()
    assert max(map(len, told)) <= int(width)
    assert told[0].split()[0] == "id"


def test_filters_reach_the_ledger(built: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    words = (
        "--kind commitment --status pledged --actor Norway --since 2024-02 --until 2024-12 --as-of 2025 --text TRUCKS --limit 2 --offset 1"
    )
    assert run(["claims", *words.split(), "--source", "txt", "--format", "jsonl"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told == built.claims(text="trucks", since="2024-02", limit=2, offset=1).to_records()
    assert len(told) == 2


def test_an_empty_list_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", "--actor", "Atlantis", "--format", "json"]) == 0
    assert capsys.readouterr().out == "[]\n"
    assert run(["claims", "--actor", "Atlantis"]) == 0
    assert capsys.readouterr() == ("", "no claims\n")


def test_show_quotes_the_evidence_with_its_place(built: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    claim = next(row for row in built.claims() if "trucks" in row["evidence"][0]["quote"])
    span = claim["evidence"][0]
    assert run(["show", claim.id[:14]]) == 0
    told = capsys.readouterr().out
    assert f"“{span['quote']}”" in told
    assert f"{claim['source']}, line 2, characters {span['start']}–{span['end']}, published {claim['reported']} (given)" in told
    entry = next(row for row in built.entries() if claim.id in row["claims"])
    assert run(["show", entry.id]) == 0
    assert f"“{span['quote']}”" in capsys.readouterr().out
    assert run(["show", claim["doc"]]) == 0
    assert claim.id in (told := capsys.readouterr().out)
    assert "Norwind pledges" in told
    assert run(["show", built.findings()[0].id]) == 0
    assert "one line" in capsys.readouterr().out
    assert run(["show", claim["doc"], "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == built.get(claim["doc"]).to_record()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["claims", "--kind", "pledge"], "kind: 'pledge' is no kind (one of need"),
        (["claims", "--since", "July"], "since: 'July' is no date (write 2024"),
        (["claims", "--format", "xml"], "claims: Invalid value for '--format'"),
        (["claims", "--colour"], "claims: No such option '--colour'"),
        (["entries", "--ledger", "none.db"], "none.db: no such ledger (promissory build"),
        (["entries", "--ledger", "mysql://a:b@c/d"], "mysql://c/d: is no ledger's address"),
        (["show", "c_zzz"], "c_zzz: no such id (promissory"),
        (["show", "c_"], "c_: the id is not unique"),
        (["show"], "show: Missing argument 'ID'"),
        (["build"], "build: Missing argument 'SOURCE...'"),
        (["build", "x", "--jobs", "0"], "build: Invalid value for '--jobs'"),
        (["frobnicate"], "No such command 'frobnicate'"),
        (["balance", "--item", "x", "--as-of", "soon"], "as-of: 'soon' is no date"),
        (["balance", "--item", "x", "--since", "soon"], "since: 'soon' is no date"),
        (["demo", "--samples", "nowhere"], "nowhere: no such folder"),
        (["evaluate", "none.jsonl", "--texts", "."], "none.jsonl: cannot be read"),
    ],
)
def test_wrong_use_is_one_line_with_the_cure_and_exit_2(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == (1 if arguments[0] == "evaluate" else 2)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"promissory: {words}")
    assert err.count("\n") == 1
    assert err.endswith(")\n")


def test_a_source_that_cannot_be_read_is_exit_1_and_the_rest_is_stored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text("11 July 2024\n\nPoland will give Ukraine two tanks, the defence ministry said.")
    assert run(["build", "good.txt", "none.txt", "--ledger", "new.db"]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("promissory: none.txt: no such file")
    assert err.count("\n") == 1
    assert [line.split()[:2] for line in out.splitlines()[1:3]] == [["documents", "1"], ["claims", out.splitlines()[2].split()[1]]]
    assert run(["build", "good.txt", "--ledger", "new.db", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["new"], report["known"], report["documents"], report["skipped"]) == (0, 1, 1, [])


def test_errors_below_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LedgerError("the disk\nis \x1b[31mfull", "aid.db", "make room")

    monkeypatch.setattr(Ledger, "claims", fail)
    assert run(["claims"]) == 2
    assert capsys.readouterr().err == "promissory: aid.db: the disk is  [31mfull (make room)\n"


def test_text_of_documents_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "a.txt").write_text("2024-01-01\nNorwind [red]pledges[/red] \x1b[31mboats.")
    with open_ledger("odd.db") as ledger:
        build([folder], ledger, stages=Toy())
    for command in (["entries"], ["claims"], ["show", "c_"], ["show", "d_"]):
        assert run([*command, "--ledger", "odd.db"]) == 0
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "[red]pledges[/red]" in told


def test_a_reader_that_leaves_early_is_no_error(built: Ledger) -> None:
    command = f"{sys.executable} -c 'from promissory.cli import main; main()' claims --format jsonl | head -1; echo ${{PIPESTATUS[0]}}"
    found = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=True, env={**os.environ, "PROMISSORY_LEDGER": built.name}
    )
    assert found.stderr == ""
    assert found.stdout.splitlines()[1] == "0"


def entry(key: str, donors: list[str], status: str, number: int | None, **more: Any) -> Entry:
    lot = {"item": "patriot", "count": number, "qualifier": None}
    slots = {"date": None, "items": [lot], "count": None}
    return Entry(
        id=key, kind="commitment", status=status, parties={"donor": tuple(donors), "recipient": ("UA",)}, slots=slots,
        history=(Step(status, None, "2024-07-10", ()),), claims=(), independent_sources=1, **more,
    )  # fmt: skip


def test_balance_counts_each_promise_once_and_never_across_stages(capsys: pytest.CaptureFixture[str]) -> None:
    entries = [
        entry("e_1", ["NO"], "pledged", 3),
        entry("e_2", ["NO"], "delivered", 1, links=(Link("fulfils", "e_1"),)),
        entry("e_3", ["SE"], "allocated", None),
        entry("e_4", ["NATO"], "pledged", 5),
        entry("e_5", ["NO", "SE"], "pledged", 4, links=(Link("includes", "e_1"), Link("includes", "e_3"))),
        entry("e_6", ["DE"], "considered", 2),
    ]
    with open_ledger("balance.db") as ledger, ledger.writer() as writer:
        writer.rebuild(entries, [], pack=load_pack(), state="1")
    assert run(["balance", "--item", "patriot", "--ledger", "balance.db", "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    told = {row["entry"]: (row["number"], row["arrived"], row["open"]) for row in record["undertakings"]}
    assert told == {"e_1": (3, 1, 2), "e_3": (None, 0, None), "e_6": (2, 0, 2)}
    assert ([row["entry"] for row in record["collective"]], record["apart"]) == (["e_4"], ["e_5"])
    stages = {name: (row["number"], row["unstated"]) for name, row in record["stages"].items()}
    assert {name: row for name, row in stages.items() if row != (0, 0)} == {"considered": (2, 0), "pledged": (3, 0), "allocated": (0, 1)}
    assert run(["balance", "--item", "patriot", "--ledger", "balance.db", "--donor", "Norway"]) == 0
    assert "by stage: pledged 3\n" in capsys.readouterr().out


@pytest.mark.skipif(not (Path(__file__).parent.parent / "samples").is_dir(), reason="the samples are not here")
def test_demo_shows_promises_arrivals_and_evidence_in_a_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "--ledger", "demo.db"]) == 0
    told = capsys.readouterr().out
    assert len(told.splitlines()) <= 40
    with open_ledger("demo.db", create=False) as ledger:
        quotes = {" ".join(span["quote"].split()) for row in ledger.claims(status="delivered") for span in row["evidence"]}
    assert any(quote in told for quote in quotes)
    assert not Path("promissory.db").exists()


def test_the_module_is_the_command() -> None:
    told = subprocess.run([sys.executable, "-m", "promissory", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("promissory ")
