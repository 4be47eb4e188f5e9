"""How firmly a sentence of news promises: some forty wordings for each status of a commitment, and as many that promise nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

#: status → lines of "giver: sentence".
WORDINGS = {
    "considered": """
GB: Discussions are under way about supplying Ukraine with British frigates.
ES: Spain may hand Ukraine a battery of Hawk launchers.
IT: Italy might send a second SAMP/T battery to Ukraine, a government source said.
GR: Greece could supply Ukraine with its old S-300 missiles.
SE: Sweden is considering giving Ukraine Gripen fighters.
FR: France is considering the delivery of Mirage jets to Ukraine.
DE: Germany is weighing whether to send Ukraine more Patriot launchers.
PL: Poland is mulling a transfer of MiG-29 aircraft to Ukraine.
NL: The Dutch government is discussing the supply of F-16s to Ukraine.
US: Washington is exploring ways to provide Ukraine with more interceptors.
GB: Britain is looking at sending Typhoon fighters to Ukraine.
CA: Canada is studying a request to give Ukraine CRV7 rockets.
NO: Norway is open to sending NASAMS launchers to Ukraine.
DK: Denmark is ready to discuss supplying Ukraine with more Caesar howitzers.
BE: Belgium is examining whether it can donate F-16s to Ukraine.
CZ: The Czech Republic hopes to send Ukraine more shells.
RO: Romania has not ruled out giving Ukraine a Patriot battery.
SK: Slovakia would consider sending Ukraine its MiG-29 jets.
BG: Bulgaria is willing to sell Ukraine two reactors, its energy minister said.
JP: Japan is considering providing Ukraine with Patriot missiles, Kyodo reported.
KR: South Korea may lift its ban and send weapons to Ukraine.
AU: Australia is thinking about giving Ukraine its retired Taipan helicopters.
PT: Portugal is in talks on sending Leopard tanks to Ukraine.
HR: A transfer of M-84 tanks to Ukraine is being considered by Croatia.
FI: Giving Ukraine Leopard tanks is under discussion, the Finnish minister said.
EU: The European Union is debating a further 20 billion euros in military aid for Ukraine.
US: If Congress approves it, the United States will send Ukraine 60 billion dollars in aid.
US: The Biden administration is likely to announce a further package of weapons for Ukraine.
DE: Berlin is ready to consider delivering Taurus missiles to Ukraine.
FR: Paris wants to provide Ukraine with more Caesar howitzers, according to diplomats.
GB: London is prepared to discuss supplying Ukraine with longer-range rockets.
IT: Rome has not yet decided whether to deliver a further SAMP/T to Ukraine.
NL: The Hague is investigating whether Leopard 2 tanks can be bought for Ukraine.
ES: Talks are under way about the delivery of Spanish Leopard tanks to Ukraine.
EE: Estonia would like to give Ukraine more howitzers.
LT: "We are considering sending further howitzers to Ukraine," the Lithuanian minister said.
SE: Sweden said that it would look into supplying Ukraine with Archer guns.
US: US considers sending Ukraine cluster bombs
DE: Germany mulls Marder vehicles for Ukraine
PL: A Polish minister said that jets might be transferred to Ukraine.
LV: Latvia is considering a donation of helicopters to Ukraine.
GR: A delivery of Greek BMP-1 vehicles to Ukraine is possible, officials said.
TR: Turkey is negotiating the supply of drones to Ukraine.
SE: Sweden has not ruled out the transfer of Gripen fighters to Ukraine.
GB: London has not excluded sending Typhoon fighters to Ukraine.
FR: Paris refused to rule out the dispatch of instructors to Ukraine.
FR: Paris has raised the possibility of sending instructors to Ukraine.
AU: The transfer of Abrams tanks to Ukraine is under consideration in Canberra.
DE: The delivery of Taurus missiles to Ukraine remains under review in Berlin.
FR: France has floated the deployment of soldiers to Ukraine.
US: Training of Ukrainian pilots on the F-16 could begin at an American base, the Pentagon said.
""",
    "pledged": """
