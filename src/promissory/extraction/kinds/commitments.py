"""Finding commitments: who gives, or undertakes to give, what to whom, and how firmly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.mood import Mood
from promissory.extraction.naming import Referent
from promissory.extraction.quantities import AmountMention
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import (
    amounts_in, fill_amount, fill_attribution, fill_date, fill_items, fill_topics, goods_in,
)  # fmt: skip
from promissory.extraction.syntax import actors_of, after, agents, children, is_passive, spread, subjects, things_of, within
from promissory.extraction.triggers import triggers
from promissory.model import ItemCount
from promissory.packs import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns for support that is given, by the kind of support they mean.
SUPPORT_NOUNS: dict[str, str | None] = {
    "aid": None, "assistance": None, "support": None, "help": None, "package": None, "tranche": None, "equipment": "military", "weapon": "military",
    "weaponry": "military", "arm": "military", "armament": "military", "munition": "military", "ammunition": "military", "materiel": "military",
    "hardware": "military", "capability": "military", "training": "training", "loan": "financial", "grant": "financial", "fund": "financial", "funding": "financial",
    "money": "financial", "finance": "financial", "financing": "financial", "credit": "financial", "donation": None, "contribution": None, "delivery": None,
    "shipment": None, "supply": None, "system": "military", "battery": "military", "backing": None, "resource": None, "relief": "humanitarian",
    "intelligence": "military", "investment": "industrial", "defence": "military", "defense": "military", "interceptor": "military", "tank": "military",
    "vehicle": "military", "missile": "military", "jet": "military", "commitment": None, "pledge": None, "launcher": "military", "instalment": "financial",
    "installment": "financial", "expertise": None, "trainer": "training", "budget": "financial", "shell": "military", "round": "military", "artillery": "military",
}  # fmt: skip
KIND_WORDS: dict[str, str] = {
    "military": "military", "defence": "military", "defense": "military", "security": "military", "lethal": "military", "weapons": "military", "arms": "military",
    "financial": "financial", "budget": "financial", "budgetary": "financial", "macro-financial": "financial", "economic": "financial", "fiscal": "financial",
    "humanitarian": "humanitarian", "medical": "humanitarian", "refugee": "humanitarian", "reconstruction": "financial", "energy": "humanitarian",
    "industrial": "industrial", "production": "industrial", "manufacturing": "industrial", "training": "training", "non-lethal": "military",
}  # fmt: skip
#: Support nouns that need a figure, an item or an adjective beside them to be more than talk.
STRENGTHEN = frozenset(("help",))
#: Givers that are never donors of the support this ledger is about.
FIRM = ("delivered", "allocated", "contracted", "committed", "pledged")


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of commitments in a sentence."""
    taken: set[int] = set()
    for token, frame in triggers(scene.pack, sentence, "commitment"):
        if frame.pos == "VERB":
            yield from _of_verb(scene, sentence, token, frame, taken)
    for token, frame in triggers(scene.pack, sentence, "commitment"):
        if frame.pos == "NOUN" and token.i not in taken:
            yield from _of_noun(scene, sentence, token, frame, taken)


# --- verbs -----------------------------------------------------------------------------------------------------------------


def _of_verb(scene: Scene, sentence: Sentence, verb: Token, frame: Frame, taken: set[int]) -> Iterator[Draft]:
    mood = scene.mood(sentence, verb)
    status = status_of(verb, frame, mood)
    things = _things(verb, frame)
    if status is None or not _is_support(scene, sentence, things, frame):
        return
    donors = _donors(scene, sentence, verb, frame)
    recipients = _recipients(scene, sentence, verb, things, frame)
    if not _plausible(scene, donors, recipients):
        return
    words = [t for thing in things for t in within(thing)] or list(within(verb))
    taken.update(t.i for t in words)
    yield from _divide(scene, sentence, verb, frame, status, donors, recipients, words, mood)


