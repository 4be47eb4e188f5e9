"""What an adversary makes, lacks or gets, and what is done against it: no support to the one the pack is about."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, subjects, things_of
from promissory.extraction.grammar.tree import after, children, clause, within
from promissory.extraction.kinds.gifts.inferring import IN_PARAGRAPH, LAST_SPOKEN_OF
from promissory.extraction.kinds.gifts.ownership import names_receiver
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.kinds.matters.support import SUPPORT_NOUNS
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.kinds.gifts.reading import Gift
    from promissory.extraction.words import Token

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|\w+(?:th|-first|-second|-third)")
#: Where something is, or whose it is.
WITHIN = ("in", "across", "inside", "throughout", "within", "of")
#: What is an adversary's and yet given to the receiver.
SEIZED = frozenset("asset account reserve property money fund profit proceeds interest revenue gas oil".split())
#: What is imposed on somebody.
PENALTIES = frozenset(
    "sanction tariff duty ban embargo restriction boycott levy penalty fine blacklist curb countermeasure quota visa designation".split()
)
#: What is done to an enemy's goods, and what is done in trade.
DESTROYING = frozenset(
    "destroy obliterate hit strike capture seize intercept down lose burn wreck damage sink knock attack target bomb shoot wipe eliminate "
    "annihilate blow raze shell torch neutralise neutralize".split()
)
TRADING = frozenset("buy purchase import pay order trade spend acquire".split())
SELLING = HANDING | frozenset("sell export".split())
#: What a price is for one of.
UNITS = frozenset(
    "gallon barrel litre liter tonne ton kilo kilogram kilogramme gram pound bushel megawatt kilowatt mwh kwh metre meter head hour piece "
    "ticket night share bottle loaf".split()
)
#: Who pays for himself.
PAYERS = frozenset(
    "household family consumer customer driver motorist resident citizen pensioner tenant shopper passenger worker employee parent people "
    "taxpayer refugee".split()
)
#: What makes a sum the price of one thing of many.
EACH = re.compile(r"\s*(?:each|apiece|per)\b")
#: The least sum that is one of states.
LEAST = 1000
#: What says that something has become dearer.
DEARER = frozenset(("more", "less", "extra"))
FREEING = frozenset(("lift", "ease", "relax", "waive", "remove", "drop"))
#: What may be a penalty as well as a gift.
UNDERTAKEN = frozenset("commitment pledge package tranche measure".split())
#: People and firms of whom a clause says what they do.
PEOPLE = frozenset(
    "people person individual citizen man woman soldier company firm entity business trader supplier manufacturer maker network "
    "smuggler middleman oligarch volunteer official bank vessel ship tanker".split()
)
#: Blocs whose members give an adversary nothing.
ALLIED = ("NATO", "EU", "G7")


def is_adversarys(scene: Scene, sentence: Sentence, heads: list[Token]) -> bool:
    """Whether things or people are an adversary's, or stand in its country ("Russian factories", "plants across Russia")."""
    own = [t for t in heads if t.pos_ != "PRON" and t.lemma_.lower() not in SEIZED]
    states = {scene.namer.state_of(i) for t in own if (i := scene.namer.modifier(sentence, t))}
    states |= {*scene.states(scene.named(sentence, own)), *scene.states(scene.named(sentence, [x for t in own for x in after(t, *WITHIN)]))}
    return bool(states & ADVERSARIES) and scene.beneficiary not in states


def is_opposed(scene: Scene, gift: Gift) -> bool:
    """Whether what has the words of a gift concerns an adversary only, or is a penalty."""
    if (gift.inferred_donor or not gift.donors) and _is_petty(gift):
        return True
    if gift.inferred_donor in (LAST_SPOKEN_OF, IN_PARAGRAPH) and _follows_adversary(scene, gift):
        return True
    if gift.inferred_donor and (_is_of_adversary(scene, gift) or _is_of_people(gift) or _is_private(scene, gift)):
        return True
    return (
        _is_penalty(gift) or _is_sanctions(scene, gift) or _is_destroyed(gift) or _is_trade(scene, gift) or _goes_to_adversary(scene, gift)
    )


