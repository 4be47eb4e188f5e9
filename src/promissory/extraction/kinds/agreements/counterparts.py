"""The side of an instrument that its own words leave out: that of the accord told before, or of the clause it is the basis of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.agreements.instruments import (
    ENDING,
    FORCE,
    INKING,
    SIGNING,
    TALKING,
    WORKING,
    Reading,
    comes_to_force,
    leaves,
)
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.telling import attribution
from promissory.extraction.text.gazetteer import gazetteer_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words that say that an instrument goes with another one.
BESIDE = frozenset(
    "companion accompanying preliminary underlying earlier previous further separate supplementary additional related parallel same "
    "updated revised initial final underlying implementing".split()
)
#: Nouns of instruments that any two may have.
LOOSE = frozenset("contract statement deal understanding arrangement bargain truce ceasefire text letter".split())
#: Nouns of what many states are a party to, each by itself.
OPEN = frozenset("convention statute charter treaty".split())
#: What one state does with it.
ACCEDING = frozenset("ratify accede withdraw leave quit join denounce exit".split())
#: What a parliament passes.
BILLS = frozenset("bill law act decree resolution motion legislation".split())
VISITING = frozenset("visit come arrive travel".split())
#: How far a text must be about the war for an instrument without parties to be of its sides.
FOCUS = 0.2
MEMBERS = frozenset("party signatory member participant".split())


def on_its_basis(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "Under a deal struck in Ottawa last week, Canada will build drones with Ukrainian firms": those who act on it, and with whom."""
    main = noun.head.head if is_basis(noun) else None
    if main is None:
        return []
    doers = everyone(scene, sentence, subjects(main))
    beside = [*after(main, "with", "to", "from"), *children(main, "dative")]
    others = [r for r in everyone(scene, sentence, beside) if r.id not in {d.id for d in doers}]
    if doers and not others and sentence.names(scene.beneficiary):
        others = [Referent(scene.beneficiary, inferred=True)]
    return [*doers, *others] if doers and others and len(scene.states([*doers, *others])) > 1 else []


def is_basis(noun: Token) -> bool:
    """ "Under a deal struck in Ottawa", "under an agreement signed in May": what has been signed, and where or when."""
    under = noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.pos_ == "VERB"
    signed = [c for c in children(noun, "acl") if c.tag_ in ("VBN", "VBD") and c.lemma_ in SIGNING]
    told = any(c.dep_ in ("prep", "npadvmod", "advmod") for v in signed for c in v.children)
    between_two = "bilateral" in modifiers(noun)  # "under the bilateral pact signed in Italy"
    return under and told and (between_two or any(c.lower_ in ("a", "an") for c in noun.lefts))


def told_before(scene: Scene, sentence: Sentence, noun: Token, reading: Reading, known: list[str]) -> list[Referent]:
    """ "The accord still needs the approval of parliament", "a preliminary pact on it": the sides of the instrument told last."""
    pair, verb = _last_sides(scene), reading.verb
    if verb is None or scene.mood(sentence, verb).modal is not None or "RU" in pair:
        return []
    done = reading.top.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in SIGNING | FORCE | TALKING | ENDING
    staged = done or comes_to_force(verb) or (verb.lemma_ in ENDING and not children(verb, "dobj")) or leaves(verb)
    if not pair or not set(known) <= set(pair) or not staged or (noun.lemma_.lower() in LOOSE and not _is_that_one(noun)):
        return []
    points = _is_that_one(noun) or bool(modifiers(noun) & BESIDE) or any(t.lower_ == "it" for t in after(noun, "on", "to", "about"))
    return [Referent(i, inferred=True) for i in pair] if points and (known or not after(noun, "with", "between")) else []


def _is_signed_by_nobody(scene: Scene, reading: Reading) -> bool:
    """ "An agreement was signed with Japan" in a text about the pack's country and from no other."""
    verb, home = reading.verb, scene.discourse.home or scene.discourse.land
    inked = verb is not None and is_passive(verb) and verb.lemma_ in INKING and not agents(verb)
    return inked and scene.focus > FOCUS and home in (None, scene.beneficiary)


