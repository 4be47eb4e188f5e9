"""Which sentences are worth parsing: those that name somebody or quote, and those beside them that go on with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from promissory.extraction.lexicon.genders import GIVEN
from promissory.extraction.lexicon.punctuation import CLOSING, OPENING
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.text.gazetteer import Mention, Name
from promissory.extraction.text.splitting import Block, Stretch
from promissory.model import Document
from promissory.packs import Pack

#: Past tenses that do not end in "ed".
IRREGULAR = {"say": "said", "tell": "told", "write": "wrote", "think": "thought", "make": "made"}
ROLES = ("say", "stance")
#: How many sentences after a name "he said" may still speak of it.
REACH = 2
#: How many sentences after a name a sum of money may still belong to it, and an attack be one on those named.
FAR = 5
WORD = re.compile(r"[a-z]+")
#: Words that go on with what was spoken of before: bare counts and pointing words as who or what is given.
CARRY = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|dozens?|another|others|half of|most of|"
    r"\d[\d,.]*|both|the (?:rest|others?|remaining|sum|money|grant|loan|"
    r"package|"
    r"shipment|delivery|systems?|batter(?:y|ies)|weapons?|missiles?|launchers?|aircraft|planes|jets|tanks|shells|rounds|"
    r"tranches?|(?:[a-z-]+ ){0,2}(?:agreement|deal|accord|pact|treaty|document|signing|ceremony)|"
    r"meeting|summit|talks|council|attacks?|strikes?|initiative|coalition|fund|programme|program|group|committee|"
    r"leaders|presidents|ministers|sides|parties|delegations|teams|negotiators|ambassadors|envoys|round|session|gathering|call|visit)|"
    r"died|hurt|caught fire|rubble|debris|explosions?|"
    r"memorand(?:um|a)|protocol|letters? of (?:intent|interest)|negotiations|"
    r"they (?:also |then |later )?(?:met|signed|agreed|spoke|talked))\b|"
    r"\b(?:conditions?|conditional|contingent|subject to|unless|provided that|only (?:if|when|after)|depends? on|preconditions?|"
    r"ceasefire|truce|membership|accession|"
    r"resign(?:s|ed|ation)|stepped down|steps down|took office|takes office|was (?:appointed|elected|dismissed|sacked|nominated)|"
    r"has to|have to|ought|proposals?|petition|resolution|bill|calls? (?:on|for))\b|"
    r"\b(?:shortages?|lacks?|needs?|needed|running (?:low|out|short)|short (?:of|on)|undermanned|outgunned|shelled|shelling|bombed|"
    r"blackouts?|missiles?|drones?|killed|wounded|injured|must|should)\b|[$€£]\s?\d",
    re.IGNORECASE,
)

#: Words of an attack, which may be told sentences after the last name: "A clinic was damaged, and two nurses were killed".
BLOW = re.compile(
    r"\b(?:hit|hits|struck|attack(?:s|ed)?|strikes?|raids?|salvos?|barrages?|bombardments?|bombed|bombing|shelled|shelling|"
    r"(?:glide |guided )?bombs?|rockets?|missiles?|drones?|sirens|air raid|casualties|deaths|injuries|kill(?:s|ed|ing)|wounded|injured|"
    r"destroyed|damaged|flattened|blasts?|debris|rubble|blackouts?|electricity|without (?:power|heat|light)|"
    r"(?:lost|losing) (?:its|their|his|her|power|electricity|heat|lives))\b",
    re.IGNORECASE,
)

#: Words by which nobody in particular needs, asks for or urges something, wherever in a report they stand.
WANT = re.compile(
    r"\b(?:needs?|needed|lack(?:s|ed|ing)?|short of|(?:under|short-)staffed|undermanned|below strength|shortages?|shortfalls?|deficits?|"
    r"dearth|scarc(?:e|ity)|in want of|requests?|requested|ask(?:s|ed|ing)? (?:us |them |him |her |it )?(?:for|to)|plead(?:s|ed|ing)?|"
    r"beg(?:s|ged|ging)?|missing|no (?:money|spare parts|ammunition)|wish ?list|priorit(?:y|ies)|wants?|wanted|should|must|ought|"
    r"urg(?:e[sd]?|ing)|recommend(?:s|ed|ing|ations?)?|propos(?:e[sd]?|ing|als?)|call(?:s|ed|ing)? (?:on|for|upon)|demand(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)

#: Words of giving, without who gives: "A final tranche will be delivered in the coming months".
GIFT = re.compile(
    r"\b(?:packages?|tranches?|batch(?:es)?|consignments?|shipments?|deliver(?:y|ies|ed)|donat(?:ed?|es|ing|ions?)|handed over|handovers?|"
    r"instal?lments?|disburse(?:d|ments?)?|contributions?|allocat(?:ed|ions?)|transferred|shipped|supplied|donors?|pledge[ds]?|"
    r"aid|assistance|trained|training (?:of|for|has|had|was|will|is))\b",
    re.IGNORECASE,
)

#: Two words of a name, or one after a title: somebody, whom the pack may not know.
SOMEBODY = re.compile(r"\b(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\b\.? |[A-Z][a-zß-ž]+[’'-]?[A-Za-zß-ž]* )[A-ZÀ-ÞĀ-Ž][a-zß-ž]+")
#: How many sentences of a paragraph may stand between one that tells of somebody and that one's words; marks that open them.
AHEAD = 6
MARKS = frozenset(OPENING)
#: The surname of somebody who speaks, or is told of by age or trade, and so may come up by it alone.
STRANGER = re.compile(
    r"\b[A-ZÀ-ÞĀ-Ž][a-zß-ž]+ ([A-ZÀ-ÞĀ-Ž][a-zß-ž]+(?:-[A-Z][a-z]+)?), (?:\d\d|an?|the|who|whose)\b|"
    r"\b([A-ZÀ-ÞĀ-Ž][a-zß-ž]+(?:-[A-Z][a-z]+)?) (?:says|said|recalls|adds|explains|thinks|believes|argues)\b|"
    r"\b(?:says|said) (?:[A-ZÀ-ÞĀ-Ž][a-zß-ž]+ )?([A-ZÀ-ÞĀ-Ž][a-zß-ž]+(?:-[A-Z][a-z]+)?)\b"
)
CAPITAL = re.compile(r"[A-ZÀ-ÞĀ-Ž][a-zß-ž]+(?:-[A-Z][a-z]+)?")
#: Words by which somebody spoken of before still speaks.
VIEW = re.compile(
    r"\b(?:in|by) (?:his|her|their|its) (?:own )?(?:words?|views?|opinion|estimate|estimation|account|telling|assessment)\b", re.I
)
#: A paragraph without a headline of at most so many sentences is read as an entry of a list.
NOTE = 15
#: A report that names neither side of the war is about support only if alliances, programmes or named weapons come up that often.
OFTEN = 5
#: A text of more sentences that names a side once, and no alliance or programme, names it in passing.
SELDOM = 30
ALLIANCES = ("bloc", "coalition", "group")
SUPPORT = re.compile(
    r"[$€£]|\b(?:aid|assistance|support|donat\w+|shipments?|deliver\w+|weapons?|loans?|grants?|packages?|contribut\w+|tons?|tonnes?|equipment|"
    r"million|mil|mln|billion|bn|[A-Z]{3} \d|EUR|USD|GBP|CZK|SEK|NOK|DKK|PLN|CAD|AUD|CHF|JPY|euros?|dollars?|"
    r"crowns?|worth|provide[sd]?|sen[dt]|arrived)\b"
)


def is_note(document: Document, blocks: Sequence[Block], stretches: Sequence[Stretch]) -> bool:
    """Whether a document is a short paragraph or two: there every sentence leans on what the list it was taken from is about."""
    short = len(blocks) == 1 or (len(blocks) == 2 and not any(block.heading for block in blocks))
    return short and len(stretches) <= NOTE and not document.title


def speaks_of_support(sentence: str) -> bool:
    """Whether the sentence has a word for money, goods or giving."""
    return SUPPORT.search(sentence) is not None


def is_about(pack: Pack, sides: frozenset[str], names: Sequence[Mention], size: int, text: str = "", title: Sequence[Mention] = ()) -> bool:
    """Whether a text of `size` sentences, with the names of its `title`, can report what the pack is about.

    It does where it names one of the `sides` (whoever is supported, and against whom), its people or places, more than in passing, or at
    least every few sentences NATO, or two alliances, programmes of support or weapon systems by their names. Arms alone make no such
    report: there are other wars, hunters and tractors. Reports on anything else are not parsed.
    """
    known = known_of(pack, sides)
    called = tuple(form for side in sides for form in (pack.actor[side].name, *pack.actor[side].metonyms))
    near = sum(any(name.id in known for name in mention.names) for mention in (*names, *title))
    near += sum(mention.id_of("actor") == "partners" and text.startswith(called, mention.start) for mention in names)  # "Kyiv's allies"
    circles = [name.id for mention in names for name in mention.names if _is_circle(pack, name)]
    if near:
        return near > 1 or bool(circles) or size <= SELDOM
    return len(circles) * OFTEN >= size and (len(set(circles)) > 1 or "NATO" in circles)


def is_near(pack: Pack, sides: frozenset[str], names: Sequence[Mention]) -> bool:
    """Whether one of the names is that of a side, of its people, offices or places."""
    near = known_of(pack, sides)
    return any(name.id in near for mention in names for name in mention.names)


def _is_circle(pack: Pack, name: Name) -> bool:
    """Whether a name is an alliance's, a programme's or a weapon's ("Patriot"); "our partners" are anybody's."""
    if name.type == "item":
        item = pack.item[name.id]
        return item.support == "military" and (item.name[:1].isupper() or any(c.isdigit() for c in item.name))
    return name.type == "framework" or (name.id in pack.actor and pack.actor[name.id].type in ALLIANCES and name.id != "partners")


@lru_cache(maxsize=4)
def known_of(pack: Pack, sides: frozenset[str]) -> frozenset[str]:
    """Some states with their offices, the bodies and schemes called after them, the people in their posts and their places."""
    called = {pack.actor[side].name for side in sides}
    bodies = sides | {a.id for a in pack.actors if a.country in sides or any(n in a.name for n in called)}
    people = {post.person for posts in pack.posts_of.values() for post in posts if post.body in bodies}
    return bodies | schemes_of(pack, sides) | people | {place.name for place in pack.places if place.country in sides}


@lru_cache(maxsize=4)
def schemes_of(pack: Pack, sides: frozenset[str]) -> frozenset[str]:
    """The funds and schemes that are called after some states ("Prioritised Ukraine Requirements List")."""
    called = {pack.actor[side].name for side in sides}
    return frozenset(f.id for f in pack.frameworks if any(n in name for n in called for name in (f.name, *f.names)))


def gate(pack: Pack, text: str, stretches: Sequence[Stretch], telling: Sequence[bool]) -> list[Stretch]:
    """The stretches worth parsing; `telling` says of each whether it names somebody known or stands in a quotation."""
    verbs, known = reporting_words(pack), _strangers(text)
    chosen, named = [], [False] * len(stretches)
    marked = [not MARKS.isdisjoint(text[s.start : s.end]) for s in stretches]
    for n, stretch in enumerate(stretches):
        words = text[stretch.start : stretch.end]
        struck = BLOW.search(words) is not None
        reach = FAR if struck or "€" in words or "$" in words else REACH
        near = any(telling[max(0, n - reach) : n]) or any(named[max(0, n - REACH) : n])
        told = words.rstrip().endswith((".", ":", *CLOSING))
        named[n] = told and _names_somebody(words, known)
        if telling[n] or named[n] or (near and (struck or _goes_on(words, verbs))) or WANT.search(words) or _leads(text, stretches, n):
            chosen.append(stretch)
        elif told and any(marked[max(0, n - 2) : n + AHEAD]) and any(is_human(word) for word in WORD.findall(words)):
            chosen.append(stretch)  # people beside words in quotation marks
    return chosen


def _names_somebody(words: str, known: frozenset[str]) -> bool:
    """Whether a sentence has the name of a stranger: one of the surnames that are known, a given name, or two words of a name."""
    capitals = CAPITAL.findall(words)
    return not known.isdisjoint(capitals) or any(word.lower() in GIVEN for word in capitals) or SOMEBODY.search(words) is not None


def _strangers(text: str) -> frozenset[str]:
    """The surnames of those who speak in a text, or are told of by age or trade."""
    return frozenset(name for m in STRANGER.finditer(text) for name in m.groups() if name)


def _leads(text: str, stretches: Sequence[Stretch], n: int) -> bool:
    """Whether words in quotation marks open the next sentence, or one soon after it in the paragraph: it may tell of who says them."""
    ahead = stretches[n + 1 : n + 1 + AHEAD]
    opened = [s for s in ahead if text[s.start] in MARKS]
    return any(s is ahead[0] or s.block == stretches[n].block for s in opened)


def _speaks(sentence: str, verbs: frozenset[str]) -> bool:
    return not verbs.isdisjoint(WORD.findall(sentence.lower()))


def _goes_on(sentence: str, verbs: frozenset[str]) -> bool:
    return (
        CARRY.search(sentence) is not None
        or GIFT.search(sentence) is not None
        or VIEW.search(sentence) is not None
        or _speaks(sentence, verbs)
    )


@lru_cache(maxsize=4)
def reporting_words(pack: Pack) -> frozenset[str]:
    """The finite forms of the pack's verbs of speech."""
    lemmas = {words.split()[0] for frame in pack.frames if frame.kind == "statement" and frame.role in ROLES for words in frame.words}
    return frozenset(form for lemma in lemmas for form in _forms(lemma))


def _forms(lemma: str) -> set[str]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return {lemma, lemma[:-1] + "ies", lemma[:-1] + "ied"}
    return {lemma, lemma + ("es" if lemma.endswith(("s", "h", "x")) else "s"), IRREGULAR.get(lemma, stem + "ed")}
