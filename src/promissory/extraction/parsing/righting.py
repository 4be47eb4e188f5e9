"""Phrases that the parser takes apart, hung together again in place: "made available 5 billion", "has to date given"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.tree import FINITE
from promissory.extraction.lexicon.papers import INSTRUMENTS
from promissory.extraction.parsing.completing import LASTING, come_next, come_with, give_to, let_last, name_goods, take_as_made, tell_of
from promissory.extraction.parsing.parting import (
    SYLLABLES,
    bear_both,
    draw_apart,
    give_owner,
    join_syllables,
    let_act,
    list_up,
    part,
    part_from_day,
    take_for_object,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MAKING = frozenset("make makes made making".split())
#: What one signs with others, and the verbs of doing so.
SIGNED = INSTRUMENTS | frozenset(
    "agreements memorandums memoranda letter letters declaration contracts deals statement protocol document documents convention "
    "plan".split()
)
SIGNING = frozenset("sign signs signed signing conclude concludes concluded initial initialled initialed ink inked agreed".split())
#: Verbs of thinking of a deed, which take a gerund.
WEIGHING = frozenset(
    f"{stem}{end}"
    for stems, ends in (
        ("consider mull contemplat debat discuss suggest propos avoid postpon weigh oppos", ("", "e", "s", "es", "ed", "d", "ing")),
        ("den", ("y", "ies", "ied", "ying")),
    )
    for stem in stems.split()
    for end in ends
)
#: What becomes of a thing that somebody lets go.
LAPSING = frozenset("lapse expire collapse".split())
LETTING = frozenset(("let", "lets", "letting"))
#: What one can be under or in, and what it has one do: "under pressure at home to send", "in talks with Norway to buy".
BINDING = frozenset("pressure obligation orders instructions talks negotiations discussions".split())
BEARING = frozenset(
    "is are was were be been being came come comes remain remains remained stay stays stayed put place places placed stand stands stood "
    "find finds found".split()
)
#: What is said of a deed that is only thought of, and may be somebody's: "the importance of Germany sending tanks".
THOUGHTS = frozenset(
    "importance necessity urgency need prospect prospects possibility idea likelihood chance chances risk danger wisdom question issue "
    "notion talk thought case benefit benefits advantage advantages consequences legality feasibility dangers risks option hope hopes "
    "fear fears".split()
)
#: What one may do by words, to somebody: "recommended to the Council to release the money".
URGING = frozenset(
    "recommend recommends recommended recommending propose proposes proposed proposing suggest suggests suggested suggesting".split()
)
CALLING = frozenset("call calls called calling".split())
HAVING = frozenset(("has", "have", "had", "having"))


def put_right(sentence: Doc) -> None:
    """Mends the phrases of a parsed sentence."""
    for word in sentence:
        lower, tag, dep = word.lower_, word.tag_, word.dep_
        if lower == "available":
            _free(word)
            take_as_made(word)
        elif lower == "ready" and dep == "ccomp":
            take_as_made(word)
        elif lower in LASTING and tag == "NNS":
            let_last(word)
        elif tag == "NNP" and dep in ("dative", "dobj"):
            give_to(word)
        elif lower == "date":
            _set_apart(word)
        elif dep == "csubj" and tag == "NNS" and any(c.lower_ == "what" for c in word.children):
            word.tag_ = "VBZ"  # "what the army lacks is shells"
        elif tag == "VBG" and dep == "amod":
            _take_for_deed(word)
        elif lower == "upwards":
            _take_for_measure(word)
        elif lower in SIGNED:
            _bring_forward(word)
        elif tag == "NNP" and dep == "appos":
            list_up(word)
        elif tag == "NNP" and dep == "advmod":
            let_act(word)
        elif tag == "POS":
            draw_apart(word)
            give_owner(word)
        elif lower in LAPSING:
            _let_go(word)
        elif lower == "on" and dep == "prt" and word.head.lower_ in CALLING:
            _call_on(word)
        elif lower in ("on", "in") and tag == "IN":
            part_from_day(word)
        elif lower == "with" and dep == "mark":
            _take_along(word)
            come_with(word)
        elif lower == "and":
            part(word)
            bear_both(word)
        elif lower in SYLLABLES:
            join_syllables(word)
        elif lower == "been":
            _make_passive(word)
        elif lower == "to" and dep == "quantmod":
            _part_steps(word)
        elif lower in BINDING and dep == "pobj":
            _bind(word)
        elif dep == "advcl" and tag == "VB" and word.head.lower_ in URGING:
            _urge_to(word)
        elif lower == "called" and dep == "acl":
            _call(word)
        elif tag == "VBG" and dep in ("xcomp", "ccomp"):
            name_goods(word)
        elif tag == "VBG" and dep == "acl":
            _let_do(word)
        elif dep in ("dobj", "npadvmod") and tag in ("CD", "NNS", "NN"):
            come_next(word)
        elif dep == "nsubj" and tag == "VBN":
            tell_of(word)
        elif dep == "nsubj" and word.head.i < word.i:
            take_for_object(word)


def _free(word: Token) -> None:
    """ "Made available EUR 100 billion, of which 33 billion are military": what is made so is the object, and the rest tells of it."""
    made = word.nbor(-1) if word.i else word
    thing = word.head
    if word.dep_ != "amod" or made.lower_ not in MAKING or thing.i <= word.i or word.is_ancestor(made):
        return
    clause = thing.head
    word.head, word.dep_ = made, "acomp"
    if thing.dep_ == "nsubj" and clause.head.i == made.i and any(c.dep_ == "nsubj" and c.i > thing.i for c in clause.children):
        thing.head, thing.dep_ = made, "dobj"
        clause.head, clause.dep_ = thing, "relcl"


def _urge_to(deed: Token) -> None:
    """ "Recommended to the Council to release the money": the deed that is urged, where the parser takes it for an aim."""
    asked = any(c.lower_ == "to" and c.dep_ in ("prep", "dative") and c.i < deed.i for c in deed.head.rights)
    if asked and any(c.lower_ == "to" and c.dep_ == "aux" for c in deed.lefts):
        deed.dep_ = "xcomp"


def _make_passive(been: Token) -> None:
    """ "The aid has been frozen": what was done to it, where the parser takes the participle for what it is like."""
    done = next((c for c in been.rights if c.dep_ == "acomp" and c.tag_ == "VBN"), None)
    if done is None or not any(c.dep_ == "aux" for c in been.lefts) or any(c.dep_ in ("advmod", "neg") for c in done.lefts):
        return
    done.head, done.dep_ = (done, "ROOT") if been.head.i == been.i else (been.head, been.dep_)
    for child in [c for c in been.children if c.i != done.i]:
        child.head = done
        if child.dep_ == "nsubj":
            child.dep_ = "nsubjpass"
    been.head, been.dep_ = done, "auxpass"


def _take_for_deed(word: Token) -> None:
    """ "Is mulling dismissing Minister X": a deed that somebody thinks of, where the parser takes it for what the minister is like."""
    verb = word.nbor(-1) if word.i else word
    thing = word.head
    while thing.dep_ in ("compound", "nmod") and thing.head.i > thing.i:
        thing = thing.head
    if verb.lower_ not in WEIGHING or thing.head.i != verb.i or thing.dep_ != "dobj" or thing.tag_ not in ("NNP", "NNPS"):
        return
    for child in [c for c in thing.lefts if c.i < word.i]:
        child.head = verb
    word.head, word.dep_ = verb, "xcomp"
    thing.head = word


def _take_for_measure(upwards: Token) -> None:
    """ "Launched upwards of 200 missiles": the missiles are the object, "upwards of" is a part of their number."""
    of = upwards.nbor(1) if upwards.i + 1 < len(upwards.doc) else upwards
    counted = next((c for c in of.children if c.dep_ == "pobj" and any(n.dep_ == "nummod" for n in c.children)), None)
    verb = upwards.head
    if of.lower_ != "of" or of.head.i != upwards.i or counted is None or upwards.dep_ != "advmod" or not verb.tag_.startswith("VB"):
        return
    if any(c.dep_ == "dobj" for c in verb.children):
        return
    counted.head, counted.dep_ = verb, "dobj"
    upwards.head = of.head = counted
    upwards.dep_ = of.dep_ = "quantmod"


def _set_apart(date: Token) -> None:
    """ "The Union has to date made available": no "has to", where a participle follows."""
    if date.i < 2 or date.i + 1 >= len(date.doc):
        return
    to, having, done = date.nbor(-1), date.nbor(-2), date.nbor(1)
    if to.lower_ != "to" or having.lower_ not in HAVING or done.tag_ not in ("VBN", "VBD") or done.head.i != having.i:
        return
    if date.is_ancestor(having) or to.is_ancestor(having):
        return
    if having.head.i == having.i:
        done.head, done.dep_ = done, "ROOT"
    else:
        done.head, done.dep_ = having.head, having.dep_
    for child in [c for c in having.children if c.i not in (done.i, to.i, date.i)]:
        child.head = done
    having.head, having.dep_ = done, "aux"
    to.head, to.dep_, to.tag_ = done, "prep", "IN"
    date.head, date.dep_ = to, "pobj"
    done.tag_ = "VBN"


def _part_steps(to: Token) -> None:
    """ "Raised it from €10 million to €12 million": a step from one sum to another, where the parser reads one sum between the two."""
    end, verb = to.head, to.head.head.head
    low = [c for c in end.lefts if c.i < to.i]
    if end.head.lower_ != "from" or not low or low[-1].i != to.i - 1 or low[-1].tag_ != "CD" or not verb.tag_.startswith("VB"):
        return
    low[-1].head, low[-1].dep_ = end.head, "pobj"
    for word in low[:-1]:
        word.head = low[-1]
    to.head, to.dep_ = verb, "prep"
    end.head, end.dep_ = to, "pobj"


def _bind(noun: Token) -> None:
    """ "Is under growing pressure at home to send": no "is to send"; the pressure has one send."""
    verb = noun.head.head
    if verb.lower_ not in BEARING or noun.i < verb.i:
        return
    for deed in [c for c in verb.rights if c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB" and c.left_edge.lower_ == "to"]:
        if deed.left_edge.i > noun.i:
            deed.head, deed.dep_ = noun, "acl"


def _let_do(deed: Token) -> None:
    """ "The importance of Germany sending tanks": what Germany does is what is important, not that it is of Germany."""
    thought = deed.head
    of = next((c for c in thought.rights if c.lower_ == "of" and c.i < deed.i), None)
    doer = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    if thought.lower_ in THOUGHTS and of is not None and doer is not None and doer.right_edge.i + 1 == deed.i:
        doer.head, doer.dep_ = deed, "nsubj"
        deed.head, deed.dep_ = of, "pcomp"


def _let_go(verb: Token) -> None:
    """ "Let the grain deal lapse": the thing that lapses, where the parser reads "a deal lapse" as one noun."""
    thing = verb.nbor(-1) if verb.i else verb
    if verb.head.lower_ not in LETTING or verb.dep_ not in ("dobj", "ccomp") or thing.head.i != verb.i or thing.dep_ != "compound":
        return
    for word in [c for c in verb.lefts if c.i < thing.i]:
        word.head = thing
    verb.tag_, verb.pos_, verb.lemma_, verb.dep_ = "VB", "VERB", verb.lower_, "ccomp"
    thing.dep_ = "nsubj"


def _call(called: Token) -> None:
    """ "The NATO chief called on allies to act": what the chief does, where the parser reads "a chief who is called on"."""
    noun = called.head
    behind = called.nbor(1).lower_ if called.i + 1 < len(called.doc) else ""
    deed = noun.head
    bare = deed.i != noun.i and noun.dep_ == "nsubj" and deed.tag_ == "VB" and deed.i > called.i
    if behind not in ("on", "upon") or noun.i > called.i or not (bare or noun.head.i == noun.i):
        return
    top = deed if bare else noun
    called.head, called.dep_ = (called, "ROOT") if top.head.i == top.i else (top.head, top.dep_)
    called.tag_ = "VBD"
    for child in [c for c in noun.children if c.i > called.i]:
        child.head = called
    noun.head, noun.dep_ = called, "nsubj"
    if bare:
        deed.head, deed.dep_ = called, "xcomp"


def _call_on(prep: Token) -> None:
    """ "Is to call on Macron in Paris": whom one calls on, where the parser takes him for the object of the verb."""
    thing = next((c for c in prep.head.rights if c.dep_ == "dobj" and c.left_edge.i == prep.i + 1), None)
    if thing is not None:
        prep.dep_, prep.tag_ = "prep", "IN"
        thing.head, thing.dep_ = prep, "pobj"


def _take_along(prep: Token) -> None:
    """ "Met with Yermak, with Kuleba to review the plan": whom one met, where the parser reads "with Kuleba reviewing"."""
    verb = prep.head
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.left_edge.i == prep.i + 1), None)
    if doer is None or verb.tag_ != "VB" or verb.head.i >= prep.i or not any(c.tag_ == "TO" for c in verb.lefts):
        return
    prep.head, prep.dep_ = verb.head, "prep"
    doer.head, doer.dep_ = prep, "pobj"


def _bring_forward(paper: Token) -> None:
    """ "Signed with my colleague, X, a treaty": what is signed, which the parser hangs on those it is signed with."""
    if paper.dep_ not in ("appos", "dobj", "conj") or not any(c.lower_ in ("a", "an", "the", "two", "three") for c in paper.lefts):
        return
    verb = paper.head
    while verb.lower_ not in SIGNING and verb.head.i != verb.i:
        verb = verb.head
    first = paper.left_edge.i
    between = paper.doc[verb.i + 1 : first]
    if verb.i + 1 >= first or verb.lower_ not in SIGNING or between[0].lower_ != "with" or paper.head.i == verb.i:
        return
    if any(t.tag_ in FINITE for t in between):
        return
    partners = [c for c in between[0].children if c.dep_ == "pobj"][:1]
    for other, partner in [(c, p) for p in partners for c in verb.children if c.dep_ == "dobj" and not c.is_ancestor(p)]:
        other.head, other.dep_ = partner, "appos"
    for word in between:
        if word.tag_ == "VB" and word.text.istitle():
            word.tag_ = "NNP"  # "with Norway and Denmark an agreement"
        for partner in [p for p in partners if word.dep_ == "conj" and word.head.i == verb.i and not word.is_ancestor(p)]:
            word.head = partner
    paper.head, paper.dep_ = verb, "dobj"
