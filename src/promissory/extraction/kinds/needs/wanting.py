"""What is needed or asked for, and who asks: the words around a verb, a noun or an adjective of need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import AIMS, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, infinitives, within
from promissory.extraction.kinds.matters.addressing import WORLD
from promissory.extraction.kinds.matters.antecedents import GENERIC, is_anaphoric
from promissory.extraction.kinds.matters.asking import fills_gap
from promissory.extraction.kinds.matters.wares import names_wares
from promissory.extraction.lexicon.goods import AID, MONEY
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.scene import Scene
from promissory.extraction.slots.filling import Goods
from promissory.model import ItemCount
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs after "need to" and "ask to" under which something is to be had.
GIVING = HANDING | frozenset(
    "have get receive obtain secure acquire buy purchase offer fulfil fulfill honour honor fund finance support help assist aid "
    "equip arm train strengthen boost increase protect restore rebuild repair release unblock unlock unfreeze disburse sell share "
    "spare hurry produce replenish replace accelerate speed step expand allow lift approve continue maintain invest raise find "
    "import add come part chip cover fill plug close bridge borrow recruit hire enlist".split()
)
#: Those of them by which goods go to others.
HELPING = HANDING | frozenset("offer equip arm train aid assist help share".split())
#: What those give who have a vote.
CONSENT = frozenset("support backing approval consent agreement unanimity vote ratification assent majority".split())
#: Verbs with which somebody makes a request, or is in a want.
MAKING = frozenset(
    "address make issue repeat renew have reiterate launch step voice send submit present direct lodge restate press deliver "
    "face suffer experience see confront report feel endure acknowledge cite".split()
)
#: Verbs that say how great a want is.
AMOUNTING = frozenset("put set estimate place calculate reckon assess stand amount come total run reach exceed surpass rise grow".split())
#: Adjectives that hold of what is wanting, not of who wants it.
WANTING = frozenset("scarce necessary essential needed required insufficient vital depleted scant few".split())
#: What a request is written in.
LISTS = frozenset(("list", "wishlist", "priority"))
#: What is done with a need that is there no more.
FILLING = frozenset("fill plug close bridge cover make".split())
#: What is done with a request by the one it goes to.
ANSWERING = frozenset("reject refuse decline deny turn grant approve rebuff accept weigh consider study review meet answer examine".split())
#: What is done with a need for good.
MEETING = frozenset("meet satisfy fulfil fulfill cover answer".split())
DECIDING = frozenset("decide rule respond reply react agree answer".split())
#: Prepositions before what only says when or why something is wanted.
BESIDES = frozenset("as amid while after before since during amid amidst despite following because against".split())
#: What runs low by itself.
STORES = MONEY | frozenset(
    "cash fund stock stockpile supply reserve arsenal store storage magazine inventory ammunition fuel shell missile interceptor "
    "munition aid budget medicine".split()
)
#: How things are done.
MANNERS = frozenset("coordination co-ordination transparency oversight accountability communication clarity speed caution unity".split())
DENYING = frozenset("receive get deny reject dismiss refuse".split())


def wanted(verb: Token, frame: Frame) -> list[Token]:
    """The words for what is wanted: the object, what the infinitive after it is about, the noun that a relative clause is about."""
    if frame.role == "dwindle":
        supplies = [verb.head] if verb.dep_ == "amod" else subjects(verb) if not is_passive(verb) else []
        return [t for head in supplies + things_of(verb) + after(verb, "of") for t in within(head)]
    if frame.role == "need" and verb.tag_ == "VBN" and verb.dep_ == "acomp":  # "is very much needed"
        return [t for head in subjects(verb.head) for t in within(head)]
    if frame.role == "need" and is_passive(verb):
        heads = [verb.head] if verb.dep_ == "acl" else subjects(verb)
        return [t for head in heads for t in within(head)]
    if verb.dep_ in ("ccomp", "attr") and verb.head.lemma_ == "be" and any(c.lower_ == "what" for c in verb.lefts):
        return [t for head in subjects(verb.head) for t in within(head)]  # "missiles are what we need"
    opens = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.left_edge.lower_ == "what"
    if (verb.dep_ in ("csubj", "csubjpass") or opens) and verb.head.lemma_ == "be":  # "what Ukraine wants most is tanks"
        return [t for head in children(verb.head, "attr") for t in within(head)]
    if verb.dep_ == "relcl" and verb.head.lower_ in ("all", "thing", "things") and _is_equated(verb.head):
        return [t for head in children(verb.head.head, "attr") for t in within(head)]  # "all we want is air defence"
    if verb.lemma_ == "run" and not any(after(c, "of", "on") for c in (verb, *verb.rights)):  # "stocks of shells are running low"
        return [t for head in subjects(verb) if head.lemma_.lower() in STORES or names_wares([head]) for t in within(head)]
    if verb.lemma_ == "seek" and children(verb, "dobj"):  # "sought solutions in order to counter an edge in manpower" seeks no men
        aims = [t for word in (verb, *children(verb, "dobj")) for source in (word, *after(word, "from")) for t in after(source, "for")]
        return [t for head in (*children(verb, "dobj"), *aims) for t in within(head)]  # "seeks 5 billion from its partners for drones"
    right = [
        t
        for child in verb.rights
        if (child.dep_ not in ("advcl", "conj", "parataxis", "punct") or child in infinitives(verb))
        and child.lower_ not in BESIDES
        and (child.pos_ != "VERB" or (child.lemma_ in GIVING and (child.lemma_ not in FILLING or fills_gap(child))))
        and not (child.lower_ == "in" and any(o.lower_ in AIMS for o in children(child, "pobj")))  # "in order to counter"
        for t in child.subtree
    ]
    # "asked for licences to produce missiles": the parser takes what is asked for as the subject of the infinitive
    clauses = [
        c for c in verb.rights if c.dep_ in ("advcl", "xcomp", "ccomp") and any(m.lower_ == "for" and m.dep_ == "mark" for m in c.children)
    ]
    right += [t for c in clauses for s in children(c, "nsubj") if s.pos_ == "NOUN" for t in (*within(s), *c.subtree)]
    if verb.dep_ == "relcl" and not any(s.tag_ in ("WDT", "WP") for s in children(verb, "nsubj", "nsubjpass")):  # not "who asked"
        right += list(within(verb.head)) + [t for a in verb.head.ancestors if a.pos_ == "NOUN" for t in within(a)]
    if verb.dep_ == "ccomp" and not right:
        right = [t for t in verb.head.rights if t.i < verb.i]
    return right or _said_to_need(verb)


def _said_to_need(verb: Token) -> list[Token]:
    """ "Eight hundred: the missiles Kyiv says it needs": what stands before the one who says so, with no word between."""
    above = verb.head if verb.dep_ == "ccomp" and verb.lemma_ in ("need", "lack", "require") else None
    if above is None or above.lemma_ not in ("say", "claim", "think", "reckon", "believe", "insist") or children(verb, "dobj"):
        return []
    start = min((s.left_edge.i for s in subjects(above)), default=0)
    before = above.doc[start - 1] if start else None
    return list(within(before)) if before is not None and before.pos_ == "NOUN" else []


def _is_equated(word: Token) -> bool:
    return word.dep_ == "nsubj" and word.head.lemma_ == "be"


def is_demanded(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Give us the Patriots", "let us have the jets": a bare verb that asks those spoken to for what the receiver is to have."""
    bare = verb.tag_ in ("VB", "VBP") and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children)
    if not bare or verb.dep_ not in ("ROOT", "ccomp", "conj") or not things_of(verb):
        return False
    takers = children(verb, "dative", "dobj") + after(verb, "to")
    speaker = scene.speaker_of(sentence, verb)
    states = {scene.namer.state_of(i) for i in speaker.ids} if speaker is not None else set()
    unknown = speaker is not None and not any(i in scene.pack.person or i in scene.pack.actor for i in speaker.ids)
    said = scene.beneficiary in states or (states == {None} and unknown and scene.is_about_beneficiary)
    ours = any(t.lower_ in ("us", "me") for t in takers) and (said or scene.discourse.home == scene.beneficiary)
    return ours or (said and scene.beneficiary in scene.states(scene.named(sentence, takers)))