NO: Norway has pledged to give Ukraine 22 F-16 aircraft.
DK: Denmark promised Ukraine 19 F-16 fighter jets.
CA: Canada will provide Ukraine with a NASAMS battery.
DK: Denmark expects to have delivered all 19 jets to Ukraine by June.
NO: Norway will bear the cost of 20 Leopard tanks for Ukraine.
BE: Belgium vowed to hand over thirty F-16s to Ukraine by 2028.
GB: Britain said it would send 150 armoured vehicles to Ukraine.
LT: Lithuania plans to supply Ukraine with drones worth 5 million euros.
DE: Germany to supply Ukraine with three more Gepard tanks
PL: Poland announced that it will transfer MiG-29 jets to Ukraine.
EE: Estonia has promised to supply Ukraine with howitzers.
AU: Ukraine will receive 49 Abrams tanks from Australia.
RO: A Patriot battery will be donated to Ukraine by Romania.
SE: Sweden, which will send ten more CV90 vehicles to Ukraine, belongs to the coalition.
FI: The vehicles promised to Ukraine by Finland are modern.
ES: Spain undertook to deliver a further six Leopard tanks to Ukraine.
IT: Italy has agreed to send Ukraine a second SAMP/T battery.
FR: "We will deliver six Mirage jets to Ukraine," Emmanuel Macron said.
GB: "We are going to send Ukraine more Storm Shadow missiles," the British minister said.
US: Joe Biden said the United States would provide Ukraine with five more air defence systems.
NL: Mark Rutte said his country will deliver 24 F-16s to Ukraine.
DE: Olaf Scholz assured Ukraine that Germany would provide a further IRIS-T system.
CZ: Ukraine is to get a dozen Mi-24 helicopters from the Czech Republic.
SK: Slovakia is going to give Ukraine eight Zuzana howitzers.
LV: Latvia intends to send all its Stinger missiles to Ukraine.
PT: Portugal committed to sending Ukraine three Leopard tanks.
HR: Croatia agreed to hand over fourteen helicopters to Ukraine.
JP: Japan pledged 5.5 billion dollars in financial aid for Ukraine.
KR: South Korea made a pledge of 150 million dollars in humanitarian aid for Ukraine.
CH: The Swiss pledge of 5 billion francs for the reconstruction of Ukraine runs until 2036.
AT: Austria's promise of 2 million euros for demining in Ukraine was welcomed in Kyiv.
IE: Ireland has promised that it will train 30 Ukrainian sappers.
BG: Bulgaria reaffirmed that it would keep supplying ammunition to Ukraine.
SI: Slovenia guaranteed Ukraine a further 50 armoured vehicles.
NO: Under the plan, Norway will contribute 75 billion kroner to Ukraine over five years.
EU: The European Union will lend Ukraine 35 billion euros.
DK: 19 F-16s for Ukraine will come from Denmark, the prime minister said.
LU: Luxembourg has vowed to support Ukraine with 80 million euros a year.
GR: Greece expects to deliver 32 F-16s to Ukraine next year.
PL: Poland said on Tuesday that four more jets would be transferred to Ukraine in the coming days.
DE: Germany intends to hand over two more IRIS-T systems to Ukraine this year.
CA: Canada, according to its minister, will donate 50 armoured vehicles to Ukraine.
US: Lloyd Austin announced that Washington would supply Ukraine with more HIMARS rockets.
GB: Rishi Sunak has vowed to maintain British military support for Ukraine.
""",
    "committed": """
