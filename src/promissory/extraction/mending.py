"""Where spaCy loses its way before the finders read: words it cuts ("co-chaired", "vice-president"), verbs it takes for plurals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.genders import GIVEN

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PREFIXES = frozenset(("co", "vice"))
#: What the rest is no word without ("co-operation", "co-ordinates").
WRITTEN_AS_ONE = ("operat", "ordinat")

#: Verbs without an object, whose subject may stand behind them.
POSTURES = frozenset("sits sit sat stands stand stood waits lies lay lives hangs hung comes came goes works kneels sleeps stays".split())
FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
#: Participles that open a sentence on what somebody was asked.
QUESTIONED = frozenset(("asked", "pressed", "questioned", "quizzed", "challenged", "told"))
#: Ranks that are adjectives elsewhere.
RANKS = frozenset(("general", "major", "private", "corporal"))
STOPS = frozenset((".", "!", "?", "…"))
#: What may stand before the subject of a sentence.
BESIDE = frozenset(("prep", "advmod", "punct", "npadvmod", "advcl", "cc", "intj", "compound", "ccomp"))


def mend(sentence: Doc) -> dict[int, str]:
    """Joins words that are cut in a parsed sentence, in place, and gives a verb taken for something else its subject and tag back.

    Where they stand then → what the word is without the hyphen ("chaired", "cooperation").
    """
    _revive(sentence)
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


def _revive(sentence: Doc) -> None:
    """ "Bondar laughs when told of it.": the verb of a whole sentence, which the parser takes for a plural that the name belongs to."""
    if len(sentence) and sentence[0].lower_ in QUESTIONED and sentence[0].tag_ == "VBD" and sentence[0].dep_ == "advcl":
        sentence[0].tag_ = "VBN"
    for word in sentence:
        if (word.tag_ == "JJ" and word.dep_ in ("nsubj", "nsubjpass") and word.lower_ in RANKS) or (
            word.lower_ in GIVEN and word.text.istitle() and word.tag_ in ("JJ", "NN") and word.dep_ in ("nsubj", "nsubjpass", "appos")
        ):
            word.tag_ = "NN" if word.lower_ in RANKS else "NNP"
    if not len(sentence) or sentence[-1].text not in STOPS:
        return
    root = next(t for t in sentence if t.dep_ == "ROOT")
    _give_late_subject(root)
    if root.tag_ in ("NN", "NNS") and any(c.dep_ == "nsubj" and c.i < root.i for c in root.children):
        root.tag_ = "VBP" if root.tag_ == "NN" else "VBZ"  # "Washington and Kyiv estimate that": only verbs have subjects
    before = sentence[root.i - 1] if root.i else root
    lone = all(c.dep_ in BESIDE or c is before for c in root.lefts)
    # "“We are late,” Bondar joked."
    past = root.tag_ == "NN" and root.lower_.endswith("ed") and sentence[0].is_quote
    if (root.tag_ == "NNS" or past) and lone and before.tag_ == "NNP" and before.dep_ == "compound" and before.head.i == root.i:
        root.tag_, before.dep_ = "VBD" if past else "VBZ", "nsubj"
    last = sentence[-2] if len(sentence) > 2 else root
    # "His customer, a sergeant, waits."
    alone = not any(t.tag_ in FINITE for t in sentence)
    if alone and last.tag_ == "NNS" and last.dep_ == "appos" and last.head.i == root.i and sentence[last.i - 1].text == ",":
        last.tag_ = "VBZ"


def _give_late_subject(verb: Token) -> None:
    """ "In a yard sits Taras.": who is behind a verb that has no object."""
    behind = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    ahead = any(c.dep_ in ("prep", "advmod") and c.i < verb.i for c in verb.children)
    alone = not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    if verb.lower_ in POSTURES and verb.tag_ in FINITE and ahead and alone and len(behind) == 1:
        behind[0].dep_ = "nsubj"


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
