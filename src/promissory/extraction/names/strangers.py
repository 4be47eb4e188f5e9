"""People whom the pack does not know: which words are their name, whether it is a person's, and their id."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES, WEEKDAY_NAMES
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.callings import INSTITUTIONS, ORGANS, PERSON_NOUNS
from promissory.extraction.lexicon.genders import GIVEN

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs whose subject with an unknown name is a person.
SPEAKING = frozenset(
    "say tell add write note explain warn argue believe think claim state describe ask reply recall insist stress complain admit suggest "
    "urge thank accuse meet visit concede remark tweet post estimate predict fear hope want smile laugh work live serve command study "
    "become resign".split()
)


#: Short titles and ranks before a name.
ADDRESSES = frozenset(
    "mr mrs ms miss dr mp mep sen rep prof sir dame lord lady baroness rabbi bishop rapporteur co-rapporteur bundeskanzler "
    "taoiseach councillor councilor councilman councilwoman alderman alderwoman cllr pastor reverend rev deacon".split()
)


#: What stands before a name and says how somebody is or was; words of its kind are known by their ends.
EPITHETS = frozenset(
    "defiant resilient weary angry outgoing beleaguered embattled confident cautious jubilant combative buoyant belligerent desperate "
    "upbeat optimistic pessimistic sombre somber grim former ex late acting interim hawkish rebel triumphant bullish emotional tearful "
    "isolated frustrated ousted exiled deposed disgraced ailing unrepentant besieged exhausted furious hostile steadfast stubborn "
    "popular populist veteran pragmatic undeterred unfazed undaunted".split()
)
EPITHET = re.compile(r"[a-z]{3,}(?:ing|ful|less|ish|ious)")
#: Words of a region's name.
SIDES_OF_LAND = frozenset("eastern western northern southern central greater upper lower occupied northeastern southeastern".split())
#: Military ranks before a name.
RANKS = frozenset(
    "general gen lieutenant lt colonel col major maj brigadier brig captain capt sergeant sgt admiral adm commodore commander cmdr marshal "
    "corporal cpl private".split()
)


def is_title(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in PERSON_NOUNS or token.lower_ in WEEKDAY_NAMES or word in ADDRESSES | RANKS


def is_epithet(word: Token) -> bool:
    """Whether a word before a surname says how somebody is ("Defiant Zelensky"), and is no given name."""
    lower = word.lower_
    return lower in EPITHETS or (EPITHET.fullmatch(lower) is not None and lower not in GIVEN)


def dubbed(written: str, surname: str) -> str | None:
    """The given name of somebody whose title goes with it ("Sir Keir Starmer", later "Sir Keir"), where the words end in the full name."""
    if "Sir " not in written and "Dame " not in written:
        return None
    name = re.search(rf"\b(?:Sir|Dame) ([A-Z][\w'’-]+) (?:[A-Z][\w'’.-]+ )?{re.escape(surname)}$", written)
    return name[1].lower() if name else None


#: The words of a name at most.
FEW = 4
HYPHENS = frozenset(("-", "‑"))


def parts_of(sentence: Sentence, token: Token) -> list[str]:
    """The words of an unknown proper name that ends in `token`, titles and known names left out."""
    parts = [token.text]
    at = token.i - 1
    while at >= 0 and len(parts) < FEW:
        before = sentence.tokens[at]
        if at and before.text in HYPHENS and not before.whitespace_ and not sentence.tokens[at - 1].whitespace_:
            parts[0] = sentence.tokens[at - 1].text + before.text + parts[0]
            at -= 2
            continue
        if before.pos_ != "PROPN" or before.dep_ not in ("compound", "nmod") or is_title(before):
            break
        if sentence.at.get(at) and not ("-" in parts[0] and _is_topic(sentence, at)):
            break
        if before.lower_ in MONTH_NAMES | WEEKDAY_NAMES or (len(before) > 1 and before.text.isupper()):  # "the MEP Petr Vlk"
            break
        parts.insert(0, before.text)
        at -= 1
    return [p for p in parts if not re.fullmatch(r"[A-Z]\.", p)]


def _is_topic(sentence: Sentence, at: int) -> bool:
    """Whether a word only tells a topic, and so may be part of a stranger's name ("Park Sun-won")."""
    mention = sentence.at.get(at)
    return mention is not None and all(name.type == "topic" for name in mention.names)


#: What members of parties are called ("the Louisiana Republican", "the Social Democrat").
PARTISANS = frozenset(
    "democrat republican conservative liberal socialist labourite tory centrist unionist nationalist libertarian populist green".split()
)


#: How members of a parliament call one another ("my Rt Hon Friend the Foreign Secretary").
FELLOWS = frozenset("friend hon rt gentleman gentlewoman".split())


def is_partisan(token: Token) -> bool:
    """Whether somebody is called by party, not by name ("The New Jersey Democrat said")."""
    return token.lemma_.lower() in PARTISANS and any(c.lower_ in ("the", "a", "an") for c in token.lefts)


def looks_like_person(token: Token, parts: list[str]) -> bool:
    return (
        2 <= len(parts) <= 4
        and not is_partisan(token)
        and not {p.lower() for p in parts} & FELLOWS
        and (token.tag_ != "NNPS" or parts[0].lower() in GIVEN or _is_one(token))  # "Olha Kravets" is a plural to the parser
        and all(re.fullmatch(r"[A-ZÀ-ÞĀ-Ž][\w'’-]+", p) and not p.isupper() for p in parts)
        and not {p.lower() for p in parts} & (INSTITUTIONS | SIDES_OF_LAND)
        and token.lemma_.lower() not in ORGANS
        and not any(p.endswith("s") and p[:-1].lower() in PERSON_NOUNS for p in parts)  # "Foreign Ministers"
    )


def _is_one(token: Token) -> bool:
    """Whether a name that the parser takes for a plural is none: by its end ("Laranjinha"), or as another word for one person."""
    one = token.dep_ == "appos" and token.head.tag_ == "NN" and token.head.lemma_.lower() in PERSON_NOUNS
    return not token.lower_.endswith("s") or one


def is_capital(token: Token) -> bool:
    """Whether a word is written as a name; the last part of one may be small ("Lee Seong-kweun")."""
    joined = token.i > 1 and token.doc[token.i - 1].text in HYPHENS and not token.doc[token.i - 1].whitespace_
    return token.text[:1].isupper() or (joined and token.pos_ == "PROPN" and token.doc[token.i - 2].text[:1].isupper())


def acts_as_person(token: Token) -> bool:
    titled = any(is_title(c) for c in token.lefts) or any(c.dep_ == "appos" for c in token.rights)
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in SPEAKING
    return titled or speaks or token.dep_ == "appos"


#: Letters that are no other letter with a mark.
LETTERS = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
    "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ħ": "h", "ŋ": "n", "ə": "e",
})  # fmt: skip


def slug(parts: list[str]) -> str:
    spelt = " ".join(parts)
    if not spelt.isascii():
        spelt = unicodedata.normalize("NFKD", spelt.translate(LETTERS)).encode("ascii", "ignore").decode()
    plain = spelt.lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]s\b", "", plain)).strip("-")
