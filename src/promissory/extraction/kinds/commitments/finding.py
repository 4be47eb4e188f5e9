"""Finding commitments: who gives, or undertakes to give, what to whom, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from promissory.extraction.grammar.mood import mood_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.commitments.bracketing import of_brackets
from promissory.extraction.kinds.commitments.continuing import add_to, goes_on, without_bare, without_contents, without_echoes
from promissory.extraction.kinds.commitments.dividing import divide, draft_of, is_list
from promissory.extraction.kinds.commitments.entreaties import of_entreaties
from promissory.extraction.kinds.commitments.following import following
from promissory.extraction.kinds.commitments.gapping import share_out
from promissory.extraction.kinds.commitments.inspecting import is_inspected
from promissory.extraction.kinds.commitments.labelling import is_labelled, read_line
from promissory.extraction.kinds.commitments.numbering import of_number
from promissory.extraction.kinds.commitments.parts import parts_of_gift
from promissory.extraction.kinds.commitments.sharing import told_in_order
from promissory.extraction.kinds.gifts.donations import of_noun
from promissory.extraction.kinds.gifts.elsewhere import goes_elsewhere
from promissory.extraction.kinds.gifts.giving import is_surpassed
from promissory.extraction.kinds.gifts.inferring import may_give
from promissory.extraction.kinds.gifts.notes import read_note
from promissory.extraction.kinds.gifts.ownership import is_own
from promissory.extraction.kinds.gifts.reading import Gift, of_verb
from promissory.extraction.kinds.gifts.sums import goods_heads, is_of_sum, of_goods, of_sum
from promissory.extraction.kinds.gifts.wholes import measured
from promissory.extraction.lexicon.ventures import SCHEMES
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.backing import PARTNERS
from promissory.extraction.slots.filling import amounts_in, goods_in
from promissory.extraction.text.gazetteer import Mention
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token


#: What others do for a loan that is not theirs.
BACKING = frozenset(("back", "guarantee", "secure", "underwrite"))
#: A line of its own that opens a list of contents ("It comprises:").
OPENING = re.compile(r"\b(?:includ|compris|contain|consist)\w*[^.\n]{0,40}:\s*$", re.M)
#: So many donors in one sentence that none of them is whom the text goes on about.
MANY = 3
#: What is set up to give.
SET_UP = SCHEMES | frozenset("effort drive".split())
#: By what others say that they give as well, and what they do before.
JOINING = frozenset(("contribute", "participate", "join"))
DECIDING = frozenset(("decide", "resolve", "agree", "vote", "promise", "pledge", "plan", "intend"))
#: Statuses of what is given already, which who will only contribute as well does not yet give.
GIVEN = frozenset(("allocated", "delivered"))
#: What money is spent on.
SPENT = frozenset("purchase buy procure acquire produce manufacture make build develop repair".split())
#: What gifts are given to do.
AIMS = frozenset(
    "help support back assist aid train equip arm strengthen bolster boost reinforce sustain enhance increase maintain finance fund "
    "meet cover fill plug".split()
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of commitments in a sentence; in a note also those of sums and goods that no verb or noun of giving governs."""
    if goes_on(scene, sentence):
        return
    drafts = told_in_order(sentence, share_out(scene, sentence, list(_find(scene, sentence))))
    drafts = without_contents(scene, sentence, without_echoes(without_bare(drafts)))
    if scene.is_note:
        noted = [g for g in read_note(scene, sentence, drafts) if not (is_own(scene, g) or goes_elsewhere(scene, g))]
        drafts += [draft for gift in noted for draft in divide(scene, gift)]
    _keep_told(scene, sentence, drafts)
    if len({donor for draft in drafts for donor in draft.parties.get("donor", ())} - _told_aside(sentence)) >= MANY:
        scene.discourse.state = PARTNERS  # "each gave 500 million": what is told next is not the last one's
    if not drafts and any(m.id_of("item") == scene.discourse.item and not _is_given_before(scene, sentence, m) for m in sentence.mentions):
        scene.discourse.item = None  # goods spoken of without a gift: a bare number after them counts no gift
    yield from drafts


