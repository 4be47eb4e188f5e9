"""Records in the words of a page: names for ids, sums, goods, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from promissory.analysis.tallying import Sum
from promissory.model import ROLES, naming
from promissory.packs import Pack
from promissory.publishing.flattening import MARKS
from promissory.web.translating import say, tell

Record = Mapping[str, Any]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"))
#: Columns of registers that hold actors, days, and what others tell in words already.
ACTORS = frozenset({"partner", "preceded_by", "followed_by", *(role for roles in ROLES.values() for role in roles)})
#: Parties that a cell of a register names.
MANY = 4
TOLD = frozenset({"answered_by", "contents", "outcome", "figures", "pledged", "paid"})


class Wording:
    """Names and figures as readers write them; ids that no pack knows stay as they are."""

    #: The columns of registers that hold days.
    days = frozenset({"first_told", "announced", "negotiated", "signed", "candidate", "took", "left", "pack_since", "pack_until"})

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._topics = {topic.id: topic.name for topic in pack.topics}
        self._frameworks = {framework.id: framework.name for framework in pack.frameworks}

    def actor(self, identity: str) -> str:
        """A state, body or person by name: `PL` → Poland; an unknown person by the words of the id."""
        if identity in self._pack.actor:
            return self._pack.actor[identity].name
        if identity in self._pack.person:
            return self._pack.person[identity].name
        return " ".join(part.capitalize() for part in identity.split("-")) if identity.islower() and "-" in identity else identity

    def actors(self, identities: Iterable[str]) -> str:
        return ", ".join(map(self.actor, identities))

    def item(self, identity: str) -> str:
        return self._pack.item[identity].name if identity in self._pack.item else identity.replace("_", " ").replace("-", " ")

    def topic(self, identity: str) -> str:
        return self._topics.get(identity, identity.replace("_", " "))

    def framework(self, identity: str) -> str:
        return self._frameworks.get(identity, identity.replace("_", " "))

    def lot(self, lot: Record) -> str:
        """`3 × Patriot`; goods without a stated number are named alone."""
        if lot.get("count") is None:
            return self.item(lot["item"])
        return f"{_mark(lot)}{lot['count']:,} × {self.item(lot['item'])}".replace(",", "\u202f")

    def amount(self, amount: Record | None) -> str:
        """`at least EUR 40 billion`; exact below a million. A currency that no text names is said to be unknown."""
        if not amount:
            return ""
        value = amount["value"]
        scale, word = next(((size, name) for size, name in SCALES if value >= size), (1, ""))
        figure = f"{value / scale:,.3f}".rstrip("0").rstrip(".") if scale > 1 else f"{value:,}"
        return f"{_mark(amount)}{amount['currency'] or tell('(unknown currency)')} {figure} {tell(word)}".strip()

    def money(self, total: Sum) -> str:
        """A sum that was worked out, to three places of its scale: `EUR 2.68 billion`."""
        return self.amount({"currency": total.currency, "value": round(total.value), "qualifier": None})

    def day(self, value: str | None) -> str:
        """`2024-07` → July 2024; an interval as its two ends; nothing for what is not known."""
        if not value:
            return ""
        first, _, last = value.partition("/")
        return f"{_day(first)} – {_day(last)}" if last else _day(first)

    def heading(self, record: Record) -> str:
        """The day an entry stands under in the timeline: its own, else that of its first report."""
        return self.day(record.get("date") or _reported(record)) or tell("undated")

    def when(self, record: Record) -> str:
        """The day of an entry; else when it was first reported, and that it is only that."""
        if record.get("date"):
            return self.day(record["date"])
        reported = _reported(record)
        return tell("reported %(day)s") % {"day": self.day(reported)} if reported else tell("undated")

    def who(self, record: Record) -> str:
        """The parties of a record: one side → the other, or all of them."""
        return naming.who(record, self.actor)

    def what(self, record: Record) -> str:
        """Sums, goods and what else tells one record from another, in a few words; else the beginning of its quote, if that is at hand."""
        return naming.what(record, self._word, record.get("quote") or "")

    def column(self, name: str, value: Any) -> str:
        """A cell of a register in words."""
        if name in ACTORS:
            return self._few([value] if isinstance(value, str) else value or ())
        if name in self.days:
            return self.day(value)
        return "; ".join(value) if name in TOLD else self.slot(name, value)

    def _few(self, identities: Sequence[str]) -> str:
        """The first of many; all are on the page of the entry."""
        more = len(identities) - MANY
        named = self.actors(identities[: MANY if more > 0 else None])
        return tell("%(named)s and %(more)s more") % {"named": named, "more": more} if more > 0 else named

    def title(self, record: Record) -> str:
        """One line that names a record."""
        return naming.title(record, self.actor, self._word, record.get("quote") or "") or say(record["kind"])

    def _word(self, slot: str, value: Any) -> str:
        """A slot of a title; of those that hold several, one."""
        return self.slot(slot, [value] if slot in ("items", "means", "hit", "scope", "topics") else value)

    def slot(self, name: str, value: Any) -> str:
        """The value of a slot in words."""
        if value is None or value == [] or value == {}:
            return ""
        return str(self._slots.get(name, str)(value))

    @cached_property
    def _slots(self) -> Mapping[str, Callable[[Any], str]]:
        topics, items = self._all(self.topic), self._all(self.item)
        return {
            "amount": self.amount, "items": self._all(self.lot), "topics": topics, "hit": topics, "scope": topics, "means": items,
            "date": self.day, "by": self.day, "period": self.day, "attributed_to": self.actors, "body": self.actor,
            "framework": self.framework, "for": self.topic, "term": _term,
            "post": say, "format": say, "support": say, "urgent": lambda it: tell("yes") if it else tell("no"),
        }  # fmt: skip

    @staticmethod
    def _all(word: Callable[[Any], str]) -> Callable[[Iterable[Any]], str]:
        return lambda values: ", ".join(map(word, values))


def _reported(record: Record) -> str | None:
    return min((step["reported"] for step in record.get("history", ()) if step["reported"]), default=None)


def _term(duration: str) -> str:
    """`P10Y` → 10 years; another duration as it is written."""
    years = duration[1:-1] if duration.startswith("P") and duration.endswith("Y") else ""
    return (tell("%(n)s years") if years != "1" else tell("%(n)s year")) % {"n": years} if years.isdigit() else duration


def _mark(stated: Record) -> str:
    """What stands before a number that is not exact."""
    mark = MARKS.get(stated.get("qualifier") or "", "").strip()
    return f"{tell(mark)} " if mark else ""


def _day(value: str) -> str:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return f"{parts[2]} {tell(MONTHS[parts[1] - 1])} {parts[0]}"
    return f"{tell(MONTHS[parts[1] - 1])} {parts[0]}" if len(parts) == 2 else str(parts[0])
