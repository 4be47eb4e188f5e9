"""Whose a need is, where a pronoun, a place or those who are helped say so; what is no need of the country a text is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children, clause
from promissory.extraction.kinds.gifts.opposing import is_adversarys
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.scanning.gating import is_near
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import Goods
from promissory.model import ItemCount

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words for who is abroad, by no name of a state.
ELSEWHERE = frozenset("european western nordic baltic asian african allied foreign nato eu american".split())
#: What covers a sky, without a word for the systems that do.
SHIELDS = frozenset("defence defense defences defenses".split())
SYSTEM = "air_defence_system"
#: Verbs of helping others to meet their needs.
HELPS = frozenset("help support assist enable aid back let allow".split())
#: What those do to us who are no foes.
FRIENDLY = HELPS | frozenset("tell ask give send promise thank protect defend show remind assure need want call".split())
#: Those who collect money for people in need.
COLLECTORS = frozenset("partner agency organisation organization group charity actor worker community".split())
HUMANE = frozenset(("humanitarian", "aid", "relief"))
#: What is done with a paper.
CARRYING_OUT = frozenset(
    "implementation execution fulfilment fulfillment enforcement observance ratification conclusion completion signing adoption renewal "
    "extension".split()
)
#: What is done to the other side.
PENALTIES = frozenset("sanction sanctions embargo tariff tariffs ban boycott blacklist penalty punishment pressure".split())
#: What others are asked to do with what is the other side's.
BARRING = frozenset("close ban bar block stop deny refuse seize turn".split())


def shields_among(scene: Scene, sentence: Sentence, words: list[Token]) -> Goods:
    """ "Needs air defence": the systems that it is, where no word for them stands behind; not "missiles for air defence"."""
    heads = [t for t in words if t.lower_ in SHIELDS and t.dep_ not in ("compound", "nmod", "amod") and not _is_use(sentence, t)]
    bare = [t for t in heads if t.i and t.nbor(-1).lower_ in ("air", "-")]
    known = [t for t in bare if (m := sentence.at.get(t.i)) is None or m.id_of("item") is None]
    return [(ItemCount(SYSTEM, None, None), sentence.bounds(t)) for t in known[:1]] if SYSTEM in scene.pack.item else []


def _is_use(sentence: Sentence, noun: Token) -> bool:
    """ "Missiles for air defence": what other goods are for."""
    served = sentence.at.get(noun.head.head.i) if noun.head.lower_ == "for" else None
    return served is not None and served.id_of("item") is not None


def short_elsewhere(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """The states that a shortage is in ("shortages of gas in Germany")."""
    heads = [t for word in (noun, *after(noun, "of")) for t in after(word, "in", "across", "among", "throughout")]
    return [s for s in scene.states(scene.named(sentence, heads)) if s in scene.pack.actor and s != "partners"]


def helped_one(scene: Scene, sentence: Sentence, noun: Token) -> str | None:
    """ "Help Kyiv to meet its needs", "support Ukraine in meeting its needs", "for Ukraine and its needs": theirs who are helped."""
    if not any(c.tag_ == "PRP$" and c.lower_ in ("its", "their", "his", "her") for c in children(noun, "poss")):
        return None
    if noun.dep_ == "conj" and noun.head.pos_ == "PROPN" and (beside := scene.named(sentence, [noun.head])):
        return beside[0].id
    for verb in (a for a in noun.ancestors if a.lemma_ in HELPS):
        helped = children(verb, "dobj") + [s for c in children(verb, "ccomp", "xcomp") for s in children(c, "nsubj")]
        if found := scene.named(sentence, [t for t in helped if t.i < noun.i]):
            return found[0].id
    return None


def owner_of_need(scene: Scene, sentence: Sentence, noun: Token) -> str | None:
    """Whose a need or request is, where a pronoun says so ("its financing needs", "his plea")."""
    pronouns = [c for c in children(noun, "poss") if c.tag_ == "PRP$"]
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    takers = children(verb, "dative") if pronouns and verb is not None else []
    owners = scene.named(sentence, takers) or scene.named(sentence, pronouns)
    return owners[0].id if owners else None


def concerns_receiver(scene: Scene) -> bool:
    """Whether a want of nobody in particular is that of the country supported: the text tells of it, if only now and then.

    "We are short of cable", says the head of a depot, in a report that names his city once.
    """
    return scene.is_about_beneficiary or scene.focus > 0


def names_receiver(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence names the country supported, its people or its places, or quotes somebody who says "we"."""
    near = is_near(scene.pack, frozenset((scene.beneficiary,)), sentence.mentions)
    return near or any(t.lower_ in ("we", "us", "our", "i", "me", "my") for t in sentence.tokens)


