"""Conditions told by a clause: "only if they sign", "unless Brussels pays", "provided that it consents"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import children
from promissory.extraction.kinds.conditions.bargains import PRIZES, is_denied
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.kinds.conditions.consents import CHAMBERS, bodies_of, owned_by
from promissory.extraction.kinds.conditions.hinging import PEACES
from promissory.extraction.kinds.conditions.marks import OFFERING, PROVIDING, REFUSING, SETTLING, conditional_clauses, is_strict, offers
from promissory.extraction.kinds.conditions.preceding import GIVING, PAID, PEACE, TERMS, from_before, from_first, who_must_act
from promissory.extraction.lexicon.callings import WEST
from promissory.extraction.lexicon.goods import AID, MONEY
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import states_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of a main clause that say of a state of things that it lasts ("sanctions stay until Russia leaves").
LASTING = frozenset("remain stay keep continue maintain hold freeze withhold block suspend last immobilise immobilize retain delay".split())
#: What befalls somebody, or is done to them, and is no part to be played: "if Russia attacks", "if Kyiv falls".
BEFALLING = frozenset(
    "attack invade strike escalate fire launch use hit cross lose win prevail fall fail collapse threaten kill bomb shell take want need "
    "dare wish like think".split()
)
#: Those of them by which somebody gets nothing.
WITHHOLDING = frozenset("block withhold freeze suspend delay".split())
MEETING = frozenset("meet fulfil fulfill satisfy complete implement pass".split())
FIRST = frozenset(("first", "beforehand"))
#: What the sides of a war may have, if one of them does its part.
TALKS = frozenset("talk negotiation ceasefire truce peace".split())
#: What may end if somebody does his part.
WARS = frozenset("war operation fighting hostility invasion".split())
#: Marks that leave no other way.
STRICT = frozenset("unless until till provided providing once as before".split())
#: What is done with the use of goods by whoever gets them.
LIMITED = frozenset("limit confine restrict aim direct use fire employ".split())
#: What is had of others, whoever they are.
HELP = AID | MONEY | frozenset("backing guarantee cover assurance".split())
#: What is done in one's own country when the war is over.
REBUILDING = frozenset("rebuild restore reconstruct repair build return celebrate".split())
#: Who decides in each of several states.
HOUSES = frozenset("parliament government legislature".split())
#: Who does business on terms of its own.
FIRMS = frozenset(
    "insurer reinsurer underwriter contractor subcontractor creditor lender bondholder company firm bank operator maker manufacturer "
    "supplier carrier airline shipper trader union association".split()
)
#: What goods do that are handed over: "the Patriots will leave for Ukraine as soon as …".
MOVING = frozenset("leave go arrive reach travel follow come flow".split())
#: What others do for one who gives something away.
REPAYING = frozenset("compensate reimburse repay replace indemnify".split())
#: What somebody puts at stake.
FORFEITING = frozenset("forfeit lose risk jeopardise jeopardize endanger".split())
PLACES = frozenset("place candidacy status access tranche payment instalment funds right".split())
#: What is taken away from somebody who has done his part.
BURDENS = frozenset("sanction restriction embargo ban veto tariff limit measure".split())


def find_provisos(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The conditions of a sentence that a clause sets."""
    for token in sentence.tokens:
        for mark, verb, main in conditional_clauses(token):
            yield from _clause(scene, sentence, mark, verb, main)
        if token.lower_ in ("before", "until") and token.dep_ in ("mark", "prep"):
            yield from from_before(scene, sentence, token)
        elif token.lower_ in FIRST and token.dep_ == "advmod" and token.head.pos_ == "VERB" and not children(token, "prep"):
            yield from from_first(scene, sentence, token)


