"""Who the parties of an instrument are: its owners, those who sign or negotiate it, those after "with", those in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children, conjuncts
from promissory.extraction.kinds.agreements.instruments import ENDING, FORCE, SIGNING, TALKING, WISHING, Reading, leaves
from promissory.extraction.lexicon.callings import FIRMS
from promissory.extraction.names.abreast import listed_after, listed_before
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import each_once, everyone, owner
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token


#: Verbs by which a government makes an instrument with another known, which makes it a party.
ADOPTING = frozenset("announce approve ratify endorse outline unveil adopt".split())
#: Nouns of what one party does with an instrument.
DEEDS = frozenset("withdrawal exit accession departure denunciation ratification suspension signing signature entry".split())
INKING = frozenset("sign conclude ink seal initial agree strike".split())
SIDES = frozenset("government country side party nation state delegation".split())
#: What instruments are about, and are with somebody.
SUBJECTS = frozenset(
    "guarantee cooperation support assurance partnership security commitment assistance aid trade production defence defense".split()
)
#: Nouns for those with whom a party has instruments, without a name.
OTHERS = frozenset("country state nation member ally partner".split())
#: Verbs whose subject helps others to an agreement and is no party.
MEDIATING = frozenset("broker mediate facilitate".split())


def parties_of(scene: Scene, sentence: Sentence, reading: Reading) -> tuple[list[Referent], list[Referent]]:
    """Those who are a party on the one side (owners, subjects, "between"), and those after "with"."""
    noun = reading.nouns[0]
    own = [r for n in reading.nouns[:3] for r in owners(scene, sentence, n)]
    named = [t for n in reading.nouns for t in after(n, "between", "among", "by")] or _between(noun)
    if not named and reading.verb is not None and is_passive(reading.verb):
        named = after(reading.verb, "between", "among")  # "a memorandum was concluded between X and Y"
    own += [
        r
        for t in named
        if not _are_both(t)
        for r in everyone(scene, sentence, [t]) or (owners(scene, sentence, t) if t.pos_ == "PROPN" else ())
    ]  # "between X and the Danish Space Agency"
    own += everyone(scene, sentence, _those_of(reading))
    own += _all_of_us(scene, reading)
    partners = everyone(scene, sentence, [t for n in reading.nouns for t in after(n, "with")])
    partners += everyone(scene, sentence, _also_with(noun)) if partners else []
    if not any(s in scene.pack.actor for s in scene.states(partners)):  # "with the German manufacturer Vlk", whom the pack does not know
        partners = _by_nation(scene, sentence, [t for n in reading.nouns for t in after(n, "with")]) or partners
    partners = partners or everyone(scene, sentence, _behind_goods(sentence, noun))
    own += _candidacy(scene, noun)
    if reading.verb is not None:
        if reading.verb.lemma_ not in WISHING or len(scene.states(own)) < 2:  # "Hungary wants a deal between X and Y"
            doers = _doers(reading)
            signers = everyone(scene, sentence, doers) + _signatories(sentence, reading)
            silent = [d for d in doers if not everyone(scene, sentence, [d])]
            own += signers + (_by_nation(scene, sentence, silent) if reading.verb.lemma_ in INKING else [])
        if (
            reading.top.dep_ == "dobj"
            and reading.verb.lemma_ in SIGNING - ADOPTING
            and len(row := listed_before(sentence, reading.verb)) > 1
        ):
            own += row
        partners += everyone(scene, sentence, _with_verb(reading)) if _joins(reading) else []
        if reading.verb.lemma_ in ADOPTING and partners and not own:
            own += everyone(scene, sentence, actors_of(reading.verb))
    if all(r.vague or r.inferred for r in own) and not partners:
        own = _both(scene, sentence, reading) or own
    own = own or everyone(scene, sentence, [t for t in named if _are_both(t)])
    if not partners and reading.verb is not None and _with_others(reading, own):
        partners = [Referent("partners", vague=True)]
    if not partners:
        given = _granted(noun)
        partners = everyone(scene, sentence, given) or [r for t in given for r in owners(scene, sentence, t)]
    return each_once(own), each_once(partners)


def _behind_goods(sentence: Sentence, noun: Token) -> list[Token]:
    """ "A contract for 25 Patriot systems with Raytheon", "pacts on guarantees with Oslo": those behind what an instrument is about."""
    goods = [t for t in after(noun, "for", "on") if sentence.item_of(t)]
    goods += [t for t in after(noun, "on") if t.lemma_.lower() in SUBJECTS]
    return [t for g in goods for t in (*after(g, "with"), *(w for a in after(g, "for") for w in after(a, "with")))]


def _by_nation(scene: Scene, sentence: Sentence, nouns: list[Token]) -> list[Referent]:
    """ "A Danish firm and a Ukrainian company signed a contract": whose firms they are, where none has a name."""
    firms = [t for noun in nouns for t in conjuncts(noun) if t.pos_ == "NOUN" and t.lemma_.lower() in FIRMS]
    return each_once(r for t in firms for r in owners(scene, sentence, t))


def _those_of(reading: Reading) -> list[Token]:
    """ "The withdrawal of Poland from the convention", "the accession of Japan to the pact": whose deed the noun above it is."""
    deeds = [n for n in reading.nouns[1:] if n.lemma_.lower() in DEEDS]
    return [t for n in deeds for t in after(n, "of") if t.i not in {k.i for k in reading.nouns}]


def _are_both(token: Token) -> bool:
    """ "Between the two states", "the parties": those named elsewhere."""
    return token.lemma_.lower() in SIDES and bool({c.lower_ for c in token.lefts} & {"two", "both", "our", "their"})


def _all_of_us(scene: Scene, reading: Reading) -> list[Referent]:
    """ "Our ministers today signed a letter of intent": the states in whose name a text speaks, or the two whose people speak in turn."""
    known = scene.discourse.authors or _two_on_floor(scene)
    doers = subjects(reading.verb) if reading.verb is not None and known else []
    ours = any(t.lower_ == "we" or any(c.lower_ == "our" for c in t.lefts) for t in doers)
    return [Referent(i, inferred=True) for i in known] if ours and _joins(reading) else []


def _two_on_floor(scene: Scene) -> tuple[str, ...]:
    """The states of two who speak in turn before the press."""
    two = (scene.discourse.author, scene.discourse.addressee)
    states = [scene.namer.state_of(one) for one in two if one]
    known = dict.fromkeys(s for s in states if s and scene.pack.actor[s].type == "state")
    return tuple(known) if len(known) == 2 else ()


def _with_others(reading: Reading, own: list[Referent]) -> bool:
    """Others without a name on the other side: "signed with two countries", "X and more than twenty of its partners launched"."""
    doers = [one for doer in _doers(reading) for one in conjuncts(doer)]
    theirs = [t for one in doers for t in (one, *after(one, "of")) if any(c.dep_ == "poss" for c in t.lefts)]
    return any(t.lemma_.lower() in OTHERS for t in (*(_with_verb(reading) if own else ()), *theirs))


def _also_with(noun: Token) -> list[Token]:
    """ "Talks with Ukraine and with Moldova": the second "with", which the parser hangs on the verb."""
    joined = [t for t in noun.doc[noun.i + 1 :] if t.lower_ == "with" and t.dep_ == "conj" and t.nbor(-1).lower_ == "and"]
    return [p for t in joined for p in children(t, "pobj")]


def _candidacy(scene: Scene, noun: Token) -> list[Referent]:
    """The bloc that "EU accession talks" are with; its name may be hidden in the name of the topic."""
    words = {t.lower_ for c in noun.lefts for t in c.subtree}
    if not words & {"accession", "membership"}:
        return []
    blocs = {form.lower(): a.id for a in scene.pack.actors if a.type == "bloc" for form in (a.id, a.name)}
    return [Referent(blocs[t.lower_]) for c in noun.lefts for t in c.subtree if t.lower_ in blocs]


def _signatories(sentence: Sentence, reading: Reading) -> list[Referent]:
    """The people in a row after "signed by" or "between", titles and appositions between them."""
    verb = reading.verb
    assert verb is not None
    if verb.lemma_ not in SIGNING | TALKING or verb.lemma_ in ADOPTING or not is_passive(verb):
        return []
    by = next((c for c in verb.children if c.lower_ == "by" and c.dep_ in ("agent", "prep")), None)
    return listed_after(sentence, by) if by is not None else []


def _both(scene: Scene, sentence: Sentence, reading: Reading) -> list[Referent]:
    """ "Signed by the two governments", "both sides": the two states named last."""
    verb = reading.verb
    said = actors_of(verb) if verb is not None else []
    said += [p for t in said for p in children(t, "poss")]  # "the two countries' ministers"
    if not any(t.lemma_.lower() in SIDES and ({c.lower_ for c in t.lefts} & {"two", "both"} or _sign(verb, t)) for t in said):
        return []
    found: list[str] = []
    for before in reversed(scene.sentences[max(0, sentence.number - 4) : sentence.number + 1]):
        ids = [one.id if (one := owner(m)) else m.id_of("metonym") for m in before.mentions]
        named = dict.fromkeys(scene.namer.state_of(i) for i in ids if i)
        found += [s for s in named if s in scene.pack.actor and scene.pack.actor[s].type in ("state", "bloc") and s not in found]
        if len(found) > 1:
            break
    told = found if len(found) == 2 else scene.discourse.sides
    giver = scene.discourse.state
    if not told and scene.beneficiary in found and giver in found and scene.pack.actor[giver].type == "state":
        told = [scene.beneficiary, giver]
    return [Referent(s, inferred=True) for s in told]


def _sign(verb: Token | None, noun: Token) -> bool:
    """ "The parties signed a memorandum", "the sides concluded it": those who met, without their names."""
    signing = verb is not None and verb.lemma_ in ("sign", "conclude", "ink", "initial")
    return signing and noun.tag_ == "NNS" and noun.lemma_.lower() in ("party", "side") and {c.lower_ for c in noun.lefts} == {"the"}


def _between(noun: Token) -> list[Token]:
    """Those after a "between" anywhere in the noun's phrase."""
    return [
        t for prep in noun.subtree if prep.lower_ == "between" and prep.dep_ == "prep" for p in children(prep, "pobj") for t in conjuncts(p)
    ]


