"""Cues of speech in a parsed sentence: who says, thinks or takes a stand, by which word, and which words are what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, asked_with, is_passive, subjects
from promissory.extraction.grammar.tree import OBJECTS, SUBJECTS, children, clause
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.punctuation import POSSESSIVE
from promissory.extraction.lexicon.sayers import DOCUMENTS, FINDINGS, WORDS, may_speak
from promissory.extraction.speech.adjoining import find_adjoining
from promissory.extraction.speech.closing import (
    goes_on_from,
    is_deed,
    is_of_nobody,
    is_of_oneself,
    is_of_support,
    name_told_of,
    quoted_as_saying,
)
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.labels import find_labels
from promissory.extraction.speech.nesting import hides
from promissory.extraction.speech.referring import SHOWS, find_sources
from promissory.extraction.speech.stances import find_stances
from promissory.extraction.speech.uttering import content_of
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

KIND = "statement"
#: Auxiliaries under which nothing was said yet, or only might be.
UNSAID = frozenset("would could might may should must can shall will 'd 'll".split())
REFUSALS = frozenset("decline refuse fail avoid stop hesitate need want try prefer".split())
#: Adjectives with which one does say ("was quick to dismiss the plan").
READY = frozenset("quick swift first keen careful eager".split())
#: Verbs whose participle means who was spoken to ("Asked about tanks, …", "when pressed").
ASKED = frozenset("ask press question quiz tell grill challenge".split())
PERFECT = frozenset("have has had having 've".split())
MASKS = frozenset(("if", "unless", "whether"))
#: Verbs that without an object are passive ("Russia accused of shelling").
CHARGES = frozenset(("accuse", "blame", "condemn", "criticise", "criticize", "praise", "call", "describe"))
#: Verbs whose object is the one spoken to.
TO_WHOM = frozenset("tell ask remind inform assure warn thank advise notify urge beg quote call describe accuse praise".split())
ASKS = frozenset("ask request urge demand want implore beg call propose suggest insist press push order tell invite need".split())
THINGS = frozenset(("it", "this", "that", "which", "these", "those"))
#: Words in quotation marks by which a verb of doing by saying is one of speech.
FEWEST_QUOTED = 2
#: Participles of those who have a name ("a mechanism, dubbed PAREM").
NAMED = frozenset("named nicknamed dubbed called termed labelled labeled".split())
PARTICIPLES = frozenset(("VBN", "VBD"))
#: What the phrase of a speaker at the end of a sentence consists of, and how many words it has at most.
NAMING = frozenset("DET ADJ NOUN PROPN PART ADP NUM".split())
FARTHEST = 12
#: What a deed can do as well as words; kinds of claims whose verbs are words, or deeds at which there are some.
SIGNALS = SHOWS | {"reflect", "reveal", "illustrate"}
SPOKEN = {KIND: (), "proposal": ("urge",), "meeting": (), "need": ("ask",)}


def find_cues(pack: Pack, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence outside its quotations, in order; one inside what another reports is left out."""
    found = [*_verbs(pack, sentence), *find_sources(sentence), *find_labels(sentence), *_held(sentence)]
    beside = {cue.word.i: cue for cue in find_adjoining(sentence, _said_in(pack, sentence))}
    full = {cue.word.i for cue in found if cue.content or (cue.word.i in beside and not beside[cue.word.i].content)}
    found = [c for c in found if c.word.i in full or c.word.i not in beside] + [c for i, c in beside.items() if i not in full]
    return sorted((c for c in found if not any(hides(other, c) for other in found)), key=lambda cue: cue.word.i)


def _held(sentence: Sentence) -> list[Cue]:
    """Stances told as held ("is clear that"), not those that somebody is asked to take ("called on NATO to be clear about it")."""
    return [c for c in find_stances(sentence) if not _is_bidden(c.word) or _is_said(c.word.head, sentence.quoted)]


def _is_bidden(word: Token) -> bool:
    return word.dep_ == "acomp" and word.head.tag_ == "VB"


