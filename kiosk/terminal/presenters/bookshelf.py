"""The patron's bookshelf: what was kept to read later, into the cart or out of the shelf (OK-17, KK-20)."""

from dataclasses import dataclass

from kiosk.domain.bookshelf import Bookshelf, BookshelfEntry
from kiosk.terminal.ports import HoldsApi
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import TitleView, title_view
from kiosk.terminal.saying import Said, say_date, say_reason
from kiosk.terminal.visit import CartChanged, KeptLearned, Step


@dataclass(frozen=True, slots=True)
class ShelfView:
    """One title kept. `why_not` says why it cannot be held now, and is empty where it can."""

    title: TitleView
    kept_on: str
    can_hold: bool
    is_in_cart: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class BookshelfState:
    """The shelf; `can_put_back` right after a title was taken out. `has_history` and `has_goal`: the library offers them."""

    entries: tuple[ShelfView, ...]
    is_known: bool
    has_history: bool
    has_goal: bool
    can_put_back: bool
    notice: str
    awaiting: str
    problem: Said | None
    is_any_in_cart: bool = False


class BookshelfPresenter(Presenter):
    """Asks for the shelf when entered and again after a change."""

    _shelf: Bookshelf | None = None
    _taken_out: BookshelfEntry | None = None

    def enter(self) -> None:
        """Asks for the shelf."""
        self.refresh()

    def refresh(self) -> None:
        """Asks for the shelf as it is now."""
        session = self.terminal.visit.session
        if session is not None:
            self.ask("awaiting-bookshelf", lambda api: api.bookshelf(session), self._listed)

    def _listed(self, shelf: Bookshelf) -> None:
        self._shelf = shelf
        self.terminal.dispatch(KeptLearned(frozenset(entry.title.title_id for entry in shelf.entries)))

    @property
    def state(self) -> BookshelfState:
        """What to show."""
        words, rules = self.terminal.words, self.terminal.profile.bookshelf
        views = tuple(self._view(entry) for entry in (self._shelf.entries if self._shelf else ()))
        out = self._taken_out
        return BookshelfState(
            entries=views,
            is_known=self._shelf is not None,
            has_history=rules.keeps_history,
            has_goal=rules.has_goal,
            can_put_back=out is not None,
            notice=words("bookshelf-taken_out", title=out.title.title) if out is not None else "",
            awaiting=self.awaiting,
            problem=self.problem,
            is_any_in_cart=any(view.is_in_cart for view in views),
        )

    def _view(self, entry: BookshelfEntry) -> ShelfView:
        words, profile, title = self.terminal.words, self.terminal.profile, entry.title
        reasons = tuple(say_reason(words, profile, reason) for reason in title.hold.reasons)
        return ShelfView(
            title=title_view(words, profile, title),
            kept_on=words("bookshelf-kept_on", date=say_date(words, entry.kept_on)),
            can_hold=title.hold.allowed,
            is_in_cart=title.title_id in self.terminal.visit.cart,
            why_not=reasons[0].sentence if reasons else "",
        )

    def add_to_cart(self, title_id: str) -> None:
        """「予約カートに入れる」"""
        for entry in self._shelf.entries if self._shelf else ():
            if entry.title.title_id == title_id and entry.title.hold.allowed:
                self.terminal.dispatch(CartChanged(self.terminal.visit.cart.add(entry.title)))

    def take_out(self, title_id: str) -> None:
        """Keeps a title no longer; it can be put back as long as nothing else is done."""
        session = self.terminal.visit.session
        entries = self._shelf.entries if self._shelf else ()
        out = next((entry for entry in entries if entry.title.title_id == title_id), None)
        if session is None or out is None or self.awaiting:
            return

        def work(api: HoldsApi) -> Bookshelf:
            api.remove_title(session, title_id)
            return api.bookshelf(session)

        def done(shelf: Bookshelf) -> None:
            self._taken_out = out
            self._listed(shelf)

        self._taken_out = None
        self.ask("awaiting-change", work, done, again=self.refresh)

    def put_back(self) -> None:
        """The title just taken out shall stay after all."""
        session, out = self.terminal.visit.session, self._taken_out
        if session is None or out is None or self.awaiting:
            return
        title_id = out.title.title_id

        def work(api: HoldsApi) -> Bookshelf:
            api.keep_title(session, title_id)
            return api.bookshelf(session)

        self._taken_out = None
        self.ask("awaiting-bookshelf-keep", work, self._listed)

    def history(self) -> None:
        """貸出履歴の保存 (OK-18)"""
        self.terminal.open(Step.READING_HISTORY)

    def goal(self) -> None:
        """読書マラソン (OK-19)"""
        self.terminal.open(Step.READING_GOAL)

    def proceed(self) -> None:
        """On to the cart when a title of the shelf is in it, else back to the menu."""
        self.terminal.open(Step.CART if self.state.is_any_in_cart else Step.MENU)
