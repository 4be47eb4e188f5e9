"""Which words are about what is given: the things, what they include or are worth, wherever the parser hangs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.lexicon.goods import GIFTS, HANDOVERS, PARCELS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is put together and given as one.
CONCRETE = GIFTS | PARCELS | {"delivery"}
#: Verbs that say what a package holds.
HOLDING = frozenset("include contain comprise feature".split())
#: By how much a sum is more or less than another.
GROWTH = frozenset("increase rise jump growth uplift boost hike addition cut reduction drop".split())
#: Verbs by which somebody says what a thing is worth.
RATING = frozenset("put estimate reckon price assess set place".split())
#: Words before what a thing holds or is worth.
EXTENDING = frozenset(("including", "such", "like", "worth", "comprising", "containing"))


def has_own_owner(noun: Token) -> bool:
    """ "US aid and a delay in the EU's approval of a package": something else, which is another's."""
    return any(t.dep_ == "poss" and t.pos_ == "PROPN" for t in noun.subtree)


def sum_above(thing: Token) -> list[Token]:
    """The words of a sum that a thing is said to be ("more than $59 billion in military assistance that it has provided")."""
    if thing.dep_ != "pobj" or thing.head.lower_ not in ("in", "of"):
        return []
    above = thing.head.head
    return [t for t in above.subtree if t.i <= above.i] if above.pos_ in ("NUM", "NOUN", "SYM", "PROPN") and above.i < thing.i else []


def _sum_above(sentence: Sentence, thing: Token) -> list[Token]:
    """The words of that sum, but for a part of what has a sum of its own ("20 billion of the 50-billion loan that the G7 agreed")."""
    own = any(t.i in sentence.amount_at for t in thing.subtree if t.i < thing.i)
    return [] if own else sum_above(thing)


def itemised(thing: Token) -> list[Token]:
    """What stands after the colon behind a thing ("a new package: howitzers, shells and drones")."""
    last = max((t.i for t in within(thing) if t.i >= thing.i and not t.is_punct), default=thing.i)
    last = thing.right_edge.i if thing.lemma_.lower() in CONCRETE else last  # "a package that Oslo put together: howitzers and shells"
    colon = next((t for t in thing.doc[thing.i : last + 2] if t.text == ":"), None)
    rest = [t for t in thing.doc[colon.i + 1 :] if not t.is_punct] if colon is not None else []
    own = any(t.dep_ == "nsubj" and t.pos_ == "PROPN" and t.head.pos_ == "VERB" and t.head.dep_ not in ("relcl", "acl") for t in rest)
    return [] if own else rest  # "new contributions: Britain promised drones, …" goes on with gifts of their own


def words_about(sentence: Sentence, verb: Token, things: list[Token]) -> list[Token]:
    """The words about what is given: the things, what they include or are worth, wherever the parser hung it."""
    words = [t for thing in things for t in (*within(thing), *_sum_above(sentence, thing), *itemised(thing))] or list(within(verb))
    words = _worded(sentence, things, words)
    known = {t.i for t in words}
    hung = [c for c in verb.rights if c.lower_ in EXTENDING or c.lemma_ == "worth"]
    hung += [c for c in verb.rights if c.lower_ == "in" and any(p.lower_ == "particular" for p in c.children)]
    hung += [c for c in verb.rights if c.lower_ == "in" and any(p.lower_ in ("shape", "form") for p in c.children)]
    fronted = [c for c in verb.lefts if c.dep_ == "prep" and c.lower_ in ("with", "at")]  # "With 2 billion, Oslo gives its largest package"
    hung += [t for c in fronted for t in children(c, "pobj") if t.i in sentence.amount_at and verb.lemma_ != "bring"]
    hung += [part for t in things for part in _listed_with(sentence, t)]
    hung += [o for t in things if t.dep_ == "nsubj" and t.head.lemma_ in HOLDING for o in children(t.head, "dobj", "prep")]
    hung += [c for c in verb.subtree if c.dep_ == "appos" and c.lemma_.lower() in CONCRETE]  # "to Ukraine, a package that includes"
    hung += [
        c
        for t in words
        for c in t.children
        if c.dep_ == "relcl"
        and (
            c.lemma_ in ("include", "contain", "comprise")
            or any(v.lemma_ in ("value", "include", "contain", "comprise") for v in (c, *children(c, "conj")))
        )
    ]
    hung += [c for t in words if t.dep_ == "pobj" for c in t.children if c.dep_ == "relcl" and c.lemma_ in ("include", "contain")]
    rated = [v for t in words for c in t.children if c.dep_ == "relcl" for v in (c, *children(c, "conj")) if v.lemma_ in RATING]
    hung += [t for v in rated for t in after(v, "at") if t.i in sentence.amount_at]  # "which the ministry puts at 170 million"
    return words + [t for c in hung for t in c.subtree if t.i not in known] + among_them(verb)


