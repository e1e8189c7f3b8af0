"""How words of a library are read aloud: what the dictionary reads otherwise is spelled, what it knows is left to it."""

import pytest

from kiosk.speech.japanese import JapaneseVoice
from kiosk.speech.pronunciation import spelled
from kiosk.speech.wording import Passage, Tongue


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ほかの館の棚にあります", "ほかのかんの棚にあります"),
        ("お急ぎの方は、カウンターへ", "お急ぎのかたは、カウンターへ"),
        ("パスワードをお忘れの方", "パスワードをお忘れのかた"),
        ("次の方の予約", "次のかたの予約"),
        ("予約の取り置き中", "予約の取り置きちゅう"),
        ("予約カートは空です", "予約カートはからです"),
        ("2つめの電話番号", "ふたつめの電話番号"),
        ("昭600412", "しょう 6 0 0 4 1 2"),
        ("火・金曜日", "か・金曜日"),
        ("9:00〜20:30", "9時から20時30分"),
    ],
)
def test_what_the_dictionary_reads_otherwise_is_spelled(written, read):
    assert spelled(written) == read


@pytest.mark.parametrize(
    "text",
    ["中央館の館内", "この方法", "スワン家の方へ", "貸出中", "空の旅", "第1巻", "日本の人口", "12:75", "令和8年"],
)
def test_what_it_knows_is_left_to_it(text):
    assert spelled(text) == text


@pytest.mark.parametrize(
    ("written", "kana"),
    [
        ("12月4日までに", "じゅうにがつよっかまでに"),
        ("3冊", "さんさつ"),
        ("何件ありますか", "なんけんありますか"),
        ("延長は1回までです", "えんちょうはいっかいまでです"),
        ("上巻を返すと", "じょうかんをかえすと"),
    ],
)
def test_dates_and_counts_sound_as_people_say_them(written, kana):
    """As long as the same in kana; only where the voice rises may differ."""
    voice = JapaneseVoice()
    one, other = (voice.speak(Passage(Tongue.JAPANESE, text, text), 1.0) for text in (written, kana))
    assert len(one) == pytest.approx(len(other), rel=0.12)
