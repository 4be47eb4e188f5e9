"""Whom a text has named so far, and who of them a pronoun, a bare title or a nationality means where somebody speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import PASSIVE_SUBJECTS, SUBJECTS, after, children
from promissory.extraction.lexicon.callings import COUNTRIES, PERSON_NOUNS, STATESMEN
from promissory.extraction.lexicon.genders import is_female
from promissory.extraction.lexicon.numerals import SMALL
from promissory.extraction.lexicon.sayers import DOCUMENTS, FINDINGS, SIGNERS
from promissory.extraction.names.casting import Cast
from promissory.extraction.names.describing import SECRETARIES
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.foregoing import opens_for
from promissory.extraction.names.naming import Namer
from promissory.extraction.names.organs import ministry_of
from promissory.extraction.names.posting import SHARED, is_former
from promissory.extraction.names.presiding import is_of_another
from promissory.extraction.names.strangers import RANKS
from promissory.extraction.speech.speakers import DEFINITE, OWN, is_bare, is_definite, is_loose, is_owned, is_plain, proper
from promissory.extraction.text.gazetteer import Mention

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What people of a region or town are called.
REGIONALS = frozenset(
    "Alabaman Alaskan Arizonan Arkansan Californian Coloradan Delawarean Floridian Hawaiian Hoosier Idahoan Iowan Kansan Kentuckian "
    "Louisianan Marylander Michigander Minnesotan Mississippian Missourian Montanan Nebraskan Nevadan Oklahoman Oregonian Pennsylvanian "
    "Tennessean Texan Utahn Vermonter Virginian Washingtonian Wisconsinite Wyomingite Carolinian Dakotan Jerseyan Mexican Yorker "
    "Londoner Parisian Berliner Bavarian Saxon Swabian Hamburger Scotsman Welshman Ulsterman Yorkshireman Lancastrian Muscovite "
    "Kyivan Kyivite Odesan Varsovian Silesian Sicilian Neapolitan Roman Milanese Basque Catalan Corsican Breton Fleming Walloon "
    "Transylvanian Moravian".split()
) - {"Mexican", "Roman"}
ASKED = frozenset("ask press question quiz grill tell".split())
HE = frozenset(("he", "she", "his", "her"))
SHE = frozenset(("she", "her"))
#: What somebody is at a meeting, or in general, who is told apart by the country only.
PARTS = frozenset("host guest visitor politician statesman interlocutor".split())
VISITS = frozenset("guest host visitor interlocutor".split())
#: Titles that mean nothing without what they are of.
HEADS = frozenset("head chief chair chairman director leader".split())
#: Papers of bodies rather than of people.
STUDIES = frozenset("report document investigation bulletin author".split())
#: Verbs whose subject tells what he thinks.
THOUGHTS = frozenset("believe think hope fear expect consider feel doubt see regard find assume be want".split())
#: Whose people a text about the war means by a title alone.
BENEFICIARY = "UA"


PLURAL = frozenset(("they", "their", "both"))
PAIRS = STATESMEN | frozenset(
    "side country party nation pair man woman politician government counterpart delegation team capital statesman negotiator "
    "legislator parliamentarian deputy mp author writer signatory governor mayor".split()
)
#: Words before a plural that leave it open who is meant.
TOGETHER = frozenset("two both prime foreign defence defense european allied".split())
#: Those who sit in a meeting.
ASSEMBLED = frozenset("leader minister participant delegate head chief".split())
KIN = frozenset(
    "brother sister wife husband partner fiancé fiancée colleague friend twin comrade father mother son daughter cousin".split()
)
#: What is found out by those who study something, and seldom by whoever tells of it.
RESEARCH = frozenset("study survey analysis research tracker figure data calculation assessment".split())
#: Papers in which bodies speak, and words for any of them.
OFFICIAL = frozenset(
    "report study survey analysis statement communique communiqué declaration document conclusion conclusions readout resolution release "
    "message letter bulletin memo text paper".split()
)
ANY = frozenset("document text paper".split())
STATES = frozenset("country party nation government side".split())
#: Those who speak for a state and are seldom named.
ENVOYS = frozenset("representative delegate speaker counterpart ambassador envoy".split())


@dataclass
class Memory:
    """The people and bodies of a document so far."""

    namer: Namer
    text: str
    sentences: Sequence[Sentence] = ()
    person: str | None = None
    body: str | None = None
    #: the last body that is no state
    press: str | None = None
    #: the pack's newspapers, agencies and broadcasters: "the paper"
    papers: frozenset[str] = field(init=False)
    #: those of them that are no institutes or charities
    newsrooms: frozenset[str] = field(init=False)
    #: the last organisation named that is no newsroom
    institute: str | None = None
    #: the newspaper, agency or broadcaster named last
    paper: str | None = None
    group: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    cast: Cast = field(default_factory=Cast)
    #: the state or body for which somebody without a name spoke last ("the representative of Japan")
    delegate: Referent | None = None
    #: people named in what is being said, who are not those who say it
    spoken_of: frozenset[str] = frozenset()
    #: the two people named together last ("Andrii and Maksym Lysenko"): one is the other's brother
    pair: tuple[str, ...] = ()
    #: who wrote the paper told of last: "the authors"
    wrote: tuple[str, ...] = ()
    #: by whom the papers told of are ("statement", "readout"), the last one's under no word
    issued: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: what each of the people is whom the text told of last without names ("three diplomats")
    several: Referent | None = None
    #: who spoke last
    last: tuple[str, ...] = ()
    #: people in the order they were met, one as often as that
    met: list[str] = field(default_factory=list)
    #: speakers → the day they last spoke on, and where the text says so
    days: dict[tuple[str, ...], tuple[str, tuple[int, int]]] = field(default_factory=dict)
    #: common nouns of speakers ("ministry") → who was last meant by them
    nouns: dict[str, Referent] = field(default_factory=dict)

    #: the last word for a body that spoke, and which body had spoken before its sentence
    spoke: Token | None = None
    spoke_before: str | None = None

    def gather(self, together: Sequence[Referent]) -> None:
        """Keep those who spoke or acted together, and of them the people, for "they" and "the ministers"."""
        ids = tuple(dict.fromkeys(w.id for w in together))
        self.group = ids if len(ids) > 1 else self.group
        self.people = ids if len(ids) > 1 and all(w.person for w in together) else self.people

    def embody(self, token: Token, ident: str) -> None:
        """Keep the body that a word stands for as the one that spoke or acted last."""
        if self.spoke is None or self.spoke.doc is not token.doc:
            self.spoke_before = self.body
        self.body, self.spoke = ident, token

    def body_before(self, token: Token) -> str | None:
        """ "It has suggested a pause; Moscow has not replied": the body that spoke last, none that speaks behind the word."""
        behind = self.spoke is not None and self.spoke.doc is token.doc and self.spoke.i > token.i
        return self.spoke_before if behind and self.spoke_before else self.body

    def is_group(self, token: Token) -> bool:
        """Whether a plural means those who acted together: "they", "the two leaders", "both sides"."""
        if token.lower_ in PLURAL:
            return True
        others = [c for c in token.children if c.dep_ in OWN and c.lower_ not in TOGETHER]
        counted = next((c.lower_ for c in token.children if c.dep_ == "nummod"), None)
        if token.tag_ != "NNS" or token.lemma_ not in PAIRS or others or (counted and SMALL.get(counted) != len(self.group)):
            return False
        return any(c.lower_ in ("the", "both", "two") for c in token.children)

    def those_meant(self, token: Token) -> list[str]:
        """Whom a plural means of those who acted together; "both sides" are the two of the meeting where those of one acted last."""
        states = token.lemma_ in STATES
        meant = self.people if token.lemma_ in PAIRS & PERSON_NOUNS and len(self.people) > 1 else self.group
        group = list(dict.fromkeys((self.namer.state_of(i) or i) if states else i for i in meant))
        return list(self.namer.discourse.sides or group) if states and len(group) == 1 else group

    def assembled(self, token: Token) -> list[Referent]:
        """ "The leaders agreed", "ministers stressed": those of the meeting told last."""
        over = after(token, "of")  # "the Heads of Government"
        bare = is_bare(token) or (bool(over) and all(t.lemma_.lower() in ("state", "government") for t in over))
        several = (token.tag_ in ("NNS", "NNPS") or token.lower_ == "heads") and token.lower_.removesuffix("s") in ASSEMBLED and bare
        met = self.namer.discourse.assembled if several else ()
        return [Referent(i, person=i in self.namer.pack.person, inferred=True) for i in met]

    def is_nameless(self, token: Token, who: Referent) -> bool:
        """Whether somebody without a name speaks for a state ("the representative of Japan"), whom "he" means next."""
        single = token.tag_ in ("NN", "NNP") and token.lemma_.lower() in PERSON_NOUNS | ENVOYS
        known = token.lemma_.lower() not in ENVOYS and any(self.namer.state_of(p) == who.id for p in self.met)
        return single and not known and not who.person and self.namer.state_of(who.id) == who.id

    def acting(self, sentence: Sentence, token: Token) -> str | None:
        """The person who acts in a clause that a pronoun's own goes on with or stands under ("Orbán vetoed what he called a trick")."""
        verb = token.head
        while verb.head.i != verb.i and verb.dep_ not in ("parataxis", "intj"):
            verb = verb.head
            own = [t for t in children(verb, "nsubj") if t.pos_ == "PROPN" and t.i < token.i and t.i not in sentence.quoted]
            if own and (who := self.namer.name(sentence, proper(own[0]))) and who.person and who.id not in self.spoken_of:
                return who.id
        return None

    def beside(self, sentence: Sentence, token: Token) -> str | None:
        """Who of its own sentence a pronoun means, before that sentence's names are noted.

        "She" means the woman who is the subject of a clause before it; "he" the subject before a colon or semicolon, of a verb of
        thought ("Erdogan believes that it will hold, he told reporters"), or of the clause that opens ("While Macron would not go, he
        said …").
        """
        female = token.lower_ in ("she", "her")
        colon = next((t.idx for t in sentence.tokens[: token.i] if t.text == ":"), 0)
        led = [p for m in sentence.mentions if m.end <= colon and (p := m.id_of("person", "surname"))]
        if led and is_female(led[-1]) == female:  # "I heard the words of Borrell: he said …"
            return led[-1]
        # "Zelensky asked for seven systems, which, he noted, …"
        aside = token.i > 1 and sentence.tokens[token.i - 1].text == "," and sentence.tokens[token.i - 2].tag_ in ("WDT", "WP")
        ahead = [t for t in sentence.tokens[: token.i] if t.dep_ in SUBJECTS | PASSIVE_SUBJECTS and t.i not in sentence.quoted]
        for subject in reversed(ahead):
            parted = any(t.text in ";:" for t in sentence.tokens[subject.i : token.i])
            opening = opens_for(sentence, subject, token)
            if proper(subject).pos_ != "PROPN" or not (female or parted or aside or opening or subject.head.lemma_ in THOUGHTS):
                continue
            who = self.namer.name(sentence, proper(subject))
            if who and who.person and is_female(who.id) == female:
                return who.id
        return self._before_semicolon(sentence, token, female=female)

    def _before_semicolon(self, sentence: Sentence, token: Token, *, female: bool) -> str | None:
        """ "According to Austin, aid is on its way; it will help, he promised": the last one named before."""
        mark = next((t for t in reversed(sentence.tokens[: token.i]) if t.text == ";"), None)
        led = [p for m in sentence.mentions if mark is not None and m.end <= mark.idx and (p := m.id_of("person", "surname"))]
        return led[-1] if led and is_female(led[-1]) == female else None

    def regional(self, token: Token) -> str | None:
        """ "The Louisianan", "the New Yorker": who spoke or acted last, of somebody told of by region or town."""
        return next((who.id for who in self.cast.latest()), None) if token.text in REGIONALS else None

    def compatriot(self, sentence: Sentence, token: Token) -> str | None:
        """ "The Spaniard", "the 59-year-old Dutchman": the last person met who is one."""
        mention = sentence.at.get(token.i)
        owner = self.namer.modifier(sentence, token) if token.lemma_.lower() in PARTS else None
        if owner:  # "the French host", "the Ukrainian guest"
            return next((p for p in reversed(self.met) if self.namer.state_of(p) == owner), None)
        state = mention.id_of("demonym", "adjective") if mention else None
        several = token.tag_ not in ("NN", "NNP") or token.lower_.endswith(("s", "sh", "ch", "ese"))
        if state is None or several or not self.met:
            return None
        return next((p for p in reversed(self.met) if self.namer.state_of(p) == state), self.met[-1])

    def may_hold(self, sentence: Sentence, token: Token, person: str) -> bool:
        """Whether a person may be called by a title: "the president" is no mayor, unless nothing is known of what the person is."""
        if is_former(token) and token.lower_ in RANKS:
            return True
        roles = self.roles(sentence, token)
        posts = self.namer.pack.posts_of.get(person, ())
        if not roles and token.lemma_.lower() == "minister":  # an American secretary is called none
            return not posts or any(post.role.endswith("minister") and post.body not in SECRETARIES for post in posts)
        held = {post.role for post in posts}
        held |= {role.rsplit("_", 1)[-1] for role in held}  # "the minister", who is that of defence
        return not roles or not posts or bool(roles & held)

    def is_elsewhere(self, sentence: Sentence, token: Token, person: str) -> bool:
        """Whether a description names a country that somebody known is not of ("the head of the Polish railways" is no Commissioner)."""
        inside = [m for top in after(token, "of", "for", "at") for t in top.subtree if (m := sentence.at.get(t.i))]
        named = {i for m in inside if (i := m.id_of("actor", "adjective", "demonym", "metonym"))}
        posts = self.namer.pack.posts_of.get(person, ())
        return bool(named and posts) and not named & {*(post.body for post in posts), self.namer.state_of(person)}

    def own_ministry(self) -> str | None:
        """ "The ministry", after its minister: what the pack calls that of the minister who came up last."""
        person = next((who.id for who in self.cast.latest() if who.person), None)
        pack, first, last = self.namer.pack, self.namer.discourse.first, self.namer.discourse.last
        posts = [p for p in pack.posts_of.get(person or "", ()) if p.role.endswith("_minister") and p.held_on(first, last)]
        if not posts or posts[0].role == "prime_minister":
            return None
        return ministry_of(pack, posts[0].body, posts[0].role.removesuffix("_minister")) or posts[0].body

    def holder_here(self, sentence: Sentence, token: Token) -> str | None:
        """The holder of a post named by its title alone, in the state that the text is with."""
        if is_of_another(sentence, token):
            return None
        whole = sentence.at.get(token.i)
        inner = sentence.tokens_of(whole) if whole is not None else ()
        # "the head of the president's office" is a title; "the deputy head of the administration" leaves open which
        named = len(inner) > 1 and (inner[-1].i > token.i or token.lemma_.lower() not in HEADS)
        of = after(token, "of", "for", "at")
        if not named and of and (token.lemma_.lower() in HEADS or all(t.pos_ == "NOUN" and t.lemma_ not in COUNTRIES for t in of)):
            return None  # "the head of the railways", "the commander of the battery"
        discourse, roles = self.namer.discourse, sorted(self.roles(sentence, token) - SHARED)
        for ident in (*self.last, self.body, discourse.person, discourse.home, discourse.state, BENEFICIARY):
            state = self.namer.state_of(ident) if ident else None
            for role in roles if state else ():
                if holder := self.namer.pack.in_post(role, str(state), discourse.first, discourse.last):
                    return holder
        return None

    def spoken_for(self, sentence: Sentence, token: Token) -> str | None:
        """ "Commission sources": the body that stands before them; a state that the sentence tells of need not be theirs."""
        before = [c for c in token.lefts if c.dep_ in ("compound", "nmod")]
        bodies = (i for c in before if (m := sentence.at.get(c.i)) and (i := m.id_of("actor")) and not self.is_state(i))
        return next(bodies, None)

    def titled_here(self, sentence: Sentence, token: Token) -> str | None:
        """ "Zelensky's address, in which the president warned": who is named before in the sentence and holds the post."""
        discourse, roles = self.namer.discourse, self.roles(sentence, token)
        ahead = [m for m in sentence.mentions if m.end <= token.idx and not _is_asked_about(sentence, m)] if roles else []
        before = [p for m in ahead if (p := m.id_of("person", "surname")) and p not in self.spoken_of]
        states = {p: s for p in before if (s := self.namer.state_of(p)) and discourse.home in (None, s)}
        in_post, first, last = self.namer.pack.in_post, discourse.first, discourse.last
        held = {p for p, s in states.items() for r in roles if p == in_post(r, s, first, last)}
        return next((p for p in reversed(before) if p in held), None)

    def in_that_post(self, sentence: Sentence, token: Token) -> str | None:
        """ "The prime minister", after a president and a prime minister have come up: the one of them who holds the post that day."""
        roles, days = self.roles(sentence, token) - SHARED, (self.namer.discourse.first, self.namer.discourse.last)
        title = {t.i for t in sentence.tokens_of(sentence.at[token.i])} if roles else set()
        if any(c.dep_ in OWN and not is_loose(c) and c.i not in title for c in token.children):
            return None
        held = (
            w.id
            for w in self.cast.latest()
            if any(post.role in roles and post.held_on(*days) for post in self.namer.pack.posts_of.get(w.id, ()))
        )
        return next(held, None)

    def named_holder(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "The Secretary General", in a text that names one: the only person in that post that day whom it names."""
        roles, days = self.roles(sentence, token), (self.namer.discourse.first, self.namer.discourse.last)
        if len(roles) != 1 or not is_definite(token):
            return None
        posts = [p for (role, _), held in self.namer.pack.holders.items() if role in roles for p in held if p.held_on(*days)]
        named = {p.person for p in posts if p.role not in SHARED and self.is_named(p.person)}
        return Referent(named.pop(), person=True, inferred=True) if len(named) == 1 else None

    def is_named(self, ident: str) -> bool:
        person = self.namer.pack.person.get(ident)
        return person is not None and any(form in self.text for form in (person.name, *person.variants, *person.alone))

    def of_issuer(self, sentence: Sentence, token: Token) -> str | None:
        """ "The President", in a text that the office of one publishes: the holder of the post at home, if the text names him."""
        discourse = self.namer.discourse
        roles = sorted(self.roles(sentence, token)) if discourse.home else []
        held = (self.namer.pack.in_post(role, str(discourse.home), discourse.first, discourse.last) for role in roles)
        return next((h for h in held if h and self.namer.pack.person[h].name.split()[-1] in self.text), None)

    def roles(self, sentence: Sentence, token: Token) -> set[str]:
        mention = sentence.at.get(token.i)
        return set(mention.ids_of("title")) if mention else set()

    def other_of(self, sentence: Sentence) -> str | None:
        """ "His guest", "the visitor": of the people met, the last who is not named in the sentence itself."""
        here = {i for m in sentence.mentions if (i := m.id_of("person", "surname"))}
        return next((p for p in reversed(self.met) if p not in here), None)

    def other_of_pair(self, token: Token) -> Referent | None:
        """ "His brother", "her husband", after two have been named together and one of them has spoken."""
        his = any(c.dep_ == "poss" and c.lower_ in HE for c in token.lefts) and token.lemma_.lower() in KIN
        spoke = next((who.id for who in self.cast.latest() if who.id in self.pair), None) if his else None
        return next((Referent(p, person=True, inferred=True) for p in self.pair if p != spoke), None) if spoke else None

    def writers(self, token: Token) -> Sequence[str] | None:
        """ "The report", "the authors": the body that spoke last; "the statement", "the post": whoever did."""
        lemma = token.lemma_.lower()
        if lemma not in DOCUMENTS | FINDINGS | SIGNERS or not any(c.lower_ in DEFINITE for c in token.children):
            return None
        if lemma in SIGNERS and self.wrote:
            return self.wrote
        if lemma in OFFICIAL and is_plain(token) and (issuers := self.issued.get(lemma) or self.issued.get("" if lemma in ANY else lemma)):
            return issuers
        if lemma in FINDINGS | STUDIES and (self.press or self.body) and not is_owned(token):
            told_by = self.institute if lemma in RESEARCH and self.press in self.newsrooms else self.press
            return [str(told_by or self.press or self.body)]
        return self.last if self.last and is_bare(token) else None

    def owner_of_paper(self, sentence: Sentence, token: Token) -> str | None:
        """ "The British intelligence report": the state that the paper's phrase names."""
        parts = [token, *(c for c in token.lefts if c.dep_ in ("compound", "nmod"))]
        return next((owner for part in parts if (owner := self.namer.modifier(sentence, part))), None)

    def is_state(self, ident: str) -> bool:
        return ident in self.namer.pack.actor and self.namer.pack.actor[ident].type == "state"

    def is_of(self, person: str, body: str) -> bool:
        return body in (self.namer.body_of(person), self.namer.state_of(person))


def _is_asked_about(sentence: Sentence, mention: Mention) -> bool:
    """ "Asked about Putin, the president said": whom a question is about does not answer it."""
    head = sentence.head_of(mention)
    return head is not None and any(a.lemma_ in ASKED and a.tag_ == "VBN" for a in head.ancestors)
