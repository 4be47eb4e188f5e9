"""What the words around a meeting's noun say of its status: under preparation, awaited, dropped, told as the next to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import governors_of
from promissory.extraction.grammar.nominals import COMING, GONE, IDLE, introducer, modifiers, whole
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.meetings.bidding import is_called_for, status_called_for
from promissory.extraction.kinds.meetings.gatherings import (
    calls_off,
    came_to_nothing,
    is_after,
    is_due,
    is_looked_forward_to,
    is_still_to_come,
)
from promissory.extraction.lexicon.goods import AID
from promissory.extraction.lexicon.verbs import TELLING
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Participles of those who are still to come, and of meetings that are being made ready.
AWAITED = frozenset("expected due scheduled awaited set slated".split())
OPEN = frozenset("possible likely unlikely conceivable imminent near close uncertain".split())
PREPARED = frozenset("arranged scheduled planned prepared set slated pencilled penciled expected".split())
#: Verbs before an infinitive by which a meeting is only held out ("volunteered to host the talks").
OFFERING = frozenset("offer volunteer propose suggest".split())
#: On what a meeting stands that is still to come.
AGENDAS = frozenset("agenda calendar schedule cards programme program pipeline offing works".split())
#: Verbs by which a meeting comes about.
COMING_ABOUT = frozenset("take happen occur follow begin start open come go convene be".split())
#: Modals of what may never be.
UNSURE = frozenset(("could", "may", "might", "should", "must", "can"))
#: Nouns of help with a meeting that may never come about ("support in organising a summit").
ASSISTING = AID | {"backing"}
#: Nouns of making a meeting ready.
MAKING = frozenset("preparation plan proposal invitation idea offer date arrangement possibility prospect groundwork readiness".split())
#: What one may have in mind to do.
MEANT = MAKING | frozenset("initiative intention effort push bid call decision suggestion request willingness".split())
#: Verbs of being under way, and of wanting to bring a meeting about.
GOING = frozenset("head travel fly go come sail journey drive leave depart".split())
PRESSING = frozenset("angle work aim strive".split())
#: Verbs of telling what is to come.
FORETELLING = TELLING | frozenset("promise pledge report write".split())


def status_of_noun(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> str | None:
    """The status an event noun takes from its modifiers, the verb that carries it and its date."""
    words = modifiers(noun)
    if noun.dep_ == "conj" and not children(noun, "det"):
        words |= modifiers(noun.head) | _shared_words(noun)
    if words & IDLE and not (words & IDLE == {"such"} and words & (COMING | GONE)):  # "the last such summit"
        return "planned" if "no" not in words and words & {"possible", "potential"} else None
    if sentence.block.heading and any(c.dep_ == "amod" and c.lower_ in OPEN for c in noun.rights):
        return "planned"  # "Meeting possible within weeks"
    if _may_come_of_it(scene, sentence, noun):
        return None
    if verb is not None and calls_off(verb) and noun.dep_ in ("dobj", "nsubjpass", "nsubj"):
        return "cancelled"
    if verb is not None and noun.dep_ == "nsubj" and verb.lemma_ == "fall" and any(c.lower_ == "through" for c in verb.children):
        return "cancelled"
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and any(t.lower_ in AGENDAS for t in after(noun.head, "on", "in")):
        return "planned"
    if noun.dep_ == "attr" and children(noun.head, "neg") and any(c.lower_ in ("first", "last", "only") for c in noun.lefts):
        return None  # "this is not the first visit"
    if verb is not None and noun.dep_ in ("nsubj", "nsubjpass") and any(calls_off(c) for c in children(verb, "xcomp")):
        return "cancelled"  # "had to be postponed"
    if verb is not None and noun.dep_ in ("nsubj", "nsubjpass") and _is_thought_away(verb):
        return "held" if scene.mood(sentence, verb).negated else None
    if verb is not None and _is_dropped(scene, sentence, noun, verb):
        return None if _hangs_on(scene, sentence, verb) else "cancelled"
    if verb is not None and is_called_for(noun, verb):
        return None if scene.mood(sentence, verb).negated else status_called_for(noun)
    if introducer(noun) in ("after", "following") and verb is not None and scene.mood(sentence, verb).tense == "past":
        return "held"  # "will talk again in June, he said after two hours of talks"
    if introducer(noun) in ("after", "following") and _is_dated_today(scene, sentence, noun):
        return "held"  # "pledged that it will continue, following his meeting today"
    if introducer(noun) in ("after", "following") and verb is not None and not is_after(scene, sentence, noun) and _is_told_after(verb):
        return "held"
    if verb is not None and _comes_next(scene, sentence, noun, verb):
        return "held"
    if introducer(noun) == "of" and {c.lower_ for c in noun.head.head.lefts} & COMING:
        return "planned"  # "the expected decisions of the summit"
    if words & COMING or introducer(noun) in ("ahead", "before", "advance") or is_after(scene, sentence, noun):
        return "planned"
    if _is_in_the_making(noun) or is_looked_forward_to(noun) or _is_told_as_to_come(scene, sentence, noun):
        return "planned"
    if verb is not None and noun.dep_ == "attr" and scene.mood(sentence, verb).tense == "future":
        return "planned"  # "there will be talks in Paris"
    if verb is not None and noun.dep_ == "pobj" and introducer(noun) in ("into", "in") and _is_urged(scene, sentence, verb):
        return None  # "should enter into direct talks"
    if verb is not None and introducer(noun) == "for" and (_is_on_the_way(scene, sentence, verb) or _is_pressed_for(scene, sentence, verb)):
        return "planned"
    if verb is not None and noun.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj"):
        return _carried(scene, sentence, noun, verb)
    above = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, above) if above is not None else None
    return (
        "planned"
        if mood
        and (mood.tense == "future" or mood.under("plan"))
        and introducer(noun) in ("at", "in", "to", "during", "margins", "sidelines")
        else "held"
    )


def _is_on_the_way(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Is heading to Moscow for a meeting with Putin": whoever is on the way has not met yet."""
    helped = any(c.lower_ in ("is", "are", "'s", "’s") and c.dep_ == "aux" for c in verb.children)
    return verb.lemma_ in GOING and verb.tag_ == "VBG" and helped and not scene.mood(sentence, verb).negated


