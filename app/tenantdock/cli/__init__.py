"""The command line; talks to the running desktop through the agent."""
