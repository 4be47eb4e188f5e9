"""Who is meant: noun phrases, titles, surnames and pronouns → actor ids, by the document's date and what was said before."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import gathered_in
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, subjects, thanked_for
from promissory.extraction.grammar.tree import before_clause, children, conjuncts
from promissory.extraction.lexicon.callings import (
    BLOCS,
    COUNTRIES,
    GOVERNING,
    LAWMAKERS,
    ORGANS,
    PERSON_NOUNS,
    PERSON_PRONOUNS,
    SELF,
    SUPPORTERS,
    WEST,
)
from promissory.extraction.lexicon.genders import GIVEN, is_female
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.firms import FIRMS, bank_before, firm_before
from promissory.extraction.names.foregoing import named_before, named_just_before
from promissory.extraction.names.holders import Holders, is_opposite
from promissory.extraction.names.organs import organ_of, seat_of
from promissory.extraction.names.posting import MINISTRIES
from promissory.extraction.names.shortening import are_members, are_some_members, bloc_called, meant_by, union_of
from promissory.extraction.names.strangers import (
    acts_as_person,
    dubbed,
    is_capital,
    is_epithet,
    is_title,
    looks_like_person,
    parts_of,
    slug,
)
from promissory.extraction.text.gazetteer import Mention

if TYPE_CHECKING:
    from promissory.extraction.words import Token
    from promissory.packs import Pack


#: Words before "bloc" and "alliance" that make it another one.
PARTISAN = frozenset("opposition parliamentary political ruling soviet eastern communist trade trading electoral governing rival".split())


#: Words before "partners" and "allies" that make them those of a party or a firm.
DOMESTIC = frozenset("coalition junior governing ruling political parliamentary business trading sparring party".split())


#: Those whom a text may mean by the headline's country alone; a ministry may be anybody's.
CABINETS = frozenset(("government", "cabinet"))
#: What a bloc has none of.
OF_STATES = frozenset("government cabinet ministry embassy".split())
#: How many of them are meant that are named behind "of".
SHARES_OF_MANY = frozenset("number majority half third quarter fifth dozen score handful host range group bulk couple".split())
#: The two of whom every paper tells.
SIDES = frozenset(("UA", "RU"))


class Namer(Holders):
    """Resolves the tokens of a document's sentences, in reading order."""

    def name_all(self, sentence: Sentence, token: Token) -> list[Referent]:
        """Everyone a phrase names: its head, what is coordinated with it, and the members it lists ("including …")."""
        if token.lower_ in ("they", "them", "both"):
            last = self._agents_above(sentence, token) or self.discourse.last_subject(sentence.number, token.i, person=None)
            last = last or self.discourse.last_subject(sentence.number, token.i, person=False)
            return [Referent(w.id, w.person, True, w.vague) for w in last]
        found: list[Referent] = []
        for part in conjuncts(token):
            if (who := self.name(sentence, part)) and who not in found:
                found.append(who)
        return found

    def name(self, sentence: Sentence, token: Token, *, remember: bool = False) -> Referent | None:
        """Whom the phrase headed by `token` means, or None."""
        mention = sentence.at.get(token.i)
        if body := meant_by(self.discourse, sentence, token):
            return Referent(body, inferred=True)
        if are_some_members(token):
            return Referent("partners", vague=True)
        if mention and (who := self._of_mention(sentence, token, mention)):
            return who
        if token.pos_ == "PRON" or token.lower_ in SELF:
            return self._of_pronoun(sentence, token)
        # "Griffiths" may be taken for a plural, "Trump" for an adjective
        met = token.lower_ in self.discourse.surnames and token.pos_ in ("NOUN", "ADJ") and mention is None
        if (token.pos_ == "PROPN" or met) and is_capital(token):
            return self._of_proper_noun(sentence, token, remember)
        return self._by_own_name(sentence, token) or self._of_noun(sentence, token) or self._by_apposition(sentence, token)

    def _by_apposition(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "The committee's chair, Tan Dhesi": somebody called by what he is, with his name behind."""
        if token.pos_ != "NOUN" or not is_human(token.lemma_.lower()):
            return None
        behind = [self.name(sentence, c) for c in token.rights if c.dep_ == "appos" and c.pos_ == "PROPN"]
        return next((who for who in behind if who and who.person), None)

    def _by_own_name(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "The Turkish company Baykar": a firm whose name stands right behind what it is."""
        behind = token.nbor() if token.lemma_.lower() in FIRMS and token.i + 1 < len(token.doc) else None
        mention = sentence.at.get(behind.i) if behind is not None and behind.dep_ == "appos" and behind.head.i == token.i else None
        actor = mention.id_of("actor") if mention else None
        return Referent(actor) if actor and self.pack.actor[actor].type == "company" else None

    def _of_mention(self, sentence: Sentence, token: Token, mention: Mention) -> Referent | None:
        if person := mention.id_of("person"):
            return Referent(person, person=True)
        if (surname := mention.id_of("surname")) and not self._is_other_name(sentence, token):
            return Referent(self.discourse.surnames.get(token.lower_, surname), person=True)
        if mention.id_of("title"):
            return self._of_noun(sentence, token)
        if actor := mention.id_of("actor", "demonym", "metonym"):
            return self._of_organ(self._seated(sentence, token, actor))
        if (actor := mention.id_of("adjective")) and (token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod")):
            return Referent(actor)
        return None

    def _seated(self, sentence: Sentence, token: Token, actor: str) -> str:
        """The organ of that name in the capital that stands after it: "the Foreign Office in Islamabad" is not London's."""
        state = seat_of(sentence, token) if self.pack.actor[actor].type == "office" else None
        return (organ_of(self.pack, token, [state]) or state) if state and state != self.state_of(actor) else actor

    def _of_organ(self, actor: str) -> Referent | None:
        """An actor's name as the head of a phrase; a compound before an organ ("US officials") is found through its head."""
        kind = self.pack.actor[actor]
        return Referent(actor, vague=kind.type == "group")

    def _is_other_name(self, sentence: Sentence, token: Token) -> bool:
        """Whether a surname belongs to a fuller name that the pack does not know ("Ivan Putin")."""
        before = [c for c in token.lefts if c.dep_ == "compound" and c.tag_ == "NNP" and c.i == token.i - 1]
        return any(sentence.at.get(c.i) is None and c.text.istitle() and not is_title(c) and not is_epithet(c) for c in before)

    def _of_pronoun(self, sentence: Sentence, token: Token) -> Referent | None:
        word = token.lower_
        if word in PERSON_PRONOUNS and word != "who":
            if word in ("him", "her") and (other := self._other_than_subject(sentence, token)):
                return Referent(other, person=True, inferred=True)
            last = self._person_before(sentence, token)
            who = last[0].id if last else named_before(self.discourse, sentence, token) or self.discourse.person
            return Referent(who, person=True, inferred=True) if who else None
        if word in ("its", "their") and token.dep_ == "poss" and len(thanked := thanked_for(token)) == 1:
            return self.name(sentence, thanked[0])  # "grateful to Sweden for its latest package"
        if word in ("it", "its", "itself") and token.dep_ in ("nsubj", "poss", "pobj", "dobj", "nsubjpass"):
            if ahead := self._subject_ahead(sentence, token) or self._teller(sentence, token):
                return ahead
            body = self.discourse.last_subject(sentence.number, token.i, person=False)
            return Referent(body[0].id, inferred=True, vague=body[0].vague) if body else None
        if word in ("you", "your") and (other := self.discourse.addressee) and token.i not in sentence.quoted:
            return Referent(other, person=other in self.pack.person, inferred=True)
        if word in SELF:
            who = self.discourse.speaker if token.i in sentence.quoted else self.discourse.author
            if who is None and word not in ("i", "me", "my"):
                who = self.discourse.home
            if who is None:
                return None
            if word in ("i", "me", "my"):
                return Referent(who, person=who in self.pack.person, inferred=True)
            return Referent(self.body_of(who) or who, inferred=True)
        if word in ("who", "which", "that", "whom"):
            behind = token.dep_ == "pobj" and word in ("whom", "which")
            verb = token.head.head if behind else token.head  # "the minister, with whom he spoke", "the Fund, from which it is due"
            return self.name(sentence, gathered_in(verb.head)) if verb.dep_ == "relcl" else None
        return None

    def _teller(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "Whose government said it would set aside a billion": the body that says so, not the one spoken of before."""
        verb = token.head
        above = verb.head if token.dep_ == "nsubj" and verb.dep_ == "ccomp" and verb.i > verb.head.i else None
        told = [s for s in children(above, "nsubj") if s.pos_ != "PRON"] if above is not None else []
        who = self.name(sentence, told[0]) if len(told) == 1 and told[0].lemma_.lower() in ORGANS | GOVERNING else None
        return Referent(who.id, inferred=True) if who and not who.person else None

    def _subject_ahead(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "Besides the shells it sent in May, Slovenia has set up a fund": what opens a sentence before its subject is told of that."""
        above = [a for a in token.ancestors if a.pos_ in ("VERB", "AUX")]
        late = bool(above) and not any(s.i < token.i for a in above for s in children(a, "nsubj", "nsubjpass"))
        main = above[-1] if late and above[-1].dep_ == "ROOT" and above[-1].i > token.i else None
        if main is not None and any(t.text == ";" for t in sentence.tokens[token.i : main.i]):
            return None  # "it has asked for a pause; Moscow has not replied"
        ahead = [s for s in subjects(main) if s.i > token.i and s.pos_ == "PROPN"] if main is not None else []
        if main is not None and not subjects(main):  # the parser hangs the subject on the phrase before it
            ahead = [t for t in sentence.tokens[token.i : main.i] if t.dep_ == "appos" and t.pos_ == "PROPN" and t.doc[t.i - 1].text == ","]
        mention = sentence.at.get(ahead[0].i) if len(ahead) == 1 else None
        actor = mention.id_of("actor", "metonym") if mention else None
        return Referent(actor, inferred=True) if actor and self.pack.actor[actor].type != "group" else None

    def _person_before(self, sentence: Sentence, token: Token) -> tuple[Referent, ...]:
        """The subject last named, if "he" or "she" goes with it; else whoever fits here, or was a subject before; else that subject."""
        before = sentence.number, before_clause(token)
        last = self.discourse.last_subject(*before, person=True)
        last = named_just_before(self.discourse, sentence, token, last) or last
        woman = {"she": True, "her": True, "he": False, "him": False, "his": False}.get(token.lower_)
        agents_above = self._agents_above(sentence, token)
        if len(agents_above) == 1 and agents_above[0].person and woman in (None, is_female(agents_above[0].id)):
            return agents_above
        if woman is None or not last or is_female(last[0].id) is woman:
            return last
        if coming := self._subject_to_come(sentence, token, woman):
            return (coming,)
        named = [p for m in sentence.mentions if m.end <= token.idx and (p := m.id_of("person")) and is_female(p) is woman]
        here = (Referent(named[-1], person=True),) if named else ()
        return here or self.discourse.last_subject(*before, person=True, woman=woman) or last

    def _agents_above(self, sentence: Sentence, token: Token) -> tuple[Referent, ...]:
        """ "The idea was floated by Lukashenko when he met Putin": by whom the clause above tells that something was done."""
        verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
        by = agents(verb.head) if verb is not None and verb.dep_ == "advcl" and token.dep_ == "nsubj" else []
        named = [who for t in by if t.i < token.i and t.pos_ != "PRON" and (who := self.name(sentence, t))]
        return tuple(named)

    def _subject_to_come(self, sentence: Sentence, token: Token, woman: bool) -> Referent | None:
        """ "Arriving in Brussels, where she was to hold talks, Lambrecht said": whom the main clause after the pronoun is about."""
        above = [a for a in token.ancestors if a.dep_ in ("advcl", "prep") and a.head.pos_ in ("VERB", "AUX") and a.i < a.head.i]
        acting = [s for a in above[-1:] for s in subjects(a.head) if s.i > token.i and s.pos_ != "PRON"]
        who = self.name(sentence, acting[0]) if len(acting) == 1 else None
        return who if who and who.person and is_female(who.id) is woman else None

    def _other_than_subject(self, sentence: Sentence, token: Token) -> str | None:
        """ "X had little contact with Y, speaking with him once": an object is the person named before who is not the subject."""
        verb = token.head.head if token.dep_ == "pobj" else token.head
        if token.dep_ not in ("pobj", "dobj", "dative") or verb.pos_ != "VERB":
            return None
        acting = [*subjects(verb), *(s for a in verb.ancestors if verb.tag_ == "VBG" and a.dep_ == "ROOT" for s in subjects(a))]
        known = [t for t in acting if t.pos_ != "PRON" or t.lower_ in ("i", "he", "she")]
        own = {who.id for t in known if (who := self.name(sentence, t))}
        named = [
            p for m in sentence.mentions if sentence.start + m.start < sentence.bounds(token)[0] and (p := m.id_of("person", "surname"))
        ]
        fitting = [p for p in named if p not in own and is_female(p) is (token.lower_ == "her")]
        return fitting[-1] if own and fitting else None

    def _of_proper_noun(self, sentence: Sentence, token: Token, remember: bool) -> Referent | None:
        known = self.discourse.surnames.get(token.lower_)
        parts = parts_of(sentence, token)
        if known is None and len(parts) == 1:
            known = self.discourse.given.get(token.lower_) or self.by_given_name(token)
        if known and len(parts) == 1:
            return Referent(known, person=True)
        if len(parts) > 1 and looks_like_person(token, parts):
            ident = slug([parts[0], parts[-1]] if len(parts) > 2 else parts)
            given = dubbed(sentence.text[: token.idx + len(token)], parts[-1])
            owned = any(c.dep_ == "poss" and c.i in sentence.at for c in token.lefts)  # "Croatia's Ivo Tot"
            if ident and remember and (given or owned or acts_as_person(token) or parts[0].lower() in GIVEN):
                self.discourse.surnames.setdefault(parts[-1].lower(), ident)
                if "-" in parts[-1] and parts[-1].partition("-")[2].islower():  # "Choi Sang-mok": the family's name stands first
                    self.discourse.surnames.setdefault(parts[0].lower(), ident)
                if given:
                    self.discourse.surnames.setdefault(given, ident)
                post = token.head if token.dep_ == "appos" and token.head.lemma_.lower() in PERSON_NOUNS else None
                if body := self.modifier(sentence, token) or (self.modifier(sentence, post) if post is not None else None):
                    self.discourse.bodies.setdefault(ident, body)  # "Ukraine's ambassador, X"
            return Referent(ident, person=True) if ident else None
        if known:
            return Referent(known, person=True)
        if len(parts) == 1 and (holder := self.titled(sentence, token)):
            self.discourse.surnames.setdefault(token.lower_, holder)
            return Referent(holder, person=True)
        return self._of_noun(sentence, token)

    def _called(self, sentence: Sentence, country: Token) -> Referent | None:
        """ "Norway became the ninth country with which a pact was signed": the one that is said to be the country."""
        copula = country.head
        if country.dep_ != "attr" or copula.lemma_ not in ("be", "become") or any(c.dep_ == "neg" for c in copula.children):
            return None
        doer = next((c for c in copula.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
        return self.name(sentence, doer) if doer is not None else None

    def _of_noun(self, sentence: Sentence, token: Token) -> Referent | None:
        """A common noun: an organ of an actor, a post with its holder, supporters, or one spoken of before."""
        lemma = {"allies": "ally", "partners": "partner"}.get(token.lemma_.lower(), token.lemma_.lower())
        owner = self.modifier(sentence, token)
        if (
            lemma in PERSON_NOUNS
            or (is_opposite(token) and token.tag_ == "NN")
            or (sentence.at.get(token.i) and sentence.at[token.i].id_of("title"))
        ):
            return self.of_post(sentence, token, owner)
        if firm := firm_before(self.discourse, sentence, token, owner) or bank_before(self.discourse, sentence, token):
            return Referent(firm, inferred=True)
        if token.tag_ == "NN" and lemma in COUNTRIES and (group := self.pack.actor.get(owner or "")) and group.type == "group":
            return self._one_of(sentence, token, group.members)
        if owner and (lemma in ORGANS or lemma in COUNTRIES):
            found = organ_of(self.pack, token, [owner]) if lemma in MINISTRIES else None  # "the Defence Ministry in Berlin"
            return Referent(found or owner)
        if not owner and are_members(token):
            bloc = self._circle_of(sentence, token) or self._bloc_before(sentence, token) or union_of(self.discourse, sentence, token)
            return Referent(bloc if bloc != "UN" else "member-states", inferred=True)
        if lemma in COUNTRIES and token.tag_ == "NNS" and not owner and any(c.dep_ in ("nummod", "amod") for c in token.children):
            return Referent("partners", vague=True)
        if lemma == "ally" and owner is None and self.discourse.allied and not any(c.dep_ in ("amod", "poss") for c in token.children):
            return Referent("NATO", vague=True, inferred=True)
        if lemma in SUPPORTERS and {c.lower_ for c in token.lefts} & DOMESTIC:
            return None  # "his coalition partners"
        if lemma in SUPPORTERS or (lemma in COUNTRIES and any(c.lower_ in WEST for c in token.children)):
            return Referent(
                "NATO" if owner == "NATO" else owner if owner and owner not in ("UA", "RU") and owner in self.pack.actor else "partners",
                vague=True,
            )
        if owner is None and lemma in ("country", "nation", "state") and (called := self._called(sentence, token)):
            return called
        if owner is None and lemma in ("country", "nation") and token.tag_ != "NNS" and (own := self._own_state(sentence, token)):
            return Referent(own, inferred=True)
        if lemma == "department" and owner is None and self.discourse.land and any(c.lower_ == "the" for c in token.lefts):
            return Referent(self.discourse.land, inferred=True)
        if lemma == "parliament" and owner is None and self.discourse.house:
            return Referent(self.discourse.house, inferred=True)
        if owner is None and lemma in LAWMAKERS and (house := self._house(token)):
            return Referent(house, inferred=True)
        if lemma in (*GOVERNING, "office") and owner is None and (whose := _whose(token)) is not None:
            ruled = self.name(sentence, whose)
            state = self.state_of(ruled.id) if ruled else None
            return Referent(state, inferred=True) if state else None
        if lemma in GOVERNING and owner is None:
            body = self._ruled_before(sentence, token)
            # "set out his government's decision": that of whom the pronoun means, before that of the office that publishes
            state = self._own_state(sentence, token) or _state_behind(self.pack, _seat(sentence)) or self.discourse.home
            state = state or body or self.discourse.land or (self.discourse.headed if lemma in CABINETS else None)
            return Referent(state, inferred=True) if state else None
        circle = self.discourse.coalition if lemma == "coalition" else self.discourse.circle
        if lemma in ("group", "coalition") and circle and {c.lower_ for c in token.lefts} <= {"the", "contact"}:
            return Referent(circle, inferred=True)
        if lemma in ("host", "guest") and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.lefts):
            who = self.discourse.host if lemma == "host" else self.discourse.guest
            return Referent(who, person=True, inferred=True) if who else None
        goods = any(sentence.item_of(c) for c in token.lefts)
        if lemma in BLOCS and not goods and not PARTISAN & {c.lower_ for c in token.lefts}:
            return Referent(self._bloc_before(sentence, token) or bloc_called(self.discourse, lemma), inferred=True)
        if lemma == "member" and owner:
            return Referent(owner)
        return self._of_many(sentence, token)

    def _of_many(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "A number of allies", "dozens of states", "two thirds of members": those of whom they are some or most."""
        many = gathered_in(token, SHARES_OF_MANY)
        if many is token:
            return None
        if many.lemma_.lower() in COUNTRIES:
            return Referent("partners", vague=True)  # some of a union's members are not the union
        return self._of_noun(sentence, many) if many.lemma_.lower() in SUPPORTERS | {"member"} else None

    def _one_of(self, sentence: Sentence, token: Token, members: Collection[str]) -> Referent | None:
        """ "The Baltic country", "this Nordic state": the member of the group that was spoken of last, and not the group."""
        last = self.discourse.last_subject(sentence.number, token.i, person=False)
        states = [self.state_of(who.id) or who.id for who in last] + [self.discourse.state or "", self.discourse.land or ""]
        state = next((s for s in states if s in members), None)
        return Referent(state, inferred=True) if state else None

    def _circle_of(self, sentence: Sentence, members: Token) -> str | None:
        """ "Coalition member countries", "the Drone Coalition and its member states": the coalition that they are members of."""
        named = [i for m in sentence.mentions if m.end <= members.idx and (i := m.id_of("actor"))]
        theirs = bool(named) and self.pack.actor[named[-1]].type == "coalition" and any(c.lower_ == "its" for c in members.lefts)
        if theirs or any(t.lower_ == "coalition" for t in members.subtree if t.i < members.i):
            known = [i for i in named if self.pack.actor[i].type == "coalition"]
            return known[-1] if known else self.discourse.coalition or "partners"
        return None

    def _bloc_before(self, sentence: Sentence, token: Token) -> str | None:
        """ "The BRICS summit ended and the bloc called for a truce": the one that the sentence names before."""
        named = [i for m in sentence.mentions if m.end <= token.idx and (i := m.id_of("actor"))]
        return next((i for i in reversed(named) if self.pack.actor[i].type == "bloc"), None)

    def _ruled_before(self, sentence: Sentence, token: Token) -> str | None:
        """The state or body that was the subject last; a firm has no government."""
        body = self.discourse.last_subject(sentence.number, token.i, person=False)
        state = self.state_of(body[0].id) if body else None
        actor = self.pack.actor.get(state or "")
        other = actor is None or actor.type != "state" or actor.id in SIDES
        if other and token.lemma_.lower() in OF_STATES and self.discourse.land:
            return self.discourse.land  # a Bulgarian paper's "the government", after the Union or Kyiv was spoken of
        return actor.country if actor and actor.type == "company" else state

    def _house(self, token: Token) -> str | None:
        """The house that several lawmakers without an owner sit in: that of their name, or the one the text is about."""
        house = LAWMAKERS[token.lemma_.lower()] or self.discourse.house
        several = token.tag_ in ("NNS", "NNPS") and not any(c.dep_ == "amod" for c in token.children)
        return house if several and house in self.pack.actor else None

    def _own_state(self, sentence: Sentence, token: Token) -> str | None:
        """ "His country", "her nation": the state of whom the pronoun means."""
        whose = next((c for c in token.lefts if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
        holder = self._of_pronoun(sentence, whose) if whose is not None else None
        state = self.state_of(holder.id) if holder else None
        return state if state in self.pack.actor and not (holder and holder.vague) else None


def _seat(sentence: Sentence) -> str | None:
    """The state in whose capital a sentence begins ("In Oslo, the government said")."""
    opened = sentence.tokens[0].lower_ == "in" if sentence.tokens else False
    first = next(iter(sentence.mentions), None)
    return first.id_of("metonym", "actor") if opened and first is not None and first.start <= len("in the ") else None


def _state_behind(pack: Pack, ident: str | None) -> str | None:
    """The state whose parliament or office it is; "In the Bundestag" the government is Germany's."""
    actor = pack.actor.get(ident or "")
    return actor.country or ident if actor and actor.type in ("body", "office") else ident


def _whose(noun: Token) -> Token | None:
    """ "The president's office": the holder of a post; "Fico, whose government halted deliveries": the noun that the clause is on."""
    asked = any(c.tag_ == "WP$" for c in noun.children)
    if asked and noun.head.dep_ == "relcl":
        return noun.head.head
    return next((c for c in noun.lefts if c.dep_ == "poss" and c.lemma_.lower() in PERSON_NOUNS), None)
