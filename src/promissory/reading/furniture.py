"""Lines that belong to the page and not to the report: navigation, sharing, subscription, copyright, related stories.

Only whole lines are judged, and only by wordings that no report uses as a sentence: a line kept by mistake costs little, a true
sentence removed is lost.
"""

from __future__ import annotations

import re

NETWORK = (
    r"(?:facebook|x|twitter|telegram|whatsapp|linkedin|reddit|e-?mail|viber|instagram|youtube|bluesky|messenger|pinterest|threads|tiktok"
    r"|print|copy link|link)"
)
#: What may stand between a label and what it labels.
LABEL = r"\s*(?::|–|-|—|>|»)?\s*"

#: Reason → wordings of one part of a line. A line is split into parts at bars and sentence ends.
WORDINGS: dict[str, tuple[str, ...]] = {
    "navigation": (
        r"(?:skip|jump|back) to (?:main )?(?:content|navigation|top|home ?page)",
        r"skip links|main menu|toggle navigation|breadcrumbs?|search(?: for)?|log ?in|sign ?in|home ?page|contact us|about us",
        r"(?:next|previous) (?:article|story|post)|latest news|most (?:read|popular)|trending(?: now)?|table of contents",
        r"click here(?: to (?:search|share)[\w ]{0,25})?|show more|load more",
        r"(?:view|see|show) (?:all )?comments|(?:leave|post|write|add) a (?:comment|reply)|\d+ comments?|comments? \(\d+\)",
    ),
    "sharing": (
        rf"(?:click here to )?share(?: (?:this|on|via|with|the)\b[\w ,]{{0,40}})?{LABEL}(?:{NETWORK}[\s,]*)*",
        r"(?:follow|like|join|find|watch|read) us (?:now )?(?:on|in|at|via) [\w ,]{2,60}",
        rf"tweet|print(?: this)?(?: article| page)?|{NETWORK}",
    ),
    "subscription": (
        r"(?:please )?(?:subscribe|sign up)(?: (?:now|today|here|free|for free))?",
        r"(?:please )?(?:subscribe|sign up) (?:to|for) (?:our|the|its|a|free|daily|weekly|updates|news)\b[^.]{0,80}",
        r"(?:get|receive) (?:the|our|all)[\w ]{0,20} (?:news|headlines|stories|updates|articles)\b[^.]{0,60}",
        r"become (?:a |an |our )?(?:member|patron|subscriber|supporter)s?\b[^.]{0,100}",
        r"(?:support us|donate(?: now)?|make a donation)(?: or become (?:our|a) patron)?",
        r"support our (?:work|journalism|reporting)\b[^.]{0,60}",
        r"(?:want|like) (?:to (?:read|see|get) )?more (?:stories|news|articles)(?: like this)?",
        rf"our (?:newsletters?|{NETWORK} channels?|podcasts?|app)|download (?:our|the) app",
    ),
    "advertisement": (
        r"advertise?ments?|ads?|sponsored(?: content)?|paid content|promoted(?: content)?|advertise with us",
        r"story continues below(?: advertisement)?|article continues (?:below|after)[\w ]{0,25}",
    ),
    "cookies": (
        r"(?:privacy|cookies?)(?: (?:and|&) (?:privacy|cookies?))? (?:polic(?:y|ies)|settings|preferences|notice)",
        r"(?:this (?:web)?site|we) uses? cookies\b[^.]{0,150}|accept (?:all )?cookies|accept all|reject all",
        r"manage (?:cookies|consent|preferences)|terms (?:of (?:use|service)|(?:and|&) conditions)",
    ),
    "copyright": (
        r"(?:copyright|©|\(c\) ?\d{4})[^.|]{0,100}|all rights reserved",
        r"(?:to|for) re(?:print|publi(?:sh|cation)|production)\b[^.|]{0,60}(?:characters|permission|consent)\b[^.|]{0,60}",
        r"(?:when|if|any|full or partial) (?:this |the )?(?:material|citation|quot|copying|reproduc|use of (?:the )?materials?)[^.]{0,80}"
        r"\b(?:hyper)?links?\b[^.]{0,80}",
        r"reproduction (?:is )?prohibited[^.]{0,60}",
    ),
    "related": (
        rf"(?:read|see|watch|listen)(?: (?:also|more|next|now|on))?{LABEL}|tags?{LABEL}",
        rf"related(?: (?:articles?|stories|news|links?|topics?|information|content))?{LABEL}",
        r"(?:further|recommended) reading|more from [\w ]{2,40}|more on this (?:story|topic)",
        r"you (?:may|might) (?:also )?like(?: this)?|recommended(?: for you)?|editors?['’]s? (?:picks?|choice)",
    ),
    "updated": (
        r"(?:this page was )?last (?:updated|modified|edited)\b[^.]{0,60}",
        r"updated(?: at| on)?:? [\d: .,/-]{4,20}(?:[ap]m)? ?(?:[A-Z]{2,4})?",
        r"\d{1,2}[- ]min(?:ute)?s?(?: read)?|reading time:? .{1,15}|\d{1,3} ?(?:m|h|d|hours?|days?|minutes?) ago",
    ),
    "markup": (r"\[email protected\]", r"\[(?:…|\.\.\.)\]"),
}
#: Marks that divide a page: `###`, `* * *`, `\# \# \#`.
RULE = re.compile(r"(?:\\?[#*=_~-] ?){3,}|\\?#")
#: Labels after which the whole rest of the line is the headline of another story.
TEASER = re.compile(
    r"(?:read (?:also|more|next|on)|also read|see also|read related|related(?: (?:article|story|news|content))?|more on this"
    r"|further reading|don['’]t miss|you may (?:also )?like|recommended(?: for you)?|in pictures|watch(?: now| live)?)"
    r"\s*[:>»–—]\s*\S.{0,200}",
    re.I,
)
CREDIT = re.compile(
    r"(?:photo|image|picture|illustration|video)s?(?: (?:credits?|source|by|courtesy(?: of)?))?\s*(?::|/|©)\s*[^.!?]{2,60}"
    r"|(?:photo|image|picture) (?:credits?|by|courtesy of) [^.!?]{2,60}"
    r"|©\s*[^.!?]{2,60}"
    r"|[\w. ]{2,40}/(?:afp|ap|reuters|getty(?: images)?|epa|anadolu|ukrinform|shutterstock)(?:/[\w ]{2,30})?",
    re.I,
)
#: A part that may stand beside furniture without being any itself.
NEUTRAL = re.compile(
    r"sources?: [\w ,.&-]{2,40}|\d{4}(?:\s?[-–]\s?\d{4})?|[\w.-]+\.(?:com|org|net|ua|eu|info)|ask for permission|here|now", re.I
)
PARTS = re.compile(r"\s*[|•·]\s*|(?<=[a-z)\d])[.!?]+(?:\s+|$)", re.I)
LONGEST, LONGEST_CREDIT = 260, 90
#: Longer blocks say more than furniture does.
LONGEST_BLOCK = 420
#: Wordings of blocks of a web page, where the page's own sentences stand among the report's: what they say of the page or the makers.
PAGE_WORDINGS: dict[str, re.Pattern[str]] = {
    "subscription": re.compile(
        r"by (?:providing|submitting|entering|clicking|signing|subscribing|registering|continuing)\b.{0,120}"
        r"\byou (?:\w+ )?(?:agree|accept|consent|acknowledge|confirm)\b.*"
        r"|(?:sign up|subscribe|register)\b.{0,120}\b(?:newsletters?|inbox|e-?mails?|alerts?|free|updates|here|today|now|podcasts?)\b"
        r"[^.]{0,80}\.?"
        r"|get (?:the|our|all|more|a)\b.{0,120}\b(?:inbox|newsletters?|e-?mail|app)\b[^.]{0,60}\.?"
        r"|(?:thanks|thank you) for (?:signing up|subscribing|registering)\b.{0,60}"
        r"|we use your (?:sign-?up|data|information|details)\b.*|you can (?:unsubscribe|opt[- ]out) at any time\b.*"
        r"|this (?:site|form|page) is protected by reCAPTCHA\b.*",
        re.I | re.S,
    ),
    "advertisement": re.compile(
        r"(?:if you (?:buy|click|purchase)\b.{0,80})?\b(?:we|the \w+|\w+) (?:may|might|could|will)(?: also)?"
        r" (?:earn (?:an? )?(?:\w+ ){0,2}commissions?|(?:receive|get|make) an? (?:\w+ )?commission)\b.*",
        re.I | re.S,
    ),
    "related": re.compile(
        r"(?:click|tap|press) (?:here|below|on the link)? ?(?:to|for)"
        r" (?:read|see|watch|view|listen|hear|find|get|sign|subscribe|join|follow)\b.{0,160}"
        r"|(?:for|to (?:read|see|get|find)) (?:more (?:on|from|about|of|stories|news|articles|information)|(?:all )?the latest)\b.{0,80}"
        r"\b(?:stories|news|articles|visit|click|check|follow)\b.{0,120}"
        r"|(?:read|see|find out|learn|discover|hear|watch|listen to) more\b.{0,6}",
        re.I | re.S,
    ),
    "sharing": re.compile(
        r"(?:do you have|have you got|got) an? (?:\w+ ){0,3}(?:story|tip|news tip|view|opinion|question)\b.{0,240}"
        r"|(?:follow|join) .{2,80}\b(?:on|via)"
        r" (?:facebook|twitter|x|instagram|whatsapp|telegram|tiktok|youtube|linkedin|bluesky|threads)\b.{0,120}"
        r"|(?:contact|e-?mail|tweet|message|reach) (?:the (?:author|reporter|writer)|our [\w ]{2,30}(?:team|desk)|us|me)\b.{0,160}"
        r"|(?:what do you think|have your say|let us know)\b.{0,120}\b(?:comments?|below|poll)\b.{0,40}",
        re.I | re.S,
    ),
    "credit": re.compile(
        r"\(?(?i:additional |further )?(?i:(?:reporting|writing|editing|compiled|edited|graphics?|written|translated)"
        r"(?: and (?:writing|editing|reporting))?) by "
        r"[A-Z][^.!?]{3,250}(?:\.|\))?"
        r"|(?i:our standards: .{5,60})"
        r"|.{3,400}\bcontributed (?:to )?this (?:report|story|article|piece)\b.{0,60}"
        r"|(?i:this (?:story|article|piece) (?:was|is|has been|first|originally)\b.{0,40}"
        r"\b(?:published|updated|corrected|appeared|produced|syndicated)"
        r"|a version of this (?:story|article)|originally published)\b.{0,200}",
        re.S,
    ),
}  # fmt: skip

