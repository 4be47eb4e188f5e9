"""Finding needs: who needs, lacks or asks for what, and from whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.naming import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import fill_attribution, fill_items, fill_topics, goods_in
from promissory.extraction.syntax import actors_of, after, children, is_passive, spread, subjects, things_of, within
from promissory.extraction.triggers import triggers
from promissory.packs import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What can be needed in this ledger, besides items and topics of the pack.
GOODS = frozenset(
    "aid assistance support help equipment weapon weaponry arm armament ammunition munition money funding fund finance loan budget system "
    "battery missile interceptor capability training supply resource defence defense protection shell drone jet aircraft tank vehicle "
    "artillery soldier manpower troop shelter guarantee personnel investment expertise launcher gear medicine food fuel heating electricity "
    "generator equipment materiel hardware technology".split()
)
URGENT = frozenset("urgent urgently immediate immediately desperate desperately critical critically acute dire severe pressing quickly fast".split())
WANTS = frozenset(("want", "seek", "await", "struggle"))


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of needs in a sentence."""
    seen: set[int] = set()
    for token, frame in triggers(scene.pack, sentence, "need"):
        if token.i in seen:
            continue
        draft = _of_verb(scene, sentence, token, frame) if frame.pos == "VERB" else _of_noun(scene, sentence, token, frame)
        if draft:
            seen.add(token.i)
            yield draft


def _of_verb(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> Draft | None:
    mood = scene.mood(sentence, verb)
    if mood.negated and verb.lemma_ != "have":
        return None
    needy = subjects(verb) if not is_passive(verb) or verb.dep_ == "acl" else []
    things = things_of(verb) if verb.lemma_ in ("need", "require", "lack", "want", "seek", "await", "request", "demand", "ask") else []
    things = things + after(verb, "for", "of", "on", "to")
    if is_passive(verb) and frame.role == "need":
        things = subjects(verb)
    goods_words = [t for thing in things for t in within(thing)]
    if verb.dep_ == "relcl" and verb.head.i not in {t.i for t in goods_words} and not things:
        goods_words = list(within(verb.head))
    if not _is_goods(scene, sentence, goods_words):
        return None
    who = _needy(scene, sentence, needy, verb)
    if not who:
        return None
    asked = [r for r in scene.named(sentence, children(verb, "dobj") + after(verb, "to", "on", "from")) if r.id not in who] if frame.role == "ask" else []
    return _draft(scene, sentence, verb, frame, who, asked, goods_words)


def _of_noun(scene: Scene, sentence: Sentence, noun: Token, frame: Frame) -> Draft | None:
    things = after(noun, "for", "of", "in")
    words = [t for thing in things for t in within(thing)] or [t for t in within(noun)]
    if frame.pos == "ADJ":
        words = [t for s in subjects(noun.head) for t in within(s)] + words if noun.dep_ == "acomp" else [t for t in within(noun.head)]
    if any(t.lower_ in ("no",) for t in noun.children) or not _is_goods(scene, sentence, [t for t in words if t.i != noun.i]):
        return None
    owner = scene.namer.modifier(sentence, noun)
    needy = [owner] if owner else _needy(scene, sentence, [], noun)
    if not needy:
        return None
    return _draft(scene, sentence, noun, frame, [scene.namer.state_of(n) or n for n in needy], [], words)


def _needy(scene: Scene, sentence: Sentence, subjects_: list[Token], trigger: Token) -> list[str]:
    """Who needs: the subject's state; the beneficiary where the subject is vague or missing and the report is about it."""
    states = [s for s in scene.states(scene.named(sentence, subjects_)) if s in scene.pack.actor and s != "partners"]
    if states:
        return states
    if not subjects_ or not scene.named(sentence, subjects_):
        return [scene.beneficiary] if scene.focus > 0.2 else []
    return []


def _is_goods(scene: Scene, sentence: Sentence, words: list[Token]) -> bool:
    """Whether the words name something that can be supplied."""
    for token in words:
        mention = sentence.at.get(token.i)
        if mention and mention.id_of("item"):
            return True
        if token.lemma_.lower() in GOODS or token.i in sentence.amount_at:
            return True
    return False


def _draft(scene: Scene, sentence: Sentence, trigger: Token, frame: Frame, needy: list[str], asked: list[Referent], words: list[Token]) -> Draft:
    draft = scene.draft(sentence, "need", frame.status or "stated", trigger, f"{frame.pos.lower()}:{frame.role}")
    draft.add("needs", needy)
    draft.add("asked", [s for s in scene.states(asked) if s not in needy])
    fill_items(draft, goods_in(scene, sentence, words))
    fill_topics(draft, scene, sentence, words)
    fill_attribution(draft, scene, sentence, trigger)
    urgent = next((t for t in trigger.subtree if t.lower_ in URGENT), None)
    if urgent is not None:
        draft.slots["urgent"] = True
        draft.grounds["urgent"] = sentence.bounds(urgent)
    draft.features |= {
        f"role={frame.role}": 1, f"lemma={trigger.lemma_.lower()}": 1, f"pos={frame.pos}": 1, "items": float("items" in draft.slots),
        "quoted": float(trigger.i in sentence.quoted), f"tense={scene.mood(sentence, trigger).tense}": 1, "focus": scene.focus,
    }  # fmt: skip
    return draft
