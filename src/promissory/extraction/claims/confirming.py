"""Others who tell what was told before: "the minister confirmed the delivery", "the same news came from Oslo", "put the toll at six"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, things_of
from promissory.extraction.grammar.tree import after
from promissory.extraction.lexicon.goods import GIFTS, HANDOVERS, PARCELS
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import HITS
from promissory.extraction.speech.voicing import Voice

if TYPE_CHECKING:
    from promissory.extraction.words import Token

Judged = tuple[float, Draft]
#: Verbs with which somebody tells again what is known.
CONFIRMS = frozenset("confirm verify corroborate announce disclose reveal report acknowledge declare certify".split())
#: "Made the delivery public", "broke the news", "put the toll at six".
MAKES = {"make": frozenset(("public", "known")), "break": frozenset(("news", "story"))}
COUNTS = frozenset("put count give estimate set place".split())
FIGURES = frozenset("number toll figure count tally total".split())
#: Of whom a figure tells that goes with an attack; a toll is of them by itself.
VICTIMS = frozenset("kill wound injure die dead death killed wounded injured casualty victim fatality toll".split())
#: What is told, by the kinds of claim it may be.
TOLD = GIFTS | HANDOVERS | PARCELS | frozenset("arrival aid assistance pledge supply".split())
DEALS = AGREEMENTS | frozenset("signing signature".split())
POSTS = frozenset("appointment resignation dismissal departure nomination".split())
ANY = frozenset("news decision report information move plan announcement".split())
KINDS = (("commitment", TOLD), ("agreement", DEALS), ("attack", HITS), ("tenure", POSTS))
POINTS = frozenset(("the", "this", "that", "same", "such", "its", "their"))


@dataclass(frozen=True)
class Confirmation:
    """Who confirms what in which sentence; `kinds` are those that the noun may stand for."""

    sentence: Sentence
    kinds: frozenset[str]
    who: tuple[str, ...]


def confirm(scene: Scene, drafts: Sequence[Judged]) -> list[Judged]:
    """The drafts, each with those who confirm it further down as tellers too."""
    known = list(drafts)
    headings = {s.start for s in scene.sentences if s.block.heading}
    for found in (c for s in scene.sentences for c in _confirmations(scene, s)):
        if (at := _meant(known, found, headings)) is not None:
            confidence, draft = known[at]
            tellers = dict.fromkeys((*draft.slots.get("attributed_to", ()), *found.who))
            known[at] = confidence, replace(draft, slots=draft.slots | {"attributed_to": tuple(tellers)})
    return known


def _meant(drafts: Sequence[Judged], found: Confirmation, headings: set[int]) -> int | None:
    """Which draft of the kinds that are confirmed is meant: that of the headline, else the one told last before the sentence."""
    before = [n for n, (_, d) in enumerate(drafts) if d.kind in found.kinds and d.evidence[0][0] < found.sentence.start]
    news = [n for n in before if drafts[n][1].evidence[0][0] in headings]
    last = max(before, key=lambda n: max(end for _, end in drafts[n][1].evidence if end <= found.sentence.start), default=None)
    return news[0] if len(news) == 1 else last


def _confirmations(scene: Scene, sentence: Sentence) -> Iterator[Confirmation]:
    for verb in sentence.tokens:
        kinds = _kinds_told(verb) if verb.pos_ == "VERB" and verb.i not in sentence.quoted else ()
        if not kinds or not scene.mood(sentence, verb).is_done:
            continue
        if who := _tellers(scene, sentence, actors_of(verb)):
            yield Confirmation(sentence, kinds, who)


def _kinds_told(verb: Token) -> frozenset[str]:
    """The kinds of claim that the object of a verb of confirming points back at."""
    if not any(verb.lemma_ in verbs for verbs in (COUNTS, CONFIRMS, MAKES)):
        return frozenset()
    things = [t for t in things_of(verb) if any(c.lower_ in POINTS for c in t.lefts)]
    if verb.lemma_ in COUNTS and (at := after(verb, "at")) and _counts_victims(things, at):
        return frozenset(("attack",))
    made = {c.lower_ for c in verb.children} & MAKES.get(verb.lemma_, frozenset())
    if verb.lemma_ not in CONFIRMS and not made:
        return frozenset()
    told = {kind for t in things for kind, nouns in KINDS if t.lemma_.lower() in nouns and _is_bare(t)}
    return frozenset(told or ({k for k, _ in KINDS} if any(t.lemma_.lower() in ANY and _is_bare(t) for t in things) else ()))


def _counts_victims(things: Sequence[Token], at: Sequence[Token]) -> bool:
    """ "Put the number of dead at six", "the figure at six killed"."""
    figures = [t for t in things if t.lemma_ in FIGURES]
    return bool(figures) and any(t.lemma_.lower() in VICTIMS for top in (*figures, *at) for t in top.subtree)


def _is_bare(noun: Token) -> bool:
    """Whether a noun has no figures or clause of its own that would make it another thing ("the delivery of six tanks")."""
    return not any(c.dep_ in ("nummod", "relcl", "acl", "prep") and c.lower_ not in ("on", "in", "at", "to") for c in noun.children)


def _tellers(scene: Scene, sentence: Sentence, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Those of some words who have names."""
    heard = [scene.voice(a) for a in scene.speech.get(sentence.number, [])]
    spoke: list[Voice] = [v for v in heard if v and not v.vague]
    who = [w for t in tokens if t.pos_ != "PRON" for w in scene.voices.name_all(sentence, t) if not w.vague]
    pronouns = [i for t in tokens if t.pos_ == "PRON" for v in spoke[:1] for i in v.ids if t.lower_ in ("he", "she", "it", "they")]
    return tuple(dict.fromkeys((*(w.id for w in who), *pronouns)))
