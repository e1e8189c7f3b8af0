"""Example states of the screens of the search, from the invitation to one title."""

from dataclasses import replace

from kiosk import paths
from kiosk.domain.catalogue import Material
from kiosk.domain.search import FilterCount, SearchCounts, SearchFilters
from kiosk.domain.shelf_map import place_of
from kiosk.gallery.states.examples import (
    LONG,
    States,
    a_day,
    branch_at,
    closed_until,
    form,
    library,
    said_date,
    title,
    unreachable,
)
from kiosk.profiles import load_profile
from kiosk.terminal.finding import MapView, SlipView
from kiosk.terminal.narrowing import FilterChip, Narrowing
from kiosk.terminal.presenters.detail import DetailState
from kiosk.terminal.presenters.form_presenter import FormView
from kiosk.terminal.presenters.rest import RestState
from kiosk.terminal.presenters.results import ResultsState, RowWindow
from kiosk.terminal.presenters.search import FIRST_FIELDS, MORE_FIELDS, SearchState, SuggestionView
from kiosk.terminal.rows import Choice, ItemView, TitleView
from kiosk.terminal.saying import Said
from kiosk.terminal.today import Today
from kiosk.terminal.words import JAPANESE, Words


def rest(words: Words) -> States:
    """The invitation."""
    books = tuple(title(number, words) for number in range(8))
    closed = Today(words("date", year="2026", month=11, day=23, weekday=words("weekday-0")), False, closed_until(words))
    return {
        "usual": RestState(True, a_day(words), books),
        "no_registration": RestState(False, a_day(words), books[:3]),
        "closed": RestState(True, closed, books),
        "nothing_new": RestState(True, a_day(words)),
        "awaiting": RestState(True, a_day(words), books, awaiting=words("awaiting-title")),
    }


def search(words: Words) -> States:
    """The field."""
    first = tuple(Choice(each.value, words(f"search-in-{each}"), each == "any") for each in FIRST_FIELDS)
    more = tuple(Choice(each.value, words(f"search-in-{each}"), False) for each in MORE_FIELDS)
    board = "kana" if words.language in JAPANESE else "letters"
    usual = SearchState(_typing(words, "", 0, board), first, more, False, "", None)
    names = (
        "夏目漱石",
        "夏目 漱石",
        "なつめ",
        "夏目漱石全集",
        "棗",
        "ナツメヤシの栽培",
        "夏目雅子",
        "夏芽",
        "な爪",
        "夏目房之介",
    )
    offers = (
        ("title", "夏目漱石全集"),
        ("creator", "夏目漱石"),
        ("subject", "夏目漱石"),
        ("title", LONG),
        ("title", "夏目漱石とその時代"),
        ("creator", "夏目房之介"),
        ("title", "夏目友人帳"),
        ("title", "ナツメヤシ"),
    )
    suggestions = tuple(SuggestionView(text, kind, words(f"suggestion-{kind}")) for kind, text in offers)
    typed = replace(
        usual, form=_typing(words, "こころ なつめ", 3, "kana"), can_search=True, candidates=names, suggestions=suggestions
    )
    katakana = replace(_typing(words, "ナツメ", 3, "kana"), is_katakana=True)
    isbn = tuple(replace(each, is_chosen=each.code == "isbn") for each in more)
    number = _typing(words, "978-4-10-101013-", 0, "digits")
    unchosen = tuple(replace(each, is_chosen=False) for each in first)
    return {
        "childrens": replace(usual, is_childrens=True),
        "empty": usual,
        "typed": typed,
        "katakana": replace(typed, form=katakana),
        "romaji": replace(typed, form=_typing(words, "夏目漱石 こk", 2, "romaji")),
        "letters": replace(typed, form=_typing(words, "C++", 0, "letters"), candidates=()),
        "digits": replace(usual, first_fields=unchosen, more_fields=isbn, form=number, can_search=True),
        "long": replace(typed, form=_typing(words, LONG[:60], 0, "letters"), candidates=()),
        "nothing": replace(usual, form=_typing(words, "んんん", 3, "kana"), can_search=True, is_without_suggestion=True),
        "awaiting": replace(typed, awaiting=words("awaiting-search"), can_search=False),
        "unreachable": replace(typed, problem=unreachable(words, has_typed=True)),
    }


