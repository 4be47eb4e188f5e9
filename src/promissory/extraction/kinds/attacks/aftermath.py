"""Attacks told by whom and what they left behind: "two men died in Nikopol", "debris sparked a fire at a refinery in Tuapse"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, clause
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.attacks.blows import Blow, is_told
from promissory.extraction.kinds.attacks.resembling import is_mishap
from promissory.extraction.kinds.attacks.ruins import ruins
from promissory.extraction.kinds.attacks.strikes import FIGHTERS, HELD, PEOPLE, weapons_in
from promissory.extraction.kinds.matters.foes import opponent, target_side
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.placing import spots_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of losing one's life or health, and those that take it as their object.
DYING = frozenset("die perish succumb".split())
LOSING = frozenset("lose suffer sustain receive".split())
LOST = frozenset("life injury wound burn concussion limb leg arm".split())
#: Nouns for victims, and verbs by which an office makes them known.
VICTIMS = frozenset("death fatality casualty injury victim".split())
KNOWN = frozenset("report confirm record register count announce verify document tally".split())
#: Verbs of bearing damage.
BEARING = frozenset("take sustain suffer incur".split())
#: Verbs by which victims are counted.
RESCUING = frozenset("hospitalise hospitalize rescue recover find pull dig retrieve bury trap rush take".split())
#: All verbs that tell of victims.
HARMED = DYING | LOSING | RESCUING | KNOWN
#: Words that tell of wounds and ruins of war.
MARKS = frozenset("shrapnel rubble debris wreckage shelling blast mine-blast explosion".split())
#: Pieces of weapons, and what comes down with them.
PIECES = frozenset("debris wreckage fragment shrapnel remnant".split())
#: Verbs of which pieces are the subject.
COMING_DOWN = frozenset("fall land hit strike damage cause spark ignite start trigger crash come set shatter".split())
#: Fires and damage, and the verbs that tell of them.
BLAZES = frozenset("fire blaze inferno flame explosion blast".split())
BURNING = frozenset("break burn rage erupt engulf catch".split())
#: All verbs by which what an attack left is told.
TELLING = HARMED | BEARING | COMING_DOWN | BURNING
#: Sentences within which an attack is gone on with.
REACH = 3
#: Words of an end that no attack made, and of losses of the whole war.
OTHERWISE = frozenset(
    "illness disease cancer stroke heart age accident covid battle action fighting combat war captivity prison "
    "boiler methane earthquake landslide flood".split()
)
TOTALS = frozenset("since far total overall war".split())


def aftermaths(scene: Scene, sentence: Sentence, about: bool) -> Iterator[Blow]:
    """The attacks of which a sentence tells the dead, the hurt, the fires and the pieces; `about` as for salvos."""
    yield from ruins(scene, sentence, _goes_on(scene, sentence) or _bears_marks(scene, sentence))
    for verb in sentence.tokens:
        if verb.pos_ != "VERB" or verb.lemma_ not in TELLING or not _is_told(scene, sentence, verb):
            continue
        if _are_victims(sentence, verb):
            told = _goes_on(scene, sentence) or _bears_marks(scene, sentence)
            if not told and not (about and _are_of_war(sentence, verb)):
                continue
        elif not (_pieces_of(sentence, verb) or ((_burns(verb) or _bears_damage(verb)) and _goes_on(scene, sentence))):
            continue
        if blow := _blow(scene, sentence, verb, about):
            yield blow


def _is_told(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    return is_told(scene, sentence, verb) and verb.tag_ != "VBZ"


def _are_victims(sentence: Sentence, verb: Token) -> bool:
    """ "A couple died", "two more people lost their lives", "a girl was pulled from the rubble"; neither troops nor a total."""
    if verb.lemma_ not in HARMED:
        return False
    arms = {t.i for o in things_of(verb) for w in after(o, "from", "by") for t in w.subtree}  # whose the weapons are, no victims
    words = {t.lemma_.lower() for t in verb.subtree if not _ranks(t) and t.i not in arms}
    harmed = verb.lemma_ in DYING or (verb.lemma_ in LOSING and any(o.lemma_.lower() in LOST for o in children(verb, "dobj")))
    found = verb.lemma_ in RESCUING and any(t.lemma_.lower() in MARKS for t in verb.subtree)
    if verb.lemma_ in KNOWN and any(t.lemma_.lower() in VICTIMS for t in things_of(verb)):
        return not words & (FIGHTERS | OTHERWISE | TOTALS)  # "three deaths were reported in", "confirmed one fatality"
    people = things_of(verb) if found else subjects(verb)
    who = [t for t in people if t.lemma_.lower() in PEOPLE | {"body", "couple"} or t.i in sentence.number_at or is_human(t.lemma_.lower())]
    if not (harmed or found) or not who or words & (FIGHTERS | OTHERWISE | TOTALS) or is_mishap(verb, people):
        return False
    return not any(t.lower_ in ("thousand", "thousands") for p in who for t in p.subtree)


def _ranks(since: Token) -> bool:
    """ "The highest figure since May": how bad a month was, and no total of the war."""
    return since.lower_ == "since" and (since.head.pos_ == "NOUN" or (since.head.dep_ == "acl" and since.head.pos_ == "VERB"))


def _bears_marks(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence or the next one speaks of wounds and ruins of war."""
    return any(t.lemma_.lower() in MARKS for s in scene.sentences[sentence.number : sentence.number + 2] for t in s.tokens)


