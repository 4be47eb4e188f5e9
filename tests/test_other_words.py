"""The same told in other words is read alike."""

from __future__ import annotations

from typing import Any

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published


def _read(text: str) -> list[tuple[Any, ...]]:
    document = Document(text=text, source="note.txt", title="Aid for Ukraine", published=Published("2024-05-02", "given"))
    return sorted((c.kind, c.status, str(sorted(c.parties.items())), c.support or "") for c in extract(document))


@pytest.mark.parametrize("word", ["gear", "kit"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Last year Norway sent {} to Ukraine.",
        "Denmark will provide other {} to Ukraine: NASAMS and Gepards.",
        "Latvia delivered military {} to Ukraine in March.",
    ],
)
def test_gear_and_kit_are_equipment(sentence: str, word: str) -> None:
    expected = _read(sentence.format("equipment"))
    assert expected
    assert _read(sentence.format(word)) == expected


@pytest.mark.parametrize("goods", ["neither Patriots nor jets", "neither Patriots nor S-300 missiles", "no Patriot missiles"])
@pytest.mark.parametrize("when", ["", "soon "])
def test_neither_of_two_is_given(goods: str, when: str) -> None:
    found = _read(f"Greece will {when}supply {goods} to Ukraine, Prime Minister Kyriakos Mitsotakis said.")
    assert not [claim for claim in found if claim[:2] in {("commitment", "pledged"), ("commitment", "committed")}], found
    assert [claim for claim in _read(f"Greece will {when}supply Patriots and S-300 missiles to Ukraine.") if claim[0] == "commitment"]


@pytest.mark.parametrize("verb", ["to ship", "to send"])
def test_what_is_to_be_shipped_is_no_ship(verb: str) -> None:
    document = Document(
        text=f"Germany announced its decision {verb} two more Patriot launchers to Ukraine.",
        source="note.txt",
        title="Launchers",
        published=Published("2024-05-02", "given"),
    )
    items = [item.item for c in extract(document) if c.kind == "commitment" for item in c.items]
    assert items == ["patriot_launcher"]


def test_who_makes_goods_that_arrive_gives_none() -> None:
    found = _read("The first Patriots, manufactured by the firm Raytheon, arrived in Ukraine in April, the minister said.")
    assert not [claim for claim in found if claim[0] == "commitment" and "Raytheon" in claim[2]], found
    assert not [claim for claim in found if claim[0] == "commitment" and "RTX" in claim[2]], found
