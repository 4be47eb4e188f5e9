"""Sums and goods that no verb or noun of giving governs: "50 million for Ukraine", "two systems from Berlin"."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.mood import Mood
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, thanked_for, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.gifts.aptness import COUNTED, CRIMES, MEASURED
from promissory.extraction.kinds.gifts.borrowing import is_added_to
from promissory.extraction.kinds.gifts.coming import ASSETS
from promissory.extraction.kinds.gifts.firmness import asks_for_more, firmness, is_open, is_settled, is_tentative, said_about
from promissory.extraction.kinds.gifts.giving import DRAFTS, TIMES, is_given_up, is_put_to_parliament
from promissory.extraction.kinds.gifts.inferring import may_give
from promissory.extraction.kinds.gifts.ownership import is_own_budget, is_taken_by_others, names_receiver
from promissory.extraction.kinds.gifts.reading import Gift, settle
from promissory.extraction.kinds.gifts.seeming import is_compared, is_lacking, is_unless
from promissory.extraction.kinds.gifts.sparing import EARNINGS
from promissory.extraction.kinds.gifts.tensing import of_raising
from promissory.extraction.kinds.gifts.wholes import is_drawn_on, worth
from promissory.extraction.kinds.matters.givers import SUPPORTING, credited_by, funds_of, owners, takers_between
from promissory.extraction.lexicon.goods import GIFTS, MATERIEL, PARCELS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs by which somebody only takes a side on money of others.
LIKING = frozenset("prefer favour favor like dislike oppose criticise criticize praise applaud".split())
#: Verbs whose sums are no gifts.
TRADING = frozenset(
    "import export trade earn gain lose owe cost demand damage destroy fine charge save steal seek swallow devour consume".split()
)
#: What a state does for itself, unless the sentence says for whom.
BUYING = frozenset("buy purchase acquire order procure lease".split())
#: Words by which goods in a row of a list were given before.
EARLIER = frozenset("earlier previously already before".split())
#: What a state does with its own money.
BUDGETING = frozenset("adopt approve pass spend budget plan earmark allocate set raise collect vote amend".split())
#: Verbs of a sum that something comes to.
REACHING = frozenset("bring take raise push lift put".split())
#: Verbs by which somebody says how much something comes to.
RECKONING = frozenset("put set estimate place calculate reckon assess peg gauge value".split())
#: Verbs of looking for what others will give.
HOPING = frozenset("expect await hope count reckon anticipate".split())
#: What is done with the money of others.
KEPT = frozenset("hold freeze immobilise immobilize seize confiscate sit".split())
#: Verbs of taking what others give.
TAKING = frozenset("attract draw receive get obtain secure raise borrow mobilise mobilize".split())
#: What is done with what is not one's own alone.
CONTRIBUTING = frozenset("contribute contribution participate participation join troops soldier".split())
#: What holds goods that are listed, or is a word for them.
HELD = MATERIEL | PARCELS | frozenset("list item good aid vehicle system".split())
SUM = Frame("commitment", "sum", "NOUN", "allocated", ())
#: What stands before a sum that is somebody's share, whose noun is left out.
ELIDED = re.compile(
    r"(?:^|[,;]\s|\band\s)(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]*['’]s?\s(?:(?:amounts?|comes?|runs?|is|was|stands?|totals?)\s)?"
    r"(?:worth\s|to\s|at\s)?(?:(?:about|around|some|nearly|over|roughly|almost)\s)?$"
)
#: What several give shares of.
SHARED_OUT = GIFTS | frozenset("share package pledge part portion sum aid".split())
GOODS = Frame("commitment", "goods", "NOUN", "allocated", ())


def is_of_sum(sentence: Sentence, verb: Token) -> bool:
    """ "£39 million to provide more than 1,000 systems": what a sum is for, in a row of a list; "for equipment delivered earlier"."""
    row = bool(sentence.block.bullet) and bool(sentence.amounts)
    noun = verb.head
    aim = verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children) and noun.i in sentence.amount_at
    earlier = verb.tag_ == "VBN" and not agents(verb) and any(c.lower_ in EARLIER for c in verb.children)
    return row and verb.dep_ in ("acl", "relcl") and (aim or earlier)


def goods_heads(sentence: Sentence, taken: set[int]) -> list[Token]:
    """The heads of items and sums that no verb or noun of giving has taken."""
    mentions = [m for m in sentence.mentions if m.id_of("item")]
    heads = [sentence.head_of(m) for m in mentions] + [sentence.head_of(a) for a in sentence.amounts if not a.converted]
    return [h for h in heads if h is not None and h.i not in taken]


def of_goods(scene: Scene, sentence: Sentence, head: Token) -> Gift | None:
    """Goods or money that are "for Ukraine" or "from Germany", without a verb of giving: headlines, captions, lists."""
    if any(c.lower_ == "no" for c in head.lefts) or _is_field(head):
        return None  # "no Taurus for Kyiv"
    if is_added_to(head):
        return None
    recipients = [r for r in scene.named(sentence, after(head, "to", "for")) if not r.vague]
    sources = after(head, "from") or _existing_from(head)
    donors = (
        scene.named(sentence, sources)
        or owners(scene, sentence, sources)
        or owners(scene, sentence, [head])
        or scene.named(sentence, thanked_for(head))
    )
    listed = _listing(scene, sentence, head)
    donors = donors or listed
    if scene.beneficiary not in scene.states(recipients) and not scene.named(sentence, sources) and not listed:
        return None
    verb, mood, undecided = _around(scene, sentence, head)
    if (
        mood
        and not undecided
        and (mood.negated or mood.modal in ("should", "must", "ought", "would", "can", "could") or mood.under("urge", "refuse"))
    ):
        return None
    donors = donors or _asking(scene, sentence, verb)
    if verb is not None and not undecided and {"urge", "refuse"} & {*classes_of(verb)}:  # "has asked for five billion for drones"
        return None
    weighed = mood and (mood.conditional or mood.modal in ("may", "might") or (verb is not None and "consider" in said_about(head, verb)))
    weighed = weighed or undecided
    told = firmness(scene, sentence, head, verb, mood)
    ahead = mood is not None and mood.tense == "future"
    settled = "committed" if is_settled(head, verb, mood) else "pledged" if _is_due(head) or ahead else "allocated"
    status = "considered" if weighed else told or settled
    return settle(scene, Gift(sentence, head, GOODS, status, donors, recipients, _own(sentence, head), mood))


def _own(sentence: Sentence, head: Token) -> list[Token]:
    """ "€125 million from Oslo, €20 million from Stockholm": the words of a sum or goods without the next ones, which are another's."""
    others = [c for c in children(head, "conj") if c.i in sentence.amount_at and after(c, "from", "by")]
    apart = {t.i for c in others for t in c.subtree}
    return [t for t in within(head) if t.i not in apart]


