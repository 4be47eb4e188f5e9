"""Finding proposals in turns that leave somebody little choice: deadlines, pressure, tasks, plans and bills that would have them act."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, subjects
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.kinds.matters.addressing import foreigners, is_house
from promissory.extraction.kinds.proposals.pleas import urge
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is put on somebody, or made, to have them act; the verbs that do it; the word that follows.
PRESSES = {
    "pressure": (frozenset("put pile heap exert increase apply keep ramp step raise build mount place turn maintain".split()), "on"),
    "case": (frozenset(("make", "press", "put", "argue")), "for"),
    "ultimatum": (frozenset("issue give send deliver set".split()), "to"),
    "demand": (frozenset("issue make put".split()), "on"),
}
SENDS = frozenset("send submit make put transmit address present".split())
LIMITS = frozenset("deadline day week hour month until time".split())
#: Verbs with whom they bid as their object and the act behind a preposition.
INTO = {"with": frozenset(("task", "charge", "entrust")), "into": frozenset("pressure push press talk goad coax prod bully badger".split())}
#: Papers that say what would be done, and how those who made them are told.
PAPERS = frozenset("bill motion resolution plan proposal blueprint amendment legislation peace draft formula".split())
MADE = frozenset("sponsor introduce draft propose table submit present put author write back draw devise prepare circulate unveil".split())
#: What a paper does that would have somebody act.
BINDS = frozenset(
    "require oblige force compel bar ban ask impose seize order allow commit give cede see call demand cut freeze create set transfer "
    "grant provide authorise authorize enable direct prohibit end leave limit cap recognise recognize".split()
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of proposals that a sentence makes by pressing somebody to act."""
    for token in sentence.tokens:
        told = _pressed(token) or _timed(token) or _tasked(token) if token.pos_ == "VERB" else []
        if token.pos_ != "VERB" or not (told or token.lemma_ in BINDS) or scene.mood(sentence, token).negated:
            continue
        if told:
            draft = urge(scene, sentence, token, actors_of(token), told, "urge") if _is_somebody(scene, sentence, token, told) else None
            yield from [draft] if draft else []
        elif draft := _from_paper(scene, sentence, token):
            yield draft
    yield from _requests(scene, sentence)


def _requests(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "Biden's request to Congress for $61 billion", "sent Congress a request for more": a government before its own parliament."""
    for noun in (t for t in sentence.tokens if t.lemma_ == "request" and t.pos_ == "NOUN"):
        verb = noun.head if noun.dep_ == "dobj" and noun.head.lemma_ in SENDS else None
        told = after(noun, "to") + ([*children(verb, "dative"), *after(verb, "to")] if verb is not None else [])
        houses = [t for t in told if any(is_house(scene, w.id) for w in scene.named(sentence, [t]))]
        owners = subjects(verb) if verb is not None else children(noun, "poss")
        if houses and owners and scene.beneficiary not in scene.states(scene.named(sentence, owners)):
            draft = urge(scene, sentence, noun, owners, houses, "noun")
            yield from [draft] if draft else []


def _is_somebody(scene: Scene, sentence: Sentence, verb: Token, told: list[Token]) -> bool:
    """Whether those pressed are somebody, and no servants of whoever presses them."""
    own = any(c.tag_ == "PRP$" for t in told for c in t.lefts)
    return bool(scene.named(sentence, actors_of(verb))) and not own and bool(foreigners(scene, sentence, verb, told))


def _deeds(verb: Token, hosts: list[Token]) -> list[Token]:
    """The infinitives that say what is to be done."""
    near = [d for h in (verb, *hosts) for d in h.children if d.tag_ == "VB" and d.dep_ in ("advcl", "xcomp", "acl", "relcl", "ccomp")]
    return [d for d in near if d.i > verb.i and any(c.lower_ == "to" and c.dep_ == "aux" for c in d.children)]


def _pressed(verb: Token) -> list[Token]:
    """ "Put pressure on Y to act", "made the case for Y to act", "issued an ultimatum to Y to act"."""
    for noun in children(verb, "dobj"):
        verbs, link = PRESSES.get(noun.lemma_.lower(), (frozenset(), ""))
        if verb.lemma_ in verbs and (deeds := _deeds(verb, [noun, *after(noun, link), *after(verb, link)])):
            return after(noun, link) or after(verb, link) or spread(s for d in deeds for s in children(d, "nsubj"))
    return []


def _timed(verb: Token) -> list[Token]:
    """ "Gave Y until Friday to act", "gave Y 50 days to act", "set a deadline for Y to act"."""
    if verb.lemma_ not in ("give", "set"):
        return []
    objects = children(verb, "dobj")
    limit = [n for n in (*objects, *children(verb, "npadvmod")) if n.lemma_.lower() in LIMITS]
    until = any(c.lower_ == "until" for c in children(verb, "prep"))
    if not (limit or until) or not (deeds := _deeds(verb, objects)):
        return []
    whom = [t for t in (*children(verb, "dative"), *objects) if t not in limit and t.pos_ != "ADP"]
    return spread(whom) or after(verb, "to") or spread(s for d in deeds for s in children(d, "nsubj"))


def _tasked(verb: Token) -> list[Token]:
    """ "Tasked Y with drawing up a plan", "pressured Y into lifting its veto"."""
    for link, verbs in INTO.items():
        if verb.lemma_ in verbs and any(t.tag_ == "VBG" for t in after(verb, link)):
            return spread(children(verb, "dobj"))
    return []


def _from_paper(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "The bill, sponsored by X, would impose tariffs", "the American plan would require Y to act"."""
    if verb.lemma_ not in BINDS or verb.dep_ == "relcl" or not any(c.lower_ in ("would", "will") for c in children(verb, "aux")):
        return None
    paper = next((s for s in subjects(verb) if s.lemma_.lower() in PAPERS), None)
    if paper is None:
        return None
    drawn = [a for c in children(paper, "acl", "relcl") if c.lemma_ in MADE for a in agents(c) or children(c, "nsubj")]
    named = children(paper, "poss") or after(paper, "by", "from") or drawn
    named = named or ([paper] if scene.namer.modifier(sentence, paper) else [])
    told = [t for t in children(verb, "dobj") if _deeds(verb, [t])]
    return urge(scene, sentence, verb, named, told, "plan") if named else None
