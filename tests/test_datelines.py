"""A dateline stands apart from the first sentence: its town gives nothing and takes part in nothing."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.extraction.text.splitting import split_blocks, split_sentences
from promissory.model import Document, Published


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, split_blocks(text))]


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, April 13 -", "BRUSSELS (Reuters) -", "KYIV —", "Oslo, 3 April 2024 –", "WASHINGTON, D.C., July 9 (AP) --",
        "VILNIUS, Lithuania (AP) —", "Kyiv (Ukrinform) -", "PARIS/KYIV, Feb 16 (Reuters) -", "RAMSTEIN AIR BASE, Germany, 19 Sept. -",
    ],
)  # fmt: skip
def test_a_dateline_is_no_part_of_the_sentence(dateline: str) -> None:
    assert sentences(f"{dateline} The allies met. They agreed.") == [dateline, "The allies met.", "They agreed."]


@pytest.mark.parametrize("dateline", ["KYIV, Ukraine—", "WASHINGTON, Oct. 17—", "WARSAW—", "ODESA--"])
def test_a_dateline_may_be_tied_to_the_sentence_by_its_dash(dateline: str) -> None:
    assert sentences(f"{dateline}The allies met. They agreed.") == [dateline, "The allies met.", "They agreed."]


@pytest.mark.parametrize(
    "text",
    [
        "NATO—Ukraine talks went on.",
        "NATO - the alliance - said so.",
        "Norway - which gave guns - said so.",
        "Stoltenberg - He said so.",
        "June 2024 - A gift.",
    ],
)
def test_other_dashes_part_nothing(text: str) -> None:
    assert sentences(text) == [text]


def test_the_town_of_a_dateline_gives_nothing() -> None:
    text = "KYIV, April 13 - Germany is to give Ukraine one more Patriot battery, a step for which Kyiv thanked Berlin."
    (claim,) = (c for c in extract(Document(text, "test", published=Published("2024-04-13", "given"))) if c.kind == "commitment")
    assert dict(claim.parties) == {"donor": ("DE",), "recipient": ("UA",)}
