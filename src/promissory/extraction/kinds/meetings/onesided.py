"""Meetings of which one side may go without a name, where the text around tells who it is ("the ambassador was summoned").

One whose other side nobody can tell makes no claim (`finding.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.kinds.meetings.company import ENVOYS, at_ones_side
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.kinds.meetings.seating import drafts
from promissory.extraction.lexicon.callings import PERSON_NOUNS, PERSON_PRONOUNS, SELF
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import companions, each_once, everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of what two sides do with one another; the other side stands after "with", with some after "to" too.
WITH = frozenset(
    "meet sit talk speak chat confer consult negotiate converse parley huddle dine lunch breakfast caucus convene gather reconvene liaise "
    "deliberate closet hold discuss debate reunite lock".split()
)
#: Verbs whose other side may stand after "to".
TO = frozenset("talk speak".split())
#: Verbs of talk that are no meeting without somebody on the other side who is called by name or post.
SPEAKING = frozenset("talk speak discuss negotiate debate consult".split())
#: Verbs whose object is the other side.
OBJECTS = frozenset(
    "meet receive host welcome greet entertain summon brief consult phone telephone ring embrace hug fete question grill quiz "
    "interrogate interview buttonhole lobby assemble gather convene".split()
)
#: Verbs of which the object must be called by name or post, since they take other objects as well.
NAMED_ONLY = frozenset("welcome host question greet interview gather lobby meet consult embrace hug".split())
#: Verbs with a particle by which one has somebody come ("called in the ambassador").
CALLING_IN = {"call": ("in", "up"), "haul": ("in",), "bring": ("in",), "ring": ("up",)}
#: Verbs by which several meet one another, and those that tell so only with "together" or "for two hours".
GATHERING = frozenset("meet gather convene assemble reconvene confer caucus huddle".split())
TALKING = frozenset("talk speak converse chat".split())
#: What one has, takes or spends with others.
SHARED = frozenset("tea coffee drink meal lunch dinner breakfast supper word chat conversation exchange handshake audience moment".split())
HAVING = frozenset("have take share exchange drink eat enjoy hold get".split())
TIMES = frozenset("minute hour day night evening morning afternoon weekend week while".split())
#: Words by which several are by themselves.
TOGETHER = frozenset("together alone privately one-on-one tête-à-tête".split())
#: Verbs of taking part from afar, with a particle or by a line.
DIALLING = frozenset("dial beam zoom tune patch phone call video".split())
#: Verbs of being host, of which the house may be the subject.
HOSTING = frozenset("host receive welcome house".split())
#: Nouns of offices whose people receive others.
OFFICES = frozenset("ministry government presidency office embassy parliament administration chancellery kremlin palace cabinet".split())
#: Adverbs and prepositions by which "saw" is an appointment.
WHERE = frozenset("where when".split())
#: Nouns of people whom one may meet, though they speak for nobody.
FOLK = frozenset(
    "family resident student community worker engineer soldier veteran widow relative survivor patient nurse doctor teacher farmer "
    "manager executive businessman businesswoman investor bondholder creditor number host guest visitor "
    "panel committee commission cabinet board council chargé d'affaires consul attaché envoys peer homologue troop serviceman crew "
    "parliamentarian mayor deputy".split()
)
#: Those who ask or listen for the public.
PRESS = frozenset(
    "reporter journalist correspondent press media newspaper paper broadcaster channel agency audience crowd nation viewer listener "
    "interviewer anchor station magazine outlet podcast television tv radio camera rally voter public reader".split()
)
#: Nouns of a line on which one speaks.
LINES = frozenset("phone telephone line".split())
#: Over how many sentences one is still spoken of.
REACH = 3
#: Actors who can sit at a table.
SITTING = frozenset("state bloc body office coalition group organisation".split())


def is_somebody(sentence: Sentence, token: Token) -> bool:
    """Whether a word means one or more people who can meet others, known or not."""
    lemma = token.lemma_.lower()
    if lemma in PRESS or token.lower_ in ("it", "this", "that", "you"):
        return False
    mention = sentence.at.get(token.i)
    called = mention is not None and bool(mention.id_of("person", "surname") or mention.id_of("title"))
    words = {lemma, token.lower_, token.lower_.removesuffix("s")}
    return called or bool(words & (ENVOYS | PERSON_NOUNS | FOLK | PERSON_PRONOUNS | SELF | {"they", "them", "both"}))


def stands_for_people(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """ "The Kremlin", "Washington", "the Foreign Ministry": a state or office that meets others through its people."""
    if token.lower_ in ("it", "this", "that", "you"):
        return False
    return (
        is_somebody(sentence, token)
        or token.lemma_.lower() in OFFICES
        or any(may_sit(scene, r) for r in everyone(scene, sentence, [token]))
    )


def may_sit(scene: Scene, who: Referent) -> bool:
    """Whether one can sit at a table: people that are no paper, states, bodies and offices."""
    actor = scene.pack.actor.get(who.id)
    return who.id not in scene.voices.papers and (who.person or (actor is not None and actor.type in SITTING))


def known(scene: Scene, sentence: Sentence, tokens: Iterable[Token]) -> list[Referent]:
    """Those of the words whom the text names or who can be told, without crowds."""
    return [r for r in everyone(scene, sentence, tokens) if may_sit(scene, r) and not r.vague]


def find_onesided(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings told by a verb, where at least one of those who meet is known."""
    for verb in sentence.tokens:
        if verb.pos_ not in ("VERB", "AUX") or _is_only_urged(verb):
            continue
        if among := _among_themselves(sentence, verb):
            people = _owning(scene, sentence, verb, among) or each_once([*known(scene, sentence, among), *at_ones_side(sentence, verb)])
            people = people or _crowd(scene, among) or (supposed(scene, sentence) if verb.i not in sentence.quoted else [])
            status = status_of_verb(scene, sentence, verb)
            for draft in drafts(scene, sentence, verb, status, people, "onesided") if people else ():
                if draft.slots.keys() & {"date", "place"} or not all(p.inferred or p.vague for p in people):
                    yield draft
            continue
        here, there = _sides(sentence, verb)
        if not here or not there or not _is_meeting(scene, sentence, verb, here, there):
            continue
        status = status_of_verb(scene, sentence, verb)
        people = [*known(scene, sentence, here), *at_ones_side(sentence, verb), *known(scene, sentence, there)]
        if people or (verb.i not in sentence.quoted and any(is_somebody(sentence, t) for t in there)):
            told = drafts(scene, sentence, verb, status, each_once(people) or supposed(scene, sentence), "onesided")
            yield from (d for d in told if verb.lemma_ != "brief" or d.slots.keys() & {"date", "place"})