def _said_in(pack: Pack, sentence: Sentence) -> frozenset[int]:
    """The verbs of a sentence that say so outside its quotations."""
    opened = [t for t, frame in triggers(pack, sentence, KIND) if frame.role != "stance" and t.pos_ == "VERB"]
    return frozenset(t.i for t in opened if t.i not in sentence.quoted and _is_said(t, sentence.quoted))


def _verbs(pack: Pack, sentence: Sentence) -> Iterator[Cue]:
    """One cue a verb: the first of its frames that finds content; one without content only where words may stand elsewhere."""
    roles: dict[int, list[str]] = {}
    for token, frame in triggers(pack, sentence, KIND):
        if token.pos_ in ("VERB", "AUX") and token.i not in sentence.quoted and _is_said(token, sentence.quoted):
            roles.setdefault(token.i, []).append(frame.role)
    for i, names in roles.items():
        verb = sentence.tokens[i]
        named = [s for s in _without_titles(_speakers(sentence, verb)) if not _is_goods(sentence, s)]
        speakers = tuple(s for s in named if s.i not in sentence.quoted)
        opened = [role for role in names if speakers and (role != "quote" or sentence.quotations or _can_speak(speakers))]
        found = [Cue(verb, speakers, content_of(sentence, verb, speakers, role), role) for role in opened]
        if speakers and (is_of_oneself(verb) or is_deed(sentence, verb)):
            continue
        if speakers and verb.lemma_ in SHOWS and (speakers[0].lower_ in THINGS or _is_deed(speakers[0])):
            continue
        if speakers and _is_upshot(pack, sentence, verb):
            continue
        found = [c for c in found if not is_of_support(pack, sentence, c)]
        bare = [] if _is_meanwhile(verb) else [c for c in found if c.role != "stance"]
        found.sort(key=lambda c: c.role == "quote" and len(c.content & sentence.quoted) < FEWEST_QUOTED)  # "promised it would be “crucial”"
        if best := next((c for c in found if c.content), next(iter(bare), None)):
            yield best
        elif found and _closes_quotation(sentence, verb, speakers):
            yield Cue(verb, speakers, frozenset(), "quote")


def _closes_quotation(sentence: Sentence, verb: Token, speakers: Sequence[Token]) -> bool:
    """ "“Open the champagne!” the senator mocked": whether a verb and its subject stand right behind words in quotation marks."""
    first = min(verb.i, *(s.left_edge.i for s in speakers))
    return first > 0 and sentence.tokens[first - 1].i in sentence.quoted and not is_passive(verb)


def _is_meanwhile(verb: Token) -> bool:
    """ "Gunners wait for shells as Europe argues": what happens at the time, and no words that stand elsewhere."""
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("as", "while", "because", "since") for c in verb.children)


def _is_upshot(pack: Pack, sentence: Sentence, verb: Token) -> bool:
    """ "Moscow fired 60 drones, underlining the need for shells": what a deed shows, and no words of who did it."""
    deed = verb.head
    trails = verb.tag_ == "VBG" and verb.dep_ == "advcl" and deed.i < verb.i
    if not trails or verb.lemma_ not in SIGNALS or any(t.i in sentence.quoted for t in verb.subtree):
        return False
    spoken = {t.i for kind, roles in SPOKEN.items() for t, frame in triggers(pack, sentence, kind) if not roles or frame.role in roles}
    told = deed.i in spoken and not (is_passive(deed) or any(c.dep_ == "neg" for c in deed.children))
    return not told and not spoken & {t.i for t in verb.subtree if t.i != verb.i and t.tag_ == "VBG"}


def _is_deed(speaker: Token) -> bool:
    """ "The support from NATO underscores": neither people nor a paper, and no words of somebody's."""
    return speaker.tag_ == "NN" and not may_speak(speaker) and speaker.lemma_ not in DOCUMENTS | FINDINGS | WORDS


def _is_goods(sentence: Sentence, speaker: Token) -> bool:
    """ "The Mirage 2000-5s promised for 2025": goods say nothing."""
    mention = sentence.at.get(speaker.i)
    return mention is not None and all(name.type in ("item", "topic") for name in mention.names) and mention.id_of("item") is not None


