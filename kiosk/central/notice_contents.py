"""What a mail of the outbox is to say, read from the tables when it goes out; its words are `mail.texts`'."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.mail.params import HoldAccepted, HoldDeclined, HoldReady, ReadyHold
from kiosk.central.notice_kinds import NoticeKind
from kiosk.central.notices import last_day_if_told
from kiosk.central.tables import HoldRow, NoticeRow, TitleRow


def contents(
    session: Session, library: Library, notices: Sequence[NoticeRow], holds: Sequence[HoldRow], on: date
) -> dict[str, object]:
    """What one mail of these notices about these holds says when it is sent on that day, as `mail.texts.render` takes it."""
    titles = title_names(session, holds)
    match notices[0].kind:
        case NoticeKind.HOLD_READY:
            ready = (ReadyHold(titles[hold.id], hold.pickup_branch, last_day_if_told(library, hold, on)) for hold in holds)
            return asdict(HoldReady(tuple(ready)))
        case NoticeKind.HOLD_ACCEPTED:
            return asdict(HoldAccepted(tuple(titles.values()), holds[0].pickup_branch))
        case NoticeKind.HOLD_DECLINED:
            return asdict(HoldDeclined(tuple(titles.values())))
        case _:
            return dict(notices[0].params)


def title_names(session: Session, holds: Iterable[HoldRow]) -> dict[int, str]:
    """The names of the titles held, with their volumes, by hold."""
    held = {hold.id: hold.title_id for hold in holds}
    found = select(TitleRow.id, TitleRow.title, TitleRow.volume).where(TitleRow.id.in_(set(held.values())))
    names = {title_id: f"{title} {volume}".strip() for title_id, title, volume in session.execute(found)}
    return {hold_id: names[title_id] for hold_id, title_id in held.items()}
