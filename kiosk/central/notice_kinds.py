"""The kinds of things a patron is told."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice says; `mail.texts` knows the words and the parameters of each."""

    HOLD_READY = "hold_ready"
    HOLD_ACCEPTED = "hold_accepted"
    HOLD_REQUEST_COPY = "hold_request_copy"
    HOLD_DECLINED = "hold_declined"
    EMAIL_NOTICE = "email_notice"
    EMAIL_LINK = "email_link"
    PASSWORD_LINK = "password_link"
