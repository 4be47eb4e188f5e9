"""Drafts of commitments as the agreement makes them: binding, dated by its signature, each sum with its own year and giver."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from promissory.extraction.amounts.currencies import DOLLARS
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import clause
from promissory.extraction.kinds.matters.support import KIND_WORDS
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.treaties.recognising import Treaty
from promissory.extraction.treaties.signatures import At
from promissory.extraction.treaties.sums import ALL, SO_FAR, WHOLE_TERM
from promissory.model import Amount

if TYPE_CHECKING:
    from promissory.extraction.words import Token

UNCERTAIN = re.compile(r"\A\W*(?:if|subject\s+to|provided)\b|\b(?:could|may|might)\s+be\b|\bif\s+(?:agreed|approved)\b", re.I)
#: Words that earmark a sum, and need no other to tell its stage.
EARMARKING = ("alloc", "announc", "earmark", "assign")
PAST_PLEDGE = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+)?(?:pledged|promised)\b", re.I)
#: What is meant or aimed at binds nobody.
INTENT = re.compile(r"\b(?:intend(?:s|ed)?|intention|aims?|plans?|planned|seeks?|strives?|hopes?|targets?)\b", re.I)
BEYOND = re.compile(r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed)?|in\s+excess\s+of)\s+\Z", re.I)
EVERY = re.compile(r"\b(?:(?:each|every|per|a)\s+year|annual(?:ly)?|yearly)\b", re.I)
BRACKET = re.compile(r"\([^()]*\)")
AIDED = re.compile(r"((?:[\w-]+,?\s+){1,3})(?:support|assistance|aid|help)\b", re.I)
KINDS = {**KIND_WORDS, "macroeconomic": "financial"}
#: Stages that a sum named beside another, without a verb of its own, shares with it.
SHARED = ("delivered", "committed", "pledged")


def settle_all(scene: Scene, treaty: Treaty, agreement: Draft, gifts: Sequence[Draft]) -> list[Draft]:
    """The drafts settled, sentence by sentence, without those that say again what a fuller one says."""
    sentences = {s.start: s for s in scene.sentences}
    settled: list[Draft] = []
    ordered = sorted(gifts, key=lambda g: (g.evidence[0], g.trigger))
    for start, group in groupby(ordered, key=lambda g: g.evidence[0][0]):
        here = sentences[start]
        settled += _without_echoes([_settle(treaty, here, agreement, gift) for gift in _attribute(scene, here, _align(here, group))])
    return settled


def _align(sentence: Sentence, group: Iterator[Draft]) -> Iterator[Draft]:
    """A sum that hangs on the verb of the one before shares its stage ("1 million in 2022 and 2 million in 2023")."""
    lead: str | None = None
    for gift in group:
        if gift.status == "allocated" and "amount" in gift.slots and lead and not _trigger(sentence, gift).startswith(EARMARKING):
            gift = replace(gift, status=lead)
        lead = gift.status if gift.status in SHARED and "amount" in gift.slots else lead
        yield gift


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """One draft a sum and period, the fullest; one without a sum only where its giver has no sum in the sentence."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_fullness):
        known = [k for k in kept if k.parties.get("donor") == draft.parties.get("donor")]
        if not any(_is_echo(draft, other) for other in known):
            kept.append(draft)
    return kept


def _is_echo(draft: Draft, other: Draft) -> bool:
    if "amount" not in draft.slots:
        return True
    same = draft.slots["amount"] == other.slots.get("amount")
    return same and (draft.grounds.get("amount") == other.grounds.get("amount") or draft.slots.get("period") == other.slots.get("period"))


def _fullness(draft: Draft) -> tuple[object, ...]:
    return "amount" not in draft.slots, draft.status == "allocated", "items" not in draft.slots, "period" not in draft.slots, draft.trigger


def _settle(treaty: Treaty, sentence: Sentence, agreement: Draft, gift: Draft) -> Draft:
    slots = {slot: value for slot, value in gift.slots.items() if slot != "attributed_to"}
    grounds = {slot: at for slot, at in gift.grounds.items() if slot != "attributed_to"}
    draft = replace(gift, slots=slots, grounds=grounds, parties=_parties(treaty, sentence, gift), inferred=dict(gift.inferred))
    draft.status = _status(sentence, gift)
    if draft.status == "committed" and gift.status == "pledged":
        draft.inferred["status"] = "an undertaking in an agreement"
    _fill_period(draft, sentence, agreement)
    _fill_amount(draft, sentence)
    _fill_support(draft, sentence)
    _fill_day(draft, sentence, agreement)
    return draft


