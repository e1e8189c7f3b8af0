"""Kana to kanji, offline: the only package that knows the converter."""
