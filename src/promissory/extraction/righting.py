"""Phrases that the parser takes apart, hung together again in place: "made available 5 billion", "has to date given"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.callings import ORGANS, PERSON_NOUNS
from promissory.extraction.chronology import WEEKDAY_NAMES
from promissory.extraction.papers import INSTRUMENTS
from promissory.extraction.trailing import SUBJECTS
from promissory.extraction.tree import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MAKING = frozenset("make makes made making".split())
#: What one signs with others, and the verbs of doing so.
SIGNED = INSTRUMENTS | frozenset(
    "agreements memorandums memoranda letter letters declaration contracts deals statement protocol document documents convention "
    "plan".split()
)
SIGNING = frozenset("sign signs signed signing conclude concludes concluded initial initialled initialed ink inked agreed".split())
#: Second halves of Korean given names, which stand in small letters behind a hyphen ("Choi Sang-mok").
SYLLABLES = frozenset(
    "ah bae beom bin bok cheol chul eun geun gi gu guk gun gyu ha han hee ho hoon hun hwa hwan hye hyuk hyun hyung il in ja jae jeong jin "
    "jong joo joon ju jun jung keun ki kwan kweun kyo kyu mi min mo mok moon myung nam ok pil rae ran rok ryong sang seob seok seon seong "
    "seop shik sik sil soo sook su sub suk sun sung tae taek uk un wan wol won woo wook yeol yeon yeong yol yong yoon young yul yun".split()
)
#: Verbs of thinking of a deed, which take a gerund.
WEIGHING = frozenset(
    f"{stem}{end}"
    for stems, ends in (
        ("consider mull contemplat debat discuss suggest propos avoid postpon weigh oppos", ("", "e", "s", "es", "ed", "d", "ing")),
        ("den", ("y", "ies", "ied", "ying")),
    )
    for stem in stems.split()
    for end in ends
)
#: What becomes of a thing that somebody lets go.
LAPSING = frozenset("lapse expire collapse".split())
LETTING = frozenset(("let", "lets", "letting"))
#: Relations of a noun that its owner can have taken for itself.
BORROWED = frozenset(("pobj", "dobj", "conj", "appos", "attr"))
#: What a name can stand behind without being a part of it.
DAYS = frozenset(day.capitalize() for day in WEEKDAY_NAMES) | frozenset(
    "January February March April May June July August September October November December".split()
)
#: What one can be under or in, and what it has one do: "under pressure at home to send", "in talks with Norway to buy".
BINDING = frozenset("pressure obligation orders instructions talks negotiations discussions".split())
BEARING = frozenset("is are was were be been being came come comes remain remains remained put".split())
#: What is said of a deed that is only thought of, and may be somebody's: "the importance of Germany sending tanks".
THOUGHTS = frozenset(
    "importance necessity urgency need prospect prospects possibility idea likelihood chance chances risk danger wisdom question issue "
    "notion talk thought case benefit benefits advantage advantages consequences legality feasibility dangers risks option hope hopes "
    "fear fears".split()
)
CALLING = frozenset("call calls called calling".split())
#: What one does to somebody who is named right behind it.
GREETING = frozenset(
    "welcomes welcomed greets greeted meets met receives received hosts hosted visits visited thanks thanked joins joined hugs "
    "embraces".split()
)
HAVING = frozenset(("has", "have", "had", "having"))


def put_right(sentence: Doc) -> None:
    """Mends the phrases of a parsed sentence."""
    for word in sentence:
        lower, tag, dep = word.lower_, word.tag_, word.dep_
        if lower == "available":
            _free(word)
        elif lower == "date":
            _set_apart(word)
        elif dep == "csubj" and tag == "NNS" and any(c.lower_ == "what" for c in word.children):
            word.tag_ = "VBZ"  # "what the army lacks is shells"
        elif tag == "VBG" and dep == "amod":
            _take_for_deed(word)
        elif lower == "upwards":
            _take_for_measure(word)
        elif lower in SIGNED:
            _bring_forward(word)
        elif tag == "NNP" and dep == "appos":
            _list(word)
        elif tag == "NNP" and dep == "advmod":
            _let_act(word)
        elif tag == "POS":
            _draw_apart(word)
            _give_owner(word)
        elif lower in LAPSING:
            _let_go(word)
        elif lower == "on" and dep == "prt" and word.head.lower_ in CALLING:
            _call_on(word)
        elif lower in ("on", "in") and tag == "IN":
            _part_from_day(word)
        elif lower == "with" and dep == "mark":
            _take_along(word)
        elif lower == "and":
            _part(word)
            _bear(word)
        elif lower in SYLLABLES:
            _name(word)
        elif lower == "been":
            _make_passive(word)
        elif lower == "to" and dep == "quantmod":
            _part_steps(word)
        elif lower in BINDING and dep == "pobj":
            _bind(word)
        elif lower == "called" and dep == "acl":
            _call(word)
        elif tag == "VBG" and dep == "acl":
            _let_do(word)
        elif dep == "nsubj" and word.head.i < word.i:
            _take_for_object(word)


def _free(word: Token) -> None:
    """ "Made available EUR 100 billion, of which 33 billion are military": what is made so is the object, and the rest tells of it."""
    made = word.nbor(-1) if word.i else word
    thing = word.head
    if word.dep_ != "amod" or made.lower_ not in MAKING or thing.i <= word.i or word.is_ancestor(made):
        return
    clause = thing.head
    word.head, word.dep_ = made, "acomp"
    if thing.dep_ == "nsubj" and clause.head.i == made.i and any(c.dep_ == "nsubj" and c.i > thing.i for c in clause.children):
        thing.head, thing.dep_ = made, "dobj"
        clause.head, clause.dep_ = thing, "relcl"


def _make_passive(been: Token) -> None:
    """ "The aid has been frozen": what was done to it, where the parser takes the participle for what it is like."""
    done = next((c for c in been.rights if c.dep_ == "acomp" and c.tag_ == "VBN"), None)
    if done is None or not any(c.dep_ == "aux" for c in been.lefts) or any(c.dep_ in ("advmod", "neg") for c in done.lefts):
        return
    done.head, done.dep_ = (done, "ROOT") if been.head.i == been.i else (been.head, been.dep_)
    for child in [c for c in been.children if c.i != done.i]:
        child.head = done
        if child.dep_ == "nsubj":
            child.dep_ = "nsubjpass"
    been.head, been.dep_ = done, "auxpass"


def _take_for_deed(word: Token) -> None:
    """ "Is mulling dismissing Minister X": a deed that somebody thinks of, where the parser takes it for what the minister is like."""
    verb = word.nbor(-1) if word.i else word
    thing = word.head
    while thing.dep_ in ("compound", "nmod") and thing.head.i > thing.i:
        thing = thing.head
    if verb.lower_ not in WEIGHING or thing.head.i != verb.i or thing.dep_ != "dobj" or thing.tag_ not in ("NNP", "NNPS"):
        return
    for child in [c for c in thing.lefts if c.i < word.i]:
        child.head = verb
    word.head, word.dep_ = verb, "xcomp"
    thing.head = word


def _take_for_measure(upwards: Token) -> None:
    """ "Launched upwards of 200 missiles": the missiles are the object, "upwards of" is a part of their number."""
    of = upwards.nbor(1) if upwards.i + 1 < len(upwards.doc) else upwards
    counted = next((c for c in of.children if c.dep_ == "pobj" and any(n.dep_ == "nummod" for n in c.children)), None)
    verb = upwards.head
    if of.lower_ != "of" or of.head.i != upwards.i or counted is None or upwards.dep_ != "advmod" or not verb.tag_.startswith("VB"):
        return
    if any(c.dep_ == "dobj" for c in verb.children):
        return
    counted.head, counted.dep_ = verb, "dobj"
    upwards.head = of.head = counted
    upwards.dep_ = of.dep_ = "quantmod"


def _set_apart(date: Token) -> None:
    """ "The Union has to date made available": no "has to", where a participle follows."""
    if date.i < 2 or date.i + 1 >= len(date.doc):
        return
    to, having, done = date.nbor(-1), date.nbor(-2), date.nbor(1)
    if to.lower_ != "to" or having.lower_ not in HAVING or done.tag_ not in ("VBN", "VBD") or done.head.i != having.i:
        return
    if date.is_ancestor(having) or to.is_ancestor(having):
        return
    if having.head.i == having.i:
        done.head, done.dep_ = done, "ROOT"
    else:
        done.head, done.dep_ = having.head, having.dep_
    for child in [c for c in having.children if c.i not in (done.i, to.i, date.i)]:
        child.head = done
    having.head, having.dep_ = done, "aux"
    to.head, to.dep_, to.tag_ = done, "prep", "IN"
    date.head, date.dep_ = to, "pobj"
    done.tag_ = "VBN"


def _part_steps(to: Token) -> None:
    """ "Raised it from €10 million to €12 million": a step from one sum to another, where the parser reads one sum between the two."""
    end, verb = to.head, to.head.head.head
    low = [c for c in end.lefts if c.i < to.i]
    if end.head.lower_ != "from" or not low or low[-1].i != to.i - 1 or low[-1].tag_ != "CD" or not verb.tag_.startswith("VB"):
        return
    low[-1].head, low[-1].dep_ = end.head, "pobj"
    for word in low[:-1]:
        word.head = low[-1]
    to.head, to.dep_ = verb, "prep"
    end.head, end.dep_ = to, "pobj"


def _name(syllable: Token) -> None:
    """ "Minister Choi Sang-mok told": the last half of a given name, which the parser takes for a common noun."""
    if syllable.i < 3 or syllable.tag_ not in ("NN", "JJ", "VB", "VBP", "RB", "FW"):
        return
    hyphen, given, family = syllable.nbor(-1), syllable.nbor(-2), syllable.nbor(-3)
    joined = hyphen.text == "-" and not hyphen.whitespace_ and not given.whitespace_
    if joined and given.text.istitle() and family.text.istitle() and family.tag_ == given.tag_ == "NNP" and not family.is_punct:
        syllable.tag_, syllable.pos_ = "NNP", "PROPN"


def _part_from_day(prep: Token) -> None:
    """ "On Friday Pistorius promised", which the parser reads as one name: who acts, where nobody else does."""
    day = prep.nbor(1) if prep.i + 1 < len(prep.doc) else prep
    name = day.head
    verb = prep.head if name.head.i == prep.i else name.head
    finite = verb.tag_ in FINITE or any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)
    if day.text not in DAYS or day.dep_ not in ("compound", "nmod") or not finite or verb.i < name.i:
        return
    acting = [c.i for c in verb.children if c.dep_ in SUBJECTS]
    if acting in ([], [name.i]) and not any(c.i != name.i for c in prep.children):
        prep.head, prep.dep_ = verb, "prep"
        day.head, day.dep_ = prep, "pobj"
        name.head, name.dep_ = verb, name.dep_ if acting else "nsubj"


def _bind(noun: Token) -> None:
    """ "Is under growing pressure at home to send": no "is to send"; the pressure has one send."""
    verb = noun.head.head
    if verb.lower_ not in BEARING or noun.i < verb.i:
        return
    for deed in [c for c in verb.rights if c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB" and c.left_edge.lower_ == "to"]:
        if deed.left_edge.i > noun.i:
            deed.head, deed.dep_ = noun, "acl"


def _let_do(deed: Token) -> None:
    """ "The importance of Germany sending tanks": what Germany does is what is important, not that it is of Germany."""
    thought = deed.head
    of = next((c for c in thought.rights if c.lower_ == "of" and c.i < deed.i), None)
    doer = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    if thought.lower_ in THOUGHTS and of is not None and doer is not None and doer.right_edge.i + 1 == deed.i:
        doer.head, doer.dep_ = deed, "nsubj"
        deed.head, deed.dep_ = of, "pcomp"


def _take_for_object(name: Token) -> None:
    """ "Putin, a lawyer by training, welcomes Witkoff": a second subject right behind the verb is its object."""
    verb = name.head
    for side in [c for c in verb.lefts if c.dep_ == "ccomp" and c.lower_ in ("left", "right")]:  # "Putin, left, welcomes Witkoff"
        for first in [c for c in side.lefts if c.dep_ == "nsubj"]:
            first.head, side.dep_ = verb, "advmod"
    acting = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if verb.lower_ in GREETING and acting and name.left_edge.i == verb.i + 1:
        name.dep_ = "dobj"


def _let_act(name: Token) -> None:
    """ "Later Baerbock remarked": a name before a verb that nobody else does is who acts."""
    verb = name.head
    between = verb.doc[name.i + 1 : verb.i]
    if verb.tag_ not in FINITE or verb.i < name.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    if all(t.head.i == verb.i and t.dep_ == "advmod" for t in between):
        name.dep_ = "nsubj"


def _let_go(verb: Token) -> None:
    """ "Let the grain deal lapse": the thing that lapses, where the parser reads "a deal lapse" as one noun."""
    thing = verb.nbor(-1) if verb.i else verb
    if verb.head.lower_ not in LETTING or verb.dep_ not in ("dobj", "ccomp") or thing.head.i != verb.i or thing.dep_ != "compound":
        return
    for word in [c for c in verb.lefts if c.i < thing.i]:
        word.head = thing
    verb.tag_, verb.pos_, verb.lemma_, verb.dep_ = "VB", "VERB", verb.lower_, "ccomp"
    thing.dep_ = "nsubj"


def _draw_apart(mark: Token) -> None:
    """ "The Investment Bank and Ukraine's ministry signed": two who act, where the parser takes both names for those the ministry is of."""
    owner = mark.head
    first, noun = owner.head, owner.head.head
    glued = owner.dep_ == "conj" and first.dep_ in ("nmod", "compound", "poss") and first.tag_ == "NNP"
    if not glued or noun.i < owner.i or noun.lower_ not in ORGANS | PERSON_NOUNS or any(c.dep_ == "case" for c in first.children):
        return
    if owner.left_edge.nbor(-1).lower_ != "and" or owner.is_ancestor(first):
        return
    above, role = noun.head, noun.dep_
    first.head, first.dep_ = (first, "ROOT") if above.i == noun.i else (above, role)
    for child in [c for c in noun.children if c.i < first.i]:
        child.head = first
    noun.head, noun.dep_ = first, "conj"
    owner.head, owner.dep_ = noun, "poss"


def _give_owner(mark: Token) -> None:
    """ "Occupy much of Ukraine's south": the thing takes the owner's place, where the parser lets both stand side by side."""
    owner = mark.nbor(-1) if mark.i else mark
    thing = _owned(mark) if owner.tag_.startswith("NN") and owner.dep_ not in ("poss", "compound") else None
    if thing is None:
        return
    if thing.is_ancestor(owner.head):  # "thanked the premier for Ireland's lead", where the premier hangs on the lead
        first = next(c for c in thing.children if c.i == owner.head.i or c.is_ancestor(owner.head))
        if first.i > owner.i or thing.head.i == thing.i:
            return
        first.head, first.dep_ = thing.head, thing.dep_
    elif not thing.head.is_ancestor(owner):
        return
    if thing.dep_ not in SUBJECTS and owner.dep_ in BORROWED and owner.head.i != owner.i:
        thing.head, thing.dep_ = owner.head, owner.dep_
    elif thing.head.i == owner.i:
        return
    owner.head, owner.dep_ = thing, "poss"
    mark.head, mark.dep_ = owner, "case"


