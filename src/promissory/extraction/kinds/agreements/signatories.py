"""Those who met as the parties of what they sign: "where an agreement was signed", "the ministers also signed", "their governments'"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import introducer
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.agreements.instruments import INKING, Reading
from promissory.extraction.kinds.agreements.papers import is_signed
from promissory.extraction.kinds.agreements.partnering import MEDIATING
from promissory.extraction.lexicon.events import GATHERINGS, TALKS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns for a pause in a war, and verbs by which it is over.
TRUCES = frozenset("ceasefire truce moratorium armistice".split())
ENDED = frozenset("expire end collapse lapse".split())
#: What papers are signed at the end of, and the words before it.
EVENTS = GATHERINGS | TALKS | {"visit"}
CLOSING = frozenset("following after during at of upon on".split())
#: What stands beside "followed" when it has no object.
LATER = frozenset("suit soon later day evening afternoon morning week month year".split())
#: Those who met, without their names.
MET = frozenset("minister president leader premier side delegation party man woman politician statesman official".split())


def is_at_meeting(noun: Token) -> bool:
    """ "X received Y at the palace, where an agreement was signed": those who met are the parties."""
    verb = noun.head
    where = any(c.lower_ == "where" for c in verb.children) or bool({"after", "at", "during"} & _before_which(verb))
    return noun.dep_ == "nsubjpass" and verb.dep_ == "relcl" and where


def _before_which(verb: Token) -> set[str]:
    """ "Held talks, after which a pact was signed": the prepositions before "which"."""
    return {c.lower_ for c in verb.children if c.dep_ == "prep" and any(p.lower_ == "which" for p in children(c, "pobj", "pcomp"))}


def goes_along(verb: Token) -> bool:
    """ "Will do so soon", "France followed the same evening", "Britain had made a start", "Denmark came first": one more that signs."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "acomp", "dobj", "attr")}
    if verb.lemma_ == "do":
        same = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] == ["the", "same"]
        return same or (verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in ("so", "likewise"))
    if verb.lemma_ == "follow":
        others = any(c.lower_ not in ("on", "in", "at") for c in children(verb, "prep"))
        return verb.pos_ == "VERB" and verb.tag_ != "VBG" and not is_passive(verb) and not others and words <= LATER
    if verb.lemma_ in INKING and any(c.lower_ in ("theirs", "one", "ones", "its", "his", "hers") for c in children(verb, "dobj")):
        return not any(after(t, "with", "between") for t in (verb, *children(verb, "dobj")))  # "Estonia will conclude theirs soon"
    return (verb.lemma_ in ("come", "be") and "first" in words) or (verb.lemma_ == "make" and "start" in words)


def makes_peace(noun: Token) -> bool:
    """ "A peace deal", "a ceasefire agreement", "a truce": what ends or stops the war."""
    words = {c.lower_ for c in noun.lefts}
    if words & {"any", "no", "every", "such"}:
        return False
    return noun.lemma_.lower() in TRUCES or bool(words & {"peace", "ceasefire", "truce", "armistice"})


def who_met(scene: Scene, sentence: Sentence, reading: Reading) -> list[Referent]:
    """Those who met, where they are the ones who sign without being named."""
    if _by_those_who_met(reading) and reading.verb is not None and (here := _met_where(scene, sentence, reading.verb)):
        return here
    if _is_theirs(reading) or _by_those_who_met(reading):
        return [Referent(i, inferred=True) for i in scene.discourse.together]
    return _told_as_meeting(scene, sentence, reading)


