"""Who tells the words that a trigger stands in: whoever is reported, a paper that shows it, a source named beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive
from promissory.extraction.grammar.tree import FINITE, children, within
from promissory.extraction.lexicon.sayers import DOCUMENTS, FINDINGS
from promissory.extraction.lexicon.verbs import TELLING
from promissory.extraction.scene import Scene
from promissory.extraction.speech.stances import find_stances
from promissory.extraction.speech.uttering import is_parted

if TYPE_CHECKING:
    from promissory.extraction.words import Token

SPEECH = TELLING | frozenset(
    "write report deny accuse suggest reveal disclose assert comment describe estimate share indicate reply respond predict caution "
    "allege conclude hint specify spell lament complain concede contend tweet post publish unveil calculate reckon forecast verify "
    "recount outline detail testify elaborate quip boast clarify".split()
)
#: Verbs of other acts, which tell something only where a clause or words in quotation marks follow ("found that …").
CLAUSED = frozenset("accept list raise find learn hear repeat relate volunteer assess judge".split())
#: What opens a clause that tells when something was said.
WHEN = frozenset("as while after before when once since until".split())
#: What papers do that tell something.
SHOWS = frozenset("show list put give indicate suggest reveal document record".split())


def tells(verb: Token) -> bool:
    """Whether a verb is one of speech, by itself or by the clause or the quotation that is its object."""
    if verb.lemma_ not in CLAUSED:
        return verb.lemma_.lower() in SPEECH
    return any(c.is_quote for c in verb.children) or any(_is_clause(c) for c in children(verb, "ccomp"))


def _is_clause(verb: Token) -> bool:
    """Whether a verb under another has a time of its own ("found that it was late", not "heard it fall")."""
    return any(t.tag_ in FINITE for t in (verb, *children(verb, "aux", "auxpass")))


def is_made(verb: Token) -> bool:
    """ "The agreements concluded by Ukraine", "put their names to a pact": verbs of making, which are of saying elsewhere."""
    if verb.lemma_ == "conclude":
        return is_passive(verb) or bool(children(verb, "dobj") and not children(verb, "ccomp"))
    return verb.lemma_ == "put" and any(t.lemma_.lower() in ("name", "signature") for t in children(verb, "dobj"))


def attribution(scene: Scene, sentence: Sentence, trigger: Token) -> tuple[list[str], tuple[int, int]] | None:
    """Whoever says the words the trigger stands in, else the speakers above it ("X said that …", "according to X")."""
    voice = scene.speaker_of(sentence, trigger)
    if voice and not voice.vague:
        return list(voice.ids), voice.at
    if trigger.i in sentence.quoted:  # "we announced" in a quotation is said by whoever is quoted, were it known
        return _above(scene, sentence, trigger)
    return _above(scene, sentence, trigger) or _beside(scene, sentence, trigger) or _viewed(scene, sentence, trigger)


def _viewed(scene: Scene, sentence: Sentence, trigger: Token) -> tuple[list[str], tuple[int, int]] | None:
    """Whose view it is, where somebody without a name tells that ("The Commission takes the view that …, a diplomat said")."""
    for cue in find_stances(sentence):
        if trigger.i in cue.content and (who := _named(scene, sentence, list(cue.speakers))):
            return who, sentence.bounds(cue.speakers[0])
    return None


def _above(scene: Scene, sentence: Sentence, trigger: Token) -> tuple[list[str], tuple[int, int]] | None:
    """The subject of a verb of speech that the trigger hangs on."""
    when: Token | None = None
    for under, here in zip((trigger, *trigger.ancestors), trigger.ancestors, strict=False):
        when = under if _is_when(under) else None if here.pos_ in ("VERB", "AUX") and not tells(here) else when
        if (
            _goes_on_by_itself(under, here)
            or (when is not None and _is_told_before(when, here))
            or is_parted_before(sentence, trigger, here)
        ):
            return None
        if here.lemma_ in SHOWS and (shown := _shown(scene, sentence, here)):
            return shown
        both_quoted = {trigger.i, here.i} <= sentence.quoted
        if tells(here) and here.pos_ == "VERB" and not both_quoted and not is_made(here):
            if voice := scene.heard(sentence, here):
                return list(voice.ids), voice.at
            speakers = [s for s in actors_of(here) if s.i != trigger.i]
            if who := _named(scene, sentence, speakers):
                return who, sentence.bounds(speakers[0])
    return None


def is_parted_before(sentence: Sentence, trigger: Token, verb: Token) -> bool:
    """Whether a semicolon stands between words and a report behind them ("Oslo gave five; Bern added two, its minister said")."""
    return trigger.i < verb.i and is_parted(sentence, verb, trigger)


def _shown(scene: Scene, sentence: Sentence, verb: Token) -> tuple[list[str], tuple[int, int]] | None:
    """ "Ten tanks were sent, the government's list shows": whoever drew up the paper."""
    papers = [s for s in children(verb, "nsubj") if s.lemma_.lower() in DOCUMENTS | FINDINGS]
    who = [w.id for t in papers for w in scene.voices.name_all(sentence, t) if not w.vague]
    return (list(dict.fromkeys(who)), sentence.bounds(papers[0])) if who else None


def _goes_on_by_itself(verb: Token, above: Token) -> bool:
    """ "Germany announced twelve guns, and Spain has sent a battery": a clause with a subject of its own that nobody is said to tell."""
    joined = verb.dep_ == "conj" or (verb.dep_ == "advcl" and any(c.lower_ in ("while", "whereas") for c in children(verb, "mark")))
    if not joined or not children(verb, "nsubj", "nsubjpass") or not tells(above):
        return False
    finite = [verb, *children(verb, "aux", "auxpass")]
    return any(t.tag_ in ("VBZ", "VBP") or t.lower_ == "will" for t in finite) and above.tag_ in ("VBD", "VBN")


def _is_when(verb: Token) -> bool:
    """Whether a clause tells what went on meanwhile ("announced a package as Kyiv pleaded for missiles")."""
    opens = verb.dep_ == "advcl" and any(c.lower_ in WHEN for c in children(verb, "mark", "advmod"))
    return opens and bool(children(verb, "nsubj", "nsubjpass"))


def _is_told_before(when: Token, verb: Token) -> bool:
    """Whether a verb of speech has told what it tells before the clause on what went on meanwhile."""
    return tells(verb) and any(t.i < when.i for t in children(verb, "dobj", "ccomp", "xcomp"))


def _beside(scene: Scene, sentence: Sentence, trigger: Token) -> tuple[list[str], tuple[int, int]] | None:
    """The source of the sentence, or the subject of a report in brackets, wherever they stand."""
    for token in sentence.tokens:
        if token.lower_ == "according" and (to := next((c for c in token.children if c.lower_ == "to"), None)):
            sources = children(to, "pobj")
            if who := _named(scene, sentence, sources):
                return who, sentence.bounds(sources[0])
        if tells(token) and token.dep_ in ("parataxis", "ccomp") and token.i not in sentence.quoted:
            speakers = [s for s in actors_of(token) if s.i != trigger.i and not is_passive(token)]  # "an operation that was said to begin"
            apart = trigger.i in {t.i for t in within(token)} or is_parted_before(sentence, trigger, token)
            if not apart and (who := _named(scene, sentence, speakers)):
                return who, sentence.bounds(speakers[0])
    return None


def _named(scene: Scene, sentence: Sentence, speakers: list[Token]) -> list[str]:
    return [w.id for w in scene.named(sentence, speakers)]
