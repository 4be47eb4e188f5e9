"""Finding proposals in turns that advise: "would do better to act", "the time has come to act", "sanctions are needed"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.matters.addressing import told_of
from promissory.extraction.kinds.proposals.pleas import KIND, finish, urge
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.speech.voicing import Voice

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is said of an act that one should leave alone.
UNWISE = frozenset("mistake error folly blunder wrong unwise foolish irresponsible reckless dangerous".split())
#: What one only does in one's mind, which is nothing to urge ("it would be a mistake to think that …").
THOUGHTS = frozenset(
    "think believe assume suppose imagine see read take regard consider expect conclude underestimate overestimate".split()
)
#: What is best to do.
BEST = frozenset("option thing way course solution step choice answer priority response strategy bet".split())
#: What is said of an act that somebody "would be" doing.
WISE = frozenset("wise right smart prudent sensible foolish advisable reasonable fair logical better best".split())
#: Nouns for steps that "are needed" of those who can take them.
STEPS = frozenset(
    "sanction ceasefire truce pressure decision talk negotiation guarantee reform action step measure unity determination response "
    "tribunal investigation inquiry invitation diplomacy solution leadership boldness resolve".split()
)
MODALS = frozenset("to would will can could should may might must".split())
#: What one has who ought to act, and what may be laid on one.
DUTIES = frozenset("duty obligation responsibility task job".split())
#: What is said of a case for acting that is made.
SOUND = frozenset("overwhelming strong clear compelling unanswerable convincing obvious powerful solid persuasive undeniable".split())
NEEDED = frozenset("needed necessary required essential indispensable overdue".split())
CALLS = frozenset("call pressure demand appeal".split())
GROWING = frozenset("grow mount increase rise intensify build multiply swell come".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of proposals that a sentence makes by advising."""
    for token in sentence.tokens:
        draft = _advised(scene, sentence, token) or _due(scene, sentence, token) or _needed(scene, sentence, token)
        draft = draft or _growing(scene, sentence, token)
        if draft:
            yield draft


