"""Points of a plan told one by one ("First, Ukraine should …"): whose plan it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: How a sentence opens that tells the next point.
POINTS = frozenset("first firstly second secondly third thirdly fourth fourthly fifth sixth seventh finally lastly next".split())
PLANS = frozenset(
    "plan blueprint formula proposal roadmap road-map initiative demand recommendation point condition letter paper programme program "
    "vision list manifesto strategy declaration resolution peace scheme agenda".split()
)
TERMS = frozenset("term message demand line position answer advice verdict request".split())
LAYS = frozenset("present unveil outline set lay publish propose list put reveal name offer detail draw release introduce".split())
#: How many sentences before may tell of the plan.
REACH = 8


def planners(scene: Scene, sentence: Sentence) -> list[str]:
    """Who made the plan that a sentence tells a point of; nobody where it tells none."""
    if not sentence.tokens:
        return []
    if (here := _before_colon(scene, sentence)) or sentence.tokens[0].lower_ not in POINTS:
        return here
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - REACH), -1):
        before = scene.sentences[number]
        for noun in (t for t in before.tokens if t.lemma_.lower() in PLANS and t.pos_ in ("NOUN", "PROPN")):
            if who := scene.named(before, _makers(noun)):
                return list(dict.fromkeys(w.id for w in who if not w.vague))
    return []


def _before_colon(scene: Scene, sentence: Sentence) -> list[str]:
    """ "Putin set out his terms: Ukraine must …", "the message from Warsaw was clear: Berlin should …": whose terms they are."""
    colon = next((t.i for t in sentence.tokens if t.text == ":"), None)
    told = (PLANS | TERMS) - {"condition"}  # conditions are claims of their own
    nouns = [t for t in sentence.tokens[:colon] if t.lemma_.lower() in told and t.pos_ == "NOUN"] if colon else []
    return [w.id for n in nouns[:1] for w in scene.named(sentence, _makers(n)) if not w.vague]


def _makers(noun: Token) -> list[Token]:
    """Whose plan it is: its possessor, whoever it is by, or whoever laid it out."""
    laid = subjects(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ in LAYS else []
    drawn = [a for verb in children(noun, "acl") for a in agents(verb)]
    return children(noun, "poss") or drawn or after(noun, "by", "from", "of") or laid
