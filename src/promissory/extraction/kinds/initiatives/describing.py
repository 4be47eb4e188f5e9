"""Schemes without a name, known by what is said of them: "under a plan championed by Delft", "his country's initiative to buy shells"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.initiatives.coordinating import FOCUS, initiative_draft
from promissory.extraction.kinds.initiatives.schemes import FOUNDING, HOSTILE, LEADING, PROPOSING, lead_of, scheme_verb
from promissory.extraction.lexicon.ventures import SCHEMES
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns of what one side does for others or with them.
DONE_FOR = SCHEMES | frozenset("plan project instrument effort drive operation model roadmap".split())
#: Those that are only thought of until they are founded or run.
THOUGHTS = frozenset("plan project roadmap".split())
#: What is said of one that somebody has thought up and wants.
WANTED = PROPOSING | frozenset("champion push promote favour favor back brainchild moot circulate submit present".split())
#: What a scheme has done that is no mere thought any more.
YIELDING = frozenset("draw attract gather unite deliver raise secure supply yield collect fund finance buy enlist win pool".split())
#: What a campaign of arms is for.
STRIKING = frozenset("seize capture annex invade attack destroy damage strike hit bomb cripple degrade disrupt weaken wreck".split())
#: What is planned of journeys, talks and wars, and is no scheme.
ASIDE = STRIKING | frozenset(
    "visit meet travel go attend end stop run divide withdraw leave resign hold reform sell raise cut freeze ban block return "
    "replace".split()
)
#: Modifiers of what supports nobody.
OTHER = frozenset(
    "nuclear election electoral political government peace ceasefire invasion attack sanctions russian moscow belarusian kremlin "
    "no any".split()
)
#: Words after a scheme that say by whom it is done ("a Danish-run scheme").
DONE_BY = frozenset("led run backed sponsored brokered organised organized funded financed managed coordinated".split())


def find_described(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of schemes that their own phrase tells apart: by whom it is, and what it is for."""
    for noun in sentence.tokens:
        if noun.lemma_.lower() not in DONE_FOR or noun.pos_ != "NOUN" or noun.tag_ == "NNS" or sentence.at.get(noun.i):
            continue
        holder = noun.head if noun.dep_ == "compound" and noun.head.lower_ == "run" else noun  # "a scheme run by": taken for a noun
        if (noun.dep_ in ("compound", "nmod") and holder is noun) or modifiers(noun) & OTHER:
            continue
        if not (_is_basis(holder) or _has_aim(scene, sentence, noun) or modifiers(noun) & DONE_BY):
            continue
        lead = [s for s in _authors(scene, sentence, noun, holder) if s != "partners" or noun.lemma_.lower() == "coalition"]
        if lead and not set(lead) & HOSTILE and (draft := _draft(scene, sentence, noun, lead)):
            yield draft


def is_of_strikes(noun: Token) -> bool:
    """ "Launched a campaign to destroy the supply lines": what it is for gives nobody anything."""
    return noun.lemma_ == "campaign" and any(c.lemma_ in STRIKING for c in children(noun, "acl", "relcl"))


def _is_basis(noun: Token) -> bool:
    """ "Under a plan of theirs, …": what the rest of the sentence goes on to tell."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.pos_ in ("VERB", "AUX")


def _has_aim(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """Whether it is told what is done under it or with it, for whom or with what goods."""
    clauses = [c for c in noun.children if (c.dep_ == "relcl" and _is_by_it(c)) or (c.dep_ in ("acl", "relcl") and _is_purpose(c))]
    if noun.dep_ == "dobj":  # "joined the initiative to put together a system": the parser hangs the purpose on the verb
        clauses += [c for c in children(noun.head, "advcl") if _is_purpose(c) and c.left_edge.i == noun.i + 1]
    clauses = [
        c
        for c in clauses
        if (_is_by_it(c) or c.lemma_ not in ASIDE) and not (noun.lemma_.lower() in THOUGHTS and _gives(scene, sentence, c))
    ]
    inside = {t.i for c in clauses for t in c.subtree} | {t.i for f in after(noun, "for") for t in within(f)}
    named = [m for m in sentence.mentions if inside & {t.i for t in sentence.tokens_of(m)}]
    return any(m.id_of("item") or scene.beneficiary in (n.id for n in m.names) for m in named)


def _gives(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "A plan to send 14 jets": a gift that is planned, and no scheme."""
    given = [frame for t, frame in triggers(scene.pack, sentence, "commitment") if t.i == verb.i]
    return any(frame.role in ("give", "disburse", "offer") for frame in given)


