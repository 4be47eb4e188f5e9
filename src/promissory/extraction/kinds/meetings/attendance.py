"""Who is told to be at a meeting beside its own phrase: "attended by X", "with the participation of Y", "Z was among those present"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children, conjuncts, spread
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.meetings.company import speaks_for
from promissory.extraction.kinds.meetings.gatherings import status_of_verb
from promissory.extraction.lexicon.events import GATHERINGS, TALKS
from promissory.extraction.names.abreast import listed_after, listed_before
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Participles before "by" whose agents are there: those who come, and those who lead.
COMING = frozenset("attended joined addressed accompanied visited flanked".split())
LEADING = frozenset("led headed chaired hosted opened convened organised organized moderated presided".split())
#: Nouns after "with the" and before "of" that bring people in.
PRESENCE = frozenset("participation presence attendance involvement chairmanship".split())
#: Words after "with X" that say X is there.
PRESENT = frozenset(
    "attendance attending participating present taking joining addressing guest guests observer observers host table aboard presiding "
    "chairing mediating hosting moderating dropping listening".split()
)
#: Verbs by which one is at the meeting told of.
TAKING_PART = frozenset("attend participate join address".split())
#: Verbs of taking part from afar.
DIALLING = frozenset("dial beam zoom tune patch phone call video".split())
#: Nouns after "were among" that stand for all who are there.
CROWD = frozenset("attendee participant guest those attending speaker dignitary signatory visitor delegate".split())
#: Words for a meeting told of before.
TOLD = GATHERINGS | TALKS | frozenset("event call ceremony dinner them".split())
#: Nouns of the sides of a meeting, which somebody leads.
SIDES = frozenset("delegation side team mission part party contingent group".split())


def told_present(scene: Scene, sentence: Sentence, trigger: Token) -> list[Referent]:
    """Everyone whom the rest of the sentence puts at the trigger's meeting."""
    found: list[Referent] = []
    for token in sentence.tokens:
        found += _after_participle(scene, sentence, token, trigger)
        if token.lower_ in ("with", "in", "under") and token.i > trigger.i:
            found += _with(scene, sentence, token)
        if token.lower_ in ("including", "comprising") and token.i > trigger.i and _is_of_side(token):
            found += [one for one in listed_after(sentence, token) if one.person]
    found += _relative(scene, sentence, trigger)
    found += _as_others_do(scene, sentence, trigger)
    found += [one for verb in sentence.tokens if not _is_aside(verb, trigger) for one in _leaders(scene, sentence, verb)]
    found += _among_them(sentence, trigger)
    found += _dialled_in(scene, sentence, trigger)
    return [*found, *_dropping_in(scene, sentence, trigger), *_as_guest(scene, sentence, trigger), *_heard(scene, sentence, trigger)]


def _heard(scene: Scene, sentence: Sentence, trigger: Token) -> list[Referent]:
    """ "Meeting in Copenhagen, the leaders heard from X", "listened to X": who spoke before those who met."""
    verbs = [v for v in sentence.tokens if v.pos_ == "VERB" and v.i != trigger.i and v.lemma_ in ("hear", "listen")]
    told = [t for v in verbs for t in after(v, "from" if v.lemma_ == "hear" else "to")]
    return [r for r in everyone(scene, sentence, told) if r.person]


def _dialled_in(scene: Scene, sentence: Sentence, trigger: Token) -> list[Referent]:
    """ "X dialled in to the summit by video link", "beamed in from Kyiv": who is there without having come."""
    verbs = [v for v in sentence.tokens if v.lemma_ in DIALLING and any(c.lower_ in ("in", "into") for c in v.children)]
    return [r for v in verbs if trigger in v.subtree for r in everyone(scene, sentence, subjects(v)) if r.person]


def _as_guest(scene: Scene, sentence: Sentence, trigger: Token) -> list[Referent]:
    """ "X will be a guest at the summit", "X, a speaker at the forum, said"."""
    guest = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ in ("at", "of") else trigger
    if guest.lemma_.lower() not in ("guest", "participant", "speaker", "attendee") or guest.dep_ not in ("attr", "appos"):
        return []
    return [r for r in everyone(scene, sentence, subjects(guest.head) if guest.dep_ == "attr" else [guest.head]) if r.person]


def _is_of_side(word: Token) -> bool:
    """ "A delegation led by X and including Y": of those who were sent."""
    return any(t.lemma_.lower() in SIDES for t in word.doc[max(0, word.i - 15) : word.i])