def called_for(noun: Token) -> list[Token]:
    """The words for what a noun of need or request is about: after "for", "of" and "in", its infinitive, what is on a list."""
    if noun.lemma_.lower() in LISTS and (listed := _listed(noun)):
        return listed
    told = (noun, noun.head) if noun.dep_ == "dobj" else (noun,)
    owned = noun.tag_ == "NNS" and noun.lemma_.lower() == "need"  # "the needs of the troops"
    things = after(noun, "for", "in") if owned else after(noun, "for", "of", "in")
    things = things or [i for t in told for asked in after(t, "to") for i in after(asked, "for")]
    if not things and noun.dep_ == "dobj" and noun.head.lemma_ in MAKING:  # "addressed a plea to allies for Patriots"
        things = after(noun.head, "for")
    words = [t for thing in things for t in within(thing)]
    words += [t for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB" and c.lemma_ in GIVING for t in c.subtree]
    above = noun.head if noun.dep_ == "dobj" else None
    if above is not None and above.lemma_ in MAKING:  # "renewed his plea to partners to deliver shells"
        asked = [c for c in children(above, "advcl", "xcomp") if c.i > noun.i and c.tag_ == "VB" and c.lemma_ in GIVING]
        words += [t for c in asked for t in c.subtree]
    if above is not None and above.lemma_ in ("put", "set", "estimate", "place", "give"):  # "put the requirement at 25 systems"
        words += [t for thing in after(above, "at") for t in within(thing)]
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in AMOUNTING:  # "the shortfall is put at 38 billion"
        measures = (*after(noun.head, "at", "to"), *children(noun.head, "dobj", "attr", "npadvmod"))
        words += [t for thing in measures for t in within(thing)]
    if noun.dep_ == "nsubj" and noun.head.lemma_ in ("include", "comprise", "cover") and not words:  # "priority needs include drones"
        words = [t for thing in things_of(noun.head) for t in within(thing)]
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and not words:  # "our most urgent need is ammunition"
        words = [t for thing in (*children(noun.head, "attr"), *after(noun.head, "of", "for")) for t in within(thing)]
    return words or said_of(noun)


def said_of(noun: Token) -> list[Token]:
    """A noun's phrase, without what its infinitive is for ("the need to gain approval to send tanks" is no need of tanks)."""
    further = [d for c in children(noun, "acl", "relcl") if c.tag_ == "VB" for d in c.subtree if d.i > c.i and d.tag_ == "VB"]
    if noun.tag_ == "NNS" and noun.lemma_.lower() == "need":
        further += after(noun, "of")  # "the needs of the troops"
    deeper = {t.i for d in further for t in d.subtree}
    return [t for t in within(noun) if t.i not in deeper]


def is_of_manner(noun: Token) -> bool:
    """ "A need for improving the coordination of shipments", "of transparency": how something is done, and nothing that can be had."""
    things = after(noun, "for", "of")
    done = [t for thing in things for t in (children(thing, "dobj") if thing.tag_ == "VBG" else [thing])]
    return bool(done) and all(t.lemma_.lower() in MANNERS for t in done)


def _listed(noun: Token) -> list[Token]:
    """What is on a list or at its top ("topping the wish list are missiles", "tanks top the list", "the item on its list is")."""
    here = noun
    while here.dep_ in ("pobj", "prep", "dobj", "advmod", "acomp") and here.head.pos_ not in ("VERB", "AUX"):
        here = here.head
    verb = here.head
    if verb.lemma_ == "be":
        things = children(verb, "attr") if here.dep_ in ("nsubj", "csubj") or not subjects(verb) else subjects(verb)
    else:
        things = subjects(verb) if verb.lemma_ in ("top", "head", "lead", "remain") else []
        things += children(verb, "dobj") if verb.lemma_ in ("include", "contain", "feature", "comprise") else []
    return [t for thing in [*things, *after(noun, "of", "for", "with")] if thing.i != noun.i for t in within(thing) if t.i != noun.i]


def askers(noun: Token) -> list[Token]:
    """Who makes a request or is in a want, where that is the subject of the verb above or stands after "from" and "by"."""
    sources = after(noun, "from", "by")
    verb = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "from", "of"):  # "faces with a shortage", "suffers from a lack"
        verb = noun.head.head
    if verb.lemma_ == "leave" and noun.dep_ == "pobj":  # "leaving Kyiv with a financing gap", "was left with a hole"
        return things_of(verb)
    if verb.lemma_ == "address" and noun.lemma_.lower() in ("need", "requirement", "shortage", "shortfall", "gap"):
        return sources  # those who do something about it
    if verb.lemma_ in MAKING and not is_passive(verb) and noun.dep_ in ("dobj", "pobj"):
        return subjects(verb) or sources
    if verb.lemma_ in MAKING and is_passive(verb):
        return agents(verb) or sources
    return sources


