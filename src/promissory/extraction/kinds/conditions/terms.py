"""Conditions told by a noun: "two conditions set by Budapest", "on condition that", "a prerequisite for talks", "has met the criteria"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import are_few
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.lexicon.callings import WEST
from promissory.extraction.lexicon.goods import SUPPLIES
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.telling import attribution
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

SETTING = frozenset("set name impose lay attach state list formulate put attach agree define add".split())
DEMANDING = frozenset("demand insist want require ask call seek say make request".split())
#: Nouns for that something ceases.
STOPPING = frozenset("halt end stop cessation pause freeze ban suspension".split())
DROPPING = frozenset("drop waive lift scrap abandon abolish remove relax".split())
FULFILLING = frozenset("meet fulfil fulfill satisfy complete implement observe".split())
#: What is well or ill with the world.
STATES_OF_THINGS = frozenset("peace security stability prosperity freedom recovery growth resilience democracy unity".split())
WAITING = frozenset("until till once after when before if unless as long provided".split())
#: What the attacker has to begin with.
CEASING = frozenset("ceasefire truce cessation withdrawal".split())
#: What stands before a place or a target, which has no part to play.
WHERE = frozenset("over against at in into inside within across".split())
#: What an army prepares.
CAMPAIGNS = frozenset(
    "assault attack offensive counteroffensive counter-offensive operation advance breakthrough success victory push".split()
)
#: Nouns that are terms whatever they are for; the others ("criterion") need somebody who meets or sets them.
STRONG = frozenset("precondition prerequisite".split())


@lru_cache(maxsize=4)
def _nouns(pack: Pack) -> frozenset[str]:
    """The nouns that tell a condition."""
    return frozenset(word for frame in pack.frames if (frame.kind, frame.role) == ("condition", "term") for word in frame.words)


def find_terms(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The conditions of a sentence that a noun tells."""
    nouns = _nouns(scene.pack)
    for token in sentence.tokens:
        if (
            token.lower_ in ("understanding", "proviso", "basis", "premise")
            and token.dep_ == "pobj"
            and token.head.lower_ in ("on", "with")
        ):
            yield from _that(scene, sentence, token)
        elif token.lower_ == "price" and token.dep_ == "pobj" and token.head.lower_ == "as" and after(token, "of", "for"):
            yield from _as_term(scene, sentence, token)  # "demands that others share the risk as the price of its consent"
        elif token.pos_ in ("NOUN", "PROPN") and (token.lemma_.lower() in nouns or token.lower_ in nouns):
            yield from _term(scene, sentence, token)


