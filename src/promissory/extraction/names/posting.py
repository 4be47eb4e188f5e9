"""Posts without a name: those of old, those told by what is headed, the one holder in the states and bodies that a sentence names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import conjuncts
from promissory.extraction.names.discourse import Discourse
from promissory.packs import Pack, Post

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Posts that a state or body has one of, besides those of its ministers.
SOLE = frozenset("president chancellor secretary_general king queen pope speaker foreign_secretary".split())
#: Whose posts are not meant by their title alone.
AGGRESSOR = "RU"
#: Posts that so many have that the word alone means none of those the pack knows.
SHARED = frozenset(("analyst",))
#: Posts that a town or region has one of.
LOCAL = frozenset(("governor", "mayor"))
OWNERS = ("poss", "prep", "relcl", "appos", "amod")
#: Words before a post that is held no more.
PAST = frozenset(("former", "ex", "late", "retired", "onetime", "one-time", "erstwhile"))
HEADS = frozenset(("head", "chief", "boss", "leader"))
#: What a ministry is of → whoever heads it ("the chief of Poland's foreign ministry").
MINISTRIES = frozenset(("ministry", "department"))
MINISTERS = {"foreign": "foreign", "defence": "defence", "defense": "defence", "finance": "finance", "interior": "interior"}
#: What ministers and heads are of, before the country ("the ministers of defence of Norway and Denmark").
PORTFOLIOS = frozenset(
    "government state defence defense affair affairs finance economy interior energy agriculture justice infrastructure industry staff "
    "trade development".split()
)


def is_former(post: Token) -> bool:
    """Whether a post is held no more ("the former prime minister", "ex-president")."""
    before = post.doc[post.i - 2].lower_ if post.i > 1 and post.doc[post.i - 1].text == "-" else ""
    return before == "ex" or post.lower_.startswith("ex-") or any(c.lower_ in PAST for c in post.lefts)


def headed_roles(post: Token) -> tuple[str, ...]:
    """The post of a ministry's head ("the chief of Poland's foreign ministry")."""
    if post.lemma_.lower() not in HEADS:
        return ()
    headed = [t for prep in post.children if prep.lower_ == "of" for t in prep.children if t.dep_ == "pobj"]
    return next((roles for t in headed if (roles := _roles_of(t))), ())


def _roles_of(headed: Token) -> tuple[str, ...]:
    if headed.lemma_.lower() not in MINISTRIES:
        return ()
    return tuple(f"{MINISTERS[t.lower_]}_minister" for t in headed.subtree if t.lower_ in MINISTERS)[:1]


def holder_here(pack: Pack, discourse: Discourse, sentence: Sentence, token: Token, roles: list[str]) -> str | None:
    """ "Poland will pay, the prime minister said": the holder of the post in what the sentence names, that of its subject first."""
    sole = [r for r in roles if r.endswith("minister") or r in SOLE]
    if not sole or any(c.dep_ in OWNERS and c.lower_ != "prime" for c in token.children):
        return None
    holders: dict[str, bool] = {}
    for mention in sentence.mentions:
        body = mention.id_of("actor", "demonym", "adjective")
        if body == AGGRESSOR and discourse.home:
            continue  # "the Prime Minister" of a British text is not that of Russia, whose fleet it is about
        held = [pack.in_post(role, body, discourse.first, discourse.last) for role in sole] if body else []
        acts = any(t.dep_ in ("nsubj", "nsubjpass") for t in sentence.tokens_of(mention))
        holders |= {h: holders.get(h, False) or acts for h in held if h}
    chosen = [h for h, acts in holders.items() if acts] or list(holders)
    return chosen[0] if len(chosen) == 1 else None


def local_holder(pack: Pack, discourse: Discourse, sentence: Sentence, token: Token, roles: list[str]) -> str | None:
    """ "The mayor of Lviv", "Odesa was hit, its (the) mayor said", "the governor there": whoever runs the town or region that is named."""
    local = [role for role in roles if role in LOCAL]
    behind = {t.i for t in token.subtree}
    bare = [c.lower_ for c in token.children] == ["the"]  # "Kharkiv was hit, the mayor said"
    back = bare or any(c.lower_ in ("its", "there", "local", "regional") for c in token.children)
    spots = [m for m in sentence.mentions if local and m.ids_of("place")]
    own = [m for m in spots if behind & {t.i for t in sentence.tokens_of(m)}] or [m for m in reversed(spots) if back and m.end <= token.idx]
    for place in (name for m in own for name in m.ids_of("place")):
        people = {p.person for role in local for p in _posts(pack, role) if p.held_on(discourse.first, discourse.last) and place in p.title}
        if len(people) == 1:
            return people.pop()
    return None


@lru_cache(maxsize=8)
def _posts(pack: Pack, role: str) -> tuple[Post, ...]:
    return tuple(post for post in pack.posts if post.role == role)


def owned_by(token: Token) -> list[Token]:
    """The nouns after "of" or "from", past "government" and "state" ("heads of government of Norway and Israel")."""
    found = [
        part
        for prep in token.children
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from")
        for p in prep.children
        if p.dep_ == "pobj"
        for part in (*conjuncts(p), *_torn_off(p))
    ]
    deeper = [part for t in found if t.lemma_.lower() in PORTFOLIOS for part in owned_by(t)]
    return deeper or found


def _torn_off(first: Token) -> list[Token]:
    """ "From Ukraine, the US and Russia": the rest of a list that the parser takes for an apposition to its first."""
    rest = [c for c in first.children if c.dep_ == "appos" and c.pos_ == first.pos_ == "PROPN" and len(conjuncts(c)) > 1]
    return [part for c in rest for part in conjuncts(c)]


#: Those who serve a state, and the posts of those at its head.
SERVANTS = frozenset("official diplomat officer aide adviser advisor source lawmaker envoy negotiator".split())
SUMMITS = frozenset("president prime_minister chancellor king queen secretary_general".split())


def is_above(pack: Pack, discourse: Discourse, person: str, noun: Token) -> bool:
    """Whether somebody heads a state or bloc, and so is no "senior official" or "diplomat" of it."""
    held = (p for p in pack.posts_of.get(person, ()) if p.held_on(discourse.first, discourse.last))
    return noun.lemma_.lower() in SERVANTS and any(p.role in SUMMITS for p in held)
