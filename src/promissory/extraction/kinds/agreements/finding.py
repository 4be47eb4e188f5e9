"""Finding agreements: instruments between parties, one by one and counted together ("agreements with nine countries")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children, conjuncts, within
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.agreements.counterparts import (
    FOCUS,
    by_clause,
    near_by,
    of_two,
    on_its_basis,
    passers,
    speakers,
    told_before,
    visitors,
)
from promissory.extraction.kinds.agreements.instruments import ENDING, Reading, climb, fill_count, fill_framework, fill_term, leaves
from promissory.extraction.kinds.agreements.joining import find_partnerships
from promissory.extraction.kinds.agreements.lending import fill_place_of_all, fill_same_term, lend_term
from promissory.extraction.kinds.agreements.papers import (
    are_talks_of_instruments,
    is_frame,
    is_only_told_of,
    is_paper,
    is_signed,
    stands_for_instrument,
)
from promissory.extraction.kinds.agreements.partnering import colon_list, listed_states, parties_of, states_of
from promissory.extraction.kinds.agreements.ripening import is_nth, status_of
from promissory.extraction.kinds.agreements.rows import Member, fill_day_of, rows_of_states
from promissory.extraction.kinds.agreements.settling import find_settlements, names_instrument, swaps_prisoners
from promissory.extraction.kinds.agreements.signatories import (
    firm_told_of,
    goes_along,
    host_of,
    is_at_meeting,
    is_of_both_sides,
    makes_peace,
    meeting_of,
    who_met,
    with_whom_named,
)
from promissory.extraction.kinds.agreements.signings import find_signings, find_tallies
from promissory.extraction.kinds.agreements.specifying import is_specific
from promissory.extraction.kinds.agreements.widening import find_newcomers
from promissory.extraction.lexicon.events import NEGOTIATIONS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_attribution, fill_topics
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.placing import fill_day, fill_place_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns that stand for an instrument told of before ("the signing is planned for Friday").
REFERRING = frozenset("signing signature".split())

#: What a headline calls what somebody says.
SPEECHES = frozenset("remark remarks transcript readout speech address briefing interview".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of agreements in a sentence."""
    if colon_list(sentence) and (lists := listed_states(scene, sentence)):
        yield from _continue(scene, sentence, lists[0])
        return
    lend_term(scene, sentence)
    seen: set[tuple[str, ...]] = set()
    for draft in _drafts(scene, sentence):
        key = (draft.status, str(draft.slots.get("count")), *sorted(draft.parties.get("party", [])))
        if key not in seen:
            seen.add(key)
            _remember(scene, draft)
            yield draft


