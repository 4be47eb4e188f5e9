"""Commitments in wordings of many outlets: givers left to the context, goods called by a wider word, requests weighed, dates ahead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction import extract
from promissory.extraction.calendar.dates import dates
from promissory.model import Claim, Document, Published
from tests.test_commitment_reports import holds

Read = Callable[..., list[Claim]]
NEWS = "The day in Ukraine\n\nUkrainian forces held their lines overnight, the general staff in Kyiv said.\n\n{}"

#: "statuses givers (items or sum, or none): text"
TOLD = """
allocated NO 6600000000: Germany's package worth 10.5 billion euros and Norway's programme worth 6.6 billion euros are the largest.
allocated DE 10500000000: Next year's totals are led by Germany's package worth 10.5bn euros and Norway's programme worth 6.6bn euros.
pledged JP 4500000000: Other donors for Ukraine included Japan, pledging 4.5 billion dollars, and Canada, promising 2 billion.
pledged CA 2000000000: Other donors for Ukraine included Japan, pledging 4.5 billion dollars, and Canada, promising 2 billion.
allocated NO 200000000: Norway is sending Ukraine a package which experts estimate at 200 million kroner.
committed BG missile: Bulgaria's parliament obliged the government to send surplus missiles to Ukraine.
considered SE gripen: The Swedish government has instructed the Armed Forces to analyse whether Gripen aircraft can be donated to Ukraine.
considered NL cv90: The Netherlands has expressed interest in contributing to the procurement of CV90s for Ukraine.
considered GR hawk: Greece is keen to send its old Hawks to Ukraine.
considered DE taurus: Berlin is examining Kyiv's request for Taurus missiles.
considered US tomahawk: Washington is studying a Ukrainian request for Tomahawk missiles, two officials said.
considered DE patriot: Kyiv's request for ten Patriot systems is being considered by Germany.
delivered PT helicopter: Portugal promised Ukraine six helicopters in 2022. The machines have been handed over at last.
pledged BG armoured_vehicle: Bulgaria sent Ukraine shells and personnel carriers. The carriers will be handed over by June.
delivered DK fighter_jet: Denmark leads the field. The kingdom has given 24 fighter jets to Ukraine.
delivered PT leopard: Portugal helps. The country, one of the poorer members of NATO in Europe, has given Ukraine three Leopard tanks.
delivered SE none: Training of Ukrainian crews took place in Sweden and was completed in June 2023.
delivered AU soldier: Australia helped train Ukrainian recruits in 2023.
delivered AU 1500000000: "The tanks form part of the $1.5 billion that Australia has provided to Ukraine," Mr Marles said.
allocated PT helicopter: The first of the six helicopters promised to Ukraine by Portugal left the Beja air base on Wednesday.
allocated JP transformer: Japan sends turbines to Ukraine, and five autotransformers that Tokyo promised it are already at sea.
delivered GB bushmaster: Britain will not provide any more Bushmasters to Ukraine, of which it has delivered 120.
delivered US tank: Ukraine asked for tanks early on. The Americans did not send any until September 2023.
allocated SE anti_tank: Sweden has announced sixteen packages for Ukraine. The first included 5,000 anti-tank weapons.
delivered JP 1500000000: The United States contributed USD 8.3 billion to Ukraine's budget over the year; Japan, USD 1.5 billion.
delivered EU 4100000000: Last week Ukraine was credited with EUR 4.1 billion from the Ukraine Facility of the European Union.
pledged IMF 2700000000: Ukraine's gap is to be covered by grants and by the IMF, from which a further USD 2.7 billion is expected.
delivered FR truck: For that price the 155th Ukrainian brigade takes home 18 guns and ten trucks from France.
delivered HR mi-8: Croatia has completed the donation of fourteen Mi-8 helicopters to Ukraine.
pledged KR demining: Two mine-clearing vehicles are being readied for shipment to Ukraine by South Korea.
pledged ES missile: About half of the Spanish missiles should reach Ukraine before Christmas, two officials said.
pledged EU none: The EU sent Ukraine its first tranche in July. A second tranche, expected to be of similar size, is due in March.
delivered NL ship: The Netherlands gives Ukraine two vessels. The first was handed over in May.
allocated IE radar: Some 100 million euros of the Irish sum for Ukraine is for military equipment, such as radar.
considered DK ship: Denmark has sent Ukraine 14 boats. An option for another 30 boats is under consideration.
pledged AU ship: Australia gave Ukraine 14 boats. The vessels, built in Perth, will be delivered by June.
delivered SI tank: Slovenian instructors familiarised Ukrainian crews with the tanks last month.
allocated SE 20000000: Sweden earmarked EUR 20 million for the modernisation of Ukraine's grid.
allocated SE 134000000: Sweden is considering the gift of jets to Ukraine: SEK 134 million was set aside for the training of its pilots.
considered SE gripen: Sweden is considering a simple step: to give its Gripen jets to Ukraine.
delivered DK none: Ukrainian pilots have been training in Denmark since August.
allocated PL instructor: Ukrainian soldiers are training with Polish instructors.
delivered LT weapons: Lithuania gives much. The Baltic state has spent more than one percent of its GDP on arms for Ukraine.
committed IE 100000000: Ireland's package of 100 million euros for Ukraine got the go-ahead from the cabinet on Tuesday.
committed IE 100000000: Ireland's donation of 100 million euros to Ukraine received the approval of parliament.
allocated FI 100000000: Finland's package of 100 million euros for Ukraine won the green light from the budget committee.
committed IE 100000000: The Irish cabinet signed off on 100 million euros in non-lethal aid for Ukraine.
delivered SI truck: Slovenia's contribution, a dozen fire engines, reached Kharkiv last week.
pledged SE none: Sweden will pay for the training of 300 Ukrainian soldiers in Britain.
"""
NOT_TOLD = """
He recalled that the helicopters, which Kyiv had requested, were buried instead of being given away by Australia.
Rather than donating the jets to Ukraine, Slovakia sold them for scrap.
A tank that arrives in 2026 saves nobody in 2025, the ambassador of Australia said.
Berlin has rejected Kyiv's request for Taurus missiles.
Ukraine's request for more time is being considered by the IMF.
Ukraine's state bonds brought in 640 billion hryvnias over the year, officials in Germany said.
The howitzers come from new production in Ukraine, which KNDS, of France, has raised to six guns a month.
Ukraine's external financing needs for 2025 are estimated at USD 38.4 billion, the IMF said.
The helicopters, which were bought to fight fires, have not flown since 2018.
The minister left the base on Wednesday.
Ukraine asked Israel for missiles. Israel has not sent any.
The Bundestag rejected a motion that would have obliged the government to deliver Taurus missiles to Kyiv.
Denmark had many howitzers. DKK 1.7 billion was earmarked for the replacement of the guns.
The minister familiarised himself with the needs of the Ukrainian army.
The president in Kyiv was familiarised with the plans of the ministry.
Ukrainian soldiers train at home in the Lviv region.
Iran's drones reached Odesa at night.
The missiles reached Kharkiv within minutes.
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(head, text) for head, text in (line.split(": ", 1) for line in table.strip().splitlines())]


