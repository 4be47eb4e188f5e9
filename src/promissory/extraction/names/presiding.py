"""Who holds a post told with its owner inside the phrase: "the Pentagon chief", "the head of Poland's government", "the UN chief"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after
from promissory.extraction.lexicon.punctuation import POSSESSIVE
from promissory.extraction.names.discourse import Discourse
from promissory.extraction.names.posting import is_former
from promissory.packs import Pack, Post

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words for whoever heads something, whatever the post is called.
GENERIC = frozenset("chief head boss leader president chair chairman chairwoman chairperson director".split())
#: Posts that a body has one of; the first of them that is held is its chief's.
TOP = (
    "secretary_general commission_president council_president managing_director executive_director speaker chancellor prime_minister "
    "president chief_executive chair high_commissioner president_of_bank director_general party_leader governor mayor"
).split()
#: States whose president leads; elsewhere the head of government does.
PRESIDENTIAL = frozenset("US FR UA RU BY TR KR BR AR ZA MX CO CL ID PH KZ UZ AZ TJ TM KG RO LT FI MD RS CN EG SY VE CY IR".split())
LEADING = ("supreme_leader", "president", "chancellor", "prime_minister")
#: Seats that the name of a post may have in it.
SEATS = {"pentagon": "US", "kremlin": "RU"}
#: Who had the post before its holder, will, or stands beside its holder.
OTHERS = frozenset("then previous next incoming deputy vice future first second interim ousted dismissed fired would-be".split())
#: Posts of which the world has one.
ALONE = frozenset(("pope", "pontiff"))
ENVOYS = frozenset(("ambassador", "envoy", "representative"))
OF = frozenset(("of", "for", "in", "at"))


def holder_of(pack: Pack, discourse: Discourse, sentence: Sentence, token: Token, owner: str | None) -> str | None:
    """The one holder, on the days of the document, of the post that a phrase with its owner names; None if it names none or several.

    `owner` is whose the post is if the phrase does not name it ("the alliance's chief").
    """
    owners = list(_owners(pack, sentence, token)) or [o for o in [owner] if o]
    if token.lemma_.lower() in ENVOYS:
        return _envoy(pack, discourse, sentence, token, owners)
    wordings = list(dict.fromkeys(_wordings(pack, sentence, token, owners)))
    for phrase in (phrase for phrase in wordings if phrase not in GENERIC):
        for role in _roles(pack).get(phrase, ()):
            bodies = owners or (_sole(pack, role) if " " in phrase or phrase in ALONE else ())
            held = [pack.in_post(role, body, discourse.first, discourse.last) for body in bodies]
            if found := next((who for who in held if who), None):
                return found
    seated = any(t.lower_ == "kremlin" for t in _phrase(token))
    return _head(pack, discourse, owners, wordings[0], seated=seated) if wordings[0] in GENERIC else None


def is_of_another(sentence: Sentence, token: Token) -> bool:
    """Whether a post is held no more, or words before it say that its holder is not meant ("incoming"); those of its own name do not."""
    mention = sentence.at.get(token.i)
    own = {t.i for t in sentence.tokens_of(mention)} if mention is not None else set[int]()
    return is_former(token) or any(c.lower_ in OTHERS and c.i not in own for c in token.lefts)


def _envoy(pack: Pack, discourse: Discourse, sentence: Sentence, token: Token, owners: list[str]) -> str | None:
    """ "The American ambassador in Kyiv": the one of those of the sender whose post names the host."""
    hosts = [m.id_of("actor", "metonym") for t in after(token, "to", "in") if (m := sentence.at.get(t.i))]
    names = {pack.actor[host].name for host in hosts if host in pack.actor}
    posts = [p for owner in owners if owner not in hosts for p in _posts(pack).get(owner, ())]
    sent = {
        p.person
        for p in posts
        if p.role in ENVOYS and p.held_on(discourse.first, discourse.last) and any(name in p.title for name in names)
    }
    return sent.pop() if len(sent) == 1 else None


def _head(pack: Pack, discourse: Discourse, owners: list[str], word: str, *, seated: bool) -> str | None:
    """ "The UN chief", "the Hungarian leader", "the Kremlin chief", "the head of the Commission": who heads the first of the owners."""
    days = discourse.first, discourse.last
    if not owners:
        return None
    if len(owners) > 1 and (titled := _titled(pack, owners, days)):
        return titled
    roles = ["president"] if seated and word != "president" else _heading(pack, owners[0], word)
    return next((who for role in roles if (who := pack.in_post(role, owners[0], *days))), None)


def _titled(pack: Pack, owners: list[str], days: tuple[str, str]) -> str | None:
    """ "The head of the Commission": whose post, of the bloc or state behind a body, is called head or president of that body."""
    body, parent = owners[:2]
    names = {_without(name, _words(pack, parent)) for name in _names(pack, body)} - {""}
    called = [p for p in _posts(pack).get(parent, ()) if p.held_on(*days) and any(name in p.title.lower() for name in names)]
    heads = {p.person for p in called if p.title.lower().split()[0] in GENERIC}
    return heads.pop() if len(heads) == 1 else None


def _without(name: str, words: set[str]) -> str:
    kept = [w for w in name.lower().replace("'s", "").split() if w not in words]
    return " ".join(kept[:-1] if kept and kept[-1] in OF else kept)


def _words(pack: Pack, owner: str) -> set[str]:
    actor = pack.actor[owner]
    return {w for name in (actor.name, owner, *actor.adjectives) for w in name.lower().split()}


def _heading(pack: Pack, owner: str, word: str) -> list[str]:
    """The roles of whoever heads a body, the likeliest first; of a state only its leader."""
    kind = pack.actor[owner].type if owner in pack.actor else ""
    if kind == "state":
        order = sorted(LEADING, key=lambda role: role == "president" and owner not in PRESIDENTIAL)
        return order if word == "leader" else ["president"] if word == "president" else []
    return TOP


def _owners(pack: Pack, sentence: Sentence, token: Token) -> Iterator[str]:
    """The body that a phrase says a post is of, and the state or bloc that the body is of."""
    for part in _phrase(token):
        mention = sentence.at.get(part.i)
        owner = mention.id_of("actor", "adjective", "metonym") if mention else SEATS.get(part.lower_)
        owner = owner or (SEATS.get(part.lower_) if mention and mention.id_of("title") else None)
        if owner in pack.actor and part.i != token.i:
            yield owner
            if (parent := pack.actor[owner].country) in pack.actor:
                yield str(parent)
            return
        if owner and part.i == token.i:  # the post and the seat are one name
            yield owner
            return


def _phrase(token: Token) -> list[Token]:
    """The words of a post's phrase: what stands before the noun, and what "of" puts after it."""
    before = [t for c in token.lefts for t in c.subtree]
    after = [t for c in token.rights if c.dep_ == "prep" and c.lower_ in OF for t in c.subtree]
    return [t for t in (*before, token, *after) if not (t.is_punct or t.dep_ in ("relcl", "appos"))]


