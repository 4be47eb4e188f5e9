"""Reports that trail behind a comma ("…, the minister announced in parliament"), which the parser hangs on the last noun before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.tree import FINITE, TENSED
from promissory.extraction.lexicon.verbs import SAID

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as Word

#: Verbs that close a sentence with who says it; those that name a hearer after them.
CLOSING = SAID | frozenset(
    "confirmed confirms reported reports disclosed revealed indicated posted tweeted claimed claims suggested estimated emphasised "
    "emphasized acknowledged admitted recalled remarked clarified specified conceded".split()
)
TOLD = frozenset("told tells informed informs assured assures".split())
REPORTING = CLOSING | TOLD
#: What the parser takes such a verb for.
LOOSE = frozenset(("relcl", "conj", "acl", "parataxis", "dep", "advcl", "appos"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
#: What is said, hanging on the verb.
SAYINGS = frozenset(("ccomp", "xcomp", "dobj", "oprd", "acomp", "attr", "prt", "auxpass", "agent", "mark", "neg"))
RELATIVES = frozenset(("WDT", "WP", "WP$", "WRB", "EX"))
#: What opens a clause that only says when or why.
OPENERS = frozenset("as after before while when since because where which who whose in on at during a the".split())
#: What may stand between who says it and the verb.
BETWEEN = frozenset(("has", "have", "had", "also", "later", "earlier", "then", "now", "recently", "meanwhile", "already"))
#: How many words a name has at most.
LONGEST = 4


def root_reports(sentence: Doc) -> bool:
    """Makes the verb of a trailing report the root of its sentence, and the main clause what is said; whether anything was changed."""
    root = next((t for t in sentence if t.head.i == t.i and not t.is_punct), None)
    if root is None or not (root.tag_.startswith("VB") or root.tag_ == "MD"):
        return False
    if root.lower_ in REPORTING:
        return _passed_on(sentence, root) or _give_speaker(root)
    for verb in sentence[root.i + 1 :]:
        if _is_loose(verb) and not _goes_on(sentence, verb) and (speaker := _speaker(sentence, verb, root)) is not None:
            _turn(sentence, root, verb, speaker)
            return True
    return False


def _passed_on(sentence: Doc, root: Word) -> bool:
    """ "Duda said this in Warsaw, the agency reports": the last words, taken for what he said, pass on that he said it."""
    verb = next((c for c in root.rights if c.dep_ == "ccomp" and c.lower_ in CLOSING), None)
    if verb is None or any(not t.is_punct for t in sentence[verb.i + 1 :]) or not any(c.dep_ == "dobj" for c in root.rights):
        return False
    if (speaker := _speaker(sentence, verb, root)) is None:
        return False
    _turn(sentence, root, verb, speaker)
    return True


def _give_speaker(root: Word) -> bool:
    """ "“… by our friend, X,” Y, head of the bureau, announced": Y said it, where the parser hangs both names on the friend."""
    speaker = None if any(c.dep_ in SUBJECTS for c in root.children) else _behind_quotation(root)
    if speaker is None or not (root.head.i == root.i and root.tag_ in TENSED):
        return False
    speaker.head, speaker.dep_ = root, "nsubj"
    return True


def _is_loose(verb: Word) -> bool:
    """A finite verb of saying whose own words are nowhere behind it."""
    word = verb.lower_
    if word not in REPORTING or verb.dep_ not in LOOSE:
        return False
    helped = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had") for c in verb.children)
    if verb.tag_ not in TENSED and not helped and _behind_quotation(verb) is None:
        return False
    sayings = SAYINGS - {"dobj"} if word in TOLD else SAYINGS
    return not any(c.dep_ in sayings or c.tag_ in RELATIVES or (c.dep_ == "cc" and c.i < verb.i) for c in verb.children)


def _goes_on(sentence: Doc, verb: Word) -> bool:
    """ "He wanted to go, one of them said, but Kyiv refused": whether a comma behind the verb opens what the sentence tells besides."""
    commas = [t.i for t in sentence[verb.i + 1 : -1] if t.text in (",", ";", ":", "–", "—")]
    clauses = [sentence[i + 1 :] for i in commas if sentence[i + 1].lower_ not in OPENERS]
    return any(t.tag_ in FINITE and t.dep_ != "relcl" for words in clauses for t in words)


def _speaker(sentence: Doc, verb: Word, root: Word) -> Word | None:
    """Who stands between a comma and the verb: its own subject, or a name behind its post ("…, the head of it, Ivan Bondar, said")."""
    if (quoted := _behind_quotation(verb)) is not None and quoted.i > root.i:
        return quoted
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    if len(own) == 1:
        first = own[0].left_edge.i
        return own[0] if _opens(sentence, first, root) and not _has_relative(sentence[first : verb.i]) else None
    at = verb.i - 1
    while at > root.i and sentence[at].lower_ in BETWEEN:
        at -= 1
    if not own and (torn := _torn_name(sentence, at, root)) is not None:
        return torn
    name = sentence[at - 1]
    if own or sentence[at].text != "," or name.tag_ != "NNP" or name.dep_ != "appos" or name.head.i >= name.i:
        return None
    first = min(t.i for t in (name, *name.lefts))
    title = _phrase_before(sentence, first - 1)
    return name if title is not None and _opens(sentence, title, root) else None


def _behind_quotation(verb: Word) -> Word | None:
    """ "“…,” Ivan Bondar, head of the bureau, announced": the name between the closing mark and the verb, with no other verb beside."""
    close = next((t.i for t in reversed(list(verb.doc[: verb.i])) if t.is_quote), 0)
    words = verb.doc[close + 1 : verb.i]
    if close < 2 or verb.doc[close - 1].text != "," or any(t.tag_ in FINITE or t.tag_ in RELATIVES for t in words):
        return None
    comma = next((t.i for t in words if t.text == ","), verb.i)
    closed = comma == verb.i or verb.doc[verb.i - 1].text == ","
    names = verb.doc[close + 1 : comma]
    return names[-1] if closed and 0 < len(names) <= LONGEST and all(t.tag_ in ("NNP", "NNPS") for t in names) else None


def _torn_name(sentence: Doc, last: int, root: Word) -> Word | None:
    """ "A pact with Kyiv, Reuters reports": a name that fills the space between the comma and the verb, hung on the one before it."""
    first = last
    while first > root.i and (sentence[first - 1].tag_ in ("NNP", "NNPS") or sentence[first - 1].lower_ == "and"):
        first -= 1
    name = next((t for t in sentence[first : last + 1] if t.head.i < first), sentence[last])  # the first of two who wrote it
    torn = name.tag_ in ("NNP", "NNPS") and name.dep_ in ("conj", "appos", "npadvmod") and name.head.i < first
    return name if torn and _opens(sentence, first, root) else None


def _phrase_before(sentence: Doc, comma: int) -> int | None:
    """Where the phrase begins that a comma closes and another opens, if no verb stands in it."""
    if sentence[comma].text != ",":
        return None
    start = comma
    while start and sentence[start - 1].text != ",":
        start -= 1
        word = sentence[start]
        if word.tag_ in FINITE or (word.tag_ == "IN" and word.lower_ not in ("of", "for", "in", "on")):
            return None
    return start if 0 < start < comma else None


def _opens(sentence: Doc, first: int, root: Word) -> bool:
    """Whether a phrase stands right behind a comma that follows the main verb, and no "and" opens it."""
    return first - 1 > root.i and sentence[first - 1].text == "," and sentence[first].lower_ not in ("and", "but", "or", "as")


def _has_relative(words: Span) -> bool:
    """ "The minister who announced it said": only what stands before a clause on the speaker counts."""
    return len(words) > 0 and words[0].tag_ in RELATIVES


def _turn(sentence: Doc, root: Word, verb: Word, speaker: Word) -> None:
    marks = [c for c in (*root.children, *verb.head.children) if c.is_punct and c.i > root.i and (c.i == len(sentence) - 1 or c.i < verb.i)]
    verb.head, verb.dep_ = verb, "ROOT"
    verb.tag_ = "VBD" if verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children) else verb.tag_
    root.head, root.dep_ = verb, "ccomp"
    if speaker.dep_ not in SUBJECTS:
        speaker.head, speaker.dep_ = verb, "nsubj"
    for mark in marks:
        mark.head = verb
