"""Who is told to be at an event by the clauses on its noun: "at which X will speak", "to which Y is sending Z", "presided over by X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children, conjuncts, spread
from promissory.extraction.kinds.meetings.company import speaks_for
from promissory.extraction.kinds.meetings.pairing import PARTNERS
from promissory.extraction.lexicon.events import GREAT, MEALS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import each_once, everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is done at an event, besides what is taken there.
ACTING = frozenset(
    "speak participate appear sit meet present address join gather come discuss be represent attend preside chair convene negotiate "
    "talk confer assemble debate agree decide announce pledge seat".split()
)
TAKEN = frozenset("part floor seat place stage stock".split())
#: How one goes to an event, is asked to it and is sent there.
GOING = frozenset("travel go fly come return head".split())
INVITING = frozenset("invite summon call convene ask".split())
SENDING = frozenset("send dispatch despatch delegate".split())
#: What a passive says of those after "by": that they lead it or are there, or that they hold it.
LEADING = frozenset("preside chair lead head attend address open moderate join conduct".split())
HOLDING = frozenset("host convene organise organize summon call initiate".split())
#: Verbs by which those of a clause after the event's noun bring it about for themselves.
PLANNING = frozenset("plan arrange schedule agree announce fix want seek discuss".split())
#: Verbs of a clause after the event's noun, whose own subject takes part.
SITTING = frozenset("hold have give attend chair co-chair join address lead open conduct host".split())


def told_on(scene: Scene, sentence: Sentence, noun: Token) -> tuple[list[Referent], list[Referent]]:
    """Those whom the clauses on an event's noun put there, and those who they say hold it."""
    present: list[Referent] = []
    hosts: list[Referent] = []
    for verb in _clauses(sentence, noun):
        here, holding = _by_clause(scene, sentence, verb)
        present += here
        hosts += holding
    return each_once(present), each_once(hosts)


def _clauses(sentence: Sentence, noun: Token) -> list[Token]:
    """The verbs of the relative clauses on a noun, those joined by "and" with them, and those that the parser hangs on a word beside it."""
    near = {noun.i, *(t.i for t in noun.subtree if t.i > noun.i and t.dep_ == "pobj"), *_above(noun)}
    found = [v for v in sentence.tokens[noun.i + 1 :] if v.dep_ == "relcl" and v.head.i in near]
    found += [v for v in noun.head.children if v.dep_ == "conj" and noun.dep_ in ("nsubj", "nsubjpass") and is_passive(v)]
    below = [v for first in found for v in (*conjuncts(first), *children(first, "advcl"))]  # "hosts at mid-month, to which Y is sending Z"
    return [v for v in below if v.pos_ in ("VERB", "AUX")]


def _above(noun: Token) -> set[int]:
    """ "At the centre of the summit, to which X is sending Y": the noun that the event's own hangs on."""
    return {noun.head.head.i} if noun.dep_ == "pobj" and noun.head.lower_ == "of" else set()


def _by_clause(scene: Scene, sentence: Sentence, verb: Token) -> tuple[list[Referent], list[Referent]]:
    where = _preposition(verb)
    if is_passive(verb) and agents(verb):
        doers = everyone(scene, sentence, agents(verb))
        return (doers if verb.lemma_ in LEADING else []), (doers if verb.lemma_ in HOLDING else [])
    doers = everyone(scene, sentence, [s for s in subjects(verb) if s.tag_ not in ("WDT", "WP") and s.i != verb.head.i])
    if where == "to":
        if verb.lemma_ in SENDING:
            return [r for r in everyone(scene, sentence, spread(children(verb, "dobj"))) if r.person], []
        return (doers if verb.lemma_ in GOING else []), (doers if verb.lemma_ in INVITING else [])
    doers = [d for d in doers if not d.vague]
    together = where == "during" and sum(r.person for r in doers) > 1
    return (doers if where and (_acts(verb) or together) else []), []


def _preposition(verb: Token) -> str:
    """The preposition before "which", "at" for "where", "during" for "in the course of"."""
    for token in (t for t in verb.subtree if t.i < verb.i):
        if token.lower_ == "where":
            return "at"
        if token.lower_ == "which" and token.dep_ == "pobj":
            over = token.head.head
            return "during" if over.lower_ == "course" else token.head.lower_
    return ""


def _acts(verb: Token) -> bool:
    taken = verb.lemma_ in ("take", "have", "make", "deliver", "give") and any(
        o.lemma_ in TAKEN | {"speech", "address"} for o in children(verb, "dobj")
    )
    return verb.lemma_ in ACTING or taken


def held_in(scene: Scene, sentence: Sentence, noun: Token) -> tuple[list[Referent], list[Referent]]:
    """ "A session that X held with Y", "the session, which X was to have chaired": who held it, and with whom."""
    clauses = [v for v in noun.children if v.dep_ == "relcl"]
    great = noun.lemma_.lower() in GREAT  # whoever hosts a summit need not sit there
    verbs = [v for c in clauses for v in (c, *children(c, "xcomp")) if v.lemma_ in SITTING and not (great and v.lemma_ == "host")]
    acting = [t for v in verbs for t in subjects(v) if t.i != noun.i]
    # "the summit that X and Y had planned": several who plan one are to sit there
    planned = [t for v in clauses if v.lemma_ in PLANNING for t in subjects(v) if t.i != noun.i]
    acting += planned if sum(r.person for r in everyone(scene, sentence, planned)) > 1 else []
    return everyone(scene, sentence, acting), everyone(scene, sentence, [t for v in verbs for t in after(v, "with", "for")])


def of_partners(noun: Token) -> list[Referent]:
    """ "A gathering of the countries that arm Ukraine", "a meeting of officials from about 40 countries", "of donors"."""
    if any(_is_of_all(t) for t in after(noun, "of")):
        return [Referent("EU")]
    given = ("for",) if noun.lemma_.lower() in MEALS else ()
    found = [
        t
        for t in after(noun, "of", "from", *given)
        if t.lemma_.lower() in PARTNERS or any(p.lemma_.lower() in PARTNERS for p in after(t, "from", "of"))
    ]
    if not found and given and any(t.tag_ == "NNS" and speaks_for(t) and not t.lefts for t in after(noun, *given)):
        return [Referent("partners", vague=True)]  # "a dinner for heads of state and government"
    return [Referent("partners", vague=True)] if found else []


def in_format(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "The next meeting in the Ramstein format"."""
    formats = [t for t in after(noun, "in") if t.lemma_.lower() == "format"]
    return everyone(scene, sentence, formats) or [r for t in formats for r in owners(scene, sentence, t)]


def _is_of_all(noun: Token) -> bool:
    """ "The 27 heads of state and government", "all 27 member states": those of the European Union."""
    words = {c.lower_ for c in noun.lefts}
    return bool(words & {"27", "twenty-seven"}) and bool(words & {"the", "all"}) and (noun.lemma_.lower() in PARTNERS or speaks_for(noun))
