"""Gifts read around a noun: "the German donation of", "a package from", goods and sums without a verb of giving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.kinds.gifts import Gift, owners, settle
from promissory.extraction.mood import classes_of
from promissory.extraction.quantities import AmountMention
from promissory.extraction.scene import Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import actors_of, after, agents, children, within
from promissory.packs import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

LASTING = frozenset(("long-term", "continued", "further", "lasting", "sustained", "future", "continuing"))
PARTICIPLES = {
    "promise": "pledged", "pledge": "pledged", "commit": "committed", "deliver": "delivered", "provide": "delivered", "give": "delivered", "send": "delivered",
    "supply": "delivered", "donate": "delivered", "announce": "allocated", "approve": "committed", "plan": "pledged", "order": "contracted",
}  # fmt: skip


def of_noun(scene: Scene, sentence: Sentence, noun: Token, frame: Frame) -> Gift | None:
    if any(t.lower_ in ("no", "without") for t in noun.children):
        return None
    words = list(within(noun))
    made = [a for c in noun.children if c.dep_ == "acl" for a in agents(c)]
    inside = [f for t in words for f in after(t, "from", "by")]
    donors = scene.named(sentence, inside + made) or owners(scene, sentence, [noun])
    recipients = [r for r in scene.named(sentence, after(noun, "to", "for")) if not r.vague]
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, verb) if verb is not None else None
    status = _of_participle(noun) or frame.status or "allocated"
    if frame.role == "aid" and any(c.lower_ in LASTING for c in noun.children):
        status = "pledged"
    if mood:
        if mood.negated or mood.under("urge", "refuse") or mood.modal in ("should", "must", "would", "can", "could"):
            return None
        about = classes_of(verb) if verb is not None and noun.dep_ in ("dobj", "pobj") else ()
        if "refuse" in about or "urge" in about:
            return None
        if mood.conditional or mood.modal in ("may", "might") or mood.under("consider") or "consider" in about:
            status = "considered"
        elif mood.tense == "future":
            status = "pledged"
    gift = Gift(sentence, noun, frame, status, donors, recipients, words, mood)
    if not donors and verb is not None and noun.dep_ in ("dobj", "pobj"):
        givers = children(verb, "dobj") if verb.lemma_ == "thank" else actors_of(verb)
        gift.donors = [d for d in scene.named(sentence, givers) if d.id != scene.beneficiary]
    if not gift.goods_named and not (gift.donors and (frame.role in ("aid", "promise") or recipients)):
        return None
    return settle(scene, gift)


SUM = Frame("commitment", "sum", "NOUN", "allocated", ())
GOODS = Frame("commitment", "goods", "NOUN", "allocated", ())


def goods_heads(sentence: Sentence, taken: set[int]) -> list[Token]:
    """The heads of items and sums that no verb or noun of giving has taken."""
    mentions = [m for m in sentence.mentions if m.id_of("item")]
    heads = [sentence.head_of(m) for m in (*mentions, *(a for a in sentence.amounts if not a.converted))]
    return [h for h in heads if h is not None and h.i not in taken]


def of_goods(scene: Scene, sentence: Sentence, head: Token) -> Gift | None:
    """Goods or money that are "for Ukraine" or "from Germany", without a verb of giving: headlines, captions, lists."""
    recipients = [r for r in scene.named(sentence, after(head, "to", "for")) if not r.vague]
    donors = scene.named(sentence, after(head, "from"))
    if scene.beneficiary not in scene.states(recipients) and not donors:
        return None
    verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, verb) if verb is not None else None
    if mood and (mood.negated or mood.modal in ("should", "must", "would", "can", "could") or mood.under("urge", "refuse")):
        return None
    status = "considered" if mood and (mood.conditional or mood.modal in ("may", "might")) else "allocated"
    return settle(scene, Gift(sentence, head, GOODS, status, donors, recipients, list(within(head)), mood))


def of_sum(scene: Scene, sentence: Sentence, mention: AmountMention) -> Gift | None:
    """A sum that no verb or noun of giving has taken ("the share works out at 112 million", "it offers up to 50 billion")."""
    head = sentence.head_of(mention)
    if head is None or scene.focus < 0.15:
        return None
    verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, verb) if verb is not None else None
    if mood and (mood.negated or mood.under("urge", "refuse") or mood.modal in ("should", "must")):
        return None
    named = scene.named(sentence, actors_of(verb)) if verb is not None else []
    donors = [d for d in named if scene.namer.state_of(d.id) != scene.beneficiary] or owners(scene, sentence, [head])
    status = "pledged" if mood and mood.tense in ("future", "infinitive", "modal") else "allocated"
    return settle(scene, Gift(sentence, head, SUM, status, donors, [], list(within(head)), mood))


def _of_participle(noun: Token) -> str | None:
    """The status that a participle after the noun gives ("the assistance committed to Ukraine")."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD"):
            return PARTICIPLES.get(child.lemma_)
    return None
