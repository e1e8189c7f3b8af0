"""Cameras and hand scanners: frames or keys in, card numbers out. The only package that imports their libraries."""
