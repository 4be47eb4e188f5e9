"""Meetings in which one tells another something: "briefed the ministers in a call", "was told in a conversation"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import introducer
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive
from promissory.extraction.grammar.tree import children, spread
from promissory.extraction.kinds.meetings.company import speaks_for
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import each_once, everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns of talking to somebody far away.
AFAR = frozenset("call videoconference teleconference conversation videocall".split())
#: Verbs of saying something to the one who is met or called.
TELLING = frozenset(
    "assure tell warn ask urge thank brief inform congratulate promise invite press reassure remind accuse present offer update pledge "
    "give hand".split()
)


def telling_in(noun: Token) -> Token | None:
    """ "Briefed X on the outcome in a call": the verb of telling, wherever the parser hangs the call."""
    if noun.lemma_.lower() not in AFAR or introducer(noun) not in ("in", "on", "during"):
        return None
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None) or _split_off(noun)
    return verb if verb is not None and verb.lemma_ in TELLING else None


def told_in(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> list[Referent]:
    """Whom one says something to at the event: people, supporters, and in a call those who speak for their states."""
    if verb.lemma_ not in TELLING:
        return []
    told = children(verb, "nsubjpass") if is_passive(verb) else children(verb, "dobj", "dative")
    found = [(t, r) for t in spread(told) for r in everyone(scene, sentence, [t])]
    afar = noun.lemma_.lower() in AFAR
    return each_once([Referent(r.id, person=r.person or (afar and speaks_for(t)), vague=r.vague) for t, r in found])


def _split_off(noun: Token) -> Token | None:
    """ "It was in a call that X urged Y": the verb of the clause after "that"."""
    be = next((a for a in noun.ancestors if a.lemma_ == "be" and any(s.lower_ == "it" for s in a.lefts)), None)
    below = [*be.children, *noun.children] if be is not None else []
    clauses = [c for c in below if c.dep_ in ("ccomp", "advcl", "relcl") and c.i > noun.i]
    return next((c for c in clauses if any(w.lower_ == "that" for w in c.lefts)), None)