def _is_field(head: Token) -> bool:
    """ "A coalition of air defence for Ukraine", "contribute troops to a force for Ukraine": what a scheme is for, what others add to."""
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ in ("of", "for", "on") else head
    joined = head.head.lower_ in ("to", "in") and head.dep_ == "pobj" and head.head.head.lemma_.lower() in CONTRIBUTING
    return above.lemma_.lower() in ("coalition", "alliance") or joined


def _listing(scene: Scene, sentence: Sentence, head: Token) -> list[Referent]:
    """ "On the list published by the Pentagon are 15 vehicles", "among the arms that Oslo sent are …": who sends what is on a list."""
    verb = head.head if head.dep_ in ("nsubj", "attr") else None
    if verb is None or verb.lemma_ not in ("be", "feature", "figure") or head.i < verb.i:
        return []
    opening = [t for t in after(verb, "among", "on", "in") if t.i < verb.i and t.lemma_.lower() in HELD]
    nouns = [n for t in opening for n in (t, *after(t, "on", "of", "in"))]
    acting = [a for n in nouns for c in children(n, "acl", "relcl") for a in (*agents(c), *subjects(c)) if a.i != n.i]
    return [who for who in scene.named(sentence, acting) if may_give(scene, who)] or owners(scene, sentence, nouns)


