"""Gifts: who gives what to whom, read around a verb of giving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.kinds.givers import ADVERSARIES, TO_OBJECT, donors_of, owners, recipients_of, sources_of
from promissory.extraction.kinds.giving import SERVING, status_of
from promissory.extraction.kinds.inferring import infer_donor, may_give
from promissory.extraction.kinds.support import SUPPORT_NOUNS
from promissory.extraction.mood import Mood
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import attribution
from promissory.extraction.syntax import actors_of, after, children, is_passive, subjects, things_of, within
from promissory.packs import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose purpose says what the money is for.
FOR_VERBS = frozenset("pay spend commit pledge contribute allocate invest earmark approve".split())
#: One chamber of two: what it passes is not yet decided.
CHAMBERS = frozenset(("US-House-of-Representatives", "US-Senate"))


#: Frames whose object or subject may be a bare number ("Norway will donate six").
COUNTING = frozenset(("give", "offer", "arrive", "due", "receive", "pledge", "order", "earmark", "plan", "transit", "make"))
#: Words that stand for things spoken of before without counting them.
PRO = frozenset(("one", "ones", "more", "another", "others", "rest", "remainder", "several", "some", "both"))
GENERIC = frozenset("system unit battery one piece aircraft plane jet launcher tank vehicle set machine".split())
WISHING = frozenset(("want", "hope", "hop", "wish", "need", "like", "expect", "await", "dream", "pray"))
#: Verbs of handing over: with a giver and the receiver named, whatever is given is support.
HANDING = frozenset("sell provide supply send deliver donate give transfer ship lend grant equip".split())
#: What a parliament or government passes, and that provides for support in a clause of its own.
LAWS = frozenset(
    "law bill act decree budget agreement decision resolution plan proposal programme program measure legislation treaty".split()
)
#: The least share of sentences about the receiver for what names no receiver to be meant for it.
FOCUS = 0.08
#: What is backed in words only ("supports Ukraine's bid to join NATO").
POLITICAL = frozenset(
    "bid accession membership sovereignty integrity independence right path aspiration candidacy entry cause position formula call "
    "statehood choice".split()
)
#: Verbs of calling off that take goods as their object; others ("drop", "withdraw") only a plan or a gift.
CALLING_OFF = frozenset("cancel scrap revoke rescind axe call".split())
ASSETS = frozenset("asset account reserve property holding yacht".split())
#: Where what is sent comes to.
ENDS = frozenset("front frontline battlefield country destination port base unit troop soldier capital border".split())
#: What states spend on for themselves.
OWN = frozenset("defence defense military army force navy security".split())
UNDERTAKINGS = frozenset(
    "plan offer idea pledge promise order contract project programme program deal proposal intention training decision package aid "
    "assistance support help tranche donation contribution delivery shipment supply purchase sale transfer handover grant loan "
    "commitment provision allocation funding fund financing deployment agreement".split()
)
CONCRETE = frozenset("package tranche batch drawdown instalment installment shipment delivery donation contribution consignment".split())
EXTENDING = frozenset(("including", "such", "like", "worth", "comprising", "containing"))
#: What decides on a gift without handing it over.
DECISIONS = frozenset("decision law act decree resolution agreement vote order bill accord announcement".split())


@dataclass
class Gift:
    """What was read around a trigger before it becomes drafts."""

    sentence: Sentence
    trigger: Token
    frame: Frame
    status: str
    donors: list[Referent]
    recipients: list[Referent]
    words: list[Token]
    mood: Mood | None
    inferred_donor: str | None = None
    #: the last draft made of it
    draft: Draft | None = None

    @property
    def goods_named(self) -> bool:
        return any(t.i in self.sentence.amount_at or ((m := self.sentence.at.get(t.i)) and m.id_of("item")) for t in self.words)


def of_verb(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> Gift | None:
    mood = scene.mood(sentence, verb)
    things = _things(verb, frame)
    status = status_of(verb, frame, mood)
    if frame.role == "approve" and status == "committed" and len({w.id for w in scene.named(sentence, actors_of(verb))} & CHAMBERS) == 1:
        status = "considered"
    if not _is_apt(scene, sentence, verb, frame, things):
        return None
    if status == "delivered" and verb.dep_ == "relcl" and verb.head.lemma_.lower() in DECISIONS:  # "the law by which it donated"
        status = "committed"
    if verb.lemma_ == "announce" and status == "allocated" and not _is_concrete(sentence, things):
        status = "pledged"
    if status is None or is_wished(scene, sentence, verb, frame) or not _is_support(scene, sentence, verb, things, frame):
        return None
    words = _words(verb, things)
    donors = donors_of(scene, sentence, verb, frame)
    recipients = recipients_of(scene, sentence, verb, things, frame)
    return settle(scene, Gift(sentence, verb, frame, status, donors, recipients, words, mood))


def _is_apt(scene: Scene, sentence: Sentence, verb: Token, frame: Frame, things: list[Token]) -> bool:
    """Whether a verb of many senses has the one of giving here."""
    if verb.lemma_ == "stick":
        return is_passive(verb)
    if verb.lemma_ in SERVING:  # "which operate with a range of 20 miles" tells of no arrival
        return scene.beneficiary in scene.states(recipients_of(scene, sentence, verb, things, frame))
    if frame.role in ("stop", "cancel"):
        return _is_taken_back(scene, sentence, verb, frame, things)
    if verb.lemma_ == "reach" and not is_passive(verb):  # "the missiles reach targets 6 km away"
        takers = scene.states(recipients_of(scene, sentence, verb, things, frame))
        if scene.beneficiary not in takers and not any(t.lemma_.lower() in ENDS for t in things_of(verb)):
            return False
    if frame.role == "help" and not is_passive(verb) and (acting := subjects(verb)) and all(_is_given(sentence, t) for t in acting):
        return False  # "these weapons will strengthen the army"
    if frame.role == "order" and verb.lemma_ in ("order", "buy", "purchase", "acquire") and not is_passive(verb):
        # "Romania has ordered seven in all" is for itself, unless the sentence says for whom
        takers = scene.states(recipients_of(scene, sentence, verb, things, frame))
        if scene.beneficiary not in takers and not any(m.id_of("actor", "metonym") == scene.beneficiary for m in sentence.mentions):
            return False
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
    if verb.lemma_ == "confirm":
        return any(is_anaphoric(sentence, t) for t in things)
    if frame.role == "receive" and any(t.lemma_.lower() in ("order", "contract") for t in things):  # the maker's
        return False
    if verb.lemma_ == "have":
        return any(may_give(scene, w) for w in sources_of(scene, sentence, verb, things))
    if frame.role == "plan" and any(t.lemma_.lower() in DECISIONS for t in things):  # a decision is expected, no gift
        return False
    return frame.role != "plan" or is_passive(verb)


def _is_for_oneself(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Allies will spend an additional $350 billion on defence": on their own, where nobody else is named."""
    own = any(t.lemma_.lower() in OWN for t in after(verb, "on", "in"))
    return own and not any(m.id_of("actor", "adjective", "demonym", "metonym") == scene.beneficiary for m in sentence.mentions)


