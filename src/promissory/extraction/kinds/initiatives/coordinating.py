"""Schemes told by what is done: "has been organising purchases of shells", "will take over the coordination of aid"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.initiatives.schemes import HOSTILE, scheme_verb
from promissory.extraction.lexicon.goods import AID, GIFTS, HANDOVERS, MATERIEL
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import amounts_in, fill_amount, fill_attribution, fill_items, fill_topics, goods_in
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.placing import drop_bound, fill_day, fill_place_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

RUNNING = frozenset("organise organize coordinate co-ordinate lead spearhead pool run arrange orchestrate manage steer oversee".split())
#: The share of sentences that name the pack's country from which aid without an owner is for it.
FOCUS = 0.2
TAKING = frozenset("take assume hand transfer shift".split())
#: What is organised for many: buying together, and directing what others give.
BUYING = frozenset("purchase procurement buying acquisition purchasing procuring".split())
DIRECTING = frozenset("coordination co-ordination command leadership management".split())
HEADQUARTERS = frozenset("command centre center headquarters mission".split())
#: Verbs of the clauses that tell when a scheme began, was thought of, or ended.
BEGINNING = frozenset(
    "launch establish create found form set start open inaugurate initiate unveil announce propose begin end wind close terminate devise "
    "conceive present pitch suggest expire dissolve extend prolong".split()
)
#: What two do something together in.
WORKS = frozenset("project programme program initiative scheme venture".split())
#: Verbs that say how much a scheme has to spend.
SIZES = frozenset("carry total amount comprise have include mobilise mobilize make be".split())
ABOUT = AID | GIFTS | HANDOVERS | MATERIEL | frozenset("supply training".split())


def find_coordination(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of schemes that no noun names."""
    for verb in sentence.tokens:
        if verb.pos_ == "VERB" and _teams_up(verb) and (deed := next(iter(children(verb, "xcomp", "advcl", "ccomp")), None)) is not None:
            yield from _joined(scene, sentence, verb, deed)
        elif verb.lemma_ in ("partner", "cooperate", "collaborate") and (work := [t for t in after(verb, "on", "in") if t.lemma_ in WORKS]):
            yield from _joined(scene, sentence, verb, work[0])
        if verb.pos_ == "VERB" and verb.lemma_ in RUNNING | TAKING and (things := [t for t in things_of(verb) if _is_scheme(verb, t)]):
            yield from _organised(scene, sentence, verb, things[0])


def _teams_up(verb: Token) -> bool:
    """ "Have teamed up to train", "join forces to buy", "banded together"."""
    words = {c.lower_ for c in verb.children}
    return (
        (verb.lemma_ in ("team", "link", "pair") and "up" in words)
        or (verb.lemma_ in ("band", "club") and "together" in words)
        or (verb.lemma_ in ("join", "pool") and bool(words & {"forces", "hands", "resources", "efforts"}))
    )


def _joined(scene: Scene, sentence: Sentence, verb: Token, deed: Token) -> Iterator[Draft]:
    """What several have teamed up to do, for the receiver or with goods."""
    mood = scene.mood(sentence, verb)
    beside = after(verb, "with")
    lead = [s for s in scene.states(everyone(scene, sentence, [*actors_of(verb), *beside])) if s in scene.pack.actor]
    adjectives = scene.pack.actor[scene.beneficiary].adjectives  # a topic may swallow them ("train Ukrainian")
    told = sentence.names(scene.beneficiary) or any(t.text in adjectives for t in sentence.tokens)
    told = told or scene.focus > FOCUS or bool(goods_in(sentence, list(within(deed))))
    alone = len(lead) < (1 if deed.lemma_ in WORKS and beside else 2)
    if not (deed.tag_ in ("VB", "VBG") or deed.lemma_ in WORKS) or alone or not told:
        return
    if mood.negated or mood.conditional or set(lead) & HOSTILE:
        return
    done = mood.tense in ("past", "perfect", "progressive", "present")
    draft = initiative_draft(scene, sentence, verb, "active" if done and mood.modal is None else "announced", "organised")
    draft.add("lead", lead)
    draft.add("beneficiary", [scene.beneficiary])
    yield draft


