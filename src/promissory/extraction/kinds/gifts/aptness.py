"""Whether a verb of many senses is one of giving here, by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.gifts.ebbing import falls_short
from promissory.extraction.kinds.gifts.given import shared_of
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
from promissory.extraction.kinds.gifts.material import FILLING
from promissory.extraction.kinds.gifts.ownership import lies_with_receiver, names_receiver
from promissory.extraction.kinds.gifts.sparing import is_of_another_sense, takes_up_gift
from promissory.extraction.kinds.gifts.tensing import SERVING
from promissory.extraction.kinds.initiatives.works import is_works
from promissory.extraction.kinds.matters.antecedents import is_anaphoric, is_told_just_before
from promissory.extraction.kinds.matters.givers import ADVERSARIES, owners, recipients_of, sources_of
from promissory.extraction.kinds.matters.support import SUPPORT_NOUNS
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.goods import SUPPORT
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is backed in words only ("supports Ukraine's bid to join NATO").
POLITICAL = frozenset(
    "plan proposal idea stance bid accession membership sovereignty integrity independence right path aspiration candidacy entry cause "
    "position formula call statehood choice freeze freezing seizure confiscation use embargo ban tribunal truce ceasefire".split()
)
#: What homes are cut off from.
UTILITIES = frozenset("electricity power gas water heat heating light internet".split())
#: Verbs of calling off that take goods as their object; others ("drop", "withdraw") only a plan or a gift.
CALLING_OFF = frozenset("cancel scrap revoke rescind axe call".split())
#: What is lacking.
NEEDS = frozenset("need gap shortfall deficit requirement".split())
#: What somebody else pays for so that goods reach their receiver.
COSTS = frozenset("transport transportation shipping freight logistics".split())
#: What comes as news, not as goods.
TIDINGS = frozenset(
    "announcement news decision pledge promise move offer commitment vow statement word call visit breakthrough declaration "
    "revelation disclosure".split()
)
#: What a state collects for itself.
LEVIES = frozenset("tax duty levy revenue profit customs".split())
#: What a weapon can do, which others are given to widen.
PERFORMANCE = frozenset("range reach accuracy precision".split())
#: What is fired at a country, and stopped by those who shoot it down.
FIRED = frozenset("missile drone rocket bomb shahed shell plane aircraft".split())
ASSETS = frozenset("asset account reserve property holding yacht".split())
#: Where what is sent comes to.
ENDS = frozenset(
    "hand service defender force soil ground front frontline battlefield country destination port base unit troop soldier capital "
    "border".split()
)
#: What states spend on for themselves.
OWN = frozenset("defence defense military army force navy security".split())
UNDERTAKINGS = SUPPORT | frozenset(
    "plan offer idea pledge promise order contract project programme program deal proposal intention training decision supply "
    "purchase sale commitment provision allocation deployment agreement".split()
)
#: What decides on a gift without handing it over.
DECISIONS = frozenset("decision law act decree resolution agreement vote order bill accord announcement step measure stride".split())
#: Where one takes what one gives.
STORES = frozenset("stock stockpile arsenal inventory depot reserve warehouse".split())
#: Whence goods leave for where they are sent.
PORTS = frozenset("base port harbour harbor airfield airport airbase factory plant yard hangar barracks quay dock".split())
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
    bare = not any(t.i in sentence.amount_at or ((m := sentence.at.get(t.i)) and m.id_of("item")) for o in things for t in within(o))
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


def is_apt(scene: Scene, sentence: Sentence, verb: Token, frame: Frame, things: list[Token]) -> bool:
    """Whether a verb of many senses has the one of giving here."""
    if verb.lemma_ in ("give", "make") and is_of_promise(verb):
        return False
    if verb.lemma_ == "stick":
        return is_passive(verb) or verb.dep_ == "acomp"
    if is_of_another_sense(scene, sentence, verb, frame) or falls_short(verb):
        return False
    if frame.role == "make" and _turns_out_at_large(scene, sentence, verb, things):
        return False
    if verb.lemma_ in DIVERTING and _goes_to_others(scene, sentence, verb):
        return False
    if verb.lemma_ == "shore" and any(t.lemma_.lower() in ("support", "backing") for t in things):
        return False  # of those who vote
    if frame.role == "approve" and any(_urges(t) for t in things):
        return False
    if things and all(is_of_sanctions(t) for t in things):
        return False
    if things and all(t.lemma_.lower() in PRICES or _is_plant(sentence, t) for t in things):
        return False
    if (
        frame.role in ("give", "offer", "help", "receive") and things and is_words(verb, things)
    ):  # "gave its word", "provided them with details"
        return False
    if is_held_in_common(verb, things) or is_on_agenda(verb):
        return False
    if verb.lower_ == "following" and verb.dep_ in ("prep", "advcl", "pcomp"):
        return False  # "put on hold following a row"
    if frame.role == "cancel" and verb.lower_.startswith("scrape"):
        return False
    if frame.role == "total" and verb.lemma_ in ("take", "bring") and not _comes_to_a_sum(sentence, verb):
        return False
    if frame.role == "total" and verb.lemma_ == "reach" and not any(t.i in sentence.amount_at for t in things_of(verb)):
        return False
    if verb.lemma_ in ("pay", "contribute") and any(t.lemma_.lower() in LEVIES for t in after(verb, "in", "as")):  # "paid in taxes"
        return False
    if frame.role == "total" and verb.lemma_ == "take" and any(t.lemma_.lower() in DECISIONS for t in things_of(verb)):
        return False
    if frame.role == "total" and (_is_idiom(verb) or any(t.lemma_.lower() in COUNTED for t in subjects(verb))):
        return False
    if frame.role == "arrive" and things and all(_is_news(t) for t in things):
        return False
    if verb.lemma_ == "be" and any((m := sentence.at.get(t.i)) and m.id_of("actor") and not m.id_of("item") for t in subjects(verb)):
        return False  # "the Monetary Fund is in Kyiv"
    if frame.role == "arrive" and (_are_people(scene, sentence, verb) or any(t.lemma_.lower() in LEVIES for t in after(verb, "from"))):
        return False  # "the head of the arms agency was in Kyiv", "the money came from a tax"
    fired = verb.lemma_ in ("cross", "enter") and bool(things) and all(t.lemma_.lower() in FIRED for t in things)
    if fired and not (after(verb, "from") or owners(scene, sentence, things)):
        return False  # "drones cross the border", "a missile entered its airspace"
    if frame.role == "arrive" and verb.lemma_ in ("cross", "be", "make", "get") and not _has_come(scene, sentence, verb, things):
        return False
    taught = things_of(verb) if is_passive(verb) else children(verb, "dobj", "dative")
    if verb.lemma_ == "teach" and scene.beneficiary not in scene.states(scene.named(sentence, taught)):
        return False
    if verb.lemma_ in ("attract", "draw") and not _is_taken_in(scene, sentence, verb, things):
        return False
    if verb.lemma_ == "add" and frame.role == "earmark" and not any(may_give(scene, who) for who in scene.named(sentence, actors_of(verb))):
        return False  # "this adds 5 million to the total"
    if verb.lemma_ == "leave" and not _sets_off(scene, sentence, verb, things):
        return False
    if verb.lemma_ in FILLING and not _is_for_gap(scene, sentence, verb, things):
        return False
    if frame.role == "make" and verb.dep_ == "acl" and verb.head.dep_ == "attr":
        return False  # "the Taurus is a cruise missile made in Germany"
    if frame.role == "help" and things and all(t.lemma_.lower() in PERFORMANCE for t in things):
        return False  # "doubling the range of its artillery"
    if frame.role == "help" and verb.lemma_ == "raise" and not after(verb, "to") and any(t.i in sentence.amount_at for t in things):
        return False  # "5 million has been raised": collected, not increased
    if frame.role == "raise" and (
        not any(t.i in sentence.amount_at for t in things) or any(t.lemma_.lower() in LEVIES for t in verb.subtree if t.i > verb.i)
    ):
        return False
    if (
        verb.tag_ == "VBN"
        and verb.dep_ in ("xcomp", "pcomp", "ccomp")
        and any(c.lower_ == "being" for c in verb.children)
        and not subjects(verb)
    ):
        return False  # "described being given just enough food"
    if verb.lemma_ in SERVING and not children(verb, "prt"):  # "which operate with a range of 20 miles" tells of no arrival
        return scene.beneficiary in scene.states(recipients_of(scene, sentence, verb, things, frame))
    if frame.role in ("stop", "cancel"):
        if _is_outage(verb, things):
            return False
        return _is_taken_back(scene, sentence, verb, frame, things)
    if verb.lemma_ == "reach" and frame.role != "total" and not is_passive(verb):  # "the missiles reach targets 6 km away"
        takers = scene.states(recipients_of(scene, sentence, verb, things, frame))
        whose = set(scene.states(list(owners(scene, sentence, things)))) - ADVERSARIES  # "Slovenia's fire engines reached Kharkiv"
        there = bool(whose) and lies_with_receiver(scene, sentence, verb) and not all(t.lemma_.lower() in FIRED for t in things)
        if scene.beneficiary not in takers and not there and not any(t.lemma_.lower() in ENDS for t in things_of(verb)):
            return False
    if frame.role == "help" and not is_passive(verb) and (acting := subjects(verb)) and all(_is_given(sentence, t) for t in acting):
        return False  # "these weapons will strengthen the army"
    if verb.lemma_ in ("provide", "give", "offer", "lend") and not is_passive(verb) and _is_effect(sentence, verb, things):
        return False
    if frame.role == "order" and verb.lemma_ in ("order", "buy", "purchase", "acquire") and not is_passive(verb):
        # "Romania has ordered seven in all" is for itself, unless the sentence says for whom
        takers = scene.states(recipients_of(scene, sentence, verb, things, frame))
        money = any(t.lemma_.lower() in ("sum", "money", "amount") and _is_this(t) for t in after(verb, "with", "from", "for"))
        if scene.beneficiary not in takers and not names_receiver(scene, sentence) and not money:
            return False
    for_use = any(c.tag_ == "VB" for c in children(verb, "advcl", "xcomp")) and verb.dep_ in ("relcl", "acl") and is_passive(verb)
    if frame.role == "order" and for_use and not agents(verb) and not names_receiver(scene, sentence):
        return False  # "the helicopters, which were bought to fight fires"
    if frame.role == "arrive" and any((m := sentence.at.get(t.i)) and m.id_of("item") == "troops" for t in subjects(verb)):
        return False  # "NATO troops were already in Ukraine"
    if frame.role == "order" and ADVERSARIES & {*scene.states(scene.named(sentence, after(verb, "from")))}:
        return False
    if frame.role == "help" and (
        any(t.lemma_.lower() in POLITICAL for t in things) or _is_for_others(scene, sentence, verb, frame, things)
    ):
        return False
    if verb.lemma_ == "export" and not any(_is_given(sentence, t) for thing in things for t in within(thing)):  # goods at large
        return False
    if verb.lemma_ in ("spend", "invest") and _is_for_oneself(scene, sentence, verb):
        return False
    if frame.role == "earmark" and verb.lemma_ in SHOWING and is_on_show(scene, sentence, things):
        return False
    if verb.lemma_ == "confirm":
        return any(is_anaphoric(sentence, t) for t in things)
    if frame.role == "receive" and any(t.lemma_.lower() in ("order", "contract") for t in things):  # the maker's
        return False
    if verb.lemma_ == "have" and verb.head.lemma_ == "let":
        return True
    if verb.lemma_ == "have":
        return any(may_give(scene, w) for w in sources_of(scene, sentence, verb, things))
    if frame.role == "plan" and any(t.lemma_.lower() in DECISIONS or _is_bare_budget(sentence, t) for t in things):
        return False  # a decision is expected, no gift
    if frame.role in ("plan", "due") and _opens_gift(scene, sentence, verb):
        return False
    return frame.role != "plan" or is_passive(verb)


def _are_people(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    own = subjects(verb)
    return bool(own) and all(t.lemma_.lower() in PERSON_NOUNS or any(r.person for r in scene.named(sentence, [t])) for t in own)


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


def _is_taken_in(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> bool:
    """ "Ukraine has attracted 9 billion of financing": money that the receiver gets; a plan is drawn up."""
    takers = scene.states(scene.named(sentence, actors_of(verb)))
    ours = [t for t in takers if t == scene.beneficiary or ((a := scene.pack.actor.get(t)) and a.country == scene.beneficiary)]
    receiving = bool(takers) and takers == ours and not children(verb, "prt")  # "Ukrenergo has attracted a loan"
    return receiving and any(t.i in sentence.amount_at for thing in things for t in within(thing))


def _sets_off(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> bool:
    """ "Have left Estonian depots", "would leave for Ukraine": goods that are on their way."""
    stores = any(t.lemma_.lower() in STORES | PORTS for t in (*children(verb, "dobj"), *after(verb, "from")))
    bound = scene.beneficiary in scene.states(scene.named(sentence, after(verb, "for", "to")))
    stores = stores or any(may_give(scene, who) for who in scene.named(sentence, children(verb, "dobj")))  # "will leave the Netherlands"
    return (stores or bound) and any(_is_given(sentence, t) or t.i in sentence.number_at for thing in things for t in within(thing))


def _is_for_gap(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> bool:
    """ "To cover Ukraine's needs", "covered the transport": what is lacking or costs; "the paper covers the war" covers nothing."""
    lacking = [t for t in things if t.lemma_.lower() in NEEDS]
    counted = verb.lemma_ == "cover" and scene.discourse.item is not None and any(is_anaphoric(sentence, t) for t in things)
    theirs = any(scene.namer.modifier(sentence, t) == scene.beneficiary for t in lacking)
    costs = any(t.lemma_.lower() in COSTS for t in things) and any(may_give(scene, who) for who in scene.named(sentence, actors_of(verb)))
    return (theirs or counted or costs) and not is_passive(verb)


def _is_news(thing: Token) -> bool:
    """ "The announcement of another $500m came hours later": no goods arrive."""
    if after(thing.head, "from"):  # "new pledges came from Norway and Canada"
        return False
    return thing.lemma_.lower() in TIDINGS


def _has_come(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> bool:
    """Whether goods "crossed the border", "are with our troops", "made it to Kyiv"."""
    if verb.lemma_ == "be" and not after(verb, "with", "on", "at") and not any(t.lemma_ in ("hand", "service") for t in after(verb, "in")):
        return True
    ends = [t for t in children(verb, "dobj") + after(verb, "to", "into", "with", "on", "in", "at") if t.i not in {x.i for x in things}]
    ends += [t for end in ends for t in after(end, "of", "to", "into")]
    whose = {state for t in ends if (state := scene.namer.modifier(sentence, t))}
    reached = {*scene.states(scene.named(sentence, ends)), *whose}
    if whose and scene.beneficiary not in reached:  # "is still on Romanian soil"
        return False
    there = scene.beneficiary in reached or any(t.lemma_.lower() in ENDS for t in ends)
    return there and any(_is_given(sentence, t) or is_anaphoric(sentence, t) for thing in things for t in within(thing))


def _is_for_oneself(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Allies will spend an additional $350 billion on defence": on their own, where nobody else is named."""
    aims = after(verb, "on", "in")
    own = any(t.lemma_.lower() in OWN or any(c.tag_ == "PRP$" for c in t.children) for t in aims) or (
        verb.lemma_ == "invest" and aims and not any(_is_given(sentence, t) for t in aims)
    )
    return bool(own) and not names_receiver(scene, sentence)


