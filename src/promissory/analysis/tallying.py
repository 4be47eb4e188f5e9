"""What was needed, promised by stage, delivered and is missing, by item, class, donor, recipient, framework or period.

Each line is one stage of one group, so that stages are never added; goods and money stand apart; each figure has its entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Unpack

from promissory.analysis.once import counted_once, deliveries_of, findings_on, is_collective
from promissory.analysis.rates import Converted, Rate, Rates
from promissory.errors import UsageError
from promissory.ledger import FilterOptions, Ledger
from promissory.ledger.days import interval
from promissory.model import STATUSES
from promissory.model.pausing import collector_paused
from promissory.packs import Pack, load_pack

DIMENSIONS = ("item", "class", "donor", "recipient", "framework", "period")
#: The stages of a line. `outstanding` is what was promised and no report says has arrived, `overdue` what is past its day.
MEASURES = ("needed", "asked", *STATUSES["commitment"], "outstanding", "overdue")
PROMISES = ("pledged", "committed", "allocated", "contracted")
#: The lines of a group: measure, and where a measure is of several stages, the stage.
LINES = tuple((measure, stage) for measure in MEASURES for stage in (PROMISES if measure in ("outstanding", "overdue") else (None,)))
#: status of a need → its measure
ASKING = {"stated": "needed", "requested": "asked"}
#: The group of sums that are told of several items together: no report splits them.
SEVERAL = "several"
Record = Mapping[str, Any]
Number = Decimal | None


@dataclass(frozen=True, slots=True)
class Units:
    """How many of an item as far as stated, and how many entries state no number."""

    item: str
    number: Number
    unstated: int

    def to_record(self) -> dict[str, Any]:
        return {"item": self.item, "number": plain(self.number), "unstated": self.unstated}


@dataclass(frozen=True, slots=True)
class Sum:
    """Money of one currency as written; `currency` is None where the text leaves it open."""

    currency: str | None
    value: Decimal

    def to_record(self) -> dict[str, Any]:
        return {"currency": self.currency, "value": plain(self.value)}


@dataclass(frozen=True, slots=True)
class Tally:
    """One stage of one group: the goods, the money as written and in a common currency, and the entries behind it.

    `key` is None where the entries name none. What is told of several donors, of a bloc or of nobody by name is `collective`: it
    may overlap with the rest and is added to nothing. `stage` is where the outstanding and overdue stand, None of other lines.
    `common` is what of the money could be converted, `unconverted` how many sums could not; `unstated` how many entries state
    neither number nor sum; `apart` are entries that would count twice.
    """

    key: str | None
    collective: bool
    measure: str
    stage: str | None
    entries: tuple[str, ...]
    units: tuple[Units, ...]
    sums: tuple[Sum, ...]
    common: Sum | None
    rates: tuple[Rate, ...]
    unconverted: int
    unstated: int
    apart: tuple[str, ...]

    def to_record(self) -> dict[str, Any]:
        """The JSON: the fields by their names; numbers that are not known are null."""
        return {
            "key": self.key,
            "collective": self.collective,
            "measure": self.measure,
            "stage": self.stage,
            "entries": list(self.entries),
            "units": [units.to_record() for units in self.units],
            "sums": [told.to_record() for told in self.sums],
            "common": self.common.to_record() if self.common else None,
            "rates": [rate.to_record() for rate in self.rates],
            "unconverted": self.unconverted,
            "unstated": self.unstated,
            "apart": list(self.apart),
        }


@dataclass(frozen=True, slots=True)
class Lot:
    """What one entry puts into a group: numbers by item, its sum (None beside `money` where that is not known), and its day."""

    entry: str
    units: Mapping[str, Number]
    money: bool = False
    sum: Number = None
    currency: str | None = None
    day: str | None = None


@dataclass(slots=True)
class _Group:
    """The entries of a group, which of their items are its own, and whose sums."""

    entries: dict[str, Record] = field(default_factory=dict)
    items: dict[str, frozenset[str]] = field(default_factory=dict)
    paid: set[str] = field(default_factory=set)


@collector_paused()
def tally(
    ledger: Ledger,
    by: str,
    *,
    donor: str | None = None,
    recipient: str | None = None,
    framework: str | None = None,
    rates: Rates | None = None,
    into: str = "EUR",
    pack: Pack | None = None,
    **options: Unpack[FilterOptions],
) -> list[Tally]:
    """The lines of every group, in order of group and stage, under the filters of `Ledger.entries`.

    `donor`, `recipient` and `framework` keep what names them. Without `rates` nothing is converted. UsageError for an unknown `by`.
    """
    if by not in DIMENSIONS:
        raise UsageError(f"{by!r} is nothing to balance by", "by", f"one of {', '.join(DIMENSIONS)}")
    loaded = pack or load_pack()
    options["kind"] = ("commitment", "need")
    entries = [e for e in ledger.entries(**options).to_records() if _named(e, donor, recipient, framework)]
    findings = findings_on(ledger, entries)
    groups = _groups(entries, by, loaded, _asked_items(options, loaded))
    keys = sorted(groups, key=lambda key: (key[0] is None, key[0] or "", key[1]))
    return [line for key in keys for line in _lines(key, groups[key], findings, rates, into)]


def _named(entry: Record, donor: str | None, recipient: str | None, framework: str | None) -> bool:
    parties = entry["parties"]
    givers = [*parties.get("donor", ()), *parties.get("asked", ())]
    receivers = [*parties.get("recipient", ()), *parties.get("needs", ())]
    given = ((donor, givers), (recipient, receivers), (framework, [entry.get("framework")]))
    return all(not wanted or wanted in named for wanted, named in given)


def _asked_items(options: FilterOptions, pack: Pack) -> frozenset[str] | None:
    """The items asked for, with the narrower ones; None for all."""
    given = options.get("item")
    if not given:
        return None
    named = {given} if isinstance(given, str) else set(given)
    return frozenset(item for item in pack.item if named.intersection(_line(item, pack)))


def _line(item: str, pack: Pack) -> list[str]:
    """The item and all broader ones, narrowest first."""
    line = [item]
    while (known := pack.item.get(line[-1])) and known.parent and known.parent not in line:
        line.append(known.parent)
    return line


def _groups(entries: Iterable[Record], by: str, pack: Pack, asked: frozenset[str] | None) -> dict[tuple[str | None, bool], _Group]:
    """The groups by their key, national and collective ones apart."""
    groups: dict[tuple[str | None, bool], _Group] = defaultdict(_Group)
    for entry in entries:
        collective = entry["kind"] == "commitment" and is_collective(entry["parties"].get("donor", ()), pack)
        items = frozenset(lot["item"] for lot in entry.get("items") or () if asked is None or lot["item"] in asked)
        split = _split(entry, items, by, pack)
        for key, part in split.items():
            groups[key, collective].entries[entry["id"]] = entry
            groups[key, collective].items[entry["id"]] = part
        if entry.get("amount") and _is_for(entry, asked):
            group = groups[next(iter(split)) if len(split) == 1 else SEVERAL, collective]
            group.entries[entry["id"]] = entry
            group.items.setdefault(entry["id"], frozenset())
            group.paid.add(entry["id"])
    return groups


def _is_for(entry: Record, asked: frozenset[str] | None) -> bool:
    """Whether the sum of an entry is for no other goods than those asked for: of another, nobody tells the share."""
    return asked is None or all(lot["item"] in asked for lot in entry.get("items") or ())


def _split(entry: Record, items: frozenset[str], by: str, pack: Pack) -> dict[str | None, frozenset[str]]:
    """Group → the items of an entry that belong to it."""
    if by not in ("item", "class"):
        return {_key(entry, by): items}
    split: dict[str | None, set[str]] = defaultdict(set)
    for item in items:
        split[item if by == "item" else _class(item, pack)].add(item)
    return {key: frozenset(part) for key, part in split.items()} or {None: frozenset()}


def _class(item: str, pack: Pack) -> str:
    """The broader item next above; the item itself at the top."""
    return _line(item, pack)[:2][-1]


def _key(entry: Record, by: str) -> str | None:
    if by == "framework":
        name: str | None = entry.get("framework")
        return name
    if by == "period":
        return _period(entry)
    role = {"donor": ("donor", "asked"), "recipient": ("recipient", "needs")}[by][entry["kind"] == "need"]
    return "+".join(sorted(entry["parties"].get(role, ()))) or None


def _period(entry: Record) -> str | None:
    """The years that something is for, or of its date, or of its first report; None for none."""
    dates = (entry.get("period"), entry.get("date"), *(step["on"] or step["reported"] for step in entry["history"]))
    days = next((found for day in dates if (found := interval(day))), None)
    return None if days is None else days[0][:4] if days[0][:4] == days[1][:4] else f"{days[0][:4]}/{days[1][:4]}"


def _lines(key: tuple[str | None, bool], group: _Group, findings: Sequence[Record], rates: Rates | None, into: str) -> Iterator[Tally]:
    """The lines of a group; what counts twice within it stands apart."""
    counted, again = counted_once([*group.entries.values()], findings)
    overdue = {about for finding in findings if finding["kind"] == "overdue" for about in finding["about"]}
    arrived = deliveries_of(counted)
    at, apart = _by_line(counted, overdue), _by_line((group.entries[double] for double in again), overdue)
    for line in LINES:
        if line in at or line in apart:
            lots = [_lot(entry, group, arrived.get(entry["id"], ()) if line[1] else ()) for entry in at.get(line, ())]
            yield _tally(key, line, lots, tuple(entry["id"] for entry in apart.get(line, ())), rates, into)


def _by_line(entries: Iterable[Record], overdue: set[str]) -> dict[tuple[str, str | None], list[Record]]:
    """The lines that entries stand at: a promise at its stage, and among what is outstanding, and overdue if it is."""
    found: dict[tuple[str, str | None], list[Record]] = defaultdict(list)
    for entry in entries:
        status = entry["status"]
        if entry["kind"] == "need":
            if status in ASKING:
                found[ASKING[status], None].append(entry)
            continue
        found[status, None].append(entry)
        if status in PROMISES:
            found["outstanding", status].append(entry)
            if entry["id"] in overdue:
                found["overdue", status].append(entry)
    return found


def _lot(entry: Record, group: _Group, arrived: Iterable[Record]) -> Lot:
    """What an entry puts in, less what of it has arrived."""
    arrived = [*arrived]
    units = {lot["item"]: decimal(lot["count"]) for lot in entry.get("items") or () if lot["item"] in group.items[entry["id"]]}
    for item in units:
        for part in arrived:
            units[item] = _less(units[item], _count(part, item), stated=any(lot["item"] == item for lot in part.get("items") or ()))
    amount = entry.get("amount") if entry["id"] in group.paid else None
    if amount is None:
        return Lot(entry["id"], units)
    rest = decimal(amount["value"])
    for part in arrived:
        paid = part.get("amount")
        rest = _less(rest, decimal(paid["value"]) if paid and paid["currency"] == amount["currency"] else None, stated=bool(paid))
    return Lot(entry["id"], units, True, rest, amount["currency"], day_of(entry))


def _less(value: Number, part: Number, *, stated: bool) -> Number:
    """What is left; unknown where a part is told of without a number."""
    if not stated:
        return value
    return None if value is None or part is None else max(Decimal(0), value - part)


def _count(entry: Record, item: str) -> Number:
    return next((decimal(lot["count"]) for lot in entry.get("items") or () if lot["item"] == item), None)


def day_of(entry: Record) -> str | None:
    """The day whose rate holds: the first on which the sum was promised or given, if that is known to the day, else of its report."""
    days = [day for step in entry["history"] for day in (step["on"], step["reported"]) if (found := interval(day)) and found[0] == found[1]]
    return min(days, default=None)


def _tally(
    key: tuple[str | None, bool],
    line: tuple[str, str | None],
    lots: Sequence[Lot],
    apart: tuple[str, ...],
    rates: Rates | None,
    into: str,
) -> Tally:
    sums: dict[str | None, Decimal] = defaultdict(Decimal)
    paid = [lot for lot in lots if lot.money]
    for lot in paid:
        if lot.sum is not None:
            sums[lot.currency] += lot.sum
    turned = [found for lot in paid if (found := _converted(lot, rates, into))]
    return Tally(
        key=key[0],
        collective=key[1],
        measure=line[0],
        stage=line[1],
        entries=tuple(lot.entry for lot in lots),
        units=tuple(_units(item, lots) for item in sorted({item for lot in lots for item in lot.units})),
        sums=tuple(Sum(name, value) for name, value in sorted(sums.items(), key=lambda pair: pair[0] or "")),
        common=Sum(into, sum((found.value for found in turned), Decimal(0))) if turned else None,
        rates=tuple(dict.fromkeys(rate for found in turned for rate in found.rates)),
        unconverted=len(paid) - len(turned) if rates else 0,
        unstated=sum(1 for lot in lots if lot.sum is None and all(number is None for number in lot.units.values())),
        apart=apart,
    )


def _converted(lot: Lot, rates: Rates | None, into: str) -> Converted | None:
    return rates.convert(lot.sum, lot.currency, lot.day, into) if rates and lot.sum is not None else None


def _units(item: str, lots: Iterable[Lot]) -> Units:
    numbers = [lot.units[item] for lot in lots if item in lot.units]
    stated = [number for number in numbers if number is not None]
    return Units(item, sum(stated, Decimal(0)) if stated else None, len(numbers) - len(stated))


def decimal(value: float | None) -> Number:
    """The number as it was written."""
    return None if value is None else Decimal(str(value))


def plain(value: Number) -> int | float | None:
    """A number of JSON: whole where it is whole."""
    return None if value is None else int(value) if value == value.to_integral_value() else float(value)