def among_them(trigger: Token) -> list[Token]:
    """ "Deliveries are affected, among them shells and missiles", "new arms, Patriots among them": which of the things are named."""
    for them in (t for t in trigger.doc[trigger.i :] if t.lower_ in ("them", "these") and t.nbor(-1).lower_ in ("among", "including")):
        among = them.nbor(-1)
        if among.i and among.nbor(-1).text in (",", "–", "-", "("):
            return _until_verb(them)
        named = among.head
        if named.dep_ == "appos" and named.i < among.i:
            return [t for t in named.subtree if t.i < among.i]
    return []


def _until_verb(them: Token) -> list[Token]:
    """The words of a list up to the next clause."""
    found: list[Token] = []
    for word in them.doc[them.i + 1 :]:
        if word.text in (".", ";", ":", "–", ")") or word.pos_ in ("VERB", "AUX"):
            break
        if word.lemma_.lower() in GIFTS | HANDOVERS or word.lower_ in ("by", "from"):
            return []  # "among them the delivery by Oslo of a battery" tells of gifts of its own
        found.append(word)
    return found


def _listed_with(sentence: Sentence, thing: Token) -> list[Token]:
    """ "Four systems with 300 missiles, 300 drones and 25 vehicles": what the list of counted goods goes on with.

    The parser hangs it on what comes with the first of them.
    """
    if not _is_counted_item(sentence, thing):
        return []
    preps = [c for c in (*thing.children, *thing.head.children) if c.lower_ == "with" and c.i == thing.i + 1]
    inside = [t for prep in preps for p in children(prep, "pobj") for t in p.subtree if t.dep_ in ("conj", "appos")]
    return [t for t in inside if _is_counted_item(sentence, t)]


def _is_counted_item(sentence: Sentence, noun: Token) -> bool:
    mention = sentence.at.get(noun.i)
    return mention is not None and mention.id_of("item") is not None and any(c.i in sentence.number_at for c in noun.lefts)


def _worded(sentence: Sentence, things: list[Token], words: list[Token]) -> list[Token]:
    """The words of things with what stands beside them: their own sum, or the goods that a general word for them leaves open.

    "The latest tranche of the 50 billion facility, some 4.2 billion, was paid out", "smaller systems, among them Hawks, will be sent".
    """
    open_ = [t for t in things if t.pos_ == "NOUN" and not any(x.i in sentence.amount_at and x.dep_ != "appos" for x in (t, *t.children))]
    beside = [t for thing in open_ for c in children(thing, "appos") if not _is_part(c) for t in within(c)]
    if any(t.i in sentence.amount_at for t in beside):
        measured = [t for t in words if t.i in sentence.amount_at]
        return [t for t in words if t not in measured] + beside
    listed = [t for t in things if t.pos_ in ("NOUN", "PROPN") for c in children(t, "appos") if _is_next(sentence, c) for t in within(c)]
    named = any(sentence.item_of(t) for t in words) or any(t.i in sentence.amount_at for t in words)
    return words + (listed if named else [t for t in beside if t.pos_ != "PRON"])


def _is_part(noun: Token) -> bool:
    """ "Assistance stood at 3 billion, 1.3 billion of it in equipment", "will raise it to 2.5 billion, an increase of 200 million"."""
    part = any(t.lower_ in ("it", "them", "which", "this", "that") for t in after(noun, "of"))
    return part or noun.lemma_.lower() in GROWTH


def _is_next(sentence: Sentence, noun: Token) -> bool:
    """ "30 tanks, 20 vehicles and four systems": the next of a list, which the parser takes for another word for the first."""
    counted = any(c.i in sentence.number_at for c in noun.children)
    mention, start = sentence.at.get(noun.i), noun.left_edge.i
    behind_comma = start > 0 and noun.doc[start - 1].text == ","
    return counted and behind_comma and mention is not None and mention.id_of("item") is not None
