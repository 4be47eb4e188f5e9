"""Schemes of any name that are being set up: "launches a feasibility study", "the creation of a registry", "a hotline starts working"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, within
from promissory.extraction.kinds.initiatives.backers import agreed_with, of_publisher
from promissory.extraction.kinds.initiatives.coordinating import FOCUS, initiative_draft
from promissory.extraction.kinds.initiatives.excluding import is_abroad
from promissory.extraction.kinds.initiatives.schemes import HOSTILE, PROPOSING, lead_of
from promissory.extraction.lexicon.ventures import CENTRES, SCHEMES
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone, states_in
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that bring something into being, and with a particle.
FOUNDING = frozenset("launch establish create found initiate inaugurate institute operationalise operationalize kickstart activate".split())
PHRASAL = {"set": ("up",), "stand": ("up",), "roll": ("out",), "kick": ("off",)}
#: Verbs of opening and running that found what is a programme or a service by its own noun, and by which one begins itself.
LOOSER = frozenset("open form start run operate organise organize develop test pilot implement introduce".split())
STARTING = frozenset("start begin work operate open function".split())
#: Schemes that serve nobody by themselves; nouns of what does, which such verbs found.
FOR_NOBODY = frozenset("initiative coalition mission campaign".split())
SERVICES = (CENTRES | SCHEMES) - FOR_NOBODY | frozenset(
    "headquarters course school hotline workshop clinic dialogue curriculum database regime point system".split()
)
#: What is a scheme only with a word of these before it ("a joint company", "a production line").
JOINT = {"company": ("joint",), "firm": ("joint",), "line": ("production", "assembly"), "enterprise": ("joint",), "point": ("joint",)}
#: What is no service to anybody.
ARMED = frozenset("intelligence security secret border emergency special military foreign press".split())
CREATIONS = frozenset("establishment creation launch formation inauguration foundation introduction founding rollout activation".split())
#: Nouns of beginning, of a scheme where it is one by its own noun ("the start of the programme", not "of the year").
BEGINNINGS = frozenset("start beginning commencement kick-off".split())
#: Verbs by which a founding is only spoken for.
ADVISING = frozenset("urge discuss consider advocate recommend demand".split())
#: What comes into being and is no scheme.
OTHER = frozenset(
    "attack offensive strike war missile rocket drone assault operation raid investigation probe talk negotiation dialogue condition "
    "opportunity relation relationship contact problem crisis peace job precedent pressure environment chance impression party government "
    "precedence threat risk incursion invasion campaign salvo barrage wave counteroffensive counterattack process control state republic "
    "fact truth link tie cooperation partnership bridgehead presence position line front zone corridor checkpoint order balance "
    "obstacle difficulty situation atmosphere trust confidence demand need incentive way space room shortage deficit hole pattern "
    "priority goal deadline timetable career company firm factory base basis headline stir sense feeling illusion "
    "account channel page site website video song book film work life moment story hub country world weapon system shell "
    "union empire defence defense resistance reserve army unit state legitimacy "
    "stockpile institution record carpet".split()
)


#: Verbs after which what somebody is said to do is only a charge.
CHARGES = frozenset("accuse blame suspect charge".split())


def find_founded(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of schemes that a verb or noun of founding tells, whatever they are called."""
    for token in sentence.tokens:
        if token.pos_ == "VERB" and (_founds(token) or token.lemma_ in LOOSER):
            for thing in things_of(token):
                if _founds(token) or _is_service(thing):
                    yield from _founded(scene, sentence, token, thing)
        if token.pos_ == "VERB" and token.lemma_ in STARTING:
            yield from _started(scene, sentence, token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in CREATIONS | BEGINNINGS:
            for thing in after(token, "of"):
                if token.lemma_.lower() in CREATIONS or _is_service(thing):
                    yield from _created(scene, sentence, token, thing)


def _founds(verb: Token) -> bool:
    particles = PHRASAL.get(verb.lemma_)
    if verb.lemma_ == "put":  # "put in place a mechanism"
        return any(t.lower_ == "place" for t in after(verb, "in"))
    if verb.lemma_ == "found" and after(verb, "on", "upon"):
        return False  # "a purpose founded on respect"
    return verb.lemma_ in FOUNDING if particles is None else any(c.lower_ in particles for c in verb.children)


def _founded(scene: Scene, sentence: Sentence, verb: Token, thing: Token) -> Iterator[Draft]:
    if not _is_scheme(sentence, thing):
        return
    mood = scene.mood(sentence, verb)
    people = everyone(scene, sentence, [s for s in (actors_of(verb) if is_passive(verb) else subjects(verb)) if s.i != thing.i])
    lead = [s for s in scene.states(people) if s in scene.pack.actor] or (lead_of(scene, sentence, thing) if is_passive(verb) else [])
    lead = lead or _of_step(scene, sentence, verb)
    lead = lead or scene.states(of_publisher(scene, verb))
    lead += [s for s in states_in(scene, sentence, agreed_with(verb)) if s not in lead] if lead else []
    if verb.lemma_ in LOOSER and (is_abroad(scene, sentence, thing) or (verb.dep_ in ("acl", "advcl", "relcl") and verb.tag_ == "VB")):
        return  # "programmes in Israel", "money to run our own lines"
    charged = verb.dep_ == "pcomp" and verb.head.head.lemma_ in CHARGES
    if charged or mood.negated or mood.conditional or mood.under("refuse") or mood.modal in ("should", "must"):
        return  # what should be set up is a proposal
    if mood.modal in ("could", "may", "might", "would") or mood.under("consider", "urge"):
        status = "proposed"
    else:
        status = "active" if mood.tense in ("past", "perfect") and not mood.under("plan", "promise") else "announced"
    yield from _draft(scene, sentence, thing, lead, status)


def _started(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "From Monday a hotline for families starts working", an office says of its own."""
    home = scene.discourse.home or scene.namer.state_of(scene.discourse.author or "")
    for thing in subjects(verb) if home in scene.pack.actor and not is_passive(verb) else ():
        untold = any(c.lower_ in ("a", "an") for c in thing.lefts)
        if thing.lemma_.lower() in SERVICES and untold and _is_scheme(sentence, thing) and not scene.mood(sentence, verb).negated:
            yield from _draft(scene, sentence, thing, [str(home)], "active" if verb.tag_ == "VBD" else "announced")


def _of_step(scene: Scene, sentence: Sentence, verb: Token) -> list[str]:
    """ "The next step of the Council of Europe will be to establish a commission": whose step or plan it is."""
    steps = [s for s in subjects(verb) if s.lemma_.lower() in ("step", "plan", "aim", "task", "goal", "idea", "decision", "intention")]
    named = [r for s in steps for r in (*owners(scene, sentence, s), *everyone(scene, sentence, after(s, "of", "for")))]
    return [i for i in scene.states(named) if i in scene.pack.actor]


def _is_service(thing: Token) -> bool:
    """Whether a noun is a programme or a service by itself, or by the word before it ("a joint company")."""
    noun = thing.lemma_.lower()
    if noun == "service":
        return not any(c.lower_ in ARMED for c in thing.lefts)
    if before := JOINT.get(noun):
        return any(c.lower_ in before for c in thing.lefts)
    return noun in SERVICES


def _created(scene: Scene, sentence: Sentence, noun: Token, thing: Token) -> Iterator[Draft]:
    """ "Including the establishment of a conflict observatory": whose it is, or who does what it is part of."""
    if not _is_scheme(sentence, thing):
        return
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    people = owners(scene, sentence, noun) or everyone(scene, sentence, after(noun, "by"))
    people = people or (everyone(scene, sentence, actors_of(verb)) if verb is not None else [])
    lead = [s for s in scene.states(people) if s in scene.pack.actor]
    if not lead and verb is not None and any(c.lower_ in ("both", "two") for t in actors_of(verb) for c in t.lefts):
        lead = [s for s in scene.discourse.sides if s in scene.pack.actor]  # "both leaders announced the creation of"
    mood = scene.mood(sentence, verb) if verb is not None else None
    if mood is not None and (mood.negated or mood.conditional):
        return
    wished = mood is not None and (mood.modal in ("could", "may", "might", "should", "would", "must") or mood.under("consider", "urge"))
    proposing = verb is not None and verb.lemma_ in PROPOSING | ADVISING
    yield from _draft(scene, sentence, thing, lead, "proposed" if wished or proposing else "announced")


def _is_scheme(sentence: Sentence, thing: Token) -> bool:
    """Whether what is founded can be a scheme: no goods, nobody's name, no event, and something said of it."""
    mention = sentence.at.get(thing.i)
    named = mention is not None and mention.id_of("item", "title", "actor", "person", "surname", "framework") is not None
    told = any(c.dep_ in ("amod", "compound", "prep", "acl", "relcl", "appos", "nmod") for c in thing.children)
    other = thing.lemma_.lower().split("-")[-1] in OTHER and not (thing.lemma_.lower() in JOINT and _is_service(thing))
    return thing.pos_ in ("NOUN", "PROPN") and not other and told and not named


def _draft(scene: Scene, sentence: Sentence, thing: Token, lead: list[str], status: str) -> Iterator[Draft]:
    if not lead or set(lead) & HOSTILE:
        return
    draft = initiative_draft(scene, sentence, thing, status, "founded")
    draft.add("lead", lead)
    words = {t.i for t in within(thing)}
    helps = any(n.id == scene.beneficiary for m in sentence.mentions for n in m.names if any(t.i in words for t in sentence.tokens_of(m)))
    if helps or scene.focus > FOCUS:
        draft.add("beneficiary", [scene.beneficiary])
    draft.features |= {"founded": True, "helps": helps}
    yield draft
