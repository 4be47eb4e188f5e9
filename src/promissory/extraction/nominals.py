"""Nouns that stand for events ("a meeting", "the strikes"): who owns them, which verb carries them, when and where they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from promissory.extraction.naming import PERSON_NOUNS, Referent
from promissory.extraction.scene import Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import after, conjuncts, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

    from promissory.extraction.gazetteer import Mention

#: Nouns that only measure the one after "of" ("a round of talks", "the margins of the summit" is none of them).
PARTS = frozenset(
    "round series session day hour wave string set number part first second third fourth fifth spate flurry sequence cycle opening "
    "couple pair dozen kind type form meeting lot hundred thousand ten participant ceremony edition plenary start beginning end "
    "outset".split()
)
#: Words that put an event in the future, in the past, or only in thought.
COMING = frozenset("upcoming next forthcoming planned future scheduled coming expected eventual anticipated".split())
GONE = frozenset("last previous recent past earlier first second third latest yesterday's former recently".split())
IDLE = frozenset("possible potential hypothetical any no such".split())
#: Parts of speech that may stand between the names of a row of people and its verb.
ROW = frozenset(("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "ADV", "AUX"))
#: Verbs whose place and day hold for what is done next ("met in Oxford and put their signatures to").
GATHERING = frozenset("meet gather travel visit arrive come convene".split())
#: Verbs that say of an event that it is.
HAPPEN = frozenset(
    "sign conclude reach strike agree launch hold take host organise organize convene schedule occur happen open begin "
    "start plan mark perpetrate conduct commit carry mount wage stage unleash inflict".split()
)


def who(scene: Scene, sentence: Sentence, token: Token) -> Referent | None:
    """Whom a phrase names; a person in apposition is meant rather than the post before the comma."""
    if token.lemma_.lower() in PERSON_NOUNS and (one := _trailing_name(scene, sentence, token)):
        return one
    named = scene.namer.name(sentence, token)
    if named is None or not named.person or named.inferred:
        for other in token.children:
            if other.dep_ == "appos" and (one := scene.namer.name(sentence, other)) and one.person:
                return one
    return named


def _trailing_name(scene: Scene, sentence: Sentence, post: Token) -> Referent | None:
    """ "Adviser for International Economics Pyle": the name after the post's long title, which the parser makes a part of the title."""
    for prep in post.children:
        if prep.dep_ != "prep" or prep.lower_ not in ("for", "of"):
            continue
        for token in prep.subtree:
            mention = sentence.at.get(token.i)
            person = mention.id_of("person") if mention else None
            last = sentence.tokens_of(mention)[-1] if mention else token
            titled = any(
                c.dep_ in ("compound", "nmod") and sentence.at.get(c.i) is not mention and c.lemma_.lower() not in PERSON_NOUNS
                for c in last.lefts
            )
            if person and titled and last.dep_ == "pobj":
                return Referent(person, person=True)
        # "the President of Paraguay, Santiago Peña": the name hangs on the country as if it were the next of a list
        for owned in (p for p in prep.children if p.dep_ == "pobj"):
            for other in owned.children if not any(c.dep_ == "cc" for c in owned.children) else ():
                if other.dep_ in ("conj", "appos") and (one := scene.namer.name(sentence, other)) and one.person and not one.inferred:
                    return one
    return None


def everyone(scene: Scene, sentence: Sentence, tokens: Iterable[Token]) -> list[Referent]:
    """Everyone the phrases name, in order, each once; members listed after "including" and owners in "leaders of X and Y" too."""
    found: dict[str, Referent] = {}
    for token in tokens:
        for one in _named_by(scene, sentence, token):
            found.setdefault(one.id, one)
    return list(found.values())


