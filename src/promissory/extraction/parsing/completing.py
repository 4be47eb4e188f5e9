"""What a verb has for its object, where the parser makes a clause or an apposition of it: "makes ten guns available", "offers Kyiv ten"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

MADE = frozenset("make makes made making".split())
#: Verbs that name whom they give to before what they give.
TO_ONE = frozenset(
    f"{stem}{end}"
    for stems, ends in (
        ("offer grant hand", ("", "s", "ed", "ing")),
        ("promis pledg guarante", ("e", "es", "ed", "ing", "d", "eing")),
        ("send lend", ("", "s", "ing")),
        ("giv", ("e", "es", "ing")),
        ("gave sent lent given", ("",)),
    )
    for stem in stems.split()
    for end in ends
)
#: Verbs that the parser takes for what a sum counts ("its contribution of 11 billion runs until 2029").
LASTING = frozenset("runs lasts covers totals amounts comes goes includes".split())
#: Verbs that take goods and no deed.
PROVIDING = frozenset(
    "provide provides provided providing supply supplies supplied supplying deliver delivers delivered delivering donate donates donated "
    "donating receive receives received receiving".split()
)
#: What something does that is told of behind a phrase ("in addition come two batteries").
COMING = frozenset("come comes came arrive arrives arrived follow follows followed".split())
NAMES = ("NNP", "NNPS")


def take_as_made(state: Token) -> None:
    """ "Will make twelve guns available to Kyiv": the guns are the object, and available what they are made."""
    made, things = state.head, [c for c in state.lefts if c.dep_ == "nsubj"]
    if made.lower_ not in MADE or state.dep_ != "ccomp" or state.tag_ != "JJ" or len(things) != 1 or things[0].i < made.i:
        return
    things[0].head, things[0].dep_ = made, "dobj"
    state.dep_ = "acomp"


def give_to(taker: Token) -> None:
    """ "Offers Ukraine 5,000 helmets": what is given, where the parser takes the goods for another name of the one who gets them."""
    verb = taker.head
    goods = [c for c in taker.rights if c.dep_ == "appos" and c.left_edge.i == taker.i + 1 and c.tag_ in ("NNS", "NN", "CD", *NAMES)]
    given = any(c.dep_ == "dobj" for c in verb.rights if c.i != taker.i)
    if taker.tag_ not in NAMES or verb.lower_ not in TO_ONE or len(goods) != 1 or given:
        return
    if goods[0].left_edge.tag_ not in ("CD", "DT") and goods[0].left_edge.lower_ not in ("more", "up", "another"):
        return
    taker.dep_ = "dative"
    goods[0].head, goods[0].dep_ = verb, "dobj"


def come_with(prep: Token) -> None:
    """ "With it came sixteen missiles": what came, and with what, where the parser reads that "it" came."""
    verb = prep.head
    with_what = [c for c in verb.lefts if c.dep_ == "nsubj" and c.left_edge.i == prep.i + 1]
    came = [c for c in verb.rights if c.dep_ in ("nsubj", "dobj", "attr")]
    if prep.dep_ != "mark" or verb.tag_ != "VBD" or len(with_what) != 1 or not came or verb.lower_ not in ("came", "arrived"):
        return
    prep.dep_, prep.tag_ = "prep", "IN"
    with_what[0].head, with_what[0].dep_ = prep, "pobj"
    came[0].dep_ = "nsubj"


def let_last(word: Token) -> None:
    """ "Berlin's contribution of 11 billion runs until 2029": the verb, which the parser takes for what there are 11 billion of."""
    sums = [c for c in word.lefts if c.dep_ == "nummod" and c.right_edge.i == word.i - 1]
    noun = word.head.head
    if word.tag_ != "NNS" or word.dep_ != "pobj" or not sums or noun.head.i != noun.i or noun.tag_ not in ("NN", "NNS") or noun.i > word.i:
        return
    if word.i + 1 >= len(word.doc) or word.nbor(1).tag_ not in ("IN", "TO", "CD", "DT"):
        return
    prep = word.head
    sums[-1].head, sums[-1].dep_ = prep, "pobj"
    for child in [c for c in noun.rights if c.i > word.i]:
        child.head = word
    for child in [c for c in word.children if c.i < word.i]:
        child.head = sums[-1]
    word.head, word.dep_, word.tag_ = word, "ROOT", "VBZ"
    noun.head, noun.dep_ = word, "nsubj"


def tell_of(done: Token) -> None:
    """ "The number of vehicles given stands at 60": what was done to them, where the parser makes a clause of it that is the subject."""
    counted = [c for c in done.lefts if c.dep_ == "nsubj" and c.right_edge.i == done.i - 1]
    if done.tag_ != "VBN" or len(counted) != 1 or any(c.dep_ in ("aux", "auxpass", "dobj") for c in done.children):
        return
    counted[0].head, counted[0].dep_ = done.head, "nsubj"
    for child in [c for c in done.lefts if c.i < counted[0].i]:
        child.head = done.head
    done.head, done.dep_ = done.nbor(-1), "acl"


def come_next(sum_: Token) -> None:
    """ "On top of that come 1.5 billion": what comes is the subject, where the parser takes it for an object."""
    verb = sum_.head
    if verb.lower_ not in COMING or sum_.i < verb.i or any(c.dep_ in ("nsubj", "expl") for c in verb.children):
        return
    fronted = [c for c in verb.lefts if c.dep_ == "prep" or (c.dep_ == "advmod" and c.i == 0)]
    if verb.dep_ == "ROOT" and fronted and fronted[0].left_edge.i == 0 and not any(c.dep_ == "aux" for c in verb.lefts):
        sum_.dep_ = "nsubj"


def name_goods(gerund: Token) -> None:
    """ "Has provided demining training": goods by what they are for, where the parser makes a deed of it."""
    verb = gerund.head
    goods = [c for c in gerund.rights if c.dep_ == "dobj" and c.i == gerund.i + 1 and c.tag_ in ("NN", "NNS")]
    if verb.lower_ not in PROVIDING or gerund.i < verb.i or len(goods) != 1 or any(c.dep_ == "dobj" for c in verb.rights):
        return
    for child in [c for c in gerund.children if c.i != goods[0].i]:
        child.head = verb
    goods[0].head, goods[0].dep_ = verb, "dobj"
    gerund.head, gerund.dep_ = goods[0], "compound"
