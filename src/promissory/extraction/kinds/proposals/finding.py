"""Finding proposals: who urges, recommends or demands that somebody act, and who says that somebody should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.matters.addressing import foreigners, is_owed
from promissory.extraction.kinds.matters.asking import ask_for_others, fills_gap, is_put_to_house
from promissory.extraction.kinds.proposals.answering import answers, answers_to_last, is_answered
from promissory.extraction.kinds.proposals.demanding import actors_in, from_demanding, is_urged
from promissory.extraction.kinds.proposals.obliging import DEONTIC, from_modal, from_need
from promissory.extraction.kinds.proposals.pitching import from_planning, is_yet_to_be_made
from promissory.extraction.kinds.proposals.pleas import KIND, are_goods, finish, urge
from promissory.extraction.kinds.proposals.straying import (
    REDUCED,
    behind_insertion,
    behind_setting,
    is_taken_for_adjective,
    is_torn,
    letter_of,
)
from promissory.extraction.kinds.proposals.wishing import from_wanting
from promissory.extraction.lexicon.callings import SUPPORTERS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.backing import PARTNERS

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is asked for with these verbs is a need ("asked Berlin to help").
AIDS = frozenset("help support assist aid back arm equip fund".split())
NEEDS = frozenset("need importance urgency necessity".split())
CAUSES = frozenset(
    "invitation proposal plan initiative formula resolution bid membership application idea candidacy bill amendment accession tribunal "
    "ceasefire truce sanction summit declaration agenda conference talks motion text statement call law bill package deal".split()
)
#: Others of one's own kind, abroad.
PEERS = frozenset("counterpart colleague peer neighbour neighbor fellow".split())
#: What guests are invited to do.
CALLS_IN = frozenset("visit come tour".split())
DEEDS = ("xcomp", "ccomp", "advcl")
ADDRESSES = frozenset(("call", "appeal", "plead"))
#: Verbs that urge only with an infinitive ("told Russia to stop").
TELLS = frozenset(("tell", "warn", "order", "command", "ask"))
#: What one asks for to be done, not to be had.
ACTS = frozenset(
    "step measure action decision response sanction session investigation inquiry tribunal moratorium ceasefire truce ban vote review "
    "role briefing account audit debate hearing control clarification disclosure transparency seat say voice reform "
    "referendum embargo boycott resolution extension exemption withdrawal release inclusion".split()
)
#: Verbs that urge by an object alone ("urged restraint").
SELF_STANDING = frozenset(("urge", "encourage"))


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of proposals in a sentence; of two by the same, one inside what the other urges, the one that says whom is kept."""
    found = list(_find(scene, sentence))
    found += answers_to_last(scene, sentence, [*scene.urged[-1:], *found])
    scene.urged.extend(d for d in found if d.status == "made")
    told = [d for d in found if not _is_of_some(d)]
    return (d for d in told if not any(_is_inside(sentence, d, other) for other in told if other is not d))


def _is_of_some(draft: Draft) -> bool:
    """ "Some member states advocate closer cooperation": what nobody in particular wants of nobody in particular."""
    return draft.parties.get("by") == [PARTNERS] and not draft.parties.get("to")


def _is_inside(sentence: Sentence, draft: Draft, other: Draft) -> bool:
    """Whether a draft that tells nobody to act urges only what another, inside or around it, urges too."""
    if draft.parties.get("to") or not other.parties.get("to") or draft.parties.get("by") != other.parties.get("by"):
        return False
    one, two = _hook(sentence, draft), _hook(sentence, other)
    if one is None or two is None:
        return False
    paper = two.dep_ == "acl" and two.head.dep_ == "dobj" and two.head.head.i == one.i  # "tabled a motion calling on the government"
    return paper or (two.dep_ == "ccomp" and two.head.i == one.i)


def _hook(sentence: Sentence, draft: Draft) -> Token | None:
    return next((t for t in sentence.tokens if sentence.bounds(t) == draft.trigger), None)


def _find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    yield from answers(scene, sentence)
    urging: set[int] = set()
    for token, frame in triggers(scene.pack, sentence, KIND):
        if token.dep_ in ("xcomp", "ccomp") and token.head.i in urging:
            continue  # "invite the Commission to propose measures", "proposed that Kyiv be invited"
        build = BUILDERS.get(frame.role) if not is_answered(scene, sentence, token) else None
        draft = build(scene, sentence, token) if build else None
        if draft and draft.status == "made" and token.pos_ == "VERB" and scene.mood(sentence, token).under("refuse"):
            continue  # "refused to urge Berlin to send them", "denied having urged it"
        if draft and draft.status == "made" and is_yet_to_be_made(scene, sentence, token):
            continue
        if draft:
            draft.features |= {f"frame={frame.role}": 1.0, f"lemma={token.lemma_.lower()}": 1.0}
            urging.add(token.i)
            yield draft
            yield from _further(scene, sentence, token, draft)
    for token in sentence.tokens:
        # "The G7 demand that …", where the parser takes the verb for a noun
        if token.lemma_ == "demand" and token.pos_ == "NOUN" and _is_verb_after_all(token):
            found = from_demanding(scene, sentence, token)
            yield from [found] if found else []
        if token.lemma_ in ("need", "have") and token.pos_ in ("VERB", "AUX") and (draft := from_need(scene, sentence, token)):
            yield draft
        if token.lower_ not in DEONTIC or token.tag_ != "MD":
            continue
        above = token.head.ancestors if token.head.dep_ == "relcl" else [token.head.head] if token.head.dep_ == "ccomp" else []
        if not any(a.i in urging for a in above) and (draft := from_modal(scene, sentence, token)):
            yield draft


