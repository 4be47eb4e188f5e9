"""What counts as support, and of which kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.scene import Scene
from promissory.model import ItemCount

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns for support that is given, with the kind of support they mean by themselves.
SUPPORT_NOUNS: dict[str, str | None] = {
    noun: kind
    for kind, nouns in {
        None: "aid assistance support help package tranche donation contribution delivery shipment supply backing resource "
        "commitment pledge expertise sale transfer handover purchase provision drawdown component spare amount sum reform",
        "military": "equipment weapon weaponry arm armament munition ammunition materiel hardware capability system battery intelligence "
        "defence "
        "defense interceptor tank vehicle missile jet launcher shell artillery drone howitzer gun plane aircraft fighter "
        "f-16 patriot unit",
        "financial": "loan grant fund funding money finance financing credit instalment installment budget profit "
        "proceeds revenue income asset interest",
        "humanitarian": "relief food medicine shelter generator",
        "industrial": "investment production technology",
        "training": "training trainer instructor",
    }.items()
    for noun in nouns.split()
}
KIND_WORDS: dict[str, str] = {
    word: kind
    for kind, words in {
        "military": "military defence defense security lethal weapons arms non-lethal defensive artillery",
        "financial": "financial budget budgetary macro-financial economic fiscal reconstruction",
        "humanitarian": "humanitarian medical refugee energy food",
        "industrial": "industrial production manufacturing co-production",
        "training": "training",
    }.items()
    for word in words.split()
}


def support_of(scene: Scene, words: list[Token], goods: list[tuple[ItemCount, tuple[int, int]]], role: str) -> str | None:
    """The kind of support: from the items, from adjectives such as "military", from the nouns."""
    if goods:
        return scene.pack.item[goods[0][0].item].support
    if role == "train":
        return "training"
    for table, form in ((KIND_WORDS, "lower_"), (SUPPORT_NOUNS, "lemma_")):
        for token in words:
            if kind := table.get(getattr(token, form).lower()):
                return kind
    return None
