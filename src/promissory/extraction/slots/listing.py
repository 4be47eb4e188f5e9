"""Everyone a phrase names: heads, lists, appositions, members after "including", people beside people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import first_of_row
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, conjuncts
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.punctuation import POSSESSIVE
from promissory.extraction.names.abreast import listed_after, listed_beside, opening_pronoun, opens_clause
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.posting import owned_by
from promissory.extraction.names.shortening import are_some_members
from promissory.extraction.scene import Scene
from promissory.extraction.slots.enumerating import posts_in_row

if TYPE_CHECKING:
    from promissory.extraction.text.gazetteer import Mention
    from promissory.extraction.words import Token


def who(scene: Scene, sentence: Sentence, token: Token) -> Referent | None:
    """Whom a phrase names; a person in apposition is meant rather than the post before the comma."""
    mention = sentence.at.get(token.i)
    post = token.lemma_.lower() in PERSON_NOUNS or (mention is not None and mention.id_of("title") is not None)
    if post and (one := _trailing_name(scene, sentence, token)):
        return one
    named = scene.namer.name(sentence, token)
    if named is None or not named.person or named.inferred:
        for other in token.children:
            one = scene.namer.name(sentence, other) if other.dep_ == "appos" else None
            if one is not None and (one.person or (named is None and _is_organisation(scene, token, one))):
                return one
    return named


def _is_organisation(scene: Scene, noun: Token, one: Referent) -> bool:
    """ "The lending arm of the EU, the European Investment Bank": one thing, whose name follows; no list, and no state in brackets."""
    actor = scene.pack.actor.get(one.id)
    return actor is not None and actor.type in ("organisation", "office", "company") and noun.tag_ == "NN"


def _trailing_name(scene: Scene, sentence: Sentence, post: Token) -> Referent | None:
    """ "Adviser for International Economics Pyle": the name after the post's long title, which the parser makes a part of the title."""
    for prep in post.children:
        if prep.dep_ != "prep" or prep.lower_ not in ("for", "of", "to"):
            continue
        for token in prep.subtree if prep.lower_ != "to" else ():
            mention = sentence.at.get(token.i)
            person = mention.id_of("person") if mention else None
            last = sentence.tokens_of(mention)[-1] if mention else token
            titled = any(
                c.dep_ in ("compound", "nmod") and sentence.at.get(c.i) is not mention and c.lemma_.lower() not in PERSON_NOUNS
                for c in last.lefts
            )
            if person and titled and last.dep_ == "pobj":
                return Referent(person, person=True)
        # "the President of Paraguay, Santiago Peña", "the envoy to Britain, X": the name hangs on the country as the next of a list
        for owned in (p for p in prep.children if p.dep_ == "pobj"):
            for other in owned.children if not any(c.dep_ == "cc" for c in owned.children) else ():
                if other.dep_ in ("conj", "appos") and (one := scene.namer.name(sentence, other)) and one.person and not one.inferred:
                    return one
    return None


def everyone(scene: Scene, sentence: Sentence, tokens: Iterable[Token]) -> list[Referent]:
    """Everyone the phrases name, in order, each once; members listed after "including" and owners in "leaders of X and Y" too."""
    return each_once(one for token in tokens for one in _named_by(scene, sentence, token))


def states_in(scene: Scene, sentence: Sentence, tokens: Iterable[Token]) -> list[str]:
    """The actors of the pack that the phrases name, the state in place of a person."""
    return [state for state in scene.states(everyone(scene, sentence, tokens)) if state in scene.pack.actor]


def people_in(scene: Scene, sentence: Sentence, tokens: Iterable[Token]) -> list[Referent]:
    """The people among those that the phrases name."""
    return [one for one in everyone(scene, sentence, tokens) if one.person]


def each_once(people: Iterable[Referent]) -> list[Referent]:
    """Each of them once, in order."""
    found: dict[str, Referent] = {}
    for one in people:
        found.setdefault(one.id, one)
    return list(found.values())