def of_two(scene: Scene, sentence: Sentence, noun: Token, reading: Reading, known: list[str]) -> list[Referent]:
    """Under a headline that names two states, one of them the pack's country: what is signed with nobody named is theirs."""
    title = gazetteer_of(scene.pack).find(scene.document.title or "")
    named = [scene.namer.state_of(i) for m in title if (i := m.id_of("actor", "adjective", "metonym"))]
    pair = [i for i in dict.fromkeys(named) if i in scene.pack.actor]
    verb = reading.verb
    doers = agents(verb) if verb is not None and is_passive(verb) else [s for s in subjects(verb) if s.i != noun.i] if verb else []
    unnamed = not doers or any(c.lower_ in ("two", "both") for d in doers for c in d.lefts)
    inked = verb is not None and verb.lemma_ in INKING | {"exchange"} and unnamed
    talked = [t for t in after(verb, "under", "in") if t.lemma_.lower() in WORKING | {"preparation"}] if verb is not None else []
    inked = inked or bool(talked) or (verb is not None and verb.lemma_ in TALKING and is_passive(verb) and not agents(verb))
    inked = inked or (verb is not None and verb.lemma_ in ("be", "exist") and bool(modifiers(noun) & {"security", "bilateral"}))
    here = {scene.namer.state_of(i) or i for m in sentence.mentions if (i := m.id_of("actor", "adjective"))} - set(pair)
    if any(i in scene.pack.actor and scene.pack.actor[i].type == "state" for i in here) or _is_named(sentence, noun):
        return []
    if not inked or verb is None or len(pair) != 2 or scene.beneficiary not in pair or not set(known) <= set(pair):
        return []
    modal = scene.mood(sentence, verb).modal
    loose = noun.lemma_.lower() in LOOSE or bool(after(noun, "with", "between"))
    return [Referent(i, inferred=True) for i in pair] if not loose and modal in (None, "will") else []


def _is_named(sentence: Sentence, noun: Token) -> bool:
    """Whether an instrument has a name of its own ("the Minsk accords")."""
    mention = sentence.at.get(noun.i)
    return mention is not None and mention.id_of("framework") is not None


def visitors(scene: Scene, sentence: Sentence, reading: Reading) -> list[Referent]:
    """ "Will be signed when X visits us": the visitor, and those whom he visits."""
    verb = reading.verb
    when = [v for v in children(verb, "advcl") if v.lemma_ in VISITING] if verb is not None and verb.lemma_ in INKING | {"agree"} else []
    guests = everyone(scene, sentence, [s for v in when for s in subjects(v)])
    hosts = [t for v in when for t in (*children(v, "dobj"), *after(v, "to", "in"))]
    ours = any(t.lower_ in ("us", "here") for t in hosts) or scene.beneficiary in scene.states(everyone(scene, sentence, hosts))
    return [*guests, Referent(scene.beneficiary, inferred=True)] if guests and ours else []


def _is_that_one(noun: Token) -> bool:
    """ "The accord", "this memorandum"; not "the agreement on tariffs", which may be another."""
    named = any(c.dep_ in ("compound", "nmod", "amod", "poss") for c in noun.lefts) or bool(
        after(noun, "on", "of", "for", "with", "between")
    )
    return any(c.lower_ in ("the", "this") for c in noun.lefts) and not named


def _last_sides(scene: Scene) -> list[str]:
    """The sides of the last instrument told, if every one told so far has the same."""
    sides = {tuple(sorted(d.parties.get("party", []))): d.parties.get("party", []) for d in scene.told if not d.slots.get("count")}
    found = next(iter(sides.values()), []) if len(sides) == 1 else []
    return [s for s in found if s != "partners"] if len(found) > 1 else []


