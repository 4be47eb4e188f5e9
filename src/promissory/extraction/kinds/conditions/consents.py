"""Conditions of consent: what waits until members, a parliament or a government agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.lexicon.goods import SUPPORT
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.text.gazetteer import Mention
    from promissory.extraction.words import Token

CONSENTING = frozenset("approve ratify agree consent endorse".split())
#: Verbs that say of a thing that it waits for somebody's consent.
AWAITING = frozenset("need require await lack".split())
#: Words whose phrase says without whose consent nothing is done.
WITHOUT = frozenset("without pending".split())
WIELDING = frozenset("use have hold wield exercise keep retain".split())
ASKING = frozenset(("ask", "apply", "turn"))
CONSENT = frozenset(
    "permission approval consent ratification unanimity backing assent permission authorisation authorization mandate blessing vote "
    "endorsement nod licence license signature clearance "
    "go-ahead greenlight".split()
)
#: What waits for consent: "must agree on the price" is no condition for anything.
MATTERS = SUPPORT | frozenset(
    "accession membership bill deal agreement treaty protocol candidacy bid decision sanction request export sale purchase "
    "guarantee invitation facility plan mission deployment appointment transaction".split()
)
#: What stands behind the name of an occupier.
OCCUPIED = ("-occupied", "-held", "-controlled", "-annexed", "-backed", "-installed", " occupied", "-imposed")
#: The bloc that a name or a topic speaks of.
BLOCS = {"NATO": "NATO", "nato_membership": "NATO", "EU": "EU", "eu_membership": "EU"}
#: Who consents as a body, where the members are not named.
MEMBERS = frozenset("member ally state government parliament country nation".split())
#: Who consents for a state, where it is not named.
CHAMBERS = frozenset(
    "parliament lawmaker legislator mp deputy senator chamber house senate legislature cabinet government voter assembly council "
    "parliamentary congressional legislative".split()
)


def find_consents(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "All 32 members must agree", "must be ratified by all allies", "two have yet to consent", "needs approval from Congress"."""
    for token in sentence.tokens:
        if token.lower_ in WITHOUT:
            yield from _without(scene, sentence, token)
        if token.pos_ != "VERB":
            continue
        if token.lemma_ in CONSENTING:
            yield from _of_verb(scene, sentence, token)
        elif token.lemma_ in WIELDING:
            yield from (*_veto(scene, sentence, token), *(_of_noun(scene, sentence, token) if _is_due(token) else ()))
        elif token.lemma_ in ASKING and _is_due(token):
            yield from _permitted(scene, sentence, token)
        elif token.lemma_ in AWAITING or token.lemma_ in ("give", "grant", "obtain", "secure", "get", "seek"):
            yield from _of_noun(scene, sentence, token)