def status_of(verb: Token, frame: Frame, mood: Mood) -> str | None:
    """The status a verb gives in its mood; None where it makes no commitment (a denial, a proposal, a mere wish of another)."""
    if mood.under("urge") or mood.modal in ("should", "must", "would", "ought"):
        return None
    if mood.negated and not (frame.role == "stop"):
        return None
    if mood.under("refuse"):
        return "suspended" if frame.role in ("give", "disburse") and mood.tense != "infinitive" else None
    if frame.role in ("stop", "cancel"):
        return frame.status
    if mood.conditional or mood.modal in ("may", "might", "could", "can") or mood.under("consider") or mood.awaited:
        return "considered"
    if frame.role == "pledge":
        return "pledged" if frame.status and verb.lemma_ != "commit" or not is_passive(verb) else "committed"
    if mood.tense == "future" or mood.under("promise", "plan"):
        return "pledged"
    if frame.role == "help":
        return "allocated" if mood.tense == "progressive" else "delivered" if mood.tense in ("past", "perfect") else "pledged"
    if mood.tense == "progressive" and frame.status == "delivered":
        return "allocated"
    if mood.tense in ("present", "infinitive") and frame.status == "delivered":
        return "pledged" if mood.tense == "infinitive" else "allocated"
    return frame.status


def _things(verb: Token, frame: Frame) -> list[Token]:
    """The heads of what is given."""
    if frame.role == "arrive":
        return subjects(verb)
    if frame.role in ("help", "train") or verb.lemma_ in ("provide", "supply", "equip", "arm", "furnish"):
        withs = after(verb, "with")
        own = things_of(verb)
        return withs + own if withs else own
    own = things_of(verb)
    if frame.role in ("pledge", "approve"):
        own = own + after(verb, "to", "on", "of")
    if verb.lemma_ in ("pay", "spend", "commit", "pledge", "contribute", "allocate", "invest"):
        own = own + after(verb, "for", "in", "towards")
    return own


def _is_support(scene: Scene, sentence: Sentence, things: list[Token], frame: Frame) -> bool:
    """Whether what is given is money, goods, training or support."""
    if frame.role == "train":
        return True
    for thing in things:
        for token in within(thing):
            if token.i in sentence.amount_at:
                return True
            mention = sentence.at.get(token.i)
            if mention and mention.id_of("item"):
                return True
        if thing.lemma_.lower() in SUPPORT_NOUNS:
            return True
    return False


def _donors(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> list[Referent]:
    if frame.role == "arrive":
        return scene.named(sentence, after(verb, "from"))
    if frame.role == "receive":
        return scene.named(sentence, after(verb, "from") + [f for t in things_of(verb) for f in after(t, "from")])
    if frame.role == "stop" and is_passive(verb):
        return scene.named(sentence, agents(verb))
    found = scene.named(sentence, actors_of(verb))
    if not found:
        for thing in things_of(verb):
            if owner := scene.namer.modifier(sentence, thing):
                found.append(Referent(owner))
            found += scene.named(sentence, after(thing, "from", "by"))
    return found


def _recipients(scene: Scene, sentence: Sentence, verb: Token, things: list[Token], frame: Frame) -> list[Referent]:
    if frame.role == "receive":
        return scene.named(sentence, actors_of(verb))
    places = after(verb, "to", "for", "in", "into") if frame.role == "arrive" else after(verb, "to", "for", "with")
    inner = [t for thing in things for t in after(thing, "to", "for")]
    if frame.role in ("help", "train", "give", "pledge"):
        places = places + children(verb, "dobj", "dative") + (subjects(verb) if is_passive(verb) else [])
        inner += things
    found = scene.named(sentence, places + inner)
    return [who for who in found if not who.vague or who.id == scene.beneficiary]


def _plausible(scene: Scene, donors: list[Referent], recipients: list[Referent]) -> bool:
    """Whether somebody gives to somebody: a giver other than the receiver, or a receiver the pack is about."""
    givers, takers = scene.states(donors), scene.states(recipients)
    if givers and not set(givers) - {scene.beneficiary} and scene.beneficiary not in takers:
        return False
    return bool(givers or scene.beneficiary in takers)


# --- nouns -----------------------------------------------------------------------------------------------------------------


def _of_noun(scene: Scene, sentence: Sentence, noun: Token, frame: Frame, taken: set[int]) -> Iterator[Draft]:
    words = list(within(noun))
    goods = goods_in(scene, sentence, words)
    sums = amounts_in(sentence, words)
    donors = _noun_donors(scene, sentence, noun)
    if not (goods or sums) or any(t.lower_ in ("no", "without") for t in noun.children):
        return
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, verb) if verb else None
    if mood and (mood.negated or mood.under("urge") or mood.modal in ("should", "must", "would")):
        return
    if not donors and verb is not None and noun.dep_ in ("dobj", "pobj"):
        donors = [d for d in scene.named(sentence, actors_of(verb)) if d.id != scene.beneficiary]
    recipients = [r for r in scene.named(sentence, after(noun, "to", "for")) if not r.vague]
    if not donors or not _plausible(scene, donors, recipients):
        return
    status = frame.status or "allocated"
    if mood and (mood.conditional or mood.modal in ("may", "might", "could")):
        status = "considered"
    taken.update(t.i for t in words)
    yield from _divide(scene, sentence, noun, frame, status, donors, recipients, words, mood)


