"""Names that the parser runs together, or takes for the wrong part of a clause, put right in place: who acts, who is met, what is whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES, WEEKDAY_NAMES
from promissory.extraction.grammar.tree import FINITE
from promissory.extraction.lexicon.callings import ORGANS, PERSON_NOUNS
from promissory.extraction.parsing.trailing import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Second halves of Korean given names, which stand in small letters behind a hyphen ("Choi Sang-mok").
SYLLABLES = frozenset(
    "ah bae beom bin bok cheol chul eun geun gi gu guk gun gyu ha han hee ho hoon hun hwa hwan hye hyuk hyun hyung il in ja jae jeong jin "
    "jong joo joon ju jun jung keun ki kwan kweun kyo kyu mi min mo mok moon myung nam ok pil rae ran rok ryong sang seob seok seon seong "
    "seop shik sik sil soo sook su sub suk sun sung tae taek uk un wan wol won woo wook yeol yeon yeong yol yong yoon young yul yun".split()
)
#: Relations of a noun that its owner can have taken for itself.
BORROWED = frozenset(("pobj", "dobj", "conj", "appos", "attr"))
#: What a name can stand behind without being a part of it.
DAYS = frozenset(name.capitalize() for name in WEEKDAY_NAMES | MONTH_NAMES)
#: What one does to somebody who is named right behind it.
GREETING = frozenset(
    "welcomes welcomed greets greeted meets met receives received hosts hosted visits visited thanks thanked joins joined hugs "
    "embraces".split()
)


def join_syllables(syllable: Token) -> None:
    """ "Minister Choi Sang-mok told": the last half of a given name, which the parser takes for a common noun."""
    if syllable.i < 3 or syllable.tag_ not in ("NN", "JJ", "VB", "VBP", "RB", "FW"):
        return
    hyphen, given, family = syllable.nbor(-1), syllable.nbor(-2), syllable.nbor(-3)
    joined = hyphen.text == "-" and not hyphen.whitespace_ and not given.whitespace_
    if joined and given.text.istitle() and family.text.istitle() and family.tag_ == given.tag_ == "NNP" and not family.is_punct:
        syllable.tag_, syllable.pos_ = "NNP", "PROPN"


def part_from_day(prep: Token) -> None:
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


def take_for_object(name: Token) -> None:
    """ "Putin, a lawyer by training, welcomes Witkoff": a second subject right behind the verb is its object."""
    verb = name.head
    for side in [c for c in verb.lefts if c.dep_ == "ccomp" and c.lower_ in ("left", "right")]:  # "Putin, left, welcomes Witkoff"
        for first in [c for c in side.lefts if c.dep_ == "nsubj"]:
            first.head, side.dep_ = verb, "advmod"
    acting = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if verb.lower_ in GREETING and acting and name.left_edge.i == verb.i + 1:
        name.dep_ = "dobj"


def let_act(name: Token) -> None:
    """ "Later Baerbock remarked": a name before a verb that nobody else does is who acts."""
    verb = name.head
    between = verb.doc[name.i + 1 : verb.i]
    if verb.tag_ not in FINITE or verb.i < name.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    if all(t.head.i == verb.i and t.dep_ == "advmod" for t in between):
        name.dep_ = "nsubj"


def draw_apart(mark: Token) -> None:
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


def give_owner(mark: Token) -> None:
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


def list_up(name: Token) -> None:
    """ "Norway, Sweden, and the Netherlands": the second of three names in a row, which the parser takes for another name of the first."""
    first = name.head
    if first.tag_ != "NNP" or first.i + 2 != name.i or any(not c.is_punct for c in name.children) or first.left_edge.i < first.i:
        return
    last = next((c for c in first.children if c.dep_ == "conj" and c.i > name.i), None)
    joint = name.doc[name.i + 1 : last.left_edge.i] if last is not None else ()
    if last is not None and last.tag_ in ("NNP", "NNPS") and [t.lower_ for t in joint] == [",", "and"]:
        name.dep_ = "conj"


def part(joint: Token) -> None:
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


def bear_both(joint: Token) -> None:
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
