"""Needs and supply from CSV, policy from TOML; every fault names its file, line and cure, and all faults are told at once."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from promissory.allocation.stating import Lot, Need, Policy
from promissory.errors import UsageError

NEEDS = ("id", "item", "count", "weight", "by", "for", "use", "substitutes")
SUPPLY = ("id", "item", "count", "from", "available", "not_for")
POLICY = {"floors": dict, "late": (int, float), "weights": dict}
Row = Mapping[str, str]
Made = TypeVar("Made", Need, Lot)


def read_needs(path: Path) -> tuple[Need, ...]:
    """The needs of a CSV file: columns id, item, count and, where known, weight, by, for, use, substitutes (`nasams=0.8;hawk=0.5`)."""
    return needs_in(_text_of(path), str(path))


def read_supply(path: Path) -> tuple[Lot, ...]:
    """The lots of a CSV file with the columns id, item, count and, where known, from, available, not_for (`north;training`)."""
    return supply_in(_text_of(path), str(path))


def read_policy(path: Path) -> Policy:
    """The policy of a TOML file: `late = 0.5`, and the tables `floors` and `weights` with a number for each group."""
    return policy_in(_text_of(path), str(path))


def needs_in(text: str, where: str) -> tuple[Need, ...]:
    """The needs of a CSV text; `where` names it in errors."""
    return _read(text, where, NEEDS, _need)


def supply_in(text: str, where: str) -> tuple[Lot, ...]:
    """The lots of a CSV text; `where` names it in errors."""
    return _read(text, where, SUPPLY, _lot)


def policy_in(text: str, where: str) -> Policy:
    """The policy of a TOML text; `where` names it in errors."""
    try:
        given = tomllib.loads(text)
    except ValueError as fault:
        raise UsageError(f"no policy can be read: {fault}", where, "write it in TOML; see promissory allocate --help") from fault
    faults = [f"{name}: {what}" for name, value in given.items() if (what := _policy_fault(name, value))]
    if faults:
        raise UsageError("; ".join(faults), where, f"known are {', '.join(POLICY)}")
    return Policy(floors=given.get("floors", {}), late=float(given.get("late", 1.0)), weights=given.get("weights", {}))


def _policy_fault(name: str, value: Any) -> str | None:
    if name not in POLICY or not isinstance(value, POLICY[name]):  # type: ignore[arg-type]
        return "not known" if name not in POLICY else f"{value!r} does not fit"
    top = float("inf") if name == "weights" else 1.0
    numbers = value if isinstance(value, dict) else {"": value}
    wrong = [f"{key} {n!r}".strip() for key, n in numbers.items() if not isinstance(n, int | float) or not 0 <= n <= top]
    return f"not a share from 0 to {top:g}: {', '.join(wrong)}" if wrong else None


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeError) as fault:
        raise UsageError(f"cannot be read: {fault}", str(path), "name a text file in UTF-8") from fault


def _read(text: str, where: str, columns: tuple[str, ...], make: Callable[[Row], Made]) -> tuple[Made, ...]:
    made: dict[str, Made] = {}
    faults: list[str] = []
    for line, row in _rows(text, where, columns):
        try:
            one = make(row)
            if one.id in made:
                raise ValueError(f"id {one.id} stands twice")
            made[one.id] = one
        except ValueError as fault:
            faults.append(f"line {line}: {fault}")
    if faults:
        raise UsageError("; ".join(faults), where, "correct these rows")
    return tuple(made.values())


def _rows(text: str, where: str, columns: tuple[str, ...]) -> list[tuple[int, Row]]:
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        header = [name.strip() for name in reader.fieldnames or ()]
        if missing := [name for name in columns[:3] if name not in header]:
            raise UsageError(f"no column {', '.join(missing)}", f"{where}:1", f"the columns are {', '.join(columns)}")
        if unknown := [name for name in header if name not in columns]:
            raise UsageError(f"unknown column {', '.join(unknown)}", f"{where}:1", f"the columns are {', '.join(columns)}")
        return [(reader.line_num, {k.strip(): (v or "").strip() for k, v in row.items() if isinstance(k, str)}) for row in reader]
    except csv.Error as fault:
        raise UsageError(f"cannot be read: {fault}", where, "give it as CSV") from fault


def _need(row: Row) -> Need:
    return Need(
        id=_text(row, "id"), item=_text(row, "item"), count=_count(row), weight=_positive(row.get("weight") or "1", "weight"),
        by=_day(row, "by"), group=row.get("for", ""), use=row.get("use", ""), substitutes=_substitutes(row),
    )  # fmt: skip


def _lot(row: Row) -> Lot:
    bars = frozenset(part.strip() for part in row.get("not_for", "").split(";") if part.strip())
    return Lot(_text(row, "id"), _text(row, "item"), _count(row), row.get("from", ""), _day(row, "available"), bars)


def _text(row: Row, name: str) -> str:
    if not row.get(name):
        raise ValueError(f"no {name}")
    return row[name]


def _count(row: Row) -> int:
    if not (given := row.get("count", "")).isdecimal():
        raise ValueError(f"count {given!r} is no whole number of units")
    return int(given)


def _positive(given: str, name: str) -> float:
    try:
        value = float(given)
    except ValueError:
        value = -1.0
    if not 0 < value < float("inf"):
        raise ValueError(f"{name} {given!r} is no number above 0")
    return value


def _day(row: Row, name: str) -> date | None:
    if not (given := row.get(name)):
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as fault:
        raise ValueError(f"{name} {given!r} is no day such as 2024-07-01") from fault


def _substitutes(row: Row) -> dict[str, float]:
    worths: dict[str, float] = {}
    for part in filter(None, (p.strip() for p in row.get("substitutes", "").split(";"))):
        item, _, worth = part.partition("=")
        worths[item.strip()] = _positive(worth.strip() or "1", f"worth of {item.strip()}")
        if worths[item.strip()] > 1 or item.strip() == row["item"]:
            raise ValueError(f"substitute {part!r}: another item with a worth up to 1")
    return worths
