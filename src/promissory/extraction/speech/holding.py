"""Who has the floor where a quotation has no cue of its own: whoever the sentences before it are about, questions passed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import PASSIVE_SUBJECTS, SUBJECTS, after, children
from promissory.extraction.lexicon.sayers import DOCUMENTS, WORDS, is_aged, is_human, may_speak

if TYPE_CHECKING:
    from promissory.extraction.speech.attributing import Attribution
    from promissory.extraction.words import Token

Holder = tuple[Sentence, "Token"]
#: How many paragraphs before a quotation its speaker may have been named.
REACH = 3
PEOPLE = frozenset(("he", "she", "they"))
HIS = frozenset(("his", "her", "their"))
WRITER = frozenset(("i", "we"))
#: What the writer does to whoever then speaks ("I asked him whether …", "we met her in a cellar").
MEETS = frozenset("ask tell meet visit interview press question remind put find join reach call speak talk".split())
#: What comes from whoever speaks next.
REACTIONS = frozenset(
    "reaction response answer reply warning criticism praise verdict view message call appeal voice rebuke objection dissent assessment "
    "explanation account complaint plea welcome note scepticism skepticism support opposition".split()
)
DASHES = frozenset("–—-")
#: What those who are quoted do meanwhile.
GESTURES = frozenset(
    "laugh smile grin shrug sigh nod frown wince snort chuckle sob weep cry cough whisper blush swallow pause hesitate lift raise lower "
    "point wave shake rub wipe scratch fold clench open close shut hold hand put pull push pick pour light stub turn lean stand sit rise "
    "kneel crouch walk step look gaze stare glance peer wink blink watch listen sip drink eat chew smoke swipe scroll tap draw show stop "
    "start fall go reach run wrap adjust unfold spread stroke pat slap kick throw drop climb squint beam shudder tremble stir bend slump "
    "gesture motion roll".split()
)
#: Tags of verbs that the parser may take for participles.
ACTING = frozenset(("VBN", "VBD", "VBZ"))
MUST = frozenset(("should", "must", "ought"))


def holder_of(sentences: Sequence[Sentence], known: Mapping[int, Sequence[Attribution]], here: Sentence) -> Holder | None:
    """The sentence that names who has the floor before `here`, and the word that does; `known` are the attributions found so far."""
    for number in range(here.number - 1, -1, -1):
        sentence = sentences[number]
        if sentence.block_number < here.block_number - REACH:
            return None
        if found := _in_sentence(sentence, known.get(number, ())):
            return found
    return None


def _in_sentence(sentence: Sentence, said: Sequence[Attribution]) -> Holder | None:
    """Who has the floor at the end of a sentence: the one the writer asked, who speaks in it, its subject or whose that is."""
    if (asked := asked_in(sentence)) is not None:
        return sentence, asked
    if is_question(sentence):
        return None
    told = [a for a in said if not all(cue.role == "source" for _, cue in a.cues) or not a.cues]
    speakers = [a.speakers for a in told if a.speakers and can_speak(a.speakers[0], a.speakers[1][0])]
    if speakers:
        return speakers[-1][0], speakers[-1][1][0]
    if (viewer := viewed_by(sentence)) is not None:
        return sentence, viewer
    subject = subject_of(sentence)
    if subject is None or _is_urged(subject):
        return None
    his = [c for c in children(subject, "poss") if c.lower_ in HIS]
    if can_speak(sentence, subject) and not (his and subject.tag_ == "NNS"):  # "His men are tired": it is he who speaks
        return sentence, subject
    owner = next((c for c in children(subject, "poss") if c.lower_ in HIS or is_person(sentence, c)), None) or _worded(sentence)
    return (sentence, owner) if owner is not None else None


def is_question(sentence: Sentence) -> bool:
    """Whether the text itself asks: the interviewer's words, not those of whoever is quoted."""
    words = [t for t in sentence.tokens if not t.is_quote and not t.is_space]
    return bool(words) and words[-1].text == "?" and words[-1].i not in sentence.quoted


def subject_of(sentence: Sentence) -> Token | None:
    """The subject of the sentence's main verb, outside its quotations."""
    root = next((t for t in sentence.tokens if t.head.i == t.i), None)
    if root is None:
        return None
    found = [c for c in root.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS and c.i not in sentence.quoted]
    # "Odesa, Ukraine – The barber nods": the parser takes the dateline for another subject
    dash = max((t.i for t in sentence.tokens[: root.i] if t.text in DASHES and t.i not in sentence.quoted), default=-1)
    behind = [c for c in found if c.i > dash]
    first = next(iter(behind or found), None) or _torn_lead(sentence, root)
    late = _behind_that(root) if first is not None and first.lower_ == "it" else None
    named = sentence.at.get(late.i) if late is not None and late.i not in sentence.quoted else None
    return late if named is not None and named.id_of("person", "surname") else first


