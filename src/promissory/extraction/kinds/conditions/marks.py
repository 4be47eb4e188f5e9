"""What opens a conditional clause ("if", "only when", "provided that", "as soon as"), and the verbs on both sides of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import FINITE, children
from promissory.extraction.kinds.conditions.bargains import is_denied
from promissory.extraction.lexicon.verbs import TELLING

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of decisions and duties: "will pay after parliament approves the bill" tells what must come first.
SETTLING = frozenset(
    "accept "
    "approve ratify agree sign meet fulfil fulfill satisfy implement complete pass adopt finish allow permit authorise authorize consent "
    "vote clear enact align harmonise harmonize transpose carry undertake withdraw cease stop".split()
)
#: Words by which a main clause offers or refuses something.
OFFERING = frozenset("ready willing prepared open possible able".split())
REFUSING = frozenset("refuse reject oppose rule exclude decline veto block".split())
PROVIDING = ("provided", "providing")
#: Verbs in brackets after which a proviso goes on with what was said.
REPORTING = TELLING | frozenset("let make think promise hint go assert repeat".split())
#: Verbs of what somebody will do unless others act.
THREATENING = frozenset("threaten consider promise pledge vow offer agree prepare intend plan want wish seek".split())
#: How far a clause may be from the mark that opens it.
NEAR = 12


def conditional_clauses(token: Token) -> Iterator[tuple[Token, Token, Token]]:
    """Each (mark, verb of its clause, verb of the main clause) that the token opens."""
    if token.lower_ in (*PROVIDING, "assuming") and (inner := _provided(token)) is not None:
        yield token, inner, _threatened(_reported(_main_before(token), token), token)
    elif _is_mark(token) and token.head.head.i != token.head.i:
        yield token, token.head, _threatened(_reported(_main(token.head.head), token), token)
    elif token.lower_ == "should" and (main := _inverted_over(token)) is not None:
        yield token, token.head, _threatened(_reported(main, token), token)


def _provided(token: Token) -> Token | None:
    """The verb after "provided that", which the parser takes for a verb of its own, a participle or a preposition."""
    if any(c.dep_ in ("auxpass", "nsubj", "nsubjpass", "agent", "dative") and c.i < token.i for c in token.children):
        return None
    if token.dep_ == "acl" and token.head.dep_ == "nsubj" and token.head.head.i == token.i + 1:
        return None  # "the systems provided meet the need"
    following = token.doc[token.i + 1 : token.i + 2]
    opened = any(t.lower_ == "that" for t in following) and (token.nbor(2).tag_ != "VBZ" if token.i + 2 < len(token.doc) else False)
    if _is_bare(token) and (finite := _next_finite(token)) is not None:
        return finite
    hung = token.dep_ in ("advcl", "prep", "acl", "conj") and not children(token, "agent")
    inner = next((c for c in token.children if c.dep_ in ("ccomp", "pcomp", "advcl") and c.i > token.i and subjects(c)), None)
    if token.lower_ == "assuming" or not (hung or opened):
        return inner if hung else None
    after_comma = token.i > 0 and token.nbor(-1).text in (",", "only", "but")
    return inner if inner is not None else _next_finite(token) if opened or after_comma or hung else None


def _is_bare(token: Token) -> bool:
    """ "May leave Germany provided America sends some": a second verb of the parser's that has neither subject nor object."""
    beside = [c for c in token.children if c.dep_ != "punct" and (c.i < token.i or c.dep_ in ("dative", "prep", "prt", "agent"))]
    if token.dep_ not in ("ccomp", "xcomp", "parataxis", "dep") or beside or token.head.i == token.i:
        return False
    things = children(token, "dobj")
    return not things or (len(things) == 1 and things[0].i + 1 < len(token.doc) and things[0].nbor().tag_ in FINITE)


def _next_finite(mark: Token) -> Token | None:
    """ "Provided the EU prolongs its sanctions", which the parser takes for "provided the EU" and a second verb or a plural."""
    following = mark.doc[mark.i + 1 : mark.i + NEAR]
    named = any(t.pos_ in ("PROPN", "NOUN", "PRON") or t.text[:1].isupper() for t in following[:4])  # "Kyiv", taken for an adjective
    finite = (t.head if t.dep_ == "auxpass" else t for t in following if t.tag_ in FINITE and (t.pos_ == "VERB" or t.dep_ == "auxpass"))
    torn = (t for t in following if t.tag_ == "NNS" and t.i and t.nbor(-1).tag_ == "NNP")  # "provided Kyiv grants access"
    return next(finite, next(torn, None)) if named else None


def _main_before(mark: Token) -> Token:
    """The verb of the main clause before "provided", also where the parser makes the mark the root of the sentence."""
    if _is_bare(mark):
        led = [t for t in mark.doc[: mark.i] if t.pos_ in ("VERB", "AUX") and (children(t, "nsubj", "nsubjpass") or t.tag_ in FINITE)]
        return led[-1] if led else _main(mark.head)
    if mark.head.i != mark.i:
        return _main(mark.head)
    before = [c for c in mark.children if c.i < mark.i and c.pos_ in ("VERB", "AUX")]
    return before[-1] if before else mark