def _clause(scene: Scene, sentence: Sentence, mark: Token, verb: Token, main: Token) -> Iterator[Draft]:
    """ "We will deliver if they sign": the clause's subject must act, the speaker or the main subject sets it."""
    never = mark.lower_ in ("until", "till", "before") and (is_denied(main) or (mark.i > 0 and mark.nbor(-1).lower_ == "not"))
    steps = any(t.lemma_.lower() in TERMS for t in (*subjects(verb), *things_of(verb)))  # "once the steps have been taken"
    if (
        verb.lemma_ in BEFALLING
        and not steps
        and not children(verb, "xcomp", "prt")
        and not _comes_about(verb)
        and not never
        and mark.lower_ not in ("unless", *PROVIDING)
    ):
        return
    if (
        mark.lower_ in ("before", "as")
        and not (mark.i and mark.nbor(-1).lower_ == "long")
        and not any(t.pos_ != "PRON" and not is_passive(verb) for t in subjects(verb))
        and not _is_peace(verb)
    ):
        return  # "will sign it as soon as he receives it", "not before Trump was sworn in"
    if _is_mere_supposition(scene, sentence, mark, verb, main) or _is_duration(scene, sentence, mark, verb, main):
        return
    if any(t.lemma_.lower() in TERMS for c in children(verb, "conj") for t in subjects(c)):
        return  # "when allies agree and conditions are met": what is told of the conditions says it all
    barred = mark.lower_ == "if" and children(verb, "expl") and is_denied(verb) and is_denied(main)
    barred = barred and any(t.lemma_.lower() in PEACES for t in children(verb, "attr"))
    if barred:  # "if there is no ceasefire, there can be no elections"
        yield draft_condition(scene, sentence, mark, "stated", ["RU"], [], "mark unless")
        return
    if not _looks_ahead(scene, sentence, mark, main) or _is_unreal(scene, sentence, verb, main, mark):
        return
    doers = subjects(main) or (subjects(_over(main)) if main.dep_ == "xcomp" else [])
    if main.dep_ == "ccomp" and main.head.lemma_ in ("let", "allow", "see"):
        doers = subjects(main.head)  # "will not let shells pass"
    whose = states_in(scene, sentence, doers) or owned_by(scene, sentence, doers)
    led = [t for t in actors_of(verb) if t.i > mark.i or mark.lower_ not in PROVIDING]  # not one that the parser finds before the mark
    glued = (mark.lower_ in PROVIDING and verb.dep_ == "conj") or (not led and not is_passive(verb))
    between = sentence.tokens[mark.i + 1 : verb.i] if glued else ()
    on = states_in(scene, sentence, [t for t in between if sentence.at.get(t.i)]) or who_must_act(scene, sentence, verb)
    on = bodies_of(scene, sentence, actors_of(verb)) if on == ["partners"] else on
    if _gets_help(verb) and set(on) <= {*whose, *states_in(scene, sentence, subjects(verb))}:
        on = ["partners"]
    own = any(t.pos_ == "PRON" for t in things_of(verb)) or (bool(whose) and set(on) <= set(whose))
    if mark.lower_ in PROVIDING and is_passive(verb) and verb.lemma_ in REPAYING and own and not actors_of(verb):
        on = ["partners"]  # "would send its jets provided it was compensated"
    if not on and any(_are_others(t) for t in actors_of(verb)):
        on = ["partners"]
    if not on and len(whose) == 1 and mark.lower_ in ("unless", *PROVIDING) and any(_is_organ(t) for t in actors_of(verb)):
        draft = draft_condition(scene, sentence, mark, "stated", whose, whose, "consent")  # "Bern will not, unless its council agrees"
        yield draft
        return
    if mark.lower_ in PROVIDING and children(verb, "expl") and _is_peace(verb) and on == [scene.beneficiary]:
        on = []  # "provided that there is a truce": whose the truce is nobody says
    if not on and (is_strict(mark) or mark.lower_ in PROVIDING) and _is_peace(verb) and whose:
        on = ["RU"]  # "will hold elections only if there is a ceasefire"
    on = on or _someone(scene, sentence, mark, verb, main, whose)
    if not on and (verb.lemma_ in MEETING or any(t.lemma_.lower() in TERMS for t in subjects(verb))):
        on = whose if is_passive(verb) and not steps and scene.beneficiary not in _named(sentence) else [scene.beneficiary]
    if on and set(on) <= set(whose) and mark.lower_ in PROVIDING:
        on = bodies_of(scene, sentence, actors_of(verb)) or on  # "provided that the Bundestag consents, Berlin will"
    if not on or not _is_bargain(scene, sentence, mark, main, on, whose):
        return
    rule = f"mark {mark.lower_}"
    setters = [s for s in whose if s not in on] or _bloc_joined(scene, sentence, main, on)
    if not setters and main.dep_ in ("xcomp", "ccomp"):  # "invites the ministers to adopt it once …"
        setters = [s for s in states_in(scene, sentence, subjects(main.head)) if s not in on]
    stranger = not whose and not is_passive(main) and any(_is_stranger(t) for t in doers)
    yield draft_condition(scene, sentence, mark, "stated", on, setters, rule, stranger=stranger)