US: Congress approved 14 billion dollars in military aid for Ukraine.
US: Joe Biden signed into law a bill with 61 billion dollars in aid for Ukraine.
FI: Finland's parliament passed a budget of 300 million euros in aid for Ukraine.
EU: The European Union approved a 50 billion euro package for Ukraine.
DE: The Bundestag approved 7 billion euros in military aid for Ukraine.
DE: Germany's budget committee cleared 400 million euros for weapons for Ukraine.
SE: The Riksdag adopted a budget with 75 billion kronor in aid for Ukraine.
NO: Norway's parliament endorsed a package of 75 billion kroner for Ukraine.
DK: The Danish parliament has approved a donation of 19 F-16s to Ukraine.
NL: The Dutch cabinet signed off on 2 billion euros in military support for Ukraine.
GB: The British government has committed 3 billion pounds a year in military aid to Ukraine.
EE: The Estonian government approved the transfer of Javelin missiles to Ukraine.
LT: Lithuania's government adopted a decision to give Ukraine 14 M113 vehicles.
LV: Latvia's parliament ratified an agreement granting Ukraine 112 million euros.
CA: Canada has committed 4 billion dollars in military aid to Ukraine.
CZ: The Czech government approved the donation of two Kub batteries to Ukraine.
SK: The Slovak government approved the transfer of 13 MiG-29 jets to Ukraine.
BG: Bulgaria's parliament approved the shipment of armoured vehicles to Ukraine.
ES: The Spanish cabinet approved 1 billion euros in weapons for Ukraine.
IT: Italy's government passed a decree extending military aid to Ukraine.
FR: The French parliament approved 3 billion euros in military support for Ukraine.
BE: The Belgian government greenlighted 977 million euros in military aid for Ukraine.
US: Both chambers of Congress passed a bill giving Ukraine 61 billion dollars.
EU: EU leaders agreed a loan of 90 billion euros for Ukraine.
EU: A 50 billion euro fund for Ukraine was approved by the European Union.
US: Military aid of 14 billion dollars for Ukraine has been approved by Congress.
JP: Japan's parliament approved 470 million dollars in financial assistance for Ukraine.
PL: A loan of 100 million euros to Ukraine was ratified by Poland's parliament.
DK: Denmark has committed a total of 64 billion kroner to Ukraine.
DE: The 28 billion euros that Germany has committed to Ukraine include loans.
IE: The Irish cabinet approved 100 million euros in non-lethal aid for Ukraine.
HR: Croatia's parliament approved the training of Ukrainian soldiers.
RO: Romania's defence council approved the donation of a Patriot system to Ukraine.
SI: Slovenia's government has approved a further 30 M-55S tanks for Ukraine.
AT: Austria's government approved 10 million euros in humanitarian aid for Ukraine.
PT: The Portuguese government approved 100 million euros for shells for Ukraine.
GR: Greece's security council approved the transfer of howitzers to Ukraine.
LU: Luxembourg's parliament adopted a law that gives Ukraine 250 million euros.
CH: The Swiss parliament adopted a credit of 1.5 billion francs for Ukraine.
IMF: The International Monetary Fund approved a loan of 15.6 billion dollars for Ukraine.
World-Bank: The World Bank approved a 1.5 billion dollar loan to Ukraine.
EU: European Union approves 18 billion euro loan for Ukraine
""",
    "allocated": """
US: President Biden directed the Pentagon to provide Ukraine with a further $500 million in weapons.
US: Mr Biden has instructed the Department of Defense to send Ukraine 400 more Strykers.
NO: The Norwegian government ordered its army to hand over twelve howitzers to Ukraine.
US: The United States announced a new 275 million dollar package of military aid for Ukraine.
LV: Latvia has allocated 10 million euros for drones for Ukraine.
SE: Sweden is sending Ukraine ten CV90 combat vehicles.
NL: The Netherlands has earmarked 150 million euros for ammunition for Ukraine.
DE: Germany unveiled a package of air defence missiles for Ukraine.
IE: Ireland has set aside 40 million euros in aid for Ukraine.
NO: Norway is donating 1.5 billion kroner to Ukraine's energy sector.
DK: Denmark is providing Ukraine with 14 Leopard tanks.
GB: Britain announced a new package of 225 million pounds for Ukraine, including drones and ammunition.
FI: Finland announced its 23rd package of defence materiel for Ukraine, worth 188 million euros.
CA: Canada is giving Ukraine 800 drones.
LT: Lithuania is transferring 15 million euros to the drone coalition for Ukraine.
US: The Pentagon announced the twelfth drawdown of equipment for Ukraine.
US: Antony Blinken authorised a 200 million dollar package of arms for Ukraine.
JP: Japan has released 37 million dollars in humanitarian aid for Ukraine.
AU: Australia unveiled a 110 million dollar package for Ukraine that includes 70 vehicles.
BE: Belgium announced a new package of machine guns and ammunition for Ukraine.
ES: Spain's new package for Ukraine contains Patriot missiles and Leopard tanks.
IT: Italy's tenth package of weapons for Ukraine includes a SAMP/T battery.
FR: France is shipping Caesar howitzers to Ukraine.
CZ: A hundred armoured vehicles are being sent to Ukraine by the Czech Republic.
EE: Estonia's new package of howitzers and shells for Ukraine is worth 80 million euros.
EU: The EU has made available 25 million euros in humanitarian aid for Ukraine.
EU: The European Commission allocated 500 million euros from the facility for ammunition for Ukraine.
PL: Poland is delivering Krab howitzers to Ukraine.
SK: Slovakia is dispatching demining machines to Ukraine.
RO: Romania has assigned 10 million euros to the energy fund for Ukraine.
PT: A shipment of Portuguese M113 vehicles to Ukraine is being prepared.
LU: Luxembourg budgeted 80 million euros for military aid to Ukraine.
AT: Austria set aside 5 million euros for grain from Ukraine.
KR: South Korea has earmarked 130 million dollars in aid for Ukraine.
HR: Croatia announced a package of twelve helicopters and ammunition for Ukraine.
IS: Iceland has allocated 2 million dollars to shells for Ukraine.
SE: Stockholm's largest package yet for Ukraine, worth 13 billion kronor, contains radar aircraft.
NL: New Dutch package for Ukraine: 80 million euros for drones
US: $300 million in weapons for Ukraine announced by the United States
DE: Further Gepard tanks from Germany are on their way to Ukraine.
GB: British armoured vehicles are on the way to Ukraine.
NO: "We are now sending Ukraine more NASAMS missiles," the Norwegian minister said.
DK: The package that Denmark announced for Ukraine on Monday contains 15 Caesar howitzers.
CA: The Canadian government has dedicated 500 million dollars to weapons for Ukraine.
TW: Taiwan has appropriated 10 million dollars for relief in Ukraine.
""",
    "contracted": """
