"""Finding proposals in what somebody demands, suggests or calls for: "demanded the release of", "suggested that talks be held"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, teller_of, things_of
from promissory.extraction.grammar.tree import after, children, main_clause, spread
from promissory.extraction.kinds.matters.addressing import BACK, CITIZENS, WORLD
from promissory.extraction.kinds.matters.asking import ask_for_others
from promissory.extraction.kinds.matters.wares import is_goods
from promissory.extraction.kinds.proposals.obliging import DEONTIC, MUSINGS, follows_condition
from promissory.extraction.kinds.proposals.pitching import TRUCES
from promissory.extraction.kinds.proposals.pleas import are_goods, urge
from promissory.extraction.kinds.proposals.straying import behind_setting, beside_torn, glued_before, is_bare_noun
from promissory.extraction.kinds.proposals.unnamed import behind_debate
from promissory.extraction.kinds.proposals.wishing import WISHES
from promissory.extraction.lexicon.events import EXCHANGES, GATHERINGS
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Auxiliaries under which nothing was urged.
UNURGED = frozenset("would could may might can will shall".split())
#: Verbs that urge though it is still to come ("will call on the allies to act").
PRESSES = frozenset("press urge push lobby".split())
#: Verbs by which one bids politely ("I would urge you to").
BIDDING = frozenset("ask urge suggest propose recommend advise encourage invite call appeal advocate".split())
#: What one may have without using it ("nobody has the right to tell Kyiv to give up").
RIGHTS = frozenset("right authority power chance opportunity mandate plan".split())
#: Verbs of asking for what one lacks.
PLEADS = frozenset("plead beg appeal ask call".split())
#: What may be suggested to be set up.
SCHEMES = frozenset("force mission fund tribunal loan coalition mechanism corridor peacekeeper zone buffer conference format".split())
#: What is done by those whose it is ("called for the withdrawal of Russian troops"; in a "recognition of" somebody nothing is).
DONE_BY = frozenset("withdrawal retreat surrender pullback pull-out pullout concession vote contribution involvement participation".split())
#: What who proposes it does itself: a gift, a purchase, a meeting.
OWN_ACTS = HANDING | frozenset(
    "put hold host buy purchase train pay meet convene allocate raise finance fund join organise organize contribute spend".split()
)
#: Verbs that only say that somebody urged, and wrongly ("accused the West of pressing Kyiv").
CHARGES = frozenset("accuse blame suspect deny".split())
#: Verbs that say something is so as often as that it should be.
CLAUSAL = frozenset(("suggest", "insist"))
#: Auxiliaries of what is so or may be.
INDICATIVE = frozenset("is are was were has have had do does did will would may might can could 's 're".split())
#: What one does who fills a post.
FILLING = frozenset("replace succeed head lead become serve run chair".split())


def is_urged(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb says that somebody urges: not denied, not under "could", no right to do so and no charge of it."""
    mood = scene.mood(sentence, verb)
    if verb.lemma_ == "invite" and is_passive(verb) and mood.modal in DEONTIC:
        return False  # "Ukraine should be invited to join" bids those who invite
    if verb.head.lemma_ == "continue" and verb.dep_ == "xcomp":
        return is_urged(scene, sentence, verb.head) or scene.mood(sentence, verb.head).modal in ("will", "would")
    if verb.dep_ == "acl" and verb.tag_ == "VB" and verb.head.lemma_ in RIGHTS:
        return False
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in CHARGES:
        return False
    if children(verb, "csubj") or (verb.lemma_ == "call" and any(c.lower_ == "out" for c in children(verb, "prt"))):
        return False  # "joining would push them to act", "called out Moscow for breaking it"
    bids = verb.lemma_ in PRESSES or any(c.tag_ == "VB" for c in children(verb, "xcomp", "ccomp", "advcl"))
    if mood.modal == "would" and verb.lemma_ in BIDDING and not mood.negated and [t.lower_ for t in subjects(verb)] in (["i"], ["we"]):
        return True  # "I would ask Denmark to tell you"
    planned = mood.modal == "will" and bids and not mood.conditional  # "will press for a decision in Brussels"
    return (
        not mood.negated
        and (mood.modal not in UNURGED or planned or teller_of(verb) is not None)
        and (not mood.conditional or (follows_condition(verb) and bool(children(verb, "nsubj"))))
    )


