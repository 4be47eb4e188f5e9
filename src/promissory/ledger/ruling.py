"""What decisions make of the entries: a view, computed anew from the machine's entries and all decisions, in the order of time.

Nothing that the machine made is lost: an undone decision leaves the entries as they were. Two reviewers who disagree are both
on the record; the latest by time, then by reviewer, is used, and the view says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from promissory.ledger.marking import Readings, Record, find_claim
from promissory.ledger.merging import edit_entry, edit_for_claim, keep_only, merge_entries, take_out
from promissory.ledger.trimming import Visible
from promissory.model import Decision
from promissory.model.ids import content_id

VERDICTS = ("accept", "reject")
WITHOUT_REJECTED = "computed without the claims that were rejected in review"


class Claims(Readings, Protocol):
    """The claims of the current readings, and of these by id."""

    def get(self, key: str) -> Record: ...


@dataclass
class Ruled:
    """The entries as rulings leave them, the rejected ones among them, the rejected claims, merged entry → the one that holds it now,
    and decisions that found nothing they are about."""

    entries: dict[str, dict[str, Any]]
    rejected: set[str] = field(default_factory=set)
    rejected_claims: set[str] = field(default_factory=set)
    moved: Mapping[str, str] = field(default_factory=dict)
    adrift: list[str] = field(default_factory=list)


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions that no later one undoes, in the order in which they count; the undoing ones are left out."""
    gone: set[str] = set()
    left = []
    for decision in sorted(decisions, key=lambda decision: decision.order, reverse=True):
        if decision.id in gone:
            continue
        if decision.action == "undo":
            gone.update(decision.about)
        else:
            left.append(decision)
    return left[::-1]


def apply_decisions(machine: Mapping[str, Mapping[str, Any]], decisions: Iterable[Decision], claims: Claims) -> Ruled:
    """The view of the machine's entries (id → record) after all decisions."""
    view = _View({key: dict(record) for key, record in machine.items()}, claims)
    ruled = standing(decisions)
    targets = [(decision, view.targets(decision)) for decision in ruled if decision.action not in ("merge", "split")]
    for decision in ruled:
        view.restructure(decision)
    view.reject_claims(targets)
    for decision, _ in targets:
        view.edit(decision)
    view.judge(ruled)
    view.result.moved = view.moved
    view.result.adrift += [decision.id for decision in ruled if not view.found(decision)]
    return view.result


