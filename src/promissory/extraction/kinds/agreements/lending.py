"""What a sentence tells of instruments named in others: "both are valid for ten years", "an agreement of the same length"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.placing import fill_place_of, spots_in

if TYPE_CHECKING:
    from promissory.extraction.calendar.dates import DateMention
    from promissory.extraction.words import Token

TEXTS = AGREEMENTS | frozenset("document text".split())
#: Words before the noun that say which are meant, and how many of those told last (None: all).
MEANT: dict[str, int | None] = {"the": 1, "this": 1, "both": 2, "these": None, "all": None}
#: Words of how long something runs.
LENGTHS = frozenset("length duration term".split())
#: Sentences over which those that were counted together are told one by one.
REACH = 3
HOLDING = frozenset("be run last remain hold apply".split())


def lend_term(scene: Scene, sentence: Sentence) -> None:
    """Give the term that a sentence tells of instruments told before to those that have none."""
    for verb in sentence.tokens:
        if verb.lemma_ not in HOLDING or verb.pos_ not in ("VERB", "AUX"):
            continue
        nouns = [t for t in subjects(verb) if t.lemma_.lower() in TEXTS or t.lower_ == "it"]
        term = _term_under(sentence, verb) if nouns and not scene.mood(sentence, verb).negated else None
        if term is not None and term.span_words is not None:
            for draft in _meant(scene, sentence, nouns[0]):
                _lend(draft, term.span_words, (sentence.start + term.start, sentence.start + term.end))


def fill_same_term(scene: Scene, draft: Draft, sentence: Sentence, noun: Token) -> None:
    """ "An agreement of the same length": the term of the one told last."""
    same = next((t for t in noun.subtree if t.lemma_ in LENGTHS and any(c.lower_ == "same" for c in t.lefts)), None)
    known = [d.slots["term"] for d in scene.told if "term" in d.slots]
    if "term" not in draft.slots and same is not None and known:
        draft.slots["term"], draft.grounds["term"] = known[-1], sentence.bounds(same)
        draft.inferred["term"] = "that of the agreement told before"


def fill_place_of_all(scene: Scene, draft: Draft, sentence: Sentence, trigger: Token) -> None:
    """ "Two pacts were signed in Oslo": where each of them was signed that is told of next, if nothing else is said of it."""
    verb = trigger if trigger.pos_ == "VERB" else next((a for a in trigger.ancestors if a.pos_ == "VERB"), None)
    earlier = verb is not None and scene.mood(sentence, verb).tense == "perfect"  # "Denmark had signed before"
    elsewhere = any(spot.width < 2 and spot.head.dep_ == "pobj" for spot in spots_in(scene, sentence))
    if "place" in draft.slots or draft.status != "signed" or earlier or elsewhere:
        return
    for before in reversed(scene.sentences[max(0, sentence.number - REACH) : sentence.number]):
        for noun in (t for t in before.tokens if _is_counted(before, t)):
            counted = scene.draft(before, "agreement", "signed", noun, "counted")
            fill_place_of(scene, counted, before, noun)
            if "place" in counted.slots:
                draft.slots["place"], draft.grounds["place"] = counted.slots["place"], counted.grounds["place"]
                draft.inferred["place"] = "where all of those counted were signed"
                return


def _is_counted(sentence: Sentence, token: Token) -> bool:
    counted = token.lemma_.lower() in TEXTS and token.tag_ == "NNS" and any(c.i in sentence.number_at for c in token.lefts)
    return counted and token.dep_ == "nsubjpass" and token.head.lemma_ in ("sign", "conclude", "ink")


def _term_under(sentence: Sentence, verb: Token) -> DateMention | None:
    """The years that stand after the verb ("are valid for ten years")."""
    below = {t.i for t in verb.subtree}
    spans = [d for d in sentence.dates if d.span_words and d.span_words.endswith("Y")]
    return next((d for d in spans if (head := sentence.head_of(d)) is not None and head.i in below and head.i > verb.i), None)


def _meant(scene: Scene, sentence: Sentence, noun: Token) -> list[Draft]:
    """The instruments told before that a definite noun means, those told last first: of one partner each draft."""
    if noun.lower_ == "it":
        return [d for d in scene.told[-1:] if _is_just_told(scene, sentence, d)]
    words = [c.lower_ for c in noun.lefts if c.lower_ in MEANT]
    number = next((int(m.value) for c in noun.lefts if (m := sentence.number_at.get(c.i))), None)
    if not words or noun.dep_ not in ("nsubj", "nsubjpass"):
        return []
    many = noun.tag_ in ("NNS", "NNPS")
    most = number or (None if many and words[0] == "the" else MEANT[words[0]])
    single = [d for d in reversed(scene.told) if not d.slots.get("count") and d.status in ("signed", "in_force")]
    partners = list(dict.fromkeys(tuple(sorted(d.parties["party"])) for d in single))
    return [d for d in single if tuple(sorted(d.parties["party"])) in partners[:most]]


def _is_just_told(scene: Scene, sentence: Sentence, draft: Draft) -> bool:
    """Whether the sentence before is the one that tells of an instrument."""
    before = scene.sentences[sentence.number - 1] if sentence.number else None
    return before is not None and draft.evidence[-1][0] == before.start


def _lend(draft: Draft, term: str, at: tuple[int, int]) -> None:
    if "term" not in draft.slots:
        draft.slots["term"], draft.grounds["term"] = term, at
        draft.inferred["term"] = "what is said of the agreements told before"
