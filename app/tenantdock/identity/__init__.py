"""Msal: silent, browser, device code; realm discovery; runs the proof before anyone sees a token."""
