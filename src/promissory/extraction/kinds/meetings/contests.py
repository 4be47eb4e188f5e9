"""Meetings on the pitch and in the ring, which are none: "Ukraine met Poland in a friendly", "meets him for the heavyweight title"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from promissory.extraction.grammar.tree import after, children
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is played or fought.
CONTESTS = frozenset(
    "friendly fixture qualifier playoff play-off semi-final semifinal quarter-final quarterfinal final finals bout fight rematch match "
    "game league cup championship tournament title derby semifinals quarterfinals semis stage playoffs qualifying race regatta".split()
)
#: Those of them that may mean something else, and the words beside them by which they do not.
DOUBTFUL = frozenset("final finals title stage game fight race league cup".split())
GAMES = frozenset(
    "football soccer boxing tennis basketball hockey rugby cricket wrestling judo fencing volleyball handball chess heavyweight "
    "middleweight welterweight lightweight cruiserweight featherweight".split()
)
SPORTING = GAMES | frozenset(
    "nations champions world premier europa davis fifa uefa euro quarter semi qualifying friendly international title stanley ryder".split()
)
#: Those who play and fight.
PLAYERS = frozenset(
    "footballer boxer player team striker goalkeeper midfielder defender athlete squad eleven wrestler fencer swimmer cyclist champion "
    "sprinter skater biathlete judoka gymnast".split()
)
#: Those of them who may do something else together ("a team of experts", "key players in Brussels").
TEAMS = frozenset(("team", "squad", "eleven", "player"))


def is_contest(scene: Scene, trigger: Token, people: Iterable[Referent]) -> bool:
    """Whether those who meet do so in sport: none of them in a post, and the clause tells of a contest or of players."""
    if any(scene.pack.posts_of.get(one.id) for one in people):
        return False
    met = (trigger, *children(trigger, "dobj"))  # "met Poland in the final", where the parser may hang the final on Poland
    if any(_is_played(t) for word in met for t in after(word, "in", "for", "at", "during")):
        return True
    sides = [t for t in children(trigger, "nsubj", "nsubjpass", "dobj") if t.lemma_.lower() in PLAYERS]
    sides += [t for t in children(trigger.head, "nsubj") if trigger.dep_ in ("advcl", "xcomp") and t.lemma_.lower() in PLAYERS]
    return any(t.lemma_.lower() not in TEAMS or _words(t) & (GAMES | {"national"}) for t in sides)


def _is_played(noun: Token) -> bool:
    """ "A friendly", "the Nations League", "the quarter-finals", "the heavyweight title"."""
    lemma = noun.lemma_.lower()
    if lemma not in CONTESTS and noun.lower_ not in CONTESTS:
        return False
    beside = _words(noun) | {t.lower_ for p in children(noun, "prep") for t in p.subtree}
    return not {lemma, noun.lower_} & DOUBTFUL or bool(beside & (SPORTING | CONTESTS - DOUBTFUL))


def _words(noun: Token) -> set[str]:
    return {t.lower_ for c in noun.lefts for t in c.subtree}
