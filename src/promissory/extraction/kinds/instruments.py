"""Reading an instrument ("a security agreement"): the phrases and verbs around it, its status, parties, number and term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.mood import Mood
from promissory.extraction.nominals import first_of_row, whole
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.supposing import is_counterfactual
from promissory.extraction.syntax import is_passive, subjects
from promissory.extraction.tree import after, children, conjuncts

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns above the instrument, and what they make of it.
STAGES = {
    noun: stage
    for stage, nouns in (
        ("signed", "signing signature conclusion sign"),
        ("negotiating", "negotiation talk talks discussion consultation draft work preparation drafting elaboration haggling"),
        ("proposed", "intention plan proposal possibility idea prospect application"),
        ("in_force", "implementation ratification entry violation"),
        ("ended", "expiry termination end withdrawal collapse suspension denunciation abrogation cancellation exit"),
    )
    for noun in nouns.split()
}
SIGNING = frozenset(
    "sign ink seal conclude strike reach initial clinch enter make secure agree finalise finalize complete get put announce welcome "
    "approve hail celebrate mark broker come achieve".split()
)
FORCE = frozenset("enter ratify implement apply uphold honour honor respect observe comply remain extend prolong renew".split())
#: Verbs that open talks; of an instrument itself they say that it is made ("launched the compact").
OPENING = frozenset("begin start open launch initiate".split())
TALKS = frozenset("talk talks negotiation consultation discussion work dialogue process".split())
#: Where an instrument is that is worked on ("in the pipeline", "under discussion").
PENDING = TALKS | frozenset("pipeline works preparation offing making progress".split())
TALKING = frozenset(
    "negotiate discuss draft prepare work hammer elaborate develop talk debate mull finalise begin start open launch continue "
    "initiate engage haggle wrangle thrash iron polish hone fine-tune".split()
)
WISHING = frozenset(
    "propose plan want seek hope offer expect consider intend envisage suggest outline demand explore hint prepare "
    "submit table circulate present".split()
)
ENDING = frozenset("end terminate quit withdraw leave denounce expire suspend abandon collapse break cancel scrap tear lapse veto".split())
#: Verbs by which an instrument does not come about.
REFUSING = frozenset("reject refuse dismiss decline oppose resist spurn rebuff preclude prevent block avoid scupper thwart derail".split())
#: Verbs that end an instrument only with a particle ("pulled out of the convention", "called off the deal").
LEAVING = {
    "pull": ("out",), "call": ("off",), "back": ("out", "away"), "walk": ("away", "out"), "opt": ("out",), "rip": ("up",),
    "drop": ("out",), "get": ("out",), "bow": ("out",), "step": ("away",),
}  # fmt: skip
#: Verbs that tell the stage of what they are said of.
STAGED = SIGNING | TALKING | FORCE | ENDING | WISHING | {"mediate", "facilitate"}
#: What is said of an instrument that is not there yet ("a deal was close").
NEARING = frozenset("close near possible likely imminent ready feasible unlikely impossible realistic achievable".split())
#: Modifiers that tell the stage.
STAGE_WORDS = {
    word: stage
    for stage, words in (
        ("negotiating", "draft stalled"),
        ("proposed", "proposed future potential possible planned upcoming"),
        ("signed", "signed"),
        ("in_force", "existing"),
        ("ended", "defunct expired"),
    )
    for word in words.split()
}


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
    if outer is not None and _comes_to_force(outer):
        return None  # "the accord, initialled in May, came into force"
    staged = outer is not None and outer.lemma_ in STAGED
    for verb in noun.children:
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
        due = next((c for c in noun.head.children if c.dep_ == "xcomp" and c.tag_ == "VBN"), None) if noun.head.lemma_ == "be" else None
        return due or noun.head
    if noun.dep_ != "pobj":
        return None
    above = noun.head.head if noun.head.head.pos_ not in ("ADP", "ADV") else noun.head.head.head  # "pulled out of the treaty"
    return above if above.pos_ in ("VERB", "AUX") else None


def status_of(scene: Scene, sentence: Sentence, reading: Reading) -> str | None:
    """The stage of the instrument; None where it is denied or does not come about."""
    above = [*reading.nouns[1:], *(subjects(reading.verb) if reading.verb is not None and reading.verb.lemma_ == "be" else [])]
    stages = [STAGES[n.lemma_.lower()] for n in above if n.lemma_.lower() in STAGES and n.i != reading.nouns[0].i]
    words = [STAGE_WORDS[c.lower_] for n in reading.nouns[:2] for c in n.lefts if c.lower_ in STAGE_WORDS]
    if any(t.lemma_.lower() in PENDING or t.lower_ in PENDING for t in after(reading.nouns[0], "in", "under")):
        words.insert(0, "negotiating")
    carried = _carried(scene, sentence, reading)
    if carried == "denied":
        return "proposed" if {"negotiating", "proposed"} & set(words) else None  # "the draft was never signed"
    if stages:
        return carried if stages[0] == "signed" and carried in ("proposed", "ended") else stages[0]
    if carried in ("proposed", "ended", "negotiating"):
        return carried
    return words[0] if words else carried or "signed"


def _carried(scene: Scene, sentence: Sentence, reading: Reading) -> str | None:
    verb = reading.verb
    if verb is None:
        return None
    mood = scene.mood(sentence, verb)
    lemma = verb.lemma_
    if mood.negated and _comes_to_force(verb):
        return "proposed"  # "never came into force"
    if mood.negated and lemma in SIGNING:
        return "denied" if not mood.awaited else "negotiating"
    if lemma in ("require", "need") and is_passive(verb) and not mood.negated:
        return "proposed"  # "an agreement between the two is required"
    if _is_refused(mood, verb) or _is_supposed(mood, verb) or (mood.conditional and is_counterfactual(verb)):
        return "denied"
    if lemma in ("finalise", "finalize", "complete") and verb.tag_ in ("VBG", "VB") and mood.tense in ("progressive", "infinitive"):
        return "negotiating"  # "are finalising the text"
    if lemma in SIGNING and any(c.lower_ == "yet" and c.i < verb.i for a in (verb, *verb.ancestors) for c in a.children):
        return "proposed"  # "has yet to sign"
    if lemma in ("end", "finish", "close", "conclude", "culminate") and reading.top.dep_ == "pobj" and reading.top.head.lower_ == "with":
        return "signed"  # "the talks ended with an agreement"
    if lemma in ("have", "get", "obtain") and verb.dep_ == "xcomp" and verb.head.lemma_ in WISHING | {"hop"}:
        return "proposed"  # "hopes to have a similar pact"
    known = _furthest([s for v in conjuncts(verb) if (s := _stage_of_verb(v.lemma_, v))])
    if known is None:
        return None
    talks = [*reading.nouns, *children(verb, "dobj")]  # "begin work on a security agreement", where the parser finds two objects
    if lemma in OPENING and not any(n.lemma_.lower() in TALKS for n in talks):
        drafted = any(t.lower_ == "draft" for n in reading.nouns[:2] for c in n.lefts for t in c.subtree)
        known = "negotiating" if drafted else "signed"  # "a draft treaty began to take shape"
    if known == "ended" and (mood.modal is not None or (lemma == "expire" and mood.tense == "present")):
        return "in_force"  # "could be cancelled", "expires in 2034": it still holds
    if lemma == "remain" and not mood.negated:
        return "in_force"  # "will remain in effect until 2034": it holds
    if _is_still_to_sign(scene, sentence, verb):
        return "negotiating"
    if known in ("signed", "in_force", "negotiating") and _is_ahead(
        mood.tense, mood.modal, not _is_told_as_done(verb) and mood.under("plan", "promise", "consider", "urge", "refuse", "order")
    ):  # "announced that it had been signed" tells of what is done
        return "proposed"
    if known == "signed" and (mood.conditional or _is_due(verb)):
        return "proposed"
    return known


def _is_told_as_done(verb: Token) -> bool:
    """ "Announced that a treaty was concluded": a clause of its own in the past."""
    return verb.dep_ == "ccomp" and any(c.lower_ in ("was", "were", "has", "have", "had", "being") for c in verb.children)


def _is_refused(mood: Mood, verb: Token) -> bool:
    """ "Rejected a deal", "ruled out a truce", "would not accept any agreement", "refused to sign"."""
    out = verb.lemma_ == "rule" and any(c.lower_ == "out" for c in verb.children)
    return (verb.lemma_ in REFUSING or out) != mood.negated and (verb.lemma_ in REFUSING | {"rule", "accept"}) and not mood.awaited


def _is_supposed(mood: Mood, verb: Token) -> bool:
    """ "A deal with Moscow would be a mistake": said of one that may never be."""
    return verb.lemma_ in ("be", "mean", "require", "need", "help", "harm") and mood.modal in (
        "would",
        "could",
        "might",
        "can",
        "may",
        "must",
    )


def _is_still_to_sign(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Have finalised the text and will sign it": what is agreed but not signed."""
    others = [v for v in conjuncts(verb)[1:] if v.lemma_ in ("sign", "ink", "conclude")]
    done = scene.mood(sentence, verb).tense in ("perfect", "past")
    return (
        done
        and verb.lemma_ in ("finalise", "finalize", "complete", "agree")
        and any(scene.mood(sentence, v).tense == "future" for v in others)
    )


