"""E-mail addresses, checked for what goes wrong in practice (KK-18)."""

import re
from enum import StrEnum

# The form that the HTML standard gives for <input type=email>, and a top-level domain, as no patron has an address without one.
_PLAIN = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_MISSPELT = ("dokomo.", "softbamk.", "gmial.", "gmai.", "yaho.", "hotmial.")


class EmailFault(StrEnum):
    """What is wrong with an address, so that the sentence can say where to look."""

    EMPTY = "empty"
    NOT_HALF_WIDTH = "not_half_width"
    COMMA = "comma"
    TWO_DOTS = "two_dots"
    DOT_BEFORE_AT = "dot_before_at"
    MISSPELT_DOMAIN = "misspelt_domain"
    NOT_AN_ADDRESS = "not_an_address"
    DECLINED_DOMAIN = "declined_domain"
    NOT_EQUAL = "not_equal"


def email_fault(address: str, declined_domains: tuple[str, ...] = ()) -> EmailFault | None:
    """What is wrong with this address, or None. `declined_domains` are those the library takes no addresses of (KT-04)."""
    found = [
        (not address, EmailFault.EMPTY),
        (not address.isascii(), EmailFault.NOT_HALF_WIDTH),
        ("," in address, EmailFault.COMMA),
        (".." in address, EmailFault.TWO_DOTS),
        (".@" in address, EmailFault.DOT_BEFORE_AT),
        (any(f"@{name}" in address.lower() for name in _MISSPELT), EmailFault.MISSPELT_DOMAIN),
        (not _PLAIN.fullmatch(address), EmailFault.NOT_AN_ADDRESS),
        (any(_is_of(address, domain) for domain in declined_domains), EmailFault.DECLINED_DOMAIN),
    ]
    return next((fault for is_wrong, fault in found if is_wrong), None)


def email_fault_of_pair(address: str, again: str, declined_domains: tuple[str, ...] = ()) -> EmailFault | None:
    """The same for an address typed twice."""
    return email_fault(address, declined_domains) or (None if address == again else EmailFault.NOT_EQUAL)


def _is_of(address: str, domain: str) -> bool:
    """Whether the address belongs to a domain, or to any that begins with it where it ends in a dot (`hotmail.`)."""
    host = address.rpartition("@")[2].lower()
    wanted = domain.lower()
    return host.startswith(wanted) or f".{wanted}" in host if wanted.endswith(".") else f".{host}".endswith(f".{wanted}")
