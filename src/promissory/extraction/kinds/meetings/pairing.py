"""Who meets whom where the verb of meeting does not say it itself: rows of "with", "the two", plans for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.meetings.company import speaks_for
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.events import EXCHANGES
from promissory.extraction.names.abreast import listed_after
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns for those whom two states send to one another.
SIDES = frozenset("side party delegation team negotiator".split())
#: Nouns for those who met or were named before ("the two men spoke again").
PEOPLE = frozenset("leader president minister man woman politician statesman premier".split())
#: Words before a plural that stands for those told before ("the two leaders", not "European leaders").
KNOWN = frozenset("the two three four both these all our their".split())
#: Nouns of those who support without being named.
PARTNERS = frozenset("country nation state ally partner donor supporter backer".split())
#: Words between one talk and the next, and talks of which one follows another.
THEN = frozenset("and that then later also afterwards separately next this".split())
#: Verbs of telling somebody to do something.
INSTRUCTING = frozenset("instruct direct task order commission".split())
#: What the members of the G7 are called.
RICH = frozenset("democracy economy power".split())


def rows_met(sentence: Sentence, verb: Token) -> list[list[Referent]]:
    """ "Met with X to discuss the plan, with Y to review it, and with Z": the people after each "with"."""
    withs = [t for t in sentence.tokens[verb.i + 1 :] if t.lower_ == "with" and t.dep_ in ("prep", "conj")]
    opening = [w for n, w in enumerate(withs) if n == 0 or w.nbor(-1).text in (",", ";") or w.nbor(-1).lower_ == "and"]
    rows = [listed_after(sentence, w) for w in opening]
    return rows if all(rows) else []


def rows_after(sentence: Sentence, noun: Token, met: list[Referent]) -> list[list[Referent]]:
    """ "Had a call with X and, immediately after that, with Y": the people of each further "with"."""
    withs = [t for t in sentence.tokens[noun.i + 1 :] if t.lower_ == "with" and t.nbor(-1).lower_ in THEN]
    known = {r.id for r in met}
    rows = [listed_after(sentence, w) for w in withs] if noun.tag_ == "NN" and noun.lemma_.lower() in EXCHANGES else []
    return [row for row in rows if row and not known & {r.id for r in row}]


def two_before(scene: Scene, verb: Token) -> list[Referent]:
    """The only two people of the sentence before, whom "the two" are."""
    number = next((s.number for s in reversed(scene.sentences) if s.tokens and s.tokens[0].doc is verb.doc), 0)
    before = scene.sentences[number - 1] if number else None
    named = list(dict.fromkeys(p for m in before.mentions if (p := m.id_of("person", "surname")))) if before is not None else []
    return [Referent(p, person=True, inferred=True) for p in named] if len(named) == 2 else []


def _is_two(people: Token) -> bool:
    """ "The two men": as many as they are, without a word of which."""
    return people.lemma_ in PEOPLE and {c.lower_ for c in people.lefts} == {"the", "two"}


def planned_for(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Plans for X to meet Y"."""
    return everyone(scene, sentence, after(verb.head, "for")) if verb.dep_ == "acl" and verb.tag_ == "VB" else []


