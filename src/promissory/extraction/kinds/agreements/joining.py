"""Agreements told without an instrument: firms that "will partner on" something, states "in talks over a similar deal"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children, spread, within
from promissory.extraction.lexicon.papers import INSTRUMENTS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_attribution, fill_topics
from promissory.extraction.slots.listing import everyone, states_in
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.placing import fill_day, fill_place_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

TALKS = frozenset("talk talks negotiation negotiations discussion discussions".split())
#: Verbs of coming to an instrument that others have made, and instruments that are open to others.
ACCEDING = frozenset("join accede subscribe sign".split())
OPEN_TO_ALL = frozenset("declaration convention compact treaty charter protocol".split())
#: What a state does that joins a bloc.
ENTERING = frozenset("entry accession admission membership join bring admit enter integrate integration joining".split())
#: Verbs by which there are no talks.
DENYING = frozenset("rule refuse reject oppose block veto deny dismiss exclude suspend freeze halt".split())
#: Sorts of actors that go together in production and trade.
FIRMS = frozenset(("company", "office", "body", "state", "organisation"))


def find_partnerships(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of agreements that these wordings tell."""
    for token in sentence.tokens:
        if token.pos_ == "VERB" and _teams_up(token):
            yield from _partners(scene, sentence, token)
        elif token.pos_ == "VERB" and token.lemma_ in ACCEDING:
            yield from _accede(scene, sentence, token)
        elif token.lower_ in TALKS:
            if token.dep_ == "pobj" and token.head.lower_ in ("in", "into"):
                yield from _in_talks(scene, sentence, token)
            yield from _on_entry(scene, sentence, token)


def _accede(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "More than 30 states have joined the declaration of the G7", "Spain acceded to the compact": signed by those who come to it."""
    things = children(verb, "dobj") if verb.lemma_ == "join" else []
    above = [verb.head] if verb.dep_ == "relcl" and any(t.lower_ == "which" for t in [*things, *after(verb, "to", "up")]) else []
    papers = [t for t in [*things, *after(verb, "to", "up"), *above] if t.lemma_.lower() in OPEN_TO_ALL]
    mood = scene.mood(sentence, verb)
    if not papers or mood.negated or mood.under("refuse") or mood.conditional or mood.modal in ("may", "can", "could", "might", "should"):
        return
    many = any(s.tag_ == "NNS" and s.lemma_.lower() in ("country", "state", "nation", "ally", "partner") for s in subjects(verb))
    joined = scene.states(everyone(scene, sentence, subjects(verb))) or (["partners"] if many else [])
    party = list(
        dict.fromkeys([*(scene.states(list(owners(scene, sentence, papers[0]))) or _drawn_up_by(scene, sentence, papers[0])), *joined])
    )
    over = (
        verb.dep_ == "xcomp" and verb.head.lemma_ == "agree" and verb.head.tag_ in ("VBD", "VBN")
    )  # "30 countries have agreed to join it"
    ahead = (mood.tense in ("future", "infinitive") and not over) or mood.modal is not None
    if joined and len(party) > 1 and all(p in scene.pack.actor for p in party):
        yield _draft(scene, sentence, papers[0], "proposed" if ahead else "signed", party, "accession")


def _drawn_up_by(scene: Scene, sentence: Sentence, paper: Token) -> list[str]:
    """ "The Joint Declaration of Support for Ukraine": the body whose instrument bears that name."""
    mention = sentence.at.get(paper.i)
    name = mention.id_of("framework") if mention else None
    return [f.body for f in scene.pack.frameworks if f.id == name and f.body]


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
    mood = scene.mood(sentence, verb)
    if verb.pos_ not in ("VERB", "AUX") or noun.i < verb.i or not named or mood.negated or mood.modal in ("should", "must"):
        return
    people: list[Referent] = everyone(scene, sentence, [*subjects(verb), *after(noun, "with"), *after(verb, "with")])
    party = [s for s in scene.states(people) if s in scene.pack.actor]
    if len(party) > 1:
        yield _draft(scene, sentence, noun, "negotiating", party, "in talks")


def _on_entry(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Talks on the entry of Ukraine and Moldova into the European Union": an agreement of each with the bloc, under negotiation."""
    entering = [t for t in noun.subtree if t.i > noun.i and t.lemma_.lower() in ENTERING and t.dep_ in ("pobj", "pcomp", "conj")]
    if not entering or noun.lemma_.lower() == "discussion" or after(noun, "within", "in", "among", "inside"):
        return  # members may discuss it among themselves
    if _are_none(scene, sentence, noun):
        return
    further = [*after(noun, "into"), *(p for c in noun.subtree if c.lower_ == "of" and c.dep_ == "conj" for p in children(c, "pobj"))]
    named = dict.fromkeys([a for t in entering for a in _who_enters(scene, sentence, t)] + states_in(scene, sentence, further))
    blocs = [a for a in named if scene.pack.actor[a].type == "bloc"]
    for state in (a for a in named if blocs and scene.pack.actor[a].type == "state"):
        yield _draft(scene, sentence, noun, "negotiating", [blocs[0], state], "in talks")


def _are_none(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "No talks on", "ruled out talks on", "talks on … never began"."""
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    denied = verb is not None and (
        verb.lemma_ in DENYING or scene.mood(sentence, verb).negated or scene.mood(sentence, verb).under("refuse")
    )
    return denied or any(c.lower_ == "no" for c in noun.lefts)


def _who_enters(scene: Scene, sentence: Sentence, entry: Token) -> list[str]:
    """Who joins and what: "the entry of X and Y into Z", "X's accession to Z", "bringing X into Z"."""
    held = [*children(entry, "dobj", "nsubj"), *after(entry, "of", "by", "to", "into", "with", "in")]
    inner = [t for h in held for t in after(h, "to", "into")]
    return [*states_in(scene, sentence, [*spread(held), *inner]), *scene.states(list(owners(scene, sentence, entry)))]


def _draft(scene: Scene, sentence: Sentence, trigger: Token, status: str, party: list[str], rule: str) -> Draft:
    draft = scene.draft(sentence, "agreement", status, trigger, rule)
    draft.add("party", party)
    fill_attribution(draft, scene, sentence, trigger)
    fill_day(draft, sentence, trigger)
    fill_place_of(scene, draft, sentence, trigger)
    fill_topics(draft, scene, sentence, list(within(trigger)))
    draft.features |= {f"rule {rule}": 1.0, "heading": sentence.block.heading, "has_date": "date" in draft.slots, "parties": len(party)}
    return draft
