"""Subjects that the parser tears off their verb: names behind a day, a year or a place, names it takes for part of another phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES, WEEKDAY_NAMES
from promissory.extraction.grammar.tree import TENSED, after, children, own_subject

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What the parser takes a name before its verb for.
LOOSE = frozenset("advmod npadvmod nmod dep intj".split())
#: Verbs that may close a sentence with who says it behind them ("…, reports Reuters").
REPORTS = frozenset("say report write add note explain state tell claim quote cite".split())

#: Verbs that name the members of a list.
LISTING = frozenset("include comprise number lead head top".split())


NAMELIKE = ("NOUN", "PROPN")


def torn_subject(verb: Token) -> list[Token]:
    """The subject of a verb that the parser hangs elsewhere."""
    own = (
        _before_infinitive(verb)
        or torn_off(verb)
        or _after_weekday(verb)
        or _after_setting(verb)
        or _after_year(verb)
        or _joined_name(verb)
        or _of_first_clause(verb)
        or _told_behind(verb)
    )
    return own or _loose_name(verb)


def _told_behind(verb: Token) -> list[Token]:
    """ "The donors included Japan, pledging 4 billion, and Canada, promising 2": whom a list names right before what he does."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < 2 or verb.nbor(-1).text != ",":
        return []
    name = verb.nbor(-2)
    beside = name.dep_ in ("dobj", "npadvmod", "conj", "attr") and verb.head.lemma_ in LISTING
    beside = beside or (name.dep_ == "attr" and verb.head.lemma_ == "be")  # "others are Japan, pledging 5 billion"
    led = name.dep_ == "pobj" and name.head.lower_ == "by" and verb.head.lemma_ in LISTING
    led = led or (name.dep_ == "pobj" and name.head.lower_ == "with" and name.head.i > 0 and name.head.nbor(-1).text == ",")
    return [name] if name.pos_ == "PROPN" and (beside or led) else []


def torn_off(verb: Token) -> list[Token]:
    """ "The minister, Jan Lipavský, called on Berlin to act, an agency said": the subject, which the parser gives to "said"."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBD" or children(verb, "agent"):
        return []
    if noun.head.i == noun.i and verb.lemma_ == "call" and after(verb, "on"):
        return [noun]  # "hawkish MPs called on the premier to act": all the parser finds is a noun
    if noun.dep_ != "nsubj" or verb.nbor(-1).text != ",":
        return []
    return [noun] if any(c.dep_ == "nsubj" and verb.i < c.i <= noun.head.i for c in noun.head.children) else []


def without_place(found: list[Token]) -> list[Token]:
    """ "In Brussels, Poland and Estonia urged": the parser takes the place for the first of those who act."""
    first = found[0] if found else None
    if first is None or first.pos_ != "PROPN" or not first.i or len(first.doc) <= first.i + 1:
        return found
    loose = first.nbor(-1).lower_ == "in" and not first.nbor(-1).children and first.nbor(1).text == ","
    return (children(first, "conj") if loose else []) or found


def _after_weekday(verb: Token) -> list[Token]:
    """ "On Thursday Smith will speak", "on 19 April Smith said": where the parser takes "Thursday Smith" for one name after "on"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VB") or not verb.i:
        return []
    if listed := _listed_after_weekday(verb):
        return listed
    at = verb.i - 1
    while at and verb.doc[at].dep_ in ("aux", "auxpass", "advmod"):
        at -= 1
    noun = verb.doc[at]
    glued = noun.pos_ == "PROPN" and any(c.dep_ == "compound" and c.lower_ in WEEKDAY_NAMES | MONTH_NAMES for c in noun.lefts)
    return [noun] if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "in") and glued else []


def _listed_after_weekday(verb: Token) -> list[Token]:
    """ "On Saturday, Latvia and Poland urged": where the parser coordinates them with the day."""
    last = verb.nbor(-1)
    while last.dep_ == "conj" and last.head.i < last.i:
        if last.head.lower_ in WEEKDAY_NAMES | MONTH_NAMES and last.head.dep_ == "pobj":
            return [last]
        last = last.head
    return []


def _after_setting(verb: Token) -> list[Token]:
    """ "In an article for the Times, X and Y called", "in a letter to Z, the leaders of the nine have called": names and nouns behind the

    comma that the parser coordinates with the place.
    """
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBZ", "VBP") or not verb.i or own_subject(verb):
        return []
    at = verb.i - 1
    while at and verb.doc[at].dep_ in ("aux", "advmod", "neg") and verb.doc[at].head.i == verb.i:
        at -= 1
    at = _before_insertion(verb, at)
    last = verb.doc[at]
    while last.dep_ == "pobj" and last.head.lower_ == "of" and last.head.head.pos_ in NAMELIKE:
        last = last.head.head  # "In Lisbon, President of Ukraine X and Prime Minister of Portugal Y signed"
    found = [last] if last.dep_ in ("conj", "appos") and last.pos_ in NAMELIKE else []
    while found and found[0].head.dep_ in ("conj", "appos") and found[0].head.pos_ in NAMELIKE:
        found.insert(0, found[0].head)
    host = found[0].head if found else verb
    behind_comma = bool(found) and found[0].left_edge.i > 0 and found[0].left_edge.nbor(-1).text == ","
    return found[:1] if behind_comma and host.dep_ == "pobj" and host.i < found[0].i else []