def from_demanding(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X proposed that Y act", "X called for Y to act", "X demanded an end to …"."""
    if verb.lemma_ == "move" and not any(m.lower_ == "that" for c in children(verb, "ccomp") for m in c.children):
        return None  # "moved its share ahead of schedule", not "moved that the programme be frozen"
    if verb.lemma_ == "warn" and not any(t.tag_ == "VBG" and t.lemma_ not in MUSINGS | {"read"} for t in after(verb, "against")):
        return None  # "warned against high hopes"
    if not is_urged(scene, sentence, verb) or any(t.lemma_.lower() == "question" for t in [*subjects(verb), *things_of(verb)]):
        return None  # not "tabled a question"
    clauses = [c for c in children(verb, "ccomp", "xcomp", "advcl") if c.i > verb.i and (c.pos_ in ("VERB", "AUX") or is_bare_noun(c))]
    clauses = [c for c in clauses if not (c.dep_ == "advcl" and c.tag_ == "VBG" and c.left_edge.i and c.left_edge.nbor(-1).text == ",")]
    clauses += _infinitives(verb)
    clauses = [c for c in clauses if c.dep_ != "advcl" or not any(m.dep_ == "mark" and m.lower_ not in ("that", "for") for m in c.children)]
    clauses = clauses or ([] if things_of(verb) else behind_setting(verb)) or beside_torn(verb) or behind_debate(verb)
    wished = [c for c in clauses if _is_wished(c)]
    favoured = after(verb, "of") if verb.lemma_ in ("come", "speak") else []  # "came out in favour of a truce"
    wished += [t for t in favoured if t.tag_ == "VBG"]
    things = [
        t for t in [*things_of(verb), *after(verb, "for", "against", "on"), *favoured] if t.i not in {c.i for c in (*clauses, *wished)}
    ]
    if not wished and (not things or (verb.lemma_ in CLAUSAL and not after(verb, "on") and not _are_acts(things))):
        return None
    doers = spread(s for c in wished for s in (children(c, "nsubj") or agents(c) or glued_before(sentence, c)))
    passive = any(children(c, "nsubjpass") for c in wished)
    own = (
        wished
        and not doers
        and not passive
        and not things
        and not after(verb, "to")  # "recommended to the Council to release the money"
        and any(c.lower_ == "to" and c.dep_ == "aux" for w in wished for c in w.children)
    )
    if (are_goods(sentence, things) and not wished) or (own and (verb.lemma_ != "propose" or any(w.lemma_ in OWN_ACTS for w in wished))):
        return None
    if not doers and any(t.i in sentence.amount_at for t in things):
        return None  # "appealed for 3 billion to help those displaced": a need
    needed = verb.lemma_ == "request" and any(are_goods(sentence, things_of(w)) for w in wished)
    if needed and not ask_for_others(scene, sentence, verb, doers or things):
        return None  # a need
    pleads = verb.lemma_ in PLEADS and not wished and is_goods(sentence, things)
    asking = scene.states(scene.named(sentence, actors_of(verb))) if pleads else []
    if pleads and (scene.beneficiary in asking or not asking):
        return None  # "Kyiv's mayor pleaded for repair brigades": a need
    if not wished and all(_is_no_idea(sentence, t) for t in things):
        return None
    if not wished and any(t.pos_ == "PROPN" and t.nbor().lower_ in ("as", "for") for t in things if t.i + 1 < len(t.doc)):
        return None  # "proposed Iryna Mudra as deputy head"
    if verb.lemma_ in ("propose", "nominate", "suggest") and _is_for_post(scene, sentence, verb, wished):
        return None
    if wished and all(c.lemma_ in MUSINGS and [s.lower_ for s in children(c, "nsubj")] == ["we"] for c in wished):
        return None  # "I suggest we wait and see"
    peers = [d for d in doers if d.lemma_.lower() in WORLD | CITIZENS and d.tag_ == "NNS"]
    asked = after(verb, "of") if verb.lemma_ in ("demand", "request") else []  # "demanded of Berlin that it act"
    if doers and all(d.lower_ in ("it", "they") for d in doers):
        asked = asked or after(verb, "to")  # "has suggested to Kyiv that it give up the region"
    told = asked or actors_in(scene, sentence, doers) or peers or after(verb, "to", "from") or actors_in(scene, sentence, things)
    told = told or actors_in(scene, sentence, [o for t in things if t.lemma_.lower() in WISHES | BACK for o in after(t, "by")])
    told = told or actors_in(
        scene, sentence, [o for t in things if t.lemma_.lower() in DONE_BY for o in after(t, "of") or after(t, "from")]
    )
    told = told or actors_in(scene, sentence, [o for t in things for o in spread(after(t, "between"))])  # "a truce between the two"
    sittings = [t for t in things if t.lemma_.lower() in GATHERINGS | EXCHANGES]  # "a session of the Council", "talks with Y"
    told = told or actors_in(scene, sentence, [o for t in sittings for o in after(t, "of") or after(t, "with")])
    told = told or _behind_that(sentence, wished) or doers
    by = actors_of(verb) if verb.pos_ != "NOUN" or verb.head.i == verb.i else subjects(main_clause(verb))
    by = by or (spread(children(verb, "nmod")) if verb.pos_ == "NOUN" else [])
    return urge(scene, sentence, verb, by, told, "demand")


def _behind_that(sentence: Sentence, wished: list[Token]) -> list[Token]:
    """ "Recommends that the Ministry of Defence place contracts": the name behind "that", where the parser takes the verb for a noun."""
    marks = [m for c in wished if not is_passive(c) for m in children(c, "mark") if m.lower_ == "that"]
    first = next((t for m in marks for t in sentence.tokens[m.i + 1 : m.i + 3] if t.pos_ in ("PROPN", "NOUN")), None)
    mention = sentence.at.get(first.i) if first is not None else None
    head = sentence.head_of(mention) if mention is not None and mention.id_of("actor", "metonym") else None
    return [head] if head is not None else []


def _is_for_post(scene: Scene, sentence: Sentence, verb: Token, wished: list[Token]) -> bool:
    """ "Proposed him to replace Reznikov", "proposed Mudra to head the office": somebody is put up for a post."""
    filling = bool(wished) and all(c.lemma_ in FILLING and any(k.lower_ == "to" for k in children(c, "aux")) for c in wished)
    put_up = [*children(verb, "dobj"), *(s for c in wished for s in children(c, "nsubj"))]
    return filling and any(t.lower_ in ("him", "her") or any(w.person for w in scene.named(sentence, [t])) for t in put_up)


def _is_no_idea(sentence: Sentence, thing: Token) -> bool:
    """Whether what is proposed is a person for a post, or only pointed at ("it was they who proposed it")."""
    mention = sentence.at.get(thing.i)
    return thing.pos_ == "PRON" or bool(mention and mention.id_of("person", "surname"))


def _are_acts(things: list[Token]) -> bool:
    """Whether what is suggested is something to be done ("suggested a ceasefire", not "suggested a link")."""
    return any(t.lemma_.lower() in WISHES | TRUCES | SCHEMES for t in things)


def _infinitives(verb: Token) -> list[Token]:
    """The infinitives after "for" ("called for missiles to be sent")."""
    return [
        c
        for prep in children(verb, "prep")
        if prep.lower_ == "for"
        for c in prep.subtree
        if c.tag_ in ("VB", "VBN") and c.dep_ in ("pcomp", "acl", "advcl", "relcl")
    ]


def _is_wished(clause: Token) -> bool:
    """Whether a clause says what ought to be: "should", a bare subjunctive, an infinitive or a gerund."""
    words = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    if words & DEONTIC or "be" in words:
        return not words & INDICATIVE
    if is_bare_noun(clause):
        return True
    if clause.tag_ == "VBD" and not words and (clause.lower_ == clause.lemma_ or clause.lower_ == "lay"):  # "that the EU set up a tribunal"
        return True
    return clause.tag_ in ("VB", "VBG", "VBP") and not words & INDICATIVE


def actors_in(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if scene.namer.name(sentence, t)]
