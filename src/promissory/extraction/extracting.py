"""Document → claims: split, gate, parse, read in order, rank, assemble. Pure: no clock, no network, no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from promissory.extraction.amounts.currencies import DOLLARS
from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.claims.assembling import assemble
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds import FINDERS, Finder
from promissory.extraction.kinds.commitments.finding import find as find_commitments
from promissory.extraction.kinds.matters.unrelated import is_unrelated
from promissory.extraction.lexicon.punctuation import BEHIND
from promissory.extraction.names.authoring import FIRST_PERSON, Authors
from promissory.extraction.names.discourse import Discourse
from promissory.extraction.names.naming import Namer
from promissory.extraction.names.spelling import spellings_of
from promissory.extraction.parsing.doubling import all_with_doubles, name_again
from promissory.extraction.parsing.parser import parse
from promissory.extraction.scanning.gating import gate, is_about, is_near, is_note, speaks_of_support
from promissory.extraction.scanning.lands import at_home, house_of, land_of, renamed, state_in_title
from promissory.extraction.scanning.recasing import as_sentence
from promissory.extraction.scanning.surfaces import Names, Quantities
from promissory.extraction.scene import SIDES, Draft, Scene
from promissory.extraction.speech.attributing import attribute
from promissory.extraction.speech.interviewing import Interview, find_interview
from promissory.extraction.speech.speaking import take_turns
from promissory.extraction.text.gazetteer import Mention, gazetteer_of
from promissory.extraction.text.marking import Quotation, find_quotations
from promissory.extraction.text.splitting import Block, Stretch, split_blocks, split_sentences
from promissory.extraction.treaties import Treaty, choose_sums, conclude, is_undertaken, name_terms, recognise
from promissory.model import Claim, Document
from promissory.packs import Pack, load_pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token


def extract(document: Document, pack: Pack | None = None) -> tuple[Claim, ...]:
    """The claims of one document, in the order of the text; none where the language is not English.

    Every document is parsed on its own, so that its claims do not depend on its company.
    """
    if not document.language.startswith("en") or not document.text.strip():
        return ()
    pack = pack or load_pack()
    if treaty := recognise(document, pack):
        return extract_treaty(document, pack, treaty)
    scene = set_scene(document, pack)
    return assemble(scene, list(find_drafts(scene)))


#: The least share of sentences about the receiver that a text has whose headline names it.
HEADED = 0.15
#: What may be said or urged by asking.
SAID = frozenset(("statement", "proposal"))


#: Words by which a question opens that is answered with yes or no.
ASKING = frozenset("do does did will would is are was were has have had can could should".split())


def find_drafts(scene: Scene, finders: Sequence[Finder] = FINDERS) -> Iterator[Draft]:
    """The drafts of all finders, sentence by sentence, while the discourse moves on."""
    for sentence in scene.sentences:
        scene.meet(sentence)
        for find in finders:
            for draft in find(scene, sentence):
                if not (_is_asked(sentence, draft) or is_unrelated(scene, sentence, draft)):
                    yield _of_all_authors(scene, sentence, draft)


def _is_asked(sentence: Sentence, draft: Draft) -> bool:
    """ "Is Kyiv running out of shells?": what the main clause of a question asks is not told; what its nouns take for granted is."""
    if draft.kind == "commitment" and sentence.block.heading and sentence.tokens[0].lower_ in ("why", "how"):
        return True  # "Why is the help of the Nordics so important", over a text that says what they give
    if draft.kind in SAID or not sentence.text.rstrip(BEHIND).endswith("?"):
        return False
    verb = next((t for t in sentence.tokens if sentence.start + t.idx == draft.trigger[0]), None)
    mark = max((t.i for t in sentence.tokens if t.text == "?"), default=-1)
    if verb is not None and mark in sentence.quoted and verb.i not in sentence.quoted:
        return False  # "told them that it would take 15 billion, and asked: “When is it your turn?”"
    asked: tuple[str, ...] = ("xcomp", "ccomp", "conj", "acomp", "dobj", "nsubjpass", "attr")
    if draft.kind == "commitment" and sentence.tokens[0].lower_ in ASKING:  # "Does the package include systems, or only missiles?"
        asked = (*asked, "nsubj", "compound", "nmod", "amod")
    while verb is not None and verb.head is not verb and (verb.dep_ in asked or (verb.dep_ == "acl" and verb.tag_ == "VBG")):
        verb = verb.head  # "were women going to fire at it?", which the parser hangs on the women
    return verb is not None and verb.head is verb and verb.pos_ in ("VERB", "AUX")


def _of_all_authors(scene: Scene, sentence: Sentence, draft: Draft) -> Draft:
    """The draft with each of several authors where the one who stands for all acts as "we" ("We, the leaders of Norway and Poland")."""
    authors = scene.discourse.authors
    if not authors or any(authors[0] in m.ids_of("actor") for m in sentence.mentions):
        return draft
    for role, ids in draft.parties.items():
        if ids == [authors[0]]:
            draft.parties[role] = [a for a in authors if role != "donor" or a != scene.beneficiary]
    return draft


def extract_treaty(document: Document, pack: Pack, treaty: Treaty) -> tuple[Claim, ...]:
    """The claims of a text that is an agreement itself; only the clauses that name sums or goods are parsed."""
    text = document.text
    names = Names(gazetteer_of(pack), text, spellings_of(pack), name_terms(text, treaty))
    sentences = _parse_sentences(document, list(treaty.blocks), choose_sums(text, treaty), names, ())
    first, last = published_days(document)
    discourse = Discourse(first=first, last=last, together=treaty.parties)
    scene = Scene(document, pack, Namer(pack, discourse), discourse, sentences, 1.0)
    return conclude(scene, treaty, [draft for draft in find_drafts(scene, (find_commitments,)) if is_undertaken(scene, draft)])


def set_scene(document: Document, pack: Pack) -> Scene:
    """The document's sentences that pass the gate, parsed, with their names, sums and dates."""
    text = document.text
    blocks = split_blocks(text)
    stretches = split_sentences(text, blocks)
    gazetteer = gazetteer_of(pack)
    names = Names(gazetteer, text, spellings_of(pack))
    note = is_note(document, blocks, stretches)
    title = gazetteer.find(document.title) if document.title else ()
    if not note and not is_about(pack, SIDES, names.mentions, len(stretches), text, title):
        return Scene(document, pack, Namer(pack, Discourse()), Discourse(), [])
    interview = find_interview(text, blocks, gazetteer)
    quotations = _with_answers(find_quotations(text, blocks), interview)
    first, last = published_days(document)
    authors = Authors(document, pack, gazetteer, first, last)
    allied = sum(any(n.id == "NATO" for n in m.names) for m in names.mentions) > 1
    author = authors.author()
    discourse = Discourse(first=first, last=last, author=author, authors=authors.several(), home=authors.home(), allied=allied)
    discourse.says_i = author in pack.person and authors.says_i()
    discourse.addressee, discourse.house, discourse.called = authors.audience(), authors.house(), authors.called()
    discourse.land = None if discourse.home else land_of(document, pack, names.mentions)
    discourse.headed = state_in_title(pack, title)
    discourse.house = discourse.house or house_of(pack, discourse.land)
    discourse.surnames |= _surnames(text, names.mentions)
    chambers = at_home(pack, discourse.home or discourse.land, names.mentions)
    telling = [_is_telling(s, names, quotations) or (note and speaks_of_support(text[s.start : s.end])) for s in stretches]
    if author is not None:  # "we will train 20,000 recruits" names whoever speaks
        telling = [known or FIRST_PERSON.search(text, s.start, s.end) is not None for s, known in zip(stretches, telling, strict=True)]
    gated = gate(pack, document.text, stretches, telling)
    dollar = DOLLARS.get(discourse.home or discourse.land or "", "USD")
    sentences = _parse_sentences(document, blocks, gated, names, quotations, dollar, chambers) if gated else []
    focus = sum(is_near(pack, frozenset((Scene.beneficiary,)), s.mentions) for s in sentences) / max(1, len(stretches))
    if any(name.id == Scene.beneficiary for m in title for name in m.names):
        focus = max(focus, HEADED)
    attributions = attribute(pack, sentences, quotations, interview)
    floor = take_turns(text, blocks, pack, gazetteer, discourse.home, first, last)
    scene = Scene(document, pack, Namer(pack, discourse), discourse, sentences, focus, is_note=note, floor=floor, attributions=attributions)
    scene.is_headlined = focus > 0 and is_near(pack, frozenset((Scene.beneficiary,)), title)
    return scene


