"""Finding needs: who needs, lacks or asks for what, and from whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.mood import Mood
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, clause, within
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.matters.addressing import WORLD
from promissory.extraction.kinds.matters.antecedents import goods_by_name
from promissory.extraction.kinds.matters.asking import are_others, is_question
from promissory.extraction.kinds.matters.straits import PUTTING, UNDER, Lack
from promissory.extraction.kinds.matters.wares import is_goods, names_wares
from promissory.extraction.kinds.needs.asked import answers
from promissory.extraction.kinds.needs.bereft import bereft
from promissory.extraction.kinds.needs.dearths import dearths
from promissory.extraction.kinds.needs.lacking import lacks
from promissory.extraction.kinds.needs.neediness import (
    are_elsewhere,
    are_helpers,
    are_speakers,
    asks_for_penalties,
    asks_to_carry_out,
    concerns_receiver,
    helped_one,
    is_of_adversary,
    names_receiver,
    owner_of_need,
    shields_among,
    short_elsewhere,
)
from promissory.extraction.kinds.needs.numbering import counted_whole
from promissory.extraction.kinds.needs.plain import (
    are_things,
    is_for_nothing,
    is_left_without,
    is_needy,
    is_plain_noun,
    is_plain_want,
    needing,
)
from promissory.extraction.kinds.needs.pooling import pool
from promissory.extraction.kinds.needs.scanty import scanty
from promissory.extraction.kinds.needs.wanting import (
    asked_by,
    askers,
    called_for,
    is_demanded,
    is_dwindling,
    is_met,
    is_of_manner,
    is_the_said,
    is_to_be_had,
    is_to_give,
    is_unmet,
    lacked,
    said_of,
    taken_up,
    takes_up,
    takes_votes,
    wanted,
)
from promissory.extraction.kinds.needs.wanting_in_passing import in_passing
from promissory.extraction.kinds.needs.wordings import TELLING, wordings
from promissory.extraction.lexicon.goods import AID
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import amounts_in, date_near, fill_amount, fill_attribution, fill_items, fill_topics, goods_in
from promissory.model import ItemCount
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What those who want to do it do themselves.
OWN_WORK = frozenset("produce make build manufacture assemble develop design sell export".split())
URGENT = frozenset(
    "urgent urgently immediate immediately desperate desperately critical critically acute dire severe pressing quickly fast "
    "badly sorely swiftly promptly dramatically imperative".split()
)
#: What a parliament does with a request.
PASSING = frozenset("pass adopt enact fund vote".split())
#: What collects money for its work.
COLLECTING = ("organisation",)
#: Words of want after a count of what there still is.
REMAINING = frozenset(("down", "left", "with", "on", "ration"))
#: Nouns that only say how much there is.
AMOUNTS = frozenset("number amount supply stock quantity way means shortage lot any enough reserve source".split())
WANT_OF_FOOD = frozenset(("hunger", "famine"))
SHORTAGES = frozenset("shortage shortfall deficit scarcity dearth hunger famine crunch".split())
#: From what share of sentences that name it a text may speak of the country supported where it names nobody.
NEARLY = 0.08
#: What is given to those who need it.
HELP = AID | {"backing"}


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of needs in a sentence; those that share one phrase are one."""
    yield from pool(_all(scene, sentence))


def _all(scene: Scene, sentence: Sentence) -> Iterator[tuple[Token, Draft]]:
    seen: set[int] = set()
    for token, frame in triggers(scene.pack, sentence, "need"):
        if token.i in seen:
            continue
        draft = _of_verb(scene, sentence, token, frame) if frame.pos == "VERB" else _of_noun(scene, sentence, token, frame)
        if draft and not (is_of_adversary(scene, sentence, token, draft) or _is_just_what(token)):
            seen.add(token.i)
            yield token, draft
    without = [*bereft(sentence)]
    measured = [*scanty(sentence), *dearths(sentence), *without]
    for lack in (*measured, *lacks(sentence), *wordings(sentence), *in_passing(sentence), *answers(scene, sentence)):
        if lack[0].i not in seen and (draft := _of_lack(scene, sentence, lack)) and not is_of_adversary(scene, sentence, lack[0], draft):
            seen.add(lack[0].i)
            told = (lack in measured and bool(draft.slots.keys() & {"items", "amount"})) or lack in without
            draft.features["measured"] = float(told)
            listed = lack[0].lemma_.lower() in ("list", "wishlist")
            draft.features["sure"] = float((told or (lack in measured and listed)) and lack[-1])  # at the top of such a list
            yield lack[0], draft


