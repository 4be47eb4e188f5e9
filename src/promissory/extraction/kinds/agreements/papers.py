"""Words that stand for an instrument: papers that are one only once signed, "one with Paris", what others are made under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.agreements.counterparts import is_basis
from promissory.extraction.kinds.agreements.instruments import TALKING, Reading
from promissory.extraction.kinds.agreements.lending import TEXTS
from promissory.extraction.lexicon.events import NEGOTIATIONS
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What a text of an instrument consists of, and verbs by which it comes out.
CONTENTS = frozenset("text content contents detail details copy draft provision wording version".split())
TELLING = frozenset("disclose publish reveal report unveil release post obtain see quote leak cite print share".split())

#: What is promised for somebody's safety.
PROMISES = frozenset("commitment guarantee assurance".split())


def stands_for_instrument(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """ "Signed a near-identical one with Paris", "six have been signed with": the instruments of this sentence or the one before."""
    if is_signed_promise(token):
        return True
    if token.i in sentence.number_at and token.dep_ == "nsubjpass" and is_signed(token.head) and after(token.head, "with"):
        return _are_told(scene, sentence)
    if token.lower_ not in ("one", "another", "ones") or not (after(token, "with") or (token.dep_ == "dobj" and after(token.head, "with"))):
        return False
    made = token.head.lemma_ in TALKING and token.dep_ in ("dobj", "nsubjpass")
    if not made and not (token.dep_ in ("dobj", "nsubjpass") and is_signed(token.head)):
        return False
    return _are_told(scene, sentence)


def _are_told(scene: Scene, sentence: Sentence) -> bool:
    """Whether this sentence or the one before tells of an instrument."""
    told = scene.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    return any(f.role == "instrument" for s in told for _, f in triggers(scene.pack, s, "agreement"))


def are_talks_of_instruments(scene: Scene, noun: Token) -> bool:
    """ "Negotiations are under way with ten more states", after agreements have been told of: talks about others like them."""
    if (
        not scene.told
        or noun.lemma_.lower() not in NEGOTIATIONS
        or noun.dep_ not in ("nsubj", "nsubjpass", "dobj")
        or after(noun, "on", "about", "over")
    ):
        return False
    verb = noun.head
    on = verb.lemma_ == "be" and any(t.lower_ in ("way", "ongoing", "progress", "underway") for t in verb.subtree)
    return (on or verb.lemma_ in TALKING | {"hold", "conduct", "continue"}) and bool([*after(noun, "with"), *after(verb, "with")])


def is_frame(noun: Token) -> bool:
    """ "Agreements under the declaration of the G7", "their public statements": what others are made under or is only said is none."""
    if noun.lemma_ == "statement" and noun.tag_ == "NNS" and not {c.lower_ for c in noun.lefts} & {"joint", "common", "bilateral"}:
        return True
    if any(c.dep_ == "acl" and is_signed(c) and agents(c) for c in noun.children):
        return False  # "under an agreement signed by the two"
    if any(c.dep_ == "relcl" and (is_signed(c) or c.lemma_ in ("reach", "strike")) and children(c, "nsubj") for c in noun.children):
        return False  # "under the deal that the two concluded"
    if is_basis(noun):
        return False  # "under a deal struck in Ottawa last week, X will build"
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "under" else None
    return above is not None and (above.pos_ in ("VERB", "AUX") or above.lemma_.lower() in TEXTS)


def is_only_told_of(reading: Reading) -> bool:
    """ "Reuters disclosed the content of the agreement in May": a day on which its text came out, not on which it was made."""
    verb = reading.verb
    return verb is not None and verb.lemma_ in TELLING and any(n.lemma_.lower() in CONTENTS for n in reading.nouns[1:])


def is_signed_promise(noun: Token) -> bool:
    """ "Signed security commitments with the EU", "security guarantees signed in Brussels": promises that are a paper once signed."""
    if noun.lemma_.lower().removesuffix("s") not in PROMISES or not any(c.lemma_.lower() in ("security", "joint") for c in noun.lefts):
        return False
    above = noun.head if noun.dep_ in ("dobj", "nsubjpass", "nsubj") else None
    verbs = [*([above] if above is not None else []), *children(noun, "acl", "relcl")]
    return any(v.lemma_ in ("sign", "ink", "initial") for v in verbs)


def is_paper(noun: Token) -> bool:
    """Whether the word is one for any text, or for more than a text; only what is signed is an instrument then."""
    return noun.lemma_.lower().removesuffix("s") in ("document", "text", "partnership")  # the lemma of a proper noun keeps its plural


def is_signed(verb: Token) -> bool:
    """ "Signed a document", "put their names to the text"."""
    put = verb.lemma_ == "put" and any(c.lemma_ in ("name", "signature", "pen") for c in verb.children)
    into = verb.lemma_ == "enter" and any(c.lower_ == "into" for c in verb.children)
    agreed = verb.lemma_ == "agree" and any(c.lower_ in ("on", "to", "upon") and c.dep_ == "prep" for c in verb.children)
    return put or into or agreed or verb.lemma_ in ("sign", "ink", "initial", "conclude", "seal")