def _typing(words: Words, text: str, composed: int, keyboard: str) -> FormView:
    """The form with a text whose last characters are being composed."""
    typed = form(words, ("query", text, ""), keyboard=keyboard)
    end = len(text)
    field = replace(typed.fields[0], cursor=end, composed_from=end - composed, composed_to=end)
    return replace(typed, fields=(field,), extra_keys="-X./")


def results(words: Words) -> States:
    """Thousands of titles."""
    rows = _rows(words)
    narrowing = _narrowing(words, SearchFilters())
    narrowed = _narrowing(words, SearchFilters((Material.BOOK,), ("moji",), 1990, 2009, is_available=True))
    sorts = tuple(
        FilterChip(each, words(f"sort-{each}"), not at) for at, each in enumerate(("relevance", "newest", "title", "creator"))
    )
    near = tuple(FilterChip(text, text, not at) for at, text in enumerate(("吾輩は猫である", "猫", "わがはい")))
    changes = (
        FilterChip("filters", words("results-without-filters"), False),
        FilterChip("field", words("results-everywhere"), False),
        FilterChip("図書館", words("results-only-word", word="図書館"), False),
        FilterChip("調査", words("results-only-word", word="調査"), False),
    )
    usual = ResultsState(
        query="吾輩は猫である",
        total=10_000,
        rows=RowWindow(((0, rows),)),
        answer=0,
        first_row=0,
        filters=(),
        chosen=(),
        sorts=sorts,
        near=(),
        is_near=False,
        changes=(),
        is_narrowing=False,
        awaiting="",
        problem=None,
    )
    place = f"{branch_at(words, 'moji')} 2F 文学 913.6ナ"
    there = tuple(replace(row, badge_kind="on_shelf", badge=words("availability-on_shelf"), shelf=place) for row in rows)
    none = replace(usual, query=LONG, total=0, rows=RowWindow(), answer=4)
    return {
        "usual": usual,
        "halfway": replace(usual, answer=1, first_row=5_010, rows=RowWindow(((5_000, rows[:16]),))),
        "one": replace(usual, answer=2, rows=RowWindow(((0, rows[:1]),)), total=1),
        "long": replace(usual, query=LONG),
        "chosen": replace(usual, chosen=narrowed.chosen, total=190, rows=RowWindow(((0, there),)), answer=6),
        "narrowing": replace(usual, is_narrowing=True, filters=narrowing.groups),
        "narrowing_on": replace(usual, is_narrowing=True, filters=narrowed.groups, chosen=narrowed.chosen, total=190),
        "narrowing_uncounted": replace(usual, is_narrowing=True, filters=replace(narrowing, counts=None, offered=None).groups),
        "none": replace(none, changes=changes[2:]),
        "none_narrowed": replace(none, chosen=narrowed.chosen, changes=changes),
        "none_near": replace(none, near=tuple(replace(each, is_on=False) for each in near), changes=changes[1:2]),
        "near": replace(usual, query="わがはいはぬこてある", near=near, is_near=True, answer=5),
        "awaiting": replace(usual, awaiting=words("awaiting-search")),
        "unreachable": replace(usual, problem=unreachable(words)),
    }


def _rows(words: Words) -> tuple[TitleView, ...]:
    """Twenty titles with every kind of availability."""
    rows = [title(at, words) for at in range(20)]
    badges = (
        ("on_shelf", words("availability-on_shelf"), "2F 日本文学の棚 913.6ナ"),
        ("on_loan", words("availability-on_loan", holds=0), ""),
        ("on_shelf_elsewhere", words("availability-on_shelf-elsewhere"), f"{branch_at(words, 'moji')} 2F 文学 913.6ナ"),
        ("in_library_only", words("availability-in_library_only"), "2F 参考図書 R913.6ナ"),
        ("on_loan", words("availability-on_loan", holds=3), branch_at(words, "wakamatsu")),
        ("unavailable", words("availability-not-owned"), ""),
    )
    return tuple(
        replace(row, badge_kind=kind, badge=badge, shelf=shelf)
        for at, row in enumerate(rows)
        for kind, badge, shelf in [badges[at % len(badges)]]
    )


