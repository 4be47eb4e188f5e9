"""Schemes spoken of by a name of their own, groups the pack knows as actors, and "the fund" of a scheme named before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.kinds.initiatives.coordinating import FOCUS, initiative_draft
from promissory.extraction.kinds.initiatives.expiring import RUNNING_OUT, is_over
from promissory.extraction.kinds.initiatives.schemes import FOUNDING, HOSTILE, LEADING, STARTING, TAKING_PART, lead_of, scheme_verb
from promissory.extraction.lexicon.ventures import CENTRES, SCHEMES
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token
    from promissory.packs import Framework

#: Last words of the names of groups that states lead and found together.
GROUPS = frozenset("group platform force coalition willing format centre center".split())
#: Nouns by which a scheme is spoken of.
SPOKEN_OF = CENTRES | SCHEMES | frozenset("command instrument brigade legion tribunal".split())
#: What a scheme does itself, besides beginning and going on.
WORKING = frozenset(
    "enter expire end total carry cover provide pay collect gather bring unite handle coordinate receive accept inform".split()
)
#: What a scheme is said to be that is at work.
AT_WORK = frozenset("open operational active ready live available functional".split())
#: What is told of a scheme and says nothing of its work.
SAYING = frozenset("say tell call warn note mean need require want criticise criticize welcome praise discuss".split())
#: Words that stand for one of several schemes spoken of before.
STANDING = frozenset(("one", "another"))
#: Sentences back to where "the fund" was named.
BACK = 12


def find_titled(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of schemes in a sentence that these ways of speaking tell."""
    seen: set[str] = set()
    for mention in sentence.mentions:
        actor = scene.pack.actor.get(mention.id_of("actor") or "")
        if actor is None or actor.type not in ("coalition", "body") or actor.id in seen or mention.id_of("framework"):
            continue
        head = sentence.head_of(mention)
        if head is not None and actor.name.split()[-1].lower() in GROUPS:
            seen.add(actor.id)
            yield from _group(scene, sentence, head)
            yield from _at_work(scene, sentence, head, list(actor.members))
    for token in sentence.tokens:
        if token.lower_ == "project" and token.pos_ == "PROPN":
            yield from _code_named(scene, sentence, token)
        named = sentence.at.get(token.i)
        if (
            token.lemma_.lower() in SPOKEN_OF
            and token.pos_ in ("NOUN", "PROPN")
            and (not named or {n.type for n in named.names} == {"topic"})
        ):
            yield from _told_before(scene, sentence, token)
            yield from _titled(scene, sentence, token)


def stand_ins(scene: Scene, sentence: Sentence) -> list[Token]:
    """ "Lithuania runs another", "the naval one led by Norway": words for one of the schemes that this sentence or the two before name."""
    heads = ("dobj", "pobj", "nsubj", "appos", "conj", "nsubjpass")
    standing = [t for t in sentence.tokens if t.lower_ in STANDING and t.dep_ in heads]
    if not standing:
        return []
    near = scene.sentences[max(0, sentence.number - 2) : sentence.number]
    told = any(t.lemma_.lower() in SCHEMES and t.tag_ == "NNS" for before in near for t in before.tokens)
    return [t for t in standing if told or _is_pointed_at(t, near) or any(k.lemma_.lower() in SCHEMES for k in t.doc[: t.i])]


def _is_pointed_at(one: Token, near: list[Sentence]) -> bool:
    """ "Who buys for the coalition? Latvia leads that one.": the scheme that was asked about, and is led by somebody."""
    pointed = any(c.lower_ in ("that", "this") for c in one.lefts) and one.dep_ == "dobj" and one.head.lemma_ in LEADING
    return pointed and any(t.lemma_.lower() in SCHEMES for before in near for t in before.tokens)


def _group(scene: Scene, sentence: Sentence, head: Token) -> Iterator[Draft]:
    """ "The contact group, set up by Austin", "led by Macron and Starmer", "Britain leads the Joint Expeditionary Force"."""
    verb = scheme_verb(head)
    leading = verb is not None and verb.lemma_ in (FOUNDING | LEADING) - TAKING_PART
    lead = [i for i in lead_of(scene, sentence, head) if i != "partners"] if leading else []
    if verb is None or not lead or (verb.lemma_ in ("chair", "host", "bring", "convene", "open") and not is_passive(verb)):
        return  # who chairs a group for a day holds a meeting
    draft = _draft(scene, sentence, head, "active", lead)
    draft.features["founded"] = verb.lemma_ in FOUNDING
    yield draft


def _at_work(scene: Scene, sentence: Sentence, head: Token, leaders: list[str]) -> Iterator[Draft]:
    """ "The Coalition of the Willing continues its work": what it does itself, by those known to lead it."""
    verb = head.head
    works = head.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in STARTING | WORKING and scheme_verb(head) in (None, verb)
    if leaders and works and not scene.mood(sentence, verb).negated:
        yield _draft(scene, sentence, head, "announced" if scene.mood(sentence, verb).tense == "future" else "active", leaders)


