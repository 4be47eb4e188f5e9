"""Agreements told without their noun: "it was signed by X and Y", "agreed to exchange prisoners", "brokered the Grain Initiative"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.agreements.instruments import ENDING, INKING, SIGNING, leaves
from promissory.extraction.names.abreast import listed_after
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_attribution
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.placing import fill_day, fill_place_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words that stand for a paper told of before.
PAPERS = frozenset("it they this these both document text paper".split())
#: What enemies agree to do, by what they do it with.
SWAPPING = frozenset("exchange swap free release return trade repatriate".split())
SWAPPED = frozenset("prisoner captive pow body remains detainee hostage child soldier".split())
#: How far behind the verb the one who is exchanged may stand.
NEAR = 5
#: What states undertake to do with one another.
TOGETHER = frozenset("build make produce manufacture develop co-produce coproduce co-develop assemble design".split())
#: What they agree to stop.
STOPPING = frozenset("halt stop pause suspend cease".split())
STOPPED = frozenset("attack strike fighting fire hostility shelling bombardment".split())
#: Nouns for such bargains.
BARGAINS = frozenset("swap exchange".split())
#: Verbs by which a named instrument comes, holds or ends.
MAKING = SIGNING - {"announce", "welcome", "hail", "celebrate", "mark", "put", "make", "get", "come", "secure", "approve"}
LASTING = frozenset("suspend renew extend exit leave quit terminate end join rejoin negotiate mediate violate breach".split())
LAPSING = frozenset("expire lapse collapse end".split())
#: Nouns for how one leaves an instrument that is named without a noun for one ("withdrawal from the Black Sea Grain Initiative").
QUITTING = frozenset("withdrawal exit participation suspension termination expiry collapse extension renewal".split())


def find_settlements(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of agreements of a sentence that no noun for an instrument opens."""
    for verb in sentence.tokens:
        if verb.pos_ != "VERB":
            continue
        if verb.lemma_ == "ratify":
            yield from _ratified(scene, sentence, verb)
        elif verb.lemma_ in INKING and is_passive(verb) and _is_of_paper(verb):
            yield from _signed_by(scene, sentence, verb)
        elif verb.lemma_ in ("agree", "negotiate", "arrange", "strike", "announce", "conduct", "carry") and _is_bargain(verb):
            yield from _bargain(scene, sentence, verb)
        elif deed := _joint_deed(verb):
            yield from _drafts(scene, sentence, verb, everyone(scene, sentence, [*subjects(verb), *_partners(verb, deed)]))


def _joint_deed(verb: Token) -> Token | None:
    """ "Signed up to build sea drones with Ukraine", "agreed to produce shells jointly": what two undertake to do together."""
    if verb.lemma_ not in ("sign", "agree"):
        return None
    up = verb.lemma_ == "sign" and any(c.lower_ == "up" for c in verb.children)
    works = [t for t in after(verb, "on") if t.lemma_.lower() in ("production", "co-production", "manufacture")]
    if verb.lemma_ == "agree" and works and any(c.lower_ in ("joint", "common") for t in works for c in t.lefts):
        return works[0]  # "have agreed on joint production of drones"
    deeds = [c for c in children(verb, "xcomp", "advcl") if c.lemma_ in TOGETHER and any(t.lower_ == "to" for t in c.lefts)]
    joint = any(c.lower_ in ("jointly", "together") for d in deeds for c in d.children)
    return deeds[0] if deeds and (up or verb.lemma_ == "agree") and (joint or _partners(verb, deeds[0])) else None


def _partners(verb: Token, deed: Token) -> list[Token]:
    """Those with whom it is undertaken."""
    heads = [verb, deed, *children(deed, "dobj")]
    beside = [c for h in (deed, *children(deed, "dobj")) for c in h.children if c.lower_ in ("together", "jointly", "along")]
    return [t for h in (*heads, *beside) for t in after(h, "with")]