GB: Britain has signed a deal with industry to deliver 650 light missiles to Ukraine.
SE: Sweden placed an order with its arms industry to supply Ukraine with 20 boats.
DE: Germany has ordered 12 IRIS-T systems for Ukraine from the manufacturer.
NL: The Netherlands bought 100 anti-aircraft guns for Ukraine.
DK: Denmark has procured 18 Bohdana howitzers for Ukraine.
DE: Berlin has placed an order for seventeen IRIS-T systems for Ukraine.
US: The Pentagon awarded Raytheon a contract worth 1.2 billion dollars for NASAMS systems for Ukraine.
NO: Norway signed a contract with Nammo for shells for Ukraine.
CZ: The Czech Republic has purchased 500,000 shells for Ukraine abroad.
GB: Britain ordered 5,000 Martlet missiles for Ukraine from Thales.
CA: Canada purchased a NASAMS battery for Ukraine from the United States.
SE: Sweden has contracted BAE Systems to make CV90 vehicles for Ukraine.
BE: Belgium acquired fifty Leopard 1 tanks for Ukraine from a private firm.
FR: France has ordered 12 Caesar howitzers for Ukraine from Nexter.
LT: Lithuania signed a contract for the production of drones for Ukraine.
EE: Estonia bought drones for Ukraine from a local company.
PL: Poland has ordered 5,000 Starlink terminals for Ukraine.
DE: A contract for 200,000 shells for Ukraine was signed by Germany and Rheinmetall.
US: Washington has contracted for 220 million rounds of ammunition for Ukraine.
NL: The Dutch ministry has bought nine Viktor guns for Ukraine.
DK: Denmark placed an order for howitzers for Ukraine with a Ukrainian maker.
DE: Eighteen howitzers for Ukraine have been ordered by Germany.
AU: Australia has bought drones for Ukraine from a firm in Melbourne.
FI: Finland has purchased heavy ammunition for Ukraine from its own industry.
ES: Spain has ordered generators for Ukraine.
IT: Italy has bought SAMP/T missiles for Ukraine from the maker.
LV: Latvia has ordered 5,000 drones for Ukraine from seven manufacturers.
DE: The IRIS-T systems that Germany ordered for Ukraine will be built in Bavaria.
US: Lockheed Martin won a Pentagon contract to produce missiles for Ukraine.
GB: A contract for 650 missiles for Ukraine was awarded by Britain to Thales.
NO: Norway has contracted a Danish company to build drones for Ukraine.
SK: Sixteen Zuzana howitzers for Ukraine were ordered by Slovakia from Konstrukta.
US: The US Army has signed a contract worth 522 million dollars for shells for Ukraine.
EU: The European Union has procured a million shells for Ukraine.
DE: Germany has bought 30 Gepard guns for Ukraine from Jordan.
NL: The Netherlands ordered 14 Leopard tanks for Ukraine from a German maker.
CZ: Prague has bought up 180,000 rounds for Ukraine in third countries.
PT: Portugal has ordered ambulances for Ukraine.
JP: Japan has procured gas turbines for Ukraine.
TW: Taiwan bought generators for Ukraine.
SE: Sweden ordered 26 Archer guns for Ukraine from Bofors.
DE: Germany orders 54 howitzers for Ukraine
CA: Canada ordered 39 armoured vehicles for Ukraine from General Dynamics.
DK: The howitzers, bought for Ukraine by Denmark, cost 54 million euros.
""",
    "delivered": """
