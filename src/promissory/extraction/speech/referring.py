"""Sources named beside what they tell: "according to X", "in X's view", "for X", "Reuters reports, citing X", "as the report shows"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import after, children, clause, spread
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.sayers import DOCUMENTS, FINDINGS, WORDS, is_human
from promissory.extraction.names.strangers import looks_like_person, parts_of
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.speakers import proper
from promissory.extraction.speech.stances import owners_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns after "in": "in his view", "in the words of the minister".
VIEWS = frozenset(
    "view opinion word assessment judgement judgment estimation estimate eye account reckoning calculation telling version reading count "
    "mind analysis phrase tally perspective standpoint viewpoint reasoning formulation description recollection admission argument "
    "thinking interpretation logic arithmetic belief experience".split()
)
#: Prepositions before them; those that stand before few of them.
VIEWED = {
    "in": VIEWS, "by": VIEWS, "on": frozenset("account telling reckoning reading admission estimate count assessment".split()),
    "to": frozenset(("mind", "reckoning", "thinking")), "from": frozenset("perspective standpoint viewpoint".split()),
}  # fmt: skip
#: Participles by which a report names where it has its news from.
CITING = frozenset(("citing", "quoting"))
REPORTS = frozenset("report write publish reveal learn note inform state relay".split())
REFERRING = frozenset(("referring", "reference", "pointing"))
#: Verbs that tell what a thing is to somebody ("for whom the plan amounted to surrender").
JUDGED = frozenset("amount seem appear mean prove represent show constitute".split())
#: Verbs that tell so only by what stands with them, and what that is ("it was a mistake", "it remains unacceptable").
LINKING = frozenset("be remain look count matter stay become".split())
JUDGMENTS = frozenset(
    "little much nothing enough proof evidence signal sign mistake error failure success victory defeat triumph disgrace shame "
    "scandal threat danger risk chance opportunity question matter priority condition test step betrayal surrender capitulation "
    "provocation problem solution reason warning lesson message absurd clear obvious certain evident plain important crucial "
    "essential vital decisive necessary unacceptable acceptable unthinkable inconceivable impossible possible unfair fair wrong "
    "right dangerous too red good bad better worse best worst sad key central insufficient sufficient self-evident madness "
    "nonsense illusion farce beginning price line".split()
)
#: Verbs with which "it" and "this" say nothing ("it underscores why …").
SHOWS = frozenset("underscore underline highlight stress emphasize emphasise suggest indicate signal imply note call point".split())
#: Verbs by which a clause names the paper that something is from.
SHOWING = SHOWS | {"show", "reveal", "demonstrate", "find"}


def find_sources(sentence: Sentence) -> Iterator[Cue]:
    """ "According to X" and "in X's view"."""
    for token in sentence.tokens:
        if token.i in sentence.quoted:
            continue
        speakers: list[Token] = []
        if token.lower_ == "according" and (to := next((c for c in token.children if c.lower_ == "to"), None)):
            speakers = spread(children(to, "pobj"))
        elif token.lower_ == "per" and token.dep_ == "prep":
            speakers = [p for p in children(token, "pobj") if p.tag_ not in ("NN", "CD") or children(p, "poss", "det")]
        elif token.lower_ in CITING | REFERRING and report_of(token) is not None:
            cited = [s for t in [*spread(children(token, "dobj")), *after(token, "to")] for s in _who_wrote(t)]
            speakers = [] if all(_is_nameless(sentence, s) for s in cited) else cited
        elif antecedent := _antecedent(token):
            said, whose = antecedent
            own = {t.i for t in token.subtree}
            yield Cue(token, (whose,), frozenset(t.i for t in said if t.i not in own and not t.is_punct), "source")
        elif (view := _view_under(token)) is not None:
            speakers = owners_of(sentence, view, children(view, "poss") or after(view, "of"))
        elif _is_shown(token):
            speakers = children(token, "nsubj")
        elif token.lower_ in ("for", "to") and token.dep_ == "prep" and _opens_clause(sentence, token):
            speakers = [p for p in children(token, "pobj") if _is_person(sentence, p)]
        if speakers:
            own = {t.i for t in token.subtree}
            if token.lower_ == "according" and (name := _name_behind(sentence, speakers[-1])):
                own |= {t.i for t in name}
                speakers = [name[-1]]
            if token.i and sentence.tokens[token.i - 1].text == ";":  # "…; for Scholz it is a mistake"
                own |= set(range(token.i))
            yield Cue(token, tuple(speakers), frozenset(t.i for t in sentence.tokens if t.i not in own and not t.is_punct), "source")


def _name_behind(sentence: Sentence, post: Token) -> list[Token]:
    """ "According to Umerov's deputy, Ivan Havryliuk, …": the words of the name between commas that the parser takes for the subject."""
    if post.pos_ != "NOUN" or not is_human(post.lemma_.lower()) or children(post, "appos"):
        return []
    name: list[Token] = []
    at = post.right_edge.i + 1
    if at < len(sentence.tokens) and sentence.tokens[at].text == ",":
        for token in sentence.tokens[at + 1 :]:
            if token.pos_ != "PROPN":
                break
            name.append(token)
    closed = bool(name) and name[-1].i + 1 < len(sentence.tokens) and sentence.tokens[name[-1].i + 1].text == ","
    return name if closed and looks_like_person(name[-1], [t.text for t in name]) else []


def _view_under(prep: Token) -> Token | None:
    """The noun for how somebody sees or tells it that a preposition governs ("in his view", "on the mayor's account")."""
    nouns = VIEWED.get(prep.lower_)
    if nouns is None:
        return None
    view = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp") and c.lemma_.lower() in nouns), None)
    if view is not None and view.lower_ == "accounts" and prep.head.lemma_ in ("hold", "freeze", "deposit", "place", "keep", "lie", "sit"):
        return None  # money in a bank
    owned = view is not None and (children(view, "poss") or any(c.lower_ == "the" for c in view.lefts))
    return view if view is not None and (owned or prep.lower_ in ("in", "by")) else None


def _antecedent(prep: Token) -> tuple[list[Token], Token] | None:
    """ "The envoy, in whose words it was late", "Rutte, for whom it was a signal": the clause, and the person that it is about."""
    view = _view_under(prep)
    whose = view is not None and any(c.tag_ == "WP$" for c in view.lefts)
    whom = prep.lower_ in ("for", "to") and any(c.lower_ == "whom" for c in children(prep, "pobj")) and prep.dep_ == "prep"
    clause_of = prep.head if prep.head.dep_ == "relcl" else None
    if clause_of is None and whose and prep.i > 1 and prep.doc[prep.i - 1].text == "," and prep.doc[prep.i - 2].pos_ == "PROPN":
        rest = list(prep.doc[prep.i :])  # "China, in whose eyes it is a province, …": no relative clause to the parser
        end = next((t.i for t in rest if t.text == ","), len(prep.doc))
        return [t for t in rest if t.i < end], prep.doc[prep.i - 2]
    held = whom and clause_of is not None and _judges(clause_of)
    return (list(clause_of.subtree), clause_of.head) if clause_of is not None and (whose or held) else None


def _judges(verb: Token) -> bool:
    """Whether a clause tells what a thing is to somebody: a judgement, a clause, or words in quotation marks ("was “a signal”")."""
    if verb.lemma_ in JUDGED:
        return True
    said = [c for c in verb.children if c.i > verb.i and c.dep_ in ("acomp", "attr", "oprd", "prep", "ccomp", "dobj", "advmod")]
    judged = any(t.lemma_.lower() in JUDGMENTS or t.is_quote for c in said for t in c.subtree) or any(c.is_quote for c in verb.children)
    clauses = [c for c in said if c.dep_ == "ccomp" and any(m.lower_ == "that" for m in children(c, "mark"))]
    return verb.lemma_ in LINKING and (judged or bool(clauses))


def _is_shown(verb: Token) -> bool:
    """Whether a clause names the paper that what stands beside it is from ("As the report shows, …")."""
    if verb.dep_ != "advcl" or verb.lemma_ not in SHOWING:
        return False
    papers = [s for s in children(verb, "nsubj") if s.lemma_.lower() in DOCUMENTS | FINDINGS]
    return bool(papers) and any(c.lower_ == "as" for c in children(verb, "mark", "advmod", "prep"))


def _opens_clause(sentence: Sentence, prep: Token) -> bool:
    """Whether a phrase stands at the head of the sentence, or of a clause after a mark or "but" ("…, but for Orbán it proves little")."""
    if not _judges(prep.head):
        return False
    if prep.i == 0:
        return True
    before = sentence.tokens[prep.i - 1]
    opened = before.text == ";" or before.lower_ in ("but", "while", "whereas", "and")
    own = {t.i for t in prep.subtree}
    opened = opened and not any(c.lower_ in ("might", "may", "could") for c in prep.head.children)  # the writer wonders
    return opened and any(s.i > prep.i and s.i not in own for s in subjects(prep.head))


def _is_person(sentence: Sentence, token: Token) -> bool:
    """Whether a phrase names a person, by its head or in apposition to it."""
    named = [sentence.at.get(t.i) for t in (token, proper(token), *children(token, "appos"))]
    stranger = token.pos_ == "PROPN" and looks_like_person(token, parts_of(sentence, token))
    return stranger or any(m.id_of("person", "surname") for m in named if m) or any(c.lemma_.lower() in PERSON_NOUNS for c in token.lefts)


def report_of(word: Token) -> Token | None:
    """The verb by which a paper or an agency reports what it has from somebody whom the participle names."""
    verb = clause(word.head)
    verbs = [verb, *(c for c in verb.children if c.dep_ in ("parataxis", "ccomp") and c.i < word.i)]
    verbs = sorted(verbs, key=lambda v: v.i, reverse=True) if verb.lemma_ not in REPORTS else verbs
    report = next((v for v in verbs if v.lemma_ in REPORTS), None)
    tellers = (subjects(report) or children(report, "compound")) if report is not None else []
    return report if tellers and all(t.pos_ in ("PROPN", "NOUN") for t in tellers) else None


def _is_nameless(sentence: Sentence, cited: Token) -> bool:
    """ "Citing two officials", "quoting people familiar with the talks": the paper alone is known to tell it."""
    named = any(t.i in sentence.at or t.pos_ == "PROPN" for t in cited.subtree if t.dep_ != "relcl")
    return cited.pos_ == "NOUN" and not named and not any(c.lower_ in ("the", "its", "his", "her", "their") for c in cited.lefts)


def _who_wrote(token: Token) -> list[Token]:
    """Whose words are cited: "citing remarks by the minister", "referring to a tweet that the minister posted"."""
    if token.lemma_.lower() not in WORDS | DOCUMENTS:
        return [token]
    posted = [s for verb in children(token, "relcl") for s in children(verb, "nsubj") if s.tag_ not in ("WDT", "WP")]
    return children(token, "poss") or after(token, "by", "from", "of") or posted or [token]
