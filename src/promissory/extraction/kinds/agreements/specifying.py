"""Whether it is clear who the parties of an instrument are, and the party that its words leave out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers
from promissory.extraction.grammar.tree import after
from promissory.extraction.kinds.agreements.counterparts import FOCUS, is_open
from promissory.extraction.kinds.agreements.instruments import WORKING, Reading, is_one
from promissory.extraction.kinds.agreements.papers import is_signed
from promissory.extraction.kinds.agreements.partnering import is_joint_declaration
from promissory.extraction.kinds.agreements.signatories import is_at_meeting
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.text.gazetteer import gazetteer_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns that need a signing or negotiating verb to be an instrument at all.
VAGUE = frozenset("understanding arrangement bargain statement deal contract declaration document".split())


def is_specific(scene: Scene, draft: Draft, noun: Token, reading: Reading) -> bool:
    """Whether it is clear who the parties are; one party will do for a named instrument, or where the other is the pack's country."""
    party = draft.parties.get("party", [])
    draft.features |= {"parties": len(party), "carried": reading.verb is not None, "named": "framework" in draft.slots}
    if len(party) == 1 and party[0] != scene.beneficiary and _speaks_of_beneficiary(scene, draft, noun):
        draft.parties["party"] = party = [*party, scene.beneficiary]
    if len(party) > 1 or is_open(scene, party, noun, reading):
        return True
    if party and "framework" in draft.slots:
        country = [scene.beneficiary] if party == ["partners"] else []
        draft.parties["party"] = list(dict.fromkeys([*_parties_in_name(scene, draft), *country, *party]))
        return True
    if (other := _speakers_state(scene, draft, noun)) and (party or is_one(noun, reading)) and (party or other != scene.beneficiary):
        draft.parties["party"] = [other, *(party or [scene.beneficiary])]
        draft.inferred["party"] = "the state of the speaker"
        return True
    if len(party) < 2 and (named := _parties_in_name(scene, draft)):
        draft.parties["party"] = list(dict.fromkeys([*named, *party]))
        draft.inferred["party"] = "the name of the instrument"
        return True
    if not party and "framework" in draft.slots and not _is_run_by_a_body(scene, draft):
        draft.parties["party"] = [scene.beneficiary]
        draft.inferred["party"] = "a named instrument of the pack's country"
        return True
    if _is_of_bloc(scene, party, noun) and not is_at_meeting(noun):  # "the hall where NATO's treaty was signed" is a hall
        return True
    if _is_declared(scene, party, noun, reading):
        return True
    about = (scene.focus > FOCUS and _is_bilateral(noun)) or (scene.told and _is_alike(noun, reading))
    if len(party) == 1 and party[0] not in (scene.beneficiary, "RU", "partners") and about:
        draft.parties["party"] = [scene.beneficiary, *party]
        draft.inferred["party"] = "the document is about its agreements"
        return True
    if not party and any(c.lower_ in ("the", "this", "these") for c in noun.lefts) and reading.verb is not None:
        draft.features["reference"] = 1.0
        return "date" in draft.slots or "place" in draft.slots or "term" in draft.slots
    return False


def _is_of_bloc(scene: Scene, party: list[str], noun: Token) -> bool:
    """Whether an instrument is of one bloc and of nobody else by name."""
    return len(party) == 1 and scene.pack.actor[party[0]].type == "bloc" and party[0] != "EU" and noun.lemma_.lower() not in VAGUE


def _is_declared(scene: Scene, party: list[str], noun: Token, reading: Reading) -> bool:
    """ "The G7 agreed on a declaration on guarantees for Ukraine": what a bloc adopts for the pack's country."""
    bloc = len(party) == 1 and scene.pack.actor[party[0]].type == "bloc"
    adopted = reading.verb is not None and (is_signed(reading.verb) or reading.verb.lemma_ in ("adopt", "endorse"))
    names = {form for a in (scene.pack.actor[scene.beneficiary],) for form in (a.name, *a.names)}
    return bloc and adopted and noun.lemma_.lower() == "declaration" and any(t.text in names for t in noun.subtree)


def _is_alike(noun: Token, reading: Reading) -> bool:
    """Whether an instrument is signed or talked about in so many words, in a document that has told of others with the pack's country."""
    talked = any(n.lemma_.lower() in WORKING for n in (*reading.nouns[1:], *filter(None, (reading.verb,))))
    if after(noun, "with") and (talked or noun.lower_ in ("one", "another")):
        return True
    signed = reading.verb is not None and reading.verb.lemma_ in ("sign", "conclude", "ink", "seal", "initial", "put")
    return signed and noun.lemma_.lower() in ("agreement", "pact", "accord", "document", "text")


def _speaks_of_beneficiary(scene: Scene, draft: Draft, noun: Token) -> bool:
    """ "Signed an accord on support for Ukraine": the pack's country in the instrument's own phrase, with no other partner named."""
    if (
        draft.status == "ended"
        or after(noun, "with", "between")
        or (noun.lemma_.lower() in VAGUE - {"deal"} and not is_joint_declaration(noun))
    ):
        return False
    if not any(c.dep_ in ("det", "compound", "amod", "nummod") for c in noun.lefts):  # "reached agreement on" is no instrument
        return False
    names = {form for a in (scene.pack.actor[scene.beneficiary],) for form in (a.name, *a.names)}
    inside = [t for prep in noun.children if prep.dep_ == "prep" and prep.lower_ in ("on", "for", "to", "of") for t in prep.subtree]
    return any(t.text in names for t in inside)


def _speakers_state(scene: Scene, draft: Draft, noun: Token) -> str | None:
    """The state of the one who says so, for "an agreement with X" that names no other party."""
    party = draft.parties.get("party", [])
    if len(party) > 1 or (party and not after(noun, "with")) or (not party and not _is_bilateral(noun)):
        return None
    for one, types in [*((who, ("state",)) for who in draft.slots.get("attributed_to", ())), (scene.discourse.author, ("state", "bloc"))]:
        state = scene.namer.state_of(one) if one else None
        if state and state not in party and scene.pack.actor[state].type in types:
            return state
    return None


def _parties_in_name(scene: Scene, draft: Draft) -> list[str]:
    """The states and blocs that a named instrument is called after ("EU-Ukraine Association Agreement"), if there are two."""
    framework = scene.pack.framework.get(draft.slots.get("framework", ""))
    if framework is None:
        return []
    actors = [a for m in gazetteer_of(scene.pack).find(re.sub(r"[-–/]", " ", framework.name)) if (a := m.id_of("actor"))]
    return actors if len(actors) > 1 else []


def _is_run_by_a_body(scene: Scene, draft: Draft) -> bool:
    return any(f.id == draft.slots["framework"] and f.body for f in scene.pack.frameworks)


def _is_bilateral(noun: Token) -> bool:
    return bool(
        modifiers(noun) & {"security", "bilateral", "cooperation", "long-term", "similar", "partnership"}
    ) and noun.lemma_.lower() not in VAGUE - {"deal"}
