"""A list longer than its room, with a scroll bar wide enough to be seen and dragged."""

from kivy.uix.scrollview import ScrollView


class SharpScroll(ScrollView):
    """Moves by whole pixels, so that text stays sharp."""

    def update_from_scroll(self, *largs: object) -> None:
        """Kivy moves the content to a fraction of a pixel, at which every letter is blurred."""
        super().update_from_scroll(*largs)
        self.g_translate.xy = tuple(map(round, self.g_translate.xy))


class RowScroll(SharpScroll):
    """With its bar."""
