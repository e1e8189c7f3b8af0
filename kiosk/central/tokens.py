"""Opaque tokens and the hashes under which they, keys and card numbers are kept."""

import hashlib
import hmac
import secrets
import string


def new_token() -> str:
    """A token nobody can guess (256 bits)."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """The form in which a token or key is kept. Tokens are random, so a fast hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def keyed_hash(key: bytes, text: str) -> str:
    """A hash that cannot be turned back by trying every number, for whoever has not the key."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def derived_key(secret: str, purpose: str) -> bytes:
    """A key for one purpose, the same as long as the secret is."""
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).digest()


def new_temporary_password(length: int) -> str:
    """A password for a slip of paper: letters and digits that are not taken for one another."""
    alphabet = "".join(ch for ch in string.ascii_lowercase + string.digits if ch not in "il1o0")
    return "".join(secrets.choice(alphabet) for _ in range(length))
