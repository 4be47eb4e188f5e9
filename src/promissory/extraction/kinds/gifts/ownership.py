"""What a state does for itself, with its own forces or for the world, in texts that only mention the receiver: no gift to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children, clause
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.matters.givers import owners
from promissory.extraction.kinds.matters.support import SUPPORT_NOUNS
from promissory.extraction.lexicon.events import GATHERINGS, TALKS
from promissory.extraction.lexicon.forces import SOLDIERS, UNITS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scanning.gating import schemes_of
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.kinds.gifts.reading import Gift
    from promissory.extraction.words import Token

#: Those who are sent or moved and stay their own state's.
FORCES = (
    SOLDIERS
    | UNITS
    | frozenset(
        "personnel force servicemember battlegroup contingent garrison headquarters post fleet carrier destroyer frigate warship unit "
        "corps rotation reinforcement".split()
    )
)
#: What makes of carriers goods.
ARMOURED = frozenset(("armoured", "armored", "personnel"))
#: What a state strengthens of its own.
STANDING = frozenset(
    "presence posture footprint readiness deterrence flank stationing deployment border frontier fortification wall".split()
)
#: Verbs of placing one's own.
PLACING = frozenset("deploy redeploy station position base rotate relocate mobilise mobilize".split())
#: What states spend on for themselves.
ARMED = frozenset("defence defense military army force forces navy security bundeswehr rearmament armament".split())
SPENDING = frozenset("spending expenditure outlay budget".split())
#: What a state does to its own.
RENEWING = frozenset("modernisation modernization overhaul expansion upgrade renewal replenishment backfill replacement restocking".split())
RESTOCKING = frozenset("replace replenish refill restock backfill".split())
#: What makes a mention of the receiver the topic of a war only.
WAR = frozenset(
    "war invasion aggression conflict attack assault offensive onslaught fighting crisis occupation annexation border frontier action "
    "operation incursion buildup situation fight battle".split()
)
#: Where the receiver is only what is talked about ("ahead of a meeting on Ukraine").
DEBATES = GATHERINGS | TALKS | frozenset("debate council question speech vote".split())
#: What a state has along its edges.
EDGES = frozenset("border frontier coast coastline territory airspace soil".split())
OWN_PLACES = frozenset("flank baltics europe border frontier region alliance asia pacific arctic balkans".split())


def is_own(scene: Scene, gift: Gift) -> bool:
    """Whether a state moves, arms or pays only itself, or another that is not the receiver."""
    if scene.beneficiary in scene.states(gift.recipients) or gift.frame.role in ("train", "training", "stop", "cancel"):
        return False
    if names_receiver(scene, gift.sentence):
        return _is_for_self(scene, gift)
    if _is_for_self(scene, gift) or _is_own_spending(gift) or _is_for_everybody(gift):
        return True
    if _is_own_purchase(scene, gift) or _strengthens_its_own(gift) or _is_replaced(scene, gift):
        return True
    if not _is_forces(gift):
        return False
    gift.recipients = gift.recipients or _hosts(scene, gift)
    return not gift.recipients


def _is_own_purchase(scene: Scene, gift: Gift) -> bool:
    """ "Poland signed a contract for 250 tanks after Russia attacked Ukraine": named only as the place of the war, nobody buys for it."""
    return gift.frame.role == "order" and gift.sentence.names(scene.beneficiary)


def _hosts(scene: Scene, gift: Gift) -> list[Referent]:
    """Those on whose soil forces are stationed: states after "to" or "in", the alliance where only its flank is named."""
    words = _around(gift)
    named = [
        r for r in scene.named(gift.sentence, [h for t in words for h in after(t, "to", "in", "into")]) if not r.vague and not r.person
    ]
    hosts = [r for r in named if r.id in scene.pack.actor and r.id != scene.beneficiary and r not in gift.donors]
    own = any(r.id == "NATO" for r in gift.donors)  # "NATO will double its troops along the eastern flank"
    if hosts or own or not any(t.lemma_.lower() in ("flank", "baltics", "baltic") for t in words):
        return hosts
    return [Referent("NATO")]


def names_receiver(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence names the receiver otherwise than as the place of the war ("Russia's war on Ukraine")."""
    schemes = schemes_of(scene.pack, frozenset((scene.beneficiary,)))
    for mention in sentence.mentions:
        if mention.id_of("framework") in schemes:  # "contributions to the Prioritised Ukraine Requirements List"
            return True
        if mention.id_of("actor", "metonym", "adjective", "demonym") != scene.beneficiary:
            continue
        head = sentence.head_of(mention)
        if head is not None and not _is_theatre(head):
            return True
    return False


