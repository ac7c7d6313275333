"""The colours of customers: which there are to choose from, and which one a new customer gets when nobody chose."""

from __future__ import annotations

import zlib
from typing import Final

COLOURS: Final = ("#1d5fb4", "#0b6e74", "#2c7031", "#6b6100", "#9a4b00", "#b3261e", "#9c2a7a", "#6241b8")
"""Blue, teal, green, olive, orange, red, magenta, violet. White text on each meets WCAG AA (4.5 : 1)."""
NEUTRAL: Final = "#56606b"
"""Grey, for who chose that and for what has no colour."""


def suggested(tenant_id: str) -> str:
    """Return a colour that is always the same for a tenant, so that customers differ without anyone choosing."""
    return COLOURS[zlib.crc32(tenant_id.encode()) % len(COLOURS)]
