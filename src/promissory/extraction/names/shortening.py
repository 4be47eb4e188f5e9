"""Short names: "the Council", "the Fund", "the Union" for the body that the text named in full, or that publishes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after
from promissory.extraction.lexicon.callings import BLOCS, BODIES, PERSON_NOUNS
from promissory.extraction.names.discourse import Discourse
from promissory.packs import Actor

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words by which a body is called for short, once its name has been given.
SHORT = BODIES | frozenset("assembly authority board chamber congress facility federation senate tribunal".split())
#: Words by which an office calls itself in its own texts ("the Department today announced").
OFFICES = frozenset("department ministry office agency directorate secretariat".split())
#: Whom such a word means in a text that is with a bloc, or with none, where nothing else was called so.
OF_BLOC = {("EU", "council"): "EU", ("EU", "union"): "EU", (None, "union"): "EU", ("EU", "commission"): "European-Commission"}
#: Kinds of actors that have such names.
NAMED = frozenset(("body", "bloc", "organisation"))
#: Names that are never cut: the European Council is not "the Council", which is that of ministers.
WHOLE = re.compile(r"European Council$|House$")

#: Lenders whose boards decide on their programmes.
BOARDS = frozenset(("IMF", "World-Bank", "EBRD", "EIB"))
#: Blocs whose members are "the member states" of a text.
UNIONS = frozenset(("EU", "NATO", "UN"))
#: Words for a part of a bloc's members.
SOME = frozenset("some several many few certain most two three four five".split())


def short_of(written: str, shorts: frozenset[str] = SHORT) -> str | None:
    """The word a body is called by for short ("Council of the EU" → "council"); None for names that have none of the `shorts`."""
    words = re.split(r" (?:of|for|on) ", written.strip())[0].split()
    last = words[-1].lower() if words else ""
    return last if last in shorts and len(written.split()) > 1 and not WHOLE.search(written) else None


def _is_short(sentence: Sentence, token: Token, called: Mapping[str, str]) -> bool:
    """Whether a word is the whole of a name, written like one: "the Council", "a Commission spokesman", no "Council of Ministers"."""
    if not (token.lower_ in SHORT or token.lower_ in called) or not token.text[0].isupper():
        return False
    mention = sentence.at.get(token.i)
    alone = mention is None or len(sentence.tokens_of(mention)) == 1 or sentence.text[mention.start :].lower().startswith("the ")
    plain = [c.lower_ for c in token.lefts if c.dep_ != "punct"] in (["the"], ["this"])
    before_person = token.dep_ == "compound" and token.head.lemma_.lower() in PERSON_NOUNS and token.head.i == token.i + 1
    return alone and (plain or (before_person and not any(token.lefts))) and not after(token, "of", "for", "on")


def keep_short(discourse: Discourse, written: str, actor: Actor) -> None:
    """Keep what a body just named may be called for short, and the union of states that it is of; the EU's are those of most texts."""
    if actor.id in BOARDS:
        discourse.shorts["board"] = actor.id  # "the Board advises the authorities"
    if actor.type in NAMED:
        if discourse.bloc != "EU":
            discourse.bloc = next((i for i in (actor.id, actor.country) if i in UNIONS), discourse.bloc)
        if short := short_of(written) or (short_of(actor.name) if written.isupper() else None):
            discourse.shorts[short] = actor.id


def meant_by(discourse: Discourse, sentence: Sentence, token: Token) -> str | None:
    """ "The Council": the body that publishes the text, else the one of that sort named last; None for what is no short name."""
    if not _is_short(sentence, token, discourse.called):
        return None
    short = token.lower_
    known = discourse.called.get(short) or discourse.shorts.get(short)
    return known or OF_BLOC.get((discourse.bloc, short))


def are_members(noun: Token) -> bool:
    """ "The member states", "other Member States": those of a bloc, where not only some of them are meant."""
    if noun.lower_ not in ("states", "countries", "nations"):
        return False
    before = {c.lower_ for c in noun.lefts}
    return "member" in before and not before & SOME


def are_some_members(noun: Token) -> bool:
    """ "With two EU and NATO member states", "some EU member states": some of a bloc's members, and not the bloc."""
    if noun.lower_ not in ("states", "countries", "nations"):
        return False
    before = {t.lower_ for t in noun.subtree if t.i < noun.i}
    some = bool(SOME & before) or any(c.dep_ == "nummod" for c in noun.lefts)
    return "member" in before and some and not {"all", "the"} & before


def union_of(discourse: Discourse, sentence: Sentence, noun: Token) -> str:
    """The union that has these members: the one whose membership the sentence is about, else the one that the text is with."""
    about = "NATO" if re.search(r"\bnato\b", sentence.text[: noun.idx], re.I) else None
    return about or discourse.bloc or "EU"


def bloc_called(discourse: Discourse, word: str) -> str:
    """ "The bloc", "the alliance": the Union and NATO, unless the text is about NATO and has not named the Union."""
    return "NATO" if discourse.allied and discourse.bloc == "NATO" else BLOCS[word]
