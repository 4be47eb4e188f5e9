"""Who is meant where somebody speaks in a report: the floor, pronouns, descriptions; in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_statements import said, speakers


def last_speaker(text: str) -> list[str]:
    """Who says what stands last in a text."""
    return said(text)[-1].parties["speaker"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ivan Bondar, who mends engines in Odesa, is tired.\n\nHis workshop has no light.\n\n“We hold lamps in our teeth.”",
            "ivan-bondar",
        ),
        ("I asked Ivan Bondar whether Odesa would hold.\n\nHe did not smile.\n\n“It has to hold, does it not?”", "ivan-bondar"),
        ("We met Oksana Bondar at a school in Odesa.\n\n“The children draw nothing but ships.”", "oksana-bondar"),
        (
            "“Odesa will hold,” Ivan Bondar said.\n\nBut will anybody help?\n\nWhat if Moscow comes back?\n\n“Then we start over again.”",
            "ivan-bondar",
        ),
        (
            "“Odesa will hold,” Ivan Bondar said.\n\nThe loudest answer came in a letter from the engineer Petro Melnyk.\n\n"
            "“Nobody has asked those of us who live there.”",
            "petro-melnyk",
        ),
        ("Ukraine lost the match. The harbour, says Ivan Bondar, is shut.\n\n“We hold lamps in our teeth all day.”", "ivan-bondar"),
        ("A sailor who gave his name as Taras came to the gate in Odesa.\n\n“They shot at everything that moved.”", "taras"),
        ("An officer with the call sign Badger is less sure about Odesa. He believes that the winter will be long.", "badger"),
    ],
)  # fmt: skip
def test_who_has_the_floor(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


def test_things_have_no_floor() -> None:
    assert speakers("The bridge in Odesa has been shut since March.\n\n“Closed until further notice, by order”, it says.") in (
        [],
        [["bridge"]],
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ivan Bondar of Odesa said that Petro Melnyk had lied. He added that nobody was surprised.", "ivan-bondar"),
        ("“It is over,” Ivan Bondar of Odesa said. Petro Melnyk left the room. “It has only begun,” he said.", "petro-melnyk"),
        ("Ivan Bondar spoke in Kyiv. “Vladimir Putin and I will never meet,” he said.", "ivan-bondar"),
        ("Vladimir Putin came to Minsk. Ivan Bondar of Odesa watched. Putin will lose, he said.", "ivan-bondar"),
        ("Oksana Bondar runs a shop in Odesa. A driver came in. “I sell more candles than bread,” she said.", "oksana-bondar"),
        ("The writer Ivan Bondar of Odesa lashed out at what he called a betrayal of Ukraine.", "ivan-bondar"),
        ("In Odesa, opposition MP Ivan Bondar called out the government over what he described as empty shelves.", "ivan-bondar"),
    ],
)  # fmt: skip
def test_whom_he_means(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ivan Bondar, a former commander of the Ukrainian marines, spoke in Odesa. The poet Petro Melnyk listened. "
            "The former commander said that the coast was mined.",
            "ivan-bondar",
        ),
        (
            "The historian Ivan Bondar spoke in Kyiv. Petro Melnyk, a baker, listened. The historian said that nothing was new.",
            "ivan-bondar",
        ),
        ("Robert Fico came to Brussels. The Slovak leader said that gas was a question of honour.", "robert-fico"),
        ("The pilot Ivan Bondar landed near Odesa. The Ukrainian pilot said that he had seen no ships.", "ivan-bondar"),
        ("“Odesa is quiet,” a western official said. The official added that this would “not last the month”.", "western-official"),
        (
            "Ivan Bondar of Odesa spoke first. “We should have gone,” a man who did not want to be named said.",
            "man",
        ),
        ("The deputy minister for ports of Ukraine Ivan Bondar spoke. The minister said that the nets were empty.", "ivan-bondar"),
    ],
)  # fmt: skip
def test_whom_a_description_means(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("- We need three hundred boats in Odesa, and this is no whim - assured Ivan Bondar.", "ivan-bondar"),
        ("- We are never alone, we always sail with our friends - Ivan Bondar replied to a question from Kyiv.", "ivan-bondar"),
        ("“We stop here. I am sure no one in Kyiv wants that,” Ivan Bondar said.", "ivan-bondar"),
        ("Many boats are therefore kept in Odesa for the winter - emphasizes Ivan Bondar.", "ivan-bondar"),
    ],
)
def test_verbs_beside_what_is_said(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]
