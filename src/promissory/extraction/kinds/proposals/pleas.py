"""Drafts of proposals: by whom and to whom, whatever word urges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive
from promissory.extraction.grammar.tree import within
from promissory.extraction.kinds.matters.addressing import (
    is_asked_of_partners,
    is_hostile_act,
    is_owed,
    is_return,
    is_to_be_given,
    is_truce,
    nation_addressed,
    told_of,
)
from promissory.extraction.kinds.matters.foes import opponent
from promissory.extraction.kinds.proposals.straying import inserted_agents, likewise
from promissory.extraction.kinds.proposals.unnamed import is_somebody
from promissory.extraction.kinds.proposals.urgers import PAPERS, urgers
from promissory.extraction.lexicon.goods import AID, MONEY
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_date, fill_items, fill_topics, goods_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

KIND = "proposal"
#: Verbs that in a passive go on with what was urged before.
PUBLIC = frozenset("ask urge call advise encourage recommend exhort implore".split())
#: How somebody without a name that is known may urge.
UNNAMED = frozenset("demand want noun urge".split())
HELP = AID | MONEY | frozenset("backing reinforcement equipment".split())


def urge(scene: Scene, sentence: Sentence, verb: Token, urging: list[Token], told: list[Token], rule: str) -> Draft | None:
    """A draft of what somebody urges; whoever speaks, where a passive leaves out who urges."""
    if verb.lemma_ == "encourage" and not any(c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ == "VB" for c in verb.children):
        return None  # "encourages closer collaboration": nobody is asked to do anything
    if not urging and is_passive(verb) and not inserted_agents(verb):
        return _unsaid(scene, sentence, verb, told, rule)
    urging = urging or inserted_agents(verb)
    by = [*urgers(scene, sentence, verb, urging), *scene.named(sentence, likewise(verb))]
    said = rule in ("urge", "noun", "list") or any(t.lemma_.lower() in PAPERS for t in urging)  # "a petition demands that Berlin act"
    named = rule == "demand" and verb.dep_ != "relcl" and bool(scene.named(sentence, told))  # "farmers demand that Warsaw act"
    unnamed = rule in UNNAMED and is_somebody(urging) and scene.focus > 0  # "we recommend that the service recover the fees"
    if not by and not named and not unnamed and not (said and told_of(scene, sentence, told, [])):
        return None
    draft = scene.draft(sentence, KIND, "made", verb, rule)
    draft.add("by", [w.id for w in by])
    draft.grounds |= {"by": sentence.bounds((urging or [verb])[0])} if by else {}
    return finish(scene, sentence, draft, verb, told)


def _unsaid(scene: Scene, sentence: Sentence, verb: Token, told: list[Token], rule: str) -> Draft | None:
    """ "Europeans are urged to act": by whoever says so, by the author, or by whoever urged before."""
    voice = scene.speaker_of(sentence, verb)
    last = list(scene.voices.last) if verb.lemma_ in PUBLIC - {"ask"} else []
    by = list(voice.ids) if voice else [scene.discourse.author] if scene.discourse.author else last
    if not by and not (verb.lemma_ in PUBLIC and told_of(scene, sentence, told, [])):
        return None
    draft = scene.draft(sentence, KIND, "made", verb, rule)
    draft.add("by", by)
    draft.grounds |= {"by": voice.at} if voice else {}
    draft.inferred |= {} if voice else {"by": "whoever speaks in the text"}
    return finish(scene, sentence, draft, verb, told)


def finish(scene: Scene, sentence: Sentence, draft: Draft, trigger: Token, told: list[Token]) -> Draft:
    by = draft.parties.get("by", [])
    to = [i for i in told_of(scene, sentence, told, by) if i not in by]
    other = opponent(scene.beneficiary)
    if to:
        draft.add("to", to)
        draft.grounds["to"] = sentence.bounds(told[0])
    elif nation := nation_addressed(scene, draft, trigger, told):
        draft.add("to", [nation])
        draft.inferred["to"] = "the author speaks to the people of the country"
    elif other and (is_hostile_act(scene, sentence, trigger) or is_return(trigger)) and other not in map(scene.namer.state_of, by):
        draft.add("to", [other])
        draft.inferred["to"] = "who attacks or holds them"
    elif other and is_truce(scene, by, trigger):
        draft.add("to", [other])
        draft.inferred["to"] = "who else would have to cease fire"
    elif not (draft.features.get("we") or any(is_human(t.lemma_.lower()) for t in told if t.pos_ == "NOUN" and t.tag_ == "NN")) and (
        is_owed(scene, sentence, trigger) or is_asked_of_partners(scene, draft, trigger) or is_to_be_given(scene, sentence, trigger)
    ):
        draft.add("to", ["partners"])
        draft.inferred["to"] = "what is asked for the beneficiary is asked of its partners where nobody else is named"
    fill_date(draft, sentence, trigger)
    fill_topics(draft, scene, sentence, list(within(trigger)))
    fill_items(draft, goods_in(sentence, list(trigger.subtree)))
    if "by" in draft.grounds and (voice := scene.speaker_of(sentence, trigger)) and not (voice.vague or set(voice.ids) & set(by)):
        draft.slots["attributed_to"] = voice.ids
        draft.grounds["attributed_to"] = voice.at
    draft.features |= {"told": float(bool(to)), "quoted": float(trigger.i in sentence.quoted), "urged": float(bool(by))}
    return draft


def are_goods(sentence: Sentence, tokens: list[Token]) -> bool:
    """Whether what is asked for are goods or help, which makes it a need."""
    return any((sentence.at.get(t.i) and sentence.at[t.i].id_of("item")) or t.lemma_ in HELP for t in tokens)
