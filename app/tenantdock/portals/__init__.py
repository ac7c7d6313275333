"""Browsers with their profiles, and admin-centre links."""
