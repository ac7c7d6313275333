"""A key in the OS keyring, sealed files on disk, one per account."""