def _is_scheme(verb: Token, thing: Token) -> bool:
    """Whether buying or the direction of aid is the object of the verb."""
    about = {t.lemma_.lower() for t in thing.subtree}
    if verb.lemma_ in TAKING:
        return thing.lemma_.lower() in DIRECTING and bool(about & ABOUT)
    return thing.lemma_.lower() in BUYING or (verb.lemma_ in ("coordinate", "co-ordinate", "manage") and thing.lemma_.lower() in AID)


def _organised(scene: Scene, sentence: Sentence, verb: Token, thing: Token) -> Iterator[Draft]:
    mood = scene.mood(sentence, verb)
    lead = [s for s in scene.states(everyone(scene, sentence, actors_of(verb))) if s in scene.pack.actor]
    given = [s for s in scene.states(everyone(scene, sentence, after(verb, "to"))) if s in scene.pack.actor]
    if verb.lemma_ in ("hand", "transfer", "shift"):
        lead = given
    if not lead and scene.discourse.allied and any(t.lemma_.lower() in HEADQUARTERS for t in actors_of(verb)):
        lead = ["NATO"]  # "a new command will coordinate assistance", in a text about the alliance
    if mood.negated or mood.conditional or not set(lead) - {"partners"} or set(lead) & HOSTILE:
        return
    if mood.modal in ("could", "may", "might", "should", "would", "must") or mood.under("consider", "urge"):
        status = "proposed"
    else:
        status = "announced" if mood.tense in ("future", "infinitive") else "active"
    draft = initiative_draft(scene, sentence, verb, status, "organised")
    draft.add("lead", lead)
    if sentence.names(scene.beneficiary) or scene.focus > FOCUS or goods_in(sentence, list(within(thing))):
        draft.add("beneficiary", [scene.beneficiary])
        yield draft


def initiative_draft(scene: Scene, sentence: Sentence, trigger: Token, status: str, rule: str) -> Draft:
    draft = scene.draft(sentence, "initiative", status, trigger, rule)
    words = list(within(trigger))
    fill_day(draft, sentence, trigger)
    founding = scheme_verb(trigger) if trigger.pos_ in ("NOUN", "PROPN") else None
    if founding is not None and "date" not in draft.slots and founding.lemma_ in BEGINNING and founding.dep_ in ("relcl", "acl"):
        fill_day(draft, sentence, founding)  # "the coalition, which Riga founded in 2023"
    drop_bound(draft, sentence, "until", "till", "through")  # "a roadmap until 2030": when it ends
    fill_place_of(scene, draft, sentence, trigger)
    fill_attribution(draft, scene, sentence, trigger)
    fill_items(draft, goods_in(sentence, words))
    fill_topics(draft, scene, sentence, words)
    if sums := amounts_in(sentence, words) or amounts_in(sentence, _said_of(trigger)):
        fill_amount(draft, sentence, sums[0])
    draft.features |= {
        f"trigger {trigger.lemma_.lower()}": 1.0,
        f"rule {rule}": 1.0,
        "heading": sentence.block.heading,
        "has_date": "date" in draft.slots,
    }
    return draft


def name_leaders(scene: Scene, draft: Draft) -> None:
    """A coalition is led by those known to lead it, where the words tell of nobody else, and not by itself."""
    lead = draft.parties.get("lead", [])
    known = scene.pack.actor.get(lead[0]) if len(lead) == 1 else None
    if known is not None and known.type == "coalition" and known.members:
        draft.parties["lead"] = list(known.members)
        draft.inferred["lead"] = "the states that lead the coalition"


def _said_of(noun: Token) -> list[Token]:
    """What a clause says of the size of a scheme: "the fund, which carries 75 billion", "the programme is worth 2 billion"."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else None
    clauses = [*children(noun, "relcl"), *([verb, *children(verb, "conj")] if verb is not None else [])]
    sized = [v for v in clauses if v.lemma_ in SIZES or any(c.lower_ in ("worth", "with") for c in v.children)]
    return [t for v in sized for t in v.subtree]
