"""Who a whole claim is told by, where its own clause does not say so: the sentence around it, or the speech it goes on with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, things_of
from promissory.extraction.grammar.tree import SUBJECTS, after, children
from promissory.extraction.lexicon.goods import HANDOVERS, MATERIEL, SUPPORT, WEAPONS
from promissory.extraction.names.organs import organ_of
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.telling import attribution, is_made, is_parted_before
from promissory.extraction.speech.attributing import Attribution
from promissory.extraction.speech.bylines import line_above
from promissory.extraction.speech.speakers import authors
from promissory.extraction.speech.voicing import Voice

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Who speaks, and the words that name them.
Credit = tuple[list[str], tuple[int, int]]
#: Verbs that do by saying: whoever is their subject tells what they open.
TELLING = frozenset(
    "announce unveil disclose reveal confirm declare report tell say publish outline present detail estimate calculate put count "
    "promise pledge vow".split()
)
#: Verbs that tell what they point back at, a whole paragraph.
RELATING = frozenset("state write inform note stress emphasize emphasise underline mention speak talk explain post tweet add".split())
POINTING = frozenset(("this",))
#: Kinds that are not told by anybody but their own speakers.
OWN = frozenset(("statement", "proposal"))
#: How many sentences of a paragraph a report may run on for.
REACH = 3
#: Roles of cues that report what is so; a stance ("praised the troops") tells nothing that might go on.
REPORTING = frozenset(("say", "source", "quote"))
#: Words that go on with what was spoken of, where they stand among the first few of a sentence.
LINKS = frozenset(
    "it its them their these those this both half several another other others more most rest remaining second third remainder".split()
)
OPENING = 6
TIMES = frozenset("day week month year time morning evening night hour summer winter spring autumn date".split())
#: What is told, spoken of as a whole.
NEWS = HANDOVERS | frozenset("news announcement information decision plan move pledge intention donation step visit".split())
#: How what was told is said to be known from a paper ("this follows from a report by the ministry").
STEMS = frozenset("follow emerge come result stem".split())
#: Nouns that after "the" go on with what was told.
TOLD_OF = (
    MATERIEL
    | SUPPORT
    | WEAPONS
    | frozenset("sum training agreement deal document accord plan visit meeting talk summit attack strike conference".split())
)
#: Adverbs that go on with what was told before, wherever they stand.
FURTHER = frozenset("also too additionally moreover furthermore besides likewise well further".split())
#: Verbs after whose subject what follows is its account ("The minister listed what had been agreed. Norway will pay …").
RECOUNTS = frozenset("list enumerate outline detail brief summarise summarize specify itemise itemize elaborate sum".split())
ACCOUNTS = frozenset("detail figure number overview result outcome update account list breakdown".split())
#: Auxiliaries of speech that is reported without a verb of saying ("Deliveries would begin in May").
BACKSHIFTED = frozenset(("would", "had"))
#: Openings of a sentence by which the text itself takes the word.
TURNS = frozenset("meanwhile earlier previously separately elsewhere".split())


def credit(scene: Scene, drafts: Iterable[tuple[float, Draft]]) -> Iterator[tuple[float, Draft]]:
    """The drafts of a document; one that nobody is named for is given to whoever the text around it names."""
    starts = {s.start: s for s in scene.sentences}
    found = list(drafts)
    givers = {(at, donor) for _, d in found if d.kind == "commitment" for at in d.evidence for donor in d.parties.get("donor", ())}
    for confidence, draft in found:
        if draft.kind in OWN:
            yield confidence, draft
        elif _is_of_another(scene, draft, givers):
            yield confidence, _without_credit(draft)
        elif "attributed_to" in draft.slots:
            yield confidence, _joined(scene, starts, draft)
        else:
            told = _told(scene, starts, draft)
            credited = _credited(draft, *told) if told else draft
            yield confidence, draft if _is_of_another(scene, credited, givers) else credited


def _is_of_another(scene: Scene, draft: Draft, givers: set[tuple[tuple[int, int], str]]) -> bool:
    """ "Paris let it be known that it was sending missiles, and Berlin put together a package": each tells of its own gift."""
    told = [str(i) for i in draft.slots.get("attributed_to", ())] if draft.kind == "commitment" else []
    sides = {scene.namer.state_of(i) or i for ids in draft.parties.values() for i in ids}
    states = [i for i in told if (a := scene.pack.actor.get(i)) is not None and a.type == "state" and i not in sides]
    return bool(told) and states == told and all(any((at, i) in givers for at in draft.evidence) for i in told)


def _without_credit(draft: Draft) -> Draft:
    slots = {slot: value for slot, value in draft.slots.items() if slot != "attributed_to"}
    return replace(draft, slots=slots, grounds={slot: at for slot, at in draft.grounds.items() if slot != "attributed_to"})


def _credited(draft: Draft, who: list[str], at: tuple[int, int], because: str) -> Draft:
    inferred = draft.inferred | ({"attributed_to": because} if because else {})
    return replace(
        draft, slots=draft.slots | {"attributed_to": tuple(who)}, grounds=draft.grounds | {"attributed_to": at}, inferred=inferred
    )


def _joined(scene: Scene, starts: dict[int, Sentence], draft: Draft) -> Draft:
    """A draft with everyone who tells it in the sentences it stands in; a state gives way to the person who speaks for it."""
    told = [attribution(scene, s, t) for s in _places(scene, starts, draft) if (t := _word(s, draft) or _root(s)) is not None]
    who = list(dict.fromkeys((*draft.slots["attributed_to"], *(i for said in told if said for i in said[0]))))
    spoken = {scene.namer.state_of(i) for i in who if i not in scene.pack.actor}
    kept = [i for i in who if (a := scene.pack.actor.get(i)) is None or a.type == "office" or scene.namer.state_of(i) not in spoken]
    return replace(draft, slots=draft.slots | {"attributed_to": tuple(kept or who)})


def _root(sentence: Sentence) -> Token | None:
    return next((t for t in sentence.tokens if t.head.i == t.i), None)


def _places(scene: Scene, starts: dict[int, Sentence], draft: Draft) -> list[Sentence]:
    """The sentences a draft stands in."""
    here = [s for start, _ in draft.evidence if (s := starts.get(start))]
    return here or [s for s in scene.sentences if s.start <= draft.trigger[0] < s.end]


def _told(scene: Scene, starts: dict[int, Sentence], draft: Draft) -> tuple[list[str], tuple[int, int], str] | None:
    """Who tells a draft, by the sentences it stands in: first the words of each, then what each goes on with."""
    here = _places(scene, starts, draft)
    turns = [t for s in here if (t := scene.floor.holder(s.start)) and t.speaker]
    if turns:
        return [str(turns[0].speaker)], turns[0].at, ""
    for sentence in here:
        token = _word(sentence, draft) or _root(sentence)
        if token is not None and (said := _announced(scene, sentence, token) or attribution(scene, sentence, token)):
            return *said, ""
    for sentence in here:
        if said := _afterwards(scene, sentence):
            return *said, "who is said to have told it in the sentence after"
        if said := _carried(scene, sentence):
            return *said, "the speaker of the sentence before, with whose words it goes on"
    return next((credit for s in here if (credit := _by_line(scene, s))), None)


def _by_line(scene: Scene, sentence: Sentence) -> tuple[list[str], tuple[int, int], str] | None:
    """Whom a line at the top names as the source of the report."""
    if sentence.block.heading or (line := line_above(scene.sentences, sentence.number)) is None:
        return None
    at, cue = line
    who = [w for t in cue.speakers for w in scene.voices.name_all(at, t) if not w.vague]
    return (list(dict.fromkeys(w.id for w in who)), at.bounds(cue.speakers[0]), "the source that the report names") if who else None


def _word(sentence: Sentence, draft: Draft) -> Token | None:
    """The word a draft hangs on, if it stands in the sentence."""
    return next((t for t in sentence.tokens if sentence.bounds(t)[0] <= draft.trigger[0] < sentence.bounds(t)[1]), None)


def _announced(scene: Scene, sentence: Sentence, token: Token) -> Credit | None:
    """The subject of a verb of telling that the word is, or is the object of ("Austin announced a new package")."""
    for verb in (token, *token.ancestors):
        if is_parted_before(sentence, token, verb):
            return None
        if verb.pos_ == "VERB" and verb.i not in sentence.quoted and _is_telling(scene, sentence, verb):
            if voice := scene.heard(sentence, verb):
                return list(voice.ids), voice.at
            # whom a pronoun means is known only while the text is read
            speakers = [t for t in actors_of(verb) if t.i != token.i and t.pos_ != "PRON"] or _name_before(sentence, verb)
            who = [w for t in speakers for w in scene.voices.name_all(sentence, t) if not w.vague]
            if who:
                return list(dict.fromkeys(w.id for w in who)), sentence.bounds(speakers[0])
    return None


def _is_telling(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells: not "could not have confirmed the strike", nor "if the minister confirms it"."""
    if verb.lemma_.lower() not in TELLING or is_made(verb):
        return False
    mood = scene.mood(sentence, verb)
    return not (mood.negated or mood.conditional or mood.modal in ("could", "may", "might", "would", "should"))


