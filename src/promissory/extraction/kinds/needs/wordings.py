"""Needs in plain wordings that the parser takes apart: what they lack is, nothing to fight with, money for half of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.matters.straits import FRACTIONS, Lack, phrases
from promissory.extraction.kinds.needs.plain import is_needy
from promissory.extraction.lexicon.goods import FUNDS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words of want in "what they lack is", by any part of speech that the parser gives them.
WANTING = frozenset("lack need want require miss short crave".split())
NAMING = frozenset(("NOUN", "PROPN", "PRON", "ADJ"))
#: Verbs of having to get something from somebody.
RELYING = frozenset("count rely bank depend look turn".split())
#: Nouns after the goods that say that there are too few of them.
TROUBLES = frozenset("problem crisis crunch drought famine shortage gap woe squeeze dilemma hunger deficit shortfall".split())
#: Verbs of being outdone in numbers.
OUTDONE = frozenset("outgun outfire outshoot outman outnumber undersupply underequip outrange".split())
#: Words that tell a want by themselves, whatever it is of.
TELLING = OUTDONE | {"order", "meet", "cover", "satisfy", "strength", "nothing", "afford", "enough", "few", "fewer"}
#: What covers only a part of what is to be paid or fired.
COVERS = FUNDS | frozenset("order cash budget ammunition shell stock supply capacity fuel credit material missile interceptor".split())
SCARCELY = frozenset("barely only just hardly scarcely less roughly about under perhaps".split())
HAVING = frozenset("have possess command get hold receive cover meet".split())
#: What somebody in want of everything has nothing to do with.
AGAINST = frozenset(("against", "with", "for"))
#: Places where money is kept, and what is paid from them.
WAGES = frozenset("pay salary wage pension payroll benefit".split())
SHORTEST = frozenset("short shortest shorter scarce scarcest".split())
#: How a thing would be of use.
USING = frozenset(("could", "would", "can", "might", "will", "'d"))
HELPFUL = frozenset("help save relieve ease".split())
#: Nouns before a colon behind which the things that are wanting stand.
GAPS = frozenset("gap shortage shortcoming shortfall deficit deficiency bottleneck need want lack".split())
#: Nouns of a list of wishes, and what is done with one.
WISHLISTS = frozenset("wishlist shopping wish want".split())
HANDING = frozenset("hand present submit give bring take compile draw send pass circulate forward prepare carry".split())
ENDS = frozenset((".", ";", "?", "!"))
#: How many words may stand between "what" and the word of want, and between that and "is".
NEAR = 9
FAR = 22


def wordings(sentence: Sentence) -> Iterator[Lack]:
    """The wants of a sentence that are told so."""
    for token in sentence.tokens:
        word, lemma = token.lower_, token.lemma_.lower()
        if word in ("what", "all", "where"):
            yield from _what_is_lacked(sentence, token)
        elif word == "short":
            yield from _short_above_all_of(sentence, token)
            yield from _so_much_short(sentence, token)
        elif lemma in RELYING and token.pos_ == "VERB":
            yield from _counts_on(token)
        elif word == "left" and token.dep_ == "ccomp" and token.head.lemma_ == "have":
            none = [s for s in children(token, "nsubj", "nsubjpass") if any(c.lower_ in ("no", "hardly", "few") for c in s.lefts)]
            yield token, phrases(none), subjects(token.head), False
        elif word == "nothing" and token.dep_ == "dobj":
            yield from _nothing_to(token)
        elif lemma in TROUBLES:
            yield from _trouble(sentence, token)
        elif lemma in OUTDONE and token.pos_ == "VERB" and is_passive(token):
            yield token, [token], subjects(token), False
        elif word == "supply" and token.dep_ == "pobj" and any(c.lower_ in SHORTEST for c in token.lefts):
            yield from _in_short_supply(sentence, token)
        elif word == "missing" and token.dep_ in ("acl", "amod"):
            yield from _there_is_missing(sentence, token)
        elif word in ("enough", "sufficient") and token.dep_ in ("acomp", "attr"):
            yield from _not_enough_for(token)
        elif word in ("fewer", "less", "more"):
            yield from _fewer_than_needed(sentence, token)
        elif lemma in ("use", "help", "save", "relieve"):
            yield from _of_use(sentence, token)
        elif lemma in HAVING | {"afford"} and token.pos_ == "VERB":
            yield from _for_a_part(token)
            yield from _neither(token)
        elif word == "few" and token.dep_ == "dobj" and any(c.lower_ in ("too", "very", "so") for c in token.lefts):
            yield token, [*phrases(after(token, "of")), *_goods_before(sentence, token)], subjects(token.head), False
        if word in ("lack", "lacks", "needs") and token.tag_ in ("NN", "NNS"):
            yield from _taken_for_noun(sentence, token)
        if lemma in GAPS or (word in ("missing", "lacking", "needed", "wanting", "required") and token.i > 0):
            yield from _gaps_are(sentence, token)
        if lemma in ("list", "wishlist"):
            yield from _wish_list(sentence, token)
        if word == "import" or lemma in ("import", "buy", "find", "raise"):
            yield from _will_have_to(token)


def _until_end(sentence: Sentence, start: int, far: int = FAR) -> list[Token]:
    """The words from a place on to the end of the clause."""
    words = list(sentence.tokens[start : start + far])
    return words[: next((n for n, t in enumerate(words) if t.text in ENDS), len(words))]


def _what_is_lacked(sentence: Sentence, what: Token) -> Iterator[Lack]:
    """ "What the front lacks today, say officers, are fuses", "where we are short is instructors", "what they want most are tables"."""
    ahead = sentence.tokens[what.i + 1 : what.i + 1 + NEAR]
    want = next((t for t in ahead if t.lemma_.lower() in WANTING or t.lower_ in ("lacks", "lacking")), None)
    if want is None or any(t.text in (*ENDS, ":", "?") for t in ahead[: want.i - what.i]) or sentence.text.rstrip('"”').endswith("?"):
        return
    behind = _until_end(sentence, want.i + 1)
    be = next((t for t in behind if t.lower_ in ("is", "are", "were", "was") and (t.nbor(-1).tag_ != "WP")), None)
    who = sentence.tokens[what.i + 1 : want.i]
    owners = [t for t in who if t.pos_ in ("NOUN", "PROPN", "PRON") or t.lower_ == "front"]
    nobodys = (
        bool(who)
        and who[0].lower_ in ("is", "are", "was", "were")
        and want.lower_ in ("needed", "wanted", "required", "lacking", "missing")
    )
    if be is None or not (owners or nobodys) or any(t.dep_ == "neg" for t in who) or (what.lower_ == "where" and want.lower_ != "short"):
        return
    if what.lower_ == "all" and what.head.lemma_ != "be":
        return
    goods = [t for t in _until_end(sentence, be.i + 1) if t.pos_ in NAMING]
    yield want, goods, [] if nobodys else owners[:1] if owners[0].pos_ == "PRON" else owners, False


def _short_above_all_of(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "Ukraine is short above all of rounds for its batteries", "we are short, as you know, of everything"."""
    verb = word.head
    if (
        word.dep_ != "acomp"
        or verb.lemma_ not in ("be", "run", "remain")
        or after(word, "of")
        or any(c.dep_ == "neg" for c in verb.children)
    ):
        return
    of = [t for t in _until_end(sentence, word.i + 1, 12) if t.lower_ == "of" and children(t, "pobj")]
    if of and of[0].i - word.i > 1:
        yield word, [t for prep in of for t in phrases(children(prep, "pobj"))], subjects(verb), False