@pytest.mark.parametrize(("head", "text"), rows(TOLD))
def test_status_giver_and_object(claims_of: Read, head: str, text: str) -> None:
    status, givers, what = head.split(" ")
    found = [c for c in claims_of(NEWS.format(text), "2024-05-15", "commitment") if c.status == status]
    assert [c for c in found if set(c.parties.get("donor", ())) == set(givers.split("+")) and (what == "none" or holds(c, what))]


@pytest.mark.parametrize("text", NOT_TOLD.strip().splitlines())
def test_nothing_is_given(claims_of: Read, text: str) -> None:
    assert not claims_of(NEWS.format(text), "2024-05-15", "commitment")


def test_goods_sent_instead_of_money_are_given_alone(claims_of: Read) -> None:
    found = claims_of(NEWS.format("Norway sent Ukraine 30 tanks instead of sending money."), "2024-05-15", "commitment")
    assert [[(i.item, i.count) for i in c.items] for c in found] == [[("tank", 30)]]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Poland paid for the transport of a 172-tonne transformer to Ukraine.", [("transformer", 1)]),
        ("Finland delivered a 50-megawatt gas turbine to Ukraine.", [("gas_turbine", 1)]),
        ("Poland sent 60 tonnes of coal to Ukraine.", [("coal", 60)]),
        ("The first of the six helicopters promised to Ukraine by Portugal was late.", [("helicopter", 6)]),
    ],
)
def test_how_big_a_thing_is_counts_nothing(claims_of: Read, text: str, counts: list[tuple[str, int | None]]) -> None:
    found = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert [(i.item, i.count) for c in found for i in c.items] == counts


