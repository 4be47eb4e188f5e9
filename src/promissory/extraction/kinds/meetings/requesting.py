"""At whose request or invitation a meeting is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of
from promissory.extraction.grammar.tree import children
from promissory.extraction.kinds.meetings.bidding import is_called_for
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token


def add_requester(scene: Scene, sentence: Sentence, draft: Draft, trigger: Token) -> None:
    """ "At Ukraine's request", "requested by Kyiv"."""
    for token in sentence.tokens:
        if token.lemma_.lower() == "request" and token.head.lower_ in ("at", "on", "upon") and token.dep_ == "pobj":
            draft.add("requested_by", [r.id for r in everyone(scene, sentence, [*children(token, "poss"), *_of(token)])])
        if token.lemma_.lower() == "invitation" and token.head.lower_ in ("at", "on", "upon") and token.dep_ == "pobj":
            draft.add("convenor", [r.id for r in everyone(scene, sentence, [*children(token, "poss"), *_of(token)])])
    for verb in sentence.tokens:  # "Asked by Ukraine, the Council convened"
        if verb.tag_ == "VBN" and verb.lower_ in ("asked", "requested", "urged") and verb.dep_ == "advcl":
            askers = [p for a in verb.children if a.dep_ == "agent" for p in children(a, "pobj")]
            draft.add("requested_by", [r.id for r in everyone(scene, sentence, askers)])
    asking = carrier(trigger)
    if asking is not None and (_is_asked(asking, trigger) or is_called_for(trigger, asking)):
        draft.add("requested_by", [r.id for r in everyone(scene, sentence, actors_of(asking))])
    beside = [t for t in sentence.tokens[trigger.i + 1 : trigger.i + 3] if t.tag_ == "VBN" and t.dep_ == "acl"]
    for verb in dict.fromkeys((*trigger.children, *beside)):
        if verb.dep_ == "acl" and verb.lemma_ in ("request", "seek", "convene", "organise", "organize", "host", "call"):
            by = everyone(scene, sentence, [p for a in verb.children if a.dep_ == "agent" for p in children(a, "pobj")])
            draft.add("requested_by" if verb.lemma_ in ("request", "seek") else "convenor", [r.id for r in by])
    draft.parties = {role: ids for role, ids in draft.parties.items() if ids}


def _is_asked(verb: Token, noun: Token) -> bool:
    return verb.lemma_ in ("request", "seek", "propose", "suggest") and noun.dep_ in ("dobj", "nsubjpass")


def _of(token: Token) -> list[Token]:
    return [p for prep in children(token, "prep") if prep.lower_ in ("of", "from") for p in children(prep, "pobj")]
