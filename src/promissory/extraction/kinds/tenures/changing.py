"""Tenures read from the order of words, where the parser loses who is put where ("named intelligence chief X to the post")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.tenures.installing import ahead, drafts, person_at, told_post
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_of, office_over
from promissory.extraction.lexicon.verbs import NAMING
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.strangers import slug
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that put somebody into a post, and those that only put somebody up for it.
APPOINTING = NAMING | frozenset("make swear".split())
PROPOSING = frozenset("nominate propose shortlist".split())
OUSTING = frozenset("dismiss sack oust fire remove recall axe suspend relieve depose".split())
#: Those of them that are said of nothing but posts.
SACKING = frozenset("dismiss sack oust fire axe".split())
SEATS = frozenset("post job position role office duty command".split())
AUXILIARIES = frozenset("be get been being was were is are".split())
#: How far a name stands from its verb, and a post from the name.
REACH, NEAR = 20, 10
#: Parts of speech of what may stand between a verb and the name of its object.
PLAIN = frozenset(("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART"))


def find_changes(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that the order of its words tells."""
    for token in sentence.tokens:
        if token.pos_ not in ("VERB", "AUX") or token.lemma_ not in APPOINTING | PROPOSING | OUSTING:
            continue
        if token.dep_ == "pcomp" and any(c.lower_ == "being" for c in token.children):
            continue  # "X met Y, his first trip since being named minister"
        person = _before(scene, sentence, token) if _is_passive(token) else _whom(sentence, token) or _after(scene, sentence, token)
        if person is not None and not _is_reported(sentence, token, person):
            yield from _change(scene, sentence, token, person)
    yield from _takes_office(scene, sentence)


def _change(scene: Scene, sentence: Sentence, verb: Token, person: tuple[str, int]) -> Iterator[Draft]:
    ident, last = person
    one = Referent(ident, person=True)
    if verb.lemma_ in OUSTING:
        office = _as_post(scene, sentence, max(last, verb.i) + 1) or held_office(scene, sentence, ident, taken=False)
        if (verb.lemma_ in SACKING and office) or _from_post(sentence, max(last, verb.i) + 1):
            status = ahead(scene, sentence, verb, "leaves_office")
            yield from drafts(scene, sentence, verb, [one], office, status, "word order") if status else ()
        return
    office = _as_post(scene, sentence, max(last, verb.i) + 1)
    if office is None and _from_post(sentence, max(last, verb.i) + 1):
        office = told_post(scene, sentence, verb) or Office(None, None, sentence.bounds(verb))
    asked = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in ("ask", "propose", "suggest", "request")
    if office and asked and verb.lemma_ in APPOINTING and not scene.mood(sentence, verb.head).negated:
        yield from drafts(scene, sentence, verb, [one], office, "candidate", "word order")  # "asked parliament to appoint X as minister"
    elif office and ahead(scene, sentence, verb, "takes_office"):
        status = "candidate" if verb.lemma_ in PROPOSING else "takes_office"
        yield from drafts(scene, sentence, verb, [one], office, status, "word order")


def _is_passive(verb: Token) -> bool:
    """ "Has been named", "was dismissed", "X, confirmed by the Senate"."""
    before = list(verb.doc[max(0, verb.i - 3) : verb.i])
    helped = verb.tag_ != "VB" and any(t.lower_ in AUXILIARIES and t.pos_ == "AUX" for t in before)  # not "was wrong to dismiss it"
    apposed = verb.tag_ == "VBN" and bool(before) and before[-1].text == "," and verb.i + 1 < len(verb.doc)
    return helped or (apposed and verb.doc[verb.i + 1].lower_ in ("by", "in", "on", "last", "as"))


def _before(scene: Scene, sentence: Sentence, verb: Token) -> tuple[str, int] | None:
    """The person named last before the verb; nobody from before a subject of its own ("X said that the minister would be appointed")."""
    own = [c for c in verb.children if c.dep_ == "nsubjpass" and c.pos_ == "NOUN" and not any(d.pos_ == "PROPN" for d in c.subtree)]
    if own and verb.dep_ == "ccomp":
        return None
    near = reversed(sentence.tokens[max(0, verb.i - REACH) : verb.i])
    return next((one for token in near if (one := person_at(scene, sentence, token))), None)


