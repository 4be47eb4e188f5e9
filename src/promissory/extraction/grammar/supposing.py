"""What is only told under a condition, or only supposed: "if it gives", "subject to approval", "had it sent tanks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promissory.extraction.words import Token

CONDITIONAL = frozenset(("if", "unless", "whether", "provided", "pending", "assuming"))
PROVIDING = frozenset("assuming supposing presuming providing provided".split())
#: What a gift may be subject to.
ASSENTS = frozenset("approval authorisation authorization availability adoption confirmation consent ratification decision vote".split())


def is_conditional(verb: Token) -> bool:
    """Whether a verb tells something only under a condition, its own or that of the clause above it."""
    here: Token | None = verb
    for _ in range(4):
        if here is None:
            return False
        if any(
            c.lower_ in CONDITIONAL and c.dep_ in ("mark", "prep", "advmod") and c.i < here.i and not _is_even(c) for c in here.children
        ):
            return True
        if (
            _is_subject_to(here)
            or _is_tied(here)
            or _is_inverted(here)
            or any(c.dep_ == "advcl" and _opens_with_if(c) for c in here.children)
        ):
            return True
        here = here.head if here.dep_ in ("xcomp", "ccomp", "conj") and here.head.i != here.i else None
        if here is not None and _is_supposing(here):
            return True
    return False


def is_counterfactual(verb: Token) -> bool:
    """ "If it had sent tanks, the war would have been shorter", "would have got jets if it had asked": what never came about."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    supposed = verb.dep_ == "ccomp" and _is_supposing(verb.head)
    return supposed or bool(words & {"had", "'d"}) or ("have" in words and bool(words & {"would", "could", "might"}))


def _is_supposing(verb: Token) -> bool:
    """ "Suppose the allies gave it missiles", "imagine that …": what the reader is only bidden to think of."""
    if _is_proviso(verb):
        return True
    bidden = verb.tag_ in ("VB", "VBP") and (not verb.i or verb.nbor(-1).is_punct) and not any(c.i < verb.i for c in verb.children)
    return bidden and verb.lemma_.lower() in ("suppose", "imagine", "assume")


def _is_proviso(clause: Token) -> bool:
    """ "Assuming the Senate agrees": a participle that makes a condition of what follows it."""
    return clause.dep_ == "advcl" and clause.lower_ in PROVIDING and any(c.dep_ == "ccomp" for c in clause.children)


def _is_even(mark: Token) -> bool:
    """ "Even if the first have begun to arrive": granted, not made a condition."""
    return mark.i > 0 and mark.lower_ == "if" and mark.doc[mark.i - 1].lower_ == "even"


def _is_subject_to(verb: Token) -> bool:
    """ "Subject to approval by parliament": somebody has still to assent."""
    subject = [c for c in verb.children if c.lower_ == "subject" and c.dep_ in ("acomp", "advcl", "amod", "prep", "advmod", "oprd")]
    after = [p for c in subject for to in c.children if to.lower_ == "to" for p in to.children]
    return any(p.lemma_.lower() in ASSENTS for p in after)


def _opens_with_if(clause: Token) -> bool:
    """Whether an adverbial clause is the condition of the one above it."""
    return _is_proviso(clause) or any(c.dep_ == "mark" and c.lower_ in ("if", "unless") and c.i < clause.i for c in clause.children)


def _is_tied(verb: Token) -> bool:
    """ "Made delivery conditional on reforms", "as long as others sent theirs": only if something else holds."""
    made = verb.lemma_ == "make" and any(c.lower_ in ("conditional", "contingent", "dependent") for c in verb.children)
    long = verb.dep_ == "advcl" and verb.head.lower_ == "long" and any(c.lower_ == "as" for c in verb.head.children)
    return made or (long and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children))


def _is_inverted(verb: Token) -> bool:
    """ "Should Congress approve it", "had it sent tanks": the auxiliary before its subject."""
    should = next((c.i for c in verb.children if c.lower_ == "should" and c.dep_ == "aux"), None)
    first = verb.left_edge
    had = first.i if first.lower_ == "had" and first.dep_ == "aux" and verb.doc[-1].text != "?" else None
    subject = next((c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and any(at is not None and at < subject for at in (should, had))
