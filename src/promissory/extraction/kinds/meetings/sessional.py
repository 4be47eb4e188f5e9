"""Meetings told by their noun, with the sides left to the text around it: "the next plenary is set for May", "I had a call with Ottawa"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import carrier, first_of_row, introducer, modifiers, whole
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.meetings.gatherings import called_people, calls_off, expected
from promissory.extraction.kinds.meetings.heralding import status_of_noun
from promissory.extraction.kinds.meetings.onesided import is_somebody, known, stands_for_people, supposed
from promissory.extraction.kinds.meetings.seating import TALK, drafts
from promissory.extraction.lexicon.events import GATHERINGS, GREAT, MEALS, TALKS, VISITS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import each_once
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is done with a meeting: it is held or attended, it begins and ends, it is set and put off.
HOLDING = frozenset(
    "hold have host attend give conduct convene chair co-chair cochair lead organise organize stage join address share pay".split()
)
RUNNING = frozenset(
    "begin start open resume last take go run continue close conclude end finish wrap break adjourn come follow occur happen gather be "
    "bring".split()
) - {"come", "follow"}
SETTING = frozenset(
    "plan schedule set slate fix arrange agree announce expect promise prepare postpone cancel delay suspend interrupt abandon scrap "
    "call request propose invite confirm earmark pencil devote".split()
)
LEAVING = frozenset("miss skip emerge stay come".split())
#: Nouns that stand for a meeting beside those of the pack.
LIKE = frozenset("edition follow-up sequel up".split())
#: What stands before a meeting at which something is done.
AT = frozenset("at during after following before ahead margins sidelines".split())
#: Verbs of going to one, or of working for one.
BOUND = frozenset("travel fly come go arrive invite head gather meet prepare return convene assemble send dispatch".split())
#: Words before meetings of other matters.
OTHERS = frozenset("public shareholder shareholders annual town parish school neighbourhood company investor general budget".split())
#: Words of order before a round or edition.
NTH_OF_ROW = frozenset(
    "next last first second third fourth fifth sixth seventh eighth ninth tenth latest previous new another final fresh further".split()
)
#: Nouns of groups that sit, called by themselves.
BODIES = ("Council", "Group", "Coalition")
#: Nouns before "of" and a body's name, by which one of its sessions is meant.
AGENDAS = frozenset("agenda eve margin sideline coverage edition round opening conclusion outset end".split())
#: Words that make a meeting one in particular.
DEFINITE = frozenset("the this that these his her their our its my next last previous another second third first final such".split())


def find_sessional(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of meetings told by a noun of which the phrase or the text tells one who sat there."""
    nouns = [t for t, frame in triggers(scene.pack, sentence, "meeting") if frame.role == "event"]
    nouns += [t for t in sentence.tokens if t.lemma_.lower() in LIKE and t.pos_ == "NOUN" and t.dep_ in ("nsubj", "nsubjpass", "dobj")]
    for noun in nouns:
        if _may_be(noun):
            yield from _told(scene, sentence, noun)
    yield from _of_bodies(scene, sentence)


def _may_be(noun: Token) -> bool:
    """ "Follow-up", which the tokenizer cuts in three; else whatever can name a meeting."""
    if noun.lower_ == "up":
        return any(c.lower_ == "follow" for c in noun.lefts)
    lemma, words = noun.lemma_.lower(), modifiers(noun)
    if words & OTHERS:
        return False
    if lemma in TALKS | {"conversation"} and words & {"same", "parallel", "indirect", "proximity"}:
        return False  # "we are having the same conversation again", and talks with others
    if lemma == "round":
        return noun.tag_ == "NN" and bool(words & NTH_OF_ROW) and not words & {"artillery", "ammunition", "shell", "funding", "mm"}
    if lemma in ("talk", "discussion") and noun.tag_ == "NN" and not after(noun, "with", "between"):
        return False  # "there has been talk of moving it"
    if lemma == "briefing" and not after(noun, "with", "for"):
        return False
    if lemma == "exchange":
        return bool(after(noun, "with")) and not words & {"prisoner", "prisoners", "student", "cultural", "stock"}
    return lemma in LIKE or expected(noun)


