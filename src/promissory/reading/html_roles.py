"""What an element is for, by its name and what its author called it (class, id, itemprop, role): body, or furniture and which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

#: The attributes in which authors say what an element is for.
CALLED = re.compile(
    r"(?<![\w-])(class|id|itemprop|role|aria-label|aria-hidden|hidden|style|data-component|data-testid|data-test|data-qa|data-name|data-type"
    r"|data-module|data-block-type|data-gu-name|name)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+(?![\w-])",
    re.I,
)
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
#: Longer attributes are data, not names.
LONGEST = 600

#: Element names that hold no part of a report.
BY_NAME = {
    "nav": "navigation", "footer": "page footer", "aside": "aside", "form": "form", "button": "button", "figcaption": "caption",
    "menu": "navigation", "dialog": "dialog", "noscript": "script fallback", "fieldset": "form", "label": "form", "audio": "player",
    "video": "player", "figure": "caption",
}  # fmt: skip
#: ARIA roles that hold no part of a report.
BY_ROLE = {
    "navigation": "navigation", "complementary": "aside", "banner": "page header", "contentinfo": "page footer", "search": "form",
    "dialog": "dialog", "alertdialog": "dialog", "menu": "navigation", "menubar": "navigation", "toolbar": "sharing", "button": "button",
    "form": "form", "tooltip": "dialog",
}  # fmt: skip
#: Reason → words of a name that give it. A name is split at hyphens, underscores and capitals.
BY_WORD: dict[str, frozenset[str]] = {
    "related": frozenset(
        "related recirc recirculation trending popular recommended recommendation recommendations recommend mostread mostpopular readmore "
        "readnext outbrain taboola revcontent nativo zergnet teaser teasers promo promos promobox upnext onward morestories readalso "
        "seealso alsoread interlink linklist storylist recent".split()
    ),
    "newsletter": frozenset(
        "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mailinglist emailsignup donate donation "
        "membership registration appeal".split()
    ),
    "sharing": frozenset(
        "share sharing shares sharebar sharetools sharedaddy addtoany addthis social socials sociallinks socialshare".split()
    ),
    "comments": frozenset("comment comments disqus commenting commentary-list coral spotim openweb livefyre respond viafoura".split()),
    "advertisement": frozenset(
        "ad ads adslot adunit advert adverts advertisement advertisements advertising dfp adsbygoogle adwrap adcontainer sponsor sponsored "
        "sponsorship mpu leaderboard".split()
    ),
    "caption": frozenset("caption captions figcaption credit credits imagecaption wpcaption photocredit".split()),
    "byline": frozenset("byline bylines author authors contributor contributors authorbio dateline timestamp datestamp pubdate".split()),
    "author note": frozenset("bio biography aboutauthor authorbox".split()),
    "navigation": frozenset(
        "nav navbar navigation menu breadcrumb breadcrumbs sitemap pagination pager skip skiplink megamenu subnav topbar masthead toc tags "
        "taglist topics".split()
    ),
    "aside": frozenset("sidebar rail sidecar aside tooltip toolbar widget widgets".split()),
    "page footer": frozenset("footer colophon copyright".split()),
    "dialog": frozenset(
        "modal popup popover overlay lightbox cookie cookies consent gdpr onetrust interstitial toast notification".split()
    ),
    "player": frozenset("player video videos videoplayer jwplayer brightcove slideshow carousel gallery".split()),
    "pull quote": frozenset(["pullquote", "pullquotes"]),
    "embedded post": frozenset("tweet tweets twitterembed instagramembed".split()),
}
REASONS = {word: reason for reason, words in BY_WORD.items() for word in words}
#: Pairs of words of a name, joined, that give a reason though neither alone does.
BY_PAIR = {
    "linksblock": "related", "linksmodule": "related", "inlinelinks": "related", "furtherreading": "related", "morelinks": "related",
    "relatedarticles": "related", "readmore": "related", "readnext": "related", "morefrom": "related", "moreon": "related",
    "morestories": "related", "mostread": "related", "mostpopular": "related", "upnext": "related", "seealso": "related",
    "alsoread": "related", "alsolike": "related", "inlinelink": "related", "linklist": "related", "relatedlinks": "related",
    "signup": "newsletter", "optin": "newsletter", "calltoaction": "newsletter", "mailinglist": "newsletter",
    "screenreader": "invisible", "pagelist": "related", "linkstack": "related", "twittertweet": "embedded post",
    "instagrammedia": "embedded post", "tiktokembed": "embedded post", "fbpost": "embedded post", "redditembed": "embedded post",
    "blueskyembed": "embedded post", "followus": "sharing", "aboutauthor": "author note", "authorbio": "author note",
    "writerbio": "author note", "skiplink": "navigation", "skipto": "navigation", "topnav": "navigation",
    "taglist": "navigation", "articletags": "navigation", "posttags": "navigation", "entrymeta": "byline", "postmeta": "byline",
    "articlemeta": "byline", "imagecredit": "caption", "photocredit": "caption", "wpcaption": "caption", "readtime": "byline",
    "readingtime": "byline",
}  # fmt: skip
#: Whole names of what is not shown; their words stand in names of layout too (`overflow-hidden`).
UNSEEN = frozenset(
    "hidden is-hidden invisible d-none hide sr-only sr_only sronly visually-hidden visuallyhidden u-visually-hidden screen-reader-text "
    "screenreader-only print-only printonly show-for-sr offscreen a11y-hidden vh visuallyHidden".split()
)
#: Names that authors give to what holds the report's words.
BODY = re.compile(
    r"(?:article|story|post|entry|news|content|page|main)[-_]{0,2}(?:body|text|copy|paragraphs?)(?![a-z])|(?:article|story|post|entry)[-_]{0,2}content"
    r"(?![a-z])|body[-_]{0,2}(?:text|copy|content)(?![a-z])|rich[-_]?text(?!area|edit)|wysiwyg|text[-_]?block|prose(?![a-z])",
    re.I,
)
#: Words of names, and joined pairs of them, that say that a run of words is the standfirst under the headline.
DECK = frozenset(
    "dek deck standfirst subhead subheadline subheading subtitle subdeck excerpt lede lead intro summary description strapline "
    "standfirst keypoints headlinesub articlesub".split()
)
#: Figures that hold words of the report.
FIGURED = re.compile(r"table|quote|text", re.I)
#: Elements that names of their own never make furniture: they hold pages or stories.
TRUSTED = frozenset("html body main article".split())
#: Inline elements are furniture only for these reasons: other names stand on words of a sentence too.
INLINE_REASONS = frozenset(["invisible", "caption", "advertisement", "sharing", "newsletter", "button", "form"])
INLINE = frozenset("span a time small em i strong b font cite label".split())


@dataclass(frozen=True, slots=True)
class Role:
    """What an element is for by itself: `reason` says why its words are furniture (None: they may be the report's)."""

    reason: str | None = None
    body: bool = False
    deck: bool = False


#: An element that says nothing of what it is for.
PLAIN = Role()


def own_role(name: str, attributes: str) -> Role:
    """The role of an element by itself."""
    return _own_role(name, attributes) if len(attributes) <= LONGEST else _own_role(name, attributes[:LONGEST])


@lru_cache(maxsize=20_000)
def _own_role(name: str, attributes: str) -> Role:
    called = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in CALLED.finditer(attributes)} if attributes else {}
    body = called.get("itemprop", "").lower() == "articlebody" or _says(BODY, called)
    role = Role(
        reason=None if name in TRUSTED else _reason(name, called, body),
        body=body and name not in INLINE,
        deck=_is_deck(called) or called.get("itemprop", "").lower() in ("description", "alternativeheadline"),
    )
    return PLAIN if role == PLAIN else role


