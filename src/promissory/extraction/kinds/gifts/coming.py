"""Whether verbs of coming, reaching, taking in and stopping tell of a gift: by what comes, where to, and from whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.gifts.given import shared_of
from promissory.extraction.kinds.gifts.inferring import may_give
from promissory.extraction.kinds.gifts.material import FILLING
from promissory.extraction.kinds.gifts.ownership import lies_with_receiver
from promissory.extraction.kinds.gifts.senses import Sense, is_given
from promissory.extraction.kinds.gifts.sparing import takes_up_gift
from promissory.extraction.kinds.gifts.tensing import SERVING
from promissory.extraction.kinds.matters.antecedents import is_anaphoric, is_told_just_before
from promissory.extraction.kinds.matters.givers import ADVERSARIES, owners
from promissory.extraction.kinds.matters.support import SUPPORT_NOUNS
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.goods import SUPPORT
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

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
#: What is fired at a country, and stopped by those who shoot it down.
FIRED = frozenset("missile drone rocket bomb shahed shell plane aircraft".split())
ASSETS = frozenset("asset account reserve property holding yacht".split())
#: Where what is sent comes to.
ENDS = frozenset(
    "hand service defender force soil ground front frontline battlefield country destination port base unit troop soldier capital "
    "border".split()
)
UNDERTAKINGS = SUPPORT | frozenset(
    "plan offer idea pledge promise order contract project programme program deal proposal intention training decision supply "
    "purchase sale commitment provision allocation deployment agreement".split()
)
#: Where one takes what one gives.
STORES = frozenset("stock stockpile arsenal inventory depot reserve warehouse".split())
#: Whence goods leave for where they are sent.
PORTS = frozenset("base port harbour harbor airfield airport airbase factory plant yard hangar barracks quay dock".split())


def of_arriving(s: Sense) -> bool | None:
    """News, people, and what is fired: "the head of the arms agency was in Kyiv", "drones cross the border"."""
    if s.lemma == "be" and any((m := s.sentence.at.get(t.i)) and m.id_of("actor") and not m.id_of("item") for t in subjects(s.verb)):
        return False  # "the Monetary Fund is in Kyiv"
    fired = s.lemma in ("cross", "enter") and s.are(FIRED)
    if fired and not (after(s.verb, "from") or owners(s.scene, s.sentence, s.things)):
        return False  # "a missile entered its airspace"
    if s.role != "arrive":
        return None
    if s.things and all(_is_news(t) for t in s.things):
        return False
    if _are_people(s.scene, s.sentence, s.verb) or s.has(after(s.verb, "from"), LEVIES):  # "the money came from a tax"
        return False
    come = s.lemma not in ("cross", "be", "make", "get") or _has_come(s.scene, s.sentence, s.verb, s.things)
    return None if come else False


def of_taking_in(s: Sense) -> bool | None:
    """Who is taught, what money is attracted, added, set off with or used to fill a gap."""
    scene, sentence, verb, things = s.scene, s.sentence, s.verb, s.things
    taught = things_of(verb) if s.passive else children(verb, "dobj", "dative")
    if s.lemma == "teach" and scene.beneficiary not in scene.states(scene.named(sentence, taught)):
        return False
    if s.lemma in ("attract", "draw") and not _is_taken_in(scene, sentence, verb, things):
        return False
    if s.lemma == "add" and s.role == "earmark" and not any(may_give(scene, who) for who in scene.named(sentence, actors_of(verb))):
        return False  # "this adds 5 million to the total"
    if s.lemma == "leave" and not _sets_off(scene, sentence, verb, things):
        return False
    return False if s.lemma in FILLING and not _is_for_gap(scene, sentence, verb, things) else None


def of_service(s: Sense) -> bool | None:
    """ "Which operate with a range of 20 miles" tells of no arrival."""
    return s.scene.beneficiary in s.takers if s.lemma in SERVING and not children(s.verb, "prt") else None


def of_stopping(s: Sense) -> bool | None:
    """What is stopped or called off was to be given."""
    if s.role not in ("stop", "cancel"):
        return None
    return not _is_outage(s.verb, s.things) and _is_taken_back(s.scene, s.sentence, s.verb, s.frame, s.things)


def of_reaching(s: Sense) -> bool | None:
    """ "The missiles reach targets 6 km away", but "Slovenia's fire engines reached Kharkiv"."""
    if s.lemma != "reach" or s.role == "total" or s.passive:
        return None
    whose = set(s.scene.states(list(owners(s.scene, s.sentence, s.things)))) - ADVERSARIES
    there = bool(whose) and lies_with_receiver(s.scene, s.sentence, s.verb) and not s.are(FIRED, bare=True)
    return None if s.scene.beneficiary in s.takers or there or s.has(things_of(s.verb), ENDS) else False


def of_troops(s: Sense) -> bool | None:
    """ "NATO troops were already in Ukraine": nobody gave them."""
    troops = any(s.sentence.item_of(t) == "troops" for t in subjects(s.verb))
    return False if s.role == "arrive" and troops else None


def _are_people(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    own = subjects(verb)
    return bool(own) and all(t.lemma_.lower() in PERSON_NOUNS or any(r.person for r in scene.named(sentence, [t])) for t in own)


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
    return (stores or bound) and any(is_given(sentence, t) or t.i in sentence.number_at for thing in things for t in within(thing))


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
    return there and any(is_given(sentence, t) or is_anaphoric(sentence, t) for thing in things for t in within(thing))


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
    goods = any(sentence.item_of(t) for t in words) or any(t.lemma_.lower() in SUPPORT_NOUNS for t in words)
    return goods and (frame.role == "stop" or verb.lemma_ in CALLING_OFF)