def by_clause(scene: Scene, sentence: Sentence, noun: Token, reading: Reading) -> list[Referent]:
    """ "The deal, to which Turkey and the UN were parties", "the pact, concluded by X and Y, has lapsed": those whom a clause names."""
    concluded = [t for v in children(noun, "acl") if v.tag_ == "VBN" and v.lemma_ in INKING for t in agents(v)]
    clauses = [v for v in children(noun, "relcl") if v.lemma_ == "be" and any(c.lemma_ in MEMBERS for c in children(v, "attr"))]
    verb = reading.verb if reading.verb is not None and reading.verb.lemma_ in ("be", "become") else None
    if verb is not None and any(t.lemma_ in MEMBERS for t in (reading.top, *children(verb, "attr"))):
        concluded += subjects(verb)  # "Greece became the 24th party to the declaration"
    if concluded and reading.verb is not None and scene.mood(sentence, reading.verb).negated:
        return []
    return everyone(scene, sentence, [*concluded, *(s for v in clauses for s in subjects(v) if s.tag_ != "WDT")])


def passers(scene: Scene, sentence: Sentence, reading: Reading) -> list[Referent]:
    """ "The Sejm passed a bill ratifying the treaty", "the Senate gave its consent to the treaty": whose parliament it is."""
    verb = reading.verb
    if verb is None:
        return []
    over = verb.head.head if verb.dep_ == "acl" and verb.head.lemma_.lower() in BILLS and verb.head.dep_ in ("dobj", "nsubjpass") else None
    if over is not None and over.pos_ == "VERB":
        return everyone(scene, sentence, [*agents(over), *(s for s in subjects(over) if s.i != verb.head.i)])
    consent = verb.lemma_ in ("give", "grant") and any(
        t.lemma_.lower() in ("consent", "approval", "assent") for t in children(verb, "dobj")
    )
    return everyone(scene, sentence, subjects(verb)) if consent else []


def speakers(scene: Scene, sentence: Sentence, reading: Reading) -> list[Referent]:
    """ "Their ministers sealed a memorandum, Sofia and Kyiv announced": the several who say so, whose ministers they are."""
    verb = reading.verb
    theirs = verb is not None and verb.lemma_ in SIGNING and any(c.lower_ == "their" for s in subjects(verb) for c in s.lefts)
    said = attribution(scene, sentence, verb) if theirs and verb is not None else None
    states = dict.fromkeys(scene.namer.state_of(i) or i for i in said[0]) if said else {}
    return [Referent(i, inferred=True) for i in states if i in scene.pack.actor] if len(states) > 1 else []


def is_open(scene: Scene, party: list[str], noun: Token, reading: Reading) -> bool:
    """ "Ukraine's parliament ratified the Rome Statute", "Lithuania has left the convention on cluster munitions": one party of many."""
    state = len(party) == 1 and scene.pack.actor[party[0]].type in ("state", "bloc")
    acceding = reading.verb is not None and (reading.verb.lemma_ in ACCEDING or leaves(reading.verb))
    bilateral = bool(after(noun, "with", "between"))
    denied = any(c.lower_ in ("no", "any") for c in noun.lefts) or any(c.dep_ == "neg" for v in [reading.verb] if v for c in v.children)
    return state and acceding and not (bilateral or denied) and noun.lemma_.lower() in OPEN


def near_by(scene: Scene, sentence: Sentence, partners: list[Referent], reading: Reading) -> list[Referent]:
    """ "The signing of a memorandum with Westinghouse crowned the Ukrainian minister's visit": the pack's country, if it is named."""
    states = scene.states(partners)
    staged = any(n.lemma_.lower() in WORKING | {"signing", "signature", "conclusion"} for n in reading.nouns[1:])
    signed = reading.verb is None or staged or reading.verb.lemma_ in SIGNING | TALKING | ENDING
    doers = [s for s in subjects(reading.verb) if s.i != reading.top.i] if reading.verb is not None and not is_passive(reading.verb) else []
    if doers and not staged:
        return []  # "the company signed a contract with Airbus"
    own = any(scene.namer.state_of(n.id) == scene.beneficiary for m in sentence.mentions for n in m.names if n.type != "place")
    own = own or (all(s in scene.pack.actor for s in states) and _is_signed_by_nobody(scene, reading))
    if signed and own and states and scene.beneficiary not in states and "RU" not in states:
        return [Referent(scene.beneficiary, inferred=True)]
    return []
