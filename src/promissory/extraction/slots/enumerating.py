"""Posts in a row, each with an owner of its own, read from the order of words: the parser hangs them on one another at will."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import FINITE
from promissory.extraction.lexicon.callings import PERSON_NOUNS, PLURALS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.text.gazetteer import Mention
    from promissory.extraction.words import Token

#: Words between two posts of a row.
LINKS = frozenset(", ; and & as well plus".split())
#: Tags of a finite verb, whose subject the last of a row may be.
#: What a post is over, before whose it is ("heads of state and government of Latvia", "Minister of Defence of Bulgaria").
FIELDS = ("NOUN", "PROPN", "ADJ")
#: How many words may stand before a post's noun.
WIDTH = 4
#: How many of a row have owners of their own at least.
FEWEST = 2


def posts_in_row(scene: Scene, sentence: Sentence, head: Token) -> list[Referent]:
    """ "The prime minister of Norway, the presidents of Poland and Latvia, and the British premier": everyone, from the first on.

    Empty unless at least two posts with owners of their own stand there.
    """
    if not _is_post(sentence, head):  # "President of Ukraine X, Prime Minister of Estonia Y": hung on the second name
        head = next((c for c in head.lefts if c.dep_ == "nmod" and _is_post(sentence, c)), head)
    if not _is_post(sentence, head):
        return []
    items = list(_items(scene, sentence, _first_of(sentence, head)))
    if items and len(items) > 1 and _acts(sentence, items[-1][0], head):
        items.pop()
    if sum(owned for _, _, owned in items) < FEWEST:
        return []
    return list({r.id: r for _, found, _ in items for r in found}.values())


def _acts(sentence: Sentence, end: int, head: Token) -> bool:
    """Whether the last of a row acts in a clause of its own ("met the premier of Norway, and the king of Denmark said")."""
    following = sentence.tokens[end] if end < len(sentence.tokens) else None
    return following is not None and following.tag_ in FINITE and head.dep_ not in ("nsubj", "nsubjpass", "appos", "conj")


def _first_of(sentence: Sentence, head: Token) -> int:
    """Where the phrase of the first post begins: its adjectives, the words of its title and its article belong to it."""
    at = head.i
    while at and sentence.tokens[at - 1].pos_ in (*FIELDS, "PART") and not sentence.tokens[at - 1].is_punct:
        at -= 1
    return at


def _items(scene: Scene, sentence: Sentence, at: int) -> Iterator[tuple[int, list[Referent], bool]]:
    """Each of a row: the index after it, whom it names, whether it is a post with an owner of its own."""
    while at < len(sentence.tokens):
        if found := _person_at(sentence, at) or _post_at(scene, sentence, at):
            yield found
            at = found[0]
        else:
            return
        linked = at
        while linked < len(sentence.tokens) and sentence.tokens[linked].lower_ in LINKS:
            linked += 1
        if linked == at:
            return
        at = linked


def _person_at(sentence: Sentence, at: int) -> tuple[int, list[Referent], bool] | None:
    mention = sentence.at.get(at)
    person = mention.id_of("person") if mention else None
    if mention is None or person is None:
        return None
    return sentence.tokens_of(mention)[-1].i + 1, [Referent(person, person=True)], False


def _post_at(scene: Scene, sentence: Sentence, at: int) -> tuple[int, list[Referent], bool] | None:
    """A post with its owner or owners before or after it, and with the name of its holder if that follows."""
    tokens = sentence.tokens
    some = at < len(tokens) and tokens[at].lower_ in ("a", "an")
    at += at < len(tokens) and tokens[at].pos_ == "DET"
    post = next((t for t in tokens[at : at + WIDTH] if _is_post(sentence, t)), None)
    if post is None or any(t.pos_ not in (*FIELDS, "PART") for t in tokens[at : post.i]):
        return None
    end = post.i + 1
    before = [o for t in tokens[at : post.i] if (o := _owner(sentence.at.get(t.i)))]
    owners = before[:1]
    if not before:
        end, owners = _owners_after(sentence, end, several=_is_plural(post))
    if not owners:
        return None
    for gap in (0, 1):  # "Prime Minister of Norway Støre", "the prime minister of Norway, Jonas Gahr Støre,"
        named = _person_at(sentence, end + gap) if not gap or (end < len(tokens) and tokens[end].text == ",") else None
        if named and len(owners) == 1 and scene.namer.state_of(named[1][0].id) in (owners[0], None):
            return named[0], named[1], True
    return end, [Referent(o) if some else _holder(scene, sentence, post, o) for o in owners], True


def _owners_after(sentence: Sentence, at: int, *, several: bool) -> tuple[int, list[str]]:
    """The index after "of Norway" or "of Norway, Latvia and Poland", and whose the post is; "of Defence of Bulgaria" is over something."""
    tokens = sentence.tokens
    if at >= len(tokens) or tokens[at].lower_ not in ("of", "for", "from"):
        return at, []
    end, owners = _states_from(sentence, at + 1, several=several)
    if owners:
        return end, owners
    at += 1
    while at < len(tokens) and (tokens[at].pos_ in (*FIELDS, "DET") or tokens[at].lower_ == "and") and sentence.at.get(at) is None:
        at += 1
    return _owners_after(sentence, at, several=several) if at < len(tokens) and tokens[at].lower_ == "of" else (at, [])


def _states_from(sentence: Sentence, at: int, *, several: bool) -> tuple[int, list[str]]:
    tokens, owners, end = sentence.tokens, [], at
    while at < len(tokens):
        at += tokens[at].pos_ == "DET"
        mention = sentence.at.get(at)
        owner = mention.id_of("actor") if mention else None
        if mention is None or owner is None:
            break
        owners.append(owner)
        end = at = sentence.tokens_of(mention)[-1].i + 1
        while several and at < len(tokens) and tokens[at].lower_ in (",", "and", "&"):
            at += 1
        if at == end:
            break
    return end, owners


def _owner(mention: Mention | None) -> str | None:
    return mention.id_of("adjective", "demonym", "actor") if mention else None


def _is_post(sentence: Sentence, token: Token) -> bool:
    """Whether a noun is that of a post: the last word of a title, or one for people who act for somebody."""
    mention = sentence.at.get(token.i)
    if mention and mention.id_of("title"):
        return sentence.tokens_of(mention)[-1].i == token.i
    return token.pos_ in ("NOUN", "PROPN") and (token.lemma_.lower() in PERSON_NOUNS or token.lower_ in PLURALS)


def _is_plural(post: Token) -> bool:
    return post.tag_ in ("NNS", "NNPS") or post.lower_ in PLURALS


def _holder(scene: Scene, sentence: Sentence, post: Token, owner: str) -> Referent:
    """The holder of a state's post on the day of the text, if the pack knows one; else the state."""
    mention = sentence.at.get(post.i)
    roles: Sequence[str] = mention.ids_of("title") if mention else ()
    held = (scene.pack.in_post(role, owner, scene.discourse.first, scene.discourse.last) for role in roles)
    person = next((h for h in held if h), None)
    return Referent(person, person=True, inferred=True) if person else Referent(owner)