def _owned(mark: Token) -> Token | None:
    """The noun that the words behind an apostrophe lead to, or None where another word comes first."""
    for word in mark.doc[mark.i + 1 :]:
        if word.tag_.startswith("NN"):
            if word.dep_ not in ("compound", "nmod") or word.head.i < word.i:
                return word
        elif not word.tag_.startswith(("JJ", "RB", "VBN", "VBG", "CD", "HYPH")):
            return None
    return None


def _list(name: Token) -> None:
    """ "Norway, Sweden, and the Netherlands": the second of three names in a row, which the parser takes for another name of the first."""
    first = name.head
    if first.tag_ != "NNP" or first.i + 2 != name.i or any(not c.is_punct for c in name.children) or first.left_edge.i < first.i:
        return
    last = next((c for c in first.children if c.dep_ == "conj" and c.i > name.i), None)
    joint = name.doc[name.i + 1 : last.left_edge.i] if last is not None else ()
    if last is not None and last.tag_ in ("NNP", "NNPS") and [t.lower_ for t in joint] == [",", "and"]:
        name.dep_ = "conj"


def _part(joint: Token) -> None:
    """ "President Zelensky and Defence Minister Umerov said": two who act, where the first is taken for a part of the second's name."""
    first = joint.head
    title = next((c for c in first.children if c.dep_ == "conj" and c.i > joint.i), None)
    second = first.head
    if first.tag_ != "NNP" or first.dep_ not in ("nmod", "compound") or title is None or title.lower_ not in PERSON_NOUNS:
        return
    titled = any(c.lower_ in PERSON_NOUNS for c in first.children if c.i < first.i)
    if second.tag_ != "NNP" or second.left_edge.i > first.left_edge.i or not title.i < second.i or not titled:
        return
    if any(t.tag_ not in ("NNP", "NNPS") for t in second.doc[title.i : second.i]):
        return
    above, role = second.head, second.dep_
    first.head, first.dep_ = (first, "ROOT") if above.i == second.i else (above, role)
    for child in [c for c in second.children if c.i < first.i or c.i > second.i]:
        child.head = first if child.i < first.i else second
    second.head, second.dep_ = first, "conj"
    title.head, title.dep_ = second, "compound"


