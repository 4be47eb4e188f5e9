"""What is put in beside a sentence (between commas, before it, behind it) leaves what it tells."""

from __future__ import annotations

from typing import Any

import pytest

from promissory.extraction import extract
from promissory.extraction.parsing.parser import parse
from promissory.model import Document, Published


def _read(text: str, *kinds: str) -> list[tuple[Any, ...]]:
    document = Document(text=text, source="note.txt", title="Aid for Ukraine", published=Published("2024-05-02", "given"))
    return sorted((c.kind, c.status, str(sorted(c.parties.items()))) for c in extract(document) if not kinds or c.kind in kinds)


@pytest.mark.parametrize("aside", ["for the first time", "as a result", "in the meantime", "quietly", "after long debate", "as planned"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Since May Denmark has", "delivered six howitzers to Ukraine."),
        ("The Netherlands will", "give Ukraine forty armoured vehicles."),
        ("Norway announced that it would", "send Ukraine two launchers."),
        ("Two security agreements have", "also been signed by Ukraine with Latvia and Estonia."),
        ("On Thursday Zelenskyy will", "meet Olaf Scholz in Berlin."),
    ],
)
def test_what_is_interjected_in_a_verb_changes_nothing(before: str, after: str, aside: str) -> None:
    plain = _read(f"{before} {after}")
    assert plain
    assert _read(f"{before}, {aside}, {after}") == plain


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway has, for the first time, sent tanks to Ukraine.",
        "What they have, in part, and what they need was told to the minister.",
        "It was, however, a long way to the front, and the trucks were, by then, empty.",
        "The list, as far as it is, in its own way, known, is long.",
    ],
)
def test_words_and_offsets_stay_as_they_are_written(sentence: str) -> None:
    (words,) = parse([sentence])
    assert [(t.idx, t.text) for t in words] == [(t.idx, sentence[t.idx : t.idx + len(t.text)]) for t in words]
    assert "".join(t.text for t in words) == sentence.replace(" ", "")


def test_an_institute_cited_inside_a_verb_is_who_goes_on() -> None:
    found = _read(
        "The EU has, according to the Kiel Institute, given Ukraine 40 billion euros.\n\n"
        "“This is a turning point,” the German think tank concluded.",
        "statement",
    )
    assert ("statement", "quoted", "[('speaker', ('Kiel-Institute',))]") in found


@pytest.mark.parametrize("opening", ["Under growing pressure at home, ", "Under pressure from all sides, "])
def test_pressure_at_home_asks_nobody_for_what_is_done(opening: str) -> None:
    assert not _read(f"{opening}Kyiv intends to hold a summit with Poland.", "proposal")
    assert not _read(f"{opening}Germany is to give Ukraine another Patriot system.", "proposal")


@pytest.mark.parametrize("where", ["", " at home", " at home and abroad", " from the opposition"])
def test_who_is_under_pressure_to_give_has_not_promised(where: str) -> None:
    found = _read(f"Germany is under growing pressure{where} to send Ukraine tanks.")
    assert [kind for kind, *_ in found] == ["proposal"], found


@pytest.mark.parametrize("talks", ["in talks with Norway", "in talks in Oslo this week", "in negotiations with a maker"])
def test_who_is_in_talks_weighs_it(talks: str) -> None:
    found = _read(f"Denmark is {talks} to buy ten howitzers for Ukraine.", "commitment")
    assert [status for _, status, _ in found] == ["considered"], found


@pytest.mark.parametrize(
    "deed",
    [
        "On Monday Russia fired sixty drones at Kyiv",
        "Germany sent Ukraine two Patriots",
        "Ukrainian forces advanced near Robotyne",
    ],
)
@pytest.mark.parametrize("shown", ["underlining how urgent the matter is", "highlighting the weakness of the defence"])
def test_what_a_deed_shows_nobody_says(deed: str, shown: str) -> None:
    assert not _read(f"{deed}, {shown}.", "statement")


def test_what_somebody_underlines_in_talks_is_said() -> None:
    assert _read("Zelenskyy met Olaf Scholz in Berlin, underlining that Ukraine could not win without more air defence.", "statement")
    assert _read("Zelenskyy thanked Norway for the guns, stressing that more were needed.", "statement")


@pytest.mark.parametrize("tail", [", which came as a surprise to many.", ". The tanks came as a surprise."])
def test_a_surprise_does_not_arrive(tail: str) -> None:
    assert [s for _, s, _ in _read(f"On 3 May Norway announced ten tanks for Ukraine{tail}", "commitment")] == ["allocated"]


