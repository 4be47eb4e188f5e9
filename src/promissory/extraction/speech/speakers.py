"""The phrase of a speaker: its article, its titles, the name in apposition to it, whoever wrote the paper it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES, WEEKDAY_NAMES
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, subjects
from promissory.extraction.grammar.tree import SUBJECTS, after, children
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.sayers import BODY_WORDS, CHANNELS, DESCRIPTIONS, DOCUMENTS, FINDINGS, NEWS, TITLES, is_human
from promissory.extraction.names.strangers import is_capital, looks_like_person, parts_of, slug
from promissory.extraction.words import text_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

DEFINITE = frozenset(("the", "this", "that", "his", "her", "their", "its"))
#: Verbs whose subject speaks in the paper that is their object ("published a report that concluded …").
ISSUES = frozenset("publish issue release write present deliver submit send put post circulate produce compile".split())
#: What those do with a paper who have not written it.
PASSING_ON = frozenset("cite quote see obtain review share leak read carry translate".split())
#: Verbs whose subject makes a paper its own.
ADOPTS = frozenset("adopt sign approve endorse agree issue".split())
#: What a paper is called that comes out again and again.
ISSUED = frozenset("press latest new daily weekly monthly annual recent joint same".split())
DAYS = WEEKDAY_NAMES | MONTH_NAMES
#: What stands before the name of who took a picture.
CREDIT = re.compile(r"(?:\bvia |/|\bPhoto(?:graph)?: ?)$")
#: How far from its noun the name of an outlet stands at most.
FAR = 4
SOME = frozenset("one several some many most few two three four".split())
#: The digits of an age.
AGE = 2
#: The letters of a state's id.
STATE = 2
#: Words before the name that somebody goes by.
ALIAS = re.compile(
    r"\b(?:call ?-?sign|callsign|nickname|nom de guerre|(?:name|names|named|known|identified|introduced|referred to|called)"
    r"(?: (?:himself|herself|themselves|only|simply))* (?:as|by|to)|goes by|asked to be called|called|named)"
    r"(?: (?:his|her|the|a)(?: \w+)? (?:name|call ?-?sign|callsign|nickname|nom de guerre))?(?:,| is| was| of)? [\"“‘']?([A-Z][\w’'-]+)"
)
OWN = frozenset(("amod", "compound", "poss", "prep", "appos", "relcl", "nmod"))


def is_bare(noun: Token) -> bool:
    """Whether nothing but an article or a pronoun stands with a noun."""
    return not any(c.dep_ in OWN and not is_loose(c) for c in noun.children)


def is_definite(noun: Token) -> bool:
    """Whether an article or a pronoun says that a noun means somebody known."""
    return any(c.lower_ in DEFINITE for c in noun.children)


def is_loose(word: Token) -> bool:
    """Whether a word beside a noun does not say whose or which it is: an article, a day, "latest"."""
    return word.lower_ in DEFINITE | DAYS | ISSUED


def issuers(paper: Token) -> list[Token]:
    """Whose paper is told of: who says something in it, who adopts it, whom it is from."""
    verb = paper.head.head if paper.dep_ == "pobj" and paper.head.lower_ == "in" else paper.head if paper.dep_ == "dobj" else None
    adopted = verb is not None and verb.lemma_ in ADOPTS
    told = verb is not None and paper.dep_ == "pobj" and verb.pos_ == "VERB"  # "said in a statement issued by his office"
    posting = [*children(paper, "acl"), *([paper.head] if paper.dep_ == "nsubjpass" else [])]  # "a readout was posted on X's website"
    posted = [p for v in posting for t in after(v, "on", "at") if t.lemma_.lower() in CHANNELS for p in children(t, "poss")]
    saying = [t for t in subjects(verb) if t.dep_ != "nsubjpass"] if verb is not None and (adopted or told) else []  # not "it was said"
    return saying or authors(paper) or posted


def is_plain(paper: Token) -> bool:
    """Whether a paper is told of by its noun alone, whoever else cites it ("the statement, cited by an agency, reads")."""
    own = [c for c in paper.children if c.dep_ in OWN and not is_loose(c)]
    return all(c.dep_ == "acl" and c.lemma_ in PASSING_ON for c in own)


def authors(paper: Token) -> list[Token]:
    """Whom a paper is from ("a report by the institute", "the statement issued by Minsk", "a Reuters story")."""
    issued = [a for verb in children(paper, "acl") if verb.lemma_ not in PASSING_ON for a in agents(verb)]
    issued += [s for verb in children(paper, "relcl") for s in children(verb, "nsubj") if s.lower_ not in ("that", "which", "who")]
    own = [c for c in paper.lefts if c.dep_ in ("poss", "compound", "nmod", "amod") and c.pos_ == "PROPN" and c.lower_ not in DAYS]
    put_out = subjects(paper.head) if paper.dep_ == "dobj" and paper.head.lemma_ in ISSUES else []
    writers = [t for t in after(paper, "from", "by", "of") if t.lower_ not in DAYS and t.pos_ != "NUM"]
    return issued or writers or own or put_out


def named_after(token: Token) -> list[str]:
    """The rest of a body's name after "of" or "for" ("Office of the President", "Institute for Peace")."""
    if token.lemma_.lower() not in BODY_WORDS:
        return []
    prep = next((p for p in token.rights if p.dep_ == "prep" and p.lower_ in ("of", "for") and p.i == token.i + 1), None)
    proper = prep is not None and any(p.pos_ == "PROPN" for p in children(prep, "pobj"))
    return [t.text for t in prep.subtree] if prep is not None and proper else []