def _whom(sentence: Sentence, verb: Token) -> tuple[str, int] | None:
    """ "Witkoff, whom Trump named as his envoy": the name before the relative clause."""
    whom = next((t for t in reversed(sentence.tokens[max(0, verb.i - 5) : verb.i]) if t.lower_ in ("whom", "who")), None)
    named = sentence.at.get(whom.i - 2) if whom is not None and whom.lower_ == "whom" and whom.i > 1 else None
    ident = named.id_of("person", "surname") if named else None
    return (ident, verb.i) if ident else None


def _takes_office(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "Before Trump, who complains about the cost, takes office in January": the parser loses the subject behind the clause between."""
    for verb, thing in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if verb.lemma_ != "take" or thing.lower_ != "office":
            continue
        clause = next((t.i for t in reversed(sentence.tokens[: verb.i]) if t.lower_ in ("who", "whose") and t.i > 1), None)
        at = clause - 2 if clause is not None and sentence.tokens[verb.i - 1].text == "," else verb.i - 1
        person = person_at(scene, sentence, sentence.tokens[at]) if at >= 0 else None
        if person and not scene.mood(sentence, verb).negated:
            yield from drafts(scene, sentence, verb, [Referent(person[0], person=True)], None, "takes_office", "word order")


def _after(scene: Scene, sentence: Sentence, verb: Token) -> tuple[str, int] | None:
    """The person that the verb's object names, with nothing but titles before the name."""
    for token in sentence.tokens[verb.i + 1 : verb.i + 1 + REACH]:
        if token.lower_ in ("him", "her") and token.dep_ in ("dobj", "nsubj"):
            return _before(scene, sentence, verb)  # "the decree appointing him"
        if person := person_at(scene, sentence, token) or _plural_name(sentence, token):
            return person
        mention = sentence.at.get(token.i)
        if token.pos_ not in PLAIN and token.lower_ not in (",", "of", "his", "her") and mention is None:
            return None
    return None


def _plural_name(sentence: Sentence, token: Token) -> tuple[str, int] | None:
    """ "Appointed Heiko Thoms its envoy": a name whose end the parser takes for a plural, before a post with a pronoun."""
    before = sentence.tokens[token.i - 1] if token.i else token
    after_it = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else token
    plain = token.tag_ == "NNPS" and before.tag_ == "NNP" and token.i not in sentence.at and before.i not in sentence.at
    return (slug([before.text, token.text]), token.i) if plain and after_it.tag_ == "PRP$" else None


def _is_reported(sentence: Sentence, verb: Token, person: tuple[str, int]) -> bool:
    """ "X, whom Y named", "the man who fired X's deputy": the name belongs to another clause."""
    between = sentence.tokens[min(verb.i, person[1]) + 1 : max(verb.i, person[1])]
    return any(t.tag_ in ("WP", "WDT", "VBD", "VBZ", "VBP", "MD") and t.pos_ != "AUX" and t.tag_ != "MD" for t in between)


def _as_post(scene: Scene, sentence: Sentence, at: int) -> Office | None:
    """The post right after a name or verb: "minister", "as minister", "to the post of", "to be the next minister"."""
    for token in sentence.tokens[at : at + NEAR]:
        if (mention := sentence.at.get(token.i)) and mention.id_of("person", "surname"):
            return None
        if office := office_of(scene, sentence, token):
            return office
        if token.lower_ == "head" or token.lemma_ in ("lead", "run", "head"):
            return next((o for t in sentence.tokens[token.i + 1 : token.i + 1 + NEAR] if (o := office_over(scene, sentence, t))), None)
        if token.pos_ in ("VERB", "PUNCT", "CCONJ") and token.text != "-" and token.lower_ != "acting":
            return None
    return None


def _from_post(sentence: Sentence, at: int) -> bool:
    """ "From his post", "to the job"."""
    near = sentence.tokens[at : at + NEAR]
    return any(t.lemma_.lower() in SEATS for t in near) and any(t.lower_ in ("to", "from", "of", "for") for t in near)
