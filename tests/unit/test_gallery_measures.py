"""Each measure of the gallery finds its fault, and nothing where there is none."""

from dataclasses import replace

import numpy as np
import pytest

from kiosk import paths
from kiosk.gallery import contrasts, measures, wording
from kiosk.gallery.grounds import Grounds
from kiosk.terminal.words import Languages
from kiosk.ui.fonts import GETA, drawable
from kiosk.ui.structure import Box, Seen, SeenSign, SeenText, SeenTouchable

WIDTH, HEIGHT = 400, 300
PX_PER_MM = 4.0
WHITE, BLACK, GREY = (1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 1.0), (0.6, 0.6, 0.6, 1.0)
HERE, THERE = Box(10, 10, 90, 40), Box(100, 100, 200, 200)


def text(said="こころ", box=HERE, **others):
    usual = SeenText(said, box, box, font_size=20, is_bold=False, colour=BLACK)
    return replace(usual, **others)


def touchable(name, box=THERE, **others):
    usual = SeenTouchable(name, "TouchButton", box, box, box.right - box.left, box.top - box.bottom)
    return replace(usual, **others)


def seen(*parts):
    return Seen(
        WIDTH,
        HEIGHT,
        tuple(each for each in parts if isinstance(each, SeenText)),
        tuple(each for each in parts if isinstance(each, SeenSign)),
        tuple(each for each in parts if isinstance(each, SeenTouchable)),
    )


def grounds(colour=255, **boxes):
    """A ground of one grey, with boxes of others on it: `to_80=Box(…)`."""
    pixels = np.full((HEIGHT, WIDTH, 3), colour, dtype=np.uint8)
    for name, box in boxes.items():
        pixels[int(box.bottom) : int(box.top), int(box.left) : int(box.right)] = int(name.removeprefix("to_"))
    return Grounds(WIDTH, HEIGHT, pixels.tobytes())


def test_what_is_large_enough_and_apart_is_no_fault():
    fine = seen(touchable("one"), touchable("other", Box(210, 100, 310, 200)), text())
    assert not [
        *measures.small_targets(fine, 80),
        *measures.outside_the_window(fine),
        *measures.overlapping_targets(fine),
        *measures.cut_texts(fine),
        *measures.overlapping_texts(fine),
        *measures.missing_glyphs(fine),
        *measures.broken_words(fine),
    ]


def test_a_target_with_a_side_that_is_too_short_is_found():
    assert list(measures.small_targets(seen(touchable("thin", Box(0, 0, 100, 60))), 80)) == [
        "thin: too small to touch, 100 x 60"
    ]


def test_a_target_that_rests_may_be_of_any_size():
    assert not list(measures.small_targets(seen(touchable("thin", Box(0, 0, 9, 9), is_enabled=False)), 80))


@pytest.mark.parametrize("box", [Box(-9, 0, 90, 90), Box(0, -9, 90, 90), Box(350, 0, 409, 90), Box(0, 250, 90, 309)])
def test_what_leaves_the_window_is_found(box):
    assert list(measures.outside_the_window(seen(touchable("far", box)))) == ["far: outside the window"]
    assert list(measures.outside_the_window(seen(text("遠い", box)))) == ["遠い: outside the window"]


def test_what_a_list_has_moved_out_of_sight_is_not_outside():
    assert not list(measures.outside_the_window(seen(touchable("below", Box(0, 20, 90, -300)))))


def test_what_is_too_high_for_who_sits_is_found():
    shown = seen(touchable("high", Box(0, 150, 90, 220)), touchable("low", Box(0, 0, 90, 90)), text(box=Box(0, 250, 90, 290)))
    assert list(measures.out_of_reach(shown, 200)) == ["high: out of reach by 20"]


def test_two_targets_at_one_place_are_found():
    shown = seen(touchable("one"), touchable("other", Box(190, 100, 290, 200)))
    assert list(measures.overlapping_targets(shown)) == ["one and other: overlap"]


def test_targets_may_touch_each_other():
    assert not list(measures.overlapping_targets(seen(touchable("one"), touchable("other", Box(199, 100, 290, 200)))))


@pytest.mark.parametrize(
    ("flaw", "said"), [("is_clipped", "clipped"), ("is_shortened", "shortened"), ("is_held", "runs out of what holds it")]
)
def test_a_text_of_which_something_cannot_be_read_is_found(flaw, said):
    assert list(measures.cut_texts(seen(text("続きを読む", **{flaw: flaw != "is_held"})))) == [f"{said}: 続きを読む"]


def test_a_long_title_may_be_shortened_and_any_on_a_cover():
    assert not list(measures.cut_texts(seen(text("これからの図書館と地域社会を考える", is_shortened=True))))
    assert not list(measures.cut_texts(seen(text("続きを読む", is_shortened=True, is_ornament=True))))