def names_instrument(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """Whether a word ends the name of an instrument without a noun for one, under a verb that makes or ends it."""
    mention = sentence.at.get(token.i)
    name = mention.id_of("framework") if mention else None
    if mention is None or name is None or sentence.tokens_of(mention)[-1].i != token.i:
        return False
    if token.dep_ not in ("dobj", "nsubj", "nsubjpass", "pobj"):
        return False
    kind = known.type if (known := scene.pack.framework.get(name)) else None
    opened = any(t.i == token.i for t, f in triggers(scene.pack, sentence, "agreement") if f.role == "instrument")
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.pos_ == "ADP":
        verb = verb.head  # "pulled out of the Black Sea Grain Initiative"
    if token.dep_ == "nsubj":
        makes = verb.lemma_ in LAPSING
    elif token.dep_ == "pobj" and verb.pos_ == "NOUN":
        makes = verb.lemma_.lower() in QUITTING
    else:
        makes = verb.pos_ == "VERB" and (verb.lemma_ in MAKING | ENDING | LASTING or leaves(verb))
    return kind == "agreement" and not opened and makes


def swaps_prisoners(noun: Token) -> bool:
    """ "An agreement to exchange 314 prisoners", "a deal on a prisoner swap"."""
    deeds = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_ in SWAPPING]
    nouns = [p for c in noun.children if c.dep_ == "prep" for p in children(c, "pobj") if p.lemma_.lower() in BARGAINS]
    words = {t.lemma_.lower() for d in deeds for o in children(d, "dobj") for t in within(o)} | {
        t.lemma_.lower() for n in nouns for t in within(n)
    }
    return bool(words & (SWAPPED - {"soldier", "child"}))


def _is_of_paper(verb: Token) -> bool:
    """ "It was signed", "the document was initialled": nothing else is said of the paper."""
    return any(s.lower_ in PAPERS and all(c.lower_ in ("the", "this", "both") for c in s.children) for s in children(verb, "nsubjpass"))


def _signed_by(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    by = next((c for c in verb.children if c.dep_ == "agent" or c.lower_ == "by"), None)
    people = everyone(scene, sentence, agents(verb))
    people += [r for r in (listed_after(sentence, by) if by is not None else []) if r not in people]
    yield from _drafts(scene, sentence, verb, people)


def _ratified(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The Rada ratified it on May 8", "it was ratified by both houses": the instrument told in the sentence before."""
    things = [t for t in (*children(verb, "dobj"), *children(verb, "nsubjpass")) if t.lower_ == "it"]
    since = scene.sentences[max(0, sentence.number - 2)].start
    told = [d for d in scene.told if d.evidence[0][0] >= since]
    mood = scene.mood(sentence, verb)
    if things and told and mood.tense in ("past", "perfect") and not mood.negated and mood.modal is None:
        draft = scene.draft(sentence, "agreement", "in_force", verb, "signs")
        draft.parties = {"party": list(told[-1].parties["party"])}
        fill_attribution(draft, scene, sentence, verb)
        fill_day(draft, sentence, verb)
        draft.features |= {"rule signs": 1.0, "heading": sentence.block.heading, "has_date": "date" in draft.slots, "parties": 2.0}
        yield draft


def _is_bargain(verb: Token) -> bool:
    """ "Agreed to free 1,000 prisoners each", "agreed on a prisoner swap"."""
    for deed in children(verb, "xcomp", "ccomp"):
        behind = [t for t in verb.subtree if deed.i < t.i <= deed.i + NEAR]  # the parser may hang the object on a participle before it
        things = {t.lemma_.lower() for t in (*(t for o in children(deed, "dobj") for t in within(o)), *behind)}
        if (deed.lemma_ in SWAPPING and things & SWAPPED) or (deed.lemma_ in STOPPING and things & STOPPED):
            return True
    nouns = [p for c in verb.children if c.dep_ == "prep" for p in children(c, "pobj")] + children(verb, "dobj")
    return any(n.lemma_.lower() in BARGAINS and {t.lemma_.lower() for t in within(n)} & SWAPPED for n in nouns)


def _bargain(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    people = everyone(scene, sentence, subjects(verb))
    sides = any(s.lemma_.lower() in ("side", "party", "delegation", "they", "both", "country") for s in subjects(verb))
    if sides and len(scene.states(people)) < 2:
        people = [Referent(i, inferred=True) for i in scene.discourse.sides]
    yield from _drafts(scene, sentence, verb, people)


def _drafts(scene: Scene, sentence: Sentence, verb: Token, people: list[Referent]) -> Iterator[Draft]:
    states = [s for s in scene.states(people) if s in scene.pack.actor]
    mood = scene.mood(sentence, verb)
    if len(states) < 2 or mood.negated or mood.conditional:
        return
    ahead = mood.tense in ("future", "infinitive") or mood.modal is not None
    draft = scene.draft(sentence, "agreement", "proposed" if ahead else "signed", verb, "signs")
    draft.parties = {"party": states}
    fill_attribution(draft, scene, sentence, verb)
    fill_day(draft, sentence, verb)
    fill_place_of(scene, draft, sentence, verb)
    draft.features |= {"rule signs": 1.0, "heading": sentence.block.heading, "has_date": "date" in draft.slots, "parties": len(states)}
    yield draft
