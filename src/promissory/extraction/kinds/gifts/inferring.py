"""Who gives, where the clause does not say: who decides, who speaks, who is named beside it, who gave last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, clause, within
from promissory.extraction.kinds.gifts.countries import of_the_country, states_for
from promissory.extraction.kinds.gifts.gathered import of_summit
from promissory.extraction.kinds.gifts.lenders import acting_for, lending
from promissory.extraction.kinds.matters.antecedents import is_told_just_before
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.lexicon.callings import BLOCS
from promissory.extraction.lexicon.events import GATHERINGS, GREAT, TALKS
from promissory.extraction.lexicon.goods import GIFTS
from promissory.extraction.lexicon.sayers import NEWS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.backing import PARTNERS
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.telling import attribution
from promissory.extraction.text.gazetteer import Mention

if TYPE_CHECKING:
    from promissory.extraction.kinds.gifts.reading import Gift
    from promissory.extraction.words import Token

#: Prepositions of those whom something is for, and of those who pass it on.
PLACING = frozenset(("for", "to", "into", "against", "towards", "toward", "through", "via"))
FUNDING = frozenset("pay finance fund bankroll cover sponsor donate".split())
#: What somebody resolves on or announces.
RESOLUTIONS = frozenset(
    "approval decision announcement adoption vote endorsement pledge promise commitment plan intention offer move readiness willingness "
    "passage authorisation authorization allocation provision delivery transfer disbursement release donation resolve determination".split()
)
CLAUSES = ("ROOT", "conj", "ccomp", "advcl")
MAKING = frozenset("develop design build produce make manufacture".split())
#: Many who give together.
COLLECTIVES = frozenset(
    "coalition country nation state donor backer supporter contributor participant capital government "
    "neighbour neighbor lender creditor signatory".split()
)
#: What many give to together, who they are, and what comes together there.
POOLS = frozenset("coalition initiative fund scheme consortium group".split())
PARTAKERS = frozenset("member participant donor contributor country state".split())
COLLECTED = frozenset("contribution pledge donation support".split())
SHARES = frozenset("all most many some both half".split())
#: How many sentences before a gift its group is told of at most.
NEAR = 2
#: Whom a bloc is made up of.
MEMBERS = frozenset("leader member state government capital minister country ally partner head lawmaker ambassador parliament".split())
#: What counts the gifts of many.
TALLIES = frozenset("tracker database dataset tally index".split())
JOINED = frozenset("coalition west europe community consortium conference summit".split())
#: Reasons that lean on what was told before.
LAST_SPOKEN_OF, IN_PARAGRAPH = "the donor last spoken of", "the only one named in the paragraph"
#: What a state is said to be among others.
AMONG = frozenset("one member some part founder host".split())
LOOSE = frozenset((LAST_SPOKEN_OF, IN_PARAGRAPH))
#: So many paragraphs after a gift, its donor is no longer whom an unnamed one is.
FAR = 2
#: Money that is no sign of who gives.
COMMON = frozenset(("USD", "EUR", "UAH", "RUB"))
#: What stands for those of a number that were not told yet.
LEFT = frozenset(("rest", "remainder", "others", "more", "another"))
#: Verbs of money that comes together, and where it does.
COLLECTING = frozenset("raise collect gather pledge promise mobilise mobilize".split())
ASSEMBLIES = GREAT | frozenset("event marathon fundraiser gala".split())
#: What goods are called that somebody gives, and the way on which they come.
GIVEN = GIFTS | frozenset("gift present courtesy".split())
#: What those who are only counted do.
UNDERTAKING = frozenset("pledge promise offer approve".split())
TEACHING = frozenset("train instruct teach school".split())
WAYS_HERE = frozenset("way route road".split())
GATHERED = GATHERINGS | TALKS
WAYS = frozenset("model example approach style way".split())
#: Whose nation gives nothing of what they tell.
TELLERS = NEWS | {"media", "press", "agency", "analyst", "journalist", "expert", "magazine"}
#: What its subject does to what is given.
OWN_DEEDS = frozenset(("give", "pledge", "offer"))
TIMING = frozenset(("after", "before", "as", "while", "since", "when", "until", "although", "though", "whereas"))
NAMES = ("actor", "adjective", "demonym", "metonym", "person", "surname")


def infer_donor(scene: Scene, gift: Gift) -> None:
    """Fill in the giver from the nearest that may be one, with the reason; left empty where there is none."""
    if gift.frame.pos == "VERB" and any(_is_unknown(scene, gift, t) for t in _doers(gift)):
        return  # "donated by the city of Linz", "Barcelona will send twelve buses": somebody else, whoever gave last
    for found, reason in _candidates(scene, gift):
        if reason in LOOSE and _is_from_stranger(gift):
            continue
        if found:
            gift.donors, gift.inferred_donor = found, reason
            return


def _doers(gift: Gift) -> list[Token]:
    """Who is said to give: the agent of a passive, the subject of a verb of giving where it is a name."""
    if is_passive(gift.trigger):
        return agents(gift.trigger)
    return [t for t in subjects(gift.trigger) if t.tag_ == "NNP"] if gift.frame.role in OWN_DEEDS else []


def _is_from_stranger(gift: Gift) -> bool:
    """ "Transformers from Litgrid have arrived": from somebody the pack does not know, so from nobody who gave before."""
    words = [gift.trigger, *gift.words]
    sources = [t for word in words for t in after(word, "from") if t.pos_ == "PROPN"]
    return any(t.i not in gift.sentence.at and t.i not in gift.sentence.date_at for t in sources)


def _is_unknown(scene: Scene, gift: Gift, agent: Token) -> bool:
    """Whether somebody who acts is one that no name or state stands for."""
    mention = gift.sentence.at.get(agent.i)
    goods = mention is not None and mention.id_of("item") is not None
    dated = agent.i in gift.sentence.date_at  # "by the end of the year"
    many = agent.lemma_.lower() in COLLECTIVES | JOINED
    return agent.tag_ in ("NN", "NNP") and not (goods or dated or many) and not scene.named(gift.sentence, [agent])


def may_give(scene: Scene, who: Referent) -> bool:
    """Whether somebody stands for a known actor that may give to the receiver."""
    state = scene.namer.state_of(who.id) or who.id
    return not who.vague and state not in ADVERSARIES and state != scene.beneficiary and state in scene.pack.actor


def _candidates(scene: Scene, gift: Gift) -> Iterator[tuple[list[Referent], str]]:
    yield _at_hand(scene, gift), "whose the goods are said to be"
    yield of_the_country(scene, gift), "whom the text calls the country"
    yield _counted_out(scene, gift), "who gave those of which some are counted"
    yield _resolved(scene, gift), "whose decision it is"
    yield _deciding(scene, gift), "who decides on it"
    yield _leading(scene, gift), "who leads the list"
    yield _of_bloc(scene, gift), "the bloc named before, whose members they are"
    yield _collective(scene, gift), "a group that is not named"
    yield _pooled(scene, gift), "those who give together"
    yield _met(gift), "those who met where it was raised"
    yield of_summit(scene, gift), "the bloc whose summit the text tells of"
    said = attribution(scene, gift.sentence, gift.trigger)
    yield states_for(scene, said[0] if said else []) or acting_for(scene, said[0] if said else []), "the state of the speaker"
    yield _paying(scene, gift), "who pays for it"
    yield _through(scene, gift), "whose scheme it came through"
    yield _agreed(scene, gift), "those met last, with whom it was agreed"
    yield _chamber(scene, gift), "the chamber that votes on it"
    yield states_for(scene, _subject(scene, gift)), "the subject of the sentence"
    yield _minting(scene, gift), "whose money it is"
    yield lending(scene, gift), "the lender spoken of"
    beside = states_for(
        scene,
        [
            i
            for m in gift.sentence.mentions
            if (i := m.id_of(*NAMES)) and not (is_told_of(gift.sentence, m) or _acts_elsewhere(gift, m) or _is_aside(gift, m))
        ],
    )
    yield beside if len(beside) == 1 and not _is_venue(gift, beside) and not scene.is_note else [], "the only one named beside it"
    yield _framed(scene, gift), "whose fund or scheme it comes from"
    yield _in_paragraph(scene, gift), IN_PARAGRAPH
    last = scene.discourse.state
    yield [Referent(last, inferred=True)] if last else [], LAST_SPOKEN_OF
    yield states_for(scene, [scene.discourse.home] if scene.discourse.home else []), "whose office publishes it"
    yield states_for(scene, [scene.discourse.land] if scene.discourse.land else []), "whose paper tells it"
    author = scene.discourse.author if scene.discourse.says_i else None
    yield states_for(scene, [author] if author else []), "whoever speaks in the text"


def _at_hand(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Took receipt of ten Norwegian tanks", "ten tanks, a gift from Norway", "courtesy of Norway": named beside goods that come."""
    verb = gift.trigger
    if verb.lemma_ in TEACHING and is_passive(verb) and not agents(verb):  # "have been trained in Norway"
        return states_for(scene, [who.id for who in scene.named(gift.sentence, after(verb, "in"))])
    if gift.frame.role not in ("arrive", "receive", "due", "transit"):
        return []
    top = clause(gift.trigger).i
    here = [t for t in gift.sentence.tokens if t.dep_ not in ("relcl", "acl") and clause(t).i == top]
    goods = [t for t in here if gift.sentence.item_of(t)]
    given = [t for t in here if t.lower_ in GIVEN]
    sources = [w for t in given for w in after(t, "from", "of")] + [w for t in here if t.lower_ in WAYS_HERE for w in after(t, "from")]
    named = scene.named(gift.sentence, sources) or [who for t in goods for who in owners(scene, gift.sentence, t)]
    return states_for(scene, [who.id for who in named])


