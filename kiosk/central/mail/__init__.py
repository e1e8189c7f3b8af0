"""Mail: the words of a notice, its way to the library's mail server, and what comes back; the outbox is kept elsewhere."""
