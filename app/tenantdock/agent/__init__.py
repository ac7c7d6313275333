"""The local endpoint: tickets, sessions, protocol, authorisation."""