def _is_by_it(clause: Token) -> bool:
    """ "Under which", "by which", "through which", "out of which", "whereby"."""
    words = [t for t in clause.subtree if t.i < clause.i]
    return any(t.tag_ in ("WDT", "WP") and t.dep_ == "pobj" for t in words) or any(t.lower_ == "whereby" for t in words)


def _is_purpose(clause: Token) -> bool:
    return clause.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def _authors(scene: Scene, sentence: Sentence, noun: Token, holder: Token) -> list[str]:
    """Whose the scheme is: who runs or wants it, whose name stands before it, who acts in the clause that tells of it."""
    told = [v for n in (noun, *children(noun, "appos")) for v in children(n, "acl", "relcl")] + _loose_participles(noun)
    by = [t for v in told if is_passive(v) or v.tag_ in ("VBN", "VBD") for t in (*agents(v), *after(v, "by"))]
    by += after(holder, "by") if holder is not noun else []
    if lead := states_in(scene, sentence, by):
        return lead
    if lead := lead_of(scene, sentence, noun):
        return lead
    wanting = [v for v in told if children(v, "nsubj") and v.lemma_ in WANTED | LEADING | FOUNDING]  # "a plan that Paris has pushed"
    acting = wanting or [v for v in told if v.dep_ == "relcl" and _is_by_it(v)]
    return [s for v in acting for s in states_in(scene, sentence, subjects(v)) if s != scene.beneficiary]


def _loose_participles(noun: Token) -> list[Token]:
    """ "Under the scheme, agreed by the two", "under another, Light, run by Delft": participles wherever the parser hangs them."""
    main = noun.head.head if _is_basis(noun) else None
    end = main.i if main is not None and main.i > noun.i else min(len(noun.doc), noun.i + 3)
    between = [t for t in noun.doc[noun.i + 1 : end] if t.tag_ in ("VBN", "VBD") and t.lemma_ in WANTED | LEADING | FOUNDING]
    return [t for t in between if not children(t, "nsubj", "aux") and (agents(t) or after(t, "by"))]


def _draft(scene: Scene, sentence: Sentence, noun: Token, lead: list[str]) -> Draft | None:
    verb = scheme_verb(noun)
    wanted = any(v.lemma_ in WANTED for v in (*children(noun, "acl", "relcl"), *_loose_participles(noun)))
    thought = wanted or (noun.lemma_.lower() in THOUGHTS and not (verb is not None and verb.lemma_ in FOUNDING | LEADING))
    thought = thought or bool(modifiers(noun) & {"proposed", "possible", "draft"})
    above = noun.head if noun.dep_ in ("dobj", "nsubj", "nsubjpass") else verb
    mood = scene.mood(sentence, above) if above is not None and above.pos_ == "VERB" else None
    if mood is not None and mood.negated and not mood.awaited:
        return None
    if above is not None and mood is not None and noun.dep_ == "dobj" and above.lemma_ in FOUNDING:
        if mood.under("refuse") or (mood.conditional and not mood.under("consider")):
            return None
        thought = thought or mood.under("consider")
    if mood is not None and noun.dep_ == "nsubj" and above is not None and above.lemma_ in YIELDING and mood.is_done:
        thought = False  # "the plan to buy shells has drawn in 15 nations"
    status = "announced" if modifiers(noun) & {"planned", "upcoming"} else "proposed" if thought else "active"
    draft = initiative_draft(scene, sentence, noun, status, "described")
    draft.add("lead", lead)
    inside = {t.i for t in noun.subtree}
    helps = any(scene.beneficiary in (n.id for n in m.names) for m in sentence.mentions)
    goods = any(m.id_of("item") and inside & {t.i for t in sentence.tokens_of(m)} for m in sentence.mentions)
    if helps or scene.focus > FOCUS:
        draft.add("beneficiary", [scene.beneficiary])
    draft.features |= {"founded": verb is not None, "helps": helps or goods, "basis": _is_basis(noun)}
    return draft
