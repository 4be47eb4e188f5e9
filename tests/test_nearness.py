"""Which texts are read at all: those that call the country's allies by it, and those whose headline names it."""

from __future__ import annotations

from promissory.extraction import extract
from promissory.model import Document, Published

STORY = "Ministers met in Brussels on Thursday. “{}’s allies must hurry,” the Lithuanian Gabrielius Landsbergis warned. The loan is late."


def statements(text: str, title: str | None = None) -> list[tuple[str, ...]]:
    long = text + "\n\n" + "\n\n".join("It rained in the city, and the trams were late again." for _ in range(40))
    document = Document(text=long, source="test", title=title, published=Published("2024-10-10", "given"))
    return [c.parties["speaker"] for c in extract(document) if c.kind == "statement"]


def test_allies_called_by_the_country_make_a_text_near() -> None:
    assert statements(STORY.format("Kyiv"), "A loan for Ukraine is late") == [("gabrielius-landsbergis",)]


def test_a_name_in_passing_does_not() -> None:
    assert statements(STORY.format("Tbilisi")) == []