def test_more_of_the_same_is_given_at_a_time_of_its_own(claims_of: Read) -> None:
    text = "Spain sent Ukraine ten tanks in 2022 and a further 19 the following year."
    found = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert [(i.item, i.count, str(c.date)) for c in found for i in c.items] == [("tank", 10, "2022"), ("tank", 19, "2023")]


def test_a_headline_in_the_present_tells_what_was_done(claims_of: Read) -> None:
    text = "EU sends Kyiv 1.5 billion euros\n\nThe European Union transferred 1.5 billion euros to Ukraine on Thursday. Kyiv was grateful."
    (claim,) = claims_of(text, "2024-05-17", "commitment")
    assert (claim.status, len(claim.evidence)) == ("delivered", 2)


def test_whoever_criticises_a_package_does_not_give_it(claims_of: Read) -> None:
    text = "Spain will send Ukraine ten tanks. Sumar, the junior partner in the government, criticised the package."
    found = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert {c.parties.get("donor") for c in found} == {("ES",)}


def test_a_surname_in_the_headline_is_of_the_person_named_below(claims_of: Read) -> None:
    text = "Sánchez offers Kyiv 817 million euros\n\nThe sum was told by Prime Minister Pedro Sánchez on Thursday. Ukraine was grateful."
    found = claims_of(text, "2024-05-17", "commitment")
    assert any("ES" in c.parties.get("donor", ()) or "pedro-sanchez" in c.parties.get("donor", ()) for c in found)


def test_goods_and_treaties_say_nothing(claims_of: Read) -> None:
    text = (
        "The Montreux Convention does not allow the ships to pass. Norway said that 400 million euros were being allocated to Ukraine. "
        "France will supply the Mirage 2000-5s promised for 2025."
    )
    tellers = {teller for c in claims_of(NEWS.format(text), "2024-05-15") for teller in c.attributed_to}
    assert not {t for t in tellers if "ontreux" in t or "irage" in t}


def test_a_capital_where_something_is_announced_receives_nothing(claims_of: Read) -> None:
    text = "Helena Carreiras, who was then Portugal's minister, announced the gift of six helicopters in Brussels in October 2022."
    assert all(c.parties.get("recipient") == ("UA",) for c in claims_of(NEWS.format(text), "2024-05-15", "commitment"))


def test_a_year_gone_by_is_when_something_was_promised(claims_of: Read) -> None:
    (claim,) = claims_of(NEWS.format("Portugal promised Ukraine six helicopters in 2022."), "2024-05-15", "commitment")
    assert (str(claim.date), claim.period) == ("2022", None)


def test_a_sentence_of_a_gift_that_names_nobody_is_read(claims_of: Read) -> None:
    text = "Australia has handed over the first Abrams tanks to Ukraine. A final tranche will be delivered in the coming months."
    assert {c.status for c in claims_of(NEWS.format(text), "2024-05-15", "commitment")} == {"delivered", "pledged"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Norway will deliver the tanks by June.", "2025-06"),
        ("Norway will deliver the tanks in June.", "2025-06"),
        ("The tanks are to be delivered by the end of June.", "2025-06"),
        ("The plant will be running by spring.", "2025-03/2025-05"),
        ("The tanks were to be delivered by June.", "2024-06"),
        ("Norway delivered the tanks by June.", "2024-06"),
        ("Ministers will meet in Paris, as they did in June.", "2024-06"),
        ("The last five will come in the spring.", "2025-03/2025-05"),
        ("The first five came in the spring.", "2024-03/2024-05"),
        ("The last five will come before the year is out.", "2024"),
        ("The last five will come before the month is out.", "2024-09"),
    ],
)
def test_what_will_be_done_by_a_month_is_ahead(text: str, value: str) -> None:
    assert [mention.value for mention in dates(text, "2024-09-12")] == [value]


def test_support_due_before_the_year_is_out_is_for_that_time(claims_of: Read) -> None:
    text = "Norway will deliver the tanks to Ukraine before the year is out."
    (claim,) = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert str(claim.period) == "2024"


