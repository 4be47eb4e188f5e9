"""Conditions told by phrases: deadlines, lists of demands, "only with an American backstop", steps and targets that were met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import are_few
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.conditions.bargains import DUES, PRIZES, is_denied
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.kinds.conditions.consents import CONSENT
from promissory.extraction.kinds.conditions.terms import is_waited_for
from promissory.extraction.lexicon.callings import WEST
from promissory.extraction.lexicon.goods import ARMS
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.telling import attribution

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns of what has to be reached one after another.
STEPS = frozenset(
    "step target benchmark milestone indicator recommendation priority reform requirement condition criterion criteria deadline task "
    "marker measure commitment point".split()
)
REACHING = frozenset("carry meet fulfil fulfill complete satisfy implement reach achieve accomplish tick pass observe".split())
MISSING = frozenset("miss fail".split())
#: Verbs by which somebody names what others have to do.
LISTING = frozenset("set put present list submit name hand formulate make lay draw table issue raise".split())
DEMANDS = frozenset("demand ultimatum stipulation".split())
LISTED = frozenset("demand term condition ultimatum precondition prerequisite stipulation requirement".split())
#: Nouns for the time somebody is given.
TIMES = frozenset("day week month hour deadline ultimatum".split())
GIVING_TIME = frozenset("give set hand issue grant".split())
#: What others have to give first, besides what bargains are about.
BACKING = DUES | frozenset(
    "backstop support backing help involvement participation ceasefire truce mandate cover assurance settlement deal".split()
)
#: What is sent or done only then.
DONE = HANDING | frozenset(
    "deploy go sign join begin start pay release take lift hold ratify participate contribute come open disburse agree negotiate "
    "enter apply follow".split()
)
#: What one may refuse to do for others.
BACKED = frozenset("back support approve accept endorse sign".split())
#: How far a text must be about the war for help without an owner to be that of the partners.
FOCUS = 0.2
#: What the attacker has to grant, where nobody is named for it.
PEACES = frozenset("ceasefire truce settlement peace".split())
#: What ends a war, and what it has to hold.
DEALS = AGREEMENTS | frozenset("settlement peace ceasefire truce".split())
CONTAINING = frozenset("include contain address respect guarantee entail comprise recognise recognize rest reflect".split())
#: What "only" puts first.
ONLY = frozenset(("with", "after", "upon", "following", "under"))
ESSENTIAL = frozenset("essential necessary indispensable vital crucial precondition prerequisite needed required key".split())
AIMS = PRIZES | frozenset(
    "deployment troop force ceasefire talk mission operation contribution participation transfer peacekeeper contingent presence".split()
)
#: What somebody agrees to after having been granted something.
YIELDED = frozenset("agree consent accept approve ratify sign join lift drop relent back support vote".split())
GRANTED = frozenset("assure promise guarantee receive obtain get secure win offer grant extract".split())
STRINGS = frozenset("string condition caveat proviso term restriction".split())
USES = frozenset("use fire launch aim strike employ deploy transfer sell attack hit shell target shoot".split())
#: Verbs of what comes with strings.
COMING_WITH = HANDING | frozenset("come offer release pay approve arrive attach pass adopt".split())
WORDS_GIVEN = frozenset("assurance promise guarantee pledge undertaking commitment".split())
PROMISING = frozenset("promise pledge undertake assure guarantee agree commit vow".split())


def find_hinges(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The conditions of a sentence that these phrases tell."""
    for token in sentence.tokens:
        if token.pos_ == "VERB":
            for rule in (_reached, _demands, _given_time, _not_to_use, _strings, _would_need, _must_include):
                yield from rule(scene, sentence, token)
        if token.pos_ in ("VERB", "AUX"):
            yield from _included(scene, sentence, token)
        elif token.lower_ == "only":
            yield from _only_with(scene, sentence, token)
        elif token.lower_ == "without":
            yield from _without(scene, sentence, token)
        elif token.lower_ in ESSENTIAL and token.dep_ in ("acomp", "attr"):
            yield from _essential(scene, sentence, token)


