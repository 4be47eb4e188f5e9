"""The same words between the quotation marks of other languages are read alike."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published

STYLES = {"German": ("„", "“"), "Polish": ("„", "”"), "French": ("«", "»"), "turned": ("»", "«")}
PLAIN = str.maketrans("“”„«»", '"""""')
PASSAGES = (
    "“We have no tanks at the plant. There are only wagons that we repair for Ukraine,” Olena Bondar, who heads the railways, said.",
    "“Every member backs the new €50 billion fund for Ukraine,” announced António Costa, who chairs the council.",
    "In Kyiv, Zelensky said: “Ukraine needs more air defence.” “We have no time,” he added. “Send them now.”",
    "Zelensky was bitter about slow allies. “We are told to wait, and waiting costs us towns,” he told reporters, and urged them to "
    "send shells.",
    "Ivan Petrov, a deputy foreign minister of Russia, told a Moscow daily that “every new tank for Kyiv brings the war closer.”",
    "The minister of defence of Denmark, Troels Lund Poulsen, said: “We will give Ukraine nineteen jets. The first will come in June.”",
)


def _read(text: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    document = Document(text=text, source="note.txt", title="Support for Ukraine", published=Published("2024-05-02", "given"))
    return sorted(
        (c.kind, c.status, str(sorted(c.parties.items())), tuple(e.quote.translate(PLAIN) for e in c.evidence)) for c in extract(document)
    )


@pytest.mark.parametrize("passage", PASSAGES)
@pytest.mark.parametrize("style", STYLES)
def test_marks_of_other_languages_change_nothing(passage: str, style: str) -> None:
    expected = _read(passage)
    assert expected
    opening, closing = STYLES[style]
    assert _read(passage.replace("“", "\0").replace("”", closing).replace("\0", opening)) == expected
