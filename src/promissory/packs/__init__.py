"""What the domain knows, as data: actors, people and posts with dates, items, frameworks, places, topics, titles, outlets."""

from promissory.packs.grades import judged
from promissory.packs.identifying import identify
from promissory.packs.loading import load_pack
from promissory.packs.outlets import Source
from promissory.packs.schema import Actor, Event, Frame, Framework, Item, Pack, Person, Place, Post, Title, Topic

__all__ = [
    "Actor",
    "Event",
    "Frame",
    "Framework",
    "Item",
    "Pack",
    "Person",
    "Place",
    "Post",
    "Source",
    "Title",
    "Topic",
    "identify",
    "judged",
    "load_pack",
]
