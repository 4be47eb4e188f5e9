"""Who leads a scheme, and the verb that founds, runs, joins or proposes it, wherever the clause puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children, spread
from promissory.extraction.kinds.initiatives.backers import agreed_with, backers, of_publisher, several_before, the_two, torn_row
from promissory.extraction.kinds.matters.givers import ADVERSARIES
from promissory.extraction.lexicon.callings import FIRMS, PERSON_NOUNS
from promissory.extraction.lexicon.papers import INSTRUMENTS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import companions, everyone
from promissory.extraction.slots.owning import owners
from promissory.extraction.slots.telling import attribution

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Whose schemes are nobody's support: Iran's are an adversary's, though what it gives may be for anybody.
HOSTILE = ADVERSARIES | {"IR"}
FOUNDING = frozenset(
    "launch establish create found form build start open inaugurate initiate introduce unveil organise organize develop announce "
    "present appoint pioneer devise revive renew approve adopt decide endorse stand roll operationalise operationalize agree assemble "
    "conceive design co-found cofound kickstart activate institute constitute convene extend expand prolong enlarge "
    "widen relaunch set implement test".split()
)
LEADING = frozenset(
    "lead spearhead run coordinate head organise organize operate manage join have bring steer oversee chair "
    "co-lead co-chair colead cochair command broker back fund administer host copy supervise execute undertake conduct carry".split()
)
PROPOSING = frozenset(
    "propose suggest plan want offer consider discuss draw advocate put explore float table moot envisage outline draft "
    "prepare pitch".split()
)
#: Verbs that bring a scheme to an end.
ENDING = frozenset(
    "end close replace suspend terminate wind wound shut dissolve disband scrap discontinue dismantle abolish axe abandon drop shelve "
    "cancel phase".split()
)
#: Nouns by which a scheme is only thought of ("floated the idea of a fund").
IDEAS = frozenset("idea plan proposal notion concept prospect suggestion".split())
#: Verbs that found, lead or propose where a preposition stands between ("signed up to", "contributes to", "gave their blessing to").
LOOSE = frozenset("agree decide sign give participate contribute invest belong join call think push argue lobby".split())
#: Verbs whose subject takes part in the scheme and need not lead it.
TAKING_PART = frozenset("join back fund support finance contribute participate sponsor invest belong use sign copy".split())
#: Verbs by which a scheme itself begins or goes on.
STARTING = frozenset("open start begin launch operate work function run exist continue".split())
#: Those who do something themselves.
CREWS = frozenset("team group brigade legion plan project system".split())
#: Verbs that say of a group whom it has in it.
UNITING = frozenset("unite comprise include bring gather number count consist".split())
#: Prepositions that hang a scheme on such a verb ("agreed on a fund", "signed up to a coalition", "contributes to a fund").
LINKS = frozenset("on to in of for into with".split())
#: What somebody leads under ("under Lithuania's leadership", "under the auspices of").
GUIDANCE = frozenset("leadership auspices command aegis umbrella guidance direction lead chairmanship supervision patronage".split())
#: What the alliance sets up, in a text about it.
COMMANDS = frozenset("command mission headquarters centre center".split())
#: What somebody is in who leads a scheme ("is in charge of the fund", "has the lead in the coalition", "at the head of").
CHARGE = frozenset("charge lead helm head leadership chair command control".split())
#: What founds a scheme by being signed or passed.
PAPERS = INSTRUMENTS | frozenset("document declaration communique".split())
#: Verbs of asking others to take part.
ASKING = frozenset("call urge invite ask appeal encourage".split())
#: Words by which somebody does it with others.
TOGETHER = frozenset("together alongside jointly along with".split())
#: Verbs before what somebody is to do with a scheme ("which Germany has agreed to lead").
READY = frozenset("be have go want plan aim agree promise undertake offer volunteer intend prepare pledge commit decide".split())
#: Modifiers of a coalition that names no leader.
WIDE = frozenset("international western global allied broad strong anti-war multinational".split())


def scheme_verb(noun: Token) -> Token | None:
    """The verb that founds, leads, joins or proposes the scheme."""
    told = [*_told(noun), *(v for member in after(noun, "of") for v in _told(member)), *_beyond(noun)]
    verbs = [v for v in told if v.lemma_ in FOUNDING | LEADING | PROPOSING or is_called_into_being(v)]
    # "a command that will plan the training" is no plan, and nobody leads "a mission that will coordinate", if another verb founds it
    acting = [v for v in verbs if v.lemma_ in PROPOSING | LEADING and any(s.tag_ in ("WDT", "WP") for s in children(v, "nsubj"))]
    over = _verb_over(noun)
    if over is not None and over.lemma_ in LEADING and agents(over):
        return over  # "the operation, now extended, is led by Britain"
    return next((v for v in verbs if v not in acting), None) or over or next(iter(acting), None)


def _beyond(noun: Token) -> list[Token]:
    """ "The fund for farms, which Oslo set up": a clause after a comma that the parser hangs on the last noun of the scheme's phrase."""
    inner = [t for t in noun.subtree if t.dep_ == "pobj" and t.i > noun.i]
    clauses = [
        v
        for t in inner
        for v in children(t, "relcl")
        if any(c.lower_ == "which" and c.nbor(-1).text == "," for c in v.subtree if c.i < v.i)
    ]
    led = [c for v in clauses if v.lemma_ in READY for c in children(v, "xcomp") if c.lemma_ in LEADING and _is_done_to(c)]
    return [v for v in clauses if v.lemma_ in FOUNDING or is_called_into_being(v) or (v.lemma_ in LEADING and _is_done_to(v))] + led


