"""What a sentence leaves in memory: the people it names, the titles beside them, whom it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import is_topic
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.genders import GIVEN
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.firms import keep_firm
from promissory.extraction.names.naming import Namer
from promissory.extraction.names.shortening import keep_short
from promissory.extraction.names.strangers import dubbed, is_title
from promissory.extraction.text.gazetteer import Mention

if TYPE_CHECKING:
    from promissory.extraction.words import Token


#: How many sentences say which coalition a text is about.
LEAD = 3
#: Where a name may stand that is no subject.
BESIDE = frozenset("dobj pobj appos conj attr oprd dative".split())


def acquaint(namer: Namer, sentence: Sentence) -> None:
    """Remember the people of a sentence: surnames, titles beside them, who its subject is."""
    for mention in sentence.mentions:
        if actor := namer.pack.actor.get(mention.id_of("actor") or ""):
            keep_short(namer.discourse, sentence.text[mention.start : mention.end], actor)
            keep_firm(namer.discourse, sentence, mention, actor)
            if actor.type == "coalition" and sentence.number < LEAD:
                namer.discourse.coalition = actor.id
        person = mention.id_of("person")
        if person:
            written = sentence.text[mention.start : mention.end]
            _remember(namer, person, written.split()[-1], sentence, mention)
    if any(token.lower_ in ("he", "she", "his", "her") for token in sentence.tokens):
        namer.discourse.going_on.add(sentence.number)
    for token in sentence.tokens:
        if token.dep_ == "pobj" and is_topic(token) and (who := namer.name_all(sentence, token)):
            namer.discourse.subjects.append((sentence.number, token.i, tuple(who)))
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ != "PRON":
            namer.name(sentence, token, remember=True)
            if who := namer.name_all(sentence, token) or _possessor(namer, sentence, token):
                if not _is_aside(token):
                    namer.discourse.subjects.append((sentence.number, token.i, tuple(who)))
                namer.discourse.person = next((w.id for w in who if w.person), namer.discourse.person)
        elif token.pos_ == "PROPN" and token.dep_ in BESIDE and token.i not in sentence.at and _is_introduced(sentence, token):
            namer.name(sentence, token, remember=True)


def _is_introduced(sentence: Sentence, name: Token) -> bool:
    """ "Led by Rita Lara", "its envoy, Jan Vlk", "by Croatia's Ivo Tot": a stranger with a given name, a post or a state beside it."""
    post = name.dep_ == "appos" and name.head.pos_ == "NOUN" and name.head.lemma_.lower() in PERSON_NOUNS
    given = any(c.dep_ == "compound" and c.tag_ == "NNP" and (c.lower_ in GIVEN or is_title(c)) for c in name.lefts)
    owned = any(c.dep_ == "poss" and (m := sentence.at.get(c.i)) and m.id_of("actor") for c in name.lefts)
    return post or given or owned


def _possessor(namer: Namer, sentence: Sentence, token: Token) -> list[Referent]:
    """ "The Ukrainian leader's plane touched down. He": whose thing the sentence is about, if it is a person's."""
    holders = [c for c in token.lefts if c.dep_ == "poss" and c.pos_ != "PRON"]
    return [who for c in holders if (who := namer.name(sentence, c)) and who.person]


def _remember(namer: Namer, person: str, surname: str, sentence: Sentence, mention: Mention) -> None:
    namer.discourse.surnames[re.sub(r"'s?$", "", surname.replace("’", "'")).lower()] = person
    if given := dubbed(sentence.text[: mention.end], surname):
        namer.discourse.surnames.setdefault(given, person)
    namer.discourse.person = person
    namer.discourse.named.append((sentence.number, sentence.block_number, person))
    first = person.split("-")[0]
    namer.discourse.given[first] = person if namer.discourse.given.get(first, person) == person else None
    head = sentence.head_of(mention)
    if head is None:
        return
    for word in (*head.lefts, *(r for r in head.rights if r.dep_ == "appos"), *([head.head] if head.dep_ == "appos" else [])):
        if word.lemma_.lower() in PERSON_NOUNS or word.lower_ in PERSON_NOUNS:
            namer.discourse.titles[word.lemma_.lower()] = person
            namer.discourse.firsts.setdefault(word.lemma_.lower(), person)
            if state := namer.state_of(person):
                namer.discourse.titled[word.lemma_.lower(), state] = person
            if person not in namer.pack.person and (body := namer.modifier(sentence, word) or namer.modifier(sentence, head)):
                namer.discourse.bodies[person] = body


def _is_aside(subject: Token) -> bool:
    """ "The tanks that Rheinmetall is refurbishing": who acts in a clause on a noun is not whom the text goes on about."""
    return subject.head.dep_ == "relcl" and subject.head.head.pos_ in ("NOUN", "PROPN", "NUM")
