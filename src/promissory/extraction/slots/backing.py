"""What reaches the receiver from nobody named: its partners gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from promissory.extraction.scene import Draft, Scene

#: Those who support the receiver where a text names none of them.
PARTNERS = "partners"
#: Statuses of what comes from somebody; who stops or orders something is somebody in particular.
COMING = frozenset(("considered", "pledged", "committed", "allocated", "delivered"))


def back(scene: Scene, drafts: Iterable[tuple[float, Draft]]) -> Iterator[tuple[float, Draft]]:
    """The drafts of a document; a gift to the receiver that names no giver is its partners'."""
    for confidence, draft in drafts:
        yield confidence, _backed(scene, draft)


def _backed(scene: Scene, draft: Draft) -> Draft:
    if draft.kind != "commitment" or draft.parties.get("donor") or draft.status not in COMING or scene.is_note:
        return draft
    if scene.beneficiary not in draft.parties.get("recipient", ()):
        return draft
    inferred = draft.inferred | {"donor": "what nobody is named for comes from those who support it"}
    return replace(draft, parties=draft.parties | {"donor": [PARTNERS]}, inferred=inferred)
