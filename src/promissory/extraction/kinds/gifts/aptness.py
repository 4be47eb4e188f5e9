"""Whether a verb of many senses is one of giving here, by what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.gifts.coming import (
    LEVIES,
    STORES,
    UNDERTAKINGS,
    of_arriving,
    of_reaching,
    of_service,
    of_stopping,
    of_taking_in,
    of_troops,
)
from promissory.extraction.kinds.gifts.ebbing import falls_short
from promissory.extraction.kinds.gifts.giving import TIMES
from promissory.extraction.kinds.gifts.immaterial import (
    SHOWING,
    is_held_in_common,
    is_of_promise,
    is_of_sanctions,
    is_on_agenda,
    is_on_show,
    is_words,
)
from promissory.extraction.kinds.gifts.inferring import may_give
from promissory.extraction.kinds.gifts.ownership import names_receiver
from promissory.extraction.kinds.gifts.senses import Sense, is_given
from promissory.extraction.kinds.gifts.sparing import is_of_another_sense
from promissory.extraction.kinds.initiatives.works import is_works
from promissory.extraction.kinds.matters.antecedents import is_anaphoric
from promissory.extraction.kinds.matters.givers import ADVERSARIES, owners, recipients_of, sources_of
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is backed in words only ("supports Ukraine's bid to join NATO").
POLITICAL = frozenset(
    "plan proposal idea stance bid accession membership sovereignty integrity independence right path aspiration candidacy entry cause "
    "position formula call statehood choice freeze freezing seizure confiscation use embargo ban tribunal truce ceasefire".split()
)
#: What a weapon can do, which others are given to widen.
PERFORMANCE = frozenset("range reach accuracy precision".split())
#: What states spend on for themselves.
OWN = frozenset("defence defense military army force navy security".split())
#: What decides on a gift without handing it over.
DECISIONS = frozenset("decision law act decree resolution agreement vote order bill accord announcement step measure stride".split())
#: Verbs of sending somewhere else what was meant for somebody.
DIVERTING = frozenset("divert redirect reroute".split())
#: What is paid to somebody for what he has done.
PRICES = frozenset("reward bounty fine penalty ransom bribe prize award".split())
CRIMES = frozenset("fraud scam theft embezzlement corruption bribery heist graft kickback".split())
#: What is told in money or numbers and given by nobody.
MEASURED = (
    PRICES
    | CRIMES
    | frozenset(
        "cost price hole gap deficit shortfall backlog arrears damage loss debt expense expenditure bill revenue turnover export import "
        "wealth fortune".split()
    )
)
#: What is counted up and not given.
COUNTED = MEASURED | frozenset("need requirement demand shortage spending toll death casualty trade bid request".split())


#: A question put to a sense of a verb: True where it gives, False where it does not, None where the question says nothing of it.
Test = Callable[[Sense], bool | None]


def is_apt(scene: Scene, sentence: Sentence, verb: Token, frame: Frame, things: list[Token]) -> bool:
    """Whether a verb of many senses has the one of giving here: what the first of the tests says that has anything to say."""
    sense = Sense(scene, sentence, verb, frame, things)
    return next((told for test in TESTS if (told := test(sense)) is not None), True)


def _of_promises(s: Sense) -> bool | None:
    """ "Make good on a promise", "stuck to its pledge"."""
    if s.lemma in ("give", "make") and is_of_promise(s.verb):
        return False
    if s.lemma == "stick":
        return s.passive or s.verb.dep_ == "acomp"
    return None


def _of_words(s: Sense) -> bool | None:
    """Other senses, and things that are said, shared or put on an agenda and not given."""
    verb, things = s.verb, s.things
    if is_of_another_sense(s.scene, s.sentence, verb, s.frame) or falls_short(verb):
        return False
    if s.lemma in DIVERTING and _goes_to_others(s.scene, s.sentence, verb):
        return False
    if s.lemma == "shore" and s.has(things, {"support", "backing"}):  # of those who vote
        return False
    if s.role == "approve" and any(_urges(t) for t in things):
        return False
    if things and (all(is_of_sanctions(t) for t in things) or all(s.is_of(t, PRICES) or _is_plant(s.sentence, t) for t in things)):
        return False
    if s.role in ("give", "offer", "help", "receive") and things and is_words(verb, things):  # "gave its word"
        return False
    if is_held_in_common(verb, things) or is_on_agenda(verb):
        return False
    if verb.lower_ == "following" and verb.dep_ in ("prep", "advcl", "pcomp"):  # "put on hold following a row"
        return False
    return False if s.role == "cancel" and verb.lower_.startswith("scrape") else None


def _of_making(s: Sense) -> bool | None:
    """What industry turns out for nobody told: "the Taurus is a cruise missile made in Germany"."""
    described = s.verb.dep_ == "acl" and s.verb.head.dep_ == "attr"
    return False if s.role == "make" and (described or _turns_out_at_large(s.scene, s.sentence, s.verb, s.things)) else None


def _of_totals(s: Sense) -> bool | None:
    """ "Took months", "reached the town", "the need comes to 3 billion": no sum that was given."""
    if s.lemma in ("pay", "contribute") and s.has(after(s.verb, "in", "as"), LEVIES):  # "paid in taxes"
        return False
    if s.role != "total":
        return None
    if s.lemma in ("take", "bring") and not _comes_to_a_sum(s.sentence, s.verb):
        return False
    if s.lemma == "reach" and not s.has_sum(things_of(s.verb)):
        return False
    if s.lemma == "take" and s.has(things_of(s.verb), DECISIONS):
        return False
    return False if _is_idiom(s.verb) or s.has(subjects(s.verb), COUNTED) else None


def _of_raising(s: Sense) -> bool | None:
    """ "Doubling the range of its artillery", "5 million has been raised" (collected, not increased), taxes raised."""
    if s.role == "help" and s.are(PERFORMANCE):
        return False
    if s.role == "help" and s.lemma == "raise" and not after(s.verb, "to") and s.has_sum(s.things):
        return False
    levied = s.has([t for t in s.verb.subtree if t.i > s.verb.i], LEVIES)
    return False if s.role == "raise" and (not s.has_sum(s.things) or levied) else None


def _of_being_given(s: Sense) -> bool | None:
    """ "Described being given just enough food": by nobody told."""
    being = s.verb.tag_ == "VBN" and s.verb.dep_ in ("xcomp", "pcomp", "ccomp") and any(c.lower_ == "being" for c in s.verb.children)
    return False if being and not subjects(s.verb) else None


def _of_effects(s: Sense) -> bool | None:
    """ "These weapons will strengthen the army", "this aid will provide support": what a gift does."""
    if s.role == "help" and not s.passive and (acting := subjects(s.verb)) and all(is_given(s.sentence, t) for t in acting):
        return False
    giving = s.lemma in ("provide", "give", "offer", "lend") and not s.passive
    return False if giving and _is_effect(s.sentence, s.verb, s.things) else None


def _of_orders(s: Sense) -> bool | None:
    """ "Romania has ordered seven in all" is for itself, unless the sentence says for whom."""
    if s.role != "order":
        return None
    scene, sentence, verb = s.scene, s.sentence, s.verb
    if s.lemma in ("order", "buy", "purchase", "acquire") and not s.passive:
        money = any(t.lemma_.lower() in ("sum", "money", "amount") and _is_this(t) for t in after(verb, "with", "from", "for"))
        if scene.beneficiary not in s.takers and not names_receiver(scene, sentence) and not money:
            return False
    for_use = any(c.tag_ == "VB" for c in children(verb, "advcl", "xcomp")) and verb.dep_ in ("relcl", "acl") and s.passive
    if for_use and not agents(verb) and not names_receiver(scene, sentence):
        return False  # "the helicopters, which were bought to fight fires"
    return False if ADVERSARIES & {*scene.states(scene.named(sentence, after(verb, "from")))} else None


def _of_others(s: Sense) -> bool | None:
    """What is backed in words, belongs to a third, is exported at large or spent on oneself, or only shown."""
    scene, sentence, verb, things = s.scene, s.sentence, s.verb, s.things
    if s.role == "help" and (s.has(things, POLITICAL) or _is_for_others(scene, sentence, verb, s.frame, things)):
        return False
    if s.lemma == "export" and not any(is_given(sentence, t) for thing in things for t in within(thing)):  # goods at large
        return False
    if s.lemma in ("spend", "invest") and _is_for_oneself(scene, sentence, verb):
        return False
    return False if s.role == "earmark" and s.lemma in SHOWING and is_on_show(scene, sentence, things) else None


def _of_having(s: Sense) -> bool | None:
    """ "Confirmed it", "let them have tanks", "has tanks from Norway"; an order that a maker gets is no gift."""
    if s.lemma == "confirm":
        return any(is_anaphoric(s.sentence, t) for t in s.things)
    if s.role == "receive" and s.has(s.things, {"order", "contract"}):
        return False
    if s.lemma != "have":
        return None
    return s.verb.head.lemma_ == "let" or any(may_give(s.scene, w) for w in sources_of(s.scene, s.sentence, s.verb, s.things))


def _of_plans(s: Sense) -> bool | None:
    """ "A decision is expected": no gift; "is expected to set aside 9 billion": the infinitive tells of it."""
    if s.role == "plan" and any(s.is_of(t, DECISIONS) or _is_bare_budget(s.sentence, t) for t in s.things):
        return False
    if s.role in ("plan", "due") and _opens_gift(s.scene, s.sentence, s.verb):
        return False
    return s.role != "plan" or s.passive


#: In the order in which they are put.
TESTS: tuple[Test, ...] = (
    _of_promises, _of_words, _of_making, _of_totals, of_arriving, of_taking_in, _of_raising, _of_being_given, of_service,
    of_stopping, of_reaching, _of_effects, _of_orders, of_troops, _of_others, _of_having, _of_plans,
)  # fmt: skip


def _goes_to_others(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Diverted rockets meant for Ukraine to its own troops", "away from Ukraine": what the receiver does not get."""
    goals = [t for prep in verb.subtree if prep.lower_ in ("to", "into", "towards", "toward") for t in children(prep, "pobj")]
    named = {n.id for t in goals for w in t.subtree if (m := sentence.at.get(w.i)) for n in m.names}
    away = any(c.lower_ == "away" for c in verb.children) or bool(after(verb, "from"))
    return scene.beneficiary not in named and (bool(goals) or away)


