"""What those who speak are called: nouns for people, papers and bodies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.lexicon.callings import BODIES, ORGANS, PERSON_NOUNS
from promissory.extraction.lexicon.trades import is_trade

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Speakers without a name, who count less.
NOBODY = frozenset(
    "video footage image picture photo photograph poster banner caption slogan sign clip recording map graphic "
    "remark comment word speech quote phrase line message source people person expert analyst observer critic resident witness one some "
    "many other most everyone nobody report medium news".split()
)
#: Nouns for a person spoken of before that are no posts.
DESCRIPTIONS = frozenset(
    "spokesperson activist compatriot counterpart colleague politician expert analyst soldier officer journalist reporter mayor veteran "
    "historian professor researcher scholar philosopher critic lawyer author writer editor columnist founder chair chairperson chairman "
    "member lawmaker legislator aide deputy ally opponent resident trainer volunteer fighter pilot doctor businessman banker statesman "
    "envoy".split()
)
#: What an outlet is called.
NEWS = frozenset("newspaper paper daily weekly tabloid journal magazine outlet broadcaster publication website portal channel".split())
PAPERS = NEWS | frozenset(
    "agency report ministry regiment institute group organisation organization company office bank department service think-tank "
    "thinktank body council commission".split()
)
#: Those of them that are spoken of by what they are ("the Washington-based think-tank"), after their names.
OUTLETS = NEWS | frozenset(
    "institute group agency tank think-tank thinktank organisation organization company watchdog charity lender".split()
)
#: Papers that speak for whoever wrote them.
DOCUMENTS = frozenset(
    "statement letter report communique communiqué declaration document memo resolution text article post message note release story "
    "decision regulation motion decree directive "
    "conclusion conclusions minutes overview summary readout bulletin interview investigation op-ed tweet dispatch".split()
)
#: Where somebody tells something.
CHANNELS = frozenset("website site webpage page channel account portal press-service".split())
#: Those whose names stand under one.
SIGNERS = frozenset("author signatory co-signatory undersigned".split())
#: What somebody said, where it is cited.
WORDS = frozenset("remark comment word speech quote address answer testimony claim statement".split())
#: What speaks for those who found it out ("figures from the ministry").
FINDINGS = frozenset(
    "outlook "
    "figure data assessment analysis study survey poll estimate update briefing paper research calculation account list tally count "
    "information statistic record tracker review evidence".split()
)
HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady dame baroness major colonel "
    "gen lt col maj capt sen rep prof king queen prince president minister".split()
)
TITLES = frozenset("chairman chairwoman chair head chief representative secretary commissioner speaker director deputy".split())
COMMON_OPENERS = frozenset(
    "the a an in on at as but and while when after before if with by for that this his her their although however".split()
)
#: Words of a proper name that make it a body's.
BODY_WORDS = BODIES | frozenset(
    "international ministry university group times post news association center centre department office service party army "
    "regiment brigade battalion command company corporation network press journal magazine street watch watchdog tribune herald "
    "guardian telegraph ukrinform pravda".split()
)
#: First words of labels that name a kind of text, not a speaker ("Explainer: …").
HEADINGS = frozenset(
    "explainer explained analysis opinion interview live watch read video photo photos gallery map graphic update updated breaking "
    "exclusive factbox timeline background details detail source sources reminder comment commentary editorial transcript podcast "
    "summary key latest subject topic event location date note editor question answer context report factsheet fact q&a profile review "
    "essay feature insight listen caption credit image related recap briefing newsletter column viewpoint perspective notebook dispatch "
    "letter special focus".split()
)
#: How those without names stand to whom they speak for, and what they are called.
EMPLOYED = ("at", "with", "from", "in", "inside", "within")
EMPLOYERS = frozenset("ministry government chancellery cabinet".split())
SOURCES = frozenset(("source", "people", "person", "insider"))
CITED = frozenset("cite quote interview consult".split())
#: Words of those who will not be named.
UNNAMED = re.compile(
    r"anonym|not (?:want )?to be (?:named|identified|quoted)|n[’']t want to be (?:named|identified|quoted)|declined to (?:be named|give)|"
    r"unnamed|without being named|not authori[sz]ed|on condition (?:of|that)"
)


def is_human(lemma: str) -> bool:
    """Whether a noun in lower case is one for people."""
    return lemma in PERSON_NOUNS or lemma in DESCRIPTIONS or is_trade(lemma)


def is_aged(token: Token) -> bool:
    """ "The 61-year-old": somebody called by age alone."""
    return token.lower_ == "old" and token.tag_ != "NN" and any(c.lower_ in ("year", "years") for c in token.lefts)


def may_speak(token: Token) -> bool:
    """Whether a noun or name is one of those that can speak: people, bodies, papers; no thing."""
    lemma = token.lemma_.lower()
    return token.pos_ == "PROPN" or is_human(lemma) or lemma in ORGANS | PAPERS | OUTLETS | BODY_WORDS
