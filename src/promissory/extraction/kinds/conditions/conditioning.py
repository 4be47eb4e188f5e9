"""The draft of a condition: who must act, who set it, what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_attribution
from promissory.extraction.slots.placing import fill_day
from promissory.extraction.slots.telling import attribution

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What a condition can be for, by the pack's topics, nearest to the point first.
PURPOSES = (
    "eu_membership", "nato_membership", "sovereign_assets", "sanctions", "peace_talks", "peace", "reconstruction", "training",
    "procurement", "financial", "food", "security",
)  # fmt: skip
#: Words of being let in.
ENTERING = frozenset("membership accession invitation invite join accede".split())
#: Who lets others in, by what is asked of them.
GATES = {"eu_membership": "EU", "nato_membership": "NATO"}


#: Rules that tell the terms of a programme.
PROGRAMMES = frozenset(("met", "reached", "obliges", "owes"))
#: Who lends on terms.
LENDERS = frozenset(("IMF", "World-Bank", "EBRD", "EIB", "EU", "European-Commission"))


def draft_condition(
    scene: Scene, sentence: Sentence, trigger: Token, status: str, on: list[str], setters: list[str], rule: str, *, stranger: bool = False
) -> Draft:
    """A draft of the condition; nobody is guessed to have set it where a `stranger` did, whom the pack does not know."""
    draft = scene.draft(sentence, "condition", status, trigger, rule)
    draft.add("on", [_of_state(scene, s) for s in on if s in scene.pack.actor])
    said = attribution(scene, sentence, trigger)
    speakers = [s for s in (said[0] if said else []) if s not in on and (s in scene.pack.actor or "-" in s)]
    # an approval is set by the very ones who must give it
    named = [s for s in setters if s in scene.pack.actor and (s not in on or rule in ("requires", "consent"))]
    if rule == "consent" and speakers and named == on:
        named = speakers  # who says that others must agree
    if rule in ("met", "reached"):  # who says that terms are met need not have set them
        speakers = _gatekeeper(sentence, on) or [s for i in speakers if (s := scene.namer.state_of(i)) and s not in on]
    if named == ["partners"]:
        named = _gatekeeper(sentence, on) or [s for s in speakers if s != "partners"] or named  # "allies" who let in are the bloc
    others = _giver(scene, sentence, on) or _own(scene, on) or (_lender(scene, sentence, on) if rule in PROGRAMMES else [])
    draft.add("set_by", named or speakers or _gatekeeper(sentence, on) or ([] if stranger else others))
    draft.parties = {role: ids for role, ids in draft.parties.items() if ids}
    _fill_purpose(scene, draft, sentence)
    fill_day(draft, sentence, trigger)
    fill_attribution(draft, scene, sentence, trigger)
    draft.features |= {
        f"rule {rule}": 1.0,
        f"trigger {trigger.lemma_.lower()}": 1.0,
        "quoted": trigger.i in sentence.quoted,
        "for": "for_" in draft.slots,
        "set": len(draft.parties.get("set_by", [])),
    }
    return draft


def _of_state(scene: Scene, ident: str) -> str:
    """The supported country for an enterprise of it: an audit of one is the country's part."""
    actor = scene.pack.actor[ident]
    return scene.beneficiary if actor.type == "company" and actor.country == scene.beneficiary else ident


def _giver(scene: Scene, sentence: Sentence, on: list[str]) -> list[str]:
    """Who sets a condition that nobody is named for: the author of a first-person text, the framework's body, the giver last spoken of."""
    bodies = {f.id: f.body for f in scene.pack.frameworks}
    named = [b for m in sentence.mentions if (f := m.id_of("framework")) and (b := bodies[f])]
    chosen = [scene.discourse.author, *named, scene.discourse.state]
    states = [s for c in chosen if c and (s := scene.namer.state_of(c)) and s not in on and s != scene.beneficiary]
    return states[:1]


def _own(scene: Scene, on: list[str]) -> list[str]:
    """The state whose leader sets the terms in an address of his own."""
    state = scene.namer.state_of(scene.discourse.author) if scene.discourse.author and scene.discourse.says_i else None
    return [state] if state and state not in on else []


def _lender(scene: Scene, sentence: Sentence, on: list[str]) -> list[str]:
    """The lender spoken of last, whose programme it is that has targets."""
    before = reversed(scene.sentences[: sentence.number + 1])
    named = (i for s in before for m in reversed(s.mentions) if (i := m.id_of("actor")) in LENDERS and i not in on)
    return [one for one in [next(named, None)] if one]


def _gatekeeper(sentence: Sentence, on: list[str]) -> list[str]:
    """The bloc whose membership is spoken of."""
    topics = {n.id for m in sentence.mentions for n in m.names if n.type == "topic"}
    if any(t.lemma_.lower() in ENTERING | {"member"} for t in sentence.tokens):  # "will become a member of the alliance"
        named = {n.id for m in sentence.mentions for n in m.names}
        topics |= {topic for topic, bloc in GATES.items() if bloc in named}
    return [bloc for topic, bloc in GATES.items() if topic in topics and bloc not in on][:1]


def _fill_purpose(scene: Scene, draft: Draft, sentence: Sentence) -> None:
    """The topic that the condition stands before; an invitation or accession is to the bloc that the sentence or text is about."""
    named = {n.id: m for m in sentence.mentions for n in m.names if n.type == "topic"}
    for topic in PURPOSES:
        if topic in named:
            draft.slots["for_"] = topic
            draft.grounds["for_"] = (sentence.start + named[topic].start, sentence.start + named[topic].end)
            return
    entry = next((t for t in sentence.tokens if t.lemma_.lower() in ENTERING), None)
    bodies = {n.id for m in sentence.mentions for n in m.names}
    goal = next((topic for topic, bloc in GATES.items() if bloc in bodies), "nato_membership" if scene.discourse.allied else None)
    if entry is not None and goal:
        draft.slots["for_"] = goal
        draft.grounds["for_"] = sentence.bounds(entry)
