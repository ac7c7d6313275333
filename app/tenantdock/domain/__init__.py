"""Values and rules: clouds, tenants, accounts, connections, services, proof, errors.

No I/O, no Qt, no msal: every other room may import this one, and this one imports none of them.
"""
