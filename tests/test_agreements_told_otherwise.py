"""Agreements told by a clause beside them, before their noun or without it: "to conclude theirs", "talks on the entry of X into Y"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def agreements(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "agreement")


@pytest.mark.parametrize(
    ("text", "status", "party"),
    [
        ("The accord with Iceland, which was ratified by the Ukrainian parliament on Monday, brings Kyiv boats.", "in_force", {"UA", "IS"}),
        ("The cabinet backed a security agreement with Ukraine, which Jonas Gahr Store is to sign in June.", "proposed", {"UA", "NO"}),
        ("Volodymyr Zelensky and Rishi Sunak sealed a pact meant to hold for a century.", "signed", {"UA", "GB"}),
        ("Signed by Denys Shmyhal and Mette Frederiksen in Aarhus on Monday, the agreement brings Kyiv tanks.", "signed", {"UA", "DK"}),
        ("Kyiv and Warsaw are still haggling over the wording of a security agreement.", "negotiating", {"UA", "PL"}),
        ("Talks on the entry of Ukraine and of Moldova into the European Union were opened on Monday.", "negotiating", {"EU", "UA"}),
        ("Talks on bringing Ukraine and Moldova into the European Union were opened on Monday.", "negotiating", {"EU", "MD"}),
        ("Ukraine signed a security agreement with Norway. Oslo expects Iceland to conclude theirs in June.", "proposed", {"UA", "IS"}),
        ("Canada gave Ukraine drones in July. The two countries' ministers signed an agreement on Friday.", "signed", {"UA", "CA"}),
        ("The deal on minerals which Washington and Kyiv concluded in April sets up a fund.", "signed", {"UA", "US"}),
        ("Ukraine signed an agreement with Norway. Britain came first, and Iceland will follow in June.", "proposed", {"UA", "IS"}),
    ],
)  # fmt: skip
def test_agreements_told_otherwise(agreements: Find, text: str, status: str, party: set[str]) -> None:
    assert (status, party) in [(claim.status, set(claim.parties["party"])) for claim in agreements(text)]


def test_the_tenth_country_to_sign_has_signed(claims_of: Callable[..., list[Claim]]) -> None:
    found = claims_of("Spain is the tenth country to sign such a security agreement with Kyiv.", "2024-05-28", "agreement")
    assert {claim.status for claim in found} == {"signed"}


@pytest.mark.parametrize(
    ("text", "status", "party"),
    [
        ("Denys Shmyhal met his Estonian counterpart, Hanno Pevkur, in Kyiv. The parties signed a memorandum on drones.", "signed",
         {"UA", "EE"}),
        ("Volodymyr Zelensky was due to hold talks with Emmanuel Macron in Paris, where an aide said the two leaders would sign a letter "
         "of intent on 100 Rafale fighters.", "proposed", {"UA", "FR"}),
        ("British troops will be sent to Ukraine if a peace deal with Russia is reached, Keir Starmer said.", "proposed", {"UA", "RU"}),
    ],
)  # fmt: skip
def test_parties_that_the_words_before_name(agreements: Find, text: str, status: str, party: set[str]) -> None:
    assert [(claim.status, set(claim.parties["party"])) for claim in agreements(text)] == [(status, party)]


@pytest.mark.parametrize(
    "text",
    [
        'Steve Witkoff said the president "strongly stands behind security protocols" meant to deter attacks on Ukraine.',
        "In talks with Volodymyr Zelensky, Gitanas Nauseda proposed that Lithuania produce drones under contract for Ukraine.",
    ],
)
def test_no_instrument_of_theirs(agreements: Find, text: str) -> None:
    assert agreements(text) == []


def test_those_with_others_are_one_each(agreements: Find) -> None:
    claims = agreements(
        "Ukraine and Lithuania signed a security agreement. It is the seventh such document that Kyiv has concluded, after those with "
        "Britain, Germany and France."
    )
    assert {frozenset(c.parties["party"]) for c in claims if not c.count} >= {frozenset(("UA", s)) for s in ("GB", "DE", "FR")}


def test_negotiators_who_agree_to_swap_prisoners_bind_their_states(agreements: Find) -> None:
    (found,) = agreements("Medinsky and Umerov agreed on Monday to swap all gravely wounded prisoners.")
    assert set(found.parties["party"]) == {"RU", "UA"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Portugal signed up to build sea drones with Ukraine.", {"PT", "UA"}),
        ("Denmark agreed on Monday to make drones together with Ukraine.", {"DK", "UA"}),
    ],
)
def test_what_two_undertake_to_build_together(agreements: Find, text: str, party: set[str]) -> None:
    assert [set(c.parties["party"]) for c in agreements(text)] == [party]


@pytest.mark.parametrize(
    ("text", "status", "party"),
    [
        ("Under a framework deal struck in Ottawa last week, Canada will build drones with Ukrainian firms.", "signed", {"CA", "UA"}),
        ("Under an agreement signed in May, Portugal will train Ukraine's coast guard.", "signed", {"PT", "UA"}),
        ("The Sejm passed a bill ratifying the treaty on legal aid with Ukraine.", "in_force", {"PL", "UA"}),
        ("An accord on radar data is about to be concluded with Warsaw, Ukraine's air force said.", "proposed", {"UA", "PL"}),
        ("The pact, to which Norway and Ukraine were parties, was torn up on Monday.", "ended", {"NO", "UA"}),
        ("The European Investment Bank and Ukraine's finance ministry signed a loan agreement.", "signed", {"EIB", "UA"}),
        ("The withdrawal of Poland from the Ottawa Convention takes effect in June, Kyiv noted.", "ended", {"PL"}),
        ("Ukraine's parliament ratified the Rome Statute.", "in_force", {"UA"}),
        ("A treaty on mutual aid will be signed when Mette Frederiksen visits Kyiv next month.", "negotiating", {"DK", "UA"}),
    ],
)
def test_a_side_that_the_words_of_an_instrument_leave_out(agreements: Find, text: str, status: str, party: set[str]) -> None:
    (claim,) = agreements(text)
    assert set(claim.parties["party"]) == party
    assert claim.status in (status, "proposed" if status == "negotiating" else status)


def test_an_instrument_that_nobody_is_said_to_sign_is_of_the_country_the_text_is_about(agreements: Find) -> None:
    text = "Volodymyr Zelensky thanked all who came. A security agreement was signed with Iceland and separately with Malta and Cyprus."
    assert [set(claim.parties["party"]) for claim in agreements(text)] == [{"UA", "IS"}, {"UA", "MT"}, {"UA", "CY"}]
    assert all("UA" not in c.parties["party"] for c in agreements("Poland builds on. An agreement was signed with Norway on a pipeline."))


def test_an_instrument_beside_another_is_of_the_same_two(agreements: Find) -> None:
    first, second = agreements("Germany and Ukraine signed an accord on drones in Berlin on Monday. The Rada ratified it on Tuesday.")
    assert set(first.parties["party"]) == set(second.parties["party"]) == {"DE", "UA"}
    assert {first.status, second.status} == {"signed", "in_force"}


@pytest.mark.parametrize(
    "text",
    [
        "Under a rule introduced in May, Canada will sell Ukraine arms.",
        "No treaty was ratified by Poland, Kyiv was told.",
        "Poland will not ratify the convention on asylum, Kyiv was told.",
        "The Senate gave its approval to the bill on aid for Ukraine.",
        "Under the agreement, Ukraine must hold elections.",
    ],
)
def test_no_instrument_is_signed_or_ratified(agreements: Find, text: str) -> None:
    assert agreements(text) == []


def test_who_strikes_a_deal_attacks_nobody(claims_of: Callable[..., list[Claim]]) -> None:
    assert claims_of("Friedrich Merz and Volodymyr Zelensky struck a deal on drones in Berlin.", "2025-06-16", "attack") == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A German arms maker and a Ukrainian firm signed a letter of intent, the company announced.", {"DE", "UA"}),
        ("Ukrainian Armor signed a licence agreement with a Danish manufacturer.", {"Ukrainian-Armor", "DK"}),
        ("Japan became the 30th party to the treaty on damage done to Ukraine.", {"JP", "UA"}),
        ("Sweden and Ukraine have agreed on joint production of drones.", {"SE", "UA"}),
    ],
)
def test_firms_known_by_their_nation_alone_and_states_that_become_a_party(agreements: Find, text: str, party: set[str]) -> None:
    (claim,) = agreements(text)
    assert (claim.status, set(claim.parties["party"])) == ("signed", party)


@pytest.mark.parametrize(
    "text",
    [
        "Moscow's withdrawal from the Black Sea Grain Initiative drew protests in Odesa.",
        "In July Russia pulled out of the Black Sea Grain Initiative.",
        "Russia suspended its participation in the Black Sea Grain Initiative after the attack on Sevastopol.",
        "Last summer Russia let the Black Sea grain deal lapse.",
    ],
)
def test_one_leaves_an_instrument_that_has_a_name_of_its_own(agreements: Find, text: str) -> None:
    (claim,) = agreements(text)
    assert (claim.status, claim.parties["party"]) == ("ended", ("RU",))


@pytest.mark.parametrize(
    ("text", "status", "party"),
    [
        ("Kyiv was preparing a contract for 25 Patriot systems with Raytheon.", "negotiating", {"UA", "RTX"}),
        ("Under the bilateral pact signed in Apulia, Washington will train more Ukrainian pilots.", "signed", {"US", "UA"}),
    ],
)
def test_those_behind_the_goods_and_those_whose_pact_it_is(agreements: Find, text: str, status: str, party: set[str]) -> None:
    (claim,) = agreements(text)
    assert (claim.status, set(claim.parties["party"])) == (status, party)


def test_two_instruments_are_one_with_each_partner(agreements: Find) -> None:
    found = agreements("Volodymyr Zelensky signed two agreements on security guarantees for Ukraine with Germany and France.")
    assert {(frozenset(c.parties["party"]), c.count) for c in found} == {
        (frozenset(("UA", "DE", "FR")), 2), (frozenset(("UA", "DE")), None), (frozenset(("UA", "FR")), None)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status", "party"),
    [
        ("Ukraine and Slovenia are completing work on a bilateral security document.", "negotiating", {"UA", "SI"}),
        ("Ukrainian and Korean ministers signed a memorandum of cooperation on Monday.", "signed", {"UA", "KR"}),
        ("Ukraine signed security agreements with two EU member states on Monday.", "signed", {"UA", "partners"}),
    ],
)
def test_parties_by_adjective_and_number(agreements: Find, text: str, status: str, party: set[str]) -> None:
    assert [(c.status, set(c.parties["party"])) for c in agreements(text)] == [(status, party)]


def test_a_partnership_that_is_spoken_of_is_no_instrument(agreements: Find) -> None:
    assert agreements("Norway and Ukraine discussed ways to deepen the close partnership between Norway and Ukraine.") == []


def test_a_bare_number_of_instruments_has_its_partners(agreements: Find) -> None:
    found = agreements("Kyiv wants pacts with all its allies. So far three have been signed with Norway, Spain and Canada.")
    signed = {frozenset(c.parties["party"]) for c in found if c.status == "signed"}
    assert signed == {frozenset(("UA", "NO", "ES", "CA")), *(frozenset(("UA", one)) for one in ("NO", "ES", "CA"))}


def test_a_deal_that_is_close_is_negotiated(agreements: Find) -> None:
    assert {c.status for c in agreements("Ukraine is close to reaching a security agreement with Norway.")} == {"negotiating"}
