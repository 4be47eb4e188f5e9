"""What is given: the things that a verb of giving, arriving, passing or calling off has for its goods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.kinds.matters.givers import TO_OBJECT, bound_to, partners_of
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs whose purpose says what the money is for.
FOR_VERBS = frozenset("pay spend commit pledge contribute allocate invest earmark approve".split())
#: What a parliament or government passes, and that provides for support in a clause of its own.
LAWS = frozenset(
    "law bill act decree budget agreement decision resolution plan proposal programme program measure legislation treaty".split()
)
PROSPECTS = frozenset("prospect promise possibility hope offer".split())
SURGES = frozenset("surge increase boost rise expansion".split())
BOUNDS = frozenset("more less over under up about around nearly almost some".split())


def things_given(verb: Token, frame: Frame) -> list[Token]:
    """The heads of what is given."""
    if frame.role in ("arrive", "transit", "due") or frame.pos == "ADJ" or (frame.role == "stop" and verb.lemma_ in ("be", "remain")):
        return (subjects(verb) or subjects(verb.head)) + _likewise(verb)
    if frame.role == "total":
        return subjects(verb) + things_of(verb) + after(verb, "to", "at")
    own = subjects(verb) if frame.role == "order" and verb.lemma_ == "be" else things_of(verb)  # "four more are on order"
    if is_passive(verb) and (left := spread(children(verb, "dobj", "oprd"))) and frame.role in ("give", "offer", "pledge", "train"):
        own = left  # "Ukraine has been handed the jets"
    above = [verb.head] if verb.dep_ in ("xcomp", "ccomp") and verb.head.pos_ in ("VERB", "AUX") else []
    own += [c for v in (verb, *above) for c in children(v, "conj") if own and c.pos_ == "NOUN" and c.i > verb.i]
    if not own and frame.role == "help":  # "will help Ukraine repair its grid"
        own = [t for c in children(verb, "ccomp", "xcomp") if c.tag_ == "VB" for t in children(c, "nsubj")]
    if not own and verb.dep_ == "ccomp" and verb.head.lemma_ == "see" and verb.tag_ in ("VBD", "VBN"):  # "has seen 500 pumps shipped"
        own = children(verb, "nsubj")
    own = own or _measured(verb) or _called(verb) or _behind_taker(verb) or _torn_off(verb)
    if frame.role == "offer" and (meant := [t for thing in own if thing.lemma_.lower() in PROSPECTS for t in after(thing, "of")]):
        return meant  # "held out the prospect of fighters"
    if verb.lemma_ in TO_OBJECT and not partners_of(verb) and (withs := after(verb, "with")):
        return withs + own
    if (frame.role, verb.lemma_) in (("earmark", "come"), ("give", "part")):  # "could come up with 700 million", "parted with tanks"
        return after(verb, "with")
    if frame.role == "pledge" and bound_to(verb) and (due := [t for g in bound_to(verb) for t in (*things_of(g), *after(g, "on", "for"))]):
        return due
    if frame.role in ("pledge", "approve"):
        own = own + after(verb, "to", "on", "of", *(("for",) if verb.lemma_ == "vote" else ()))
    if own and all(t.lemma_.lower() in ("bill", "cost", "tab") for t in own) and frame.role == "give":  # "foot the bill for"
        own = [t for thing in own for t in after(thing, "for", "of")]
    partitive = [c for c in verb.rights if c.dep_ in ("advmod", "npadvmod", "dep") and c.lower_ in ("last", "first", "most", "half")]
    own = own or [t for part in partitive for t in after(part, "of")]  # "delivers last of 14 jets"
    if frame.role == "approve":
        own = own + [
            t for law in own if law.lemma_.lower() in LAWS for c in law.children if c.dep_ in ("acl", "relcl") for t in things_of(c)
        ]
    if frame.role == "order":
        made = [c for above in (verb, *own) for c in above.children if c.dep_ in ("xcomp", "advcl", "acl") and c.tag_ == "VB"]
        own = own + [t for c in made for t in things_of(c)] + after(verb, "for")
    if frame.role == "stop" and not own and verb.lemma_ in ("stall", "stick"):  # "aid has stalled in Congress"
        own = subjects(verb) or (subjects(verb.head) if verb.dep_ == "acomp" else [])
    if frame.role in ("stop", "cancel"):
        own = (
            own + after(verb, "from", "of", "on") + [t for c in verb.children if c.lower_ in ("out", "back") for t in after(c, "of", "on")]
        )
    if verb.lemma_ in FOR_VERBS:
        own = own + after(verb, "for", "towards", *(("in",) if verb.lemma_ in ("invest", "spend") else ()))
    if (
        not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, "xcomp")
    ):  # not "and undertook to give 5 billion"
        own = things_of(verb.head)
    return own


def _likewise(verb: Token) -> list[Token]:
    """ "Two vehicles arrived in May, as did ambulances and generators": what came as well."""
    too = [c for c in children(verb, "advcl") if c.lemma_ == "do" and c.i > verb.i and any(t.lower_ == "as" for t in c.lefts)]
    return [s for c in too for s in children(c, "nsubj", "dobj") if s.i > c.i]


def measured_by(measure: Token) -> list[Token]:
    """What a measure is of ("half of the tanks", "a surge in security assistance")."""
    return after(measure, "of", *(("in",) if measure.lemma_.lower() in SURGES else ()))


def _torn_off(verb: Token) -> list[Token]:
    """ "It has, however, given winter clothes": what the parser takes "given" for a preposition of."""
    goods = [t for t in spread(children(verb, "pobj")) if t.pos_ == "NOUN"]
    return [t for t in goods if not any(c.pos_ in ("NUM", "SYM") for c in t.subtree)]


def _behind_taker(verb: Token) -> list[Token]:
    """ "Has delivered to Ukraine two transformers": the goods, which the parser takes for one phrase with the receiver."""
    goods = [t for t in after(verb, "to") if t.pos_ == "NOUN"]
    named = {t.i: next((c for c in t.lefts if c.pos_ == "PROPN" and c.dep_ in ("nmod", "compound")), None) for t in goods}
    return [t for t in goods if (name := named[t.i]) is not None and any(c.dep_ in ("nummod", "det") and c.i > name.i for c in t.lefts)]


def _called(verb: Token) -> list[Token]:
    """ "Announced what officials say may be its last package": what a clause with "what" says that it is."""
    told = children(verb, "ccomp")
    while told and told[0].lemma_ != "be":
        told = children(told[0], "ccomp")
    return [t for c in told if any(s.lower_ == "what" for s in verb.doc[verb.i + 1 : c.i]) for t in children(c, "attr")]


def _measured(verb: Token) -> list[Token]:
    """ "Has spent more than 1.3bn euros", "has shipped over 50 of them": what the parser hangs on the words that bound it."""
    bounds = [c for c in verb.rights if c.lower_ in BOUNDS and c.dep_ in ("advmod", "prep", "amod", "npadvmod")]
    after_verb = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after_verb is not None and after_verb.lower_ in BOUNDS and after_verb not in bounds:  # hung on a later preposition
        bounds.append(after_verb)
    return [t for bound in bounds for t in (*children(bound, "pobj"), *after(bound, "than", "to", "of"))]


def shared_of(thing: Token) -> list[Token]:
    """ "Intelligence sharing": what is shared."""
    return children(thing, "compound", "amod") if thing.lower_ == "sharing" else []
