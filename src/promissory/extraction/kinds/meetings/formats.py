"""The format of a meeting: summit, council, conference, call, dinner, visit, or two people alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import children
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft

if TYPE_CHECKING:
    from promissory.extraction.words import Token

FORMATS = {
    "summit": "summit", "conference": "conference", "forum": "conference", "call": "call", "videoconference": "call",
    "teleconference": "call", "phone": "call", "telephone": "call", "speak": "call", "visit": "visit", "trip": "visit",
    "travel": "visit", "fly": "visit", "arrive": "visit", "tour": "visit", "go": "visit", "head": "visit", "dinner": "dinner",
    "stop": "visit", "lunch": "dinner", "breakfast": "dinner", "dine": "dinner", "din": "dinner", "supper": "dinner",
    "banquet": "dinner", "council": "council", "ministerial": "council",
}  # fmt: skip
#: Words for talking without being in one room.
AFAR = frozenset("phone telephone virtual virtually video videolink videoconference teleconference remotely online zoom".split())
#: Words for talking, which is a call where the sentence says so.
SPOKEN = frozenset("speak talk conversation talks discuss consult confer consultation discussion".split())
#: How two talk with nobody else there.
ALONE = re.compile(r"\b(?:one[- ](?:on|to)[- ]one|face[- ]to[- ]face|t[eê]te[- ][aà][- ]t[eê]te|in private|eye to eye)\b")
#: Words by which a whole meeting is said to be held from afar, where others may only have joined by video.
VIRTUAL = frozenset("virtual virtually videoconference teleconference online".split())


def fill_format(sentence: Sentence, draft: Draft, trigger: Token, people: list[Referent]) -> None:
    """The format the trigger names, or what follows from who meets."""
    lemma = trigger.lemma_.lower()
    found = (
        "call" if any(c.dep_ == "compound" and c.lower_ in ("video", "phone", "telephone") for c in trigger.lefts) else FORMATS.get(lemma)
    )
    if lemma == "speak" and ("place" in draft.slots or is_in_one_room(trigger)) and not is_phoned(sentence):
        found = None  # "in Oslo I spoke with the prime minister"
    if (lemma in SPOKEN and is_phoned(sentence)) or (lemma in ("meet", "meeting") and any(t.lower_ in VIRTUAL for t in sentence.tokens)):
        found = "call"
    if lemma == "call" and trigger.pos_ == "VERB" and not children(trigger, "dobj") and any(c.lower_ == "on" for c in trigger.children):
        found = "visit"  # "called on the prime minister", but not "called him on Monday"
    if found is None:
        found = _format_beside(trigger) or _format_of_sitters(trigger, people)
    if found is None and "bilateral" in modifiers(trigger):
        found = "bilateral"
    if found is None and "Council" in str(draft.slots.get("body", "")):
        found = "council"
    if found is None and len(people) == 2 and all(p.person for p in people):
        found = "bilateral"
    if found is None and draft.rule == "visit":
        found = "visit"
    if found == "call":
        take_for_call(sentence, draft, trigger)
    elif found:
        draft.slots["format"] = found
        draft.grounds["format"] = sentence.bounds(trigger)


def take_for_call(sentence: Sentence, draft: Draft, trigger: Token) -> None:
    """Set the format of a call, which is in no place."""
    draft.slots = {slot: value for slot, value in draft.slots.items() if slot != "place"} | {"format": "call"}
    draft.grounds = {slot: at for slot, at in draft.grounds.items() if slot != "place"} | {"format": sentence.bounds(trigger)}


def _format_beside(trigger: Token) -> str | None:
    """ "Met for a summit", "spoke in a video call", "held an hour of talks at a dinner": the event's noun in the verb's own phrase."""
    if trigger.pos_ != "VERB":
        return None
    nouns = [
        p for c in trigger.children if c.dep_ == "prep" and c.lower_ in ("for", "in", "at", "over", "during") for p in children(c, "pobj")
    ]
    if any(c.lower_ == "by" and any(n.lemma_ in ("conference", "link", "call") for n in children(c, "pobj")) for c in trigger.children):
        return "call"  # "met by video conference"
    return next((f for n in nouns if (f := FORMATS.get(n.lemma_.lower())) in ("summit", "call", "dinner", "conference")), None)


def _format_of_sitters(trigger: Token, people: list[Referent]) -> str | None:
    """ "EU leaders met": a summit; those of one body or bloc alone."""
    if trigger.pos_ != "VERB" or len(people) != 1 or people[0].person:
        return None
    words = {t.lemma_.lower() for s in children(trigger, "nsubj") for t in (s, *s.lefts) if s.tag_ in ("NNS", "NNPS")}
    return "summit" if words & {"leader", "head"} else "council" if words & {"minister", "ambassador"} else None


def is_in_one_room(verb: Token) -> bool:
    """ "Spoke one-on-one", "talked face to face"."""
    return ALONE.search(" ".join(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 8]).replace(" - ", "-")) is not None


def is_phoned(sentence: Sentence) -> bool:
    """Whether the sentence says that those who talk are not in one room."""
    return any(t.lower_ in AFAR for t in sentence.tokens)
