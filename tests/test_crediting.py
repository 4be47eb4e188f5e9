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


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Per the Norwegian prime minister, Oslo will give Ukraine six F-16 jets.", ("jonas-gahr-store",)),
        ("Poland will give Ukraine ten tanks, Ukrinform reports, referring to a post by Donald Tusk.", ("donald-tusk",)),
        ("Poland will give Ukraine ten tanks, Reuters reported, citing remarks by Donald Tusk.", ("donald-tusk",)),
        ("Poland will give Ukraine ten tanks, Donald Tusk confirmed in Warsaw, as reported by Reuters.", ("donald-tusk",)),
        ("Poland, said Donald Tusk in Warsaw, will give Ukraine ten tanks.", ("donald-tusk",)),
        ("“We have agreed to give Ukraine ten tanks, as we announced in May,” Donald Tusk told Reuters.", ("donald-tusk",)),
        ("Poland will give Ukraine ten tanks. This was announced by Donald Tusk in Warsaw.", ("donald-tusk",)),
        ("Poland will give Ukraine ten tanks. The decision was made public by Donald Tusk.", ("donald-tusk",)),
    ],
)
def test_whoever_told_it_first(text: str, teller: tuple[str, ...]) -> None:
    assert tellers(text, "commitment")[0] == teller


def test_account_of_what_was_agreed() -> None:
    text = "Donald Tusk listed what had been agreed. Germany will give Ukraine ten tanks."
    assert tellers(text, "commitment")[-1] == ("donald-tusk",)


def test_person_in_the_text_tells_for_the_state_in_the_headline() -> None:
    text = "Poland to give Ukraine ten tanks, Warsaw says\n\nPoland will give Ukraine ten tanks, Prime Minister Donald Tusk said on Monday."
    assert tellers(text, "commitment") == [("donald-tusk",)]


def test_whoever_has_the_floor() -> None:
    text = (
        "PRESIDENT ZELENSKYY: Thank you for the support.\n\n"
        "VICE PRESIDENT HARRIS: You and I last met in Munich in February. The United States will give Ukraine 10 tanks.\n\n"
        "We will also provide Ukraine with $300 million for its police.\n\n"
        "Q: And Poland?\n\n"
        "PRESIDENT ZELENSKYY: Poland has given us 14 jets."
    )
    assert tellers(text, "commitment") == [("kamala-harris",), ("kamala-harris",), ("volodymyr-zelensky",)]
    assert tellers(text, "meeting") == [("kamala-harris",)]
    assert tellers(text, "statement") == []


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Prague will give Ukraine ten tanks, a Czech minister said. Jan Lipavský was in Kyiv.", "jan-lipavsky"),
        ("Prague will give Ukraine ten tanks, a Czech minister who asked not to be named said. Jan Lipavský is in Kyiv.", "CZ"),
        ("Latvia will give Ukraine ten tanks. This follows from a report drawn up by the Foreign Ministry.", "Latvian-Foreign-Ministry"),
    ],
)  # fmt: skip
def test_those_without_a_name(text: str, teller: str) -> None:
    assert (teller,) in tellers(text, "commitment")
