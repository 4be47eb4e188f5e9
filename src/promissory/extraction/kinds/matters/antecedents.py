"""What a clause leans on: goods that the parser hangs elsewhere ("jets, six of which …"), things counted that were spoken of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children, clause, within
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.amounts.quantities import NumberMention
    from promissory.extraction.text.gazetteer import Mention
    from promissory.extraction.words import Token

#: How many sentences after a gift a bare number may count some of what was given.
NEAR = 1
#: Frames whose object or subject may be a bare number ("Norway will donate six").
COUNTING = frozenset(("give", "offer", "arrive", "due", "receive", "pledge", "order", "earmark", "plan", "transit", "make"))
#: Words that stand for things spoken of before without counting them.
PRO = frozenset(("one", "ones", "more", "another", "others", "rest", "remainder", "several", "some", "both", "any"))
#: What goods are counted by without their name.
GENERIC = frozenset("prototype system unit battery one piece aircraft plane jet launcher tank vehicle set machine".split())


def goods_before_which(sentence: Sentence, verb: Token) -> Mention | None:
    """ "Jets for Ukraine, the first six of which are to leave in July": the goods that stand last before the clause."""
    which = next((t for t in verb.subtree if t.lower_ == "which" and t.dep_ == "pobj" and t.head.lower_ == "of"), None)
    which = which or next((t for t in verb.head.subtree if t.lower_ == "which" and t.i < verb.i and t.head.lower_ == "of"), None)
    if which is None or which.i > verb.i:
        return None
    goods = [m for m in sentence.mentions if m.id_of("item") and (h := sentence.head_of(m)) is not None and h.i < which.i]
    return goods[-1] if goods else None


def sum_before_which(sentence: Sentence, verb: Token) -> Token | None:
    """ "Proceeds, some 90 million euros of which the Union has made available": the sum that is a part of what stands before."""
    which = next((t for t in verb.doc[1 : verb.i] if t.lower_ == "which" and t.nbor(-1).lower_ == "of" and t.i > 1), None)
    before = which.nbor(-2) if which is not None else None
    own = which is not None and verb.dep_ == "relcl" and not any(t.pos_ == "VERB" for t in verb.doc[which.i : verb.i])
    return before if own and before is not None and before.i in sentence.amount_at else None


def counted_goods(sentence: Sentence, verb: Token) -> str | None:
    """The goods of which a clause counts some: those it is a clause on, or those before its "of which"."""
    mention = sentence.at.get(verb.head.i) if verb.dep_ == "relcl" else None
    if mention is None or mention.id_of("item") is None:
        mention = goods_before_which(sentence, verb)
    if mention is None:
        wholes = [m for s in subjects(verb) for t in whole_of(s) if (m := sentence.at.get(t.i)) and m.id_of("item")]
        mention = wholes[0] if wholes else None
    return mention.id_of("item") if mention else None


def goods_spoken_of(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    """What was spoken of last: in the clause before ("Kyiv asked for tanks, and Berlin promised ten"), else in the sentences before."""
    above = {a.i for a in verb.ancestors}
    told = [(m, head) for m in sentence.mentions if m.id_of("item") and (head := sentence.head_of(m)) is not None and head.i < verb.i]
    near = [m for m, head in told if clause(head).i in above and (head.dep_ == "nsubj" or verb.dep_ == "conj")]
    return near[-1].id_of("item") if near else scene.discourse.item


#: Words by which goods are said to be like those told before ("ten machines of the same type").
SORTS = frozenset("type kind sort model make".split())
#: What counts goods and reaches a number.
NUMBERS = frozenset("number total tally".split())
#: Words for a part of what was counted.
SOME = frozenset("first second third last latest most half all".split())


def whole_of(part: Token) -> list[Token]:
    """ "Of the seven systems that Oslo promised, the last has come": the whole that a phrase before the subject tells the part of."""
    verb = clause(part)
    preps = [c for c in verb.lefts if c.lower_ in ("of", "from") and c.dep_ == "prep" and c.i < part.i]
    preps += [p for c in verb.lefts if c.lower_ == "out" and c.i < part.i for p in c.children if p.lower_ == "of"]
    return [t for prep in preps for t in children(prep, "pobj") if t.i < part.i]


def goods_by_name(sentence: Sentence, verb: Token, words: list[Token]) -> list[Token]:
    """ "Patriots, the weapon Kyiv asks for", "Patriots are what it asks for most": the words, with the goods' name for their class."""
    thing = verb.head
    if verb.dep_ != "relcl":
        return words
    named = [t for name in _named_before(thing) if sentence.item_of(name) for t in within(name)]
    return [t for t in words if t not in list(within(thing))] + named if named else words


