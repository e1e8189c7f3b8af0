"""Password hashing with argon2id."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# OWASP's Password Storage Cheat Sheet, argon2id: 19 MiB, two passes. Forty logins at once stay below a gigabyte.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$QGNyBjGM7ZqHkSgYKDVYl1pXBVkNwG3Z4P9i5cVbkB4"


def hash_password(password: str) -> str:
    """The argon2id hash to keep."""
    return _HASHER.hash(password)


def is_password(kept: str | None, password: str) -> bool:
    """Whether the password is the one kept. Without one kept it takes just as long to say no."""
    try:
        return _HASHER.verify(kept or _NOBODY, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
