"""What is put in the middle of a clause ("has, for the first time, sent"; "Norway – as ever – gave"), set aside while a sentence is parsed.

The parser makes two clauses of one that is interrupted. It reads the rest of the sentence and what is set aside each by itself, and both
are put together again as they stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES
from promissory.extraction.grammar.tree import FINITE
from promissory.extraction.lexicon.verbs import SAID

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Words that a verb is formed with, behind which something may be interjected.
HELPING = frozenset("has have had will would shall should could may might must can is are was were be been being cannot not".split())
#: Words that open what is interjected, beside adverbs in -ly.
OPENING = frozenset(
    "in as at by for from on under over after before despite during since to through like with without within among amid contrary unlike "
    "thanks according however therefore meanwhile instead thus too moreover nonetheless nevertheless indeed furthermore perhaps still "
    "though consequently hence again also once of alongside together depending given along".split()
)
#: Words that go on with another clause: what a comma closes before them is none.
ELSEWHERE = frozenset(
    "and or but nor so yet because which who whom whose that this these those he it she they we i you there what when where while if as "
    "although though since after before until unless the a an his her its their our your my including with in on at for by".split()
)
#: How old somebody is who is told of.
AGE = re.compile(r"[1-9]\d")
RELATIVES = frozenset("which who whose whom where".split())
#: Words that open a clause that is no aside; those that open one that is.
CLAUSES = frozenset("and or but nor so yet that he she it they we i you there this these those".split())
MARKS = frozenset("while when although though if as because since where unless once".split())
DASHES = frozenset(("–", "—", "-", "--"))
#: The tags of marks around what is interjected, but for dashes.
TAGS = {",": ",", "(": "-LRB-", ")": "-RRB-"}
#: Marks that may stand in what is interjected.
INNER = frozenset((",", "-", "'", "’", "%", "/", "&", "(", ")"))
#: How many words may be interjected at most, between commas and between dashes.
SHORT, LONG = 12, 25

#: First letters of the tag of what is interjected → what it is to the word that it hangs on.
RELATIONS = {
    "NN": "appos", "CD": "appos", "PR": "appos", "JJ": "amod", "VBN": "acl", "VB": "advcl", "IN": "prep", "TO": "prep",
}  # fmt: skip
#: Participles that are used as prepositions.
PREPOSITIONS = frozenset("according including following concerning regarding depending excluding given".split())
#: Words that say who or what is among several.
MEMBERS = frozenset(("including", "such"))
#: What a verb with a tense of its own has, and a participle that is taken for one has not.
FULL = frozenset(("ccomp", "dobj", "aux"))
#: What a noun can have beside it.
OF_NOUNS = frozenset(("appos", "amod", "acl"))
#: `[start, end)` of what is interjected, with the marks around it.
Aside = tuple[int, int]


def read_apart(sentences: Sequence[Doc], read: Callable[[Iterator[Doc]], Iterator[Doc]]) -> list[Doc]:
    """The sentences as `read` parses them, but for what is interjected, which it reads by itself.

    What stands beside a subject is set aside only where a subject and its verb are found without it and not with it.
    """
    asides = [asides_of(sentence) for sentence in sentences]
    found = _read_all(sentences, [aside.inside for aside in asides], read)
    broken = [n for n, aside in enumerate(asides) if not _is_sound(found[n], aside.beside)]
    again = _read_all([sentences[n] for n in broken], [asides[n].all for n in broken], read)
    for n, one in zip(broken, again, strict=True):
        told = all(_is_said_of(one, aside) for aside in asides[n].beside)
        found[n] = one if told and _is_sound(one, asides[n].beside) else found[n]
    return found


def _is_said_of(sentence: Doc, aside: Aside) -> bool:
    """Whether what was set aside says something of the noun or the verb, or who says the rest ("its minister said"), and nothing else."""
    start, end = aside
    first = sentence[start + 1]
    while start < first.head.i < end and first.head.i != first.i:
        first = first.head
    if first.dep_ == "relcl" or sentence[end - 2].lower_ in SAID or sentence[start].text != ",":
        return True
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in first.children):
        return any(c.lower_ in MARKS for c in first.children)
    if first.tag_ == "VBD":
        return not any(c.dep_ in FULL for c in first.children)
    return not has_tense(first)


def has_tense(verb: Token) -> bool:
    """Whether a verb has a tense, its own or that of an auxiliary."""
    return verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)


def _is_sound(sentence: Doc, asides: Sequence[Aside]) -> bool:
    """Whether the word behind each of some asides is a finite verb whose subject ends before it."""
    return all(_is_behind_subject(sentence, aside) for aside in asides)


def _read_all(sentences: Sequence[Doc], asides: Sequence[list[Aside]], read: Callable[[Iterator[Doc]], Iterator[Doc]]) -> list[Doc]:
    """The sentences with their asides parsed by themselves, all parts in one go."""
    parts = [_without(one, aside) if aside else [one] for one, aside in zip(sentences, asides, strict=True)]
    parsed = read(part for here in parts for part in here)
    trees = [[next(parsed) for _ in here] for here in parts]
    return [_together(one, aside, here) if aside else here[0] for one, aside, here in zip(sentences, asides, trees, strict=True)]


def _is_behind_subject(sentence: Doc, aside: Aside) -> bool:
    """Whether the word behind an aside is a finite verb whose subject ends before it."""
    start, end = aside
    verb = sentence[end]
    clause = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < start]
    return verb.tag_ in FINITE and any(max(t.i for t in s.subtree if t.i < start) == start - 1 for s in subjects)


@dataclass(frozen=True, slots=True)
class Asides:
    """What is interjected in a sentence, in order: inside a verb, and beside what may be a subject."""

    inside: list[Aside]
    beside: list[Aside]

    @property
    def all(self) -> list[Aside]:
        return sorted((*self.inside, *self.beside))


def asides_of(words: Doc) -> Asides:
    """Where something is interjected in a sentence."""
    commas = [t.i for t in words if t.text == ","]
    dashes = [t.i for t in words if t.text in DASHES and _is_free(words, t.i)]
    firm = _apart([pair for pair in pairwise(commas) if _is_interjected(words, *pair)], [])
    beside = [pair for pair in pairwise(commas) if _is_beside(words, *pair)]
    if dashes and len(dashes) % 2 == 0:
        beside += [pair for pair in zip(dashes[::2], dashes[1::2], strict=True) if _is_dashed(words, *pair)]
    beside += [pair for pair in _brackets(words) if _is_within(words, *pair, LONG) and words[pair[1] + 1].is_lower]
    return Asides(firm, _apart(sorted(beside), firm))


def _brackets(words: Doc) -> Iterator[tuple[int, int]]:
    """Where brackets open and close."""
    opened = None
    for token in words:
        if token.text == "(":
            opened = token.i
        elif token.text == ")" and opened is not None:
            yield opened, token.i
            opened = None


def _apart(pairs: Sequence[tuple[int, int]], taken: Sequence[Aside]) -> list[Aside]:
    """The pairs of marks as asides, but for those that run into one before or into one that is `taken`."""
    found: list[Aside] = []
    for first, second in pairs:
        free = all(second < start or end <= first for start, end in taken)
        if free and (not found or first >= found[-1][1]):
            found.append((first, second + 1))
    return found


def _is_beside(words: Doc, first: int, second: int) -> bool:
    """Whether two commas may part off what is said of a subject before its verb ("Norway, which has no tanks, sent guns")."""
    if not _is_within(words, first, second, LONG) or second - first < 3:
        return False
    before, opener, behind = words[first - 1], words[first + 1], words[second + 1]
    some = opener.text == "among" and words[first + 2].text in ("them", "those", "whom")  # who of several is meant
    told = second - first == 4 and opener.text == "it" and words[first + 2].text in ("was", "is") and words[first + 3].text in SAID
    opened = opener.is_alpha and opener.is_lower and (told or opener.text not in CLAUSES) and not some  # "Norway, it was announced, will"
    return opened and before.is_alpha and behind.is_alpha and behind.is_lower and behind.text not in ELSEWHERE


def _is_free(words: Doc, at: int) -> bool:
    """Whether a dash parts words, and does not join them."""
    if not 0 < at < len(words) - 1:
        return False
    return words[at].text == "—" or bool(words[at - 1].whitespace_ and words[at].whitespace_)


def _is_within(words: Doc, first: int, second: int, most: int) -> bool:
    """Whether two marks inside a sentence hold few words between them, without marks that part sentences."""
    held = words[first + 1 : second]
    within = first > 0 and second + 1 < len(words) and 0 < len(held) <= most
    return within and not any(t.is_punct and t.text not in INNER for t in held)


def _is_interjected(words: Doc, first: int, second: int) -> bool:
    """Whether two commas part something off from a verb, or the age of somebody from who it is."""
    if not _is_within(words, first, second, SHORT) or any(t.text in HELPING for t in words[first + 1 : second]):
        return False
    before, opener, behind = words[first - 1], words[first + 1], words[second + 1]
    if second == first + 2 and AGE.fullmatch(opener.text):
        return before.is_alpha and before.lower_ not in MONTH_NAMES and behind.is_alpha
    if before.text not in HELPING or not (opener.text in OPENING or (opener.text.endswith("ly") and opener.is_lower)):
        return False
    return behind.text not in ELSEWHERE and behind.is_alpha and behind.is_lower


def _is_dashed(words: Doc, first: int, second: int) -> bool:
    """Whether two dashes of one kind hold something that the clause goes on behind."""
    return words[first].text == words[second].text and _is_within(words, first, second, LONG) and words[second + 1].is_alpha


def _without(words: Doc, asides: Sequence[Aside]) -> list[Doc]:
    """What is left of a sentence, and what is set aside without its marks."""
    from spacy.tokens import Doc

    left = [t for t in words if not any(start <= t.i < end for start, end in asides)]
    parts = [left, *(list(words[start + 1 : end - 1]) for start, end in asides)]
    before = {start - 1 for start, _ in asides}  # "has, as planned, sent": a space where the comma stood
    return [Doc(words.vocab, [t.text for t in part], spaces=[bool(t.whitespace_) or t.i in before for t in part]) for part in parts]


def _together(words: Doc, asides: Sequence[Aside], parts: Sequence[Doc]) -> Doc:
    """The sentence as it stood with the trees of its parts: what was set aside hangs on the noun or the verb it stands behind."""
    from spacy.tokens import Doc

    left, *apart = parts
    kept = [t.i for t in words if not any(start <= t.i < end for start, end in asides)]
    heads, deps, tags = list(range(len(words))), ["punct"] * len(words), [TAGS.get(t.text, ":") for t in words]
    for token, at in zip(left, kept, strict=True):
        heads[at], deps[at], tags[at] = kept[token.head.i], token.dep_, token.tag_
    for (start, end), part in zip(asides, apart, strict=True):
        root = next(t for t in part if t.head.i == t.i)
        relation = "relcl" if part[0].lower_ in RELATIVES else _relation(root)
        above = _above(start - 1, root, heads, deps, tags)
        heads[start] = heads[end - 1] = above
        for token in part:
            at = start + 1 + token.i
            rooted = token.head.i == token.i
            heads[at] = above if rooted else start + 1 + token.head.i
            deps[at] = (relation if token.i == root.i else _relation(token)) if rooted else token.dep_
            tags[at] = "VBN" if deps[at] == "acl" else token.tag_
    return Doc(words.vocab, [t.text for t in words], spaces=[bool(t.whitespace_) for t in words], heads=heads, deps=deps, tags=tags)


def _above(before: int, root: Token, heads: Sequence[int], deps: Sequence[str], tags: Sequence[str]) -> int:
    """The word that what is interjected behind `before` hangs on."""
    if root.doc[0].lower_ in RELATIVES and tags[before].startswith(("NN", "CD")):
        return before
    if root.tag_ == "CD" and tags[before] not in ("NNS", "NNPS"):  # "500 drones from Iran - a tenth of them new -"
        counted = [heads[n] for n in range(before + 1) if deps[n] == "nummod" and heads[n] <= before]
        return counted[-1] if counted else before
    if _relation(root) in OF_NOUNS and tags[before].startswith(("NN", "CD")):
        while _relation(root) == "acl" and deps[before] in ("pobj", "prep"):
            before = heads[before]  # "the coalition for Ukraine, launched a year ago,"
        return before
    if root.doc[0].lower_ in MEMBERS and tags[before].startswith("NN"):
        return before
    verb = _verb_above(before, heads, tags)
    if root.lower_ == "including" and deps[verb] == "relcl":
        return heads[verb]
    return verb


def _verb_above(at: int, heads: Sequence[int], tags: Sequence[str]) -> int:
    """The verb that a word belongs to, no auxiliary; the last word above it where there is none."""
    while heads[at] != at and (not tags[at].startswith("VB") or tags[heads[at]].startswith("VB")):
        if tags[at].startswith("VB") and heads[at] < at:
            break
        at = heads[at]
    return at


def _relation(root: Token) -> str:
    """What the head of an interjection is to the word that it hangs on."""
    if root.tag_ == "VBD" and not any(c.dep_ in (*FULL, "nsubj") for c in root.children):
        return "acl"  # "pictured", "asked about it"
    if root.tag_ in FINITE:
        return "advcl" if any(c.lower_ in MARKS for c in root.children) else "parataxis"
    if root.lower_ in PREPOSITIONS:
        return "prep"
    return next((relation for start, relation in RELATIONS.items() if root.tag_.startswith(start)), "advmod")
