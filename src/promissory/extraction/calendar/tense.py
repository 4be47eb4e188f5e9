"""The tense of the clause that a date stands in, told by its words alone: before anything is parsed, and in headlines too."""

from __future__ import annotations

import re

from promissory.extraction.lexicon.punctuation import BEHIND, STOPS

_CLAUSE = re.compile(rf"[.!?;:\n][\s{re.escape(BEHIND)}]|\n")
_FUTURE = re.compile(
    r"\b(?:will|would(?!\s(?:\w+\s)?have\b)|shall|won't|to be|on the (?:agenda|calendar|schedule|cards)|due|set to|"
    r"expected|scheduled|planned|slated|upcoming|going to|plans to|"
    r"(?:they|we|who|leaders|ministers|allies|officials) plan to|planning to|aims? to|"
    r"intends? to|hopes? to|ahead of|coming|until|no later than|deadline|(?:is|are|be) (?:\w+ )?to|travels|visits|meets"
    r"|hosts|arrives|convenes|reconvenes|assembles|gathers|flies|heads to|returns to|sits down|holds talks|begins|starts|opens|"
    r"takes place|takes office|takes over|takes up|leaves office|leaves the post|assumes office|expires|ends|runs out|steps down|retires|"
    r"(?:is|are) (?:travell?ing|meeting|visiting|holding|hosting)|must|should|(?:has|have|needs?) to|look(?:s|ed|ing)? forward to|"
    r"agreed to (?:meet|gather|talk|speak|convene|reconvene|hold|travel|visit|come)|"
    r"(?:could|might|may) (?:take place|happen|begin|start|resume|come|meet|visit|arrive|be (?:held|signed|delivered|agreed))|"
    r"(?:ask|urge|invite|call on|call upon) (?:[\w’']+ ){1,5}to)\b|['’]ll\b", re.I
)  # fmt: skip
_PAST = re.compile(
    r"\b(?:was|were|had|has|(?<!to )have|did|said|told|met|took|began|came|went|sent|gave|made|held|won|wrote|spoke|saw|left|became|since|"
    r"brought|fell|struck|hit|lost|got|launched|ago|last|previous|ran|drew|drove|flew|grew|knew|spent|sold|lent|paid|built|bought|"
    r"caught|chose|dealt|felt|fought|forbade|forgot|heard|kept|laid|led|meant|rose|sank|sat|sought|shook|shot|stood|stole|swore|"
    r"swept|taught|thought|threw|understood|withdrew|overtook|undertook|hung|broke|arose|ate|blew|fled|froze|rang|rode|slid|sprang|"
    r"stuck|tore|(?<!\ban\s)(?<!\ba\s)(?<!\bthe\s)"
    r"(?!(?:suc|pro|ex)ceed\b|indeed\b|speed\b|unneed|(?:unprecedented|united|armed|allied|unmanned|hundred|unannounced|unscheduled|unlimited|"
    r"limited|so-called|advanced|related)\b)\w{3,}ed)\b", re.I
)  # fmt: skip
#: "Has called a meeting for Friday": a day that is fixed beforehand, whatever the tense of the fixing.
_FIXED = re.compile(
    r"\b(?:called|convened|summoned|arranged|planned|scheduled|rescheduled|slated|set|booked|invited|fixed|postponed|moved|pencilled|prepared|organised|organized|readied|announced|"
    r"penciled)\b[^.;!?]{0,70}\b(?:for|until|till)\s(?:the\s|next\s)?$", re.I
)  # fmt: skip
#: What is fixed for a day is told in the present ("ministers meet in Brussels on Wednesday"); what has been is not.
_SCHEDULED = re.compile(
    r"(?<!to )\b(?:meet|gather|assemble|convene|reconvene|travel|fly|vote|sit down|take up|hold talks)\b[^.;!?,]{0,60}$", re.I
)
#: ", headed by X,": a participle between commas tells nothing of when the clause around it is.
_BETWEEN = re.compile(r",\s(?:\w+ed|led|sent|chosen|drawn)\sby\s[^,.;:()]{2,70},", re.I)
#: "Had presented his plan in September": never the September to come.
_PLUPERFECT = re.compile(
    r"\bhad\s(?:\w+ly\s|already\s|just\s|earlier\s|long\s|first\s)?(?!been\s(?:due|set)|to\s)\w+(?:ed|en|n|t|ld|d)\b[^.;]*$", re.I
)
#: "Will be delivered", "are to be handed over": the participle speaks of no past.
_TO_BE = re.compile(
    r"(\b(?:will|would|shall|to|must|should|may|might|can|could)\s(?:not\s)?(?:\w+ly\s|soon\s|also\s|then\s)?(?:have\s)?be(?:en)?\s"
    r"(?:\w+ly\s|first\s)?)(\w[\w-]*)",
    re.I,
)
#: "The tanks were delivered in August", "he succeeded Reznikov in September": never the one to come.
_JUST_DONE = re.compile(
    r"\b(?:(?:was|were|(?:has|have|had)\sbeen)\s(?:\w+ly\s)?(?!due\b|set\b|expected|planned|scheduled|slated|supposed|meant|intended)"
    r"\w+(?:ed|en|wn|nt|ld|ught)|(?<!the\s)(?<!a\s)(?:resigned|succeeded|replaced|died|arrived|launched|delivered|"
    r"invaded|met|visited|signed|pledged|announced|promised|sent|gave|began|fell|took\splace|took\soffice|approved|passed|struck|seized|captured)(?:\s(?:in\s)?[A-Z]\w+){0,4})"
    r"\s(?:in|on|back in)?\s?$"
)
#: "Rutte to visit Kyiv on Friday": what a headline says is to come.
_HEADLINED = re.compile(
    r"(?!(?:Due|Thanks|Up|Close|Prior|Owing|Next|Contrary|According|Compared|As|In|On|At)\b)"
    r"(?:(?:[A-Z0-9][^\s.!?;:]*|of|and|the|for|(?:foreign|defen[cs]e|prime|finance)|"
    r"minist(?:er|ry)s?|leaders?|chiefs?|envoys?|officials|allies|"
    r"presidents?|premier|governments?|parliament|lawmakers|countries|states|members|donors|troops|talks|summit),?\s){1,9}"
    r"(?<!According )to\s(?!(?:the|its|their|his|her|our|this|that|these|those|some|more|many|all|both|east|west|north|south)\b)"
    r"[a-z]{3,}\b[^.!?;:]*"
)
#: What is fixed, told behind a day that opens its sentence ("On Tuesday the ministers meet in Warsaw").
_FORTHCOMING = re.compile(
    r"\b(?:ministers|leaders|envoys|parties|sides|chiefs|ambassadors|lawmakers|deputies|states|members|delegations|negotiators)\b"
    r"[^.;,]{0,40}(?<!to)\s(?:meet|gather|convene|travel|vote|sit|confer|debate|decide)\b"
)


