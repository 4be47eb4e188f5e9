"""Who comes along: "together with X", "a delegation led by X", "X, on a visit to Oslo", and nouns that stand for people of a state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import introducer, whole
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import things_of
from promissory.extraction.grammar.tree import children
from promissory.extraction.lexicon.callings import STATESMEN, WEST
from promissory.extraction.names.abreast import listed_after
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns of people who travel and are received for a state or a body.
ENVOYS = STATESMEN | frozenset(
    "delegation mission team counterpart colleague negotiator parliamentarian parliament mp mep congresswoman speaker group".split()
)
#: Words after which those who go along are named.
ALONG = frozenset(("alongside", "beside"))
JOINED = frozenset("joined accompanied flanked".split())


def speaks_for(token: Token) -> bool:
    """Whether a noun means people who come for the state or body that it belongs to ("his Latvian counterpart", "a UN mission")."""
    return token.lemma_.lower() in ENVOYS or token.lower_.removesuffix("s") in ENVOYS  # a proper noun keeps its plural


def is_crowd_of_west(noun: Token) -> bool:
    """ "Some 20 European heads of state", "allied ministers": those of the supporters, without a name."""
    return noun.tag_ == "NNS" and speaks_for(noun) and any(c.lower_ in WEST for c in noun.lefts)


def guests_among(scene: Scene, sentence: Sentence, tokens: Iterable[Token]) -> list[Referent]:
    """People, and those who come for a state or body, in the order of the words that stand for them."""
    return [r for t in tokens for r in everyone(scene, sentence, [t]) if r.person or speaks_for(t)]


def at_ones_side(sentence: Sentence, verb: Token) -> list[Referent]:
    """ "X, together with Y and Z, met", "travelled alongside Y", "X, joined by Y, spoke": those who go with the subject."""
    return [one for token in verb.doc if _opens_company(token, verb) for one in listed_after(sentence, token)]


def is_along(token: Token) -> bool:
    """The "with" of "together with" and "along with"."""
    return token.lower_ == "with" and token.i > 0 and token.nbor(-1).lower_ in ("together", "along")


def _opens_company(token: Token, verb: Token) -> bool:
    if token.lower_ == "with" and token.i < verb.i:
        return is_along(token)
    if token.lower_ == "by" and token.i:
        return token.nbor(-1).lower_ in JOINED
    return token.lower_ in ALONG and verb.i in {a.i for a in token.ancestors}


def bearers(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "X, on a visit to Oslo, thanked", "the ministers, meeting in Capri": whom the event's phrase hangs on."""
    if noun.dep_ == "acl":
        return everyone(scene, sentence, [noun.head])
    top = whole(noun)
    if top.dep_ != "pobj" or introducer(noun) not in ("on", "during", "in", "at") or top.head.head.pos_ != "PROPN":
        return []
    return [r for r in everyone(scene, sentence, [top.head.head]) if r.person]


def posts_of_place(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[Referent]:
    """ "On a visit to Kyiv X held talks with the prime minister": the posts of the state that the one town named lies in."""
    towns = {name for m in sentence.mentions if (name := m.id_of("place"))}
    states = {scene.pack.country_of.get(name) for name in towns}
    state = states.pop() if len(states) == 1 else None
    found: list[Referent] = []
    for token in tokens if state else []:
        mention = sentence.at.get(token.i)
        roles = mention.ids_of("title") if mention else []
        holders = [h for role in roles if (h := scene.pack.in_post(role, state or "", scene.discourse.first, scene.discourse.last))]
        found += [Referent(h, person=True, inferred=True) for h in holders[:1]]
    return found


def calls_peers(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "The minister brought together counterparts from ten nations": somebody by name or post, and not what an event does."""
    callers = everyone(scene, sentence, children(verb, "nsubj"))
    peers = [t for t in things_of(verb) if t.tag_ == "NNS" and speaks_for(t)]
    return verb.lemma_ == "bring" and bool(peers) and any(r.person for r in callers) and verb.dep_ not in ("relcl", "acl")
