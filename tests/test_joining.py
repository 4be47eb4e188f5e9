"""Pairs of reports that are one thing and pairs that are not, in wordings of our own; each pair is reconciled by itself."""

from __future__ import annotations

from typing import Any

import pytest

from promissory.packs import load_pack
from promissory.reconciliation import Report, reconcile
from tests.test_reconciliation import euros, gift, some, told

PACK = load_pack()
#: Of a day that is that of the report, since the words name none.
NEWS = {"date": "the day of the report"}


def joined(one: Report, other: Report) -> bool:
    """Whether the two are one entry."""
    return len(reconcile([one, other], PACK).entries) == 1


def meeting(doc: str, day: str, who: list[str], quote: str, status: str = "held", **slots: Any) -> Report:
    return told(doc, slots.pop("reported", day), "meeting", status, {"participant": who}, quote, date=day, **slots)


def office(doc: str, day: str, status: str, post: str, body: str | None, quote: str) -> Report:
    parties = {"person": ["olha-sample"]} | ({"body": [body]} if body else {})
    return told(doc, day, "tenure", status, parties, quote, post=post, date=day)


def loan(doc: str, taker: str) -> Report:
    parties = {"donor": ["EIB"], "recipient": [taker]}
    return told(doc, "2024-12-05", "commitment", "pledged", parties, "The bank lends it 133 million euros.", amount=euros(1.33e8))


def vague(doc: str, day: str | None, status: str, donor: str, quote: str, **slots: Any) -> Report:
    return told(doc, day, "commitment", status, {"donor": [donor], "recipient": ["UA"]}, quote, **slots)


def training(doc: str, day: str, quote: str, **slots: Any) -> Report:
    donor = "FR" if "France" in quote else "DE"
    parties = {"donor": [donor], "recipient": ["UA"]}
    slots = {"place": "Germany", "topics": ["training"]} | slots
    return told(doc, day, "commitment", "delivered", parties, quote, date=day, support="training", **slots)


def strike(doc: str, reported: str | None, quote: str, **slots: Any) -> Report:
    return told(doc, reported, "attack", "reported", {"actor": ["RU"], "target": ["UA"]}, quote, **slots)


def ask(doc: str, reported: str, quote: str, **slots: Any) -> Report:
    return told(doc, reported, "need", "requested", {"needs": ["UA"]}, quote, **slots)


def scheme(doc: str, reported: str, lead: str, beneficiary: str, quote: str, **slots: Any) -> Report:
    return told(doc, reported, "initiative", "active", {"lead": [lead], "beneficiary": [beneficiary]}, quote, **slots)


def accord(doc: str, reported: str, parties: list[str], status: str, quote: str, **slots: Any) -> Report:
    return told(doc, reported, "agreement", status, {"party": parties}, quote, **slots)


