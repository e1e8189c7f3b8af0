"""Keeps the arrays of an index in one file, mapped into memory: processes share it, and only what is used is loaded.

The file holds nothing that is not in the tables. It is made anew when it is missing or of another version.
"""

import json
import mmap
import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from kiosk.central.search.index_arrays import Array

_MAGIC = b"athena-catalogue-index 3\n"
_ALIGNED = 64


def write_index(file: Path, arrays: Mapping[str, Array], about: Mapping[str, str | int]) -> None:
    """Writes the arrays and what is said of them; whoever reads the file meanwhile keeps the old one."""
    layout, at = {}, 0
    for name, array in arrays.items():
        layout[name] = (array.dtype.str, array.shape, at)
        at += -(-array.nbytes // _ALIGNED) * _ALIGNED
    header = json.dumps({"arrays": layout, "about": dict(about)}).encode()
    begin = -(-(len(_MAGIC) + 8 + len(header)) // _ALIGNED) * _ALIGNED
    unfinished = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with unfinished.open("wb") as out:
            out.write(_MAGIC + len(header).to_bytes(8, "little") + header)
            for name, array in arrays.items():
                out.seek(begin + layout[name][2])
                out.write(np.ascontiguousarray(array).data if array.size else b"")
            out.truncate(max(begin + at, begin + 1))
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def read_index(file: Path) -> tuple[dict[str, Array], dict[str, str | int]] | None:
    """The arrays and what was said of them; None where there is no index of this version."""
    try:
        with file.open("rb") as stream:
            if stream.read(len(_MAGIC)) != _MAGIC:
                return None
            size = int.from_bytes(stream.read(8), "little")
            header = json.loads(stream.read(size))
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except (FileNotFoundError, ValueError):
        return None
    begin = -(-(len(_MAGIC) + 8 + size) // _ALIGNED) * _ALIGNED
    arrays: dict[str, Array] = {}
    for name, (kind, shape, at) in header["arrays"].items():
        count = int(np.prod(shape))
        arrays[name] = (
            np.frombuffer(mapped, np.dtype(kind), count, begin + at).reshape(shape) if count else np.zeros(shape, kind)
        )
    return arrays, header["about"]