def _is_outage(verb: Token, things: list[Token]) -> bool:
    """ "Electricity was cut off for a million people", "gas supplies were cut after the strike": by nobody who had given it."""
    cut = [{t.lemma_.lower(), *(c.lemma_.lower() for c in t.lefts if c.dep_ == "compound")} for t in things]
    return bool(cut) and is_passive(verb) and not agents(verb) and all(words & UTILITIES for words in cut)


def _is_taken_back(scene: Scene, sentence: Sentence, verb: Token, frame: Frame, things: list[Token]) -> bool:
    """Whether what is stopped or called off was to be given: "withdraw soldiers from Ukraine" and "drop bombs" take nothing back."""
    origins = [t for word in (verb, *things) for t in after(word, "from")]
    if scene.beneficiary in scene.states(scene.named(sentence, origins)) and verb.lemma_ != "withhold":
        return False
    if frame.role == "cancel" and is_passive(verb) and any(t.lower_ == "which" or t.lemma_ in ("country", "state") for t in origins):
        return False  # "a country from which funds have been withdrawn"
    if takes_up_gift(verb):
        return frame.role == "stop" and is_told_just_before(scene, sentence)  # "both had been put on hold"
    words = [t for thing in things for t in (thing, *after(thing, "of", "in"), *shared_of(thing))]
    if verb.lemma_ == "stop" and things and all(t.lemma_.lower() in FIRED for t in things):  # "stopping ballistic missiles"
        return False
    if verb.lemma_ in ("freeze", "block") and any(t.lemma_.lower() in ASSETS for t in words):  # a sanction
        return False
    inside = [t for thing in things for t in within(thing) if t.i < thing.i]  # "a 50-billion facility"
    if any(t.lemma_.lower() in UNDERTAKINGS for t in words) or any(t.i in sentence.amount_at for t in (*words, *inside)):
        return True
    goods = any((m := sentence.at.get(t.i)) and m.id_of("item") for t in words) or any(t.lemma_.lower() in SUPPORT_NOUNS for t in words)
    return goods and (frame.role == "stop" or verb.lemma_ in CALLING_OFF)


def _is_given(sentence: Sentence, noun: Token) -> bool:
    """Whether a word is for what is given, not for somebody who gives."""
    mention = sentence.at.get(noun.i)
    return (mention is not None and mention.id_of("item") is not None) or noun.lemma_.lower() in SUPPORT_NOUNS


def _is_for_others(scene: Scene, sentence: Sentence, verb: Token, frame: Frame, things: list[Token]) -> bool:
    """Whether what is strengthened belongs to a third ("to bolster NATO's defences")."""
    takers = scene.states(recipients_of(scene, sentence, verb, things, frame))
    acting = {*takers, *scene.states(scene.named(sentence, actors_of(verb)))}
    return scene.beneficiary not in takers and any(s not in acting for s in scene.states(owners(scene, sentence, things)))
