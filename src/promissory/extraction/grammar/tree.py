"""The tree of a parsed sentence: children, conjuncts, what stands after a preposition, clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from promissory.extraction.lexicon.callings import PERSON_NOUNS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

SUBJECTS = frozenset(("nsubj", "csubj", "expl"))
PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
#: Tags of verbs with a tense of their own, and with them those of "will" and "may".
TENSED = frozenset(("VBD", "VBZ", "VBP"))
FINITE = TENSED | {"MD"}
OBJECTS = frozenset(("dobj", "obj", "attr", "oprd"))
#: What stands before a place, whose land may follow behind a comma ("in Lviv, Ukraine, and Warsaw").
PLACING = frozenset("in at near from outside to via of".split())
#: What may stand before a name as a title.
TITLES = PERSON_NOUNS | {"candidate", "nominee", "contender", "chairperson", "speaker", "premier"}


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents of a token under one of the labels."""
    return [child for child in token.children if child.dep_ in labels]


def infinitives(verb: Token) -> list[Token]:
    """What somebody needs or has to do: the infinitives of a verb, also one behind it that the parser hangs there as an adverbial."""
    near = [c for c in children(verb, "advcl") if c.tag_ == "VB" and any(t.lower_ == "to" and t.i == verb.i + 1 for t in c.children)]
    return children(verb, "xcomp") + near


def hung_on(verb: Token) -> Token:
    """The word that a verb hangs on, past a preposition ("owned up to sending", "admitted sending")."""
    return verb.head.head if verb.head.pos_ == "ADP" else verb.head


def conjuncts(token: Token) -> list[Token]:
    """The token and all it is coordinated with to its right; of two titles before one name, only the name."""
    if not token.children:
        return [token]
    if (named := _doubly_titled(token)) is not None:
        return conjuncts(named)
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" or _goes_on_row(token, child) or _is_in_row(token, child):
            found += conjuncts(child)
        elif child.dep_ == "prep" and child.lower_ in ("including", "like"):
            continue
    return found


def _goes_on_row(name: Token, child: Token) -> bool:
    """ "By Denmark, Britain, Spain and Malta": a name that the parser takes for another name of the first, with more names behind it."""
    if child.text in ("Jr.", "Sr.", "Jr", "Sr"):
        return False
    names = child.dep_ == "appos" and child.pos_ == name.pos_ == "PROPN" and child.i > name.i and name.head.lower_ != "of"
    if not names or not any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in child.children):
        return False
    first, start = child.left_edge.i, name.left_edge.i
    return name.doc[first - 1].text == "," and not (start and name.doc[start - 1].text == "(")


def _is_in_row(name: Token, child: Token) -> bool:
    """ "Macron, Merz, Tusk, and Starmer called": the next of a row of bare names, which the parser takes for another name of the first."""
    if child.dep_ != "appos" or not child.pos_ == name.pos_ == "PROPN" or child.lemma_.lower() in TITLES:
        return False
    first = name
    while first.dep_ in ("appos", "conj") and first.head.pos_ == "PROPN":
        first = first.head
    if first.head.lower_ in PLACING:
        return False
    behind = first.doc[first.i + 1 :]
    row = behind[: next((n for n, t in enumerate(behind) if t.pos_ != "PROPN" and t.lower_ not in (",", "and", "&")), len(behind))]
    joint = next((t.i for t in row if t.lower_ in ("and", "&")), None)
    return joint is not None and child.i < joint < row[-1].i


def _doubly_titled(title: Token) -> Token | None:
    """ "Presidential candidate and former vice president Mike Pence": the name, where a title without an article comes before."""
    if title.lemma_.lower() not in TITLES or title.tag_ not in ("NN", "NNP") or any(c.dep_ == "det" for c in title.lefts):
        return None
    # "President of Ukraine X, Prime Minister of Estonia Y": the first title has a name of its own
    own = any(p.pos_ == "PROPN" and p.left_edge.i < p.i for c in title.children if c.dep_ == "prep" for p in c.children)
    name = next((c for c in title.children if c.dep_ == "conj" and c.pos_ == "PROPN" and not own), None)
    if name is None or any(c.dep_ == "det" for c in name.lefts):
        return None
    before = name.doc[min((c.i for c in name.lefts), default=name.i) - 1]
    return name if any(c.dep_ in ("compound", "nmod", "conj") and c.lemma_.lower() in TITLES for c in (*name.lefts, before)) else None


def spread(tokens: Iterable[Token]) -> list[Token]:
    """All conjuncts of the tokens."""
    return [c for token in tokens for c in conjuncts(token)]


def after(token: Token, *prepositions: str) -> list[Token]:
    """The heads of the prepositional phrases of a token with one of the prepositions; datives count as "to"."""
    if not token.children:
        return []
    preps = [
        c
        for prep in token.children
        if prep.dep_ in ("prep", "dative", "agent") or (prep.dep_ == "conj" and prep.pos_ == "ADP")  # "with X and separately with Y"
        for c in conjuncts(prep)
        if c.pos_ in ("ADP", "SCONJ", "VERB", "PART")
    ]
    found = [p for prep in preps if prep.lower_ in prepositions for p in children(prep, "pobj", "pcomp")]
    if "to" in prepositions:
        found += [child for child in children(token, "dative") if child.pos_ != "ADP"]
    return spread(found)


def within(token: Token) -> Iterator[Token]:
    """The tokens of a phrase: its subtree without relative and adverbial clauses."""
    yield token
    for child in token.children:
        if child.dep_ not in ("relcl", "advcl", "ccomp", "parataxis", "conj", "appos") or (
            child.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN", "NUM")
        ):
            yield from within(child)


def own_subject(verb: Token) -> list[Token]:
    """The subject that the parser gives a verb itself."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS]
    # "the aid remains blocked", "X and Y have for years run", "X and Y will co-chair": the parser hangs the subject on the auxiliary
    helping = [c for c in verb.children if c.dep_ == "auxpass" or (c.dep_ == "aux" and (c.lemma_ in ("have", "be") or c.tag_ == "MD"))]
    return own or [s for aux in helping for s in aux.children if s.dep_ in SUBJECTS]


def main_clause(token: Token) -> Token:
    """The head of the main clause that a token stands in: the root, or a verb coordinated with it that has a subject of its own."""
    while token.head.i != token.i and not (token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and own_subject(token)):
        token = token.head
    return token


def clause(token: Token) -> Token:
    """The verb (or root, or other word of which a relative clause is made) that governs a token."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX") and token.dep_ != "relcl":
        token = token.head
    return token


def is_topic(noun: Token) -> bool:
    """ "For Kyiv every battery counts. It …": whom a sentence is about though its subject names nobody."""
    opening = noun.head
    return opening.lower_ == "for" and opening.is_sent_start and opening.head.head.i == opening.head.i


def before_clause(token: Token) -> int:
    """Where to look back from for whom a pronoun means: an object is never the subject of its own verb."""
    if token.dep_ == "nsubj" and token.lower_ in ("him", "her"):  # "the minister expects him to go": somebody else
        return next((c.i for c in token.head.head.children if c.dep_ in ("nsubj", "nsubjpass")), token.i)
    if token.dep_ not in ("dobj", "dative", "pobj"):
        return token.i
    verb = token.head.head if token.dep_ == "pobj" else token.head
    subject = next((c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), token.i)
    return min(subject, token.i)