def instructed(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Instructed X to speak with Y": X, who is told to."""
    told = children(verb.head, "dobj", "dative") if verb.dep_ == "xcomp" and verb.head.lemma_ in INSTRUCTING else []
    return [r for r in everyone(scene, sentence, told) if r.person]


def theirs(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "The allies agreed on it when their leaders met", "approved by EU leaders when they met": those of the clause above."""
    above = verb.head if verb.dep_ == "advcl" else None
    own = subjects(verb)
    if above is not None and any(s.lower_ == "they" for s in own):
        acting = agents(above)
        return everyone(scene, sentence, [a for a in acting if a.i < verb.i and (a.tag_ == "NNS" or len(acting) > 1)])
    if above is None or not any(s.tag_ == "NNS" and speaks_for(s) and any(c.lower_ == "their" for c in s.lefts) for s in own):
        return []
    told = everyone(scene, sentence, actors_of(above))
    return [Referent(r.id, inferred=True) for r in told if not r.person]


def met_before(scene: Scene, verb: Token) -> list[Referent]:
    """ "They met", "the leaders will meet again": those who met last."""
    subject = next(
        (t for t in subjects(verb) if t.lower_ in ("they", "both", "two") or t.lemma_ in PEOPLE or t.lemma_ in SIDES),
        None,
    )
    paired = subject is not None and (subject.lower_ in ("two", "both", "pair") or _is_two(subject))
    if paired and (two := two_before(scene, verb)):
        return two
    if subject is None or subject.tag_ not in ("NNS", "PRP", "DT", "CD") or any(c.lower_ not in KNOWN for c in subject.lefts):
        return []
    if subject.lemma_ in SIDES and scene.discourse.sides:
        return [Referent(i, inferred=True) for i in scene.discourse.sides]
    return [Referent(i, person=i in scene.pack.person, inferred=True) for i in scene.discourse.together]


def from_countries(people: list[Token]) -> list[Referent]:
    """ "Advisers from about 40 countries met", "hosted leaders of 30 states": those who support, without a name."""
    plural = [s for s in people if s.tag_ in ("NNS", "NNPS") and (speaks_for(s) or s.lemma_.lower() in PERSON_NOUNS)]
    many = [
        t
        for s in plural
        for t in (*after(s, "from", "of"), *(p for c in children(s.head, "prep") if c.i == s.i + 1 for p in children(c, "pobj")))
    ]
    many += [t for m in many for t in after(m, "of", "from")]  # "the chiefs of staff of some 30 countries"
    if any(t.lemma_.lower() in RICH and {c.lower_ for c in t.lefts} & {"six", "seven"} for t in many):
        return [Referent("G7")]
    return [Referent("partners", vague=True)] if any(t.lemma_.lower() in PARTNERS for t in many) else []


def both_above(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "A promise that X made to Y when they met": the two people of the clause above, who acts and who is spoken to or acted on."""
    when = verb.dep_ == "relcl" and any(c.lower_ == "when" for c in verb.children)  # hung on the name before it
    above = next((a for a in verb.ancestors if a.pos_ == "VERB"), None) if verb.dep_ == "advcl" or when else None
    if above is None or not any(t.lower_ in ("they", "both") for t in subjects(verb)):
        return []
    named = [(m, i) for m in sentence.mentions if (i := m.id_of("person", "surname"))]
    there = [Referent(i, person=True, inferred=True) for m, i in named if above.idx < m.start < verb.idx]
    here = [r for r in everyone(scene, sentence, [t for t in actors_of(above) if t.i < verb.i]) if r.person]
    return [*here, *there] if len({r.id for r in (*here, *there)}) == len(here) + len(there) == 2 and here else []


def together_here(sentence: Sentence, verb: Token) -> list[Referent]:
    """ "X apologised to Y when they met": the people named in the sentence so far."""
    if not any(t.lower_ in ("they", "both", "two", "pair") for t in subjects(verb)):
        return []
    named = [p for m in sentence.mentions if m.end <= verb.idx and (p := m.id_of("person", "surname"))]
    return [Referent(p, person=True, inferred=True) for p in dict.fromkeys(named)] if len(set(named)) > 1 else []


def told_above(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "X arrived on his first visit since the war began and met Y": the parser joins "met" to the clause before it."""
    if verb.dep_ != "conj" or children(verb, "nsubj"):
        return []
    root = next((t for t in verb.ancestors if t.dep_ == "ROOT"), None)
    return [r for r in everyone(scene, sentence, subjects(root)) if r.person] if root is not None else []


def aside_of(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "X had little contact with Y, speaking with him once": whom the main clause is about, wherever the parser hangs "speaking"."""
    root = next((t for t in verb.ancestors if t.dep_ == "ROOT"), None)
    aside = verb.tag_ == "VBG" and verb.dep_ == "advcl" and root is not None
    return [r for r in everyone(scene, sentence, subjects(root)) if r.person] if aside and root is not None else []
