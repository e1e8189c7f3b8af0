"""What is left of kana when the slips of typing are taken out: texts are near when this is the same, however they differ."""

import re

_VOICED = dict(
    zip("がぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽ", "かきくけこさしすせそたてとはひふへほはひふへほ", strict=True)
)
# Folded text has no ぢ and づ but じ and ず: ち and つ, which stand for them where ゛ is forgotten, must meet し and す.
_ALIKE = {"ち": "し", "つ": "す", "は": "わ", "へ": "え", "を": "お"}
_PLAIN = str.maketrans({kana: _ALIKE.get(plain, plain) for kana, plain in (_VOICED | _ALIKE).items()} | {" ": ""})
_LONG = re.compile(
    "(?<=[あかさたなまやらわ])あ+|(?<=[いきしにひみり])い+|(?<=[うくすぬふむゆる])う+"
    "|(?<=[えけせてねめれ])[えい]+|(?<=[おこそとのほもよろ])[おう]+"
)
_TWICE = re.compile(r"([ぁ-ゖa-z])\1+")


def loosened(folded: str) -> str:
    """A text that was folded (`text.fold`), without blanks and without what people forget, add or mix up in kana.

    ゛ and ゜, lengthened vowels (おう, おお, お; えい, ええ, え), sounds of one spelling (じ and ぢ, わ and は,
    お and を, え and へ), kana and letters keyed twice.
    """
    return _TWICE.sub(r"\1", _LONG.sub("", folded.translate(_PLAIN)))