def _is_only_urged(verb: Token) -> bool:
    """ "They ought to meet", "urged them to meet" is no meeting yet."""
    return verb.tag_ == "VB" and verb.head.lower_ == "ought"


def _among_themselves(sentence: Sentence, verb: Token) -> list[Token]:
    """The several who meet one another: "ministers gather in Brussels", "we talked for two hours", "X and Y spent an hour alone"."""
    lemma = verb.lemma_.lower()
    acting = subjects(verb)
    several = len(acting) > 1 or any(t.tag_ in ("NNS", "NNPS") or t.lower_ in ("we", "they", "both", "two") for t in acting)
    if not several or is_passive(verb) or not all(is_somebody(sentence, t) for t in acting[:2]):
        return []
    if companions(verb) or children(verb, "ccomp"):
        return []
    words = {c.lower_ for c in verb.children} | {t.lower_ for c in verb.children if c.dep_ == "advmod" for t in c.children}
    lasting = any(t.lemma_ in TIMES and children(t, "nummod") for t in (*after(verb, "for"), *children(verb, "npadvmod")))
    if lemma in GATHERING:
        return acting if not children(verb, "dobj") or words & {"face"} else []
    if lemma in TALKING:
        return acting if (lasting or words & TOGETHER) and not after(verb, "to") else []
    spans = [o for o in children(verb, "dobj", "npadvmod") if o.lemma_.lower() in TIMES] if lemma == "spend" else []
    if spans:
        alone = words & TOGETHER or any(c.lower_ in TOGETHER for o in spans for c in o.subtree)
        few = len([t for t in acting if t.tag_ not in ("NNS", "NNPS") and t.lower_ != "they"]) > 1
        return acting if alone or (few and any(after(w, "on", "over") for w in (verb, *spans))) else []
    return []