def asked_by(noun: Token) -> list[Token]:
    """Whom a request goes to."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "to") and noun.head.head.lemma_ in DECIDING:
        return subjects(noun.head.head)  # "waits for Delft to decide on its request"
    decided = noun.head.lemma_ in ANSWERING
    by = agents(noun.head) if decided and noun.dep_ == "nsubjpass" else subjects(noun.head) if decided and noun.dep_ == "dobj" else []
    return after(noun, "to") + (after(noun.head, "to") if noun.dep_ in ("dobj", "nsubjpass") else []) + by


def is_met(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "The appeal for ambulances has been met", "Oslo met the need for diesel": what was wanted is there."""
    verb = noun.head
    done = scene.mood(sentence, verb).tense in ("past", "perfect") and not scene.mood(sentence, verb).negated
    return verb.lemma_ in MEETING and noun.dep_ in ("nsubjpass", "dobj") and done and scene.mood(sentence, verb).modal is None


def is_unmet(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "Seoul had not received a request": none was made."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in FILLING and noun.lemma_.lower() in ("gap", "hole", "shortfall", "deficit"):
        return True  # "Washington fills the gap with a Patriot battery"
    return noun.dep_ == "dobj" and verb.lemma_ in DENYING and scene.mood(sentence, verb).negated


def is_dwindling(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether supplies that are the receiver's, or nobody's in particular, run down for certain ("US aid could dry up" says neither)."""
    if scene.mood(sentence, verb).modal in ("could", "may", "might", "would"):
        return False
    stocks = ([verb.head] if verb.dep_ == "amod" else subjects(verb)) + children(verb, "dobj")
    others = [o for t in stocks if (o := scene.namer.modifier(sentence, t)) and scene.namer.state_of(o) != scene.beneficiary]
    others += [s for s in scene.states(scene.named(sentence, subjects(verb))) if s != scene.beneficiary]
    return not others and not any(_is_own(scene, sentence, t) for t in stocks)


def _is_own(scene: Scene, sentence: Sentence, stock: Token) -> bool:
    """ "The allies want to help without endangering their own dwindling stocks": those of whoever the sentence is about."""
    above = [a for a in stock.ancestors if a.pos_ in ("VERB", "AUX") and subjects(a)]
    about = scene.states(scene.named(sentence, subjects(above[-1]))) if above else []
    return any(c.lower_ == "own" for c in stock.lefts) and bool(about) and scene.beneficiary not in about


def lacked(word: Token) -> list[Token]:
    """The words for what an adjective says is wanting: what comes after it, or what it is said of."""
    beside = after(word.head, "of") if word.dep_ == "acomp" and word.lower_ == "short" else []  # "short of shells, of interceptors"
    inside = [t for thing in (*after(word, "for", "of", "on", "in"), *beside) for t in within(thing)]
    inside += [t for c in word.lefts if c.dep_ == "npadvmod" for t in within(c)]  # "900 megawatts short of what it needs"
    if word.dep_ == "amod" and word.lower_ == "short" and word.i > word.head.i:  # "will be 137 billion euros short"
        inside += [t for t in within(word.head) if t.i < word.i]
    if word.lemma_.lower() == "few" and not any(c.lower_ == "too" for c in word.children):
        return []
    if word.lemma_.lower() not in WANTING:
        return inside
    if word.dep_ == "acomp":
        return [t for s in subjects(word.head) for t in within(s)] + inside
    return list(within(word.head)) if word.dep_ == "amod" else inside


def is_to_give(verb: Token) -> bool:
    """ "NATO needs to supply the Ukrainians with jets": those who are to give are urged, and in no want themselves."""
    return any(c.lemma_ in HELPING and not is_passive(c) for c in infinitives(verb))


def takes_votes(verb: Token) -> bool:
    """ "Amending the budget requires the support of all members": what a step takes, which is in no want."""
    things = [t for t in things_of(verb) if t.lemma_.lower() in CONSENT]
    return verb.lemma_ in ("require", "need", "take") and bool(things) and any(after(t, "of", "from", "by", "among") for t in things)


#: What support is called by those who praise it.
PRAISING = frozenset(("vital", "essential", "necessary"))
SUPPORT = AID | frozenset("backing contribution".split())
#: What is done by those who help with what is vital.
BUILDING = frozenset("build strengthen boost bolster enhance improve develop expand increase restore repair rebuild maintain".split())
#: What is done with goods and money that are there.
PROVIDING = frozenset("receive bring allocate raise find collect earmark approve procure order mobilise mobilize pledge promise".split())


def is_to_be_had(word: Token) -> bool:
    """ "Go on supplying the necessary weapons", "receives the equipment needed": goods that are given."""
    noun = word.head
    while noun.dep_ in ("compound", "nmod") and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head  # "vital drone capabilities"
    if word.lower_ in PRAISING and noun.lemma_.lower() in SUPPORT:
        return True  # "coordinates vital assistance"
    verb = (
        noun.head if noun.dep_ in ("dobj", "nsubjpass") else noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else None
    )
    stressed = any(c.dep_ in ("advmod", "npadvmod") for c in word.children)  # "urgently needed"
    provided = PROVIDING if noun.dep_ == "nsubjpass" else frozenset(("receive", "bring"))  # "once the necessary funds were allocated"
    built = noun.dep_ == "dobj" and word.lower_ in PRAISING and verb is not None and verb.lemma_ in BUILDING
    return verb is not None and (verb.lemma_ in GIVING | provided or built) and not stressed


def takes_up(scene: Scene, sentence: Sentence, words: list[Token]) -> bool:
    """Whether the words stand for goods spoken of before ("asked for it", "requested the system", "trying to obtain seven")."""
    objects = ("dobj", "pobj", "attr", "nsubjpass", "oprd", "npadvmod")
    things = [t for t in words if t.dep_ in objects and t.lemma_.lower() not in WORLD]  # not "the consent of all 27 countries"
    return scene.discourse.item is not None and any(
        t.lower_ in ("it", "them", "one", "more", "many") or _is_roughly_counted(t) or is_anaphoric(sentence, t) or is_the_said(t)
        for t in things
    )


def _is_roughly_counted(thing: Token) -> bool:
    """ "Needs not dozens but hundreds": of what was spoken of before."""
    return thing.lower_ in ("dozens", "scores", "hundreds", "thousands") and thing.dep_ == "dobj" and not after(thing, "of")


def is_the_said(thing: Token) -> bool:
    """ "The system", "such batteries": a word for any goods, for those spoken of before."""
    said = any(c.lower_ in ("the", "these", "those", "this", "such") for c in thing.lefts)
    return said and thing.lemma_.lower() in GENERIC and not children(thing, "prep", "relcl", "acl")


def taken_up(scene: Scene, sentence: Sentence, words: list[Token]) -> Goods:
    """The goods spoken of before, with the number that the words give."""
    if scene.discourse.item is None or not takes_up(scene, sentence, words):
        return []
    number = next((sentence.number_at[t.i] for t in words if t.i in sentence.number_at), None)
    single = number is None and any(is_the_said(t) and t.tag_ == "NN" for t in words)
    count = ItemCount(scene.discourse.item, 1, "exact") if single else ItemCount(scene.discourse.item, None, None)
    counted = ItemCount(scene.discourse.item, number.value, number.qualifier) if number else count
    return [(counted, sentence.bounds(words[0]))]