def are_helpers(subjects_: list[Token]) -> bool:
    """ "Humanitarian partners seek 200 million", "the Flash Appeal asks for": those who collect for the country a text is about."""
    helping = any(t.lemma_.lower() in COLLECTORS and any(c.lower_ in HUMANE for c in t.lefts) for t in subjects_)
    return helping or any(t.lemma_.lower() == "appeal" for t in subjects_)


def are_elsewhere(scene: Scene, sentence: Sentence, subjects_: list[Token]) -> bool:
    """ "A majority in Norway's parliament wants to raise it": others, whom no name stands for."""
    within_ = [t for s in subjects_ for t in s.subtree]
    named = {i for t in within_ if (m := sentence.at.get(t.i)) and (i := m.id_of("actor", "adjective", "metonym"))}
    states = {scene.namer.state_of(i) or i for i in named}
    if any(t.lower_ in ELSEWHERE for t in within_):
        return True  # "every European army will need these missiles"
    return (
        bool(states)
        and scene.beneficiary not in states
        and all(scene.pack.actor[s].type == "state" for s in states if s in scene.pack.actor)
    )


def are_speakers(scene: Scene, sentence: Sentence, subjects_: list[Token], states: list[str]) -> bool:
    """ "They need interceptors now," said an American: of whom a quotation speaks is never who says it."""
    they = [t for t in subjects_ if t.lower_ == "they" and t.i in sentence.quoted]
    voice = scene.speaker_of(sentence, they[0]) if they else None
    own = {scene.namer.state_of(i) or i for i in voice.ids} if voice else set()
    return bool(own) and set(states) <= own - {scene.beneficiary}


def asks_for_penalties(verb: Token) -> bool:
    """ "Appealed to Washington for an expansion of sanctions on oil": what is to be done to the other side, and nothing to be had."""
    asked = after(verb, "for")
    return bool(asked) and all(
        any(t.lemma_.lower() in PENALTIES for t in (thing, *thing.lefts, *after(thing, "of", "in"))) for thing in asked
    )


def asks_to_carry_out(verb: Token) -> bool:
    """ "Called for full implementation of the air defence agreement": what was agreed is to be done, and nothing new to be had."""
    heads = after(verb, "for")
    return bool(heads) and all(
        t.lemma_.lower() in CARRYING_OUT and any(o.lemma_.lower() in AGREEMENTS for o in after(t, "of")) for t in heads
    )


def _is_for_good_of(noun: Token) -> bool:
    """ "Funds for the needs of the army": what something is for, and no want of it."""
    led = noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.lower_ == "needs"
    return led and bool(after(noun, "of")) and {c.lower_ for c in noun.lefts} <= {"the"}


def _are_against_us(sentence: Sentence, verb: Token) -> bool:
    """ "They are hunting for ships because they cannot beat us": "they" are not those for whom the one who is quoted speaks."""
    if verb.i not in sentence.quoted or not any(s.lower_ == "they" for s in subjects(clause(verb))):
        return False
    deeds = [t for t in sentence.tokens if t.pos_ == "VERB" and t.i in sentence.quoted and any(s.lower_ == "they" for s in subjects(t))]
    harmed = [o for t in deeds if t.lemma_ not in FRIENDLY for o in children(t, "dobj")]
    return any(o.lower_ == "us" or any(c.lower_ == "our" for c in o.lefts) for o in harmed)


def is_of_adversary(scene: Scene, sentence: Sentence, word: Token, draft: Draft) -> bool:
    """ "Factories across Russia are short of parts", "asked to close harbours for Russian ships": nothing that the receiver needs."""
    if set(draft.parties.get("needs", ())) & ADVERSARIES or _is_for_good_of(word) or _are_against_us(sentence, word):
        return True
    goods = [t for t in word.subtree if sentence.item_of(t) and t.i > word.i]
    barred = any(t.tag_ == "VB" and t.lemma_ in BARRING for t in word.subtree)
    if barred and goods and all(scene.namer.state_of(scene.namer.modifier(sentence, t) or "") in ADVERSARIES for t in goods):
        return True
    own = subjects(clause(word))
    if draft.parties.get("needs") != [scene.beneficiary]:
        return False
    return is_adversarys(scene, sentence, own) or is_adversarys(scene, sentence, _robbed(own))


def _robbed(own: list[Token]) -> list[Token]:
    """ "To deprive Moscow of the income it needs": whom a pronoun in a clause means, where the verb above acts on somebody."""
    verbs = [next((a for a in t.head.ancestors if a.pos_ == "VERB"), None) for t in own if t.lower_ in ("it", "they")]
    return [o for v in verbs if v is not None for o in children(v, "dobj") if o.pos_ == "PROPN"]
