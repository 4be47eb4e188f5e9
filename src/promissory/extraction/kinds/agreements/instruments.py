"""Reading an instrument ("a security agreement"): the phrases and verbs around it, its number, term and name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import first_of_row, whole
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.lexicon.events import TALKS
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of signing, whose subject may be the paper itself.
INKING = frozenset("sign conclude ink initial seal".split())
SIGNING = frozenset(
    "sign ink seal conclude strike reach initial clinch enter make secure agree finalise finalize complete get put announce welcome "
    "approve hail celebrate mark broker come achieve exchange".split()
)
FORCE = frozenset("enter ratify implement apply uphold honour honor respect observe comply remain extend prolong renew".split())
WORKING = TALKS | frozenset("work process".split())
TALKING = frozenset(
    "negotiate discuss draft prepare work hammer elaborate develop talk debate mull finalise begin start open launch continue "
    "initiate engage haggle wrangle thrash iron polish hone fine-tune".split()
)
WISHING = frozenset(
    "propose plan want seek hope offer expect consider intend envisage suggest outline demand explore hint prepare "
    "submit table circulate present vote weigh examine await".split()
)
ENDING = frozenset("end terminate quit withdraw leave denounce expire suspend abandon collapse break cancel scrap tear lapse veto".split())
#: Verbs that end an instrument only with a particle ("pulled out of the convention", "called off the deal").
LEAVING = {
    "pull": ("out",), "call": ("off",), "back": ("out", "away"), "walk": ("away", "out"), "opt": ("out",), "rip": ("up",),
    "drop": ("out",), "get": ("out",), "bow": ("out",), "step": ("away",),
}  # fmt: skip
#: Verbs that tell the stage of what they are said of.
STAGED = SIGNING | TALKING | FORCE | ENDING | WISHING | {"mediate", "facilitate"}


@dataclass
class Reading:
    """The nouns from the instrument up to the verb that carries them, that verb, and the noun that is its subject or object."""

    nouns: list[Token]
    verb: Token | None

    @property
    def top(self) -> Token:
        return self.nouns[-1]


def climb(noun: Token) -> Reading:
    """ "Ukraine began talks on a draft agreement": from "agreement" over "talks" to "began"."""
    nouns = [noun] if whole(noun).i == noun.i else [noun, whole(noun)]
    if (verb := _own_verb(noun)) is not None:
        over = noun.dep_ == "nsubj" and noun.head.lemma_ in ("expire", "lapse", "collapse")  # "a truce agreed in March expired"
        return Reading(nouns, noun.head if over else verb)
    for _ in range(3):
        nouns += _above(nouns[-1])
        verb = _carrier(nouns[-1])
        if verb is None or verb.dep_ != "acl" or verb.tag_ != "VB" or verb.head.pos_ != "NOUN":
            break
        nouns.append(verb.head)
    return Reading(nouns, verb)


def is_one(noun: Token, reading: Reading) -> bool:
    """Whether somebody does something with an instrument, or it is one in particular: not "stands behind security protocols"."""
    staged = reading.verb is not None and reading.verb.lemma_ in STAGED
    return staged or noun.tag_ in ("NN", "NNP") or any(c.dep_ in ("det", "poss", "nummod") for c in noun.lefts)


def _own_verb(noun: Token) -> Token | None:
    """ "The pact signed by X", "the pact that X signed"."""
    outer = _carrier(noun)
    if outer is not None and comes_to_force(outer):
        return None  # "the accord, initialled in May, came into force"
    staged = outer is not None and outer.lemma_ in STAGED
    aims = [t for t in after(noun, "of") if t.lemma_ in ("intent", "understanding", "interest")]  # "the letter of intent that X signed"
    for verb in (*noun.children, *(c for t in aims for c in t.children)):
        if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and (verb.lemma_ in STAGED or not staged):
            return verb  # but not in "sealed a partnership meant to last"
        for told in (verb, *children(verb, "xcomp")) if verb.dep_ == "relcl" else ():
            if told.lemma_ in STAGED - WISHING and not _is_told_of(told):
                return told
    return None if staged else _fronted(noun) or _verb_at_partner(noun)


def _fronted(noun: Token) -> Token | None:
    """ "Signed by X and Y in Oslo, the accord obliges": a participle before the instrument that the parser hangs on the main verb."""
    before = [v for v in children(noun.head, "advcl") if v.i < noun.i and v.tag_ == "VBN"] if noun.dep_ in ("nsubj", "nsubjpass") else []
    return next((v for v in before if v.lemma_ in STAGED - WISHING and not children(v, "nsubj", "mark", "aux", "auxpass")), None)


def _verb_at_partner(noun: Token) -> Token | None:
    """ "The accord with Portugal, which was ratified by": a clause about the instrument that the parser hangs on its partner."""
    clauses = [
        v
        for t in after(noun, "with", "between", "on", "of", "for", "about")
        for c in children(t, "relcl")
        for v in (c, *children(c, "xcomp"))
    ]
    about = (v for v in clauses if any(c.tag_ == "WDT" and c.dep_ in ("nsubjpass", "dobj") for c in v.children))
    return next((v for v in about if v.lemma_ in STAGED - WISHING), None)


def _is_told_of(verb: Token) -> bool:
    """ "A letter that opens the way to jets": what the instrument does, not what is done with it."""
    under = [c for c in verb.lefts if c.lower_ in ("under", "by", "through") and any(w.tag_ == "WDT" for w in children(c, "pobj"))]
    if under:  # "an agreement under which Dublin makes 36 million available"
        return True
    acting = any(c.dep_ == "nsubj" and c.tag_ == "WDT" for c in verb.children)
    return acting and (verb.lemma_ not in FORCE | ENDING or verb.lemma_ in ("leave", "end")) and bool(children(verb, "dobj"))


def _above(noun: Token) -> list[Token]:
    """The nouns that a noun hangs on, nearest first."""
    found: list[Token] = []
    here = noun
    for _ in range(5):
        here = first_of_row(here)
        if here.dep_ == "pobj" and here.head.head.pos_ in ("NOUN", "PROPN"):
            here = here.head.head
        elif here.dep_ in ("compound", "nmod", "poss") and here.head.pos_ in ("NOUN", "PROPN"):
            here = here.head
        else:
            return found
        found.append(here)
    return found


def _carrier(noun: Token) -> Token | None:
    noun = first_of_row(noun)
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "dative"):
        # "is to be signed", "is due to be signed": the verb that says what will be done with it
        told = [c for t in (noun.head, *children(noun.head, "acomp")) for c in t.children if c.dep_ == "xcomp" and c.tag_ == "VBN"]
        due = told[0] if told and noun.head.lemma_ == "be" else None  # "is about to be signed"
        return due or noun.head
    if noun.dep_ != "pobj":
        return None
    above = noun.head.head if noun.head.head.pos_ not in ("ADP", "ADV") else noun.head.head.head  # "pulled out of the treaty"
    return above if above.pos_ in ("VERB", "AUX") else None


def comes_to_force(verb: Token) -> bool:
    """ "Entered into force", "came into effect", "took effect"."""
    into = verb.lemma_ in ("enter", "come", "go") and any(t.lemma_.lower() in ("force", "effect") for t in after(verb, "into"))
    return into or (verb.lemma_ == "take" and any(c.lemma_ == "effect" for c in children(verb, "dobj")))


def leaves(verb: Token) -> bool:
    """ "Pulled out", "walked away", "called off"."""
    return any(c.lower_ in LEAVING.get(verb.lemma_, ()) for c in verb.children)


def fill_count(draft: Draft, sentence: Sentence, reading: Reading) -> int | None:
    """How many instruments are spoken of: "nine agreements", "agreements with nine countries", "eight countries have signed"."""
    nouns = [*reading.nouns[:2], *[t for n in reading.nouns for t in after(n, "with")]]
    if reading.verb is not None:
        nouns += [*after(reading.verb, "with"), *subjects(reading.verb)]
    for noun in nouns:
        bare = noun.tag_ == "CD" and noun.i == reading.nouns[0].i  # "six have been signed"
        if noun.tag_ not in ("NNS", "NNPS") and not bare:
            continue
        number = (
            sentence.number_at.get(noun.i)
            if bare
            else next((m for c in noun.children if c.dep_ in ("nummod", "amod") and (m := sentence.number_at.get(c.i))), None)
        )
        if number and number.value > 1 and number.value < 200:
            draft.slots["count"] = int(number.value)
            draft.grounds["count"] = (sentence.start + number.start, sentence.start + number.end)
            return int(number.value)
    return None


def fill_term(draft: Draft, sentence: Sentence, noun: Token) -> None:
    """How long the instrument runs: "ten-year", "decade-long", "for ten years"."""
    for mention in sentence.dates:
        head = sentence.head_of(mention)
        if mention.span_words and head is not None and mention.span_words.endswith("Y") and _describes(head, noun):
            draft.slots["term"] = mention.span_words
            draft.grounds["term"] = (sentence.start + mention.start, sentence.start + mention.end)
            return


def _describes(head: Token, noun: Token) -> bool:
    above = {a.i for a in head.ancestors}
    return noun.i in above or (head.head.i == noun.head.i) or abs(head.i - noun.i) < 5


def fill_framework(scene: Scene, draft: Draft, sentence: Sentence, noun: Token) -> None:
    """The named instrument the noun is part of or stands beside."""
    for mention in sentence.mentions:
        name = mention.id_of("framework")
        if name and scene.pack.framework[name].type == "agreement" and any(abs(t.i - noun.i) < 3 for t in sentence.tokens_of(mention)):
            draft.slots["framework"] = name
            draft.grounds["framework"] = (sentence.start + mention.start, sentence.start + mention.end)