def _is_done_to(verb: Token) -> bool:
    """ "…, which X leads", "which X has agreed to lead": the scheme is the object of the clause on it."""
    return any(t.tag_ == "WDT" for t in children(verb, "dobj"))


def is_called_into_being(verb: Token) -> bool:
    """ "Brought into being", "called into life", "set in motion", "put together": founded, in other words."""
    if verb.lemma_ == "put":
        placed = any(t.lower_ == "place" for t in after(verb, "in"))
        return placed or any(c.lower_ in ("together", "up") and c.dep_ in ("prt", "advmod") for c in verb.children)
    if verb.lemma_ == "join":  # "join forces in an initiative"
        return any(t.lower_ in ("forces", "hands") for t in children(verb, "dobj"))
    goal = [t.lower_ for t in after(verb, "into", "in")]
    return verb.lemma_ in ("bring", "call", "set", "come") and bool({"being", "life", "existence", "motion", "train"} & {*goal})


def _verb_over(noun: Token) -> Token | None:
    """The verb whose object, subject or complement the scheme is."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and (head.lemma_ in FOUNDING | LEADING | PROPOSING | ENDING or is_called_into_being(head)):
        return head
    if noun.dep_ in ("oprd", "dobj") and head.lemma_ == "call" and any(c.lower_ == "what" for c in head.children):
        return head.head if head.head.lemma_ in FOUNDING | LEADING else None  # "are building what they call a coalition"
    if noun.dep_ == "nsubj" and head.lemma_ == "be" and (due := [v for v in children(head, "xcomp") if is_passive(v)]):
        return due[0] if due[0].lemma_ in FOUNDING | LEADING | ENDING else None  # "a fund is to be run by NATO"
    if noun.dep_ == "nsubj" and head.lemma_ == "come" and is_called_into_being(head):
        return head  # "the mission came into being in 2005"
    if noun.dep_ == "nsubj" and head.pos_ == "VERB" and head.lemma_ in STARTING | UNITING and noun.lemma_.lower() not in CREWS:
        return head
    if noun.dep_ == "nsubjpass" and head.lemma_ in LOOSE and any(c.lower_ in LINKS for c in head.children):
        return head  # "the purchase was signed up to by 23 states"
    if (verb := _torn_off(noun)) is not None:
        return verb
    if noun.dep_ in ("conj", "appos") and noun.head.i != noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        return scheme_verb(noun.head)
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in ("headquarters", "seat", "staff"):
        return _verb_over(head.head)  # "the headquarters of a mission will be set up"
    return _over(noun)


def _torn_off(noun: Token) -> Token | None:
    """ "Will launch, together with Oslo, a fund": an object that the parser hangs on whoever is named between."""
    if noun.dep_ != "appos" or noun.head.pos_ != "PROPN":
        return None
    links = (t for t in noun.ancestors if t.lower_ in ("with", "alongside") and t.dep_ == "prep")
    verb = next((t.head for t in links if t.head.lemma_ in FOUNDING | LEADING | PROPOSING), None)
    return verb if verb is not None and not children(verb, "dobj") else None


def _told(noun: Token) -> list[Token]:
    """The verbs of the clauses that hang on a noun or its apposition: "set up by X", "which X is to lead"."""
    found = []
    for holder in (noun, *children(noun, "appos")):
        beside = [c for c in children(holder, "appos") if c.tag_ == "VBN"]  # "the coalition, co-led by Latvia"
        clauses = [v for v in spread(children(holder, "acl", "relcl")) if v.dep_ != "conj" or children(v, "nsubj")]
        for verb in (*_loose(holder), *clauses, *beside):
            if verb.dep_ == "acl" and verb.tag_ in ("VB", "VBG"):  # "a coalition supporting Ukraine" does so itself
                continue
            if verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.lefts):  # so does "a mission to coordinate the aid"
                continue
            if any(t.tag_ in ("WDT", "WP") and t.dep_ == "pobj" and t.head.lower_ != "by" for t in verb.subtree if t.i < verb.i):
                continue  # "a fund from which states draw"
            found += [verb, *(c for c in children(verb, "xcomp") if verb.lemma_ in READY)]
    return found


def _loose(noun: Token) -> list[Token]:
    """ "Chaired by Germany since February, the group meets": participles in front that the parser hangs on the verb."""
    fronted = children(noun.head, "advcl") if noun.dep_ in ("nsubj", "nsubjpass") else []
    return [v for v in fronted if v.i < noun.i and v.tag_ == "VBN" and v.lemma_ in FOUNDING | LEADING and agents(v)]


def thinking_verb(noun: Token) -> Token | None:
    """ "Floated the idea of a fund", "back the plan for a tribunal": the verb of those who think of it."""
    idea = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") else None
    if idea is None or idea.lemma_.lower() not in IDEAS or idea.dep_ not in ("dobj", "nsubjpass"):
        return None
    return (
        idea.head
        if idea.head.lemma_ in PROPOSING | FOUNDING | TAKING_PART | {"raise", "welcome", "endorse", "reject", "present", "pitch"}
        else None
    )


def _over(noun: Token) -> Token | None:
    """ "Agreed on a fund", "gave their blessing to a tribunal", "contributes to the scheme"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in LINKS:
        return None
    if thinking := thinking_verb(noun):
        return thinking
    above = noun.head.head
    verb = above.head if above.dep_ in ("dobj", "prt", "advmod") else above
    worked_on = verb.lemma_ == "work" and noun.head.lower_ == "on"
    if verb.pos_ == "VERB" and (verb.lemma_ in LOOSE or worked_on) and (above is verb or verb.lemma_ in ("give", "sign", "call")):
        return verb
    return None


