"""How frames agree on a card, and which cards are held off."""

from random import Random

import pytest

from kiosk.domain import card_acceptance
from kiosk.domain.card import CardFormat, CardNumber
from kiosk.scanner.agreement import Agreement
from kiosk.scanner.shown_cards import AWAY_FRAMES, AWAY_SECONDS, SETTLE_SECONDS, UNREAD_SECONDS, ShownCards
from kiosk.scanner.sight import Judgement, Sight

KEY = b"a key of the process"
ONE, OTHER = CardNumber("1111111111"), CardNumber("2222222222")
EMPTY = Judgement(is_empty=True)
UNREAD = Judgement(sight=Sight.CODE_SEEN)
DARK = Judgement(sight=Sight.DARK)
BOOK = Judgement(sight=Sight.BOOK)
TWO = Judgement(sight=Sight.TWO_CARDS)
RATE = 15.0


def agreement_of(needed: int = 3, within: int = 8, key: bytes = KEY) -> Agreement:
    return Agreement(ShownCards(key), needed, within)


class Floor:
    """A camera's frames one after another, and what was accepted on each."""

    def __init__(self, agreement: Agreement, rate: float = RATE) -> None:
        self.agreement, self.rate, self.frames = agreement, rate, 0
        self.heard: list[CardNumber | None] = []

    def show(self, *seen: CardNumber | Judgement | None) -> "Floor":
        for one in seen:
            judgement = one if isinstance(one, Judgement) else EMPTY if one is None else Judgement(one, Sight.CODE_SEEN)
            self.agreement = self.agreement.after(judgement, 1000.0 + self.frames / self.rate)
            self.heard.append(self.agreement.accepted)
            self.frames += 1
        return self

    def show_for(self, seconds: float, seen: Judgement) -> "Floor":
        return self.show(*[seen] * round(seconds * self.rate))

    def settle(self) -> "Floor":
        """A camera that has been on for a while, with nothing in view that may be mistaken for an empty view."""
        return self.show_for(SETTLE_SECONDS, DARK)

    def next_visit(self) -> "Floor":
        return Floor(self.agreement.anew(is_same_visit=False), self.rate)

    def same_visit(self) -> "Floor":
        return Floor(self.agreement.anew(is_same_visit=True), self.rate)

    @property
    def accepted(self) -> list[CardNumber]:
        return [one for one in self.heard if one is not None]


@pytest.mark.rule("TE-02")
def test_a_number_is_accepted_on_the_frame_that_completes_it():
    assert Floor(agreement_of(3)).show(ONE, ONE, ONE).heard == [None, None, ONE]


def test_frames_without_a_number_do_not_reset():
    assert Floor(agreement_of(3, 8)).show(ONE, None, UNREAD, ONE, BOOK, ONE).heard[-1] == ONE


def test_numbers_too_far_apart_do_not_add_up():
    assert Floor(agreement_of(2, 4)).show(ONE, None, None, None, ONE).accepted == []


def test_another_number_in_between_starts_the_count_anew():
    assert Floor(agreement_of(3)).show(ONE, ONE, OTHER, ONE, ONE).accepted == []


def test_after_a_dispute_a_number_must_stand_alone_for_a_while():
    floor = Floor(agreement_of(3, 8)).show(ONE, OTHER, *[ONE] * 8)
    assert floor.accepted == []
    assert floor.show(ONE).heard[-1] == ONE


def test_two_cards_in_one_frame_are_nobodys():
    assert Floor(agreement_of(3)).show(*[TWO] * 30).accepted == []


def test_a_card_is_not_accepted_while_a_second_is_seen_now_and_then():
    assert Floor(agreement_of(3, 8)).show(ONE, ONE, TWO, *[ONE, ONE, ONE, ONE, TWO] * 10).accepted == []


def test_two_cards_read_in_turn_are_nobodys():
    floor = Floor(agreement_of(2)).show(*[ONE, OTHER] * 20)
    assert floor.accepted == []
    assert floor.agreement.is_another


def test_one_of_two_cards_is_accepted_once_the_other_was_put_away():
    floor = Floor(agreement_of(3, 8)).show(ONE, TWO, *[ONE] * 8)
    assert floor.accepted == [ONE]
    assert floor.heard[-1] == ONE


def test_a_card_held_on_is_accepted_once():
    floor = Floor(agreement_of(2)).show(*[ONE] * 200)
    assert floor.accepted == [ONE]
    assert floor.agreement.is_shown_again
    assert not floor.agreement.is_left_lying


def test_nothing_of_a_number_stays_once_it_was_accepted():
    agreement = Floor(agreement_of(2)).show(ONE, ONE, None).agreement
    assert _numbers_in(agreement) == set()


def test_nothing_of_a_number_stays_once_it_left_the_view():
    agreement = Floor(agreement_of(3, 8)).show(ONE, *[None] * 8).agreement
    assert _numbers_in(agreement) == set()


def test_nothing_of_a_number_stays_after_a_stop():
    for visit in (True, False):
        assert _numbers_in(Floor(agreement_of(2)).show(ONE, ONE).agreement.anew(visit)) == set()
        assert _numbers_in(Floor(agreement_of(3)).show(ONE).agreement.anew(visit)) == set()


def _numbers_in(agreement: Agreement) -> set[CardNumber]:
    return {getattr(agreement, name) for name in Agreement.__slots__ if isinstance(getattr(agreement, name), CardNumber)}


def test_a_card_of_the_same_visit_may_be_read_again_at_once():
    assert Floor(agreement_of(2)).show(ONE, ONE).same_visit().show(ONE, ONE).accepted == [ONE]


def test_a_card_left_lying_never_counts_in_the_next_visit():
    floor = Floor(agreement_of(2)).show(ONE, ONE).next_visit().show(*[ONE] * 1000)
    assert floor.accepted == []
    assert floor.agreement.is_left_lying


