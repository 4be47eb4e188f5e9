"""Agreements told without their noun: "Poland had signed on Monday", "the sixteenth country to sign", "the number rises to 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children, conjuncts
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.agreements.lending import fill_place_of_all
from promissory.extraction.kinds.agreements.partnering import states_of
from promissory.extraction.kinds.agreements.rows import fill_day_of, rows_of_states
from promissory.extraction.lexicon.numerals import ORDINALS
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.names.abreast import listed_before
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_attribution
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.placing import fill_day, fill_place_of

if TYPE_CHECKING:
    from promissory.extraction.amounts.quantities import NumberMention
    from promissory.extraction.words import Token

#: Nouns that an ordinal counts instruments by.
COUNTED = AGREEMENTS | frozenset("country state nation partner party signatory document ally".split())
NUMBERS = {
    **{word: n for n, word in enumerate(ORDINALS, 1)},
    **{f"{ten}-{word}": base + n for ten, base in (("twenty", 20), ("thirty", 30)) for n, word in enumerate(ORDINALS[:9], 1)},
    "thirtieth": 30,
}
NUMERAL = re.compile(r"^(\d{1,3})(?:st|nd|rd|th)$")
GROWING = frozenset("rise reach stand grow climb increase bring".split())


def find_signings(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """One draft for each state that "signs" with nothing said of what, in a document about instruments with the pack's country."""
    yield from _headline(scene, sentence)
    verbs = [t for t in sentence.tokens if t.lemma_ == "sign" and t.pos_ == "VERB" and _is_alone(t)]
    for verb in verbs if verbs and _is_about_instruments(scene) else ():
        status = _status(scene, sentence, verb)
        if status == "signed" and (number := _signers_counted(sentence, verb)):
            yield from _counted(scene, sentence, verb, number)
            continue
        for state in _signers(scene, sentence, verb) if status else ():
            draft = _draft(scene, sentence, verb, str(status), "signs")
            draft.parties = {"party": [state, scene.beneficiary]}
            yield draft


def _signers_counted(sentence: Sentence, verb: Token) -> NumberMention | None:
    """ "Eight countries have signed": their number."""
    nouns = [s for s in subjects(verb) if s.lemma_.lower() in COUNTED and s.tag_ == "NNS"]
    found = [m for noun in nouns for c in noun.lefts if c.dep_ == "nummod" and (m := sentence.number_at.get(c.i))]
    return found[0] if found and found[0].value > 1 else None


def _counted(scene: Scene, sentence: Sentence, verb: Token, number: NumberMention) -> Iterator[Draft]:
    """The claim about all who have signed, and one for each that the sentence lists."""
    members = next(iter(rows_of_states(scene, sentence)), [])
    named = [member.state for member in members]
    draft = _draft(scene, sentence, verb, "signed", "tally")
    draft.slots["count"], draft.grounds["count"] = int(number.value), (sentence.start + number.start, sentence.start + number.end)
    draft.parties = {"party": [scene.beneficiary, *(named or ["partners"])]}
    yield draft
    for member in members:
        one = _draft(scene, sentence, member.token, "signed", "listed")
        one.trigger = draft.trigger
        one.parties = {"party": [scene.beneficiary, member.state]}
        fill_day_of(one, sentence, member)
        yield one