def test_texts_over_each_other_are_found():
    assert list(measures.overlapping_texts(seen(text("上"), text("下", Box(80, 10, 160, 40))))) == [
        "lie over each other: 上 | 下"
    ]


def test_a_character_without_a_glyph_is_found():
    assert list(measures.missing_glyphs(seen(text("あ\U0010fffd", missing="\U0010fffd")))) == [
        "no font has \U0010fffd: あ\U0010fffd"
    ]


def test_a_word_that_goes_on_in_the_next_line_is_found_but_on_a_cover():
    assert list(measures.broken_words(seen(text("Manufacturing", broken="Manufacturi|ng")))) == ["broken word: Manufacturi|ng"]
    assert not list(measures.broken_words(seen(text("Manufacturing", broken="Manufacturi|ng", is_ornament=True))))


def test_fonts_draw_a_geta_for_what_they_lack_only():
    assert drawable("\U0010fffd") == GETA
    assert drawable("予約 예약 预约 預約 reserve") == "予約 예약 预约 預約 reserve"


def test_text_is_measured_against_the_ground_that_is_really_below_it():
    dark = grounds(to_40=Box(0, 0, 100, 50))
    assert list(contrasts.faint_texts(seen(text()), dark, PX_PER_MM, False)) == ["faint, 1.4 of 4.5: こころ"]
    assert not list(contrasts.faint_texts(seen(text(colour=WHITE)), dark, PX_PER_MM, False))


def test_text_partly_over_another_colour_is_measured_against_that_too():
    partly = grounds(to_40=Box(0, 0, 30, 50))
    assert list(contrasts.faint_texts(seen(text()), partly, PX_PER_MM, False))


def test_thin_ink_is_fainter():
    assert not list(contrasts.faint_texts(seen(text()), grounds(), PX_PER_MM, False))
    assert list(contrasts.faint_texts(seen(text(colour=(0, 0, 0, 0.4))), grounds(), PX_PER_MM, False))


@pytest.mark.parametrize(
    ("size_mm", "is_bold", "is_enough"), [(6.4, False, True), (6.2, False, False), (5.0, True, True), (4.8, True, False)]
)
def test_large_text_may_be_fainter(size_mm, is_bold, is_enough):
    shown = seen(text(colour=(0.5, 0.5, 0.5, 1.0), font_size=size_mm * PX_PER_MM, is_bold=is_bold))
    assert (not list(contrasts.faint_texts(shown, grounds(), PX_PER_MM, False))) is is_enough


def test_in_high_contrast_every_text_stands_out_more():
    shown = seen(text(colour=(0.4, 0.4, 0.4, 1.0), font_size=40))
    assert not list(contrasts.faint_texts(shown, grounds(), PX_PER_MM, False))
    assert list(contrasts.faint_texts(shown, grounds(), PX_PER_MM, True)) == ["faint, 5.7 of 7: こころ"]


def test_a_title_on_a_drawn_cover_is_ornament():
    assert not list(contrasts.faint_texts(seen(text(colour=GREY, is_ornament=True)), grounds(), PX_PER_MM, False))


def test_a_faint_sign_is_found():
    assert list(contrasts.faint_signs(seen(SeenSign("heart", Box(10, 10, 50, 50), GREY)), grounds())) == [
        "faint sign, 2.8 of 3: heart"
    ]


def test_what_has_nothing_on_it_needs_an_outline():
    box = Box(100, 100, 200, 200)
    assert list(contrasts.faint_edges(seen(touchable("bare", box)), grounds(to_240=box))) == ["faint outline, 1.1 of 3: bare"]
    assert not list(contrasts.faint_edges(seen(touchable("bare", box)), grounds(to_100=box)))


def test_what_has_words_on_it_is_known_by_them_but_a_field_is_not():
    box = Box(100, 100, 200, 200)
    words = text("さがす", Box(110, 110, 190, 140))
    assert not list(contrasts.faint_edges(seen(touchable("plain", box), words), grounds(to_240=box)))
    assert list(contrasts.faint_edges(seen(touchable("field", box, kind="TextField"), words), grounds(to_240=box)))


@pytest.fixture(scope="module")
def languages():
    return Languages(paths.LANGUAGES)


def test_a_sentence_left_in_japanese_is_found_on_a_screen_in_another_language(languages):
    left = languages.words("ja")("bar-back")
    assert list(wording.foreign_texts(seen(text(left)), languages.words("en"))) == [f"Japanese: {left}"]
    assert not list(wording.foreign_texts(seen(text(left)), languages.words("ja-easy")))


def test_titles_and_the_names_of_languages_stay_as_they_are(languages):
    shown = seen(text("そらいろのたね"), text("やさしい日本語"), text("ゃゅょ"))
    assert not list(wording.foreign_texts(shown, languages.words("en")))