def _narrowing(words: Words, filters: SearchFilters) -> Narrowing:
    """What may be chosen of some thousands of titles."""
    offered = SearchCounts(
        materials=tuple(FilterCount(each.value, 5 ** (8 - at) // 40) for at, each in enumerate(Material)),
        branches=tuple(FilterCount(code, 900) for code in ("chuo", "moji", "wakamatsu", "yahata", "tobata")),
        decades=tuple(FilterCount(str(year), year - 1900) for year in range(1930, 2030, 10)),
        available=4_321,
        childrens=210,
    )
    return Narrowing(words, load_profile("kitakyushu"), "chuo", filters, offered, offered)


def detail(words: Words) -> States:
    """One title."""
    facts = tuple(
        (words(f"fact-{name}"), value) for name, value in (("publisher", "岩波書店"), ("published", "1990"), ("note", LONG))
    )
    due = words("item-on_loan-until", date=said_date(words, 11, 30))
    branches = [branch_at(words, code) for code in ("chuo", "moji", "wakamatsu", "yahata", "tobata")]
    items = tuple(ItemView(branch, at == 0, "2F 文学", "913.6ナ", due, "on_loan") for at, branch in enumerate(branches[:3]))
    volumes = tuple(title(at, words) for at in range(4))
    usual = DetailState(title(0, words), facts, items, (), True, (), False, 0, "", "", None)
    note = words("sequence-release-return", first="上", second="下")
    slip = SlipView(branches[0], "2F 文学", "913.6ナ", is_there=False)
    found = place_of(load_profile("kitakyushu").shelf_maps, "chuo", "2F 文学", "913.6ナ")
    if found is None:
        raise KeyError("the example's shelf is on no map")
    picture = (paths.SHELF_MAPS / found.shelf_map.picture).read_bytes()
    floor = MapView(words.of(found.shelf_map.name), "913.6ナ", found.place, found.shelf_map.here, picture)
    places = "\n".join(f"{branch} 2F 文学 913.6ナ" for branch in branches[:2])
    text = f"吾輩は猫である 上\n夏目漱石\nISBN 9784003101018\n{places}"
    usual = replace(usual, slip=slip, floor=floor, to_take=text)
    hard = replace(slip, call_number="KR/210.58/クマモト/12-3")
    on_shelf = replace(title(0, words), badge=words("availability-on_shelf"), badge_kind="on_shelf", shelf="2F 文学 913.6ナ")
    derived = ((words("fact-reading"), words("fact-reading-derived", reading="ワガハイ ワ ネコ デ アル")), *facts)
    here = Said(words("reason-on_shelf_here", location="2F 文学", call_number="913.6ナ"), words("remedy-on_shelf_here"))
    full = replace(usual, siblings=volumes, series_count=4, series_note=note)
    standing = (replace(items[0], state=words("item-on_shelf"), state_kind="on_shelf"), *items[1:])
    there = replace(usual, slip=replace(slip, is_there=True), title=on_shelf, items=standing)
    several = words("item-of-several", state=due, count=2, total=3)
    everywhere = tuple(
        ItemView(words.of(branch.name), not at, "2F 文学", hard.call_number, several, "on_loan")
        for at, branch in enumerate(library().branches[:8])
    )
    return {
        "usual": usual,
        "map": replace(usual, open_sheet="map"),
        "map_awaited": replace(usual, open_sheet="map", floor=replace(floor, picture=None)),
        "map_failed": replace(usual, open_sheet="map", floor=replace(floor, picture=None), has_map_failed=True),
        "there": there,
        "phone": replace(usual, open_sheet="phone"),
        "elsewhere": replace(usual, slip=None, floor=None, facts=derived, items=items[1:]),
        "everywhere": replace(usual, items=everywhere, siblings=volumes, slip=hard),
        "all_at_once": replace(
            full,
            title=replace(on_shelf, title=LONG, volume="第十二巻 資料編"),
            items=standing,
            slip=there.slip,
            is_holdable=False,
            not_holdable=(here,),
        ),
        "long": replace(usual, title=title(2, words)),
        "series": replace(usual, siblings=volumes, series_count=4, series_note=note),
        "in_cart": replace(usual, is_in_cart=True),
        "to_keep": replace(usual, can_keep=True),
        "kept": replace(usual, can_keep=True, is_kept=True, is_in_cart=True),
        "not_holdable": replace(there, is_holdable=False, not_holdable=(here,), siblings=volumes),
        "awaiting": replace(usual, awaiting=words("awaiting-title")),
        "unreachable": replace(usual, problem=unreachable(words)),
    }