def _parties(treaty: Treaty, sentence: Sentence, gift: Draft) -> dict[str, list[str]]:
    """All parties for "the Participants", but for one that is named as the receiver; nobody gives to itself."""
    parties = {role: _expand(treaty, ids) for role, ids in gift.parties.items()}
    donors, recipients = parties.get("donor", []), parties.get("recipient", [])
    if ALL in gift.parties.get("donor", []):
        named = {name.id for mention in sentence.mentions for name in mention.names if name.type in ("actor", "metonym")}
        donors = [who for who in donors if who not in recipients or who not in named]
    parties |= {"donor": donors, "recipient": [who for who in recipients if who not in donors]}
    return {role: ids for role, ids in parties.items() if ids}


def _expand(treaty: Treaty, ids: list[str]) -> list[str]:
    return list(dict.fromkeys(who for ident in ids for who in (treaty.parties if ident == ALL else (ident,))))


def _attribute(scene: Scene, sentence: Sentence, gifts: Iterator[Draft]) -> Iterator[Draft]:
    """ "Contributes to the Facility, which has committed … and has pledged …": the body that runs the facility gives."""
    fund: str | None = None
    for gift in gifts:
        token = next((t for t in sentence.tokens if sentence.bounds(t) == gift.trigger), None)
        verb = clause(token) if token is not None else None
        own = verb is None or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        fund = _relative(scene, sentence, verb) or (None if own else fund)
        yield replace(gift, parties={**gift.parties, "donor": [fund]}) if fund else gift


def _relative(scene: Scene, sentence: Sentence, verb: Token | None) -> str | None:
    """The body of the named fund that a relative clause speaks of."""
    if verb is None or verb.dep_ != "relcl" or not any(c.lower_ in ("which", "that") for c in verb.children):
        return None
    mention = sentence.at.get(verb.head.i)
    named = mention.id_of("framework") if mention else None
    return next((f.body for f in scene.pack.frameworks if f.id == named), None)


def _trigger(sentence: Sentence, gift: Draft) -> str:
    return sentence.text[gift.trigger[0] - sentence.start : gift.trigger[1] - sentence.start].lower()


def _status(sentence: Sentence, gift: Draft) -> str:
    words = _around(sentence, gift)
    if gift.status in ("pledged", "allocated", "considered") and UNCERTAIN.search(words):
        return "considered"
    if gift.status == "pledged":
        return "pledged" if PAST_PLEDGE.search(words) or INTENT.search(words) else "committed"
    if gift.status == "allocated" and _is_so_far(sentence, words) and not _trigger(sentence, gift).startswith(EARMARKING):
        return "delivered"
    return gift.status


def _around(sentence: Sentence, gift: Draft) -> str:
    """The words about a sum: up to it, or the brackets it stands in; the commas around it divide. The sentence where there is no sum."""
    if "amount" not in gift.grounds:
        return sentence.text
    start, end = (at - sentence.start for at in gift.grounds["amount"])
    bracket = next((b for b in BRACKET.finditer(sentence.text) if b.start() < start < b.end()), None)
    if bracket:
        return bracket.group()
    words = BRACKET.sub(lambda m: " " * len(m.group()), sentence.text)
    before, after = words[:start], re.split(r"[,;](?!\d)", words[end:])[0]
    cut = max(before.rfind(", and "), before.rfind(";"), before.rfind(", With"), -1)
    opening = re.match(r"\W*(?:with|besides|in addition to)\b", words, re.I)
    if opening and "," not in words[start:end] and "," not in before:
        return words[: end + len(after)]
    return before[cut + 1 :] + words[start:end] + after


def _is_so_far(sentence: Sentence, words: str) -> bool:
    return bool(SO_FAR.search(words) or re.match(r"\W*since\b", sentence.text, re.I))


def _fill_period(draft: Draft, sentence: Sentence, agreement: Draft) -> None:
    """The years that the clause names for the sum, or the whole term of the agreement."""
    if "amount" not in draft.slots and WHOLE_TERM.search(sentence.text) and (period := _whole_term(agreement)):
        _put(draft, "period", period, None, "the term of the agreement, from its signature")
        return
    if "amount" in draft.grounds and len(sentence.amounts) > 1:
        draft.slots.pop("period", None)
        draft.grounds.pop("period", None)
    years = _years_for(sentence, draft)
    if years and draft.slots.get("period") in (None, *(value for value, _ in years)):
        low, high = years[0][0], years[-1][0]
        if low == high and EVERY.search(sentence.text) and re.search(r"\b(?:until|till|through|to)\s\Z", _before(sentence, years[0][1])):
            low = min(str(agreement.slots.get("date", high))[:4], low)
        _put(draft, "period", low if low == high else f"{low}/{high}", (years[0][1][0], years[-1][1][1]))


