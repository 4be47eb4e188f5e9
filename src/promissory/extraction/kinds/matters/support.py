"""What counts as support, and of which kind it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.goods import FUNDS, MATERIEL, SUPPORT, WEAPONS
from promissory.extraction.scene import Scene
from promissory.extraction.slots.filling import Goods

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns for support that is given, with the kind of support they mean by themselves.
SUPPORT_NOUNS: dict[str, str | None] = {
    noun: kind
    for kind, nouns in {
        None: SUPPORT
        | frozenset(
            "supply backing resource commitment pledge expertise sale purchase provision component spare amount sum reform disbursement "
            "allocation subsidy gift".split()
        ),
        "military": MATERIEL | WEAPONS | frozenset("capability intelligence defence defense f-16 patriot unit".split()),
        "financial": FUNDS | frozenset("instalment installment budget profit proceeds revenue income asset interest".split()),
        "humanitarian": frozenset("relief food medicine shelter generator".split()),
        "industrial": frozenset("investment production technology".split()),
        "training": frozenset("training trainer instructor".split()),
    }.items()
    for noun in nouns
}
KIND_WORDS: dict[str, str] = {
    word: kind
    for kind, words in {
        "military": "military defence defense security lethal weapons arms non-lethal defensive artillery army combat battlefield",
        "financial": "financial lend lent lending loan loans repay repaid budget budgetary macro-financial economic fiscal reconstruction",
        "humanitarian": "humanitarian medical health healthcare refugee refugees energy food displaced shelter winter winterisation "
        "evacuation",
        "industrial": "industrial production manufacturing co-production industry",
        "training": "training",
    }.items()
    for word in words.split()
}
#: What makes a system or unit one of peace.
CIVIL = frozenset(
    "health healthcare medical school education banking financial payment tax pension social legal judicial justice court election "
    "electoral political party asylum rail railway transport transit heating water sewage sewerage irrigation energy power grid "
    "electricity food grain alert welfare governance public".split()
)

#: What is done in factories.
PRODUCTION = frozenset("production manufacture manufacturing co-production".split())
#: What makes the next sum a part of this one.
PARTING = re.compile(r"\bof (?:which|that|this|it|these|them)\b|\binclud\w+|\bamong\b", re.I)
#: Those whose money is for the budget unless they say otherwise.
LENDERS = frozenset("IMF World-Bank EBRD EIB EU G7 European-Commission Council-of-Europe-Development-Bank IFC".split())


def support_of(
    scene: Scene, sentence: Sentence, words: list[Token], goods: Goods, role: str, givers: list[str], *, around: bool = True
) -> str | None:
    """The kind of support: from the items, from adjectives such as "military", from the nouns; else from the giver or, where what
    stands `around` may be about it, from the sentence.
    """
    if role in ("train", "training"):
        return "training"
    taught = _is_for_training(sentence, words)
    if (taught or kind_told(words) == "training") and goods and all(item.item == "soldier" for item, _ in goods):
        return "training"
    if _is_for_production(sentence, words):
        return "industrial"
    if goods:
        return scene.pack.item[goods[0][0].item].support
    if kind := kind_told(words):
        return kind
    if taught:
        return "training"
    money = any(t.i in sentence.amount_at or t.text in ("GDP", "GNI") for t in words)
    if money and (kind := _of_words(_behind_sum(sentence, words))):
        return kind
    beside = {kind for token in _beside(sentence, words) if (kind := _of_words([token]))} if money and around else set()
    if len(beside) == 1:
        return beside.pop()
    return "financial" if money and givers and set(givers) <= LENDERS else None


def kind_told(words: list[Token]) -> str | None:
    """The kind of support that words tell by themselves."""
    return _of_words(words) or _of_nouns(words)


def _beside(sentence: Sentence, words: list[Token]) -> list[Token]:
    """The words of a sentence, but for those of a part of the sum: "4.5 billion, of which 1 billion is for humanitarian relief"."""
    last = max((t.i for t in words if t.i in sentence.amount_at), default=None)
    part = next((m for m in sentence.amounts if last is not None and m.start > sentence.tokens[last].idx), None)
    if last is None or part is None or not PARTING.search(sentence.text[sentence.tokens[last].idx : part.start]):
        return list(sentence.tokens)
    return [t for t in sentence.tokens if t.i <= last]


def _behind_sum(sentence: Sentence, words: list[Token]) -> list[Token]:
    """ "740 million is for humanitarian relief, 500 million for the budget": the words after a sum, up to a comma or the next sum."""
    last = max((t.i for t in words if t.i in sentence.amount_at), default=None)
    found: list[Token] = []
    for token in sentence.tokens[last + 1 :] if last is not None else ():
        if token.text in (",", ";", ":") or token.i in sentence.amount_at:
            break
        found.append(token)
    return found


def _is_for_training(sentence: Sentence, words: list[Token]) -> bool:
    """ "20 million for the training of soldiers", "20 million to train pilots"."""
    behind = _behind_sum(sentence, words)
    noun = any(t.lemma_.lower() == "training" and t.dep_ == "pobj" and t.head.lower_ == "for" for t in behind)
    return noun or any(t.lemma_ == "train" and t.tag_ == "VB" and any(c.lower_ == "to" for c in t.children) for t in behind)


def _is_for_production(sentence: Sentence, words: list[Token]) -> bool:
    """ "20 million for the production of our drones", "put 90 million into making shells": money for industry, whatever it makes."""
    behind = _behind_sum(sentence, words)
    return any(
        t.lemma_.lower() in PRODUCTION and t.dep_ == "pobj" and t.head.lower_ in ("for", "into", "in", "to", "towards") for t in behind
    )


def _of_words(words: list[Token]) -> str | None:
    """The kind that an adjective says; "defence industry" is industrial."""
    for token in words:
        after = token.nbor(1).lemma_.lower() if token.i + 1 < len(token.doc) else ""
        if (kind := KIND_WORDS.get(token.lower_)) and not (kind == "military" and KIND_WORDS.get(after) == "industrial"):
            return kind
    return None


def _of_nouns(words: list[Token]) -> str | None:
    return next((kind for token in words if (kind := SUPPORT_NOUNS.get(token.lemma_.lower())) and not _is_civil(token)), None)


def _is_civil(noun: Token) -> bool:
    """ "The health system", "a banking unit": none of arms."""
    return any(c.lemma_.lower() in CIVIL and c.i < noun.i for c in noun.children)
