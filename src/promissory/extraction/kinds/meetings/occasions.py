"""Finding meetings by their noun: "the NATO summit in Vilnius", "Biden's call with Zelensky", "talks between Russia and Ukraine"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import CALLING, carrier, introducer, modifiers, takers, whole
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, conjuncts
from promissory.extraction.kinds.meetings.attendance import SIDES
from promissory.extraction.kinds.meetings.bidding import is_among_others, is_called_for
from promissory.extraction.kinds.meetings.company import at_ones_side, bearers, is_crowd_of_west, posts_of_place, speaks_for
from promissory.extraction.kinds.meetings.convenings import is_convened_again
from promissory.extraction.kinds.meetings.gatherings import CALLED_OFF, called_people, calls_off, expected
from promissory.extraction.kinds.meetings.heralding import status_of_noun
from promissory.extraction.kinds.meetings.pairing import rows_after, together_here
from promissory.extraction.kinds.meetings.presence import held_in, in_format, of_partners, told_on
from promissory.extraction.kinds.meetings.relaying import telling_in, told_in
from promissory.extraction.kinds.meetings.resuming import goes_on, is_of_others, is_round_of_talks
from promissory.extraction.kinds.meetings.seating import BLOCS, TALK, drafts
from promissory.extraction.kinds.meetings.touring import each_place
from promissory.extraction.kinds.meetings.visiting import shared_walks
from promissory.extraction.lexicon.events import EXCHANGES, GATHERINGS, GREAT, MEALS, NEGOTIATIONS, VISITS
from promissory.extraction.names.abreast import listed_after, listed_before
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import companions, each_once, everyone
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.placing import fill_place_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs whose subject convenes what their object names.
#: What one may do with the talks of others.
STARTING = frozenset("resume start begin open restart relaunch revive continue".split())
CONVENING = frozenset("host convene organise organize summon call chair co-chair co-host cohost".split())
#: Verbs whose subject takes part in what their object names.
JOINING = frozenset(
    "hold give attend have join address conduct conclude begin start finish share continue open lead end resume tell brief leave see pay "
    "make undertake complete wrap cut wind wound confirm hear".split()
)
#: Verbs whose subject is at the event that they name after "at", "for" or "during".
ATTENDING = frozenset(
    "be join stay remain participate speak take meet arrive come gather travel attend go fly return discuss present convene rush scramble "
    "hurry flock converge descend assemble land jet head".split()
)
#: What one does with a call from others.
TAKING_CALLS = frozenset("take get receive field place answer return".split())
#: Verbs of giving somebody something who is visited.
HANDING = frozenset("hand present give show bring deliver".split())
#: Verbs of spending time at talks.
PASSING = frozenset("spend engage lock be remain".split())
#: Verbs that tell who is at an event.
INCLUDING = frozenset("bring include involve gather unite feature assemble".split())
#: What stands before a meeting that another deed comes before or after.
AROUND = frozenset("after following before ahead since until upon".split())
#: Posts of those who tell of the talks of others.
VOICES = frozenset(("spokesperson", "adviser", "press_secretary"))
#: Nouns of talks that may be many at once.
MANY = EXCHANGES | {"encounter"}

#: What those do who are at a meeting ("talks in Jeddah at which Ukraine agreed to a truce").
RESOLVING = frozenset("agree decide resolve sign pledge promise discuss adopt approve commit accept set consent vow".split())


def occasion(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "The NATO summit in Vilnius", "Biden's call with Zelensky", "talks between Russia and Ukraine"."""
    verb = carrier(noun)
    if verb is None or verb.lemma_ == "be":
        verb = telling_in(noun) or verb
    if verb is not None and is_convened_again(verb):
        return  # told again, read by `find_convened`
    if noun.dep_ in ("dobj", "dative") and noun.head.lemma_ == "tell":  # "told a briefing"
        return
    if _is_what_it_is(noun) or (noun.lemma_.lower() == "appearance" and not modifiers(noun) & {"joint", "press", "media", "public"}):
        return
    if noun.lemma_.lower() == "round" and not is_round_of_talks(noun):
        return
    if not expected(noun) or (verb is not None and verb.lemma_ == "meet" and noun.dep_ == "dobj"):
        return
    if verb is not None and verb.lemma_ == "be" and introducer(noun) == "in":
        return  # "they are in talks about a treaty": an agreement in the making
    own = owners(scene, sentence, noun)
    met = _others(noun, verb) or called_people(noun)
    if noun.lemma_.lower() in VISITS and verb is not None:
        met = met or shared_walks(verb)
    others = each_once([*everyone(scene, sentence, met), *_listed(sentence, noun, "with")]) or posts_of_place(scene, sentence, met)
    members = everyone(scene, sentence, [*after(noun, "between", "among", "of"), *after(whole(noun), "between", "among", "of")])
    members = each_once([*members, *_listed(sentence, noun, "between"), *_among(scene, sentence, noun), *_included(scene, sentence, noun)])
    joined, hosts = _by_verb(scene, sentence, noun, verb)
    if any(o.person for o in own) and others and introducer(noun) in AROUND:
        joined = []  # "X hosted Y, following Z's call with W"
    if not any(o.person for o in own):  # "a statement by X on Y's visit"
        joined = each_once([*joined, *bearers(scene, sentence, noun)])
    calling = [v for v in takers(noun) if v.dep_ == "relcl" and v.lemma_ in CALLING]
    hosts = hosts or everyone(scene, sentence, [t for v in calling for t in (*subjects(v), *companions(v))])
    called = [t for v in children(noun, "acl") if v.lemma_ in CONVENING for t in agents(v)]
    hosts = hosts or everyone(scene, sentence, called)  # "emergency talks called by X", "a conference hosted by Y and Z"
    there, holding = told_on(scene, sentence, noun)
    joined, hosts = each_once([*joined, *there]), each_once([*hosts, *holding])
    if introducer(noun) == "for" and verb is not None and verb.lemma_ in ATTENDING:  # "travelled to Kyiv with Y for talks with Z"
        joined = each_once([*joined, *(r for r in everyone(scene, sentence, companions(verb)) if r.person and joined)])
    told = held_in(scene, sentence, noun)
    joined, others = each_once([*joined, *told[0]]), each_once([*others, *told[1]])
    if others and not own and not members and not joined:
        joined = _teller(scene, sentence, noun) or _first_named(scene, sentence, noun) or _followed(scene, sentence, noun)
        joined = joined or _topic(scene, sentence, noun, others)
    if not (own or members or others):
        members = (
            of_partners(noun)
            or in_format(scene, sentence, noun)
            or ([] if len(joined) > 1 or any(j.person for j in joined) or is_of_others(noun) else goes_on(scene, noun))
        )
    status = status_of_noun(scene, sentence, noun, verb)
    for guests in _apart(noun, own, others) if own or joined or members else [others]:
        owned = [] if guests and guests[0] in own else own
        people = each_once([*owned, *members, *joined, *guests])
        people = people if _are_some(met) else _present(scene, people)
        for draft in drafts(scene, sentence, noun, status, people, "event", hosts):
            if "place" not in draft.slots and introducer(noun) == "for" and verb is not None and verb.lemma_ in ATTENDING:
                fill_place_of(scene, draft, sentence, verb)  # "is heading to Moscow for a meeting with Putin"
            yield from each_place(scene, sentence, noun, draft) if draft.slots.get("format") == "visit" else (draft,)
    for row in rows_after(sentence, noun, others) if joined or own else ():
        yield from drafts(scene, sentence, noun, status, each_once([*own, *joined, *row]), "event", hosts)


