"""Verbs that the parser takes for a participle of their subject or for a noun, and their subjects, put right in place.

"Ukraine's deputy prime minister, X, held talks with Y"; "The former president, whose shadow hangs over the debate, boasted that …"; "The
European Council underlines that …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.tree import FINITE
from promissory.extraction.lexicon.genders import GIVEN
from promissory.extraction.lexicon.punctuation import BEHIND, ENDS

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

NOUNS = ("NN", "PRP")
LOOSE = frozenset(("amod", "acl", "appos", "conj", "dep"))
#: What is never done to its subject: "a shipment arrived".
UNDERGONE_BY_NOBODY = frozenset(
    "arrived came went happened occurred remained stayed returned appeared disappeared died fell rose agreed insisted replied responded "
    "emerged ended began continued lasted boasted complained conferred huddled reconvened met gathered talked spoke dined flew travelled "
    "traveled".split()
)
#: How those confer who are not in one room ("by video").
AFAR = frozenset("video videolink videoconference teleconference telephone phone link conference call".split())

#: Verbs without an object, whose subject may stand behind them.
POSTURES = frozenset("sits sit sat stands stand stood waits lies lay lives hangs hung comes came goes works kneels sleeps stays".split())
#: Participles that open a sentence on what somebody was asked.
QUESTIONED = frozenset(("asked", "pressed", "questioned", "quizzed", "challenged", "told"))
#: Ranks that are adjectives elsewhere.
RANKS = frozenset(("general", "major", "private", "corporal"))
#: Nouns of an act, which the parser takes for verbs where they stand bare behind a preposition.
ACTS = frozenset("shelling bombing strafing pounding looting fighting".split())
#: Deeds that may be the object of another verb, and the verbs that may have them for one.
GIVING = frozenset("supplying sending selling giving providing delivering transferring shipping lending exporting donating buying".split())
WITH_GERUND = frozenset(
    (
        "consider considers considered considering deny denies denied denying admit admits admitted admitting rule rules ruled "
        "ruling begin begins began begun start starts started starting stop stops stopped halt halts halted suspend suspends "
        "suspended resume resumes resumed continue continues continued keep keeps kept finish finished propose proposes proposed "
        "suggest suggests suggested recommend recommends recommended oppose opposes opposed favour favours favoured favor favors "
        "favored support supports supported avoid avoids avoided discuss discusses discussed contemplate contemplates "
        "contemplated mull mulls mulled weigh weighs weighed delay delays delayed postpone postpones postponed cease ceases "
        "ceased envisage envisages envisaged "
    ).split()
)
#: Words that open a clause of time.
TIMES = frozenset(("after", "before", "when", "as", "while", "since"))
#: What may stand before the subject of a sentence.
BESIDE = frozenset(("prep", "advmod", "punct", "npadvmod", "advcl", "cc", "intj", "compound", "ccomp"))

#: What stands for things told of before.
ALONE = frozenset("another others some most several both many".split())
HITTING = frozenset("hit struck damaged destroyed killed wounded injured crossed".split())


def give_root(sentence: Doc) -> bool:
    """Gives the main verb of a whole sentence its place; whether anything was changed."""
    head = next((t for t in sentence if t.head.i == t.i and not t.is_punct), None)
    if head is not None and head.i == 0 and head.tag_ == "IN" and (verb := _behind_setting(sentence)) is not None:
        _rehang(verb.head, verb)
        head.head, head.dep_ = verb, "prep"
        return True
    if head is not None and (verb := _behind_time(sentence, head)) is not None:
        _rehang_after(head, verb)
        return True
    if head is None or not head.tag_.startswith(NOUNS) or not sentence.text.rstrip(BEHIND).endswith(ENDS):
        return False
    if (verb := _behind_name(sentence, head) or _participle(head)) is not None:
        _rehang(head, verb)
    elif (subject := _compounded(head)) is not None:
        _as_verb(head, subject)
    elif (found := _behind_place(head)) is not None:
        _out_of_place(head, *found)
    elif (acting := _before_object(sentence, head)) is not None:
        _part_object(head, *acting)
    else:
        return False
    return True


def _before_object(sentence: Doc, noun: Word) -> tuple[Word, Word] | None:
    """ "The rest hit infrastructure in Odesa", "another hit a depot": subject and only verb, taken for what the object is like."""
    if any(t.tag_ in FINITE for t in sentence if t.dep_ not in ("relcl", "advcl")):
        return None
    verb = next((c for c in noun.lefts if c.dep_ == "amod" and c.tag_ == "VBN"), None)
    subject = sentence[verb.i - 1] if verb is not None and verb.i else None
    if verb is None or subject is None or any(t.dep_ != "det" for t in sentence[: subject.i]):
        return None
    alone = subject.lower_ in ALONE and subject.dep_ == "det" and verb.lower_ in HITTING
    return (verb, subject) if alone or (subject.dep_ == "npadvmod" and subject.tag_.startswith(NOUNS)) else None


def _part_object(noun: Word, verb: Word, subject: Word) -> None:
    """The noun is the object of the verb, and what stands before the verb its subject."""
    before = [c for c in noun.children if c.i < subject.i]
    marks = [c for c in noun.children if c.is_punct and c.i > noun.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "dobj"
    subject.head, subject.dep_ = verb, "nsubj"
    for child in before:
        child.head = subject
    for child in marks:
        child.head = verb


def _behind_name(sentence: Doc, noun: Word) -> Word | None:
    """The past form behind "subject, name," in a sentence that has no other verb."""
    if not noun.tag_.startswith("NN") or any(t.tag_ in FINITE for t in sentence):
        return None
    named = max((c.i for c in noun.children if c.dep_ == "appos" and c.tag_ == "NNP"), default=0)
    verb = next((t for t in sentence[named + 1 :] if t.tag_ == "VBN" and t.dep_ in LOOSE and sentence[t.i - 1].text == ","), None)
    if not named or verb is None or verb.i == len(sentence) - 1 or sentence[verb.i + 1].lower_ == "by":
        return None
    return verb


def _behind_setting(sentence: Doc) -> Word | None:
    """ "In a letter to Mark Rutte, the minister asked for help": the verb of a noun behind a comma, where a preposition is all the root."""
    if not sentence.text.rstrip(BEHIND).endswith(ENDS):
        return None
    for verb in sentence[2:]:
        noun = verb.head
        loose = verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBN") and noun.dep_ in ("appos", "conj", "npadvmod") and noun.i < verb.i
        if loose and sentence[noun.left_edge.i - 1].text == "," and not any(c.dep_ in ("agent", "auxpass") for c in verb.children):
            return verb if not any(t.tag_ in FINITE for t in sentence[: verb.i] if t.dep_ != "relcl") else None
    return None


def _behind_time(sentence: Doc, root: Word) -> Word | None:
    """ "Two days after missiles rained on Kyiv, ministers of 50 states gathered": the verb, which hangs on its subject."""
    marked = any(c.dep_ == "mark" and c.lower_ in TIMES for c in root.children) and root.tag_ in FINITE
    if not marked or not sentence.text.rstrip(BEHIND).endswith(ENDS):
        return None
    for verb in sentence[root.i + 1 :]:
        if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("agent", "auxpass") for c in verb.children):
            continue
        subject = _whole_subject(verb)
        opened = subject.left_edge.i
        if subject.dep_ in ("appos", "conj", "npadvmod") and opened > root.i and sentence[opened - 1].text == ",":
            return verb if not any(t.tag_ in FINITE for t in sentence[opened : verb.i]) else None
    return None


def _whole_subject(verb: Word) -> Word:
    """ "Ministers of some 50 countries gathered": the ministers, though the verb hangs on the countries."""
    subject = verb.head
    while subject.dep_ in ("pobj", "prep", "amod", "compound"):
        subject = subject.head
    return subject


def _rehang_after(before: Word, verb: Word) -> None:
    """Makes a verb the main one, and what was the root a clause of time."""
    subject, later = _whole_subject(verb), [c for c in before.children if c.i > verb.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    before.head, before.dep_ = verb, "advcl"
    for child in later:
        child.head = verb


def _rehang(subject: Word, verb: Word) -> None:
    """The noun before the verb is its subject, the one after it its object, and the rest of the sentence hangs on it."""
    thing = verb.head if verb.dep_ == "amod" and verb.head.i > verb.i else None
    later = [c for c in subject.children if c.i > verb.i and (thing is None or c.i != thing.i)]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    if thing is not None:
        thing.head, thing.dep_ = verb, "dobj"
    goal = any(c.dep_ == "dobj" for c in verb.children)
    for child in later:
        child.head = verb
        if child.dep_ == "appos":  # "called Putin 'the war criminal'"
            child.dep_ = "oprd" if goal else "dobj"
        elif child.dep_ == "relcl" and any(c.dep_ == "mark" for c in child.children):
            child.dep_ = "ccomp"


def _deeper(noun: Word) -> Word | None:
    """ "Thirty countries of the coalition conferred by video": the only verb, which hangs inside the noun's phrase."""
    sentence = noun.sent
    if any(t.tag_ in FINITE for t in sentence):
        return None
    inner = [t for t in sentence if t.i > noun.i and t.dep_ == "acl" and t.tag_ in ("VBN", "VBD") and t.lower_ in UNDERGONE_BY_NOBODY]
    return inner[0] if len(inner) == 1 else None


