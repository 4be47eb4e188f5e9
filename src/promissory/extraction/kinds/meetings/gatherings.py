"""Which nouns name a meeting, and what a verb of meeting says of its status: held, planned, cancelled, or nothing that can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.lexicon.events import TALKS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import date_near

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs by which a meeting does not come to be.
CALLED_OFF = frozenset(
    "cancel postpone scrap suspend call abandon shelve delay defer axe ditch put drop nix abort scotch derail scupper scuttle".split()
)
#: Words before what one would do but has not done ("is prepared to see Y").
READY = frozenset("prepared ready willing keen happy open eager".split())
#: Nouns before or after the event noun that make it no meeting ("press conference", "a call for aid", "peace talks" is one).
OTHER_THINGS = frozenset(("party", "press", "news", "wake-up", "phishing", "curtain", "site", "conference", "earnings", "roll"))


#: Talks about joining are an agreement in the making.
FUTURE_TIES = frozenset(("accession", "membership", "enlargement", "trade", "budget", "coalition", "contract"))


def expected(noun: Token) -> bool:
    """Whether the noun can name a meeting here: not a press conference, not a call for something, not "calls on"."""
    lemma = noun.lemma_.lower()
    if lemma in TALKS and modifiers(noun) & FUTURE_TIES:
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
    if lemma in ("appointment", "sitting") and noun.tag_ != "NN":
        return False
    if lemma == "appointment" and not (after(noun, "with") or modifiers(noun) & {"separate", "next", "first", "last", "other"}):
        return False  # "her appointment as ambassador"
    if lemma == "audience" and not any(c.lower_ == "with" for c in noun.children):
        return False
    if lemma == "call" and _is_appeal(noun):
        return False
    if lemma == "call":
        return bool(called_people(noun) or after(noun, "with", "between")) or (
            not any(c.lower_ in ("for", "to") and c.dep_ in ("prep", "aux") for c in noun.children) and not children(noun, "acl")
        )
    return True


def _is_appeal(noun: Token) -> bool:
    """ "Repeated her call for deliveries to Ukraine": what is called for comes before any other end of a line."""
    goals = [
        c.i for c in noun.children if c.lower_ == "for" and any(p.lemma_ not in ("hour", "minute", "time") for p in children(c, "pobj"))
    ]
    ends = [c.i for c in noun.children if c.lower_ in ("to", "with", "between", "from") and c.dep_ == "prep"]
    return bool(goals) and min(goals) < min(ends, default=len(noun.doc)) and any(c.dep_ == "poss" for c in noun.lefts)


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
    if mood.negated or mood.awaited:
        return None
    if mood.conditional or mood.modal in ("could", "may", "might", "should", "must", "can"):
        return None
    aside = verb.tag_ == "VBG" and verb.dep_ == "advcl"  # "hosting X in Berlin, Y promised"
    governed = (
        not aside and mood.tense not in ("past", "perfect") and mood.under("plan", "promise", "consider", "order")
    )  # "announced that they had met"
    if mood.tense == "future" or mood.modal == "would" or governed or is_due(verb):
        return "planned"
    if mood.under("urge") and (mood.tense == "infinitive" or (verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "xcomp"))):
        return None
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lower_ in READY:
        return "planned"
    if verb.tag_ == "VB" and verb.dep_ == "acl" and verb.head.lemma_ in ("readiness", "willingness", "intention"):
        return "planned"  # "thanked Italy for its readiness to host the conference"
    if is_headed(sentence, verb):
        return "planned"
    if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl") and _sets_out(verb.head) and mood.tense == "infinitive":
        return "planned"  # "is flying to Washington to see Rubio"
    if (_sets_out(verb) or _is_next(verb) or is_still_to_come(scene, sentence, verb)) and not sentence.block.heading:
        return "planned"
    ahead = verb.tag_ != "VBD" and is_after(scene, sentence, verb)  # "met in July", said in May, is of last year
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


def is_headed(sentence: Sentence, verb: Token) -> bool:
    """ "Hayashi to meet his counterpart", over a text: what is still to come, where no verb stands before it."""
    to = verb.tag_ == "VB" and verb.i > 0 and verb.doc[verb.i - 1].lower_ == "to"
    return to and sentence.block.heading and not any(t.pos_ in ("VERB", "AUX") for t in verb.doc[: verb.i])


def _sets_out(verb: Token) -> bool:
    """ "Are flying to Washington this week": on the way."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.tag_ == "VBG" and verb.lemma_ in ("fly", "travel", "head", "go") and bool(auxiliaries & {"is", "are", "am", "'s", "’s"})


def is_still_to_come(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Must decide before the ministers meet", "after they meet today, they will …": the present tense of what is ahead."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    timed = marks & {"before", "until", "when", "where", "after", "once"}
    if verb.tag_ not in ("VBZ", "VBP") or verb.dep_ not in ("advcl", "relcl") or not timed:
        return False
    above = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, above) if above is not None else None
    planning = above is not None and above.lemma_ in ("plan", "intend", "expect", "hope", "want", "aim", "mean")
    ahead = mood is not None and (mood.tense in ("future", "infinitive") or mood.modal is not None)
    return ahead or planning or (mood is not None and bool(marks & {"before", "until"}))


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


def is_due(verb: Token) -> bool:
    """ "Is to meet", "were to meet X and travel on to Y"."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB":
        verb = verb.head
    return verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and any(c.lower_ == "to" for c in verb.children)


def calls_off(verb: Token) -> bool:
    """ "Postponed", "called off", "put on hold", but not "called a meeting"."""
    off = any(c.lower_ in ("off", "away") for c in verb.children) or any(t.lower_ in ("hold", "ice") for t in after(verb, "on"))
    return verb.lemma_ in CALLED_OFF and (off or verb.lemma_ not in ("call", "put"))


def is_looked_forward_to(noun: Token) -> bool:
    """ "They looked forward to seeing one another at the summit"."""
    return any(a.lemma_ == "look" and any(c.lower_ == "forward" for c in a.children) for a in noun.ancestors)


def is_after(scene: Scene, sentence: Sentence, trigger: Token) -> bool:
    """Whether the event's date lies after the day the text appeared."""
    mention = date_near(sentence, trigger)
    head = sentence.head_of(mention) if mention is not None else None
    if head is not None and head.dep_ == "pobj" and head.head.lower_ in ("until", "through"):
        return False  # "in Ankara for talks with X, he put off his trip until June"
    return mention is not None and mention.value is not None and mention.value[:10] > scene.discourse.last[: len(mention.value[:10])]


def is_before(scene: Scene, draft: Draft) -> bool:
    """Whether the draft's date lies before the day the text appeared."""
    value = draft.slots.get("date")
    last = str(value).rpartition("/")[2] if value else None
    return last is not None and scene.discourse.first > "0001" and last < scene.discourse.first[: len(last)]
