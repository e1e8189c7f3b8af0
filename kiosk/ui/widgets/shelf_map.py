"""The picture of a floor with one shelf marked, and where the terminal stands; leaves finding the shelf to the domain."""

from io import BytesIO

from kivy.core.image import Image as Picture
from kivy.properties import BooleanProperty, ListProperty, ObjectProperty, StringProperty
from kivy.uix.floatlayout import FloatLayout

from kiosk.terminal.finding import MapView, SlipView
from kiosk.ui.widgets.sheet import Sheet


class MapPicture(FloatLayout):
    """`floor` as large as the room allows. Marks are placed by shares of the picture, which begin at its upper left."""

    floor: MapView | None = ObjectProperty(None, allownone=True)
    here_text = StringProperty("")
    texture = ObjectProperty(None, allownone=True)
    picture_pos = ListProperty([0, 0])
    picture_size = ListProperty([0, 0])
    place_pos = ListProperty([0, 0])
    place_size = ListProperty([0, 0])
    here_pos = ListProperty([0, 0])
    has_here = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        self._drawn: bytes | None = None
        super().__init__(**kwargs)
        for name in ("floor", "pos", "size"):
            self.fbind(name, self._place)
        self._place()

    def _place(self, *_: object) -> None:
        floor = self.floor
        picture = floor.picture if floor is not None else None
        if picture is not self._drawn:
            self._drawn = picture
            self.texture = Picture(BytesIO(picture), ext="png").texture if picture else None
        if floor is None or self.texture is None:
            self.has_here = False
            self.picture_size = self.place_size = [0, 0]
            return
        wide, tall = self.texture.size
        scale = min(self.width / wide, self.height / tall)
        width, height = round(wide * scale), round(tall * scale)
        left, top = round(self.center_x - width / 2), round(self.center_y + height / 2)
        self.picture_size, self.picture_pos = [width, height], [left, top - height]
        place = floor.place
        self.place_size = [round(place.width * width), round(place.height * height)] if place else [0, 0]
        self.place_pos = [round(left + place.x * width), round(top - (place.y + place.height) * height)] if place else [0, 0]
        self.has_here = floor.here is not None
        if floor.here is not None:
            self.here_pos = [round(left + floor.here.x * width), round(top - floor.here.y * height)]


class MapSheet(Sheet):
    """The map, large, with the call number to look for."""

    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    floor: MapView | None = ObjectProperty(None, allownone=True, rebind=True)
    slip: SlipView | None = ObjectProperty(None, allownone=True, rebind=True)
    has_failed = BooleanProperty(False)


class PhoneSheet(Sheet):
    """The code for a phone, large, beside what it holds."""

    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    text = StringProperty("")
