"""Takes statements of responsibility, publishers and dates out of the cataloguers' punctuation (ISBD, NCR)."""

import re
from datetime import date

_ROLE = (
    "(?:編集代表|責任編集|著者代表|企画|制作|製作|著作|作成|監修|監訳|共訳|翻訳|訳注|校注|校訂|校閲|編著|共著|共編|編纂|編輯|編集|編訳"
    "|撰述|著述|執筆|講述|口述|原作|撮影|監督|研究代表者?|増注|釐訂|著|編|訳|譯|撰|述|注|註|畫|[文絵作画](?:・[文絵作画])+)"
)
_SHORT_ROLE = "(?:写真|文|絵|作|画)"
_ROLES = rf"{_ROLE}(?:[・/,]{_ROLE})*"
_AND_OTHERS = r"[\[［〔(（]?ほか[\]］〕)）]?"
_IN_BRACKETS = "校|書|演|講演|講義|原著|原作|作曲|解説|等|共|輯"
_CLOSING_ROLE = re.compile(
    rf"\s*(?:[\[［〔(（](?:ほか\s*)?(?:{_ROLES}|{_SHORT_ROLE}|{_IN_BRACKETS})[\]］〕)）]"
    rf"|(?:{_AND_OTHERS}\s*)?{_ROLES}|\s(?:{_AND_OTHERS}\s*)?{_SHORT_ROLE}|{_AND_OTHERS}{_SHORT_ROLE}?"
    r"|(?<=\s)[\[〔][^\[\]〔〕]{1,6}[\]〕]|\.\.\.\s\[et al\.?\])$"
)
_OPENING_ROLE = re.compile(r"^(?:(?:edited|translated|illustrated|written)\b.{0,20}? )?by |^研究代表者\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"^[\[〔［][^\[\]〔〕［］]*[\]〕］]$")
_BETWEEN_PEOPLE = re.compile(r"\s*;\s+|\s+[.]\s+|\s*[,，、]\s+|、|,(?=[^\s\x00-\x7f])")
_UNKNOWN = re.compile(r"[^\s]*不明|s\.\s?n\.?", re.IGNORECASE)
_IN_PARENTHESES = re.compile(r"[（(][^）)]*[）)]")
_WESTERN_DATE = re.compile(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)(?:[.年/,-]\s?(\d{1,2})(?!\d))?(?:[.月/-](\d{1,2})(?!\d))?")
_ERA_DATE = re.compile(r"(明|大|昭|平|令)[治正和成]?\s?(\d{1,2}|元)(?!\d)")
_ERAS = {"明": 1867, "大": 1911, "昭": 1925, "平": 1988, "令": 2018}


def people(statement: str) -> list[str]:
    """The names in a statement of responsibility, without what each did: `A, B著 ; C訳` gives A, B and C."""
    whole = statement.strip().rstrip(".")
    parts = _BETWEEN_PEOPLE.split(whole[1:-1] if _BRACKETED.match(whole) else whole)
    names = (person(part) for part in parts)
    return list(dict.fromkeys(name for name in names if name))


def publisher(statement: str) -> str:
    """A publisher's name without brackets and closing punctuation; `""` for `[出版者不明]` and `[s.n.]`."""
    name = statement.strip(" 　,;:")
    if _BRACKETED.match(name):
        name = name[1:-1]
    return "" if _UNKNOWN.fullmatch(name) else name


def begin_of(published: str) -> date | None:
    """The first day of the period a date as catalogued names (`[2004.1]`, `寛政2 [1790]`, `昭和30`); None without a year."""
    text = _IN_PARENTHESES.sub("", published) or published
    if found := _WESTERN_DATE.search(text):
        year, month, day = (int(part or 0) for part in found.groups())
        return _valid(year, month, day)
    if found := _ERA_DATE.search(text):
        return date(_ERAS[found[1]] + (1 if found[2] == "元" else int(found[2])), 1, 1)
    return None


def _valid(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        return date(year, 1, 1)
    try:
        return date(year, month, day or 1)
    except ValueError:
        return date(year, month, 1)


def person(part: str) -> str:
    """One name of a statement of responsibility without what its bearer did: `原卓也訳` gives 原卓也."""
    name, before = part.strip(), ""
    while name != before:
        before, name = name, _CLOSING_ROLE.sub("", name).strip()
    name = _OPENING_ROLE.sub("", name)
    if _BRACKETED.match(name):
        return person(name[1:-1])
    return name.strip("[]〔〕 ") if name.count("[") != name.count("]") else name