def _told(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    verb = carrier(noun) or _out_of(noun)
    sides = _sides(scene, sentence, noun, verb)
    how = _how(noun, verb, sentence)
    if not how or (noun.lemma_.lower() in VISITS and not sides):
        return
    wished = verb is not None and verb.lemma_ in ("propose", "request", "suggest", "offer")
    people = sides or (
        _supposed(scene, sentence, noun, verb) if not wished and noun.i not in sentence.quoted and _is_one(sentence, noun, how) else []
    )
    if not people:
        return
    for draft in drafts(scene, sentence, noun, _status(scene, sentence, noun, verb), people, "sessional"):
        if how == "title" and len(people) < 2 and not after(noun, "with", "between"):
            continue
        if how == "held" or not all(p.inferred for p in people) or draft.slots.keys() & {"date", "place"}:
            yield draft


def _out_of(noun: Token) -> Token | None:
    """ "Came out of a working lunch", "stayed away from talks": the verb over two prepositions or an adverb and one."""
    top = first_of_row(whole(noun))
    above = top.head.head if top.dep_ == "pobj" and top.head.head.pos_ in ("ADP", "ADV") else None
    return above.head if above is not None and above.head.pos_ == "VERB" else None


def _status(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> str | None:
    """ "Will hold such a gathering in Montreal": one that is planned; "the next round could be put off" tells of none."""
    status = status_of_noun(scene, sentence, noun, verb)
    if verb is not None and verb.head.lower_ == "unable":
        return None
    mood = scene.mood(sentence, verb) if verb is not None else None
    if (
        mood is not None
        and mood.modal in ("could", "may", "might", "should", "would", "unable")
        and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
    ):
        return None
    if status is None and "such" in modifiers(noun) and mood is not None and mood.tense == "future" and not mood.negated:
        return "planned"
    return status


def _how(noun: Token, verb: Token | None, sentence: Sentence) -> str:
    """How a meeting is told: "held" by a verb, "at" as where something is done, "title" without a verb."""
    top = first_of_row(whole(noun))
    if verb is None:
        bare = not any(t.pos_ in ("VERB", "AUX") and t.i < noun.i for t in noun.doc)
        return "title" if bare and (sentence.block.heading or top.dep_ == "ROOT") else ""
    lemma = verb.lemma_.lower()
    if top.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "dative"):
        if lemma == "call" and any(c.lower_ in ("the", "that", "this", "it") for c in top.lefts):
            return ""  # "called the gathering a waste of time"
        if lemma in HOLDING | SETTING and top.dep_ != "nsubj":
            return "held"
        told = lemma in RUNNING and (lemma != "be" or any(c.dep_ == "expl" for c in verb.children) or _lasts(verb))
        return "held" if told or (lemma in LEAVING and top.dep_ == "dobj") or calls_off(verb) else ""
    if lemma in LEAVING and introducer(noun) in ("from", "of"):
        return "held"
    bound = introducer(noun) in ("for", "to", "in", "into") and lemma in BOUND
    return "at" if introducer(noun) in AT or bound else ""


def _lasts(verb: Token) -> bool:
    """ "Is due on Friday", "is off the table", "is on Monday"."""
    words = {c.lower_ for c in children(verb, "acomp", "prep", "prt", "advmod")}
    return bool(words & {"due", "off", "over", "under", "on", "in", "at"})


def _sides(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> list[Referent]:
    """Those whom the noun's phrase names, and whoever holds or attends it."""
    inner = [t for n in {noun, whole(noun)} for t in after(n, "with", "between", "among", "of", "from")] + called_people(noun)
    found = [*owners(scene, sentence, noun), *known(scene, sentence, [t for t in inner if stands_for_people(scene, sentence, t)])]
    staged = verb is not None and (verb.lemma_.lower() in HOLDING | RUNNING | SETTING or calls_off(verb)) and verb.lemma_ != "be"
    if verb is not None and ((staged and first_of_row(whole(noun)).dep_ in ("dobj", "dative")) or verb.lemma_.lower() in LEAVING | BOUND):
        doers = [t for t in (actors_of(verb) if not is_passive(verb) else []) if t.i != noun.i and is_somebody(sentence, t)]
        found += known(scene, sentence, doers)
        found += known(scene, sentence, [t for t in after(verb, "with") if is_somebody(sentence, t)])
    seen = {i for r in found for i in (r.id,)}
    return each_once(r for r in found if not r.vague and r.id in seen and _sits(scene, r))


def _sits(scene: Scene, who: Referent) -> bool:
    actor = scene.pack.actor.get(who.id)
    return who.person or (actor is not None and actor.type not in ("company", "paper", "media"))


def _is_one(sentence: Sentence, noun: Token, how: str) -> bool:
    """Whether a meeting without names is one in particular: held, or definite and of a day or a place."""
    words = modifiers(noun)
    placed = any(t.pos_ == "PROPN" for t in after(noun, "in", "at"))
    return how == "held" or placed or bool(words & DEFINITE) or any(t.i in sentence.date_at for t in noun.subtree)


def _supposed(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> list[Referent]:
    """Who sits where nobody is named: the body or the people of the meeting told last, whoever writes, the country of the text."""
    if noun.lemma_.lower() in TALK - TALKS and noun.lemma_.lower() in VISITS | MEALS:
        ids: tuple[str, ...] = scene.discourse.together
    elif noun.lemma_.lower() in GREAT:
        ids = scene.discourse.summit or scene.discourse.assembled
    elif noun.lemma_.lower() in TALKS:
        ids = scene.discourse.together or scene.discourse.sides
    else:
        ids = scene.discourse.assembled or scene.discourse.together or scene.discourse.sides
    if ids:
        return [Referent(i, person=i in scene.pack.person, inferred=True) for i in ids]
    doers = actors_of(verb) if verb is not None else []
    if any(t.tag_ in ("NNS", "NNPS") and is_somebody(sentence, t) for t in doers):
        return [Referent(scene.discourse.bloc or "partners", inferred=True)]  # "ministers will take it up at a meeting in Copenhagen"
    return supposed(scene, sentence)


def _of_bodies(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "I will co-chair the contact group", "the contact group lasted three hours", "on the agenda of the Council on Monday"."""
    for mention in sentence.mentions:
        actor = scene.pack.actor.get(mention.id_of("actor") or "")
        if actor is None or actor.type != "body" or not any(w in actor.name for w in BODIES):
            continue
        head = sentence.head_of(mention)
        if head is None or any(c.lemma_.lower() in GATHERINGS | TALKS for c in head.ancestors[:1]):
            continue
        verb = carrier(head)
        lemma = verb.lemma_.lower() if verb is not None else ""
        held = (head.dep_ == "dobj" and lemma in HOLDING) or (head.dep_ in ("nsubj", "nsubjpass") and lemma in ("last", "open", "close"))
        agenda = head.dep_ == "pobj" and head.head.head.lemma_.lower() in AGENDAS
        if not (held or agenda):
            continue
        doers = [t for t in actors_of(verb) if is_somebody(sentence, t)] if verb is not None and head.dep_ == "dobj" else []
        people = each_once([Referent(actor.id), *known(scene, sentence, doers)])
        for draft in drafts(scene, sentence, head, status_of_noun(scene, sentence, head, verb) or "held", people, "sessional"):
            if agenda or verb is None or verb.tag_ not in ("VBZ", "VBP") or "date" in draft.slots:  # "who chairs the Council" has a post
                yield draft
