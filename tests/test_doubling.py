"""Names that the parser does not know, read as names that it does: what they do is theirs; in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.parsing.doubling import with_doubles
from promissory.extraction.scene import Draft
from promissory.extraction.text.gazetteer import gazetteer_of
from promissory.model import Document, Published
from promissory.packs import load_pack
from tests.test_speakers import last_speaker


def told(text: str, published: str = "2025-05-10") -> list[Draft]:
    """The drafts of a text, before the ranker weighs them."""
    return list(find_drafts(set_scene(Document(text=text, source="test", published=Published(published, "given")), load_pack())))


@pytest.mark.parametrize(
    "line",
    [
        "Starmer told Zelenskyy that Kyiv had time.",
        "Trump rang Putin.",
        "“Vance left early,” Baerbock said.",
        "Belgium has its doubts.",
    ],
)
def test_doubles_are_as_long_as_the_names(line: str) -> None:
    doubled = with_doubles(line, gazetteer_of(load_pack()).find(line))
    assert len(doubled) == len(line)
    assert doubled != line


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Keir Starmer rang Dick Schoof.", "Jens Stoltenberg rang Mette Frederiksen."),
        ("The tanks, Ursula von der Leyen said, are late.", "The tanks, Oksana Hrytsenko said, are late."),
    ],
)
def test_full_names_are_read_alike_whoever_it_is(line: str, other: str) -> None:
    """Known or not: the words of both sentences hang together in the same way."""
    one, two = (told_of(text) for text in (line, other))
    assert one == two


def told_of(line: str) -> list[tuple[str, str]]:
    """How the words other than names hang together, by tag and relation."""
    scene = set_scene(Document(text=f"Ukraine waits. {line}", source="test"), load_pack())
    return [(t.lower_, t.dep_) for t in scene.sentences[-1].tokens if t.tag_ != "NNP"]


@pytest.mark.parametrize("line", ["Macron met Putin.", "the starmer", "STARMER WINS", "Moscow waits."])
def test_known_names_and_what_is_no_single_name_stay(line: str) -> None:
    assert with_doubles(line, gazetteer_of(load_pack()).find(line)) == line


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ukraine has a new minister of defence. Zelenskyy directed Ukraine’s Minister of Defense to step up the talks with partners. "
            "He stated that the front in Ukraine holds.",
            "volodymyr-zelensky",
        ),
        ("Starmer warned that Ukraine was running out of time.", "keir-starmer"),
        ("Later Baerbock lamented: “The front in Ukraine has had too few shells for a year.”", "annalena-baerbock"),
        ("Vance doubts that Kyiv can hold the town.", "jd-vance"),
    ],
)
def test_whoever_opens_a_sentence_acts_in_it(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


def test_the_words_of_a_sentence_keep_their_names() -> None:
    scene = set_scene(
        Document(text="Starmer told Zelenskyy that Kyiv had time.", source="test", published=Published("2025-05-10", "given")), load_pack()
    )
    assert [t.text for t in scene.sentences[0].tokens][:3] == ["Starmer", "told", "Zelenskyy"]


@pytest.mark.parametrize(
    "text",
    [
        "Macron, Merz, Tusk and Starmer called on Russia to stop the war in Ukraine.",
        "In a joint letter, Macron, Merz, Tusk, and Starmer called on Russia to stop the war in Ukraine.",
        "In a joint letter ahead of the trip, Macron, Merz, Tusk, and Starmer called on Russia to accept a truce in Ukraine.",
    ],
)
def test_all_names_of_a_row_act(text: str) -> None:
    urged = [d for d in told(text) if d.kind == "proposal"]
    assert [d.parties["by"] for d in urged] == [["emmanuel-macron", "friedrich-merz", "donald-tusk", "keir-starmer"]]
    assert [d.parties["to"] for d in urged] == [["RU"]]
    assert not [d for d in told(text) if d.kind == "agreement" and "FR" in d.parties["party"]]


def test_whose_land_a_town_is_is_no_row() -> None:
    text = "Zelenskyy met Tusk in Lviv, Ukraine, and flew on to Warsaw."
    assert next(d for d in told(text) if d.kind == "meeting").parties["participant"] == ["volodymyr-zelensky", "donald-tusk"]