def _noun_donors(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    found = scene.named(sentence, after(noun, "from", "by"))
    owner = scene.namer.modifier(sentence, noun)
    if owner and owner != scene.beneficiary and not any(r.id == owner for r in scene.named(sentence, after(noun, "to", "for"))):
        found.insert(0, Referent(owner))
    return found


# --- drafts ----------------------------------------------------------------------------------------------------------------


def _divide(
    scene: Scene, sentence: Sentence, trigger: Token, frame: Frame, status: str,
    donors: list[Referent], recipients: list[Referent], words: list[Token], mood: Mood | None,
) -> Iterator[Draft]:  # fmt: skip
    """One draft for each sum, with the goods it pays for; one for the goods alone where there is no sum."""
    goods = goods_in(scene, sentence, words)
    sums = amounts_in(sentence, words)
    for amount in sums or [None]:
        yield _draft(scene, sentence, trigger, frame, status, donors, recipients, words, goods, amount, mood)


def _draft(
    scene: Scene, sentence: Sentence, trigger: Token, frame: Frame, status: str, donors: list[Referent], recipients: list[Referent],
    words: list[Token], goods: list[tuple[ItemCount, tuple[int, int]]], amount: AmountMention | None, mood: Mood | None,
) -> Draft:  # fmt: skip
    draft = scene.draft(sentence, "commitment", status, trigger, f"{frame.pos.lower()}:{frame.role}")
    givers, takers = scene.states(donors), scene.states(recipients)
    if not takers and (not givers or scene.beneficiary not in givers):
        takers = [scene.beneficiary]
        draft.inferred["recipient"] = "the report is about support for it"
    draft.add("donor", [g for g in givers if g not in takers])
    draft.add("recipient", [t for t in takers if t != "partners"])
    fill_items(draft, goods)
    if amount:
        fill_amount(draft, sentence, amount)
    fill_date(draft, sentence, trigger)
    fill_topics(draft, scene, sentence, words)
    fill_attribution(draft, scene, sentence, trigger)
    if "attributed_to" not in draft.slots and (people := [d.id for d in donors if d.person]):
        draft.slots["attributed_to"] = tuple(people)
    draft.slots["support"] = support_of(scene, sentence, words, goods, bool(amount), frame)
    _describe(draft, sentence, trigger, frame, mood, goods, amount)
    return draft


def support_of(
    scene: Scene, sentence: Sentence, words: list[Token], goods: list[tuple[ItemCount, tuple[int, int]]], money: bool, frame: Frame
) -> str | None:
    """The kind of support: from the items, from adjectives such as "military", from the nouns."""
    for item, _ in goods:
        return scene.pack.item[item.item].support
    for token in words:
        if kind := KIND_WORDS.get(token.lower_):
            return kind
    for token in words:
        if kind := SUPPORT_NOUNS.get(token.lemma_.lower()):
            return kind
    if frame.role == "train":
        return "training"
    return None


def _describe(
    draft: Draft, sentence: Sentence, trigger: Token, frame: Frame, mood: Mood | None,
    goods: list[tuple[ItemCount, tuple[int, int]]], amount: AmountMention | None,
) -> None:  # fmt: skip
    """What the ranker looks at."""
    draft.features |= {
        f"role={frame.role}": 1, f"lemma={trigger.lemma_.lower()}": 1, f"tense={mood.tense if mood else None}": 1, f"status={draft.status}": 1,
        "amount": float(amount is not None), "items": float(bool(goods)), "donor": float(bool(draft.parties.get("donor"))),
        "to_beneficiary": float("UA" in draft.parties.get("recipient", [])), "inferred_recipient": float("recipient" in draft.inferred),
        "quoted": float(trigger.i in sentence.quoted), "bullet": float(sentence.block.bullet), "heading": float(sentence.block.heading),
        f"pos={frame.pos}": 1, "count": float(any(i.count for i, _ in goods)),
    }  # fmt: skip
