"""What an edit may set: the slots, roles and status of a kind, checked against the model."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from promissory.errors import UsageError
from promissory.ledger.days import interval
from promissory.model import ROLES, SLOTS, STATUSES
from promissory.model.claims import slot_name
from promissory.model.kinds import COMMON_SLOTS, FORMATS, QUALIFIERS, SUPPORT

LISTS = frozenset({"topics", "attributed_to", "scope", "means", "hit"})
DATES = frozenset({"date", "by", "period"})
CHOICES = {"support": SUPPORT, "format": FORMATS}


def read_change(kind: str, pairs: Iterable[str]) -> dict[str, Any]:
    """The change that `SLOT=VALUE` words ask of an entry or claim of a kind; UsageError for what cannot be set.

    A list is written `a,b`, items `patriot:3,shell`, a sum `EUR 5000000` (or `5000000`), anything as JSON; nothing empties the slot.
    """
    change: dict[str, Any] = {}
    for pair in pairs:
        slot, sign, written = pair.partition("=")
        if not sign:
            raise UsageError(f"{pair!r} sets nothing", "edit", "write SLOT=VALUE, as in date=2024-07-11")
        change[slot] = _read(slot, written.strip(), kind)
    return check_change(kind, change)


def check_change(kind: str, change: Mapping[str, Any]) -> dict[str, Any]:
    """The change as it is kept; UsageError for a slot that the kind does not have or a value it cannot hold."""
    known = ["status", *ROLES[kind], *(slot_name(slot) for slot in (*COMMON_SLOTS, *SLOTS[kind]))]
    if not change:
        raise UsageError("an edit without a slot changes nothing", "edit", f"give one or more of {', '.join(known)}")
    for slot, value in change.items():
        if slot not in known:
            raise UsageError(f"a {kind} has no {slot!r}", "edit", f"one of {', '.join(known)}")
        if not _holds(slot, value, kind):
            raise UsageError(f"{json.dumps(value, ensure_ascii=False)} is no {slot}", "edit", _form(slot, kind))
    return dict(change)


def _read(slot: str, written: str, kind: str) -> Any:
    if written[:1] in ("{", "["):
        try:
            return json.loads(written)
        except json.JSONDecodeError as fault:
            raise UsageError(f"{written!r} is no JSON: {fault.msg}", slot) from fault
    if slot in LISTS or slot in ROLES[kind]:
        return [member.strip() for member in written.split(",") if member.strip()]
    if slot == "items":
        return [_item(member.strip()) for member in written.split(",") if member.strip()]
    reader: Callable[[str], Any] = {"amount": _amount, "urgent": _truth, "count": _number}.get(slot, str)
    return reader(written) if written else None


def _item(written: str) -> dict[str, Any]:
    item, _, count = written.partition(":")
    return {"item": item.strip(), "count": _number(count) if count else None, "qualifier": "exact" if count else None}


def _amount(written: str) -> dict[str, Any]:
    words = written.split()
    currency = words[0].upper() if len(words) > 1 else None
    return {"value": _number(words[-1]), "currency": currency, "qualifier": "exact"}


def _number(written: str) -> float | int | str:
    try:
        value = float(written.replace("_", ""))
    except ValueError:
        return written
    return int(value) if value.is_integer() else value


def _truth(written: str) -> bool | str:
    return {"true": True, "yes": True, "false": False, "no": False}.get(written.lower(), written)


def _holds(slot: str, value: Any, kind: str) -> bool:
    if slot == "status":
        return value in STATUSES[kind]
    if slot in ROLES[kind] or slot in LISTS:
        return _is_list(value)
    if slot == "items":
        return isinstance(value, list) and all(_is_lot(lot) for lot in value)
    return value is None or _is_value(slot, value)


def _is_value(slot: str, value: Any) -> bool:
    if slot == "amount":
        held = isinstance(value, Mapping) and set(value) == {"value", "currency", "qualifier"} and _is_number(value["value"])
        return held and value["qualifier"] in QUALIFIERS and (value["currency"] is None or _is_code(value["currency"]))
    if slot == "urgent":
        return isinstance(value, bool)
    if slot == "count":
        return isinstance(value, int) and not isinstance(value, bool)
    if slot in DATES:
        return isinstance(value, str) and interval(value) is not None
    return isinstance(value, str) and value in CHOICES.get(slot, (value,))


def _is_lot(lot: Any) -> bool:
    return isinstance(lot, Mapping) and set(lot) == {"item", "count", "qualifier"} and (lot["count"] is None or _is_number(lot["count"]))


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(member, str) for member in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_code(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 3 and value.isascii() and value.isupper()


def _form(slot: str, kind: str) -> str:
    """How a value of a slot is written."""
    if slot in DATES:
        return "write 2024, 2024-07, 2024-07-11 or 2024-01/2024-03"
    forms = {"status": ", ".join(STATUSES[kind]), "amount": "write EUR 5000000", "items": "write patriot:3,shell", "urgent": "yes or no"}
    return forms.get(slot) or (", ".join(CHOICES[slot]) if slot in CHOICES else "write a number" if slot == "count" else "write a,b")