def _threatened(main: Token, mark: Token) -> Token:
    """ "Threatened to walk away unless they showed progress", "is to be paid, provided …": what would be done."""
    inner = [c for c in children(main, "xcomp") if c.i < mark.i] if main.lemma_ in THREATENING | {"be"} else []
    if main.lemma_ in ("have", "need"):  # "if they did not cease, the limits would have to be lifted"
        inner = [c for c in children(main, "xcomp") if c.tag_ == "VBN" and children(c, "auxpass")]
    return inner[0] if inner else main


def _reported(main: Token, mark: Token) -> Token:
    """ "The money would flow, an envoy said, provided that …": what is said depends on it, not the saying."""
    if "say" not in classes_of(main) and main.lemma_ not in REPORTING:
        return main
    said = children(main, "ccomp", "advcl")
    before = next((c for c in said if c.dep_ == "ccomp" and c.i < mark.i), None)
    behind = (c for c in said if c.dep_ == "ccomp" and c.i > main.i > mark.head.i and any(a.tag_ == "MD" for a in c.children))
    return before if before is not None else next(behind, main)


def _inverted_over(should: Token) -> Token | None:
    """ "Is prepared to pay, should the others extend the ban": the verb of the main clause, on whichever side the parser puts it."""
    verb = should.head
    after_comma = should.i == 0 or should.nbor(-1).text in (",", "and") or (verb.dep_ in ("ccomp", "advcl") and _is_plain(should.nbor(-1)))
    if should.dep_ != "aux" or not after_comma or not any(s.i > should.i for s in children(verb, "nsubj", "nsubjpass")):
        return None
    before = next((c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i < should.i), None)
    return before or (_main(verb.head) if verb.head.i != verb.i else None)


def _is_ruled_out(main: Token) -> bool:
    """ "Has ruled out sending troops before a truce holds"."""
    return main.tag_ == "VBG" and main.head.lemma_ == "rule" and any(c.lower_ == "out" for c in main.head.children)


def _is_plain(before: Token) -> bool:
    """A noun before "should" that asks nothing: "would send arms to Ukraine should the others join in"."""
    return before.pos_ in ("NOUN", "PROPN", "ADV") and not before.tag_.startswith("W")


def _main(token: Token) -> Token:
    """The verb above a clause that may hang on a noun, adjective or adverb of it."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    above = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None) if token.dep_ == "relcl" else None
    # "has ruled out the truce that others seek unless they stop": the parser hangs the clause on the nearest verb
    return above if above is not None and above.lemma_ in REFUSING and token.tag_ not in ("VB",) else token


def _is_mark(token: Token) -> bool:
    """Whether the word opens a conditional clause: "if", "unless", "as long as", "only when", "not before"."""
    if token.dep_ not in ("mark", "advmod"):
        return False
    joined = token.head.dep_ == "conj" and token.lower_ in ("if", "when", "after") and is_strict(token)  # "is paid, but only if"
    opening = token.head.dep_ in ("csubj", "csubjpass") and token.lower_ in ("until", "till", "once", "unless")  # "not until X pays will …"
    if not (joined or opening or token.head.dep_ in ("advcl", "ccomp", "pcomp", "relcl")):
        return False
    before = token.doc[token.i - 1].lower_ if token.i else ""
    word = token.lower_
    return before != "what" and (
        word in ("if", "unless", "until", "till", "once", "provided", "providing")
        or (word in ("as", "that") and before == "long")
        or (word in ("when", "after") and is_strict(token))
        or (word == "as" and before == "soon" and token.nbor(1).lower_ not in ("possible", "practicable", "feasible"))
        or (word == "before" and (before == "not" or is_denied(_main(token.head.head)) or _is_ruled_out(_main(token.head.head))))
        or (word in ("when", "after") and token.head.lemma_ in SETTLING)
        or (word == "when" and token.i > token.head.head.i and offers(_main(token.head.head)))
    )


def is_strict(mark: Token) -> bool:
    """ "Only when", "only after", "not before"."""
    main = mark.head.head
    above = main.children if main.i < mark.i else ()  # "when the US stood apart, threats only grew": the other way round it limits nothing
    before = [c for c in mark.head.children if c.i < mark.i]  # not "if we only look inward"
    return any(t.lower_ == "only" for t in (*mark.doc[max(0, mark.i - 2) : mark.i], *before, *above))


def offers(main: Token) -> bool:
    near = (main, main.head)
    open_to = main.dep_ == "pcomp" and main.head.head.lower_ in OFFERING  # "are open to providing jets if allies agree"
    return open_to or any(c.lower_ in OFFERING for t in near for c in t.children)
