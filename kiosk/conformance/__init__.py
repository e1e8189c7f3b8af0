"""Tries a service of any maker against the central holds API v1 and says clause by clause what holds.

What must hold is asked of the service's own profile, so that one suite fits every library.
"""