def _paying(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Received howitzers made by a Slovak firm and paid for by Norway": who pays, wherever the parser hung it."""
    paid = [t for t in gift.sentence.tokens if t.i > gift.trigger.i and t.tag_ in ("VBN", "VBD") and t.lemma_ in FUNDING]
    return states_for(scene, [who.id for verb in paid for who in scene.named(gift.sentence, agents(verb))])


def _in_paragraph(scene: Scene, gift: Gift) -> list[Referent]:
    """The only one that may give and is named before in the paragraph of a gift, where no paragraph near it tells of a donor."""
    if gift.sentence.block_number - scene.discourse.stated < FAR:
        return []
    before = [s for s in scene.sentences[: gift.sentence.number] if s.block_number == gift.sentence.block_number]
    named = [i for s in before for m in s.mentions if not is_told_of(s, m) and (i := m.id_of(*NAMES))]
    states, bodies = states_for(scene, named), {scene.namer.state_of(i) or i for i in named}
    alone = len(states) == 1 and not any(scene.pack.actor[b].type == "organisation" for b in bodies if b in scene.pack.actor)
    return states if alone and scene.discourse.state not in bodies else []


def _leading(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Our country has also decided to: - set aside 60 million": who acts in the sentence that a list of infinitives goes on with."""
    if not gift.sentence.block.bullet or gift.trigger.tag_ != "VB" or subjects(gift.trigger):
        return []
    before = next((s for s in reversed(scene.sentences[: gift.sentence.number]) if not s.block.bullet), None)
    if before is None or not before.text.rstrip().endswith(":"):
        return []
    root = next(t for t in before.tokens if t.head.i == t.i)
    last = scene.discourse.state
    return states_for(scene, [who.id for who in scene.named(before, subjects(root))]) or ([Referent(last, inferred=True)] if last else [])


def _counted_out(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Of the 49 tanks that Oslo sold, 30 have been handed over, Berlin confirmed": a bare number counts what was given before."""
    whole = scene.lead_gift
    told = things_of(gift.trigger) or subjects(gift.trigger)
    bare = bool(told) and all(t.i in gift.sentence.number_at or t.lower_ in LEFT for t in told)
    if not bare or not is_told_just_before(scene, gift.sentence) or gift.sentence.amounts:
        return []
    return states_for(scene, [who.id for who in getattr(whole, "donors", ())])


def _of_bloc(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Without EU money it would collapse. Its leaders agreed on a loan": the bloc named last."""
    ours = [t for t in actors_of(gift.trigger) if t.lemma_.lower() in MEMBERS and any(c.lower_ == "its" for c in t.children)]
    before = [m for s in scene.sentences[max(0, gift.sentence.number - 2) : gift.sentence.number + 1] for m in s.mentions]
    named = [i for m in before if m.start < gift.sentence.start + gift.trigger.idx and (i := m.id_of("actor", "adjective", "metonym"))]
    blocs = [i for i in named if i in scene.pack.actor and scene.pack.actor[i].type == "bloc"]
    return states_for(scene, blocs[-1:]) if ours else []


def _agreed(scene: Scene, gift: Gift) -> list[Referent]:
    """ "I spoke with the Prime Minister of Norway. We agreed on funding": the other side of the meeting told last."""
    verbs = [v for v in (gift.trigger, *gift.trigger.ancestors) if v.pos_ == "VERB" and v.lemma_ in ("agree", "discuss", "arrange")]
    if not any(t.lower_ == "we" for verb in verbs for t in subjects(verb)):
        return []
    return states_for(scene, list(scene.discourse.together))


def _acts_elsewhere(gift: Gift, mention: Mention) -> bool:
    """Whether a name is the subject of a clause of time ("have arrived, a year after Washington cleared the way")."""
    head = gift.sentence.head_of(mention)
    if gift.frame.role not in ("arrive", "receive") or head is None or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = head.head
    timed = verb.dep_ == "advcl" and any(c.dep_ in ("mark", "prep", "advmod") and c.lower_ in TIMING for c in verb.children)
    return timed and verb.i != gift.trigger.i and verb.i not in {a.i for a in gift.trigger.ancestors}


def counted_in(sentences: Iterable[Sentence]) -> set[str]:
    """The currencies in which sentences count, those of mere conversions aside."""
    return {a.currency for s in sentences for a in s.amounts if a.currency and not a.converted}


def _minting(scene: Scene, gift: Gift) -> list[Referent]:
    """The only state in whose money a sentence counts ("SEK 1 billion is earmarked"): euros and dollars are many givers'."""
    counted = counted_in([gift.sentence])
    return states_for(scene, [code[:2] for code in counted]) if len(counted) == 1 and not counted & COMMON else []


def _is_aside(gift: Gift, mention: Mention) -> bool:
    """Whether a name stands in a clause on some noun, or names the way things are done ("under the Danish model")."""
    head = gift.sentence.head_of(mention)
    if head is None:
        return False
    if head.dep_ in ("amod", "compound") and head.head.lemma_.lower() in WAYS | TELLERS:
        return True
    if head.dep_ in ("compound", "nmod") and head.head.lemma_.lower() in GATHERED:  # "at the Vilnius talks"
        return mention.id_of("metonym") is not None
    inside = {gift.trigger.i, *(a.i for a in gift.trigger.ancestors)}
    if any(a.dep_ == "appos" and a.head.dep_ in ("nsubj", "nsubjpass") and a.lemma_ in AMONG for a in head.ancestors):
        return True  # "the country, one of the poorer members of NATO"
    if head.i + 2 < len(head.doc) and head.nbor().text in ("-", "‑") and head.nbor(2).lower_ == "led":
        return True  # "as part of a Czech-led scheme"
    return any(a.dep_ == "relcl" and a.i not in inside for a in head.ancestors)


def _is_venue(gift: Gift, beside: list[Referent]) -> bool:
    """Whether a capital is only where many have met ("members agreed at The Hague", "meeting in Oslo, the four ministers put up")."""
    many = [t for t in actors_of(gift.trigger) if (t.tag_ in ("NNS", "NNPS") or t.lower_ in BLOCS) and t.i not in gift.sentence.at]
    named = [
        m for m in gift.sentence.mentions if m.id_of("metonym") == beside[0].id or (m.id_of("actor") == beside[0].id and m.id_of("place"))
    ]
    at = [h for m in named if (h := gift.sentence.head_of(m)) is not None]
    return bool(many) and bool(at) and all(h.dep_ == "pobj" and h.head.lower_ in ("in", "at") for h in at)


def _chamber(scene: Scene, gift: Gift) -> list[Referent]:
    """ "House passes $61bn", "the Senate approved": those of the one country whose houses are named so without it."""
    acting = [t for t in actors_of(gift.trigger) if t.text in ("House", "Senate", "Congress") and not scene.named(gift.sentence, [t])]
    others = {i for m in gift.sentence.mentions if (i := m.id_of("actor", "adjective", "demonym", "metonym")) and i != scene.beneficiary}
    return states_for(scene, ["US"]) if acting and not others else []


def _framed(scene: Scene, gift: Gift) -> list[Referent]:
    """The body behind the only fund or scheme that the sentence names ("under the Ukraine Security Assistance Initiative")."""
    named = [m for m in gift.sentence.mentions if not is_told_of(gift.sentence, m) and not is_trust(gift.sentence, m)]
    frames = {ident for m in named if (ident := m.id_of("framework"))}
    bodies = [f.body for f in scene.pack.frameworks if f.id in frames]
    return states_for(scene, [body for body in bodies if body]) if len(frames) == 1 else []


def is_trust(sentence: Sentence, mention: Mention) -> bool:
    """Whether a fund holds what others pay in ("through the Alliance's assistance package trust fund"), so that its body gives nothing."""
    head = sentence.head_of(mention)
    return head is not None and any(t.lower_ == "trust" for t in (head, head.head, *head.children, *head.head.children))


def _collective(scene: Scene, gift: Gift) -> list[Referent]:
    """Those met last of whom "the two countries" speaks; supporters at large where many give unnamed ("the coalition", "26 countries")."""
    heads = [t for t in actors_of(gift.trigger) if t.pos_ in ("NOUN", "PROPN") and not scene.named(gift.sentence, [t])]
    if any(c.text.lower() in ("27", "twenty-seven") for t in heads for c in t.children):
        return states_for(scene, ["EU"])
    many = [t for t in heads if t.lemma_.lower() in COLLECTIVES and t.tag_ in ("NNS", "NNPS")]
    if any(c.lower_ in ("the", "both", "these") for t in many for c in t.children):
        last = scene.discourse.last_subject(gift.sentence.number, gift.trigger.i, person=None)
        if several := states_for(scene, [who.id for who in last]):
            return several
    some = [t for t in actors_of(gift.trigger) if t.pos_ == "NUM" and t.i not in gift.sentence.amount_at and gift.frame.role in UNDERTAKING]
    many = many or some  # "of 40 donors, only 20 have pledged more"
    counting = any(t.lemma_.lower() in TALLIES for t in subjects(clause(gift.trigger)))  # "the tracker records commitments of 84 billion"
    if many or counting or any(t.lemma_.lower() in JOINED for t in heads):
        return [Referent(PARTNERS, vague=True, inferred=True)]
    return []


def _pooled(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Its members have given 30 million", "all of them have pledged", "contributions total 30 million": those of a group told of."""
    near = scene.sentences[max(0, gift.sentence.number - NEAR) : gift.sentence.number + 1]
    words = [t for s in near for t in s.tokens if s is not gift.sentence or t.i < gift.trigger.i]
    groups = {t.lemma_.lower() for t in words} & POOLS
    acting = actors_of(gift.trigger)
    members = any(t.lemma_.lower() in PARTAKERS and t.tag_ == "NNS" for t in acting)
    counted = any(t.lemma_.lower() in COLLECTIVES and t.tag_ == "NNS" for t in words)
    all_of = counted and any(g.lower_ in ("them", "these", "those") for t in acting if t.lower_ in SHARES for g in after(t, "of"))
    sums = [t for t in acting if t.lemma_.lower() in COLLECTED and not any(c.dep_ in ("poss", "amod", "compound") for c in t.lefts)]
    shared = groups and (members or any(not after(t, "of", "from", "by") for t in sums))
    return [Referent(PARTNERS, vague=True, inferred=True)] if shared or all_of else []


def _met(gift: Gift) -> list[Referent]:
    """ "At a donors' conference 3 billion was raised", "the conference, at which 1.5 billion was pledged": by those who met there."""
    verb = next((t for t in (gift.trigger, *gift.trigger.ancestors) if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in COLLECTING:
        return []
    places = [*after(verb, "at", "during", "in"), *subjects(verb), *([verb.head] if verb.dep_ == "relcl" else [])]
    met = any(t.lemma_.lower() in ASSEMBLIES for t in places)
    acting = agents(verb) if is_passive(verb) else [t for t in subjects(verb) if t.lemma_.lower() not in ASSEMBLIES]
    return [Referent(PARTNERS, vague=True, inferred=True)] if met and not acting else []


def _through(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Have reached Ukraine through the EU's civil protection mechanism": whose fund or scheme brought it."""
    if gift.frame.role not in ("arrive", "receive"):
        return []
    heads = after(gift.trigger, "through", "via", "from", "under")
    named = {i for t in heads for w in within(t) if (m := gift.sentence.at.get(w.i)) and (i := m.id_of("framework"))}
    bodies = [f.body for f in scene.pack.frameworks if f.id in named and f.body]
    return states_for(scene, bodies or [who.id for t in heads for who in owners(scene, gift.sentence, t)])


def is_told_of(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands for those whom something is for ("€8 million for Moldova"), so that it gives nothing."""
    head = sentence.head_of(mention)
    while head is not None and head.dep_ in ("conj", "appos", "compound", "amod", "poss", "nmod") and head.head.i != head.i:
        head = head.head
    if head is None or head.dep_ != "pobj":
        return False
    if head.head.lower_ == "with" and head.head.head.lemma_ in MAKING:  # "developed jointly with Denmark"
        return True
    if head.head.lower_ != "in":
        return head.head.lower_ in PLACING
    above = [a for a in head.ancestors if a.dep_ in ("pobj", "pcomp") and a.i < head.i]  # "for projects in Moldova"
    return any(a.head.lower_ in PLACING for a in above[:2])


def _resolved(scene: Scene, gift: Gift) -> list[Referent]:
    """ "Welcome the EU's approval of 50 billion", "hailed the decision by Oslo to double its aid": whose the noun above is."""
    for noun in takewhile(lambda a: a.pos_ not in ("VERB", "AUX") or a.dep_ not in CLAUSES, gift.trigger.ancestors):
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in RESOLUTIONS:
            who = [*owners(scene, gift.sentence, noun), *scene.named(gift.sentence, after(noun, "by"))]
            if resolved := states_for(scene, [w.id for w in who]):
                return resolved
    return []


def _deciding(scene: Scene, gift: Gift) -> list[Referent]:
    """Who considers, promises or plans it, in a clause above."""
    for verb in (a for a in gift.trigger.ancestors if a.pos_ == "VERB"):
        deciding = [w for w in scene.named(gift.sentence, subjects(verb)) if may_give(scene, w)]
        if deciding and {"consider", "promise", "plan"} & {*classes_of(verb)}:
            return deciding
    return []


def _subject(scene: Scene, gift: Gift) -> list[str]:
    """The nearest subject before the gift in its sentence that may give."""
    for number, index, who in reversed(scene.discourse.subjects):
        if number < gift.sentence.number:
            break
        if number == gift.sentence.number and index < gift.trigger.i and len(who) == 1 and may_give(scene, who[0]):
            return [who[0].id]
    return []