def _furthest(stages: list[str]) -> str | None:
    """Of coordinated verbs the one that goes furthest ("negotiated and signed")."""
    return "signed" if "signed" in stages and "ended" not in stages else next(iter(stages), None)


def _stage_of_verb(lemma: str, verb: Token) -> str | None:
    if lemma in ENDING or leaves(verb):
        return "ended"
    if lemma == "be" and any(c.dep_ == "acomp" and c.lower_ in NEARING for c in verb.children):
        return "negotiating"
    if lemma == "be" and any(t.lemma_.lower() in TALKS for t in after(verb, "under", "in")):
        return "negotiating"  # "are under negotiation"
    if lemma in ("hand", "give") and any(c.lemma_.lower() == "memorandum" for c in verb.children):
        return "proposed"
    if _comes_to_force(verb):
        return "in_force"
    if lemma in TALKING and lemma not in SIGNING:
        return "negotiating"
    if lemma in WISHING:
        return "proposed"
    if lemma in SIGNING:
        return "signed"
    return "in_force" if lemma in FORCE else None


def _comes_to_force(verb: Token) -> bool:
    """ "Entered into force", "came into effect", "took effect"."""
    into = verb.lemma_ in ("enter", "come", "go") and any(t.lemma_.lower() in ("force", "effect") for t in after(verb, "into"))
    return into or (verb.lemma_ == "take" and any(c.lemma_ == "effect" for c in children(verb, "dobj")))


