"""Who tells a claim whose own clause does not say so, in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published


def tellers(text: str, kind: str) -> list[tuple[str, ...]]:
    document = Document(text=text, source="test", published=Published("2024-09-10", "given"))
    return [c.attributed_to for c in extract(document) if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The host, Lloyd Austin, announced a new package of $250 million for Ukraine.", ("lloyd-austin",)),
        ("Poland will send Ukraine ten tanks, as Donald Tusk announced on the same day.", ("donald-tusk",)),
        ("A new package of $250 million for Ukraine was announced by Lloyd Austin in Ramstein.", ("lloyd-austin",)),
    ],
)
def test_told_in_its_own_sentence(text: str, teller: tuple[str, ...]) -> None:
    assert tellers(text, "commitment")[0] == teller


def test_goes_on_with_the_sentence_before() -> None:
    text = "Germany will send Ukraine ten tanks, Olaf Scholz said in Berlin. Poland would deliver another twelve tanks to Ukraine in May."
    assert tellers(text, "commitment")[-1] == ("olaf-scholz",)


def test_told_by_the_sentence_after() -> None:
    text = "Ukraine and Latvia have signed a security agreement. Volodymyr Zelensky made this known in Riga."
    assert tellers(text, "agreement") == [("volodymyr-zelensky",)]


def test_another_paragraph_and_another_matter_are_not_his() -> None:
    said = "Germany will send Ukraine ten tanks, Olaf Scholz said in Berlin."
    assert tellers(f"{said}\n\nPoland has sent Ukraine twelve MiG-29 jets since April.", "commitment")[-1] == ()
    assert tellers(f"{said} Meanwhile Poland has sent Ukraine twelve MiG-29 jets.", "commitment")[-1] == ()
