"""Sums in a common currency at the rate of their day: rates of the European Central Bank, and tables of the user's own.

Rates are units of a currency for one euro, in the layout of the bank's eurofxref-hist.csv: `Date,USD,JPY,…`, a day a line.
"""

from __future__ import annotations

import csv
import io
import zipfile
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path

from promissory.errors import UsageError

EURO = "EUR"
BANK = "European Central Bank"
#: A day without a rate (a weekend, a feast) takes the last one before it, up to so many days back.
PATIENCE = 7
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of `currency` for one euro, on which day, by whose word."""

    currency: str
    per_euro: Decimal
    on: str
    source: str

    def to_record(self) -> dict[str, str]:
        """The JSON: `currency`, `per_euro` (as written, a string), `on`, `source`."""
        return {"currency": self.currency, "per_euro": str(self.per_euro), "on": self.on, "source": self.source}


@dataclass(frozen=True, slots=True)
class Converted:
    """A sum in another currency, to the cent, with the rates that made it: none within one currency, two where neither is the euro."""

    value: Decimal
    currency: str
    rates: tuple[Rate, ...]


class Rates:
    """The rates of some tables; a later table is asked only where an earlier one has no rate."""

    def __init__(self, tables: Iterable[Mapping[str, list[Rate]]]) -> None:
        self._tables = [{name: (rates, [rate.on for rate in rates]) for name, rates in table.items()} for table in tables]

    def on(self, currency: str, day: str) -> Rate | None:
        """The rate of a day, or of the last day before it within a week; None where nobody tells it."""
        earliest = (date.fromisoformat(day) - timedelta(days=PATIENCE)).isoformat()
        for table in self._tables:
            rates, days = table.get(currency, ([], []))
            at = bisect_right(days, day) - 1
            if at >= 0 and days[at] >= earliest:
                return rates[at]
        return None

    def convert(self, value: Decimal, currency: str | None, day: str | None, into: str) -> Converted | None:
        """A sum of a day in another currency; None where currency, day or rate is unknown."""
        if currency == into:
            return Converted(value, into, ())
        if currency is None or day is None:
            return None
        found = [self.on(name, day) for name in (currency, into) if name != EURO]
        rates = tuple(rate for rate in found if rate)
        if len(rates) < len(found):
            return None
        for rate in rates:
            value = value / rate.per_euro if rate.currency == currency else value * rate.per_euro
        return Converted(value.quantize(CENT), into, rates)


def load_rates(*files: str) -> Rates:
    """The rates of the bank, and where it has none those of the user's files in their order; UsageError for a file that is none."""
    return Rates([_of_the_bank(), *map(_of_file, files)])


def read_rates(text: str, source: str) -> dict[str, list[Rate]]:
    """The rates of a table by currency, in order of day; UsageError for a line that is none."""
    found: dict[str, list[Rate]] = defaultdict(list)
    for number, row in enumerate(csv.DictReader(io.StringIO(text), skipinitialspace=True), 2):
        for name, value in row.items():
            if name and name != "Date" and isinstance(value, str) and value.strip() not in ("", "N/A"):
                found[name.strip()].append(_rate(name.strip(), value, row.get("Date"), source, number))
    return {name: sorted(rates, key=lambda rate: rate.on) for name, rates in found.items()}


def _rate(currency: str, value: str, day: str | None, source: str, line: int) -> Rate:
    try:
        rate = Rate(currency, Decimal(value.strip()), date.fromisoformat(day or "").isoformat(), source)
    except (InvalidOperation, ValueError) as fault:
        raise _wrong(f"{currency} {value!r} on {day!r} is no rate", source, line) from fault
    if not rate.per_euro.is_finite() or rate.per_euro <= 0:
        raise _wrong(f"{currency} {value!r} is no rate", source, line)
    return rate


def _wrong(what: str, source: str, line: int) -> UsageError:
    return UsageError(what, f"{source}, line {line}", "write units for one euro under the currency's code, and days as 2024-07-11")


def _of_the_bank() -> dict[str, list[Rate]]:
    import currency_converter  # a package that holds the bank's table; nothing else of it is used

    with zipfile.ZipFile(Path(currency_converter.__file__).parent / "eurofxref-hist.zip") as packed:
        return read_rates(packed.read(packed.namelist()[0]).decode("ascii"), BANK)


def _of_file(name: str) -> dict[str, list[Rate]]:
    try:
        text = Path(name).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"cannot be read: {fault}", name, "name a CSV file of rates") from fault
    if not text.lstrip().startswith("Date"):
        raise UsageError("has no column Date", f"{name}, line 1", "begin with a header: Date,UAH")
    return read_rates(text, name)
