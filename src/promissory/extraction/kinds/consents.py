"""Conditions of consent: what waits until members, a parliament or a government agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.kinds.conditioning import draft_condition
from promissory.extraction.listing import everyone
from promissory.extraction.owning import owners
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import after, agents, is_passive, subjects, things_of

if TYPE_CHECKING:
    from spacy.tokens import Token

CONSENTING = frozenset("approve ratify agree consent endorse".split())
#: Verbs that say of a thing that it waits for somebody's consent.
AWAITING = frozenset("need require await want seek lack".split())
CONSENT = frozenset("approval consent ratification unanimity backing agreement assent".split())
#: What waits for consent: "must agree on the price" is no condition for anything.
MATTERS = frozenset(
    "accession membership aid package loan bill fund funding money deal agreement treaty protocol candidacy bid decision sanction transfer "
    "request delivery export sale purchase guarantee invitation facility assistance support shipment".split()
)
#: The bloc that a name or a topic speaks of.
BLOCS = {"NATO": "NATO", "nato_membership": "NATO", "EU": "EU", "eu_membership": "EU"}
#: Who consents as a body, where the members are not named.
MEMBERS = frozenset("member ally state government parliament country nation".split())


def find_consents(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "All 32 members must agree", "must be ratified by all allies", "two have yet to consent", "needs approval from Congress"."""
    for token in sentence.tokens:
        if token.pos_ != "VERB":
            continue
        if token.lemma_ in CONSENTING:
            yield from _of_verb(scene, sentence, token)
        elif token.lemma_ in AWAITING and not is_passive(token):
            yield from _of_noun(scene, sentence, token)


def _of_verb(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    due, awaited = _is_due(verb), _is_awaited(verb)
    if not awaited and (not due or scene.mood(sentence, verb).negated):
        return
    if after(verb, "on") or ((things := things_of(verb)) and not any(t.lemma_.lower() in MATTERS for t in things)):
        return
    above = verb.head if verb.dep_ == "xcomp" else verb
    who = agents(verb) if is_passive(verb) else subjects(verb) or subjects(above)
    if on := _bodies(scene, sentence, who):
        yield draft_condition(scene, sentence, verb, "unmet" if awaited else "stated", on, on, "consent")


def _of_noun(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    for noun in things_of(verb):
        if noun.lemma_.lower() not in CONSENT or scene.mood(sentence, verb).negated:
            continue
        on = [*_bodies(scene, sentence, after(noun, "of", "by", "from", "in")), *scene.states(owners(scene, sentence, noun))]
        if on:
            yield draft_condition(scene, sentence, verb, "stated", on, on, "consent")


def _is_due(verb: Token) -> bool:
    """ "Must agree", "has to be approved"."""
    above = verb.head if verb.dep_ == "xcomp" else None
    return any(c.dep_ == "aux" and c.lower_ == "must" for c in verb.children) or (
        above is not None and above.lemma_ in ("have", "need") and not _is_awaited(verb)
    )


def _is_awaited(verb: Token) -> bool:
    """ "Have yet to ratify", "has not yet approved"."""
    near = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    return any(c.lower_ == "yet" for t in near for c in t.children)


def _bodies(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[str]:
    """The states and bodies that must consent; the alliance or union spoken of for its members."""
    named = [s for s in scene.states(everyone(scene, sentence, tokens)) if s in scene.pack.actor]
    if named or not any(t.lemma_.lower() in MEMBERS for t in tokens):
        return named
    blocs = [BLOCS[n.id] for m in sentence.mentions for n in m.names if n.id in BLOCS]
    return blocs[:1] or (["NATO"] if scene.discourse.allied else [])
