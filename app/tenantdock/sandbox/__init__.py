"""A practice cloud on loopback that speaks what Entra speaks."""
