"""Finding statements: what named people and bodies say on the record, quoted or reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from promissory.extraction.calendar.dates import DateMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, things_of
from promissory.extraction.grammar.tree import SUBJECTS, children, clause
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.grammar.verbal import (
    EVENTS,
    begins_thing,
    finite_of,
    is_background,
    is_bound,
    is_of_noun,
    tense_of_verb,
    times_of,
)
from promissory.extraction.kinds.matters.opining import POLLS
from promissory.extraction.kinds.proposals.answering import is_answer
from promissory.extraction.lexicon.callings import PERSON_NOUNS, SELF
from promissory.extraction.lexicon.sayers import DOCUMENTS, FINDINGS, SOURCES, WORDS, may_speak
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.dayline import day_told, is_long_before
from promissory.extraction.slots.listing import everyone
from promissory.extraction.speech.attributing import Attribution
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.speakers import authors
from promissory.extraction.speech.voicing import Voice
from promissory.extraction.text.marking import Quotation

#: Indirect speech with fewer words between marks is reported, not quoted.
FEWEST_QUOTED = 2
#: Verbs for a way of speaking, by which what stands beside them is told ("it was his business, he shrugged").
UTTERS = frozenset(
    "shrug sigh joke quip grumble mutter muse scoff sneer fume marvel boast brag chuckle smile grin enthuse murmur whisper".split()
)
#: Pronouns that mean people who are received ("they were welcomed by the mayor").
PERSONAL = frozenset("he she they we guest visitor".split())
NAMELESS = frozenset("unnamed anonymous unidentified undisclosed".split())
#: Those who speak for no state, whatever nation they are of.
PRIVATE = frozenset("analyst expert economist observer commentator pundit historian scholar academic activist campaigner critic".split())
DENYING = frozenset("deny refute rebut disavow".split())
OTHERS = ("commitment", "need", "agreement", "meeting", "attack", "initiative", "tenure", "proposal")


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The statements that begin in a sentence."""
    for attribution in scene.speech.get(sentence.number, ()):
        if attribution.first == sentence.number and (draft := _draft(scene, attribution)):
            yield draft


def _draft(scene: Scene, attribution: Attribution) -> Draft | None:
    voice = scene.voice(attribution)
    if voice is None or _is_author(scene, attribution):
        return None
    said = [q for q in attribution.quotations if not _is_name(scene, q)]
    quoted = sum(len(scene.document.text[q.start : q.end].split()) for q in said) >= FEWEST_QUOTED
    if voice.vague and not (attribution.quotations and (attribution.cues or voice.person)):
        return None
    if _are_private(scene, attribution, voice):
        return None
    if _is_nameless(scene, attribution, voice) or _is_poll(attribution) or (voice.vague and _is_thing(attribution)):
        return None
    if voice.vague and all(cue.role == "source" for _, cue in attribution.cues) and attribution.cues:
        return None
    if not attribution.quotations and (_is_aside(scene, attribution, voice) or _is_unnamed(attribution)):
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
    draft.add("speaker", _speakers(scene, attribution, voice))
    draft.features |= _features(scene, attribution, voice)
    _date(scene, draft, attribution)
    return draft


def _is_name(scene: Scene, quotation: Quotation) -> bool:
    """ "The “coalition of the willing” will meet": a name between marks, and no words of the one who speaks."""
    mentions = [(s, m) for s in scene.within(quotation.start, quotation.end) for m in s.mentions]
    named = [(s.start + m.start, s.start + m.end) for s, m in mentions if m.id_of("actor", "metonym", "framework", "person", "place")]
    text = scene.document.text
    return any(
        quotation.start <= a < b <= quotation.end and not re.search(r"\w", text[quotation.start : a] + text[b : quotation.end])
        for a, b in named
    )


def _is_nameless(scene: Scene, attribution: Attribution, voice: Voice) -> bool:
    """ "The unnamed diplomat said": somebody whose name is withheld, and for whom no state or body is named."""
    heads = attribution.speakers[1] if attribution.speakers else ()
    hidden = any(c.lower_ in NAMELESS for t in heads for c in t.lefts)
    return hidden and not any(i in scene.pack.actor or i in scene.pack.person for i in voice.ids)


def _are_private(scene: Scene, attribution: Attribution, voice: Voice) -> bool:
    """ "Ukrainian analysts believe": people who speak for nobody, of whom only the nation is known."""
    heads = attribution.speakers[1] if attribution.speakers else ()
    states = [i for i in voice.ids if i in scene.pack.actor and scene.pack.actor[i].type == "state"]
    return bool(states) and len(states) == len(voice.ids) and bool(heads) and all(t.lemma_.lower() in PRIVATE for t in heads)