def _with_verb(reading: Reading) -> list[Token]:
    verb = reading.verb
    assert verb is not None
    found = after(verb, "with")
    if verb.lemma_ in WISHING | {"hand", "give"}:
        found += [t for t in children(verb, "dative") if t.pos_ != "ADP"]
    if verb.lemma_ == "be":
        found += [t for c in verb.children if c.dep_ in ("acomp", "nsubj", "attr") for t in after(c, "with")]
    return found


def _granted(noun: Token) -> list[Token]:
    """ "An agreement granting the US access": the one to whom it gives."""
    return [t for v in noun.children if v.dep_ == "acl" and v.tag_ == "VBG" for t in [*children(v, "dative"), *children(v, "dobj")]]


def _doers(reading: Reading) -> list[Token]:
    """Who signs or negotiates: the subject of the verb whose object the instrument is, the by-phrase of a passive."""
    verb = reading.verb
    assert verb is not None
    if verb.dep_ == "advcl" and (first := _first_to(verb)):
        return first
    if verb.lemma_ in MEDIATING and reading.nouns[0].lemma_.lower() != "initiative":  # an initiative is of those who launched it
        return []
    top = reading.top
    if any(c.dep_ == "poss" and c.lower_ in ("their", "our") for n in reading.nouns for m in n.children for c in (m, *m.children)):
        return subjects(verb)
    inside = verb.head.head.head if verb.head.dep_ == "pobj" else verb.head  # "the agreement on support that X signed"
    if verb.dep_ == "relcl" and reading.nouns[0].i in (verb.head.i, inside.i):
        return agents(verb) if is_passive(verb) else [s for s in subjects(verb) if s.i != verb.head.i]
    if verb.dep_ == "acl" and verb.head.i == reading.nouns[0].i:
        return actors_of(verb)
    if verb.dep_ == "advcl" and verb.i < reading.nouns[0].i and agents(verb):  # "signed by X and Y, the accord obliges"
        return agents(verb)
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "let":
        return subjects(verb.head)  # "Russia let the grain deal lapse"
    if is_passive(verb):
        return actors_of(verb)
    if top.dep_ == "pobj" and top.head.lower_ in ("under", "in", "at", "by", "since", "after", "before", "during", "within"):
        return []
    if top.dep_ in ("dobj", "pobj", "attr", "dative") and _joins(reading):
        return subjects(verb)
    return []