def _call(called: Token) -> None:
    """ "The NATO chief called on allies to act": what the chief does, where the parser reads "a chief who is called on"."""
    noun = called.head
    behind = called.nbor(1).lower_ if called.i + 1 < len(called.doc) else ""
    deed = noun.head
    bare = deed.i != noun.i and noun.dep_ == "nsubj" and deed.tag_ == "VB" and deed.i > called.i
    if behind not in ("on", "upon") or noun.i > called.i or not (bare or noun.head.i == noun.i):
        return
    top = deed if bare else noun
    called.head, called.dep_ = (called, "ROOT") if top.head.i == top.i else (top.head, top.dep_)
    called.tag_ = "VBD"
    for child in [c for c in noun.children if c.i > called.i]:
        child.head = called
    noun.head, noun.dep_ = called, "nsubj"
    if bare:
        deed.head, deed.dep_ = called, "xcomp"


def _call_on(prep: Token) -> None:
    """ "Is to call on Macron in Paris": whom one calls on, where the parser takes him for the object of the verb."""
    thing = next((c for c in prep.head.rights if c.dep_ == "dobj" and c.left_edge.i == prep.i + 1), None)
    if thing is not None:
        prep.dep_, prep.tag_ = "prep", "IN"
        thing.head, thing.dep_ = prep, "pobj"


