"""What is an adversary's, is imposed on somebody, or is for oneself or all the world: the receiver is given nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]
LEAD = """Allies of Ukraine this week

KYIV - Ukraine has been fighting for two years. What its allies did this week:

"""

NONE = """
Families are taught to keep clear of dangers, including shells and landmines, in the west of Ukraine.
Plants across Russia are struggling to keep up production of tanks.
The United States will raise tariffs on Russian goods worth about $2.3 billion.
Washington will impose a higher tariff rate on metals worth about $900 million to Russia.
The G7 will take further steps, including a package of sanctions on traders.
Britain imposed sanctions on 50 people who supply weapons to the Russian army.
Shipowners who bring ammunition to the Russian troops were put on a list by Canada.
The EU agreed to spend 1.5 billion euros on its own arms industry.
In 2023 Norway gave 900 million kroner to fight hunger across the globe.
Canada gave 300 million dollars worldwide for vaccines and food.
Russian missiles destroyed a batch of 25,000 NATO shells in a port.
Moscow said that its aircraft had hit a shipment of German tanks near the border.
It is the 13th package of EU measures since the war began.
The EU adopted its fifteenth package on Monday.
Since 2014 the UN has bought goods from Russia for at least two and a half billion dollars.
Germany bought Russian gas worth 20 billion euros last year.
Ann Field, who lives in the United States, is willing to pay more for petrol.
"I'm paying $5 a gallon now," Ann Field said at a petrol station in the United States.
The war is raising prices, which brought the surplus in Russia's accounts to 60 billion dollars, the United States said.
The American embassy's warning forced the staff to take shelter.
Lithuania has provided its schools with gas masks since May.
Poland paid its farmers 500 million euros over the price of grain.
Sweden gave its own soldiers twelve Archer howitzers.
The special fund of 100 billion euros would be spent by 2027, Boris Pistorius said.
He spoke of the money that American firms had lost by leaving Russia, 300 billion dollars by his count.
Nobody in Norway expects that to change before the drones come back in larger numbers.
Norway says that prisoners described being given just enough food to live on.
Belarus took Crimea's side, and the UN has bought goods from it for at least two billion dollars.
Around 120 missiles and 90 drones were fired at the power supply, a Norwegian engineer said.
Customs records say that China sold Russia to engines and drones worth 9 million dollars.
Households in Germany will pay 400 euros more for gas this winter.
Would Joe Biden's voters be willing to pay more for fuel?
Poland bought 180 tanks from South Korea for 3.4 billion dollars.
Lithuania will spend 3 percent of its output on defence.
Finland is strengthening its own air defence with a billion euros.
The UN seeks 3.1 billion dollars for the winter.
A British firm rolled out a new drone for reconnaissance.
King Harald gave Zelensky an audience in Oslo.
Estonia's own stocks are being refilled with 12 howitzers from Seoul.
The United States has spent 8 billion dollars on replacing what it gave away.
Slovaks collected signatures against sending arms.
Refugees have paid more than 15 billion zlotys in taxes in Poland.
NATO's 2024 budget for civil and military purposes is 2.5 billion euros.
Warsaw and Kyiv are still haggling over the wording of a guarantee.
The Netherlands is an ally. Vladimir Putin approved record spending on Monday. About $115 billion is planned for the army.
Ukraine bought 1,000 drones from Turkey for 70 million dollars.
The founder of a Russian outlet was arrested over a $13 million drone fraud case.
A donation of 50 euros buys a warm blanket for a family.
In 1995 the Croatian army was trained by an American firm, the historian recalled.
Moscow has concluded a contract with Tehran for 600 drones.
Ukraine's own long-range drones were supplied to three brigades.
Ukraine's generals are training its army for the summer.
Washington is coy about the number of missiles it will send.
Oslo is guarded in the amount that it will provide of such equipment.
The UN estimates that rebuilding will swallow 486 billion dollars.
"""
GIVEN = """
US | The United States announced new sanctions on Moscow and 300 million dollars in aid for Kyiv.
EU | The EU will give Ukraine 1.4 billion euros in proceeds from Russian assets.
GB | Britain will send Ukraine 50 boats for its own navy.
CN | China supplied the Russian army with drones worth 12 million dollars.
EU | The EU adopted its fifteenth package of military aid for Ukraine on Monday.
SE | Sweden announced its 18th package for Ukraine.
NL | Some 20,000 Dutch drones are to be delivered to Ukraine by June.
ES | Russian drones destroyed two tanks that Spain had provided to Ukraine.
DK | Denmark bought howitzers worth 200 million kroner for Ukraine from a Belarusian trader.
US | The United States lifted restrictions and sent Ukraine long-range missiles.
"""


@pytest.mark.parametrize("line", NONE.strip().splitlines())
def test_no_support(claims_of: Read, line: str) -> None:
    assert not [c.evidence[0].quote for c in claims_of(LEAD + line, "2024-05-01", "commitment") if c.evidence[0].start >= len(LEAD) - 2]


@pytest.mark.parametrize("line", GIVEN.strip().splitlines())
def test_support(claims_of: Read, line: str) -> None:
    giver, _, text = line.partition(" | ")
    assert giver in {g for c in claims_of(LEAD + text, "2024-05-01", "commitment") for g in c.parties.get("donor", ())}


def test_what_an_adversary_lacks_is_no_need_of_the_receiver(claims_of: Read) -> None:
    for text in ("Factories across Russia are short of parts for tanks.", "The army urgently needs shells for its howitzers."):
        needs = [c.parties["needs"] for c in claims_of(LEAD + text, "2024-05-01", "need")]
        assert needs == ([] if "Russia" in text else [("UA",)])


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("Since February the United States quickly expanded its support to the Ukrainian health system with medicine.", "humanitarian"),
        ("Germany gave Ukraine money for its court system.", "financial"),
        ("Germany gave Ukraine an air defence system.", "military"),
    ],
)
def test_not_every_system_is_of_arms(claims_of: Read, text: str, support: str) -> None:
    assert {c.support for c in claims_of(LEAD + text, "2024-05-01", "commitment")} == {support}


def test_its_leaders_are_those_of_the_bloc_named_before(claims_of: Read) -> None:
    text = "The US pledged 300 million dollars. Without EU aid Ukraine would fail. In April its leaders agreed to provide 9 billion euros."
    assert ("EU",) in [
        c.parties.get("donor") for c in claims_of(LEAD + text, "2024-05-01", "commitment") if c.amount and c.amount.value == 9e9
    ]


def test_an_adversary_named_in_passing_gives_way_to_the_donor(claims_of: Read) -> None:
    text = "Norway sent Ukraine 12 boats. Oslo says that Moscow will not stop it. Another 20 drones will be handed over in June."
    assert {g for c in claims_of(LEAD + text, "2024-05-01", "commitment") for g in c.parties.get("donor", ())} == {"NO"}


def test_the_price_of_one_of_many_goods_is_not_too_little(claims_of: Read) -> None:
    text = "The cabinet decided to donate four beds and 250 blankets to a hospital in Ukraine (worth 12 euros each)."
    counts = {i.count for c in claims_of(text, "2024-05-15", "commitment") for i in c.items}
    assert 250 in counts