def _owning(scene: Scene, sentence: Sentence, verb: Token, tokens: list[Token]) -> list[Referent]:
    """ "The coalition, whose chiefs of staff met in Paris", "its ministers meet twice a year": those whose people they are."""
    owners = [c for t in tokens for c in children(t, "poss") if c.lower_ in ("whose", "its", "their")]
    heads = [verb.head if c.lower_ == "whose" and verb.dep_ == "relcl" else c for c in owners]
    return known(scene, sentence, heads)


def _crowd(scene: Scene, tokens: list[Token]) -> list[Referent]:
    """ "Defence ministers", "leaders": those of the union spoken of, else of some states."""
    if not any(t.tag_ in ("NNS", "NNPS") for t in tokens):
        return []
    bloc = scene.discourse.bloc
    return [Referent(bloc, inferred=True)] if bloc else [Referent("partners", vague=True)]


def supposed(scene: Scene, sentence: Sentence) -> list[Referent]:
    """Who is at a meeting that names nobody known: those who met last, whoever writes, whoever was spoken of last, the text's country."""
    if scene.discourse.together:
        return [Referent(i, person=i in scene.pack.person, inferred=True) for i in scene.discourse.together]
    author = scene.discourse.author
    if author in scene.pack.person and author:
        return [Referent(author, person=True, inferred=True)]
    for number, _, who in reversed(scene.discourse.subjects):
        if sentence.number - number <= REACH and any(may_sit(scene, r) and not r.vague for r in who):
            return [Referent(r.id, person=r.person, inferred=True) for r in who if may_sit(scene, r) and not r.vague]
    return [Referent(scene.beneficiary, inferred=True)]


def _sides(sentence: Sentence, verb: Token) -> tuple[list[Token], list[Token]]:
    """The words for either side of what a verb tells, none where it tells no meeting."""
    lemma = verb.lemma_.lower()
    acting = actors_of(verb)
    if lemma in CALLING_IN and any(c.lower_ in CALLING_IN[lemma] and c.i == verb.i + 1 for c in verb.children):
        inner = [t for c in children(verb, "prep", "prt") if c.i == verb.i + 1 for t in spread(children(c, "pobj"))]
        return (agents(verb), subjects(verb)) if is_passive(verb) else (acting, inner or things_of(verb))
    if lemma == "call" and not is_passive(verb) and after(verb, "on") and not _asks(verb):
        return acting, after(verb, "on")
    if lemma == "hear" and after(verb, "from"):
        return acting, after(verb, "from")
    inner = [t for t in verb.subtree if t.lower_ == "from" and verb.i < t.i < verb.i + 7 and t.dep_ == "prep"]
    if lemma == "hear" and inner and not children(verb, "ccomp", "dobj"):
        return acting, [t for t in spread(children(inner[0], "pobj")) if is_somebody(sentence, t)]  # "heard by video from the minister"
    if lemma == "see":
        return acting, spread(children(verb, "dobj")) if _is_appointment(verb) else []
    if lemma in HAVING and (shared := [o for o in children(verb, "dobj") if o.lemma_.lower() in SHARED]):
        return acting, [t for w in (verb, *shared) for t in after(w, "with")]
    if lemma == "spend" and any(o.lemma_.lower() in TIMES for o in children(verb, "dobj", "npadvmod")):
        return acting, [t for w in (verb, *children(verb, "dobj", "npadvmod")) for t in after(w, "with")]
    if lemma == "be":
        return acting, [t for line in after(verb, "on") if line.lemma_ in LINES for w in (line, verb) for t in after(w, "to", "with")]
    withs = [*companions(verb), *(t for o in children(verb, "dobj") for t in after(o, "with"))] if lemma in WITH else []
    withs += after(verb, "to") if lemma in TO else []
    if lemma == "closet" or (lemma == "lock" and withs):
        return subjects(verb), withs
    if lemma in OBJECTS:
        if is_passive(verb):
            callers = agents(verb) or (after(verb, "to", "by") or subjects(verb) if lemma in ("summon", "receive") else [])
            return callers, subjects(verb)
        withs += spread(children(verb, "dobj", "dative"))
    return acting, withs