def _over(main: Token) -> Token:
    """The verb above an infinitive, also over an adjective: "is ready to hold elections if …"."""
    ready = main.head.pos_ == "ADJ" and main.head.lower_ in OFFERING and main.head.dep_ == "acomp"
    return main.head.head if ready else main.head


def _is_stranger(doer: Token) -> bool:
    """ "Insurers will not cover crews unless …": people and firms whom the pack does not know."""
    return doer.pos_ == "NOUN" and (doer.lemma_.lower() in FIRMS or is_human(doer.lemma_.lower()))


def _are_others(doer: Token) -> bool:
    """ "Unless every capital stands behind it", "so long as larger countries bear the brunt", "if others join in"."""
    some = {c.lower_ for c in doer.lefts} & EVERY or (doer.tag_ == "NNS" and not children(doer, "poss", "relcl", "acl"))
    houses = doer.tag_ == "NNS" and doer.lemma_.lower() in HOUSES  # "once four parliaments have ratified it"
    return (doer.lemma_.lower() in MEMBERS and bool(some)) or houses or doer.lower_ == "others"


def _is_organ(doer: Token) -> bool:
    """A parliament, cabinet or council of which nothing says whose it is: that of whoever makes the condition."""
    return doer.lemma_.lower() in CHAMBERS | {"court", "coalition"} and not children(doer, "poss", "prep")


def _is_mere_supposition(scene: Scene, sentence: Sentence, mark: Token, verb: Token, main: Token) -> bool:
    """ "What if nobody acts?", "if he wins, we will pay a higher price", "may be condemned unless they ask for help": no terms."""
    if mark.i and mark.nbor(-1).lower_ == "what":
        return True
    if verb.lemma_ == "be" and any(t.lower_ in ("confident", "sure", "convinced", "certain") for t in children(verb, "acomp")):
        return True  # "would not go unless he was sure of the outcome"
    if main.lemma_ == "pay" and any(t.lemma_.lower() in ("price", "cost", "toll") for t in things_of(main)):
        return True
    if _is_peace(verb) and any(t.lemma_ in REBUILDING for t in (main, *children(main, "xcomp"))):
        return True  # "as soon as the fighting is over, we will rebuild"
    held_back = main.lemma_ in GIVING | REFUSING | LASTING or any(
        t.lemma_.lower() in PRIZES for t in (*subjects(main), *things_of(main), *children(main, "attr"))
    )
    return mark.lower_ == "unless" and scene.mood(sentence, main).modal in ("can", "could", "may", "might") and not held_back


def _is_duration(scene: Scene, sentence: Sentence, mark: Token, verb: Token, main: Token) -> bool:
    """ "For as long as it takes", "as long as Ukraine is defending itself": how long something goes on, and no terms."""
    if mark.lower_ != "as" or mark.i < FOR_AS_LONG or mark.nbor(-1).lower_ != "long":
        return False
    refused = main.lemma_ in REFUSING or scene.mood(sentence, main).negated  # "ruled out talks for as long as troops stood there"
    if verb.lemma_ == "take" and any(s.lower_ == "it" for s in subjects(verb)):
        return True
    if mark.nbor(-FOR_AS_LONG).lower_ == "for":
        return not refused
    own = subjects(verb)
    known = states_in(scene, sentence, own) or owned_by(scene, sentence, own)
    ours = known == [scene.beneficiary] or any(t.lower_ in ("it", "they") for t in own)
    return verb.lemma_ in ENDURING and ours


def _comes_about(verb: Token) -> bool:
    """ "Once a truce takes hold", "once the guns fall silent"."""
    return any(t.lower_ in ("hold", "effect", "place", "shape", "root", "force", "silent") for t in children(verb, "dobj", "acomp", "oprd"))


def _bloc_joined(scene: Scene, sentence: Sentence, main: Token, on: list[str]) -> list[str]:
    """ "Can join the EU's scheme if they sign": the bloc whose terms they are."""
    if main.lemma_ not in ("join", "enter", "accede", "participate", "take"):
        return []
    inside = [t for t in main.subtree if (m := sentence.at.get(t.i)) and m.id_of("actor", "topic")]
    named = [s for s in states_in(scene, sentence, inside) if s not in on]
    blocs = [s for s in named if scene.pack.actor[s].type in ("bloc", "alliance", "organisation", "coalition")]
    return blocs[:1]


