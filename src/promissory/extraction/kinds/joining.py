"""Agreements told without an instrument: firms that "will partner on" something, states "in talks over a similar deal"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.listing import everyone
from promissory.extraction.placing import fill_day, fill_place_of
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import fill_attribution, fill_topics
from promissory.extraction.syntax import after, subjects, within

if TYPE_CHECKING:
    from spacy.tokens import Token

INSTRUMENTS = frozenset("agreement deal pact accord treaty contract memorandum arrangement".split())
TALKS = frozenset("talk talks negotiation negotiations discussion discussions".split())
#: Sorts of actors that go together in production and trade.
FIRMS = frozenset(("company", "office", "body", "state", "organisation"))


def find_partnerships(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of agreements that these wordings tell."""
    for token in sentence.tokens:
        if token.pos_ == "VERB" and _teams_up(token):
            yield from _partners(scene, sentence, token)
        elif token.lower_ in TALKS and token.dep_ == "pobj" and token.head.lower_ in ("in", "into"):
            yield from _in_talks(scene, sentence, token)


def _teams_up(verb: Token) -> bool:
    words = {c.lower_ for c in verb.children}
    return verb.lemma_ == "partner" or (verb.lemma_ == "team" and "up" in words) or (verb.lemma_ == "join" and "forces" in words)


def _partners(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X and Y will partner on rockets", "X is teaming up with Y": two or more of whom one is a firm."""
    mood = scene.mood(sentence, verb)
    people = everyone(scene, sentence, [*subjects(verb), *after(verb, "with")])
    party = [p.id for p in people if p.id in scene.pack.actor and scene.pack.actor[p.id].type in FIRMS]
    firm = any(scene.pack.actor[p].type == "company" for p in party)
    if len(set(party)) > 1 and firm and not mood.negated and not mood.conditional:
        ahead = mood.tense in ("future", "infinitive") or mood.modal is not None
        yield _draft(scene, sentence, verb, "proposed" if ahead else "signed", party, "partners")


def _in_talks(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Finland is in talks with Kyiv over a similar deal": an instrument that is being negotiated."""
    verb = noun.head.head
    named = [t for t in sentence.tokens if t.i > noun.i and t.lemma_.lower() in INSTRUMENTS]
    if verb.pos_ not in ("VERB", "AUX") or not named or scene.mood(sentence, verb).negated:
        return
    people: list[Referent] = everyone(scene, sentence, [*subjects(verb), *after(noun, "with"), *after(verb, "with")])
    party = [s for s in scene.states(people) if s in scene.pack.actor]
    if len(party) > 1:
        yield _draft(scene, sentence, noun, "negotiating", party, "in talks")


def _draft(scene: Scene, sentence: Sentence, trigger: Token, status: str, party: list[str], rule: str) -> Draft:
    draft = scene.draft(sentence, "agreement", status, trigger, rule)
    draft.add("party", party)
    fill_attribution(draft, scene, sentence, trigger)
    fill_day(draft, sentence, trigger)
    fill_place_of(scene, draft, sentence, trigger)
    fill_topics(draft, scene, sentence, list(within(trigger)))
    draft.features |= {f"rule {rule}": 1.0, "heading": sentence.block.heading, "has_date": "date" in draft.slots, "parties": len(party)}
    return draft
