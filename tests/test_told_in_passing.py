"""What news tells in passing: who was not there, whom leaders called in, in whose capital a ministry sits, what a strike left behind."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

TUESDAY = "2024-06-18"


def met(claims: list[Claim]) -> list[set[str]]:
    return [set(c.parties["participant"]) for c in claims if c.kind == "meeting"]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        (
            "Talks between the ministers of France and Poland began on Monday, with neither Kyiv nor any other capital at the table.",
            {"FR", "PL"},
        ),
        ("French and Polish diplomats met in Geneva on Monday, with no Ukrainian official present.", {"FR", "PL"}),
        ("French and Polish diplomats met in Geneva on Monday with a Ukrainian official.", {"FR", "PL", "UA"}),
        ("Mr Macron gathered the leaders of Germany, Britain and Italy in Paris on Monday.", {"emmanuel-macron", "DE", "GB", "IT"}),
        (
            "Mr Macron gathered the leaders of Germany and Denmark, along with Mark Rutte and Ursula von der Leyen, in Paris on Monday.",
            {"emmanuel-macron", "DE", "DK", "mark-rutte", "ursula-von-der-leyen"},
        ),
        ("Volodymyr Zelensky had 50 minutes with President Trump on Wednesday.", {"volodymyr-zelensky", "donald-trump"}),
        ("The Coalition of the Willing conferred by video link on Tuesday.", {"Coalition-of-the-Willing"}),
        ("Alar Karis used the opening of the Lennart Meri Conference in Tallinn on Friday to press for more aid.", {"alar-karis"}),
    ],
)
def test_who_met(claims_of: ClaimsOf, text: str, participants: set[str]) -> None:
    assert participants in met(claims_of(text, published="2025-06-27"))


@pytest.mark.parametrize(
    "text",
    [
        "Denmark has gathered enough shells to fill a train.",
        "Investigators gathered evidence from Ukrainian officials in Bucha.",
        "NATO conferred a medal on Volodymyr Zelensky on Tuesday.",
        "The memorandum about her appointment as envoy was signed by Poland and Latvia in 2014.",
    ],
)
def test_no_meeting(claims_of: ClaimsOf, text: str) -> None:
    assert not claims_of(text, published=TUESDAY, kind="meeting")


def test_two_who_face_the_press_after_their_talk_have_met_once(claims_of: ClaimsOf) -> None:
    text = (
        'Mr Zelensky was in Ankara on Tuesday to see Recep Tayyip Erdogan. "Nothing can be settled without Ukraine," Volodymyr Zelensky '
        "said at a news conference with the Turkish president, Recep Tayyip Erdogan."
    )
    assert met(claims_of(text, published=TUESDAY)) == [{"volodymyr-zelensky", "recep-tayyip-erdogan"}]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("German ministers were in Kyiv. In Moscow, the foreign ministry rejected “foreign boots”.", "Russian-Foreign-Ministry"),
        ("Russian drones fell on Odesa. In Warsaw, the defence ministry spoke of “a reckless act”.", "Polish-Ministry-of-Defence"),
    ],
)  # fmt: skip
def test_an_organ_sits_in_the_capital_that_opens_the_sentence(claims_of: ClaimsOf, text: str, speaker: str) -> None:
    assert [c.parties["speaker"] for c in claims_of(text, published=TUESDAY, kind="statement")] == [(speaker,)]


def test_a_mayor_is_that_of_the_town_and_of_no_other(claims_of: ClaimsOf) -> None:
    text = "Russia launched 270 drones on Monday; Kremenchuk, in the Poltava region, lost power, its mayor said."
    [attack] = claims_of(text, published=TUESDAY, kind="attack")
    assert (attack.status, attack.attributed_to) == ("reported", ())


def test_a_guest_returns_to_an_office_without_taking_it(claims_of: ClaimsOf) -> None:
    guest = "Volodymyr Zelensky returned to the Oval Office on Monday for the first time since February."
    assert not claims_of(guest, published=TUESDAY, kind="tenure")
    assert claims_of("Donald Trump returned to the Oval Office on Monday after four years.", published="2025-01-21", kind="tenure")


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Kharkiv was hit a dozen times and had hardly any power.", ("energy",)),
        ("Sumy was hit by glide bombs on Monday, and the heating failed in half of the town.", ("energy",)),
        ("Two drones hit the Zaporizhzhia nuclear power plant on Monday.", ("nuclear", "energy")),
        ("Russian rockets fell on populated areas of Mykolaiv on Monday.", ("civilian",)),
        ("A Russian missile killed a baker in Odesa on Monday.", ("civilian",)),
        ("A Russian missile killed a soldier near Lyman on Monday.", ()),
    ],
)
def test_what_was_hit(claims_of: ClaimsOf, text: str, hit: tuple[str, ...]) -> None:
    [attack] = claims_of(text, published=TUESDAY, kind="attack")
    assert attack.hit == hit


def test_a_strike_that_angers_a_capital_is_none_on_it(claims_of: ClaimsOf) -> None:
    for text in ("The strikes on refineries have irritated Washington.", "The attacks on the grid alarmed Berlin and Paris."):
        assert not [c for c in claims_of(text, published=TUESDAY, kind="attack") if set(c.parties.get("target", ())) & {"US", "DE", "FR"}]
    [attack] = claims_of("A barrage of drones overnight rattled Kyiv.", published=TUESDAY, kind="attack")
    assert attack.place == "Kyiv"


def test_a_river_in_the_name_of_a_plant_is_not_where_it_lies(claims_of: ClaimsOf) -> None:
    [attack] = claims_of("Eight missiles slammed into the Dnipro hydroelectric station at Zaporizhzhia.", published=TUESDAY, kind="attack")
    assert attack.place == "Zaporizhzhia"
    [attack] = claims_of("Drones hit the Izhevsk rifle factory in Udmurtia.", published=TUESDAY, kind="attack")
    assert attack.place == "Izhevsk"


def test_upwards_of_a_number(claims_of: ClaimsOf) -> None:
    [attack] = claims_of("Russia sent upwards of 150 missiles and drones against Ukraine on Monday.", published=TUESDAY, kind="attack")
    assert attack.means == ("missile", "drone")
    [gift] = claims_of("Germany gave Ukraine upwards of 200 tanks.", published=TUESDAY, kind="commitment")
    assert [(i.item, i.count, i.qualifier) for i in gift.items] == [("tank", 200, "at_least")]


def test_a_time_before_the_main_verb(claims_of: ClaimsOf) -> None:
    text = "Two days after more than 80 missiles rained on Ukraine's cities, defence ministers of some 50 countries gathered in Brussels."
    claims = {c.kind: c for c in claims_of(text, published="2022-10-12")}
    assert (claims["attack"].date, claims["attack"].place, claims["attack"].attributed_to) == ("2022-10-10", None, ())
    assert claims["meeting"].place == "Brussels"


@pytest.mark.parametrize(
    ("text", "gifts"),
    [
        ("London is adding 18 howitzers to its support for Ukraine.", [("GB", "allocated", [("howitzer", 18)])]),
        ("The first of four Iris-T batteries that Berlin promised reached Ukraine.", [("DE", "delivered", [("iris-t", 1)])]),
        ("Denmark has placed two howitzers in the hands of the Ukrainian army.", [("DK", "delivered", [("howitzer", 2)])]),
        ("Boris Johnson announced £25m to pay the wages of soldiers in Ukraine.", [("GB", "allocated", [])]),
        ("“If everybody did the same, we would be talking of 120 billion euros a year for Ukraine,” Alar Karis said.", []),
        ("Ukraine asked for more when the head of the Swedish defence materiel administration was in Kyiv.", []),
        ("Ukraine asked for more money, which the Left Party says should come from a tax on banks.", []),
    ],
)
def test_gifts(claims_of: ClaimsOf, text: str, gifts: list[tuple[str, str, list[tuple[str, float | None]]]]) -> None:
    claims = claims_of(text, published=TUESDAY, kind="commitment")
    assert [(c.parties["donor"][0], c.status, [(i.item, i.count) for i in c.items]) for c in claims] == gifts


def test_a_report_behind_a_semicolon_tells_the_last_clause(claims_of: ClaimsOf) -> None:
    text = (
        "The Netherlands is giving 175 million euros to Ukraine; Norway added 6 billion kroner, its defence minister, Tore Sandvik, said."
    )
    gifts = {c.parties["donor"]: c.attributed_to for c in claims_of(text, published=TUESDAY, kind="commitment")}
    assert gifts[("NO",)] == ("tore-o-sandvik",)
    assert "tore-o-sandvik" not in gifts[("NL",)]


def test_where_something_was_said_before_it_is_told(claims_of: ClaimsOf) -> None:
    [said] = claims_of('Speaking in Warsaw, Donald Tusk said "we shall not yield".', published=TUESDAY, kind="statement")
    assert said.place == "Warsaw"
    text = 'Speaking at a rally in Gdansk on the massacre of Bucha, Donald Tusk said "never again".'
    [said] = claims_of(text, published=TUESDAY, kind="statement")
    assert said.place != "Bucha"


def test_a_day_in_a_clause_about_the_accord_is_not_that_of_its_signing(claims_of: ClaimsOf) -> None:
    text = "Ukraine and the United States have signed the accord on minerals that nearly foundered in the Oval Office in February."
    [pact] = claims_of(text, published="2025-05-02", kind="agreement")
    assert (pact.date, pact.place) == (None, None)


def test_what_is_only_wished_or_laid_down_by_law_is_no_proposal(claims_of: ClaimsOf) -> None:
    assert not claims_of("“We want Russia to lose this war,” Olaf Scholz said in Berlin.", published=TUESDAY, kind="proposal")
    assert not claims_of("The Verkhovna Rada must now ratify the document.", published=TUESDAY, kind="proposal")
    assert claims_of("“We want Germany to send Taurus missiles,” Volodymyr Zelensky said.", published=TUESDAY, kind="proposal")


def test_a_company_of_the_country_asks(claims_of: ClaimsOf) -> None:
    text = "Volodymyr Kudrytskyi, the head of Ukrenergo, has asked partners for anti-drone defences around substations in Ukraine."
    assert [i.item for c in claims_of(text, published="2023-10-25", kind="need") for i in c.items] == ["anti_drone"]


def test_a_headline_without_sides_takes_them_from_its_text(claims_of: ClaimsOf) -> None:
    text = "Drone strikes a refinery\n\nA drone of the Ukrainian intelligence service set a fuel depot near Lipetsk ablaze overnight."
    [attack] = claims_of(text, published="2024-08-08", kind="attack")
    assert (attack.parties["actor"], attack.parties["target"]) == (("UA",), ("RU",))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A drone set an oil depot on fire in the Rostov region on Monday.", "UA"),
        ("Russian missiles set two apartment blocks alight in Kharkiv on Monday.", "RU"),
    ],
)
def test_what_is_set_on_fire(claims_of: ClaimsOf, text: str, actor: str) -> None:
    assert [c.parties["actor"] for c in claims_of(text, published="2024-08-08", kind="attack")] == [(actor,)]


def test_what_was_set_up_on_fire_is_no_attack(claims_of: ClaimsOf) -> None:
    assert not claims_of("Norway set a date for the conference and a camp on fire safety in Kyiv.", published=TUESDAY, kind="attack")


def test_a_day_on_which_something_began_is_not_that_of_what_is_said(claims_of: ClaimsOf) -> None:
    text = "Russian forces were still trying to stop an incursion that began on Tuesday. “We were not told,” Karine Jean-Pierre said."
    [said] = claims_of(text, published="2024-08-08", kind="statement")
    assert said.date == "2024-08-08"


def test_money_is_expected_from_whom_the_words_name(claims_of: ClaimsOf) -> None:
    text = "Germany's foreign ministry defended the step. Kyiv expects 3.9 billion dollars from Washington by the end of the month."
    assert [c.parties["donor"] for c in claims_of(text, published="2024-08-08", kind="commitment")] == [("US",)]


def test_a_want_of_others_is_no_need(claims_of: ClaimsOf) -> None:
    text = "The loan to Ukraine was shelved for want of guarantees for Belgium."
    assert not claims_of(text, published="2025-12-19", kind="need")
    assert claims_of("Ukraine lost the town for want of shells.", published="2025-12-19", kind="need")


def test_each_state_tells_of_its_own_gift(claims_of: ClaimsOf) -> None:
    text = "Paris let it be known that it was sending Scalp missiles to Ukraine, and Berlin put together a package of 700 million euros."
    gifts = {c.parties["donor"]: c.attributed_to for c in claims_of(text, published=TUESDAY, kind="commitment")}
    assert gifts[("DE",)] == ()
    text = "According to the German government, Ukraine has received two American batteries."
    assert [c.attributed_to for c in claims_of(text, published=TUESDAY, kind="commitment")] == [("DE",)]


def test_who_inaugurates_a_council(claims_of: ClaimsOf) -> None:
    text = "Inaugurating the NATO-Ukraine Council on Wednesday, Jens Stoltenberg called it a place of equals."
    assert [c.body for c in claims_of(text, published="2023-07-13", kind="meeting")] == ["NATO-Ukraine-Council"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ukrainian medics count shelling casualties in Kramatorsk", {("RU",)}),
        ("It would be right for Ukraine's army to use British shells to attack depots across the border, Heappey said.", set()),
        ("Ukrainian forces used Western drones to attack a depot in Belgorod on Monday.", {("UA",)}),
    ],
)
def test_whose_attack_it_is_and_whether(claims_of: ClaimsOf, text: str, actors: set[tuple[str, ...]]) -> None:
    assert {c.parties.get("actor") for c in claims_of(text, published="2022-06-05", kind="attack")} == actors


def test_what_nobody_has_to_spare_is_no_need_of_the_giver(claims_of: ClaimsOf) -> None:
    text = "Ukraine asked for more air defences in April. Poland says it does not have Patriots to spare."
    assert not [c for c in claims_of(text, published="2024-04-24", kind="need") if "PL" in c.parties["needs"]]


def test_fellow_members_of_a_parliament_are_who_their_posts_say(claims_of: ClaimsOf) -> None:
    text = "My Rt Hon Friend the Foreign Secretary visited Kyiv on 16 November and said that the United Kingdom would stand by Ukraine."
    assert met(claims_of(text, published="2023-11-21")) == [{"david-cameron"}]


def test_what_somebody_reckons_would_be_needed_is_not_urged(claims_of: ClaimsOf) -> None:
    text = "The institute in Kiel reckons that Europe would need to put 20 billion euros a year on the table for Ukraine."
    assert not claims_of(text, published="2025-03-12", kind="proposal")


def test_what_is_about_to_be_freed_is_promised(claims_of: ClaimsOf) -> None:
    text = "Berlin is about to free another three billion euros for Ukraine."
    assert [c.status for c in claims_of(text, published="2025-03-12", kind="commitment")] == ["pledged"]


def test_the_main_clause_leads_to_what_stands_behind_its_colon(claims_of: ClaimsOf) -> None:
    lead = "Latvia's president, Edgars Rinkevics, was in Riga. "
    text = "Asked what he needed most, Volodymyr Zelensky did not hesitate: “Modern air defence systems. We are badly short of them.”"
    [said] = claims_of(lead + text, published="2024-01-11", kind="statement")
    assert said.parties["speaker"] == ("volodymyr-zelensky",)


def test_what_two_ministers_agreed_on_is_given_by_one_state(claims_of: ClaimsOf) -> None:
    text = "Norway's contribution, 42 million euros, was agreed by Bjorn Arild Gram and Rustem Umerov in October."
    assert [c.parties for c in claims_of(text, published="2024-11-21", kind="commitment")] == [{"donor": ("NO",), "recipient": ("UA",)}]


def test_what_an_industry_could_turn_out_is_not_asked_for(claims_of: ClaimsOf) -> None:
    text = "Ukraine's industry could turn out weapons for 20 billion dollars a year, but the state has orders for six at most."
    assert not claims_of(text, published="2024-11-21", kind="need")


def test_what_somebody_lacks_told_by_a_clause(claims_of: ClaimsOf) -> None:
    text = "What the district of Chuhuiv lacks above all, in his view, is transformers."
    assert [i.item for c in claims_of(text, published="2024-05-30", kind="need") for i in c.items] == ["transformer"]


def test_what_somebody_had_better_send_is_not_sent(claims_of: ClaimsOf) -> None:
    text = "“Germany had better send the Taurus soon,” Volodymyr Zelensky said."
    claims = claims_of(text, published="2025-06-18")
    assert {c.kind for c in claims} & {"commitment", "proposal"} == {"proposal"}
