"""Finding initiatives: programmes, coalitions, funds, commands and procurement schemes, named ones and those just being founded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.gazetteer import Mention
from promissory.extraction.kinds.coordinating import find_coordination, initiative_draft
from promissory.extraction.listing import everyone
from promissory.extraction.nominals import modifiers
from promissory.extraction.owning import owners
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import actors_of, after, is_passive, subjects, within
from promissory.extraction.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types of the pack's frameworks that are initiatives.
SCHEMES = frozenset(("scheme", "coalition", "fund", "command", "instrument"))
FOUNDING = frozenset(
    "launch establish create found form build start open inaugurate initiate introduce unveil organise organize develop announce "
    "present appoint pioneer devise revive renew approve adopt decide endorse stand roll operationalise operationalize agree assemble "
    "conceive design kickstart activate institute constitute convene extend expand".split()
)
LEADING = frozenset(
    "lead spearhead run coordinate head organise organize operate manage join have bring steer oversee chair co-lead co-chair command "
    "broker back fund administer host copy".split()
)
PROPOSING = frozenset(
    "propose suggest plan want offer consider discuss draw advocate put explore float table moot envisage outline draft".split()
)
#: Nouns that are an initiative with a leader alone; the others need a founding verb.
STRONG = frozenset("initiative coalition scheme consortium taskforce".split())
#: Nouns that are a scheme only where they are founded.
WEAK = frozenset(
    "plan project reserve system facility team brigade legion centre center hub mission command platform framework corridor "
    "register registry model group body headquarters observatory accelerator campaign instrument vehicle portal tribunal roadmap "
    "pool".split()
)
#: Talks of joining have frameworks that are no schemes of support.
JOINING = frozenset("accession membership negotiation".split())
#: What makes a group one that supports somebody.
GROUPS = frozenset("contact working coordination coordinating donor task ramstein steering expert joint high-level".split())
#: Prepositions before the scheme that a gift goes through.
CHANNELS = frozenset("through via under from within into".split())
#: Modifiers of a coalition that names no leader.
WIDE = frozenset("international western global allied broad strong anti-war".split())
#: What is called so and gives no support.
OTHER = frozenset(
    "accession negotiation negotiating membership nuclear election electoral political criminal government development sanctions peace "
    "invasion attack energy".split()
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of initiatives in a sentence: frameworks of the pack by their name, others by founding or leading."""
    named = _frameworks(scene, sentence)
    taken = {t.i for m, _ in named for t in sentence.tokens_of(m)}
    seen: set[str] = set()
    for mention, ident in named:
        head = sentence.head_of(mention)
        if head is not None and ident not in seen:
            seen.add(ident)
            yield _named(scene, sentence, head, ident)
    told = []
    for token, frame in triggers(scene.pack, sentence, "initiative"):
        if frame.role == "scheme" and not taken & {t.i for t in token.subtree} and not _is_other(token):
            told += list(_unnamed(scene, sentence, token))
    yield from told
    led = {tuple(draft.parties.get("lead", [])) for draft in told}
    yield from (draft for draft in find_coordination(scene, sentence) if tuple(draft.parties["lead"]) not in led)


def _frameworks(scene: Scene, sentence: Sentence) -> list[tuple[Mention, str]]:
    kinds = {f.id: f.type for f in scene.pack.frameworks}
    return [(m, name) for m in sentence.mentions if (name := m.id_of("framework")) and kinds[name] in SCHEMES]


def _named(scene: Scene, sentence: Sentence, head: Token, ident: str) -> Draft:
    framework = next(f for f in scene.pack.frameworks if f.id == ident)
    draft = initiative_draft(scene, sentence, head, _status(scene, sentence, head) or "active", "named")
    lead = _lead_of(scene, sentence, head) or ([framework.body] if framework.body else [])
    draft.add("lead", [scene.namer.state_of(i) or i for i in lead])
    draft.add("beneficiary", [scene.beneficiary])
    draft.inferred["beneficiary"] = "the framework supports it"
    draft.features |= {f"name {ident}": 1.0, f"type {framework.type}": 1.0, "founded": _verb(head) is not None}
    draft.features |= _standing(head)
    draft.parties = {role: ids for role, ids in draft.parties.items() if ids}
    return draft


def _standing(head: Token) -> dict[str, float]:
    """What tells a scheme that is spoken of from one that is only the channel of a gift."""
    prep = head.head.lower_ if head.dep_ == "pobj" else "none"
    told = any(c.dep_ in ("appos", "relcl", "acl") for c in head.children) or head.dep_ in ("appos", "attr")
    return {f"prep {prep}": 1.0, f"dep {head.dep_}": 1.0, "told": told, "channel": prep in CHANNELS}


