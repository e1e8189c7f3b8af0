"""Reads a catalogue record out of a MARC 21 record, readings from the linked 880 fields (MARC 21 appendix A, JAPAN/MARC)."""

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import date

from pymarc import Field, Record

from kiosk.central.importing.childrens import is_shelved_for_children, names_children
from kiosk.central.importing.cleaning import begin_of, people, publisher
from kiosk.domain.catalogue import Material
from kiosk.domain.staff import CatalogueRecord
from kiosk.domain.volumes import order_of

_CJK = re.compile(r"[぀-ヿ㐀-鿿豈-﫿]")
_KANJI = re.compile(r"[㐀-鿿豈-﫿]")
_KANA = re.compile(r"[぀-ヿ]")
_CREATOR_TAGS = ("100", "110", "111", "700", "710", "711")
_FOUNDED = re.compile(r" \(\d{4}(?:年|ネン)?\)$")
_SERIAL_LEVELS = "sbi"
_YOUNG = "abcdj"
"""From the youngest to the adolescents, and all of them (MARC 21, target audience)."""
_FIRST_MARC_YEAR = "66"
_CLOSING = " 　.,;:/="


class NoTitle(ValueError):
    """A record that has no title."""


def catalogue_record(marc: Record) -> CatalogueRecord:
    """The record a MARC 21 record describes. Raises NoTitle."""
    variants = _variants(marc, "245")
    title = _title(_as_printed(variants)) if variants else ""
    if not title:
        raise NoTitle("no title (245 $a)")
    printed = _as_printed(variants)
    volume = " ".join(part.strip(_CLOSING) for part in printed.get_subfields("n", "p")).strip()
    creators = _creators(marc) or [(name, "") for name in people(_first(printed, "c"))]
    imprint = _as_printed(_variants(marc, "264") or _variants(marc, "260"))
    published = _first(imprint, "c").strip(" .,")
    return CatalogueRecord(
        id=_identifier(marc),
        title=title,
        reading=_reading(variants),
        volume=volume,
        creators="、".join(name for name, _ in creators),
        creators_reading="、".join(reading for _, reading in creators if reading),
        publisher=publisher(_first(imprint, "b")),
        published=published,
        material=_material(marc),
        ndc=_ndc(marc),
        isbn=_isbn(marc),
        subjects=tuple(_subjects(marc)),
        note=_note(marc),
        volume_order=order_of(volume) or 0,
        issued_on=begin_of(published),
        is_childrens=_is_childrens(marc),
        added_on=_entered_on(marc),
    )


def call_number(marc: Record) -> str:
    """The call number of a local holding (852), else the one of the catalogue (090); `""` when it has neither."""
    for tag, codes in (("852", "hi"), ("090", "ab")):
        for field in marc.get_fields(tag):
            if text := " ".join(field.get_subfields(*codes)).strip():
                return text
    return ""


def _variants(marc: Record, tag: str) -> list[Field]:
    """The first field of a tag, followed by the forms of it in other scripts."""
    fields = marc.get_fields(tag)
    return _with_links(marc, fields[0]) if fields else []


def _with_links(marc: Record, field: Field) -> list[Field]:
    link = re.match(r"880-(\d+)", _first(field, "6"))
    if link is None or link[1] == "00":
        return [field]
    wanted = f"{field.tag}-{link[1]}"
    return [field, *(other for other in marc.get_fields("880") if _first(other, "6").startswith(wanted))]


def _as_printed(variants: list[Field]) -> Field:
    """The form with Japanese script: the field itself in Japan, a linked one where the catalogue is romanised."""
    if not variants:
        return Field("   ")
    text = _text(variants[0])
    return variants[0] if _CJK.search(text) else next((f for f in variants if _KANJI.search(_text(f))), variants[0])


def _title(field: Field) -> str:
    title = _first(field, "a").strip(_CLOSING)
    joint = " = " if _first(field, "a").rstrip().endswith("=") else " : "
    if rest := _first(field, "b").strip(_CLOSING):
        title = f"{title}{joint}{rest}" if title else rest
    medium = _first(field, "h").strip(_CLOSING)
    return f"{title} {medium}" if title and medium else title


def _reading(variants: list[Field]) -> str:
    """The kana form of title and subtitle; romanised where there is no other."""
    return _kana_form(variants, _title_proper_and_rest)


def _title_proper_and_rest(field: Field) -> str:
    parts = (_first(field, code).strip(_CLOSING) for code in "ab")
    return " : ".join(part for part in parts if part)


def _creators(marc: Record) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for field in marc.get_fields(*_CREATOR_TAGS):
        variants = _with_links(marc, field)
        name = _name(_as_printed(variants))
        if name:
            found.setdefault(name, _kana_form(variants, _name))
    return list(found.items())


