"""Commitments in the wordings of agencies, headlines, addresses and ministries: how firm, and who gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction import extract
from promissory.model import Claim, Document, Published
from tests.conftest import ClaimsOf

Read = Callable[..., list[Claim]]

#: "statuses that hold, givers: text"
TOLD = """
considered ES: Spain is weighing whether it can spare missiles for Ukraine.
considered DE: Germany could station troops on Ukrainian soil, its chancellor said.
considered EU: EU ministers failed to bridge their differences over a 140-billion-euro loan to Ukraine.
pledged PL: Poland says it will help Ukraine's partners with logistics only.
pledged LT: Lithuania has also promised to rebuild a kindergarten in Zhytomyr, Ukraine's defence ministry said.
pledged EE: Tallinn said it would stick to its pledge to Ukraine of a quarter of a percent a year.
pledged CA+DK: Canada and Denmark have agreed to contribute to the Czech scheme for Ukraine.
delivered GB: Britain has put 50,000 Ukrainian recruits through their paces since 2022.
considered IT: Rome is weighing whether to give Ukraine a second SAMP/T battery.
considered US: The White House has not ruled out providing Ukraine with cluster munitions.
considered US: A decision on sending Abrams tanks to Ukraine is expected in Washington this week.
considered DE: German officials are in talks about transferring Patriot launchers to Ukraine.
considered ES: Spain might hand Ukraine some of its older Leopard tanks, El Pais reported.
considered AU: Canberra is examining a request to send Hawkei vehicles to Ukraine.
considered EU: The European Union is looking at ways to give Ukraine the profits of frozen assets.
considered CZ: Prague hopes to deliver half a million shells to Ukraine by the end of the year.
considered DE: Germany has yet to deliver the Taurus missiles that Kyiv asked for.
considered US: If Congress passes the bill, Ukraine would get $61 billion.
considered US: Subject to approval by Congress, Ukraine will receive 50 Bradleys from the United States.
considered US: The House approved $61 billion for Ukraine on Saturday.
considered DE: Germany mulls Taurus for Ukraine
considered US: US weighs sending ATACMS to Ukraine
considered/committed US: US House passes $61bn Ukraine aid bill
considered SE: Sweden is open to donating Gripen jets to Ukraine.
considered SE: Sweden could donate Gripen jets to Ukraine, its defence minister said.
considered SE: Sweden is ready to consider giving Ukraine Gripens.
considered SE: Talks on the transfer of Gripen jets from Sweden to Ukraine continue.
considered SE: Sweden has shelved no option and may still send Gripens to Ukraine.
considered SE: Swedish lawmakers will vote next week on giving Ukraine Gripen jets.
considered/pledged IT: Italy is preparing a ninth package of military aid for Ukraine.
considered FR: It could take Paris months to decide on giving Ukraine more SCALP missiles.
considered DE: A decision on giving Ukraine Taurus missiles is still awaited in Berlin, the German government said.
considered NL: Subject to a vote in parliament, the Netherlands will give Ukraine a frigate.
considered PT: Portugal may decide to send Ukraine its M113 vehicles.
considered NO: Norwegian lawmakers will vote on giving Ukraine F-16 jets.
pledged/committed US: The United States is committed to helping Ukraine rebuild its power grid.
pledged G7: We, the leaders of the G7, are strongly committed to helping Ukraine meet its financing needs.
pledged/committed LV: Latvia commits 0.25% of GDP a year to Ukraine.
pledged/allocated NL: Dutch Defence Minister Kajsa Ollongren said on Tuesday that her country would send 50,000 shells to Ukraine.
pledged GB: British Prime Minister Rishi Sunak told Zelensky that the UK would train Ukrainian pilots.
pledged FR: Emmanuel Macron promised Ukraine an unspecified number of Mirage jets during a television interview.
pledged DE: Germany has promised 18 Leopard tanks but has yet to send them to Ukraine.
pledged JP: Japan's prime minister, Fumio Kishida, said Tokyo would provide 12 billion dollars to Kyiv.
pledged PL: "Poland will train a Ukrainian brigade," Donald Tusk said in Warsaw.
pledged BE: The first Belgian F-16s are due in Ukraine before the end of the year.
pledged NL+DK: Under a plan agreed in August, the Netherlands and Denmark are to hand over up to 61 F-16s to Ukraine.
pledged GB: Britain is to give Ukraine 3 billion pounds a year for as long as needed.
pledged PL: By the end of the month Ukraine will have ten more MiG-29s from Poland.
pledged DE: Germany to send Ukraine three more HIMARS
pledged NL: Netherlands pledges 24 F-16s to Ukraine
pledged/allocated CZ: The Czech Republic is stepping in. It will supply Ukraine with 50,000 rounds in June.
pledged/committed GB: Under the agreement, the United Kingdom will provide Ukraine with £2.5 billion in military aid in 2024.
pledged/committed FR: The accord provides for up to 3 billion euros in French military aid to Ukraine in 2024.
pledged/committed IT: Italy undertakes, in the agreement, to continue supplying Ukraine with defence equipment for ten years.
pledged/considered FR: Paris plans to train and equip an entire Ukrainian brigade.
pledged EU: Brussels will disburse the first 3 billion euros in July, von der Leyen said, and the money will go to Kyiv for weapons.
pledged World-Bank: The World Bank will lend Ukraine 1.5 billion dollars to support social spending.
pledged KR: Seoul pledged 394 million dollars in humanitarian and reconstruction aid for Ukraine.
pledged/allocated AU: Australia will gift Ukraine 14 rigid-hulled boats, Defence Minister Richard Marles said on a visit to Lviv.
pledged GR: Greece agreed to transfer older S-300 systems to Ukraine in exchange for new weapons from the United States.
pledged/committed BG: Bulgaria's parliament voted to give Ukraine 100 armoured personnel carriers.
pledged DE: Seventeen more IRIS-T systems will be delivered to Ukraine by Germany through 2026.
pledged PT: Portugal commits to provide Ukraine with at least 126 million euros in military support this year.
pledged DE: Germany offered Ukraine three Patriot launchers.
pledged PL: Poland has offered to train Ukrainian soldiers.
pledged DE: Germany has offered Ukraine a Patriot battery, a spokesman said.
pledged/allocated NO: Norway will put up 3 billion kroner for Ukraine.
pledged NO: Norway will join the Czech initiative and buy shells for Ukraine.
pledged NO: Norway has undertaken to supply Ukraine with six F-16s.
pledged NO: Norway's government gave its word that Ukraine would get six F-16s.
pledged/allocated NL: The Netherlands is making 100 million euros available for Ukraine's energy sector.
pledged NL: The Netherlands will make a further 200 million euros available to Ukraine.
pledged/committed CA+GB: Canada and Britain agreed to supply Ukraine with drones.
pledged SE: Sweden intends to donate two surveillance aircraft to Ukraine.
pledged SE: Sweden will in the autumn start training Ukrainian pilots.
pledged IT: Italian Foreign Minister Antonio Tajani said a ninth package of military aid for Ukraine was being prepared.
pledged FR: France will help Ukraine repair its energy grid.
pledged FR: French support for Ukraine will continue, Macron assured Zelensky.
pledged US: We will support Ukraine as long as it takes, Biden said.
pledged EU: The EU will keep backing Ukraine financially, von der Leyen vowed.
pledged HR: Zagreb has agreed to lend Kyiv its experience in demining and to train Ukrainian sappers.
pledged ES: Pedro Sanchez used his visit to Kyiv to promise 1 billion euros in arms for Ukraine this year.
pledged/allocated GB+FR: London and Paris have jointly offered to train Ukrainian marines.
pledged US: "We're going to keep sending Ukraine weapons," Pentagon spokesman Pat Ryder said.
pledged AU: Australian Prime Minister Anthony Albanese announced a further A$110 million for Ukraine, taking the total to A$790 million.
pledged KR: South Korea is to lend Ukraine 2.1 billion dollars.
pledged IN: India's prime minister assured Zelensky that New Delhi would keep sending humanitarian aid to Ukraine.
pledged/committed DE: Germany is committed to supplying Ukraine with air defence for as long as it takes.
pledged EE: Estonia has offered Ukraine its howitzers.
pledged LV: Latvia offered to repair Ukrainian tanks and to give Ukraine spare parts.
pledged GB: Britain would keep supplying Ukraine with missiles, the British defence secretary said.
pledged CZ: Before the first Czech shells arrive in Ukraine in June, the Czech Republic has to pay for them.
pledged/committed LT: Lithuania gave its word that it would send Ukraine radars.
pledged DE: The first German howitzers are due in Ukraine by June.
committed EU: EU leaders agreed a 50 billion euro aid package for Ukraine on Thursday.
committed DK: The Danish parliament approved a 7 billion kroner fund for Ukraine.
committed/pledged/allocated EU: EU agrees €50bn Ukraine aid deal
committed IMF: The IMF's executive board has approved a 15.6 billion dollar loan programme for Ukraine.
committed/allocated/delivered EU: The EU has mobilised more than 88 billion euros for Ukraine since the war began.
committed/allocated JP: A supplementary budget with 1.85 trillion yen for Ukraine was passed by Japan's parliament.
allocated/committed US: President Joe Biden on Wednesday signed off on a further $250 million in weapons for Ukraine.
allocated/committed US: Washington has greenlit another $400 million in arms for Kyiv.
allocated SE: Sweden's thirteenth support package for Ukraine is worth 7.1 billion kronor and contains Archer guns.
allocated SE: Stockholm unveiled its biggest package yet for Ukraine, worth 13.3 billion kronor.
allocated/pledged CA: Ottawa is chipping in C$60 million for the purchase of F-16 equipment for Ukraine.
allocated NO: Oslo sets aside 75 billion crowns for Ukraine over five years.
allocated US: It is the 57th drawdown of equipment that the Biden administration has made for Ukraine.
allocated LT: A shipment of M577 carriers and folding beds from Lithuania is on its way to Ukraine.
allocated GB: London is providing Kyiv with 200 Brimstone missiles.
allocated/delivered US: US sends Ukraine $275 million in new weapons
allocated GB: UK announces new air defence package for Ukraine
allocated/pledged FR: France offers Kyiv more Caesars
allocated US: Fresh US arms package for Ukraine worth $400m
allocated/pledged NO: Norwegian NASAMS for Ukraine
allocated/pledged DE: Germany announced fresh support on Monday. The package includes two IRIS-T systems and 20,000 shells for Ukraine.
allocated/pledged EE: Estonia has drawn up its next package for Ukraine. Among the items are Javelin missiles, machine guns and diving gear.
allocated/pledged/delivered DE: I thank Germany for another Patriot system for Ukraine.
allocated/pledged/delivered NO: Norway is giving us 1.3 billion dollars for shells - thank you, Jonas!
allocated/pledged JP: There is a new support package from Japan: more than 470 million dollars for Ukraine's energy and reconstruction.
allocated/delivered ES: Madrid is sending Kyiv a shipment of Patriot missiles, according to El Pais, though not a full battery.
allocated/pledged/committed RO: Romania's supreme defence council decided to donate a Patriot system to Ukraine.
allocated/pledged LV: As part of the Drone Coalition, Latvia has handed over 500 drones and will send another 2,500 to Ukraine this month.
allocated/pledged/delivered HR: Croatia is donating 14 helicopters to Ukraine, Prime Minister Andrej Plenkovic told parliament.
allocated/pledged/delivered NO: Norway is chipping in 300 million kroner to the Czech ammunition drive for Ukraine.
allocated/pledged/contracted DK: Denmark will finance 18 Bohdana howitzers made in Ukraine for Ukraine's army.
allocated SE: Sweden has started training Ukrainian pilots.
allocated CZ: From the Czech Republic comes a batch of modernised T-72 tanks for Ukraine.
allocated/pledged IS: Iceland, a country without an army, is giving Ukraine a field hospital.
allocated US: Included in the package for Ukraine are Javelin missiles from American stocks.
allocated SK: Zuzana Caputova said that Slovakia was sending Ukraine demining equipment.
allocated/pledged US: With today's announcement the United States brings its total military aid to Ukraine to 30 billion dollars.
allocated/committed/pledged US: The United States on Tuesday announced a $6 billion contract package for Ukraine under the USAI.
allocated US: The package - the 50th since August 2021 - contains Stinger missiles and is worth $225 million, the US State Department said.
allocated BE: Belgian Defence Minister Ludivine Dedonder: another 611 million euros for Ukraine this year.
allocated/pledged AU: I thank Australia for another package of support for Ukraine.
allocated DE: More Patriot missiles for Ukraine come from Germany.
contracted NL+DK: Denmark and the Netherlands have bought 14 Leopard 2 tanks from Rheinmetall for Ukraine.
contracted US: The Pentagon awarded Raytheon a $1.2 billion contract to build six NASAMS systems for Ukraine.
contracted DE: Berlin has ordered 100,000 artillery shells for Ukraine from a French firm.
contracted GB: BAE Systems has been contracted by the UK Ministry of Defence to produce shells for Ukraine.
contracted US: The first NASAMS bought with USAI money for Ukraine were ordered by the United States in August.
delivered DE: Three of the eighteen Leopard tanks promised by Germany have arrived, the ministry in Kyiv said.
delivered US: The first Abrams tanks from the United States are already in Ukraine, Zelensky said.
delivered DK: F-16s donated by Denmark are now flying in Ukrainian skies.
delivered NO: Norwegian launcher reaches Ukraine, ministry confirms
delivered PL+CZ: Poland and the Czech Republic have between them handed Ukraine more than 400 tanks.
delivered EU: The EU paid Ukraine the second 1.5 billion euro instalment of its macro-financial assistance.
delivered IMF: Kyiv got 880 million dollars from the IMF last week, the finance ministry said.
delivered US: Since February 2022 the United States has sent Ukraine $44 billion in military aid.
delivered/committed US: Total American security assistance to Ukraine now stands at more than $45 billion.
delivered LT: Lithuania's defence ministry said it had delivered thousands of rounds and 14 M577 carriers to Ukraine.
delivered PL: Poland delivers last of 14 MiG-29s to Ukraine
delivered SE: Sweden's defence minister Pal Jonson met reporters in Kyiv. So far, he said, 50 CV90 vehicles had been handed over to Ukraine.
delivered GB: Britain has so far trained more than 30,000 Ukrainian recruits under Operation Interflex.
delivered IMF: The IMF released a 900 million dollar tranche to Ukraine after its third review.
delivered SK: Slovakia, which gave Ukraine its only S-300 battery in 2022, has since stopped military aid.
delivered LV: As part of the Drone Coalition, Latvia has handed over 500 drones and will send another 2,500 to Ukraine this month.
delivered NO: Norway shipped 100 vehicles to Ukraine.
delivered NO: Norway has furnished Ukraine with 100 vehicles.
delivered NO: Norway airlifted 20 generators to Ukraine.
delivered/allocated NO: Norway lent Ukraine a minesweeper.
delivered NO: Norway has paid for 14 Leopard tanks for Ukraine.
delivered/allocated NO: Norway is footing the bill for Ukraine's IRIS-T missiles.
delivered/allocated NO: Norway contributed 150 million euros to the purchase of shells for Ukraine.
delivered US: American-made HIMARS have been in service in Ukraine since June 2022, supplied by the United States.
delivered DE: Germany's military aid to Ukraine has reached 28 billion euros.
delivered SE: Sweden has finished training the first group of Ukrainian pilots.
delivered TR: Turkish Bayraktar drones delivered to Ukraine proved their worth.
delivered BE: In 2023 Belgium sent Ukraine 100 trucks, 28 carriers and ammunition.
delivered LT: Last week saw the arrival in Ukraine of three Lithuanian radar stations.
delivered EE: The handover of Estonian howitzers to Ukraine took place in March.
delivered US: The US has spent $66 billion on weapons for Ukraine since the war began, the Pentagon says.
delivered DE: The Patriot battery, which Berlin had promised in January, was handed over on Tuesday, the German defence ministry announced.
delivered/allocated IT: Rome, for its part, has already sent Kyiv a SAMP/T.
delivered FR: In all, 30 Caesar guns have gone to Ukraine from French stocks.
delivered LT: Among the vehicles now at the front are ten M113s that Lithuania gave Ukraine.
delivered TR: Ankara has supplied Kyiv with Bayraktar TB2 drones.
delivered GB+FR: Ukraine has been firing Storm Shadow and SCALP missiles given by Britain and France.
delivered FI: Finland delivered the last of its six Leopard mine clearers to Ukraine.
delivered IMF: The IMF released a tranche of 900 million dollars to Ukraine.
delivered SE: Sweden has finished training a first group of Ukrainian pilots.
suspended HU: Hungary's veto is still holding up 6.5 billion euros in military aid for Ukraine.
suspended US: Deliveries of some air defence missiles to Ukraine have been put on ice by the Pentagon.
suspended US: The Trump administration hit pause on weapons shipments to Ukraine.
suspended US: US halts some weapons deliveries to Ukraine
suspended SK: Slovakia has stopped its state military aid to Ukraine, Robert Fico said.
suspended US: Arms supplies that were halted by Washington last week have a direct bearing on Ukraine's defence.
suspended BE: Belgian deliveries of ammunition to Ukraine remain on hold.
suspended JP: Japan has discontinued its deliveries of generators to Ukraine.
suspended US: American aid to Ukraine has fallen by as much as 90 per cent.
suspended DE: German military aid for Ukraine declined by a third last year.
suspended US: The United States has cut its aid to Ukraine by half.
withdrawn SK: The new government in Bratislava tore up plans for a 40 million euro arms package for Ukraine.
withdrawn HR: Croatia reneged on its promise of helicopters for Ukraine.
withdrawn SI: Slovenia tore up its contract for tanks for Ukraine.
pledged NO: Norway said it would buy two Patriot systems from the United States for Ukraine.
pledged NO: In Oslo, the government said it would buy two Patriot systems from the United States for Kyiv.
pledged DE: In Berlin, the defence ministry said two systems would be delivered to Ukraine in May.
pledged JP: Tokyo said it would support Ukraine with generators.
pledged DE+NO: Germany and Norway are to announce new contributions to arms for Ukraine worth 1 billion dollars.
contracted DE: They were ordered by Germany for Ukraine in December 2022 for 182 million euros.
"""

#: What undertakes nothing for the receiver.
UNTOLD = """
The war has put Ukraine through hell, Germany's chancellor said.
Spain can spare no missiles for Ukraine.
Australia imported 250 million dollars in goods from Russia.
The European Union froze 200 billion euros of Russian assets.
Dmytro Kuleba rejected reports that Pakistan was supplying arms to Ukraine.
Denmark denied claims that it was giving Ukraine nuclear weapons.
Russia destroyed railways used to supply Ukraine with weapons, its ministry said.
The cost of supporting Ukraine worries the senator.
The missiles will strengthen Ukraine's army, the minister said.
Germany has so far refused to provide Ukraine with Taurus missiles.
Kyiv has been pleading with Washington for ATACMS missiles for months.
Ukraine's air force shot down 34 of 37 Shahed drones that Russia launched on Tuesday night.
Hungary dropped its objections to the start of accession talks with Ukraine.
Western military support remains vital to Ukraine.
Putin warned the West against sending troops to Ukraine.
The general said that Ukraine needs 40 to 50 F-16s.
Russia told Germany not to deliver Taurus missiles to Ukraine.
Critics say that the aid given to Ukraine is not enough.
Ukraine said it would never give up territory in return for aid.
He thanked the American people for their support of Ukraine.
Russian troops used 10 tanks and 20 armoured vehicles in an assault on Avdiivka, Ukraine's general staff said.
The Black Sea deal let Ukraine ship 33 million tonnes of grain to the world.
Zelensky said Ukraine had enough soldiers but lacked weapons.
Ukraine's allies have been slow to provide weapons.
Congress has been deadlocked over aid to Ukraine for months.
Experts believe that F-16s will not turn the tide of the war.
The summit ended without any new pledges for Ukraine.
More weapons for Ukraine would only prolong the war, Peskov said.
Macron said Europe must do more to arm Ukraine.
Should the United States stop its aid, Ukraine would be in trouble.
Ukraine fired ATACMS at a depot in the Bryansk region, Russia's defence ministry said.
Zelensky has asked the EU for 5 billion euros for drones.
The aid bill for Ukraine faces an uncertain future in the House.
Trump said he had not decided whether to send Tomahawk missiles to Ukraine.
"Ukraine must get everything it needs," the Lithuanian president told reporters.
Military analysts say Ukraine has received too little, too late.
Europe must do more to arm Ukraine, the Polish president said.
Poland's allies have been slow to provide Ukraine with tanks.
Russia told the United States to stop sending weapons to Ukraine.
A headquarters of NATO will oversee arms deliveries to Ukraine and supervise training.
Zelensky has asked the European Union for 5 billion euros for drones.
The bank's missiles reach targets 60 kilometres away.
Ukraine's partners are under pressure to give it more missiles.
Hungary dropped its objections to talks with Ukraine.
Antonio Guterres wants to end the war in Ukraine.
In return Warsaw would get access to Ukrainian drone technology, the Polish defence ministry said.
"""

#: Wordings of news with a headline, in which a giver has to be inferred: "giver: text".
INFERRED = """
DE: Germany announced support on Monday. In all, two IRIS-T systems and 20,000 shells will go to Ukraine.
CZ: The Czech Republic is stepping in. It will supply Ukraine with 50,000 rounds in June.
HU: Hungary's veto is still holding up 6.5 billion euros in military aid for Ukraine.
NO: Norwegian NASAMS for Ukraine
DE: I thank Germany for another Patriot system for Ukraine.
partners: Ukraine has received new air defence systems.
"""

NEWS = (
    "War in Ukraine: the main news of the day\n\n{}\n\nThe war against Ukraine is in its third year. Kyiv keeps in touch with its allies."
)


def rows(table: str) -> list[tuple[str, str]]:
    return [(head, text) for head, text in (line.split(": ", 1) for line in table.strip().splitlines())]


@pytest.mark.parametrize(("head", "text"), rows(TOLD))
def test_status_and_givers(claims_of: Read, head: str, text: str) -> None:
    statuses, givers = head.split(" ", 1)
    found = [c for c in claims_of(text, "2024-05-15", "commitment") if "UA" in c.parties.get("recipient", ())]
    assert [c for c in found if c.status in statuses.split("/") and set(c.parties.get("donor", ())) == set(givers.split("+"))]


@pytest.mark.parametrize("text", UNTOLD.strip().splitlines())
def test_nothing_is_promised(claims_of: Read, text: str) -> None:
    assert not [c for c in claims_of(text, "2024-05-15", "commitment") if "UA" in c.parties.get("recipient", ())]


@pytest.mark.parametrize(("giver", "text"), rows(INFERRED))
def test_givers_that_the_clause_leaves_out(claims_of: Read, giver: str, text: str) -> None:
    found = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert found
    assert {g for c in found for g in c.parties.get("donor", ())} == {giver}


def test_what_goes_on_about_a_gift_is_one_with_it(claims_of: Read) -> None:
    text = "EU leaders agreed a 50 billion euro loan for Ukraine on Thursday. The money will be paid to Ukraine over four years."
    (claim,) = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert claim.amount is not None
    assert len(claim.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Norway pledged 2 billion kroner to help Ukraine defend itself.",
        "The United States announced 200 million dollars to train and equip Ukrainian brigades.",
        "EU leaders reached agreement on a package for Ukraine worth 50 billion euros.",
        "The accord provides for up to 3 billion euros in French military aid to Ukraine.",
        "Germany will provide Ukraine with another billion euros, a package that includes shells.",
    ],
)
def test_one_undertaking(claims_of: Read, text: str) -> None:
    (claim,) = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert claim.amount is not None
    assert claim.status in ("pledged", "committed", "allocated")


def test_sums_go_to_those_named_beside_them(claims_of: Read) -> None:
    text = "The United States gave Ukraine more than $123 million for refugees, including $48 million in Poland and $30 million in Moldova."
    found = {
        c.amount.value: c.parties.get("recipient") for c in claims_of(NEWS.format(text), "2024-05-15", "commitment") if c.amount is not None
    }
    assert found[48e6] == ("PL",)
    assert found[30e6] == ("MD",)


@pytest.mark.parametrize(
    ("support", "text"),
    [
        ("financial", "The World Bank approved 700 million dollars for Ukraine."),
        ("military", "Norway set aside 3 billion kroner for Ukraine's army."),
        ("industrial", "Norway allocated 967 million kroner to Ukraine for its defence industry."),
        ("humanitarian", "Ireland gave Ukraine 5 million euros in humanitarian aid."),
        ("training", "Spain trains Ukrainian soldiers."),
    ],
)
def test_kind_of_support(claims_of: Read, support: str, text: str) -> None:
    assert support in {c.support for c in claims_of(text, "2024-05-15", "commitment")}


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ([("cv90", 50)], "Sweden has handed over 50 CV90 vehicles to Ukraine."),
        ([("gepard", 3)], "Germany has sent Ukraine three of its 15 Gepards."),
        ([("ammunition", 20000)], "Canada bought 20,000 rounds (worth 98 million dollars) of ammunition for Ukraine."),
    ],
)
def test_counts(claims_of: Read, counts: list[tuple[str, float]], text: str) -> None:
    found = {(i.item, i.count) for c in claims_of(text, "2024-05-15", "commitment") for i in c.items}
    assert set(counts) <= found
    assert not {count for _, count in found if count} - {count for _, count in counts}


@pytest.mark.parametrize(("soil", "come"), [("Norwegian", False), ("Ukrainian", True)])
def test_what_is_on_the_soil_of_its_giver_has_not_come(claims_of: Read, soil: str, come: bool) -> None:
    found = claims_of(f"The Norwegian launchers, approved by parliament in May, are on {soil} soil.", "2024-06-15", "commitment")
    assert any(claim.status == "delivered" for claim in found) is come


def test_a_paper_that_only_asks_for_arms_gives_none(claims_of: ClaimsOf) -> None:
    asked = "Deputies of the European Parliament adopted a resolution urging member states to send Ukraine Taurus missiles."
    given = "Deputies of the Bundestag adopted a resolution providing Ukraine with Taurus missiles."
    assert not claims_of(asked, "2024-05-06", "commitment")
    assert claims_of(given, "2024-05-06", "commitment")


def test_a_bare_dollar_sign_is_that_of_the_state_that_publishes() -> None:
    text = "Canada announces new support\n\nCanada will give Ukraine $50 million for drones and US$20 million for demining."
    for publisher, currencies in (("Government of Canada", {"CAD", "USD"}), ("Daily News", {"USD"})):
        claims = extract(Document(text=text, source="test", publisher=publisher, published=Published("2024-05-06", "given")))
        assert {c.amount.currency for c in claims if c.amount} == currencies


@pytest.mark.parametrize(
    "text",
    [
        "Norway's sovereign wealth fund passed 20 trillion kroner in the autumn.",
        "Ukrainian pilots learn to fly in Romania, where Dutch jets are stationed.",
        "Romania said a drone had entered its airspace.",
    ],
)
def test_what_beside_aid_gives_nothing(claims_of: Read, text: str) -> None:
    lead = "Ukraine and its neighbours\n\nUkraine asked its partners for guns again on Monday.\n\n"
    assert claims_of(lead + text, "2025-11-15", "commitment") == []


def test_what_becomes_of_both_that_were_told(claims_of: Read) -> None:
    text = (
        "The United States has resumed the delivery of weapons to Ukraine, officials in Kyiv confirmed. "
        "Both had been put on hold last week following a row at the White House."
    )
    told = [(claim.status, claim.parties["donor"]) for claim in claims_of(text, "2025-03-12", "commitment")]
    assert told == [("allocated", ("US",)), ("suspended", ("US",))]


def test_drones_sent_into_an_enemys_land_are_no_gift(claims_of: Read) -> None:
    assert claims_of("Ukraine sent more than 300 drones into Russia the night before, Kyiv said.", "2025-03-12", "commitment") == []


def test_it_is_the_body_that_says_so(claims_of: Read) -> None:
    text = (
        "Vilnius gave Ukraine drones. Volodymyr Zelensky will see Kaja Kallas, whose government said it would set aside "
        "1.2 billion euros for Ukraine."
    )
    assert ("EE",) in [claim.parties["donor"] for claim in claims_of(text, "2024-01-10", "commitment") if claim.amount]


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("Denmark has transferred 100 million euros to Ukraine for the production of drones.", "industrial"),
        ("The Netherlands will put 90 million euros into the manufacture of shells in Ukraine.", "industrial"),
        ("Denmark has given Ukraine 100 million euros for drones.", "military"),
    ],
)
def test_money_for_making_weapons_is_for_industry(text: str, support: str) -> None:
    document = Document(text=f"{text}\n\nUkraine has asked for more.", source="told", title="Aid to Ukraine")
    gifts = [claim for claim in extract(document) if claim.kind == "commitment" and claim.amount]
    assert [claim.support for claim in gifts] == [support]