def _says(wording: re.Pattern[str], called: dict[str, str]) -> bool:
    return any(wording.search(value) for key, value in called.items() if key not in ("style", "aria-label", "aria-hidden", "role", "name"))


def _is_deck(called: dict[str, str]) -> bool:
    words = [word.lower() for value in _names(called, body=False) for word in WORD.findall(value)]
    return not DECK.isdisjoint(words) or not DECK.isdisjoint(first + second for first, second in pairwise(words))


def _reason(name: str, called: dict[str, str], body: bool) -> str | None:
    if name == "figure" and FIGURED.search(called.get("class", "")):
        return None
    if reason := BY_NAME.get(name) or BY_ROLE.get(called.get("role", "").lower()) or _concealed(called):
        return reason if name not in INLINE or reason in INLINE_REASONS else None
    found = next((reason for value in _names(called, body) if (reason := _of_name(value))), None)
    return found if name not in INLINE or found in INLINE_REASONS else None


def _concealed(called: dict[str, str]) -> str | None:
    hidden = "hidden" in called or called.get("aria-hidden", "").lower() == "true" or HIDDEN_STYLE.search(called.get("style", ""))
    return "invisible" if hidden else None


def _names(called: dict[str, str], body: bool) -> list[str]:
    """The single names; an element that is called the body is furniture by no other name."""
    if body:
        return []
    values = [value for key, value in called.items() if key not in ("style", "aria-label", "aria-hidden", "hidden", "role", "name")]
    return [name for value in values for name in value.split()]


def _of_name(name: str) -> str | None:
    if name in UNSEEN:
        return "invisible"
    # utility classes of style frameworks (`hidden md:block`, `lg:sticky`) say how, not what for
    if ":" in name or "[" in name:
        return None
    words = [word.lower() for word in WORD.findall(name)]
    pairs = (first + second for first, second in pairwise(words))
    return next((BY_PAIR[pair] for pair in pairs if pair in BY_PAIR), None) or next((REASONS[w] for w in words if w in REASONS), None)
