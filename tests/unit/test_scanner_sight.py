"""What one frame means, and what the person is told meanwhile."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk.domain.card import CardFormat, CardNumber, CheckDigit, Symbology
from kiosk.scanner.agreement import Agreement
from kiosk.scanner.guidance import Guidance
from kiosk.scanner.report import BarField, FrameReport, Symbol
from kiosk.scanner.shown_cards import AWAY_SECONDS, SETTLE_SECONDS, ShownCards
from kiosk.scanner.sight import Judgement, Sight, judge

FORMAT = CardFormat(start_stop="A")
NUMBER, OTHER = CardNumber("2900012345"), CardNumber("2900054321")
RATE = 15.0


def symbol(payload: str, symbology: Symbology = Symbology.CODABAR, engine: str = "zxing") -> Symbol:
    return Symbol(payload, symbology, ((0, 0), (300, 0), (300, 60), (0, 60)), engine)


CARD, SECOND_CARD = symbol("A2900012345A"), symbol("A2900054321A")
ISBN, ITEM = symbol("9783161484100", Symbology.EAN13), symbol("A123456789A")


def seen(*symbols: Symbol, card_format: CardFormat = FORMAT) -> Judgement:
    return judge(FrameReport(symbols), card_format)


def test_a_card_of_the_library_is_its_number():
    assert seen(CARD) == Judgement(NUMBER, Sight.CODE_SEEN)


def test_the_same_card_read_by_both_engines_is_one_card():
    assert seen(CARD, symbol(CARD.payload, engine="zbar")).number == NUMBER


def test_two_cards_in_one_frame_are_nobodys():
    assert seen(CARD, SECOND_CARD) == Judgement(sight=Sight.TWO_CARDS)


def test_engines_that_differ_give_no_number():
    assert seen(CARD, symbol("A2900012346A", engine="zbar")).number is None


@pytest.mark.parametrize("other", [ISBN, ITEM, symbol("https://example.com", Symbology.QR)])
def test_a_card_beside_something_else_is_a_card(other):
    assert seen(other, CARD).number == NUMBER


@pytest.mark.parametrize(
    ("payload", "what"),
    [
        ("9783161484100", "ISBN"),
        ("9791032301234", "ISBN of 979"),
        ("9770317847001", "ISSN"),
        ("1920095007004", "lower code of a Japanese book"),
        ("1910205311234", "lower code of a magazine"),
        ("4910012345678", "Japanese magazine"),
    ],
)
def test_the_code_of_a_book_or_magazine_is_told_as_a_books(payload, what):
    assert seen(symbol(payload, Symbology.EAN13)).sight is Sight.BOOK, what


@pytest.mark.parametrize(
    ("payload", "symbology"),
    [
        ("4901234567894", Symbology.EAN13),
        ("49123456", Symbology.OTHER),
        ("97812345", Symbology.OTHER),
        ("1234567890", Symbology.ITF),
        ("ABC-123", Symbology.CODE128),
        ("2900012345", Symbology.QR),
        ("https://example.com", Symbology.QR),
    ],
)
def test_goods_receipts_and_links_are_another_code(payload, symbology):
    assert seen(symbol(payload, symbology)).sight is Sight.WRONG_CODE


@pytest.mark.parametrize(
    ("payload", "symbology", "why"),
    [
        ("A123456789A", Symbology.CODABAR, "length"),
        ("B2900012345B", Symbology.CODABAR, "start and stop"),
        ("A3100012345A", Symbology.CODABAR, "prefix"),
        ("A29-0012345A", Symbology.CODABAR, "a sign in it"),
        ("2900012345", Symbology.CODE39, "symbology"),
    ],
)
def test_codes_as_library_cards_have_them_are_told_as_another_card(payload, symbology, why):
    assert seen(symbol(payload, symbology), card_format=replace(FORMAT, prefix="29")).sight is Sight.WRONG_CARD, why


def test_a_wrong_check_digit_is_another_card():
    checked = replace(FORMAT, check_digit=CheckDigit.MODULUS_10_WEIGHT_3)
    assert seen(CARD, card_format=checked).sight is Sight.WRONG_CARD


def test_a_number_in_a_symbology_of_the_profile_is_another_card_and_a_link_is_not():
    with_qr = replace(FORMAT, symbologies=(Symbology.CODABAR, Symbology.QR))
    assert seen(symbol("2900012345", Symbology.QR), card_format=with_qr).number == NUMBER
    assert seen(symbol("12345", Symbology.QR), card_format=with_qr).sight is Sight.WRONG_CARD
    assert seen(symbol("https://example.com", Symbology.QR), card_format=with_qr).sight is Sight.WRONG_CODE


def test_a_books_code_is_a_books_even_where_cards_have_the_same_symbology():
    ean = CardFormat(symbologies=(Symbology.EAN13,), min_length=8, max_length=8)
    assert seen(ISBN, card_format=ean).sight is Sight.BOOK


def test_of_several_other_codes_the_one_nearest_to_a_card_is_told():
    """The label of a library's own book stands beside its ISBN: neither is a card, and the label is the likelier mistake."""
    assert seen(ISBN, ITEM).sight is Sight.WRONG_CARD
    assert seen(symbol("x", Symbology.QR), ISBN).sight is Sight.BOOK


