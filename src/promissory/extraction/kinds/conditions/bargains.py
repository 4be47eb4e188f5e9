"""Conditions told as a bargain: no money without reforms, a veto dropped after promises, terms after a colon, what comes first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.conditions.conditioning import GATES, draft_condition
from promissory.extraction.kinds.conditions.terms import is_of_partners
from promissory.extraction.lexicon.goods import DUE
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone, states_in
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.telling import attribution

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What may be withheld, or is wanted of others.
PRIZES = DUE | frozenset(
    "membership accession talk negotiation ceasefire truce peace deal agreement invitation lifting easing relief withdrawal weapon "
    "guarantee deployment vote approval recognition return reconstruction investment normalisation normalization concession "
    "compromise summit meeting pause settlement end".split()
)
#: What somebody has to do or give first.
DUES = frozenset(
    "reform guarantee ceasefire truce withdrawal progress consent approval unanimity compliance law legislation concession recognition "
    "commitment release exhumation neutrality demilitarisation demilitarization disarmament transparency audit oversight agreement "
    "territory ratification fight return exchange safeguard backstop".split()
)
#: What is spoken of and opened in talks on membership.
TOPICS = frozenset("chapter cluster election talks".split())
#: What the attacker does.
FIGHTING = frozenset("bomb missile shell rocket drone shelling bombing attack strike raid war fighting gun".split())
OBSTACLES = frozenset("veto objection resistance opposition block blockade hold reservation blockage".split())
YIELDING = frozenset("drop lift withdraw end abandon remove give overcome release waive".split())
TERMS = frozenset("term condition demand price string".split())
FIRST = frozenset(("first", "beforehand"))
#: What one side stops or both keep: whose part it is where nobody is named.
OURS = frozenset("ceasefire truce withdrawal".split())
IMPOSSIBLE = frozenset("impossible unthinkable inconceivable unrealistic premature".split())
#: What somebody does who gives something of his own away.
FOREGOING = frozenset("resign cede give renounce drop forgo forego abandon step stand quit hold".split())
#: What somebody insists on.
INSISTING = frozenset("insist demand want ask require seek expect request press push".split())


def find_bargains(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The conditions of a sentence that are told as a bargain."""
    for token in sentence.tokens:
        if token.lower_ == "without" and token.dep_ == "prep":
            yield from _without(scene, sentence, token)
        elif token.lemma_.lower() in OBSTACLES and token.pos_ == "NOUN":
            yield from _dropped(scene, sentence, token)
        elif token.lemma_.lower() in TERMS and token.pos_ == "NOUN":
            yield from _listed(scene, sentence, token)
        elif token.lower_ in FIRST and token.dep_ in ("advmod", "oprd", "acomp"):
            yield from _comes_first(scene, sentence, token)
        elif token.lower_ in ("return", "exchange") and token.dep_ == "pobj" and token.head.lower_ == "in":
            yield from _in_return(scene, sentence, token)
        elif _is_while(token):
            yield from _none_while(scene, sentence, token)


def _is_while(token: Token) -> bool:
    """The "long" of "as long as", and "while"."""
    if token.lower_ == "long":
        return token.i > 0 and token.nbor(-1).lower_ in ("as", "so")
    return token.lower_ in ("while", "whilst") and token.dep_ == "mark" and token.head.dep_ == "advcl"


def _named_in(scene: Scene, sentence: Sentence, heads: list[Token]) -> list[str]:
    """Whose part a phrase is: its owner, whoever is named in it after "of", "by" or "from", anybody named in it."""
    owned = [s for t in heads for s in scene.states(owners(scene, sentence, t)) if s in scene.pack.actor]
    owned = owned or states_in(scene, sentence, [i for t in heads for i in after(t, "of", "by", "from", "in")])
    return owned or states_in(scene, sentence, [t for h in heads for t in within(h) if sentence.at.get(t.i)])


def is_denied(verb: Token) -> bool:
    """Whether nothing comes of it: "will not pay", "there will be no membership", "no money will flow"."""
    if any(c.dep_ == "neg" or (c.dep_ == "acomp" and c.lower_ in IMPOSSIBLE) for c in verb.children):
        return True
    nouns = [c for c in verb.children if c.dep_ in ("attr", "nsubj", "nsubjpass", "dobj")]
    return any(n.lower_ in ("nothing", "none") or any(d.lower_ == "no" or d.dep_ == "neg" for d in n.children) for n in nouns)