def _can_speak(speakers: Sequence[Token]) -> bool:
    """Whether one of them is no mere thing ("an operation that was to begin at noon")."""
    return any(s.pos_ != "NOUN" or may_speak(s) for s in speakers)


def _asks_others(verb: Token) -> bool:
    """Whether somebody is asked to do what follows: "urged Berlin to say", "called on X to explain"; not "called him to explain"."""
    if verb.lemma_ not in ASKS:
        return False
    return bool(asked_with(verb)) or (verb.lemma_ != "call" and (is_passive(verb) or bool(children(verb, "dobj"))))


def _is_asked(verb: Token, quoted: frozenset[int]) -> bool:
    """ "Does the minister agree that Kyiv needs more?": what somebody is asked to say is not said."""
    last = next((t for t in reversed(verb.doc) if not (t.is_quote or t.is_space or t.text in ")]")), verb)
    opens = next((t for t in verb.children if t.dep_ == "aux"), None)
    own = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    return last.text == "?" and last.i not in quoted and opens is not None and own is not None and opens.i < own.i and verb.dep_ == "ROOT"


def _is_said(verb: Token, quoted: frozenset[int] = frozenset()) -> bool:
    """Whether the words were uttered: not denied, wished, conditional or still to come; no matter what hangs over it in a quotation."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg", "mark")}
    if _is_asked(verb, quoted):
        return False
    if verb.lemma_ in CHARGES and verb.tag_ in PARTICIPLES and not any(c.dep_ in (*OBJECTS, "agent") for c in verb.children):
        return False
    if verb.lemma_ in ASKED and verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl", "relcl") and not words & PERFECT:
        return False
    told = verb.dep_ == "relcl" and verb.head.dep_ in ("dobj", "dative") and verb.head.head.lemma_ in ("tell", "answer")
    if told and verb.lemma_ in ASKED:  # "told a reporter who had asked about the money"
        return False
    if words & UNSAID or words & MASKS or (words & {"not", "n't", "never"} and verb.lemma_ != "rule"):
        return False
    if is_of_nobody(verb) or (verb.dep_ == "acl" and verb.lower_ in NAMED and not agents(verb)):
        return False
    under = verb.dep_ in ("xcomp", "advcl", "acl", "ccomp", "conj") and verb.tag_ in ("VB", "VBG", "VBN")
    apart = verb.tag_ == "VBG" and verb.dep_ == "advcl"  # "declined to comment, saying only that …"
    if verb.dep_ == "conj" and verb.tag_ == "VB" and not words and verb.head.pos_ == "VERB":
        return _is_said(verb.head, quoted)  # "would neither confirm nor deny it"
    if under and verb.head.lemma_ in REFUSALS and not apart and verb.head.i not in quoted:
        return False
    if verb.tag_ == "VB" and "to" in words:
        if verb.dep_ in ("xcomp", "ccomp", "advcl") and _asks_others(verb.head):
            return False  # "is being asked to assure allies", "urged Berlin to say"
        ready = verb.head.pos_ == "ADJ" and verb.head.lower_ in READY and verb.dep_ == "xcomp"
        return ready or _is_at_pains(verb) or (verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ == "VERB" and _is_said(verb.head))
    return True


def _speakers(sentence: Sentence, verb: Token) -> list[Token]:
    if (quoted := quoted_as_saying(verb)) is not None:
        return quoted
    if is_passive(verb) and verb.dep_ != "acl":
        if verb.lemma_ == "quote":
            return subjects(verb)
        return agents(verb)
    if _is_at_pains(verb):
        return subjects(clause(verb.head))
    if _is_known(sentence, verb):
        return agents(verb)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ in SUBJECTS for c in verb.children) and not is_passive(verb.head):
        return subjects(_asker(goes_on_from(sentence, verb)))
    if beside := _beside(sentence, verb) or _between_commas(sentence, verb):
        return [beside]
    if tardy := _after_its_word(sentence, verb):
        return tardy
    if (closing := _closing_phrase(sentence, verb)) is not None:
        return [closing]
    if verb.dep_ == "acl" and verb.tag_ in PARTICIPLES:
        return [verb.head] if _is_only_verb(sentence, verb) and verb.head.pos_ == "PROPN" else _inverted(sentence, verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.i and sentence.tokens[verb.i - 1].text == "," and verb.head.dep_ not in SUBJECTS:
        return actors_of(clause(verb.head))
    if late := _behind(sentence, verb):
        return [late]
    return actors_of(verb) or _inverted(sentence, verb) or _taken_for_compound(sentence, verb)


APOSTROPHES = frozenset(("’", "'", *POSSESSIVE))


def _without_titles(speakers: list[Token]) -> list[Token]:
    """The speakers without a title of the name right after it ("the writer Ivan Bondar"), and without an owner ("Pabriks’ counterpart")."""
    speakers = [s for s in speakers if len(speakers) == 1 or s.i + 1 >= len(s.doc) or s.doc[s.i + 1].text not in APOSTROPHES]
    names = [s for s in speakers if s.pos_ == "PROPN"]
    firsts = {min(c.i for c in (name, *(c for c in name.lefts if c.dep_ == "compound"))) for name in names}
    return [s for s in speakers if s.pos_ != "NOUN" or s.i + 1 not in firsts]


def _is_at_pains(verb: Token) -> bool:
    """ "Was at pains to say", "went to great lengths to explain"."""
    return verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl", "xcomp", "advcl") and verb.head.lower_ in ("pains", "lengths")


def _is_known(sentence: Sentence, verb: Token) -> bool:
    """ "As reported, Oslo will send it", "as previously noted": by nobody in particular, and not by whom the sentence is about."""
    told = verb.dep_ == "advcl" and verb.tag_ in PARTICIPLES and not any(c.dep_ in (*SUBJECTS, "aux") for c in verb.children)
    before = [t.lower_ for t in sentence.tokens[max(0, verb.i - 2) : verb.i] if t.pos_ != "ADV"]
    return told and before[-1:] == ["as"]


def _asker(verb: Token) -> Token:
    """The verb of asking that a clause hangs on: "Kyiv asked Berlin to send tanks, saying …" tells what Kyiv said."""
    asks = verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in ASKS and subjects(verb.head)
    return _asker(verb.head) if asks else verb


def _taken_for_compound(sentence: Sentence, verb: Token) -> list[Token]:
    """The name before a finite verb that the parser takes for a part of it ("…, Ukrinform reports")."""
    before = sentence.tokens[verb.i - 1] if verb.i else None
    glued = before is not None and before.dep_ == "compound" and before.head.i == verb.i and before.pos_ == "PROPN"
    return [before] if before is not None and glued and verb.tag_ in ("VBZ", "VBD", "VBP") else []


def _is_only_verb(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is the only one outside the quotations, so that it is finite whatever the parser says ("“…,” Rutte, 57, posted")."""
    return bool(sentence.quoted) and not any(
        t.pos_ in ("VERB", "AUX") and t.i != verb.i and t.i not in sentence.quoted for t in sentence.tokens
    )


