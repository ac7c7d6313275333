"""The local endpoint: tickets, sessions, protocol, authorisation.

``client`` and ``endpoint`` are what the command line and a second start need; they import neither Qt nor psutil. ``local`` is the
agent itself, and only ``transport`` knows Qt.
"""