def _is_aside(verb: Token, trigger: Token) -> bool:
    """ "X, who headed the delegation, says that a meeting …": told of another meeting."""
    return verb.dep_ == "relcl" and verb.i < trigger.i


def _among_them(sentence: Sentence, trigger: Token) -> list[Referent]:
    """ "With some 50 leaders, X and Y among them"."""
    at = next((t.i for t in sentence.tokens[trigger.i + 1 : -1] if t.lower_ == "among" and t.nbor(1).lower_ == "them"), None)
    row: list[Referent] = []
    for token in reversed(sentence.tokens[:at]) if at is not None else ():
        mention = sentence.at.get(token.i)
        person = mention.id_of("person", "surname") if mention else None
        if person:
            row.insert(0, Referent(person, person=True))
        elif token.lower_ not in (",", "and") and not (token.pos_ == "PROPN" and token.i + 1 in sentence.at):
            break
    return list(dict.fromkeys(row))


def _dropping_in(scene: Scene, sentence: Sentence, trigger: Token) -> list[Referent]:
    """ "X made an appearance at headquarters, where ministers were meeting"."""
    where = trigger.dep_ == "relcl" and any(c.lower_ == "where" for c in trigger.children)
    verb = next((a for a in trigger.ancestors if a.pos_ == "VERB"), None) if where else None
    if verb is None or not (verb.lemma_ in ("appear", "arrive", "speak", "come", "fly", "travel") or _appears(verb)):
        return []
    return [r for r in everyone(scene, sentence, subjects(verb)) if r.person]


def _appears(verb: Token) -> bool:
    return verb.lemma_ == "make" and any(o.lemma_ in ("appearance", "speech", "address", "plea") for o in children(verb, "dobj"))


def _as_others_do(scene: Scene, sentence: Sentence, trigger: Token) -> list[Referent]:
    """ "X will attend the talks, as will Y and Z", "as did Y": nothing but an auxiliary and who else was there."""
    verbs = (t for t in sentence.tokens[trigger.i :] if t.lower_ in ("will", "did", "does", "do", "was", "were", "has", "have"))
    bare = (v for v in verbs if v.i and v.nbor(-1).lower_ in ("as", "so") and not children(v, "dobj", "attr", "acomp", "xcomp", "ccomp"))
    return [r for verb in bare for r in everyone(scene, sentence, subjects(verb)) or _in_row(sentence, verb) if r.person]


def _in_row(sentence: Sentence, verb: Token) -> list[Referent]:
    """Those named right after an auxiliary, wherever the parser hangs them; none where a verb of their own follows."""
    acts = any(t.pos_ == "VERB" for t in sentence.tokens[verb.i + 1 :])
    return [] if acts else listed_after(sentence, verb)


