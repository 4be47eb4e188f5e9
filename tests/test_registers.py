"""Registers, timeline and search: the right columns, nothing from after the day asked for, the same on both databases."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.analysis import REGISTERS, open_needs, open_supply, published_numbers, register, timeline
from promissory.analysis.registers.columns import COLUMNS
from promissory.cli.commands import run
from promissory.cli.printing import begin
from promissory.cli.registering import TABLES
from promissory.errors import UsageError
from promissory.ledger import Ledger, open_ledger
from promissory.ledger.searching import _match, _terms
from promissory.model import KINDS
from promissory.packs import load_pack
from promissory.pipeline import build
from tests.databases import Places

REPORTS = (
    ("a", "2024-07-10", "Norway will give Ukraine three NASAMS launchers, the Norwegian government said on 10 July 2024."),
    (
        "b",
        "2024-12-02",
        "Norwegian launchers arrived in Ukraine. Norway delivered three NASAMS launchers, the ministry said on 2 December 2024.",
    ),
    ("c", "2024-12-03", "Ukraine needs ten NASAMS launchers before winter, Ukrainian President Volodymyr Zelensky said."),
    ("d", None, "Sweden will give Ukraine eight patrol boats."),
)


@pytest.fixture
def small(places: Places, tmp_path: Path) -> Iterator[Ledger]:
    source = tmp_path / "reports.jsonl"
    lines = [{"id": key, "text": text, "publisher": f"Paper {key}"} | ({"published": day} if day else {}) for key, day, text in REPORTS]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with open_ledger(places()) as ledger:
        build([str(source)], ledger, jobs=1)
        yield ledger


@pytest.fixture
def samples(sample_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(sample_ledger) as ledger:
        yield ledger


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_has_a_line_for_each_entry_and_a_cell_for_each_column(samples: Ledger, name: str) -> None:
    found = register(samples, name)
    assert [line.entry for line in found.lines] == [row.id for row in samples.entries(kind=REGISTERS[name])]
    for line in found.lines:
        assert tuple(line.to_record()) == found.columns
    assert set(TABLES[name]) - {"what"} <= set(found.columns)


def test_a_register_as_of_a_day_knows_nothing_later(samples: Ledger) -> None:
    for name in REGISTERS:
        now = {line.entry for line in register(samples, name).lines}
        then = register(samples, name, as_of="2024-04-12").lines
        assert {line.entry for line in then} <= now
        for line in then:
            assert all(day is None or day[:10] <= "2024-04-12" for day in [line.cells.get("signed"), line.cells.get("left")])


def test_an_agreement_has_its_partner_day_place_and_term(samples: Ledger) -> None:
    lines = [line for line in register(samples, "agreements", status="signed").lines if line.cells["partner"] == ["GB"]]
    british, partnership = lines
    assert (british.cells["signed"], british.cells["place"], british.cells["term"]) == ("2024-01-12", "Kyiv", "P10Y")
    assert (partnership.cells["signed"], partnership.cells["place"], partnership.cells["term"]) == ("2025-01-16", "Kyiv", "P100Y")


def test_a_post_has_the_term_and_the_neighbours_that_the_pack_knows(samples: Ledger) -> None:
    rutte = next(line for line in register(samples, "posts", actor="mark-rutte").lines if line.cells["post"] == "secretary_general")
    assert (rutte.cells["took"], rutte.cells["preceded_by"]) == ("2024-10-01", "jens-stoltenberg")


def test_a_need_tells_what_answers_it(samples: Ledger) -> None:
    answered = [line for line in register(samples, "needs", item="patriot").lines if line.cells["answered_by"]]
    assert answered
    for line in answered:
        linking = {entry["id"][:10] for kind, entry in samples.links_to(line.entry) if kind == "requested_by"}
        assert all(any(key in words for key in linking) for words in line.cells["answered_by"])


def test_an_unknown_register_is_wrong_use(samples: Ledger) -> None:
    with pytest.raises(UsageError, match="rumours"):
        register(samples, "rumours")


def test_the_timeline_is_in_order_and_within_its_bounds(samples: Ledger) -> None:
    moments = timeline(samples, since="2024-07", until="2024-07")
    assert moments
    assert all(moment.on[:7] <= "2024-07" for moment in moments)
    days = [moment.on for moment in timeline(samples) if len(moment.on) == 10]
    assert days == sorted(days)
    whole = timeline(samples)
    assert [moment.to_record() for moment in timeline(samples, limit=5, offset=3)] == [moment.to_record() for moment in whole[3:8]]


def test_both_steps_of_one_undertaking_are_moments(small: Ledger) -> None:
    told = [(moment.status, moment.on) for moment in timeline(small, kind="commitment", item="nasams", actor="NO")]
    assert ("pledged", "2024-07-10") in told
    assert ("delivered", "2024-12-02") in told


def test_words_are_found_by_their_stem_in_claims_and_documents(small: Ledger) -> None:
    for words in ("launcher", "delivering launchers", "LAUNCHERS norway"):
        hits = small.search(words)
        assert {hit.noun for hit in hits} == {"claim", "document"}
        assert all("launcher" in hit.words.lower() or "deliver" in hit.words.lower() or "norw" in hit.words.lower() for hit in hits)
    assert {hit.record["source"][-1] for hit in small.search("boats") if hit.noun == "document"} == {"d"}


def test_words_in_quotation_marks_stand_together_and_a_minus_excludes(small: Ledger) -> None:
    def found(words: str) -> set[str]:
        return {hit.record["source"][-1] for hit in small.search(words) if hit.noun == "document"}

    assert found('"three NASAMS"') == {"a", "b"}
    assert found('"NASAMS three"') == set()
    assert found("NASAMS -winter") == {"a", "b"}


def test_a_search_as_of_a_day_finds_nothing_later(small: Ledger) -> None:
    assert {hit.record["source"][-1] for hit in small.search("NASAMS", as_of="2024-08-01")} == {"a"}
    assert small.search("boats", as_of="2030-01-01") == []


def test_rejected_claims_are_not_found(small: Ledger) -> None:
    claim = next(hit.record["id"] for hit in small.search("boats") if hit.noun == "claim")
    small.decide("reject", claim, reviewer="A. Reader")
    assert claim not in {hit.record["id"] for hit in small.search("boats")}


@pytest.mark.parametrize("words", ["", "  ", "-boats", '""', "***", "\0"])
def test_no_words_are_wrong_use(small: Ledger, words: str) -> None:
    with pytest.raises(UsageError):
        small.search(words)


@pytest.mark.parametrize("words", ["NEAR(", "a OR", "col:umn", "'; DROP", "x*", "(", '"un closed', "a AND NOT", "ё", "^a", "-", "a -b"])
def test_no_sign_is_an_operator(small: Ledger, words: str) -> None:
    try:
        small.search(words)
    except UsageError as fault:
        assert "no words" in fault.what  # noqa: PT017


@given(st.text(max_size=30))
def test_whatever_is_asked_is_asked_in_strings(words: str) -> None:
    terms = _terms(words)
    if any(wanted for wanted, _ in terms):
        outside = _match(terms).split('"')[::2]
        assert set("".join(outside)) <= set(" ANDORT()")


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("command", [[name] for name in REGISTERS] + [["timeline"], ["search", "patriot"], ["agreements", "--counts"]])
def test_commands_print_every_form(web_ledger: Path, capsys: pytest.CaptureFixture[str], command: list[str], format_: str) -> None:
    assert run([*command, "--ledger", str(web_ledger), "--format", format_]) == 0
    told = capsys.readouterr().out
    if format_ == "json":
        assert len(json.loads(told)) > 0
    else:
        assert len(told.splitlines()) > 1


def test_numbers_that_reports_give_stand_beside_the_signatures(samples: Ledger) -> None:
    told = {(one.on, one.number): one.objection for one in published_numbers(samples, as_of="2024-07-15")}
    assert {("2024-02-25", 6), ("2024-05-31", 15), ("2024-06-27", 20), ("2024-07-15", 23)} <= told.keys()
    assert {number: objection for (_, number), objection in told.items() if objection}.keys() == {8, 16}
    assert "surplus: NL" in (told["2024-05-03", 8] or "")


def test_what_is_told_of_several_at_once_is_no_row_of_the_register(sample_ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["agreements", "--ledger", str(sample_ledger)]) == 0
    single, several = capsys.readouterr().out.split("told of several at once")
    assert single.count("Vilnius") == 1
    assert len(several.splitlines()) > 8


def test_the_day_of_a_count_is_no_signature(samples: Ledger) -> None:
    lines = [line for line in register(samples, "agreements").lines if (line.cells["count"] or 1) > 1]
    assert lines
    reported = {line.entry for line in lines if line.cells["signed"] is None}
    assert {line.entry for line in lines if line.status == "signed" and line.date is None} <= reported
    assert {line.entry for line in lines if line.status == "negotiating"} <= reported


def test_every_kind_with_a_register_has_columns() -> None:
    assert set(REGISTERS.values()) <= set(COLUMNS) == set(KINDS)


def test_an_allocation_begins_with_what_is_open_and_counts_it_once(samples: Ledger) -> None:
    pack = load_pack()
    needs, supply = (list(csv.DictReader(io.StringIO(text))) for text in (open_needs(samples), open_supply(samples, pack)))
    asked = {row["count"] for row in needs if row["item"] == "patriot"}
    assert {"25", "7"} <= asked
    lots = {(row["from"], row["item"]): row["count"] for row in supply}
    assert lots["DE", "patriot"] == "2"
    assert not {"partners", "NATO", "EU"} & {row["from"] for row in supply}
    assert not [row for row in supply if "+" in row["from"]]
    arrived = {row.id[:10] for row in samples.entries(kind="commitment", status="delivered")}
    assert arrived.isdisjoint(row["id"][:10] for row in supply)


def test_a_plan_without_tables_is_made_from_the_ledger(sample_ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "--ledger", str(sample_ledger), "--as-of", "2024-07-12"]) == 0
    assert "weighted units met" in capsys.readouterr().out


def test_a_table_shows_where_an_interval_begins() -> None:
    assert begin("2024-04-01/2024-04-07") == "2024-04-01→"
    assert (begin("2024-04"), begin(None)) == ("2024-04", "")


def test_a_need_is_told_by_its_goods_or_its_words(
    sample_ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    assert run(["needs", "--ledger", str(sample_ledger)]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    begins, ends = head.index("what"), head.index("by")
    assert all(row[begins:ends].strip() for row in rows)
