"""Measures the bars of a straightened strip, so that the person can be told why they cannot be read."""

import numpy as np

from kiosk.scanner.locate import Region
from kiosk.scanner.report import BarField
from kiosk.scanner.straighten import Strip

_BURNT = 250


def measured(strip: Strip, region: Region) -> BarField:
    """The region with what its strip shows of size, blur, contrast and glare."""
    line = strip.grey.mean(axis=0)
    dark, light = (float(value) for value in np.percentile(line, (5, 95)))
    contrast = light - dark
    if contrast < 4:
        return BarField(region.corners, contrast=contrast)
    slope = float(np.percentile(np.abs(np.diff(line)), 98))
    edge = 0.8 * contrast / slope / strip.zoom if slope > 0 else None
    is_dark = line < (dark + light) / 2
    edges = np.flatnonzero(is_dark[1:] != is_dark[:-1])
    runs = np.diff(edges)
    module = float(np.percentile(runs, 30)) / strip.zoom if len(runs) > 8 else None
    glare = float((strip.grey >= _BURNT).mean())
    return BarField(region.corners, module, edge, contrast, glare)
