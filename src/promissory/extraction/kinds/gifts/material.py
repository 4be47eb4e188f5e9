"""Whether what a verb gives is support: money, goods, training, help by name, or whatever is plainly handed to the receiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.gifts.given import measured_by, shared_of
from promissory.extraction.kinds.gifts.inferring import may_give
from promissory.extraction.kinds.gifts.recalling import is_next_package, recalled
from promissory.extraction.kinds.gifts.sparing import is_with_means, takes_up_gift
from promissory.extraction.kinds.initiatives.works import is_there
from promissory.extraction.kinds.matters.antecedents import COUNTING, counted_goods, goods_spoken_of, is_anaphoric, is_told_just_before
from promissory.extraction.kinds.matters.bills import is_aid_bill
from promissory.extraction.kinds.matters.givers import recipients_of
from promissory.extraction.kinds.matters.straits import REBUILDING
from promissory.extraction.kinds.matters.support import SUPPORT_NOUNS
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is left of a sum, or a part of it.
REMAINS = frozenset("rest remainder balance first second third last half".split())
#: Verbs of handing over: with a giver and the receiver named, whatever is given is support, but for papers, which are handed, too.
SUPPLYING = HANDING - {"hand"} | frozenset("sell equip".split())
#: What is rebuilt by nobody in particular.
WHOLES = frozenset("economy country nation state society trust relation tie confidence stock army force life future homeland".split())
#: Verbs of help that need not say with what.
HELPING = frozenset(("help", "assist", "contribute"))
#: What is done about a lack; what else these verbs do is no gift.
FILLING = frozenset(("cover", "meet", "plug"))


def is_support(scene: Scene, sentence: Sentence, verb: Token, things: list[Token], frame: Frame) -> bool:
    """Whether what is given is money, goods, training or support."""
    if frame.role == "stop" and takes_up_gift(verb):
        return True
    if not things and verb.lemma_ in HELPING and scene.mood(sentence, verb).under("promise"):  # "has pledged to help"
        return any(may_give(scene, who) or who.vague for who in scene.named(sentence, actors_of(verb)))
    if verb.lemma_ in REBUILDING or (verb.lemma_ in HELPING and not things and not is_passive(verb) and is_with_means(sentence, verb)):
        # "has promised to rebuild a school in Zhytomyr", not "to rebuild the country"
        there = verb.lemma_ not in REBUILDING or (is_there(scene, sentence, verb) and all(_is_built(sentence, t) for t in things))
        return there and any(may_give(scene, who) for who in scene.named(sentence, actors_of(verb)))
    if verb.lemma_ in FILLING or frame.role == "train" or (verb.lemma_ in SUPPLYING and _is_explicit(scene, sentence, verb, things, frame)):
        return True
    if verb.lemma_ in ("support", "assist", "help", "aid", "back", "arm", "equip", "finance", "fund", "sustain", "strengthen", "bolster"):
        names = scene.states(scene.named(sentence, things + [o for t in things for o in children(t, "poss")]))
        if scene.beneficiary in names:
            return True
    for thing in things + [inner for measure in things for inner in measured_by(measure)]:
        if thing.lemma_.lower() in SUPPORT_NOUNS or (
            frame.role in COUNTING
            and is_anaphoric(sentence, thing)
            and (
                goods_spoken_of(scene, sentence, verb)
                or counted_goods(sentence, verb)
                or (is_told_just_before(scene, sentence) and not _is_of_sum(scene, sentence))
            )
        ):
            return True
        if frame.role in COUNTING and is_next_package(scene, sentence, thing):
            return True
        if frame.role in COUNTING and recalled(scene, sentence, thing):  # "had promised the machines"
            return True
        if (thing.lower_ in REMAINS and _is_of_sum(scene, sentence)) or (frame.role == "approve" and is_aid_bill(sentence, thing)):
            return True
        if any(t.lemma_.lower() == "intelligence" for t in shared_of(thing)):
            return True
        if any(c.i in sentence.amount_at for c in children(thing, "appos")):  # "Norway's portion, 40 million, will be disbursed"
            return True
        if thing.lemma_ == "round" and any(c.i in sentence.number_at for c in thing.children):  # of ammunition, not of talks
            return True
        for token in within(thing):
            mention = sentence.at.get(token.i)
            if token.i in sentence.amount_at or (mention and mention.id_of("item")) or token.text in ("GDP", "GNI") or _is_share(token):
                return True
    return False


def _is_built(sentence: Sentence, thing: Token) -> bool:
    """Whether a thing is one that stands somewhere: no country, no economy, no trust."""
    mention = sentence.at.get(thing.i)
    named = mention is not None and mention.id_of("actor", "place", "metonym") is not None
    return thing.tag_ in ("NN", "NNS") and thing.lemma_.lower() not in WHOLES and not named


def _is_share(token: Token) -> bool:
    """ "0.25 percent of its output", "1.3 percent of gross domestic product"."""
    of = [t for t in after(token, "of") if t.lemma_.lower() in ("output", "product", "economy", "income")]
    return token.lower_ in ("percent", "%", "cent") and bool(of)


def _is_of_sum(scene: Scene, sentence: Sentence) -> bool:
    """Whether money was given shortly before, of which the rest is told ("the rest will be disbursed in monthly slices")."""
    before = scene.sentences[max(0, sentence.number - 3) : sentence.number + 1]
    return scene.discourse.item is None and any(not amount.converted for s in before for amount in s.amounts)


def _is_explicit(scene: Scene, sentence: Sentence, verb: Token, things: list[Token], frame: Frame) -> bool:
    """Whether the sentence says that the one the pack is about gets it, from somebody named: then it may be anything."""
    takers = scene.states(recipients_of(scene, sentence, verb, [], frame))
    return scene.beneficiary in takers and bool(things) and bool(scene.states(scene.named(sentence, actors_of(verb))))
