"""Gifts: who gives what to whom, read around a verb of giving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.mood import Mood
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, clause, within
from promissory.extraction.kinds.gifts.aptness import DECISIONS, is_apt
from promissory.extraction.kinds.gifts.countries import is_one_of_group, is_outlet
from promissory.extraction.kinds.gifts.courses import hosts_of, trains_itself
from promissory.extraction.kinds.gifts.elsewhere import goes_elsewhere
from promissory.extraction.kinds.gifts.encompassing import CONCRETE, words_about
from promissory.extraction.kinds.gifts.firmness import FIRM, asks_for_more, is_passed_into_law, is_tentative, is_undecided
from promissory.extraction.kinds.gifts.given import things_given
from promissory.extraction.kinds.gifts.giving import is_beside_plan, status_of
from promissory.extraction.kinds.gifts.inferring import infer_donor, may_give
from promissory.extraction.kinds.gifts.material import is_support
from promissory.extraction.kinds.gifts.opposing import is_opposed
from promissory.extraction.kinds.gifts.ownership import is_of_receivers, is_own
from promissory.extraction.kinds.gifts.seeming import is_how_it_works, is_left_without, is_seeming
from promissory.extraction.kinds.matters.antecedents import sum_before_which, thing_before
from promissory.extraction.kinds.matters.givers import ADVERSARIES, donors_of, recipients_of
from promissory.extraction.lexicon.goods import AID
from promissory.extraction.lexicon.papers import INSTRUMENTS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.owning import owners as owners_of
from promissory.extraction.slots.telling import attribution
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: One chamber of two: what it passes is not yet decided.
CHAMBERS = frozenset(("US-House-of-Representatives", "US-Senate"))
AMERICAN = ("actor", "adjective", "demonym", "metonym")
HOUSES = frozenset(("house", "senate", "chamber"))
#: What the one who pays a maker does.
PAYING = frozenset("order place pay finance fund commission contract hire engage bankroll cover buy purchase sponsor".split())


#: What stands behind a hyphen after the one who pays.
FUNDED = frozenset("funded financed paid sponsored bankrolled".split())
WISHING = frozenset(("want", "hope", "hop", "wish", "need", "like", "expect", "await", "dream", "pray"))
#: The least share of sentences about the receiver for what names no receiver to be meant for it.
FOCUS = 0.08
MEANT = frozenset("plan intention commitment pledge promise readiness willingness".split())
#: Verbs of making a sum more or less.
RAISING = frozenset(
    "increase raise boost lift hike double triple quadruple expand bring up grow push upgrade augment halve cut reduce slash trim "
    "lower".split()
)

#: What the receiver may do itself.
OWN_DEEDS = frozenset(("give", "train", "earmark", "make", "help"))
#: Who acts for money.
FIRMS = frozenset("firm company consultancy consultant contractor mercenary business corporation".split())
#: How many sentences after a stop what it reaches is told.
MANY_LATER = 3
#: What is voted for where it is said to be backed.
BACKED = AID | frozenset("loan package fund budget bill".split())


#: What is put to a vote or to others.
IDEAS = frozenset("idea possibility prospect option notion concept".split())
MOTIONS = frozenset("motion proposal application petition amendment suggestion".split())


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
    #: the words of one of its several sums, and whether those of the others say nothing of it
    own_words: list[Token] | None = None
    apart: bool = False
    #: the last draft made of it
    draft: Draft | None = None

    @property
    def goods_named(self) -> bool:
        return any(t.i in self.sentence.amount_at or self.sentence.item_of(t) for t in self.words)


def of_verb(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> Gift | None:
    mood = scene.mood(sentence, verb)
    before = thing_before(sentence, verb) or sum_before_which(sentence, verb)
    things = [before] if before is not None else things_given(verb, frame)
    status = status_of(verb, frame, mood)
    if frame.role == "approve" and status == "committed" and _is_by_one_chamber(scene, sentence, verb):
        status, scene.pending = "considered", True
    if frame.role == "approve" and "refuse" in classes_of(verb):  # "voted down a package"
        return None
    if is_seeming(sentence, verb, frame, things) or not is_apt(scene, sentence, verb, frame, things):
        return None
    if frame.role == "make" and _is_of_goods_given(scene, sentence, verb, things):
        return None
    if status == "delivered" and verb.dep_ == "relcl" and verb.head.lemma_.lower() in DECISIONS:  # "the law by which it donated"
        status = "committed"
    if status == "delivered" and frame.role in ("receive", "arrive") and _are_words(verb, things):
        status = "pledged"  # "received 2 billion in new pledges", "most commitments came from Oslo"
    if status == "delivered" and verb.lemma_ == "have" and any(t.lemma_.lower() in DECISIONS for t in things):
        status = "committed"  # "has a decision by Denmark to transfer jets"
    if status == "delivered" and verb.lemma_ == "back" and any(t.lemma_.lower() in BACKED for t in things):
        status = "committed"  # "parliament backed the loan"
    if status == "delivered" and _sums_raised_to(sentence, verb):  # "has doubled its aid to 85 billion"
        status = "allocated"
    if status == "allocated" and _is_caught(scene, sentence, verb):
        status = "suspended"
    if status in ("allocated", "delivered") and is_beside_plan(verb):
        status = "pledged"
    if status in (*FIRM, "delivered") and is_passed_into_law(verb):
        status = "committed"
    words = _raised_to(sentence, verb, words_about(sentence, verb, things))
    if frame.role in ("stop", "cancel"):
        words = without_given(words)
    if status in FIRM and (is_undecided(verb) or is_tentative((*things, *words)) or asks_for_more(verb)):
        status = "considered"
    if (status in FIRM and (_is_moved(verb) or _is_idea(verb, things))) or (status == "delivered" and _is_envisaged(verb)):
        status = "considered"
    contracts = any(t.lemma_.lower() == "contract" for o in things for t in (o, *after(o, "of")))
    if verb.lemma_ == "announce" and status == "allocated" and contracts:
        status = "contracted"  # "announced contracts worth 2 billion", not "a tranche, which includes contracts"
    meant = any(t.lemma_.lower() in MEANT for t in things)  # "announced a plan to contribute 20 million"
    if verb.lemma_ == "announce" and status == "allocated" and (meant or not _is_concrete(sentence, things)):
        status = "pledged"
    if status is None or is_wished(scene, sentence, verb, frame) or not is_support(scene, sentence, verb, things, frame):
        return None
    donors = [d for d in donors_of(scene, sentence, verb, frame) if not is_outlet(scene, d)]
    if any(is_one_of_group(scene, t) for t in actors_of(verb)):  # "the Baltic state has spent"
        donors = [d for d in donors if (actor := scene.pack.actor.get(d.id)) is None or actor.type != "group"]
    recipients = recipients_of(scene, sentence, verb, things, frame)
    if trains_itself(scene, sentence, verb, frame):
        donors, recipients = hosts_of(scene, sentence, verb), [Referent(scene.beneficiary)]
        if not donors:
            return None
    taught = [t for t in words if t.lemma_.lower() == "training" and is_of_receivers(scene, t)]
    if taught and scene.beneficiary not in scene.states(recipients):  # "training of Ukrainian soldiers in Britain"
        recipients = [Referent(scene.beneficiary)]
    return settle(scene, Gift(sentence, verb, frame, status, donors, recipients, words, mood))


def _is_caught(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Ordered a pause. Deliveries that were in the pipeline are affected": what is on its way, and a stop told just before reaches."""
    lead = scene.lead_gift
    told = next((a for a in verb.ancestors if a.pos_ == "VERB"), verb) if verb.dep_ == "relcl" else verb
    near = isinstance(lead, Gift) and lead.status in ("suspended", "withdrawn") and 0 < sentence.number - lead.sentence.number < MANY_LATER
    return near and is_passive(told) and told.lemma_ in ("affect", "hit", "concern", "cover", "freeze", "halt", "stop")