def _first_to(verb: Token) -> list[Token]:
    """ "Was the second country after Britain to sign": the parser takes the one before for the subject of "sign"."""
    above = verb.head
    counted = any(c.dep_ == "attr" and any(k.tag_ == "JJ" for k in c.lefts) for c in above.children)
    marked = any(c.lower_ in ("after", "besides", "before") and c.dep_ == "mark" for c in verb.children)
    return subjects(above) if above.lemma_ in ("be", "become") and counted and marked and verb.tag_ == "VB" else []


def _joins(reading: Reading) -> bool:
    """Whether the verb makes its subject a party: it signs, negotiates, plans or ends the instrument."""
    verb = reading.verb
    assert verb is not None
    if verb.lemma_ in MEDIATING and reading.nouns[0].lemma_.lower() == "initiative":
        return True
    if verb.lemma_ in ("broker", "welcome", "hail", "announce", "approve", "outline", "mark", "celebrate", "suggest", "demand", "veto"):
        return False
    if verb.lemma_ in ("issue", "adopt", "publish", "launch") and is_joint_declaration(reading.nouns[0]):
        return True
    if leaves(verb):
        return True
    return (
        verb.lemma_ in SIGNING | FORCE | TALKING | WISHING | ENDING | {"have", "sign", "follow", "bind", "be"}
        and reading.top.dep_ != "attr"
    )


