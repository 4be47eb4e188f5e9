"""How far an instrument has come: proposed, under negotiation, signed, in force, ended; none where it is denied or only supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import governors_of
from promissory.extraction.grammar.mood import Mood, mood_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.supposing import is_counterfactual
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children, conjuncts
from promissory.extraction.kinds.agreements.instruments import (
    ENDING,
    FORCE,
    SIGNING,
    TALKING,
    WISHING,
    WORKING,
    Reading,
    comes_to_force,
    leaves,
)
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns above the instrument, and what they make of it.
STAGES = {
    noun: stage
    for stage, nouns in (
        ("signed", "signing signature conclusion sign"),
        ("negotiating", "negotiation talk talks discussion consultation draft work preparation drafting elaboration haggling"),
        (
            "proposed",
            "intention plan proposal possibility idea prospect application push bid call effort hope plea pressure demand appeal "
            "drive quest search campaign need",
        ),
        ("in_force", "implementation ratification entry violation consent assent"),
        ("ended", "expiry termination end withdrawal collapse suspension denunciation abrogation cancellation exit"),
    )
    for noun in nouns.split()
}
#: What is said of an agreement among those of one house.
DOMESTIC = frozenset("congressional parliamentary bipartisan cross-party intra-party coalition cabinet budget budgetary".split())
#: What one has not yet where one does something to come by it ("talks on to reach an agreement").
ATTAINING = frozenset("reach achieve secure find get obtain attain".split())
#: Verbs that open talks; of an instrument itself they say that it is made ("launched the compact").
OPENING = frozenset("begin start open launch initiate".split())
#: Where an instrument is that is worked on ("in the pipeline", "under discussion").
PENDING = WORKING | frozenset("pipeline works preparation offing making progress".split())
#: Verbs by which an instrument does not come about.
REFUSING = frozenset("reject refuse dismiss decline oppose resist spurn rebuff preclude prevent block avoid scupper thwart derail".split())
#: What stands above the signing of an instrument that nobody means to sign, or says is none.
DENYING = frozenset("rule reject oppose deny avoid dismiss shy point question sense use chance opportunity forgo intention intent".split())
#: What those who failed to do have no instrument.
REACHING = frozenset("reach strike find achieve secure clinch".split())
#: What is said of an instrument that is not there yet ("a deal was close").
NEARING = frozenset("close near possible likely imminent ready feasible unlikely impossible realistic achievable".split())
#: What those do who want an instrument.
CALLING = frozenset("call appeal plead push press lobby".split())
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


def status_of(scene: Scene, sentence: Sentence, reading: Reading) -> str | None:
    """The stage of the instrument; None where it is denied or does not come about."""
    if any(c.lower_ in DOMESTIC for c in reading.nouns[0].lefts):
        return None
    above = [*reading.nouns[1:], *(subjects(reading.verb) if reading.verb is not None and reading.verb.lemma_ == "be" else [])]
    stages = [STAGES[n.lemma_.lower()] for n in above if n.lemma_.lower() in STAGES and n.i != reading.nouns[0].i]
    words = [STAGE_WORDS[c.lower_] for n in reading.nouns[:2] for c in n.lefts if c.lower_ in STAGE_WORDS]
    if any(t.lemma_.lower() in PENDING or t.lower_ in PENDING for t in after(reading.nouns[0], "in", "under")):
        words.insert(0, "negotiating")
    carried = _carried(scene, sentence, reading)
    if reading.verb is not None and reading.verb.lemma_ in CALLING and reading.top.dep_ == "pobj" and reading.top.head.lower_ == "for":
        return None  # "called for a ceasefire between the two"
    if any(c.lower_ == "no" for c in reading.nouns[0].lefts) and reading.verb is not None and reading.verb.lemma_ == "be":
        return None  # "there is no agreement between the two"
    if carried == "denied":
        return "proposed" if {"negotiating", "proposed"} & set(words) else None  # "the draft was never signed"
    urged = reading.verb is not None and scene.mood(sentence, reading.verb).modal in ("should", "must")
    if urged and "negotiating" in stages:
        return None  # "should engage in talks on a ceasefire"
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
    if mood.negated and comes_to_force(verb):
        return "proposed"  # "never came into force"
    if mood.negated and lemma in SIGNING:
        return "denied" if not mood.awaited else "negotiating"
    if lemma in ("require", "need") and is_passive(verb) and not mood.negated:
        return "proposed"  # "an agreement between the two is required"
    if _is_refused(mood, verb) or _is_supposed(mood, verb) or (mood.conditional and is_counterfactual(verb)) or _is_denied(mood, verb):
        return "denied"
    under_way = verb.tag_ in ("VBG", "VB") and mood.tense in ("progressive", "infinitive")
    under_way = under_way or any(c.lower_ == "being" and c.dep_ == "auxpass" for c in verb.children)
    if lemma in ("finalise", "finalize", "complete") and under_way:
        return "negotiating"  # "are finalising the text", "is being finalised"
    if verb.dep_ == "pcomp" and verb.head.head.lower_ in ("close", "closer", "near", "verge", "brink", "point") and not mood.negated:
        return "negotiating"  # "is close to reaching a deal", "are on the verge of signing one"
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
    if lemma in OPENING and not any(n.lemma_.lower() in WORKING for n in talks):
        drafted = any(t.lower_ == "draft" for n in reading.nouns[:2] for c in n.lefts for t in c.subtree)
        known = "negotiating" if drafted else "signed"  # "a draft treaty began to take shape"
    if known == "ended" and (mood.modal is not None or (lemma == "expire" and mood.tense == "present")):
        return "in_force"  # "could be cancelled", "expires in 2034": it still holds
    if lemma == "remain" and not mood.negated:
        return "in_force"  # "will remain in effect until 2034": it holds
    if lemma in ATTAINING and verb.tag_ == "VB" and verb.dep_ in ("advcl", "acl", "relcl") and mood.tense == "infinitive":
        return "negotiating"
    if _is_still_to_sign(scene, sentence, verb):
        return "negotiating"
    if known in ("signed", "in_force", "negotiating") and _is_ahead(
        mood.tense, mood.modal, not _is_told_as_done(verb) and mood.under("plan", "promise", "consider", "urge", "refuse", "order")
    ):  # "announced that it had been signed" tells of what is done
        return "proposed"
    if known == "signed" and (mood.conditional or _is_due(verb) or _is_aim_ahead(verb)):
        return "proposed"
    return known


def _is_aim_ahead(verb: Token) -> bool:
    """ "Will travel to Kyiv to sign a treaty": what somebody is still to do something for."""
    aim = verb.tag_ == "VB" and verb.dep_ == "advcl" and any(c.lower_ == "to" for c in verb.lefts)
    return aim and verb.head.pos_ == "VERB" and mood_of(verb.head).tense == "future"


def _is_told_as_done(verb: Token) -> bool:
    """ "Announced that a treaty was concluded", "the firms signed a letter, the company announced": a clause of its own in the past."""
    told = verb.tag_ == "VBD" and bool(children(verb, "nsubj"))
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "having" in helpers:  # "confirmed having signed it"
        return True
    return verb.dep_ == "ccomp" and (told or bool(helpers & {"was", "were", "has", "have", "had", "being", "did"}))


def _is_refused(mood: Mood, verb: Token) -> bool:
    """ "Rejected a deal", "ruled out a truce", "would not accept any agreement", "refused to sign"."""
    out = verb.lemma_ == "rule" and any(c.lower_ == "out" for c in verb.children)
    return (verb.lemma_ in REFUSING or out) != mood.negated and (verb.lemma_ in REFUSING | {"rule", "accept"}) and not mood.awaited


def _is_denied(mood: Mood, verb: Token) -> bool:
    """ "Ruled out signing", "denied having signed", "has no intention of signing"; who refuses to sign leaves it on the table."""
    above = {g.lemma_ for g in governors_of(verb)} if mood.under("refuse") else set()
    return (verb.lemma_ in SIGNING and bool(above & DENYING)) or (verb.lemma_ in REACHING and bool(above & {"fail", "unable"}))


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
    if lemma == "be" and any(t.lemma_.lower() in WORKING for t in after(verb, "under", "in")):
        return "negotiating"  # "are under negotiation"
    if lemma in ("hand", "give") and any(c.lemma_.lower() == "memorandum" for c in verb.children):
        return "proposed"
    if comes_to_force(verb):
        return "in_force"
    if lemma in TALKING and lemma not in SIGNING:
        return "negotiating"
    if lemma in WISHING:
        return "proposed"
    if lemma in SIGNING:
        return "signed"
    return "in_force" if lemma in FORCE else None


def _is_ahead(tense: str, modal: str | None, governed: bool) -> bool:
    return tense == "future" or modal in ("would", "could", "may", "might", "should", "must", "can") or governed


def is_nth(verb: Token) -> bool:
    """ "Is the tenth country to sign", "became the latest state to sign": one more that has done so."""
    told = [*children(verb.head, "attr"), *([verb.head] if verb.dep_ in ("relcl", "acl") else [])]
    words = {c.lower_ for t in told for c in t.lefts if c.tag_ in ("JJ", "JJS")} if verb.tag_ == "VB" else set()
    return any(w.endswith(("first", "second", "third", "th")) or w in ("latest", "last") for w in words)


def _is_due(verb: Token) -> bool:
    """ "Was due to sign", "is to sign"; "is the tenth country to have signed" is not."""
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    told = children(verb.head, "attr")
    if told and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return False
    if is_nth(verb):
        return False
    return verb.dep_ == "xcomp" and (
        (infinitive and verb.head.lemma_ == "be")
        or verb.head.lemma_ in ("due", "set", "ready", "scheduled", "about", "poised")
        or (verb.head.lemma_ == "be" and verb.tag_ == "VB")
    )