def _take_along(prep: Token) -> None:
    """ "Met with Yermak, with Kuleba to review the plan": whom one met, where the parser reads "with Kuleba reviewing"."""
    verb = prep.head
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.left_edge.i == prep.i + 1), None)
    if doer is None or verb.tag_ != "VB" or verb.head.i >= prep.i or not any(c.tag_ == "TO" for c in verb.lefts):
        return
    prep.head, prep.dep_ = verb.head, "prep"
    doer.head, doer.dep_ = prep, "pobj"


def _bear(joint: Token) -> None:
    """ "With Deputy Premier and Defence Minister Richard Marles": two posts of one person, whose name takes the place of the first."""
    post = joint.nbor(-1) if joint.i else joint
    titles = [t for t in joint.doc[joint.i + 1 : joint.i + 6] if t.lower_ in PERSON_NOUNS]
    if post.lower_ not in PERSON_NOUNS or post.tag_ != "NNP" or len(titles) != 1 or any(c.dep_ == "det" for c in post.lefts):
        return
    second, name = titles[0], titles[0]
    while name.i + 1 < len(name.doc) and name.nbor().tag_ == "NNP":
        name = name.nbor()
    words = list(name.doc[post.i : name.i + 1])
    if name.i == second.i or any(t.tag_ != "NNP" for t in words if t.i != joint.i):
        return
    top = next(t for t in (*post.lefts, *words) if not post.left_edge.i <= t.head.i <= name.i or t.head.i == t.i)
    above, role = top.head, top.dep_
    if any(t.i != top.i and t.is_ancestor(above) for t in words) or name.is_ancestor(above):
        return
    name.head, name.dep_ = (name, "ROOT") if above.i == top.i else (above, role)
    for one in (post, second):
        for child in [c for c in one.rights if c.i > name.i]:
            child.head = name
        one.head, one.dep_ = name, "compound"
    joint.head, joint.dep_ = post, "cc"