def _term(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    if noun.lemma_.lower() in STRONG | {"condition", "requirement"} and (maker := _maker(noun)) is not None:
        yield from _made_term(scene, sentence, noun, maker)
    elif noun.lemma_.lower() in STRONG | {"condition", "demand", "requirement"} and (clause := _spelt_out(noun)) is not None:
        yield from _spelt(scene, sentence, noun, clause)
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("on", "under", "with") and noun.tag_ == "NN" and not _is_strung(noun):
        yield from _that(scene, sentence, noun)
    elif noun.dep_ == "pobj" and noun.head.lower_ == "as":
        yield from _as_term(scene, sentence, noun)
    elif _is_one_of(noun) or (noun.dep_ == "attr" and (noun.lemma_.lower() in STRONG or after(noun, "for", "of", "to"))):
        yield from _is_term(scene, sentence, noun)
    else:
        yield from _handled(scene, sentence, noun)


def _is_strung(noun: Token) -> bool:
    """ "With a condition attached": no clause says what it is."""
    return noun.head.lower_ == "with" and not any(c.dep_ in ("acl", "ccomp", "relcl") for c in noun.children)


def _that(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "On condition that Ukraine carries out reforms": the subject of the clause must act, or whoever is given something so."""
    verb = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and any(m.lower_ == "that" for m in c.children)), None)
    # "on one condition: that it be reviewed", "on the proviso that …": the parser may hang the clause on the verb or adjective above
    verb = verb or next((t.head for t in noun.doc[noun.i + 1 : noun.i + 3] if t.lower_ == "that" and t.dep_ == "mark"), None)
    if verb is None:
        return
    main = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if noun.lower_ in ("basis", "premise") and (main is None or scene.mood(sentence, main).tense == "past"):
        return  # "was rejected on the basis that it came too late"
    doers = subjects(main) if main is not None else []
    setters = states_in(scene, sentence, doers) or [s for t in doers for s in _homes(scene, sentence, t)]
    inside = [t for t in verb.subtree if sentence.at.get(t.i) and t.head.lower_ not in WHERE]
    named = [s for s in states_in(scene, sentence, inside) if s not in setters]
    on = states_in(scene, sentence, subjects(verb)) or named or [scene.beneficiary]
    yield draft_condition(scene, sentence, noun, "stated", on, [s for s in setters if s not in on], "that")


def _homes(scene: Scene, sentence: Sentence, doer: Token) -> list[str]:
    """ "Italy's export agency SACE": the state of a body that the pack does not know."""
    beside = doer.nbor(-1) if doer.i and doer.nbor(-1).pos_ == "NOUN" else doer
    whose = [*owners(scene, sentence, doer), *owners(scene, sentence, beside)]
    return [s for s in scene.states(whose) if s in scene.pack.actor]


def _spelt_out(noun: Token) -> Token | None:
    """What a condition is: "Berlin's condition was that Washington send some", "has one condition, namely that …"."""
    verb = noun.head
    verb = next((c for c in children(verb, "xcomp") if c.lemma_ == "be"), verb) if verb.lemma_ in ("use", "remain", "continue") else verb
    hosts = [verb] if noun.dep_ == "nsubj" and verb.lemma_ == "be" else [noun, verb] if noun.dep_ in ("dobj", "attr") else []
    clauses = (c for h in hosts for c in h.children if c.dep_ in ("ccomp", "acl", "advcl", "appos", "relcl") and c.i > noun.i)
    return next((c for c in clauses if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children) and children(c, "nsubj")), None)


def _spelt(scene: Scene, sentence: Sentence, noun: Token, clause: Token) -> Iterator[Draft]:
    """The one who must act is the subject of what is laid down; whose condition it is, or who has or sets it, has set it."""
    setters = states_in(scene, sentence, children(noun, "poss") or after(noun, "of", "by", "from")) or scene.states(
        owners(scene, sentence, noun)
    )
    setters = setters or (states_in(scene, sentence, subjects(noun.head)) if noun.dep_ == "dobj" else [])
    on = [s for s in states_in(scene, sentence, subjects(clause)) if s not in setters]
    if not on and any(t.lemma_.lower() in ("aggressor", "invader", "occupier") for t in subjects(clause)):
        on = ["RU"]
    setters = setters or [s for i in (attribution(scene, sentence, noun) or ([],))[0] if (s := scene.namer.state_of(i) or i)]
    if on and (setters or scene.beneficiary in on):
        yield draft_condition(scene, sentence, noun, "stated", on, [s for s in setters if s in scene.pack.actor], "spelt out")


def _as_term(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "As a precondition for a truce Moscow demands that Kyiv withdraw": who demands sets it, who should act has to meet it."""
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.dep_ in ("acl", "relcl"):
        return
    asking = next((v for v in (verb, verb.head) if v.lemma_ in DEMANDING), verb)
    setters = states_in(scene, sentence, subjects(asking))
    inner = [s for c in asking.children if c.dep_ in ("ccomp", "xcomp") for s in subjects(c)] if asking.lemma_ in DEMANDING else []
    asked = [*inner, *after(asking, "from", "of"), *(i for t in children(asking, "dobj") for i in after(t, "from", "by"))]
    on = [s for s in states_in(scene, sentence, asked) if s not in setters] or [s for s in [scene.beneficiary] if s not in setters]
    if on and setters:
        yield draft_condition(scene, sentence, noun, "stated", on, setters, "as")


def _maker(noun: Token) -> Token | None:
    """ "Moscow has made withdrawal a precondition", "a change that Washington has made a condition": the verb, if a thing is made one."""
    verb = noun.head if noun.dep_ in ("dobj", "oprd", "attr", "ccomp") else None
    if verb is None or verb.lemma_ != "make":
        return None
    things = [t for t in _made_things(verb) if t.i != noun.i]
    return verb if things else None


def _made_things(verb: Token) -> list[Token]:
    """What is made something: the object before it, the subject of a passive, what the relative clause hangs on."""
    own = [*children(verb, "dobj", "nsubjpass"), *(s for c in children(verb, "ccomp") for s in children(c, "nsubj"))]
    return [*own, *([verb.head] if verb.dep_ == "relcl" else [])]


def _made_term(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> Iterator[Draft]:
    setters = states_in(scene, sentence, agents(verb) if is_passive(verb) else subjects(verb))
    things = [t for t in _made_things(verb) if t.i != noun.i]
    on = [s for t in things for s in (*scene.states(owners(scene, sentence, t)), *states_in(scene, sentence, [t]))]
    inside = [i for t in things for a in (t, *t.ancestors) if a.pos_ == "NOUN" for i in a.subtree if i.i < noun.i and sentence.at.get(i.i)]
    on = [s for s in (on or states_in(scene, sentence, inside)) if s in scene.pack.actor and s not in setters]
    on = on or (["partners"] if is_of_partners(things) and "partners" not in setters else [])
    above = next(
        (a for a in verb.ancestors if a.dep_ == "ROOT"), None
    )  # "ministers failed to agree on the change that X has made a condition"
    on = on or ([s for s in states_in(scene, sentence, subjects(above)) if s not in setters] if above is not None else [])
    yield draft_condition(scene, sentence, noun, "stated", on[:1] or [scene.beneficiary], setters, "made term")


def is_of_partners(things: list[Token]) -> bool:
    """ "A halt to Western arms deliveries", "an end to military aid": what those who help would have to do."""
    inside = [t for thing in things for t in thing.subtree]
    supplies = any(t.lemma_.lower() in SUPPLIES | {"supply", "delivery", "shipment"} for t in inside)
    return any(t.lower_ in WEST for t in inside) or (supplies and any(t.lemma_.lower() in STOPPING for t in things))


def _is_one_of(noun: Token) -> bool:
    """ "Is one of the conditions for talks", "would be among the preconditions to lift sanctions"."""
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    listed = noun.dep_ == "pobj" and noun.head.lower_ == "among"
    listed = listed or (_whole(noun).dep_ == "attr" and _whole(noun).lower_ == "one")
    aimed = bool(after(noun, "for", "of", "to")) or any(c.dep_ in ("acl", "relcl") for c in noun.children) or noun.lemma_.lower() in STRONG
    return listed and aimed and verb is not None and verb.lemma_ == "be"


def _is_term(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "An invitation to NATO is a prerequisite for talks": whoever is named in what comes first, or acts in it."""
    verb = noun.head if noun.dep_ == "attr" else next(a for a in noun.ancestors if a.pos_ in ("VERB", "AUX"))
    if verb.lemma_ not in ("be", "remain", "become") or scene.mood(sentence, verb).negated:
        return
    first = [s for s in subjects(verb) if s.pos_ != "PRON"]
    if all(any(t.lemma_.lower() in STATES_OF_THINGS for t in side) for side in (first, after(noun, "for", "of"))):
        return  # "a just peace is a condition for security in Europe": what follows from what, and nobody's terms
    on = states_in(scene, sentence, first) or [s for t in first for s in scene.states(owners(scene, sentence, t))]
    on = on or [s for t in first for s in states_in(scene, sentence, [i for i in t.subtree if sentence.at.get(i.i)])]
    wanted = [s for s in on if s in scene.pack.actor] or (["RU"] if any(t.lemma_.lower() in CEASING for t in first) else [])
    wanted = wanted or (["partners"] if is_of_partners(first) else [])
    setters = [s for s in scene.states(owners(scene, sentence, noun)) if s in scene.pack.actor]
    setters = setters or _setters(scene, sentence, noun)
    on = [s for s in wanted if s not in setters] or [scene.beneficiary]
    yield draft_condition(scene, sentence, noun, "stated", on, setters, "is term")


def _handled(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Ukraine has fulfilled two of the conditions", "the Commission set conditions", "NATO dropped the requirement"."""
    setters = [*_setters(scene, sentence, noun), *scene.states(owners(scene, sentence, noun))]
    top = _whole(noun)
    verb = _fulfilling(noun) or (top.head if top.dep_ in ("dobj", "nsubjpass", "nsubj") and top.head.pos_ == "VERB" else None)
    if verb is None or (noun.lemma_.lower() == "requirement" and _is_need(scene, sentence, noun, verb)):
        return
    if verb.lemma_ in FULFILLING:
        yield from _met(scene, sentence, noun, verb, setters)
    elif verb.lemma_ in SETTING and (top.dep_ != "nsubj"):
        who = agents(verb) if is_passive(verb) else subjects(verb)
        told = states_in(scene, sentence, _for(noun))
        if any(t.lemma_.lower() in CAMPAIGNS for t in (*after(noun, "for"), *after(verb, "for"))):
            return  # "setting the conditions for an assault"
        if after(verb, "at"):
            return  # "put the requirement at 3 billion" measures a need
        if not told and any(t.text == ":" for t in sentence.tokens[noun.i + 1 : noun.i + 4]):
            return  # what is listed after the colon says who must act
        on = told or [scene.beneficiary]
        yield draft_condition(scene, sentence, noun, "stated", on, [*setters, *states_in(scene, sentence, who)], "set")
    elif verb.lemma_ in DROPPING and not scene.mood(sentence, verb).negated:
        on = states_in(scene, sentence, _for(noun)) or [scene.beneficiary]
        yield draft_condition(scene, sentence, noun, "met", on, states_in(scene, sentence, subjects(verb)), "dropped")


def _is_need(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> bool:
    """ "Meet Ukraine's requirements for ammunition", "put the requirement at 25 systems"."""
    owned = scene.beneficiary in scene.states(owners(scene, sentence, noun))
    return owned or (verb.lemma_ in ("put", "state", "name") and noun.tag_ == "NN")


def _whole(noun: Token) -> Token:
    """ "Two of the conditions", "nine out of ten benchmarks": the count that stands for the noun."""
    here = noun
    while here.dep_ == "pobj" and here.head.lower_ == "of" and here.head.head.pos_ in ("NUM", "NOUN", "ADJ", "DET", "PRON", "ADP"):
        here = here.head.head
    return here


def _fulfilling(noun: Token) -> Token | None:
    """ "Conditions that Ukraine has met", "the criteria met so far"."""
    return next((c for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_ in FULFILLING), None)


def _setters(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """ "Set by Budapest", "that the Commission attached", "laid down in Brussels"."""
    found: list[str] = []
    for verb in noun.children:
        if verb.dep_ == "acl":
            found += states_in(scene, sentence, agents(verb))
        elif verb.dep_ == "relcl" and verb.lemma_ in SETTING and not is_passive(verb):
            found += states_in(scene, sentence, [s for s in subjects(verb) if s.i != noun.i])
    return found


def _for(noun: Token) -> list[Token]:
    """ "The requirement for Ukraine to complete", "conditions for Kyiv"."""
    return [*after(noun, "for", "on", "to"), *(s for c in noun.children if c.dep_ in ("acl", "relcl", "xcomp") for s in subjects(c))]


def is_waited_for(verb: Token) -> bool:
    """Whether a clause says what something else waits for ("once they are met", "as long as they are met")."""
    marked = any(c.lower_ in WAITING and c.dep_ in ("mark", "advmod") for c in verb.children)
    opening = [t.lower_ for t in verb.doc[max(0, min(t.i for t in verb.subtree) - 2) : verb.i]]
    return marked or any(opening[n : n + 2] == ["long", "as"] for n in range(len(opening)))


def _met(scene: Scene, sentence: Sentence, noun: Token, verb: Token, setters: list[str]) -> Iterator[Draft]:
    mood = scene.mood(sentence, verb)
    clauses = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    waiting = any(is_waited_for(v) for v in clauses)
    ahead = mood.tense in ("future", "infinitive", "modal") or mood.conditional or waiting
    failed = verb.dep_ == "xcomp" and verb.head.lemma_ in ("fail", "refuse", "struggle")
    awaited = (
        mood.awaited
        or mood.negated
        or failed
        or are_few(noun)
        or any(c.lower_ == "yet" for a in (verb, *verb.ancestors) for c in a.children)
    )
    on = states_in(scene, sentence, agents(verb) if is_passive(verb) else subjects(verb))
    if not on and is_passive(verb):
        on = [scene.beneficiary]
    if ahead and not setters and verb.head.i != verb.i:
        setters = [s for s in states_in(scene, sentence, subjects(verb.head)) if s not in on]  # "allies will invite it when terms are met"
    if on:
        status = "unmet" if awaited else "stated" if ahead else "met"
        yield draft_condition(scene, sentence, noun, status, on, setters, "met")