def _is_of_adversary(scene: Scene, gift: Gift) -> bool:
    """ "Russian plants lack", "driving the surplus in Russia's accounts to 60 billion"."""
    above = [t for t in (gift.trigger, *gift.trigger.ancestors) if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in ("pobj", "nsubj")]
    verb = verb_of(gift.trigger)
    around = [*subjects(verb), *(things_of(verb) if verb.i != gift.trigger.i else [])] if verb is not None else []
    return is_adversarys(scene, gift.sentence, [*above, *around])


def _follows_adversary(scene: Scene, gift: Gift) -> bool:
    """ "Putin approved record spending. About 115 billion is planned for the army": what goes on about an adversary."""
    if names_receiver(scene, gift.sentence) or scene.beneficiary in scene.states(gift.recipients):
        return False
    for sentence in (gift.sentence, *scene.sentences[max(0, gift.sentence.number - 1) : gift.sentence.number]):
        root = next((t for t in sentence.tokens if t.head.i == t.i), None)
        if root is not None and (acting := scene.named(sentence, subjects(root))):
            return {scene.namer.state_of(w.id) for w in acting} <= ADVERSARIES
    return False


def _is_private(scene: Scene, gift: Gift) -> bool:
    """ "He is willing to pay more", of somebody who holds no office, and prices: "I am paying 5 dollars a gallon"."""
    who = scene.named(gift.sentence, subjects(clause(gift.trigger)))
    alone = bool(who) and all(w.person and scene.namer.state_of(w.id) is None for w in who)
    verb = verb_of(gift.trigger)
    alone = alone or (verb is not None and any(t.lemma_.lower() in PAYERS for t in actors_of(verb)))
    return (alone or _is_price(gift) or _is_dearer(gift)) and scene.beneficiary not in scene.states(gift.recipients)


def _is_price(gift: Gift) -> bool:
    """ "5 dollars a gallon", "300 euros per megawatt-hour"."""
    last = max((t.i for t in gift.words if t.i in gift.sentence.amount_at), default=None)
    behind = [t for t in gift.sentence.tokens if last is not None and last < t.i <= last + 4]
    words = [t.lemma_.lower() for t in behind]
    return any(a in ("a", "an", "per", "each") and b in UNITS for a, b in itertools.pairwise(words))


def _is_petty(gift: Gift) -> bool:
    """ "A donation of 50 euros buys a blanket": too little for a state that is not named."""
    sums = [m for t in gift.words if (m := gift.sentence.amount_at.get(t.i)) is not None]
    each = any(EACH.match(gift.sentence.text, m.end) for m in sums)  # "200 stretchers, worth 30 euros each": the price of one
    return bool(sums) and max(m.value for m in sums) < LEAST and not each


def _is_dearer(gift: Gift) -> bool:
    """ "Is willing to pay more for petrol", "will pay 400 euros more for gas"."""
    verb = verb_of(gift.trigger)
    more = verb is not None and any(c.lower_ in DEARER for c in children(verb, "advmod", "dobj", "npadvmod"))
    return verb is not None and verb.lemma_ == "pay" and more and bool(after(verb, "for"))


def _is_of_people(gift: Gift) -> bool:
    """ "Sanctions on 50 people who supply weapons": those who act have no name, and whoever has one in the sentence does not act."""
    relative = gift.trigger.dep_ == "relcl" and any(t.tag_ in ("WP", "WDT") for t in actors_of(gift.trigger))
    return relative and gift.trigger.head.lemma_.lower() in PEOPLE


def _is_penalty(gift: Gift) -> bool:
    """ "Raise tariffs on goods worth two billion", "commitments, including sanctions", but not "sanctions and aid"."""
    if any(t.lemma_.lower() in FREEING for t in gift.trigger.subtree):
        return False
    objects = _acted_on(gift.trigger)
    if objects and all(_names_penalty(t) for t in objects):
        return True
    goods = {t.i for t in gift.words if gift.sentence.item_of(t)}
    given = [t for t in gift.words if t.i in goods or t.lemma_.lower() in SUPPORT_NOUNS]
    return any(map(_names_penalty, gift.words)) and all(t.lemma_.lower() in UNDERTAKEN or _is_under_penalty(t) for t in given)


