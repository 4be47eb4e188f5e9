"""People named in a row, read from the order of words: behind "with" or "between", before a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.punctuation import POSSESSIVE
from promissory.extraction.names.discourse import Referent

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words between several and those of them that are named.
MEMBERING = (("including",), ("among", "them"), ("among", "others"), ("such", "as"), ("notably",), ("like",), ("led", "by"))


def listed_after(sentence: Sentence, prep: Token) -> list[Referent]:
    """The people named in a row after "with" or "between": "with the head of his office Yermak, Minister Kuleba and …"."""
    found: list[Referent] = []
    skip = -1
    for token in sentence.tokens[prep.i + 1 :]:
        if token.i <= skip:
            continue
        mention = sentence.at.get(token.i)
        person = mention.id_of("person", "surname") if mention else None
        if mention and person:
            last = sentence.tokens_of(mention)[-1]
            if opens_clause(last):
                break
            skip = last.i
            if not _owns_next(sentence, last):
                found.append(Referent(person, person=True))
        elif mention and mention.id_of("title"):  # "Commander-in-Chief"
            continue
        elif (token.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "PUNCT") and token.text not in (",", "-", "(", ")", "’s", ".")) or (
            token.pos_ == "ADP" and token.lower_ not in ("of", "for", "from", "including")
        ):
            break
    return found


def listed_beside(sentence: Sentence, pronoun: Token) -> list[Referent]:
    """ "Said that he, Zelensky, Prime Minister Starmer and Merz would meet": those in one row with a pronoun before their verb."""
    row = sentence.tokens[pronoun.i + 1 :]
    end = next((n for n, t in enumerate(row) if t.pos_ in ("VERB", "AUX")), None)
    between = row[:end] if end is not None else ()
    plain = all(t.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "CCONJ", "PART") or t.text in (",", *POSSESSIVE) for t in between)
    if not between or between[0].text != "," or not plain or not any(t.lower_ == "and" for t in between):
        return []
    people = [m.id_of("person", "surname") for m in sentence.mentions if between[0].idx < m.start < between[-1].idx + 1]
    return [Referent(person, person=True) for person in dict.fromkeys(people) if person]


def opening_pronoun(sentence: Sentence, name: Token) -> Token | None:
    """The "he" that opens the row of names in which a subject stands last, where the parser loses it."""
    for token in reversed(sentence.tokens[: name.i] if name.dep_ in ("nsubj", "nsubjpass") else ()):
        if token.lower_ in ("he", "she"):
            return token
        if token.pos_ not in ("PROPN", "NOUN", "ADJ", "DET", "CCONJ", "PART") and token.text != ",":
            return None
    return None


def _owns_next(sentence: Sentence, last: Token) -> bool:
    """ "With Trump's special envoy, X": whose envoy it is, not who is along."""
    behind = sentence.tokens[last.i + 1] if last.i + 1 < len(sentence.tokens) else None
    return behind is not None and behind.tag_ == "POS"


def listed_before(sentence: Sentence, verb: Token) -> list[Referent]:
    """The people in a row right before a verb, where the parse loses some ("In the capital Chancellor Scholz and Zelensky signed")."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return []
    found: list[Referent] = []
    linked = not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    for token in reversed(sentence.tokens[: verb.i]):
        mention = sentence.at.get(token.i)
        person = mention.id_of("person", "surname") if mention else None
        linked = linked or token.lower_ == "and"
        if person and Referent(person, person=True) not in found:
            if found and not linked:
                break
            found.insert(0, Referent(person, person=True))
        elif person is None and not (
            token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "ADV", "AUX") or token.text in (",", "of", *POSSESSIVE)
        ):
            break
    return found


def members_behind(sentence: Sentence, noun: Token) -> list[str]:
    """The actors in a row that are said to be among several: "allies, including Norway and Spain", "states … , among them Norway".

    The row stands right behind the noun, or behind a comma at the end of the clause whose subject the noun is.
    """
    tokens = sentence.tokens
    beside = True
    for n in range(noun.i + 1, len(tokens) - 1):
        if tokens[n].tag_ in ("NNS", "NNPS") and tokens[n].lemma_.lower() == noun.lemma_.lower():
            break  # the row is of those
        width = next((len(link) for link in MEMBERING if tuple(t.lower_ for t in tokens[n : n + len(link)]) == link), 0)
        behind_comma = tokens[n - 1].text in (",", "-", "–", "—", "(")
        if width and (beside or (behind_comma and noun.dep_ in ("nsubj", "pobj"))):
            return _row_of_actors(sentence, n + width)
        beside = beside and tokens[n].is_punct
    return []


def _row_of_actors(sentence: Sentence, at: int) -> list[str]:
    """The actors in a row from a place on; none where the row goes on with other things."""
    found: list[str] = []
    for token in sentence.tokens[at:]:
        mention = sentence.at.get(token.i)
        actor = mention.id_of("actor") if mention else None
        if actor and not any(c.dep_ == "case" for c in token.children):
            found += [actor] if actor not in found else []
        elif not (token.text in (",", "and", "&") or token.lower_ in ("the", "both", "as", "well")):
            return [] if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") else found
    return found


def opens_clause(head: Token) -> bool:
    """Whether a name is the only subject of a verb of its own ("…, Modi said"), and no link of a list."""
    verb = head.head
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False  # "spoke with Minister X to discuss": the one met is no subject of the purpose
    return head.dep_ in ("nsubj", "nsubjpass") and sum(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) < 2