def _without_passives(text: str) -> str:
    return _TO_BE.sub(lambda match: match[1] + "-" * len(match[2]), text)


def _is_headlined(text: str, start: int) -> bool:
    """Whether a place stands behind the infinitive of a headline: a line that no mark ends."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line = text[first : last if last >= 0 else len(text)].rstrip()
    return not line.endswith(STOPS) and _HEADLINED.fullmatch(text[first:start]) is not None


def tense_of(text: str, start: int) -> int:
    """1 if the clause around `start` speaks of the future, -1 of the past, -2 if no other will do ("since", "In May they met"), else 0."""
    before = text[max(0, start - 110) : start]
    before = _BETWEEN.sub(lambda match: " " * len(match[0]), before)
    if breaks := [m.end() for m in _CLAUSE.finditer(before)]:
        before = before[breaks[-1] :]
    if _is_headlined(text, start):
        return 1
    plain = _without_passives(before)
    future = max((m.end() for m in _FUTURE.finditer(before)), default=-1)
    past = max((m.end() for m in _PAST.finditer(plain) if not _FUTURE.fullmatch(m.group())), default=-1)
    if _FIXED.search(before):
        return 1
    if re.search(r"\bsince\s(?:the\s|late\s|early\s|mid-?)?$", before, re.I):
        return -2
    if future < past and _JUST_DONE.search(before):
        return -2
    if future == past == -1:
        return 1 if _SCHEDULED.search(before) else _tense_after(text, start)
    return 1 if future >= past else -2 if _PLUPERFECT.search(before) else -1


#: "Will deliver it in June", "is to be there by June": never the June that was.
_WILL = re.compile(r"(?:\b(?:will|shall|won['’]t)|['’]ll)\b[^.;!?\n,]*$", re.I)
_BY = re.compile(r"\b(?:by|no later than)\s(?:the\s)?(?:(?:end|beginning|start|middle|early|mid|late)[\s-](?:of\s)?)?$", re.I)

#: "Was to be there by June": what was ahead of a day gone by.
_ONCE = re.compile(r"\b(?:was|were|had|been|should have)\b[^.;!?\n]*$", re.I)


def is_ahead(text: str, start: int) -> bool:
    """Whether a clause in the future puts a date ahead: one by which something will be done, or on which it will be."""
    before = text[max(0, start - 110) : start]
    will = _WILL.search(before)
    told = will is not None and _PAST.search(_without_passives(before[will.start() :])) is None
    due = _BY.search(before) is not None and _ONCE.search(before) is None
    return (told or due) and tense_of(text, start) > 0


def _tense_after(text: str, start: int) -> int:
    """`On Monday, ministers will meet`: the first cue behind an expression that opens its clause."""
    after = re.split(r"[.!?;\n]", text[start : start + 110], maxsplit=1)[0]
    future, past = _FUTURE.search(after) or _FORTHCOMING.search(after), _PAST.search(_without_passives(after))
    if future and (not past or future.start() <= past.start()):
        return 1
    return -2 if past else 0