def _someone(scene: Scene, sentence: Sentence, mark: Token, verb: Token, main: Token, whose: list[str]) -> list[str]:
    """Who must act where the clause names nobody as its doer: whom a pronoun means, whoever is named in it, for peace the attacker."""
    if not (mark.lower_ in STRICT or is_strict(mark)):
        return []
    if is_denied(main) and _is_peace(verb) and mark.lower_ == "unless":
        return ["RU"]
    if not _is_of_domain(sentence, main):
        return []
    doers = actors_of(verb)
    if any(c.lower_ in WEST for t in doers for c in t.lefts):
        return ["partners"]
    ours = scene.beneficiary not in whose
    if is_passive(verb) and verb.lemma_ in LIMITED and ours and any(t.lower_ == "they" for t in things_of(verb)):
        return [scene.beneficiary]  # "provided they are not used to strike Russia"
    if any(t.pos_ == "PRON" for t in doers):
        named = [s for t in sentence.tokens[: mark.i] if sentence.at.get(t.i) for s in states_in(scene, sentence, [t])]
        others = [s for s in dict.fromkeys(named) if s not in whose]
        several = len(whose) > 1 and any(t.lower_ == "they" for t in doers)
        return whose if several else others or whose
    if _is_peace(verb):
        return ["RU"]
    if is_passive(verb) and verb.lemma_ in LIMITED and scene.beneficiary not in whose:
        return [scene.beneficiary]  # "provided that the strikes are confined to the border"
    inside = [t for t in sentence.tokens[mark.i + 1 : max(verb.i, verb.right_edge.i) + 1] if sentence.at.get(t.i)]
    here = [s for s in states_in(scene, sentence, inside) if s not in whose]
    if not here and is_passive(verb) and whose == [scene.beneficiary]:
        return whose  # "may fire them as long as no civilian targets are hit"
    return here or ([scene.beneficiary] if scene.beneficiary not in whose else [])


def _is_peace(verb: Token) -> bool:
    """Whether it is that the war ends, or that those who attack hold their fire."""
    torn = [verb] if verb.pos_ == "NOUN" else []  # "unless air raids in the area cease", where the parser takes the raids for the verb
    there = children(verb, "attr") if children(verb, "expl") else []
    return any(t.lemma_.lower() in PEACE for t in (*torn, *there, *actors_of(verb), *things_of(verb)))


def _gets_help(verb: Token) -> bool:
    """ "Provided that it has sufficient support": others must give it."""
    return verb.lemma_ in ("have", "get", "receive", "obtain", "enjoy") and any(t.lemma_.lower() in HELP for t in things_of(verb))


def _is_of_domain(sentence: Sentence, main: Token) -> bool:
    """Whether the main clause is about something that may be withheld."""
    words = [t for t in main.subtree if t.lemma_.lower() in PRIZES]
    topics = any(n.type == "topic" for m in sentence.mentions for n in m.names)
    return main.lemma_ in GIVING or bool(words) or topics


def _looks_ahead(scene: Scene, sentence: Sentence, mark: Token, main: Token) -> bool:
    """Whether the main clause speaks of what will, may, or will not be done."""
    mood = scene.mood(sentence, main)
    if main.lemma_ in REFUSING or offers(main) or mood.under("refuse", "consider", "urge", "promise", "plan"):
        return True
    ahead = mood.tense in ("future", "infinitive") or mood.modal in ("would", "can", "could", "may", "might", "must", "should")
    if mark.lower_ in PROVIDING and main.lemma_ in SETTLING | {"back", "support"}:
        return True  # "accepted the proposal provided that Russia does the same"
    if mark.lower_ in ("unless", "until", "till", "before"):
        return ahead or (mood.tense == "present" and (mood.negated or main.lemma_ in LASTING))
    return (ahead and not (mood.negated and mark.lower_ in ("if", "as", "once"))) or (is_strict(mark) and mood.tense != "past")


def _is_unreal(scene: Scene, sentence: Sentence, verb: Token, main: Token, mark: Token) -> bool:
    """ "If Kyiv asked, it was told": a past clause is a condition only after "would", or in reported speech."""
    told = (
        main.dep_ in ("ccomp", "relcl")
        or (main.dep_ == "xcomp" and _over(main).dep_ in ("ccomp", "relcl"))
        or scene.mood(sentence, main).modal in ("would", "could")
    )
    return verb.tag_ == "VBD" and not told and mark.lower_ == "if"


#: How far before its second "as" the word stands that makes "as long as" a stretch of time.
FOR_AS_LONG = 3
#: What somebody who is helped does all the while.
ENDURING = frozenset("defend fight resist need want require face suffer struggle".split())
#: Words for each of the allies, and what makes all of them of it.
MEMBERS = frozenset("capital partner ally country nation".split())
EVERY = frozenset("every each all other others both".split())


