"""Who stands behind a scheme that names no leader: whom it unites, who acts in the clause on it, whose adjectives its phrase has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children, conjuncts, spread
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import states_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs that say of a scheme whom it has in it.
UNITING = frozenset("unite comprise include bring gather group link join number count".split())
#: Verbs of those who keep a scheme going with others, at the end of which they stand by themselves.
SUPPORTING = frozenset("back join support sign endorse fund finance sponsor copy use".split())
PAYING = frozenset("pay fund finance bankroll sponsor underwrite".split())
SETTLING = frozenset("agree decide plan intend want begin start settle arrange".split())
#: Offices that, without a name, are those of whoever publishes the text.
OFFICES = frozenset("government ministry administration department cabinet agency".split())
#: Nouns of those who act together without a name.
PEERS = frozenset("state country nation government ally partner capital member donor".split())


def backers(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> list[str]:
    """The states and bodies that stand behind a scheme, where nobody is said to lead it; the side that is helped not by itself."""
    beside = sentence.at.get(noun.head.i) if noun.dep_ == "appos" else None
    if beside is not None and beside.id_of("framework"):
        return []  # "PURL, the initiative through which allies pay": the name is known, and whose it is
    found = _united(scene, sentence, noun) or _joined(scene, sentence, noun, verb) or _acting(scene, sentence, noun)
    found = found or _paying(scene, sentence, noun) or _by_adjective(scene, sentence, noun) or _in_favour(scene, sentence, verb)
    found = found or _told_before(scene, sentence, noun)
    return found if set(found) - {scene.beneficiary} else []


def _told_before(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """ "EU governments gave the mission two years. The mission came into being in 2005": whoever did something with it just before."""
    before = scene.sentences[sentence.number - 1] if sentence.number else sentence
    bare = any(c.lower_ in ("the", "this") for c in noun.lefts) and not any(c.dep_ in ("amod", "compound") for c in noun.lefts)
    same = [t for t in before.tokens if t.lemma_ == noun.lemma_ and t.pos_ == "NOUN" and t.dep_ in ("dobj", "dative", "nsubjpass", "pobj")]
    verb = next((a for t in same[:1] for a in t.ancestors if a.pos_ == "VERB"), None) if bare and before is not sentence else None
    if verb is None or verb.lemma_ in SUPPORTING | {"contribute", "participate", "belong", "thank", "welcome", "criticise", "discuss"}:
        return []
    return [s for s in states_in(scene, before, actors_of(verb)) if s != "partners"]


def of_publisher(scene: Scene, verb: Token | None) -> list[Referent]:
    """ "The government launched", "we are opening", "is being introduced": the state whose office or whose head speaks."""
    home = scene.discourse.home or scene.namer.state_of(scene.discourse.author or "")
    if verb is None or home is None or home not in scene.pack.actor:
        return []
    doers = [s for s in subjects(verb) if s.dep_ != "nsubjpass"]
    ours = (is_passive(verb) and not agents(verb)) or any(t.lower_ in ("we", "i") for t in doers)
    ours = ours or any(t.lemma_.lower() in OFFICES and all(c.lower_ == "the" for c in t.lefts) for t in doers)
    return [Referent(home, inferred=True)] if ours else []


def the_two(scene: Scene, verb: Token) -> list[Referent]:
    """ "The two countries will establish a fund": the two whose agreement or meeting has just been told."""
    both = [s for s in subjects(verb) if s.lemma_.lower() in PEERS | {"side", "party"} and {c.lower_ for c in s.lefts} & {"two", "both"}]
    told = scene.told[-1].parties.get("party", []) if scene.told else []
    pair = told if len(told) == 2 else scene.discourse.sides
    return [Referent(i, inferred=True) for i in pair] if both and len(pair) == 2 else []


def agreed_with(verb: Token) -> list[Token]:
    """ "Agreed with Britain to create a centre", "together with Poland we are opening": those with whom it is settled or done."""
    above = verb.head if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in SETTLING else None
    beside = [
        t for v in (verb, above) if v is not None for c in v.children if c.lower_ in ("together", "jointly") for t in after(c, "with")
    ]
    return [*(after(above, "with") if above is not None else []), *beside]


def several_before(scene: Scene, sentence: Sentence) -> list[Referent]:
    """ "I thank Finland and Lithuania. They head …": the states that the sentence before names in one row, if it names no others."""
    before = scene.sentences[sentence.number - 1] if sentence.number else sentence
    actors = [m for m in before.mentions if (i := m.id_of("actor", "metonym")) and i != scene.beneficiary]
    named = [t for m in actors if (t := before.head_of(m)) is not None]
    row = conjuncts(named[0]) if named else []
    whole = len(named) > 1 and {t.i for t in named} == {t.i for t in row if t.i in before.at}
    return [Referent(i, inferred=True) for i in states_in(scene, before, row)] if whole and before is not sentence else []


def _clauses(noun: Token) -> list[Token]:
    """The clauses on a noun, or on its apposition, or on the name that it stands beside."""
    named = [noun.head] if noun.dep_ == "appos" else []
    return [v for holder in (noun, *children(noun, "appos"), *named) for v in children(holder, "relcl", "acl")]


def _united(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """ "A format that brings together Poland and France", "a group made up of Oslo and Riga"."""
    told = [v for v in _clauses(noun) if v.lemma_ in UNITING and not is_passive(v)]
    made = [v for v in _clauses(noun) if v.lemma_ in ("make", "compose", "consist")]
    return states_in(scene, sentence, [*(t for v in told for t in spread(children(v, "dobj"))), *(t for v in made for t in after(v, "of"))])


def _joined(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> list[str]:
    """ "Helsinki joins Stockholm in a scheme": those who are joined in it, and the one who joins them."""
    if verb is None or verb.lemma_ != "join" or is_passive(verb) or noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return []
    before = states_in(scene, sentence, spread(children(verb, "dobj")))
    return [*before, *(s for s in states_in(scene, sentence, subjects(verb)) if s not in before)] if before else []


def _acting(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """ "A scheme under which fourteen European states pool money": who acts in the clause that tells of it."""
    by_it = [v for v in _clauses(noun) if any(t.tag_ == "WDT" and t.dep_ == "pobj" for t in v.subtree if t.i < v.i)]
    acting = [s for v in by_it if not is_passive(v) for s in subjects(v)]
    found = [s for s in states_in(scene, sentence, acting) if s != scene.beneficiary]
    return found or (["partners"] if any(_are_peers(t) for t in acting) else [])


def _paying(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """ "The programme, paid for by Norway and Japan", "a UNDP scheme funded by Seoul"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("from", "through", "via", "to"):
        return []  # "grants from a trust fund financed by X": where money comes from
    paid = [v for v in _clauses(noun) if v.tag_ == "VBN" and v.lemma_ in PAYING]
    return states_in(scene, sentence, [t for v in paid for t in (*agents(v), *after(v, "by"))])