def _without(scene: Scene, sentence: Sentence, prep: Token) -> Iterator[Draft]:
    """ "Without reforms there will be no membership", "no talks without a ceasefire"."""
    dues = [t for t in children(prep, "pobj") if t.lemma_.lower() in DUES or is_of_partners([t])]
    verb = next((a for a in prep.ancestors if a.pos_ in ("VERB", "AUX")), None)
    noun = prep.head if prep.head.pos_ in ("NOUN", "PROPN") else None
    bare = noun is not None and any(c.lower_ == "no" for c in noun.lefts) and noun.lemma_.lower() in PRIZES
    nouns = [c for c in verb.children if c.dep_ in ("attr", "nsubj", "nsubjpass", "dobj")] if verb is not None else []
    yes = verb is not None and any(c.lower_ == "yes" for n in (verb, *nouns) for c in n.children)  # "there would be no Polish yes"
    prize = verb is not None and is_denied(verb) and (yes or any(n.lemma_.lower() in PRIZES for n in nouns))
    if dues and (bare or prize):
        due = dues[0].lemma_.lower()
        others = (
            "partners"
            if due in ("safeguard", "backstop") or is_of_partners(dues)
            else "RU"
            if due in OURS | {"guarantee", "return", "exchange"}
            else None
        )
        on = _named_in(scene, sentence, dues) or [others or scene.beneficiary]
        setters = states_in(scene, sentence, [*subjects(verb), *(nouns if yes else [])]) if verb is not None else []
        yield draft_condition(scene, sentence, prep, "stated", on, setters, "no")


def _dropped(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Turkey dropped its veto after Finland and Sweden promised to": what was asked has been done."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else None
    if verb is None or verb.lemma_ not in YIELDING or scene.mood(sentence, verb).negated:
        return
    clause = next((c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in ("after", "once") for m in c.children)), None)
    mood = scene.mood(sentence, verb)
    setters = states_in(scene, sentence, subjects(verb)) if noun.dep_ == "dobj" else _named_in(scene, sentence, [noun])
    on = [s for s in states_in(scene, sentence, subjects(clause)) if s not in setters] if clause is not None else []
    got = [c for p in verb.children if p.lower_ in ("after", "following") for c in children(p, "pcomp", "pobj")]
    givers = [i for c in got for t in (c, *things_of(c)) for i in after(t, "from", "by", "of")]
    on = on or [s for s in states_in(scene, sentence, givers) if s not in setters]  # "after receiving guarantees from the Commission"
    if on and mood.tense in ("past", "perfect", "present"):
        yield draft_condition(scene, sentence, noun, "met" if mood.tense != "present" else "stated", on, setters, "dropped")


