"""The numbers of each chart, with the entries that they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from promissory.analysis import PROMISED, balance, lags, signatures
from promissory.ledger import FilterOptions, Ledger
from promissory.model import STATUSES
from promissory.packs import Pack

Record = Mapping[str, Any]
#: Donors in a chart at most.
MOST = 20


@dataclass(frozen=True)
class Row:
    """A label with one value for each series (of a spread: all values of one label), and the ids of the entries behind them."""

    label: str
    values: tuple[float, ...]
    entries: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """A chart: `shape` is `bars` (one bar for each series), `steps` (rows in order of days, the value so far) or `spread` (single values).

    `note` says what is left out.
    """

    name: str
    title: str
    unit: str
    shape: str
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""

    def to_records(self) -> list[dict[str, Any]]:
        """The JSON of each row: `chart`, `label`, `series`, `value`, `entries`; of a spread `series` is the number of the value."""
        names = self.series if self.shape != "spread" else None
        return [
            {
                "chart": self.name,
                "label": row.label,
                "series": names[n] if names else str(n + 1),
                "value": value,
                "entries": list(row.entries),
            }
            for row in self.rows
            for n, value in enumerate(row.values)
        ]


def plot(ledger: Ledger, name: str, pack: Pack, options: FilterOptions) -> Chart:
    """The chart of a name of CHARTS under the filters of a listing."""
    return CHARTS[name](ledger, pack, options)


def _promised(ledger: Ledger, pack: Pack, options: FilterOptions) -> Chart:
    """Units of one item by donor, if one is asked for; or else commitments."""
    items = _some(options.get("item"))
    if len(items) == 1:
        return _promised_units(ledger, pack, items[0], options)
    rows: dict[str, list[Record]] = defaultdict(list)
    for entry in _commitments(ledger, options):
        if entry["status"] in PROMISED:
            for donor in entry["parties"].get("donor") or ["?"]:
                rows[donor].append(entry)
    found = [_of_donor(_name(pack, donor), entries) for donor, entries in rows.items() if donor != "?"]
    note = f"{len(rows['?'])} commitments name no donor; repeated announcements and sums of others are left out" if "?" in rows else ""
    return Chart("promised", "Commitments by donor", "commitments", "bars", ("delivered", "open"), _top(found), note)


def _of_donor(name: str, entries: list[Record]) -> Row:
    arrived = sum(entry["status"] == "delivered" for entry in entries)
    return Row(name, (arrived, len(entries) - arrived), tuple(entry["id"] for entry in entries))


def _promised_units(ledger: Ledger, pack: Pack, item: str, options: FilterOptions) -> Chart:
    """What the balance of an item says; undertakings without a number are counted in the note."""
    found = balance(ledger, item, since=options.get("since"), as_of=options.get("as_of"), pack=pack)
    rows: dict[str, Row] = {}
    unstated = 0
    for one in found.undertakings:
        if one.stage not in PROMISED or one.number is None:
            unstated += one.stage in PROMISED
            continue
        known = rows.get(one.donors[0], Row(_name(pack, one.donors[0]), (0, 0), ()))
        arrived = min(one.arrived or 0, one.number)
        values = known.values[0] + arrived, known.values[1] + one.number - arrived
        rows[one.donors[0]] = Row(known.label, values, (*known.entries, one.entry))
    note = f"{unstated} undertakings state no number; what is told of several donors together is left out"
    title = f"{pack.item[item].name if item in pack.item else item}: promised and delivered"
    return Chart("promised", title, "units", "bars", ("delivered", "not known to have arrived"), _top(rows.values()), note)


def _agreements(ledger: Ledger, pack: Pack, options: FilterOptions) -> Chart:
    """How many partners had signed an agreement between two, by day."""
    found = signatures(ledger, as_of=options.get("as_of"))
    dated = [one for one in found if one.on]
    rows = tuple(Row(f"{one.on} {_name(pack, one.party)}", (n,), (one.entry,)) for n, one in enumerate(dated, 1))
    note = f"{len(found) - len(dated)} more are signed on a day that no report gives" if len(dated) < len(found) else ""
    return Chart("agreements", "Agreements signed", "partners", "steps", ("signed",), rows, note)


def _days(ledger: Ledger, pack: Pack, options: FilterOptions) -> Chart:
    """Days from the first promise to delivery, of undertakings whose days are both known."""
    found = lags(ledger, "donor", **options)
    rows = [Row(_giver(pack, lag.key), tuple(float(days) for days in lag.days), lag.entries) for lag in found if lag.days]
    rows.sort(key=lambda row: (median(row.values), row.label))
    unknown = sum(len(lag.undated) for lag in found)
    note = f"{unknown} deliveries are left out: the day of promise or delivery is not known" if unknown else ""
    return Chart("days", "Days from pledge to delivery", "days", "spread", ("days",), tuple(rows[:MOST]), note)


def _giver(pack: Pack, key: str | None) -> str:
    return " and ".join(_name(pack, donor) for donor in key.split("+")) if key else "nobody named"


def _funnel(ledger: Ledger, pack: Pack, options: FilterOptions) -> Chart:  # noqa: ARG001
    """How many commitments stand at each stage, and how many were ever told to."""
    entries = list(_commitments(ledger, options))
    rows = []
    for stage in STATUSES["commitment"]:
        told = [entry for entry in entries if any(step["status"] == stage for step in entry["history"])]
        now = sum(entry["status"] == stage for entry in entries)
        rows.append(Row(stage, (now, len(told)), tuple(entry["id"] for entry in told)))
    note = "repeated announcements and sums of others are left out; a stage that no report tells is not counted"
    return Chart("funnel", "Commitments by stage", "commitments", "bars", ("now", "ever told"), tuple(rows), note)


def _commitments(ledger: Ledger, options: FilterOptions) -> Iterator[Record]:
    """Commitments that pass, each once: without repetitions, and sums whose parts are here."""
    wanted: FilterOptions = {**options, "kind": "commitment"}
    entries = [row.record for row in ledger.entries(**wanted)]
    shown = {entry["id"] for entry in entries}
    for entry in entries:
        if not any(link["type"] in ("restates", "includes") and link["entry"] in shown for link in entry["links"]):
            yield entry


def _top(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (-sum(row.values), row.label))[:MOST])


def _name(pack: Pack, key: str) -> str:
    return pack.actor[key].name if key in pack.actor else key


def _some(value: str | Iterable[str] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


#: name → what makes it
CHARTS: Mapping[str, Callable[[Ledger, Pack, FilterOptions], Chart]] = {
    "promised": _promised, "agreements": _agreements, "days": _days, "funnel": _funnel,
}  # fmt: skip