@dataclass
class _View:
    """The entries while decisions are applied. `holder` is claim → entry."""

    entries: dict[str, dict[str, Any]]
    claims: Claims
    moved: dict[str, str] = field(default_factory=dict)
    slots: dict[str, dict[str, str]] = field(default_factory=dict)
    again: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.result = Ruled(self.entries)
        self.holder = {claim: key for key, record in self.entries.items() for claim in record["claims"]}

    def claim(self, key: str, decision: Decision) -> str | None:
        """The current id of a claim that a decision names or knows an entry by."""
        mark = decision.marks.get(key)
        if mark is None:
            return key if key in self.holder else None
        if key not in self.again:
            self.again[key] = find_claim(key, mark, self.claims)
        return self.again[key]

    def entry(self, key: str, decision: Decision) -> str | None:
        """The current id of the entry that a decision names, or that holds the claim it names; the one with most of its claims."""
        while key in self.moved:
            key = self.moved[key]
        if key in self.entries:
            return key
        known = decision.marks.get(key, {}).get("claims", [key])
        votes = Counter(self.holder[now] for claim in known if (now := self.claim(claim, decision)) in self.holder).most_common(2)
        return votes[0][0] if votes and (len(votes) == 1 or votes[0][1] > votes[1][1]) else None

    def targets(self, decision: Decision) -> list[str]:
        """The current ids of the claims that a decision is about."""
        named = (key for key in decision.about if _is_claim(key, decision))
        return [found for key in named if (found := self.claim(key, decision))]

    def found(self, decision: Decision) -> bool:
        return any(self.entry(key, decision) for key in decision.about) or bool(self.targets(decision))

    def restructure(self, decision: Decision) -> None:
        if decision.action == "merge":
            self._merge(decision)
        elif decision.action == "split":
            self._split(decision)

    def _merge(self, decision: Decision) -> None:
        keys = list(dict.fromkeys(key for about in decision.about if (key := self.entry(about, decision))))
        for other in keys[1:]:
            if self.entries[other]["kind"] == self.entries[keys[0]]["kind"]:
                self.entries[keys[0]] = merge_entries(self.entries[keys[0]], self.entries.pop(other))
                self.moved[other] = keys[0]
                self._hold(keys[0])
        self._relink()

    def _split(self, decision: Decision) -> None:
        """Take the claims out of the entry that holds them with others; where they stand apart already, nothing is to be done."""
        leaving = [found for key in decision.about[1:] if (found := self.claim(key, decision))]
        home = self.entry(decision.about[0], decision)
        if home is None or not (mine := [claim for claim in self.entries[home]["claims"] if claim in leaving]):
            return
        staying = [claim for claim in self.entries[home]["claims"] if claim not in mine]
        key = content_id("e", ["split", decision.id])
        part = take_out(self.entries[home], key, self._visible(mine))
        rest = keep_only(self.entries[home], self._visible(staying), "computed without the claims that were split off in review")
        if part and rest:
            self.entries |= {key: part, home: rest}
            self._hold(key)

    def reject_claims(self, targets: Sequence[tuple[Decision, Sequence[str]]]) -> None:
        """Entries do without rejected claims; one that rests on nothing else is rejected."""
        last = {claim: decision.action for decision, claims in targets if decision.action in VERDICTS for claim in claims}
        self.result.rejected_claims |= {claim for claim, action in last.items() if action == "reject"}
        for key in sorted({self.holder[claim] for claim in self.result.rejected_claims if claim in self.holder}):
            left = [claim for claim in self.entries[key]["claims"] if claim not in self.result.rejected_claims]
            if rest := keep_only(self.entries[key], self._visible(left), WITHOUT_REJECTED):
                self.entries[key] = rest
            else:
                self.result.rejected.add(key)

    def edit(self, decision: Decision) -> None:
        if decision.action != "edit" or not (key := self.entry(decision.about[0], decision)):
            return
        change: Mapping[str, Any] = decision.change
        claim = self.claim(decision.about[0], decision) if _is_claim(decision.about[0], decision) else None
        if claim:
            others = [self.claims.get(other) for other in self.entries[key]["claims"] if other != claim]
            change = edit_for_claim(self.entries[key], self.claims.get(claim), change, others)
        self.entries[key] = edit_entry(self.entries[key], change)
        self.slots.setdefault(key, {}).update(dict.fromkeys(change, decision.id))

    def judge(self, decisions: Sequence[Decision]) -> None:
        """Verdicts on entries, and what each entry says of its review."""
        about: dict[str, list[Decision]] = {}
        for decision in decisions:
            for key in sorted(self._concerned(decision)):
                about.setdefault(key, []).append(decision)
        for key, ruled in about.items():
            verdicts = [word for d in ruled if not self.moved.keys() >= set(d.about) and (word := _verdict(d))]
            if verdicts and verdicts[-1] == "reject":
                self.result.rejected.add(key)
            elif verdicts:
                self.result.rejected.discard(key)
            self.entries[key]["reviewed"] = _review(ruled, self.slots.get(key, {}))

    def _concerned(self, decision: Decision) -> set[str]:
        """The entries that a decision is about: of claims, those whose holder it changes."""
        keys = {key for about in decision.about if (key := self.entry(about, decision))}
        if decision.action == "split":
            keys.add(content_id("e", ["split", decision.id]))
        if _about_claims_only(decision) and decision.action in ("accept", "note"):
            return set()
        return keys & self.entries.keys()

    def _visible(self, claims: Iterable[str]) -> list[Visible]:
        """Claims in the order of report, undated ones last."""
        records = sorted((self.claims.get(key) for key in claims), key=lambda c: (c["reported"] or "9999", c["doc"], c["id"]))
        return [Visible(record["id"], record["doc"], record["reported"], record) for record in records]

    def _hold(self, key: str) -> None:
        self.holder.update(dict.fromkeys(self.entries[key]["claims"], key))

    def _relink(self) -> None:
        """Links to an entry that was merged lead to the one that holds it now."""
        for key, record in self.entries.items():
            links = [{**link, "entry": self.moved.get(link["entry"], link["entry"])} for link in record["links"]]
            if links != record["links"]:
                record["links"] = [link for n, link in enumerate(links) if link["entry"] != key and link not in links[:n]]


def _is_claim(key: str, decision: Decision) -> bool:
    return bool(decision.marks.get(key, {}).get("noun") == "claim") or key.startswith("c_")


def _about_claims_only(decision: Decision) -> bool:
    return all(_is_claim(key, decision) for key in decision.about)


def _review(ruled: Sequence[Decision], slots: Mapping[str, str]) -> dict[str, Any]:
    """The last decision with what it overrules, why it is used, and which decision set which slot."""
    last = {key: value for key, value in ruled[-1].to_record().items() if key != "marks"}
    overruled = [*_overruled(ruled, _verdict), *(key for slot in slots for key in _overruled(ruled, _value_of(slot)))]
    because = "the only one"
    if len(ruled) > 1:
        because = "the latest of " + ", ".join(f"{d.reviewer} ({d.action}, {d.at})" for d in ruled)
    return last | {"because": because, "overruled": list(dict.fromkeys(overruled)), "slots": dict(slots)}


def _overruled(ruled: Sequence[Decision], said: Callable[[Decision], Any]) -> list[str]:
    """Decisions that say something else than the last one that says anything."""
    speaking = [(decision, word) for decision in ruled if (word := said(decision)) is not None]
    return [decision.id for decision, word in speaking if word != speaking[-1][1]]


def _verdict(decision: Decision) -> str | None:
    return decision.action if decision.action in VERDICTS and not _about_claims_only(decision) else None


def _value_of(slot: str) -> Callable[[Decision], Any]:
    return lambda decision: [decision.change[slot]] if decision.action == "edit" and slot in decision.change else None
