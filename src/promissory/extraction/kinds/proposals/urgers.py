"""Who urges: people and bodies, lawmakers without a house, those who signed a letter, whoever speaks in a paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.matters.addressing import house_of
from promissory.extraction.lexicon.callings import LAWMAKERS, SELF, SUPPORTERS
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.lexicon.verbs import TELLING
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.naming import DOMESTIC
from promissory.extraction.scene import SIDES, Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What speaks for those who wrote or adopted it, and how they do.
PAPERS = frozenset(
    "resolution letter statement petition declaration motion appeal report amendment communique document paper memo note op-ed "
    "article manifesto bill text".split()
)
ADOPTS = frozenset(
    "adopt pass approve back support sign publish issue write endorse send release vote draft submit introduce table propose present "
    "circulate sponsor cosponsor co-sponsor unveil deliver move author launch address hand "
    "lead initiate organise organize pen spearhead".split()
)
PLANS = frozenset("plan proposal blueprint draft formula".split())
#: Those who speak in a paper told of before, without their names.
WRITERS = frozenset("author signatory co-signatory undersigned writer sponsor letter statement petition".split())
AUTHORS = frozenset("author signatory co-signatory undersigned writer".split())
#: Words for several that are told only after "of".
COUNTED = frozenset("group number dozen score majority handful coalition hundred couple series alliance".split())
#: What makes those of a state no officials of it.
PRIVATE = frozenset("business church trade religious protest".split())
#: People of a state who speak for themselves.
ON_THEIR_OWN = frozenset(
    "farmer trucker haulier miner activist protester demonstrator campaigner analyst economist commentator columnist blogger celebrity "
    "student veteran voter businessman entrepreneur exile dissident intellectual artist writer scholar historian academic".split()
)
#: Who acts for a state or its leader.
SERVING = frozenset(
    "envoy diplomat aide adviser advisor minister ambassador negotiator official team government delegation author researcher "
    "analyst".split()
)
#: Those who act together under no name of their own.
BODIES = frozenset(
    "society community group association organisation organization coalition caucus union council committee media movement federation "
    "institute".split()
)
#: Assemblies that pass resolutions, by their names.
HOUSES = re.compile(r"Assembly|Parliament|Security Council|Senate|Congress|House of|Bundestag|Verkhovna Rada|Seimas|Saeima|Sejm")


def urgers(scene: Scene, sentence: Sentence, verb: Token, given: list[Token]) -> list[Referent]:
    """Who urges with a verb whose subject the tokens head; nobody where only a description does."""
    if len(together := _speaking_together(scene, sentence, verb, given)) > 1:
        return together
    given = _who_spoke(verb, given) or _one_of_them(given or [verb.head]) or given
    urging = [a for token in given for a in authors_of(scene, sentence, token)]
    urging = [inner for token in urging for inner in _counted(token)] or _among(verb)
    urging = [t for t in urging if t.lemma_.lower() not in SUPPORTERS or not {c.lower_ for c in t.lefts} & DOMESTIC]
    if urging and (wrote := _writers(scene, sentence, urging[0])):
        return wrote
    by = (
        _adopters(scene, sentence, given)
        or _europeans(scene, urging)
        or list(dict.fromkeys(w for token in urging for w in scene.voices.name_all(sentence, token)))
    )
    if not by and any(t.lower_ in SELF for t in urging) and (voice := scene.speaker_of(sentence, verb)):
        by = [Referent(i, vague=voice.vague) for i in voice.ids]
    several = everyone(scene, sentence, urging) if by and by[0].person else scene.named(sentence, urging)
    several = [w for w in several if w.person or not (len(by) > 1 and by[0].person)]
    by += [w for w in several if len(several) > len(by) and w not in by]
    if urging and (not by or by[0].vague) and not _is_private(urging[0]):
        owner = scene.namer.modifier(sentence, urging[0]) or _master(scene, sentence, urging[0])
        ours = urging[0].lemma_.lower() in SUPPORTERS and owner in SIDES  # "Kyiv's allies" are not Kyiv
        by = [Referent(owner)] if owner and not ours else by
    known = by and (not by[0].vague or by[0].id in scene.pack.actor)
    if not known and urging:
        by = _unnamed(scene, urging[0]) or ([] if by and not _is_body(urging[0]) else by)
    if not by and urging and verb.dep_ == "conj" and (voice := scene.speaker_of(sentence, verb)) and not voice.vague:
        by = [Referent(i) for i in voice.ids]  # "said the tanks would come soon and urged …"
    return by


def _speaking_together(scene: Scene, sentence: Sentence, verb: Token, given: list[Token]) -> list[Referent]:
    """ "“We call on Russia to stop,” the leaders said": everyone for whom "we" is said."""
    ours = verb.i in sentence.quoted and [t.lower_ for t in given] == ["we"]
    voice = scene.speaker_of(sentence, verb) if ours else None
    return [Referent(i, person=voice.person) for i in voice.ids] if voice is not None and not voice.vague else []


def _who_spoke(verb: Token, given: list[Token]) -> list[Token]:
    """ "Kyiv must not use them, the campaign said, and it implored Congress": the pronoun goes on with who said so before."""
    above = verb.head if verb.dep_ == "conj" and [t.lower_ for t in given] in (["it"], ["they"]) else None
    said = above is not None and above.lemma_ in TELLING and bool(children(above, "ccomp"))
    return [s for s in subjects(above) if s.pos_ != "PRON"] if above is not None and said else []


def _one_of_them(given: list[Token]) -> list[Token]:
    """ "Lysenko, a former envoy and one of many urging …", "X is one of those calling for …": the one who is named."""
    beside = [t.head for t in given if t.dep_ == "appos" and t.tag_ == "NN" and t.head.pos_ == "PROPN" and t.head.i < t.i]
    if beside and is_human(given[0].lemma_.lower()):  # "Lysenko, a former envoy urging …"
        return beside
    top = next((t.head.head for t in given if t.dep_ == "pobj" and t.head.lower_ == "of" and t.head.head.lower_ == "one"), None)
    while top is not None and top.dep_ in ("conj", "appos") and top.head.i < top.i:
        top = top.head
        if top.pos_ == "PROPN":
            return [top]
    return [s for s in subjects(top.head) if s.pos_ == "PROPN"] if top is not None and top.dep_ == "attr" else []


def _europeans(scene: Scene, urging: list[Token]) -> list[Referent]:
    """ "Several European Parliamentarians": those of the European Parliament, whose title the parser may take for a name."""
    found = [t for t in urging if t.lower_.rstrip("s") in LAWMAKERS and any(c.lower_ == "european" for c in t.lefts)]
    return [Referent("European-Parliament")] if found and "European-Parliament" in scene.pack.actor else []


def _counted(token: Token) -> list[Token]:
    """ "A group of senators", "dozens of MPs": those after "of"."""
    inner = after(token, "of") if token.lemma_.lower() in COUNTED else []
    return [t for t in inner if t.tag_ in ("NNS", "NNPS")] or [token]


def _among(verb: Token) -> list[Token]:
    """ "Twelve countries, among them Poland and Sweden, urged …": those named, where the parser finds no subject."""
    return [t for t in after(verb, "among") if t.i < verb.i and t.lower_ != "them"]


def _unnamed(scene: Scene, token: Token) -> list[Referent]:
    """Lawmakers by the house they sit in; those who signed or wrote a paper by who spoke in it before."""
    lemma = token.lemma_.lower()
    if lemma in WRITERS and any(c.lower_ in ("the", "its", "their", "this") for c in token.children):
        said = scene.urged[-1].parties.get("by", []) if scene.urged and lemma in AUTHORS else []
        last: list[str | None] = [*(said or scene.voices.last)] or [scene.discourse.person]
        return [Referent(i) for i in last if i and i != "partners"]
    house = house_of(scene, token)
    return [Referent(house)] if house else []


def _writers(scene: Scene, sentence: Sentence, token: Token) -> list[Referent]:
    """ "British MPs have written to the premier. The letter asks him to act": who wrote it, a sentence or two before."""
    if token.lemma_.lower() not in WRITERS or not any(c.lower_ in ("the", "their", "its") for c in token.children):
        return []
    for before in reversed(scene.sentences[max(0, sentence.number - 2) : sentence.number]):
        wrote = next((t for t in before.tokens if t.lemma_ in ("write", "sign", "pen") and t.pos_ == "VERB"), None)
        if wrote is not None:
            return urgers(scene, before, wrote, subjects(wrote))
    return []


def _is_body(token: Token) -> bool:
    """Whether those without a name act as a body ("civil society", "human rights groups")."""
    return token.lemma_.lower() in BODIES


def _master(scene: Scene, sentence: Sentence, token: Token) -> str | None:
    """ "His envoys have been lobbying Washington": the state of whom they serve."""
    whose = [c for c in children(token, "poss") if c.tag_ == "PRP$"] if token.lemma_.lower() in SERVING else []
    who = scene.namer.name(sentence, whose[0]) if whose else None
    return scene.namer.state_of(who.id) if who and not who.vague else None


def _is_private(token: Token) -> bool:
    """Whether people of a state do not speak for it ("Russian business leaders")."""
    return token.lemma_.lower() in ON_THEIR_OWN or any(c.lower_ in PRIVATE for c in token.children)


def authors_of(scene: Scene, sentence: Sentence, token: Token) -> list[Token]:
    """Who speaks in a paper that urges ("they adopted a resolution calling on Moscow"), else the token itself."""
    drawn = [a for verb in children(token, "acl") if verb.lemma_ in ADOPTS for a in agents(verb)]
    if token.lemma_.lower() not in PAPERS:
        return (drawn if token.lemma_.lower() in PLANS else []) or [token]
    if token.lemma_.lower() == "resolution" and (house := _house(scene, sentence)) is not None:
        return [house]
    named = after(token, "by", "of", "from") or children(token, "poss") or drawn
    if named:
        return named
    verb = token.head
    return (subjects(verb) if token.dep_ == "dobj" and verb.lemma_ in ADOPTS else []) or [token]


def _house(scene: Scene, sentence: Sentence) -> Token | None:
    """The assembly whose resolution it is, whoever votes for it there ("141 states backed a resolution in the General Assembly")."""
    actors = {m: scene.pack.actor.get(m.id_of("actor") or "") for m in sentence.mentions}
    return next((sentence.head_of(m) for m, actor in actors.items() if actor and HOUSES.search(actor.name)), None)


def _adopters(scene: Scene, sentence: Sentence, urging: list[Token]) -> list[Referent]:
    """ "A triumph in the General Assembly. 141 states backed the resolution, which calls …": the assembly of the sentence before."""
    definite = any(t.lemma_.lower() == "resolution" and any(c.lower_ == "the" for c in t.children) for t in urging)
    before = scene.sentences[sentence.number - 1] if definite and sentence.number else None
    house = _house(scene, before) if before and _house(scene, sentence) is None else None
    one = scene.namer.name(before, house) if before and house is not None else None
    return [one] if one else []