def _of_verb(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    due, awaited = _is_due(verb), _is_awaited(verb)
    if not awaited and (not due or scene.mood(sentence, verb).negated):
        return
    everybody = any(c.lower_ in ("all", "every", "each") for t in agents(verb) for c in t.lefts)
    things = things_of(verb)
    waits = any(c.dep_ == "advcl" for c in verb.children)  # "has to be ratified before": read by the clause
    pointed = bool(agents(verb)) and not waits and all(t.lower_ in ("it", "they", "this", "that") for t in things)
    if after(verb, "on") or (things and not everybody and not pointed and not any(_matters(sentence, t) for t in things)):
        return
    above = verb.head if verb.dep_ == "xcomp" else verb
    who = agents(verb) if is_passive(verb) else subjects(verb) or subjects(above)
    if on := bodies_of(scene, sentence, who) or _behind(scene, sentence, [*who, *things_of(verb)]):
        yield draft_condition(scene, sentence, verb, "unmet" if awaited else "stated", on, on, "consent")


def _veto(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Each of the 27 governments can use its veto", "every member has a right of veto"."""
    veto = any(t.lower_ in ("veto", "vetoes") for o in things_of(verb) for t in o.subtree)
    each = any(t.lower_ in ("each", "every", "any", "all") for s in subjects(verb) for t in s.subtree)
    if veto and each and not scene.mood(sentence, verb).negated and (on := bodies_of(scene, sentence, _members(subjects(verb)))):
        yield draft_condition(scene, sentence, verb, "stated", on, on, "consent")


def _members(tokens: list[Token]) -> list[Token]:
    """ "Each of the governments": those of whom each is one."""
    return [*tokens, *(i for t in tokens for i in after(t, "of"))]


def _permitted(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Has to ask Bern for permission"."""
    asked = [t for t in after(verb, "for") if t.lemma_.lower() in CONSENT | {"permission"}]
    if asked and (on := bodies_of(scene, sentence, things_of(verb)) or owned_by(scene, sentence, things_of(verb))):
        yield draft_condition(scene, sentence, verb, "stated", on, on, "consent")


def _matters(sentence: Sentence, thing: Token) -> bool:
    return thing.lemma_.lower() in MATTERS or thing.i in sentence.amount_at


def _of_noun(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "The step requires the approval of all", "approval is needed from Congress", "the Bundestag has yet to give its consent"."""
    gives = verb.lemma_ in ("give", "grant")
    if (verb.lemma_ not in AWAITING and not _is_due(verb) and not _is_awaited(verb)) or scene.mood(sentence, verb).negated:
        return
    wanted = CONSENT | {"support"} if verb.lemma_ == "have" else CONSENT
    for noun in (t for t in things_of(verb) if t.lemma_.lower() in wanted):
        on = bodies_of(scene, sentence, subjects(verb)) if gives and not is_passive(verb) else _consenting(scene, sentence, noun)
        on = on or bodies_of(scene, sentence, [*agents(verb), *after(verb, "from", "by", "of", "in")])
        if not [s for s in on if s != "partners"]:
            on = owned_by(scene, sentence, subjects(verb)) or on or _behind(scene, sentence, _givers(noun))
        if on:
            yield draft_condition(scene, sentence, verb, "unmet" if _is_awaited(verb) else "stated", on, on, "consent")


def _without(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Bern will not let it be passed on without its consent", "pending approval by Congress"."""
    if word.i > 1 and [t.lower_ for t in word.doc[word.i - 2 : word.i]] == ["with", "or"]:
        return  # "with or without Berlin's blessing"
    for noun in (c for c in word.children if c.dep_ == "pobj" and c.lemma_.lower() in CONSENT):
        if on := _consenting(scene, sentence, noun) or _behind(scene, sentence, _givers(noun)):
            yield draft_condition(scene, sentence, noun, "stated", on, on, "consent")


def _consenting(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """Whose consent it is."""
    owned = [s for s in scene.states(owners(scene, sentence, noun)) if s in scene.pack.actor]
    return list(dict.fromkeys([*bodies_of(scene, sentence, after(noun, "of", "by", "from", "in")), *owned]))


def _givers(noun: Token) -> list[Token]:
    """The words that may say who consents: "parliamentary approval", "approval by MPs"."""
    return [*noun.lefts, *after(noun, "of", "by", "from")]


def _behind(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[str]:
    """The state whose parliament or cabinet it must be: the first that the sentence names, the pack's country last."""
    if not any(t.lemma_.lower() in CHAMBERS for t in tokens):
        return []
    if any(c.lower_ in ("both", "two") for t in tokens for c in t.lefts) and scene.told:
        return scene.told[-1].parties.get("party", [])[:2]  # "by both parliaments": those of the agreement
    near = [m for m in sentence.mentions if not _is_occupier(sentence, m)]
    named = [scene.namer.state_of(i) for m in near for n in m.names if (i := n.id) in scene.pack.actor]
    states = [s for s in named if s and scene.pack.actor[s].type == "state"]
    return ([s for s in states if s != scene.beneficiary] or states)[:1]


def _is_occupier(sentence: Sentence, mention: Mention) -> bool:
    """ "Russian-occupied areas": whose troops stand there."""
    return sentence.text[mention.end :].lower().startswith(OCCUPIED)


def owned_by(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[str]:
    """The owners of what is spoken of ("the deployment of French troops", "Britain's missiles")."""
    people = [r for t in tokens for r in (*owners(scene, sentence, t), *everyone(scene, sentence, after(t, "of", "by", "from")))]
    return [s for s in scene.states(people) if s in scene.pack.actor]


def _is_due(verb: Token) -> bool:
    """ "Must agree", "has to be approved"."""
    above = verb.head if verb.dep_ == "xcomp" else None
    return any(c.dep_ == "aux" and c.lower_ == "must" for c in verb.children) or (
        above is not None and above.lemma_ in ("have", "need") and not _is_awaited(verb)
    )


def _is_awaited(verb: Token) -> bool:
    """ "Have yet to ratify", "has not yet approved"."""
    near = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    return any(c.lower_ == "yet" and c.i <= max(t.i for t in near) for t in near for c in t.children)  # not "its largest package yet"


def _bloc(scene: Scene, name: str) -> str | None:
    """The bloc whose members a text may mean that names it, or membership of it."""
    return BLOCS.get(name) or (name if name in scene.pack.actor and scene.pack.actor[name].type == "bloc" else None)


def bodies_of(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[str]:
    """The states and bodies that must consent; the alliance or union spoken of for its members."""
    named = [s for s in scene.states(everyone(scene, sentence, tokens)) if s in scene.pack.actor]
    if [s for s in named if s != "partners"] or not any(t.lemma_.lower() in MEMBERS or t.lower_ in ("all", "them") for t in tokens):
        return named
    near = [sentence, *reversed(scene.sentences[max(0, sentence.number - 3) : sentence.number])]
    blocs = [i for s in near for m in s.mentions for n in m.names if (i := _bloc(scene, n.id))]
    return blocs[:1] or (["NATO"] if scene.discourse.allied else named)