def bars(**measured: float | None) -> BarField:
    """A card's bars, well in view, except for what is said otherwise."""
    length, height = measured.pop("length", 350.0), measured.pop("height", 80.0)
    corners = ((100.0, 100.0), (100.0 + length, 100.0), (100.0 + length, 100.0 + height), (100.0, 100.0 + height))
    usual = {"module_pixels": 2.5, "edge_pixels": 1.5, "contrast": 150.0, "glare": 0.0, "sameness": 0.9}
    return BarField(corners, **{**usual, **measured})


def hindered(*fields: BarField, brightness: float | None = 120.0) -> Judgement:
    return judge(FrameReport(fields=fields, brightness=brightness), FORMAT)


@pytest.mark.parametrize(
    ("measured", "brightness", "sight"),
    [
        ({}, 120, Sight.CODE_SEEN),
        ({}, None, Sight.CODE_SEEN),
        ({"module_pixels": 1.2, "length": 170.0}, 120, Sight.TOO_FAR),
        ({"module_pixels": 1.2, "length": 170.0, "edge_pixels": 4.0}, 120, Sight.TOO_FAR),
        ({"length": 130.0, "height": 40.0}, 120, Sight.TOO_FAR),
        ({"edge_pixels": 4.0}, 120, Sight.BLURRED),
        ({"edge_pixels": 6.0, "module_pixels": 10.0}, 120, Sight.BLURRED),
        ({"glare": 0.1}, 120, Sight.GLARE),
        ({"glare": 0.1, "edge_pixels": 4.0}, 120, Sight.GLARE),
        ({"glare": 0.1, "length": 130.0, "height": 150.0}, 120, Sight.GLARE),
        ({"glare": 0.06, "length": 130.0, "height": 40.0}, 120, Sight.TOO_FAR),
        ({"contrast": 60.0}, 50, Sight.DARK),
        ({"contrast": 160.0}, 50, Sight.CODE_SEEN),
        ({"contrast": 60.0}, 120, Sight.CODE_SEEN),
    ],
)
def test_unread_bars_tell_what_hinders(measured, brightness, sight):
    assert hindered(bars(**measured), brightness=brightness).sight is sight


@pytest.mark.parametrize(
    "measured",
    [
        {"contrast": 15.0},
        {"contrast": None},
        {"module_pixels": None},
        {"module_pixels": 0.8},
        {"module_pixels": 12.0, "length": 1000.0},
        {"module_pixels": 25.0, "edge_pixels": 4.0, "height": 300.0},
        {"sameness": 0.3},
        {"sameness": None},
        {"edge_pixels": None},
        {"length": 60.0},
        {"length": 1200.0},
        {"height": 500.0},
    ],
)
def test_texture_is_not_told_as_bars(measured):
    assert hindered(bars(**measured)).sight is Sight.NOTHING


def test_bars_are_told_even_where_texture_seemed_likelier():
    assert hindered(bars(height=500.0), bars(glare=0.2)).sight is Sight.GLARE


def test_what_is_wrong_says_more_than_that_there_are_bars():
    assert hindered(bars(), bars(edge_pixels=4.0)).sight is Sight.BLURRED


def test_a_lamp_that_hides_everything_is_glare():
    assert judge(FrameReport(brightness=120.0, mirrored=0.05), FORMAT).sight is Sight.GLARE
    assert judge(FrameReport(brightness=120.0, mirrored=0.002), FORMAT).sight is Sight.NOTHING
    assert judge(FrameReport(fields=(bars(),), brightness=120.0, mirrored=0.05), FORMAT).sight is Sight.CODE_SEEN


def test_a_dark_frame_without_bars_is_dark():
    assert hindered(brightness=20.0).sight is Sight.DARK
    assert hindered(brightness=60.0).sight is Sight.NOTHING


def test_a_view_is_empty_only_where_nothing_could_be_bars():
    assert hindered().is_empty
    assert hindered(bars(contrast=10.0)).is_empty
    assert not hindered(bars(module_pixels=None)).is_empty
    assert not hindered(bars()).is_empty
    assert not hindered(brightness=20.0).is_empty
    assert not seen(ISBN).is_empty
    assert not seen(CARD).is_empty


