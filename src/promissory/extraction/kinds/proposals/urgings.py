"""Finding proposals that no verb of urging opens: "it is time for Berlin to act", "the Estonian call to act", "Act now!", lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, subjects, things_of
from promissory.extraction.grammar.tree import SUBJECTS, after, children, spread
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.matters.addressing import bloc_spoken_for, told_of
from promissory.extraction.kinds.proposals.answering import is_answered
from promissory.extraction.kinds.proposals.obliging import MUSINGS, PRIVATE_ACTS
from promissory.extraction.kinds.proposals.pitching import is_yet_to_be_made
from promissory.extraction.kinds.proposals.pleas import KIND, are_goods, finish, urge
from promissory.extraction.lexicon.callings import SELF
from promissory.extraction.lexicon.punctuation import BEHIND
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What "it is" says of an act that ought to be done.
DUE = frozenset(
    "time essential vital important crucial imperative necessary critical urgent incumbent paramount key advisable right".split()
)
#: What is only left to somebody ("it is up to Kyiv to decide").
DECIDES = frozenset("decide determine choose judge say".split())
#: Verbs by which the subject makes a call its own.
ASKING = frozenset("call urge ask invite press request expect want wait implore beg encourage".split())
VOICED = frozenset(
    "make issue renew reiterate repeat join launch voice send address back support endorse echo sign publish restate reaffirm "
    "underline stress direct extend put aim recall deliver".split()
)
#: Verbs that bid nobody do anything when they open a sentence.
PHRASES = frozenset(
    "thank look see imagine remember note read listen wait suppose say let believe forget welcome click subscribe follow bless consider "
    "spare take make please watch hear check share sign join visit learn come get know think guess trust mind excuse pardon god have be "
    "do expect contact call find photo file compare recall given include continue".split()
)
#: What a bid follows behind a colon.
LEADS = frozenset("call appeal urge ask plead beg message advice request plea demand implore signal answer".split())
#: "1.", "ІІ.", "- ": what may stand before an item of a list.
MARK = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[IVXІХ]{1,4}\.|[-*•–—])\s*")
#: What nobody is asked for ("let there be no mistake").
BEYOND_DOUBT = frozenset("doubt mistake illusion misunderstanding clear light".split())
#: How many sentences a list of demands may have after the words that lead it.
LONG = 12


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of proposals that a sentence makes without a verb of urging."""
    for token in sentence.tokens:
        if token.lemma_ == "fall" and (turn := after(token, "to")) and (draft := _from_turn(scene, sentence, token, turn)):
            yield draft  # "it falls to Germany to lead"
        if token.lemma_ in ("be", "come") and (draft := _from_due(scene, sentence, token)):
            yield draft
    for token, frame in triggers(scene.pack, sentence, KIND):
        if frame.role == "noun" and (draft := _from_call(scene, sentence, token)):
            yield draft
    bid = _bidding(sentence)
    listed = _from_list(scene, sentence, bid) if bid is not None else None
    bid = bid if bid is not None else _after_colon(sentence)
    if draft := listed or (_from_bidding(scene, sentence, bid) if bid is not None else None):
        yield draft