def _named_by(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    if several := _shared_owners(scene, sentence, token):
        return several
    if token.lower_ == "them" and token.dep_ == "pobj":
        return scene.namer.name_all(sentence, token)
    if led := _led_by(sentence, token):
        return led
    found = [one] if (one := who(scene, sentence, token)) else []
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("including", "like"):
            found += _members(scene, sentence, child)
        if child.dep_ == "appos":
            found += [r for part in conjuncts(child)[1:] if (r := who(scene, sentence, part))]
            found += [
                r
                for r in [scene.namer.name(sentence, child)]
                if r and found and r.id != found[0].id and _is_state(scene, r) and _is_state(scene, found[0])
            ]
    if found and not found[0].person:
        return found
    return [*found, *_listed_people(sentence, token), *_other_posts(scene, sentence, token), *_beside(sentence, token)]


def _led_by(sentence: Sentence, token: Token) -> list[Referent]:
    """ "A delegation led by X", "a team headed by X": the person rather than the state."""
    if token.lemma_.lower() not in ("delegation", "team", "mission", "group"):
        return []
    inner = [p for of in token.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]
    verbs = [c for t in (token, *inner) for c in t.children if c.dep_ == "acl" and c.lower_ in ("led", "headed", "chaired")]
    return [one for verb in verbs for by in verb.children if by.lower_ == "by" for one in listed_after(sentence, by)]


def _members(scene: Scene, sentence: Sentence, prep: Token) -> list[Referent]:
    """Those after "including"; of "Poland's Sikorski and Spain's Albares" the people, not their states."""
    parts = [p for c in prep.children if c.dep_ == "pobj" for p in conjuncts(c) if not any(k.dep_ == "case" for k in p.children)]
    return [*(r for part in parts if (r := who(scene, sentence, part))), *listed_after(sentence, prep)]


def _other_posts(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    """ "The prime minister of Norway, the president of Georgia": a post with an owner of its own is one more person, not an apposition."""
    if token.pos_ != "NOUN" and sentence.at.get(token.i) and sentence.at[token.i].id_of("person", "surname"):
        return []
    own = scene.namer.modifier(sentence, token)
    found = []
    for child in token.children:
        if child.dep_ == "appos" and child.lemma_.lower() in PERSON_NOUNS and scene.namer.modifier(sentence, child) not in (None, own):
            found += [r for part in conjuncts(child) for r in _named_by(scene, sentence, part)]
    return found


def _beside(sentence: Sentence, token: Token) -> list[Referent]:
    """People joined by "and" to a person, read from the order of words: the parser often hangs them elsewhere.

    "With Kallas from the EU and Foreign Minister Sybiha" gives Sybiha; "met Kallas, and Sybiha said" does not.
    """
    found: list[Referent] = []
    mention = sentence.at.get(token.i)
    while mention is not None and mention.id_of("person", "surname"):
        link = _link(sentence, sentence.tokens_of(mention)[-1].i + 1)
        mention = _next_person(sentence, link) if link else None
        if mention is not None and (person := mention.id_of("person")):
            found.append(Referent(person, person=True))
    return found


def _link(sentence: Sentence, at: int) -> int | None:
    """The index after an "and" at `at`, with at most "of Norway" or "from the EU" before it."""
    tokens = sentence.tokens
    if at < len(tokens) and tokens[at].lower_ in ("of", "from"):
        at += 1
        while at < len(tokens) and (tokens[at].dep_ == "det" or ((m := sentence.at.get(at)) and m.id_of("actor"))):
            at += 1
    return at + 1 if at < len(tokens) and tokens[at].lower_ in ("and", "&") else None


def _next_person(sentence: Sentence, at: int) -> Mention | None:
    """The person whose name, with the titles before it, begins at `at` and who is not the subject of a clause of its own."""
    for token in sentence.tokens[at : at + 9]:
        mention = sentence.at.get(token.i)
        if mention is not None and mention.id_of("person"):
            head = sentence.tokens_of(mention)[-1]
            return None if _opens_clause(head) or any(c.dep_ == "case" for c in head.children) else mention
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET") and token.lower_ not in ("of", "'s", "’s", "-"):
            return None
    return None


def _listed_people(sentence: Sentence, token: Token) -> list[Referent]:
    """The people of a list whose parse is broken: full names that hang on the first by apposition and the like."""
    found = []
    for mention in sentence.mentions:
        head = next(reversed(sentence.tokens_of(mention)), None)
        person = mention.id_of("person")
        if (
            person
            and head is not None
            and head.i != token.i
            and not any(c.dep_ == "case" for c in head.children)
            and _hangs_on(head, token)
        ):
            found.append(Referent(person, person=True))
    return found


def _hangs_on(head: Token, token: Token) -> bool:
    for _ in range(5):
        if head.i == token.i:
            return True
        if head.dep_ not in ("appos", "conj", "nmod", "compound"):
            return False
        head = head.head
    return False


def _is_state(scene: Scene, one: Referent) -> bool:
    """Whether a state is named, so that one in apposition to another is the next of a list ("Ukraine, Latvia sign")."""
    actor = scene.pack.actor.get(one.id)
    return actor is not None and actor.type == "state"


def _shared_owners(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    """ "The leaders of Canada, France and Italy", "US and Ukrainian officials": each owner, where there are several."""
    if token.tag_ not in ("NNS", "NNPS"):
        return []
    named = [r for part in _owned_by(token) if (r := who(scene, sentence, part))]
    left = [part for c in token.lefts if c.dep_ in ("amod", "compound", "nmod") for part in conjuncts(c)]
    named += [one for part in left if (m := sentence.at.get(part.i)) and (one := owner(m))]
    several = {r.id: r for r in named}
    return list(several.values()) if len(several) > 1 else []


def _owned_by(token: Token) -> list[Token]:
    """The nouns after "of" or "from", past "government" and "state" ("heads of government of Norway and Israel")."""
    found = [
        part
        for prep in token.children
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from")
        for p in prep.children
        if p.dep_ == "pobj"
        for part in conjuncts(p)
    ]
    deeper = [part for t in found if t.lemma_ in ("government", "state") for part in _owned_by(t)]
    return deeper or found


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
            if _opens_clause(last):
                break
            skip = last.i
            found.append(Referent(person, person=True))
        elif (token.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "PUNCT") and token.text not in (",", "-", "(", ")", "’s", ".")) or (
            token.pos_ == "ADP" and token.lower_ not in ("of", "for", "from", "including")
        ):
            break
    return found


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
            token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "ADV", "AUX") or token.text in (",", "'s", "’s")
        ):
            break
    return found