def _surnames(text: str, mentions: Iterable[Mention]) -> dict[str, str]:
    """Surname → whom it means where the text names one person in full by it: a headline calls him by it before that."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if (person := mention.id_of("person")) and len(words := text[mention.start : mention.end].split()) > 1:
            found.setdefault(words[-1].lower(), set()).add(person)
    return {surname: people.pop() for surname, people in found.items() if len(people) == 1}


def _with_answers(quotations: tuple[Quotation, ...], interview: Interview) -> tuple[Quotation, ...]:
    """The quotations of a text, the answers of an interview among them; what is quoted inside an answer is a part of it."""
    outside = [q for q in quotations if not any(a.start < q.end and q.start < a.end for a in interview.answers)]
    return tuple(sorted((*outside, *interview.answers), key=lambda q: q.start))


def _parse_sentences(
    document: Document,
    blocks: list[Block],
    gated: list[Stretch],
    names: Names,
    quotations: tuple[Quotation, ...],
    dollar: str = "USD",
    chambers: Mapping[str, str] = MappingProxyType({}),
) -> list[Sentence]:
    quantities = Quantities(document.text, document.published.value if document.published else None, dollar)
    named = [names.within(s.start, s.end) for s in gated]
    lines = [as_sentence(document.text, s.start, s.end, here) for s, here in zip(gated, named, strict=True)]
    parsed = parse(all_with_doubles(list(zip(lines, named, strict=True))))
    for line, tokens in zip(lines, parsed, strict=True):
        name_again(tokens, line)
    return [
        Sentence(
            number=number,
            start=at.start,
            text=document.text[at.start : at.end],
            block=blocks[at.block],
            block_number=at.block,
            tokens=tokens,
            mentions=_besides_deeds(_besides_money(renamed(here, chambers), quantities.amounts(at.start, at.end)), tokens),
            amounts=quantities.amounts(at.start, at.end),
            numbers=quantities.numbers(at.start, at.end),
            dates=quantities.dates(at.start, at.end),
            quotations=tuple((q.start, q.end) for q in quotations if q.start < at.end and at.start < q.end),
        )
        for number, (at, here, tokens) in enumerate(zip(gated, named, parsed, strict=True))
    ]


def _besides_money(mentions: tuple[Mention, ...], amounts: tuple[AmountMention, ...]) -> tuple[Mention, ...]:
    """The names that are no part of a sum: "US dollars" names nobody."""
    return tuple(m for m in mentions if not any(a.start <= m.start and m.end <= a.end for a in amounts))


def _besides_deeds(mentions: tuple[Mention, ...], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """The names that are no verbs: who has "to ship" launchers gives no ship."""
    deeds = {(t.idx, t.idx + len(t.text)) for t in tokens if t.tag_ == "VB" and any(c.dep_ == "aux" for c in t.children)}
    return tuple(m for m in mentions if (m.start, m.end) not in deeds or m.id_of("item") is None)


def published_days(document: Document) -> tuple[str, str]:
    """The first and last day a document can have appeared on, as ISO dates; all of time where nothing is known."""
    if document.published is None:
        return "0000-01-01", "9999-12-31"
    first, _, last = document.published.value.partition("/")
    return (first + "-01-01")[:10], ((last or first) + "-12-31")[:10]


def _is_telling(stretch: Stretch, names: Names, quotations: tuple[Quotation, ...]) -> bool:
    return names.telling(stretch.start, stretch.end) or any(q.start < stretch.end and stretch.start < q.end for q in quotations)