def _further(scene: Scene, sentence: Sentence, verb: Token, first: Draft) -> Iterator[Draft]:
    """ "Called for Moscow to pay and for the allies to impose sanctions": each act after the first that somebody else is to do."""
    joined = [
        c for c in verb.subtree if c.dep_ in ("conj", "advcl") and c.tag_ == "VB" and sentence.tokens[c.left_edge.i - 1].lower_ == "and"
    ]
    clauses = [c for c in joined if {"for", "to"} <= {k.lower_ for k in children(c, "mark", "aux")}]
    for clause in clauses:
        told = children(clause, "nsubj")
        by = scene.draft(sentence, KIND, first.status, clause, first.rule)
        by.add("by", first.parties.get("by", []))
        draft = finish(scene, sentence, by, clause, told)
        if by.parties.get("by") and draft.parties.get("to") not in (None, [], first.parties.get("to")):
            draft.grounds |= {"by": first.grounds["by"]} if "by" in first.grounds else {}
            draft.features |= first.features
            yield draft


def _from_urging(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X urged Y to act", "X called on Y to act", "Y was urged by X to act"."""
    if not is_urged(scene, sentence, verb):
        return None
    if is_taken_for_adjective(verb):
        return urge(scene, sentence, verb, subjects(next(a for a in verb.ancestors if a.head.i == a.i)), [verb.head], "urge")
    addressed = (after(verb, "on", "upon") or after(verb, "to", "with")) if verb.lemma_ in ADDRESSES else []
    addressed = addressed or [t for p in children(verb, "prt") for t in children(p, "pobj")]  # "call on those who …"
    told = addressed or things_of(verb) or after(verb, "on", "upon", "to", "with")
    deeds = [
        d
        for d in verb.children
        if d.dep_ in DEEDS
        and d.pos_ in ("VERB", "AUX")
        and (d.dep_, d.tag_) != ("advcl", "VBG")
        and (d.i > verb.i or d.dep_ == "ccomp" or d.i in sentence.quoted)
    ]
    deeds += [a for t in told for a in children(t, "acl", "relcl") if a.tag_ == "VB"]
    # "calls on those who have such systems to hand them over": the parser hangs the infinitive on the clause between
    between = [d for t in told for c in children(t, "relcl") for d in c.subtree if d.tag_ == "VB" and d.dep_ in (*DEEDS, "acl", "pcomp")]
    deeds = deeds or [d for d in between if any(c.lower_ == "to" for c in d.lefts)][-1:]
    deeds = deeds or behind_setting(verb) or behind_insertion(told)
    writing = letter_of(verb, told)
    told = (after(writing, "to") if writing is not None else []) or told
    if verb.lemma_ in TELLS:
        if any(c.tag_ == "PRP$" and c.lower_ != "our" for t in told for c in t.lefts if t.lemma_ not in SUPPORTERS | PEERS):
            return None  # "asked his defence secretary to look into it"
        if (
            verb.lemma_ == "tell"
            and all(t.pos_ == "NOUN" for t in actors_of(verb))
            and not scene.named(sentence, [*actors_of(verb), *told])
        ):
            return None  # "her instinct told her to leave"
        asks_that = not told and any(m.lower_ == "that" for c in children(verb, "ccomp") for m in children(c, "mark"))
        if verb.lemma_ == "ask" and (asks_that or any(t.lemma_.lower() in ACTS for t in after(verb, "for")) or _asks_for_deed(verb)):
            return from_demanding(scene, sentence, verb)  # "asked for immediate steps to protect its airspace"
        deeds = [d for d in deeds if d.tag_ == "VB" and any(c.lower_ == "to" for c in children(d, "aux"))]  # not "told him it will"
        deeds = [d for d in deeds if not {c.lower_ for c in d.children} & {"how", "what", "when", "where"}]
        if verb.lemma_ == "ask" and not told:
            return None  # "asked to step down"
        if (
            verb.lemma_ == "ask"
            and not ask_for_others(scene, sentence, verb, told)
            and any((d.lemma_ in AIDS and not _is_cause(things_of(d))) or are_goods(sentence, things_of(d)) or fills_gap(d) for d in deeds)
        ):
            return None
    if _is_reduced(verb, deeds):
        by = agents(verb) or [a for d in deeds for a in after(d, "by")]
        return urge(scene, sentence, verb, by, subjects(verb), "urge")
    bid = any(t.pos_ != "PRON" for t in told) and any(c.lower_ == "to" and c.dep_ == "aux" for d in deeds for c in d.children)
    owed = [d for d in deeds if is_passive(d) and is_owed(scene, sentence, d)]  # "plead that Ukraine be given armour": of others
    doers = [] if bid else [s for d in deeds if d not in owed for s in children(d, "nsubj", "nsubjpass") if s.pos_ != "PRON"]
    asked_for = are_goods(sentence, told) and (
        verb.lemma_ != "urge" or scene.beneficiary in scene.states(scene.named(sentence, actors_of(verb)))
    )
    if verb.lemma_ == "count" and not foreigners(scene, sentence, verb, told):
        return None  # "counts on the talks to go on"
    if verb.lemma_ == "invite" and deeds and all(d.lemma_ in CALLS_IN for d in deeds):
        return None  # "invited him to visit Kyiv"
    if not deeds and told and is_torn(verb, told, bool(addressed)):
        return urge(scene, sentence, verb, actors_of(verb), told, "urge")
    bare = asked_for or verb.lemma_ not in SELF_STANDING or is_passive(verb)
    if not deeds and bare and not is_put_to_house(scene, sentence, verb, told):
        return None
    by = subjects(writing) if writing is not None else actors_of(verb)
    return urge(scene, sentence, verb, by, spread(doers) or told, "urge")


def _asks_for_deed(verb: Token) -> bool:
    """ "Asks for export controls to be tightened": what is asked for is to be done."""
    done = [c for c in children(verb, "advcl", "ccomp", "xcomp") if any(m.lower_ == "for" for m in children(c, "mark"))]
    return any(is_passive(c) for c in done) and not any(t.pos_ == "PRON" for c in done for t in children(c, "nsubjpass"))


def _is_cause(things: list[Token]) -> bool:
    """Whether it is a plan or a bid that is to be supported, not people ("asked him to support the invitation")."""
    return any(t.lemma_.lower() in CAUSES for t in things)


def _is_reduced(verb: Token, deeds: list[Token]) -> bool:
    """Whether a headline leaves out the "is" of a passive ("Scholz urged to send tanks")."""
    active = is_passive(verb) or any(c.dep_ in ("dobj", "dative", "aux") for c in verb.children) or after(verb, "on", "upon", "to", "for")
    bid = [d for d in deeds if d.dep_ == "xcomp" and any(c.lower_ == "to" for c in d.children)]
    return verb.head.i == verb.i and verb.tag_ in ("VBD", "VBN") and verb.lemma_ in REDUCED and bool(bid) and not active


def _is_verb_after_all(noun: Token) -> bool:
    """ "The G7 demand that …", "Poland and Estonia demand guarantees": a verb that the parser takes for a noun."""
    beside = noun.dep_ == "conj" and not noun.lefts and any(c.lower_ == "that" for d in children(noun, "ccomp", "acl") for c in d.children)
    return beside or (noun.head.i == noun.i and bool(children(noun, "nsubj") or (children(noun, "dobj") and children(noun, "nmod"))))


def _from_planning(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    return from_planning(scene, sentence, verb) if is_urged(scene, sentence, verb) else None


def _from_stressing(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X stressed the need for Y to act"."""
    noun = next((n for n in (*children(verb, "dobj"), *after(verb, "on", "to", "of", "about")) if n.lemma_ in NEEDS), None)
    if noun is None or not is_urged(scene, sentence, verb):
        return None
    deeds = [d for d in noun.subtree if d.tag_ in ("VB", "VBG") and d.i > noun.i and not (d.dep_ == "relcl" and _is_open(d))]
    # "the need for a deal that ensures Russia cannot": what the thing is to do
    deeds = [d for d in deeds if not any(a.dep_ == "relcl" and a.i > noun.i for a in d.ancestors)]
    deeds = [
        d for d in deeds if d.dep_ != "ccomp" or d.head.lemma_ not in ("help", "let", "enable", "make")
    ]  # "the need to help Kyiv defend"
    doers = [s for d in deeds for s in children(d, "nsubj")] or after(noun, "for", "of")
    told = actors_in(scene, sentence, doers)
    by = scene.named(sentence, actors_of(verb))
    return urge(scene, sentence, verb, actors_of(verb), told, "stress") if deeds and told and by != scene.named(sentence, told) else None


def _is_open(verb: Token) -> bool:
    """Whether a verb says what will or may be, not what ought to."""
    return any(c.tag_ == "MD" and c.lower_ not in DEONTIC for c in verb.children)


BUILDERS = {
    "urge": _from_urging,
    "demand": from_demanding,
    "want": from_wanting,
    "stress": _from_stressing,
    "plan": _from_planning,
}
