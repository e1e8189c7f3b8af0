"""The pictures of the floors that the profile names; leaves where a shelf is on them to `domain.shelf_map`."""

from fastapi import APIRouter, Depends, Response

from kiosk import paths
from kiosk.central.routes.access import CallingTerminal, CentralPart, forbid_storing
from kiosk.domain.errors import Refused

router = APIRouter(prefix="/v1", tags=["terminal"], dependencies=[Depends(forbid_storing)])
_PICTURE = {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}


@router.get("/shelf-maps/{picture}", response_class=Response, responses={200: _PICTURE})
def read_shelf_map(central: CentralPart, _terminal: CallingTerminal, picture: str) -> Response:
    """The picture of a floor, by the name that the profile gives it. No other file can be read."""
    if picture not in {each.picture for each in central.settings.profile.shelf_maps}:
        raise Refused("not_found")
    try:
        content = (paths.SHELF_MAPS / picture).read_bytes()
    except FileNotFoundError:
        raise Refused("not_found") from None
    return Response(content, media_type="image/png", headers={"Cache-Control": "no-store"})
