"""What makes a word for many, more or long an attack: the weapons behind it, or what it is aimed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after
from promissory.extraction.kinds.attacks.strikes import TARGETS, weapons_in
from promissory.extraction.scene import Scene
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What such a campaign is made with.
ARMED = frozenset("bombing air bombardment missile drone strike aerial shelling sabotage hybrid terror".split())
#: How one more weapon is counted.
MORE = frozenset("another others one two three four second third".split())
#: What is left of many weapons, and how many of them ("the remainder struck 14 locations", "most were shot down, several hit").
LEFT = frozenset("rest remainder others most some several few dozens many five six seven eight nine ten".split())

#: Nouns of firing something, an attack only of a weapon that somebody has fired at something.
USES = frozenset("use launch firing dropping deployment".split())
#: What the use of a weapon is only spoken of with.
LEAVE = frozenset(
    "allow permit permission ban restriction limit approve approval authorise authorize authorization oppose let lift consider request ask "
    "debate discussion decision right restrict threaten threat agree agreement possible potential rule".split()
)


def is_use_of_arms(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "Ukraine's use of Storm Shadows against targets in Kursk", "Russia's launch of a missile at Dnipro", and no leave to do so."""
    if any(a.lemma_.lower() in LEAVE for a in noun.ancestors) or any(c.lemma_.lower() in LEAVE for c in noun.lefts):
        return False
    fired = [t for t in after(noun, "of") if weapons_in(sentence, [t])]
    aimed = [t for n in (noun, *fired) for t in after(n, "against", "at", "on")]
    return bool(fired) and bool(aimed) and bool(owners(scene, sentence, noun))


def is_armed(sentence: Sentence, noun: Token) -> bool:
    """Whether a campaign is one of strikes, or against something that can be struck."""
    heads = {t.i for thing in after(noun, "against", "on") for t in (thing, *(c for c in thing.lefts if c.dep_ == "compound"))}
    struck = any(m.id_of("topic") in TARGETS and any(t.i in heads for t in sentence.tokens_of(m)) for m in sentence.mentions)
    return struck or any(c.lower_ in ARMED for c in noun.lefts)


def goes_on(scene: Scene, sentence: Sentence, doers: list[Token]) -> bool:
    """ "Another hit a bus depot": one more of the weapons of the sentence before."""
    near = scene.sentences[max(0, sentence.number - 2) : sentence.number]
    counted = bool(doers) and doers[0].lower_ in MORE and doers[0].pos_ in ("PRON", "DET", "NUM", "ADJ")
    pointed = bool(doers) and any(t.lower_ in ("them", "these", "those") for t in after(doers[0], "of"))
    counted = counted or (bool(doers) and doers[0].lower_ in LEFT and (pointed or not after(doers[0], "of")))
    counted = counted or (pointed and doers[0].i in sentence.number_at)
    if not counted:
        return False
    here = [t for t in sentence.tokens if t.i < doers[0].i]  # "eleven drones came, and one of them went into the ward"
    return any(weapons_in(before, list(before.tokens)) for before in near) or (pointed and bool(weapons_in(sentence, here)))