def leaves(verb: Token) -> bool:
    """ "Pulled out", "walked away", "called off"."""
    return any(c.lower_ in LEAVING.get(verb.lemma_, ()) for c in verb.children)


def _is_ahead(tense: str, modal: str | None, governed: bool) -> bool:
    return tense == "future" or modal in ("would", "could", "may", "might", "should", "must", "can") or governed


def _is_due(verb: Token) -> bool:
    """ "Was due to sign", "is to sign"; "is the tenth country to have signed" is not."""
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    told = children(verb.head, "attr")
    if told and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return False
    if any(c.tag_ == "JJ" and c.lower_.endswith(("first", "second", "third", "th")) for t in told for c in t.lefts):
        return False  # "is the tenth country to sign"
    return verb.dep_ == "xcomp" and (
        (infinitive and verb.head.lemma_ == "be")
        or verb.head.lemma_ in ("due", "set", "ready", "scheduled", "about", "poised")
        or (verb.head.lemma_ == "be" and verb.tag_ == "VB")
    )


def fill_count(draft: Draft, sentence: Sentence, reading: Reading) -> int | None:
    """How many instruments are spoken of: "nine agreements", "agreements with nine countries", "eight countries have signed"."""
    nouns = [*reading.nouns[:2], *[t for n in reading.nouns for t in after(n, "with")]]
    if reading.verb is not None:
        nouns += [*after(reading.verb, "with"), *subjects(reading.verb)]
    for noun in nouns:
        if noun.tag_ not in ("NNS", "NNPS"):
            continue
        number = next((m for c in noun.children if c.dep_ in ("nummod", "amod") and (m := sentence.number_at.get(c.i))), None)
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
    kinds = {f.id: f.type for f in scene.pack.frameworks}
    for mention in sentence.mentions:
        name = mention.id_of("framework")
        if name and kinds[name] == "agreement" and any(abs(t.i - noun.i) < 3 for t in sentence.tokens_of(mention)):
            draft.slots["framework"] = name
            draft.grounds["framework"] = (sentence.start + mention.start, sentence.start + mention.end)
