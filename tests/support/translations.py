"""The tool that finds and checks texts (``packaging/translations.py``), which is no part of the program."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


def tool() -> ModuleType:
    """Return the tool as a module."""
    if "translations_tool" not in sys.modules:
        spec = importlib.util.spec_from_file_location("translations_tool", ROOT / "packaging" / "translations.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules["translations_tool"] = module
        spec.loader.exec_module(module)
    return sys.modules["translations_tool"]
