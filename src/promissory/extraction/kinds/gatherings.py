"""What a meeting's words say of its status: held, planned, cancelled, or nothing that can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.nominals import COMING, GONE, IDLE, introducer, modifiers, whole
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import date_near
from promissory.extraction.tree import after, children

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs by which a meeting does not come to be.
CALLED_OFF = frozenset("cancel postpone scrap suspend call abandon shelve delay defer axe ditch put drop nix abort scotch".split())
#: Participles of those who are still to come, and of meetings that are being made ready.
AWAITED = frozenset("expected due scheduled awaited set slated".split())
PREPARED = frozenset("arranged scheduled planned prepared set slated pencilled penciled expected".split())
#: Words before what one would do but has not done ("is prepared to see Y").
READY = frozenset("prepared ready willing keen happy open eager".split())
#: Verbs before an infinitive by which a meeting is only held out ("volunteered to host the talks").
OFFERING = frozenset("offer volunteer propose suggest".split())
#: Nouns of making a meeting ready.
MAKING = frozenset("preparation plan proposal invitation idea offer date arrangement possibility prospect groundwork readiness".split())
#: Nouns before or after the event noun that make it no meeting ("press conference", "a call for aid", "peace talks" is one).
OTHER_THINGS = frozenset(("party", "press", "news", "wake-up", "phishing", "curtain", "site", "conference", "earnings", "roll"))


#: Talks about joining are an agreement in the making.
FUTURE_TIES = frozenset(("accession", "membership", "enlargement", "trade", "budget", "coalition", "contract"))


def expected(noun: Token) -> bool:
    """Whether the noun can name a meeting here: not a press conference, not a call for something, not "calls on"."""
    lemma = noun.lemma_.lower()
    if lemma in ("talk", "talks", "negotiation", "discussion") and modifiers(noun) & FUTURE_TIES:
        return False
    if lemma == "briefing" and modifiers(noun) & {
        "daily",
        "house",
        "media",
        "security",
        "background",
        "regular",
        "morning",
        "war",
        "live",
        "evening",
    }:
        return False
    if any(c.lower_ in OTHER_THINGS for c in noun.lefts if c.dep_ in ("compound", "amod")) and not _is_conference_call(noun):
        return lemma == "conference" and is_joint(noun)
    if (
        noun.dep_ in ("compound", "nmod")
        and noun.head.pos_ in ("NOUN", "PROPN")
        and (noun.head.lemma_.lower() not in ("meeting", "session", "call") or _is_conference_call(noun.head))
    ):
        return False
    if lemma == "exchange" and not any(t.lemma_ in ("view", "opinion", "assessment") for t in after(noun, "of")):
        return False
    if lemma == "stop" and not any(t.pos_ == "PROPN" and t.head.lower_ in ("in", "at") for t in noun.subtree):
        return False
    if lemma == "audience" and not any(c.lower_ == "with" for c in noun.children):
        return False
    if lemma == "call":
        return bool(called_people(noun) or after(noun, "with", "between")) or (
            not any(c.lower_ in ("for", "to") and c.dep_ in ("prep", "aux") for c in noun.children) and not children(noun, "acl")
        )
    return True


def _is_conference_call(noun: Token) -> bool:
    return noun.lemma_.lower() == "call" and any(c.lower_ == "conference" for c in noun.lefts)


def called_people(noun: Token) -> list[Token]:
    """ "A call to Zelensky", "a call from Berlin's Scholz": the names of those at the other end, not what is called for."""
    if noun.lemma_.lower() != "call":
        return []
    ends = [p for c in noun.children if c.lower_ in ("to", "from") and c.dep_ == "prep" for p in children(c, "pobj")]
    return [p for p in ends if p.pos_ == "PROPN"]


def is_joint(noun: Token) -> bool:
    """ "A joint press conference", "a news conference with X": two sides before the press have met."""
    return any(c.lower_ == "joint" for c in noun.lefts) or any(c.lower_ in ("with", "between") for c in noun.children)


def status_of_verb(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    """planned, held or cancelled, from mood and tense; None for what is only wished, denied or supposed."""
    mood = scene.mood(sentence, verb)
    shelved = verb.dep_ == "acl" and verb.head.dep_ in ("nsubjpass", "dobj") and calls_off(verb.head.head)  # "plans to meet Y"
    if came_to_nothing(verb) or shelved:
        return "cancelled"
    if mood.under("refuse") or (mood.modal == "unable"):
        return "cancelled" if mood.tense == "infinitive" and _is_unable(verb) else None
    if mood.negated:
        return None
    if mood.conditional or mood.modal in ("could", "may", "might", "should", "must", "can"):
        return None
    aside = verb.tag_ == "VBG" and verb.dep_ == "advcl"  # "hosting X in Berlin, Y promised"
    governed = (
        not aside and mood.tense not in ("past", "perfect") and mood.under("plan", "promise", "consider", "order")
    )  # "announced that they had met"
    if mood.tense == "future" or mood.modal == "would" or governed or _is_due(verb):
        return "planned"
    if mood.under("urge") and mood.tense == "infinitive":
        return None
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lower_ in READY:
        return "planned"
    if (_sets_out(verb) or _is_next(verb) or _is_still_to_come(scene, sentence, verb)) and not sentence.block.heading:
        return "planned"
    ahead = verb.tag_ != "VBD" and _is_after(scene, sentence, verb)  # "met in July", said in May, is of last year
    return "planned" if ahead or _is_under_way(scene, sentence, verb) else "held"


def came_to_nothing(verb: Token) -> bool:
    """ "Was to have met", "had been due to have flown": what was planned and did not happen."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    planned = verb.head.lemma_ == "be" or verb.head.lower_ in (
        "due",
        "scheduled",
        "expected",
        "supposed",
        "meant",
        "planned",
        "set",
        "slated",
    )
    return verb.tag_ == "VBN" and {"to", "have"} <= helpers and verb.dep_ == "xcomp" and planned


