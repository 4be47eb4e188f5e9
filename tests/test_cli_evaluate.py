"""Scoring: each figure by hand, and agreement with the reference script on claims and gold of every shape."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promissory.cli.commands import run
from promissory.errors import SourceError
from promissory.evaluation import is_unread, load_gold, score

REFERENCE = Path(__file__).parents[2] / "shared" / "gold" / "score.py"
TEXT = "Norwind will give Estmark “three boats”. The boats came in May.\nAnna Berg said it was not enough. They met in Oslo."
PIECES = [(0, 40), (18, 40), (41, 64), (0, 64), (64, 98), (99, 116), (45, 50)]


def gold_claim(**changes: Any) -> dict[str, Any]:
    claim = {
        "kind": "commitment",
        "status": "pledged|allocated",
        "parties": {"donor": ["NO|SE"], "recipient": ["UA"]},
        "evidence": [span(0, 40)],
    }
    return claim | changes


def claim(**changes: Any) -> dict[str, Any]:
    made = {"kind": "commitment", "status": "pledged", "parties": {"donor": ["NO"], "recipient": ["UA"]}, "evidence": [span(0, 40)]}
    return {"source": "texts/a.txt", **made, **changes}


def span(start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "quote": TEXT[start:end]}


def figures(tmp_path: Path, gold: list[dict[str, Any]], claims: list[dict[str, Any]]) -> dict[str, Any]:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"doc": "a.txt", "published": {"given": "2024-05-02"}, "findings": [], "claims": gold}) + "\n")
    return score(load_gold(path), claims, {"a.txt": TEXT}).to_record()


def test_a_right_claim_scores_one(tmp_path: Path) -> None:
    gold = gold_claim(date="2024-05", items=[{"item": "boat|ship", "count": 3}], amount={"value": 100, "currency": "EUR"})
    right = claim(
        date="2024-05-02", items=[{"item": "dinghy", "count": 3}], amount={"value": 100.4, "currency": "EUR", "qualifier": "about"}
    )
    found = figures(tmp_path, [gold], [right])
    assert (found["found"]["f1"], found["right"]["f1"], found["slots"], found["grounded"]) == (1.0, 1.0, 1.0, 1.0)
    assert found["by_slot"] == {"amount": "1/1", "date": "1/1", "items": "1/1"}


@pytest.mark.parametrize(
    ("changes", "found", "right"),
    [
        ({"status": "delivered"}, 1.0, 0.0),
        ({"parties": {"donor": ["SE"], "recipient": ["UA"]}}, 1.0, 1.0),
        ({"parties": {"donor": ["NO", "DE"], "recipient": ["UA"]}}, 1.0, 1.0),
        ({"parties": {"donor": ["NO", "DE", "FR"], "recipient": ["UA"]}}, 1.0, 0.0),
        ({"parties": {"donor": ["DE"]}}, 1.0, 0.0),
        ({"kind": "need"}, 0.0, 0.0),
        ({"evidence": [{"quote": "came in May"}]}, 0.0, 0.0),
        ({"source": "texts/b.txt"}, 0.0, 0.0),
    ],
)
def test_what_is_wrong_costs_what_it_should(tmp_path: Path, changes: dict[str, Any], found: float, right: float) -> None:
    figure = figures(tmp_path, [gold_claim()], [claim(**changes)])
    assert (figure["found"]["f1"], figure["right"]["f1"]) == (found, right)


def test_optional_gold_is_neither_missed_nor_wrong(tmp_path: Path) -> None:
    optional = gold_claim(optional=True)
    assert figures(tmp_path, [optional], [])["gold"] == 0
    assert figures(tmp_path, [optional], [claim(), claim(status="delivered")])["claims"] == 0


def test_a_quote_that_does_not_stand_in_the_text_is_not_grounded(tmp_path: Path) -> None:
    loose = claim(evidence=[{"quote": 'Estmark "three   boats"'}, {"quote": "four boats"}])
    assert figures(tmp_path, [gold_claim()], [loose])["grounded"] == 0.5


def test_a_line_that_is_no_gold_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('\n{"doc": "a.txt"}\n')
    with pytest.raises(SourceError, match=r"gold\.jsonl:2"):
        load_gold(tmp_path / "gold.jsonl")


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    if not REFERENCE.is_file():
        pytest.skip("the reference script is not here")
    loaded = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert loaded is not None
    assert loaded.loader is not None
    module = importlib.util.module_from_spec(loaded)
    loaded.loader.exec_module(module)
    return module


ACTORS = st.sampled_from(["NO", "SE", "UA", "no", "partners", "anna-berg", "ana-berg", "anna-bergh", "berg", "NATO-Ukraine-Council"])
EITHER = st.lists(ACTORS, min_size=1, max_size=2).map("|".join)
DATES = st.sampled_from(["2024", "2024-05", "2024-05-02", "2024-05-01/2024-06-02", "2023-12/2024-05", "soon", "2024-05-31", ""])
GOLD_DATES = st.sampled_from(["2024", "2024-05", "2024-05-02|2024-06", "2024-05/2024-06", "2024-04-30/2024-06-02"])
COUNTS = st.sampled_from([None, 1, 3])
SPANS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=2, unique=True).map(lambda pieces: [span(*piece) for piece in pieces])
AMOUNTS = st.fixed_dictionaries(
    {"value": st.sampled_from([100, 100.4, 101]), "currency": st.sampled_from(["EUR", "USD"])},
    optional={"qualifier": st.sampled_from(["exact", "about"])},
)
KINDS = st.sampled_from(["commitment", "statement"])
STATUSES = st.sampled_from(["pledged", "allocated", "pledged|allocated"])


def slots(dates: st.SearchStrategy[str], actors: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Any]]:
    items = st.lists(st.fixed_dictionaries({"item": st.sampled_from(["boat", "ship", "truck"]), "count": COUNTS}), max_size=2)
    return {
        "date": dates, "by": dates, "amount": AMOUNTS, "items": items, "count": COUNTS,
        "place": st.sampled_from(["Oslo", "oslo", "Kyiv|Oslo"]),
        "attributed_to": st.lists(actors, max_size=2), "hit": st.lists(st.sampled_from(["civilian", "energy", "energy|water"]), max_size=2),
        "urgent": st.booleans(), "support": st.sampled_from(["military", "training"]),
    }  # fmt: skip


def records(names: st.SearchStrategy[str], dates: st.SearchStrategy[str], statuses: st.SearchStrategy[str], **more: Any) -> Any:
    parties = st.dictionaries(st.sampled_from(["donor", "recipient"]), st.lists(names, min_size=1, max_size=3), max_size=2)
    fixed = {"kind": KINDS, "status": statuses, "parties": parties, "evidence": SPANS}
    return st.lists(st.fixed_dictionaries(fixed, optional=slots(dates, names) | more), max_size=4)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    gold=records(EITHER, GOLD_DATES, STATUSES, optional=st.booleans(), also=st.fixed_dictionaries({"donor": st.lists(EITHER, max_size=1)})),
    found=records(ACTORS, DATES, st.sampled_from(["pledged", "delivered"])),
)
def test_the_figures_are_those_of_the_reference(tmp_path: Path, reference: ModuleType, gold: Any, found: Any) -> None:
    claims = [{"source": "x/a.txt", **record} for record in found]
    ours = figures(tmp_path, gold, claims)
    document = json.loads((tmp_path / "gold.jsonl").read_text())
    theirs, _ = reference.score([document], claims, {"a.txt": TEXT})
    assert {**ours, "by_kind": dict(ours["by_kind"])} == theirs


def test_the_split_is_that_of_the_reference(reference: ModuleType) -> None:
    assert [is_unread(f"{n}.txt") for n in range(99)] == [reference.unread(f"{n}.txt") for n in range(99)]


def test_the_command_scores_a_file_of_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures(
        tmp_path,
        [gold_claim(), gold_claim(kind="statement", status="quoted", parties={"speaker": ["anna-berg"]}, evidence=[span(64, 98)])],
        [],
    )
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "claims.jsonl").write_text(json.dumps(claim()))
    command = ["evaluate", str(tmp_path / "gold.jsonl"), "--texts", str(tmp_path), "--claims", str(tmp_path / "claims.jsonl")]
    assert run([*command, "--by-kind", "--show", "miss"]) == 0
    told = capsys.readouterr().out
    assert "miss  a.txt statement: quoted {'speaker': ('anna-berg',)}\n      Anna Berg said it was not enough." in told
    assert run([*command, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["found"] == {"p": 1.0, "r": 0.5, "f1": 0.667}
