"""What is needed in plain words: any thing that can be handed over, or so many of what was spoken of, and whoever can need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.kinds.matters.straits import FRACTIONS
from promissory.extraction.lexicon.callings import FIRMS, ORGANS, PERSON_NOUNS
from promissory.extraction.lexicon.forces import SOLDIERS, UNITS
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Who and what can be in want of things, besides people and bodies: places, houses, services.
HOUSES = frozenset(
    "city town village settlement district region oblast municipality quarter suburb area hospital clinic ward maternity surgery school "
    "kindergarten nursery university college laboratory orphanage shelter station substation plant power waterworks utility grid railway "
    "railways port depot workshop factory household family home theatre museum archive library church monastery frontline front rear line "
    "sector garrison fleet service ambulance rescuer firefighter doctor surgeon nurse teacher farmer miner driver mechanic electrician "
    "refugee evacuee pensioner veteran resident inhabitant villager volunteer charity foundation fund budget programme program network "
    "battery gun tank operator planner ombudsman court council south north east west farm business bakery bank".split()
)
NEEDY = ORGANS | PERSON_NOUNS | FIRMS | SOLDIERS | UNITS | HOUSES
PRONOUNS = frozenset("we i they he she".split())
#: Verbs by which somebody plainly needs or asks for a thing, and those of them that take it after "for".
LACKING = frozenset("need lack require crave".split())
LACKING_FOR = frozenset("want thirst hunger cry".split())
ASKING = frozenset("request".split())
ASKING_FOR = frozenset("ask beg plead appeal apply call petition".split())
#: Endings of nouns for what nobody can hand over, and nouns of that sort without them.
ENDINGS = ("ness", "ity", "ism", "ship", "ncy", "acy", "tude", "dom", "hood", "ance", "ence", "sion", "tion", "ment", "ing", "ysis")
IMMATERIAL = frozenset(
    "time peace victory win trust faith hope courage will willpower nerve luck patience unity support help strength confidence love care "
    "respect truth justice law order plan strategy idea vision answer answers clue interest authority right change reform step measure "
    "action decision truce ceasefire compromise talk negotiation meeting summit vote majority mandate "
    "response reply comment view opinion detail fact evidence proof clarity access freedom life sense reason motive appetite experience "
    "knowledge knowhow skill effort work rest sleep break pause rethink focus attention approach policy signal message voice seat role "
    "place way path end start beginning date schedule timetable deadline year month week day hour term condition consent approval "
    "backing question issue problem matter part case example word moment chance breakthrough offensive push pressure sanction tariff "
    "membership status invitation referendum election review inquiry probe investigation permission apology explanation discussion "
    "advice pass favour favor world war battle fight truth list debate trial name figure ally friend partner nothing thing side "
    "look account update report information statement briefing number interview stance guarantee return exchange release withdrawal "
    "extension increase rise cut move shift transition recognition ban control rule standard limit line balance culture tradition".split()
)
NOTHINGS = IMMATERIAL | AGREEMENTS | FRACTIONS | {"wounded", "casualty", "dead"}
#: Words that stand for goods by their number or for all of them.
COUNTS = frozenset("many much more both dozens all hundreds thousands scores several everything anything something".split())
POINTING = frozenset("them these those that it which both kind sort class type".split())


def is_plain_want(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> bool:
    """ "The waterworks needs two pumps", "they asked for concrete modules", "we need seven of them": somebody is in want of things."""
    if not is_needy(sentence, needing(verb)):
        return False
    things = asked_things(verb, frame)
    return are_things(sentence, things) or any(_is_counted(sentence, t) and _has_been_named(scene, sentence, t) for t in things)


def needing(verb: Token) -> list[Token]:
    """Who acts by the verb, or by the one above that it goes on from."""
    return [] if is_passive(verb) else subjects(verb)


def is_needy(sentence: Sentence, who: list[Token]) -> bool:
    """Whether those are people, bodies or places: a plan needs nothing that is handed over."""
    return bool(who) and all(_can_need(sentence, t) for t in who)


def _can_need(sentence: Sentence, word: Token) -> bool:
    if word.lower_ in PRONOUNS or word.lower_ in ("somebody", "someone", "many", "most", "some", "all", "those", "others"):
        return True
    mention = sentence.at.get(word.i)
    named = mention is not None and bool(mention.id_of("actor", "person", "surname", "metonym", "demonym"))
    return named or word.pos_ == "PROPN" or word.lemma_.lower() in NEEDY or word.lower_ in NEEDY


def asked_things(verb: Token, frame: Frame) -> list[Token]:
    """The heads of what is plainly needed or asked for by a verb."""
    lemma = verb.lemma_
    if frame.role == "need" and lemma in LACKING:
        heads = children(verb, "dobj")
    elif frame.role == "need" and lemma in LACKING_FOR:
        heads = [*after(verb, "for"), *(t for c in children(verb, "prt") for t in after(c, "for"))]
    elif frame.role == "ask" and lemma in ASKING:
        heads = children(verb, "dobj")
    elif frame.role == "ask" and lemma in ASKING_FOR:
        heads = [*after(verb, "for"), *(t for o in children(verb, "dobj") for t in after(o, "for"))]
    else:
        return []
    relative = verb.dep_ == "relcl" and verb.head.pos_ == "NOUN" and all(t.lower_ in ("that", "which") for t in heads)
    return [verb.head] if relative else spread(heads)


def are_things(sentence: Sentence, heads: list[Token]) -> bool:
    """Whether one of the heads is a thing or a hand that can be sent: no state of mind, no deed and no document."""
    return any(_is_thing(sentence, t) for t in heads)


def _is_thing(sentence: Sentence, word: Token) -> bool:
    if word.pos_ != "NOUN" or word.tag_ not in ("NN", "NNS") or word.i in sentence.date_at:
        return False
    mention = sentence.at.get(word.i)
    if mention is not None and mention.id_of("title", "actor", "person", "topic"):
        return False
    lemma = word.lemma_.lower()
    return lemma not in NOTHINGS and not lemma.endswith(ENDINGS)


def _is_counted(sentence: Sentence, word: Token) -> bool:
    """ "Twice as many", "all 45 of them", "about forty of that class": so many of what was spoken of."""
    of = {t.lower_ for t in after(word, "of")}
    number = word.i in sentence.number_at or word.tag_ == "CD"
    part = word.lower_ in COUNTS or word.lower_ in ("all", "half", "some", "few", "one", "ones", "them", "these", "those")
    return (number and (not of or bool(of & POINTING))) or (part and (not of or bool(of & POINTING)))


def _has_been_named(scene: Scene, sentence: Sentence, word: Token) -> bool:
    """Whether goods were spoken of before, in the sentence or in one before it."""
    told = scene.discourse.item is not None or any(m.id_of("item") for m in sentence.mentions)
    compared = word.lower_ in ("much", "many", "both", "everything", "more", "anything")  # "twice as many"
    return told or compared or any(t.lower_ in ("that", "this") for of in after(word, "of") for t in of.lefts)


#: Nouns and adjectives after which any thing may stand that is needed.
NOUNS = frozenset("need shortage lack want shortfall scarcity dearth paucity absence request plea appeal petition entreaty".split())
ADJECTIVES = frozenset("short desperate".split())
#: Those who, having none of a thing, are in want of it: whoever fights, heals, teaches, repairs.
BARE = SOLDIERS | UNITS | HOUSES | frozenset("unit army force crew gunner pilot medic sapper police shop soldier troop".split())
#: What it is no want not to have.
ABSTRACT = frozenset(
    "doubt illusion intention comment plan choice alternative objection complaint qualm record veto card hurry regret".split()
)


def is_plain_noun(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "In dire need of lathes", "desperate for lathes", "a request for both": any thing that is wanting, or so many of those named."""
    lemma = noun.lemma_.lower()
    if lemma not in (ADJECTIVES if noun.pos_ == "ADJ" else NOUNS):
        return False
    things = after(noun, "for", "of")
    things += after(noun.head, "of", "for") if noun.pos_ == "ADJ" and noun.dep_ == "acomp" else []
    things += children(noun.head, "attr") if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else []  # "our first need is people"
    counted = any(_is_counted(sentence, t) and _has_been_named(scene, sentence, t) for t in things)
    return counted or are_things(sentence, things)


def is_left_without(sentence: Sentence, verb: Token, things: list[Token]) -> bool:
    """ "Two batteries have no reloads at all": units and houses that have none of a thing."""
    who = needing(verb)
    can = bool(who) and all(t.lemma_.lower() in BARE for t in who)
    return can and are_things(sentence, things) and not any(t.lemma_.lower() in ABSTRACT for t in things)


def is_for_nothing(verb: Token) -> bool:
    """ "Were asked for comment", "asked for time": for what nobody hands over."""
    things = after(verb, "for")
    return bool(things) and all(
        t.lemma_.lower() in ("comment", "explanation", "time", "clarification", "interview", "moon") for t in things
    )