def _so_much_short(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "The budget will be 4 billion dollars short next year", "the brigade is 800 men short"."""
    verb = word.head
    measures = [t for t in (*children(verb, "attr", "npadvmod", "dobj"), *children(word, "npadvmod")) if t.i < word.i]
    counted = [t for t in measures if t.i in sentence.amount_at or any(c.i in sentence.number_at for c in t.children)]
    if word.dep_ in ("acomp", "advmod") and counted and not after(word, "of") and not children(verb, "neg"):
        yield word, phrases(counted), subjects(verb), False


def _counts_on(verb: Token) -> Iterator[Lack]:
    """ "Kyiv is counting on Berlin for three more systems", "relies on its partners for shells"."""
    things = [*after(verb, "for"), *(t for giver in after(verb, "on", "to") for t in after(giver, "for"))]
    if after(verb, "on", "to") and things and not children(verb, "neg"):
        yield verb, phrases(things), subjects(verb), True


def _nothing_to(word: Token) -> Iterator[Lack]:
    """ "Has nothing to heat with", "has nothing of its own against ballistic missiles"."""
    verb = word.head
    aimed = [c for c in children(word, "relcl", "acl") if c.tag_ == "VB" or any(t.lower_ in ("could", "can", "would") for t in c.lefts)]
    with_ = [c for c in aimed if children(c, "prep") or children(c, "dobj")]
    met = after(word, "against")
    if verb.lemma_ == "have" and (met or any(after(c, "against") or _hangs_with(c) for c in with_)):
        yield word, [word, *word.subtree], subjects(verb), False


def _hangs_with(deed: Token) -> bool:
    """ "To heat with": what there is nothing of is a means."""
    return any(c.lower_ == "with" and not list(c.children) for c in deed.children) or deed.lemma_ in ("stop", "shoot", "answer", "counter")


def _trouble(sentence: Sentence, noun: Token) -> Iterator[Lack]:
    """ "Ukraine's interceptor problem", "Kyiv's manpower crisis"."""
    goods = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod") and c.i not in sentence.date_at]
    owners = children(noun, "poss")
    if goods and owners:
        yield noun, goods, owners, False


def _in_short_supply(sentence: Sentence, noun: Token) -> Iterator[Lack]:
    """ "Named ambulances as the items in shortest supply", "shells, long in short supply"."""
    goods = [t for t in sentence.tokens[: noun.i] if sentence.item_of(t) or t.lemma_.lower() in COVERS]
    yield noun, goods, [], False


def _there_is_missing(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "There is money missing", "the missing 300 million"."""
    thing = word.head
    there = thing.dep_ == "attr" and thing.head.lemma_ == "be" and any(c.dep_ == "expl" for c in thing.head.children)
    summed = word.dep_ == "amod" and any(t.i in sentence.amount_at for t in thing.subtree)
    if there or summed:
        yield word, phrases([thing]), [], False


def _not_enough_for(word: Token) -> Iterator[Lack]:
    """ "There will not be enough in the account for soldiers' pay"."""
    verb = word.head
    if verb.lemma_ != "be" or not any(c.dep_ == "neg" for c in verb.children):
        return
    purpose = [*after(word, "for"), *after(verb, "for")]
    if any(t.lemma_.lower() in WAGES for t in purpose) or any(t.lower_ in ("account", "coffers", "budget") for t in word.subtree):
        yield word, phrases(purpose), [], False


def _fewer_than_needed(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "Has 300 fewer of them than it needs", "far fewer interceptors than are needed"."""
    than = next((t for t in sentence.tokens[word.i + 1 : word.i + 10] if t.lower_ == "than"), None)
    behind = sentence.tokens[than.i + 1 : than.i + 5] if than is not None else []
    if word.lower_ == "more" or not any(t.lemma_ in ("need", "require", "want") for t in behind):
        return
    thing = word.head if word.dep_ == "amod" else word
    verb = next((a for a in word.ancestors if a.pos_ == "VERB"), None)
    yield word, [*phrases([thing]), *_goods_before(sentence, word)], subjects(verb) if verb is not None else [], False


def _of_use(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "Mobile turbines would help us over the peak", "Kyiv could make good use of the jets"."""
    if word.pos_ == "NOUN":
        verb = word.head
        could = verb.lemma_ in ("make", "find", "have") and any(c.lower_ in USING for c in children(verb, "aux"))
        if word.lemma_ == "use" and word.dep_ == "dobj" and could and not children(verb, "neg"):
            yield word, [*phrases(after(word, "of", "for")), *phrases(after(verb, "of", "for"))], subjects(verb), True
    elif word.lemma_ in HELPFUL and any(c.lower_ in ("would", "'d") for c in word.children) and not children(word, "neg"):
        things = [t for t in subjects(word) if sentence.item_of(t) or t.tag_ == "NNS"]
        us = [t for t in children(word, "dobj") if t.lower_ in ("us", "them")]
        if things and us:
            yield word, phrases(things), [t for t in us if t.lower_ == "them"], False


def _for_a_part(verb: Token) -> Iterator[Lack]:
    """ "Have financing for barely 40 percent of it", "has orders for less than half", "can afford a third of that"."""
    things = children(verb, "dobj")
    if any(c.dep_ == "neg" for c in verb.children):
        return
    if verb.lemma_ == "afford":
        parts = [t for t in things if t.lemma_.lower() in FRACTIONS and after(t, "of")]
        if parts:
            yield verb, [*phrases(parts), verb], subjects(verb), False
        return
    for thing in (t for t in things if t.lemma_.lower() in COVERS):
        parts = [*after(thing, "for"), *after(verb, "for")]
        words = [t for p in parts for t in p.subtree]
        scarce = any(t.lower_ in SCARCELY for t in words) or any(t.lower_ in ("only", "just", "barely", "hardly") for t in verb.children)
        part = any(t.lemma_.lower() in FRACTIONS | {"day", "week", "month"} or t.text == "%" for t in words)
        if scarce and part:
            yield thing, [*phrases([thing]), *words], subjects(verb), False


def _neither(verb: Token) -> Iterator[Lack]:
    """ "They have neither searchlights nor enough sights"."""
    things = [t for t in children(verb, "dobj") if any(c.lower_ == "neither" for c in t.subtree)]
    if verb.lemma_ == "have" and things:
        yield verb, phrases(things), subjects(verb), False


def _goods_before(sentence: Sentence, word: Token) -> list[Token]:
    """Goods spoken of before in the sentence, which "both" and "them" stand for."""
    return [t for t in sentence.tokens[: word.i] if sentence.item_of(t)]


def _taken_for_noun(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "Crews in the east lack everything from gloves to saws": a verb that the parser takes for a noun."""
    behind = _until_end(sentence, word.i + 1, 8)
    goes_on = (
        bool(behind)
        and (behind[0].pos_ in ("DET", "NUM", "ADJ", "NOUN", "PRON") or behind[0].lower_ == "help")
        and behind[0].tag_ not in ("WDT", "WP", "MD")
    )
    before = [t for t in sentence.tokens[: word.i] if t.tag_ in ("NNS", "NNPS", "NNP")]
    led = word.i > 0 and word.nbor(-1).lower_ in ("a", "the", "no", "any", "this", "s", "'s", "their", "its", "his", "our", "of", "for")
    everything = bool(behind) and behind[0].lower_ in ("everything", "anything", "even", "both")
    if goes_on and before and (everything or not led) and word.dep_ not in ("nsubj", "nsubjpass"):
        yield word, [t for t in behind if t.pos_ in NAMING or t.lower_ == "help"], before[:1], False


def _gaps_are(sentence: Sentence, word: Token) -> Iterator[Lack]:
    """ "He named three gaps: howitzer ammunition, guns and beds", "what is missing: long arms"."""
    colon = next((t for t in sentence.tokens[word.i + 1 : word.i + 4] if t.text in (":", "–", "—")), None)
    if colon is None:
        return
    told = word.pos_ == "NOUN" or any(t.lower_ == "what" for t in sentence.tokens[max(0, word.i - 5) : word.i])
    if told:
        yield word, [t for t in _until_end(sentence, colon.i + 1, 14) if t.pos_ in NAMING], children(word, "poss"), False


def _wish_list(sentence: Sentence, noun: Token) -> Iterator[Lack]:
    """ "Kyiv puts its wish list into a system, and on top are interceptors", "will present a list of compressors that were lost"."""
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    wished = noun.lower_ == "wishlist" or any(c.lower_ in WISHLISTS for c in noun.lefts)
    behind = [t for t in sentence.tokens[noun.i + 1 :] if sentence.item_of(t)]
    whose = children(noun, "poss") or (subjects(verb) if verb is not None and verb.pos_ == "VERB" else [])
    if wished and behind:
        yield noun, phrases(behind), whose, True
    things = after(noun, "of", "with")
    given = verb is not None and verb.lemma_ in HANDING and noun.dep_ == "dobj"
    if verb is not None and given and things and is_needy(sentence, subjects(verb)):
        yield noun, phrases(things), whose, True


def _will_have_to(verb: Token) -> Iterator[Lack]:
    """ "The gas her country will have to import before winter"."""
    above = verb.head if verb.dep_ == "xcomp" else None
    if above is None or above.lemma_ != "have" or above.dep_ != "relcl" or children(verb, "dobj") or verb.lemma_ != "import":
        return
    yield verb, list(within(above.head)), subjects(above), False