@pytest.mark.parametrize("aside", ["", ", a lawyer by training,", ", himself a father of two,", ", left,"])
def test_whom_one_welcomes_says_nothing(aside: str) -> None:
    found = _read(f"President Volodymyr Zelensky{aside} welcomes Olaf Scholz in Kyiv.")
    assert [(kind, status) for kind, status, _ in found] == [("meeting", "held")], found


@pytest.mark.parametrize("thought", ["importance", "prospect", "possibility", "idea"])
def test_a_deed_that_is_thought_of_is_not_done(thought: str) -> None:
    found = _read(f"Olaf Scholz spoke of the {thought} of Norway sending Ukraine ten tanks.", "commitment")
    assert not {status for _, status, _ in found} & {"allocated", "pledged", "delivered", "committed"}, found


@pytest.mark.parametrize(
    ("subject", "aside", "rest"),
    [
        ("Millions have fled since Russia", "which borders on both", "invaded Ukraine in 2022."),
        ("Kirby said that Norway", "a member of the alliance", "had given Ukraine ten tanks."),
        ("Money will follow once Ukraine", "one of the largest countries of Europe", "has met the conditions agreed."),
        ("On Friday Norway", "whose industry makes them", "gave Ukraine two launchers."),
    ],
)
def test_what_stands_beside_a_subject_changes_nothing(subject: str, aside: str, rest: str) -> None:
    plain = _read(f"{subject} {rest}")
    assert plain
    assert _read(f"{subject}, {aside}, {rest}") == plain
    assert _read(f"{subject} – {aside} – {rest}") == plain


def test_a_row_of_names_is_no_interjection() -> None:
    found = _read("Norway, the Netherlands, Denmark and Poland sent Ukraine ten tanks.", "commitment")
    assert [parties for _, _, parties in found] == ["[('donor', ('NO', 'NL', 'DK', 'PL')), ('recipient', ('UA',))]"]


@pytest.mark.parametrize("opening", ["Assuming the Senate agrees", "Provided the Senate agrees", "Supposing that the Senate agrees"])
def test_what_hangs_on_an_assumption_is_weighed(opening: str) -> None:
    assert [s for _, s, _ in _read(f"{opening}, Washington will send Ukraine ten tanks.", "commitment")] == ["considered"]
    assert not _read("Assuming Germany sends the tanks, Ukraine will have forty.", "commitment")


def test_providing_goods_is_no_condition() -> None:
    assert _read("Norway will open a workshop in Poland, providing Ukraine with spare parts.", "commitment")


@pytest.mark.parametrize("name", ["Olaf Scholz", "Mark Rutte", "Emmanuel Macron"])
@pytest.mark.parametrize(
    "opening", ["In an interview with CNN", "In a post on X", "At a press conference in Kyiv", "Back in Berlin", "After talks in Paris"]
)
def test_who_acts_behind_an_opening_without_a_comma(opening: str, name: str) -> None:
    rest = f"{name} urged allies to send Ukraine more missiles."
    assert _read(f"{opening} {rest}") == _read(f"{opening}, {rest}") != []


@pytest.mark.parametrize("opening", ["In Brussels", "In an interview with CNN", "In a statement on Friday"])
def test_a_state_acts_behind_an_opening_without_a_comma(opening: str) -> None:
    assert _read(f"{opening} Norway promised Ukraine ten tanks.", "commitment") == _read("Norway promised Ukraine ten tanks.", "commitment")


@pytest.mark.parametrize(
    "aside", [", referring to earlier talks,", ", asked about the plan,", ", citing reasons of safety,", " (pictured)"]
)
@pytest.mark.parametrize(
    "verb", ["said that Ukraine would not get tanks", "told reporters that aid was late", "accused Russia of blackmail"]
)
def test_what_stands_between_who_speaks_and_the_verb(verb: str, aside: str) -> None:
    plain = _read(f"Olaf Scholz {verb}.", "statement")
    assert plain
    assert _read(f"Olaf Scholz{aside} {verb}.", "statement") == plain


@pytest.mark.parametrize("chief", ["The NATO chief", "The top US diplomat", "Ukraine's president"])
@pytest.mark.parametrize("deed", ["to stop the war", "to finally stop the war", "to clearly say that it would stop the war"])
def test_a_chief_who_calls_on_others_asks_them(chief: str, deed: str) -> None:
    assert _read(f"{chief} called on Russia {deed}.", "proposal") == _read(f"{chief} urged Russia {deed}.", "proposal") != []