def _opens_clause(head: Token) -> bool:
    """Whether a name is the only subject of a verb of its own ("…, Modi said"), and no link of a list."""
    verb = head.head
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False  # "spoke with Minister X to discuss": the one met is no subject of the purpose
    return head.dep_ in ("nsubj", "nsubjpass") and sum(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) < 2


def companions(verb: Token) -> list[Token]:
    """Those after "with" in a verb's clause, also where it hangs on a noun of it ("met in the council format with X")."""
    found = after(verb, "with")
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "on", "during", "by", "via", "over") and child.i > verb.i:
            found += [t for p in child.children if p.dep_ == "pobj" for t in after(p, "with")]
    return found


def owners(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """Those named before the noun in its phrase: "Biden's call", "the NATO summit", "US-Ukrainian talks", "Russian strikes"."""
    found: dict[str, Referent] = {}
    holders = [c for c in noun.lefts if c.dep_ == "poss" or (c.dep_ == "nmod" and any(k.dep_ == "case" for k in c.children))]
    for holder in holders:
        found |= {one.id: one for one in _holders(scene, sentence, holder, noun)}
    taken = {t.i for c in holders for t in c.subtree} if found else set()
    for mention in before(sentence, noun):
        if not taken & {t.i for t in sentence.tokens_of(mention)} and (one := owner(mention)):
            found.setdefault(one.id, one)
    return list(found.values())


def _holders(scene: Scene, sentence: Sentence, holder: Token, noun: Token) -> list[Referent]:
    """Whom a possessive names; "their" and "its" point to the nearest one named before."""
    if holder.lower_ not in ("their", "its"):
        named = everyone(scene, sentence, _meant(holder, noun))
        return [*_joint(sentence, holder), *named] if named and named[0].person else named
    for token in reversed(noun.doc[max(0, noun.i - 15) : noun.i]):
        if (
            token.pos_ in ("PROPN", "NOUN")
            and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")
            and (named := everyone(scene, sentence, [token]))
        ):
            return _with_subject(scene, sentence, holder, noun, named)
    return []


def _joint(sentence: Sentence, holder: Token) -> list[Referent]:
    """ "Scholz and Zelensky's meeting": the person before "and", which the parser takes for the subject."""
    mention = sentence.at.get(holder.i)
    first = sentence.tokens_of(mention)[0].i if mention else holder.i
    before = sentence.at.get(first - 2) if first > 1 and sentence.tokens[first - 1].lower_ == "and" else None
    person = before.id_of("person", "surname") if before else None
    return [Referent(person, person=True)] if person else []


def _with_subject(scene: Scene, sentence: Sentence, holder: Token, noun: Token, named: list[Referent]) -> list[Referent]:
    """ "Speaking alongside Kuleba after their meeting, Blinken said": "their" means the one named and the subject."""
    verb = noun.head.head if noun.dep_ == "pobj" else None
    if holder.lower_ != "their" or len(named) != 1 or not named[0].person or verb is None or verb.pos_ not in ("VERB", "AUX"):
        return named
    return list({r.id: r for r in (*named, *everyone(scene, sentence, subjects(verb)))}.values())


def _meant(holder: Token, noun: Token) -> list[Token]:
    """Whom a possessive means: in "In his meeting with X, Y said", the subject that follows."""
    if holder.lower_ == "whose" and noun.head.dep_ == "relcl":
        return [noun.head.head]
    if holder.pos_ != "PRON" or noun.dep_ != "pobj":
        return conjuncts(holder)
    verb = noun.head.head
    following = [s for s in subjects(verb) if s.i > noun.i] if verb.pos_ in ("VERB", "AUX") else []
    return following or [holder]


def before(sentence: Sentence, noun: Token) -> list[Mention]:
    """The mentions inside the noun's phrase up to its end, clauses before it left out."""
    start = min([noun.idx, *(t.idx for c in noun.lefts if c.dep_ in ("poss", "compound", "amod", "nmod", "nummod") for t in c.subtree)])
    end = noun.idx + len(noun)
    return [m for m in sentence.mentions if start <= m.start and m.start < end]


def owner(mention: Mention) -> Referent | None:
    """The actor a modifier names; a city stands for the place, not for the state ("the Vilnius summit")."""
    if person := mention.id_of("person", "surname"):
        return Referent(person, person=True)
    if mention.id_of("metonym") and mention.id_of("place"):
        return None
    return Referent(actor) if (actor := mention.id_of("actor", "adjective", "demonym", "metonym")) else None


def whole(noun: Token) -> Token:
    """The noun that stands for the whole phrase: "a round of talks" for "talks"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in PARTS:
        noun = noun.head.head
    return noun


def content(noun: Token) -> Token:
    """The noun that a phrase is about: "posts" for "a number of posts"."""
    if noun.lemma_.lower() in PARTS | {"most", "many", "some", "several", "dozens"}:
        for prep in noun.children:
            if prep.dep_ == "prep" and prep.lower_ == "of" and (inner := next((p for p in prep.children if p.dep_ == "pobj"), None)):
                return inner
    return noun


def carrier(noun: Token) -> Token | None:
    """The verb whose subject or object the noun is, or in whose prepositional phrase it stands."""
    top = whole(noun)
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    if top.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "dative"):
        return top.head
    if top.dep_ == "pobj" and top.head.head.pos_ in ("VERB", "AUX"):
        return top.head.head
    return None


def introducer(noun: Token) -> str:
    """The preposition before the noun's phrase ("during", "ahead of" gives "ahead"), or an empty string."""
    top = whole(noun)
    if top.dep_ != "pobj":
        return ""
    prep = top.head
    return prep.head.lower_ if prep.lower_ == "of" and prep.head.lower_ in ("ahead", "margins", "sidelines", "advance") else prep.lower_


def modifiers(noun: Token) -> set[str]:
    """The lower-case words before the noun and before the phrase it is a part of."""
    top = whole(noun)
    return {t.lower_ for n in (noun, top) for c in n.lefts for t in (c, *c.lefts)}


def takers(trigger: Token) -> list[Token]:
    """The verbs of an event: itself, the one that carries it, and "held" or "which took place" after it."""
    if trigger.pos_ in ("VERB", "AUX"):
        return [trigger]
    found = [v for n in (trigger, whole(trigger)) for v in n.children if v.dep_ in ("acl", "relcl") and v.lemma_ in HAPPEN]
    verb = carrier(trigger)
    if verb is None:
        return found
    joined = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return [*found, verb, verb.head] if joined and verb.head.lemma_ in GATHERING else [*found, verb]
