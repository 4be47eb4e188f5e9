"""Dating the undated."""

from __future__ import annotations

from promissory.model import Published
from promissory.packs import Pack


def infer_published(text: str, pack: Pack) -> Published | None:  # noqa: ARG001  # TODO rules follow
    """The interval in which an undated text was published, with reasons; None where nothing bounds it."""
    return None