def lead_of(scene: Scene, sentence: Sentence, noun: Token, *, known: bool = False) -> list[str]:
    """The states or bodies that lead: who founds or runs it, under whom it stands, whose it is, "X-led".

    Of a scheme whose body is `known` those who only take part in it do not lead it.
    """
    verb = scheme_verb(noun)
    people: list[Referent] = []
    guided = _guides(scene, sentence, noun) or everyone(scene, sentence, steerers(noun))
    bodies = [o for o in owners(scene, sentence, noun) if (a := scene.pack.actor.get(o.id)) and a.type in ("bloc", "organisation")]
    founding = verb is not None and (is_called_into_being(verb) or (verb.lemma_ in UNITING and bool(agents(verb))))
    if verb is not None and (founding or verb.lemma_ not in TAKING_PART | UNITING) and not (noun.dep_ == "nsubj" and noun.head is verb):
        theirs = [s for s in subjects(verb) if s.lower_ == "they" and verb.lemma_ in FOUNDING | LEADING]  # "the scheme they launched"
        people = the_two(scene, verb) or [p for s in theirs for p in several_before(scene, sentence)]
        people = people or everyone(
            scene, sentence, [s for s in (actors_of(verb) if is_passive(verb) else subjects(verb)) if s.i != noun.i]
        )
        people = people or [p for s in theirs for p in scene.namer.name_all(sentence, s)]
        firms = [s for s in actors_of(verb) if s.lemma_.lower() in FIRMS]
        people = people or [r for s in firms for r in owners(scene, sentence, s)]  # "a Danish firm opened"
        people = people or [r for t in agents(verb) if t.lower_ in GUIDANCE for r in owners(scene, sentence, t)]  # "by U.S. leadership"
        people = people or everyone(scene, sentence, [t for c in after(verb, "into") for t in after(c, "by")])  # "into being by the EU"
    if not people and noun.dep_ == "dobj" and noun.head is not verb and noun.head.lemma_ in LEADING - TAKING_PART:
        theirs = [s for s in subjects(noun.head) if s.lower_ == "they"]
        people = [p for _ in theirs for p in several_before(scene, sentence)] or everyone(scene, sentence, subjects(noun.head))
        verb = noun.head  # "Oslo and Riga lead the coalition, which Rome has joined"
    if verb is not None and verb.lemma_ in LEADING | FOUNDING and people:
        people = [*people, *_partners(scene, sentence, verb)]
    elif verb is not None and verb.dep_ in ("acl", "appos") and verb.lemma_ in LEADING and not agents(verb):
        people = _beside_teller(scene, sentence, verb)
    led = agents(verb) if verb is not None and is_passive(verb) else []
    if bodies and led and (all(p.person for p in people) or all(t.lemma_.lower() in PERSON_NOUNS for t in led)):
        people = bodies  # "NATO's own command, led by General X"
    people = (
        guided
        or people
        or (of_publisher(scene, verb) if verb is not None and not is_passive(verb) else [])
        or _through_paper(scene, sentence, verb)
        or _owners(scene, sentence, noun)
        or everyone(scene, sentence, [*after(noun, "by", "of", "at"), *torn_row(sentence, noun)])
        or everyone(scene, sentence, after(noun, "between"))
        or _seat(scene, sentence, verb)
        or _asking(scene, sentence, verb)
    )
    own = {n.id for n in sentence.at[noun.i].names} if noun.i in sentence.at else set()
    people = [p for p in people if p.id not in own] or people  # "the coalition of the willing, which France set up" leads not itself
    states = [s for s in scene.states(people) if s in scene.pack.actor]
    if set(states) <= {"partners"} and verb is not None and verb.lemma_ in TAKING_PART | UNITING:
        states = [s for s in scene.states(_owners(scene, sentence, noun)) if s in scene.pack.actor] or states
    return states or ([] if known else backers(scene, sentence, noun, verb)) or _fallback(scene, sentence, noun, verb)


