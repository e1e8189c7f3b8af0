"""The clauses, by subject. Ids are stable: a clause that goes leaves its number unused."""

from kiosk.conformance.clauses import (
    access,
    answers,
    catalogue,
    emails,
    holds,
    loans,
    passwords,
    placing,
    queue,
    requests,
    sequences,
)
from kiosk.conformance.trial import Clause

CLAUSES: tuple[Clause, ...] = (
    *answers.CLAUSES,
    *access.CLAUSES,
    *catalogue.CLAUSES,
    *placing.CLAUSES,
    *requests.CLAUSES,
    *holds.CLAUSES,
    *queue.CLAUSES,
    *sequences.CLAUSES,
    *loans.CLAUSES,
    *passwords.CLAUSES,
    *emails.CLAUSES,
)
"""All of them, in the order in which they are told. The first four are tried last: they are about every answer."""
