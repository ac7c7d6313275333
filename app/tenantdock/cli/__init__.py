"""The command line; talks to the running desktop through the agent."""

from tenantdock.cli.commands import main

__all__ = ["main"]
