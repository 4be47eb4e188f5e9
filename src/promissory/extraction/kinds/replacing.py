"""Those who replace others without taking their posts: a president his ministers, a parliament its speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.kinds.installing import drafts, office_after
from promissory.extraction.kinds.posts import Office, held_office, office_of
from promissory.extraction.listing import people_in
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import is_passive, subjects, things_of
from promissory.extraction.tree import after, children

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Posts whose holders fill those of others.
CHIEFS = frozenset(("president", "prime_minister", "chancellor", "commission_president", "king", "premier", "taoiseach"))


def decides_on_post(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Replaced his defence minister with X", "Zelensky replaces the army chief": whoever decides takes no post."""
    if verb.lemma_ != "replace" or is_passive(verb) or after(verb, "as"):
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
    return chief and office is not None and office.role not in CHIEFS


def _replaced_office(scene: Scene, sentence: Sentence, objects: list[Token]) -> Office | None:
    """The post of an object, or of the one whom it names ("replaces General Zaluzhnyi")."""
    told = next((o for t in objects if (o := office_of(scene, sentence, t))), None)
    named = next(iter(people_in(scene, sentence, objects)), None)
    return told or (held_office(scene, sentence, named.id, taken=False) if named else None)


def put_in_place(scene: Scene, sentence: Sentence, verb: Token, status: str) -> Iterator[Draft]:
    """The one who gets the post, after "with", and the one who loses it."""
    office = office_after(scene, sentence, verb, "dobj") or _replaced_office(scene, sentence, things_of(verb))
    if office is None:
        return
    taking = people_in(scene, sentence, after(verb, "with", "by"))
    yield from drafts(scene, sentence, verb, taking, office, status, "takes")
    gone = [p for p in people_in(scene, sentence, things_of(verb)) if p.id not in {t.id for t in taking}]
    yield from drafts(scene, sentence, verb, gone, office, "leaves_office", "replaced")