def _beside(sentence: Sentence, verb: Token) -> Token | None:
    """The name between a comma and a verb of saying that the parser took for no subject ("This, Ivan Bondar added, …")."""
    before = sentence.tokens[verb.i - 1] if verb.i else None
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if before is not None and before in own[1:]:
        return before
    if before is None or before.pos_ not in ("PROPN", "PRON") or before.dep_ not in ("appos", "conj", "dep", "npadvmod"):
        return None
    top = before  # "Canada, his counterpart Bill Blair said, would give ten"
    while top.dep_ == "appos" and top.head.dep_ == "appos" and top.head.pos_ == "NOUN":
        top = top.head
    if own and top.head not in own:
        return None
    first = min(t.i for t in top.subtree)
    return before if first and sentence.tokens[first - 1].text == "," else None


def _between_commas(sentence: Sentence, verb: Token) -> Token | None:
    """The name in apposition that a comma parts from a verb without a subject ("…, the minister, Ivan Bondar, said")."""
    if verb.i < 3 or sentence.tokens[verb.i - 1].text != "," or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    name = sentence.tokens[verb.i - 2]
    if (told_of := name_told_of(sentence, name)) is not None:
        return told_of
    titled = name.dep_ == "appos" and name.head.pos_ in ("NOUN", "PROPN") and name.head.lemma_.lower() in PERSON_NOUNS
    titled = titled or _follows_title(sentence, name)
    return name if name.pos_ == "PROPN" and titled and name.i not in sentence.quoted else None


