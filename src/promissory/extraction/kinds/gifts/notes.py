"""Notes of aid trackers: a paragraph without a headline, often in fragments without a verb ("Weapons worth 17 million crowns.")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.supposing import is_counterfactual
from promissory.extraction.grammar.syntax import actors_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.gifts.aptness import PRICES
from promissory.extraction.kinds.gifts.ebbing import is_opposed_to
from promissory.extraction.kinds.gifts.immaterial import is_words
from promissory.extraction.kinds.gifts.inferring import COMMON, counted_in, is_told_of, is_trust
from promissory.extraction.kinds.gifts.ownership import is_taken_by_others
from promissory.extraction.kinds.gifts.reading import Gift, is_wished
from promissory.extraction.kinds.gifts.seeming import is_compared, is_lacking, is_unless
from promissory.extraction.kinds.gifts.sparing import WANTED
from promissory.extraction.kinds.matters.givers import ADVERSARIES, credited_by, owners
from promissory.extraction.kinds.matters.support import SUPPORT_NOUNS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import DEALERS, goods_in
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs by which training that was held is over.
CARRIED_OUT = frozenset("carry conduct complete finish".split())
ENTRY = Frame("commitment", "entry", "NOUN", "allocated", ())
#: Whose bare "$" is their own, in a note about what they give.
DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD"}
#: Whose the money is that several countries call by one word.
CROWNS = {"CZ": "CZK", "SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"}
CROWN = re.compile(r"\b(?:crown|kron|koron|korun)\w*", re.I)
#: The id of another record of a tracker: the giver's ISO code, a letter for the sort of support, a number ("CZM8").
RECORD = re.compile(r"\b([A-Z]{2})[A-Z]\d{1,3}\b")
NAMED = ("actor", "adjective", "demonym", "metonym", "person", "surname")
#: Verbs of listing and worth, under which a note names what was given.
LISTING = frozenset(
    "be include contain comprise consist amount total list report cost mention value divide estimate have use make reflect represent "
    "speak refer state cover worth compose prepare carry load pack collect repair refurbish overhaul accord reveal disclose specify show "
    "add follow record document publish update attribute assign".split()
)
#: What givers are without giving ("is interested in Ukrainian drones").
MINDS = frozenset("interested concerned worried aware grateful proud curious sceptical skeptical open eager keen".split())
HANDED_OVER = frozenset("deliver disburse arrive".split())


def read_note(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> Iterator[Gift]:
    """The gifts of a note's sentence that no draft has told: sums, counted goods, and support at large where nothing is told yet."""
    told = {d.slots["amount"].value for d in drafts if "amount" in d.slots}
    counts = {i.count for d in drafts for i in d.slots.get("items", ())}
    found = False
    for mention in sentence.amounts:
        words = sentence.tokens_of(mention)
        if any(a.lemma_.lower() in PRICES for t in words for a in (t.head, t.head.head)):
            continue  # "rewards of up to $10 million"
        if is_compared(sentence, mention):
            continue
        if not mention.converted and mention.value not in told and (gift := _entry(scene, sentence, words)):
            found = True
            yield gift
    goods = [(item, at) for item, at in goods_in(sentence, list(sentence.tokens)) if item.count not in counts]
    for token in _heads(sentence, [at for item, at in goods if item.count is not None]):
        if gift := _entry(scene, sentence, [token]):
            found = True
            yield gift
    if (
        not (found or drafts or scene.lead_gift)
        and giver_of(scene)
        and (about := _support(sentence))
        and (gift := _entry(scene, sentence, about))
    ):
        yield gift


def _heads(sentence: Sentence, places: list[tuple[int, int]]) -> list[Token]:
    """The last tokens of goods, each with a count that no draft has."""
    return [t for t in sentence.tokens if any(a <= sentence.start + t.idx < b and sentence.start + t.idx + len(t) >= b for a, b in places)]


def _support(sentence: Sentence) -> list[Token]:
    """The first word for support or goods."""
    goods = [at for _, at in goods_in(sentence, list(sentence.tokens))]
    named = [t for t in sentence.tokens if any(a <= sentence.start + t.idx < b for a, b in goods)]
    found = [*named, *(t for t in sentence.tokens if t.lemma_.lower() in SUPPORT_NOUNS)]
    # "the head of the defence materiel administration"
    return sorted((t for t in found if not any(a.lemma_.lower() in DEALERS for a in (t.head, t.head.head))), key=lambda t: t.i)[:1]


