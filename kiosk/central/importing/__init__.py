"""Brings catalogue files into the tables: MARC 21 by its standard, every other form by a map."""

from kiosk.central.importing.catalogue_import import import_file
from kiosk.central.importing.report import ImportReport, InvalidImportMap, Refusal, UnreadableFile

__all__ = ["ImportReport", "InvalidImportMap", "Refusal", "UnreadableFile", "import_file"]