def _beside_teller(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "The coalition, co-led with Latvia, will deliver, Britain said": whoever says so leads it beside the one that is named."""
    partners = everyone(scene, sentence, after(verb, "with", "alongside"))
    said = attribution(scene, sentence, verb) if partners else None
    own = [i for i in said[0] if i in scene.pack.actor or scene.namer.state_of(i)] if said else [scene.discourse.home]
    return [*(Referent(i) for i in own if i), *partners] if partners else []


def _seat(scene: Scene, sentence: Sentence, verb: Token | None) -> list[Referent]:
    """ "Has been set up at the World Bank": the body with which a scheme is founded."""
    named = everyone(scene, sentence, after(verb, "at", "within")) if verb is not None and is_passive(verb) else []
    return [who for who in named if (actor := scene.pack.actor.get(who.id)) and actor.type in ("organisation", "bloc", "body")]


def _asking(scene: Scene, sentence: Sentence, verb: Token | None) -> list[Referent]:
    """ "Berlin has called on its partners to join a new initiative": whoever asks others to take part."""
    above = verb.head if verb is not None and verb.lemma_ in TAKING_PART and verb.dep_ in ("xcomp", "ccomp", "advcl") else None
    return everyone(scene, sentence, subjects(above)) if above is not None and above.lemma_ in ASKING else []


def _partners(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "Together with Norway, Britain leads the coalition", "co-leads it with Latvia": who leads beside the subject."""
    joined = [*companions(verb), *agreed_with(verb)]
    joined += [
        i
        for t in verb.subtree
        if t.lower_ in TOGETHER and t.head in (verb, *children(verb, "dobj"))
        for i in (*after(t, "with"), *children(t, "pobj"))
    ]
    return [p for p in everyone(scene, sentence, joined) if not p.vague and (p.person or p.id in scene.pack.actor) and p.id not in HOSTILE]


def _through_paper(scene: Scene, sentence: Sentence, verb: Token | None) -> list[Referent]:
    """ "The two concluded an agreement setting up a fund", "the accord establishes": whose paper it is that founds the scheme."""
    paper = next((s for s in subjects(verb) if s.lemma_.lower() in PAPERS), None) if verb is not None and not is_passive(verb) else None
    if paper is None:
        return []
    sides = [*owners(scene, sentence, paper), *everyone(scene, sentence, after(paper, "between", "with", "of", "by"))]
    above = subjects(paper.head) if paper.dep_ in ("dobj", "pobj") and paper.head.pos_ == "VERB" else []
    told = scene.told[-1].parties.get("party", []) if scene.told else []
    return everyone(scene, sentence, above) or sides or [Referent(i, inferred=True) for i in told]


def steerers(noun: Token) -> list[Token]:
    """Who is said to have the lead: "is in charge of the fund", "took the lead in a coalition", "the group in which Delft has the lead"."""
    if noun.dep_ in ("nsubj", "nsubjpass"):  # "the coalition, launched a year ago and spearheaded by Delft, is made up of"
        joined = [v for v in children(noun.head, "conj") if v.tag_ == "VBN" and v.lemma_ in LEADING - TAKING_PART]
        if led := [t for v in joined for t in agents(v)]:
            return led
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "in", "on") else None
    leading = over is not None and over.lemma_.lower() in CHARGE
    if over is not None and leading and (over.head.lower_ in ("in", "at") or over.head.lemma_ in ("take", "have", "assume", "hold")):
        verb = next((a for a in over.ancestors if a.pos_ in ("VERB", "AUX")), None)
        return subjects(verb) if verb is not None else []
    if over is not None and over.dep_ == "attr" and any(c.lower_ in ("leading", "lead") for c in over.lefts):
        return subjects(over.head)  # "Spain and Italy are the leading countries in the coalition"
    told = [v for v in children(noun, "relcl") if any(t.lemma_.lower() in CHARGE for t in v.subtree if t.dep_ in ("dobj", "pobj"))]
    return [s for v in told if v.lemma_ in ("have", "take", "be") for s in subjects(v) if s.tag_ not in ("WDT", "WP") and s.i != noun.i]


