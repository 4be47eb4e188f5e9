"""Finding proposals: who urges, recommends or demands that somebody act, and who says that somebody should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import fill_date, fill_topics
from promissory.extraction.syntax import actors_of, after, children, is_passive, spread, subjects, things_of, within
from promissory.extraction.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "proposal"
DEONTIC = frozenset(("should", "must", "ought"))
#: Auxiliaries under which nothing was urged.
UNURGED = frozenset("would could may might can".split())
IDEAS = frozenset("proposal plan idea call demand offer suggestion initiative request appeal recommendation amendment peace".split())
NEEDS = frozenset("need importance urgency necessity".split())
PASSIVE_TO = frozenset(("nsubjpass",))


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of proposals in a sentence."""
    for token, frame in triggers(scene.pack, sentence, KIND):
        build = BUILDERS.get(frame.role)
        draft = build(scene, sentence, token) if build else None
        if draft:
            draft.features |= {f"frame={frame.role}": 1.0, f"lemma={token.lemma_.lower()}": 1.0}
            yield draft
    for token in sentence.tokens:
        if token.lower_ in DEONTIC and token.tag_ == "MD" and (draft := _from_modal(scene, sentence, token)):
            yield draft


def _is_urged(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    mood = scene.mood(sentence, verb)
    return not mood.negated and mood.modal not in UNURGED and not mood.conditional


def _from_urging(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X urged Y to act", "X called on Y to act", "Y was urged by X to act"."""
    if not _is_urged(scene, sentence, verb):
        return None
    told = things_of(verb) or after(verb, "on", "upon", "to", "with")
    deeds = [d for d in verb.children if d.dep_ in ("xcomp", "ccomp", "advcl", "acl", "prep") or d.dep_ == "dobj"]
    deeds += [a for t in told for a in children(t, "acl", "relcl")]
    if not deeds:
        return None
    return _draft(scene, sentence, verb, actors_of(verb), told, "urge")


def _from_demanding(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X proposed that Y act", "X called for Y to act", "X demanded an end to …"."""
    if not _is_urged(scene, sentence, verb):
        return None
    clauses = [c for c in children(verb, "ccomp", "xcomp", "advcl") if c.pos_ in ("VERB", "AUX")]
    things = things_of(verb) + after(verb, "for", "against")
    doers = [s for c in clauses + _infinitives(verb) for s in children(c, "nsubj", "nsubjpass")]
    if not clauses and not things:
        return None
    if clauses and not things and not any(_is_wished(c) for c in clauses):
        return None
    goods = any(sentence.at.get(t.i) and sentence.at[t.i].id_of("item") for t in things)
    if goods and not doers and not clauses:
        return None
    told = spread(doers) or _persons(scene, sentence, things) or after(verb, "to", "from", "on")
    return _draft(scene, sentence, verb, actors_of(verb), told, "demand")


def _from_wanting(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X wants Y to act", where Y is somebody else."""
    clauses = [c for c in children(verb, "ccomp", "xcomp") if children(c, "nsubj", "nsubjpass")]
    if not clauses or not _is_urged(scene, sentence, verb):
        return None
    told = spread(children(clauses[0], "nsubj"))
    who = scene.named(sentence, told)
    return _draft(scene, sentence, verb, subjects(verb), told, "want") if who else None


def _from_stressing(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X stressed the need for Y to act"."""
    noun = next((n for n in children(verb, "dobj") if n.lemma_ in NEEDS), None)
    if noun is None or not _is_urged(scene, sentence, verb):
        return None
    deeds = [d for d in noun.subtree if d.pos_ == "VERB" and d.i > noun.i]
    told = after(noun, "for", "of") + [s for d in deeds for s in children(d, "nsubj")]
    return _draft(scene, sentence, verb, actors_of(verb), told, "stress") if deeds else None


def _from_rejecting(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "Y dismissed X's proposal": made by X, rejected by Y."""
    idea = next((n for n in things_of(verb) if n.lemma_ in IDEAS), None)
    owners = children(idea, "poss") if idea is not None else []
    if idea is None or not owners or not _is_urged(scene, sentence, verb):
        return None
    draft = _draft(scene, sentence, verb, owners, actors_of(verb), "reject")
    if draft:
        draft.status = "rejected"
    return draft


def _from_noun(scene: Scene, sentence: Sentence, noun: Token) -> Draft | None:
    """ "his call for an end to the limits", "Kyiv's demand that …"."""
    owners = children(noun, "poss")
    deeds = [c for c in noun.children if c.dep_ in ("acl", "relcl") or (c.dep_ == "prep" and c.lower_ in ("for", "to"))]
    if not owners or not deeds or noun.head.lemma_ in ("hear", "answer", "reject", "dismiss"):
        return None
    return _draft(scene, sentence, noun, owners, after(noun, "on"), "noun")


def _from_modal(scene: Scene, sentence: Sentence, modal: Token) -> Draft | None:
    """ "Y should act": urged by whoever says so, or by the text itself."""
    verb = modal.head
    mood = scene.mood(sentence, verb)
    if mood.conditional or modal.i == sentence.tokens[0].i or any(c.lower_ in ("have", "'ve") and c.dep_ == "aux" for c in verb.children):
        return None
    told = subjects(verb) if not is_passive(verb) else actors_of(verb)
    voice = scene.speaker_of(sentence, modal)
    who = scene.named(sentence, told)
    if voice is None and (not who or mood.negated):
        return None
    draft = scene.draft(sentence, KIND, "made", verb, "modal")
    if voice:
        draft.add("by", list(voice.ids))
        draft.grounds["by"] = voice.at
    return _finish(scene, sentence, draft, verb, told)


def _draft(scene: Scene, sentence: Sentence, verb: Token, urging: list[Token], told: list[Token], rule: str) -> Draft | None:
    by = scene.named(sentence, urging)
    if not by:
        return None
    draft = scene.draft(sentence, KIND, "made", verb, rule)
    draft.add("by", [w.id for w in by])
    draft.grounds["by"] = sentence.bounds(urging[0])
    return _finish(scene, sentence, draft, verb, told)


def _finish(scene: Scene, sentence: Sentence, draft: Draft, trigger: Token, told: list[Token]) -> Draft:
    to = [w.id for w in scene.named(sentence, told) if w.id not in draft.parties.get("by", ())]
    if to:
        draft.add("to", to)
    fill_date(draft, sentence, trigger)
    fill_topics(draft, scene, sentence, list(within(trigger)))
    draft.features |= {"told": float(bool(to)), "quoted": float(trigger.i in sentence.quoted), "urged": float(bool(draft.parties.get("by")))}
    return draft


def _infinitives(verb: Token) -> list[Token]:
    """The infinitives after "for" ("called for missiles to be sent")."""
    return [c for prep in children(verb, "prep") if prep.lower_ == "for" for c in prep.subtree if c.tag_ in ("VB", "VBN") and c.dep_ in ("pcomp", "acl", "advcl", "relcl")]


def _is_wished(clause: Token) -> bool:
    """Whether a clause says what ought to be: "should", a bare subjunctive or a gerund."""
    words = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    return bool(words & (DEONTIC | {"be"})) or (clause.tag_ in ("VB", "VBG") and not words & {"is", "are", "was", "were", "will"})


def _persons(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if scene.namer.name(sentence, t)]


BUILDERS = {
    "urge": _from_urging, "demand": _from_demanding, "want": _from_wanting, "stress": _from_stressing, "reject": _from_rejecting, "noun": _from_noun,
}  # fmt: skip