def _is_pressed_for(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Is pushing for a summit of the two": what somebody wants to bring about."""
    return verb.lemma_ in PRESSING and not scene.mood(sentence, verb).negated


def _may_come_of_it(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "May even lead to a summit", "could result in talks": one that nobody has agreed to."""
    prep = noun.head if noun.dep_ == "pobj" else None
    above = prep.head if prep is not None and prep.lower_ in ("to", "in") else None
    if above is None or above.lemma_ not in ("lead", "result", "culminate", "contribute"):
        return False
    return scene.mood(sentence, above).modal in ("may", "might", "could", "can")


def _comes_next(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> bool:
    """ "They laid wreaths before their talks": what came next in a story of the past."""
    theirs = any(c.dep_ == "poss" and c.lower_ in ("their", "his", "her") for c in noun.lefts)
    past = introducer(noun) == "before" and scene.mood(sentence, verb).tense == "past"
    return theirs and past and not is_after(scene, sentence, noun)


def _is_dated_today(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """Whether a meeting is somebody's own and has its day in its phrase, a day that is not ahead."""
    owned = any(c.dep_ == "poss" for c in noun.lefts)
    dated = any(t.i in sentence.date_at for t in noun.subtree)
    return owned and dated and not is_after(scene, sentence, noun)


def _is_told_after(verb: Token) -> bool:
    """ "X said that aid will go on following his talks": the talks he came from, where the aid is another's doing than his own."""
    inner = verb
    while inner.dep_ in ("xcomp", "advcl") and inner.head.pos_ in ("VERB", "AUX"):
        inner = inner.head
    above = inner.head
    doers = children(inner, "nsubj", "nsubjpass")
    others = bool(doers) and all(t.pos_ in ("NOUN", "PROPN") for t in doers)
    return inner.dep_ == "ccomp" and others and above.tag_ in ("VBD", "VBN") and inner.i > above.i and above.lemma_ in FORETELLING


def _is_dropped(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> bool:
    """ "Did not take place", "will not go ahead", "never happened"."""
    words = {c.lower_ for c in verb.children}
    if not scene.mood(sentence, verb).negated:
        return False
    if noun.dep_ == "dobj":
        return "longer" in words and verb.lemma_ in ("plan", "hold", "schedule", "expect", "intend", "host")
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return verb.lemma_ in ("happen", "occur", "materialise", "materialize") or (verb.lemma_, True) in (
        ("take", "place" in words), ("go", "ahead" in words), ("come", "about" in words), ("go", "forward" in words),
    )  # fmt: skip


def _is_urged(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    mood = scene.mood(sentence, verb)
    return verb.lemma_ in ("enter", "engage") and (mood.modal in UNSURE or mood.under("urge") or mood.negated)


def _is_thought_away(verb: Token) -> bool:
    """ "Would not have taken place if nothing had been decided": what did take place; "would have taken place" did not."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBN" and "have" in words and bool(words & {"would", "could", "might"})


def _hangs_on(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Cannot take place without a truce", "will not go ahead unless": what it takes for the meeting, which nobody has called off."""
    terms = any(c.lower_ in ("without", "unless", "until", "before") for t in verb.subtree for c in t.children if c.i > verb.i)
    return terms and (scene.mood(sentence, verb).modal is not None or scene.mood(sentence, verb).tense == "future")


def _shared_words(noun: Token) -> set[str]:
    """The modifiers of the first of several events: "the upcoming G7 summit in Puglia and NATO summit in Washington"."""
    for above in noun.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return set()
        if above.lemma_.lower() == noun.lemma_.lower():
            return modifiers(above)
    return set()


def _is_in_the_making(noun: Token) -> bool:
    """ "Preparations for a meeting", "agreed to another meeting"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("for", "to", "of", "on"):
        return False
    above = noun.head.head
    if above.pos_ in ("NOUN", "PROPN"):
        return above.lemma_.lower() in MAKING
    if noun.head.lower_ == "for" and any(t.lemma_.lower() in MAKING | {"ready"} for t in (above, *children(above, "dobj", "acomp"))):
        return True  # "ready for a meeting", "made arrangements for a meeting"
    return above.lemma_ in ("agree", "look") and noun.head.lower_ in ("to", "on")


def _is_told_as_to_come(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "A session that will be presided over by X", "a conference to which Y will travel"."""
    clauses = [v for n in {noun, whole(noun)} for v in n.children if v.dep_ == "relcl"]
    return any(scene.mood(sentence, v).tense == "future" or is_due(v) for v in clauses)


def _carried(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> str | None:
    mood = scene.mood(sentence, verb)
    if noun.dep_ == "nsubj" and mood.modal in (*UNSURE, "would") and _is_any(noun) and verb.lemma_ not in COMING_ABOUT:
        return None  # "a meeting of the two would change little"
    if came_to_nothing(verb):
        return "cancelled"
    if noun.dep_ in ("dobj", "nsubjpass") and (
        mood.negated or mood.conditional or mood.awaited or mood.modal in UNSURE or mood.under("refuse")
    ):
        return None
    if mood.tense == "future" or mood.modal == "would" or mood.under("plan") or is_due(verb) or _is_to_follow(verb):
        return "planned"
    if is_still_to_come(scene, sentence, verb):
        return "planned"
    if verb.tag_ == "VB" and verb.dep_ == "acl" and verb.head.lemma_.lower() in MEANT:
        return "planned"  # "commented on the proposal to organise a meeting"
    if verb.lemma_ == "be" and noun.dep_ == "nsubj" and any(c.dep_ == "acomp" and c.lower_ in AWAITED | OPEN for c in verb.children):
        return "planned"  # "the session is due on Friday", "talks are still possible"
    if (verb.lower_ in AWAITED and introducer(noun) in ("for", "at", "to", "in")) or _is_under_preparation(noun, verb):
        return "planned"
    if verb.lemma_ in ("call", "summon", "convene") and _calls_for_later(noun, verb):
        return "planned"
    held_out = mood.under("consider") or (verb.head.lemma_ in OFFERING and not mood.conditional)
    if mood.tense == "infinitive" and noun.dep_ == "dobj" and held_out:
        return "planned"
    if noun.dep_ == "dobj" and (mood.tense == "infinitive" or _is_gerund(verb)):
        above = {g.lemma_.lower() for g in governors_of(verb)}
        if mood.under("consider", "promise") or above & OFFERING:
            return "planned"
        if mood.under("urge") or above & ASSISTING:
            return None
    if verb.lemma_ in (
        "plan",
        "propose",
        "schedule",
        "announce",
        "seek",
        "expect",
        "prepare",
        "arrange",
        "offer",
        "suggest",
        "request",
    ) and noun.dep_ in ("dobj", "nsubjpass"):
        return "planned"
    return "held"


def _is_any(noun: Token) -> bool:
    return any(c.lower_ in ("a", "an", "any", "such") for c in noun.lefts)


def _is_gerund(verb: Token) -> bool:
    """ "In favour of holding talks", "proposed hosting and chairing a summit": what somebody thinks of, whether or not it is done."""
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        verb = verb.head
    return verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "xcomp") and not children(verb, "aux")


def _is_to_follow(verb: Token) -> bool:
    """ "A meeting is to follow", whose subject hangs on "is"."""
    return verb.lemma_ == "be" and any(c.dep_ == "xcomp" and is_due(c) for c in verb.children)


def _is_under_preparation(noun: Token, verb: Token) -> bool:
    """ "A meeting is being arranged", "has been scheduled", "is set for May"."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    ahead = verb.lower_ in PREPARED or (verb.lower_ in ("organised", "organized", "discussed", "considered") and "being" in words)
    return ahead and noun.dep_ in ("nsubjpass", "nsubj") and bool(words)


def _calls_for_later(noun: Token, verb: Token) -> bool:
    """ "Has called a meeting for Friday", "called an emergency session": summoned, and not yet said to have sat."""
    dated = any(c.lower_ == "for" and c.dep_ == "prep" for v in (noun, verb) for c in v.children)
    return noun.dep_ in ("dobj", "nsubjpass") and (dated or any(c.lower_ in ("has", "have") for c in verb.children))
