"""Review: rulings change the view and nothing else, stay on the record, and survive new readings and other ledgers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.analysis import review_queue
from promissory.cli.commands import run
from promissory.errors import LedgerError, UsageError
from promissory.ledger import Extracted, Ledger, Run, open_ledger
from promissory.ledger.editing import read_change
from promissory.ledger.ruling import apply_decisions, standing
from promissory.model import Amount, Claim, Decision, Document, Entry, Finding, ItemCount, Published, Span, Step
from promissory.packs import Item, Pack
from tests.databases import Places

PACK = Pack(
    id="test", digest="0", actors=(), people=(), posts=(), titles=(), topics=(), frameworks=(), places=(),
    items=(Item("weapon", "weapon", (), None, None, "military"), Item("launcher", "launcher", (), "weapon", None, "military")),
)  # fmt: skip
RUN, NEWER = Run("extractor 1", PACK), Run("extractor 2", PACK)
PLEDGE = Document("Norwind will give Estmark three launchers.", "a.txt", published=Published("2024-07-11", "given"))
ARRIVAL = Document("The launchers reached Estmark on Monday.", "b.txt", published=Published("2024-12-03", "given"))
LOAN = Document("Estmark is to get a loan of two million.", "c.txt", published=Published("2024-08-01", "given"))


def claim(doc: Document, status: str, *, count: int | None = 3, donor: str = "NO", start: int = 0, confidence: float = 0.9) -> Claim:
    items = (ItemCount("launcher", count, "exact"),) if count else ()
    return Claim(
        text=doc.text, doc=doc.id, kind="commitment", status=status, parties={"donor": (donor,), "recipient": ("EE",)}, items=items,
        evidence=(Span.cut(doc.text, start, len(doc.text)),), amount=None if count else Amount(2e6, "EUR"), confidence=confidence,
    )  # fmt: skip


PROMISED, ARRIVED, LENT = claim(PLEDGE, "pledged"), claim(ARRIVAL, "delivered", count=2), claim(LOAN, "pledged", count=None, confidence=0.4)


def entry(key: str, *claims: Claim, findings: tuple[str, ...] = ()) -> Entry:
    reported = {PLEDGE.id: "2024-07-11", ARRIVAL.id: "2024-12-03", LOAN.id: "2024-08-01"}
    record = claims[-1].to_record()
    slots = {
        slot: record[slot] for slot in ("date", "place", "topics", "amount", "items", "attributed_to", "support", "period", "framework")
    }
    return Entry(
        id=key, kind="commitment", status=claims[-1].status, parties=claims[-1].parties, slots=slots, claims=tuple(c.id for c in claims),
        history=tuple(Step(c.status, None, reported[c.doc], (c.id,)) for c in claims), independent_sources=len(claims), findings=findings,
        grade="F3",
    )  # fmt: skip


BOTH, LOANED = entry("e_both", PROMISED, ARRIVED), entry("e_loan", LENT)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with filled(place) as found:
        yield found


def filled(place: str) -> Ledger:
    found = open_ledger(place)
    with found.writer() as writer:
        writer.add(RUN, [Extracted(PLEDGE, (PROMISED,)), Extracted(ARRIVAL, (ARRIVED,)), Extracted(LOAN, (LENT,))])
        writer.rebuild([BOTH, LOANED], [], pack=PACK, state="1")
    return found


def rule(ledger: Ledger, action: str, *about: str, by: str = "ann", **options: Any) -> Decision:
    return ledger.decide(action, *about, reviewer=by, pack=PACK, **options)


def ids(ledger: Ledger, **options: Any) -> list[str]:
    return sorted(row.id for row in ledger.entries(**options))


def test_a_ruling_shows_who_when_and_why(ledger: Ledger) -> None:
    made = rule(ledger, "accept", "e_both", reason="read both")
    reviewed = ledger.get("e_both")["reviewed"]
    assert {key: reviewed[key] for key in ("id", "action", "reviewer", "reason")} == {
        "id": made.id, "action": "accept", "reviewer": "ann", "reason": "read both",
    }  # fmt: skip
    assert ledger.get("e_loan")["reviewed"] is None
    assert ledger.decisions()[0].id == made.id


def test_a_rejected_entry_is_listed_on_request_only_and_comes_back(ledger: Ledger) -> None:
    made = rule(ledger, "reject", "e_both")
    assert ids(ledger) == ["e_loan"]
    assert ids(ledger, rejected=True) == ["e_both", "e_loan"]
    assert ledger.totals()["entries"] == 1
    assert ledger.get("e_both")["reviewed"]["action"] == "reject"
    rule(ledger, "undo", made.id)
    assert ledger.entries().to_records()[0] | {"reviewed": None} in [BOTH.to_record(), LOANED.to_record()]
    assert (ids(ledger), ledger.get("e_both").to_record()) == (["e_both", "e_loan"], BOTH.to_record())


def test_an_entry_does_without_rejected_claims(ledger: Ledger) -> None:
    rule(ledger, "reject", ARRIVED.id, reason="another country")
    record = ledger.get("e_both").to_record()
    assert (record["status"], record["claims"], record["items"][0]["count"]) == ("pledged", [PROMISED.id], 3)
    assert (record["independent_sources"], len(record["history"])) == (1, 1)
    assert ARRIVED.id not in {row.id for row in ledger.claims()}
    assert ARRIVED.id in {row.id for row in ledger.claims(rejected=True)}
    assert ledger.get(ARRIVED.id)["status"] == "delivered"
    rule(ledger, "reject", PROMISED.id)
    assert ids(ledger) == ["e_loan"]  # nothing is left that speaks for it
    rule(ledger, "accept", ARRIVED.id, by="ben")
    assert ledger.get("e_both")["status"] == "delivered"


def test_an_edit_changes_the_view_and_what_finds_it(ledger: Ledger) -> None:
    rule(
        ledger,
        "edit",
        "e_loan",
        change={"donor": ["SE"], "date": "2024-05", "items": [{"item": "launcher", "count": 1, "qualifier": "exact"}]},
    )
    record = ledger.entries(actor="SE", item="weapon", since="2024-05", until="2024-06")[0].to_record()
    assert (record["parties"], record["date"]) == ({"donor": ["SE"], "recipient": ["EE"]}, "2024-05")
    assert set(record["reviewed"]["slots"]) == {"donor", "date", "items"}
    assert ids(ledger, actor="NO") == ["e_both"]
    assert ledger.claims(source="c.txt")[0]["parties"]["donor"] == ["NO"]


def test_an_edited_value_holds_on_any_day(ledger: Ledger) -> None:
    rule(ledger, "edit", "e_both", change={"place": "Harbour", "status": "contracted"})
    then = ledger.entries(as_of="2024-08-31", kind="commitment", item="launcher")[0]
    assert (then["place"], then["status"]) == ("Harbour", "pledged")
    assert ledger.get("e_both")["status"] == "contracted"


def test_an_edit_of_a_claim_shows_where_the_entry_has_the_value_from_it_alone(ledger: Ledger) -> None:
    rule(ledger, "edit", ARRIVED.id, change={"items": [{"item": "launcher", "count": 4, "qualifier": "exact"}], "donor": ["SE"]})
    record = ledger.get("e_both").to_record()
    assert record["items"][0]["count"] == 4
    assert record["parties"]["donor"] == ["NO"]  # the other claim says so too
    assert ledger.get(ARRIVED.id)["items"][0]["count"] == 2


def test_two_reviewers_who_disagree_are_both_kept_and_the_latest_is_used(ledger: Ledger) -> None:
    first = rule(ledger, "reject", "e_both", by="ann", at="2025-01-02T10:00:00+00:00")
    last = rule(ledger, "accept", "e_both", by="ben", at="2025-01-02T13:00:00+02:00")  # an hour later
    late = rule(ledger, "edit", "e_both", by="ann", at="2025-01-01T10:00:00Z", change={"place": "Port"})
    reviewed = ledger.get("e_both")["reviewed"]
    assert (reviewed["id"], reviewed["overruled"], reviewed["slots"]) == (last.id, [first.id], {"place": late.id})
    assert "ann (reject, 2025-01-02T10:00:00+00:00)" in reviewed["because"]
    assert ids(ledger) == ["e_both", "e_loan"]
    assert {queued.entry["id"]: queued.because[0] for queued in review_queue(ledger)}["e_both"] == "ben and ann disagree"


def test_merged_entries_are_one_and_can_be_parted(ledger: Ledger) -> None:
    made = rule(ledger, "merge", "e_both", "e_loan", reason="one package")
    assert ids(ledger, rejected=True) == ["e_both"]
    record = ledger.get("e_both").to_record()
    assert set(record["claims"]) == {PROMISED.id, ARRIVED.id, LENT.id}
    assert (record["status"], record["amount"]["value"], record["items"][0]["count"]) == ("delivered", 2000000, 2)
    assert [step["status"] for step in record["history"]] == ["pledged", "delivered"]
    assert record["independent_sources"] == 2  # no more than was known of either
    rule(ledger, "undo", made.id)
    assert [row.to_record() for row in sorted(ledger.entries(), key=lambda row: row.id)] == [BOTH.to_record(), LOANED.to_record()]


def test_split_claims_are_an_entry_of_their_own(ledger: Ledger) -> None:
    rule(ledger, "split", "e_both", ARRIVED.id)
    parts = {tuple(row["claims"]): row for row in ledger.entries()}
    assert set(parts) == {(PROMISED.id,), (ARRIVED.id,), (LENT.id,)}
    assert (parts[(ARRIVED.id,)]["status"], parts[(PROMISED.id,)]["status"], parts[(PROMISED.id,)].id) == ("delivered", "pledged", "e_both")
    part = parts[(ARRIVED.id,)].id
    rule(ledger, "accept", part)
    rule(ledger, "merge", "e_both", part, by="ben")
    assert set(ledger.get("e_both")["claims"]) == {PROMISED.id, ARRIVED.id}


def test_rulings_survive_a_rebuild(ledger: Ledger) -> None:
    rule(ledger, "merge", "e_both", "e_loan")
    rule(ledger, "reject", PROMISED.id)
    rule(ledger, "edit", "e_both", change={"place": "Port"})
    before = ledger.entries().to_records()
    with ledger.writer() as writer:
        writer.rebuild([BOTH, LOANED], [], pack=PACK, state="2")
    assert ledger.entries().to_records() == before


def test_rulings_find_the_claims_of_a_better_reading(ledger: Ledger) -> None:
    """New ids, more exact evidence, entries of other names: what was ruled is known by document, words, kind and parties."""
    rule(ledger, "reject", ARRIVED.id)
    rule(ledger, "edit", "e_loan", change={"place": "Port"})
    better = claim(ARRIVAL, "delivered", start=4), claim(LOAN, "committed", count=None)
    pledge = claim(PLEDGE, "pledged", count=5)
    with ledger.writer() as writer:
        writer.add(NEWER, [Extracted(ARRIVAL, better[:1]), Extracted(LOAN, better[1:]), Extracted(PLEDGE, (pledge,))])
        writer.rebuild([entry("e_new", pledge, better[0]), entry("e_other", better[1])], [], pack=PACK, state="2")
    assert [row.id for row in ledger.claims(item="launcher")] == [pledge.id]
    assert (ledger.get("e_new")["claims"], ledger.get("e_other")["place"]) == ([pledge.id], "Port")


def test_a_ruling_on_another_donor_does_not_carry_over(ledger: Ledger) -> None:
    rule(ledger, "reject", ARRIVED.id, reason="not Norwind")
    right = claim(ARRIVAL, "delivered", donor="SE")
    with ledger.writer() as writer:
        writer.add(NEWER, [Extracted(ARRIVAL, (right,))])
        writer.rebuild([entry("e_both", PROMISED, right), LOANED], [], pack=PACK, state="2")
    assert right.id in {row.id for row in ledger.claims()}
    assert ledger.decisions_adrift() == [ledger.decisions()[0].id]


def test_two_claims_alike_are_not_guessed_between(ledger: Ledger) -> None:
    rule(ledger, "reject", ARRIVED.id)
    twins = tuple(claim(ARRIVAL, "delivered", count=count) for count in (7, 8))
    with ledger.writer() as writer:
        writer.add(NEWER, [Extracted(ARRIVAL, twins)])
        writer.rebuild([entry("e_both", PROMISED, *twins), LOANED], [], pack=PACK, state="2")
    assert len(ledger.claims(source="b.txt")) == 2
    assert len(ledger.decisions_adrift()) == 1


def test_rulings_move_to_another_ledger(ledger: Ledger, places: Places) -> None:
    rule(ledger, "split", "e_both", ARRIVED.id)
    rule(ledger, "reject", "e_loan")
    other = filled(places())
    taken = [Decision.from_record(row.record) for row in ledger.decisions()]
    assert (other.take(taken, pack=PACK), other.take(taken, pack=PACK)) == (2, 0)
    assert other.entries(rejected=True).to_records() == ledger.entries(rejected=True).to_records()
    other.close()


def test_a_text_that_changed_a_little_is_known_by_its_source(ledger: Ledger, places: Places) -> None:
    rule(ledger, "reject", ARRIVED.id)
    other, cleaned = open_ledger(places()), Document("Headline\n\n" + ARRIVAL.text, "b.txt", published=ARRIVAL.published)
    again = claim(cleaned, "delivered", count=2, start=10)
    with other.writer() as writer:
        writer.add(RUN, [Extracted(cleaned, (again,))])
        step = Step("delivered", None, None, (again.id,))
        only = Entry(
            id="e_x", kind="commitment", status="delivered", parties=again.parties, slots={}, history=(step,), claims=(again.id,),
            independent_sources=1,
        )  # fmt: skip
        writer.rebuild([only], [], pack=PACK, state="1")
    other.take([Decision.from_record(row.record) for row in ledger.decisions()], pack=PACK)
    assert len(other.claims()) == len(other.entries()) == 0
    other.close()


@pytest.mark.parametrize("mark", [1, {}, {"noun": "claim"}, {"noun": "entry", "claims": [1]}])
def test_a_decision_that_does_not_say_what_it_is_about_is_not_taken(ledger: Ledger, mark: Any) -> None:
    strange = Decision(action="reject", about=("c_1",), reviewer="ann", at="2025-01-01", marks={"c_1": mark})
    with pytest.raises(UsageError, match="does not say"):
        ledger.take([strange], pack=PACK)


def test_an_edit_that_nothing_can_hold_is_not_taken(ledger: Ledger) -> None:
    made = rule(ledger, "edit", "e_both", change={"place": "Port"})
    for change, marks in (({"colour": "red"}, made.marks), ({"place": "Port"}, {})):
        with pytest.raises(UsageError):
            ledger.take([replace(made, change=change, marks=marks)], pack=PACK)
    assert len(ledger.decisions()) == 1


def test_the_queue_puts_first_what_matters(ledger: Ledger) -> None:
    assert [queued.entry["id"] for queued in review_queue(ledger)] == ["e_loan", "e_both"]  # a sum, and a doubtful reading
    assert "EUR 2 000 000" in review_queue(ledger)[0].because
    objection = Finding(kind="contradiction", message="two or three", about=("e_both",), severity="error")
    with ledger.writer() as writer:
        objected = entry("e_both", PROMISED, ARRIVED, findings=(objection.id,))
        writer.rebuild([objected, LOANED], [objection], pack=PACK, state="2")
    assert [queued.entry["id"] for queued in review_queue(ledger, limit=1)] == ["e_loan"]
    assert "contradiction" in review_queue(ledger, offset=1)[0].because
    rule(ledger, "accept", "e_loan")
    rule(ledger, "note", "e_both", reason="ask again")
    assert [queued.entry["id"] for queued in review_queue(ledger)] == ["e_both"]


def test_new_evidence_brings_an_entry_back_into_the_queue(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.rebuild([entry("e_both", PROMISED), LOANED], [], pack=PACK, state="2")
    rule(ledger, "accept", "e_both")
    assert [queued.entry["id"] for queued in review_queue(ledger)] == ["e_loan"]
    with ledger.writer() as writer:
        writer.rebuild([BOTH, LOANED], [], pack=PACK, state="3")
    assert any("new claims since ann ruled" in why for queued in review_queue(ledger) for why in queued.because)


@pytest.mark.parametrize(
    ("action", "about", "change", "said"),
    [
        ("approve", ["e_both"], {}, "no decision"),
        ("accept", ["e_gone"], {}, "no such id"),
        ("accept", [], {}, "about one thing"),
        ("merge", ["e_both"], {}, "cannot be merged"),
        ("split", ["e_both"], {}, "must leave"),
        ("split", ["e_both", LENT.id], {}, "has no claim"),
        ("split", ["e_both", PROMISED.id, ARRIVED.id], {}, "must stay"),
        ("undo", ["e_both"], {}, "about decision"),
        ("edit", ["e_both"], {}, "changes nothing"),
        ("edit", ["e_both"], {"colour": "red"}, "has no 'colour'"),
        ("edit", ["e_both"], {"status": "given"}, "no status"),
        ("edit", ["e_both"], {"date": "July"}, "no date"),
        ("edit", ["e_both"], {"amount": {"value": float("nan"), "currency": "EUR", "qualifier": "exact"}}, "no amount"),
        ("accept", ["e_both"], {"date": "2024"}, "only an edit"),
        ("accept", [PLEDGE.id], {}, "not about a document"),
    ],
)
def test_what_cannot_be_ruled_is_refused_with_a_cure(
    ledger: Ledger, action: str, about: list[str], change: dict[str, Any], said: str
) -> None:
    with pytest.raises(UsageError, match=said) as fault:
        rule(ledger, action, *about, change=change)
    assert fault.value.cure
    assert len(ledger.decisions()) == 0


def test_nobody_rules_without_a_name_or_while_a_build_writes(ledger: Ledger, place: str) -> None:
    with pytest.raises(UsageError, match="reviewer"):
        rule(ledger, "accept", "e_both", by=" ")
    with pytest.raises(UsageError, match="no time"):
        rule(ledger, "accept", "e_both", at="yesterday")
    with open_ledger(place) as other, other.writer(), pytest.raises(LedgerError, match="is writing"):
        rule(ledger, "accept", "e_both")


@pytest.mark.parametrize(
    ("pair", "value"),
    [
        ("donor=DE, NL", ["DE", "NL"]),
        ("topics=", []),
        ("date=", None),
        ("amount=eur 5_000_000", {"value": 5000000, "currency": "EUR", "qualifier": "exact"}),
        ("amount=2.5", {"value": 2.5, "currency": None, "qualifier": "exact"}),
        (
            "items=patriot:3, shell",
            [{"item": "patriot", "count": 3, "qualifier": "exact"}, {"item": "shell", "count": None, "qualifier": None}],
        ),
        ('items=[{"item": "shell", "count": 9, "qualifier": "about"}]', [{"item": "shell", "count": 9, "qualifier": "about"}]),
        ("place=The Hague", "The Hague"),
    ],
)
def test_changes_as_they_are_typed(pair: str, value: object) -> None:
    assert list(read_change("commitment", [pair]).values()) == [value]


@pytest.mark.parametrize("pair", ["date", "amount=many", "items=[1", "support=moral", "items=a:b", "period=soon"])
def test_changes_that_mean_nothing(pair: str) -> None:
    with pytest.raises(UsageError):
        read_change("commitment", [pair])


class Held:
    """Claims without a ledger."""

    def __init__(self) -> None:
        told = ((PROMISED, PLEDGE, "2024-07-11"), (ARRIVED, ARRIVAL, "2024-12-03"), (LENT, LOAN, "2024-08-01"))
        self.known = {c.id: {"id": c.id, "source": d.source, "reported": day, **c.to_record()} for c, d, day in told}

    def of_document(self, doc: str) -> dict[str, Any]:
        return {key: record for key, record in self.known.items() if record["doc"] == doc}

    def of_source(self, source: str) -> dict[str, Any]:
        return {key: record for key, record in self.known.items() if record["source"] == source}

    def get(self, key: str) -> dict[str, Any]:
        return self.known[key]


MACHINE = {e.id: e.to_record() for e in (BOTH, LOANED)}
THINGS = st.sampled_from(["e_both", "e_loan", PROMISED.id, ARRIVED.id, LENT.id])


@st.composite
def rulings(draw: st.DrawFn) -> list[Decision]:
    made = []
    for second in range(draw(st.integers(1, 6))):
        action = draw(st.sampled_from(["accept", "reject", "edit", "merge", "split", "note"]))
        about = ("e_both", ARRIVED.id) if action == "split" else tuple(draw(st.lists(THINGS, min_size=1, max_size=2, unique=True)))
        change = {"place": draw(st.sampled_from(["Port", None]))} if action == "edit" else {}
        who = draw(st.sampled_from(["ann", "ben"]))
        made.append(Decision(action=action, about=about, reviewer=who, at=f"2025-01-01T10:00:0{second}Z", change=change))
    return made


@given(rulings(), st.randoms())
def test_whatever_is_ruled_no_claim_is_lost_and_undoing_all_restores_all(made: list[Decision], chance: Any) -> None:
    shuffled = made[:]
    chance.shuffle(shuffled)
    ruled, other = apply_decisions(MACHINE, made, Held()), apply_decisions(MACHINE, shuffled, Held())
    assert (ruled.entries, ruled.rejected) == (other.entries, other.rejected)
    held = [key for record in ruled.entries.values() for key in record["claims"]]
    assert len(held) == len(set(held))
    assert set(held) | ruled.rejected_claims == set(Held().known)
    for record in ruled.entries.values():
        assert {key for step in record["history"] for key in step["claims"]} == set(record["claims"])
    undone = Decision(action="undo", about=tuple(d.id for d in made), reviewer="ann", at="2025-01-02")
    restored = apply_decisions(MACHINE, [*made, undone], Held())
    assert (restored.entries, restored.rejected, restored.rejected_claims) == (MACHINE, set(), set())
    again = Decision(action="undo", about=(undone.id,), reviewer="ben", at="2025-01-03")
    assert standing([*made, undone, again]) == standing(made)


@pytest.fixture
def at_the_command_line(ledger: Ledger, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROMISSORY_LEDGER", place)
    monkeypatch.setenv("COLUMNS", "80")
    return ledger


def test_review_at_the_command_line(at_the_command_line: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    ledger, who = at_the_command_line, ["--reviewer", "A. Reader", "--reason", "read it"]
    assert run(["review", "--format", "jsonl", "--kind", "commitment"]) == 0
    queue = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert queue == [queued.to_record() for queued in review_queue(ledger)]
    for words in (["edit", "e_loan", "date=2024-05-01", "amount=EUR 3000000"], ["accept", "e_loan"],
                  ["note", "e_both"], ["merge", "e_both", "e_loan"]):  # fmt: skip
        assert run(["review", *words, *who, "--format", "jsonl"]) == 0
        assert json.loads(capsys.readouterr().out)["reviewer"] == "A. Reader"
    assert ledger.get("e_both")["amount"]["value"] == 3000000
    assert run(["review", "log", "--format", "jsonl"]) == 0
    log = capsys.readouterr().out
    assert [json.loads(line)["action"] for line in log.splitlines()] == ["edit", "accept", "note", "merge"]
    assert run(["review", "undo", json.loads(log.splitlines()[-1])["id"], *who]) == 0
    assert run(["review", "split", "e_both", ARRIVED.id, *who]) == 0
    assert run(["review", "reject", ARRIVED.id, *who]) == 0
    assert ids(ledger) == ["e_both", "e_loan"]  # what was split off is the rejected claim
    assert len(ids(ledger, rejected=True)) == 3
    capsys.readouterr()
    assert run(["entries", "--rejected", "--format", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert run(["show", "e_loan"]) == 0
    assert "accept by A. Reader" in capsys.readouterr().out


def test_decisions_travel_as_lines(at_the_command_line: Ledger, places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule(at_the_command_line, "reject", "e_loan")
    assert run(["review", "log", "--format", "jsonl"]) == 0
    (tmp_path / "d.jsonl").write_text(capsys.readouterr().out, "utf-8")
    other = filled(address := places())
    for told in ("1 decisions taken over, 0 known before\n", "0 decisions taken over, 1 known before\n"):
        assert run(["review", "--ledger", address, "take", "d.jsonl"]) == 0
        assert capsys.readouterr().out == told
    assert ids(other) == ["e_both"]
    with open_ledger(address := places()):
        assert run(["review", "take", "d.jsonl", "--ledger", address]) == 0
    assert "without effect" in capsys.readouterr().err
    (tmp_path / "d.jsonl").write_text('{"action": "accept"}\n', "utf-8")
    assert run(["review", "take", "d.jsonl"]) == 2
    assert "d.jsonl:1: is no decision" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["accept", "e_both"], ["edit", "e_both", "date", "--reviewer", "x"], ["accept", "e_9", "--reviewer", "x"]]
)
def test_wrong_use_of_review(at_the_command_line: Ledger, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert len(at_the_command_line.decisions()) == 0