def _is_bargain(scene: Scene, sentence: Sentence, mark: Token, main: Token, on: list[str], whose: list[str]) -> bool:
    """Whether one's part depends on another's, and no mere circumstance is told."""
    verb = mark.head
    if mark.lower_ in ("if", "should") and not is_strict(mark):
        if main.lemma_ in FORFEITING and any(t.lemma_.lower() in PRIZES | PLACES for t in things_of(main)) and scene.beneficiary in on:
            return True  # "Kyiv would forfeit its place in the queue if it meddled with them"
        if main.lemma_ in GIVING and verb.lemma_ == "have" and scene.mood(sentence, main).modal in ("could", "would"):
            return True  # "could deliver more if we had the money"
        gives = (
            main.lemma_ in GIVING | REFUSING
            or _has_goods(sentence, main)
            or any(t.lemma_.lower() in ("ready", "willing", "prepared", "open", "member") for t in children(main, "attr", "acomp"))
            or _over(main) is not main.head
        )
        paid = main.lemma_ in GIVING and any(
            t.lemma_.lower() in PAID | TALKS | BURDENS for t in subjects(main)
        )  # "the money would be released if …"
        # "Russia could begin talks if it withdrew, Kyiv said"
        # "the operation could end tomorrow if Ukraine withdrew"; not "the war could have been stopped if …"
        wars = any(t.lemma_.lower() in WARS for t in subjects(main)) and main.tag_ == "VB" and main.lemma_ in GIVING
        paid = paid or (wars and scene.beneficiary in on and any(t.pos_ == "PROPN" for t in subjects(verb)))
        given = main.lemma_ in GIVING and main.dep_ == "ccomp" and any(t.lemma_.lower() in TALKS for t in things_of(main))
        return (bool(whose) and gives and set(on) != set(whose)) or (paid and not whose) or (given and set(on) == set(whose))
    never = (mark.i > 0 and mark.nbor(-1).lower_ == "not") or is_denied(main)  # "not until Russia pays will its assets be released"
    if mark.lower_ in ("until", "till") and not never and not scene.mood(sentence, main).negated:
        return main.lemma_ in LASTING and (scene.beneficiary not in on or main.lemma_ in WITHHOLDING)
    if mark.lower_ in ("when", "after") and not is_strict(mark) and not offers(main):
        able = main.dep_ in ("relcl", "acl", "xcomp") and main.head.lemma_.lower() in ("position", "able", "ready", "free")
        return main.lemma_ in GIVING - {"meet"} | {"decide"} and (scene.mood(sentence, main).tense == "future" or able)
    if mark.lower_ == "before":
        return _is_of_domain(sentence, main)
    if mark.lower_ == "once" or (mark.lower_ == "as" and not offers(main)):
        moves = main.lemma_ in MOVING and any(sentence.item_of(t) for t in subjects(main))
        pays = moves or (
            main.lemma_ == "put" and any(t.i in sentence.amount_at for t in main.subtree)
        )  # "will put 20 million into it once …"
        going = main.lemma_ in ("go", "continue", "keep") and any(c.lemma_ in GIVING for c in children(main, "xcomp"))  # "go on receiving"
        if mark.lower_ == "as" and going and scene.mood(sentence, main).modal is None:
            return False  # "keeps sending weapons as long as it takes"
        if mark.lower_ == "as" and main.lemma_ in LASTING and on == ["RU"] and mark.i and mark.nbor(-1).lower_ == "long":
            return True  # "as long as Russia occupies the land, sanctions will remain in force"
        joins = main.lemma_ == "take" and any(t.lemma_ == "part" for t in things_of(main))
        votes = is_strict(mark) and any(t.lemma_.lower() in ("election", "vote", "referendum", "talk", "summit") for t in subjects(main))
        return (
            votes or pays or joins or going or main.lemma_ in GIVING | REFUSING or offers(main) or scene.mood(sentence, main).under("urge")
        )
    return True


def _has_goods(sentence: Sentence, main: Token) -> bool:
    """ "Could have the shells in Odesa within weeks if others paid": goods or help that somebody would come to have."""
    things = [t for t in things_of(main) if t.lower_ in ("them", "it") or sentence.item_of(t)]
    return main.lemma_ in ("have", "find", "collect", "produce", "double", "move") and bool(things)


def _named(sentence: Sentence) -> set[str]:
    return {n.id for m in sentence.mentions for n in m.names}
