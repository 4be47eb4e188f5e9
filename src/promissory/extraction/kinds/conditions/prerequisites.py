"""Conditions told as what comes first: reforms needed for membership, deliveries that must wait, who cannot join as things are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.lexicon.callings import BLOCS
from promissory.extraction.lexicon.goods import AID, FUNDS, PAYMENTS
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What somebody has to do at home before others go on.
EFFORTS = frozenset(
    "reform progress anti-corruption corruption judiciary legislation law modernisation modernization effort measure".split()
)
NEEDED = frozenset("necessary vital essential needed required crucial key indispensable prerequisite".split())
#: Papers and steps without which something cannot go ahead; consents are read by `consents`.
PERMITS = frozenset("permit licence license clearance check inspection certificate test vote signature".split())
#: What it opens the way to.
GOALS = AID | frozenset("membership accession integration join reconstruction path negotiation talks financing".split())
#: What has to wait.
WAITING = frozenset("wait hinge".split())
#: What is granted after a duty has been done.
GRANTS = FUNDS | PAYMENTS | frozenset("access review membership accession candidacy".split())
#: Who has to act at home for what is granted, where no country is named.
LAWGIVERS = frozenset("parliament authority government cabinet legislature lawmaker".split())
JOINING = frozenset("join enter accede".split())
WISHING = frozenset("want wish hope intend aim seek".split())
#: What is done to those who are let in, or is not.
ADMITTING = frozenset("admit invite accept include integrate".split())
OFFERING = frozenset("give offer extend grant".split())
NOBODY = frozenset(("nobody", "none"))
#: Any country whatever, so that the supported one is meant too.
ANYONE = NOBODY | {"country", "nation", "state", "candidate", "applicant"}
OBLIGING = frozenset("require oblige commit bind".split())
CARRYING = frozenset("implement carry conduct pursue continue advance undertake fulfil fulfill meet deliver strengthen reform".split())
#: What obliges somebody on paper.
SCHEMES = AGREEMENTS | frozenset(
    "programme program loan plan facility memorandum law fund package project operation mechanism framework candidacy membership "
    "charter rule".split()
)
#: What is done with goods whose use is restricted.
USING = frozenset("use fly fire employ deploy spend direct station operate".split())
#: What somebody comes by who has done his part.
GAINING = frozenset("receive get obtain secure join enter accede unlock qualify access draw".split())
MUST = frozenset("must have need".split())
UNITS = frozenset("euro dollar pound crown krone zloty hryvnia million billion".split())


def find_prerequisites(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The conditions of a sentence that no "if" or "on condition" opens."""
    for token in sentence.tokens:
        if token.lower_ in NEEDED:
            yield from (*_needed(scene, sentence, token), *_comes_first(scene, sentence, token))
        elif token.pos_ == "VERB" and is_for_payment(token):
            yield from _owes(scene, sentence, token)
        elif token.lower_ == "if" and token.dep_ == "mark":
            yield from _if_it_is_to(scene, sentence, token)
        elif token.lemma_ in WAITING and token.pos_ == "VERB":
            yield from _waits(scene, sentence, token)
        elif token.lemma_ in OBLIGING and token.pos_ == "VERB":
            yield from _obliges(scene, sentence, token)
        elif token.lemma_ in CARRYING and token.pos_ == "VERB" and _is_undertaken(token):
            yield from _undertakes(scene, sentence, token)
        elif token.pos_ in ("VERB", "AUX"):
            yield from (*_cannot_join(scene, sentence, token), *_restricted(scene, sentence, token))


def _if_it_is_to(scene: Scene, sentence: Sentence, mark: Token) -> Iterator[Draft]:
    """ "Kyiv must adopt the law if it is to receive the money", "has to reform if the bank is to pay", "if it wants to join"."""
    clause_, main = mark.head, mark.head.head
    aims = [c for c in clause_.children if c.dep_ == "xcomp" and any(t.lower_ == "to" for t in c.children)]
    duty = (main, main.head) if main.dep_ == "xcomp" else (main,)
    bound = any(c.lower_ in ("must", "should") for v in duty for c in v.children) or any(v.lemma_ in ("have", "need") for v in duty)
    wished = clause_.lemma_ in WISHING and any(a.lemma_ in GAINING | {"keep", "retain", "become"} for a in aims)
    if not (clause_.lemma_ == "be" or wished) or not aims or not bound or scene.mood(sentence, main).negated:
        return
    doers = subjects(main) or subjects(main.head)
    doers = subjects(clause_) if wished and all(t.pos_ == "PRON" for t in doers) else doers
    on = [s for s in scene.states(everyone(scene, sentence, doers)) if s in scene.pack.actor]
    if wished:
        whose = scene.states(everyone(scene, sentence, subjects(clause_))) or on
        if on and set(whose) <= set(on):
            yield draft_condition(scene, sentence, mark, "stated", on, [], "if it is to")
        return
    gains = any(a.lemma_ in GAINING for a in aims)
    gaining = scene.states(everyone(scene, sentence, subjects(clause_))) if gains else []
    giving = [] if gains else subjects(clause_)
    giving = [*giving, *(t for a in aims for word in (a, *things_of(a)) for t in after(word, "from"))]
    setters = [s for s in scene.states(everyone(scene, sentence, giving)) if s in scene.pack.actor and s not in on]
    if on and (setters or gains) and set(gaining) <= set(on):  # who gets it is the one that must act
        yield draft_condition(scene, sentence, mark, "stated", on, setters, "if it is to")


