"""The wording that treaties share: titles, preambles, final provisions, places and dates of signature."""

from __future__ import annotations

import re

INSTRUMENT = (
    r"(?:agreement|accord|treaty|memorand(?:um|a)|mou|pact|convention|protocol|declaration|arrangement|commitments|compact|charter"
    r"|letter\s+of\s+intent|understanding)"
)
#: The first words of a title: nothing but modifiers stands before the instrument, and no verb that tells of it.
TITLE = re.compile(rf"\W*(?:[\w'’.&/–-]+\s+){{0,7}}?{INSTRUMENT}\b(?=\W|$)", re.I)
RELATION = re.compile(r"\b(?:between|among|amongst|of|on|for|concerning|regarding|relating|with|by)\b", re.I)
TELLING = re.compile(
    r"\b(?:sign(?:s|ing)?|signed(?!\s+(?:at|in|on)\b)|sa(?:ys|id)|will|would|could|(?-i:may)|has|have|had|is|are|was|were|agree[sd]?|reach(?:es|ed)?|announce[sd]?"
    r"|conclude[sd]?|enters?|seeks?|discuss(?:es|ed)?|welcome[sd]?|hail(?:s|ed)?|vow(?:s|ed)?|pledge[sd]?|calls?|urge[sd]?|what|how|why"
    r"|negotiat\w+|talks?|ratif\w+|explained|statement|after|ahead|amid)\b|[?!]",
    re.I,
)
#: A title that is not at its end, and a line that goes on with one.
OPEN_END = re.compile(r"(?:\b(?:between|among|and|of|on|the|for)|,)\s*\Z", re.I)
GOING_ON = re.compile(r"(?:between|among|and|on|of|concerning|regarding|for|in\s+the\s+field)\b", re.I)
#: "Recalling the Joint Declaration of …;" is no title.
RECITAL = re.compile(r"\W*(?:\w+ing|convinced|determined|committed|guided|resolved|inspired)\b|.*[;:]\s*\Z", re.I | re.S)
BETWEEN = re.compile(r"\b(?:between|among|amongst)\b", re.I)
#: What an agreement is on, after the names of those who make it.
MATTER = re.compile(r"\s(?:on|concerning|regarding|relating\s+to|about|in\s+the\s+(?:field|area|sphere)s?)\s", re.I)
HEREINAFTER = re.compile(r"\bhere(?:in(?:after|below)|after)\b", re.I)
AGREED = re.compile(
    r"\b(?=[hadr])(?:"  # what none of them begins with is passed over at once
    r"(?:have|has)\s+(?:\w+\s+){0,2}(?:agreed|decided|determined|resolved|concluded|reached)\b[^.]{0,60}?(?:as follows|following|:\s*$)"
    r"|(?:agree|decide)s?\s+(?:on|to|upon)\s+the\s+following\b"
    r"|reached\s+the\s+following\s+(?:understanding|agreement)"
    r")",
    re.I,
)
WE = re.compile(r"\WWe, the\s+[^.\n]{3,200}", re.S)
#: Those who are bound, by the name the text gives them.
BOUND = r"(?:Participants?|Parties|Party|Sides?|Signator(?:y|ies)|Contracting\s+(?:Parties|States))"
TOGETHER = re.compile(
    r"\b(?:[Tt]he|[Bb]oth|[Tt]heir)\s+(?:Participants|Parties|Sides|Signatories|Contracting\s+(?:Parties|States))\b"
    r"|\bWe(?=\s+(?:will|shall|commit|undertake|pledge|agree|have|are|also|intend)\b)"
)
SELF = re.compile(rf"\b(?:this|the present|present|the)\s+(?:[\w-]+\s+){{0,2}}?{INSTRUMENT}\b", re.I)
ARTICLE = re.compile(r"(?:article|part|section|chapter|paragraph)\s+(?:\d+|[ivxlc]+)\b|[ivx]{1,5}\.\s|§\s?\d", re.I)
FINAL = re.compile(
    r"\b(?=[cevrmwi])(?:"
    r"(?:come|comes|enter|enters|entered|coming)\s+into\s+(?:force|effect|operation)\b|valid\s+for\b|remains?\s+in\s+(?:force|effect)\b"
    r"|may\s+be\s+(?:terminated|discontinued|denounced|amended)\b|written\s+(?:notice|notification)\b|in\s+witness\s+whereof\b"
    r"|equally\s+(?:authentic|valid)\b"
    r")",
    re.I,
)
SIGNED = re.compile(
    r"(?:(?:in\s+witness\s+whereof[^.\n]{0,300}?[.:,]\s+)|(?:this\s+\w+\s+(?:was|is)\s+))?\W*(?P<word>signed|done|executed|concluded|made|adopted)\b",
    re.I,
)
PLACE = re.compile(
    r"\b(?:in|at|in\s+the\s+city\s+of|at\s+the\s+city\s+of)\s+(?P<place>(?:The\s+)?[A-ZÀ-Ž][\w.'’-]+"
    r"(?:\s+(?:(?:di|de|del|della|la|le|du|da|do|am|an\s+der|upon|sur|of|the)\s+)?[A-ZÀ-Ž][\w.'’-]+){0,4})"
)
#: Words with a capital after "in" that are no places.
NO_PLACE = re.compile(r"^(?:English|French|German|Ukrainian|Witness|Duplicate|Triplicate|January|February|March|April|May|June|July"
                      r"|August|September|October|November|December|\w+ish|\w+ian)\b")  # fmt: skip
SIGNATORY = re.compile(r"(?:on\s+behalf\s+of|for(?:\s+and\s+on\s+behalf\s+of)?)\s+(?P<who>(?:the\s+)?[A-ZÀ-Ž][^\n:]{1,90})", re.I)
SECTION = re.compile(r"\W*(?:preamble|introduction|contents|article|part|section|chapter)\b", re.I)
DRAFT = re.compile(r"\b(?:draft|proposed|unsigned)\b", re.I)
