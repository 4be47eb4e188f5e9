"""The line that names an entry is the same wherever it stands, but for how ids and figures read."""

from __future__ import annotations

from typing import Any

import pytest

from promissory.cli.printing import what, who
from promissory.model import naming
from promissory.packs import load_pack
from promissory.publishing.flattening import headline
from promissory.web.wording import Wording


def entry(kind: str, parties: dict[str, list[str]], **slots: Any) -> dict[str, Any]:
    return {"kind": kind, "parties": parties, "amount": None, "items": [], "topics": [], **slots}


GIFT = entry("commitment", {"donor": ["DE"], "recipient": ["UA"]}, items=[{"item": "patriot", "count": 2, "qualifier": None}])


def test_who_to_whom_and_what() -> None:
    assert (who(GIFT), what(GIFT)) == ("DE → UA", "2 × patriot")
    assert headline(GIFT) == "DE → UA: 2 × patriot"
    assert Wording(load_pack()).title(GIFT) == "Germany → Ukraine: 2 × Patriot"


def test_goods_say_what_support_they_are_and_money_does_not() -> None:
    money = entry(
        "commitment", {"donor": ["DE"]}, amount={"value": 5, "currency": "EUR", "qualifier": "exact"}, items=[], support="humanitarian"
    )
    assert headline(money) == "DE: EUR 5, humanitarian"
    assert headline(GIFT | {"support": "military"}) == headline(GIFT)


@pytest.mark.parametrize("kind", ["agreement", "meeting"])
def test_those_who_meet_or_sign_stand_on_one_side(kind: str) -> None:
    roles = {"party": ["UA", "DE"]} if kind == "agreement" else {"participant": ["UA", "DE"]}
    assert naming.who(entry(kind, roles)) == "UA, DE"


def test_words_stand_in_where_nothing_else_tells() -> None:
    said = entry("statement", {"speaker": ["mark-rutte"]}, topics=["membership"])
    assert headline(said, "We will decide in June.") == "mark-rutte: “We will decide in June.”"
    assert headline(said) == "mark-rutte: membership"
    assert naming.is_bare(said)
    assert not naming.is_bare(GIFT)
