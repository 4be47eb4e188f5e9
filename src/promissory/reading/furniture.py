"""Lines that belong to the page and not to the report: navigation, sharing, subscription, copyright, related stories.

Only whole lines are judged, and only by wordings that no report uses as a sentence: a line kept by mistake costs little, a true
sentence removed is lost.
"""

from __future__ import annotations

import re

MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
NETWORKS = r"(?:facebook|x|twitter|telegram|whatsapp|linkedin|reddit|e-?mail|viber|instagram|youtube|bluesky|messenger|pinterest|threads|tiktok|print|copy link|link)"  # noqa: E501
CHANNEL = rf"(?:newsletters?|(?:{NETWORKS}|google news)(?: channels?)?|(?:push )?notifications?|podcasts?|updates|alerts|feeds?|app)"
LABEL = r"\s*(?::|–|-|—|>|»)?\s*"

#: Reason → wordings of one part of a line. A line is split into parts at bars and sentence ends.
WORDINGS: dict[str, str] = {
    "navigation": rf"(?:skip|jump|back) to (?:main )?(?:content|navigation|top|homepage?)|skip links|main menu|toggle navigation|breadcrumbs?|search(?: for)?|log ?in|sign ?in|home ?page|next (?:article|story|post)|previous (?:article|story|post)|latest news|most (?:read|popular)|trending(?: now)?|table of contents|click here(?: to (?:search|share)[\w ]{{0,25}})?|show more|load more|(?:view|see|show) (?:all )?comments|(?:leave|post|write|add) a (?:comment|reply)|\d+ comments?|comments? \(\d+\)|contact us|about us|{MONTH} archives?",  # noqa: E501
    "sharing": rf"(?:click here to )?share(?: (?:this|on|via|with|the)\b[\w ,]{{0,40}})?{LABEL}(?:{NETWORKS}[\s,]*)*|(?:follow|like|join|find|watch|read) us (?:now )?(?:on|in|at|via) [\w ,]{{2,60}}|(?:tweet|copy link|print(?: this)?(?: article| page)?)|{NETWORKS}",  # noqa: E501
    "subscription": rf"(?:please )?(?:subscribe|sign up)(?: (?:now|today|here|free|for free))?|(?:please )?(?:subscribe|sign up) (?:to|for) (?:our|the|its|a|free|daily|weekly|updates|news)\b[^.]{{0,80}}|(?:get|receive) (?:the|our|all)[\w ]{{0,20}} (?:news|headlines|stories|updates|articles)\b[^.]{{0,60}}|(?:become|be) (?:a |an |our )?(?:member|patron|subscriber|supporter)s?\b[^.]{{0,100}}|(?:support us|donate(?: now)?|make a donation)(?: or become (?:our|a) patron)?|support our (?:work|journalism|reporting)\b[^.]{{0,60}}|(?:want|like) (?:to (?:read|see|get) )?more (?:stories|news|articles)(?: like this)?|our {CHANNEL}|download (?:our|the) app",  # noqa: E501
    "advertisement": r"advertise?ments?|ads?|sponsored(?: content)?|paid content|promoted(?: content)?|advertise with us|story continues below(?: advertisement)?|article continues (?:below|after)[\w ]{0,25}",  # noqa: E501
    "cookies": r"(?:privacy|cookies?)(?: (?:and|&) (?:privacy|cookies?))? (?:polic(?:y|ies)|settings|preferences|notice)|(?:this (?:web)?site|we) uses? cookies\b[^.]{0,150}|accept (?:all )?(?:cookies)?|reject all|manage (?:cookies|consent|preferences)|terms (?:of (?:use|service)|(?:and|&) conditions)",  # noqa: E501
    "copyright": r"(?:copyright\b|©|\(c\) ?\d{4})[^.|]{0,100}|all rights reserved|(?:to|for) re(?:print|publi(?:sh|cation)|production)\b[^.|]{0,60}(?:characters|permission|consent)\b[^.|]{0,60}|(?:when|if|any|full or partial) (?:this |the )?(?:material|citation|quot|copying|reproduc|use of (?:the )?materials?)[^.]{0,80}\b(?:hyper)?links?\b[^.]{0,80}|reproduction (?:is )?prohibited[^.]{0,60}",  # noqa: E501
    "related": rf"(?:read|see|watch|listen)(?: (?:also|more|next|now|on))?{LABEL}|related(?: (?:articles?|stories|news|links?|topics?|information|content))?{LABEL}|(?:further|recommended|more) (?:reading|from [\w ]{{2,40}})|you (?:may|might) (?:also )?like(?: this)?|more on this (?:story|topic)|recommended(?: for you)?|editors?['’]s? (?:picks?|choice)|tags?{LABEL}",  # noqa: E501
    "updated": r"(?:this page was )?last (?:updated|modified|edited)\b[^.]{0,60}|updated(?: at| on)?:? [\d: .,/-]{4,20}(?:[ap]m)? ?(?:[A-Z]{2,4})?|\d{1,2}[- ]min(?:ute)?s?(?: read)?|reading time:? .{1,15}|\d{1,3} ?(?:m|h|d|hours?|days?|minutes?) ago",  # noqa: E501
    "markup": r"(?:\\?[#*=_~-] ?){2,}|\\?#|\[email protected\]|\[(?:…|\.\.\.)\]",
}  # fmt: skip
#: Labels after which the whole rest of the line is the headline of another story.
TEASER = re.compile(
    r"(?:read (?:also|more|next|on)|also read|see also|read related|related(?: (?:article|story|news|content))?|more on this|further reading"
    r"|don['’]t miss|you may (?:also )?like|recommended(?: for you)?|in pictures|watch(?: now| live)?)\s*[:>»–—]\s*\S.{0,200}",
    re.I,
)
CREDIT = re.compile(
    r"(?:photo|image|picture|illustration|video)s?(?: (?:credits?|source|by|courtesy(?: of)?))?\s*(?::|/|©)\s*[^.!?]{2,60}"
    r"|(?:photo|image|picture) (?:credits?|by|courtesy of) [^.!?]{2,60}"
    r"|©\s*[^.!?]{2,60}|[\w. ]{2,40}/(?:afp|ap|reuters|getty(?: images)?|epa|anadolu|ukrinform|shutterstock)(?:/[\w ]{2,30})?",
    re.I,
)
#: A part that may stand beside furniture without being any itself.
NEUTRAL = re.compile(r"(?:sources?: [\w ,.&-]{2,40}|\d{4}(?:\s?[-–]\s?\d{4})?|[\w.-]+\.(?:com|org|net|ua|eu|info)|ask for permission|here|now)", re.I)
PARTS = re.compile(r"\s*[|•·]\s*|(?<=[a-z)\d])[.!?]+(?:\s+|$)", re.I)
LONGEST = 260
PATTERNS = {reason: re.compile(wording, re.I) for reason, wording in WORDINGS.items()}


def furniture(line: str) -> str | None:
    """The reason why a line is no part of the report, or None; `line` is one whole line."""
    line = line.strip().strip("*_[]").strip()
    if not line or len(line) > LONGEST:
        return None
    if TEASER.fullmatch(line):
        return "related"
    if len(line) <= 90 and CREDIT.fullmatch(line):
        return "credit"
    return _by_parts(line)


def _by_parts(line: str) -> str | None:
    reasons: list[str] = []
    for part in filter(None, (part.strip(" ,;:-–—•>»!") for part in PARTS.split(line))):
        if reason := next((reason for reason, pattern in PATTERNS.items() if pattern.fullmatch(part)), None):
            reasons.append(reason)
        elif not NEUTRAL.fullmatch(part):
            return None
    if not reasons and PATTERNS["markup"].fullmatch(line):
        return "markup"
    return reasons[0] if reasons else None