def _in_favour(scene: Scene, sentence: Sentence, verb: Token | None) -> list[str]:
    """ "Is backed by 38 states", "was signed up to by 23 countries"."""
    by = agents(verb) if verb is not None and verb.lemma_ in SUPPORTING and is_passive(verb) else []
    return ["partners"] if any(_are_peers(t) for t in by) and set(states_in(scene, sentence, by)) <= {"partners"} else []


def _are_peers(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") and noun.lemma_.lower() in PEERS


def _by_adjective(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """ "A programme for pairing the British and Ukrainian industries": the several states whose adjectives stand behind "between"."""
    paired = [p for prep in noun.subtree if prep.lower_ == "between" for p in children(prep, "pobj")]
    words = [c for p in paired for w in p.lefts if w.dep_ in ("amod", "nmod", "compound") for c in conjuncts(w)]
    named = [m for w in words if (m := sentence.at.get(w.i))]
    found = [i for m in named if (i := m.id_of("adjective", "actor", "demonym"))]
    if any(c.lower_ in ("two", "both") for p in paired for c in p.lefts):
        found = found or list(scene.discourse.sides)  # "between the two industries"
    return list(dict.fromkeys(found)) if len(set(found)) > 1 else []


def torn_row(sentence: Sentence, noun: Token) -> list[Token]:
    """ "The Task Group of Romania, Bulgaria and Turkey": the rest of the row, which the parser coordinates with the scheme."""
    first = [t for t in after(noun, "of") if t.i in sentence.at]
    rest = [t for t in conjuncts(noun)[1:] if (m := sentence.at.get(t.i)) and m.id_of("actor") and t.pos_ == "PROPN"]
    return rest if first and rest and rest[0].i <= first[-1].i + 3 else []
