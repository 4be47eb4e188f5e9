"""Plants, workshops and joint production for the receiver: "is to put up a factory in Ukraine", "will produce shells with a local firm"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.initiatives.coordinating import initiative_draft
from promissory.extraction.kinds.initiatives.schemes import HOSTILE
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Works by their own name, and words that are works with what they are for before them ("repair centre", "assembly line").
PLANTS = frozenset("factory plant workshop mill shipyard foundry".split())
SITES = frozenset("line centre center hub site facility shop base unit depot branch subsidiary production manufacturing assembly".split())
FOR = frozenset(
    "production assembly repair maintenance service servicing overhaul manufacturing ammunition arms drone shell joint local".split()
)
#: Verbs of building works, of running them, and with a particle.
BUILDING = frozenset("build construct erect open launch establish start create inaugurate found begin plan announce finance fund".split())
RUNNING = frozenset("operate run expand".split())
PHRASAL = {"put": "up", "set": "up"}
#: Verbs of making goods.
MAKING = frozenset("produce manufacture assemble make co-produce build repair overhaul service maintain".split())
JOINTLY = frozenset("jointly together locally".split())


def find_works(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of works that somebody from abroad builds or runs in the receiver's country, and of goods made there."""
    for verb in sentence.tokens:
        if verb.pos_ != "VERB":
            continue
        works = [t for t in things_of(verb) if is_works(t)] if _builds(verb) else []
        made = [t for t in things_of(verb) if _is_goods(sentence, t)] if not works and _makes(verb) else []
        for thing in (*works, *made)[:1]:
            if is_there(scene, sentence, verb):
                yield from _draft(scene, sentence, verb, thing)


def is_works(noun: Token) -> bool:
    """Whether a noun names works ("an ammunition plant", "a repair centre for tanks")."""
    for_what = {c.lemma_.lower() for c in noun.children if c.dep_ in ("compound", "amod", "nmod")}
    name = noun.lemma_.lower()
    return name in PLANTS - {"plant"} or (name == "plant" and "power" not in for_what) or (name in SITES and bool(for_what & FOR))


def _builds(verb: Token) -> bool:
    particle = PHRASAL.get(verb.lemma_)
    return verb.lemma_ in BUILDING | RUNNING if particle is None else any(c.lower_ == particle for c in verb.children)


def _makes(verb: Token) -> bool:
    return verb.lemma_ in MAKING and any(t.lower_ in JOINTLY or (t.lemma_ == "joint") for t in verb.children)


def _is_goods(sentence: Sentence, thing: Token) -> bool:
    mention = sentence.at.get(thing.i)
    return mention is not None and mention.id_of("item") is not None


def is_there(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether the receiver's country, or a place in it, is named in the clause."""
    inside = {t.i for t in verb.subtree}
    named = [m for m in sentence.mentions if any(t.i in inside for t in sentence.tokens_of(m))]
    places = {m.id_of("place") for m in named}
    there = any(scene.pack.country_of.get(name) == scene.beneficiary for name in places if name)
    return there or any(scene.beneficiary in m.ids_of("actor", "metonym", "adjective") for m in named)


def _draft(scene: Scene, sentence: Sentence, verb: Token, thing: Token) -> Iterator[Draft]:
    status = _status(scene, sentence, verb)
    acting = agents(verb) if is_passive(verb) else [s for s in subjects(verb) or actors_of(verb) if s.i != thing.i]
    beside = [*after(verb, "with"), *(t for w in children(verb, "advmod") for t in after(w, "with"))]
    lead = _leaders(scene, everyone(scene, sentence, [*acting, *beside]) or owners(scene, sentence, thing))
    if status is None or not lead or set(lead) & HOSTILE or lead == [scene.beneficiary]:
        return
    draft = initiative_draft(scene, sentence, thing, status, "founded")
    draft.add("lead", lead)
    draft.add("beneficiary", [scene.beneficiary])
    draft.features |= {"founded": True, "helps": True, "sure": True}
    yield draft


def _leaders(scene: Scene, people: list[Referent]) -> list[str]:
    """Who builds: firms by their own name, others by their state; of a firm and its country ("the Turkish company Baykar") the firm."""
    known = [s for s in scene.states(people) if s in scene.pack.actor and s != "partners"]
    homes = {scene.pack.actor[s].country for s in known if scene.pack.actor[s].type == "company"}
    return [s for s in known if s not in homes]


def _status(scene: Scene, sentence: Sentence, verb: Token) -> str | None:
    """proposed, announced or active, from the mood; None for what is denied, supposed or only urged."""
    mood = scene.mood(sentence, verb)
    if mood.negated or mood.conditional or mood.under("refuse", "urge") or mood.modal in ("should", "must"):
        return None
    if mood.modal in ("could", "may", "might", "would") or mood.under("consider"):
        return "proposed"
    ahead = mood.tense in ("future", "infinitive") or mood.under("plan", "promise") or verb.lemma_ in ("plan", "announce")
    begun = verb.dep_ == "xcomp" and verb.head.lemma_ in ("begin", "start")
    return "announced" if ahead and not begun else "active"