def _leaders(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "X led the American side", "the Ukrainians were headed by Y": who leads those who sit there."""
    if verb.lemma_ not in ("lead", "head", "represent") or verb.pos_ != "VERB":
        return []
    if is_passive(verb) and any(_is_side(sentence, s) for s in children(verb, "nsubjpass")):
        by = next((c for c in verb.children if c.dep_ == "agent"), None)
        return [one for one in _row(scene, sentence, by) if one.person] if by is not None else []
    if not _leads(verb):
        return []
    return [r for r in everyone(scene, sentence, subjects(verb)) if r.person]


def _joining_them(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "They were later joined by X", "he was accompanied by Y": of those whose meeting was told before."""
    if verb.lemma_ not in ("join", "accompany", "flank") or not is_passive(verb):
        return []
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    known = set(scene.discourse.together)
    hosts = [r for s in children(verb, "nsubjpass") for r in everyone(scene, sentence, [s]) if r.id in known]
    theirs = bool(hosts) or any(s.pos_ == "PRON" or s.lemma_ in ("pair", "two", "three") for s in children(verb, "nsubjpass"))
    if any(s.lower_ in ("they", "two") for s in children(verb, "nsubjpass")):
        hosts = [Referent(i, person=i in scene.pack.person, inferred=True) for i in scene.discourse.together]
    return [*hosts, *(one for one in _row(scene, sentence, by) if one.person)] if by is not None and theirs else []


def _is_side(sentence: Sentence, token: Token) -> bool:
    """A delegation, or the people of a state ("the Ukrainians")."""
    mention = sentence.at.get(token.i)
    return token.lemma_.lower() in SIDES or (token.tag_ in ("NNS", "NNPS") and mention is not None and bool(mention.id_of("demonym")))


def _row(scene: Scene, sentence: Sentence, prep: Token) -> list[Referent]:
    """Those after a preposition, by the parse and by the order of words."""
    named = everyone(scene, sentence, [t for p in children(prep, "pobj") for t in conjuncts(p)])
    return [*named, *(one for one in listed_after(sentence, prep) if one not in named)]


def _after_participle(scene: Scene, sentence: Sentence, token: Token, trigger: Token) -> list[Referent]:
    """ "A meeting … attended by X and Y", "co-chaired by X" (the tokenizer may cut the word), "delegations led by X and Y"."""
    if token.lower_ not in COMING | LEADING or token.tag_ not in ("VBN", "VBD") or children(token, "auxpass", "nsubj"):
        return []
    if token.i < trigger.i and token.lower_ not in LEADING:
        return []
    if token.dep_ == "acl" and token.head.i < token.i < trigger.i and token.head.lemma_.lower() in TOLD:
        return []  # "in Oslo for a dinner hosted by X, he had talks with Y"
    by = next((t for t in sentence.tokens[token.i + 1 : token.i + 4] if t.lower_ == "by"), None)
    near = abs(token.i - trigger.i) < 20 and not _is_between(token, trigger)
    row = _row(scene, sentence, by) if by is not None and near else []
    return row if token.lower_ in COMING else [one for one in row if one.person]


def _is_between(token: Token, trigger: Token) -> bool:
    """Whether another clause with a subject of its own begins between the two words."""
    first, last = sorted((token.i, trigger.i))
    return any(t.dep_ in ("nsubj", "nsubjpass") and first < t.i < last and t.head.i != trigger.i for t in token.doc[first:last])


def _with(scene: Scene, sentence: Sentence, prep: Token) -> list[Referent]:
    """ "With the participation of X", "in the presence of X", "with X and Y in attendance"."""
    rest = sentence.tokens[prep.i + 1 : prep.i + 5]
    noun = next((t for t in rest if t.lower_ in PRESENCE), None)
    of = next((t for t in sentence.tokens[noun.i + 1 : noun.i + 2] if t.lower_ == "of"), None) if noun is not None else None
    if of is not None and all(t.dep_ in ("det", "amod", "advmod") for t in sentence.tokens[prep.i + 1 : of.i - 1]):
        return _row(scene, sentence, of)
    if prep.lower_ != "with":
        return []
    told = next((t for t in sentence.tokens[prep.i + 1 : prep.i + 25] if t.lower_ in PRESENT), None)
    row = listed_after(sentence, prep) if told is not None else []
    clause = any(t.text in ";." or t.tag_ in ("VBD", "VBZ") for t in sentence.tokens[prep.i + 1 : told.i]) if told is not None else True
    return [] if clause else row


def _relative(scene: Scene, sentence: Sentence, trigger: Token) -> list[Referent]:
    """ "The summit, which X addressed", "met in Y, where X joined them"; in a clause beside it "X and Y were among those attending"."""
    found: list[Referent] = []
    for verb in sentence.tokens[trigger.i + 1 :]:
        if verb.pos_ not in ("VERB", "AUX") or verb.i == trigger.i:
            continue
        opened = verb.dep_ == "relcl" and any(t.lower_ in ("where", "which", "whom") for t in verb.subtree if t.i < verb.i)
        if (opened and verb.lemma_ in TAKING_PART and (children(verb, "nsubj") or not is_passive(verb))) or _is_among(verb):
            # "Brussels, which X addressed": the relative hangs on the last noun, and its own subject is X
            people = [r for r in everyone(scene, sentence, children(verb, "nsubj") or subjects(verb)) if r.person]
            found += [*people, *(one for one in listed_before(sentence, verb) if one not in people)]
    return found


def _is_among(verb: Token) -> bool:
    """ "Were among those attending", "are among the participants"."""
    if verb.lemma_ != "be":
        return False
    among = [p for c in verb.children if c.dep_ == "prep" and c.lower_ == "among" for p in children(c, "pobj")]
    return any(p.lemma_.lower() in CROWD and (p.lower_ != "those" or _comes(p)) for p in among)


def _comes(those: Token) -> bool:
    return any(c.lower_ in ("attending", "present", "participating", "taking", "gathered") for c in those.children)


def find_attendance(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "Macron and Meloni also attended", "Rubio led the American side": joined to the meeting told of before."""
    for verb in sentence.tokens:
        leaders = _leaders(scene, sentence, verb)
        if leaders and _at_event(scene, sentence, verb):
            leaders = []
        people = [*leaders, *_joining_them(scene, sentence, verb)]
        if verb.pos_ in ("VERB", "AUX") and not is_passive(verb) and _takes_part(scene, sentence, verb):
            people = [
                r for s in (*subjects(verb), *_after_among(verb)) for r in everyone(scene, sentence, [s]) if r.person or speaks_for(s)
            ]
            people += [one for one in listed_before(sentence, verb) if one not in people]
            if _is_at_table(verb):
                people += [one for one in listed_after(sentence, verb) if one not in people]
        if people and (status := status_of_verb(scene, sentence, verb)) in ("held", "planned"):
            draft = scene.draft(sentence, "meeting", status, verb, "leading" if leaders else "attendance")
            draft.add("participant", list(dict.fromkeys(r.id for r in people)))
            draft.features["reference"] = 1
            yield draft


def _at_event(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """ "Led a delegation at the session in Geneva": a meeting that the clause names itself."""
    events = {t.i for t, f in triggers(scene.pack, sentence, "meeting") if f.role == "event"}
    places = [*after(verb, "at", "in", "to"), *(t for o in children(verb, "dobj") for t in after(o, "at", "in", "to"))]
    return any(t.i in events for t in places)


def _takes_part(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether the verb says that its subject was there, of a meeting that the words before have told."""
    if _is_among(verb) or _is_there(verb) or _is_at_table(verb) or (_is_among_them(verb) and tells_of_meeting(scene, sentence.number - 1)):
        return True
    if verb.lemma_ == "take" and any(o.lower_ == "part" for o in children(verb, "dobj")):
        inside = [p for c in verb.children if c.lower_ == "in" for p in children(c, "pobj")]
        return all(p.lemma_.lower() in TOLD | {"person"} and not after(p, "of") for p in inside)  # "in a meeting of the group" names it
    if verb.lemma_ not in TAKING_PART or verb.dep_ in ("relcl", "acl", "amod", "pcomp"):
        return False
    inside = [p for c in verb.children if c.lower_ == "in" for p in children(c, "pobj") if p.lower_ != "person"]
    things = [*children(verb, "dobj"), *inside]
    bare = verb.lemma_ in ("attend", "participate") and not things
    return bare or any(_is_told(t) for t in things)


def _is_among_them(verb: Token) -> bool:
    """ "Among them were X and Y": those of the sentence before."""
    if verb.lemma_ != "be":
        return False
    return any(p.lower_ == "them" for c in verb.children if c.lower_ == "among" for p in children(c, "pobj"))


def _after_among(verb: Token) -> list[Token]:
    """Whom the parser takes for what "among them were" says of its subject."""
    return spread(children(verb, "attr")) if _is_among(verb) or _is_among_them(verb) else []


def tells_of_meeting(scene: Scene, number: int) -> bool:
    """Whether a sentence has a word for a meeting."""
    return 0 <= number < len(scene.sentences) and bool(triggers(scene.pack, scene.sentences[number], "meeting"))


def _is_there(verb: Token) -> bool:
    """ "Were also present", "was there too", with no place or thing beside it."""
    if verb.lemma_ != "be":
        return False
    words = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "advmod")}
    timed = any(c.dep_ == "npadvmod" for c in verb.children) or bool(children(verb, "advcl"))
    named = any(s.pos_ == "PROPN" for s in children(verb, "nsubj"))
    came = verb.tag_ == "VBD" and named and not timed  # "President X was there, and he said"
    there = "present" in words or ("there" in words and (came or bool(words & {"too", "also"})))
    return there and not children(verb, "attr", "prep", "expl")


def _is_at_table(verb: Token) -> bool:
    """ "Around the table were X, Y and Z", "were also at the table"."""
    return verb.lemma_ in ("be", "sit") and any(t.lemma_ == "table" for t in after(verb, "around", "at", "round"))


def _is_told(noun: Token) -> bool:
    """A meeting named by nothing but its article ("the summit", "them")."""
    return noun.lemma_.lower() in TOLD and all(c.lower_ in ("the", "this", "these") for c in noun.lefts)


def _leads(verb: Token) -> bool:
    """ "Led the American delegation", "headed the Ukrainian side"."""
    # "led a mission to Chernobyl" is a journey, "led the delegation to the conference" tells of another meeting
    if verb.lemma_ not in ("lead", "head", "represent"):
        return False
    return any(o.lemma_.lower() in SIDES and not after(o, "to") and not after(verb, "to") for o in children(verb, "dobj"))
