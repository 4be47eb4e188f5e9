"""Clues from posts: who is named with a post is in post when the text appears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from promissory.packs import Pack, Post
from promissory.reading.clues import Clue, Sentence, first_day, folded, last_day

#: A sentence about an earlier time: the people in it need not be in post any more.
EARLIER = re.compile(
    r"\b(?:in (?:\w+ )?(?:19|20)\d\d|last year|(?:years?|months?) (?:ago|earlier|before)|at (?:the|that) time|back (?:in|then)|then[- ]"
    r"|since \d{4})\b",
    re.I,
)
#: Words before a title that deny it; only names and adjectives in capitals may stand between.
NOT_IN_POST = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate|[Pp]revious|one-?time|[Oo]usted|[Dd]ismissed|[Ss]acked|[Ii]ncoming|future|next|designate|[Aa]cting"
    r"|[Dd]eputy|[Vv]ice|candidate for|predecessor|successor|would-be)[\s-]+(?:[A-Z][\w.’'-]*\s+){0,3}$"
)
FOR_YEARS = re.compile(r"\bfor (?:[\w-]+ )?years\b", re.I)
#: Titles of those who are not in the post they name.
NO_POST = re.compile(r"\b(?:elect|designate|former|nominee|candidate|incoming|acting|ex)\b", re.I)
NEW = re.compile(r"\b(?:new|newly[- ](?:appointed|elected|installed|inaugurated|minted))\s+(?:[\w’'-]+\s+){0,3}$", re.I)
#: What may stand between a title and the name it belongs to: "of the Czech Republic", a bracket, a rank.
BETWEEN = re.compile(r"\s*[)”\"’',]*\s*(?:of (?:the )?(?:[A-Z][\w’'-]*\s?){1,4})?,?\s*(?:\(?[A-Z]\w*\.\s)?")
BEFORE = r"(?<![\w-])(?P<title>{titles})(?![\w])"
AFTER = (
    r"\s*(?:,|\(|–|—)\s*(?:who (?:is|was) )?(?:the |an? )?(?P<words>(?:[\w’'./-]+\s+){{0,4}}?)"
    r"(?P<title>{titles})\b(?!-elect|\s+(?-i:[A-Z]))"
)
WORD = re.compile(r"\w+")
#: How far before a name its title may begin, in characters.
REACH = 90
#: How long somebody stays new in a post, and how long two people may overlap in one that has a single holder, in days.
NEW_DAYS, HANDOVER_DAYS = 90, 60


@dataclass(frozen=True, slots=True)
class Naming:
    """How a pack's people and posts are written."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    people: dict[str, str]
    #: last word of a name → the names that end in it
    ending: dict[str, list[str]]
    roles: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Titled:
    """The roles that the words around a name give its bearer."""

    roles: frozenset[str]
    words: str
    new: bool


def post_clues(found: list[Sentence], pack: Pack) -> Iterator[Clue]:
    """A person named with a post is in post, unless the sentence is about an earlier time."""
    naming = _naming(pack)
    whole = "\n".join(sentence.plain for sentence in found)
    # to look up each word, and then for a name as it stands, is many times cheaper than to match all names at every place
    named = [name for word in dict.fromkeys(WORD.findall(whole)) for name in naming.ending.get(word, ()) if name in whole]
    pattern = re.compile(rf"(?<!\w)(?:{_alternatives(named)})(?!\w)")
    for sentence in found if named else ():
        for match in pattern.finditer(sentence.plain):
            if titled := _titled(sentence.plain, match.start(), match.end(), naming):
                yield from _held(naming.people[match.group()], titled, sentence, match.start(), pack)


@lru_cache(maxsize=4)
def _naming(pack: Pack) -> Naming:
    people = {folded(name): person.id for person in pack.people for name in (person.name, *person.variants) if " " in name}
    roles = _titles(pack)
    titles = _alternatives(roles)
    ending: dict[str, list[str]] = {}
    for name in people:
        ending.setdefault(WORD.findall(name)[-1], []).append(name)
    return Naming(
        before=re.compile(BEFORE.format(titles=titles), re.I),
        after=re.compile(AFTER.format(titles=titles), re.I),
        people=people,
        ending=ending,
        roles=roles,
    )


def _titles(pack: Pack) -> dict[str, frozenset[str]]:
    """Wording of a title in lower case → its roles; a wording that may mean a role of many holders ("leader") is left out."""
    roles: dict[str, frozenset[str]] = {}
    for title in pack.titles:
        for name in (folded(name).lower() for name in title.names if not NO_POST.search(name)):
            roles[name] = roles.get(name, frozenset()) | {title.role}
    single = _single(pack)
    return {name: of for name, of in roles.items() if of <= single}


def _single(pack: Pack) -> set[str]:
    """Roles that one person at a time holds; of the others (spokesmen, senators) no pack knows all dates."""
    shared = {role for (role, _), posts in pack.holders.items() for a in posts for b in posts if a.person < b.person and _overlap(a, b)}
    return {title.role for title in pack.titles} - shared


def _overlap(a: Post, b: Post) -> bool:
    return max(_since(a), _since(b)).toordinal() + HANDOVER_DAYS < min(_until(a), _until(b)).toordinal()


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _titled(sentence: str, start: int, end: int, naming: Naming) -> Titled | None:
    """The title right before a name or right after it."""
    head = sentence[max(0, start - REACH) : start]
    for match in naming.before.finditer(head):
        lead = head[: match.start()]
        if BETWEEN.fullmatch(head, match.end()) and not NOT_IN_POST.search(lead):
            return Titled(naming.roles[match["title"].lower()], match["title"], NEW.search(lead) is not None)
    following = naming.after.match(sentence, end)
    if following and not NOT_IN_POST.search(following["words"]) and not FOR_YEARS.search(following["words"]):
        return Titled(naming.roles[following["title"].lower()], following["title"], NEW.search(following["words"]) is not None)
    return None


def _held(person: str, titled: Titled, sentence: Sentence, at: int, pack: Pack) -> Iterator[Clue]:
    posts = [post for post in pack.posts_of.get(person, ()) if post.role in titled.roles]
    if not posts:
        return
    earlier = EARLIER.search(sentence.text) is not None
    spans = tuple((_since(post), date.max if earlier else _new_until(post) if titled.new else _until(post)) for post in posts)
    when = " or ".join(f"{post.since or '…'} to {_until(post).isoformat() if post.until else '…'}" for post in posts)
    called_new = ", called new" if titled.new else ""
    yield Clue(spans, f"{pack.person[person].name} is named as {titled.words}{called_new} (in post {when})", sentence.start + at)


def _since(post: Post) -> date:
    return first_day(post.since) if post.since else date.min


def _until(post: Post) -> date:
    return last_day(post.until) if post.until else date.max


def _new_until(post: Post) -> date:
    return min(_until(post), _since(post) + timedelta(NEW_DAYS)) if post.since else _until(post)