PATTERNS = {reason: re.compile("|".join(wordings), re.I) for reason, wordings in WORDINGS.items()}


def furniture(line: str) -> str | None:
    """The reason why a line is no part of the report, or None; `line` is one whole line."""
    line = line.strip()
    if RULE.fullmatch(line):
        return "markup"
    line = line.strip("*_[] ")
    if not line or len(line) > LONGEST:
        return None
    if TEASER.fullmatch(line):
        return "related"
    return "credit" if len(line) <= LONGEST_CREDIT and CREDIT.fullmatch(line) else _by_parts(line)


def _by_parts(line: str) -> str | None:
    """The reason of the first part, if every part is furniture or neutral."""
    reasons: list[str] = []
    for part in filter(None, (part.strip(" ,;:-–—•>»!*") for part in PARTS.split(line))):
        if reason := next((reason for reason, pattern in PATTERNS.items() if pattern.fullmatch(part)), None):
            reasons.append(reason)
        elif not NEUTRAL.fullmatch(part):
            return None
    return reasons[0] if reasons else None


def part_of_page(block: str) -> str | None:
    """The reason why a block of a web page speaks of the page, its makers or its sellers, or None."""
    if len(block) > LONGEST_BLOCK:
        return None
    return next((reason for reason, wording in PAGE_WORDINGS.items() if wording.fullmatch(block.strip())), None)