def _is_of_goods_given(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> bool:
    """ "Has sent ten carriers. The vehicles had been overhauled at home": what was done with goods before they were given."""
    lead = scene.lead_gift
    near = isinstance(lead, Gift) and lead.goods_named and 0 < sentence.number - lead.sentence.number <= 1
    same = bool(things) and all(t.pos_ == "PRON" or any(c.lower_ in ("the", "these") for c in t.lefts) for t in things)
    return near and same and is_passive(verb) and not agents(verb) and any(c.lower_ == "had" for c in children(verb, "aux"))


def without_given(words: list[Token]) -> list[Token]:
    """ "Ended the deliveries of its predecessor, which had given 13 jets": the words without those of what had been given before."""
    had = [t for t in words if t.pos_ == "VERB" and t.dep_ == "relcl" and any(c.lower_ == "had" for c in children(t, "aux"))]
    given = {t.i for verb in had for t in verb.subtree}
    return [t for t in words if t.i not in given]


def _is_moved(verb: Token) -> bool:
    """ "A motion to send tanks", "a proposal to increase support": what somebody only moves that others should decide."""
    return verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in MOTIONS


def _is_idea(verb: Token, things: list[Token]) -> bool:
    """ "Announced the idea of allocating a billion", "the idea of the Union allocating it": what is only thought of."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "of" else verb.head if verb.dep_ == "acl" else verb
    return above.lemma_.lower() in IDEAS or any(t.lemma_.lower() in IDEAS for t in things)


def _is_envisaged(verb: Token) -> bool:
    """ "The idea envisages raising 140 billion"."""
    return verb.dep_ in ("xcomp", "ccomp", "pcomp", "acl") and verb.head.lemma_ in ("envisage", "envision", "foresee", "involve")


def _are_words(verb: Token, things: list[Token]) -> bool:
    """Whether what comes is only promised ("pledges", "1.5 billion in new commitments", "most of the promises")."""
    told = [*things, *subjects(verb), *after(verb, "in")]
    return any(t.lemma_.lower() in ("pledge", "promise", "commitment") for thing in told for t in (thing, *after(thing, "in", "of")))


def _is_by_one_chamber(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether one house of a parliament passes it, so that the other has still to vote."""
    acting = actors_of(verb)
    houses = {w.id for w in scene.named(sentence, acting)} & CHAMBERS or {
        t.lemma_.lower() for t in acting if t.tag_ in ("NN", "NNP")
    } & HOUSES
    return len(houses) == 1


def _buyers(scene: Scene, gift: Gift) -> list[Referent]:
    """Who pays the maker, where only a firm is said to give ("under an order placed by Berlin", "financed by Norway")."""
    firms = [d for d in gift.donors if (actor := scene.pack.actor.get(d.id)) and actor.type == "company"]
    if not firms or len(firms) < len(gift.donors):
        return []
    paying = [t for t in gift.sentence.tokens if t.pos_ == "VERB" and t.lemma_ in PAYING]
    if funded := [i for t in gift.trigger.subtree if t.lower_ in FUNDED and (i := _before_hyphen(gift.sentence, t))]:
        return [Referent(i) for i in dict.fromkeys(funded) if i in scene.pack.actor]
    return [w for verb in paying for w in scene.named(gift.sentence, agents(verb)) if may_give(scene, w)]


def _before_hyphen(sentence: Sentence, word: Token) -> str | None:
    """ "A German-funded order", "an EU-financed contract": who stands before the hyphen."""
    before = word.doc[word.i - 2] if word.i > 1 and word.nbor(-1).text in ("-", "‑") else None
    mention = sentence.at.get(before.i) if before is not None else None
    return mention.id_of("adjective", "actor", "metonym") if mention else None


def _is_thanked(gift: Gift) -> bool:
    """Whether support at large is only thanked for."""
    if gift.goods_named or any(t.lemma_.lower() in CONCRETE for t in gift.words):
        return False
    if gift.trigger.dep_ == "relcl" and gift.mood is not None and gift.mood.tense in ("future", "progressive"):
        return False  # "thanked Norway, which will finance one system"
    return any(a.lemma_.lower() in ("thank", "thanks", "thankful", "grateful", "gratitude", "appreciate") for a in gift.trigger.ancestors)


def _without_makers(scene: Scene, donors: list[Referent]) -> list[Referent]:
    """The donors without the firms named beside a state ("signed by Germany and Rheinmetall")."""
    firms = [d for d in donors if (actor := scene.pack.actor.get(d.id)) and actor.type == "company"]
    return [d for d in donors if d not in firms] if 0 < len(firms) < len(donors) else donors


def _of_home(scene: Scene, donors: list[Referent]) -> list[Referent]:
    """The donors, with the "House of Representatives" of a text that never names America taken for that of the donor spoken of."""
    last = scene.discourse.state
    if not last or not {d.id for d in donors} & CHAMBERS or any(m.id_of(*AMERICAN) == "US" for s in scene.sentences for m in s.mentions):
        return donors
    return [Referent(last, inferred=True) if d.id in CHAMBERS else d for d in donors]


def _of_party(scene: Scene, donor: Referent) -> Referent:
    actor = scene.pack.actor.get(donor.id)
    return Referent(actor.country, inferred=True) if actor is not None and actor.type == "party" and actor.country else donor


def is_wished(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> bool:
    """Whether the one who is to receive only wants or hopes for it ("Kyiv hopes that the United States will provide it")."""
    above = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
    if frame.role == "receive" and not _is_bare_hope(sentence, verb):
        return False
    if above is None or above.lemma_ not in WISHING or verb.dep_ not in ("ccomp", "xcomp"):
        return False
    return scene.states(scene.named(sentence, subjects(above))) == [scene.beneficiary]


def _is_bare_hope(sentence: Sentence, verb: Token) -> bool:
    """ "Kyiv hopes to get more jets", and not "hopes to get them from Spain", which Spain may be thinking of."""
    hopes = verb.dep_ == "xcomp" and verb.head.lemma_ in ("hope", "hop", "wish", "dream", "pray", "want", "like", "love")
    named = [t for word in sentence.tokens[verb.i :] for t in after(word, "from") if t.pos_ == "PROPN"]
    return hopes and not named


def settle(scene: Scene, gift: Gift) -> Gift | None:
    """The gift with its donor filled in from the context where the sentence leaves it out; None if it is implausible."""
    us = scene.beneficiary
    if is_left_without(gift.trigger) or _is_thanked(gift) or is_own(scene, gift):
        return None
    if _is_receivers_own(scene, gift) or _is_by_firm(scene, gift) or _is_of_habit(gift):
        return None
    both = len(gift.donors) > 1 and not gift.recipients  # "Oslo's contribution was agreed by the ministers of Norway and Ukraine"
    if us in scene.states(gift.recipients) or both:
        gift.donors = [d for d in gift.donors if scene.namer.state_of(d.id) != us]
    gift.donors = _of_home(scene, _without_makers(scene, gift.donors))
    if gift.frame.role == "approve" or gift.goods_named:  # "Democrats and Republicans approved it"
        gift.donors = list(dict.fromkeys(_of_party(scene, d) for d in gift.donors))
    if buyers := _buyers(scene, gift):
        gift.donors, gift.status = buyers, "contracted" if gift.status == "pledged" else gift.status
    if not [s for s in scene.states(gift.donors) if s in scene.pack.actor]:
        infer_donor(scene, gift)
        if gift.frame.role == "receive" and us not in scene.states(gift.recipients):  # "Warsaw would get access to Ukrainian technology"
            gift.donors = [d for d in gift.donors if scene.namer.state_of(d.id) not in scene.states(gift.recipients)]
    givers = [s for s in scene.states(gift.donors) if s in scene.pack.actor]
    takers = [s for s in scene.states(gift.recipients) if s in scene.pack.actor]
    if givers and set(givers) <= {us} and us not in takers and not takers:
        return None
    if us in givers and set(takers) & ADVERSARIES:  # "sent 300 drones into Russia"
        return None
    if "RU" in givers or (set(givers) & ADVERSARIES and (us in takers or not takers)):
        return None
    if not takers and scene.focus < FOCUS and not scene.is_note:
        return None
    theirs = gift.frame.role == "earmark" and any(is_of_receivers(scene, t) for t in after(gift.trigger, "for", "to"))
    if not givers and us not in takers and not theirs and not (scene.is_note and any(t.i in gift.sentence.amount_at for t in gift.words)):
        return None
    if not givers and gift.trigger.dep_ == "acl" and not gift.goods_named:  # "the aid given to Ukraine is not enough"
        return None
    if gift.inferred_donor and us not in takers and _is_of_adversary(scene, gift):
        return None
    return None if is_opposed(scene, gift) or goes_elsewhere(scene, gift) else gift


def _is_of_habit(gift: Gift) -> bool:
    """ "The scheme under which allies buy American weapons": without a number, how a scheme works and no gift of its own."""
    verb = clause(gift.trigger)
    if not is_how_it_works(verb) or verb.head.lemma_.lower() in INSTRUMENTS:
        return False  # "a deal under which Norway will give"
    to_come = verb.i == gift.trigger.i and bool(children(verb, "aux"))
    return not to_come and not any(t.i in gift.sentence.number_at or t.i in gift.sentence.amount_at for t in gift.words)


def _is_receivers_own(scene: Scene, gift: Gift) -> bool:
    """ "Ukraine's generals are training its army", "Ukraine's own drones were supplied to three brigades": nobody else gives it."""
    if gift.donors or gift.frame.role not in OWN_DEEDS or gift.trigger.pos_ != "VERB":
        return False
    told = things_of(gift.trigger) if is_passive(gift.trigger) else subjects(gift.trigger)
    if is_passive(gift.trigger):
        told = [t for t in told if any(c.lower_ == "own" for c in t.children)]
    return bool(told) and all(scene.beneficiary in scene.states(owners_of(scene, gift.sentence, t)) for t in told)


def _is_by_firm(scene: Scene, gift: Gift) -> bool:
    """ "The Croatian army was trained by an American firm": no state gives what an unnamed firm does for others."""
    if gift.trigger.pos_ != "VERB" or scene.beneficiary in scene.states(gift.recipients) or not gift.recipients:
        return False
    acting = actors_of(gift.trigger)
    return bool(acting) and all(t.lemma_.lower() in FIRMS for t in acting)


def _is_of_adversary(scene: Scene, gift: Gift) -> bool:
    """Whether an adversary speaks of what may be its own ("Khrenin said that jets have been moved")."""
    said = attribution(scene, gift.sentence, gift.trigger)
    return said is not None and {scene.namer.state_of(who) for who in said[0]} <= ADVERSARIES


def _raised_to(sentence: Sentence, verb: Token, words: list[Token]) -> list[Token]:
    """ "Will raise its aid to 2.5 billion, 200 million more than last year": the words with the sum it is raised to, and no other."""
    ends = _sums_raised_to(sentence, verb)
    if not ends:
        return words
    return [t for t in words if t.i not in sentence.amount_at] + [t for end in ends for t in within(end)]


def _sums_raised_to(sentence: Sentence, verb: Token) -> list[Token]:
    if verb.lemma_ not in RAISING:
        return []
    bases = [w for c in verb.children if c.lower_ == "from" for w in (c, *children(c, "pobj"))]  # "from 60 million to 90 million"
    return [t for word in (verb, *bases) for t in after(word, "to") if t.i in sentence.amount_at]


def _is_concrete(sentence: Sentence, things: list[Token]) -> bool:
    """Whether what is announced is a package, a sum or goods rather than support at large."""
    words = [t for thing in things for t in within(thing)]
    return any(t.lemma_.lower() in CONCRETE or t.i in sentence.amount_at or sentence.item_of(t) for t in words)
