"""Kanji that are one character in two shapes, and which of them text is compared in; comparing itself is `text`.

The old forms (舊字體) are OpenCC's, whose table from traditional characters to 新字体 is kept by many hands; only the table is
used, one character at a time. Shapes that stand in people's names are of no such table and are listed here.
"""

from opencc import OpenCC

_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))

_TRADITIONAL_LEFT_ALONE = "敎教强強册冊舖舗隸隷剝剥頰頬"
"""Old and new in turn: pairs of the 常用漢字表 that OpenCC does not touch, as both are in use among its readers."""

_IN_NAMES = (
    "髙高﨑崎嵜崎碕崎𥔎崎邉辺濵浜𠮷吉𠮟叱栁柳桺柳桒桑曻昇槗橋𣘺橋圡土𡈽土嶋島嶌島隝島埜野冨富凉涼薗園駈駆盃杯渕淵渊淵"
    "舘館斉斎籔薮藪薮穐秋銕鉄壻婿祗祇靏鶴靍鶴羗羌逹達翆翠昻昂"
)
"""Shape and usual shape in turn: variants of the 人名用漢字, and of family names as registers of residents write them."""


def kanji_forms() -> dict[str, str]:
    """Every kanji that has a form to be compared in, with that form; no form has another one."""
    kanji = [chr(code) for block in _BLOCKS for code in block]
    # A line a character: OpenCC reads phrases where characters stand side by side.
    modern = OpenCC("t2jp").convert("\n".join(kanji)).split("\n")
    forms = dict(zip(kanji, modern, strict=True))
    for pairs in (_TRADITIONAL_LEFT_ALONE, _IN_NAMES):
        forms |= zip(pairs[::2], pairs[1::2], strict=True)
    return {old: _last(forms, old) for old, new in forms.items() if old != new}


def _last(forms: dict[str, str], kanji: str) -> str:
    while forms.get(kanji, kanji) != kanji:
        kanji = forms[kanji]
    return kanji