def _from_due(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "It is time for Y to act", "it is vital that Y act": urged by whoever says so, or by the text itself."""
    word = next((c for c in children(verb, "attr", "acomp") if c.lemma_.lower() in DUE), None)
    if word is None and children(verb, "expl"):  # "there is a need for the Union to act"
        word = next((c for c in children(verb, "attr") if c.lemma_ in ("need", "case")), None)
    word = word if word is not None else next((s for s in subjects(verb) if s.lemma_ in ("time", "hour", "moment")), None)
    if word is None and (up := next((c for c in verb.children if c.lower_ == "up" and after(c, "to")), None)) is not None:
        return _from_turn(scene, sentence, verb, after(up, "to"))
    if word is None and verb.lemma_ == "be" and (turn := after(verb, "for")) and not children(verb, "attr", "acomp"):
        return _from_turn(scene, sentence, verb, turn)  # "it is for Beijing to act"
    empty = any(s.lower_ in ("it", "time", "there") for s in (*subjects(verb), *children(verb, "expl")))
    if word is None or not empty or scene.mood(sentence, verb).negated:
        return None
    deeds = [d for t in (word, verb) for d in t.children if d.i > word.i and d.tag_ in ("VB", "VBP", "VBZ") and d.pos_ in ("VERB", "AUX")]
    deed = next((d for d in deeds if any(c.lower_ in ("to", "that") or c.dep_ == "nsubj" for c in d.children)), None)
    # "it is time that Berlin acted"
    late = [*children(verb, "ccomp"), *children(word, "relcl")] if word.lemma_ == "time" else []
    late = [d for d in late if d.tag_ == "VBD" and d.i > word.i]
    deed = deed if deed is not None else next(iter(late), None)
    told = [s for s in children(deed, "nsubj") if s.i > word.i and s.pos_ != "PRON"] if deed is not None else []
    told = told or after(word, "on", "upon")  # "it is incumbent upon Congress to act"
    if deed is None or (deed.lemma_ in ("know", "understand", "note", "remember") and word.lemma_ in ("important", "essential", "vital")):
        return None  # "it is important for people to know that …"
    if not told and (ours := _by_all_of_us(scene, sentence, word, deed)):
        return _voiced(scene, sentence, deed, ours, "due")
    return _voiced(scene, sentence, deed, told, "due") if told_of(scene, sentence, told, []) else None


def _by_all_of_us(scene: Scene, sentence: Sentence, word: Token, deed: Token) -> list[Token]:
    """ "It is time to give Kyiv jets", "it is essential that we act", said by somebody of what nobody in particular is to do."""
    voice = scene.speaker_of(sentence, deed)
    known = voice is not None and not voice.vague
    ours = [s for s in children(deed, "nsubj") if s.lower_ == "we"]
    open_ = word.lemma_ == "time" and word.dep_ == "attr" and deed.tag_ == "VB" and not children(deed, "nsubj")
    return (ours or [word]) if known and (ours or open_) and deed.lemma_ not in MUSINGS | PRIVATE_ACTS else []


def _from_turn(scene: Scene, sentence: Sentence, verb: Token, told: list[Token]) -> Draft | None:
    """ "It is up to Berlin to act": said by somebody of somebody else."""
    near = [d for t in (verb, *told) for d in t.children if d.tag_ == "VB" and d.i > told[0].i]
    # "it was up to Berlin, in the envoy's view, to act"
    apart = [d for d in sentence.tokens[told[0].i :] if d.tag_ == "VB" and d.dep_ in ("relcl", "acl", "xcomp") and _has_to(d)]
    deed = next((d for d in near or apart if d.lemma_ not in DECIDES), None)
    if deed is None or not any(s.lower_ == "it" for s in subjects(verb)) or scene.mood(sentence, verb).negated:
        return None
    return _voiced(scene, sentence, deed, told, "due")


def _has_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _from_call(scene: Scene, sentence: Sentence, noun: Token) -> Draft | None:
    """ "the US demand for Ukraine to act", "we renew our call on Minsk to act", "a call by X to act"."""
    if is_answered(scene, sentence, noun) or noun.head.lemma_ in ("hear", "answer") or scene.mood(sentence, noun).negated:
        return None
    if noun.dep_ == "dobj" and noun.head.tag_ == "VB" and noun.head.head.lemma_ in ASKING and noun.head.dep_ in ("xcomp", "ccomp", "advcl"):
        return None  # "calls on the Commission to submit its proposal"
    deeds = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB"]
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":  # "another demand is for Kyiv to act"
        deeds += [
            c
            for c in children(noun.head, "advcl", "xcomp", "ccomp")
            if c.tag_ == "VB" and (children(c, "nsubj") or after(noun, "to") or children(noun, "poss"))
        ]
    if noun.dep_ == "nsubj" and noun.head.tag_ == "VB" and any(c.lower_ == "for" and c.dep_ == "mark" for c in noun.head.children):
        deeds += [noun.head]  # "another demand - for Kyiv to act"
    deeds += [d for d in children(noun.head, "advcl", "xcomp") if d.tag_ == "VB" and d.i > noun.i and noun.dep_ == "dobj"]
    renewed = noun.dep_ == "dobj" and noun.head.lemma_ in VOICED
    # "renewed his plea that the west drop its ban": the parser hangs the clause on the verb
    deeds += [c for c in children(noun.head, "ccomp") if renewed and c.i > noun.i and _is_bidden(c)]
    deeds += [c for c in children(noun, "acl", "ccomp") if c.tag_ != "VB" and _is_bidden(c)]
    wished = after(noun, "for") or (after(noun.head, "for") if renewed else _wished_before(noun))
    if not deeds and (not wished or are_goods(sentence, wished)):
        return None
    owners = _owners(scene, sentence, noun)
    if any(are_goods(sentence, things_of(d)) for d in deeds) and scene.beneficiary in scene.states(scene.named(sentence, owners)):
        return None  # a need
    told = [s for d in deeds for s in children(d, "nsubj") if s.i != noun.i] or after(noun, "on", "upon", "to") or wished
    if noun.dep_ == "nsubjpass" and noun.head.lemma_ in VOICED:
        told = after(noun.head, "to", "at", "on") or told
    return urge(scene, sentence, noun, owners, told, "noun") if owners and not is_yet_to_be_made(scene, sentence, noun) else None


def _is_bidden(clause: Token) -> bool:
    """Whether a clause with "that" bids: a bare form, or "should", "must"."""
    words = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    bare = clause.tag_ in ("VB", "VBP") and not words - {"be", "not"} and clause.lower_ == clause.lemma_
    return any(c.lower_ == "that" for c in children(clause, "mark")) and (bare or bool(words & {"should", "must"}) or "be" in words)


def _wished_before(noun: Token) -> list[Token]:
    """ "The call by X, the premier, for joint loans has met with …": what is called for, where the parser hangs it on the verb."""
    preps = [p for p in children(noun.head, "prep") if p.lower_ == "for" and noun.i < p.i < noun.head.i and noun.dep_ in SUBJECTS]
    return [t for p in preps for t in children(p, "pobj")]


def _owners(scene: Scene, sentence: Sentence, noun: Token) -> list[Token]:
    """Whose call it is: its possessor, an adjective, whoever follows "by" or "from", the subject of "renewed a call"."""
    owners = children(noun, "poss") or after(noun, "by", "from") or agents(noun)
    if not owners and noun.dep_ == "dobj" and noun.head.lemma_ in VOICED and any(c.lower_ in ("a", "an") for c in noun.lefts):
        owners = subjects(noun.head)  # "repeated an appeal for the alliance to act"
    if any(t.tag_ == "PRP$" for t in owners) and noun.dep_ == "dobj":
        owners = subjects(noun.head) or owners
    if not owners and noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_ == "vote":
        owners = subjects(noun.head.head)  # "parliament voted for an appeal to the Congress to act"
    if not owners and noun.dep_ == "nsubjpass" and noun.head.lemma_ in VOICED:
        owners = agents(noun.head)  # "an appeal was addressed by the ministry to its partners"
    if not owners:
        owners = [noun] if scene.namer.modifier(sentence, noun) else []
    if not owners and noun.dep_ == "dobj" and noun.head.lemma_ in VOICED:
        owners = subjects(noun.head)
    return owners


def _bidding(sentence: Sentence) -> Token | None:
    """The verb of a sentence that bids: a bare form that opens it and has no subject ("Lift the limits now")."""
    mark = MARK.match(sentence.text)
    words = [t for t in sentence.tokens if not t.is_punct and not t.is_space and t.idx >= (mark.end() if mark else 0)]
    verb = next((t for t in words[:4] if t.tag_ in ("VB", "VBP") and t.pos_ == "VERB"), None)
    if verb is None or sentence.text.rstrip(BEHIND).endswith("?"):
        return None
    before = [t for t in words if t.i < verb.i]
    opens = all(
        (t.dep_ in ("advmod", "neg", "intj") and t.lower_ != "best") or t.lower_ in ("please", "do", "n't", "now", "so", "and", "but")
        for t in before
    )
    bare = not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children) and not any(t.lower_ == "to" for t in before)
    return verb if opens and bare and verb.dep_ in ("ROOT", "ccomp", "advcl", "conj") else None


def _after_colon(sentence: Sentence) -> Token | None:
    """ "I call on all: do not delay", "the message to Berlin is clear: release the missiles"."""
    colon = next((t for t in sentence.tokens if t.text == ":" and t.i), None)
    led = colon is not None and any(t.lemma_.lower() in LEADS for t in sentence.tokens[: colon.i])
    words = [t for t in sentence.tokens[colon.i + 1 : colon.i + 6] if not t.is_punct] if colon is not None and led else []
    before = [t for t in words if t.lower_ in ("please", "do", "n't", "not", "now", "just", "never")]
    verb = next((t for t in words if t not in before), None)
    if verb is None or verb.tag_ not in ("VB", "VBP") or verb.pos_ != "VERB" or verb.lemma_ in PHRASES:
        return None
    return None if any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.i < verb.i for c in verb.children) else verb


def _addressed(sentence: Sentence, verb: Token) -> list[Token]:
    """Whom a quotation bids: "“Allow us to strike,” he told the allies", "I call on all partners: do not delay", "my message to Berlin"."""
    if sentence.tokens[0].i <= verb.i - 1 and verb.i > 6:
        before = [t for t in sentence.tokens[: verb.i] if t.lemma_.lower() in LEADS]
        return [i for t in before for i in (*after(t, "on", "upon", "to", "for"), *children(t, "dobj")) if i.pos_ != "PRON"]
    above = verb.head if verb.dep_ in ("ccomp", "advcl") and verb.head.i > verb.i else None
    return [t for t in things_of(above) if t.pos_ != "PRON"] if above is not None and above.lemma_ in ("tell", "urge") else []


def _from_bidding(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "“Give Ukraine what it needs,” X said", "Let us act": said by somebody, never by the text itself."""
    let = next((c for c in verb.children if c.dep_ == "ccomp" and _is_let(c)), None)
    deed = let if verb.lemma_ == "let" and let is not None else verb
    author = scene.discourse.author
    if (deed is verb and verb.lemma_ in PHRASES) or sentence.block.heading or sentence.text[:1].islower():
        return None  # "buy 14 tanks;", an item of a list that goes on with what its lead says
    told = _addressed(sentence, verb)
    if deed is not verb and not told:  # "let the allies shoot them down"
        told = [s for s in spread(children(deed, "nsubj")) if s.pos_ != "PRON"]
    if scene.speaker_of(sentence, verb) is None and author is None and not told:
        return None
    return _voiced(scene, sentence, deed, told, "bid")


def _is_let(deed: Token) -> bool:
    """ "Let us act", "let the sanctions be tightened", "let there be no tanker in our ports"; not "let there be no doubt"."""
    sure = any(t.lemma_.lower() in BEYOND_DOUBT for t in children(deed, "attr", "acomp")) or deed.lemma_ in MUSINGS - {"be", "have"}
    given = children(deed, "nsubjpass", "expl") and not sure
    if deed.lemma_ in MUSINGS and any(s.lower_ in ("nobody", "one") for s in children(deed, "nsubj")):
        return False  # "let nobody say later"
    return any(s.lower_ != "me" for s in children(deed, "nsubj")) or bool(given)


def _from_list(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """An item under words that end in a colon and urge ("We ask you to:"): of those who urge, to those they urge."""
    lead = _lead(scene, sentence)
    opened = next(((t, f) for t, f in triggers(scene.pack, lead, KIND) if f.role in ("urge", "demand")), None) if lead else None
    if lead is None or opened is None:
        return None
    told = after(opened[0], "on", "upon", "to") or children(opened[0], "dobj")
    draft = urge(scene, lead, opened[0], subjects(opened[0]), told, "list")
    if draft is None:
        return None
    draft.evidence, draft.trigger = [(sentence.start, sentence.end)], sentence.bounds(verb)
    return draft


def _lead(scene: Scene, sentence: Sentence) -> Sentence | None:
    """The sentence before a list that leads it with a colon."""
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - LONG), -1):
        before = scene.sentences[number]
        if before.text.rstrip().endswith(":") and before.block_number < sentence.block_number:
            return before
        if not (before.block.bullet or MARK.match(before.text)) and before.block_number != sentence.block_number:
            return None
    return None


def _voiced(scene: Scene, sentence: Sentence, deed: Token, told: list[Token], rule: str) -> Draft | None:
    """A draft by whoever says the words around an act, or by the author."""
    voice = scene.speaker_of(sentence, deed) or (scene.speaker_of(sentence, told[0]) if told else None)
    by = list(voice.ids) if voice else [scene.discourse.author] if scene.discourse.author else []
    who = [w.id for w in scene.named(sentence, told)]
    if (not by and not who) or (who and set(who) <= set(by)):
        return None
    draft = scene.draft(sentence, KIND, "made", deed, rule)
    if any(t.lower_ == "we" for t in told) and (bloc := bloc_spoken_for(scene, by)):
        draft.add("to", [bloc])
        draft.inferred["to"] = "the bloc the speaker speaks for"
    draft.add("by", by)
    if voice:
        draft.grounds["by"] = voice.at
    elif by:
        draft.inferred["by"] = "the author of the text"
    draft.features |= {"voice": float(voice is not None), "we": float(any(t.lower_ in SELF for t in told))}
    return finish(scene, sentence, draft, deed, told)