def _entry(scene: Scene, sentence: Sentence, words: list[Token]) -> Gift | None:
    """What a note enters under the words, unless their clause denies or urges it."""
    if not words:
        return None
    head = words[-1]
    if is_lacking(scene, sentence, head):
        return None
    verb = next((a for a in (head, *head.ancestors) if a.pos_ in ("VERB", "AUX") and not _is_name(sentence, a)), None)
    while verb is not None and verb.dep_ == "parataxis":  # "(no number given) and 17 ambulances"
        verb = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, verb) if verb is not None else None
    roles = {frame.role for t, frame in triggers(scene.pack, sentence, "commitment") if verb is not None and t.i == verb.i}
    if verb is not None and ((verb.lemma_ not in LISTING and not roles) or roles & {"stop", "cancel"} or is_unless(verb)):
        return None
    if verb is not None and any(c.lemma_ in MINDS for c in children(verb, "acomp")):
        return None
    if verb is not None and (
        is_wished(scene, sentence, verb, ENTRY)
        or (scene.mood(sentence, verb).conditional and is_counterfactual(verb))
        or is_taken_by_others(scene, sentence, verb)
        or _is_of_others(scene, scene.states(scene.named(sentence, actors_of(verb))))
    ):
        return None
    if mood and (mood.negated or mood.under("urge", "refuse") or mood.modal in ("should", "must", "would", "could")):
        return None
    over = [head, *takewhile(lambda a: a.pos_ not in ("VERB", "AUX"), head.ancestors)]
    if any(is_opposed_to(t) or t.lemma_.lower() in WANTED or (t.pos_ == "NOUN" and "refuse" in classes_of(t)) for t in over):
        return None  # "reiterated his rejection of a delivery", "her demand for one"
    if _tells_what_it_is(sentence, head):
        return None
    if verb is not None and head.dep_ == "dobj" and is_words(verb, [head]):
        return None  # "delivered a strong defence of its support"
    if verb is not None and "refuse" in classes_of(verb):  # "the Senate voted down a package"
        return None
    donors = _donors(scene, sentence, head, verb)
    recipients = [r for r in scene.named(sentence, after(head, "to", "for")) if not r.vague]
    status = "allocated"
    if mood and mood.tense in ("future", "infinitive", "modal"):
        status = "pledged"
    if verb is not None and mood and verb.lemma_ in HANDED_OVER | CARRIED_OUT and mood.tense in ("past", "perfect"):
        status = "delivered"
    known = {t.i for t in words}
    phrase = words + [t for t in within(head) if t.i not in known and t.i not in sentence.amount_at]
    return Gift(sentence, head, ENTRY, status, donors, recipients, phrase, mood)


def _is_of_others(scene: Scene, acting: list[str]) -> bool:
    """Whether only the receiver or its adversaries act."""
    return bool(acting) and set(acting) <= {scene.beneficiary, *ADVERSARIES}


def _is_name(sentence: Sentence, token: Token) -> bool:
    """Whether a token is part of an item's name ("Bushmaster protected mobility vehicles")."""
    mention = sentence.at.get(token.i)
    return mention is not None and mention.id_of("item") is not None


def _donors(scene: Scene, sentence: Sentence, head: Token, verb: Token | None) -> list[Referent]:
    named = owners(scene, sentence, [head]) or (scene.named(sentence, credited_by(verb)) if verb is not None else [])
    return [d for d in named if is_giver(scene, d.id)]


def _tells_what_it_is(sentence: Sentence, head: Token) -> bool:
    """ "The Taurus is a cruise missile made in Germany": goods that are said to be a sort of goods."""
    ends = [*children(head.head, "nsubj"), *children(head.head, "attr")] if head.dep_ in ("nsubj", "attr") else []
    goods = [t for t in ends if sentence.item_of(t)]
    return len(ends) == len(goods) == 2 and head.head.lemma_ == "be"


def is_giver(scene: Scene, ident: str) -> bool:
    """Whether an actor is, or acts for, a state or bloc that may give."""
    state = scene.namer.state_of(ident) or ident
    actor = scene.pack.actor.get(state)
    return actor is not None and actor.type in ("state", "bloc") and state not in ADVERSARIES and state != scene.beneficiary


def giver_of(scene: Scene) -> str | None:
    """The state whose support a note is about: the only one it names, else the only one that acts in it, else whose money it counts.

    None where several may be.
    """
    named = ((s, m) for s in scene.sentences for m in s.mentions if m.id_of("adjective") or not is_told_of(s, m))
    everyone = _distinct(scene, (n.id for _, m in named for n in m.names if n.type in NAMED))
    if not everyone:
        everyone = _behind_frameworks(scene) or _distinct(scene, RECORD.findall(scene.document.text))
    if len(everyone) == 1:
        return everyone[0]
    states = [s for s in everyone if scene.pack.actor[s].type == "state"]
    if len(states) == 1:
        return states[0]
    heads = (
        (s, [t for t in s.tokens if t.dep_ in ("nsubj", "pobj") and (t.dep_ == "nsubj" or t.head.dep_ == "agent")]) for s in scene.sentences
    )
    acting = _distinct(scene, (who.id for s, tokens in heads for who in scene.named(s, tokens)))
    return next(iter(acting or _minting(scene)), None)


def _minting(scene: Scene) -> list[str]:
    """Whose currency a note counts in, where that is one state's: the first two letters of an ISO 4217 code are those of its state."""
    states = _distinct(scene, (code[:2] for code in counted_in(scene.sentences) - COMMON))
    return states if len(states) == 1 else []


def _behind_frameworks(scene: Scene) -> list[str]:
    """Whose laws, funds and schemes a note names ("part of the Ukraine Supplemental Appropriations Act")."""
    named = ((s, m) for s in scene.sentences for m in s.mentions if m.id_of("framework"))
    frames = {m.id_of("framework") for s, m in named if not is_trust(s, m)}
    return _distinct(scene, (f.body for f in scene.pack.frameworks if f.id in frames and f.body))


def _distinct(scene: Scene, idents: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(scene.namer.state_of(i) or i for i in idents if is_giver(scene, i)))


def currency_of(scene: Scene, mention: AmountMention, givers: list[str]) -> str | None:
    """The currency of a sum: crowns are those of the one who gives them, and so is a bare "$" in a note about Canada's support.

    The "$" is American where American money is named too.
    """
    giver = givers[0] if len(givers) == 1 else ""
    if mention.currency is None and (CROWN.search(mention.quote) or (mention.inherited and _counts_crowns(scene))):
        return CROWNS.get(giver)  # "85 billion crowns, of which 50 billion"
    if scene.is_note and mention.quote.lstrip().startswith("$") and (own := DOLLARS.get(giver)):
        return mention.currency if any(a.quote.startswith("US") for s in scene.sentences for a in s.amounts) else own
    return mention.currency


def _counts_crowns(scene: Scene) -> bool:
    return any(CROWN.search(a.quote) for s in scene.sentences for a in s.amounts)