def _follows_title(sentence: Sentence, name: Token) -> bool:
    """ "…, the chairman of the foreign affairs committee, Michael Roth, wrote": what stands between the two commas before a name."""
    first = min([name.i, *(c.i for c in name.lefts if c.dep_ == "compound")])
    commas = [t.i for t in sentence.tokens[:first] if t.text == "," and t.i not in sentence.quoted]
    if len(commas) < 2 or commas[-1] != first - 1 or first == name.i:
        return False
    title = sentence.tokens[commas[-2] + 1 : commas[-1]]
    return any(t.lemma_.lower() in PERSON_NOUNS for t in title[:4]) and all(t.pos_ in NAMING for t in title)


def _closing_phrase(sentence: Sentence, verb: Token) -> Token | None:
    """The speaker of a report at the end that the parser takes for an apposition ("…, the Office of the President of Finland said")."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or any(c.dep_ in (*SUBJECTS, "aux", "auxpass", "dobj") for c in verb.children):
        return None
    comma = next((t for t in reversed(sentence.tokens[: verb.i]) if t.text == "," and t.i not in sentence.quoted), None)
    run = sentence.tokens[comma.i + 1 : verb.i] if comma is not None else ()
    if not 0 < len(run) <= FARTHEST or run[0].pos_ not in ("DET", "PROPN", "ADJ", "NOUN") or any(t.pos_ not in NAMING for t in run):
        return None
    inside = {t.i for t in run}
    head = next((t for t in run if t.pos_ in ("NOUN", "PROPN") and t.head.i not in inside), None)
    known = head is not None and (may_speak(head) or sentence.at.get(head.i) is not None)
    return head if head is not None and known and head.dep_ in ("appos", "conj", "npadvmod", "dobj", "pobj", "dep") else None


def _after_its_word(sentence: Sentence, verb: Token) -> list[Token]:
    """The subject after a verb in brackets, where the parser gives it that of the clause it stands in as well ("Oslo, said Støre, …")."""
    own = children(verb, "nsubj")
    late = [s for s in own if s.i > verb.i]
    return late if late and len(own) > len(late) and verb.i and sentence.tokens[verb.i - 1].text == "," else []


def _behind(sentence: Sentence, verb: Token) -> Token | None:
    """The speaker after a verb that closes a quotation, taken for its object ("The plan “will hold”, vowed its author")."""
    before = sentence.tokens[verb.i - 1] if verb.i else None
    if before is None or not (before.is_punct or before.i in sentence.quoted) or verb.lemma_ in TO_WHOM:
        return None
    closed = any(i in sentence.quoted for i in range(max(0, verb.i - 3), verb.i))
    # "Kyiv would win, wrote the former president of Poland, …"
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    closed = closed or (before is not None and before.text == "," and bool(told) and not any(c.dep_ in SUBJECTS for c in verb.children))
    return next((c for c in verb.children if closed and c.dep_ == "dobj" and c.i > verb.i and c.i not in sentence.quoted), None)


def _inverted(sentence: Sentence, verb: Token) -> list[Token]:
    """A name right after a verb of saying that the parser took for something else ("…,” said Ivan Bondar)."""
    after = sentence.tokens[verb.i + 1 : verb.i + 6]
    for token in after:
        if token.pos_ == "PROPN" and token.dep_ not in ("compound", "nmod", "amod", "poss"):
            return [token] if verb.i and (sentence.tokens[verb.i - 1].is_punct or verb.i - 1 in sentence.quoted) else []
        if token.pos_ not in ("PROPN", "DET", "ADJ", "NOUN", "PART"):
            break
    return []