def _is_effect(sentence: Sentence, verb: Token, things: list[Token]) -> bool:
    """ "This aid will provide significant support to the army": what a gift told before does, and no gift of its own."""
    acting = subjects(verb)
    pointed = [t for t in acting if t.lemma_.lower() in UNDERTAKINGS and any(c.lower_ in ("this", "these", "such") for c in t.lefts)]
    bare = not any(t.i in sentence.amount_at or sentence.item_of(t) for o in things for t in within(o))
    return bool(acting) and pointed == acting and bare


def _is_plant(sentence: Sentence, thing: Token) -> bool:
    """ "Is to put up a factory for ammunition": works of one's own, and no sum for them."""
    return is_works(thing) and not any(t.i in sentence.amount_at for t in thing.subtree)


def _urges(paper: Token) -> bool:
    """ "Adopted a resolution urging members to send": what is adopted only asks for a gift."""
    return any(c.dep_ in ("acl", "relcl") and classes_of(c)[:1] == ("urge",) for c in paper.children)


def _turns_out_at_large(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> bool:
    """ "The West produces less ammunition than Russia", "the plant makes 40,000 shells a year": what industry does, and for nobody told."""
    compared = any(c.tag_ == "JJR" for t in things for c in t.lefts) and any(t.lower_ == "than" for t in verb.subtree)
    habit = verb.tag_ in ("VBZ", "VBP") and not is_passive(verb)
    return compared or (habit and not names_receiver(scene, sentence))


def _is_bare_budget(sentence: Sentence, thing: Token) -> bool:
    """ "The spring budget, which is expected in April": a giver's own, of which no sum is told."""
    return thing.lemma_ == "budget" and not any(t.i in sentence.amount_at for t in within(thing))


def _is_this(noun: Token) -> bool:
    """ "With this sum it is ordering boats": of what was given before."""
    return any(c.lower_ in ("this", "that", "these", "the") for c in noun.lefts)


def _comes_to_a_sum(sentence: Sentence, verb: Token) -> bool:
    """ "Brings the total to 3 billion", "takes shells from its own stocks": not "taking a break"."""
    figures = sentence.amount_at.keys() | sentence.number_at.keys()
    if any(t.lemma_.lower() in TIMES for t in things_of(verb)):  # "took months to turn into 20 million dollars"
        return False
    return any(t.i in figures or t.lemma_.lower() in STORES for t in verb.subtree if t.i > verb.i)


def _is_idiom(verb: Token) -> bool:
    """ "A plant is taken apart", "the crew has to take shelter", "the delivery took place there"."""
    own = things_of(verb)
    away = any(c.lower_ in ("apart", "over", "place", "part") for c in verb.children)
    return away or (bool(own) and all(t.lemma_.lower() in ("shelter", "cover", "refuge") for t in own))


def _opens_gift(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "The budget is expected to set aside 9 billion": the infinitive tells of the gift."""
    below = {c.i for word in (verb, *children(verb, "acomp")) for c in children(word, "xcomp")}
    return any(t.i in below for t, _ in triggers(scene.pack, sentence, "commitment"))


def _is_for_oneself(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Allies will spend an additional $350 billion on defence": on their own, where nobody else is named."""
    aims = after(verb, "on", "in")
    own = any(t.lemma_.lower() in OWN or any(c.tag_ == "PRP$" for c in t.children) for t in aims) or (
        verb.lemma_ == "invest" and aims and not any(is_given(sentence, t) for t in aims)
    )
    return bool(own) and not names_receiver(scene, sentence)


def _is_for_others(scene: Scene, sentence: Sentence, verb: Token, frame: Frame, things: list[Token]) -> bool:
    """Whether what is strengthened belongs to a third ("to bolster NATO's defences")."""
    takers = scene.states(recipients_of(scene, sentence, verb, things, frame))
    acting = {*takers, *scene.states(scene.named(sentence, actors_of(verb)))}
    return scene.beneficiary not in takers and any(s not in acting for s in scene.states(owners(scene, sentence, things)))