ONE: dict[str, tuple[Report, Report]] = {
    "promised in spring, there in summer": (
        gift("a", "2024-03-04", "pledged", "SE", "Sweden will give Ukraine ten CV90 vehicles.", date="2024-03-04", items=some("cv90", 10)),
        gift("b", "2024-06-20", "delivered", "SE", "Sweden's ten CV90s have reached Ukraine.", date="2024-06-19", items=some("cv90", 10)),
    ),
    "a day in one report, the month in the other": (
        gift("a", "2024-05-06", "pledged", "NO", "Norway pledged 60 million euros for shells.", date="2024-05-06", amount=euros(6e7)),
        gift("b", "2024-06-30", "pledged", "NO", "The 60 million euros Norway pledged in May.", date="2024-05", amount=euros(6e7)),
    ),
    "a named system and its broader name": (
        gift("a", "2024-02-05", "pledged", "IT", "Italy gives Ukraine one SAMP/T.", date="2024-02-05", items=some("samp-t", 1)),
        gift("b", "2024-02-06", "pledged", "IT", "Italy gives Ukraine a SAMP/T system.", items=some("air_defence_system", 1)),
    ),
    "nineteen jets by their name and as aircraft": (
        gift("a", "2023-08-21", "pledged", "DK", "Denmark announced 19 F-16 jets.", date="2023-08-20", items=some("f-16", 19)),
        gift("b", "2024-06-10", "pledged", "DK", "Denmark has promised 19 aircraft.", items=some("aircraft", 19)),
    ),
    "a sum and its conversion in one text": (
        gift("a", "2024-10-18", "allocated", "NO", "Norway raises its energy aid to 2 billion kroner.", at=0, topics=["energy"],
             amount=euros(2e9, currency="NOK"), date="2024-10-18"),
        gift("a", "2024-10-18", "allocated", "NO", "The minister put the energy aid at 172 million euros.", at=500, topics=["energy"],
             amount=euros(1.72e8), date="2024-10-17"),
    ),
    "a sum in the slot and in the words": (
        gift("a", "2024-04-02", "pledged", "FI", "Finland adds a package of 150 million euros.", date="2024-04-02", amount=euros(1.5e8)),
        gift("b", "2024-04-03", "pledged", "FI", "Finland adds a package worth 150 million euros.", date="2024-04-02"),
    ),
    "about a sum and the exact sum": (
        gift("a", "2024-01-09", "pledged", "LV", "Latvia pledged about 112 million euros.", amount=euros(1.12e8, "about")),
        gift("b", "2024-01-09", "pledged", "LV", "Latvia pledged 112.5 million euros.", amount=euros(1.125e8)),
    ),
    "promised and arrived in one text": (
        gift("a", "2024-08-01", "pledged", "NL", "The Hague promised four boats.", date="2024-03", at=0, items=some("boat", 4)),
        gift("a", "2024-08-01", "delivered", "NL", "Four Dutch boats are in Ukraine.", date="2024-08-01", at=700, items=some("boat", 4)),
    ),
    "a place in two spellings": (
        strike("a", "2024-05-11", "A power plant in Kyiv region was hit on Friday.", date="2024-05-10", place="Kyiv region"),
        strike("b", "2024-05-12", "A Russian strike hit a power plant in the Kiev region.", date="2024-05-10", place="Kiev region"),
    ),
    "a gathering by its body and by its partners": (
        meeting("a", "2024-09-06", ["Ukraine-Defense-Contact-Group"], "The contact group met at a base in Germany.", place="Germany",
                body="Ukraine-Defense-Contact-Group"),
        meeting("b", "2024-09-06", ["partners", "volodymyr-zelensky"], "Zelensky met his country's partners in Germany.", place="Germany"),
    ),
    "so many agreements, by who has them and by with whom": (
        accord("a", "2024-04-03", ["UA"], "signed", "Ukraine has concluded three security agreements.", count=3),
        accord("b", "2024-04-11", ["FI", "DK", "NL"], "signed", "Three countries had signed before: Finland, Denmark, the Netherlands.",
               count=3),
    ),
    "a summit planned and held": (
        meeting("a", "2024-07-10", ["NATO", "UA"], "NATO leaders will meet in Washington.", status="planned", reported="2024-06-01",
                format="summit", place="Washington"),
        meeting("b", "2024-07-10", ["NATO", "UA"], "NATO leaders met in Washington.", reported="2024-07-10", format="summit",
                place="Washington"),
    ),
    "talks opened after months of wavering": (
        accord("a", "2024-02-07", ["EU", "UA"], "proposed", "Envoys failed to agree on accession talks with Ukraine.", date="2024-02-07",
               topics=["eu_membership"]),
        accord("b", "2024-03-25", ["EU", "UA"], "negotiating", "Accession talks with Ukraine were opened.", date="2024-03-25",
               topics=["eu_membership"]),
    ),
    "an agreement announced and signed": (
        accord("a", "2024-04-10", ["LV", "UA"], "negotiating", "Latvia prepares a security agreement with Ukraine.", topics=["security"]),
        accord("b", "2024-04-11", ["LV", "UA"], "signed", "Latvia signed its security agreement with Ukraine.", topics=["security"],
               date="2024-04-11"),
    ),
    "a signature dated by two outlets on two days": (
        accord("a", "2024-04-11", ["LV", "UA"], "signed", "Latvia and Ukraine signed a security agreement.", date="2024-04-11"),
        accord("b", "2024-04-16", ["LV", "UA"], "signed", "Latvia and Ukraine signed a security agreement.", date="2024-04-15"),
    ),
    "seven asked for, with and without the number": (
        ask("a", "2024-05-02", "Kyiv keeps asking for Patriots against missiles.", items=some("patriot")),
        ask("b", "2024-05-03", "Kyiv asks for seven Patriots against missiles.", items=some("patriot", 7)),
    ),
    "a fund that helps a country, and its industry": (
        scheme("a", "2024-05-02", "DK", "UA", "Denmark's fund buys howitzers from Ukrainian makers in Kharkiv."),
        scheme("b", "2024-05-20", "DK", "industry", "The Danish fund buys howitzers from makers in Kharkiv."),
    ),
    "a suspended package told twice": (
        gift("a", "2024-02-14", "suspended", "US", "The American package of $60 billion is held up.", amount=euros(6e10, currency="USD")),
        gift("b", "2024-03-01", "suspended", "US", "Congress holds up $60 billion for Ukraine.", amount=euros(6e10, currency="USD")),
    ),
    "a sum and the same one rounded": (
        gift("a", "2024-10-22", "pledged", "GB", "Britain lends Kyiv 2.26 billion pounds.", amount=euros(2.26e9, currency="GBP")),
        gift("b", "2024-10-22", "allocated", "GB", "London: £2.3 billion for Ukraine.", amount=euros(2.3e9, currency="GBP")),
    ),
    "a number in words and in digits": (
        gift("a", "2024-02-14", "pledged", "LV", "Latvia and its partners promise drones, forty thousand of them."),
        gift("b", "2024-02-14", "pledged", "LV", "Riga and others: 40 thousand drones for Ukraine's defence."),
    ),
    "weapons with a sum, and the same sum converted": (
        gift("a", "2024-07-15", "pledged", "DK", "Copenhagen pays Ukrainian firms for weapons.", date="2024-07-15", items=some("weapons"),
             amount=euros(5e7)),
        gift("b", "2024-07-16", "allocated", "DK", "375 million kroner for Ukraine's arms makers.", amount=euros(3.75e8, currency="DKK")),
    ),
    "a firm and the state that it is of": (
        loan("a", "UA"),
        loan("b", "Ukrhydroenergo"),
    ),
    "the first of a kind, and nobody says from whom": (
        told("a", "2023-09-25", "commitment", "delivered", {"recipient": ["UA"]}, "The first Abrams tanks have come.", date="2023-09-25",
             items=some("abrams"), support="military"),
        gift("b", "2023-09-26", "delivered", "US", "The first M1 Abrams are in Ukraine, American officials said.", items=some("abrams")),
    ),
    "the first of a kind and the first of so many": (
        gift("a", "2024-10-06", "delivered", "NL", "The first Dutch jets are there.", date="2024-10-06", items=some("f-16")),
        gift("b", "2024-10-20", "delivered", "NL", "It handed over the first of 24 promised F-16 fighters.", items=some("f-16")),
    ),
    "what was bought in a month long gone by": (
        gift("a", "2023-01-10", "pledged", "CA", "Canada buys a NASAMS.", date="2023-01-10", items=some("nasams", 1)),
        gift("b", "2024-11-20", "delivered", "CA", "The NASAMS bought in January 2023 has come.", items=some("nasams", 1)),
    ),
    "a crew that was trained, on what only one report says": (
        training("a", "2024-07-05", "The crew that will operate it was trained in Germany."),
        training("b", "2024-07-22", "The personnel for the Patriot have done their training in Germany.", items=some("patriot", 1)),
    ),
    "two governments, and the heads of both": (
        meeting("a", "2024-03-28", ["PL", "UA"], "The governments of Poland and Ukraine sat together in Warsaw.", place="Warsaw"),
        meeting("b", "2024-03-28", ["donald-tusk", "denys-shmyhal"], "The two heads of government chaired it.", format="bilateral"),
    ),
    "one who spoke to the session of a body": (
        meeting("a", "2024-09-06", ["Ukraine-Defense-Contact-Group"], "The Contact Group met.", place="Ramstein",
                body="Ukraine-Defense-Contact-Group"),
        meeting("b", "2024-09-06", ["volodymyr-zelensky"], "He addressed the opening session at the air base.", place="Ramstein"),
    ),
    "a barrage by its parts and as a whole": (
        strike("a", "2024-11-28", "91 missiles and 97 drones came down on the grid.", date="2024-11-28", hit=["energy"]),
        strike("b", "2024-11-29", "Nearly 200 missiles and drones came.", date="2024-11-29", inferred=NEWS, hit=["infrastructure"]),
    ),
    "an attack that one report puts on a day and the other on its own": (
        strike("a", "2024-11-28", "Russia struck power stations.", date="2024-11-28", hit=["energy"], means=["missile"]),
        strike("b", "2024-11-28", "The lights are out.", date="2024-11-28", inferred=NEWS, hit=["energy"], means=["missile"]),
    ),
    "a coalition by its form and its goods": (
        scheme("a", "2024-02-14", "LV", "UA", "Riga leads a coalition that sends UAVs."),
        scheme("b", "2024-03-01", "LV", "UA", "The drone coalition wants to grow."),
    ),
    "a coalition under two leaders and by its own name": (
        scheme("a", "2025-03-02", "FR", "UA", "Paris leads a coalition of the willing."),
        scheme("b", "2025-03-27", "Coalition-of-the-Willing", "UA", "Paris and the coalition plan a force."),
    ),
    "millions asked for, in the slot and in the words": (
        ask("a", "2024-01-20", "Ukraine needs two million shells this year.", topics=["ammunition"]),
        ask("b", "2024-01-21", "2,000,000 artillery shells is what Ukraine needs.", topics=["ammunition"], items=some("shells", 2_000_000)),
    ),
    "a number told by its size alone": (
        gift("a", "2024-07-09", "pledged", ["US", "NATO"], "It commits the allies to dozens of them.", items=some("air_defence_system")),
        gift("b", "2024-07-11", "pledged", "NATO", "Dozens of short-range ones will follow.", items=some("air_defence_system")),
    ),
    "what is stuck before anybody has decided": (
        vague("a", "2024-02-20", "considered", "US", "A large aid package is blocked by the House."),
        vague("b", None, "considered", "US", "The American package is still stuck."),
    ),
    "what many assure of one matter on one day": (
        vague("a", "2024-09-06", "pledged", "partners", "Not all the air defence is there.", topics=["air_defence"]),
        vague("b", "2024-09-06", "pledged", "partners", "Air defence has yet to come.", topics=["air_defence"]),
    ),
    "a plea for a weapon, with and without its number": (
        ask("a", "2024-07-09", "Patriots, the weapon Kyiv pleads for as troops edge forward", items=some("patriot")),
        ask("b", "2024-07-10", "For months it has been asking for seven additional Patriots.", items=some("patriot", 7)),
    ),
    "a rare sum, and what it is for in part": (
        vague("a", "2024-12-18", "pledged", "World-Bank", "It makes a budget grant.", amount=euros(2.05e9), support="financial"),
        vague("b", "2024-12-19", "pledged", "World-Bank", "It makes a grant for clinics.", amount=euros(2.05e9), support="humanitarian"),
    ),
    "jets promised, and the first of them there": (
        gift("a", "2024-06-08", "pledged", "FR", "Paris will give Ukraine Mirage jets.", date="2024-06-06", items=some("mirage-2000")),
        gift("b", "2025-02-06", "delivered", "FR", "The first Mirages have come.", date="2025-02-06", items=some("mirage-2000")),
    ),
    "an attack on a weekday, in a text that nobody can date": (
        strike("a", "2022-10-12", "The strikes of Monday hit the capital and other cities.", date="2022-10-10", hit=["civilian"]),
        strike("b", None, "Bombs hit several cities on Monday.", hit=["civilian"]),
    ),
    "a minister, and of what": (
        office("a", "2024-09-04", "takes_office", "minister", "UA", "She becomes a minister in the new government."),
        office("b", "2024-09-05", "takes_office", "justice_minister", "UA", "She becomes minister of justice in the government."),
    ),
    "a post of a ministry and of its state": (
        office("a", "2024-09-05", "takes_office", "culture_minister", "UA", "Appointed."),
        office("b", "2024-09-06", "holds", "culture_minister", "Ministry-of-Culture-of-Ukraine", "He is the new one."),
    ),
    "a post, and nobody says where": (
        office("a", "2024-10-01", "takes_office", "secretary_general", "NATO", "He took over."),
        office("b", "2024-10-02", "takes_office", "secretary_general", None, "A new man is at the top."),
    ),
    "interceptors and missiles, for one weapon": (
        ask("a", "2024-05-25", "It lacks interceptors for the Patriot.", items=[*some("interceptor"), *some("patriot")]),
        ask("b", "2024-05-26", "It is short of missiles for the Patriot.", items=[*some("missile"), *some("patriot")]),
    ),
    "a sum approved, and told of as known when its first part comes": (
        gift("a", "2024-10-09", "committed", "G7", "The Seven approve 50 billion dollars.", date="2024-10-09", amount=euros(5e10)),
        gift("b", "2024-12-10", "committed", "G7", "It is a part of the Seven's $50 billion loan.", date="2024-12-10", amount=euros(5e10)),
    ),
}  # fmt: skip