def _met_where(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Will hold talks with X in Paris, where, an aide said, the two will sign a pact": those of the clause that "where" goes back to."""
    clause = next((v for v in (verb, *verb.ancestors) if v.dep_ == "relcl" and any(c.lower_ == "where" for c in v.children)), None)
    above = next((a for a in clause.ancestors if a.pos_ == "VERB"), None) if clause is not None else None
    if above is None:
        return []
    withs = [t for w in (above, *children(above, "dobj")) for t in after(w, "with")]
    people = everyone(scene, sentence, [*subjects(above), *children(above, "dobj"), *withs])
    return people if len(scene.states(people)) > 1 else []


def _told_as_meeting(scene: Scene, sentence: Sentence, reading: Reading) -> list[Referent]:
    """ "A memorandum was signed following the talks", "as a result of X's meeting with Y, a pact was signed": those who met sign."""
    verb = reading.verb
    if verb is None or not is_signed(verb) or not is_passive(verb) or agents(verb):
        return []
    events = [t for t in sentence.tokens if t.lemma_.lower() in EVENTS and introducer(t) in CLOSING]
    named = [r for e in events for r in (*owners(scene, sentence, e), *everyone(scene, sentence, after(e, "between", "with", "of", "by")))]
    if events and len(scene.states(named)) < 2:
        named = [Referent(i, person=i in scene.pack.person, inferred=True) for i in scene.discourse.together]
    return named if len(scene.states(named)) > 1 else []


def meeting_of(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """Those who meet in the clause that "where" goes back to, if there are several."""
    verb = next((a for a in noun.head.ancestors if a.pos_ == "VERB"), None)
    people = everyone(scene, sentence, [*subjects(verb), *children(verb, "dobj"), *after(verb, "with")]) if verb is not None else []
    return people if len(scene.states(people)) > 1 else []


def with_whom_named(scene: Scene, sentence: Sentence, reading: Reading) -> list[Referent]:
    """ "I met with X, and we signed an agreement": the author and whoever was named last before in the sentence."""
    author = scene.discourse.author
    verb = reading.verb
    if verb is None or not is_signed(verb) or not scene.discourse.says_i or not any(s.lower_ == "we" for s in subjects(verb)):
        return []
    told = [m.id_of("person", "surname") for m in sentence.mentions if m.end <= verb.idx]
    others = [p for p in told if p and p != author]
    return [Referent(str(author), person=True, inferred=True), Referent(others[-1], person=True)] if author and others else []


def _by_those_who_met(reading: Reading) -> bool:
    """ "The ministers also signed a letter of intent", "was signed by the two", "they signed": a plural that names nobody."""
    signers = actors_of(reading.verb) if reading.verb is not None and is_signed(reading.verb) else []
    return any(s.lower_ in ("they", "them", "both", "two") or (s.tag_ == "NNS" and s.lemma_ in MET and not after(s, "of")) for s in signers)


def is_of_both_sides(noun: Token, reading: Reading) -> bool:
    """ "The grain deal brokered by Ankara", "the moratorium on strikes has expired": what stands between the two sides of the war."""
    another = any(c.lower_ in ("any", "no") for c in noun.lefts) or bool(after(noun, "between", "with"))
    if reading.verb is None or another:
        return False
    over = noun.lemma_.lower() in TRUCES and noun.dep_ == "nsubj" and reading.verb.lemma_ in ENDED and reading.verb.tag_ in ("VBD", "VBN")
    return over or (reading.verb.lemma_ in MEDIATING and is_passive(reading.verb))


def host_of(scene: Scene, sentence: Sentence, reading: Reading) -> list[Referent]:
    """ "Was in Kyiv to sign a deal": the state whose capital a guest signs in."""
    verb = reading.verb
    if verb is None or not is_signed(verb):
        return []
    above = [v for v in (verb, *verb.ancestors) if v.pos_ in ("VERB", "AUX")][:2]
    spots = [m for v in above for t in after(v, "in", "to") if (m := sentence.at.get(t.i))]
    return [Referent(i, inferred=True) for m in spots if (i := m.id_of("metonym")) and i in scene.pack.actor and m.id_of("place")][:1]


def _is_theirs(reading: Reading) -> bool:
    """ "Their governments' signing of a memorandum"."""
    return any(t.lower_ in ("their", "our") for n in reading.nouns for c in n.lefts for t in (c, *c.lefts))


def firm_told_of(scene: Scene, sentence: Sentence, noun: Token, known: list[Referent]) -> Referent | None:
    """ "Vlk plans a plant in Ukraine. The memorandum was signed in Oslo": the firm from abroad that the text was speaking of."""
    actors = [scene.pack.actor.get(who.id) for who in known]
    if any(a is None or (a.id != scene.beneficiary and a.country != scene.beneficiary) for a in actors):
        return None
    acted = [scene.pack.actor.get(who.id) for who in scene.discourse.last_subject(sentence.number, noun.i, person=False)]
    firms = [a for a in acted if a is not None and a.type == "company" and a.country != scene.beneficiary]
    return Referent(firms[0].id, inferred=True) if len(firms) == 1 else None
