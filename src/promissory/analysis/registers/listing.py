"""A register: its lines, in the order of the ledger, under the filters of a listing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Unpack

from promissory.analysis.registers.columns import COLUMNS
from promissory.analysis.registers.context import Context
from promissory.errors import UsageError
from promissory.ledger import FilterOptions, Ledger
from promissory.packs import Pack, load_pack

#: register → kind of its entries
REGISTERS: Mapping[str, str] = {
    "needs": "need", "agreements": "agreement", "meetings": "meeting", "posts": "tenure", "conditions": "condition", "attacks": "attack",
    "initiatives": "initiative", "statements": "statement",
}  # fmt: skip
ENDS = ("sources", "grade", "findings")


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a register: its id, date and status, and the cells of its columns."""

    entry: str
    date: str | None
    status: str
    cells: Mapping[str, Any]
    sources: int
    grade: str
    findings: tuple[str, ...]

    def to_record(self) -> dict[str, Any]:
        """The JSON of the line: `entry`, `date`, `status`, the columns, `sources`, `grade`, `findings`."""
        ends = {"sources": self.sources, "grade": self.grade, "findings": list(self.findings)}
        return {"entry": self.entry, "date": self.date, "status": self.status, **self.cells, **ends}


@dataclass(frozen=True, slots=True)
class Register:
    """The lines of a register, and the names of its columns in order."""

    name: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def register(ledger: Ledger, name: str, *, pack: Pack | None = None, **options: Unpack[FilterOptions]) -> Register:
    """The register of a name (`needs`, `agreements`, …) under the filters of `Ledger.entries`; UsageError for an unknown one."""
    if name not in REGISTERS:
        raise UsageError(f"{name!r} is no register", "register", f"one of {', '.join(REGISTERS)}")
    options["kind"] = REGISTERS[name]
    context = Context(ledger, pack or load_pack(), options.get("as_of"))
    return Register(name, columns_of(name), tuple(line_of(row.record, context) for row in ledger.entries(**options)))


def columns_of(name: str) -> tuple[str, ...]:
    """The columns of the register of a name, in order."""
    return ("entry", "date", "status", *COLUMNS[REGISTERS[name]], *ENDS)


def line_of(entry: Mapping[str, Any], context: Context) -> Line:
    """The line of an entry in the register of its kind."""
    cells = {name: cell(entry, context) for name, cell in COLUMNS[entry["kind"]].items()}
    sources, findings = entry["independent_sources"], tuple(entry["findings"])
    return Line(entry["id"], entry.get("date"), entry["status"], cells, sources, entry["grade"], findings)
