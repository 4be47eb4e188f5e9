"""Drafts of proposals: by whom and to whom, whatever word urges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.callings import SELF
from promissory.extraction.discourse import Referent
from promissory.extraction.kinds.addressing import (
    is_asked_of_partners,
    is_owed,
    is_to_be_given,
    nation_addressed,
    told_of,
)
from promissory.extraction.listing import everyone
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import fill_date, fill_items, fill_topics, goods_in
from promissory.extraction.syntax import after, children, is_passive, subjects, within

if TYPE_CHECKING:
    from promissory.extraction.words import Token

KIND = "proposal"
#: Verbs that in a passive go on with what was urged before.
PUBLIC = frozenset("ask urge call advise encourage recommend exhort implore".split())
#: What speaks for those who wrote or adopted it, and how they do.
PAPERS = frozenset(
    "resolution letter statement petition declaration motion appeal report amendment communique document paper memo note op-ed "
    "article manifesto bill text".split()
)
ADOPTS = frozenset(
    "adopt pass approve back support sign publish issue write endorse send release vote draft submit introduce table propose present "
    "circulate sponsor cosponsor co-sponsor unveil deliver move author launch address hand".split()
)
#: What makes those of a state no officials of it.
PRIVATE = frozenset("business church trade religious protest".split())
#: Those who act together under no name of their own.
BODIES = frozenset(
    "society community group association organisation organization coalition caucus union council committee media movement federation "
    "institute".split()
)
#: Assemblies that pass resolutions, by their names.
HOUSES = re.compile(r"Assembly|Parliament|Security Council|Senate|Congress|House of|Bundestag|Verkhovna Rada|Seimas|Saeima|Sejm")
HELP = frozenset("aid assistance help support backing money funding reinforcement equipment".split())


def urge(scene: Scene, sentence: Sentence, verb: Token, urging: list[Token], told: list[Token], rule: str) -> Draft | None:
    """A draft of what somebody urges; whoever speaks, where a passive leaves out who urges."""
    if not urging and is_passive(verb):
        return _unsaid(scene, sentence, verb, told, rule)
    urging = [a for token in urging for a in _authors(scene, sentence, token)]
    by = [w for token in urging for w in scene.voices.name_all(sentence, token)]
    if not by and any(t.lower_ in SELF for t in urging) and (voice := scene.speaker_of(sentence, verb)):
        by = [Referent(i, vague=voice.vague) for i in voice.ids]
    several = everyone(scene, sentence, urging) if by and by[0].person else scene.named(sentence, urging)
    by += [w for w in several if len(several) > len(by) and w not in by]
    if urging and (not by or by[0].vague) and not _is_private(urging[0]) and (owner := scene.namer.modifier(sentence, urging[0])):
        by = [Referent(owner)]
    if by and by[0].vague and by[0].id not in scene.pack.actor and not _is_body(urging[0]):
        by = []
    if not by and urging and verb.dep_ == "conj" and (voice := scene.speaker_of(sentence, verb)) and not voice.vague:
        by = [Referent(i) for i in voice.ids]  # "said the tanks would come soon and urged …"
    if not by and not (rule in ("urge", "noun", "list") and told_of(scene, sentence, told, [])):
        return None
    draft = scene.draft(sentence, KIND, "made", verb, rule)
    draft.add("by", [w.id for w in by])
    draft.grounds |= {"by": sentence.bounds(urging[0])} if by else {}
    return finish(scene, sentence, draft, verb, told)


def _is_body(token: Token) -> bool:
    """Whether those without a name act as a body ("civil society", "human rights groups")."""
    return token.lemma_.lower() in BODIES


def _is_private(token: Token) -> bool:
    """Whether people of a state do not speak for it ("Russian business leaders")."""
    return any(c.lower_ in PRIVATE for c in token.children)


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


def _authors(scene: Scene, sentence: Sentence, token: Token) -> list[Token]:
    """Who speaks in a paper that urges ("they adopted a resolution calling on Moscow"), else the token itself."""
    if token.lemma_.lower() not in PAPERS:
        return [token]
    if token.lemma_.lower() == "resolution" and (house := _house(scene, sentence)) is not None:
        return [house]
    named = after(token, "by", "of", "from") or children(token, "poss")
    if named:
        return named
    verb = token.head
    return (subjects(verb) if token.dep_ == "dobj" and verb.lemma_ in ADOPTS else []) or [token]


def _house(scene: Scene, sentence: Sentence) -> Token | None:
    """The assembly whose resolution it is, whoever votes for it there ("141 states backed a resolution in the General Assembly")."""
    actors = {m: scene.pack.actor.get(m.id_of("actor") or "") for m in sentence.mentions}
    return next((sentence.head_of(m) for m, actor in actors.items() if actor and HOUSES.search(actor.name)), None)


def finish(scene: Scene, sentence: Sentence, draft: Draft, trigger: Token, told: list[Token]) -> Draft:
    by = draft.parties.get("by", [])
    to = [i for i in told_of(scene, sentence, told, by) if i not in by]
    if to:
        draft.add("to", to)
        draft.grounds["to"] = sentence.bounds(told[0])
    elif nation := nation_addressed(scene, draft, told):
        draft.add("to", [nation])
        draft.inferred["to"] = "the author speaks to the people of the country"
    elif not draft.features.get("we") and (
        is_owed(scene, sentence, trigger) or is_asked_of_partners(scene, draft, trigger) or is_to_be_given(scene, sentence, trigger)
    ):
        draft.add("to", ["partners"])
        draft.inferred["to"] = "what is asked for the beneficiary is asked of its partners where nobody else is named"
    fill_date(draft, sentence, trigger)
    fill_topics(draft, scene, sentence, list(within(trigger)))
    fill_items(draft, goods_in(sentence, list(trigger.subtree)))
    if "by" in draft.grounds and (voice := scene.speaker_of(sentence, trigger)) and not set(voice.ids) & set(by):
        draft.slots["attributed_to"] = voice.ids
        draft.grounds["attributed_to"] = voice.at
    draft.features |= {"told": float(bool(to)), "quoted": float(trigger.i in sentence.quoted), "urged": float(bool(by))}
    return draft


def are_goods(sentence: Sentence, tokens: list[Token]) -> bool:
    """Whether what is asked for are goods or help, which makes it a need."""
    return any((sentence.at.get(t.i) and sentence.at[t.i].id_of("item")) or t.lemma_ in HELP for t in tokens)