def _is_sanctions(scene: Scene, gift: Gift) -> bool:
    """ "The EU adopted its fifteenth package", "the 13th package of measures": of sanctions, where nothing says that it is aid."""
    packages = [t for t in gift.words if t.lemma_.lower() == "package"]
    if scene.states(gift.donors) != ["EU"] or not packages or gift.goods_named:
        return False
    numbered = any(ORDINAL.fullmatch(c.lower_) for t in packages for c in t.children)
    measured = any(t.lemma_.lower() == "measure" for p in packages for t in after(p, "of"))
    aid = any(t.lemma_.lower() in SUPPORT_NOUNS and t.lemma_.lower() not in UNDERTAKEN for t in gift.words)
    return (numbered or measured) and not aid and not names_receiver(scene, gift.sentence)


def _is_destroyed(gift: Gift) -> bool:
    """ "Missiles destroyed a batch of NATO shells", but not "tanks that Spain provided"."""
    verb = next((a for a in gift.trigger.ancestors if a.pos_ == "VERB"), None)
    if verb is None or gift.trigger.pos_ == "VERB" or gift.frame.role == "stop" or verb.lemma_ not in DESTROYING:
        return False
    return any(gift.trigger.i == thing.i for thing in things_of(verb))


def _is_trade(scene: Scene, gift: Gift) -> bool:
    """ "Bought Russian gas worth 20 billion euros", "has paid 2 billion for goods from it"."""
    verb = verb_of(gift.trigger)
    if verb is None or verb.lemma_ not in TRADING or scene.beneficiary in scene.states(gift.recipients):
        return False
    goods = [*things_of(verb), *after(verb, "for")]
    whose = {scene.namer.state_of(i) for t in goods if (i := scene.namer.modifier(gift.sentence, t))}
    sellers = scene.states(scene.named(gift.sentence, [x for t in (verb, *goods) for x in after(t, "from", "with")]))
    theirs = any(x.lower_ in ("it", "them") for t in (verb, *goods) for x in after(t, "from"))  # "has bought goods from it"
    return theirs or bool(ADVERSARIES & {*whose, *sellers})


def _acted_on(token: Token) -> list[Token]:
    """What the verb at or above a word has as its object."""
    verb = verb_of(token)
    return things_of(verb) if verb is not None else []


def verb_of(token: Token) -> Token | None:
    """The verb at or above a word."""
    return next((a for a in (token, *token.ancestors) if a.pos_ == "VERB"), None)


def _is_under_penalty(noun: Token) -> bool:
    """Whether a word stands in the phrase of a penalty ("a ban on sales of drones")."""
    while noun.dep_ != "conj" and noun.head.i != noun.i and not _names_penalty(noun):
        noun = noun.head
    return _names_penalty(noun)


def _names_penalty(noun: Token) -> bool:
    """ "Sanctions", "a higher tariff rate"."""
    return any(t.lemma_.lower() in PENALTIES for t in (noun, *(c for c in noun.children if c.dep_ == "compound")))


def _goes_to_adversary(scene: Scene, gift: Gift) -> bool:
    """Whether it goes to an adversary, from an ally or from nobody that is named ("weapons for the Russian army")."""
    takers = {*scene.states(gift.recipients)}
    reached = bool(takers & ADVERSARIES) and scene.beneficiary not in takers
    if not takers:
        ends = [*after(gift.trigger, "to", "for"), *(x for t in gift.words for w in within(t) for x in after(w, "to"))]
        verb = verb_of(gift.trigger)
        if verb is not None and verb.i != gift.trigger.i and verb.lemma_ in SELLING:  # "sold Russia drones for 12 million"
            bought = [*children(verb, "dative", "dobj"), *after(verb, "to")]
            if is_adversarys(scene, gift.sentence, bought):
                return True
        reached = is_adversarys(scene, gift.sentence, ends)
    return reached and (bool(gift.inferred_donor) or _is_allied(scene, gift))


def _is_allied(scene: Scene, gift: Gift) -> bool:
    givers = scene.states(gift.donors)
    allies = {*ALLIED, *(m for bloc in ALLIED for m in scene.pack.actor[bloc].members)}
    return bool(givers) and all(s in allies for s in givers)