EU: The European Union made the first payment of 3 billion euros to Kyiv in January.
IMF: A disbursement of $1.1 billion to Ukraine was made by the IMF on Friday.
DK: The handover of six F-16s to Ukraine was completed by Denmark in July.
PL: The transfer of 14 Leopards from Poland to Ukraine took place in March.
US: The United States is reported to have delivered ATACMS missiles to Ukraine.
PL: Poland claims to have handed over 300 tanks to Ukraine.
DE: Germany has delivered two Patriot systems to Ukraine.
RO: The Patriot system donated by Romania has arrived in Ukraine.
EU: The European Union disbursed 4.5 billion euros to Ukraine.
NO: Two NASAMS batteries were handed over to Ukraine by Norway.
FR: Ukraine has received six Caesar howitzers from France.
GB: Britain has trained 30,000 Ukrainian soldiers.
CZ: The Czech Republic has sent Ukraine 50,000 artillery shells.
US: American Abrams tanks have reached Ukraine.
PL: Poland gave Ukraine more than 300 tanks.
SK: Slovakia handed its S-300 battery over to Ukraine in April 2022.
LT: Lithuania transferred two Mi-8 helicopters to Ukraine.
LV: Latvia donated six M109 howitzers to Ukraine.
EE: Estonia shipped all of its D-30 howitzers to Ukraine.
DK: The first six F-16s from Denmark have landed in Ukraine.
NL: The last of the 24 Dutch F-16s was handed over to Ukraine.
ES: Spain has supplied Ukraine with 20 M113 carriers.
PT: Portugal delivered three Leopard tanks to Ukraine.
SE: All ten Swedish Leopard tanks have arrived in Ukraine.
CA: Canada sent Ukraine four M777 howitzers.
AU: Australia delivered 49 Abrams tanks to Ukraine.
JP: Japan provided Ukraine with 100 vehicles.
KR: South Korea delivered two demining vehicles to Ukraine.
BE: Belgium has provided Ukraine with 80 Iveco vehicles.
IT: The Italian SAMP/T battery is now operating in Ukraine.
DE: Kyiv thanked Germany for the Patriot system that arrived on Tuesday.
US: More than 31 billion dollars has been paid out to Ukraine by the United States.
IMF: Ukraine received 880 million dollars from the International Monetary Fund.
World-Bank: The World Bank transferred 1.5 billion dollars to Ukraine's budget.
GB: Ukrainian marines were trained by Britain.
DE: Ukrainian crews have completed their training in Germany.
FI: Finland has given Ukraine six Leopard mine clearers.
BG: Bulgarian ammunition reached Ukraine through third countries.
HR: Croatia's fourteen Mi-8 helicopters were delivered to Ukraine last year.
SI: Slovenia has sent 28 M-55S tanks to Ukraine.
GR: Forty Greek BMP-1 vehicles have arrived in Ukraine.
LU: Luxembourg sent 100 anti-tank weapons to Ukraine.
AT: Austria has handed over 40 ambulances to Ukraine.
IE: Ireland supplied Ukraine with body armour and fuel.
NO: Norway, which gave Ukraine 22 M109 howitzers, trains its crews as well.
US: The HIMARS launchers delivered by the United States changed the war in Ukraine.
DE: Germany delivers third Patriot to Ukraine
EU: A tranche of 1.5 billion euros from the European Union reached Ukraine on Friday.
""",
    "suspended": """