def is_taken_by_others(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Poland's army will receive its first helicopters under a $10 billion deal": somebody else's own."""
    found = triggers(scene.pack, sentence, "commitment")
    taking = any(t.i == verb.i and frame.role == "receive" for t, frame in found)
    acting = subjects(verb)
    takers = scene.states([*scene.named(sentence, acting), *owners(scene, sentence, acting)])
    return taking and bool(takers) and scene.beneficiary not in takers


def _is_theatre(head: Token) -> bool:
    """ "The war in Ukraine", "the Ukraine conflict", "its border with Ukraine"."""
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    above = head.head.head if head.dep_ == "pobj" else head.head
    discussed = head.dep_ == "pobj" and head.head.lower_ in ("on", "about") and above.lemma_.lower() in DEBATES
    return above.lemma_.lower() in WAR or discussed


def _around(gift: Gift) -> list[Token]:
    known = {t.i: t for t in (*gift.words, *gift.trigger.subtree)}
    return [known[i] for i in sorted(known)]


def _is_for_self(scene: Scene, gift: Gift) -> bool:
    """ "For its own air force", "to backfill its own stocks", "for the modernisation of the Bundeswehr"."""
    if any(_is_end(t.head) or _is_aim(t.head) for t in clause(gift.trigger).subtree if t.lower_ == "own"):
        return True
    if any(_is_edge(t) for t in clause(gift.trigger).subtree):
        return True
    verb = gift.trigger.head if gift.trigger.dep_ == "nsubjpass" else None  # "1.7 billion was earmarked for the replacement of the guns"
    for token in [*_around(gift), *(after(verb, "for", "to", "on") if verb is not None else [])]:
        if token.lemma_.lower() in RENEWING and token.dep_ == "pobj" and token.head.lower_ in ("for", "to", "on"):
            whose = scene.states(scene.named(gift.sentence, after(token, "of") + children(token, "poss")))
            if scene.beneficiary not in whose and not is_of_receivers(scene, token):
                return True
    return False


def is_of_receivers(scene: Scene, work: Token) -> bool:
    """ "Training of Ukrainian crews", "repair of Ukraine's grid": of what is the receiver's, whose name may stand in that of a topic."""
    actor = scene.pack.actor[scene.beneficiary]
    own = {*actor.adjectives, actor.name}
    return any(c.text in own for t in after(work, "of", "for") for c in t.lefts)


def _strengthens_its_own(gift: Gift) -> bool:
    """ "Is strengthening its own air defence with a billion"."""
    verb = gift.trigger if gift.trigger.pos_ == "VERB" else gift.trigger.head
    owned = [t for t in children(verb, "dobj") if any(c.lower_ == "own" for c in t.children)]
    return verb.lemma_ in AIMED and any(c.dep_ == "poss" and c.tag_ == "PRP$" for t in owned for c in t.children)


def _is_replaced(scene: Scene, gift: Gift) -> bool:
    """ "Spent 8 billion on replacing what it gave away", "to replenish stocks": money for one's own, and not "windows in Kharkiv"."""
    verbs = [t for t in clause(gift.trigger).subtree if t.lemma_ in RESTOCKING and t.tag_ in ("VBG", "VB")]
    verbs = [v for v in verbs if not lies_with_receiver(scene, gift.sentence, v)]
    held = {v.head.head.i if v.dep_ == "pcomp" else v.head.i for v in verbs if v.dep_ in ("pcomp", "advcl", "acl", "xcomp")}
    return bool(held) and (len(gift.sentence.amounts) < 2 or bool(held & {t.i for t in gift.words}))


def lies_with_receiver(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a place of the receiver is named behind a verb."""
    behind = {t.i for t in clause(verb).subtree if t.i > verb.i}
    places = [m.id_of("place") for m in sentence.mentions if any(t.i in behind for t in sentence.tokens_of(m))]
    return any(place and scene.pack.country_of.get(place) == scene.beneficiary for place in places)


def _is_edge(noun: Token) -> bool:
    """ "Along its border with Belarus"."""
    placed = noun.dep_ == "pobj" and noun.head.lower_ in ("along", "on", "at", "near")
    return placed and noun.lemma_.lower() in EDGES and any(c.lower_ in ("its", "their", "our") for c in noun.children)


def _is_end(noun: Token) -> bool:
    """Whether a noun is what a purpose is about ("to replenish its own stocks")."""
    verb = noun.head
    if noun.dep_ == "nsubjpass" and verb.lemma_ in AIMED:  # "its own stocks are being refilled"
        return True
    return noun.dep_ == "dobj" and verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp", "acl") and verb.lemma_ in AIMED


def _is_aim(noun: Token) -> bool:
    """Whether a noun is what something is for, not what it comes from ("from its own stocks")."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("for", "on", "in", "into") and noun.lemma_.lower() not in ("soil", "right", "way")


#: What one does to one's own stocks and forces.
AIMED = frozenset(
    "backfill replenish refill restock replace modernise modernize strengthen bolster boost expand equip rebuild protect defend".split()
)


def _is_forces(gift: Gift) -> bool:
    """Whether forces are moved, or a presence is strengthened: they stay those of their own state."""
    if any(t.lemma_.lower() in ("trainer", "instructor", "adviser", "advisor") for t in gift.words):
        return False
    heads = [t for t in gift.words if t.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj", "ROOT", "attr", "conj")]
    if gift.trigger.lemma_.lower() in PLACING or any(a.lemma_.lower() in PLACING for a in gift.trigger.ancestors):
        return True
    if any(t.lemma_.lower() in STANDING and t.dep_ != "pobj" for t in heads if t.head.dep_ != "pobj" or t.dep_ != "conj"):
        return True
    goods = {t.i for t in heads if t.lemma_ == "unit" and gift.sentence.item_of(t)}  # "cogeneration units"
    own = [t for t in heads if t.i not in goods and not any(c.lower_ in ARMOURED for c in t.lefts)]
    acting = {t.i for s in subjects(gift.trigger) if s not in own for t in s.subtree}  # "the country, a member of NATO in western Europe"
    return any(t.lemma_.lower() in FORCES for t in own) and any(_is_elsewhere(gift.sentence, t) for t in _around(gift) if t.i not in acting)


def _is_elsewhere(sentence: Sentence, token: Token) -> bool:
    """Whether a word is a place that forces are sent to: the flank, Europe, a state."""
    if token.lemma_.lower() in OWN_PLACES:
        return True
    mention = sentence.at.get(token.i)
    placed = token.dep_ == "pobj" and token.head.lower_ in ("to", "in", "into", "at")
    return placed and mention is not None and mention.id_of("actor", "metonym", "place") is not None


def _is_for_everybody(gift: Gift) -> bool:
    """ "Food assistance worldwide", "to address hunger across the globe"."""
    words = list(clause(gift.trigger).subtree)
    if any(t.lower_ in ("worldwide", "globally") for t in words):
        return True
    return any(t.lower_ in ("world", "globe") and t.dep_ == "pobj" and t.head.lower_ in ("around", "across", "throughout") for t in words)


def is_own_budget(noun: Token) -> bool:
    """ "NATO's budget is 2.5 billion", "the defence budget amounts to 90 billion": not "its aid budget"."""
    said = {c.lemma_.lower() for c in noun.children}
    owned = any(c.dep_ == "poss" for c in noun.children) and not said & SUPPORT_NOUNS.keys() - ARMED
    return noun.lemma_.lower() in SPENDING and (bool(said & ARMED) or owned)


def _is_own_spending(gift: Gift) -> bool:
    """ "Two per cent of GDP on defence", "three percent of its output", "an increase of the defence budget"."""
    words = _around(gift)
    shares = [t for t in words if (n := gift.sentence.number_at.get(t.i)) is not None and n.unit == "percent"]
    if shares or any(t.text in ("GDP", "GNI") for t in words):
        return any(t.lemma_.lower() in ARMED for t in words)
    budgets = [t for t in words if t.lemma_.lower() in SPENDING]
    return any(c.lemma_.lower() in ARMED for t in budgets for c in t.children)