def whose_part(scene: Scene, sentence: Sentence, nouns: list[Token]) -> list[str]:
    """Whose part a phrase is: its owner or adjective, or who stands in it after "of", "by" or "from"."""
    owned = [s for n in nouns for s in scene.states(owners(scene, sentence, n)) if s in scene.pack.actor]
    givers = [h for n in nouns for h in (n, n.head) if h is n or h.lemma_ in GRANTED]  # "receiving permission from Washington"
    return owned or states_in(scene, sentence, [i for h in givers for i in after(h, "of", "by", "from")])


def _reached(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Has completed four of the seven steps", "all targets had been met", "failed to meet three deadlines", "met only 13 of 16"."""
    short = [t for c in verb.children if c.lower_ == "short" for t in after(c, "of")] if verb.lemma_ == "fall" else []
    if verb.lemma_ not in REACHING and verb.lemma_ != "miss" and not short:
        return
    if verb.lemma_ == "carry" and not any(c.lower_ == "out" for c in verb.children):
        return
    things = short or things_of(verb)
    if not things and (of := [t for t in after(verb, "of") if t.i < verb.i and t.lemma_.lower() in STEPS]):
        things = of  # "of the ten conditions it has met seven"
    if not any(_is_counted(sentence, t) for t in things):
        return
    mood = scene.mood(sentence, verb)
    if verb.dep_ in ("acl", "ccomp", "relcl") and verb.head.lemma_.lower() in LISTED:
        return  # "on condition that it completes four reforms"
    if bound := _is_bound(verb) and scene.beneficiary in states_in(scene, sentence, subjects(verb) or subjects(verb.head)):
        yield draft_condition(scene, sentence, verb, "stated", [scene.beneficiary], [], "reached")
    if bound or (
        mood.tense not in ("past", "perfect", "present", "infinitive")
        or mood.conditional
        or is_waited_for(verb)
        or (mood.tense == "infinitive" and not _is_failed(verb))
    ):
        return
    unmet = mood.negated or mood.awaited or any(are_few(t) for t in things) or bool(short) or verb.lemma_ in MISSING or _is_failed(verb)
    on = states_in(scene, sentence, agents(verb) if is_passive(verb) else subjects(verb)) or [scene.beneficiary]
    setters = [s for t in things for n in (t, *t.subtree) for v in children(n, "acl") for s in states_in(scene, sentence, agents(v))]
    if set(on) & {"RU", "BY"} or (scene.beneficiary not in on and not setters):
        return
    draft = draft_condition(scene, sentence, verb, "unmet" if unmet else "met", on, setters, "reached")
    draft.clause = verb.i
    yield draft


def _is_bound(verb: Token) -> bool:
    """ "Has to fulfil 153 indicators", "must meet all steps"."""
    above = verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need") and verb.head.tag_ in ("VBZ", "VBP")
    return above or any(c.lower_ == "must" for c in children(verb, "aux"))


def _is_counted(sentence: Sentence, thing: Token) -> bool:
    """ "Four of the seven steps", "13 of 16", "all targets", "three deadlines"."""
    parts = [thing, *after(thing, "of")]
    if thing.lower_ == "all":  # "all but one of its targets"
        parts += [i for t in thing.subtree for i in after(t, "of")]
    prior = any(c.lower_ in ("prior", "required", "agreed", "remaining") for t in parts for c in t.lefts)
    steps = any(t.lemma_.lower() in STEPS for t in parts)
    if prior and (steps or any(t.lemma_.lower() in ("action", "obligation") for t in parts)):
        return True
    bare = thing.pos_ == "NUM" and any(t.pos_ == "NUM" for t in after(thing, "of"))
    number = any(t.i in sentence.number_at or t.pos_ == "NUM" or t.lower_ in ("all", "most") for p in parts for t in (p, *p.lefts))
    return bare or (steps and number)


def _is_failed(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "fail"


def _demands(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Budapest set out eleven demands", "presented Kyiv with a list of demands": who names them sets the terms."""
    if verb.lemma_ not in LISTING:
        return
    things = [t for t in things_of(verb) for n in (t, *after(t, "of")) if n.lemma_.lower() in DEMANDS]
    if not things or scene.mood(sentence, verb).negated:
        return
    setters = states_in(scene, sentence, agents(verb) if is_passive(verb) else subjects(verb))
    given = [i for t in (verb, *things) for i in after(t, "to", "for", "on")]
    on = [s for s in states_in(scene, sentence, given) if s not in setters] or [s for s in [scene.beneficiary] if s not in setters]
    if on and setters:
        yield draft_condition(scene, sentence, verb, "stated", on, setters, "demands")


def _given_time(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Gave Moscow fifty days to agree", "set Putin a deadline of 8 August"."""
    times = [t for t in children(verb, "dobj", "npadvmod") if t.lemma_.lower() in TIMES] if verb.lemma_ in GIVING_TIME else []
    if not times or scene.mood(sentence, verb).negated:
        return
    setters = states_in(scene, sentence, subjects(verb))
    takers = [*children(verb, "dative"), *[i for t in (verb, *times) for i in after(t, "to", "for")]]
    between = [t for t in sentence.tokens[verb.i + 1 : times[0].i] if sentence.at.get(t.i)]
    on = [s for s in states_in(scene, sentence, takers) or states_in(scene, sentence, between) if s not in setters]
    if on and setters:
        yield draft_condition(scene, sentence, verb, "stated", on, setters, "deadline")


def _not_to_use(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Kyiv promised not to use the weapons against targets in Russia", "gave assurances that they would not be"."""
    yield from _used_only(scene, sentence, verb)
    words = [o for o in things_of(verb) if o.lemma_.lower() in WORDS_GIVEN] if verb.lemma_ in ("give", "offer", "provide", "make") else []
    if verb.lemma_ not in PROMISING and not words:
        return
    inside = [c for v in (verb, *words) for c in children(v, "xcomp", "ccomp", "acl")]
    inner = next((c for c in inside if c.lemma_ in USES and any(k.dep_ == "neg" for k in c.children)), None)
    on = states_in(scene, sentence, subjects(verb)) if inner is not None else []
    used = [*things_of(inner), *children(inner, "nsubjpass"), *after(inner, "with", "using")] if inner is not None else []
    goods = any(sentence.at.get(t.i) or t.lemma_.lower() in ("they", "it") for t in used)
    if scene.beneficiary in on and goods:
        yield draft_condition(scene, sentence, verb, "stated", on, [], "not to use")


def _used_only(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Berlin insists that its weapons not be used against Russia", "the use of the missiles is limited to Crimea"."""
    inner = next((c for c in children(verb, "ccomp") if c.lemma_ in USES and any(k.dep_ == "neg" for k in c.children)), None)
    if verb.lemma_ in ("insist", "demand", "stipulate", "require") and inner is not None and is_passive(inner):
        setters = [s for s in states_in(scene, sentence, subjects(verb)) if s != scene.beneficiary]
        arms = any(sentence.item_of(t) or t.lemma_.lower() in ARMS for t in children(inner, "nsubjpass"))
        if setters and arms:
            yield draft_condition(scene, sentence, verb, "stated", [scene.beneficiary], setters, "not to use")
    if verb.lemma_ in ("limit", "restrict", "confine") and is_passive(verb):
        uses = [t for t in children(verb, "nsubjpass") if t.lemma_.lower() in ("use", "employment", "deployment")]
        if any(sentence.item_of(i) or i.lemma_.lower() in ARMS for t in uses for i in after(t, "of")) and after(verb, "to"):
            yield draft_condition(scene, sentence, verb, "stated", [scene.beneficiary], [], "restricted")


def _strings(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Has attached strings to the rockets", "the money comes with conditions attached"."""
    tied = [t for t in (*children(verb, "dobj"), *after(verb, "with")) if t.lemma_.lower() in STRINGS]
    if not tied:
        return
    attached = verb.lemma_ == "attach" or any(c.lemma_ == "attach" for t in tied for c in t.children)
    denied = scene.mood(sentence, verb).negated or any(c.lower_ == "no" for t in tied for c in t.children)
    if denied or not (attached and _is_given(sentence, verb, tied)):
        return
    setters = [
        s for s in states_in(scene, sentence, subjects(verb)) or whose_part(scene, sentence, subjects(verb)) if s != scene.beneficiary
    ]
    spelt = [t for tie in tied for c in children(tie, "appos") for t in (c, *children(c, "conj"))]  # "a string: an American backstop"
    on = [s for s in whose_part(scene, sentence, spelt) if s not in setters]
    yield draft_condition(scene, sentence, verb, "stated", on or [scene.beneficiary], setters, "strings")


def _is_given(sentence: Sentence, verb: Token, tied: list[Token]) -> bool:
    """Whether what the strings hang on is something given: "attached strings to the rockets", not "a flag with strings attached"."""
    ties = [verb, *tied, *(c for t in tied for c in t.children if c.lemma_ == "attach")]
    spots = [n for t in ties for s in after(t, "to") for n in (s, *after(s, "of"))] if verb.lemma_ == "attach" else []
    spots += [n for t in ties[1:] for n in after(t, "to")]
    goods = [t for t in spots if t.i in sentence.amount_at or t.lemma_.lower() in PRIZES or sentence.item_of(t)]
    return verb.lemma_ in COMING_WITH and (bool(goods) or not spots)


def _only_with(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Would go only with an American backstop", "take effect only after a ceasefire"."""
    yield from _only_after_promise(scene, sentence, word)
    prep = next((t for t in sentence.tokens[word.i + 1 : word.i + 2] if t.lower_ in ONLY), None)
    if prep is None and word.dep_ == "advmod" and word.head.pos_ == "VERB" and word.i < word.head.i:  # "would only take effect after"
        prep = next((c for c in word.head.children if c.dep_ == "prep" and c.lower_ in ONLY), None)
    dues = [t for t in children(prep, "pobj") if t.lemma_.lower() in BACKING] if prep is not None else []
    got = [c for c in children(prep, "pcomp") if c.lemma_ in GRANTED] if prep is not None else []  # "only after receiving permission"
    dues = dues or [t for c in got for t in things_of(c) if t.lemma_.lower() in BACKING | CONSENT]
    dues = dues or _in_case_of(sentence, word)
    verb = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if not dues or verb is None or scene.mood(sentence, verb).tense == "past":
        return
    whose = states_in(scene, sentence, subjects(verb)) or whose_part(scene, sentence, subjects(verb))
    if len(whose) > 1:  # "the truce between the two will only begin after": whoever says so sets it
        whose = [s for who in (attribution(scene, sentence, word) or ([],))[0] if (s := scene.namer.state_of(who) or who)] or whose
    yield from hinge(scene, sentence, word, dues, whose, "only with")


def _in_case_of(sentence: Sentence, word: Token) -> list[Token]:
    """ "Only in the event of a ceasefire", "only in case of a settlement"."""
    cases = [t for t in sentence.tokens[word.i + 1 : word.i + 5] if t.lower_ in ("event", "case", "condition") and t.dep_ == "pobj"]
    return [t for case in cases for t in after(case, "of") if t.lemma_.lower() in BACKING]


def _would_need(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Any European force would need an American backstop", "a lasting deal requires security guarantees"."""
    if verb.lemma_ not in ("need", "require", "presuppose", "demand"):
        return
    mood = scene.mood(sentence, verb)
    dues = [t for t in things_of(verb) if t.lemma_.lower() in BACKING - CONSENT or (verb.lemma_ == "presuppose" and t.lemma_ in PEACES)]
    hinging = [t for t in subjects(verb) if t.lemma_.lower() in AIMS | {"membership", "accession", "referendum", "election"}]
    hinging += [t for t in subjects(verb) if verb.lemma_ == "presuppose" and t.lower_ in ("that", "this", "it", "which")]
    lasting = mood.tense in ("present", "future") or mood.modal in ("would", "must")
    if not dues or not hinging or not lasting or mood.negated:
        return
    yield from hinge(scene, sentence, verb, dues, whose_part(scene, sentence, hinging), "would need")


def _must_include(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Any agreement would have to include a halt to the alliance's enlargement", "a settlement must respect Ukraine's borders"."""
    if verb.lemma_ not in CONTAINING:
        return
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need") else verb
    due = above is not verb or any(c.lower_ in ("must", "should") and c.dep_ == "aux" for c in verb.children)
    deals = [t for t in subjects(verb) or subjects(above) if t.lemma_.lower() in DEALS]
    if not due or not deals or scene.mood(sentence, above).negated:
        return
    setters = [s for who in (attribution(scene, sentence, verb) or ([],))[0] if (s := scene.namer.state_of(who) or who)]
    parts = [t for thing in things_of(verb) for t in thing.subtree if sentence.at.get(t.i)]
    on = [s for s in states_in(scene, sentence, parts) if s not in setters and s in scene.pack.actor]
    if setters and (on or scene.beneficiary not in setters):
        yield draft_condition(scene, sentence, verb, "stated", on[:1] or [scene.beneficiary], setters, "must include")


def _included(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Moscow's demands include Ukraine's neutrality", "among the IMF's requirements are taxes"."""
    if verb.lemma_ not in ("include", "be", "consist", "comprise", "contain"):
        return
    inverted = [t for t in after(verb, "among") if t.i < verb.i] if verb.lemma_ == "be" else []
    terms = [t for t in (*subjects(verb), *inverted) if t.lemma_.lower() in LISTED and t.tag_ == "NNS"]
    wished = [t for t in children(verb, "attr") if t.lemma_.lower() in BACKING - CONSENT] if verb.lemma_ == "be" else []
    terms += [
        t for t in subjects(verb) if wished and t.lemma_.lower() in ("condition", "precondition", "requirement") and children(t, "poss")
    ]
    terms += [t for t in subjects(verb) if t.lemma_ == "price" and any(p.lemma_.lower() in PRIZES for p in after(t, "for", "of"))]
    if not terms:
        return
    wanted = [t for t in (*children(verb, "dobj", "attr"), *after(verb, "of")) if t.pos_ in ("NOUN", "PROPN") or t.tag_ == "VBG"]
    if not wanted:
        return
    setters = whose_part(scene, sentence, terms)
    on = [s for s in states_in(scene, sentence, [t for w in wanted for t in w.subtree if sentence.at.get(t.i)]) if s not in setters]
    if not on and any(t.lower_ in WEST for w in wanted for t in w.subtree):
        on = ["partners"]  # "his price for a truce was an end to Western supplies"
    if not on and any(t.lemma_.lower() in PEACES for t in wished) and "RU" not in setters:
        on = ["RU"]  # "Kyiv's condition for talks is a ceasefire"
    if setters and (on or scene.beneficiary not in setters):
        yield draft_condition(scene, sentence, verb, "stated", on[:1] or [scene.beneficiary], setters, "included")


def _only_after_promise(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Hungary had agreed only after being assured that it need not take part": what it had asked for was granted."""
    clause = next((t for t in sentence.tokens[word.i + 1 : word.i + 6] if t.lemma_ in GRANTED), None)
    verb = next((t for t in reversed(sentence.tokens[: word.i]) if t.pos_ == "VERB"), None)
    following = sentence.tokens[word.i + 1].lower_ if word.i + 1 < len(sentence.tokens) else ""
    if clause is None or verb is None or following not in ("after", "once", "when") or verb.lemma_ not in YIELDED:
        return
    setters = states_in(scene, sentence, subjects(verb))
    givers = [s for s in states_in(scene, sentence, [*agents(clause), *after(clause, "from", "by")]) if s not in setters]
    named = [n.id for m in sentence.mentions if m.start > word.idx for n in m.names if n.id in ("NATO", "EU")]
    if setters and scene.mood(sentence, verb).tense in ("past", "perfect"):
        yield draft_condition(scene, sentence, word, "met", givers or named[:1] or ["partners"], setters, "only after")


def _without(scene: Scene, sentence: Sentence, prep: Token) -> Iterator[Draft]:
    """ "Without American support the Europeans will not send troops", "there will be no troops", "are ready to, but not without it"."""
    dues = [t for t in children(prep, "pobj", "pcomp") if t.lemma_.lower() in BACKING]
    verb = next((a for a in prep.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if not dues or verb is None:
        return
    if prep.i > verb.i and any(c.dep_ == "neg" for c in prep.children):
        ready = [c for a in children(verb, "acomp") if a.lower_ in ("ready", "willing", "prepared") for c in children(a, "xcomp")]
        if any(v.lemma_ in DONE for v in (verb, *ready)):
            yield from hinge(scene, sentence, prep, dues, states_in(scene, sentence, subjects(verb)), "without")
        return
    none = verb.lemma_ == "be" and bool(children(verb, "expl")) and any(t.lemma_.lower() in AIMS for t in children(verb, "attr"))
    refused = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in ("refuse", "decline") and verb.lemma_ in DONE | BACKED
    if not (refused or (none and is_denied(verb)) or (verb.lemma_ in DONE and (scene.mood(sentence, verb).negated or is_denied(verb)))):
        return
    if (
        refused
        or scene.mood(sentence, verb).tense in ("future", "present")
        or scene.mood(sentence, verb).modal in ("can", "could", "would")
    ):
        doers = subjects(verb) or (subjects(verb.head) if refused else [])
        found = list(hinge(scene, sentence, prep, dues, states_in(scene, sentence, doers), "without"))
        others = [] if found or not refused else states_in(scene, sentence, doers)
        if others and scene.focus > FOCUS:  # "has refused to back the loan without guarantees": of those who want it backed
            found = [draft_condition(scene, sentence, prep, "stated", ["partners"], others, "without")]
        yield from found


def _essential(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "A US backstop was essential for any deployment of troops"."""
    verb = word.head
    dues = [t for t in subjects(verb) if t.lemma_.lower() in BACKING]
    aims = [t for a in (*after(word, "for", "to"), *after(verb, "for", "to")) for t in within(a) if t.lemma_.lower() in AIMS]
    if dues and aims and not scene.mood(sentence, verb).negated:
        yield from hinge(scene, sentence, word, dues, whose_part(scene, sentence, aims), "essential")


def hinge(scene: Scene, sentence: Sentence, word: Token, dues: list[Token], setters: list[str], rule: str) -> Iterator[Draft]:
    """The condition that others give or do what comes first."""
    whose = whose_part(scene, sentence, dues)
    on = [s for s in whose if s not in setters]
    if whose and not on and dues[0].lemma_.lower() in CONSENT:
        yield draft_condition(scene, sentence, word, "stated", whose, setters, "consent")  # "will go only under a mandate of the Bundestag"
        return
    if not on and dues[0].lemma_.lower() in PEACES:
        on = ["RU"]
    if not on and rule == "only with" and setters and scene.focus > FOCUS:
        on = ["partners"]  # "would take part only with a clear mandate"
    if on:
        yield draft_condition(scene, sentence, word, "stated", on, setters, rule)
