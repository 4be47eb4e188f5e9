"""Finding statements: what named people and bodies say on the record, quoted or reported."""

from __future__ import annotations

from collections.abc import Iterator

from promissory.extraction.attributing import Attribution
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import children
from promissory.extraction.voicing import Voice


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The statements that begin in a sentence."""
    for attribution in scene.attributions:
        if attribution.first == sentence.number and (draft := _draft(scene, attribution)):
            yield draft


def _draft(scene: Scene, attribution: Attribution) -> Draft | None:
    voice = scene.voice(attribution)
    if voice is None:
        return None
    quoted = bool(attribution.quotations)
    if voice.vague and not (quoted and attribution.cues):
        return None
    if not quoted and _is_aside(scene, attribution, voice):
        return None
    trigger = attribution.cues[0][0].bounds(attribution.cues[0][1].word) if attribution.cues else voice.at
    draft = Draft(
        "statement",
        "quoted" if quoted else "reported",
        trigger,
        evidence=runs(sorted((s.start, s.end) for s in attribution.sentences), scene.document.text),
        grounds={"status": trigger, "speaker": voice.at},
        rule=attribution.cues[0][1].role if attribution.cues else "subject",
    )
    draft.add("speaker", list(voice.ids))
    return draft


def _is_aside(scene: Scene, attribution: Attribution, voice: Voice) -> bool:
    """Whether a report is none of speech: a guest welcomed, a paper named as the source of news, a heading with a colon."""
    sentence, cue = attribution.cues[0]
    if cue.word.lemma_ == "welcome":
        guests = scene.named(sentence, children(cue.word, "dobj"))
        return any(g.person for g in guests)
    if cue.role == "label":
        return not voice.person
    return cue.word.lemma_ == "report" and not voice.person and cue.word.i > min(cue.content)


def runs(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans with those that follow one another joined."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