def is_joint_declaration(noun: Token) -> bool:
    """ "A joint declaration", which is an instrument of those who issue it."""
    return noun.lemma_.lower() == "declaration" and "joint" in {c.lower_ for c in noun.lefts}


def listed_states(scene: Scene, sentence: Sentence) -> list[list[Token]]:
    """The lists of three or more states in a sentence, each as the tokens of its members, the pack's own country left out."""
    found: list[list[Token]] = []
    taken: set[int] = set()
    for token in sentence.tokens:
        if token.i in taken or token.dep_ == "conj":
            continue
        members = [t for t in conjuncts(token) if _state(scene, sentence, t) not in (None, scene.beneficiary)]
        if len(members) > 2:
            found.append(members)
            taken |= {t.i for t in members}
    return found


def _state(scene: Scene, sentence: Sentence, token: Token) -> str | None:
    mention = sentence.at.get(token.i)
    one = owner(mention) if mention and not mention.id_of("person", "surname") else None
    actor = scene.pack.actor.get(one.id) if one else None
    return actor.id if actor and actor.type in ("state", "bloc") else None


def states_of(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[str]:
    return [s for t in tokens if (s := _state(scene, sentence, t))]


def colon_list(sentence: Sentence) -> bool:
    """Whether the sentence is nothing but a list with a pronoun before it ("They are …")."""
    subject = next((t for t in sentence.tokens if t.dep_ == "nsubj"), None)
    if subject is None or subject.head.lemma_ != "be" or children(subject.head, "acomp"):
        return False
    words = {subject.lower_, *(c.lower_ for c in subject.lefts)}
    return subject.tag_ in ("NNS", "PRP", "DT") and bool(words & {"they", "those", "these"})