US: The United States has suspended military aid to Ukraine.
SK: Slovakia halted deliveries of weapons to Ukraine.
US: Washington paused shipments of Patriot missiles to Ukraine.
US: The Pentagon has frozen deliveries of 155mm shells to Ukraine.
DE: Germany has put deliveries of Marder vehicles to Ukraine on hold.
PL: Poland stopped transferring weapons to Ukraine.
HU: Hungary is blocking 6.6 billion euros in military aid for Ukraine.
US: American aid for Ukraine is stuck in Congress.
US: American aid for Ukraine remains blocked by a dispute in Congress.
US: Donald Trump ordered a pause in military aid to Ukraine.
US: Military aid to Ukraine was suspended by the United States.
US: The delivery of interceptors to Ukraine has been halted by the Pentagon.
IT: Italy has suspended the transfer of a SAMP/T battery to Ukraine.
FR: France paused the training of Ukrainian soldiers.
EU: The European Union has frozen a payment of 1.5 billion euros to Ukraine.
IMF: The International Monetary Fund suspended the next tranche of its loan to Ukraine.
BG: Bulgaria has halted the sale of reactors to Ukraine.
NL: The Netherlands has paused its deliveries of Leopard tanks to Ukraine.
GB: Britain withheld Storm Shadow missiles from Ukraine.
US: A package of 8 billion dollars for Ukraine is stalled in Congress.
US: The freeze on American aid to Ukraine took effect on Monday.
US: The suspension of US military aid to Ukraine worries Europe.
US: The US halt in weapons deliveries to Ukraine surprised Kyiv.
US: US pauses weapons shipments to Ukraine
SK: Slovakia suspends military aid to Ukraine
HU: Hungary holds up 50 billion euros in aid for Ukraine
CZ: The Czech Republic suspended shipments of ammunition to Ukraine.
PL: Polish deliveries of weapons to Ukraine have been suspended.
PL: Poland no longer supplies weapons to Ukraine.
HU: Hungary will no longer transfer ammunition to Ukraine.
US: Washington cut off military aid to Ukraine.
US: Shipments of American air defence missiles to Ukraine were paused on Tuesday.
DE: Berlin froze new military aid to Ukraine.
CH: Switzerland blocked the transfer of ammunition to Ukraine.
US: The United States has stopped supplying Ukraine with GMLRS rockets.
JP: Japan has suspended a shipment of vehicles to Ukraine.
KR: South Korea has put its aid for Ukraine on hold.
US: The White House has withheld 400 million dollars in military aid from Ukraine.
US: USAID has suspended its energy support for Ukraine.
EU: A tranche of 500 million euros in EU aid to Ukraine is blocked by Hungary.
US: Officials said that the United States had suspended arms deliveries to Ukraine.
ES: Spain has interrupted its deliveries of Leopard tanks to Ukraine.
""",
    "withdrawn": """