def _before_insertion(verb: Token, at: int) -> int:
    """ "X, mincing no words, urged": where the name stands before a participle between commas."""
    if verb.doc[at].text != ",":
        return at
    inserted = next((c for c in verb.children if c.dep_ == "advcl" and c.tag_ in ("VBG", "VBN") and c.right_edge.i == at - 1), None)
    first = inserted.left_edge.i if inserted is not None else at
    return first - 2 if inserted is not None and first > 1 and verb.doc[first - 1].text == "," else at


def _after_year(verb: Token) -> list[Token]:
    """ "In the spring of 2022 delegations met": where the parser takes "2022 delegations" for one phrase after "of"."""
    if verb.dep_ != "ROOT" or verb.tag_ != "VBD" or not verb.i:
        return []
    last = verb.doc[verb.i - 1]
    if last.dep_ == "pobj" and any(c.dep_ == "pobj" and c.i < last.i for c in last.head.children) and not own_subject(verb):
        return [last]  # "of that year eighty missiles fell": no preposition has two objects
    noun = next((a for a in (last, *last.ancestors) if any(c.dep_ == "nummod" and _is_year(c) for c in a.lefts)), None)
    return [noun] if noun is not None and noun.dep_ == "pobj" and noun.pos_ in ("NOUN", "PROPN") else []


def _is_year(token: Token) -> bool:
    return len(token) == 4 and token.text.isdigit() and token.text[:2] in ("19", "20")


def _joined_name(verb: Token) -> list[Token]:
    """ "Oslo gave 400 million, and Bern could add 700", "and the Dutch setting aside half a billion".

    The name before the verb, which the parser joins to another noun or verb.
    """
    if verb.dep_ == "conj" and any(c.dep_ == "aux" for c in verb.children):
        names = [c for c in verb.head.children if c.dep_ == "conj" and c.pos_ == "PROPN" and verb.head.i < c.i < verb.i]
        return names[-1:]
    before = verb.doc[verb.i - 1] if verb.i else verb
    loose = verb.tag_ == "VBG" and verb.dep_ in ("acl", "pcomp", "advcl") and not own_subject(verb)
    return [before] if loose and before.pos_ == "PROPN" and before.dep_ == "conj" else []


def _of_first_clause(verb: Token) -> list[Token]:
    """ "It has given tanks, is training crews", "Stubb meets Zelensky, urges Trump to act": the subject of the first of several clauses,
    which the parser hangs on the next.
    """
    if verb.dep_ != "ROOT" or verb.pos_ != "VERB" or children(verb, "mark"):
        return []
    first = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if first is None:
        return []
    clipped = first.tag_ == verb.tag_ == "VBZ" and verb.doc[verb.i - 1].text == "," and verb.lemma_ not in REPORTS
    linked = clipped or any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return own_subject(first) if linked else []


def _before_infinitive(verb: Token) -> list[Token]:
    """ "Britain promised to finance drones, Germany to provide 300 million": the name between a comma and a further infinitive."""
    if verb.tag_ != "VB" or verb.i < 3 or verb.nbor(-1).lower_ != "to":
        return []
    name = verb.nbor(-2)
    first = name.left_edge.i
    apart = first > 0 and (name.doc[first - 1].text in (",", ";") or name.doc[first - 1].lower_ == "and")
    if name.pos_ != "PROPN" or not apart or name.dep_ == "dobj":
        return []
    told = [t for t in name.doc[:first] if t.dep_ == "xcomp" and t.tag_ == "VB" and t.nbor(-1).lower_ == "to" and t.head.tag_ in TENSED]
    told = [t for t in told if not children(t.head, "dobj")]  # "asked Germany to send tanks and France to send jets" gives nothing
    return [name] if (told and name.head.i not in {t.head.i for t in told}) or (told and name.dep_ in ("npadvmod", "nsubj")) else []


def _loose_name(verb: Token) -> list[Token]:
    """ "Zelensky, on a tour of the north, met": the name at the head of the sentence, which the parser takes for an adverb or a call."""
    bare = verb.tag_ == "VBN" and not children(verb, "aux", "auxpass", "agent", "nsubj", "nsubjpass")
    finite = (
        bare or verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ == "aux" and c.tag_ in ("MD", "VBZ", "VBP", "VBD") for c in verb.children)
    )
    if verb.dep_ != "ROOT" or not finite:
        return []
    first = [c for c in verb.children if c.i == 0 < verb.i and len(c) > 2 and c.text.isupper() and c.dep_ in LOOSE]
    if first or not any(c.dep_ == "punct" and c.i < verb.i for c in verb.children):
        return first  # "USAID has run a programme"
    loose = [c for c in verb.children if c.i < verb.i and c.tag_ == "NNP" and c.dep_ in LOOSE]
    return [t for t in loose if t.lower_ not in WEEKDAY_NAMES | MONTH_NAMES][:1]