def _titled(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Goods are sought through the AidEnergy platform", "the US-Ukraine Investment Fund is open for applications"."""
    words = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod") and c.pos_ == "PROPN"]
    name = [c for c in words if not (m := sentence.at.get(c.i)) or {n.type for n in m.names} == {"topic"}]
    told = any(c.dep_ in ("relcl", "acl") for c in noun.children)
    works = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in STARTING | WORKING | FOUNDING | LEADING
    works = works or (noun.dep_ == "nsubj" and any(c.dep_ == "acomp" and c.lower_ in AT_WORK for c in noun.head.children))
    if not name or not (told or works) or any(c.i in sentence.date_at for c in name) or scheme_verb(noun) is not None:
        return
    if scene.focus > FOCUS:
        lead = lead_of(scene, sentence, noun) or _in_name(sentence, noun) or [s for s in [scene.discourse.home] if s]
        yield _draft(scene, sentence, noun, "ended" if is_over(noun) else "active", lead)


def _in_name(sentence: Sentence, noun: Token) -> list[str]:
    """ "The United States-Ukraine Reconstruction Investment Fund": the several states that it is called after."""
    words = [t for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod") for t in c.subtree]
    found = dict.fromkeys(i for t in words if (m := sentence.at.get(t.i)) and (i := m.id_of("actor", "adjective")))
    return list(found) if len(found) > 1 else []


def _code_named(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Under Project Renovator, British firms refit a hospital": one called "Project" and its name, by those who do it."""
    head = word.head
    if not (word.tag_ == "NNP" and word.dep_ == "compound" and head.tag_ == "NNP" and head.i == word.i + 1) or head.i in sentence.at:
        return
    above = next((a for a in head.ancestors if a.pos_ == "VERB"), None)
    if scene.focus <= FOCUS or above is None or scene.mood(sentence, above).negated:
        return
    under = head.dep_ == "pobj" and head.head.lower_ in ("under", "through", "within", "in") and head.head.head is above
    doers = subjects(above) if under or (head.dep_ == "dobj" and above.lemma_ in FOUNDING | LEADING) else []
    lead = lead_of(scene, sentence, head) or states_in(scene, sentence, doers)
    if lead and not set(lead) & HOSTILE:
        yield _draft(scene, sentence, head, "active", lead)


def _told_before(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "The Facility entered into force", "the programme was set up in February": one that was named shortly before."""
    bare = [c.lower_ for c in noun.lefts] in (["the"], ["this"])
    if not bare or noun.dep_ not in ("nsubj", "nsubjpass") or noun.head.pos_ != "VERB" or noun.head.lemma_ in SAYING:
        return
    framework = _named_before(scene, sentence, noun.lemma_.lower())
    if framework is None or scene.mood(sentence, noun.head).negated:
        return
    lead = lead_of(scene, sentence, noun) if is_passive(noun.head) and noun.head.lemma_ in FOUNDING | LEADING else []
    lead = [i for i in lead if i != scene.discourse.home] or [b for b in [framework.body] if b]
    mood = scene.mood(sentence, noun.head)
    status = "ended" if noun.head.lemma_ in ("expire", "end") else "announced" if mood.tense == "future" else "active"
    draft = _draft(scene, sentence, noun, status, [scene.namer.state_of(i) or i for i in lead])
    draft.features[f"name {framework.id}"] = 1.0
    if noun.head.lemma_ not in STARTING | FOUNDING | RUNNING_OUT:  # "the Fund rests on the accord signed in April"
        draft.slots.pop("date", None)
        draft.grounds.pop("date", None)
    yield draft


def _named_before(scene: Scene, sentence: Sentence, word: str) -> Framework | None:
    """The framework named last before whose name has the word in it."""
    known = {f.id: f for f in scene.pack.frameworks if f.type in ("scheme", "coalition", "fund", "command", "instrument")}
    for before in reversed(scene.sentences[max(0, sentence.number - BACK) : sentence.number]):
        for mention in reversed(before.mentions):
            framework = known.get(mention.id_of("framework") or "")
            if framework and any(word in name.lower() for name in (framework.name, *framework.names)):
                return framework
    return None


def _draft(scene: Scene, sentence: Sentence, head: Token, status: str, lead: list[str]) -> Draft:
    draft = initiative_draft(scene, sentence, head, status, "titled")
    if lead:
        draft.add("lead", lead)
    draft.add("beneficiary", [scene.beneficiary])
    draft.inferred["beneficiary"] = "the text is about support for it"
    draft.features |= {"founded": False, "helps": True}
    return draft