def test_when_the_first_of_them_comes_is_told_of_the_goods_above(claims_of: Read) -> None:
    text = (
        "Germany announced another twelve howitzers for Ukraine. "
        "Britain signed a deal to deliver 650 missiles to Ukraine, the first of which should arrive by Christmas."
    )
    claims = claims_of(NEWS.format(text), "2024-09-12", "commitment")
    assert [c.parties["donor"] for c in claims] == [("DE",), ("GB",)]
    assert claims[0].period is None


def test_money_for_what_is_ukrainian_is_given_whoever_gives_it(claims_of: Read) -> None:
    text = "Twenty million euros were earmarked for the repair of the Ukrainian grid."
    (claim,) = claims_of(NEWS.format(text), "2024-09-12", "commitment")
    assert (claim.status, claim.amount and claim.amount.value) == ("allocated", 20000000)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Thirty countries have agreed to join the Vilnius declaration on Ukraine.", ["signed"]),
        ("Thirty countries will agree to join the Vilnius declaration on Ukraine.", ["proposed"]),
        ("Thirty countries refused to join the Vilnius declaration on Ukraine.", []),
    ],
)
def test_who_agreed_to_join_a_declaration_has_done_so(claims_of: Read, text: str, statuses: list[str]) -> None:
    assert [c.status for c in claims_of(NEWS.format(text), "2024-05-15", "agreement")] == statuses


@pytest.mark.parametrize(
    "text",
    [
        "Sweden set aside EUR 20 million for the training of Ukrainian soldiers.",
        "Sweden allocated EUR 20 million to train Ukrainian soldiers.",
        "Sweden will provide EUR 20 million for the training of Ukrainian pilots.",
    ],
)
def test_a_sum_for_training_is_one_commitment_of_training(claims_of: Read, text: str) -> None:
    (claim,) = claims_of(NEWS.format(text), "2024-09-12", "commitment")
    assert (claim.support, claim.parties["donor"]) == ("training", ("SE",))


def test_aid_that_is_not_lethal_is_no_weapon(claims_of: Read) -> None:
    (claim,) = claims_of(NEWS.format("Ireland approved 100 million euros in non-lethal aid for Ukraine."), "2024-09-12", "commitment")
    assert not claim.items


@pytest.mark.parametrize(
    ("teller", "who"),
    [
        ("a spokesman for the defence ministry said", ("German-Ministry-of-Defence",)),
        ("a defence ministry spokesman said", ("German-Ministry-of-Defence",)),
        ("a senior Defense Ministry official told reporters", ("German-Ministry-of-Defence",)),
        ("according to a defence ministry official", ("German-Ministry-of-Defence",)),
        ("a government spokesman said", ("DE",)),
        ("according to two government sources", ()),
        ("according to two government sources in Berlin", ("DE",)),
        ("according to a former defence ministry official", ()),
        ("a retired defence ministry official wrote", ()),
        ("a spokesman for the charity said", ()),
    ],
)
def test_those_who_speak_for_a_ministry_tell_for_it(claims_of: Read, teller: str, who: tuple[str, ...]) -> None:
    text = f"Germany will send ten tanks to Ukraine, {teller}."
    (claim,) = claims_of(NEWS.format(text), "2024-09-12", "commitment")
    assert claim.attributed_to == who


def _donors(publisher: str, text: str) -> list[tuple[str, ...]]:
    title = "Deputies vote on arms"
    published = Published("2023-12-08", "given")
    document = Document(text=f"{title}\n\n{text}", source="test", title=title, publisher=publisher, published=published)
    return [claim.parties.get("donor", ()) for claim in extract(document) if claim.kind == "commitment"]


def test_the_government_of_a_national_paper_is_its_own_country_s() -> None:
    text = (
        "Kyiv thanked the deputies of Sofia. Ukraine expects the first vehicles in January. Bulgaria has 100 of them.\n\n"
        "Brussels welcomed the vote, and the European Commission promised to refund the costs.\n\n"
        "Under the agreement the government provides the Ukrainian forces with armoured personnel carriers."
    )
    assert ("BG",) in _donors("BTA", text)
    assert ("GB",) not in _donors("The Guardian", text)
