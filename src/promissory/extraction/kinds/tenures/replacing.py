"""Those who replace others without taking their posts: a president his ministers, a parliament its speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import drafts, office_after
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_of, office_over
from promissory.extraction.kinds.tenures.successors import is_mulled
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import people_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Posts whose holders fill those of others.
CHIEFS = frozenset(("president", "prime_minister", "chancellor", "commission_president", "king", "premier", "taoiseach"))
#: Verbs by which somebody comes into a post.
ENTERING = frozenset("become take assume begin enter".split())


def decides_on_post(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Replaced his defence minister with X", "Zelensky replaces the army chief": whoever decides takes no post."""
    if verb.lemma_ != "replace" or is_passive(verb) or after(verb, "as") or _comes_in(verb):
        return False
    objects = children(verb, "dobj")
    if any(o.lemma_ == "predecessor" or any(c.lemma_ == "predecessor" for c in o.lefts) for o in objects):
        return False
    if any(c.tag_ == "PRP$" for o in objects for c in o.lefts):
        return office_after(scene, sentence, verb, "dobj") is not None
    office = _replaced_office(scene, sentence, objects)
    deciding = people_in(scene, sentence, subjects(verb))
    own = held_office(scene, sentence, deciding[0].id, taken=False) if deciding else None
    chief = own is not None and own.role in CHIEFS
    return chief and office is not None and office.role not in CHIEFS and not _had_it(scene, sentence, objects, own)


def _had_it(scene: Scene, sentence: Sentence, objects: list[Token], own: Office | None) -> bool:
    """ "The new prime minister replaces Shmyhal": who is replaced had the very post of the one who comes."""
    named = next(iter(people_in(scene, sentence, objects)), None)
    posts = scene.pack.posts_of.get(named.id, ()) if named else ()
    return own is not None and any(post.role == own.role and post.body == own.body for post in posts)


def _comes_in(verb: Token) -> bool:
    """ "X was named prime minister, replacing Y", "became minister, replacing Y": the participle tells whose post it was."""
    main = verb.head
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and (is_passive(main) or main.lemma_ in ENTERING)


def _replaced_office(scene: Scene, sentence: Sentence, objects: list[Token]) -> Office | None:
    """The post of an object, or of the one whom it names ("replaces General Zaluzhnyi")."""
    told = next((o for t in objects if (o := office_of(scene, sentence, t))), None)
    named = next(iter(people_in(scene, sentence, objects)), None)
    return told or (held_office(scene, sentence, named.id, taken=False) if named else None)


def _left_before(scene: Scene, sentence: Sentence, verb: Token) -> Office | None:
    """ "Removed X from the defence ministry and replaced him with Y": the post is the one that the first verb tells."""
    pointing = any(t.lower_ in ("him", "her") for t in children(verb, "dobj"))
    before = verb.head if verb.dep_ == "conj" and pointing else None
    left = after(before, "from", "as") if before is not None else []
    return next((o for t in left if (o := office_of(scene, sentence, t) or office_over(scene, sentence, t))), None)


def put_in_place(scene: Scene, sentence: Sentence, verb: Token, status: str) -> Iterator[Draft]:
    """The one who gets the post, after "with", and the one who loses it."""
    office = office_after(scene, sentence, verb, "dobj") or _left_before(scene, sentence, verb)
    office = office or _replaced_office(scene, sentence, things_of(verb))
    if office is None:
        return
    taking = people_in(scene, sentence, after(verb, "with", "by"))
    yield from drafts(scene, sentence, verb, taking, office, status, "takes")
    if is_mulled(verb):
        return
    gone = [p for p in people_in(scene, sentence, things_of(verb)) if p.id not in {t.id for t in taking}]
    yield from drafts(scene, sentence, verb, gone, office, "leaves_office", "replaced")