def _is_poll(attribution: Attribution) -> bool:
    """Whether a poll speaks: what many people think is no word of those who asked them."""
    return attribution.speakers is not None and any(t.lemma_.lower() in POLLS for t in attribution.speakers[1])


def _is_thing(attribution: Attribution) -> bool:
    """Whether what is said to speak is neither people nor a body nor a paper ("activity that threatened the city")."""
    heads = attribution.speakers[1] if attribution.speakers else ()
    return bool(heads) and all(
        t.pos_ == "NOUN" and not may_speak(t) and t.lemma_.lower() not in DOCUMENTS | FINDINGS | WORDS and t.tag_ == "NN" for t in heads
    )


def _is_unnamed(attribution: Attribution) -> bool:
    """Whether sources speak that have no name: a claim may be told by their government, but nobody states it on the record."""
    return attribution.speakers is not None and all(t.lemma_.lower() in SOURCES for t in attribution.speakers[1])


def _speakers(scene: Scene, attribution: Attribution, voice: Voice) -> list[str]:
    """Everyone who speaks: "the leaders of Estonia and Latvia", people in a row that the parser tears apart."""
    if attribution.speakers is None or voice.vague:
        return list(voice.ids)
    sentence, heads = attribution.speakers
    heads = tuple(w for t in heads for w in (authors(t) if t.lemma_.lower() in DOCUMENTS else ()) or [t])
    named = {i for m in sentence.mentions if (i := m.id_of("person", "surname"))}
    # "Edmonds" and "Williams" are plurals to the parser
    plural = any(t.tag_ == "NNS" or (t.tag_ == "NNPS" and not voice.person) for t in heads)
    people = voice.person and len(voice.ids) > 1  # "the presidents of Latvia and Moldova, X and Y": the two, not their states beside them
    told = [w for w in everyone(scene, sentence, heads) if w.person or not people]
    several = [w.id for w in told if plural or w.id in named or w.id in voice.ids]
    if len(several) <= len(voice.ids) or not set(voice.ids) <= set(several):
        return list(voice.ids)
    scene.voices.group = scene.voices.last = tuple(several)  # "they said" goes on with all of them
    scene.voices.heard[id(attribution)] = replace(voice, ids=tuple(several))
    return several


def _features(scene: Scene, attribution: Attribution, voice: Voice) -> dict[str, float]:
    """What the ranker may weigh: how it is said, by whom, and what kind of claim its content would be."""
    found = {"form=quoted" if attribution.quotations else "form=reported": 1.0, f"sentences={min(3, len(attribution.sentences))}": 1.0}
    found |= {"person": float(voice.person), "vague": float(voice.vague)}
    for sentence, cue in attribution.cues:
        found |= {f"cue={cue.word.lemma_.lower()}": 1.0, f"role={cue.role}": 1.0}
        # what is refused or not done is no claim of another kind, so that somebody's saying so is one
        refused = any(scene.mood(sentence, sentence.tokens[i]).negated for i in _roots(sentence, cue))
        kinds = contents(scene, sentence, cue)
        found |= {"content=not": 1.0} if refused else {f"content={kind}": 1.0 for kind in kinds}
        found["refusal"] = max(found.get("refusal", 0.0), float(refused and "commitment" in kinds and not voice.vague))
        found["sure"] = max(found.get("sure", 0.0), float(not voice.vague and _is_denial(scene, sentence, cue)))
    return found


