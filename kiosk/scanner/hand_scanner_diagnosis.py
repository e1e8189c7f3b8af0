"""What `kiosk doctor` asks of hand scanners with ports of their own; one that types like a keyboard needs no look."""

from collections.abc import Callable, Iterable
from contextlib import closing

from kiosk.domain.diagnosis import Check
from kiosk.scanner.hand_scanner_source import HidPosSource, SerialSource
from kiosk.scanner.scanner_port import CodePort, ScannerLost
from kiosk.scanner.scanner_ports import open_port

_REMEDY = (
    "Plug the scanner in and set it to this kind of port by its manual's bar code; let this user use it "
    "(serial: group dialout; HID-POS: deploy/udev); stop another program, such as the running terminal, that has it."
)


def hand_scanner_checks(
    sources: Iterable[SerialSource | HidPosSource],
    open_source: Callable[[SerialSource | HidPosSource], CodePort] = open_port,
) -> list[Check]:
    """Whether each of them opens."""
    return [_check(source, open_source) for source in sources]


def _check(source: SerialSource | HidPosSource, open_source: Callable[[SerialSource | HidPosSource], CodePort]) -> Check:
    try:
        with closing(open_source(source)):
            return Check("scanner", True, f"{source.device} opens" if isinstance(source, SerialSource) else "HID-POS opens")
    except ScannerLost as lost:
        return Check("scanner", False, str(lost), _REMEDY)