def _sets_out(verb: Token) -> bool:
    """ "Are flying to Washington this week": on the way."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.tag_ == "VBG" and verb.lemma_ in ("fly", "travel", "head", "go") and bool(auxiliaries & {"is", "are", "am", "'s", "’s"})


def _is_still_to_come(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Must decide before the ministers meet in Rome", "on Friday, when the council gathers": the present tense of what is ahead."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    if verb.tag_ not in ("VBZ", "VBP") or verb.dep_ not in ("advcl", "relcl") or not marks & {"before", "until", "when", "where"}:
        return False
    above = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, above) if above is not None else None
    return mood is not None and (mood.tense in ("future", "infinitive") or mood.modal is not None or bool(marks & {"before", "until"}))


def _is_next(verb: Token) -> bool:
    """ "He travels to Germany next"."""
    return verb.tag_ in ("VBZ", "VBP") and any(
        c.dep_ == "advmod" and c.lower_ in ("next", "later", "soon", "shortly") for c in verb.children
    )


def _is_under_way(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "This month he travels to Berlin": the present tense with a time that is not over when the text appears."""
    mention = date_near(sentence, verb)
    last = mention.value.rpartition("/")[2] if mention and mention.value else ""
    told = scene.discourse.last
    ahead = (bool(last) and len(last) >= 7 and last[:10] > told[: len(last)]) or (len(last) == 7 and last == told[:7])
    return verb.tag_ in ("VBZ", "VBP") and verb.dep_ == "ROOT" and not sentence.block.heading and not children(verb, "aux") and ahead