def _is_denial(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """ "Israel denied that it had shipped them": whatever is denied is no claim, so that the denial is a position of its own."""
    verb = cue.word
    told = verb.lemma_ in DENYING and verb.pos_ == "VERB" and verb.dep_ not in ("relcl", "acl", "advcl")
    mood = scene.mood(sentence, verb)
    return told and not (mood.negated or mood.modal or mood.conditional or sentence.block.heading)


def contents(scene: Scene, sentence: Sentence, cue: Cue) -> list[str]:
    """The kinds of claim that the main word of a report's content opens."""
    roots = _roots(sentence, cue)
    opened = ((kind, triggers(scene.pack, sentence, kind)) for kind in OTHERS)
    return [kind for kind, found in opened if any(token.i in roots and not is_answer(frame) for token, frame in found)]


def _roots(sentence: Sentence, cue: Cue) -> set[int]:
    """The main words of what is reported."""
    return {i for i in cue.content if sentence.tokens[i].head.i not in cue.content}


def _date(scene: Scene, draft: Draft, attribution: Attribution) -> None:
    """The day of the cue's clause, else the day this speaker spoke last in the text."""
    for sentence, cue in attribution.cues:
        mention = next((d for d in sentence.dates if d.value and _dates(sentence, d, cue)), None)
        if mention:
            draft.slots["date"] = mention.value
            draft.grounds["date"] = (sentence.start + mention.start, sentence.start + mention.end)
            scene.voices.days[tuple(draft.parties["speaker"])] = (str(mention.value), draft.grounds["date"])
            return
    if _background(attribution):
        return
    if known := scene.voices.days.get(tuple(draft.parties["speaker"])):
        draft.slots["date"], draft.grounds["date"] = known
        draft.inferred["date"] = "the day the speaker spoke on, told before"
    elif told := _day_told(scene, attribution):
        draft.slots["date"], draft.grounds["date"] = told
        draft.inferred["date"] = "the day the report tells of"


def _background(attribution: Attribution) -> bool:
    """Whether the cue says that it was said before, or at another time."""
    cues = [(sentence, finite_of(cue.word)) for sentence, cue in attribution.cues]
    return any(is_background(*cue) or tense_of_verb(cue[1]) == "pluperfect" or times_of(*cue) for cue in cues)


def _day_told(scene: Scene, attribution: Attribution) -> tuple[str, tuple[int, int]] | None:
    published = scene.document.published
    first = attribution.sentences[0]
    words = [cue.word for _, cue in attribution.cues]
    past = any(w.tag_ in ("VBD", "VBN", "VBG") for w in words) and not any(c.lower_ == "had" for w in words for c in w.children)
    told = day_told(scene.sentences, published.value if published else None, first.number, first.block_number) if past else None
    perfect = any(tense_of_verb(finite_of(w)) == "perfect" for w in words)
    return None if told and published and perfect and is_long_before(told[0], published.value) else told


def _dates(sentence: Sentence, mention: DateMention, cue: Cue) -> bool:
    """Whether a date says when the cue's verb happened."""
    head = sentence.head_of(mention)
    if head is None or head.i in cue.content or head.i in sentence.quoted or is_bound(sentence, mention, cue.word, EVENTS):
        return False
    if is_of_noun(head) or begins_thing(sentence, mention):
        return False
    told = clause(head)
    # "thanked Oslo for the package announced in March, and stressed": the day of what another verb is about
    apart = told.dep_ in ("relcl", "acl") and clause(told.head).i != cue.word.i and clause(told.head).pos_ == "VERB"
    inside = told.dep_ in ("relcl", "acl") and (told.head.dep_ in SUBJECTS or apart) and told.i != cue.word.i
    return told.i == cue.word.i or (head.i < cue.word.i <= head.i + 6 and not inside)


def _is_author(scene: Scene, attribution: Attribution) -> bool:
    """Whether the author of a first-person text speaks: the text's own sentences are no statements."""
    speakers = attribution.speakers
    return speakers is not None and scene.discourse.author is not None and all(t.lower_ in SELF for t in speakers[1])


def _is_aside(scene: Scene, attribution: Attribution, voice: Voice) -> bool:
    """Whether a report is none of speech: a guest welcomed, a paper named as the source of news, a heading with a colon."""
    sentence, cue = attribution.cues[0]
    if cue.word.lemma_ == "welcome":
        received = things_of(cue.word)
        guests = scene.named(sentence, received)
        brought = any(p.lower_ == "to" and sentence.at.get(t.i) for p in children(cue.word, "prep") for t in children(p, "pobj"))
        people = PERSON_NOUNS | (PERSONAL if is_passive(cue.word) else frozenset())
        return brought or any(g.person for g in guests) or any(t.lemma_.lower() in people for t in received)
    if cue.word.lemma_ == "question" and any(w.person for w in scene.named(sentence, children(cue.word, "dobj"))):
        return True
    if cue.word.lemma_ == "name":
        return any(t.lemma_ in PERSON_NOUNS for t in children(cue.word, "oprd", "attr"))
    if cue.word.lemma_ == "vow" and "commitment" in contents(scene, sentence, cue):
        return True
    if (
        cue.role == "label"
        or (cue.role == "quote" and cue.word.lemma_ not in UTTERS)
        or (cue.word.lemma_ == "announce" and (contents(scene, sentence, cue) or not _is_clause(cue)))
    ):
        return True
    return cue.word.lemma_ == "report" and not voice.person and cue.word.i > min(cue.content)


def _is_clause(cue: Cue) -> bool:
    """Whether what is said is a clause ("announced that …"), not a thing ("announced a package")."""
    return any(c.dep_ == "ccomp" and c.i in cue.content for c in cue.word.children)


def runs(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans with those that follow one another joined."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
