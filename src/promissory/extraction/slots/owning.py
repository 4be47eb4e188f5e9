"""Whose an event or a thing is: those named before its noun ("Biden's call", "the NATO summit", "their talks")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import conjuncts
from promissory.extraction.lexicon.events import EXCHANGES
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone, owner

if TYPE_CHECKING:
    from promissory.extraction.text.gazetteer import Mention
    from promissory.extraction.words import Token


def owners(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """Those named before the noun in its phrase: "Biden's call", "the NATO summit", "US-Ukrainian talks", "Russian strikes"."""
    found: dict[str, Referent] = {}
    holders = [c for c in noun.lefts if c.dep_ == "poss" or (c.dep_ == "nmod" and any(k.dep_ == "case" for k in c.children))]
    for holder in holders:
        found |= {one.id: one for one in _holders(scene, sentence, holder, noun)}
    taken = {t.i for c in holders for t in c.subtree} if found else set()
    for mention in before(sentence, noun):
        if not taken & {t.i for t in sentence.tokens_of(mention)} and (one := owner(mention)):
            found.setdefault(one.id, one)
    return list(found.values())


def _holders(scene: Scene, sentence: Sentence, holder: Token, noun: Token) -> list[Referent]:
    """Whom a possessive names; "their" and "its" point to the nearest one named before."""
    if holder.lower_ == "our" and (ours := _ours(scene, sentence, noun)):
        return ours
    if holder.lower_ not in ("their", "its"):
        named = everyone(scene, sentence, _meant(holder, noun))
        return [*_joint(sentence, holder), *named] if named and named[0].person else named
    if holder.lower_ == "their" and (several := _several_before(scene, sentence, noun)):
        return several
    if holder.lower_ == "their" and (several := _subjects_over(scene, sentence, noun)):
        return several
    for token in reversed(noun.doc[max(0, noun.i - 15) : noun.i]):
        if (
            token.pos_ in ("PROPN", "NOUN")
            and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")
            and (named := everyone(scene, sentence, [token]))
        ):
            return _with_subject(scene, sentence, holder, noun, named)
    return []


def _ours(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "X came to Odesa, and during our meeting": X, and the one who speaks."""
    author = scene.discourse.author
    named = [p for m in sentence.mentions if m.end <= noun.idx and (p := m.id_of("person", "surname")) and p != author]
    if author not in scene.pack.person or author is None or not named or noun.lemma_.lower() not in EXCHANGES:
        return []
    return [Referent(author, person=True, inferred=True), Referent(named[-1], person=True)]


def _several_before(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "The leaders of France and Poland came to Kyiv and had their call with X": the several named last, rather than the city."""
    plural = [t for t in noun.doc[max(0, noun.i - 25) : noun.i] if t.tag_ in ("NNS", "NNPS") and t.dep_ in ("nsubj", "nsubjpass", "pobj")]
    found = (everyone(scene, sentence, [t]) for t in reversed(plural) if t.lemma_.lower() in ("leader", "president", "minister"))
    return next((named for named in found if len(named) > 1), [])


def _subjects_over(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "X and Y signed it in Kyiv before their talks": the people whose deed the clause tells."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.lemma_.lower() in EXCHANGES else None
    people = [r for r in everyone(scene, sentence, subjects(verb)) if r.person] if verb is not None and verb.pos_ == "VERB" else []
    return people if len(people) > 1 else []


def _joint(sentence: Sentence, holder: Token) -> list[Referent]:
    """ "Scholz and Zelensky's meeting": the person before "and", which the parser takes for the subject."""
    mention = sentence.at.get(holder.i)
    first = sentence.tokens_of(mention)[0].i if mention else holder.i
    before = sentence.at.get(first - 2) if first > 1 and sentence.tokens[first - 1].lower_ == "and" else None
    person = before.id_of("person", "surname") if before else None
    return [Referent(person, person=True)] if person else []


def _with_subject(scene: Scene, sentence: Sentence, holder: Token, noun: Token, named: list[Referent]) -> list[Referent]:
    """ "Speaking alongside Kuleba after their meeting, Blinken said": "their" means the one named and the subject."""
    verb = noun.head.head if noun.dep_ == "pobj" else None
    if holder.lower_ != "their" or len(named) != 1 or not named[0].person or verb is None or verb.pos_ not in ("VERB", "AUX"):
        return named
    return list({r.id: r for r in (*named, *everyone(scene, sentence, subjects(verb)))}.values())


def _meant(holder: Token, noun: Token) -> list[Token]:
    """Whom a possessive means: in "In his meeting with X, Y said", the subject that follows."""
    if holder.lower_ == "whose":
        return _whose(noun)
    if holder.pos_ != "PRON" or noun.dep_ != "pobj" or holder.lower_ == "our":
        return conjuncts(holder)
    verb = noun.head.head
    following = [s for s in subjects(verb) if s.i > noun.i] if verb.pos_ in ("VERB", "AUX") else []
    return following or [holder]


def _whose(noun: Token) -> list[Token]:
    """ "X, whose call with Z"; both of "X and his colleague Y, whose talks", also where the parser takes their clause for the main one."""
    verb = noun.head
    fronted = [c for c in verb.children if c.dep_ == "nsubj" and c.i < noun.i]
    named = verb.head if verb.dep_ == "relcl" else next(iter(fronted), None)
    if named is None or noun.tag_ != "NNS" or any(c.lower_ in ("with", "to") for c in noun.children):
        return [named] if named is not None else []
    while named.dep_ in ("appos", "conj") and named.head.pos_ in ("NOUN", "PROPN"):
        named = named.head
    return conjuncts(named)


def before(sentence: Sentence, noun: Token) -> list[Mention]:
    """The mentions inside the noun's phrase up to its end, clauses before it left out."""
    inside = ("det", "poss", "compound", "amod", "nmod", "nummod")  # "the French initiative": the article may belong to the name
    start = min([noun.idx, *(t.idx for c in noun.lefts if c.dep_ in inside for t in c.subtree)])
    end = noun.idx + len(noun)
    return [m for m in sentence.mentions if start <= m.start and m.start < end]