def status_of_call(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    """The status of what a verb of convening calls: ahead once it "has been summoned", held where it "was convened on Friday"."""
    status = status_of_verb(scene, sentence, verb)
    ahead = verb.lemma_ in ("summon", "call", "convene") and scene.mood(sentence, verb).tense in ("perfect", "present", "progressive")
    return "planned" if status == "held" and ahead else status


def _is_unable(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ == "unable"


def _is_due(verb: Token) -> bool:
    """ "Is to meet", "were to meet X and travel on to Y"."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB":
        verb = verb.head
    return verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(c.lower_ == "to" for c in verb.children)


def status_of_noun(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> str | None:
    """The status an event noun takes from its modifiers, the verb that carries it and its date."""
    words = modifiers(noun)
    if noun.dep_ == "conj" and not children(noun, "det"):
        words |= modifiers(noun.head) | _shared_words(noun)
    if words & IDLE and not (words & IDLE == {"such"} and words & (COMING | GONE)):  # "the last such summit"
        return "planned" if "no" not in words and words & {"possible", "potential"} else None
    if verb is not None and calls_off(verb) and noun.dep_ in ("dobj", "nsubjpass", "nsubj"):
        return "cancelled"
    if verb is not None and noun.dep_ in ("nsubj", "nsubjpass") and any(calls_off(c) for c in children(verb, "xcomp")):
        return "cancelled"  # "had to be postponed"
    if verb is not None and _is_dropped(scene, sentence, noun, verb):
        return None if _hangs_on(scene, sentence, verb) else "cancelled"
    if introducer(noun) in ("after", "following") and verb is not None and scene.mood(sentence, verb).tense == "past":
        return "held"  # "will talk again in June, he said after two hours of talks"
    if verb is not None and _comes_next(scene, sentence, noun, verb):
        return "held"
    if words & COMING or introducer(noun) in ("ahead", "before", "advance") or _is_after(scene, sentence, noun):
        return "planned"
    if _is_in_the_making(noun) or is_looked_forward_to(noun) or _is_told_as_to_come(scene, sentence, noun):
        return "planned"
    if verb is not None and noun.dep_ == "attr" and scene.mood(sentence, verb).tense == "future":
        return "planned"  # "there will be talks in Paris"
    if verb is not None and noun.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj"):
        return _carried(scene, sentence, noun, verb)
    above = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, above) if above is not None else None
    return (
        "planned"
        if mood and (mood.tense == "future" or mood.under("plan")) and introducer(noun) in ("at", "in", "to", "during")
        else "held"
    )


def _comes_next(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> bool:
    """ "They laid wreaths before their talks": what came next in a story of the past."""
    theirs = any(c.dep_ == "poss" and c.lower_ in ("their", "his", "her") for c in noun.lefts)
    past = introducer(noun) == "before" and scene.mood(sentence, verb).tense == "past"
    return theirs and past and not _is_after(scene, sentence, noun)


def calls_off(verb: Token) -> bool:
    """ "Postponed", "called off", "put on hold", but not "called a meeting"."""
    off = any(c.lower_ in ("off", "away") for c in verb.children) or any(t.lower_ in ("hold", "ice") for t in after(verb, "on"))
    return verb.lemma_ in CALLED_OFF and (off or verb.lemma_ not in ("call", "put"))


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
    return any(scene.mood(sentence, v).tense == "future" or _is_due(v) for v in clauses)


def is_looked_forward_to(noun: Token) -> bool:
    """ "They looked forward to seeing one another at the summit"."""
    return any(a.lemma_ == "look" and any(c.lower_ == "forward" for c in a.children) for a in noun.ancestors)


def _carried(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> str | None:
    mood = scene.mood(sentence, verb)
    if came_to_nothing(verb):
        return "cancelled"
    if mood.tense == "future" or mood.modal == "would" or mood.under("plan") or _is_due(verb) or _is_to_follow(verb):
        return "planned"
    if _is_still_to_come(scene, sentence, verb):
        return "planned"
    if verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in AWAITED for c in verb.children):
        return "planned"  # "the session is due on Friday"
    if (verb.lower_ in AWAITED and introducer(noun) in ("for", "at", "to", "in")) or _is_under_preparation(noun, verb):
        return "planned"
    if verb.lemma_ in ("call", "summon", "convene") and _calls_for_later(noun, verb):
        return "planned"
    held_out = mood.under("consider") or (verb.head.lemma_ in OFFERING and not mood.conditional)
    if mood.tense == "infinitive" and noun.dep_ == "dobj" and held_out:
        return "planned"
    if noun.dep_ in ("dobj", "nsubjpass") and (mood.negated or mood.conditional or mood.under("refuse")):
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


def _is_to_follow(verb: Token) -> bool:
    """ "A meeting is to follow", whose subject hangs on "is"."""
    return verb.lemma_ == "be" and any(c.dep_ == "xcomp" and _is_due(c) for c in verb.children)


def _is_under_preparation(noun: Token, verb: Token) -> bool:
    """ "A meeting is being arranged", "has been scheduled", "is set for May"."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    ahead = verb.lower_ in PREPARED or (verb.lower_ in ("organised", "organized", "discussed", "considered") and "being" in words)
    return ahead and noun.dep_ in ("nsubjpass", "nsubj") and bool(words)


def _calls_for_later(noun: Token, verb: Token) -> bool:
    """ "Has called a meeting for Friday", "called an emergency session": summoned, and not yet said to have sat."""
    dated = any(c.lower_ == "for" and c.dep_ == "prep" for v in (noun, verb) for c in v.children)
    return noun.dep_ in ("dobj", "nsubjpass") and (dated or any(c.lower_ in ("has", "have") for c in verb.children))


def _is_after(scene: Scene, sentence: Sentence, trigger: Token) -> bool:
    """Whether the event's date lies after the day the text appeared."""
    mention = date_near(sentence, trigger)
    head = sentence.head_of(mention) if mention is not None else None
    if head is not None and head.dep_ == "pobj" and head.head.lower_ == "until":
        return False  # "in Ankara for talks with X, he put off his trip until June"
    return mention is not None and mention.value is not None and mention.value[:10] > scene.discourse.last[: len(mention.value[:10])]


def is_before(scene: Scene, draft: Draft) -> bool:
    """Whether the draft's date lies before the day the text appeared."""
    value = draft.slots.get("date")
    last = str(value).rpartition("/")[2] if value else None
    return last is not None and scene.discourse.first > "0001" and last < scene.discourse.first[: len(last)]