def _comes_first(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "A permit is required before the jets can leave": whoever has to give or do what comes first, else who gives."""
    verb = word if word.tag_ == "VBN" else word.head
    opened = [c for c in children(verb, "advcl") if any(m.lower_ == "before" for m in c.lefts) and children(c, "aux", "auxpass")]
    dues = [t for t in subjects(verb) if t.lemma_.lower() in PERMITS]
    if not opened or not dues or not any(m.lower_ in ("can", "could", "may") for c in opened for m in c.lefts):
        return
    on = scene.states(owners(scene, sentence, dues[0])) or [s for s in (scene.discourse.state,) if s]
    if on and not scene.mood(sentence, verb).negated:
        yield draft_condition(scene, sentence, word, "stated", on, [], "comes first")


def _needed(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "These reforms are necessary for Ukraine's accession", "key reforms needed to advance its integration"."""
    efforts = [*subjects(word.head), *subjects(word), *([word.head] if word.dep_ in ("acl", "amod", "relcl") else [])]
    marks = [t for t in (*word.children, *word.head.children) if t.i > word.i and (t.lower_ in ("for", "to") or t.tag_ == "VB")]
    aim = [t for m in marks for t in m.subtree if t.lemma_.lower() in GOALS]
    if not aim or not any(t.lemma_.lower() in EFFORTS for e in efforts for t in (e, *e.subtree)):
        return
    on = [s for e in efforts for s in scene.states(owners(scene, sentence, e)) if s in scene.pack.actor]
    yield draft_condition(scene, sentence, word, "stated", on or [scene.beneficiary], [], "needed")


def _waits(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Deliveries would have to wait for the training of pilots"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    due = any(c.lower_ == "must" for c in verb.children) or (above is not verb and above.lemma_ in MUST)
    terms = after(verb, "for", "on")
    if due and terms and not any(c.dep_ == "neg" for v in (verb, above) for c in v.children):
        whose = [who for term in terms for who in owners(scene, sentence, term)]
        on = [s for s in scene.states([*everyone(scene, sentence, terms), *whose]) if s in scene.pack.actor]
        yield draft_condition(scene, sentence, verb, "stated", on or [scene.beneficiary], [], "waits")


def is_for_payment(verb: Token) -> bool:
    """ "For the next review Kyiv must appoint", "to receive the money it has to pass a law": a duty before something that is granted."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    if not (any(c.dep_ == "aux" and c.lower_ == "must" for c in verb.children) or (above is not verb and above.lemma_ in MUST)):
        return False
    aims = [c for v in (verb, above) for c in children(v, "advcl") if c.lemma_ in GAINING and any(k.lower_ == "to" for k in c.children)]
    aims += [c for v in (verb, above) for t in after(v, "in") if t.lower_ == "order" for c in children(t, "acl") if c.lemma_ in GAINING]
    got = [t for a in aims for t in things_of(a)]
    gained = got + [t for v in (verb, above) for t in after(v, "for")]
    return any(_is_sum(t) for t in got) or any(t.lemma_.lower() in GRANTS | {"aid"} or t.lower_ in ("nato", "eu", "bloc") for t in gained)


def _is_sum(token: Token) -> bool:
    """ "The next 3 billion euros"."""
    return token.lemma_.lower() in UNITS and any(c.like_num or c.pos_ == "NUM" for c in token.lefts)


def _owes(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    on = [s for s in scene.states(everyone(scene, sentence, subjects(verb))) if s in scene.pack.actor]
    authorities = any(t.lemma_.lower() in LAWGIVERS for t in subjects(verb))
    if on := on or ([scene.beneficiary] if authorities else []):
        yield draft_condition(scene, sentence, verb, "stated", on, [], "owes")


def _obliges(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The programme requires Ukraine to raise taxes", "Kyiv is obliged to reform": who is obliged has to act."""
    inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB"), None)
    if inner is None or scene.mood(sentence, verb).negated:
        return
    what = {t.lemma_.lower() for t in (*agents(verb), *subjects(verb))}
    bound = things_of(verb) or subjects(inner)
    on = [s for s in scene.states(everyone(scene, sentence, bound)) if s in scene.pack.actor]
    if not on and what & GRANTS and any(t.lemma_.lower() in LAWGIVERS for t in bound):
        on = [scene.beneficiary]  # "the next tranche will require that parliament adopt a law"
    if on and (is_passive(verb) or what & (SCHEMES | GRANTS)):
        setters = [s for t in subjects(verb) if not is_passive(verb) for s in scene.states(owners(scene, sentence, t))]
        yield draft_condition(scene, sentence, verb, "stated", on, setters, "obliges")


def _is_undertaken(verb: Token) -> bool:
    """ "Is committed to implementing", "undertook to carry out"."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head if verb.dep_ == "xcomp" else None
    return above is not None and above.lemma_ in ("commit", "undertake", "pledge", "committed", "promise", "agree", "oblige")


def _undertakes(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Ukraine is committed to implementing its reforms": what the supported country has to do for the support."""
    efforts = [t for o in things_of(verb) for t in o.subtree if t.lemma_.lower() in EFFORTS | {"standard", "condition", "recommendation"}]
    on = scene.states(everyone(scene, sentence, subjects(verb)))
    if efforts and on == [scene.beneficiary]:
        yield draft_condition(scene, sentence, verb, "stated", on, [], "undertakes")


def _restricted(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The aircraft may be flown only over Ukraine", "the missiles must not be used against Russia"."""
    if verb.lemma_ not in USING or not is_passive(verb):
        return
    mood = scene.mood(sentence, verb)
    bound = mood.modal in ("may", "must", "can") or (mood.modal == "will" and verb.lemma_ == "use")
    strict = any(t.lower_ in ("only", "solely", "exclusively") for c in verb.children for t in (c, *c.children))
    if bound and (strict or mood.negated) and any(sentence.at.get(t.i) for t in things_of(verb)):
        yield draft_condition(scene, sentence, verb, "stated", [scene.beneficiary], [], "restricted")


def _cannot_join(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "A country at war cannot become a member of the alliance", "no country can be admitted while it is at war"."""
    joins = verb.lemma_ in JOINING or (verb.lemma_ == "become" and any(t.lemma_ == "member" for t in verb.subtree))
    joins = joins or (verb.lemma_ in ADMITTING and is_passive(verb))
    joins = joins or (verb.lemma_ in OFFERING and is_passive(verb) and _offers_invitation(verb))
    if not joins or (mood := scene.mood(sentence, verb)).modal not in ("can", "could", "may"):
        return
    none = any(c.lower_ == "no" for s in subjects(verb) for c in s.lefts) or any(s.lower_ in NOBODY for s in subjects(verb))
    if not (mood.negated or none):
        return
    whose = scene.states(everyone(scene, sentence, subjects(verb)))
    ours = scene.beneficiary in whose or (not whose and any(s.lemma_.lower() in ANYONE for s in subjects(verb)))
    bodies = _blocs_joined(sentence, verb)
    if ours and bodies:
        yield draft_condition(scene, sentence, verb, "stated", [scene.beneficiary], bodies[:1], "cannot join")


def _blocs_joined(sentence: Sentence, verb: Token) -> list[str]:
    """The blocs that are the goal of joining: "join NATO", "be admitted to the bloc", "a member of the alliance"."""
    goals = [*children(verb, "dobj", "attr", "oprd", "dative"), *after(verb, "to", "into", "of")]
    goals += [i for g in goals for i in (*after(g, "of", "to", "into", "in", "from"), *children(g, "compound", "nmod"))]
    names = [n for g in goals if (m := sentence.at.get(g.i)) for n in m.names]
    ids = [n.id.split("_")[0].upper() if n.type == "topic" else n.id for n in names]  # "a NATO member" is of the topic "nato_membership"
    named = [i for i in ids if i in ("NATO", "EU")]
    return named + [BLOCS[g.lemma_.lower()] for g in goals if g.lemma_.lower() in BLOCS and any(c.lower_ == "the" for c in g.lefts)]


def _offers_invitation(verb: Token) -> bool:
    return any(t.lemma_.lower() in ("invitation", "membership") for t in verb.subtree)
