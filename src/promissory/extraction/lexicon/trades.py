"""Nouns for people as reports tell of them: by trade, by kin, by what they are to somebody."""

from __future__ import annotations

import re

PEOPLE = frozenset(
    "academic accountant actor actress admirer adviser advisor aide amputee anchor apprentice architect artilleryman artist athlete "
    "attache attaché attorney auditor aunt author baker banker barber barista bartender benefactor billionaire biologist bishop "
    "blacksmith blogger bookseller boy boyfriend brewer bricklayer broker brother builder bureaucrat butcher bystander cadet "
    "cameraman campaigner captive caretaker carpenter cashier centrist champion chaplain chauffeur chef child classmate cleaner "
    "clerk client coach coder colleague columnist commando commentator commuter composer comrade conductor congressman "
    "congresswoman conscript conservative consul consultant cook coordinator corporal correspondent councillor courier cousin "
    "crewman crewmate curator customer dancer daughter deacon dealer dean defector defender deminer democrat demonstrator deputy "
    "deserter designer detective detractor developer diplomat director dispatcher dissident docker draftee driver economist editor "
    "elder electrician emissary engineer ensign entrepreneur evacuee executive expatriate exporter farmer father fellow fiancé "
    "fiancée fighter filmmaker firefighter fisherman footballer forecaster foreigner forester friend frontrunner gardener gentleman "
    "girl girlfriend godfather godmother graduate granddaughter grandfather grandmother grandparent grandson gravedigger grenadier "
    "grower guest gunner hacker hairdresser headteacher heir historian host hotelier husband imam importer incumbent independent "
    "infantryman informant insider inspector interlocutor intern interpreter interviewee investor islander janitor joiner judge "
    "jurist labourite lady landlady landlord lawmaker lawyer lecturer legislator liberal librarian lobbyist locksmith lumberjack "
    "magistrate magnate major man manager marine matriarch mechanic mediator medic midwife miller miner minister-president monitor "
    "monk mother musician nanny nationalist native navigator negotiator neighbor neighbour nephew newcomer niece notary nun nuncio "
    "nurse oligarch ombudsman onlooker opponent organiser organizer orphan owner painter paramedic parent parishioner "
    "parliamentarian participant passenger pastor patient patriarch patron pensioner philanthropist photographer physicist "
    "playwright plumber poet policeman policewoman politician pollster preacher predecessor premier presenter priest principal "
    "prisoner producer programmer prosecutor protester provost psychologist pundit pupil quartermaster rabbi ranger recruit rector "
    "referee refugee reporter republican rescuer researcher resident restaurateur returnee rival roofer roommate sailor saleswoman "
    "sapper scholar schoolboy schoolgirl schoolteacher scientist sculptor seamstress senator serviceman servicewoman shepherd "
    "shipowner shopkeeper shopper singer sister smuggler sniper socialist sociologist solicitor son speaker spectator spouse "
    "staffer stepfather stepmother stevedore steward stranger strategist student successor surgeon survivor swimmer tailor tanker "
    "teacher technocrat teenager tenant thinker toddler tory townsman trader trainee translator traveler traveller treasurer "
    "trooper trucker tycoon uncle undergraduate undertaker vendor vet veteran vicar villager visitor volunteer waiter warden welder "
    "whistleblower widow widower wife winemaker woman worker writer youth émigré".split()
)
#: Endings of nouns for trades and callings; what ends so and is none.
ENDING = re.compile(r"^[a-z-]*[a-z]{3}(?:man|woman|keeper|worker|[^k]ist|ician|ographer|ologist)$")
OTHERS = re.compile(
    r"list$(?<![ai]list)(?<!velist)|(?:human|ottoman|talisman|caiman|consist|insist|persist|assist|resist|desist|enlist|subsist)$"
)


def is_trade(lemma: str) -> bool:
    """Whether a noun in lower case says what somebody is."""
    return lemma in PEOPLE or (ENDING.match(lemma) is not None and OTHERS.search(lemma) is None)