def _kana_form(variants: list[Field], shown: Callable[[Field], str]) -> str:
    printed = shown(_as_printed(variants))
    others = [text for text in map(shown, variants) if text and text != printed]
    kana = (text for text in others if _KANA.search(text) and not _KANJI.search(text))
    is_readable = _KANA.search(printed) and not _KANJI.search(printed)
    romanised = (text for text in others if not is_readable and not _CJK.search(text))
    return next(kana, None) or next(romanised, "")


def _name(field: Field) -> str:
    """A heading as a name: 「夏目, 漱石」 is 夏目漱石, its reading ナツメ ソウセキ; what is not Japanese keeps its comma."""
    name = _FOUNDED.sub("", " ".join(part.strip(" .,") for part in field.get_subfields("a", "b")))
    family, comma, given = name.partition(", ")
    if comma and _KANJI.search(name):
        return family + given
    return f"{family} {given}" if comma and _CJK.search(name) else name


def _material(marc: Record) -> Material:
    leader = str(marc.leader)
    carrier = next((field.data or "" for field in marc.get_fields("007")), "")
    extent = " ".join(_text(field) for field in marc.get_fields("300"))
    if leader[6] in "ij":
        return Material.CASSETTE if carrier[:2] == "ss" else Material.CD
    if leader[6] == "g":
        return Material.VIDEO if carrier[:2] == "vf" else Material.DVD
    if "紙芝居" in extent or "紙芝居" in _text(_as_printed(_variants(marc, "245"))):
        return Material.KAMISHIBAI
    if leader[7] in _SERIAL_LEVELS:
        return Material.MAGAZINE
    return Material.PICTURE_BOOK if _ndc(marc).startswith("726.6") or "絵本" in _genres(marc) else Material.BOOK


def _is_childrens(marc: Record) -> bool:
    """By the target audience (008/22, not of serials, 521), the form (655), the numbers and the material."""
    data = next((field.data or "" for field in marc.get_fields("008")), "")
    is_said = str(marc.leader)[7] not in _SERIAL_LEVELS and data[22:23] in tuple(_YOUNG)
    numbers = [call_number(marc), *(_text(field) for field in marc.get_fields("020", "024", "084"))]
    statements = (_text(field) for field in marc.get_fields("521", "655"))
    return is_said or names_children(statements) or is_shelved_for_children(_material(marc), numbers)


def _entered_on(marc: Record) -> date | None:
    """The day the record was made (008/00-05), else of its last change (005)."""
    for tag, length in (("008", 6), ("005", 8)):
        text = next((field.data or "" for field in marc.get_fields(tag)), "")[:length]
        if len(text) == length and text.isdigit():
            century = ("19" if text[:2] >= _FIRST_MARC_YEAR else "20") if length == 6 else ""
            if day := _day(century + text):
                return day
    return None


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _genres(marc: Record) -> set[str]:
    return {_first(field, "a").strip(_CLOSING) for field in marc.get_fields("655")}


def _ndc(marc: Record) -> str:
    """The class in the newest edition of NDC the record names; NDL's own classes (kktb) are not NDC."""
    classes = [(_first(field, "2"), _first(field, "a")) for field in marc.get_fields("082", "084")]
    return max(((edition, number) for edition, number in classes if edition.startswith("njb")), default=("", ""))[1]


def _isbn(marc: Record) -> str:
    numbers = (re.match(r"[\dXx-]+", _first(field, "a")) for field in marc.get_fields("020"))
    return next((found[0].replace("-", "") for found in numbers if found), "")


def _subjects(marc: Record) -> Iterator[str]:
    for field in marc.get_fields("600", "610", "650", "651"):
        yield "--".join(part.strip(_CLOSING) for part in field.get_subfields("a", "x", "y", "z"))
    for field in marc.get_fields("653"):
        yield from field.get_subfields("a")
    for variants in (_with_links(marc, field) for field in marc.get_fields("490", "830")):
        yield " ".join(part.strip(_CLOSING) for part in _as_printed(variants).get_subfields("a", "v"))


def _note(marc: Record) -> str:
    """Notes, and the titles the record is known by besides its own, which a patron may search for."""
    others = (f"別タイトル: {_title_proper_and_rest(field)}" for field in marc.get_fields("246", "740"))
    return " / ".join([*others, *(_text(field).strip() for field in marc.get_fields("500") if _text(field))])


def _identifier(marc: Record) -> str:
    control = next((field.data or "" for field in marc.get_fields("001")), "").strip()
    agency = next((field.data or "" for field in marc.get_fields("003")), "").strip()
    if control:
        return f"{agency}-{control}" if agency else control
    return "marc-" + hashlib.sha256(str(marc).encode()).hexdigest()[:16]


def _first(field: Field, code: str) -> str:
    return next(iter(field.get_subfields(code)), "")


def _text(field: Field) -> str:
    return " ".join(sub.value for sub in field.subfields if sub.code not in "0126")
