"""Finds shells and terminals, builds the bootstrap, launches."""
