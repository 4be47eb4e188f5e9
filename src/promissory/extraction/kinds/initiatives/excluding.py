"""What has the noun of a scheme and is none of support: firms, crews, visits, goods, what is for another state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What makes a group one that supports somebody.
GROUPS = frozenset("contact working coordination coordinating donor task ramstein steering expert joint high-level".split())
#: What makes a force one that several send.
FORCES = frozenset(
    "task rapid reassurance protection "
    "multinational stabilisation stabilization peacekeeping expeditionary monitoring deterrence joint".split()
)
#: Missions that come to look and to talk.
VISITING = frozenset("imf review expert fact-finding staff monitoring observer trade diplomatic combat rescue".split())
#: What pilots are who fly.
FLYING = frozenset("former fighter marine drone jet helicopter test ukrainian american danish dutch young retired".split())
#: Talks of joining have frameworks that are no schemes of support.
JOINING = frozenset("accession membership negotiation".split())
#: What is done with a scheme by those who run it, and with a crew by those who lead it.
RUNNING = frozenset("lead spearhead coordinate head organise organize steer join run co-lead pool launch mount".split())


def is_part_of_name(sentence: Sentence, noun: Token) -> bool:
    """Whether the word belongs to the name of goods, of a post or of an office ("air defence systems", "State Property Fund")."""
    mention = sentence.at.get(noun.i)
    proper = noun.pos_ == "PROPN" and mention is not None and mention.id_of("actor") is not None
    if noun.lemma_.lower() in ("force", "contingent") and modifiers(noun) & FORCES:
        return False
    return proper or (mention is not None and mention.id_of("item", "title") is not None)


def is_none(noun: Token) -> bool:
    """A group that is a firm, a unit or a bank; a plan of which nothing is said."""
    words = modifiers(noun)
    if noun.lemma_.lower() == "group":
        return not (words & GROUPS or _is_guided(noun))
    if noun.lemma_.lower() == "pilot" and (noun.tag_ == "NNS" or words & FLYING or children(noun, "appos")):
        return True
    if noun.lemma_.lower() == "mission" and words & VISITING:
        return True
    if noun.lemma_.lower() == "system" and noun.tag_ == "NNS":
        return True  # goods
    if noun.lemma_.lower() == "team" and noun.dep_ == "dobj" and noun.head.lemma_ in RUNNING and not is_told(noun):
        return True  # "X, who leads the Ukrainian team": those who negotiate
    if noun.lemma_.lower() in ("force", "contingent"):
        leading = [v for c in children(noun, "relcl") for v in (c, *children(c, "xcomp")) if v.lemma_ in ("lead", "command", "head")]
        led = any(s.pos_ == "PROPN" for v in leading for s in subjects(v))  # "a force that Paris will lead"
        return noun.tag_ in ("NNS", "NNPS") or not (words & FORCES or led)
    plain = any(c.lower_ == "the" for c in noun.lefts) and not any(c.dep_ in ("amod", "compound", "prep", "acl") for c in noun.children)
    sort = any(c.dep_ == "compound" and c.tag_ == "NN" for c in noun.lefts)  # "a drone alliance"
    if noun.lemma_.lower() == "alliance" and (plain or not (is_told(noun) or sort)):  # "the alliance" is NATO
        return True
    if noun.lemma_.lower() in ("system", "project") and plain:  # "agreed to replace the system": goods; "who runs the project"
        return True
    if {t.lemma_.lower() for t in noun.subtree} & JOINING:
        return True
    named = noun.tag_ == "NNP" and any(c.dep_ == "compound" and c.tag_ == "NNP" for c in noun.lefts)  # "the Internal Resilience Plan"
    bare = any(c.lower_ in ("the", "this", "that", "his") for c in noun.lefts) and not (named or is_told(noun))
    return noun.lemma_.lower() == "plan" and bare and not words & {"aid", "recovery", "reconstruction", "support", "assistance"}


def _is_guided(group: Token) -> bool:
    """ "The group that buys interceptors under German guidance": one that does something for others, and under somebody."""
    doing = [v for v in children(group, "relcl") if any(c.tag_ == "WDT" and c.dep_ == "nsubj" for c in v.children)]
    return any(t.lemma_.lower() in ("guidance", "leadership", "command", "chairmanship", "lead") for v in doing for t in after(v, "under"))


def is_for_others(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "A growth plan for Moldova": for another state than the one that is supported."""
    named = scene.states(everyone(scene, sentence, after(noun, "for")))
    states = [s for s in named if s in scene.pack.actor and scene.pack.actor[s].type == "state"]
    return bool(states) and scene.beneficiary not in states


def leads_itself(scene: Scene, lead: list[str]) -> bool:
    """Whether nobody but a coalition of the pack is told to lead it."""
    return len(lead) == 1 and scene.pack.actor[lead[0]].type == "coalition"


def is_told(noun: Token) -> bool:
    """Whether something is said of what the scheme is for."""
    sized = any(t.text[:1] in "€$£" or t.lemma_ in ("euro", "dollar") for o in after(noun, "of") for t in o.subtree)  # "a fund of €100bn"
    sized = sized or any(c.lower_ == "worth" or c.text[:1] in "€$£" for c in (*noun.children, *noun.lefts))  # "a $100bn fund"
    return sized or any(c.dep_ in ("relcl", "acl") or (c.dep_ == "prep" and c.lower_ in ("for", "under")) for c in noun.children)


def is_abroad(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "Runs social programmes in Israel": where another state than the one supported is said to have it."""
    spots = [w.id for w in scene.named(sentence, after(noun, "in", "across", "throughout"))]
    return any(i in scene.pack.actor and scene.pack.actor[i].type == "state" and i != scene.beneficiary for i in spots)
