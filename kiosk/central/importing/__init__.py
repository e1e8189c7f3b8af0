"""Brings catalogue files into the tables: MARC 21 by its standard, every other form by a map."""

from kiosk.central.importing.catalogue_import import import_file
from kiosk.central.importing.read_anew import read_all
from kiosk.central.importing.readings import NoDictionary, Readings
from kiosk.central.importing.report import ImportReport, InvalidImportMap, Refusal, UnreadableFile

__all__ = [
    "ImportReport",
    "InvalidImportMap",
    "NoDictionary",
    "Readings",
    "Refusal",
    "UnreadableFile",
    "import_file",
    "read_all",
]
