"""Text as people type it and as catalogues write it, brought to one form, for records and queries alike."""

import unicodedata

_OLD = (
    "亞惡壓圍爲醫壹隱榮營衞驛圓艷鹽奧應橫歐毆黃溫穩假價畫會壞懷繪擴殼覺學嶽樂勸卷寬歡觀關陷巖顏歸氣龜僞戲犧舊據擧虛峽挾敎强狹鄕堯曉"
    "區驅勳薰徑惠溪經繼莖螢輕鷄藝缺儉劍圈檢權獻縣硏險顯驗嚴效廣恆鑛號國黑濟碎齋劑櫻册雜參慘棧蠶贊殘絲齒兒辭濕實舍寫釋壽收從澁"
    "獸縱肅處敍奬將燒稱證乘剩壤孃條淨疊穰讓釀囑觸寢愼晉眞盡圖粹醉隨髓數樞瀨聲靜齊攝竊專淺戰纖踐錢潛禪雙壯搜插爭總聰莊裝騷增藏臟"
    "屬續墮體對帶滯臺瀧擇澤單擔膽團彈斷癡晝蟲鑄廳聽鎭遞鐵轉點傳黨盜燈當鬭德獨讀屆繩貳腦霸廢拜賣麥發髮拔蠻祕濱甁拂佛竝變邊辨瓣辯"
    "舖穗寶襃豐沒飜萬滿默彌藥譯豫餘與譽搖樣謠遙來賴亂覽龍兩獵綠鄰壘淚勵禮隸靈齡戀爐勞樓郞祿錄灣"
)
_NEW = (
    "亜悪圧囲為医壱隠栄営衛駅円艶塩奥応横欧殴黄温穏仮価画会壊懐絵拡殻覚学岳楽勧巻寛歓観関陥巌顔帰気亀偽戯犠旧拠挙虚峡挟教強狭郷尭暁"
    "区駆勲薫径恵渓経継茎蛍軽鶏芸欠倹剣圏検権献県研険顕験厳効広恒鉱号国黒済砕斎剤桜冊雑参惨桟蚕賛残糸歯児辞湿実舎写釈寿収従渋"
    "獣縦粛処叙奨将焼称証乗剰壌嬢条浄畳穣譲醸嘱触寝慎晋真尽図粋酔随髄数枢瀬声静斉摂窃専浅戦繊践銭潜禅双壮捜挿争総聡荘装騒増蔵臓"
    "属続堕体対帯滞台滝択沢単担胆団弾断痴昼虫鋳庁聴鎮逓鉄転点伝党盗灯当闘徳独読届縄弐脳覇廃拝売麦発髪抜蛮秘浜瓶払仏並変辺弁弁弁"
    "舗穂宝褒豊没翻万満黙弥薬訳予余与誉揺様謡遥来頼乱覧竜両猟緑隣塁涙励礼隷霊齢恋炉労楼郎禄録湾"
)
_IN_NAMES = {"髙": "高", "﨑": "崎", "邉": "辺", "濵": "浜"}
"""Other shapes of a character that stand in people's names and that nobody can be expected to type."""
_FOLD_KANJI = str.maketrans(_OLD, _NEW) | str.maketrans(_IN_NAMES)
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−-", "-"))


def half_width(typed: str) -> str:
    """Full-width letters, digits and hyphens as half-width ones (NFKC; every dash as `-`)."""
    return unicodedata.normalize("NFKC", typed).translate(_DASHES)


def fold(text: str) -> str:
    """The form in which text is compared: NFKC, lower case, katakana as hiragana, old kanji as new, one blank between words.

    Punctuation other than the long-vowel mark becomes a blank, except inside runs such as `c++`.
    """
    plain = half_width(text).casefold().translate(_KATAKANA_TO_HIRAGANA).translate(_FOLD_KANJI)
    spaced = "".join(ch if _is_kept(ch) else " " for ch in plain)
    return " ".join(spaced.split())


def _is_kept(ch: str) -> bool:
    return ch in "ー+#々〆" or unicodedata.category(ch)[0] in "LNM"


def words(query: str) -> tuple[str, ...]:
    """The folded words of a query, all of which must match."""
    return tuple(fold(query).split())
