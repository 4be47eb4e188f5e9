"""What identifies a claim or entry that was ruled on, and finding it again when a new reading gave it another id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from promissory.model import KINDS

Record = Mapping[str, Any]
#: What tells two claims of one sentence apart, beside their parties.
TELLING = ("status", "date", "amount", "items")
#: A new reading may take more or fewer words as evidence; this share of the shorter must be common to both.
COMMON = 0.5


class Readings(Protocol):
    """The claims of the current readings."""

    def of_document(self, doc: str) -> Mapping[str, Record]: ...
    def of_source(self, source: str) -> Mapping[str, Record]: ...


def mark_claim(claim: Record) -> dict[str, Any]:
    """What identifies a claim: document, source, kind, parties, evidence, and what it says."""
    kept = {key: claim[key] for key in ("doc", "source", "kind", "parties", "evidence")}
    return {"noun": "claim", **kept, "says": {key: claim.get(key) for key in TELLING}}


def mark_entry(entry: Record) -> dict[str, Any]:
    """What identifies an entry: its kind and its claims, each of which is marked itself."""
    return {"noun": "entry", "kind": entry["kind"], "claims": list(entry["claims"])}


def is_mark(mark: Any) -> bool:
    """Whether something has the form of a mark, so that what it identifies can be looked for."""
    if not isinstance(mark, Mapping) or mark.get("noun") not in ("claim", "entry"):
        return False
    if mark.get("kind") not in KINDS:
        return False
    if mark["noun"] == "entry":
        return isinstance(mark.get("claims"), list) and all(isinstance(key, str) for key in mark["claims"])
    words = all(isinstance(mark.get(key), str) for key in ("doc", "source"))
    return words and isinstance(mark.get("says"), Mapping) and _has_parties(mark.get("parties")) and _has_spans(mark.get("evidence"))


def _has_parties(parties: Any) -> bool:
    return isinstance(parties, Mapping) and all(
        isinstance(actors, list) and all(isinstance(actor, str) for actor in actors) for actors in parties.values()
    )


def _has_spans(spans: Any) -> bool:
    forms = {"start": int, "end": int, "quote": str}
    return isinstance(spans, list) and all(
        isinstance(span, Mapping) and all(isinstance(span.get(key), form) for key, form in forms.items()) for span in spans
    )


def find_claim(key: str, mark: Record, readings: Readings) -> str | None:
    """The id that a claim has in the current readings; None if no claim, or more than one, can be meant.

    The same id; or else, in the same document, a claim of the same kind from the same words about the same parties. A document
    whose text has changed is known by its source, and its words by how they read.
    """
    here = readings.of_document(mark["doc"])
    if key in here:
        return key
    if here:
        return _only_best((_likeness(mark, claim, _common_place(mark, claim)), ident) for ident, claim in here.items())
    elsewhere = readings.of_source(mark["source"])
    return _only_best((_likeness(mark, claim, _common_words(mark, claim)), ident) for ident, claim in elsewhere.items())


def _only_best(ranked: Iterable[tuple[tuple[float, ...] | None, str]]) -> str | None:
    likely = sorted(((score, ident) for score, ident in ranked if score), reverse=True)
    if not likely or (len(likely) > 1 and likely[0][0] == likely[1][0]):
        return None
    return likely[0][1]


def _likeness(mark: Record, claim: Record, common: float) -> tuple[float, ...] | None:
    """How like the marked claim another is, most telling first; None if it cannot be the same."""
    if claim["kind"] != mark["kind"] or common < COMMON or not _same_parties(mark["parties"], claim["parties"]):
        return None
    says = mark["says"]
    return float(claim["parties"] == mark["parties"]), sum(claim.get(key) == says.get(key) for key in TELLING), common


def _same_parties(one: Mapping[str, Sequence[str]], other: Mapping[str, Sequence[str]]) -> bool:
    """Whether one reading names all the parties that the other names, each in its role."""
    first, second = _pairs(one), _pairs(other)
    return first <= second or (bool(second) and second <= first)


def _pairs(parties: Mapping[str, Sequence[str]]) -> set[tuple[str, str]]:
    return {(role, actor) for role, actors in parties.items() for actor in actors}


def _common_place(mark: Record, claim: Record) -> float:
    """Share of the shorter evidence that both have in common."""
    first, second = _places(mark["evidence"]), _places(claim["evidence"])
    return len(first & second) / max(1, min(len(first), len(second)))


def _places(spans: Iterable[Record]) -> set[int]:
    return {place for span in spans for place in range(span["start"], span["end"])}


def _common_words(mark: Record, claim: Record) -> float:
    """1 where all words of one evidence stand in the other, in their order."""
    first, second = (" ".join(" ".join(span["quote"].split()) for span in held["evidence"]) for held in (mark, claim))
    return float(first in second or second in first)