class Guided:
    """What is told, frame after frame."""

    def __init__(self, agreement: Agreement | None = None) -> None:
        self.agreement = agreement or Agreement(ShownCards(b"key"), needed=3)
        self.guidance, self.sights, self.frames = Guidance(), [], 0

    def show(self, *judgements: Judgement) -> "Guided":
        for one in judgements:
            self.agreement = self.agreement.after(one, self.frames / RATE)
            self.guidance = self.guidance.after(one, self.agreement)
            self.sights.append(self.guidance.sight)
            self.frames += 1
        return self


HELD, HELD_OTHER = Judgement(NUMBER, Sight.CODE_SEEN), Judgement(OTHER, Sight.CODE_SEEN)
EMPTY = Judgement(is_empty=True)
BLURRED, TOO_FAR, FOREIGN = (Judgement(sight=sight) for sight in (Sight.BLURRED, Sight.TOO_FAR, Sight.WRONG_CARD))
BOOK, GOODS, TWO = (Judgement(sight=sight) for sight in (Sight.BOOK, Sight.WRONG_CODE, Sight.TWO_CARDS))


def test_a_card_is_seen_at_once_and_read_on_the_frame_that_completes_it():
    assert Guided().show(EMPTY, HELD, HELD, HELD).sights == [Sight.NOTHING, Sight.CODE_SEEN, Sight.CODE_SEEN, Sight.READ]


def test_a_card_stays_read_while_it_is_held():
    sights = Guided().show(*[HELD] * 3, EMPTY, HELD, BLURRED, BLURRED, BLURRED, BLURRED, HELD).sights
    assert set(sights[2:]) == {Sight.READ}


def test_after_a_card_was_taken_away_nothing_is_in_view():
    assert Guided().show(*[HELD] * 3, *[EMPTY] * 6).sights[-1] is Sight.NOTHING


def test_nothing_is_said_only_after_some_empty_frames():
    sights = Guided().show(HELD, *[EMPTY] * 6).sights
    assert sights[:6] == [Sight.CODE_SEEN] * 6
    assert sights[6] is Sight.NOTHING


def test_a_card_that_comes_into_an_empty_view_and_is_hard_to_see_does_not_flicker():
    sights = Guided().show(*[EMPTY] * 6, Judgement(sight=Sight.CODE_SEEN), EMPTY, EMPTY, BLURRED, EMPTY, BLURRED).sights
    assert sights[6:] == [Sight.CODE_SEEN] * 6


def test_a_misread_card_is_not_called_another_librarys():
    sights = Guided().show(*[FOREIGN] * 4, HELD, *[FOREIGN] * 4, HELD).sights
    assert Sight.WRONG_CARD not in sights
    assert Guided().show(*[FOREIGN] * 5).sights[-1] is Sight.WRONG_CARD


@pytest.mark.parametrize(("judgement", "frames"), [(BOOK, 2), (GOODS, 3), (TWO, 3), (BLURRED, 4), (TOO_FAR, 4)])
def test_what_is_in_view_is_told_once_enough_frames_have_shown_it(judgement, frames):
    assert Guided().show(*[judgement] * (frames - 1)).sights[-1] is Sight.NOTHING
    assert Guided().show(*[judgement] * frames).sights[-1] is judgement.sight


def test_two_hindrances_in_turn_do_not_flicker():
    sights = Guided().show(*[BLURRED, TOO_FAR] * 30).sights
    changes = sum(one is not before for before, one in pairwise(sights))
    assert changes <= 2


def test_a_card_that_is_hardly_read_does_not_flicker():
    sights = Guided(Agreement(ShownCards(b"key"), needed=8)).show(*[HELD, BLURRED, BLURRED, BLURRED] * 10).sights
    changes = sum(one is not before for before, one in pairwise(sights))
    assert changes <= 2


def test_two_cards_read_in_turn_are_told_as_two():
    assert Guided().show(*[HELD, HELD_OTHER] * 4).sights[-1] is Sight.TWO_CARDS


def test_one_misread_number_is_not_told_as_two_cards():
    assert Sight.TWO_CARDS not in Guided().show(HELD, HELD_OTHER, *[HELD] * 12).sights


def left_lying() -> Guided:
    return Guided(Guided().show(*[HELD] * 3).agreement.anew(is_same_visit=False))


def test_a_card_left_lying_is_told_until_it_was_taken_away():
    guided = left_lying().show(*[HELD] * round(RATE * SETTLE_SECONDS))
    assert guided.sights[-1] is Sight.LEFT_LYING
    guided.show(*[EMPTY] * round(RATE * AWAY_SECONDS))
    assert set(guided.sights[1:]) == {Sight.LEFT_LYING}
    assert guided.show(EMPTY, EMPTY).sights[-1] is Sight.NOTHING
    assert guided.show(HELD, HELD, HELD).sights[-1] is Sight.READ


def test_the_next_patrons_card_is_read_beside_one_left_lying():
    assert left_lying().show(HELD, HELD, *[HELD_OTHER] * 3).sights[-1] is Sight.READ