def _participle(noun: Word) -> Word | None:
    """The last participle of a noun that is its verb: behind what describes the noun between commas, or one that nothing undergoes."""
    hanging = [c for c in noun.children if c.i > noun.i and c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")]
    verb = hanging[-1] if hanging else _deeper(noun)
    if verb is None or any(c.dep_ in ("agent", "auxpass") and not any(p.lower_ in AFAR for p in c.children) for c in verb.children):
        return None
    described = any(c.dep_ in ("relcl", "appos", "acl") and noun.i < c.i < verb.i for c in noun.children)
    parted = described and verb.nbor(-1).text == ","
    return verb if parted or verb.lower_ in UNDERGONE_BY_NOBODY else None


def _compounded(noun: Word) -> Word | None:
    """The last part of a compound that is the subject of what follows as a verb with a clause of its own."""
    before = noun.nbor(-1) if noun.i else None
    if before is None or before.head.i != noun.i or not before.tag_.startswith("NN") or before.dep_ not in ("compound", "nmod", "nsubj"):
        return None
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    clauses = [c for c in noun.children if c.i > noun.i and c.dep_ in ("relcl", "acl", "ccomp")]
    told = following is not None and following.lower_ == "that" and following.dep_ == "mark"
    many = before.tag_.endswith("S") or (before.tag_ == "NNP" and before.lower_.endswith("s"))  # "the Greens demand that"
    agrees = noun.lower_.endswith("s") != many
    return before if told and agrees and any(following.head.i == c.i for c in clauses) else None  # type: ignore[union-attr]


def _behind_place(noun: Word) -> tuple[Word, Word] | None:
    """ "The parties in the Bundestag demand that it send tanks": the verb that is taken for the noun of a place, and the place."""
    for mark in noun.doc[noun.i + 3 :]:
        verb, place = mark.nbor(-1), mark.nbor(-2)
        taken = verb.tag_ == "NN" and verb.dep_ == "pobj" and verb.head.head.i == noun.i and place.head.i == verb.i and place.tag_ == "NNP"
        if mark.lower_ == "that" and mark.dep_ == "mark" and taken and noun.tag_.endswith("S") and not verb.lower_.endswith("s"):
            return verb, place
    return None


def _out_of_place(noun: Word, verb: Word, place: Word) -> None:
    """The place is what the preposition governs; the verb behind it is that of the sentence."""
    place.head, place.dep_ = verb.head, "pobj"
    for child in [c for c in verb.children if c.i < place.i]:
        child.head = place
    later = [c for c in noun.children if c.i > verb.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBP"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in later:
        child.head, child.dep_ = verb, "ccomp" if child.dep_ in ("relcl", "acl") else child.dep_


def _as_verb(verb: Word, subject: Word) -> None:
    for child in [c for c in verb.children if c.i < subject.i and c.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod")]:
        child.head = subject
    verb.tag_ = "VBZ" if verb.lower_.endswith("s") else "VBP"
    subject.dep_ = "nsubj"
    for child in [c for c in verb.children if c.i > verb.i and c.dep_ in ("relcl", "acl")]:
        child.dep_ = "ccomp"


def revive(sentence: Doc) -> None:
    """ "Bondar laughs when told of it.": the verb of a whole sentence, which the parser takes for a plural that the name belongs to."""
    if len(sentence) and sentence[0].lower_ in QUESTIONED and sentence[0].tag_ == "VBD" and sentence[0].dep_ == "advcl":
        sentence[0].tag_ = "VBN"
    for word in sentence:
        _revive_word(word)
    if not len(sentence) or sentence[-1].text not in ENDS:
        _give_verb_of_line(sentence)
        return
    root = next(t for t in sentence if t.dep_ == "ROOT")
    _give_late_subject(root)
    _give_torn_subject(sentence, root)
    if root.tag_ in ("NN", "NNS") and any(c.dep_ == "nsubj" and c.i < root.i for c in root.children):
        root.tag_ = "VBP" if root.tag_ == "NN" else "VBZ"  # "Washington and Kyiv estimate that": only verbs have subjects
    before = sentence[root.i - 1] if root.i else root
    lone = all(c.dep_ in BESIDE or c is before for c in root.lefts)
    # "“We are late,” Bondar joked."
    past = root.tag_ == "NN" and root.lower_.endswith("ed") and sentence[0].is_quote
    if (root.tag_ == "NNS" or past) and lone and before.tag_ == "NNP" and before.dep_ == "compound" and before.head.i == root.i:
        root.tag_, before.dep_ = "VBD" if past else "VBZ", "nsubj"
    last = sentence[-2] if len(sentence) > 2 else root
    # "His customer, a sergeant, waits."
    alone = not any(t.tag_ in FINITE for t in sentence)
    if alone and last.tag_ == "NNS" and last.dep_ == "appos" and last.head.i == root.i and sentence[last.i - 1].text == ",":
        last.tag_ = "VBZ"


def _revive_word(word: Word) -> None:
    """What the parser takes a word for, and hangs it on, by what it is and by its neighbours."""
    lower = word.lower_
    if lower in ACTS and word.tag_ == "VBG" and word.dep_ == "pcomp" and not any(c.dep_ == "dobj" for c in word.children):
        word.tag_, word.dep_ = "NN", "pobj"  # "lost power after shelling"
    if word.dep_ == "conj":
        _join_row(word)
    if word.tag_ == "CD":
        _give_second_object(word)
    if lower in GIVING:
        _give_object(word)
    if word.tag_ not in ("JJ", "NN") or word.dep_ not in ("nsubj", "nsubjpass", "appos"):
        return
    if (word.tag_ == "JJ" and word.dep_ != "appos" and lower in RANKS) or (lower in GIVEN and word.text.istitle()):
        word.tag_ = "NN" if lower in RANKS else "NNP"


def _give_verb_of_line(line: Doc) -> None:
    """ "Donald Trump halts arms shipments": the verb of a headline, which the parser makes a part of its object's name."""
    root = next((t for t in line if t.dep_ == "ROOT"), None)
    verbs = [t for t in line if t.tag_ == "VBZ"]
    if root is None or len(verbs) != 1 or root.tag_ not in ("NN", "NNS") or any(t.tag_ in ("VBP", "VBD", "MD") for t in line):
        return
    verb = verbs[0]
    before = line[: verb.i]
    named = len(before) > 0 and before[-1].tag_ in ("NNP", "NNPS") and all(t.tag_ in ("NNP", "NNPS") for t in before)
    if verb.dep_ not in ("compound", "nmod") or verb.head.i != root.i or not named:
        return
    root.head, root.dep_ = verb, "dobj"
    verb.head, verb.dep_ = verb, "ROOT"
    subject = before[-1]
    subject.head, subject.dep_ = verb, "nsubj"
    for name in before[:-1]:
        name.head, name.dep_ = subject, "compound"


def _give_object(gerund: Word) -> None:
    """ "Would no longer rule out supplying weapons", "denied selling ammunition": what is given, not what gives."""
    thing = gerund.head
    if gerund.dep_ not in ("amod", "compound") or thing.dep_ != "dobj" or thing.head.i > gerund.i:
        return
    verb, before = thing.head, gerund.nbor(-1)
    if verb.lower_ not in WITH_GERUND or not (before.i == verb.i or (before.head.i == verb.i and before.dep_ in ("prt", "advmod"))):
        return
    behind = [c for c in verb.children if c.i > thing.i and c.dep_ in ("prep", "dative", "npadvmod")]
    gerund.head, gerund.dep_, gerund.tag_ = verb, "xcomp", "VBG"
    thing.head = gerund
    for child in behind:
        child.head = gerund


def _join_row(noun: Word) -> None:
    """ "Hit a power station in Odesa, as well as a hospital": one more object, which the parser hangs on the verb."""
    if noun.tag_ not in ("NN", "NNS") or not noun.head.tag_.startswith("VB"):
        return
    first = noun.left_edge.i
    things = [c for c in noun.head.children if c.dep_ == "dobj" and c.i < first] if first > noun.head.i + 3 else []
    if things and [t.lower_ for t in noun.doc[first - 3 : first]] == ["as", "well", "as"] and not _has_own_verb(noun):
        noun.head = things[-1]


def _has_own_verb(noun: Word) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in noun.children)


def _give_torn_subject(sentence: Doc, root: Word) -> None:
    """ "Speaking in Oslo, Ukraine's ambassador thanked": who stands between the comma and the verb, hung on the phrase before it."""
    fronted = [c for c in root.children if c.i < root.i and c.dep_ in ("csubj", "advcl") and c.tag_ == "VBG" and c.left_edge.i == 0]
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in root.children)
    if len(fronted) != 1 or own or root.tag_ not in FINITE:
        return
    inside = [t for t in fronted[0].subtree if t.dep_ in ("appos", "conj", "npadvmod") and t.tag_.startswith("NN")]
    torn = [t for t in inside if t.right_edge.i in (root.i - 1, root.i - 2) and sentence[t.left_edge.i - 1].text == ","]
    torn = [t for t in torn if t.head.i < t.left_edge.i and t.left_edge.i > 1]
    if torn and (torn[0].right_edge.i == root.i - 1 or sentence[root.i - 1].text == ","):
        torn[0].head, torn[0].dep_ = root, "nsubj"
        fronted[0].dep_ = "advcl"


def _give_late_subject(verb: Word) -> None:
    """ "In a yard sits Taras.": who is behind a verb that has no object."""
    behind = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    ahead = any(c.dep_ in ("prep", "advmod") and c.i < verb.i for c in verb.children)
    alone = not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    if verb.lower_ in POSTURES and verb.tag_ in FINITE and ahead and alone and len(behind) == 1:
        behind[0].dep_ = "nsubj"


def _give_second_object(number: Word) -> None:
    """ "Norway promised Kyiv 14 of them", "14 more": a number behind a name counts what is given to it, not the name."""
    if not 0 < number.i < len(number.doc) - 1:
        return
    name, behind = number.nbor(-1), number.nbor()
    hangs = number.head.i == name.i or (behind.lower_ == "more" and number.head.i == behind.i)
    if hangs and name.tag_ == "NNP" and name.dep_ == "dobj" and behind.lower_ in ("of", "more", "others"):
        name.dep_, number.head, number.dep_ = "dative", name.head, "dobj"
        if behind.lower_ == "more":
            behind.head, behind.dep_ = number, "amod"