def _existing_from(head: Token) -> list[Token]:
    """ "From Rome there will be another system": where what there is comes from."""
    verb = head.head if head.dep_ in ("attr", "nsubj") else None
    there = verb is not None and verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children)
    return after(verb, "from") if there and verb is not None else []


def _around(scene: Scene, sentence: Sentence, head: Token) -> tuple[Token | None, Mood | None, bool]:
    """The verb above a sum or goods, its mood, and whether nobody has agreed to it yet."""
    verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is not None and verb.lemma_ == "be":  # "is to be put before parliament"
        verb = next((c for c in children(verb, "xcomp") if any(t.lower_ == "to" for t in c.lefts)), verb)
    mood = scene.mood(sentence, verb) if verb is not None else None
    return verb, mood, is_open(verb, mood) or bool(_asking(scene, sentence, verb))


def _asking(scene: Scene, sentence: Sentence, verb: Token | None) -> list[Referent]:
    """Whose government asks its own parliament for a sum."""
    if verb is None or not is_put_to_parliament(verb):
        return []
    acting = [Referent(state) for who in scene.named(sentence, subjects(verb)) if (state := scene.namer.state_of(who.id))]
    return [who for who in acting if who.id != scene.beneficiary and who.id in scene.pack.actor]


def _are_states(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether those who act are states or blocs, which ask their own parliaments, and no agency that asks others."""
    known = [scene.pack.actor.get(s) for s in scene.states(scene.named(sentence, subjects(verb)))]
    return any(a is not None and a.type in ("state", "bloc") for a in known)


def _is_due(head: Token) -> bool:
    """ "100,000 shells for Ukraine by the end of summer": a time by which goods are to be there."""
    by = [t for noun in (head, head.head) for t in after(noun, "by", "before", "until") if t.i > head.i]
    return any(t.lemma_.lower() in (*TIMES, "end") or t.like_num for t in by)


def _is_offered(verb: Token | None) -> bool:
    return verb is not None and verb.lemma_ in ("offer", "promise", "pledge", "foresee", "envisage")


def _of_elided(scene: Scene, sentence: Sentence, mention: AmountMention) -> list[Referent]:
    """ "Estonia's amounts to 10 million, Finland's to 100 million": whose share of what was told before each sum is."""
    before = sentence.text[: mention.start]
    match = ELIDED.search(before)
    named = [m for m in sentence.mentions if match and match.start() <= m.start and m.end <= match.end()]
    name = named[-1] if named else None
    state = name.id_of("actor", "metonym") if name else None
    told = scene.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    shared = any(t.lemma_.lower() in SHARED_OUT for s in told for t in s.tokens)
    return [Referent(state)] if state in scene.pack.actor and shared and may_give(scene, Referent(str(state))) else []


def of_sum(scene: Scene, sentence: Sentence, mention: AmountMention) -> Gift | None:
    """A sum that no verb or noun of giving has taken ("the share works out at 112 million", "it offers up to 50 billion")."""
    head = sentence.head_of(mention)
    if head is None or scene.focus < 0.15 or is_compared(sentence, mention):
        return None
    verb, mood, undecided = _around(scene, sentence, head)
    if (
        mood
        and not undecided
        and (mood.negated or mood.under("urge", "refuse") or mood.modal in ("should", "must", "ought", "could", "might", "can"))
    ):
        return None
    if mood and mood.modal == "would" and verb is not None and any(c.lower_ == "if" for a in children(verb, "advcl") for c in a.lefts):
        return None  # "if all did the same, we would be talking of 120 billion"
    if _is_no_gift(head, verb) or _is_needed(scene, sentence, verb) or is_lacking(scene, sentence, head) or (verb and is_unless(verb)):
        return None
    if verb is not None and is_given_up(verb):
        return None
    if verb is not None and asks_for_more(verb) and not _asking(scene, sentence, verb) and not _are_states(scene, sentence, verb):
        return None  # "the UN doubled its request to 2 billion"
    if verb is not None and (
        is_added_to(head) or verb.lemma_ in TRADING | LIKING or (not undecided and {"urge", "refuse"} & {*classes_of(verb)})
    ):
        return None
    named = scene.named(sentence, credited_by(verb)) if verb is not None and not is_judging(scene, sentence, verb) else []
    told = subjects(verb) if verb is not None and verb.lemma_ in ("be", "amount", "total", "stand", "come") else []
    if any(t.lemma_.lower() in COUNTED for t in told):  # "the need for housing amounts to $80 billion"
        return None
    if any(is_own_budget(t) for t in told) and not names_receiver(scene, sentence):
        return None
    if verb is not None and (is_taken_by_others(scene, sentence, verb) or _is_bought_for_oneself(scene, sentence, verb, head)):
        return None
    # "Kyiv expects 3 billion from Washington", "an agreement drawing 40 million from Oslo"
    hoped = [t for w in (head, verb) for t in after(w, "from")] if verb is not None and verb.lemma_ in HOPING | TAKING else []
    donors = [d for d in scene.named(sentence, hoped) if may_give(scene, d)]
    noun = worth(sentence, mention)  # "Germany's package worth 10 billion and Norway's programme worth 6 billion"
    donors = (
        donors
        or _of_elided(scene, sentence, mention)
        or owners(scene, sentence, [head])
        or (owners(scene, sentence, [noun]) if noun else [])
        or _holders(scene, sentence, head, noun)
    )
    donors = donors or owners(scene, sentence, told)  # "Sweden's share is 275 million, Denmark's 90 million"
    raised = [t for o in children(verb, "dobj") for t in after(o, "of")] if verb is not None and verb.lemma_ in REACHING else []
    donors = donors or owners(scene, sentence, raised)  # "brings the value of Danish aid to 6 billion"
    donors = donors or [d for d in named if scene.namer.state_of(d.id) != scene.beneficiary]
    if (
        named and not donors and verb is not None and verb.lemma_ in BUDGETING
    ):  # "Ukraine's parliament adopted a budget of 40 billion": its own money
        return None
    while verb is not None and mood and verb.dep_ in ("acl", "pcomp", "advcl") and mood.tense == "progressive":
        verb = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
        mood = scene.mood(sentence, verb) if verb is not None else None
    status = "committed" if is_settled(head, verb, mood) or is_drawn_on(sentence, mention) else "allocated"
    ahead = (
        (verb is not None and "plan" in classes_of(verb))
        or (mood and mood.tense in ("future", "infinitive", "modal"))
        or any(c.lower_ == "will" for c in head.children)
    )
    status = "pledged" if (_is_offered(verb) or ahead) and not is_drawn_on(sentence, mention) else status
    if verb is not None and verb.lemma_ == "raise" and is_passive(verb) and not after(verb, "to"):
        status = of_raising(verb)
    above = takewhile(lambda t: t.pos_ not in ("VERB", "AUX") or t.lemma_ == "amount", head.ancestors)
    undecided = undecided or is_tentative(above)  # "the potential disbursement of a tranche of 880 million"
    drafted = mood is not None and verb is not None and mood.modal == "would" and any(t.lemma_.lower() in DRAFTS for t in subjects(verb))
    status = "considered" if undecided or drafted else firmness(scene, sentence, head, verb, mood) or status
    end = next((a.start for a in sentence.amounts if a.start > mention.start), len(sentence.text))
    takers = takers_between(scene, sentence, mention.end, end, scene.states(donors)) or _helped(scene, sentence, head)
    return settle(scene, Gift(sentence, head, SUM, status, donors, takers, [*within(head), *_bought_with(head, verb)], mood))


def _helped(scene: Scene, sentence: Sentence, head: Token) -> list[Referent]:
    """ "Agreed to support Croatia through a programme worth 140 million": the other state that a sum helps."""
    verbs = [a for a in head.ancestors if a.pos_ == "VERB" and a.lemma_ in SUPPORTING]
    named = [r for verb in verbs for r in scene.named(sentence, children(verb, "dobj")) if not r.vague]
    states = [s for s in scene.states(named) if (a := scene.pack.actor.get(s)) is not None and a.type == "state"]
    return [Referent(s) for s in states]


def _holders(scene: Scene, sentence: Sentence, head: Token, noun: Token | None) -> list[Referent]:
    """ "By the ERA loans, worth 50 billion, and by the Ukraine Facility with 12 billion": whose scheme each sum is told of."""
    held = [noun] if noun is not None else [head.head.head] if head.dep_ == "pobj" and head.head.lower_ == "with" else []
    return funds_of(scene, sentence, [t for t in held if t.pos_ in ("NOUN", "PROPN")])


def _bought_with(head: Token, verb: Token | None) -> list[Token]:
    """ "A further 30 million will buy drones", "pays for shells": the goods that a sum is for."""
    if (
        verb is None
        or verb.lemma_ not in BUYING | {"pay", "cover", "fund", "finance", "be", "go"}
        or not any(t.i == head.i for t in subjects(verb))
    ):
        return []
    return [t for thing in (*things_of(verb), *after(verb, "for")) for t in within(thing)]


def _is_bought_for_oneself(scene: Scene, sentence: Sentence, verb: Token, head: Token) -> bool:
    """ "Bought 180 tanks for 3.4 billion dollars": what it cost is given to nobody, where no receiver is named."""
    if verb.lemma_ not in BUYING or is_passive(verb) or any(t.i == head.i for t in things_of(verb)):
        return False
    buyers = scene.named(sentence, subjects(verb))
    return bool(buyers) and (scene.beneficiary in scene.states(buyers) or not names_receiver(scene, sentence))


def is_judging(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb says what somebody thinks of another's gift ("we welcome the approval of 50 billion")."""
    judging = any(t.i == verb.i and frame.role == "stance" for t, frame in triggers(scene.pack, sentence, "statement"))
    return judging and not _is_offered(verb)


def _is_no_gift(head: Token, verb: Token | None) -> bool:
    """Whether a sum is a cost, a gap or a yearly budget ("a hole of 42 billion", "puts the cost at 486 billion")."""
    measured = [a for a in head.ancestors if a.pos_ in ("NOUN", "PROPN")]
    if any(c.lemma_.lower() in CRIMES for a in measured for c in children(a, "compound")):  # "a $13m drone fraud case"
        return True
    measured += [*subjects(verb), *children(verb, "dobj")] if verb is not None else []
    measured += after(head, "in", "of")
    if any(t.lemma_.lower() == "appeal" and t.i < head.i for t in measured):  # "launched appeals for 1.7 billion": what is asked for
        return True
    # "puts its requirement at 524 billion", "its needs are estimated at 38 billion"
    earned = verb is not None and verb.lemma_ in ("bring", "raise", "yield", "earn", "generate", "fetch")
    if earned and verb is not None and any(t.lemma_.lower() in EARNINGS for t in subjects(verb)):  # "bonds brought in 640 billion"
        return True
    assets = [*measured, *(after(verb, "in", "of") if verb is not None else ())]
    if any(t.lemma_.lower() in ASSETS for t in assets) and not any(t.lemma_.lower() in EARNINGS for t in measured):
        return True  # "185 billion of the assets", "wants to use the 210 billion in frozen reserves": what there is
    if (
        verb is not None
        and verb.lemma_ in KEPT
        and not any(c.lower_ == "on" for c in verb.rights)
        and not any(t.lemma_.lower() in EARNINGS for t in measured)
    ):
        return True  # "some 185 billion is held in Brussels"
    told = verb is not None and verb.lemma_ in RECKONING
    reckoned = (children(verb, "dobj") or subjects(verb)) if told and verb is not None else []
    return any(t.lemma_.lower() in MEASURED for t in measured) or any(t.lemma_.lower() in COUNTED for t in reckoned)


def _is_needed(scene: Scene, sentence: Sentence, verb: Token | None) -> bool:
    """Whether a sum is what somebody needs or asks for."""
    found = triggers(scene.pack, sentence, "need") if verb is not None else []
    return any(verb is not None and t.i == verb.i and frame.role in ("need", "ask") for t, frame in found)