def _is_just_what(verb: Token) -> bool:
    """ "Called it “exactly what is needed”": words of praise for what there is."""
    what = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj") and c.lower_ == "what"]
    above = verb.head
    if above.lemma_ == "be" and any(s.pos_ in ("NOUN", "PROPN") for s in subjects(above)):  # "Patriots are exactly what we need"
        return False
    return bool(what) and any(c.lower_ in ("exactly", "just", "precisely") for w in (verb, *what) for c in w.children)


def _of_lack(scene: Scene, sentence: Sentence, lack: Lack) -> Draft | None:
    """The draft of a want that no word of need tells by itself."""
    word, words, whose, asks = lack
    owner = scene.namer.modifier(sentence, word) if word.pos_ != "VERB" else None
    state = scene.namer.state_of(owner) if owner else None
    needy = [state] if state else _needy(scene, sentence, whose)
    if not needy and whose and all(t.tag_ == "PRP$" for t in whose):
        needy = _needy(scene, sentence, [])  # "next on his list", of somebody whom the pack does not know
    own = asks or word.lower_ == "interested"  # what others take an interest in is no need
    told = word.lower_ in UNDER or word.lemma_ in TELLING or is_goods(sentence, words) or are_things(sentence, words)
    if not told or not needy or (own and scene.beneficiary not in needy):
        return None
    frame = Frame("need", "ask" if asks else "need", "LACK", "requested" if asks else "stated", ())
    draft = _draft(scene, sentence, word, frame, needy, scene.named(sentence, asked_by(word)) if asks else [], words)
    if are_things(sentence, words):
        draft.features["items"] = 1.0
    if word.lower_ in REMAINING:
        _forget_counts(draft)
    if word.lower_ == "missing":
        _count_missing(sentence, draft, word)
    return draft


def _count_missing(sentence: Sentence, draft: Draft, word: Token) -> None:
    """ "Of the seven systems promised, two are missing": how many are wanting, not how many there were to be."""
    number = next((n for s in subjects(clause(word)) if (n := sentence.number_at.get(s.i))), None)
    if number is not None and "items" in draft.slots:
        draft.slots["items"] = tuple(ItemCount(i.item, number.value, number.qualifier) for i in draft.slots["items"])


def _forget_counts(draft: Draft) -> None:
    """ "Only four launchers left", "down to six": what is counted is what there is, not what is wanting."""
    if "items" in draft.slots:
        draft.slots["items"] = tuple(dict.fromkeys(ItemCount(i.item, None, None) for i in draft.slots["items"]))


