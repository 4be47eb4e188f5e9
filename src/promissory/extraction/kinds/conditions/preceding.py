"""Conditions told by "before" and "first": "must reform before it can join", "wants a green light first", "must first pass a law"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.conditions.bargains import INSISTING, PRIZES
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.kinds.conditions.consents import owned_by
from promissory.extraction.lexicon.goods import FUNDS, PAYMENTS
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is done for somebody, or with them, if they do their part.
GIVING = HANDING | frozenset(
    "pay disburse release sign join receive approve support return start begin open negotiate lift train finance continue agree "
    "accept become enter resume ratify ease drop unblock unlock unfreeze back recognise recognize withdraw halt stop consider "
    "invite impose fund deploy host vote allow permit let admit end sell buy repay export apply go step bring contribute spend "
    "adopt proceed advance part flow move launch publish reopen issue unveil consent extend expand increase talk meet participate attend "
    "guarantee allocate commit".split()
)
#: What else is done only after something has come first.
OPENING = frozenset("make close use fire honour honor discuss".split())
#: What the supported country is paid only after it has done its part.
PAID = FUNDS | PAYMENTS | frozenset("aid rest sum remainder".split())
#: What ends a war.
PEACE = frozenset(
    "war fighting hostility ceasefire truce peace shelling bombing invasion aggression attack bombardment raid barrage gun weapon".split()
)
#: Nouns for what has to be met.
TERMS = frozenset("condition criterion requirement benchmark precondition standard reform milestone obligation step".split())


def who_must_act(scene: Scene, sentence: Sentence, verb: Token) -> list[str]:
    """Who must act: the doer of the clause; of a passive without one, the owner of what is done."""
    on = states_in(scene, sentence, actors_of(verb)) if not children(verb, "expl") else []  # "if there is a truce"
    if verb.lemma_ in ("get", "receive", "obtain", "have"):  # "unless it gets replacements from Washington"
        on = states_in(scene, sentence, [i for v in (verb, *things_of(verb)) for i in after(v, "from")]) or on
    if not on and is_passive(verb) and not any(t.lemma_.lower() in TERMS for t in things_of(verb)):
        on = owned_by(scene, sentence, things_of(verb)) or states_in(scene, sentence, things_of(verb))
    if not on and children(verb, "expl"):  # "if there is an American backstop"
        on = owned_by(scene, sentence, children(verb, "attr"))
    steps = is_passive(verb) and any(t.lemma_.lower() in TERMS for t in subjects(verb))  # "the steps set out by the Commission"
    return on or ([] if steps else owned_by(scene, sentence, subjects(verb)))


def from_before(scene: Scene, sentence: Sentence, mark: Token) -> Iterator[Draft]:
    """ "Ukraine must carry out reforms before it can join": the subject of what must come first has to act."""
    if mark.dep_ == "mark":
        verb, main = mark.head, mark.head.head
        main = main.head if main.dep_ in ("xcomp", "ccomp") and main.head.lemma_ in INSISTING else main
        if main.pos_ == "NOUN":  # "insists on a ceasefire as a first step before …", where the parser hangs the clause on the step
            main = next((a for a in main.ancestors if a.pos_ in ("VERB", "AUX")), main)
        prized = any(t.lemma_.lower() in PRIZES | {"chapter", "cluster", "payment"} for t in (*subjects(verb), *things_of(verb)))
        prized = prized or any(sentence.item_of(t) for t in things_of(verb))  # "before it gets artillery"
        gives = prized or verb.lemma_ in GIVING | OPENING or scene.mood(sentence, verb).modal in ("can", "could")
    else:
        main = mark.head
        inner = next((c for c in mark.children if c.dep_ in ("pcomp", "pobj")), None)
        gives = inner is not None and (inner.lemma_ in GIVING or inner.lemma_.lower() in PRIZES | {"joining", "election"})
    if gives and main.lemma_ in INSISTING - {"expect"} and mark.dep_ == "mark":
        yield from _wants_before(scene, sentence, mark, main)
    insisting = _insisting_over(main)
    if insisting is not None and not scene.mood(sentence, main).negated:
        yield from _insisted_before(scene, sentence, mark, main, insisting)
    if not gives or insisting is not None or not _is_needed(main) or scene.mood(sentence, main).negated:
        return
    applying = any(t.lemma_.lower() in ("candidate", "applicant") for t in subjects(main))
    paid = mark.dep_ == "mark" and is_passive(main) and any(t.lemma_.lower() in PAID for t in (*subjects(mark.head), *things_of(mark.head)))
    if on := who_must_act(scene, sentence, main) or ([scene.beneficiary] if applying or paid else []):
        yield draft_condition(scene, sentence, mark, "stated", on, _whose_terms(scene, sentence, main), "before")


def _whose_terms(scene: Scene, sentence: Sentence, main: Token) -> list[str]:
    """ "Under Moscow's terms Kyiv would have to pull out before a truce begins"."""
    papers = [
        t for v in (main, main.head) for t in after(v, "under", "by") if t.lemma_.lower() in TERMS | {"term", "demand", "plan", "proposal"}
    ]
    return [s for t in papers for s in scene.states(owners(scene, sentence, t)) if s in scene.pack.actor]


def _insisting_over(main: Token) -> Token | None:
    """The verb or noun that insists on what is to come before ("insists that Kyiv withdraw", "its demand that troops leave")."""
    above = main.head
    wants = main.dep_ in ("ccomp", "xcomp", "advcl") and above.lemma_ in INSISTING
    return above if wants or (main.dep_ in ("acl", "ccomp") and above.lemma_.lower() in ("demand", "insistence", "condition")) else None


def _insisted_before(scene: Scene, sentence: Sentence, mark: Token, main: Token, insisting: Token) -> Iterator[Draft]:
    setters = states_in(scene, sentence, subjects(insisting)) if insisting.pos_ == "VERB" else owned_by(scene, sentence, [insisting])
    on = [s for s in who_must_act(scene, sentence, main) if s not in setters]
    if on and setters:
        yield draft_condition(scene, sentence, mark, "stated", on, setters, "before")


def _wants_before(scene: Scene, sentence: Sentence, mark: Token, main: Token) -> Iterator[Draft]:
    """ "London wants a green light from Washington before the missiles are fired", "wants the bank reconnected before it honours"."""
    setters = states_in(scene, sentence, subjects(main)) or owned_by(scene, sentence, subjects(main))  # "Zelensky's formula demands"
    wanted = [t for t in main.subtree if main.i < t.i < mark.i]
    things = [t for t in wanted if t.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")]
    on = [s for s in states_in(scene, sentence, [t for t in wanted if sentence.at.get(t.i)]) if s not in setters]
    on = on or [s for s in owned_by(scene, sentence, things) if s not in setters]
    if setters and any(t.pos_ in ("NOUN", "PROPN") for t in wanted):
        first = "RU" if any(t.lemma_.lower() in PEACE for t in things) and "RU" not in setters else "partners"
        yield draft_condition(scene, sentence, mark, "stated", on or [first], setters, "wants before")


def _is_needed(verb: Token) -> bool:
    above = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    return any(c.lower_ in ("must", "should") for t in above for c in t.children) or any(t.lemma_ in ("need", "have") for t in above)


def from_first(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Kyiv must first pass a law", "has first to reform"."""
    verb = word.head
    insisting = _insisting_over(verb)
    if insisting is not None and (own := [s for s in subjects(verb) if s.i < word.i]):  # "insists that Kyiv first remove"
        setters = states_in(scene, sentence, subjects(insisting)) if insisting.pos_ == "VERB" else owned_by(scene, sentence, [insisting])
        on = [s for s in states_in(scene, sentence, own) if s not in setters]
        goods = verb.lemma_ in ("replace", "refill", "replenish") and any(sentence.item_of(t) for t in own)
        on = on or (["partners"] if goods else [])  # "wants its tanks replaced first"
        if on and setters and not scene.mood(sentence, insisting).negated:
            yield draft_condition(scene, sentence, word, "stated", on, setters, "before")
            return
    if any(s.i > word.i for s in subjects(verb)):
        return  # "First, we have to buy time": the first of several points
    verb = next((c for c in verb.children if c.dep_ == "xcomp"), verb) if verb.lemma_ in ("have", "need") else verb
    on = states_in(scene, sentence, subjects(verb)) if _is_needed(verb) else []
    if not on and _is_needed(verb) and any(t.lemma_.lower() in PEACE for t in subjects(verb)):
        on = ["RU"]  # "the war must end first"
    if on and not scene.mood(sentence, verb).negated:
        yield draft_condition(scene, sentence, word, "stated", on, [], "before")
