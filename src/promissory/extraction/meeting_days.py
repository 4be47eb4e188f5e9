"""When a meeting was whose own words give no day: the day its report tells of, or the day of the author's own account."""

from __future__ import annotations

from promissory.extraction.dayline import DAY, LEAD, day_told
from promissory.extraction.nominals import GONE, modifiers, takers
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence

#: Words before a meeting that set it apart from the day the report tells of, beside those that put it in the past.
APART = GONE | frozenset("annual every regular future next series several many numerous multiple rare".split())


def date_meeting(scene: Scene, draft: Draft) -> None:
    """Give a meeting held without a day of its own the day that its report tells of."""
    published = scene.document.published
    if draft.kind != "meeting" or draft.status != "held" or "date" in draft.slots:
        return
    if published is None or not DAY.fullmatch(published.value) or (sentence := _sentence_of(scene, draft)) is None:
        return
    if _is_apart(sentence, draft):
        return
    if scene.discourse.author in draft.parties.get("participant", []):
        draft.slots["date"], draft.inferred["date"] = published.value, "the author tells of the day the text appeared"
        return
    headline = sentence.block.heading and sentence.number < LEAD
    number = min(LEAD, len(scene.sentences)) - 1 if headline else sentence.number
    if told := day_told(scene.sentences, published.value, number, sentence.block_number):
        draft.slots["date"], draft.grounds["date"] = told
        draft.inferred["date"] = "the day the report tells of"


def _sentence_of(scene: Scene, draft: Draft) -> Sentence | None:
    found = scene.within(*draft.trigger)
    return found[0] if found else None


def _is_apart(sentence: Sentence, draft: Draft) -> bool:
    """ "Had met", "the last meeting", "meetings in Paris": another day than the one told of."""
    trigger = next((t for t in sentence.tokens if sentence.start + t.idx == draft.trigger[0]), None)
    if trigger is None:
        return True
    if trigger.pos_ in ("NOUN", "PROPN") and modifiers(trigger) & APART:
        return True
    return any(c.lower_ == "had" and c.dep_ == "aux" for verb in takers(trigger) for c in verb.children)
