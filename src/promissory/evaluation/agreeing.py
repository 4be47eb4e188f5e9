"""When a value of a claim is right, given what gold says."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from promissory.evaluation.gold import GoldClaim

#: The slots that are scored.
SLOTS = (
    "date", "place", "amount", "items", "count", "term", "period", "by", "support", "format", "body", "post", "means", "hit", "urgent",
    "attributed_to",
)  # fmt: skip
#: Of the parties of gold and claim together, so many must be held in common.
ENOUGH_PARTIES = 2 / 3
SAME_NAME = 0.85
SAME_SUM = 0.005
DAY = re.compile(r"\s*(\d+)\s*(?:-\s*(\d+)\s*)?(?:-\s*(\d+)\s*)?")
Days = tuple[tuple[int, ...], tuple[int, ...]]


def parties_agree(gold: GoldClaim, claim: Mapping[str, Any]) -> bool:
    """Whether two thirds of all parties in the roles that gold fills are right; those of `also` do not count."""
    wanted = [(role, names) for role, listed in gold.parties.items() for names in listed]
    spare = [(role, names) for role, listed in gold.also.items() for names in listed]
    met: set[int] = set()
    surplus = 0
    for role, actor in _held(gold, claim):
        fitting = (n for n, (r, names) in enumerate(wanted) if r == role and n not in met and _is_one_of(actor, names))
        if (found := next(fitting, None)) is not None:
            met.add(found)
        elif not any(r == role and _is_one_of(actor, names) for r, names in (*spare, *wanted)):
            surplus += 1
    return bool(wanted) and len(met) / (len(wanted) + surplus) >= ENOUGH_PARTIES - 1e-9


def slot_agrees(name: str, gold: Any, value: Any) -> bool:
    """Whether the value of a slot is right."""
    if name in ("date", "period", "by"):
        return _dates_agree(str(gold), value)
    if name == "amount":
        return bool(value) and _amounts_agree(gold, value)
    if name == "items":
        return all(_item_found(item, value or ()) for item in gold)
    if name == "attributed_to":
        return all(any(_is_one_of(actor, names) for actor in value or ()) for names in gold)
    if isinstance(gold, list):
        return all(any(name in (value or ()) for name in names.split("|")) for names in gold)
    if isinstance(gold, str):
        return bool(value) and str(value).lower() in gold.lower().split("|")
    return bool(gold == value)


def _held(gold: GoldClaim, claim: Mapping[str, Any]) -> list[tuple[str, str]]:
    parties = claim.get("parties") or {}
    return [(role, actor) for role in gold.parties for actor in parties.get(role) or ()]


def _is_one_of(actor: str, names: str) -> bool:
    return any(_same_actor(actor, name) for name in names.split("|"))


def _same_actor(one: str, other: str) -> bool:
    """States and bodies by id; people by family name, spelled alike and with the same first letter."""
    if one == other:
        return True
    if one.isupper() or other.isupper():
        return one.lower() == other.lower()
    families = one.split("-")[-1], other.split("-")[-1]
    if "-" in one and "-" in other:
        return one[0] == other[0] and difflib.SequenceMatcher(None, *families).ratio() >= SAME_NAME
    return families[0] == families[1]


def _dates_agree(gold: str, value: Any) -> bool:
    """The same days, or days within those of gold."""
    days = _days(str(value)[:21]) if value else None
    return days is not None and any(either[0] <= days[0] and days[1] <= either[1] for g in gold.split("|") if (either := _days(g)))


def _days(value: str) -> Days | None:
    first, _, last = value.partition("/")
    start, end = DAY.fullmatch(first), DAY.fullmatch(last or first)
    if not start or not end:
        return None
    return _filled(start, 1, 1), _filled(end, 12, 31)


def _filled(match: re.Match[str], month: int, day: int) -> tuple[int, ...]:
    return int(match[1]), int(match[2] or month), int(match[3] or day)


def _amounts_agree(gold: Mapping[str, Any], value: Mapping[str, Any]) -> bool:
    near = abs(float(value.get("value") or 0) - gold["value"]) <= SAME_SUM * gold["value"]
    qualified = "qualifier" not in gold or gold["qualifier"] == value.get("qualifier")
    return near and value.get("currency") == gold["currency"] and qualified


def _item_found(gold: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> bool:
    """By name or by number: names vary with the lexicon, so a stated number identifies an item as well; it must be there."""
    count = gold.get("count")
    counted = any(item.get("count") == count for item in items)
    named = any(item["item"] in gold["item"].split("|") for item in items)
    return counted if count is not None else named
