"""Plain text."""

from __future__ import annotations

from promissory.reading.composing import Draft
from promissory.reading.tracing import Traced


def draft_text(text: str, _where: str) -> Draft:
    """The draft of a decoded plain text."""
    return Draft(Traced.whole(text), "text")
