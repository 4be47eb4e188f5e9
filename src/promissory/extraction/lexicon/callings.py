"""Nouns by which states, bodies and people are called without their names."""

from __future__ import annotations

from promissory.extraction.lexicon.forces import SOLDIERS
from promissory.extraction.lexicon.papers import AGREEMENTS

#: Nouns that stand for the state or body that modifies them ("German officials", "the Biden administration").
ORGANS = SOLDIERS | frozenset(
    "administration agency board air airforce alliance ambassador armed army authority authorities body bloc bundestag cabinet "
    "capital chief citizen colleague command commander commission committee company congress contingent council counterpart country "
    "coalition defender delegate delegation department diplomat diplomacy embassy envoy executive fighter firm fleet force forces "
    "general government governor guard head industry intelligence invader occupier institution kingdom lawmaker leader leadership "
    "legislature manufacturer member military minister ministry mission nation navy negotiator office officer official operator "
    "opposition parliament parliamentarian partner party people police politician population premier presidency president regime "
    "republic representative secretary senate senator senior personnel pilot crew recruit trainee specialist gunner commando "
    "instructor trainer sapper medic engineer brigade battalion side spokesman spokesperson spokeswoman staff state team treasury "
    "troops union unit warship aviation artillery missile drone".split()
)
#: Organs that, named alone, are those of the state spoken of.
GOVERNING = frozenset("opposition government ministry parliament cabinet presidency administration embassy".split())
#: Those of the state whose capital they are in ("officials in Berlin").
SEATED = frozenset("official authority leader minister leadership lawmaker politician diplomat".split())
#: Those who sit in a parliament, and the house of those that sit in no other.
LAWMAKERS = {
    **dict.fromkeys("lawmaker mp mps deputy parliamentarian legislator backbencher member peer".split(), None),
    **dict.fromkeys("mep meps europarliamentarian eurodeputy".split(), "European-Parliament"),
    **dict.fromkeys(("senator", "senators"), "US-Senate"),
    **dict.fromkeys(("congressman", "congresswoman", "congressmen"), "US-Congress"),
}
#: Bodies by the nouns they are called by for short, which stand in their names.
BODIES = frozenset("agency bank commission committee council court foundation fund house institute organisation organization union".split())
#: Last words of names that are no person's.
INSTITUTIONS = (BODIES | AGREEMENTS) | frozenset(
    "alliance army association board bureau center centre church club college company conference congress corporation day "
    "department division embassy federation force forces forum group initiative league legion ministry movement museum news office "
    "parliament party platform post press programme program republic review school senate service society street summit system team "
    "times tribune university war daily journal herald airport palace hall hotel castle villa mansion residence airfield resort "
    "cathedral stadium theatre theater region oblast city district sea river island bridge square hospital station plant act "
    "declaration report states plan facility mechanism instrument convention protocol charter covenant constitution memorandum "
    "doctrine directive strait straits canal gulf ocean peninsula valley desert coast province county kingdom empire revolution "
    "prize award cup games festival week corridor tunnel railway railways airlines airways shipyard works refinery terminal "
    "pipeline zoo library archive gallery opera orchestra harbor harbour".split()
)
#: Nouns for supporters that name no body.
SUPPORTERS = frozenset("ally partner donor supporter backer friend".split())
#: Nouns between a post and the body it is a post of ("heads of government of the EU", "leaders of the member states of NATO").
LAYERS = frozenset("state government country member house chamber committee".split())
COUNTRIES = frozenset("country state nation government capital power".split())
#: Those who act for a state or a body by their posts.
STATESMEN = frozenset(
    "president premier chancellor minister secretary leader head chief official diplomat ambassador envoy commander lawmaker "
    "senator congressman representative commissioner adviser advisor".split()
)
#: Nouns of a person's post that may stand for a person spoken of before.
PERSON_NOUNS = STATESMEN | frozenset(
    "spokesman spokeswoman spokesperson general governor mayor politician king pm analyst expert author economist activist man "
    "woman colonel lieutenant sergeant admiral marshal brigadier captain chairman chairwoman director prosecutor statesman delegate".split()
)
#: Posts and bodies in the plural, by which they may be written like names ("NATO Foreign Ministers").
PLURALS = {(f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"): noun for noun in PERSON_NOUNS | COUNTRIES | SUPPORTERS | SEATED}
#: What news calls the two blocs without their names.
BLOCS = {"bloc": "EU", "alliance": "NATO"}
PERSON_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "who", "himself", "herself"))
SELF = frozenset(("i", "we", "us", "me", "our", "my", "ours"))
WEST = frozenset(("western", "west", "european", "foreign", "international", "allied", "nordic", "baltic", "g7", "nato", "other"))
#: Nouns for enterprises that may have no name but a nation ("a Danish firm", "the German concern").
FIRMS = frozenset(
    "firm company concern manufacturer maker contractor enterprise group giant supplier start-up startup corporation developer producer "
    "shipyard shipbuilder utility operator consortium conglomerate partner".split()
)