def _before(sentence: Sentence, at: At) -> str:
    return sentence.text[max(0, at[0] - sentence.start - 12) : at[0] - sentence.start]


def _years_for(sentence: Sentence, draft: Draft) -> list[tuple[str, At]]:
    """The run of years nearest to the sum with no other sum between; of the whole sentence where it names none."""
    runs = _runs(sentence)
    if "amount" not in draft.grounds:
        return runs[0] if len(runs) == 1 else []
    start, end = draft.grounds["amount"]
    others = [(sentence.start + m.start, sentence.start + m.end) for m in sentence.amounts]
    near = [(_gap((start, end), (r[0][1][0], r[-1][1][1])), r) for r in runs]
    clear = [(gap, r) for gap, r in near if not any(_lies_between(o, (start, end), (r[0][1][0], r[-1][1][1])) for o in others)]
    return min(clear, key=lambda pair: pair[0])[1] if clear else []


def _runs(sentence: Sentence) -> list[list[tuple[str, At]]]:
    """Years and ranges of years, those of one list together ("2024, 2025 and 2026")."""
    runs: list[list[tuple[str, At]]] = []
    for mention in sentence.dates:
        at = (sentence.start + mention.start, sentence.start + mention.end)
        years = [(part, at) for part in (mention.value or "").split("/") if re.fullmatch(r"\d{4}", part)]
        before = sentence.text[max(0, mention.start - 6) : mention.start]
        if not years or re.search(r"since\s\Z", before, re.I):
            continue
        between = sentence.text[runs[-1][-1][1][1] - sentence.start : mention.start] if runs else "."
        if re.fullmatch(r"\s*(?:,|and|,\s*and|to|–|-)\s*", between) and years[0][0] > runs[-1][-1][0]:
            runs[-1] += years
        else:
            runs.append(years)
    return runs


def _gap(a: At, b: At) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)


def _lies_between(other: At, a: At, b: At) -> bool:
    low, high = min(a[1], b[1]), max(a[0], b[0])
    return low <= other[0] and other[1] <= high


def _whole_term(agreement: Draft) -> str | None:
    """From the day of signature to the same day at the end of the term; None where either is unknown."""
    date, term = agreement.slots.get("date"), re.fullmatch(r"P(\d+)Y", str(agreement.slots.get("term")))
    if not date or not term or len(date) != 10:
        return None
    year, month, day = (int(part) for part in date.split("-"))
    last = year + int(term[1])
    return f"{date}/{last}-{month:02}-{min(day, monthrange(last, month)[1]):02}"


def _fill_amount(draft: Draft, sentence: Sentence) -> None:
    """A bare dollar sign in a state's own agreement is its own dollar; what is exceeded is a minimum."""
    amount = draft.slots.get("amount")
    if not isinstance(amount, Amount) or "amount" not in draft.grounds:
        return
    start, end = (at - sentence.start for at in draft.grounds["amount"])
    own = DOLLARS.get(next(iter(draft.parties.get("donor", [])), ""))
    if own and amount.currency == "USD" and re.match(r"\$", sentence.text[start:end]):
        amount = replace(amount, currency=own)
        draft.inferred["amount"] = "the dollar of the state that gives it"
    if amount.qualifier == "exact" and BEYOND.search(sentence.text[:start]):
        amount = replace(amount, qualifier="at_least")
    draft.slots["amount"] = amount


def _fill_support(draft: Draft, sentence: Sentence) -> None:
    """The kind of support, where the words beside the sum name one and no more than one."""
    words = _around(sentence, draft)
    kinds = {kind for match in AIDED.finditer(words) for word in re.findall(r"[\w-]+", match[1].lower()) if (kind := KINDS.get(word))}
    if "support" not in draft.slots and len(kinds) == 1:
        draft.slots["support"] = kinds.pop()
        draft.inferred["support"] = "the words beside the sum"


def _fill_day(draft: Draft, sentence: Sentence, agreement: Draft) -> None:
    """What the agreement itself undertakes was undertaken on the day of its signature."""
    signed, day = agreement.slots.get("date"), draft.slots.get("date")
    if day is not None and (day == draft.slots.get("period") or (signed and day > signed)):
        draft.slots.pop("date")
        draft.grounds.pop("date", None)
    if draft.status == "committed" and signed and "date" not in draft.slots and not _is_so_far(sentence, _around(sentence, draft)):
        _put(draft, "date", signed, agreement.grounds["date"], "the day of signature")


def _put(draft: Draft, slot: str, value: str, at: At | None, because: str | None = None) -> None:
    draft.slots[slot] = value
    draft.grounds.pop(slot, None)
    if at:
        draft.grounds[slot] = at
    if because:
        draft.inferred[slot] = because