def _pieces_of(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Debris from a downed drone fell on": the pieces of a weapon."""
    fallen = [s for s in subjects(verb) if s.lemma_.lower() in PIECES] if verb.lemma_ in COMING_DOWN else []
    return [s for s in fallen if weapons_in(sentence, [s]) or any(t.lower_ in ("falling", "drone", "missile") for t in s.lefts)]


def _burns(verb: Token) -> bool:
    """ "A fire broke out", "caught fire", "a blaze erupted"."""
    caught = verb.lemma_ == "catch" and any(o.lemma_ == "fire" for o in children(verb, "dobj"))
    return caught or (verb.lemma_ in BURNING and any(s.lemma_.lower() in BLAZES for s in subjects(verb)))


def _bears_damage(verb: Token) -> bool:
    """ "The plant took damage", "sustained heavy damage"."""
    return verb.lemma_ in BEARING and any(o.lemma_.lower() == "damage" for o in children(verb, "dobj"))


def _goes_on(scene: Scene, sentence: Sentence) -> bool:
    """Whether an attack was told a few sentences before, or is told beside it."""
    number, actor = scene.discourse.attacker
    return (actor is not None and 0 <= sentence.number - number <= REACH) or any(
        frame.role == "attack" and weapons_in(sentence, [token, *token.children])
        for token, frame in triggers(scene.pack, sentence, "attack")
    )


def _blow(scene: Scene, sentence: Sentence, verb: Token, about: bool) -> Blow | None:
    """The attack, if its place tells whom it hit, or the text does."""
    people = things_of(verb) if is_passive(verb) else [*subjects(verb), *things_of(verb)]
    where = [*people, *after(verb, "in", "at", "on", "near", "into", "to"), *(t for p in people for t in after(p, "at", "in", "on"))]
    own = {clause(verb).i, verb.i}
    placed = [s for s in spots_in(scene, sentence) if clause(s.head).i in own and s.width < 2]
    armed = [t for p in people for t in after(p, "from", "by") if weapons_in(sentence, [t])]  # "19 deaths from drones"
    if not placed and not _pieces_of(sentence, verb) and not armed and not _is_of_civilians(scene, sentence, verb, people, about):
        return None
    where += armed
    sides = [side for t in (*where, *(s.head for s in placed)) if (side := target_side(scene, sentence, t)) and opponent(side)]
    if any(s.name in HELD for s in placed):
        sides = [foe for s in sides if (foe := opponent(s))] if scene.beneficiary in sides else sides
    known = opponent(scene.discourse.attacker[1] or "") if _pieces_of(sentence, verb) else None
    sides = sides[:1] or _whose_day(scene, sentence) or ([known] if known else []) or ([scene.beneficiary] if about else [])
    whose = [r for t in armed for r in (*owners(scene, sentence, t), *everyone(scene, sentence, after(t, "of")))]
    owned = [s for s in scene.states(whose) if opponent(s)]
    sides = [str(opponent(s)) for s in owned[:1]] or sides
    foes = [foe for s in sides if (foe := opponent(s))]
    burnt = [t for t in people if _burns(verb) and weapons_in(sentence, [t])]  # "planes caught fire": nothing they were struck with
    return Blow(sentence, verb, "reported", foes, sides, [t for t in (*where, verb) if t not in burnt], again=not placed) if foes else None


def _are_of_war(sentence: Sentence, verb: Token) -> bool:
    """ "Verified 209 deaths and 1,146 injuries", "reported 19 deaths from drones", "286 civilians lost their lives"."""
    people = [*subjects(verb), *things_of(verb)]
    armed = any(weapons_in(sentence, after(p, "from", "by")) for p in people)
    hurt = verb.lemma_ in KNOWN and any(p.lemma_ in ("injury", "casualty") and children(p, "nummod") for p in people)
    return armed or hurt or any(t.lemma_.lower() == "civilian" for p in people for t in (p, *p.lefts))


def _is_of_civilians(scene: Scene, sentence: Sentence, verb: Token, people: list[Token], about: bool) -> bool:
    """ "At least 286 civilians lost their lives", in a text about the country or soon after an attack was told."""
    number, attacker = scene.discourse.attacker
    told = about or attacker is not None
    near = attacker is not None and sentence.number - number <= REACH
    counted = verb.lemma_ in KNOWN and any(p.lemma_ in ("injury", "casualty") and children(p, "nummod") for p in people)
    civil = any(_is_civil(t) for p in people for t in (p, *p.lefts, *after(p, "of")))
    return told and verb.lemma_ in DYING | LOSING | KNOWN and (civil or counted or (near and verb.lemma_ not in KNOWN))


def _is_civil(word: Token) -> bool:
    return word.lemma_.lower() in ("civilian", "resident", "child", "pensioner", "passer-by", "villager")


def _whose_day(scene: Scene, sentence: Sentence) -> list[str]:
    """The side that the other places of the sentence are of, else the one attacked before."""
    lands = [side for s in spots_in(scene, sentence) if (side := target_side(scene, sentence, s.head)) and opponent(side)]
    foe = opponent(scene.discourse.attacker[1] or "")
    return lands[:1] or ([foe] if foe and _goes_on(scene, sentence) else [])