def trailing_name(sentence: Sentence, token: Token) -> Token | None:
    """The name that a long title ends in, where the parser hangs it on the title's last noun ("envoy to NATO Julianne Smith")."""
    if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in PERSON_NOUNS | DESCRIPTIONS | TITLES:
        return None
    last = max((t for prep in children(token, "prep") for t in prep.subtree if t.pos_ == "PROPN"), key=lambda t: t.i, default=None)
    if last is None or any(token.i < t.i < last.i and (t.is_punct or t.pos_ == "VERB") for t in sentence.tokens[token.i : last.i]):
        return None
    mention, before = sentence.at.get(last.i), sentence.at.get(last.i - len(parts_of(sentence, last)))
    # "the minister for ports of Poland Jan Vlk"
    after_state = mention is None and before is not None and len(before.id_of("actor", "metonym") or "") == STATE
    after_state = after_state and looks_like_person(last, parts_of(sentence, last))
    return last if after_state or (mention and mention.id_of("person")) else None


def alias(token: Token) -> str | None:
    """The name by which somebody unnamed goes ("a soldier who gave his name as Viktor", "an officer with the call sign Marsh")."""
    after_noun = text_of([t for t in token.subtree if t.i > token.i])
    found = ALIAS.search(after_noun)
    return slug([found[1]]) if found else None


def is_told_of(name: Token) -> bool:
    """Whether the words behind a name tell what somebody is ("Mavka, a medic", "Mavka, 34,", "Mavka, who serves")."""
    if name.dep_ == "appos" and name.head.pos_ == "NOUN" and is_human(name.head.lemma_.lower()):
        return True  # "the woman behind the till, Svitlana"
    told = any(c.dep_ == "appos" and (is_human(c.lemma_.lower()) or is_age(c)) for c in name.rights)
    return (
        told
        or any(c.dep_ in ("nummod", "npadvmod") and is_age(c) for c in name.rights)
        or any(c.dep_ == "relcl" and any(w.lower_ == "who" for w in c.lefts) for c in name.rights)
    )


def is_age(number: Token) -> bool:
    return number.text.isdigit() and len(number) == AGE


def proper(token: Token) -> Token:
    """The name in apposition to a noun that speaks ("the governor, Pavlo Kyrylenko")."""
    if (token.lower_ in SOME or token.tag_ == "CD") and (many := after(token, "of")):
        token = many[0]
    if token.pos_ == "NOUN" and (name := _name_right_after(token)) is not None:
        return name
    apposed = [c for c in children(token, "appos") if c.pos_ == "PROPN" and any(p.dep_ == "compound" for p in c.lefts)]
    if apposed and token.pos_ == "PROPN" and any(c.lower_ == "the" for c in token.lefts):  # "the Humanitarian Coordinator, Ann Lee"
        return apposed[0]
    titled = token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.lemma_.lower() in PERSON_NOUNS | DESCRIPTIONS)
    # "the mayor of Kharkiv, Ihor Terekhov": the parser hangs the name on the town
    within = [p for prep in children(token, "prep") for p in children(prep, "pobj")] if is_human(token.lemma_.lower()) else []
    named = [c for t in (token, *within) for c in t.children if c.dep_ == "appos" and c.pos_ == "PROPN" and is_capital(c)]
    return named[0] if titled and named else token


def _name_right_after(noun: Token) -> Token | None:
    """The name that a title stands before, where the parser gives both to the verb ("the pilot Ivan Vlk landed")."""
    for other in noun.head.children:
        if other.pos_ == "PROPN" and other.dep_ == noun.dep_ and other.i > noun.i and other.dep_ in SUBJECTS:
            first = min([other.i, *(c.i for c in other.lefts if c.dep_ == "compound")])
            return other if first == noun.i + 1 else None
    return None


def paper_in(sentence: Sentence, papers: frozenset[str]) -> str | None:
    """The outlet that a sentence names, the last of several; not who took a picture."""
    named = ((m, i) for m in reversed(sentence.mentions) if (i := m.id_of("actor")) in papers)
    known = (i for m, i in named if not CREDIT.search(sentence.text[: m.start]))
    return _unknown_outlet(sentence) or next(known, None)


def _unknown_outlet(sentence: Sentence) -> str | None:
    """The name of an outlet that the pack does not know ("the investigative outlet The Project"), as it is written."""
    for noun in sentence.tokens:
        named = [t for t in noun.children if t.dep_ == "appos" and t.pos_ == "PROPN"] if noun.lemma_.lower() in NEWS else []
        if named and not any(t.i in sentence.at for t in named[0].subtree) and named[0].i <= noun.i + FAR:
            return "-".join(parts_of(sentence, named[0]))
    return None


def is_owned(paper: Token) -> bool:
    """Whether a paper's phrase says whose it is; "the authors of the study" do not."""
    whose = [t for prep in children(paper, "prep") for t in children(prep, "pobj") if t.lemma_.lower() not in DOCUMENTS | FINDINGS]
    return bool(whose) or any(
        c.dep_ == "poss" or (c.dep_ in OWN and c.pos_ in ("PROPN", "ADJ") and not is_loose(c)) for c in paper.children
    )
