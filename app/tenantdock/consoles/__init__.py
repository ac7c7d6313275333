"""Finds shells and terminals, builds the bootstrap, launches."""

from tenantdock.consoles.script import session_script

__all__ = ["session_script"]
