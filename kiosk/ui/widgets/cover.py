"""A book's cover drawn from its title and the cloth of its NDC class, where there is no picture."""

from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout


class Cover(BoxLayout):
    """`ndc_class` is the first digit of the NDC number, or empty; `material_kind` gives the sign of what is no book."""

    title = StringProperty("")
    volume = StringProperty("")
    ndc_class = StringProperty("")
    material_kind = StringProperty("book")

    SIGNS = {"magazine": "news", "cd": "vinyl", "dvd": "movie", "video": "movie", "cassette": "vinyl", "kamishibai": "photo"}

    def sign(self, material_kind: str) -> str:
        """The sign of a material, empty for books."""
        return self.SIGNS.get(material_kind, "")