def _drafts(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    for token, frame in triggers(scene.pack, sentence, "agreement"):
        if frame.role != "instrument" or token.dep_ in ("compound", "nmod") or is_frame(token):
            continue
        told = [*_of_newcomers(scene, sentence, token), *_of_noun(scene, sentence, token)]
        yield from (*told, *_likewise(scene, sentence, token, told))
    yield from _do_so(scene, sentence)
    for token in sentence.tokens:
        standing = stands_for_instrument(scene, sentence, token) or names_instrument(scene, sentence, token)
        if standing or are_talks_of_instruments(scene, token):
            yield from _of_noun(scene, sentence, token)
    yield from find_signings(scene, sentence)
    yield from find_settlements(scene, sentence)
    yield from find_partnerships(scene, sentence)
    yield from find_tallies(scene, sentence)


def _remember(scene: Scene, draft: Draft) -> None:
    """Keep the instruments with the pack's country, on which "an agreement with Belgium" and "the same day" lean."""
    if scene.beneficiary in draft.parties.get("party", []) and draft.status in ("signed", "in_force", "negotiating", "proposed"):
        scene.told.append(draft)


def _of_noun(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    if _is_spoken_at(sentence, noun):
        return
    reading = climb(noun)
    status = _accession(noun) or status_of(scene, sentence, reading)
    if status is None:
        return
    own, partners = parties_of(scene, sentence, reading)
    if not partners and len(scene.states(own)) < 2:
        own = with_whom_named(scene, sentence, reading) or own
    if not own and not partners:
        own = who_met(scene, sentence, reading)
    if not own and not partners and swaps_prisoners(noun):
        own = [Referent(scene.beneficiary, inferred=True), Referent("RU", inferred=True)]
    if not own and makes_peace(noun) and scene.states(partners) == ["RU"]:
        own = [Referent(scene.beneficiary, inferred=True)]  # whoever speaks of it: "a peace deal with Russia"
    if not own and not partners and scene.focus > FOCUS and is_of_both_sides(noun, reading):
        own = [Referent(scene.beneficiary, inferred=True), Referent("RU", inferred=True)]
    own = own or passers(scene, sentence, reading)
    own = [*own, *(r for r in by_clause(scene, sentence, noun, reading) if r.id not in {o.id for o in own})]
    if not own and not partners:
        own = on_its_basis(scene, sentence, noun) or visitors(scene, sentence, reading) or speakers(scene, sentence, reading)
    if partners and not own:
        own = near_by(scene, sentence, partners, reading)
    if len(known := scene.states([*own, *partners])) < 2:
        others = told_before(scene, sentence, noun, reading, known) or of_two(scene, sentence, noun, reading, known)
        own = [*own, *(r for r in others if r.id not in known)]
    if reading.verb is not None and is_passive(reading.verb) and (firm := firm_told_of(scene, sentence, noun, [*own, *partners])):
        others = [who for who in [*own, *partners] if who.id != scene.beneficiary] or [Referent(scene.beneficiary, inferred=True)]
        own, partners = [firm, *others], []
    if noun.lemma_.lower() in REFERRING and (own or partners or after(noun, "of")):
        return
    draft = _draft(scene, sentence, noun, status, "instrument")
    told = is_only_told_of(reading)
    count = fill_count(draft, sentence, reading)
    row = _row(scene, sentence)
    # "texts with Norway and Spain are under negotiation", "Kyiv and Oslo are completing work on a document"
    worked_on = status == "negotiating" and (bool(partners) or (len(scene.states(own)) > 1 and noun.lemma_.lower() != "partnership"))
    inked = (reading.verb is not None and is_signed(reading.verb)) or any(n.lemma_.lower() in REFERRING for n in reading.nouns[1:])
    if is_paper(noun) and not worked_on and not ((own or row) and inked):
        return
    if joins_group(noun):  # "Four states signed letters of intent to join the coalition"
        signers = everyone(scene, sentence, subjects(reading.verb)) if reading.verb is not None else []
        _seat(scene, draft, [*own, *partners, *signers, *(Referent(m.state) for m in row)])
        draft.features |= {"parties": len(draft.parties.get("party", [])), "carried": reading.verb is not None}
        yield from [draft] if own else []
        return
    several = noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "CD" and noun.lower_ not in ("one", "another"))
    if several and (count or row):
        yield from _aggregate(scene, sentence, draft, own, partners, row or _each(scene, noun, partners), count)
        return
    if not own and not partners and is_at_meeting(noun):
        own = meeting_of(scene, sentence, noun) or [Referent(i, inferred=True) for i in scene.discourse.together]
    if not partners and scene.told and scene.beneficiary not in scene.states(own) and noun.tag_ in ("NNS", "NNPS") and len(own) > 1:
        partners = [Referent(scene.beneficiary, inferred=True)]
    if len(scene.states(own)) == 1 and not partners:
        partners = host_of(scene, sentence, reading)
    groups = _apart(noun, reading, own, partners)
    for people in groups:
        one = _draft(scene, sentence, noun, status, "instrument")
        _seat(scene, one, people)
        if told:
            one.slots.pop("date", None), one.grounds.pop("date", None)
        if count and noun.tag_ in ("NN", "NNP"):
            one.features["many"] = 1.0
        if is_specific(scene, one, noun, reading):
            yield one


def _of_newcomers(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """One instrument with the pack's country for each state that joins those who have one."""
    for state, status, verb in find_newcomers(scene, sentence, noun):
        one = _draft(scene, sentence, noun, status, "instrument")
        one.parties["party"] = [state, scene.beneficiary]
        one.features |= {"parties": 2, "carried": True, "named": "framework" in one.slots}
        fill_day(one, sentence, verb)
        yield one


def _apart(noun: Token, reading: Reading, own: list[Referent], partners: list[Referent]) -> list[list[Referent]]:
    """One instrument for all, or one each: "agreements with X and Y", "X, Y and Z each signed", "X and Y signed pacts with Z"."""
    plural = noun.tag_ in ("NNS", "NNPS")
    if plural and len(partners) > 1:
        return [[*own, one] for one in partners]
    each = reading.verb is not None and any(c.lower_ in ("each", "both", "separately", "all") for c in _around(reading.verb))
    if len(own) > 1 and partners and (each or (plural and reading.verb is not None)):
        return [[one, *partners] for one in own]
    if len(partners) > 1 and own and reading.verb is not None and _is_apart(reading.verb):
        return [[*own, one] for one in partners]
    return [[*own, *partners]]


def _is_apart(verb: Token) -> bool:
    """ "Was signed with the Union and (also) separately with Estonia"."""
    return any(c.lower_ == "separately" for p in (verb, *children(verb, "prep", "conj")) for c in p.children)


def _around(verb: Token) -> list[Token]:
    return [*verb.children, *(c for s in subjects(verb) for c in s.children)]


def _likewise(scene: Scene, sentence: Sentence, noun: Token, told: list[Draft]) -> Iterator[Draft]:
    """ "…, as did Malta and Cyprus", "follows the United States as a party to": the same instrument of others with the same partner."""
    partners = [p for d in told[:1] for p in d.parties.get("party", []) if p == scene.beneficiary]
    if not partners or told[0].slots.get("count"):
        return
    for state in _joining(scene, sentence, noun):
        if state not in told[0].parties["party"]:
            one = _draft(scene, sentence, noun, told[0].status, "likewise")
            one.parties["party"] = [state, *partners]
            if any(t.lower_ == "did" for t in sentence.tokens) and "date" in told[0].slots:
                one.slots["date"], one.grounds["date"] = told[0].slots["date"], told[0].grounds["date"]
            yield one


def _do_so(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "Lithuania and Estonia will do so soon": an instrument each, with the partner of those told just before."""
    since = scene.sentences[max(0, sentence.number - 2)].start
    for verb in [t for t in sentence.tokens if goes_along(t)] if any(d.evidence[0][0] >= since for d in scene.told) else ():
        yield from _one_more(scene, sentence, verb)


def _one_more(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    mood = scene.mood(sentence, verb)
    named = states_of(scene, sentence, [t for s in subjects(verb) for t in (s, *(p for a in children(s, "appos") for p in conjuncts(a)))])
    for state in (s for s in named if s != scene.beneficiary and not mood.negated):
        ahead = (mood.tense in ("future", "infinitive") or mood.modal is not None) and not is_nth(verb)
        one = _draft(scene, sentence, verb, "proposed" if ahead else "signed", "likewise")
        one.parties["party"] = [state, scene.beneficiary]
        fill_day(one, sentence, verb)
        yield one


def _joining(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """The states after "as did", and those whom the subject follows."""
    found: list[Token] = []
    for token in sentence.tokens:
        if token.lower_ in ("did", "has", "have", "does") and token.nbor(-1 if token.i else 0).lower_ in ("as", "so"):
            found += [t for t in sentence.tokens[token.i + 1 :] if sentence.at.get(t.i)]
        if token.lemma_ == "follow" and token.i in {a.i for a in noun.ancestors}:
            found += [c for o in token.children if o.dep_ == "dobj" for c in conjuncts(o)]
    return list(dict.fromkeys(states_of(scene, sentence, found)))


def _is_spoken_at(sentence: Sentence, noun: Token) -> bool:
    """ "Remarks by X and Y in Joint Statement": where something was said, in the headline of what was."""
    spoken = sentence.block.heading and any(t.lemma_.lower() in SPEECHES for t in sentence.tokens[: noun.i])
    return spoken and noun.lemma_.lower() in ("statement", "conference", "declaration") and noun.dep_ in ("pobj", "compound")


def joins_group(noun: Token) -> bool:
    """Whether a paper is one by which its signers join a group ("letters of intent to join the coalition", "on joining it")."""
    clauses = [*children(noun, "acl", "relcl"), *after(noun, "on", "for"), *(c for t in after(noun, "of") for c in children(t, "acl"))]
    return any(v.lemma_ == "join" and children(v, "dobj") for v in clauses)


def _accession(noun: Token) -> str | None:
    """Talks about joining are an agreement under negotiation."""
    return "negotiating" if noun.lemma_.lower() in NEGOTIATIONS else None


def _row(scene: Scene, sentence: Sentence) -> list[Member]:
    """The partners listed in a sentence: those in a row, whatever stands in brackets beside them, else those that the parse coordinates."""
    rows = rows_of_states(scene, sentence)
    lists = listed_states(scene, sentence)
    parsed = [Member(s, t) for t in lists[0] for s in states_of(scene, sentence, [t])] if lists else []
    return rows[0] if rows and len(rows[0]) >= len(parsed) else parsed


def _each(scene: Scene, noun: Token, partners: list[Referent]) -> list[Member]:
    """ "Two agreements, with Germany and France": the partners, where they are too few for a row."""
    named = [p.id for p in partners if p.id in scene.pack.actor and not p.vague and p.id != scene.beneficiary]
    return [Member(ident, noun) for ident in named] if len(named) > 1 else []


def _aggregate(
    scene: Scene, sentence: Sentence, draft: Draft, own: list[Referent], partners: list[Referent], row: list[Member], count: int | None
) -> Iterator[Draft]:
    """The claim about all of them, and one for each partner that is named."""
    _seat(scene, draft, [*own, *partners])
    named = [member.state for member in row]
    hub = [p for p in draft.parties.get("party", []) if p not in named]
    hub = hub if set(hub) - {"partners"} or not row else [scene.beneficiary, *hub]
    hub = hub or [scene.beneficiary]
    if count and (len(draft.parties.get("party", [])) or named):
        draft.parties["party"] = [p for p in dict.fromkeys([*hub, *named]) if p != "partners" or not named]
        yield draft
    for member in row:
        one = _draft(scene, sentence, member.token, draft.status, "listed")
        one.parties["party"] = list(dict.fromkeys([next((h for h in hub if h != "partners"), scene.beneficiary), member.state]))
        one.trigger = draft.trigger
        one.features["listed"] = 1.0
        fill_day_of(one, sentence, member)
        if len(one.parties["party"]) > 1:
            yield one


def _continue(scene: Scene, sentence: Sentence, members: list[Token]) -> Iterator[Draft]:
    """ "They are Britain, Germany and France": the partners counted in the sentence before; an instrument each, or all in one."""
    if sentence.number == 0:
        return
    before = scene.sentences[sentence.number - 1]
    counted = next((d for d in find(scene, before) if d.slots.get("count") or d.features.get("many")), None)
    if counted is None:
        return
    named = states_of(scene, sentence, members)
    hub = [p for p in counted.parties.get("party", []) if p == scene.beneficiary] or counted.parties.get("party", [])[:1]
    for state, token in zip(named, members, strict=False) if not counted.features.get("many") else ():
        one = _draft(scene, sentence, token, counted.status, "listed")
        one.parties["party"] = [*hub, state]
        if "attributed_to" in counted.slots:
            one.slots["attributed_to"], one.grounds["attributed_to"] = counted.slots["attributed_to"], counted.grounds["attributed_to"]
        yield one
    counted.evidence = [*counted.evidence, (sentence.start, sentence.end)]
    counted.parties["party"] = [p for p in dict.fromkeys([*counted.parties.get("party", []), *named]) if p != "partners"]
    yield counted


def _draft(scene: Scene, sentence: Sentence, noun: Token, status: str, rule: str) -> Draft:
    draft = scene.draft(sentence, "agreement", status, noun, rule)
    fill_attribution(draft, scene, sentence, noun)
    if rule == "instrument":
        fill_day(draft, sentence, noun)
        if status == "ended" and "date" not in draft.slots:
            for verb in (v for v in children(noun, "relcl") if v.lemma_ in ENDING or leaves(v)):
                fill_day(draft, sentence, verb)  # "the deal, which Moscow quit in July"
        _fill_same_day(scene, draft, sentence)
        fill_place_of(scene, draft, sentence, noun)
        fill_place_of_all(scene, draft, sentence, noun)
        fill_term(draft, sentence, noun)
        fill_same_term(scene, draft, sentence, noun)
        fill_framework(scene, draft, sentence, noun)
        fill_topics(draft, scene, sentence, list(within(noun)))
    draft.features |= {
        f"trigger {noun.lemma_.lower()}": 1.0,
        f"rule {rule}": 1.0,
        "heading": sentence.block.heading,
        "has_date": "date" in draft.slots,
    }
    return draft


def _fill_same_day(scene: Scene, draft: Draft, sentence: Sentence) -> None:
    """ "Signed a similar agreement on the same day": the day of the one told last."""
    same = next((t for t in sentence.tokens if t.lower_ == "day" and any(c.lower_ == "same" for c in t.lefts)), None)
    if "date" not in draft.slots and same is not None and scene.told and (day := scene.told[-1].slots.get("date")):
        draft.slots["date"] = day
        draft.grounds["date"] = sentence.bounds(same)
        draft.inferred["date"] = "the day of the agreement told before"


def _seat(scene: Scene, draft: Draft, people: list[Referent]) -> None:
    """The states and bodies behind those named; the country the pack is about where one party of a bilateral thing is left out."""
    states = [s for s in scene.states(people) if s in scene.pack.actor]
    draft.parties = {"party": states} if states else {}