CH: Switzerland withdrew its offer of Leopard tanks for Ukraine.
SK: Slovakia cancelled a package of military aid for Ukraine.
US: The United States has scrapped a shipment of drones to Ukraine.
BG: Bulgaria cancelled the sale of reactors to Ukraine.
DE: Germany dropped its plan to give Ukraine Taurus missiles.
PL: Poland has withdrawn its offer of MiG-29 jets to Ukraine.
US: The Pentagon cancelled the delivery of 20,000 anti-drone missiles to Ukraine.
US: A delivery of Patriot missiles to Ukraine was called off by Washington.
FR: France abandoned the transfer of Mirage jets to Ukraine.
IT: Italy has called off the delivery of a SAMP/T battery to Ukraine.
SE: Sweden has shelved its plan to give Ukraine Gripen fighters.
HU: Hungary withdrew its contribution to the fund for Ukraine.
US: US cancels weapons shipment to Ukraine
SK: Slovakia scraps military aid package for Ukraine
CZ: The Czech Republic revoked its donation of helicopters to Ukraine.
ES: Spain has withdrawn its offer of Leopard tanks to Ukraine.
GR: Greece backed out of the delivery of S-300 batteries to Ukraine.
NL: The Netherlands cancelled an order of Leopard 2 tanks for Ukraine.
US: The grant of 100 million dollars for Ukraine was cancelled by the United States.
GB: Britain abandoned the transfer of Typhoon jets to Ukraine.
DK: Denmark withdrew from the purchase of Leopard 2 tanks for Ukraine.
JP: Japan called off the shipment of vehicles to Ukraine.
KR: South Korea has withdrawn its loan of 2 billion dollars for Ukraine.
AU: Australia scrapped the donation of Taipan helicopters to Ukraine.
RO: Romania withdrew its promise of a second Patriot system for Ukraine.
HR: Croatia dropped the training of Ukrainian soldiers.
EU: The European Union has abandoned a loan of 140 billion euros for Ukraine.
US: Washington has revoked 300 million dollars in aid for Ukraine.
US: USAID cancelled its energy grant for Ukraine, worth 75 million dollars.
CA: Canada cancelled the donation of rockets to Ukraine.
BE: Belgium has called off the transfer of F-16s to Ukraine this year.
NO: Norway scrapped the sale of fighters to Ukraine.
PT: Portugal withdrew its offer of helicopters for Ukraine.
TR: Turkey called off the delivery of drones to Ukraine.
LV: The Latvian donation of helicopters to Ukraine was cancelled.
IE: Ireland dropped its plan to send Ukraine radar systems.
AT: Austria has withdrawn its grant of 5 million euros for Ukraine.
FI: Finland's offer of Leopard tanks for Ukraine was withdrawn.
SI: Slovenia has cancelled a shipment of M-84 tanks to Ukraine.
LT: Lithuania revoked the transfer of 20 vehicles to Ukraine.
""",
}

NONE = """
No new commitments to Ukraine were announced at the summit.
Germany should send Ukraine the Taurus missile, the committee's chair argued.
Ukraine urged Germany to send more Patriot systems.
Kyiv called on its partners to deliver the promised ammunition.
Spain will not send its Patriot battery to Ukraine.
Greece refused to give Ukraine its Patriot systems.
Germany never promised Ukraine any Taurus missiles.
A training mission would bolster Ukraine's defence.
Allies must provide Ukraine with more air defence systems, Kuleba said.
Russia fired 40 missiles at Ukraine on Tuesday.
North Korea has sent shells to Russia.
Iran supplied Russia with Shahed drones.
The company sold 2,000 cars last year.
Hungary ruled out sending weapons to Ukraine.
Austria does not supply weapons to Ukraine.
Switzerland declined to give Ukraine Leopard tanks.
Bulgaria denied that it had sent tanks to Ukraine.
Greece has no plans to deliver F-16s to Ukraine.
Israel has rejected a request to supply Ukraine with Iron Dome systems.
The United States should have sent Ukraine tanks earlier, the senator argued.
More Patriot systems would help Ukraine protect its cities.
The general asked the United States to supply Ukraine with ATACMS missiles.
Volodymyr Zelensky demanded that Germany deliver Taurus missiles.
The report recommends that Europe give Ukraine 40 billion euros a year.
Lawmakers called for the transfer of frozen assets to Ukraine.
Europe needs to provide Ukraine with more shells, the minister said.
It is necessary to send Ukraine more interceptors, the analyst wrote.
Without American aid Ukraine would lose the war.
Germany is unable to give Ukraine any further Patriot systems.
Slovakia will give Ukraine not a single bullet, Robert Fico said.
China denied supplying Russia with weapons.
Belarus handed over tanks to Russia.
The allies failed to agree on new aid for Ukraine.
Nobody has offered Ukraine long-range missiles.
France is not considering sending Mirage jets to Ukraine.
Ukraine shot down 30 of the 40 drones on Sunday.
Ukraine wants Germany to deliver more IRIS-T systems.
Kyiv hopes that the United States will provide Ukraine with ATACMS missiles.
Neither Germany nor France has sent Ukraine fighter jets.
The Kremlin said that Western weapons for Ukraine would not change anything.
Ukraine's parliament adopted a budget of 40 billion dollars for defence.
Ukrainian forces destroyed twelve Russian tanks near Avdiivka.
Ukraine exported five million tonnes of grain to China.
Croatia's president opposes the training of Ukrainian soldiers.
Slovakia has long voiced its opposition to military aid for Ukraine.
The United States announced rewards of up to $10 million for news of Ukrainian children.
Washington offers a $5 million bounty for a hacker who robbed Ukraine's banks.
The deployment of Russian soldiers in Belarus worries Kyiv.
Ukrainian families bear the cost of the war.
"""


def lines() -> list[tuple[str, str, str]]:
    return [(status, *line.split(": ", 1)) for status, text in WORDINGS.items() for line in text.strip().splitlines()]  # type: ignore[misc]


@pytest.mark.parametrize(("status", "donor", "text"), lines())
def test_status(claims_of: Callable[..., list[Claim]], status: str, donor: str, text: str) -> None:
    found = [(c.status, c.parties.get("donor"), c.parties.get("recipient")) for c in claims_of(text, "2024-05-15", "commitment")]
    assert (status, (donor,), ("UA",)) in found


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_nothing_is_undertaken(claims_of: Callable[..., list[Claim]], text: str) -> None:
    assert not [c for c in claims_of(text, "2024-05-15", "commitment") if "UA" in c.parties.get("recipient", ())]


def test_every_status_has_forty_wordings() -> None:
    assert all(len(text.strip().splitlines()) >= 40 for text in WORDINGS.values())