def _listed(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Named his terms for a truce: Ukraine must pull out", "Moscow's price for peace: Kyiv's neutrality"."""
    colon = next((t for t in sentence.tokens[noun.i + 1 : noun.i + 12] if t.text in (":", "–", "—")), None)
    if colon is None:
        return
    rest = sentence.tokens[colon.i + 1 :]
    acting = [s for t in rest if t.pos_ == "VERB" and t.tag_ != "VBG" for s in subjects(t) if s.i > colon.i]
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    setters = [s for s in scene.states(owners(scene, sentence, noun)) if s in scene.pack.actor]
    setters = setters or (states_in(scene, sentence, subjects(verb)) if verb is not None else [])
    on = [s for s in states_in(scene, sentence, acting) if s not in setters]
    on = on or [s for s in states_in(scene, sentence, [t for t in rest if sentence.at.get(t.i)]) if s not in setters][:1]
    if on and setters:
        yield draft_condition(scene, sentence, noun, "stated", on, setters, "terms")


def _comes_first(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "A full ceasefire must come first", "security guarantees have to come first"."""
    verb = word.head
    above = verb.head if verb.dep_ == "xcomp" else verb
    due = any(c.lower_ in ("must", "should") for c in verb.children) or above.lemma_ in ("have", "need")
    dues = [t for t in subjects(verb) if t.lemma_.lower() in DUES]
    if verb.lemma_ in ("come", "be", "happen") and due and dues:
        ours = dues[0].lemma_.lower() in OURS
        on = _named_in(scene, sentence, dues) or (["RU"] if ours else ["partners"] if dues[0].lemma_.lower() == "guarantee" else [])
        yield draft_condition(scene, sentence, word, "stated", on or [scene.beneficiary], [], "comes first")


def _in_return(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Budapest insists on guarantees for the minority in return for lifting its blockade", "demands land in exchange for peace"."""
    verb = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None)
    gained = after(word, "for")
    if verb is None or not gained:
        return
    if verb.lemma_ not in INSISTING:
        yield from _swapped(scene, sentence, word, verb, gained)
        return
    prize = any(t.lemma_.lower() in PRIZES | OBSTACLES or t.lemma_ in YIELDING for g in gained for t in within(g))
    setters = states_in(scene, sentence, subjects(verb))
    wanted = [*things_of(verb), *after(verb, "on", "for"), *children(verb, "ccomp", "xcomp")]
    acting = [s for w in wanted if w.pos_ == "VERB" for s in subjects(w)]
    on = [s for s in states_in(scene, sentence, acting) or _named_in(scene, sentence, wanted) if s not in setters]
    if prize and setters:
        yield draft_condition(scene, sentence, word, "stated", on or [scene.beneficiary], setters, "in return")


def _swapped(scene: Scene, sentence: Sentence, word: Token, verb: Token, gained: list[Token]) -> Iterator[Draft]:
    """ "Would give intelligence in return for minerals", "in return for guarantees Kyiv would have to give up the claim"."""
    verb = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need") else verb
    mood = scene.mood(sentence, verb)
    acting = states_in(scene, sentence, subjects(verb))
    if mood.negated or mood.tense in ("past", "perfect", "progressive"):
        return
    if verb.lemma_ in ("have", "need") and children(verb, "xcomp"):
        if any(t.lemma_.lower() in PRIZES for g in gained for t in within(g)) and acting:
            yield draft_condition(scene, sentence, word, "stated", acting, [], "in return")
    elif acting and scene.beneficiary in acting and mood.modal in ("would", "could") and verb.lemma_ in FOREGOING:
        said = (attribution(scene, sentence, word) or ([],))[0]
        own = any(scene.namer.state_of(one) in acting for one in said)  # "Zelensky said Ukraine could drop its ambition"
        if not own and not any(r.person for r in everyone(scene, sentence, subjects(verb))):
            return  # "a deal by which Kyiv would give up its ambitions in return for guarantees": who proposes it is not told
        named = states_in(scene, sentence, [t for g in gained for t in g.subtree if sentence.at.get(t.i)])
        named += [bloc for topic, bloc in GATES.items() if topic in {n.id for m in sentence.mentions for n in m.names}]
        on = [s for s in named if s not in acting]
        if on:  # "Zelensky would resign in exchange for membership of NATO"
            yield draft_condition(scene, sentence, word, "stated", on, acting, "in return")
    elif acting and scene.beneficiary not in acting and (mood.modal in ("would", "will", "could") or mood.tense == "future"):
        eased = any(t.lemma_.lower() == "sanction" for g in gained for t in within(g))  # "for the lifting of sanctions"
        from_ = states_in(scene, sentence, after(word, "from"))  # "in return for jets from the US"
        on = _burdened(scene, sentence, verb) or [s for s in from_ or _named_in(scene, sentence, gained) if s not in acting]
        on = on or ["partners" if eased else scene.beneficiary]
        if any(t.pos_ in ("NOUN", "PROPN", "VERB") for t in gained):
            yield draft_condition(scene, sentence, word, "stated", on, acting, "in return")


def _burdened(scene: Scene, sentence: Sentence, verb: Token) -> list[str]:
    """ "Would lift the sanctions on Minsk": whose burden it is that is taken away; the attacker's, if nobody is named."""
    burdens = [t for t in children(verb, "dobj") if t.lemma_.lower() == "sanction"]
    return states_in(scene, sentence, [t for b in burdens for t in after(b, "on", "against")]) or (["RU"] if burdens else [])


def _none_while(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "As long as Russia bombs cities, there can be no easing of sanctions"."""
    clause = word.head if word.dep_ == "mark" else next((c for c in children(word, "advcl", "ccomp")), None)
    clause = clause or next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None)
    main = next((a for a in clause.ancestors if a.pos_ in ("VERB", "AUX")), None) if clause is not None else None
    if clause is None or main is None or not is_denied(main):
        return
    nouns = [c for c in main.children if c.dep_ in ("attr", "nsubj", "nsubjpass", "dobj")]
    prizes = [t for n in nouns for t in within(n) if t.lemma_.lower() in PRIZES | TOPICS]
    on = states_in(scene, sentence, subjects(clause)) if prizes else []
    if not on and prizes and any(t.lemma_.lower() in FIGHTING for t in (clause, *subjects(clause))):
        on = ["RU"]  # "there can be no talk of compromise while bombs are falling"
    if not on and any(t.lemma_.lower() in TOPICS for t in prizes) and scene.focus and word.dep_ != "mark":
        on = [scene.beneficiary]  # "no chapter can be closed as long as the courts lack judges"
    if on:
        yield draft_condition(scene, sentence, word, "stated", on, [], "while")
