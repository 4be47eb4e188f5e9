"""Attacks told by what was counted or stopped: "shot down 17 of the 22 drones", "all six missiles were intercepted over Kyiv"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, subjects, things_of
from promissory.extraction.grammar.tree import after
from promissory.extraction.kinds.attacks.blows import Blow
from promissory.extraction.kinds.attacks.strikes import is_made_abroad, weapons_in
from promissory.extraction.kinds.matters.foes import opponent, target_side
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of stopping something in the air, by themselves or with their particle.
STOPPING = frozenset("down intercept neutralise neutralize jam".split())
WITH_DOWN = frozenset("shoot bring knock take".split())
#: Verbs that stop a weapon if it is they who have it as an object ("destroyed 12 drones").
DESTROYING = frozenset("destroy eliminate suppress".split())
#: What is sent to strike, not what is flown by a pilot.
SENT = frozenset(
    "drone shahed fpv_drone missile cruise_missile ballistic_missile iskander kinzhal kalibr oreshnik rocket glide_bomb".split()
)
#: Verbs of telling how many were sent ("the air force counted 162 drones").
COUNTING = frozenset("count record register detect track tally log spot document".split())
#: Where the sky is defended, after a verb of stopping.
OVER = ("over", "in", "near", "above", "off")


def salvos(scene: Scene, sentence: Sentence, about: bool) -> Iterator[Blow]:
    """The salvos of which a sentence says that they were stopped; `about` says whether an unnamed sky is the beneficiary's."""
    for verb in sentence.tokens:
        if verb.pos_ == "VERB" and _stops(verb) and (found := _salvo(scene, sentence, verb, about)):
            yield found


def _stops(verb: Token) -> bool:
    down = any(c.lower_ == "down" for c in verb.children)
    return verb.lemma_ in STOPPING | DESTROYING | COUNTING or (verb.lemma_ in WITH_DOWN and down)


def _salvo(scene: Scene, sentence: Sentence, verb: Token, about: bool) -> Blow | None:
    mood = scene.mood(sentence, verb)
    done = verb.tag_ in ("VBD", "VBN") or (verb.tag_ == "VB" and any(c.lower_ == "have" for c in verb.children))  # "claimed to have downed"
    total = any(t.lower_ in ("far", "date") and t.head.i in (verb.i, *(c.i for c in verb.children)) for t in verb.subtree)
    total = total or any(t.lower_ == "since" and t.head.i == verb.i and not _is_today(t) for t in verb.subtree)
    if mood.negated or mood.modal or mood.conditional or not done or total:
        return None  # "has shot down 250 missiles so far" tells of no attack
    phrases = [*things_of(verb), *(o for t in things_of(verb) for o in after(t, "of"))]
    armed = {item for item, _ in weapons_in(sentence, phrases)}
    if any(t.lower_ in ("them", "these", "those") for t in phrases[1:]):  # "counted 6,297 of them in its skies"
        before = scene.sentences[max(0, sentence.number - 1) : sentence.number]
        armed |= {item for s in before for item, _ in weapons_in(s, list(s.tokens)) if item in SENT}
    counted = any(t.i in sentence.number_at for p in phrases for t in p.subtree)
    if not armed & SENT or not counted or armed - SENT:
        return None
    senders = scene.states([r for p in phrases if not is_made_abroad(p) for r in owners(scene, sentence, p)])
    aims = [t for p in phrases for v in p.children if v.dep_ == "acl" for t in after(v, "for", "at", "towards", "toward", "on")]
    aimed = [s for t in aims if (s := target_side(scene, sentence, t))]  # "33 drones heading for the Russian capital"
    met = [foe for s in senders[:1] if (foe := opponent(s))]  # "reported 34 Ukrainian drones shot down"
    home = aimed[:1] or [h for h in _home(scene, sentence, verb) if h not in senders] or met or ([scene.beneficiary] if about else [])
    foes = [s for s in senders if s in scene.pack.actor and s not in home] or [o for h in home if (o := opponent(h))]
    return Blow(sentence, verb, "reported", foes[:1], home, phrases, salvo=True) if foes and home else None


def _is_today(since: Token) -> bool:
    """ "Since midnight": of one night or day, no total of the war."""
    return any(p.lemma_.lower() in ("midnight", "dawn", "morning", "evening", "yesterday", "noon", "sunset") for p in since.children)


def _home(scene: Scene, sentence: Sentence, verb: Token) -> list[str]:
    """Whose sky it is: where the weapons came down, else who brought them down."""
    skies = [t for t in sentence.tokens if t.lower_ in ("airspace", "skies")]
    for token in skies:
        if side := target_side(scene, sentence, token):
            return [side]
    for token in (t for word in (verb, *things_of(verb)) for t in after(word, *OVER)):
        if side := target_side(scene, sentence, token):
            return [side]
    doers = [d for d in actors_of(verb) if d.pos_ != "PRON"] or (subjects(verb.head) if verb.dep_ in ("ccomp", "conj", "xcomp") else [])
    owned = scene.states(everyone(scene, sentence, doers)) or scene.states([r for d in doers for r in owners(scene, sentence, d)])
    states = [s for s in owned if s in scene.pack.actor and (scene.pack.actor[s].type == "state" or scene.pack.actor[s].country)]
    return [scene.pack.actor[s].country or s for s in states][:1]