def _behind_that(root: Token) -> Token | None:
    """ "It must be noted that Bondar played a part", "it is true that …": the subject of what is said to be so."""
    told = [c for top in (root, *(c for c in root.children if c.dep_ == "acomp")) for c in top.children if c.dep_ == "ccomp"]
    said = [c for c in told if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)]
    return next((s for c in said for s in c.children if s.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)


def _torn_lead(sentence: Sentence, root: Token) -> Token | None:
    """ "Zelensky, for his part, avoided reproaches": the name or noun that the parser takes for all of a sentence with a verb."""
    named = root.pos_ == "PROPN" or (root.pos_ == "NOUN" and is_human(root.lemma_.lower()))
    acts = any(t.tag_ in ACTING and sentence.tokens[t.i - 1].text == "," for t in sentence.tokens[root.i + 1 :])
    if named and root.i not in sentence.quoted and is_question(sentence) and not any(t.pos_ in ("VERB", "AUX") for t in sentence.tokens):
        return root  # "And the chancellor?"
    return root if named and acts and root.i not in sentence.quoted and sentence.text.rstrip().endswith(".") else None


def gesturing(said: Sentence, after: Sentence) -> Token | None:
    """ "“It bites.” Bondar lifts the wing": who does something by the way after words that open a paragraph."""
    subject = subject_of(after) if after.block_number == said.block_number else None
    if subject is None or subject.head.lemma_ not in GESTURES or any(t.i in after.quoted for t in after.tokens[: subject.head.i]):
        return None
    named = subject.pos_ == "PROPN" or subject.lower_ in ("he", "she") or any(c.lower_ == "the" for c in subject.lefts)
    return subject if named and (subject.lower_ in ("he", "she") or can_speak(after, subject)) else None


def viewed_by(sentence: Sentence) -> Token | None:
    """ "For Lysenko, the real question is the winter": through whose eyes a sentence looks whose subject is nobody."""
    opener = next((t for t in sentence.tokens if not t.is_quote and not t.is_space), None)
    if opener is None or opener.lower_ not in ("for", "to") or opener.dep_ != "prep" or opener.i in sentence.quoted:
        return None
    who = next((t for t in children(opener, "pobj") if is_person(sentence, t) and t.i not in sentence.date_at), None)
    subject = subject_of(sentence)
    apart = who is not None and any(t.text == "," for t in sentence.tokens[who.i + 1 : who.i + 2])
    return who if apart and (subject is None or not can_speak(sentence, subject)) else None


def name_given_in(sentence: Sentence) -> Token | None:
    """ "Her name is Halyna": the name by which a sentence brings somebody in."""
    verbs = [t.head for t in sentence.tokens if t.lemma_ == "name" and t.dep_ == "nsubj" and t.i not in sentence.quoted]
    return next((c for verb in verbs if verb.lemma_ == "be" for c in children(verb, "attr") if c.pos_ == "PROPN"), None)


def asked_in(sentence: Sentence) -> Token | None:
    """ "I asked Hrytsak whether …", "we spoke to the mayor": the one whom the writer meets or asks."""
    for verb in sentence.tokens:
        if verb.lemma_ in MEETS and any(c.lower_ in WRITER for c in children(verb, "nsubj")) and verb.i not in sentence.quoted:
            met = [*children(verb, "dobj", "dative"), *after(verb, "to", "with")]
            if found := next((t for t in met if t.pos_ in ("PROPN", "PRON", "NOUN") and can_speak(sentence, t, objects=True)), None):
                return found
    return None


def _worded(sentence: Sentence) -> Token | None:
    """Whose words a sentence tells of: "the sharpest answer came in a statement from the senator"."""
    for noun in sentence.tokens:
        if noun.lemma_.lower() in WORDS | DOCUMENTS | REACTIONS and noun.i not in sentence.quoted:
            owners = [
                *after(noun, "from", "by", "of"),
                *children(noun, "poss"),
                *(after(noun.head, "from") if noun.dep_ == "nsubj" else []),
            ]
            if found := next((t for t in owners if t.pos_ in ("PROPN", "NOUN") and can_speak(sentence, t)), None):
                return found
    return None


def can_speak(sentence: Sentence, token: Token, *, objects: bool = False) -> bool:
    """Whether a word names somebody, or a body, that might have spoken; the writer, the reader and things do not."""
    if token.pos_ == "PRON" or token.tag_ == "PRP$":
        return token.lower_ in PEOPLE or (objects and token.lower_ in ("him", "her", "them"))
    if token.i in sentence.quoted or (token.pos_ not in ("NOUN", "PROPN") and not is_aged(token)):
        return False
    return may_speak(token) or is_aged(token)


def is_person(sentence: Sentence, token: Token) -> bool:
    mention = sentence.at.get(token.i)
    return token.pos_ == "PROPN" and (mention is None or mention.id_of("person", "surname") is not None)


def _is_urged(subject: Token) -> bool:
    """Whether a sentence only says what its subject should do ("Germany should release them"): somebody else says so."""
    return any(c.dep_ == "aux" and c.lower_ in MUST for c in subject.head.children)