def _of_verb(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> Draft | None:
    mood = scene.mood(sentence, verb)
    if mood.negated != (verb.lemma_ == "have"):
        return None
    if verb.lemma_ == "turn" and children(verb, "prt", "dobj"):  # "could turn out weapons for 20 billion"
        return None
    if verb.lemma_ == "miss" and verb.tag_ != "VBG":  # "is likely to miss its target"
        return None
    if verb.lemma_ == "wait" and (verb.tag_ not in ("VBG", "VBP", "VBZ") or mood.modal or not subjects(verb)):
        return None  # "deliveries would have to wait for training"
    if _is_of_anybody(verb) or is_question(verb):
        return None
    if verb.lemma_ in ("hope", "hop", "wish") and mood.tense in ("past", "perfect"):  # "twelve where we had hoped for eight"
        return None
    if verb.lemma_ in ("like", "love") and (mood.modal != "would" or not children(verb, "xcomp") or verb.dep_ == "relcl"):
        return None  # "would like to get more of them", not "would like Berlin to send them"; "a list of what it would like" is the list's
    if verb.lemma_ in ("want", "seek") and any(c.lemma_ in OWN_WORK for c in children(verb, "xcomp")):
        return None  # "the two firms want to produce 10,000 drones": what they mean to do
    if (
        mood.under("refuse")
        or (mood.conditional and not _is_foreseen(verb, frame, mood))
        or asks_for_penalties(verb)
        or asks_to_carry_out(verb)
    ):
        return None
    words = _asked_for(sentence, verb) if frame.role == "ask" and is_passive(verb) else []
    words = words or goods_by_name(sentence, verb, wanted(verb, frame))
    if verb.lemma_ == "have" and (not _has_none(sentence, verb) or any(t.lemma_.lower() in SHORTAGES | {"lack"} for t in things_of(verb))):
        return None  # "had no shortage of staff"
    if frame.role == "demand" and not is_demanded(scene, sentence, verb):
        return None
    if frame.role == "dwindle" and not is_dwindling(scene, sentence, verb):
        return None
    plain = is_plain_want(scene, sentence, verb, frame) or (verb.lemma_ == "have" and is_left_without(sentence, verb, things_of(verb)))
    if frame.role == "ask" and is_for_nothing(verb):
        return None
    if _is_left_to(verb) and not is_needy(sentence, needing(verb)):
        return None  # "assembly needs the permission of the maker": what a step takes
    if not is_goods(sentence, words) and not _asks_for_all(verb, words) and not takes_up(scene, sentence, words) and not plain:
        return None
    passive = is_passive(verb) or frame.role in ("dwindle", "demand") or (verb.dep_ == "acomp" and verb.tag_ == "VBN")
    needy = _needy(scene, sentence, agents(verb) if passive else subjects(verb))
    collecting = are_helpers(subjects(verb))
    if frame.role == "ask" and not passive and not collecting and are_others(scene, sentence, subjects(verb)):
        return None
    if not needy or (frame.role == "ask" and not _may_ask(scene, sentence, needy, words)):
        return None
    if plain and scene.beneficiary not in needy and not is_goods(sentence, words):
        return None
    if frame.role == "need" and ((scene.beneficiary not in needy and is_to_give(verb)) or takes_votes(verb)):
        return None
    asked = scene.named(
        sentence,
        children(verb, "dobj", "dative")
        + after(verb, "to", "on", "from", "with")
        + [t for thing in (*children(verb, "dobj"), *after(verb, "for")) for t in after(thing, "from")]
        + (subjects(verb) if passive else [])
        + [s for c in children(verb, "ccomp", "xcomp", "advcl") if not _is_meanwhile(c) for s in children(c, "nsubj")],
    )
    draft = _draft(scene, sentence, verb, frame, needy, [r for r in asked if frame.role == "ask"], words)
    people = [w.id for w in scene.named(sentence, [] if passive else subjects(verb)) if w.person]
    draft.features["items"] = max(draft.features["items"], float(plain))
    return _asked_for_by(draft, people)


def _is_left_to(verb: Token) -> bool:
    """ "Needs the permission of the maker": what somebody else has to grant."""
    granted = any(t.lemma_.lower() in ("permission", "licence", "license", "consent") for t in things_of(verb))
    return verb.lemma_ in ("need", "require") and granted


def _asked_for(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Jets were requested by Kyiv": the goods that are asked for, where they and not the one asked are the subject."""
    words = [t for head in subjects(verb) for t in within(head)]
    return words if is_goods(sentence, words) or any(is_the_said(s) for s in subjects(verb)) else []


def _asked_for_by(draft: Draft, people: list[str]) -> Draft:
    """The need told by those who ask, and by whoever tells that they do."""
    known = draft.slots.get("attributed_to", ())
    if people and not set(people) <= set(known):
        draft.slots["attributed_to"] = tuple(dict.fromkeys((*people, *known)))
        draft.inferred["attributed_to"] = "the person who asks"
    return draft


def _is_meanwhile(told: Token) -> bool:
    """Whether a clause tells what happens while somebody asks, not of whom ("pleading for it as Russian troops advance")."""
    marks = [c.lower_ for c in told.children if c.dep_ == "mark"] if told.dep_ == "advcl" else []
    return any(mark in ("as", "while", "because", "since", "after") for mark in marks)


def _is_of_anybody(verb: Token) -> bool:
    """Whether a need is nobody's in particular ("those who need it most", "whose help they need", "when you don't have a weapon")."""
    own = children(verb, "nsubj")
    those = verb.dep_ == "relcl" and verb.head.lower_ in ("those", "anyone", "everyone", "whoever")
    led = any(c.dep_ in ("advmod", "mark") and c.lower_ in ("when", "if") for c in verb.children)
    whose = verb.dep_ == "relcl" and any(t.lower_ == "whose" for t in verb.subtree)
    return whose or (those and any(s.lower_ == "who" for s in own)) or (led and any(s.lower_ in ("you", "one") for s in own))


def _may_ask(scene: Scene, sentence: Sentence, needy: list[str], words: list[Token]) -> bool:
    """Whether those who ask do so for the country the pack is about: its own side, or who collects money for work there."""
    if scene.beneficiary in needy or any(scene.namer.state_of(n) == scene.beneficiary or _is_domestic(scene, n) for n in needy):
        return True
    if any(scene.pack.actor[n].country == scene.beneficiary for n in needy if n in scene.pack.actor):
        return True  # "the grid operator is looking for 800 transformers"
    collects = all(scene.pack.actor[n].type in COLLECTING for n in needy if n in scene.pack.actor)
    return collects and bool(amounts_in(sentence, words)) and scene.focus > 0.2


def _is_domestic(scene: Scene, ident: str) -> bool:
    """Whether it is a company or service of the country that the pack is about."""
    actor = scene.pack.actor.get(ident)
    return actor is not None and actor.country == scene.beneficiary


def _has_none(sentence: Sentence, verb: Token) -> bool:
    """ "Does not have enough shells", and not "had no records of weapons": the goods themselves are what there is not."""
    things = [t for t in children(verb, "dobj") if t.tag_ not in ("WDT", "WP")] or ([verb.head] if verb.dep_ == "relcl" else [])
    if any(t.lemma_ == "spare" for t in verb.subtree):  # "does not have Patriots to spare": for others
        return False
    if is_left_without(sentence, verb, things):
        return True
    return not things or is_goods(sentence, [t for o in things for t in (o, *o.lefts, *(after(o, "of") if o.lemma_ in AMOUNTS else []))])


def _asks_for_all(verb: Token, words: list[Token]) -> bool:
    """ "Everything it needs", "in the numbers Ukraine needs"."""
    return verb.lemma_ in ("need", "require") and (
        verb.dep_ == "relcl" or any(t.lower_ in ("what", "everything", "all", "more") and t.head.lemma_.lower() not in WORLD for t in words)
    )


def _is_foreseen(verb: Token, frame: Frame, mood: Mood) -> bool:
    """ "If the fighting goes on, the army will need more men": who needs it says so for certain."""
    return frame.role == "need" and mood.modal in ("will", "would") and any(c.dep_ == "advcl" for c in verb.children)


def _of_noun(scene: Scene, sentence: Sentence, noun: Token, frame: Frame) -> Draft | None:
    if noun.lower_ == "short" and noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].text in ("-", "‑"):  # "short-range"
        return None
    if noun.dep_ == "compound" or any(t.lower_ == "no" for t in noun.children) or is_unmet(scene, sentence, noun):
        return None
    if noun.dep_ == "attr" and children(noun.head, "neg"):  # "it is not a lack of capacity"
        return None
    if noun.lemma_ == "request" and noun.dep_ == "dobj" and noun.head.lemma_ in PASSING:  # a government's own, put to its parliament
        return None
    if frame.pos == "NOUN" and frame.role == "need" and is_of_manner(noun):
        return None
    words = lacked(noun) if frame.pos == "ADJ" else called_for(noun)
    owner = helped_one(scene, sentence, noun) or scene.namer.modifier(sentence, noun) or owner_of_need(scene, sentence, noun)
    if owner and frame.role == "ask" and owner in [w.id for w in scene.named(sentence, asked_by(noun))]:
        owner = scene.beneficiary  # who decides on a request did not make it
    owns = owner is not None and noun.lemma_.lower() in ("need", "requirement") and scene.namer.state_of(owner) == scene.beneficiary
    lacks_goods = frame.role == "need" and noun.lemma_.lower() in SHORTAGES - WANT_OF_FOOD
    if lacks_goods and not is_goods(sentence, [t for t in words if t.i != noun.i]):
        words = [t for m in sentence.mentions if m.id_of("item") for t in sentence.tokens_of(m)][:1]  # "bought shells to ease the shortage"
    if frame.role == "need" and frame.pos == "NOUN" and not is_goods(sentence, [t for t in words if t.i != noun.i]):
        words = [t for t in said_of(noun) if t.i not in sentence.date_at]  # "a $60 billion budget gap for 2026"
    plain = is_plain_noun(scene, sentence, noun)
    if not words or (not owns and not plain and not is_goods(sentence, [t for t in words if t.i != noun.i])):
        return None
    if frame.pos == "ADJ" and noun.dep_ == "amod" and is_to_be_had(noun):
        return None
    others = scene.states(scene.named(sentence, [t for w in words for t in after(w, "for")]))
    if others and scene.beneficiary not in others and not owner:
        return None  # "for want of guarantees for Belgium"
    asker = askers(noun) if not (owner and frame.role == "need") else []  # "allies address Ukraine's needs"
    people = [w.id for w in scene.named(sentence, asker) if w.person]
    needy = [scene.namer.state_of(owner) or owner] if owner and not asker else _needy(scene, sentence, asker)
    if frame.role == "need" and asker and set(scene.states(scene.named(sentence, asker))) == {"partners"}:
        needy = needy or _needy(scene, sentence, [])  # "allies acknowledge a shortfall": not their own
    if frame.role == "need" and asker and scene.beneficiary not in needy and any(t.lemma_.lower() in HELP for t in after(noun, "for")):
        needy = _needy(scene, sentence, []) or needy  # "Oslo acknowledged the need for support": of those whom it helps
    if (there := short_elsewhere(scene, sentence, noun)) and not owner and not asker:
        needy = there
    if not needy or (frame.role == "ask" and not _may_ask(scene, sentence, needy, words)):
        return None
    if (noun.lemma_.lower() == "demand" or plain) and scene.beneficiary not in needy and not is_goods(sentence, words):
        return None
    if noun.lemma_.lower() == "demand" and scene.beneficiary not in needy:
        return None  # "the lawmaker reiterated her demand for a delivery": to others
    draft = _draft(scene, sentence, noun, frame, needy, scene.named(sentence, asked_by(noun)) if frame.role == "ask" else [], words)
    draft.features["items"] = max(draft.features["items"], float(plain))
    if is_met(scene, sentence, noun):
        draft.status = "met"
    draft.features["measured"] = float(noun.dep_ == "dobj" and noun.head.lemma_ in PUTTING and bool(after(noun.head, "at")))
    return _asked_for_by(draft, people)


def _needy(scene: Scene, sentence: Sentence, subjects_: list[Token]) -> list[str]:
    """Who needs: the subject's state; the beneficiary where the subject is vague or missing and the report is about it."""
    if are_helpers(subjects_):
        return [scene.beneficiary] if concerns_receiver(scene) else []
    named = scene.named(sentence, subjects_)
    states = [s for s in scene.states(named) if s in scene.pack.actor and s != "partners" and scene.pack.actor[s].type != "coalition"]
    if states and scene.focus > 0.2 and are_speakers(scene, sentence, subjects_, states):
        return [scene.beneficiary]
    if states:
        return states
    ours = all(t.lower_ == "we" for t in subjects_) and not any(w.id in scene.pack.actor for w in named)  # whose country nobody knows
    if not subjects_:
        return (
            [scene.beneficiary]
            if scene.is_about_beneficiary or scene.focus > NEARLY or (scene.focus > 0 and names_receiver(scene, sentence))
            else []
        )
    if (not named and not are_elsewhere(scene, sentence, subjects_)) or ours:
        return [scene.beneficiary] if concerns_receiver(scene) else []
    return []


def _fill_times(draft: Draft, scene: Scene, sentence: Sentence, trigger: Token, frame: Frame) -> None:
    """When it was asked for; or, of something needed or asked for now, by when ("this winter", "by the end of the year")."""
    mention = date_near(sentence, trigger)
    if mention is None or not mention.value:
        return
    head = sentence.head_of(mention)
    leads = {head.head.lower_, head.lower_, *(t.lower_ for t in sentence.tokens_of(mention))} if head is not None else set()
    tense = scene.mood(sentence, trigger).tense
    told = frame.role == "ask" and tense in ("past", "perfect")
    end = mention.value.rpartition("/")[2]
    over = end < scene.discourse.first[: len(end)]
    until = bool(leads & {"by", "before", "until"}) and (tense not in ("past", "perfect") or not over)
    begun = "/" in mention.value and mention.value[:10] < scene.discourse.first and end <= scene.discourse.last  # "last night's attack"
    later = until or (not told and not (over or begun) and (len(mention.value) < 10 or "/" in mention.value))
    slot = "by" if later else "date"
    draft.slots[slot] = mention.value
    draft.grounds[slot] = (sentence.start + mention.start, sentence.start + mention.end)


def _draft(
    scene: Scene, sentence: Sentence, trigger: Token, frame: Frame, needy: list[str], asked: list[Referent], words: list[Token]
) -> Draft:
    draft = scene.draft(sentence, "need", frame.status or "stated", trigger, f"{frame.pos.lower()}:{frame.role}")
    draft.add("needs", needy)
    draft.add("asked", [s for s in scene.states(asked) if s not in needy])
    goods = goods_in(sentence, [t for t in words if t.dep_ != "poss"])  # "his troops' requirements" are no need of troops
    goods = [*shields_among(scene, sentence, words), *counted_whole(sentence, trigger, goods)]
    if goods:
        scene.discourse.item = goods[-1][0].item
    fill_items(draft, goods or taken_up(scene, sentence, words))
    if sums := amounts_in(sentence, words):
        fill_amount(draft, sentence, sums[0])
    _fill_times(draft, scene, sentence, trigger, frame)
    fill_topics(draft, scene, sentence, words)
    fill_attribution(draft, scene, sentence, trigger)
    owned = any(m.id_of("actor", "adjective", "demonym", "metonym", "person", "surname") in needy for m in sentence.mentions)
    near = {trigger.i, trigger.head.i, trigger.head.head.i}
    urgent = next(
        (t for t in sentence.tokens if t.lower_ in URGENT and (t.head.i in near or trigger.i in {a.i for a in t.ancestors})), None
    )
    if urgent is not None:
        draft.slots["urgent"] = True
        draft.grounds["urgent"] = sentence.bounds(urgent)
    draft.features |= {
        f"role={frame.role}": 1, f"lemma={trigger.lemma_.lower()}": 1, f"pos={frame.pos}": 1,
        "items": float("items" in draft.slots or names_wares(words)),
        "named": float(owned), "sum": float("amount" in draft.slots),
        "quoted": float(trigger.i in sentence.quoted), f"tense={scene.mood(sentence, trigger).tense}": 1, "focus": scene.focus,
    }  # fmt: skip
    return draft