def _name_before(sentence: Sentence, verb: Token) -> list[Token]:
    """The person right before a verb that the parser gives no subject ("…, Foreign Minister Eide put the sum at …")."""
    if not verb.i or is_passive(verb) or any(c.dep_ in SUBJECTS for c in verb.children):
        return []
    mention = sentence.at.get(verb.i - 1)
    named = mention is not None and mention.id_of("person", "surname") is not None
    return [sentence.tokens[verb.i - 1]] if named and verb.tag_ in ("VBD", "VBZ", "VBP") else []


def _afterwards(scene: Scene, sentence: Sentence) -> Credit | None:
    """Whoever the next sentence, or the one that opens the next paragraph, says told this: "Tusk made this known in Kyiv"."""
    number = sentence.number + 1
    following = scene.sentences[number] if number < len(scene.sentences) else None
    root = _root(following) if following else None
    if following is None or root is None or following.block_number != sentence.block_number:
        return _in_next_paragraph(scene, sentence)
    if root.lemma_ in STEMS:
        return _stemming(scene, sentence, following, root)
    return _pointing_back(scene, following, root, TELLING, NEWS | POINTING | {"it", "that"}) or _in_next_paragraph(scene, sentence)


def _in_next_paragraph(scene: Scene, sentence: Sentence) -> Credit | None:
    """Whoever told the whole of a paragraph: "This was announced by the minister in Brussels"."""
    following = scene.sentences[sentence.number + 1 :]
    first = next((s for s in following if s.block_number > sentence.block_number), None)
    root = _root(first) if first else None
    if first is None or root is None or first.block_number != sentence.block_number + 1 or first.block.heading:
        return None
    passed_on = (c for c in children(root, "ccomp") if c.i < root.i)  # "This was stated by X, the agency reports"
    return _pointing_back(scene, first, next(passed_on, root), TELLING | RELATING, POINTING)


