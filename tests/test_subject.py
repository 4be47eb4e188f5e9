"""Texts about other things give no claims; texts about the war or its support are read, whichever of its sides they name."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Document

OTHER = (
    "The minister of culture met the director of the museum in Paris on Tuesday.",
    "“The collection will double in size,” the director said. “We need a new wing.”",
    "Germany and France will lend the museum forty paintings, the ministry announced.",
    "Japan signed an agreement on loans of prints with the museum in March.",
    "“More rooms are needed,” the minister said.",
)


def kinds(*paragraphs: str) -> set[str]:
    return {claim.kind for claim in extract(Document("\n\n".join(paragraphs), "test"))}


def test_a_report_on_something_else_gives_nothing() -> None:
    assert kinds(*OTHER) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Poland will give Ukraine ten tanks.",
        "Russian missiles struck a power plant in the night.",
        "Germany delivered Kyiv a third Patriot battery and two IRIS-T systems.",
        "NATO will hold a summit in Washington in July.",
    ],
)
def test_one_sentence_about_the_war_or_its_support_is_enough_in_a_short_text(sentence: str) -> None:
    assert kinds(*OTHER, sentence)


def test_strangers_in_a_text_that_never_names_the_country_are_left_out() -> None:
    band = (
        "Anna Bondar sang in Moscow and in Russia's north for years, and nobody in the Russian press took note of her songs.",
        "She was replaced by lead singer Petra Vlk in 1995, after a quarrel about the name of the band.",
        "“We need a new drum,” Petra Vlk told a reporter after a concert of Russian songs. She met Anna Bondar in Nashville in May.",
        "The band sold ten thousand records in Russia that year, more than any other that sang in its own dialect.",
    )
    assert kinds(*band) == set()
    assert kinds(*band, "Vladimir Putin met Petra Vlk in Moscow on Monday.") == {"meeting"}