def test_a_card_left_lying_is_remembered_through_later_visits():
    floor = Floor(agreement_of(2)).show(ONE, ONE).next_visit().show(ONE, OTHER, OTHER).next_visit()
    assert floor.show(*[ONE] * 20).accepted == []


def test_a_card_that_is_seen_lying_there_in_every_visit_is_never_forgotten():
    floor = Floor(agreement_of(2)).show(ONE, ONE)
    for n in range(10):
        other = CardNumber(str(2900000000 + n))
        floor = floor.next_visit().show(ONE, other, other)
        assert floor.accepted == [other]
    assert floor.next_visit().show(*[ONE] * 20).accepted == []


def test_patrons_who_show_their_cards_at_once_hardly_hold_each_other_off():
    """None of them lets the camera see an empty view; one byte is the same for one card in 256."""
    floor, patrons = Floor(agreement_of(2)), [CardNumber(str(2900000000 + n)) for n in range(600)]
    held_off = 0
    for patron in patrons:
        floor = floor.next_visit().show(patron, patron)
        held_off += floor.accepted != [patron]
    assert held_off < 0.02 * len(patrons)


def test_a_card_left_lying_is_remembered_when_the_camera_is_started_again_in_the_visit():
    floor = Floor(agreement_of(2)).show(ONE, ONE).next_visit().show(ONE).same_visit()
    assert floor.show(*[ONE] * 20).accepted == []


def test_another_card_is_accepted_while_one_is_left_lying():
    assert Floor(agreement_of(2)).show(ONE, ONE).next_visit().show(ONE, OTHER, OTHER).accepted == [OTHER]


def test_a_card_left_lying_counts_again_once_it_was_taken_away():
    floor = Floor(agreement_of(2)).show(ONE, ONE).next_visit().settle().show(ONE)
    assert floor.show_for(AWAY_SECONDS + 0.1, EMPTY).show(ONE, ONE).accepted == [ONE]


@pytest.mark.parametrize("rate", [5.0, 15.0, 60.0])
def test_taken_away_takes_a_second_at_any_rate(rate):
    def begin() -> Floor:
        return Floor(Floor(agreement_of(2)).show(ONE, ONE).next_visit().agreement, rate).settle()

    assert begin().show_for(AWAY_SECONDS - 0.2, EMPTY).show(ONE, ONE).accepted == []
    assert begin().show_for(max(AWAY_SECONDS + 0.2, AWAY_FRAMES / rate), EMPTY).show(ONE, ONE).accepted == [ONE]


def test_a_few_empty_frames_with_a_gap_between_them_are_not_enough():
    """A camera that stalls for a second has not seen an empty view for a second."""
    floor = Floor(agreement_of(2)).show(ONE, ONE).next_visit().settle()
    floor.rate = 1.0
    floor.frames = round(SETTLE_SECONDS) + 1
    assert floor.show(*[EMPTY] * (AWAY_FRAMES - 2), ONE, ONE).accepted == []


@pytest.mark.parametrize("seen", [DARK, BOOK, TWO, Judgement(sight=Sight.WRONG_CARD)])
def test_a_view_in_the_dark_or_behind_something_else_is_not_empty(seen):
    floor = Floor(agreement_of(2)).show(ONE, ONE).next_visit().settle().show_for(UNREAD_SECONDS * 2, seen)
    assert floor.show(*[ONE] * 20).accepted == []


def test_bars_that_are_not_read_may_be_the_card_and_count_as_away_only_after_long():
    begin = Floor(agreement_of(2)).show(ONE, ONE).next_visit
    assert begin().settle().show_for(UNREAD_SECONDS - 0.2, UNREAD).show(*[ONE] * 9).accepted == []
    assert begin().settle().show_for(UNREAD_SECONDS + 0.2, UNREAD).show(*[ONE] * 9).accepted == [ONE]


def test_what_a_camera_just_opened_does_not_see_may_be_there():
    floor = Floor(agreement_of(2)).show(ONE, ONE).next_visit().show_for(SETTLE_SECONDS + AWAY_SECONDS - 0.2, EMPTY)
    assert floor.show(*[ONE] * 20).accepted == []


def test_a_card_is_remembered_by_one_byte_that_depends_on_the_key():
    def mark(number: CardNumber, key: bytes) -> int:
        (byte,) = ShownCards(key).with_accepted(number).shown
        return byte

    assert all(0 <= mark(CardNumber(str(n)), KEY) <= 255 for n in range(50))
    assert len({mark(ONE, bytes([n])) for n in range(50)}) > 30
    assert "key" not in f"{ShownCards(KEY)!r}"


def test_the_format_says_how_many_frames_must_agree():
    card_format = CardFormat(start_stop="A")
    assert Agreement.on(card_format, KEY).needed == card_acceptance.frames_to_agree(card_format)


def test_wrong_accepts_stay_below_the_models_bound():
    """Misreads a hundred times as often as measured, so that there are some to count."""
    misread, repeat, readings, needed = 0.15, 0.3, 30, 3
    chance = Random(5)
    wrong_accepts, presentations = 0, 5_000
    for _ in range(presentations):
        agreement, wrong = agreement_of(needed), None
        for frame in range(readings):
            if wrong is None or chance.random() >= repeat:
                wrong = CardNumber(str(chance.randrange(10**9))) if chance.random() < misread else None
            agreement = agreement.after(Judgement(wrong or ONE, Sight.CODE_SEEN), frame / RATE)
            if agreement.accepted is not None:
                wrong_accepts += agreement.accepted != ONE
                break
    assert 0 < wrong_accepts / presentations <= readings * misread * repeat ** (needed - 1)