def _is_taken_back(scene: Scene, sentence: Sentence, verb: Token, frame: Frame, things: list[Token]) -> bool:
    """Whether what is stopped or called off was to be given: "withdraw soldiers from Ukraine" and "drop bombs" take nothing back."""
    origins = [t for word in (verb, *things) for t in after(word, "from")]
    if scene.beneficiary in scene.states(scene.named(sentence, origins)) and verb.lemma_ != "withhold":
        return False
    words = [t for thing in things for t in (thing, *after(thing, "of", "in"))]
    if verb.lemma_ in ("freeze", "block") and any(t.lemma_.lower() in ASSETS for t in words):  # a sanction
        return False
    if any(t.lemma_.lower() in UNDERTAKINGS or t.i in sentence.amount_at for t in words):
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


def _is_thanked(gift: Gift) -> bool:
    """Whether support at large is only thanked for."""
    if gift.goods_named or any(t.lemma_.lower() in CONCRETE for t in gift.words):
        return False
    return any(a.lemma_.lower() in ("thank", "thanks", "thankful", "grateful", "gratitude", "appreciate") for a in gift.trigger.ancestors)


def _without_makers(scene: Scene, donors: list[Referent]) -> list[Referent]:
    """The donors without the firms named beside a state ("signed by Germany and Rheinmetall")."""
    firms = [d for d in donors if (actor := scene.pack.actor.get(d.id)) and actor.type == "company"]
    return [d for d in donors if d not in firms] if 0 < len(firms) < len(donors) else donors