def _unnamed(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Denmark launched an initiative to buy weapons", "a coalition led by the US"."""
    if noun.dep_ in ("compound", "nmod") or modifiers(noun) & OTHER or (noun.lemma_ == "plan" and noun.tag_ == "NNS"):
        return
    verb = _verb(noun)
    lead = _lead_of(scene, sentence, noun)
    status = _status(scene, sentence, noun)
    founded = verb is not None and verb.lemma_ in (_founding(noun) if noun.lemma_.lower() in WEAK else FOUNDING | LEADING | PROPOSING)
    goods = (mention := sentence.at.get(noun.i)) is not None and mention.id_of("item") is not None
    founded = founded or (len(set(lead) - {"partners"}) > 1 and not goods)
    if status is None or not lead or not (founded or noun.lemma_.lower() in STRONG) or set(lead) & {"RU", "BY"}:
        return
    draft = initiative_draft(scene, sentence, noun, status, "unnamed")
    draft.add("lead", lead)
    if _helps(scene, sentence, noun):
        draft.add("beneficiary", [scene.beneficiary])
    draft.features |= {"founded": founded, "helps": "beneficiary" in draft.parties}
    if founded or "beneficiary" in draft.parties:
        yield draft


def _is_other(noun: Token) -> bool:
    """A group that is a firm, a unit or a bank; a plan of which nothing is said."""
    words = modifiers(noun)
    if noun.lemma_.lower() == "group":
        return not words & GROUPS
    if {t.lemma_.lower() for t in noun.subtree} & JOINING:
        return True
    bare = any(c.lower_ in ("the", "this", "that", "his") for c in noun.lefts) and not _is_told(noun)
    return noun.lemma_.lower() == "plan" and bare and not words & {"aid", "recovery", "reconstruction", "support", "assistance"}


def _founding(noun: Token) -> frozenset[str]:
    """The verbs that make a scheme of a noun that may be many things; who proposes one must say what it is for."""
    return FOUNDING | {"set", "create"} | (PROPOSING if _is_told(noun) else frozenset())


def _is_told(noun: Token) -> bool:
    """Whether something is said of what the scheme is for."""
    return any(c.dep_ in ("relcl", "acl") or (c.dep_ == "prep" and c.lower_ in ("for", "under", "worth")) for c in noun.children)


def _verb(noun: Token) -> Token | None:
    """The verb that founds, leads or proposes the scheme."""
    for verb in [*noun.children, *(c for member in after(noun, "of") for c in member.children)]:
        if verb.dep_ in ("acl", "relcl") and verb.tag_ != "VB" and verb.lemma_ in FOUNDING | LEADING | PROPOSING:
            return verb
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in FOUNDING | LEADING | PROPOSING | {"set"}:
        return noun.head
    return None


def _lead_of(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """The states or bodies that lead: who founds or runs it, whose it is, "X-led"."""
    verb = _verb(noun)
    people: list[Referent] = []
    if verb is not None and verb.lemma_ != "join":
        people = everyone(scene, sentence, [s for s in (actors_of(verb) if is_passive(verb) else subjects(verb)) if s.i != noun.i])
    people = people or owners(scene, sentence, noun) or everyone(scene, sentence, after(noun, "by", "of"))
    states = [s for s in scene.states(people) if s in scene.pack.actor]
    if not states and verb is not None and is_passive(verb) and scene.discourse.home:
        return [scene.discourse.home]  # "a centre was established", an office says of its own state
    if not states and noun.lemma_.lower() == "coalition" and modifiers(noun) & WIDE:
        return ["partners"]
    return states


def _status(scene: Scene, sentence: Sentence, noun: Token) -> str | None:
    """proposed, announced, active or ended, by the verb; active where it simply is."""
    verb = _verb(noun)
    carrier = verb or (noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.pos_ in ("VERB", "AUX") else None)
    if carrier is None:
        return "proposed" if modifiers(noun) & {"proposed", "possible", "potential"} else "active"
    mood = scene.mood(sentence, carrier)
    if mood.negated and carrier.lemma_ in FOUNDING:
        return None
    if carrier.lemma_ in ("end", "replace", "close", "suspend", "terminate") and noun.dep_ in ("dobj", "nsubjpass"):
        return "ended"
    if carrier.lemma_ in PROPOSING or mood.modal in ("could", "may", "might", "should", "would", "must") or mood.under("consider", "urge"):
        return "proposed"
    if carrier.lemma_ in FOUNDING | {"set"}:
        return "announced" if mood.tense in ("future", "infinitive", "present", "progressive") else "active"
    return "active"


def _helps(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """Whether the scheme is said to be for the pack's country, or supplies goods."""
    words = {t.i for t in within(noun)}
    for mention in sentence.mentions:
        if any(t.i in words for t in sentence.tokens_of(mention)) and (
            mention.id_of("item") or scene.beneficiary in (n.id for n in mention.names)
        ):
            return True
    return any(n.id == scene.beneficiary for m in sentence.mentions for n in m.names)