def _owners(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """Whose the scheme is; "its" means the subject of the clause before anybody nearer."""
    if any(c.dep_ == "poss" and c.lower_ in ("its", "their", "our") for c in noun.children):
        verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
        own = [p for p in everyone(scene, sentence, subjects(verb)) if not p.vague] if verb is not None else []
        if own:
            return own
    return owners(scene, sentence, noun)


def _guides(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "Under Lithuania's leadership", "under the auspices of the Council of Europe", "with Latvia in the lead"."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj") else None
    for token in (noun, *([verb] if verb is not None else []), *children(noun, "relcl")):
        for guidance in after(token, "under"):
            if guidance.lemma_.lower() in GUIDANCE or guidance.lower_ in GUIDANCE:
                return owners(scene, sentence, guidance) or everyone(scene, sentence, after(guidance, "of"))
    return []


def _is_ours_to_come(noun: Token) -> bool:
    """ "A new fund will pay for it", where somebody speaks for a state: one of its own."""
    future = any(c.tag_ == "MD" and c.lower_ == "will" for c in noun.head.children)
    return noun.dep_ == "nsubj" and future and "new" in modifiers(noun) and any(c.lower_ in ("a", "our") for c in noun.lefts)


def _fallback(scene: Scene, sentence: Sentence, noun: Token, verb: Token | None) -> list[str]:
    """Who leads where no words say so: the state whose office writes, the body that tells of it, all partners."""
    if noun.lemma_.lower() == "coalition" and modifiers(noun) & WIDE:
        return ["partners"]  # "an international coalition has been formed"
    if verb is not None and (is_passive(verb) or noun.dep_ == "nsubj") and scene.discourse.home:
        return [scene.discourse.home]  # "a centre was established", an office says of its own state
    if verb is None and _is_ours_to_come(noun) and (own := scene.namer.state_of(scene.discourse.author or scene.discourse.home or "")):
        return [own] if own in scene.pack.actor else []
    founded = verb is not None and verb.lemma_ in FOUNDING
    joined = verb is not None and verb.lemma_ in TAKING_PART
    if noun.lemma_.lower() in ("coalition", "alliance", "force", "contingent") and (modifiers(noun) & WIDE or founded or joined):
        return ["partners"]
    if not founded:
        new = noun.lemma_.lower() in COMMANDS and bool(modifiers(noun) & {"new"})  # "a new command will coordinate aid, NATO said"
        return [] if not new else ["NATO"] if scene.discourse.allied else _bodies_telling(scene, sentence, noun)
    told = subjects(verb) if verb is not None and not is_passive(verb) else []
    if scene.discourse.allied and any(t.lemma_.lower() in ("leader", "minister", "member") and t.tag_ == "NNS" for t in told):
        return ["NATO"]
    if scene.discourse.author and told and all(t.pos_ == "PRON" or t.lemma_.lower() == "government" for t in told):
        return [s for s in [scene.namer.state_of(scene.discourse.author)] if s in scene.pack.actor]  # "I told the government to launch"
    said = attribution(scene, sentence, noun)
    if said and any(t.lower_ == "we" for t in told):  # "we are launching a programme, the minister said"
        return [s for s in dict.fromkeys(scene.namer.state_of(i) or i for i in said[0]) if s in scene.pack.actor]
    return _bodies_telling(scene, sentence, noun)


def _bodies_telling(scene: Scene, sentence: Sentence, noun: Token) -> list[str]:
    """The bloc or organisation that tells of a scheme, or for which its teller speaks."""
    said = attribution(scene, sentence, noun)
    bodies = [s for i in said[0] if (s := scene.namer.state_of(i) or i)] if said else []
    return [s for s in bodies if s in scene.pack.actor and scene.pack.actor[s].type in ("bloc", "organisation")][:1]