def is_wished(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> bool:
    """Whether the one who is to receive only wants or hopes for it ("Kyiv hopes that the United States will provide it")."""
    if frame.role == "receive":
        return False
    above = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
    if above is None or above.lemma_ not in WISHING or verb.dep_ not in ("ccomp", "xcomp"):
        return False
    return scene.states(scene.named(sentence, subjects(above))) == [scene.beneficiary]


def settle(scene: Scene, gift: Gift) -> Gift | None:
    """The gift with its donor filled in from the context where the sentence leaves it out; None if it is implausible."""
    us = scene.beneficiary
    if _is_thanked(gift):
        return None
    if us in scene.states(gift.recipients):
        gift.donors = [d for d in gift.donors if scene.namer.state_of(d.id) != us]
    gift.donors = _without_makers(scene, gift.donors)
    if not [s for s in scene.states(gift.donors) if s in scene.pack.actor]:
        infer_donor(scene, gift)
    givers = [s for s in scene.states(gift.donors) if s in scene.pack.actor]
    takers = [s for s in scene.states(gift.recipients) if s in scene.pack.actor]
    if givers and set(givers) <= {us} and us not in takers and not takers:
        return None
    if "RU" in givers or (set(givers) & ADVERSARIES and (us in takers or not takers)):
        return None
    if not takers and scene.focus < FOCUS and not scene.is_note:
        return None
    if not givers and us not in takers and not (scene.is_note and any(t.i in gift.sentence.amount_at for t in gift.words)):
        return None
    if not givers and gift.trigger.dep_ == "acl" and not gift.goods_named:  # "the aid given to Ukraine is not enough"
        return None
    if gift.inferred_donor and us not in takers and _is_of_adversary(scene, gift):
        return None
    return gift


def _is_of_adversary(scene: Scene, gift: Gift) -> bool:
    """Whether an adversary speaks of what may be its own ("Khrenin said that jets have been moved")."""
    said = attribution(scene, gift.sentence, gift.trigger)
    return said is not None and {scene.namer.state_of(who) for who in said[0]} <= ADVERSARIES


def _things(verb: Token, frame: Frame) -> list[Token]:
    """The heads of what is given."""
    if frame.role in ("arrive", "transit", "due") or frame.pos == "ADJ" or (frame.role == "stop" and verb.lemma_ in ("be", "remain")):
        return subjects(verb) or subjects(verb.head)
    if frame.role == "total":
        return subjects(verb) + things_of(verb) + after(verb, "to", "at")
    own = things_of(verb)
    above = [verb.head] if verb.dep_ in ("xcomp", "ccomp") and verb.head.pos_ in ("VERB", "AUX") else []
    own += [c for v in (verb, *above) for c in children(v, "conj") if own and c.pos_ == "NOUN" and c.i > verb.i]
    if not own and frame.role == "help":  # "will help Ukraine repair its grid"
        own = [t for c in children(verb, "ccomp", "xcomp") if c.tag_ == "VB" for t in children(c, "nsubj")]
    if verb.lemma_ in TO_OBJECT and (withs := after(verb, "with")):
        return withs + own
    if frame.role in ("pledge", "approve"):
        own = own + after(verb, "to", "on", "of")
    if own and all(t.lemma_.lower() in ("bill", "cost", "tab") for t in own) and frame.role == "give":  # "foot the bill for"
        own = [t for thing in own for t in after(thing, "for", "of")]
    partitive = [c for c in verb.rights if c.dep_ in ("advmod", "npadvmod", "dep") and c.lower_ in ("last", "first", "most", "half")]
    own = own or [t for part in partitive for t in after(part, "of")]  # "delivers last of 14 jets"
    if frame.role == "approve":
        own = own + [
            t for law in own if law.lemma_.lower() in LAWS for c in law.children if c.dep_ in ("acl", "relcl") for t in things_of(c)
        ]
    if frame.role == "order":
        made = [c for above in (verb, *own) for c in above.children if c.dep_ in ("xcomp", "advcl", "acl") and c.tag_ == "VB"]
        own = own + [t for c in made for t in things_of(c)] + after(verb, "for")
    if frame.role in ("stop", "cancel"):
        own = (
            own + after(verb, "from", "of", "on") + [t for c in verb.children if c.lower_ in ("out", "back") for t in after(c, "of", "on")]
        )
    if verb.lemma_ in FOR_VERBS:
        own = own + after(verb, "for", "in", "towards")
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        own = things_of(verb.head)
    return own


def _is_support(scene: Scene, sentence: Sentence, verb: Token, things: list[Token], frame: Frame) -> bool:
    """Whether what is given is money, goods, training or support."""
    if frame.role == "train" or (verb.lemma_ in HANDING and _is_explicit(scene, sentence, verb, things, frame)):
        return True
    if verb.lemma_ in ("support", "assist", "help", "aid", "back", "arm", "equip", "finance", "fund", "sustain", "strengthen", "bolster"):
        names = scene.states(scene.named(sentence, things + [o for t in things for o in children(t, "poss")]))
        if scene.beneficiary in names:
            return True
    for thing in things + [inner for measure in things for inner in after(measure, "of")]:
        if thing.lemma_.lower() in SUPPORT_NOUNS or (frame.role in COUNTING and is_anaphoric(sentence, thing) and scene.discourse.item):
            return True
        if thing.lemma_ == "round" and any(c.i in sentence.number_at for c in thing.children):  # of ammunition, not of talks
            return True
        for token in within(thing):
            mention = sentence.at.get(token.i)
            if token.i in sentence.amount_at or (mention and mention.id_of("item")) or token.text in ("GDP", "GNI"):
                return True
    return False


def _is_explicit(scene: Scene, sentence: Sentence, verb: Token, things: list[Token], frame: Frame) -> bool:
    """Whether the sentence says that the one the pack is about gets it, from somebody named: then it may be anything."""
    takers = scene.states(recipients_of(scene, sentence, verb, [], frame))
    return scene.beneficiary in takers and bool(things) and bool(scene.states(scene.named(sentence, actors_of(verb))))


def is_anaphoric(sentence: Sentence, thing: Token) -> bool:
    """Whether a phrase counts things spoken of before: "six", "two of them", "the other three", "four systems"."""
    if sentence.at.get(thing.i) is not None or thing.i in sentence.amount_at or thing.i in sentence.date_at:
        return False
    if thing.lower_ in PRO:
        return True
    if thing.lemma_.lower() in GENERIC:
        return any(c.i in sentence.number_at for c in thing.children)
    return thing.i in sentence.number_at


def _words(verb: Token, things: list[Token]) -> list[Token]:
    """The words about what is given: the things, what they include or are worth, wherever the parser hung it."""
    words = [t for thing in things for t in within(thing)] or list(within(verb))
    known = {t.i for t in words}
    hung = [c for c in verb.rights if c.lower_ in EXTENDING or c.lemma_ == "worth"]
    hung += [c for c in verb.subtree if c.dep_ == "appos" and c.lemma_.lower() in CONCRETE]  # "to Ukraine, a package that includes"
    hung += [
        c
        for t in words
        for c in t.children
        if c.dep_ == "relcl"
        and (
            c.lemma_ in ("include", "contain", "comprise")
            or any(v.lemma_ in ("value", "include", "contain", "comprise") for v in (c, *children(c, "conj")))
        )
    ]
    hung += [c for t in words if t.dep_ == "pobj" for c in t.children if c.dep_ == "relcl" and c.lemma_ in ("include", "contain")]
    return words + [t for c in hung for t in c.subtree if t.i not in known]


def _is_concrete(sentence: Sentence, things: list[Token]) -> bool:
    """Whether what is announced is a package, a sum or goods rather than support at large."""
    words = [t for thing in things for t in within(thing)]
    return any(
        t.lemma_.lower() in CONCRETE or t.i in sentence.amount_at or ((m := sentence.at.get(t.i)) and m.id_of("item")) for t in words
    )
