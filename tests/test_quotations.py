"""Who is quoted or reported, in sentences of our own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promissory.extraction import quotes
from promissory.extraction.speech.quotations import QuoteMention
from promissory.extraction.text.marking import find_quotations
from promissory.extraction.text.splitting import split_blocks


def only(text: str) -> QuoteMention:
    found = quotes(text)
    assert len(found) == 1, found
    return found[0]


def pieces(mention: QuoteMention) -> tuple[str, str | None, str | None, str]:
    return (
        mention.content.quote,
        mention.speaker.quote if mention.speaker else None,
        mention.cue.quote if mention.cue else None,
        mention.form,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is closed,” the mayor said.", ("“The bridge is closed,”", "the mayor", "said", "quoted")),
        ('"The bridge is closed," said Marta Kovel, who runs the port.', ('"The bridge is closed,"', "Marta Kovel", "said", "quoted")),
        ("Marta Kovel told reporters: “The bridge is closed.”", ("“The bridge is closed.”", "Marta Kovel", "told", "quoted")),
        ("'It is a start,' Mr Jones wrote on Monday.", ("'It is a start,'", "Mr Jones", "wrote", "quoted")),
        ("The mayor said that the bridge would open in May.", ("that the bridge would open in May", "The mayor", "said", "reported")),
        ("The bridge will open in May, the mayor said.", ("The bridge will open in May", "the mayor", "said", "reported")),
        ("According to the ministry, costs will double.", ("costs will double", "the ministry", "According", "reported")),
        ("Smith said the plan was “a gift to thieves”.", ("the plan was “a gift to thieves”", "Smith", "said", "mixed")),
        ("The mayor was blunt: “Nobody asked us.”", ("“Nobody asked us.”", "The mayor", "blunt", "quoted")),
    ],
)  # fmt: skip
def test_one_report(text: str, expected: tuple[str, str | None, str | None, str]) -> None:
    assert pieces(only(text)) == expected


def test_but_is_not_said() -> None:
    assert pieces(only('But "that is life", according to Marta Kovel.')) == ('"that is life"', "Marta Kovel", "according", "quoted")


def test_what_the_speaker_added() -> None:
    found = quotes('"The dam is old," Marta Kovel told parliament, adding that it would hold.')
    assert [(m.form, m.speaker.quote) for m in found if m.speaker] == [("quoted", "Marta Kovel"), ("reported", "Marta Kovel")]


def test_split_quotation_has_one_speaker() -> None:
    text = "“We will rebuild the dam,” said Marta Kovel. “It will take years. Nobody doubts it.”"
    found = quotes(text)
    assert [m.content.quote for m in found] == [text]
    assert [p.quote for p in found[0].parts] == ["“We will rebuild the dam,”", "“It will take years. Nobody doubts it.”"]
    assert [m.speaker.quote for m in found if m.speaker] == ["Marta Kovel"]


def test_quotation_over_paragraphs_is_one() -> None:
    text = "Marta Kovel wrote to the board: “The dam is old.\n\n“It must be rebuilt this year.”"
    found = only(text)
    assert found.content.quote == text[text.index("“") :]
    assert found.speaker is not None
    assert found.speaker.quote == "Marta Kovel"


def test_paragraph_that_goes_on_has_the_speaker_of_the_one_before() -> None:
    text = "“The dam is old,” Marta Kovel said.\n\n“It was built by our grandfathers and nobody has looked after it.”"
    assert [m.speaker.quote for m in quotes(text) if m.speaker] == ["Marta Kovel", "Marta Kovel"]


def test_sentence_before_names_the_speaker() -> None:
    text = "Danylo Hrai rejected that reading. “You cannot blame the weather for everything that broke.”"
    found = only(text)
    assert found.speaker is not None
    assert found.speaker.quote == "Danylo Hrai"


@pytest.mark.parametrize(
    "text",
    [
        "The “Iron Harvest” exercise begins in June.",
        "The mayor would not say whether the bridge will open.",
        "The farmers' union met in the allies' old hall.",
        "The bridge opens in May.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert quotes(text) == ()


def test_names_between_marks_are_no_speech() -> None:
    text = 'Russia showed a missile called "Satan 2" at the parade. "The Daily Star" has pictures.'
    assert find_quotations(text, split_blocks(text)) == ()


def test_mismatched_marks_close() -> None:
    text = '"The dam is old,” Kovel said. The road is new.'
    found = find_quotations(text, split_blocks(text))
    assert [text[q.start : q.end] for q in found] == ['"The dam is old,”']


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB “”\"'‘’.,:-\n", max_size=80))
def test_quotations_lie_in_the_text_in_order(text: str) -> None:
    found = find_quotations(text, split_blocks(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(("Kovel said", " “We go”", ", he added", ". ", "\n\n", "'yes'", ": ", "the mayor said it rains")), max_size=8)
)
def test_spans_are_cut_from_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    for mention in quotes(text):
        for span in (mention.content, mention.speaker, mention.cue):
            assert span is None or text[span.start : span.end] == span.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote “may be repeated once”, per its charter.", ("The vote “may be repeated once”", "its charter", "per", "mixed")),
        ("His warning that the dam would break went unheard.", ("that the dam would break", "His", "warning", "reported")),
        ("The mayor shouted to the crowd, “We shall stay here!”", ("“We shall stay here!”", "The mayor", "shouted", "quoted")),
    ],
)  # fmt: skip
def test_other_cues(text: str, expected: tuple[str, str | None, str | None, str]) -> None:
    assert pieces(only(text)) == expected


def test_transcript() -> None:
    text = "MR. KOVEL: The dam is old.\n\nIt leaks.\n\nQ: Who will pay?\n\n(Laughter.)\n\nMR. KOVEL: Nobody said “never again”."
    found = quotes(text)
    assert [m.speaker.quote for m in found if m.speaker] == ["MR. KOVEL", "Q", "MR. KOVEL"]
    assert [[p.quote for p in m.parts] for m in found] == [
        ["The dam is old.", "It leaks."],
        ["Who will pay?"],
        ["Nobody said “never again”."],
    ]
