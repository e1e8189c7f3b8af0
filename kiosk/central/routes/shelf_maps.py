"""The pictures of the floors that the profile names; leaves where a shelf is on them to `domain.shelf_map`."""

from fastapi import APIRouter, Depends, Response

from kiosk import paths
from kiosk.central.routes.access import CallingTerminal, CentralPart, forbid_storing
from kiosk.domain.errors import Refused

router = APIRouter(prefix="/v1", tags=["terminal"], dependencies=[Depends(forbid_storing)])
_PICTURE = {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}


@router.get("/shelf-maps/{name}", response_class=Response, responses={200: _PICTURE})
def read_shelf_map(central: CentralPart, _terminal: CallingTerminal, name: str) -> Response:
    """The picture of a floor, by the name that the profile gives it. No other file can be read."""
    if name not in {each.picture for each in central.settings.profile.shelf_maps}:
        raise Refused("not_found")
    try:
        picture = (paths.SHELF_MAPS / name).read_bytes()
    except FileNotFoundError:
        raise Refused("not_found") from None
    return Response(picture, media_type="image/png", headers={"Cache-Control": "no-store"})
