"""Nouns for what people come together at, each listed once: meetings, talks, visits and meals.

A module that asks for such nouns builds its list of these sets and says only what it adds or leaves out.
"""

from __future__ import annotations

#: Meetings of a few or many; those that are known by their owner alone ("the NATO summit").
MEETINGS = frozenset("meeting session gathering".split())
GREAT = frozenset("summit conference forum ministerial".split())
GATHERINGS = MEETINGS | GREAT
#: Talks that come in rounds and may end in a paper; talks of any kind.
NEGOTIATIONS = frozenset("talk talks negotiation consultation".split())
TALKS = NEGOTIATIONS | frozenset("discussion dialogue".split())
#: What two have with one another.
EXCHANGES = TALKS | frozenset("conversation call meeting".split())
VISITS = frozenset("visit trip tour stop".split())
MEALS = frozenset("dinner lunch breakfast reception banquet supper".split())
