"""Where TenantDock finds the files it was shipped with. Uses nothing of the product, so that the practice cloud can use it too."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder of icons, PowerShell text and practice data: the packaged one if there is one, else the checkout's."""
    here = Path(__file__).resolve().parent
    packaged = here / "_resources"
    return packaged if packaged.is_dir() else here.parents[1] / "resources"