def _bring_forward(paper: Token) -> None:
    """ "Signed with my colleague, X, a treaty": what is signed, which the parser hangs on those it is signed with."""
    if paper.dep_ not in ("appos", "dobj", "conj") or not any(c.lower_ in ("a", "an", "the", "two", "three") for c in paper.lefts):
        return
    verb = paper.head
    while verb.lower_ not in SIGNING and verb.head.i != verb.i:
        verb = verb.head
    first = paper.left_edge.i
    between = paper.doc[verb.i + 1 : first]
    if verb.i + 1 >= first or verb.lower_ not in SIGNING or between[0].lower_ != "with" or paper.head.i == verb.i:
        return
    if any(t.tag_ in FINITE for t in between):
        return
    partners = [c for c in between[0].children if c.dep_ == "pobj"][:1]
    for other, partner in [(c, p) for p in partners for c in verb.children if c.dep_ == "dobj" and not c.is_ancestor(p)]:
        other.head, other.dep_ = partner, "appos"
    for word in between:
        if word.tag_ == "VB" and word.text.istitle():
            word.tag_ = "NNP"  # "with Norway and Denmark an agreement"
        for partner in [p for p in partners if word.dep_ == "conj" and word.head.i == verb.i and not word.is_ancestor(p)]:
            word.head = partner
    paper.head, paper.dep_ = verb, "dobj"
