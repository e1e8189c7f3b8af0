"""The contract's calls, split by who makes them."""