def _is_what_it_is(noun: Token) -> bool:
    """ "They met on Thursday, in what was their sixth meeting": what the event just told is called."""
    verb = noun.head
    what = noun.dep_ == "attr" and verb.lemma_ == "be" and any(s.lower_ == "what" for s in verb.lefts)
    return what and verb.dep_ == "pcomp" and verb.head.lower_ in ("in", "at", "for", "during")


def _listed(sentence: Sentence, noun: Token, word: str) -> list[Referent]:
    """The people in a row after a preposition of the noun's."""
    preps = [c for n in (noun, whole(noun)) for c in n.children if c.dep_ == "prep" and c.lower_ == word]
    if not preps and word == "with" and noun.tag_ == "NNS":  # "had several encounters, among them with X and Y"
        rest = sentence.tokens[noun.i + 1 :]
        preps = [t for t in rest if t.lower_ == "with" and t.nbor(-1).lower_ in ("them", "including", "notably", "those")]
    return [one for prep in preps[:1] for one in listed_after(sentence, prep)]


def _included(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "A conference that brings together X and Y", "a meeting that included X", "the summit where X will represent Z"."""
    found = everyone(scene, sentence, _attendees(noun))
    if noun.dep_ == "nsubj" and noun.head.lemma_ in INCLUDING and noun.tag_ in ("NN", "NNS"):  # "the talks included X and Y"
        found += [r for r in everyone(scene, sentence, things_of(noun.head)) if r.person]
    holders = [noun, *([noun.head.head] if noun.dep_ == "pobj" and noun.head.lower_ == "of" else [])]  # "two days of talks involving X"
    for verb in (c for h in holders for c in children(h, "acl") if c.tag_ == "VBG" and c.lemma_ in INCLUDING):
        found += everyone(scene, sentence, things_of(verb))
    for verb in (c for c in sentence.tokens[noun.i + 1 :] if c.dep_ == "relcl" and c.head.i >= noun.i):
        if verb.lemma_ in INCLUDING:
            found += everyone(scene, sentence, things_of(verb))
        elif verb.lemma_ in ("represent", "meet", "speak", "attend") and any(c.lower_ == "where" for c in verb.children):
            found += [r for r in everyone(scene, sentence, subjects(verb)) if r.person]
        elif verb.lemma_ in RESOLVING and any(p.lower_ == "which" for p in after(verb, "at", "in", "during")):
            found += [r for r in everyone(scene, sentence, subjects(verb)) if not r.vague and not r.inferred]
    return found


def _among(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "The talks in the Oval Office between X and Y", where the parser hangs "between" on the office."""
    prep = next((t for t in noun.subtree if t.i > noun.i and t.lower_ in ("between", "among") and t.dep_ == "prep"), None)
    if prep is None or prep.i - noun.i > 14:
        return []
    named = everyone(scene, sentence, [t for p in children(prep, "pobj") for t in conjuncts(p)])
    return [*named, *(one for one in listed_after(sentence, prep) if one not in named)]


def _attendees(noun: Token) -> list[Token]:
    """ "Participants in the meeting included X and Y"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    if above.lemma_.lower() in ("participant", "party", "interlocutor") and (named := children(above, "appos")):
        return named  # "the parties to the conversation, X and Y, agreed"
    if above.lemma_.lower() not in ("participant", "attendee", "guest") or above.dep_ != "nsubj":
        return []
    return things_of(above.head) if above.head.lemma_ in INCLUDING or above.head.lemma_ == "be" else []


def _teller(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """The author of a first-person text ("There were talks with the president of Georgia"); of a spokesman's, the state spoken for."""
    ident = scene.discourse.speaker if noun.i in sentence.quoted else scene.discourse.author
    if ident is None or ident not in scene.pack.person:
        return []
    spoken_for = {post.role for post in scene.pack.posts_of.get(ident, ())} <= VOICES and noun.dep_ == "attr"
    state = scene.namer.state_of(ident) if spoken_for else None
    return [Referent(state) if state else Referent(ident, person=True, inferred=True)]


def _first_named(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "X is expected in Y, and a meeting with Z is being arranged": the person whom the main clause is about."""
    root = next((t for t in noun.ancestors if t.dep_ == "ROOT"), None)
    if root is None or noun.dep_ not in ("nsubjpass", "nsubj"):
        return []
    if noun.head.i != root.i:
        return [r for r in everyone(scene, sentence, subjects(root)) if r.person]
    # "X will see Y; a meeting with Z is to follow"
    before = [t for v in sentence.tokens[: noun.i] if v.pos_ == "VERB" for t in children(v, "nsubj")]
    return [r for r in everyone(scene, sentence, before[:1]) if r.person]


def _topic(scene: Scene, sentence: Sentence, noun: Token, others: list[Referent]) -> list[Referent]:
    """ "Trump spoke in Busan. A summit with Putin was scrapped": whom the sentence before is about, in the same paragraph."""
    before = scene.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.block_number != sentence.block_number or noun.tag_ not in ("NN", "NNP") or len(others) != 1:
        return []
    verb = carrier(noun)
    asking = [r for r in everyone(scene, sentence, subjects(verb)) if r.person] if verb is not None and noun.dep_ == "dobj" else []
    last = asking or scene.discourse.last_subject(sentence.number, 0, person=True)
    return [Referent(r.id, person=True, inferred=True) for r in last if others[0].person and r.id != others[0].id]


def _followed(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "X held talks with Y, followed by a call to Z": whoever the clause before is about."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "by" else None
    root = next((t for t in noun.ancestors if t.dep_ == "ROOT"), None)
    if verb is None or verb.lemma_ != "follow" or root is None:
        return []
    return [r for r in everyone(scene, sentence, subjects(root)) if r.person][:1]


def _are_some(met: list[Token]) -> bool:
    """ "With some 50 leaders, X among them": one of those who make up the body that meets."""
    return any(t.lower_ == "them" and t.head.lower_ == "among" for m in met for t in m.subtree)


def _present(scene: Scene, people: list[Referent]) -> list[Referent]:
    """Who is there: those named in person rather than the conference or group that they attend."""
    persons = [p for p in people if p.person]
    bodies = [p for p in people if not p.person and (a := scene.pack.actor.get(p.id)) and a.type in ("body", "coalition") and not a.country]
    return [p for p in people if p not in bodies] if persons and bodies else people


def _others(noun: Token, verb: Token | None) -> list[Token]:
    """Those met: after "with" at the noun, or at the verb that carries it ("held talks on Friday with X")."""
    direct = after(noun, "with") or after(whole(noun), "with")
    direct = direct or [t for body in after(noun, "of") for t in after(body, "with")]  # "the session of the council with X"
    if (
        not direct
        and verb is not None
        and noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr")
        and verb.lemma_ in JOINING | CONVENING | {"take", "be"}
    ):
        direct = after(verb, "with")
    if not direct and verb is not None and noun.lemma_.lower() in TALK and _is_amid(noun):
        direct = after(verb, "with")
    direct = direct or [t for v in noun.children if v.dep_ == "acl" and v.lemma_ in ("hold", "host") for t in after(v, "with")]
    if noun.lemma_.lower() in VISITS:
        guests = after(noun, "by")  # "a visit by X, who handed Y a list"
        clauses = [v for t in guests for v in children(t, "relcl") if v.lemma_ in HANDING]
        direct = direct or [*guests, *(o for v in clauses for o in children(v, "dative", "dobj") if o.pos_ == "PROPN")]
    return direct


def _is_amid(noun: Token) -> bool:
    """ "Raised it with X at talks in Paris"."""
    return introducer(noun) in ("at", "in", "during")


def _is_state(scene: Scene, who: Referent) -> bool:
    actor = scene.pack.actor.get(who.id)
    return actor is not None and actor.type == "state"


def _those_there(scene: Scene, sentence: Sentence, verb: Token, actors: list[Referent], *, after_talks: bool) -> list[Referent]:
    """People, blocs, and the states whose officials act ("at a meeting in Riyadh US and Ukrainian officials agreed")."""
    sent = {r.id for t in actors_of(verb) if speaks_for(t) for r in everyone(scene, sentence, [t])}
    if after_talks and sum(_is_state(scene, a) for a in actors) > 1:
        return actors  # "after eight hours of talks in Jeddah, Ukraine and the United States announced"
    return [a for a in actors if a.person or _is_bloc(scene, a) or a.id == "partners" or (len(sent) > 1 and a.id in sent)]


def _is_bloc(scene: Scene, who: Referent) -> bool:
    actor = scene.pack.actor.get(who.id)
    return actor is not None and actor.type == "bloc"


def _by_verb(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> tuple[list[Referent], list[Referent]]:
    """Those whom the carrying verb makes take part, and those it makes convene."""
    top = whole(noun)
    if verb is None or (top.dep_ not in ("dobj", "nsubjpass", "pobj") and not (top.dep_ == "nsubj" and _is_chaired(verb))):
        return [], []
    received = is_passive(verb) and verb.lemma_ in ("receive", "welcome", "greet", "accompany", "escort", "join")
    along = agents(verb) if is_passive(verb) and verb.lemma_ in ("accompany", "join") else []
    sent = verb.lemma_ in ("send", "dispatch", "despatch")  # whoever is sent goes for the talks
    acting = [*subjects(verb), *along] if received else things_of(verb) if sent else actors_of(verb)
    actors = everyone(scene, sentence, acting) or listed_before(sentence, verb) or together_here(sentence, verb)
    if not actors and any(is_crowd_of_west(t) for t in acting):
        actors = [Referent("partners", vague=True)]
    if is_called_for(noun, verb):
        return ([a for a in actors if a.person] if after(noun, "with") and not is_among_others(noun) else []), []
    if len(actors) > 1 and noun.lemma_.lower() in TALK and introducer(noun) == "in" and verb.lemma_ in PASSING:
        return actors, []
    presiding = verb.lemma_ == "preside" and introducer(noun) == "over"
    if top.dep_ == "pobj" and not presiding:
        told = told_in(scene, sentence, noun, verb)
        apart = modifiers(noun) & {"parallel", "separate", "indirect", "proximity"}  # with others, not with one another
        talked = not apart and introducer(noun) in ("after", "following") and noun.lemma_.lower() in NEGOTIATIONS
        others = bool(after(noun, "with")) or (_is_amid(noun) and bool(after(verb, "with")))
        return _attending(noun, verb, _those_there(scene, sentence, verb, actors, after_talks=talked), others, told), []
    if presiding or _is_chaired(verb):
        row = listed_before(sentence, verb) if len(actors) < 2 else []
        return each_once([*actors, *at_ones_side(sentence, verb), *row, *_chairs(sentence, verb)]), []
    if verb.lemma_ in CONVENING and not calls_off(verb):
        return (actors if noun.lemma_.lower() not in GREAT and not _is_of_body(scene, sentence, noun) else []), actors
    if calls_off(verb) and owners(scene, sentence, noun):
        return [a for a in actors if a.person], []  # "the White House called off his trip"
    if verb.lemma_ in STARTING and len(everyone(scene, sentence, after(noun, "between"))) > 1:
        return [], []  # "Putin offered to resume talks between the two states"
    if verb.lemma_ in TAKING_CALLS and called_people(noun) and top.dep_ == "dobj":
        return [a for a in actors if a.person], []  # "took a call from Zelensky"
    return (actors if verb.lemma_ in JOINING | CALLED_OFF else []), []


def _is_chaired(verb: Token) -> bool:
    """Whether the verb is "chair" or "co-chair", which the tokenizer may cut in three."""
    return verb.lemma_ in ("chair", "co-chair", "cochair") or (verb.lower_ == "co" and any("chair" in c.lower_ for c in verb.children))


def _chairs(sentence: Sentence, verb: Token) -> list[Referent]:
    """Those after "by" who chair, wherever the parser hangs them."""
    by = next((t for t in sentence.tokens[verb.i :] if t.lower_ == "by"), None)
    return listed_after(sentence, by) if by is not None else []


def _is_of_body(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """Whether it is the session of a body ("a meeting of the Contact Group")."""
    named = [*owners(scene, sentence, noun), *everyone(scene, sentence, after(noun, "of"))]
    return any((a := scene.pack.actor.get(r.id)) and a.type in ("body", "coalition") for r in named)


def _attending(noun: Token, verb: Token, actors: list[Referent], others: bool, told: list[Referent]) -> list[Referent]:
    """ "At the summit X announced", "X travels for talks with Y", "during a visit to Z, X said", "in a call X assured Y"."""
    lemma, prep = noun.lemma_.lower(), introducer(noun)
    persons = [a for a in actors if a.person]
    if prep in AROUND and lemma in MANY and len(actors) > 1 and not others:
        return persons if len(persons) > 1 else actors  # "X and Y signed it after two hours of talks"
    if prep == "at" and lemma in MANY and len(actors) > 1 and not persons and not others:
        return actors  # "at talks in Geneva, the negotiators of Russia and Ukraine said"
    supporters = [r for r in told if r.vague and r.id == "partners"]
    supporters += [r for r in told if r.id in BLOCS]
    told = [r for r in told if r.person]
    if told and others and not persons and is_passive(verb) and prep in ("at", "during", "in"):
        return told  # "during a meeting with X, Y was told"
    if persons and supporters and prep in ("at", "during", "in") and lemma in GATHERINGS:
        return [*persons, *supporters]
    if lemma in GATHERINGS and prep == "at":
        persons = actors
    if lemma in VISITS:
        there = told if prep in ("during", "on") else []  # "had promised X a package during his visit to Y"
        return each_once([*persons, *there]) if prep in ("during", "after", "on", "before", "in") else []
    if lemma in ("meeting", "dinner", "lunch") and prep in ("at", "during") and persons and told and len(told) < 3:
        return [*persons, *told]  # "thanked Frederiksen at a meeting in Odense"
    if lemma in MEALS and prep == "over":
        return persons if others or len(persons) > 1 else []  # "over lunch in Paris X and Y agreed on a package"
    if lemma in TALK or (others and prep in AROUND):
        return _talking(prep, verb, actors, others, told)
    if lemma in GREAT and (verb.lemma_ in ("meet", "speak", "talk") and (children(verb, "dobj") or after(verb, "with"))):
        return []
    if prep in ("at", "during", "to", "in", *(("for",) if verb.lemma_ in ATTENDING else ())) and (
        others or lemma in GATHERINGS or verb.lemma_ in ATTENDING
    ):
        return persons
    return []


def _talking(prep: str, verb: Token, actors: list[Referent], others: bool, told: list[Referent]) -> list[Referent]:
    """Those who talk where a verb has "in a call", "for talks", "after talks with X"."""
    persons = [a for a in actors if a.person]
    if persons and told and (prep in ("in", "during", "on", "at") or (prep == "for" and verb.lemma_ == "thank" and len(told) < 2)):
        return [*persons, *told]
    if (others or any(c.lemma_.lower() in SIDES for c in children(verb, "dobj"))) and prep in (*AROUND, "at"):
        return persons
    return actors if prep in ("for", "in", "into", "during", "to") and (verb.lemma_ in ATTENDING or persons) else []


def _apart(noun: Token, own: list[Referent], others: list[Referent]) -> list[list[Referent]]:
    """One meeting for all, or one each where several were spoken to in several talks ("calls with X, Y and Z", "the EU and G7 summits")."""
    lemma = noun.lemma_.lower()
    plural = noun.tag_ in ("NNS", "NNPS")
    if plural and lemma in GREAT and len(own) > 1 and not others:
        return [[one] for one in own]
    if plural and len(others) > 1 and lemma in MANY:
        return [[one] for one in others]
    return [others]