def _is_given_before(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """ "Has sent ten carriers. The vehicles had been overhauled": goods spoken of because they were given in the sentence before."""
    lead, head = scene.lead_gift, sentence.head_of(mention)
    near = isinstance(lead, Gift) and lead.goods_named and sentence.number - lead.sentence.number == 1
    return near and head is not None and any(c.lower_ in ("the", "these") for c in head.lefts)


def _told_aside(sentence: Sentence) -> set[str]:
    """ "A firm sold it guns that are financed by Berlin, Oslo and Rome": those whom only a clause on goods names."""
    heads = [(m, h) for m in sentence.mentions if (h := sentence.head_of(m)) is not None]
    clauses = [t for t in sentence.tokens if t.dep_ == "relcl" and (g := sentence.at.get(t.head.i)) is not None and g.id_of("item")]
    below = {t.i for clause in clauses for t in clause.subtree}
    inside = [(m, h.i in below) for m, h in heads]
    named = [{i for m, aside in inside if aside is told for i in m.ids_of("actor", "metonym", "adjective")} for told in (True, False)]
    return named[0] - named[1]


def _keep_told(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> None:
    """Let what later sentences add go to the draft that is left, where that of a gift or package told here was one too many."""
    for gift in (scene.lead_gift, scene.package):
        if not isinstance(gift, Gift) or gift.sentence is not sentence or any(d is gift.draft for d in drafts):
            continue
        donors = gift.draft.parties.get("donor") if gift.draft else None
        left = [d for d in drafts if donors is None or d.parties.get("donor") == donors]
        gift.draft = next((d for d in left if "amount" in d.slots), left[-1] if left else gift.draft)


def _find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of verbs first, then of nouns that no verb has taken."""
    if is_labelled(scene, sentence):
        for thing in read_line(scene, sentence):
            yield from divide(scene, thing)
        return
    found = list(triggers(scene.pack, sentence, "commitment"))
    taken: set[int] = set()
    for share in of_brackets(scene, sentence):
        taken.update(t.i for t in share.words)
        yield from divide(scene, share)
    passed: set[int] = set()
    for token, frame in found:
        if frame.role in ("stop", "cancel") and frame.pos == "VERB":  # "could renege on its promises" makes no promise either
            taken.update(t.i for thing in (*things_of(token), *after(token, "on", "from", "of")) for t in thing.subtree)
        if is_surpassed(token) or (token.dep_ in ("acl", "relcl") and is_inspected(token)):
            taken.update(t.i for t in token.subtree)
            continue
        if (frame.role == "help" and _is_fronted(token, found)) or (frame.role == "approve" and _is_to_lead(token)):
            continue
        if token.dep_ == "acl" and token.lemma_ in BACKING and agents(token):
            continue  # "a loan backed by Japan", "a trust fund financed by Norway"
        if token.dep_ == "acl" and token.head.i in taken and frame.role in ("give", "help") and not scene.named(sentence, agents(token)):
            continue  # "a loan financed by the proceeds of the assets"
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.i in taken and frame.role == "make":
            continue  # "has handed over ten machines manufactured by a Croatian firm"
        if _is_of_scheme(sentence, token):
            taken.update(t.i for t in token.subtree)
            continue
        if _is_on_its_way(token, frame, found) or (frame.pos == "VERB" and is_of_sum(sentence, token)):
            continue
        if frame.pos in ("VERB", "ADJ") and token.i not in passed and (gift := of_verb(scene, sentence, token, frame)):
            taken.update(t.i for t in gift.words)
            taken.add(token.i)
            if children(token, "dobj"):  # "put 90 million into the production of drones"
                taken.update(t.i for into in after(token, "into") for t in into.subtree)
            if frame.role in ("approve", "order", "cancel"):  # "a bill giving Ukraine …": what it provides for is one with it
                passed.update(t.i for word in gift.words for t in word.subtree if t.i > token.i)
            aims = [t for t in token.subtree if t.i > token.i and _is_purpose(t, summed=any(w.i in sentence.amount_at for w in gift.words))]
            passed.update(t.i for t in aims)
            taken.update(t.i for aim in aims for t in aim.subtree if t.i not in sentence.amount_at)
            yield from _taking(sentence, taken, divide(scene, gift))
    for part, goods in list(parts_of_gift(scene, sentence)):
        if part.trigger.i not in taken:
            taken |= {part.trigger.i, *(t.i for t in part.words)}
            yield draft_of(scene, part, goods)
    for numbered in of_number(scene, sentence) if not found else ():
        taken.update(t.i for t in numbered.words)
        yield from divide(scene, numbered)
    for weighed in of_entreaties(scene, sentence):
        if weighed.trigger.i not in taken:
            taken.update(t.i for t in weighed.words)
            yield from divide(scene, weighed)
    yield from _likewise(scene, sentence)
    yield from following(scene, sentence)
    for token, frame in found:
        if (
            frame.pos == "NOUN"
            and token.i not in taken
            and not (_is_taken_over(token) or is_inspected(token))
            and (gift := of_noun(scene, sentence, token, frame))
        ):
            taken.update(t.i for t in gift.words)
            yield from _taking(sentence, taken, divide(scene, gift))
    for head in goods_heads(sentence, taken):
        if gift := of_goods(scene, sentence, head):
            taken.update(t.i for t in gift.words)
            yield from divide(scene, gift)
    for mention in sentence.amounts:
        if (
            not mention.converted
            and not any(t.i in taken for t in sentence.tokens_of(mention))
            and (gift := of_sum(scene, sentence, mention))
        ):
            taken.update(t.i for t in gift.words)
            yield from divide(scene, gift)
    if sentence.block.bullet and not taken:
        yield from _of_bullet(scene, sentence)


def _taking(sentence: Sentence, taken: set[int], drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Some drafts, each with its sum and the noun that this measures taken: they may hang elsewhere, and would be told again."""
    for draft in drafts:
        if at := draft.grounds.get("amount"):
            words = [t for t in sentence.tokens if at[0] <= sentence.start + t.idx < at[1]]
            taken.update(t.i for t in words)
            taken.update(noun.i for word in words if (noun := measured(word)) is not None and not _is_owned(noun))
        yield draft


def _is_taken_over(noun: Token) -> bool:
    """ "Has taken delivery of six systems": a word of the verb of receiving."""
    return noun.lemma_.lower() in ("delivery", "receipt") and noun.dep_ == "dobj" and noun.head.lemma_ == "take"


def _is_owned(noun: Token) -> bool:
    """ "Including a commitment of 7 billion from Washington": whose it is stands beside it."""
    return bool(after(noun, "from", "by") or children(noun, "poss"))


def _is_to_lead(verb: Token) -> bool:
    """ "A coalition which Germany has agreed to lead": what is agreed on is no gift."""
    return verb.lemma_ == "agree" and any(c.lemma_ in ("lead", "chair", "coordinate", "join", "host") for c in children(verb, "xcomp"))


def _is_fronted(verb: Token, found: list[tuple[Token, Frame]]) -> bool:
    """ "To strengthen its air defence, I have decided to give it a battery": what the gift told next is for."""
    fronted = verb.dep_ == "advcl" and verb.tag_ == "VB" and verb.i < verb.head.i and any(c.lower_ == "to" for c in verb.lefts)
    return fronted and any(t.i > verb.head.i - 1 and verb.head.i in {t.i, *(a.i for a in t.ancestors)} for t, _ in found)


def _is_of_scheme(sentence: Sentence, verb: Token) -> bool:
    """ "By leading an initiative to spend aid on local arms": what a scheme is for, where no sum or number says how much."""
    aim = verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and any(c.lower_ == "to" for c in verb.lefts)
    if not aim or verb.head.lemma_.lower() not in SET_UP:
        return False
    return not any(t.i in sentence.amount_at or t.i in sentence.number_at for t in verb.subtree)


def _is_on_its_way(verb: Token, frame: Frame, found: list[tuple[Token, Frame]]) -> bool:
    """ "Jets donated by the Danes are to arrive in June": the participle says whose they are, the verb what becomes of them."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or frame.role not in ("give", "pledge", "offer", "order") or not agents(verb):
        return False
    noun = verb.head
    while noun.dep_ in ("pobj", "prep") and noun.head.i != noun.i:
        noun = noun.head
    going = [
        t
        for t, f in found
        if t.i != verb.i
        and (f.role in ("arrive", "due", "transit", "plan") or (f.role == "give" and is_passive(t)))
        and noun.i in {s.i for s in (*subjects(t), *things_of(t))}
    ]
    return any(not mood_of(t).negated for t in going)


def _is_purpose(verb: Token, *, summed: bool = False) -> bool:
    """Whether a verb says what a gift is for ("announced 2 billion to back Ukraine", "transfers to help it defend itself").

    So do verbs of buying and making, where the gift is a sum (`summed`: "will spend 180 million to purchase drones").
    """
    purposive = verb.lemma_ in (AIMS | SPENT if summed else AIMS) and verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp", "acl", "relcl")
    return purposive and any(c.lower_ == "to" for c in verb.children)


def _likewise(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "The UK did the same", "Norway followed suit": another gives what was told last."""
    last = scene.lead_gift
    for verb in sentence.tokens:
        if not isinstance(last, Gift) or last.sentence is sentence or not _repeats(verb):
            continue
        far = any(c.lower_ == "so" for c in verb.children)
        if last.sentence.number < sentence.number - (1 if far else 2):
            continue  # "Japan signed a treaty. Others have done so too": what was told in between
        above = {a.i for a in verb.ancestors if a.lemma_ in DECIDING}
        before = [t for t in sentence.tokens if t.pos_ == "VERB" and t.dep_ in ("ROOT", "ccomp", "conj") and t.i < verb.i]
        if verb.dep_ == "conj" or any(t.i not in above for t in before):
            continue  # "France signed; Scholz had done so before": what is told in the same sentence
        mood, donors = scene.mood(sentence, verb), [w for w in scene.named(sentence, subjects(verb)) if may_give(scene, w)]
        if donors and not (mood.negated or mood.modal in ("should", "must", "would", "could", "can") or mood.under("urge", "refuse")):
            words = [t for t in sentence.tokens if t.i > verb.i]
            status = "committed" if above else "pledged" if mood.tense == "future" and last.status in GIVEN else last.status
            given = replace(last, sentence=sentence, trigger=verb, donors=donors, words=words, mood=mood, status=status)
            yield from divide(scene, replace(given, inferred_donor=None))


def _repeats(verb: Token) -> bool:
    """ "Did the same", "followed suit", "will also contribute": a verb that says no more than that another gives as well."""
    if verb.lemma_ in ("do", "follow"):
        return any(c.lower_ in ("same", "likewise", "so", "suit") and c.dep_ in ("dobj", "advmod") for c in verb.children)
    alone = not children(verb, "dobj", "prep", "dative", "ccomp", "xcomp", "advcl")
    return verb.lemma_ in JOINING and alone and any(c.lower_ in ("also", "too", "likewise", "well") for c in verb.subtree)


def _of_bullet(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """A list item without a verb of giving goes on with the commitment of the sentence that leads the list."""
    lead = getattr(scene, "lead_gift", None)
    if not isinstance(lead, Gift) or sentence.block_number - lead.sentence.block_number > 40:
        return
    words = list(sentence.tokens)
    if not (goods_in(sentence, words) or amounts_in(sentence, words)):
        return
    between = scene.document.text[lead.sentence.end : sentence.start]
    listed = is_list(lead) or lead is scene.package or OPENING.search(between) is not None
    if lead.draft is not None and listed and not amounts_in(sentence, words):
        add_to(scene, lead.draft, sentence, goods_in(sentence, words))
        return
    root = next(t for t in words if t.head.i == t.i)
    yield from divide(
        scene,
        Gift(
            sentence,
            root,
            lead.frame,
            lead.status,
            lead.donors,
            _takers(scene, sentence, root) or lead.recipients,
            words,
            lead.mood,
            "the sentence that leads the list",
        ),
    )


def _takers(scene: Scene, sentence: Sentence, root: Token) -> list[Referent]:
    """Those that a list item names itself ("two squadrons to the United Kingdom")."""
    heads = [t for noun in (root, *after(root, "of")) for t in after(noun, "to", "for")]
    return [who for who in scene.named(sentence, heads) if not who.vague]
