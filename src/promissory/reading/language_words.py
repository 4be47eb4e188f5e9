"""What languages are told by: their script, the letters only they have, and their commonest words."""

from __future__ import annotations

#: Letters of a script → language → the letters that tell it from the others in that script.
SCRIPTS: dict[str, dict[str, str]] = {
    "[\u0400-\u052f]": {
        "uk": "[іїєґ]", "ru": "[ыэё]", "be": "[ў]", "bg": "(?:ъ(?![еёюяи])|щт)", "sr": "[ђћљњџј]", "mk": "[ѓќѕ]",
    },
    "[\u3040-\u30ff\u3400-\u9fff]": {"ja": "[\u3040-\u30ff]", "zh": "(?!)"},
    "[\uac00-\ud7af]": {"ko": "."},
    "[\u0370-\u03ff\u1f00-\u1fff]": {"el": "."},
    "[\u0590-\u05ff]": {"he": "."},
    "[\u0600-\u06ff]": {"fa": "[پچژگ]", "ar": "[ةىأإ]"},
    "[\u10a0-\u10ff]": {"ka": "."},
    "[\u0530-\u058f]": {"hy": "."},
    "[\u0900-\u097f]": {"hi": "."},
}  # fmt: skip
#: Script → what it is where no letter tells (None: its only or first language).
TELLING: dict[str, str | None] = dict.fromkeys(SCRIPTS) | {
    "[\u0400-\u052f]": "ru", "[\u3040-\u30ff\u3400-\u9fff]": "zh", "[\u0600-\u06ff]": "ar",
}  # fmt: skip

_WORDS = {
    "de": "der die das und den dem des ein eine einen einer ist nicht mit für auf auch sich von zu bei nach wird werden haben hat sie dass",
    "nl": "de het een van en in is dat op te voor met zijn niet aan ook door naar bij worden heeft zal deze maar uit om",
    "fr": "le la les de des du et un une en à au aux que qui dans pour sur par est ont avec plus pas cette ce été selon",
    "es": "el la los las de del y en que un una por con para se al su es lo como más ha han sus este fue según",
    "it": "il lo la gli le di del della dei e che un una in per con non si è da al alla sono ha più come anche nel nella",
    "pt": "o a os as de do da dos das e em que um uma para com não por no na ao se mais foi são pelo pela",
    "ro": "și de la în a o un pe cu din pentru care este nu ca mai au fost sau al ale va prin către sunt",
    "pl": "i w na z do że się nie jest o to dla przez od po oraz jak został przy także który które za są będzie",
    "cs": "a v se na je že z do o s k i ve pro by jsou jako po které který ale od za při podle také bude",
    "sk": "a v sa na je že z do o s k i vo pre by sú ako po ktoré ktorý ale od za pri podľa tiež bude",
    "hu": "a az és hogy nem is egy meg van volt de ha csak mint még azt ezt lesz szerint már után",
    "sv": "och att det i en som på är av för med till den har de inte om ett men var från vid kommer även",
    "da": "og at det i en som på er af for med til den har de ikke om et men var fra ved kommer også blev",
    "nb": "og at det i en som på er av for med til den har de ikke om et men var fra ved kommer også ble",
    "fi": "ja on ei että se oli hän joka myös ovat kuin mutta mukaan sekä tai kun jotka olla ole jo",
    "et": "ja on ei et see oli ta mis ka kui aga oma või ning selle mida juba ole kes pärast",
    "lv": "un ir ka no uz par ar lai to kas tiek arī bet pēc gan vai kā tika viņš šo jau nav",
    "lt": "ir kad yra su iš į tai kaip bet po apie už buvo jis taip pat nuo dėl iki bus šį jo",
    "hr": "i u je na da se za su od s koji koje će kao ali ne to iz nije bi o do prema",
    "tr": "ve bir bu için ile da de olarak daha çok olan gibi kadar sonra ancak ise ne göre olduğunu etti",
}  # fmt: skip

#: Common word → the languages it is common in; words that English shares are left out.
COMMON: dict[str, tuple[str, ...]] = {
    word: tuple(code for code, words in _WORDS.items() if word in words.split())
    for word in sorted({word for words in _WORDS.values() for word in words.split()} - {"a", "i", "in", "as", "to", "by", "on", "he", "at"})
}
