"""Pages of made-up news sites, with furniture that weighs what real furniture does.

The measure are 28 pages of 20 English news sites as they were served in 2023 to 2026: half of them have between 120 and 520 kB, 850 to
1,150 tags, 95 to 190 links, 17 to 65 scripts of 18 to 200 kB together, 0 to 100 kB of style sheets, 5 to 35 drawings, 10 to 30 pictures,
and 8,000 to 14,000 characters of words, of which 4,000 to 9,000 are the story. Resiliparse takes 1.6 ms to find the main content of the
median page. Sites here stay below that (125 to 300 kB, 1.3 ms), so that nothing is won by weight.

Each site has its own order of things, names of classes, depth of nesting, menus, banners, settings for trackers and style sheets; each
page its own teasers, most-read lists, comments, structured data and state for scripts. One site in three has the war in its menu, and
one teaser in forty tells of it, whatever the page itself is about.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

SITES = 24
WORDS = (
    "main wrap inner story card grid list item lead media image title text meta author share social button icon promo banner slot unit "
    "rail module widget section header footer menu link label badge video player gallery caption byline time tag topic related popular "
    "newsletter signup consent cookie paywall account search form input field toggle drawer modal overlay sticky primary secondary"
).split()
#: What a story's own elements are called, which readers do not take for furniture.
STORY_WORDS = "main wrap inner story content article body text lead column".split()
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
RULES = ("margin:0 auto", "padding:12px 16px", "display:flex", "font:400 16px/1.5 serif", "color:#1a1a1a", "border-top:1px solid #ddd",
         "max-width:680px", "grid-template-columns:repeat(12,1fr)", "transition:opacity .2s ease-in-out",
         "background:#fff url(/i/s.png)")  # fmt: skip
SECTIONS = ("World", "Politics", "Business", "Markets", "Technology", "Science", "Health", "Sport", "Culture", "Books", "Travel", "Food",
            "Opinion", "Climate", "Education", "Fashion", "Cars", "Property", "Weather", "Puzzles", "Obituaries", "Podcasts",
            "Video")  # fmt: skip
WAR = ("War in Ukraine", "Ukraine-Russia", "Ukraine conflict")
ICON = "M8 1.3a6.7 6.7 0 1 0 0 13.4A6.7 6.7 0 0 0 8 1.3Zm3.1 8.2L7.6 11.6a.7.7 0 0 1-1-.6V6.9a.7.7 0 0 1 1-.6l3.5 2.1a.7.7 0 0 1 0 1.1Z"
REGIONS = ("Africa", "Americas", "Asia", "Australia", "Europe", "Middle East", "United Kingdom", "United States", "China", "India")
COMMENTS = ("I could not agree more with this.", "Has anyone thought about the cost of it?", "This paper used to be better.",
            "We went there last summer and it was closed.", "Thank you for a fine article.", "Old news. Next!",
            "My father worked there.")  # fmt: skip
CODE = (
    "!function(e,t){{var n=e.{0}=e.{0}||[];n.push({{event:'{1}',ts:{2},ref:t.referrer}});var s=t.createElement('script');s.async=!0;"
    "s.src='https://cdn.{1}.example/{0}.js?v={2}';t.head.appendChild(s)}}(window,document);",
    "window.__{0}__=function(a,b){{if(a<b&&b>{2}){{for(var i=0;i<a;i++){{"
    "document.querySelectorAll('.{1}')[i].dataset.{0}=i}}}}return a<<2}};",
    "(()=>{{const {0}=new Map;addEventListener('scroll',(()=>{{{0}.set('{1}',performance.now()-{2})}}),{{passive:!0}})}})();",
)


@dataclass(frozen=True)
class Site:
    """What all pages of a site share, made once; `number` settles it."""

    number: int
    name: str
    head: str
    top: str
    foot: str
    depth: int
    classes: tuple[str, ...]
    own: tuple[str, ...]
    state: int
    teasers: int
    comments: int


@lru_cache(maxsize=SITES)
def site_of(number: int) -> Site:
    """The site of a number, the same every time."""
    chance = random.Random(f"site {number}")
    many = chance.choice((1, 2, 5, 8))
    classes = tuple(" ".join(f"{chance.choice(WORDS)}-{chance.choice(WORDS)}_{_code(chance, 5)}" for _ in range(many)) for _ in range(60))
    return Site(
        number=number, name=f"The {chance.choice(('Daily', 'Morning', 'Evening'))} {chance.choice(('Post', 'Times', 'Wire'))} {number}",
        head=_styles(chance, classes) + "".join(_script(chance) for _ in range(chance.randint(8, 40))),
        top=_banner(chance, classes) + _menu(chance, classes, number % 3 == 0), foot=_foot(chance, classes),
        depth=chance.randint(2, 9), classes=classes, own=tuple(f"{word}-{_code(chance, 5)}" for word in STORY_WORDS),
        state=chance.choice((0, 10, 40, 120, 250, 500)), teasers=chance.randint(20, 60), comments=chance.choice((0, 0, 6, 20)),
    )  # fmt: skip


def page_of(site: Site, title: str, lines: Sequence[str], others: Sequence[str], published: str, chance: random.Random) -> str:
    """A whole page: the story, between what the site puts on all its pages and what it puts on this one; `others` are headlines."""
    url = f"https://news{site.number}.example/{chance.randrange(10**8)}"
    return (
        f'<!DOCTYPE html>\n<html lang="en" class="no-js">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)} | {site.name}</title>\n'
        + _metadata(site, title, lines[0] if lines else title, published, url)
        + site.head + '</head>\n<body class="' + site.classes[0] + '">\n' + site.top
        + _story(site, title, lines, published, chance) + _teasers(site, others, chance) + _comments(site, chance)
        + site.foot + _state(site, others, chance) + "\n</body>\n</html>\n"
    )  # fmt: skip


def _code(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(LETTERS, k=length))


def _one(classes: Sequence[str], chance: random.Random) -> str:
    return chance.choice(classes).partition(" ")[0]


def _styles(chance: random.Random, classes: Sequence[str]) -> str:
    sheets = (
        "".join(f".{_one(classes, chance)}>.{_one(classes, chance)}{{{chance.choice(RULES)};{chance.choice(RULES)}}}" for _ in range(size))
        for size in chance.choices((40, 200, 600), k=chance.randint(1, 3))
    )
    links = "".join(f'<link rel="preload" as="font" href="https://cdn.example/{_code(chance, 12)}.woff2" crossorigin>' for _ in range(8))
    return links + "".join(f"<style>{sheet}</style>\n" for sheet in sheets)


def _script(chance: random.Random) -> str:
    if chance.random() < 0.3:
        return f'<script async src="https://cdn.example/{_code(chance, 16)}.js"></script>\n'
    body = "".join(
        chance.choice(CODE).format(_code(chance, 6), chance.choice(WORDS), chance.randrange(10**6))
        for _ in range(chance.choice((1, 3, 12)))
    )
    return f"<script>{body}</script>\n"


def _banner(chance: random.Random, classes: Sequence[str]) -> str:
    drawing = "".join(f'<path d="M{chance.randrange(99)} {chance.randrange(99)}c{_numbers(chance, 30)}z"/>' for _ in range(4))
    icons = "".join(
        f'<a class="{c}" href="/go/{c}" aria-label="{c}"><svg viewBox="0 0 24 24" width="24">{drawing[:200]}"/></svg></a>'
        for c in classes[:6]
    )
    consent = "<p>We and our partners store cookies on your device. You may change your choices at any time.</p><button>Accept all</button>"
    return (
        f'<div class="{classes[1]}" id="consent" role="dialog">{consent}</div>\n<a class="skip" href="#main">Skip to content</a>\n'
        f'<header class="{classes[2]}"><svg viewBox="0 0 200 40">{drawing}</svg>{icons}<form action="/search"><input name="q" '
        f'placeholder="Search"><button>Go</button></form><a href="/login">Sign in</a>'
        f'<a href="/subscribe">Subscribe for 1 a week</a></header>\n'
    )


def _numbers(chance: random.Random, many: int) -> str:
    return " ".join(f"{chance.uniform(-9, 9):.2f}" for _ in range(many))


def _menu(chance: random.Random, classes: Sequence[str], war: bool) -> str:
    named = [*SECTIONS, *REGIONS, *(WAR[:1] if war else ())]
    chance.shuffle(named)
    entries = "".join(
        f'<li class="{chance.choice(classes)}"><a class="{chance.choice(classes)}" href="/{name.lower()}" data-track="nav:{n}">'
        f"<span>{name}</span></a></li>\n"
        for n, name in enumerate(named)
    )
    return f'<nav class="{classes[3]}" aria-label="Sections"><ul>{entries}</ul></nav>\n<nav class="{classes[4]}"><ul>{entries}</ul></nav>\n'


def _foot(chance: random.Random, classes: Sequence[str]) -> str:
    links = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in chance.sample(SECTIONS, 16))
    about = "".join(
        f'<li><a href="/{n}">{n}</a></li>' for n in ("About us", "Careers", "Terms of use", "Privacy", "Contact", "Corrections")
    )
    scripts = "".join(_script(chance) for _ in range(chance.randint(3, 15)))
    return (
        f'<footer class="{classes[5]}"><ul>{links}</ul><ul>{about}</ul><p>© 2025. All rights reserved. No part of this site may be '
        f"reproduced without permission.</p></footer>\n{scripts}"
    )


def _metadata(site: Site, title: str, lead: str, published: str, url: str) -> str:
    day = f'<meta property="article:published_time" content="{published}">\n' if published else ""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "url": url, "publisher": {"name": site.name},
            "isAccessibleForFree": True} | ({"datePublished": published} if published else {})  # fmt: skip
    told = escape(lead[:150])
    return (
        f'{day}<link rel="canonical" href="{url}">\n<meta property="og:site_name" content="{site.name}">\n<meta property="og:title" '
        f'content="{escape(title)}">\n<meta name="description" content="{told}">\n<meta property="og:description" content="{told}">\n'
        f'<meta name="viewport" content="width=device-width">\n<script type="application/ld+json">{json.dumps(data)}</script>\n'
    )


def _story(site: Site, title: str, lines: Sequence[str], published: str, chance: random.Random) -> str:
    own, beside = site.own, site.classes
    slot = f'<div id="ad-{chance.randrange(10**6)}"></div>'
    between = f'<div class="ad-slot {beside[8]}" data-slot="mid"><span class="{beside[9]}">Advertisement</span>{slot}</div>'
    paragraphs = "".join(
        f'<p class="{own[-1]}" data-id="{chance.randrange(10**8)}">{escape(line)}</p>\n' + (between if n % 4 == 3 else "")
        for n, line in enumerate(lines)
    )
    opened, closed = "".join(f'<div class="{name}">' for name in own[: site.depth]), "</div>" * site.depth
    picture = (
        f'<figure class="{beside[6]}"><picture><source srcset="https://img.example/{chance.randrange(10**9)}.webp 1x"><img loading="lazy" '
        f'src="https://img.example/{chance.randrange(10**9)}.jpg" alt=""></picture></figure>\n'
    )
    day = f"<time>{published}</time>" if published else ""
    return (
        f'<main id="main">{opened}<article class="{own[3]}"><h1>{escape(title)}</h1>{day}{picture}{paragraphs}</article>{closed}</main>\n'
    )


def _teasers(site: Site, others: Sequence[str], chance: random.Random) -> str:
    c = site.classes
    cards = "".join(
        f'<li class="{c[22]}"><article class="{c[23]}"><a class="{c[24]}" href="/story/{number}" data-track="card:{number}"><figure '
        f'class="{c[25]}"><img loading="lazy" width="320" height="180" srcset="https://img.example/{number}_w320.jpg 320w, '
        f'https://img.example/{number}_w640.jpg 640w, https://img.example/{number}_w960.jpg 960w" sizes="(min-width: 960px) 33vw, 100vw" '
        f'src="https://img.example/{number}_w320.jpg" alt=""></figure><div class="{c[26]}"><svg class="{c[29]}" viewBox="0 0 16 16" '
        f'aria-hidden="true"><path d="{ICON}"/></svg><h3 class="{c[27]}">{escape(other)}</h3></div></a>'
        f'<span class="{c[28]}">{number % 23} hours ago</span></article></li>\n'
        for other, number in zip(others, (chance.randrange(10**8) for _ in range(site.teasers)), strict=False)
    )
    return f'<aside class="{c[21]}"><h2>Related and most read</h2><ul>{cards}</ul></aside>\n'


def _comments(site: Site, chance: random.Random) -> str:
    c = site.classes
    told = "".join(
        f'<li class="{c[31]}"><b class="{c[32]}">reader{chance.randrange(10**5)}</b> <time>{n} h</time><p>{chance.choice(COMMENTS)} '
        f"{chance.choice(COMMENTS)}</p><button>Reply</button><button>Report</button></li>\n"
        for n in range(site.comments)
    )
    return f'<section id="comments" class="{c[30]}"><h2>Comments</h2><ol>{told}</ol></section>\n' if told else ""


def _state(site: Site, others: Sequence[str], chance: random.Random) -> str:
    """What a page hands to its scripts: the same stories again, as data."""
    start = chance.randrange(10**9)
    stories = [
        {"id": start + n, "kind": "story", "slug": WORDS[(start + n) % len(WORDS)], "flags": ["premium", "noads", "amp"],
         "img": {"w": 640, "h": 360, "src": f"/i/{start * n}.jpg"}, "title": others[n % len(others)],
         "track": {"chan": "web", "pos": n, "ab": f"x{start ^ n:x}"}}
        for n in range(site.state)
    ]  # fmt: skip
    return f'<script id="__STATE__" type="application/json">{json.dumps(stories)}</script>' if stories else ""