def _pointing_back(scene: Scene, sentence: Sentence, root: Token, verbs: frozenset[str], news: frozenset[str]) -> Credit | None:
    """Who tells the `news` in a sentence ("This was announced by X", "That is according to X")."""
    if root.lemma_ not in verbs | {"make", "break", "accord"} or not scene.mood(sentence, root).is_done:
        return None
    told = [c for c in root.subtree if c.i > root.i and c.i <= root.i + 3 and c.dep_ in ("dobj", "nsubj", "attr")]
    told += things_of(root) if root.lemma_ != "accord" else children(root, "nsubj")
    told += [t for p in children(root, "prep") if p.lower_ in ("about", "of") for t in children(p, "pobj")]
    pointing = news | {"that"} if root.lemma_ == "accord" else news
    if not any(c.lower_ in pointing or c.lemma_ in news or _is_of_that(c) for c in told):
        return None
    speakers = [t for t in _tellers(root) if t.pos_ != "PRON"]
    who = [w for t in speakers for w in scene.voices.name_all(sentence, t) if not w.vague]
    if not who:
        speakers = [a for t in speakers for a in authors(t)]  # "by the press service of the ministry"
        who = [w for t in speakers for w in scene.voices.name_all(sentence, t) if not w.vague]
    return (list(dict.fromkeys(w.id for w in who)), sentence.bounds(speakers[0])) if who else None