def _named_before(thing: Token) -> list[Token]:
    """What a phrase says the class of: what stands before its comma, however the parser hangs it, or the subject of "are"."""
    start = min(t.i for t in (thing, *thing.lefts))
    if start > 1 and thing.doc[start - 1].text == "," and thing.dep_ != "conj":
        return [thing.doc[start - 2]]
    return subjects(thing.head) if thing.dep_ == "attr" else []


def raised_to(sentence: Sentence, verb: Token) -> NumberMention | None:
    """ "Doubled to 4,000 the number of drones it will send": the number of what a clause says is given."""
    if any(s.lemma_.lower() in NUMBERS for s in subjects(verb)):  # "the number of vehicles given stands at 60"
        return next((sentence.number_at[t.i] for t in after(verb, "at", "to") if t.i in sentence.number_at), None)
    thing = verb.head
    for _ in range(4):
        if verb.dep_ not in ("relcl", "acl", "xcomp") or thing.lemma_.lower() == "number" or thing.head.i == thing.i:
            break
        thing = thing.head
    above = thing.head if thing.lemma_.lower() == "number" and thing.dep_ in ("dobj", "nsubjpass") else None
    ends = [n for word in (above, thing) for n in after(word, "to")] if above is not None else []
    return next((sentence.number_at[t.i] for t in ends if t.i in sentence.number_at), None)


def thing_before(sentence: Sentence, verb: Token) -> Token | None:
    """ "Is at hand in the shape of five systems, to be supplied by Berlin": the goods right before an infinitive behind a comma."""
    if verb.dep_ not in ("advcl", "relcl", "acl", "conj", "xcomp") or not is_passive(verb) or not _is_behind_comma(verb):
        return None
    start = min(t.i for t in verb.children if t.lower_ == "to")
    before = verb.doc[start - 2]
    mention = sentence.at.get(before.i)
    return before if mention is not None and mention.id_of("item") is not None else None


def _is_behind_comma(verb: Token) -> bool:
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    return to is not None and to.i > 1 and verb.doc[to.i - 1].text == ","


def is_told_just_before(scene: Scene, sentence: Sentence) -> bool:
    """Whether something was given in this sentence or the one before, so that a bare number may count some of it."""
    told = getattr(scene.lead_gift, "sentence", None)
    return isinstance(told, Sentence) and 0 <= sentence.number - told.number <= NEAR


def named_as_members(heads: list[Token]) -> list[Token]:
    """ "By other governments, including those in London and Oslo": the places that stand for those meant."""
    lists = [c for head in heads for c in head.children if c.lower_ in ("including", "like", "among")]
    those = [t for c in lists for t in children(c, "pobj") if t.lower_ in ("those", "governments", "capitals")]
    return [t for one in those for t in after(one, "in", "of", "from")]


def is_anaphoric(sentence: Sentence, thing: Token) -> bool:
    """Whether a phrase counts things spoken of before: "six", "two of them", "the other three", "four systems"."""
    if sentence.at.get(thing.i) is not None or thing.i in sentence.amount_at or thing.i in sentence.date_at:
        return False
    if thing.lower_ in PRO:
        return True
    if thing.lower_ in ("first", "last", "most", "half", "all") and any(t.lower_ in ("which", "them", "these") for t in after(thing, "of")):
        return True
    if thing.lower_ in SOME and any(sentence.item_of(t) for t in whole_of(thing)):
        return True
    if thing.lemma_.lower() in GENERIC:
        named = any(t.pos_ == "NOUN" and t.lemma_.lower() not in GENERIC | SORTS for t in after(thing, "of"))  # "49 units of heavy armour"
        return any(c.i in sentence.number_at for c in thing.children) and not named
    return thing.i in sentence.number_at