APART: dict[str, tuple[Report, Report]] = {
    "two packages of one donor in one week": (
        gift("a", "2024-05-06", "allocated", "US", "A new $400 million package.", date="2024-05-06", amount=euros(4e8, currency="USD")),
        gift("b", "2024-05-10", "allocated", "US", "A new $275 million package.", date="2024-05-10", amount=euros(2.75e8, currency="USD")),
    ),
    "two new packages of the same sum": (
        gift("a", "2024-05-06", "allocated", "CA", "A new 50 million package.", date="2024-05-06", amount=euros(5e7, currency="CAD")),
        gift("b", "2024-06-17", "allocated", "CA", "Another new 50 million.", date="2024-06-17", amount=euros(5e7, currency="CAD")),
    ),
    "the same sum from two donors": (
        gift("a", "2024-05-06", "pledged", "EE", "Estonia pledged 20 million euros.", date="2024-05-06", amount=euros(2e7)),
        gift("b", "2024-05-06", "pledged", "LT", "Lithuania pledged 20 million euros.", date="2024-05-06", amount=euros(2e7)),
    ),
    "two of three batteries delivered": (
        gift("a", "2024-03-01", "allocated", "DE", "Germany sends three Patriot units.", date="2024-03-01", items=some("patriot", 3)),
        gift("b", "2024-08-01", "delivered", "DE", "Two Patriot units have arrived.", date="2024-08-01", items=some("patriot", 2)),
    ),
    "the third and the fourth of a series": (
        gift("a", "2024-03-01", "pledged", "DE", "Germany sends a third IRIS-T system.", items=some("iris-t", 1)),
        gift("b", "2024-05-01", "pledged", "DE", "Germany sends a fourth IRIS-T system.", items=some("iris-t", 1)),
    ),
    "launchers and missiles": (
        gift("a", "2024-03-01", "pledged", "NL", "The Netherlands gives two Patriot launchers.", items=some("patriot_launcher", 2)),
        gift("b", "2024-03-02", "pledged", "NL", "The Netherlands gives 100 mortars.", items=some("mortar", 100)),
    ),
    "shells for June and for the autumn": (
        gift("a", "2024-05-20", "pledged", "CZ", "June: 50,000 shells.", period="2024-06", items=some("shells", 50000)),
        gift("b", "2024-07-10", "pledged", "CZ", "Autumn: 50,000 shells.", period="2024-09/2024-11", items=some("shells", 50000)),
    ),
    "arrived, and due later, in one text": (
        gift("a", "2024-07-22", "delivered", "CZ", "50,000 arrived lately.", at=0, items=some("shells", 50000)),
        gift("a", "2024-07-22", "pledged", "CZ", "He spoke of 50,000 for August.", at=600, period="2024-08", items=some("shells", 50000)),
    ),
    "a sum for each of two years": (
        gift("a", "2024-01-12", "pledged", "GB", "2.5 billion pounds in 2024", at=0, period="2024", amount=euros(2.5e9, currency="GBP")),
        gift("a", "2024-01-12", "pledged", "GB", "2.5 billion pounds in 2025", at=300, period="2025", amount=euros(2.5e9, currency="GBP")),
    ),
    "the alliance has given and may give": (
        gift("a", "2024-01-10", "delivered", "NATO", "Allies have given many air defence systems.", items=some("air_defence_system")),
        gift("b", "2024-01-10", "considered", "NATO", "More systems were named as an example.", items=some("air_defence_system")),
    ),
    "delivered before it was promised": (
        gift("a", "2024-02-01", "delivered", "PL", "Poland delivered four MiG-29s.", date="2024-02-01", items=some("mig-29", 4)),
        gift("b", "2024-06-01", "pledged", "PL", "Poland will give four more MiG-29s.", date="2024-06-01", items=some("mig-29", 4)),
    ),
    "energy money and ammunition money": (
        gift("a", "2024-05-02", "pledged", "DK", "Denmark pledged 40 million euros for ammunition.", amount=euros(4e7)),
        gift("b", "2024-05-02", "pledged", "DK", "Denmark pledged 15 million euros for heating plants.", amount=euros(1.5e7)),
    ),
    "strikes of one day in two towns": (
        strike("a", "2024-05-11", "Missiles hit Kharkiv.", date="2024-05-10", place="Kharkiv"),
        strike("b", "2024-05-11", "Missiles hit Odesa.", date="2024-05-10", place="Odesa"),
    ),
    "strikes on one town in two weeks": (
        strike("a", "2024-05-11", "Missiles hit Kharkiv.", date="2024-05-10", place="Kharkiv"),
        strike("b", "2024-05-25", "Missiles hit Kharkiv.", date="2024-05-24", place="Kharkiv"),
    ),
    "two instruments of the same parties": (
        accord("a", "2024-02-24", ["CA", "UA"], "signed", "Canada and Ukraine signed a security agreement.", date="2024-02-24"),
        accord("b", "2024-11-20", ["CA", "UA"], "signed", "Canada and Ukraine signed a loan agreement.", date="2024-11-20"),
    ),
    "two partners on one day": (
        accord("a", "2024-06-13", ["JP", "UA"], "signed", "Japan signed a security agreement with Ukraine.", date="2024-06-13"),
        accord("b", "2024-06-13", ["US", "UA"], "signed", "The United States signed one with Ukraine.", date="2024-06-13"),
    ),
    "seven by March and nine by April": (
        accord("a", "2024-03-30", ["UA"], "signed", "Ukraine has signed seven agreements.", count=7),
        accord("b", "2024-04-15", ["UA"], "signed", "Ukraine has signed nine agreements.", count=9),
    ),
    "two meetings of one man on one day": (
        meeting("a", "2024-09-06", ["volodymyr-zelensky", "olaf-scholz"], "Zelensky met Scholz in Frankfurt.", place="Frankfurt"),
        meeting("b", "2024-09-06", ["volodymyr-zelensky", "giorgia-meloni"], "Zelensky met Meloni in Cernobbio.", place="Cernobbio"),
    ),
    "a council of January and one of April": (
        meeting("a", "2024-01-10", ["NATO", "UA"], "The NATO-Ukraine Council met.", body="NATO-Ukraine-Council", format="council"),
        meeting("b", "2024-04-19", ["NATO", "UA"], "The NATO-Ukraine Council met.", body="NATO-Ukraine-Council", format="council"),
    ),
    "shells and generators asked for": (
        ask("a", "2024-05-02", "Kyiv asks for shells.", items=some("shells")),
        ask("b", "2024-05-02", "Kyiv asks for generators.", items=some("generator")),
    ),
    "two sums that no rounding makes one": (
        gift("a", "2024-10-22", "pledged", "GB", "Britain lends Kyiv 2.26 billion pounds.", amount=euros(2.26e9, currency="GBP")),
        gift("b", "2024-10-22", "pledged", "GB", "Britain lends Kyiv 2.4 billion pounds.", amount=euros(2.4e9, currency="GBP")),
    ),
    "one sum for a firm of one state and for another state": (
        loan("a", "Ukrhydroenergo"),
        loan("b", "MD"),
    ),
    "a loan that is news, and one of the same sum a year before": (
        gift("a", "2023-06-29", "committed", "World-Bank", "The bank approved a loan of 1.5 billion dollars.", date="2023-06-29",
             amount=euros(1.5e9, currency="USD")),
        gift("b", "2024-06-30", "committed", "World-Bank", "The bank has approved a loan of 1.5 billion dollars.", date="2024-06-30",
             inferred={"date": "the day of the report"}, amount=euros(1.5e9, currency="USD")),
    ),
    "pilots and a brigade that are to be trained": (
        training("a", "2024-06-06", "France will train the pilots of the jets.", place="France"),
        training("b", "2024-06-06", "France will train a brigade of soldiers.", place="France"),
    ),
    "the first and the second of so many": (
        gift("a", "2024-10-06", "delivered", "NL", "The first of 24 jets is there.", date="2024-10-06", items=some("f-16")),
        gift("b", "2024-10-07", "delivered", "NL", "The second of 24 jets is there.", items=some("f-16")),
    ),
    "a body that meets, and three who meet in the same town": (
        meeting("a", "2024-09-11", ["Crimea-Platform"], "It held its summit.", body="Crimea-Platform", format="summit", place="Kyiv"),
        meeting("b", "2024-09-11", ["david-lammy", "antony-blinken", "volodymyr-zelensky"], "The three met.", place="Kyiv"),
    ),
    "two barrages of a month": (
        strike("a", "2024-11-28", "91 missiles and 97 drones came down on the energy sector.", date="2024-11-28", hit=["energy"]),
        strike("b", "2024-11-28", "The first of this month had 120 missiles and 90 drones.", date="2024-11", hit=["energy"]),
    ),
    "a fund and a mission": (
        scheme("a", "2024-03-18", "EU", "UA", "Ministers have agreed on a fund for arms.", topics=["military"]),
        scheme("b", "2024-03-18", "EU", "UA", "The mission that trains soldiers goes on.", topics=["military"]),
    ),
    "dozens of one thing and dozens of another": (
        gift("a", "2024-07-09", "pledged", "SE", "Dozens of vehicles will be sent.", items=some("cv90")),
        gift("b", "2024-07-09", "pledged", "SE", "Dozens of generators will be sent.", items=some("generator")),
    ),
    "one sum for each of two firms of one state": (loan("a", "Naftogaz"), loan("b", "Ukrenergo")),
    "jets promised, and another batch of them there": (
        gift("a", "2024-06-08", "pledged", "FR", "Paris will give Ukraine Mirage fighters.", date="2024-06-06", items=some("mirage-2000")),
        gift("b", "2025-02-06", "delivered", "FR", "A second batch of Mirage jets has come.", date="2025-02-06", items=some("mirage-2000")),
    ),
    "attacks on two weekdays, in a text that nobody can date": (
        strike("a", "2022-10-12", "The strikes of Monday hit the capital and other cities.", date="2022-10-10", hit=["civilian"]),
        strike("b", None, "Bombs hit several cities on Friday.", hit=["civilian"]),
    ),
    "a minister and the head of the government": (
        office("a", "2024-09-04", "takes_office", "minister", "UA", "He takes over in the new government."),
        office("b", "2024-09-04", "takes_office", "prime_minister", "UA", "He takes over in the new government."),
    ),
    "so many agreements, and a list of fewer": (
        accord("a", "2024-04-03", ["UA"], "signed", "Ukraine has concluded three security agreements.", count=3),
        accord("b", "2024-04-11", ["FI", "DK"], "signed", "Three countries had signed before, Finland and Denmark among them.", count=3),
    ),
    "the first that came, and another one to come": (
        gift("a", "2024-07-01", "pledged", "CZ", "Another 50,000 shells are to be handed over in July.", date="2024-07",
             items=some("shells", 50_000)),
        gift("b", "2024-07-22", "delivered", "CZ", "A first shipment of 50,000 shells arrived recently.", items=some("shells", 50_000)),
    ),
    "an attack of a day, and one of some day of the month": (
        strike("a", "2024-07-10", "Missiles hit a hospital in Kyiv on Monday.", date="2024-07-08", place="Kyiv"),
        strike("b", "2024-08-26", "In July strikes on the power plants of Kyiv had been threatened.", date="2024-07", place="Kyiv"),
    ),
    "a weapon, and what it fires": (
        ask("a", "2024-04-25", "It wants Patriots.", items=some("patriot")),
        ask("b", "2024-05-25", "Missiles for the Patriot are lacking.", items=[*some("missile"), *some("patriot")]),
    ),
    "a fund of twenty and one of fifty billion": (
        scheme("a", "2023-07-20", "EU", "UA", "Borrell wants a fund of 20 billion euros.", topics=["financial"]),
        scheme("b", "2023-08-01", "EU", "UA", "The summit created a fund of 50 billion euros.", topics=["financial"]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ONE)
def test_one_thing(case: str) -> None:
    assert joined(*ONE[case])


@pytest.mark.parametrize("case", APART)
def test_two_things(case: str) -> None:
    assert not joined(*APART[case])


def test_what_is_promised_in_general_is_what_the_next_sentence_promises() -> None:
    general = "The government in Oslo has resolved to strengthen air defence once more."
    special = "A further NASAMS is being made available by Oslo."
    first = gift("a", "2024-04-13", "committed", "NO", general, at=0, date="2024-04-13", topics=["air_defence"])
    then = gift("a", "2024-04-13", "pledged", "NO", special, at=len(general) + 1, date="2024-04-13", items=some("nasams", 1),
                topics=["air_defence"])  # fmt: skip
    far = gift("a", "2024-04-13", "pledged", "NO", special, at=900, date="2024-04-13", items=some("nasams", 1), topics=["air_defence"])
    assert joined(first, then)
    assert not joined(first, far)


def test_a_framework_is_called_by_its_last_word_where_the_text_names_it_in_full() -> None:
    whole = scheme("a", "2024-02-01", "EU", "UA", "Leaders agreed on the Ukraine Facility, worth fifty billion.")
    short = scheme("b", "2024-03-20", "EU", "UA", "The Facility entered into force.", at=0)
    named = gift("b", "2024-03-20", "delivered", "EU", "A first tranche came from the Ukraine Facility.", at=900, amount=euros(4.5e9))
    assert not joined(whole, short)
    assert len({entry.id for entry in reconcile([whole, short, named], PACK).entries if entry.kind == "initiative"}) == 1


def test_the_system_is_the_one_that_the_text_told_of_before() -> None:
    first, again = "Norway says that a NASAMS will come within days.", "In spring Oslo had promised the system; then nobody heard of it."
    here = gift("a", "2024-10-12", "pledged", "NO", first, at=0, items=some("nasams", 1))
    back = gift("a", "2024-10-12", "pledged", "NO", again, at=300, items=some("nasams", 1))
    other = gift("a", "2024-10-12", "pledged", "NO", again.replace("the system", "a NASAMS"), at=300, items=some("nasams", 1))
    assert joined(here, back)
    assert not joined(here, other)
