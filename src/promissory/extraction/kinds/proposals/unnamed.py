"""Those who urge or are urged without a name that the pack knows: "we recommend", "the peers want", "holders of the system should lend"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.syntax import is_passive
from promissory.extraction.grammar.tree import children
from promissory.extraction.lexicon.callings import FIRMS, LAWMAKERS, ORGANS, PERSON_NOUNS
from promissory.extraction.lexicon.sayers import is_human

if TYPE_CHECKING:
    from promissory.extraction.words import Token

PRONOUNS = frozenset("we i they he she somebody someone some many most others both".split())
#: Bodies and people that no list of offices has.
BODIES = frozenset(
    "party peer club deputy lawyer auditor inspector comptroller ombudsman rapporteur panel inquiry think-tank institute critic economist "
    "expert analyst academic holder owner donor ally government capital minister state country parliament council city town signatory "
    "village mayor court bank utility operator company maker producer reader voter taxpayer employer neighbour neighbor liberal "
    "conservative socialist green democrat republican tory nationalist left right opposition faction group".split()
)
KNOWN = ORGANS | PERSON_NOUNS | FIRMS | BODIES
#: Verbs by which nobody who is bidden does anything: what is left open or laid down, and what befalls one.
IDLE = frozenset(
    "be decide wait answer hope know see seem appear prove arrive follow note remember suffice help add "
    "say mention stress emphasise emphasize find repeat recall".split()
)


def is_somebody(tokens: list[Token]) -> bool:
    """Whether those named are people or a body, by whatever noun."""
    return any(_is_one(t) for t in tokens)


def _is_one(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.lower_ in PRONOUNS or lemma in KNOWN or lemma in LAWMAKERS or is_human(lemma):
        return True
    return token.pos_ == "PROPN"


def bids_by_itself(modal: Token, verb: Token, told: list[Token]) -> bool:
    """ "Finance ministers ought to come", "the mandate should be rewritten": a text that says itself what is to be done."""
    if verb.lemma_ in IDLE or verb.pos_ != "VERB":
        return False
    if is_passive(verb):
        return modal.lower_ in ("should", "ought")
    return is_somebody(told) and not any(t.lower_ in ("he", "she", "i") for t in told)


def is_want_of_others(tokens: list[Token]) -> bool:
    """ "Wants the cabinet to license exports", "wanted him to raise it": somebody else, by a noun or a pronoun of the third person."""
    return any((t.pos_ != "PRON" and _is_one(t)) or t.lower_ in ("him", "her", "them", "others") for t in tokens)


def behind_debate(verb: Token) -> list[Token]:
    """ "Proposed during the debate that a third be earmarked": the clause that the parser hangs on where it was said."""
    hosts = [t for p in children(verb, "prep") for t in children(p, "pobj")]
    clauses = [c for t in hosts for c in children(t, "acl", "relcl") if c.i > verb.i and _is_subjunctive(c)]
    return [c for c in clauses if any(m.lower_ == "that" for m in c.children)]


def _is_subjunctive(clause: Token) -> bool:
    """ "That a third be earmarked", "that the team report": a bare form."""
    bare = any(c.lower_ == "be" and c.tag_ == "VB" for c in clause.children) or clause.tag_ == "VB"
    return bare and not any(c.tag_ == "MD" or c.lower_ == "to" for c in clause.children)