def _named_by(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    if _is_nobody(token):
        return []
    if named := _named_next(scene, sentence, token):
        return named
    if members := scene.members_of(sentence, token):
        return members
    if are_some_members(token):
        return [Referent("partners", vague=True)]
    if several := posts_in_row(scene, sentence, token) or _shared_owners(scene, sentence, token) or _spelt_out(scene, sentence, token):
        return several
    if (token.lower_ == "them" and token.dep_ == "pobj") or (token.lower_ == "both" and token.dep_ in ("nsubj", "nsubjpass")):
        return scene.namer.name_all(sentence, token)
    if led := _led_by(sentence, token):
        return led
    pronoun = token if token.lower_ in ("he", "she") else opening_pronoun(sentence, token)
    if pronoun is not None and (row := listed_beside(sentence, pronoun)):
        return [one for one in (scene.namer.name(sentence, pronoun), *row) if one]
    found = [one] if (one := who(scene, sentence, token)) else []
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("including", "like", "among"):
            found += _members(scene, sentence, child)
        if child.dep_ == "appos" and not token.i < token.head.i < child.i:  # behind its verb, nothing stands beside a subject
            rest = [r for part in conjuncts(child)[1:] if (r := who(scene, sentence, part))]
            first = scene.namer.name(sentence, child)
            if first and found and first.id != found[0].id and _is_state(scene, first):
                spelt_out = bool(rest) and all(_is_state(scene, r) for r in rest)  # "the Weimar countries: France, Germany and Poland"
                found += [first] if spelt_out or _may_list(scene, found[0], first) else []
            elif first and found and rest and first.person and found[0].person and first.id != found[0].id:
                found += [first]  # "President X, Prime Minister Y and the new minister"
            found += rest
    if found and not found[0].person:
        return [*found, *_inside(scene, sentence, token)]
    return [*found, *_listed_people(sentence, token), *_other_posts(scene, sentence, token), *_beside(sentence, token)]


def _is_nobody(token: Token) -> bool:
    """ "With neither Kyiv nor any other government at the table", "with no Ukrainian official present"."""
    if not (token.dep_ in ("pobj", "conj", "nsubj") and any(a.lower_ == "with" for a in token.ancestors)):
        return False
    return any(c.lower_ in ("no", "neither", "nor") for part in (token, first_of_row(token)) for c in part.lefts)


def _inside(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    """ "The Council of Europe and Ukraine": the one after "and", which the parser hangs on the last word of the name."""
    mention = sentence.at.get(token.i)
    inner = [t for t in sentence.tokens_of(mention) if t.i != token.i] if mention and mention.id_of("actor") else []
    own = {t.i for t in inner}
    return [r for t in inner for c in conjuncts(t)[1:] if c.i not in own and (r := who(scene, sentence, c))]


def _led_by(sentence: Sentence, token: Token) -> list[Referent]:
    """ "A delegation led by X", "a team headed by X": the person rather than the state."""
    if token.lemma_.lower() not in ("delegation", "team", "mission", "group", "one"):  # "the Russian one, headed by X"
        return []
    inner = [p for of in token.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj"]
    verbs = [c for t in (token, *inner) for c in t.children if c.dep_ == "acl" and c.lower_ in ("led", "headed", "chaired")]
    return [one for verb in verbs for by in verb.children if by.lower_ == "by" for one in listed_after(sentence, by)]


def _named_next(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    """ "His British counterparts, X and Y": those named behind the comma, of that state, wherever the parser hangs them."""
    if token.lower_ not in ("counterparts", "colleagues") or token.i + 1 >= len(sentence.tokens) or token.nbor().text != ",":
        return []
    adjective = next((s for c in token.lefts if (m := sentence.at.get(c.i)) and (s := m.id_of("adjective"))), None)
    row = listed_after(sentence, token.nbor()) if adjective else []
    return row if len(row) > 1 and all(r.person and scene.namer.state_of(r.id) == adjective for r in row) else []


def _members(scene: Scene, sentence: Sentence, prep: Token) -> list[Referent]:
    """Those after "including"; of "Poland's Sikorski and Spain's Albares" the people, not their states."""
    parts = [
        p
        for c in prep.children
        if c.dep_ == "pobj" and c.lower_ != "them"
        for p in conjuncts(c)
        if not any(k.dep_ == "case" for k in p.children)
    ]
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
            return None if opens_clause(head) or any(c.dep_ == "case" for c in head.children) else mention
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET") and token.lower_ not in ("of", "-", *POSSESSIVE):
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


def _may_list(scene: Scene, first: Referent, second: Referent) -> bool:
    """ "The Baltic states, Poland and …": a state, or a circle of states that the next is none of."""
    actor = scene.pack.actor.get(first.id)
    circle = actor is not None and actor.type == "group" and bool(actor.members) and second.id not in actor.members
    return circle or _is_state(scene, first)


def _shared_owners(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    """ "The leaders of Canada, France and Italy", "US and Ukrainian officials": each owner, where there are several."""
    if token.tag_ not in ("NNS", "NNPS") and not (token.lower_.endswith("s") and token.lower_[:-1] in PERSON_NOUNS):
        return []
    owned = owned_by(token)
    counted = scene.named(sentence, owned) if len(owned) == 1 and any(c.dep_ == "nummod" for c in owned[0].lefts) else []
    if len(counted) > 1:
        return counted  # "the ministers of the three coastal states", which have been named
    named = [r for part in owned if (r := who(scene, sentence, part))]
    left = [part for c in token.lefts if c.dep_ in ("amod", "compound", "nmod") for part in conjuncts(c)]
    named += [one for part in left if (m := sentence.at.get(part.i)) and (one := owner(m))]
    several = {r.id: r for r in named}
    return list(several.values()) if len(several) > 1 else []


def _spelt_out(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    """ "We, the ministers of Norway and Latvia, together with the minister of Ukraine": each of those who speak, here and after."""
    if token.lower_ not in ("we", "us"):
        return []
    several = [r for child in token.children if child.dep_ == "appos" for r in _shared_owners(scene, sentence, child)]
    if not several and token.i not in sentence.quoted:
        return [Referent(state, inferred=True) for state in scene.discourse.authors]
    others = after(token, "with") if several else []
    beside = [r for other in others for r in _states_of(scene, sentence, other)]
    return list({r.id: r for r in (*several, *beside)}.values())


def _states_of(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    """The states that a post or a people is of ("the minister of Ukraine")."""
    return [r for part in (token, *owned_by(token)) if (r := who(scene, sentence, part)) and _is_state(scene, r)]


def companions(verb: Token) -> list[Token]:
    """Those after "with" in a verb's clause, also where it hangs on a noun of it ("met in the council format with X")."""
    found = after(verb, "with")
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "on", "during", "by", "via", "over") and child.i > verb.i:
            found += [t for p in child.children if p.dep_ == "pobj" for t in after(p, "with")]
    return found


def owner(mention: Mention) -> Referent | None:
    """The actor a modifier names; a city stands for the place, not for the state ("the Vilnius summit")."""
    if person := mention.id_of("person", "surname"):
        return Referent(person, person=True)
    if mention.id_of("metonym") and mention.id_of("place"):
        return None
    return Referent(actor) if (actor := mention.id_of("actor", "adjective", "demonym", "metonym")) else None
