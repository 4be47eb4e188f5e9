"""Needs told by how somebody fares: down to a fifth of the shells, only four vehicles left, undermanned, in the red."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children, within

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Adjectives that say by themselves that troops or a fund have too little.
UNDER = frozenset(
    "undermanned understaffed underequipped under-equipped undersupplied under-supplied underfunded under-funded underarmed under-strength "
    "understrength overstretched outgunned outmanned outnumbered ill-equipped ill-supplied cash-strapped cash-starved "
    "short-staffed short-handed shorthanded undercrewed undersized under-armed ill-armed".split()
)
#: Parts of what there was.
FRACTIONS = frozenset("half third quarter fifth sixth tenth fraction handful few couple percent dozen".split())
WISHES = frozenset("appetite demand consumption need hunger requirement use".split())
EXCEEDS = frozenset("outrun outstrip outpace exceed surpass overtake".split())
#: What something has to be had by.
GETTING = frozenset("import buy purchase procure raise find obtain source mobilise mobilize replenish restock".split())
#: Words for putting a country back on its feet, whose cost is a need.
RECOVERY = frozenset("reconstruction rebuilding recovery restoration repair rehabilitation demining".split())
REBUILDING = frozenset("rebuild reconstruct repair restore renovate demine".split())
SWALLOWING = frozenset("swallow devour consume absorb cost".split())
#: What makes goods some more of those there are.
FURTHER = frozenset("another more few some extra additional".split())
PUTTING = frozenset("put estimate set place calculate reckon assess".split())

#: A want: the word that tells it, the words for what is wanting, whose it is, and whether it is asked for.
Lack = tuple["Token", list["Token"], list["Token"], bool]


def straits(sentence: Sentence) -> Iterator[Lack]:
    """The wants that a sentence tells by how somebody fares."""
    for token in sentence.tokens:
        word = token.lower_
        if word == "down":
            yield from _down_to(sentence, token)
        elif word == "left" and token.dep_ in ("acl", "oprd", "advmod"):
            yield from _left(token)
        elif word in UNDER and token.dep_ in ("acomp", "ROOT", "conj"):
            yield token, [token], subjects(token.head), False
        elif word == "red" and token.dep_ == "pobj" and token.head.lower_ in ("in", "into"):
            yield from _in_the_red(sentence, token)
        elif token.lemma_ == "do" and any(c.lower_ == "could" for c in token.children):
            yield token, phrases(after(token, "with")), subjects(token), False
        elif token.lemma_ == "use" and any(c.lower_ == "could" for c in token.children):
            yield from _could_use(token)
        elif token.lemma_.lower() in WISHES and token.dep_ == "nsubj":
            yield from _outrun(token)
        elif token.lemma_ in GETTING and token.tag_ == "VBN":
            yield from _to_be_had(token)
        elif token.lower_ in ("cost", "costs", "bill") or token.lemma_ in SWALLOWING:
            yield from _cost(sentence, token)


def phrases(heads: list[Token]) -> list[Token]:
    """All words of the phrases."""
    return [t for head in heads for t in within(head)]


def _could_use(verb: Token) -> Iterator[Lack]:
    """ "The city could use another ten launchers": more of what there is, for no named purpose."""
    more = [t for t in children(verb, "dobj") if any(c.lower_ in FURTHER for c in t.subtree)]
    if more and not children(verb, "advcl", "xcomp", "neg") and not after(verb, "for", "to", "against"):
        yield verb, phrases(more), subjects(verb), False


def _down_to(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "Some batteries are down to a fifth of the shells they fired", "is down to six launchers"."""
    verb = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ not in ("be", "run", "get", "go"):
        return
    left = [t for thing in [*after(word, "to"), *after(verb, "to")] if thing.i > word.i for t in thing.subtree]
    if any(t.i in sentence.number_at or t.lemma_.lower() in FRACTIONS for t in left):
        yield word, [*left, *phrases(subjects(verb))], subjects(verb), False


def _left(word: Token) -> Iterator[Lack]:
    """ "The brigade has only four armoured vehicles left"."""
    verb = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ not in ("have", "be"):
        return
    things = children(verb, "dobj", "attr")
    scant = any(t.lower_ in ("only", "just", "barely", "hardly", "few", "little", "no") for thing in things for t in thing.subtree)
    scant = scant or any(c.lower_ in ("only", "just", "barely", "hardly") for c in verb.children)
    if scant:
        yield word, phrases(things), subjects(verb) if verb.lemma_ == "have" else [], False


def _in_the_red(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "The budget will be 29 billion dollars in the red"."""
    verb = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None)
    sums = [t for t in verb.subtree if t.i in sentence.amount_at and t.i < word.i] if verb is not None else []
    if verb is not None and sums:
        yield word, sums, [o for s in subjects(verb) for o in children(s, "poss")], False


def _outrun(noun: Token) -> Iterator[Lack]:
    """ "Demand for interceptors exceeds production"; the parser may take the verb for an adjective of what it outruns."""
    verb = noun.head
    outrun = verb.lemma_ in EXCEEDS or any(c.lower_ in EXCEEDS for thing in children(verb, "dobj") for c in thing.lefts)
    if outrun:
        yield noun, phrases(after(noun, "for", "of")), children(noun, "poss"), False


def _to_be_had(verb: Token) -> Iterator[Lack]:
    """ "Another two million tonnes must be imported before winter"."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    needed = "must" in words or (verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need"))
    if needed and "be" in words and not any(c.dep_ == "neg" for c in verb.children):
        yield verb, phrases(subjects(verb)), [], False


def _cost(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "Puts the cost of reconstruction at 486 billion dollars", "rebuilding Ukraine will cost 524 billion"."""
    if word.pos_ == "VERB":
        about = any(t.lemma_.lower() in REBUILDING | RECOVERY for s in subjects(word) for t in s.subtree)
        about = about and word.tag_ in ("VB", "VBZ", "VBP")
        above = word
    else:
        about = any(t.lemma_.lower() in RECOVERY | REBUILDING for t in word.subtree)
        above = word.head
        about = about and above.lemma_ in PUTTING | {"be", "stand", "total", "reach", "exceed", "amount", "rise", "climb"}
    sums = [t for t in above.subtree if t.i in sentence.amount_at and t.i > word.i]
    if about and sums:
        yield word, sums, [], False