def _advised(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "Kyiv would do better to act", "would be well advised to act", "would be wise to act", "had better act", "Kyiv better act"."""
    if not verb.children:  # all of them stand with the verb
        return None
    if (deed := _advice(verb) or (verb if _is_bare_better(verb) else None)) is not None:
        # "it would be a mistake for Britain to cut its aid"
        told = _told(verb) or children(deed, "nsubj") or [t for c in children(verb, "attr", "acomp") for t in after(c, "for", "of")]
    elif (deed := _best(verb)) is not None:
        told = [t for s in subjects(verb) for t in (*after(s, "for"), *(d for c in children(s, "relcl") for d in children(c, "nsubj")))]
        told = [t for t in told if t.tag_ not in ("WDT", "WP")]
    elif (deed := _case(verb)) is not None:
        told = _told(verb)
    elif (deed := _duty(verb) or _no_choice(verb)) is None or _is_of_us(scene, sentence, deed, told := _told(verb)):
        return None
    return _draft(scene, sentence, deed, told, "advice")


def _told(verb: Token) -> list[Token]:
    """Who a clause says should act."""
    return [t for t in subjects(verb) if t.pos_ != "PRON"]


def _best(verb: Token) -> Token | None:
    """ "The best option for Moscow was to surrender", "the best thing the West could do is to give missiles"."""
    if verb.lemma_ != "be":
        return None
    named = [s for s in children(verb, "nsubj") if s.lemma_.lower() in BEST and any(c.lower_ in ("best", "only", "right") for c in s.lefts)]
    return _deed([verb], verb) if named else None


def _no_choice(verb: Token) -> Token | None:
    """ "Europe has no choice but to rearm"."""
    if verb.lemma_ != "have" or verb.tag_ == "VBD":
        return None
    things = [
        t for t in children(verb, "dobj") if t.lemma_ in ("choice", "option", "alternative") and any(c.lower_ == "no" for c in t.lefts)
    ]
    return next((d for t in things for d in t.subtree if d.tag_ == "VB"), None)


def _duty(verb: Token) -> Token | None:
    """ "The allies have a duty to act"."""
    duties = [t for t in children(verb, "dobj") if t.lemma_.lower() in DUTIES] if verb.lemma_ in ("have", "bear") else []
    return next((d for t in duties for d in children(t, "acl", "relcl") if d.tag_ == "VB"), None)


def _case(verb: Token) -> Token | None:
    """ "The case for giving Kyiv missiles is overwhelming"."""
    made = verb.lemma_ == "be" and any(c.lower_ in SOUND for c in children(verb, "acomp"))
    cases = [s for s in children(verb, "nsubj") if s.lemma_ == "case"] if made else []
    return next((t for s in cases for t in after(s, "for", "against") if t.tag_ == "VBG"), None)


def _is_of_us(scene: Scene, sentence: Sentence, deed: Token, told: list[Token]) -> bool:
    """Whether those who have a duty or no choice are of the state of whoever says so, or nobody is known to say it."""
    voice = _voice(scene, sentence, deed) or (_voice(scene, sentence, told[0]) if told else None)
    own = {scene.namer.state_of(i) for i in voice.ids} if voice is not None else set()
    blocs = {i for i in own if i in scene.pack.actor and scene.pack.actor[i].type == "bloc"}
    return voice is None or bool(set(scene.states(scene.named(sentence, told))) & (own - blocs))


def _advice(verb: Token) -> Token | None:
    """What one is advised to do."""
    words = {c.lower_ for c in verb.children}
    would = bool(words & {"would", "'d"})
    better = verb.lemma_ == "do" and would and bool(words & {"better", "well", "best"})
    advised = verb.lemma_ == "advise" and would and "well" in words
    if verb.lower_ == "had" and (torn := next((d for d in children(verb, "dobj", "xcomp") if d.tag_ == "VB"), None)) is not None:
        return torn if any(c.lower_ == "better" for c in torn.lefts) else None  # "had better move", taken for an object
    had = verb.lower_ == "had" and "better" in words
    wise = [c for c in children(verb, "acomp") if _is_wise(c)] if verb.lemma_ == "be" and would else []
    around = [verb.head] if verb.dep_ == "ccomp" and verb.head.i > verb.i else []  # "Kyiv would do well, he wrote, to act"
    unwise = [c for c in children(verb, "acomp", "attr") if c.lower_ in UNWISE] if verb.lemma_ == "be" and would else []
    deed = _deed([verb, *wise, *unwise, *around], verb) if better or advised or had or wise or unwise else None
    return deed if deed is None or not unwise or deed.lemma_ not in THOUGHTS else None


def _is_bare_better(verb: Token) -> bool:
    """ "Kyiv better come to the table"."""
    if verb.tag_ not in ("VB", "VBP") or not any(c.lower_ == "better" and c.i == verb.i - 1 for c in verb.children):
        return False
    return bool(subjects(verb)) and not any(c.lower_ in MODALS for c in verb.children)


def _is_wise(word: Token) -> bool:
    return word.lower_ in WISE or (word.lower_ == "advised" and any(c.lower_ in ("well", "best", "better") for c in word.lefts))


def _deed(hosts: list[Token], from_: Token) -> Token | None:
    """The bare form that says what ought to be done."""
    bare = (d for h in hosts for d in h.children if d.tag_ == "VB" and d.i > from_.i)
    return next((d for d in bare if d.dep_ in ("xcomp", "advcl", "dobj", "ccomp", "acl", "relcl")), None)


def _due(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "The time has come to act", said by somebody."""
    if verb.lemma_ != "come" or not any(s.lemma_ in ("time", "hour", "moment") for s in subjects(verb)):
        return None
    hosts = [verb, *subjects(verb)]
    deed = _deed(hosts, subjects(verb)[0])
    told = children(deed, "nsubj") if deed is not None else []
    if deed is None or told or scene.mood(sentence, verb).negated or _voice(scene, sentence, deed) is None:
        return None
    return _draft(scene, sentence, deed, told, "due")


def _needed(scene: Scene, sentence: Sentence, word: Token) -> Draft | None:
    """ "Stronger sanctions are needed, X said"."""
    if word.lower_ not in NEEDED or (word.tag_ != "VBN" and word.dep_ != "acomp"):
        return None
    verb = word if word.tag_ == "VBN" and word.dep_ != "acomp" else word.head
    steps = [s for s in subjects(verb) if s.lemma_.lower() in STEPS]
    if not steps or scene.mood(sentence, verb).negated or _voice(scene, sentence, word) is None:
        return None
    return _draft(scene, sentence, word, after(steps[0], "from", "by"), "needed")


def _growing(scene: Scene, sentence: Sentence, noun: Token) -> Draft | None:
    """ "Calls are growing for Berlin to act", "pressure mounted on Berlin": made to those who are named, by nobody in particular."""
    verb = noun.head
    if noun.lemma_.lower() == "pressure" and noun.dep_ == "pobj" and noun.head.lower_ == "under":
        return _under_pressure(scene, sentence, noun)
    there = noun.tag_ == "NNS" and (noun.dep_ == "attr" or noun.head.lower_ in ("of", "amid"))  # "a chorus of calls for Berlin to act"
    grown = noun.dep_ == "nsubj" and verb.lemma_ in GROWING
    if noun.lemma_.lower() not in CALLS or not (grown or there) or children(noun, "poss"):
        return None
    above = verb.head if there and noun.dep_ == "pobj" else verb  # "a chorus of calls for Berlin to act"
    deeds = [d for host in (noun, verb, above) for d in host.children if d.tag_ == "VB" and d.i > noun.i]
    told = [s for d in deeds for s in children(d, "nsubj")] or after(noun, "on") or after(verb, "on")
    return urge(scene, sentence, noun, after(noun, "from", "by"), told, "noun") if deeds and told else None


def _under_pressure(scene: Scene, sentence: Sentence, noun: Token) -> Draft | None:
    """ "Scholz is under pressure to send tanks": made to him, by whoever is named after "from"."""
    verb = noun.head.head
    deeds = [d for d in children(noun, "acl") if d.tag_ == "VB"]  # "under pressure at home to send" is mended in the tree
    told = [s for s in subjects(verb) if s.pos_ != "PRON"] if verb.pos_ in ("VERB", "AUX") else []
    return urge(scene, sentence, noun, after(noun, "from"), told, "noun") if deeds and told else None


def _voice(scene: Scene, sentence: Sentence, token: Token) -> Voice | None:
    """Whoever says it, if that is somebody in particular."""
    voice = scene.speaker_of(sentence, token)
    return voice if voice is not None and not voice.vague else None


def _draft(scene: Scene, sentence: Sentence, deed: Token, told: list[Token], rule: str) -> Draft | None:
    """A draft by whoever says it or by the author; or to somebody who is named."""
    voice = _voice(scene, sentence, deed) or (_voice(scene, sentence, told[0]) if told else None)
    author = scene.discourse.author
    by = list(voice.ids) if voice else [author] if author else []
    who = [w.id for w in scene.named(sentence, told)]
    some = who or told_of(scene, sentence, told, by)  # "governments would be well advised to act"
    if (not by and not some) or (who and set(who) <= set(by)):
        return None
    draft = scene.draft(sentence, KIND, "made", deed, rule)
    draft.add("by", by)
    draft.grounds |= {"by": voice.at} if voice else {}
    draft.features |= {"voice": float(voice is not None)}
    return finish(scene, sentence, draft, deed, told)