def _tellers(root: Token) -> list[Token]:
    """Who tells by a verb: its subject, the paper it is stated in, whom it is according to."""
    if root.lemma_ == "accord":
        return after(root, "to")
    return [t for t in actors_of(root) if t.i not in {c.i for c in children(root, "nsubjpass")}] or after(root, "in")


def _is_of_that(noun: Token) -> bool:
    """ "The relevant statement"."""
    return noun.lemma_.lower() in ("statement", "announcement") and any(c.lower_ in ("relevant", "corresponding") for c in noun.lefts)


def _stemming(scene: Scene, sentence: Sentence, following: Sentence, root: Token) -> Credit | None:
    """ "This follows from a report drawn up by the ministry": that of the state told of before, if it has none."""
    if not any(s.lower_ in ("this", "it", "that") or s.lemma_ in NEWS for s in actors_of(root)):
        return None
    sources = [a for p in children(root, "prep") if p.lower_ == "from" for t in children(p, "pobj") for a in authors(t) or [t]]
    states = scene.states(scene.named(sentence, [t for t in sentence.tokens if t.pos_ == "PROPN"]))
    organs = [o for t in sources if (o := organ_of(scene.pack, t, [s for s in states if s != scene.beneficiary]))]
    who = organs or [w.id for w in scene.named(following, sources) if not w.vague]
    return (list(dict.fromkeys(who)), following.bounds(sources[0])) if who else None


def _carried(scene: Scene, sentence: Sentence) -> Credit | None:
    """The speaker of the sentences before it in its paragraph, where it has none of its own and does not turn away."""
    if _speaks(scene, sentence) or _turns(sentence):
        return None
    leans = _goes_on(sentence)
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - REACH), -1):
        before = scene.sentences[number]
        if before.block_number != sentence.block_number:
            return None
        voice = next((v for a in reversed(scene.speech.get(number, [])) if (v := _reporter(scene, a))), None)
        if leans and voice:
            return list(voice.ids), voice.at
        if not voice and (teller := _recounting(scene, before)):
            return teller
        if _turns(before):
            return None
    return None


def _recounting(scene: Scene, sentence: Sentence) -> Credit | None:
    """The person whose account the sentences after it are."""
    root = _root(sentence)
    if root is None or not (root.lemma_ in RECOUNTS or any(c.lemma_ in ACCOUNTS for c in children(root, "dobj"))):
        return None
    speakers = actors_of(root)
    who = [w for t in speakers for w in scene.voices.name_all(sentence, t) if w.person and not w.vague]
    return (list(dict.fromkeys(w.id for w in who)), sentence.bounds(speakers[0])) if who else None


def _speaks(scene: Scene, sentence: Sentence) -> bool:
    """Whether somebody is reported in a sentence."""
    return any(a.cues for a in scene.speech.get(sentence.number, []))


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence leans on the one before: by a word for what that spoke of, or in the tense of reported speech."""
    root = _root(sentence)
    reported = root is not None and any(c.lower_ in BACKSHIFTED for c in root.children if c.dep_ == "aux")
    tells = root is not None and root.lemma_ in TELLING and any(s.lower_ in ("he", "she") for s in actors_of(root))
    opening = sentence.tokens[:OPENING]
    leans = any((t.tag_ == "CD" or t.lower_ in LINKS) and t.head.lemma_.lower() not in TIMES for t in opening)
    leans = leans or any(t.lower_ == "the" and t.head.lemma_ in TOLD_OF for t in sentence.tokens[:2])
    further = any(t.lower_ in FURTHER and t.dep_ == "advmod" for t in sentence.tokens)
    return reported or tells or leans or further


def _turns(sentence: Sentence) -> bool:
    return bool(sentence.tokens) and sentence.tokens[0].lower_ in TURNS


def _reporter(scene: Scene, attribution: Attribution) -> Voice | None:
    """Who reports something as so in an attribution."""
    voice = scene.voice(attribution) if any(cue.role in REPORTING for _, cue in attribution.cues) else None
    return voice if voice and not voice.vague and scene.discourse.author not in voice.ids else None