def _headline(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "EU, Lithuania and Estonia sign in Brussels", where the parser takes "sign" for a noun."""
    word = next((t for t in sentence.tokens if t.lower_ in ("sign", "signs") and t.pos_ in ("NOUN", "PROPN")), None)
    if word is None or not sentence.block.heading or any(c.i > word.i and c.dep_ in ("dobj", "compound") for c in word.children):
        return
    if word.dep_ == "compound" and word.head.i > word.i:  # "signs law on aid"
        return
    before = [t for t in sentence.tokens[: word.i] if sentence.at.get(t.i)]
    states = [s for s in scene.states(everyone(scene, sentence, before)) if (a := scene.pack.actor.get(s)) and a.type in ("state", "bloc")]
    if not states or sentence.at.get(word.i - 1) is None or not _is_about_instruments(scene):
        return
    for state in (s for s in states if s != scene.beneficiary):
        draft = _draft(scene, sentence, word, "signed", "signs")
        draft.parties = {"party": [state, scene.beneficiary]}
        if "place" in draft.grounds and draft.grounds["place"] < sentence.bounds(word):  # "Athens signs": who, and not where
            del draft.slots["place"], draft.grounds["place"]
        yield draft


def _is_alone(verb: Token) -> bool:
    """Whether nothing is said of what is signed; "signed into law" and "signed up" are other things."""
    others = any(c.lower_ in ("into", "off", "up", "on", "onto") and c.dep_ in ("prep", "prt") and not _is_dated(c) for c in verb.children)
    return not is_passive(verb) and not children(verb, "dobj", "prt") and not others


def _is_dated(prep: Token) -> bool:
    """ "Signed on Monday", "on Romania's behalf"."""
    return prep.lower_ == "on" and any(c.pos_ == "PROPN" or c.lemma_ in ("behalf", "day") for c in prep.children)


def _is_about_instruments(scene: Scene) -> bool:
    return any(
        token.lemma_.lower() in AGREEMENTS and frame.role == "instrument"
        for sentence in scene.sentences
        for token, frame in triggers(scene.pack, sentence, "agreement")
    )


def _status(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    mood = scene.mood(sentence, verb)
    if mood.negated or mood.awaited or mood.conditional or mood.modal in ("could", "may", "might", "should", "must", "can"):
        return None
    if any(c.lower_ == "yet" for a in verb.ancestors for c in a.children):
        return None
    if mood.tense == "infinitive" and any(_number(t) for t in sentence.tokens[: verb.i]):
        return "signed"  # "the first to sign", "becomes the 16th country to sign"
    ahead = mood.tense in ("future", "infinitive") or mood.modal == "would" or mood.under("plan", "promise", "consider", "urge")
    return "proposed" if ahead else "signed"


def _signers(scene: Scene, sentence: Sentence, verb: Token) -> list[str]:
    """The states behind the subject, or those it signs for, the pack's own left out."""
    named = everyone(scene, sentence, after(verb, "for")) or _subject(scene, sentence, verb)
    known = [s for s in scene.states(named) if (a := scene.pack.actor.get(s)) and a.type in ("state", "bloc")]
    return [s for s in known if s not in (scene.beneficiary, "partners")]


def _subject(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    return everyone(scene, sentence, subjects(verb)) or listed_before(sentence, verb)


def find_tallies(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "The sixteenth country to sign", "the seventh agreement that Ukraine has signed", "the number of agreements rises to 15"."""
    for token in sentence.tokens:
        number = _ordinal(token) or _tally(sentence, token)
        if number and number > 1 and _is_about_instruments(scene):
            named = _those_with(scene, sentence)
            draft = _draft(scene, sentence, token, "signed", "tally")
            draft.slots["count"] = number
            draft.grounds["count"] = sentence.bounds(token)
            draft.parties = {"party": [scene.beneficiary, *(named or ["partners"])]}
            yield draft
            for state in named:
                one = _draft(scene, sentence, token, "signed", "listed")
                one.parties = {"party": [scene.beneficiary, state]}
                yield one


def _those_with(scene: Scene, sentence: Sentence) -> list[str]:
    """ "The seventh such document, after those with Britain, Germany and France": with whom the others are."""
    others = [t for t in sentence.tokens if t.lower_ in ("those", "ones")]
    found = states_of(scene, sentence, [c for t in others for w in after(t, "with") for c in conjuncts(w)])
    return [s for s in dict.fromkeys(found) if s != scene.beneficiary]


def _ordinal(token: Token) -> int | None:
    """The number of an ordinal that counts a country that signs, or an instrument."""
    number = _number(token)
    if number is None or token.dep_ != "amod" or token.head.lemma_.lower() not in COUNTED:
        return None
    noun = token.head
    if noun.lemma_.lower() in AGREEMENTS | {"document"}:
        return number if any(c.lower_ in ("such", "bilateral", "security") or c.dep_ == "relcl" for c in noun.children) else None
    inner = [*noun.children, *(v for v in noun.head.children if v.dep_ == "xcomp" and noun.dep_ == "attr")]
    verbs = [v for v in inner if v.dep_ in ("relcl", "acl", "xcomp") and v.lemma_ in ("sign", "conclude", "exist", "do", "have", "join")]
    return number if verbs else None


def _number(token: Token) -> int | None:
    """The number an ordinal stands for."""
    match = NUMERAL.match(token.lower_)
    return int(match[1]) if match else NUMBERS.get(token.lower_)


def _tally(sentence: Sentence, token: Token) -> int | None:
    """ "The number of agreements … rises to 15"."""
    if token.lemma_ not in GROWING or token.pos_ != "VERB":
        return None
    subject = next((s for s in subjects(token) if s.lemma_ in ("number", "total", "tally", "count")), None)
    if subject is None or not any(t.lemma_.lower() in AGREEMENTS for t in subject.subtree):
        return None
    number = next((m for t in after(token, "to", "at") if (m := sentence.number_at.get(t.i))), None)
    return int(number.value) if number else None


def _draft(scene: Scene, sentence: Sentence, trigger: Token, status: str, rule: str) -> Draft:
    draft = scene.draft(sentence, "agreement", status, trigger, rule)
    fill_attribution(draft, scene, sentence, trigger)
    if rule == "signs":
        fill_day(draft, sentence, trigger)
        fill_place_of(scene, draft, sentence, trigger)
        fill_place_of_all(scene, draft, sentence, trigger)
    draft.features |= {f"rule {rule}": 1.0, "heading": sentence.block.heading, "has_date": "date" in draft.slots, "parties": 2.0}
    return draft
