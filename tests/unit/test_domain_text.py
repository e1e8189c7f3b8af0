"""Text as people type it and as catalogues write it meet in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.kanji_forms import kanji_forms
from kiosk.domain.text import fold, half_width, kana_of_a_name, number_variants, words

KNOWN_PAIRS = (
    "亞亜惡悪壓圧圍囲爲為醫医壹壱隱隠榮栄營営衞衛驛駅圓円鹽塩奧奥應応橫横歐欧毆殴黃黄溫温穩穏假仮價価畫画會会壞壊懷懐繪絵"
    "擴拡殼殻覺覚學学嶽岳樂楽勸勧卷巻寬寛歡歓觀観關関陷陥顏顔歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙峽峡挾挟敎教强強狹狭鄕郷"
    "曉暁區区驅駆勳勲薰薫徑径惠恵溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸缺欠儉倹劍剣圈圏檢検權権獻献縣県硏研險険顯顕驗験嚴厳效効"
    "廣広恆恒鑛鉱號号國国黑黒濟済碎砕齋斎劑剤櫻桜册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿"
    "收収從従澁渋獸獣縱縦肅粛處処敍叙奬奨將将燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄疊畳穰穣讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真"
    "盡尽圖図粹粋醉酔隨随髓髄數数樞枢聲声靜静齊斉攝摂竊窃專専淺浅戰戦纖繊踐践錢銭潛潜禪禅雙双壯壮搜捜插挿爭争總総聰聡莊荘"
    "裝装騷騒增増藏蔵臟臓屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴晝昼蟲虫鑄鋳廳庁聽聴鎭鎮"
    "遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬭闘德徳獨独讀読屆届繩縄貳弐腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜甁瓶"
    "拂払佛仏竝並變変邊辺辨弁瓣弁辯弁舖舗穗穂寶宝襃褒豐豊沒没飜翻萬万滿満默黙彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡遙遥"
    "來来賴頼亂乱覽覧龍竜兩両獵猟綠緑鄰隣壘塁淚涙勵励禮礼隸隷靈霊齡齢戀恋爐炉勞労樓楼郞郎祿禄錄録灣湾髙高﨑崎邉辺濵浜"
)
"""Old and new in turn, from a hand that did not write the table."""


def test_an_old_kanji_is_found_by_the_new_one_and_the_other_way_round():
    pairs = [KNOWN_PAIRS[at : at + 2] for at in range(0, len(KNOWN_PAIRS), 2)]
    assert len(pairs) > 250
    assert [(old, new) for old, new in pairs if fold(old) != fold(new)] == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ネコ", "ねこ"),
        ("ﾈｺ", "ネコ"),
        ("ﾊﾞｽ", "ばす"),
        ("ヴェルヌ", "ゔぇるぬ"),
        ("ＡＢＣ１２", "abc12"),
        ("Straße", "STRASSE"),
        ("夏目　漱石", "夏目 漱石"),
        ("「坊っちゃん」", "坊っちゃん"),
        ("ハリー・ポッター", "ハリー ポッター"),
        ("①", "1"),
        ("㈱", "株"),
        ("文藝春秋", "文芸春秋"),
        ("髙村　薫", "高村 薫"),
        ("舊字體", "旧字体"),
        ("渡邉", "渡辺"),
        ("渡邊", "渡辺"),
        ("齋藤", "斉藤"),
        ("斎藤", "斉藤"),
        ("葛\U000e0100城", "葛城"),
        ("ヴァイオリン", "バイオリン"),
        ("ヴアイオリン", "バイオリン"),
        ("ﾚｳﾞｭｰ", "レビュー"),
        ("ルヴェール", "ルベール"),
        ("ラヴ", "ラブ"),
        ("ヱヴァ", "エバ"),
        ("コンピュータ", "コンピューター"),
        ("ら〜めん", "ラーメン"),
        ("ら－めん", "ラーメン"),
        ("がつこう", "がっこう"),
        ("シヤーロツク", "シャーロック"),
        ("ちぢむ", "ちじむ"),
        ("つづき", "ツズキ"),
        ("人々", "人人"),
        ("佐々木", "佐佐木"),
        ("こゝろ", "こころ"),
        ("いすゞ", "いすず"),
        ("少しづゝ", "少しづつ"),
        ("関ヶ原", "関が原"),
        ("関ケ原", "関が原"),
        ("三ヶ月", "3カ月"),
        ("一ヵ月", "１か月"),
        ("二〇二〇年", "２０２０年"),
        ("第三巻", "第3巻"),
        ("913.6", "9136"),
        ("978-4-10-101013-7", "9784101010137"),
        ("4-00-310101-X", "400310101x"),
        ("10,000人", "10000人"),
        ("Gödel", "godel"),
        ("Éluard", "eluard"),
        ("Smørrebrød", "smorrebrod"),
        ("Ｃ＋＋", "c++"),
        ("C♯", "C#"),
    ],
)
def test_what_is_typed_meets_what_is_written(typed, written):
    assert fold(typed) == fold(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ビル", "ヒル"),
        ("おばさん", "おばあさん"),
        ("C", "C++"),
        ("C", "C#"),
        ("ばあば", "ばーば"),
        ("愛", "愛々"),
        ("を", "お"),
    ],
)
def test_what_is_different_stays_different(one, other):
    assert fold(one) != fold(other)


def test_every_word_of_a_query_counts():
    assert words(" 夏目　こころ ") == ("夏目", "こころ")
    assert words("　…！ ") == ()


def test_signs_part_words_where_they_are_part_of_none():
    assert fold("C++ と C# / A + B") == "c++ と c# a b"
    assert fold("ハリー・ポッター と賢者の石 : 上・下") == fold("ハリー ポッター と賢者の石 上 下")


@pytest.mark.parametrize(
    "typed",
    ["ISBN978-4-10-101013-7", "isbn: 9784101010137", "ISBN-13: 978 4 10 101013 7", "９７８－４－１０－１０１０１３－７"],
)
def test_an_isbn_is_one_word_however_it_is_typed(typed):
    assert words(typed) == ("9784101010137",)


def test_words_that_only_look_like_an_isbn_stay_words():
    assert words("ISBNの本") == ("isbnの本",)
    assert words("978 4 10 101013 8") == ("978", "4", "10", "101013", "8")
    assert words("ISBN") == ("isbn",)


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("二十四の瞳", "24の瞳"),
        ("24の瞳", "二十四の瞳"),
        ("百万回生きたねこ", "100万回生きたねこ"),
        ("100万回生きたねこ", "百万回生きたねこ"),
        ("海底二万里", "海底20000里"),
        ("20000里", "二万里"),
        ("十五少年漂流記", "15少年漂流記"),
        ("１５少年漂流記", "十五少年漂流記"),
        ("十角館の殺人", "10角館の殺人"),
        ("千一夜物語", "1001夜物語"),
        ("１０００の小説", "千の小説"),
        ("三百六十五日", "365日"),
    ],
)
def test_a_number_is_found_however_it_is_written(title, typed):
    assert any(fold(typed) in form for form in (fold(title), *number_variants(title)))


@pytest.mark.parametrize("title", ["こころ", "千葉県", "1984年", "三四郎", "百合子", "八月の光"])
def test_a_title_without_such_a_number_has_no_further_form(title):
    assert [form for form in number_variants(title) if "万" in form or "十" in form] == []


def test_the_kana_that_prove_an_identity_are_folded_no_further_than_they_must():
    assert kana_of_a_name(" キョウ　ﾊﾅｺ・") == kana_of_a_name("きょうはなこ")
    assert len({kana_of_a_name(name) for name in ("キョウコ", "キヨウコ", "オノ", "オーノ", "ミヅキ", "ミズキ")}) == 6


def test_no_kanji_has_a_form_that_has_another_one():
    forms = kanji_forms()
    assert forms["舊"] == "旧"
    assert not set(forms) & set(forms.values())


@given(st.text("がかヶ原月ーあヴァツッゞ々〜-1三.X+#é髙", max_size=12), st.data())
def test_what_stands_inside_a_text_stands_inside_its_folded_form(text, data):
    kept = "".join(ch for ch in text if ch not in "ヶゞ々ヴ〜-.X+#ァ")
    begin = data.draw(st.integers(0, len(kept)))
    end = data.draw(st.integers(begin, len(kept)))
    assert fold(kept[begin:end]) in fold(kept)


@pytest.mark.parametrize("dash", "‐‑‒–—−-－")
def test_every_dash_is_a_hyphen_and_the_long_vowel_mark_is_none(dash):
    assert half_width(f"１{dash}２") == "1-2"
    assert half_width("ラーメン") == "ラーメン"


_DIFFICULT = (
    "ヴゔァぁーあカヶケ々〻ゝゞヾづぢ一二十.-~,+#xX1２éøßﬁİ髙邉舊ｶﾞ゛゜\u3099\u0301\u200d\ufe0e ・人月a〜－ヷ𠮷㍻㌔①\U000e0100ゕ"
)


@given(st.text(max_size=60) | st.text(_DIFFICULT, max_size=8))
def test_folding_twice_changes_nothing_more_and_nothing_breaks_it(text):
    folded = fold(text)
    assert " ".join(folded.split()) == folded
    assert fold(folded) == folded
