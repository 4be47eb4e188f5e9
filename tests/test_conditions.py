"""Conditions: what must hold before something else is done, whose part it is, and who set it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def conditions(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "condition")


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The European Union will release the money once Ukraine has fulfilled the reforms.", ("UA",)),
        ("Ukraine will not join the alliance; NATO will invite Ukraine only when Ukraine has carried out reforms.", ("UA",)),
        ("NATO will deliver the aircraft if Poland gives its consent.", ("PL",)),
        ("Sanctions will remain in place until Russia withdraws its troops.", ("RU",)),
        ("Payments to Ukraine depend on the approval of Hungary.", ("HU",)),
        ("Any European force in Ukraine would hinge on American air cover, Keir Starmer said.", ("US",)),
    ],
)
def test_who_must_act(conditions: Find, text: str, on: tuple[str, ...]) -> None:
    claims = conditions(text)
    assert on in [claim.parties["on"] for claim in claims]
    assert {claim.status for claim in claims} == {"stated"}


def test_fulfilled_conditions_are_met(conditions: Find) -> None:
    (claim,) = conditions("Ukraine has fulfilled the conditions for accession to the EU.")
    assert (claim.status, claim.parties["on"], claim.for_) == ("met", ("UA",), "eu_membership")


@pytest.mark.parametrize("link", ["as long as", "so long as", "once", "when", "if"])
def test_what_is_waited_for_is_not_met(conditions: Find, link: str) -> None:
    claims = conditions(f"NATO says that Ukraine will join the alliance {link} all the conditions are met.")
    assert "met" not in {claim.status for claim in claims}


def test_the_main_subject_sets_it(conditions: Find) -> None:
    (claim,) = conditions("The European Union will release the loan once Ukraine has carried out the reforms.")
    assert claim.parties["set_by"] == ("EU",)


@pytest.mark.parametrize(
    "text",
    [
        "Norway will support Ukraine for as long as it takes.",
        "Norway asked whether Ukraine needs ammunition.",
        "When Ukraine asked, Norway gave ammunition.",
        "Russia struck two substations on which the delivery of power to Moldova depends.",
        "Ukraine repaired the pipelines on which aid to Slovakia depends.",
    ],
)
def test_no_condition(conditions: Find, text: str) -> None:
    assert conditions(text) == []


@pytest.mark.parametrize(
    ("text", "status", "on"),
    [
        ("All 32 members must agree before NATO names a new secretary general.", "stated", ("NATO",)),
        ("Finland's accession to NATO must be ratified by all thirty members.", "stated", ("NATO",)),
        ("US security guarantees need approval from Congress.", "stated", ("US",)),
        ("The aid package for Ukraine still has to be approved by the House of Representatives.", "stated", ("US",)),
        ("Hungary has yet to ratify Sweden's accession to NATO.", "unmet", ("HU",)),
        ("Slovakia has not yet approved the loan to Ukraine.", "unmet", ("SK",)),
        ("Payments to Ukraine will be conditional on this programme of reforms.", "stated", ("UA",)),
        ("Reforms of the judiciary are essential for Ukraine's accession to the European Union.", "stated", ("UA",)),
        ("Kyiv made progress on the anti-corruption reforms needed to advance Ukraine's Euro-Atlantic integration.", "stated", ("UA",)),
        ("Deliveries of the F-16 jets would have to wait for the training of Ukrainian pilots.", "stated", ("UA",)),
        ("A country at war cannot become a member of NATO, Olaf Scholz said of Ukraine.", "stated", ("UA",)),
    ],
)
def test_consent_and_what_comes_first(conditions: Find, text: str, status: str, on: tuple[str, ...]) -> None:
    assert [(claim.status, claim.parties["on"]) for claim in conditions(text)] == [(status, on)]


@pytest.mark.parametrize(
    "text",
    [
        "The House approved the aid bill for Ukraine on Tuesday.",
        "Kyiv and Berlin must agree on the price of the drones.",
        "Poland must approve its budget, and Ukraine waits.",
        "Ukraine needs more shells, the minister said.",
        "Ukrainian reforms are necessary, the minister said.",
        "Ukraine could not join the call on Monday.",
    ],
)
def test_neither_consent_nor_what_comes_first(conditions: Find, text: str) -> None:
    assert conditions(text) == []


@pytest.mark.parametrize(
    ("text", "on", "setter"),
    [
        ("Hungary will not lift its veto on the loan to Ukraine unless Brussels pays out the frozen funds.", "EU", "HU"),
        ("Australia will hand its Abrams tanks to Ukraine, subject to the consent of Washington.", "US", "AU"),
        ("Ukraine has to carry out reforms if the World Bank is to pay out the money.", "UA", "World-Bank"),
        ("Kyiv must adopt a law on judges if it is to receive the next 3 billion euros from Brussels.", "UA", "EU"),
        ("Payment of the EU's second instalment to Ukraine hangs on the adoption of nine reforms by Kyiv.", "UA", "EU"),
        ("Norway will hand Ukraine the boats, provided that Denmark agrees.", "DK", "NO"),
        ("Sweden made further aid contingent on progress in Ukraine's fight against corruption.", "UA", "SE"),
        ("The United States made the tanks for Ukraine dependent on Poland sending its own.", "PL", "US"),
        ("As a precondition for talks, Moscow demands that Ukraine withdraw from the region.", "UA", "RU"),
        ("Slovakia gave Ukraine the jets on condition that only Ukrainian pilots fly them.", "UA", "SK"),
        (
            "Ukraine has yet to meet two of the three conditions that the European Commission attached to the loan.",
            "UA",
            "EU",
        ),
        ("Turkey will not ratify the accession protocol until Sweden extradites the men, a diplomat told Ukrainian media.", "SE", "TR"),
        ("Ukraine must first complete its reforms of the courts before the EU can open accession talks.", "UA", "EU"),
        ("The export of the missiles to Ukraine requires the consent of the Bundestag.", "DE", "DE"),
        ("France cannot let Ukraine have the engines without the approval of Germany.", "DE", "DE"),
        (
            "Ukraine will receive the second payment only after it has adopted a law on state firms, the World Bank said.",
            "UA",
            "World-Bank",
        ),
    ],
)
def test_wordings_of_conditions(conditions: Find, text: str, on: str, setter: str) -> None:
    claims = conditions(text)
    assert on in [i for claim in claims for i in claim.parties["on"]]
    assert setter in [i for claim in claims for i in claim.parties.get("set_by", ())]


@pytest.mark.parametrize(
    "text",
    [
        "What if Ukraine loses, Boris Johnson asked.",
        "First of all, Ukraine needs shells.",
        "If Russia attacks again, Poland will help Ukraine.",
        "Doctors in Kyiv said that the condition of the pilot was stable.",
        "Norway will meet Ukraine's requirements for ammunition.",
        "Ukraine will rebuild the bridge when spring comes.",
    ],
)
def test_no_bargain(conditions: Find, text: str) -> None:
    assert conditions(text) == []


@pytest.mark.parametrize(
    ("text", "on", "setter"),
    [
        ("Without reforms there will be no membership for Ukraine, Mark Rutte said.", "UA", "mark-rutte"),
        ("Turkey dropped its veto after Finland and Sweden promised Ukraine's friends to act.", "FI", "TR"),
        ("Vladimir Putin named his terms for a truce: Ukraine must pull out of four regions.", "UA", "RU"),
        ("Poland ties its support for Ukraine's accession to the exhumation of victims in Volhynia.", "UA", "PL"),
        ("Hungary insists on guarantees from Ukraine in return for lifting its veto.", "UA", "HU"),
        ("Turkey will not consent to the accession of Sweden and Finland, friends of Ukraine, until they act.", "SE", "TR"),
        ("Greece will not give Ukraine its Patriots unless it gets replacements from the United States.", "US", "GR"),
        ("Britain wants a green light from the United States before Ukraine fires the missiles.", "US", "GB"),
        ("Washington will take part in the loan to Ukraine provided the EU prolongs its sanctions.", "EU", "US"),
    ],
)
def test_bargains(conditions: Find, text: str, on: str, setter: str) -> None:
    claims = conditions(text)
    assert on in [i for claim in claims for i in claim.parties["on"]]
    assert setter in [i for claim in claims for i in claim.parties.get("set_by", ())]


@pytest.mark.parametrize(
    "text",
    [
        "Without a coat the minister stood in the rain in Kyiv.",
        "Ukraine's soldiers came first in the shooting contest.",
        "The price of grain fell in Ukraine: a ton now costs less.",
        "In return Kyiv thanked Poland.",
        "Ukraine wants to win before the winter.",
    ],
)
def test_nothing_bargained(conditions: Find, text: str) -> None:
    assert conditions(text) == []


@pytest.mark.parametrize(
    ("text", "status", "on", "set_by"),
    [
        ("Donald Trump gave Moscow fifty days to stop the war in Ukraine.", "stated", "RU", "US"),
        ("Budapest set out eleven demands to Ukraine.", "stated", "UA", "HU"),
        ("Ukraine has completed four of the seven steps set by the Commission.", "met", "UA", "EU"),
        ("Ukraine failed to meet three reform deadlines set by the Commission.", "unmet", "UA", "EU"),
        ("European troops would go to Ukraine only with an American backstop.", "stated", "US", None),
        ("Without American support Britain will not send troops to Ukraine.", "stated", "US", "GB"),
        ("A US backstop is essential for any deployment of British troops in Ukraine.", "stated", "US", "GB"),
        ("Security guarantees for Ukraine will take effect only after a ceasefire.", "stated", "RU", None),
        ("Kyiv promised not to use the missiles against targets in Russia.", "stated", "UA", None),
        ("Slovakia dropped its veto on the sanctions over Ukraine after receiving guarantees from the Commission.", "met", "EU", "SK"),
        ("Norway's share of the loan to Ukraine is contingent on Germany keeping the assets frozen.", "stated", "DE", "NO"),
        ("The appointment of judges has to be completed before the rest of the money is paid to Ukraine.", "stated", "UA", None),
        ("Britain and Canada can join the EU scheme for Ukraine provided that they sign a partnership.", "stated", "GB", "EU"),
    ],
)
def test_conditions_told_by_phrases(claims_of: Callable[..., list[Claim]], text: str, status: str, on: str, set_by: str | None) -> None:
    found = [c for c in claims_of(text, "2025-07-20", "condition") if on in c.parties["on"] and c.status == status]
    assert found
    assert set_by is None or any(set_by in c.parties.get("set_by", ()) for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine fired all its missiles in four of the seven days.",
        "Poland gave Ukraine ten tanks in three days.",
        "The world depends on Chinese makers, Ukraine's minister said.",
        "Ukraine has met all of its allies.",
        "Only after dinner did Volodymyr Zelensky speak.",
    ],
)
def test_no_terms(claims_of: Callable[..., list[Claim]], text: str) -> None:
    assert claims_of(text, "2025-07-20", "condition") == []


@pytest.mark.parametrize(
    ("text", "status", "on"),
    [
        ("Ukraine accepted the truce, provided that Russia accepts it.", "stated", "RU"),
        ("Several capitals insist that the war in Ukraine must end first.", "stated", "RU"),
        ("Hungary agreed only after being assured that it need not take part in NATO's support for Ukraine.", "met", "NATO"),
        ("Ukraine has already met the prior actions, the International Monetary Fund said.", "met", "UA"),
        ("The tranche for Ukraine depends on an audit of Energoatom, Ottawa said.", "stated", "UA"),
    ],
)
def test_promises_and_prior_actions(claims_of: Callable[..., list[Claim]], text: str, status: str, on: str) -> None:
    assert (status, on) in {(c.status, *c.parties["on"][:1]) for c in claims_of(text, "2025-07-20", "condition")}


def test_as_long_as_terms_are_met_they_are_not_yet(claims_of: Callable[..., list[Claim]]) -> None:
    found = claims_of("Ukraine will join NATO as long as the necessary conditions are met.", "2025-07-20", "condition")
    assert {claim.status for claim in found} == {"stated"}


@pytest.mark.parametrize(
    ("text", "on", "set_by"),
    [
        ("Moscow has made the withdrawal of Ukrainian soldiers from the Donbas a precondition for any talks.", "UA", "RU"),
        ("Envoys could not agree on the change to EU rules that Washington has made a condition for a loan to Ukraine.", "EU", "US"),
        ("The demobilisation of Ukraine remains Moscow's main condition for a truce.", "UA", "RU"),
        ("The IMF has tied the next payout to a rise in Ukrainian excises.", "UA", "IMF"),
        ("Canada is willing to contribute to the credit for Ukraine, should the Europeans prolong their measures.", "EU", "CA"),
        ("Berlin would send frigates to Ukraine only when western insurers cover the risk.", "partners", "DE"),
        (
            "The Kremlin has ruled out the pause that Washington is proposing for Ukraine unless Western convoys stop.",
            "partners",
            "RU",
        ),
        (
            "Finland's minister said her country was ready to host the court on Ukraine, provided that it had enough support.",
            "partners",
            "FI",
        ),
        ("Budapest repeated that nothing would move until Ukraine strikes the bank off a list.", "UA", "HU"),
        ("Russia insists that Ukraine withdraw from the oblast before any ceasefire.", "UA", "RU"),
        ("Under Moscow's demands Kyiv would have to give up its army before talks begin.", "UA", "RU"),
        ("Sunak said that any such plan for Ukraine must have the support of the European Union.", "EU", "rishi-sunak"),
        ("Ukraine will become a member of NATO when Allies agree and conditions are met.", "UA", "NATO"),
        ("For the next review, due in May, Ukraine must appoint a new auditor, the IMF said.", "UA", "IMF"),
    ],
)
def test_terms_in_other_words(conditions: Find, text: str, on: str, set_by: str) -> None:
    found = [(claim.parties.get("on"), claim.parties.get("set_by")) for claim in conditions(text)]
    assert ((on,), (set_by,)) in found


def test_a_scandal_is_no_attack(claims_of: Callable[..., list[Claim]]) -> None:
    assert claims_of("Ukraine's cabinet was rocked by a scandal over contracts.", "2024-05-15", "attack") == []


@pytest.mark.parametrize(
    ("text", "on", "set_by"),
    [
        ("Russia has made visits to prisoners from Ukraine conditional on what it calls fairness.", "UA", "RU"),
        ("Japan would take part in the mission in Ukraine only with a clear mandate.", "partners", "JP"),
        ("The EU will admit Georgia, a friend of Ukraine, on the understanding that Georgia carries out reforms.", "GE", "EU"),
    ],
)
def test_who_is_bound_and_by_whom(conditions: Find, text: str, on: str, set_by: str) -> None:
    found = [(claim.parties.get("on"), claim.parties.get("set_by")) for claim in conditions(text)]
    assert ((on,), (set_by,)) in found


def test_what_is_only_needed_sets_no_terms(conditions: Find) -> None:
    assert conditions("Progress is needed on how the revenues could be used for the support of Ukraine.") == []


def test_both_parliaments_are_those_of_the_treaty(conditions: Find) -> None:
    found = conditions("Malta and Ukraine signed a security agreement. It must then be approved by both parliaments.")
    assert {"MT", "UA"} in [set(claim.parties["on"]) for claim in found]


@pytest.mark.parametrize(
    ("text", "status", "set_by"),
    [
        (
            "The European Council invites ministers to adopt the plan for Ukraine once the remaining steps have been taken.",
            "stated",
            "EU",
        ),
        ("Ukraine met all but two of the benchmarks set by the IMF.", "met", "IMF"),
    ],
)
def test_steps_that_are_taken(conditions: Find, text: str, status: str, set_by: str) -> None:
    found = [(claim.status, claim.parties.get("on"), claim.parties.get("set_by")) for claim in conditions(text)]
    assert (status, ("UA",), (set_by,)) in found


@pytest.mark.parametrize(
    ("text", "on", "setter"),
    [
        ("Without reform of its own rules the EU could hardly take in Ukraine.", "EU", ""),
        ("Not without guarantees from Washington, Andriy Yermak said, would Ukraine agree to a truce.", "US", "andriy-yermak"),
        ("No country can be admitted to NATO while it is at war, Olaf Scholz said of Ukraine.", "UA", "NATO"),
        ("While the fighting goes on, Ukraine cannot be given an invitation into NATO.", "UA", "NATO"),
        ("Only when Russia has left, Volodymyr Zelensky insisted in May, can there be talks with Moscow.", "RU", "UA"),
        ("Talks with Ukraine could be opened, Mark Rutte let it be understood, once Kyiv has passed the law.", "UA", "NL"),
        ("The money would be released, the Commission said, if Ukraine's parliament passed the law.", "UA", "European-Commission"),
        ("Berlin's condition for sending tanks to Ukraine was that Washington send some of its own.", "US", "DE"),
        ("Robert Fico has one condition, namely that Ukraine resume the transit of gas.", "UA", "SK"),
    ],
)  # fmt: skip
def test_conditions_in_other_turns(conditions: Find, text: str, on: str, setter: str) -> None:
    claims = conditions(text)
    assert on in [i for claim in claims for i in claim.parties.get("on", ())], claims
    assert not setter or setter in [i for claim in claims for i in claim.parties.get("set_by", ())], claims


@pytest.mark.parametrize(
    "text",
    [
        "Without Russia's decision to wage war on Ukraine the dead would not have died.",
        "Ukraine fought on without a law on the draft.",
        "Without a ceasefire Hamas would not free the hostages, Qatar said.",
        "No country can be admitted to the hospital in Kyiv, NATO said.",
        "The EU must act if Kyiv is to receive the tanks.",
        "The EU hung a flag with strings attached to the building.",
        "Ukraine and its partners met. The EU attached strings to the balloons.",
    ],
)
def test_things_missing_that_are_no_conditions(conditions: Find, text: str) -> None:
    assert not conditions(text)


@pytest.mark.parametrize(
    ("text", "on", "setter"),
    [
        ("Britain allowed Ukraine to fire the missiles provided that the strikes are confined to Russia's border regions.", "UA", "GB"),
        ("Polish engineers would go to Ukraine only in the event of a lasting ceasefire.", "RU", "PL"),
        ("Any European mission in Ukraine would need American backing, Petr Pavel said.", "US", "CZ|petr-pavel"),
        ("Viktor Orban threatened to leave the talks on Ukraine unless Brussels released the money.", "EU", "HU"),
        ("Only after a truce takes hold will Spain consider joining the mission in Ukraine.", "RU", "ES"),
        ("There will be no easing of sanctions before the war in Ukraine ends, Kaja Kallas said.", "RU", "EE|kaja-kallas"),
        ("Brussels will open the chapter on farming for Ukraine as soon as Poland drops its objections.", "PL", "EU"),
        ("Moscow's demands include the neutrality of Ukraine.", "UA", "RU"),
        ("Sweden is ready to send pilots to Ukraine if there is an American guarantee.", "US", "SE"),
        ("Budapest holds up the loan, insisting that Kyiv first repeal the law.", "UA", "HU"),
        ("Any deal on Ukraine would have to include a halt to Russia's attacks, Friedrich Merz said.", "RU", "DE|friedrich-merz"),
        ("Japan could send Ukraine radars depending on how far China's involvement goes.", "CN", "JP"),
        ("To receive the loan, Ukraine must pass a law.", "UA", ""),
    ],
)  # fmt: skip
def test_conditions_that_a_clause_opens(conditions: Find, text: str, on: str, setter: str) -> None:
    claims = conditions(text)
    assert on in [i for claim in claims for i in claim.parties.get("on", ())], claims
    assert not setter or {*setter.split("|")} & {i for claim in claims for i in claim.parties.get("set_by", ())}, claims


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine will get the bridge as soon as possible, Poland said.",
        "Joe Biden will sign the bill for Ukraine as soon as he receives it.",
        "A lasting solution for Ukraine has to involve both sides, Switzerland said.",
        "Any payment to Ukraine is subject to the usual procedure.",
    ],
)
def test_what_follows_by_itself_is_no_condition(conditions: Find, text: str) -> None:
    assert not conditions(text)


def test_a_mere_circumstance_is_no_condition(conditions: Find) -> None:
    text = "Ukraine plays on Monday. Germany could finish second in the group depending on Ukraine's result."
    assert not conditions(text)