def _is_appointment(verb: Token) -> bool:
    """ "Is flying to see X", "where he sees Y", "has seen advisers this morning", not "saw his rival as a threat"."""
    if children(verb, "ccomp", "xcomp", "acl", "oprd", "prt") or after(verb, "as") or verb.dep_ == "conj":
        return False
    aimed = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl") and verb.head.lemma_ in ("fly", "travel", "go", "come", "be", "head")
    there = verb.dep_ in ("relcl", "advcl") and any(c.lower_ in WHERE for c in verb.children)
    timed = any(c.dep_ == "npadvmod" or c.lower_ in ("today", "tomorrow", "separately", "privately") for c in verb.children)
    day = any(t.pos_ == "PROPN" for t in after(verb, "on"))
    return aimed or there or timed or day


def _asks(verb: Token) -> bool:
    """ "Called on Berlin to deliver", "called on them for help"."""
    return bool(children(verb, "xcomp", "ccomp", "advcl") or after(verb, "for")) or any(
        t.lower_ == "to" and t.dep_ == "aux" for t in verb.subtree
    )


def _is_meeting(scene: Scene, sentence: Sentence, verb: Token, here: list[Token], there: list[Token]) -> bool:
    """Whether both sides are people, one of whom at least is called by name or post, and the press is neither."""
    lemma = verb.lemma_.lower()
    if any(t.lemma_.lower() in PRESS for t in (*here, *there)):
        return False
    if lemma in ("hold", "discuss", "debate") and not any(is_somebody(sentence, t) for t in there):
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and lemma in TO and verb.head.lemma_ in ("say", "add", "tell", "write"):
        return False  # "…, he said, speaking to a rally"
    if lemma in SPEAKING and all(t.lower_ == "them" for t in there):
        return False  # "we will keep talking with them about it"
    if lemma in SPEAKING | NAMED_ONLY and not all(is_somebody(sentence, t) for t in there[:1]):
        return False
    if lemma in TO and all(r.person and r.id not in scene.pack.person for r in known(scene, sentence, there)) and not _posts(there):
        return False  # "speaking to Jane Roe of the Post"
    if any(t.lower_ in ("us", "me") for t in there) and scene.discourse.author not in scene.pack.person:
        return False  # "he receives us in a room without windows": whoever reports
    first = [t for t in here if stands_for_people(scene, sentence, t) or (lemma in HOSTING and t.pos_ == "NOUN")]
    return bool(first) and any(stands_for_people(scene, sentence, t) for t in there)


def _posts(tokens: list[Token]) -> bool:
    """Whether somebody is called by a post, before or behind the name."""
    words = {w for t in tokens for inner in t.subtree for w in (inner.lower_.removesuffix("s"), inner.lemma_.lower())}
    return bool(words & (PERSON_NOUNS | ENVOYS | FOLK | {"them", "him", "her"}))