def _wordings(pack: Pack, sentence: Sentence, token: Token, owners: list[str]) -> Iterator[str]:
    """The phrase without its owner, with it, and without the state that the owner is of."""
    inside = _phrase(token)
    own = {t.i for t in inside if (m := sentence.at.get(t.i)) and m.id_of("actor", "adjective", "metonym") in owners and owners}
    whose = {t.i for c in token.lefts if c.dep_ == "poss" for t in c.subtree}
    parents = {w for owner in owners[-1:] for w in _words(pack, owner)}
    yield _plain([t for t in inside if t.i not in own | whose])
    yield _plain(inside)
    yield _plain([t for t in inside if t.lower_ not in parents])


def _plain(words: list[Token]) -> str:
    kept = [t.lower_ for t in words if t.pos_ not in ("DET", "PUNCT") and t.lower_ not in ("'", "’", *POSSESSIVE)]
    while kept and kept[-1] in OF:
        kept.pop()
    return " ".join(kept)


def _names(pack: Pack, owner: str) -> tuple[str, ...]:
    actor = pack.actor[owner]
    return (actor.name, *actor.names, *actor.adjectives)


@lru_cache(maxsize=4)
def _roles(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The wording of a post, in lower case and without articles → its roles."""
    found: dict[str, tuple[str, ...]] = {}
    for title in pack.titles:
        for name in title.names:
            words = " ".join(w for w in name.lower().replace("-", " - ").replace("'s", "").split() if w != "the").replace(" - ", "-")
            found[words] = (*found.get(words, ()), title.role)
    return found


def _sole(pack: Pack, role: str) -> tuple[str, ...]:
    """The one body of several states that has such a post, so that it needs no name ("the Commission president")."""
    bodies = _bodies(pack).get(role, ())
    wide = len(bodies) == 1 and bodies[0] in pack.actor and pack.actor[bodies[0]].type in ("bloc", "organisation")
    return bodies if wide or role in ALONE else ()


@lru_cache(maxsize=4)
def _posts(pack: Pack) -> dict[str, tuple[Post, ...]]:
    """Body → its posts."""
    found: dict[str, tuple[Post, ...]] = {}
    for post in pack.posts:
        found[post.body] = (*found.get(post.body, ()), post)
    return found


@lru_cache(maxsize=4)
def _bodies(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Role → the bodies that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for role, body in pack.holders:
        found[role] = (*found.get(role, ()), body)
    return found
