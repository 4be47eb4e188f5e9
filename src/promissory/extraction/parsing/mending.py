"""Words that spaCy's tokenizer cuts where the parser then loses its way: "co-chaired", "co-host", "vice-president", made one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

PREFIXES = frozenset(("co", "vice"))
#: What the rest is no word without ("co-operation", "co-ordinates").
WRITTEN_AS_ONE = ("operat", "ordinat")


def mend(sentence: Doc) -> dict[int, str]:
    """Joins such words in a parsed sentence, in place, and gives a cut verb its subject and tag back.

    Where they stand then → what the word is without the hyphen ("chaired", "cooperation").
    """
    spots = [t.i for t in sentence[:-2] if t.lower_ in PREFIXES and _is_cut(sentence, t.i)]
    plain = {i: _plain(sentence[i + 2].text) for i in spots}
    if not spots:
        return {}
    for i in spots:
        _give_subject(sentence, i)
    with sentence.retokenize() as retokenizer:
        for i in spots:
            retokenizer.merge(sentence[i : i + 3], attrs={"TAG": _tag(sentence, i)})
    return {i - 2 * n: plain[i] for n, i in enumerate(spots)}


def _is_cut(sentence: Doc, i: int) -> bool:
    first, hyphen, rest = sentence[i], sentence[i + 1], sentence[i + 2]
    return hyphen.text == "-" and not first.whitespace_ and not hyphen.whitespace_ and rest.is_alpha


def _plain(rest: str) -> str:
    return f"co{rest}" if rest.startswith(WRITTEN_AS_ONE) else rest


def _give_subject(sentence: Doc, i: int) -> None:
    """The noun before a cut verb is its subject, where the parser takes it for a part of a name ("John Healey co-chaired")."""
    parts = sentence[i : i + 3]
    hanging = [c for part in parts for c in part.children if c.i < i]
    if not parts[2].tag_.startswith("VB") or any(c.dep_ in ("nsubj", "nsubjpass") for c in hanging):
        return
    before = [c for c in hanging if c.tag_.startswith("NN") and c.dep_ in ("compound", "nmod", "dep", "npadvmod", "appos")]
    if before:
        before[-1].dep_ = "nsubj"


def _tag(sentence: Doc, i: int) -> str:
    """The tag of the last part, corrected by its ending where the parser takes a participle for a bare verb."""
    rest = sentence[i + 2]
    if not rest.tag_.startswith("VB"):
        return str(rest.tag_)
    passive = any(c.dep_ == "auxpass" or c.lower_ in ("have", "has", "had") for part in sentence[i : i + 3] for c in part.children)
    if rest.lower_.endswith("ing"):
        return "VBG"
    if not rest.lower_.endswith("ed"):
        return str(rest.tag_)
    return "VBN" if passive else "VBD" if rest.tag_ in ("VB", "VBP") else str(rest.tag_)
