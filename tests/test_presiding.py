"""Who holds a post that is told with its owner inside the phrase."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published

HOLDERS = """
gabrielius-landsbergis: The head of Lithuania's diplomacy
donald-tusk: The head of the Polish government
jens-stoltenberg: The alliance's chief
josep-borrell: The EU's foreign policy chief
lloyd-austin: The Pentagon chief
jake-sullivan: The American president's national security adviser
viktor-orban: The Hungarian leader
vladimir-putin: The Kremlin chief
dmitry-peskov: The Kremlin's spokesman
antonio-guterres: The UN chief
kristalina-georgieva: The IMF chief
ruslan-stefanchuk: The head of the Verkhovna Rada
kyrylo-budanov: The head of Ukraine's military intelligence
andriy-yermak: The head of the president's office
ursula-von-der-leyen: The EU executive's head
ursula-von-der-leyen: The Commission president
charles-michel: The European Council president
rob-bauer: The chair of the NATO Military Committee
bridget-brink: The American ambassador in Kyiv
katarina-mathernova: The EU ambassador in Kyiv
pope-francis: The pope
christopher-cavoli: The supreme allied commander in Europe
"""
#: Phrases that are nobody's of those named around them.
NOBODY = (
    "The Bundestag president", "The former Pentagon chief", "The incoming American defense secretary", "The previous Ukrainian president",
    "The journalist", "The deputy head of the Commission",
)  # fmt: skip


def speakers(who: str) -> list[str]:
    text = f"Allies of Ukraine\n\nKYIV - Ukraine has been fighting for two years.\n\n{who} warned that the war would go on for years."
    claims = extract(Document(text=text, source="test", published=Published("2024-05-01", "given")))
    return [speaker for claim in claims if claim.kind == "statement" for speaker in claim.parties["speaker"]]


@pytest.mark.parametrize("line", HOLDERS.strip().splitlines())
def test_the_holder_of_a_post(line: str) -> None:
    holder, phrase = line.split(": ", 1)
    assert speakers(phrase) == [holder]


@pytest.mark.parametrize("phrase", NOBODY)
def test_posts_that_are_another_s(phrase: str) -> None:
    assert not {"volodymyr-zelensky", "rustem-umerov", "lloyd-austin", "ursula-von-der-leyen", "margarita-simonyan"} & {*speakers(phrase)}


def test_the_opposite_number_holds_the_same_post() -> None:
    text = "Allies of Ukraine\n\nAntony Blinken met his Chinese opposite number in Vienna on Monday and spoke of Ukraine."
    claims = extract(Document(text=text, source="test", published=Published("2024-05-01", "given")))
    assert [set(c.parties["participant"]) for c in claims if c.kind == "meeting"] == [{"antony-blinken", "wang-yi"}]
