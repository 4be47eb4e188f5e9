"""Languages of texts in every format: the code of the language, and what a page declares against what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fpdf import FPDF

from promissory.reading.language import guess_language, settle_language
from tests.test_reading import BODY, only, write

TEXTS = {
    "en": BODY,
    "de": "Das Ministerium teilte am Montag mit, dass zwei weitere Brücken an die Pioniere übergeben wurden und eine dritte folgen wird.",
    "uk": "Міністерство повідомило у понеділок, що два мости передано інженерам, які навчалися на них, а третій буде готовий восени.",
    "ru": "Министерство сообщило в понедельник, что два моста были переданы инженерам, которые учились на них, а третий будет осенью.",
    "bg": "Министерството съобщи в понеделник, че два моста са предадени на инженерите и че третият ще бъде готов през есента.",
    "fr": "Le ministère a annoncé lundi que deux ponts avaient été remis aux ingénieurs et que le troisième sera prêt à l'automne.",
    "es": "El ministerio dijo el lunes que dos puentes habían sido entregados a los ingenieros y que el tercero estará listo en otoño.",
    "it": "Il ministero ha detto lunedì che due ponti sono stati consegnati agli ingegneri e che il terzo sarà pronto in autunno.",
    "pt": "O ministério disse na segunda-feira que duas pontes foram entregues aos engenheiros e que a terceira não está pronta.",
    "nl": "Het ministerie zei maandag dat twee bruggen aan de ingenieurs zijn geleverd en dat de derde in het najaar klaar zal zijn.",
    "pl": "Ministerstwo poinformowało w poniedziałek, że dwa mosty zostały przekazane inżynierom, a trzeci będzie gotowy na jesieni.",
    "cs": "Ministerstvo v pondělí oznámilo, že dva mosty byly předány ženistům, kteří se na nich učili, a že třetí bude na podzim.",
    "ro": "Ministerul a anunțat luni că două poduri au fost predate inginerilor și că al treilea va fi gata la toamnă pentru oraș.",
    "sv": "Ministeriet sade på måndagen att två broar har överlämnats till ingenjörerna och att den tredje inte är klar till hösten.",
    "fi": "Ministeriö kertoi maanantaina, että kaksi siltaa on luovutettu insinööreille ja että kolmas ei ole vielä valmis mutta tulee.",
    "lv": "Ministrija pirmdien paziņoja, ka inženieriem nodoti divi tilti, kas tika būvēti vasarā, un ka trešais būs gatavs rudenī.",
    "lt": "Ministerija pirmadienį pranešė, kad inžinieriams perduoti du tiltai ir kad trečias bus baigtas iki rudens, bet jis dar ne.",
    "et": "Ministeerium teatas esmaspäeval, et kaks silda on inseneridele üle antud ja et kolmas ei ole veel valmis, kuid see tuleb.",
    "hu": "A minisztérium hétfőn közölte, hogy két hidat átadtak a mérnököknek, és hogy a harmadik is kész lesz az őszre, ha nem esik.",
    "tr": "Bakanlık pazartesi günü iki köprünün mühendislere teslim edildiğini ve üçüncü köprü için daha çok para gerektiğini söyledi.",
    "el": "Το υπουργείο ανακοίνωσε τη Δευτέρα ότι δύο γέφυρες παραδόθηκαν στους μηχανικούς.",
    "ja": "同省は月曜日、二つの橋を技術者に引き渡したと発表した。三つ目は秋に完成する。",
    "zh": "该部星期一表示，两座桥梁已移交给工程师，第三座将于秋季完工。",
    "ko": "그 부처는 월요일에 다리 두 개를 기술자들에게 넘겼다고 밝혔다.",
    "ar": "أعلنت الوزارة يوم الاثنين أن جسرين سلما إلى المهندسين وأن الثالث سيكون جاهزا في الخريف.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_code_of_a_sentence(code: str) -> None:
    assert guess_language(TEXTS[code]) == code
    assert guess_language(f"{TEXTS[code]}\n" * 5) == code


@pytest.mark.parametrize(
    ("headline", "code"), [("Ministerium übergibt die Brücken an das Heer", "de"), ("Міст передано", "uk"), ("Bridges handed over", "en")]
)
def test_the_code_of_a_headline(headline: str, code: str) -> None:
    assert guess_language(headline) == code


@pytest.mark.parametrize(
    "sentence",
    [
        "U.S. Defense Secretary Pete Farrow announced $120 million in aid to Ukraine in Brussels on Monday, U.S. officials confirmed.",
        "On Friday, 8 March, EU leaders overcame Slovakia's long resistance, and an agreement on a €9 billion programme was reached.",
        "Ukraine’s pilots, on F-16s in Romania since May, need another hundred missiles, General Ivan Hromyk said on Ukraine’s television.",
        "https://news.example.org/2025/03/08/a-long-address-of-a-page-that-says-nothing-at-all.html Denmark announced talks on shells.",
    ],
)
def test_english_with_few_small_words_is_english(sentence: str) -> None:
    """Names, sums and abbreviations push the small words below what a longer text has."""
    assert guess_language(sentence) == "en"


def test_many_words_outweigh_what_a_page_declares_and_few_do_not() -> None:
    assert settle_language(TEXTS["uk"] * 3, "en") == "uk"
    assert settle_language(BODY * 3, "uk") == "en"
    assert settle_language("12 345", "de") == "de"
    assert settle_language("Brücke fertig", "de") == "de"


@pytest.mark.parametrize("code", ["de", "uk"])
def test_the_language_of_files_of_any_format(tmp_path: Path, code: str) -> None:
    text = f"{TEXTS[code]} {TEXTS[code]}"
    page = f'<!doctype html><html lang="en"><head><title>-</title></head><body><main><p>{text}</p></main></body></html>'
    feed = (
        f"<rss version='2.0'><channel><language>en</language><item><guid>1</guid><description>{text}</description></item></channel></rss>"
    )
    files = {"a.txt": text, "a.html": page, "a.xml": feed, "a.jsonl": json.dumps({"text": text}), "a.csv": f'id,text\n1,"{text}"\n'}
    assert {name: only(write(tmp_path, name, content)).language for name, content in files.items()} == dict.fromkeys(files, code)


def test_the_language_that_the_user_gives_stands(tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.jsonl", json.dumps({"text": BODY, "language": "de"}))).language == "de"


@pytest.mark.parametrize(("code", "codec"), [("uk", "cp1251"), ("uk", "utf-16"), ("de", "latin-1"), ("pl", "cp1250"), ("ru", "koi8-r")])
def test_the_language_of_old_encodings(tmp_path: Path, code: str, codec: str) -> None:
    document = only(write(tmp_path, "old.txt", f"{TEXTS[code]}\n\n{TEXTS[code]}".encode(codec)))
    assert (document.language, document.text.split("\n\n")[0]) == (code, TEXTS[code])


def test_the_language_of_a_pdf_file(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(120, 6, TEXTS["de"] * 2)
    assert only(write(tmp_path, "a.pdf", bytes(pdf.output()))).language == "de"
