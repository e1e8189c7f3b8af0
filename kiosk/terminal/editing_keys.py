"""A plugged-in keyboard's keys that edit, as characters; no hand scanner sends those of the cursor (Unicode's private use)."""

ENTER, TAB, ERASE = "\r", "\t", "\b"
BACK, FORWARD, ERASE_AHEAD, TO_START, TO_END = "\uf702", "\uf703", "\uf728", "\uf729", "\uf72b"
