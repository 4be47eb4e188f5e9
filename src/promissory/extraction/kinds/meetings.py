"""Finding meetings."""

from __future__ import annotations

from collections.abc import Iterator

from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings in a sentence."""
    return iter(())
