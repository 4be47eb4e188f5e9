"""Whatever the repairs of a sentence do, its words hang together as a tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.extraction.parsing import parser
from promissory.extraction.parsing.parser import parse

WORDS = st.sampled_from(
    "President Minister Deputy Prime and with of on to the , “ ” – ; : that said says will call meet Kyiv Norway Sweden Miller Zelensky "
    "is was tanks , sent reports convinced in statement for who while new".split()
)


def leads_up(words: tuple[object, ...]) -> bool:
    """Whether each word comes to a root in as many steps as there are words."""
    for word in words:
        for _ in words:
            word = word.head  # type: ignore[attr-defined]
        if word.head is not word:  # type: ignore[attr-defined]
            return False
    return True


@given(st.lists(WORDS, min_size=1, max_size=25))
def test_any_words_make_a_tree(words: list[str]) -> None:
    (parsed,) = parse([" ".join(words)])
    assert leads_up(parsed)


def test_a_repair_that_makes_a_circle_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def turn(sentence: object) -> None:
        sentence[0].head, sentence[1].head = sentence[1], sentence[0]  # type: ignore[index]

    (before,) = parse(["Norway sent tanks to Kyiv."])
    monkeypatch.setattr(parser, "sever", turn)
    (after,) = parse(["Norway sent tanks to Kyiv."])
    assert [w.head.i for w in after] == [w.head.i for w in before]


@pytest.mark.parametrize("name", ["Pistorius", "Scholz", "Baerbock", "Rutte", "Norway", "Warsaw"])
@pytest.mark.parametrize("when", ["On Monday", "On Friday", "In July"])
def test_a_name_behind_a_day_acts(when: str, name: str) -> None:
    words = parse([f"{when} {name} promised Ukraine ten tanks."])[0]
    acting = next(t for t in words if t.text == name)
    assert (acting.dep_, acting.head.text) == ("nsubj", "promised")
    assert (words[1].dep_, words[1].head.text) == ("pobj", words[0].text)
