"""Where something happened that its own phrase does not place: "in Brussels, where ministers met", "told reporters in Berlin".

Read after the drafts of a document are joined, so that no such place joins, parts or keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import takers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import clause
from promissory.extraction.grammar.verbal import own_words
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.placing import STATES_OF_THINGS, Spot, spots_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Kinds that are placed by the clause around them; what a gift or an attack has beside it is its goal.
PLACED = frozenset(("meeting", "statement", "agreement", "proposal"))
#: Last words of the names of waters, on which nobody meets or speaks.
WATERS = frozenset("sea ocean strait river gulf".split())
#: Participles beside a verb of saying that tell where it was said.
SAYING_THERE = frozenset("speak appear address talk stand open visit attend".split())
INSIDE = frozenset(("in", "at", "near", "outside", "inside"))


def locate_drafts(scene: Scene, drafts: Iterable[tuple[float, Draft]]) -> Iterator[tuple[float, Draft]]:
    """The drafts, those without a place given the one their clause names."""
    for confidence, draft in drafts:
        yield confidence, _located(scene, draft) if "place" not in draft.slots and _is_placed(draft) else draft


def _is_placed(draft: Draft) -> bool:
    """Whether the clause around a claim says where it is; training is where the trainees are, a call is nowhere."""
    if draft.kind == "meeting" and draft.slots.get("format") == "call":
        return False
    # "Bondar was born in Odesa. “…”": where a speaker is told of is not where the words were said
    apart = draft.rule == "subject" and all(not start <= draft.trigger[0] < end for start, end in draft.evidence)
    return (draft.kind in PLACED and not apart) or draft.slots.get("support") == "training"


def _located(scene: Scene, draft: Draft) -> Draft:
    for start in dict.fromkeys((draft.trigger[0], *(start for start, _ in draft.evidence))):
        for sentence in scene.within(start, start + 1):
            if (token := _word_at(sentence, start, draft.trigger[0])) and (
                spot := _spot_of(scene, sentence, token, spoken=draft.kind == "statement")
            ):
                if spot.name.split()[-1].lower() in WATERS:
                    continue
                at = (sentence.start + spot.start, sentence.start + spot.end)
                return replace(draft, slots=draft.slots | {"place": spot.name}, grounds=draft.grounds | {"place": at})
    return draft


def _word_at(sentence: Sentence, start: int, trigger: int) -> Token | None:
    """The trigger, or the main verb of another sentence that tells the same."""
    if start == trigger:
        return next((t for t in sentence.tokens if sentence.start + t.idx + len(t) > start), None)
    return next((t for t in sentence.tokens if t.head.i == t.i), None)


def _spot_of(scene: Scene, sentence: Sentence, token: Token, *, spoken: bool) -> Spot | None:
    """The town or area that a clause names as its own, or that it is told of by "where"."""
    spots = [s for s in spots_in(scene, sentence) if s.head.i not in sentence.quoted]
    if spoken:  # "says the analyst, of the institute in Philadelphia"
        whose = {t.i for verb in (clause(token),) for subject in subjects(verb) for t in subject.subtree}
        spots = [s for s in spots if s.head.i not in whose]
    spots = [s for s in spots if s.width < 2] or [s for s in spots if s.head.dep_ == "pobj" and s.head.head.lower_ == "in"]
    verbs = takers(token) or [clause(token)]
    if not spots and any(c.lower_ == "there" and c.dep_ == "advmod" for word in (token, *verbs) for c in word.children):
        return _told_before(scene, sentence)
    for verb in verbs:
        if spot := _before_where(spots, verb) or _in_clause(sentence, spots, verb):
            return spot
    return _at_the_end(sentence, spots, verbs[0])


def _told_before(scene: Scene, sentence: Sentence) -> Spot | None:
    """ "He is in Vilnius. He held talks there": the town that the sentence before ends with."""
    before = scene.sentences[max(0, sentence.number - 1) : sentence.number]
    towns = [(one, s) for one in before for s in spots_in(scene, one) if s.width < 2 and s.head.dep_ in ("pobj", "dobj")]
    if not towns:
        return None
    one, spot = towns[-1]
    back = one.start - sentence.start  # a spot's offsets are those of its sentence
    return replace(spot, start=spot.start + back, end=spot.end + back)


def _at_the_end(sentence: Sentence, spots: list[Spot], verb: Token) -> Spot | None:
    """The one place of a sentence, at the end of a participle that the parser hangs it on ("with senators led by X in Kyiv")."""
    if len({s.name for s in spots}) != 1 or spots[0].head.head.lower_ not in INSIDE:
        return None
    below = clause(spots[0].head)
    behind = [t for t in sentence.tokens[spots[0].head.i + 1 :] if t.pos_ in ("VERB", "AUX", "NOUN", "PROPN")]
    return spots[0] if below.dep_ == "acl" and below.tag_ == "VBN" and clause(below.head).i == verb.i and not behind else None


def _before_where(spots: list[Spot], verb: Token) -> Spot | None:
    """The place before "where" ("in Brussels, where ministers met on Friday")."""
    where = next((c for c in verb.children if c.lower_ == "where"), None)
    before = [s for s in spots if where is not None and s.head.i < where.i]
    return before[-1] if before else None


def _in_clause(sentence: Sentence, spots: list[Spot], verb: Token) -> Spot | None:
    """The one place in a verb's clause that it is told to happen in."""
    own = {t.i for t in own_words(sentence, verb)}
    found = [s for s in spots if s.head.i in own and _is_inside(s.head, verb) and not (s.width > 1 and _is_of_topic(s.head, verb))]
    if not found:  # "speaking in Warsaw, X said"
        asides = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in SAYING_THERE]
        found = [
            s for aside in asides for s in spots if clause(s.head).i == aside.i and _is_inside(s.head, aside) and not _is_topic(s, aside)
        ]
    return found[0] if len({s.name for s in found}) == 1 else None


def _is_of_topic(head: Token, verb: Token) -> bool:
    """ "Underscored the importance of peace in Ukraine": where what is spoken of is, and not those to whom it is said."""
    above = head.head.head
    return above.i != verb.i and above.lemma_.lower() in STATES_OF_THINGS and head.head.i == above.i + 1


def _is_topic(spot: Spot, aside: Token) -> bool:
    """ "Speaking of the attacks in Kharkiv": what was spoken of."""
    return any(a.lower_ in ("of", "about", "on") and a.head.i == aside.i for a in spot.head.ancestors)


def _is_inside(head: Token, verb: Token) -> bool:
    """Whether a place hangs on "in" or "at" beside the verb or its object ("told reporters in Berlin")."""
    while head.dep_ in ("conj", "appos", "compound", "nmod") and head.head.pos_ in ("PROPN", "NOUN"):
        head = head.head
    if head.dep_ != "pobj" or head.head.lower_ not in INSIDE:
        return False
    above = head.head.head
    return above.i == verb.i or (above.dep_ in ("dobj", "pobj", "attr") and verb.i in {a.i for a in above.ancestors})
