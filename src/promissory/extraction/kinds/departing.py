"""Tenures that end in other words: "gave up the post of", "handed in his notice", "asked to be released as", "had to go"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.kinds.installing import ahead, doers, drafts, office_after
from promissory.extraction.kinds.posts import Office, held_office, office_in, office_of
from promissory.extraction.listing import everyone
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import is_passive, subjects
from promissory.extraction.tree import after, children

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of giving up what one holds, and with a particle.
YIELDING = frozenset("relinquish vacate surrender renounce forsake".split())
PHRASAL = {"give": "up", "lay": "down", "hand": "back"}
SEATS = frozenset(
    "office post position job seat presidency premiership chair leadership chairmanship command portfolio reins mandate role "
    "duty function".split()
)
#: Verbs of giving notice.
NOTIFYING = frozenset("hand give tender submit offer file present".split())
#: What one asks to be, so as to go, and the words of asking.
FREED = frozenset("release relieve discharge free excuse dismiss".split())
ASKING = frozenset("ask request seek wish want demand apply".split())
REQUESTS = frozenset("request wish application demand plea desire".split())
#: Verbs of being made to go.
OUSTED = frozenset("force push drive edge ease shove".split())


def find_departures(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that these wordings tell."""
    for verb in sentence.tokens:
        if verb.lemma_ in FREED and verb.tag_ == "VBN" and is_passive(verb):
            yield from _leaves(scene, sentence, verb, _asking(scene, sentence, verb), office_after(scene, sentence, verb))
            continue
        if verb.pos_ != "VERB" or ahead(scene, sentence, verb, "leaves_office") is None:
            continue
        if office := _given_up(scene, sentence, verb):
            yield from _leaves(scene, sentence, verb, doers(scene, sentence, verb), office)
        elif _gives_notice(verb) or _has_to_go(scene, sentence, verb):
            yield from _leaves(scene, sentence, verb, doers(scene, sentence, verb), None)
        elif verb.lemma_ in OUSTED and is_passive(verb) and any(c.lower_ == "out" for c in verb.children):
            yield from _leaves(scene, sentence, verb, everyone(scene, sentence, subjects(verb)), office_after(scene, sentence, verb))


def _leaves(scene: Scene, sentence: Sentence, verb: Token, people: list[Referent], office: Office | None) -> Iterator[Draft]:
    """The drafts for those of whom the post is told or known."""
    known = [p for p in people if p.person and (office or held_office(scene, sentence, p.id, taken=False))]
    yield from drafts(scene, sentence, verb, known[:1], office, "leaves_office", "departs")


def _given_up(scene: Scene, sentence: Sentence, verb: Token) -> Office | None:
    """ "Gave up the post of prime minister", "relinquished the premiership": the post."""
    particle = PHRASAL.get(verb.lemma_)
    if not (verb.lemma_ in YIELDING or (particle and any(c.lower_ == particle for c in verb.children))):
        return None
    seat = next((o for o in children(verb, "dobj") if o.lemma_.lower() in SEATS), None)
    if seat is None:
        return None
    one = next(iter(doers(scene, sentence, verb)), None)
    return office_in(scene, sentence, seat) or (held_office(scene, sentence, one.id, taken=False, leaving=True) if one else None)


def _gives_notice(verb: Token) -> bool:
    """ "Handed in his notice"."""
    notices = [o for o in children(verb, "dobj") if o.lemma_ == "notice" and any(c.lower_ in ("his", "her", "their") for c in o.lefts)]
    return verb.lemma_ in NOTIFYING and bool(notices)


def _has_to_go(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "The chief of staff, X, had to go on Friday": one with a post beside the name, and nowhere is said to be the goal."""
    forced = verb.lemma_ == "go" and verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and verb.head.tag_ == "VBD"
    nowhere = not after(verb, "to", "into", "through", "for", "with", "without") and not children(verb, "prt", "xcomp", "dobj", "advmod")
    titles = [t for s in subjects(verb) for t in (s, *s.children) if office_of(scene, sentence, t)]
    return forced and nowhere and bool(titles)


def _asking(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """Who asked to be released: the subject of the asking, or whose request it was."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in ASKING and not scene.mood(sentence, above).negated:
        return doers(scene, sentence, above)
    requests = [t for t in (above, *children(verb, "nsubjpass")) if t.lemma_ in REQUESTS]  # the parser may take it for who is freed
    return everyone(scene, sentence, [p for t in requests for p in children(t, "poss")])
