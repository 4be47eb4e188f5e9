"""What an address asks for: filters as on the command line, a day, an order and a page; and addresses that keep them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import Request

from promissory.errors import UsageError
from promissory.ledger import FilterOptions
from promissory.ledger.days import last_day
from promissory.packs import Pack, identify

MANY = ("kind", "status", "actor", "item", "topic")
ONE = ("since", "until", "source", "text")
PAGE, MOST = 50, 500


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of an address: `given` is what stands in it, in order, empty values left out."""

    path: str
    given: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, request: Request) -> Asked:
        """The question of a request; UsageError for a day that is none."""
        given = tuple((name, value.strip()) for name, value in request.query_params.multi_items() if value.strip())
        asked = cls(request.url.path, given)
        if asked.as_of:
            last_day(asked.as_of, "as_of")
        return asked

    def one(self, name: str) -> str | None:
        return next((value for key, value in self.given if key == name), None)

    def many(self, name: str) -> tuple[str, ...]:
        return tuple(value for key, value in self.given if key == name)

    @property
    def as_of(self) -> str | None:
        """The day at whose end the ledger is shown; None for now."""
        return self.one("as_of")

    @property
    def limit(self) -> int:
        return min(self._number("limit", PAGE), MOST)

    @property
    def page(self) -> int:
        return max(1, self._number("page", 1))

    def _number(self, name: str, usual: int) -> int:
        written = self.one(name)
        if written is None:
            return usual
        if not (written.isascii() and written.isdigit() and len(written) < 9):
            raise UsageError(f"{written!r} is no whole number", name, "give 0 or more")
        return int(written)

    def filters(self, pack: Pack, nouns: Iterable[str] = (*MANY, *ONE)) -> FilterOptions:
        """The filters, names of actors, items and topics made ids; no page."""
        wanted: dict[str, Any] = {}
        for name in nouns:
            if name in MANY and (values := self.many(name)):
                wanted[name] = identify(pack, name, values) if name in ("actor", "item", "topic") else values
            elif name in ONE and (value := self.one(name)):
                wanted[name] = value
        if self.as_of:
            wanted["as_of"] = self.as_of
        if self.one("rejected"):
            wanted["rejected"] = True
        return wanted  # type: ignore[return-value]

    def paged(self, wanted: FilterOptions) -> FilterOptions:
        """The filters of one page of entries, and of one row more, which tells whether another page follows."""
        return {**wanted, "newest": self.one("order") != "oldest", "limit": self.limit + 1, "offset": (self.page - 1) * self.limit}

    def href(self, path: str | None = None, /, **changes: Any) -> str:
        """This address with other values; another path keeps nothing but the day."""
        kept = dict(self._grouped()) if path is None else ({"as_of": [self.as_of]} if self.as_of else {})
        for name, value in changes.items():
            values = [value] if isinstance(value, str | int) else list(value or ())
            kept[name] = [str(one) for one in values]
        if path is None and "page" not in changes:
            kept.pop("page", None)
        query = urlencode([(name, value) for name, values in kept.items() for value in values])
        return f"{path or self.path}?{query}" if query else path or self.path

    def with_value(self, name: str, value: str) -> str:
        """This address with a value put in or, if it is there, taken out."""
        held = self.many(name)
        return self.href(**{name: [v for v in held if v != value] if value in held else [*held, value]})

    def _grouped(self) -> Mapping[str, list[str]]:
        grouped: dict[str, list[str]] = {}
        for name, value in self.given:
            grouped.setdefault(name, []).append(value)
        return grouped
