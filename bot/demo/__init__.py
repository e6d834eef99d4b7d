"""A whole edition played by simulated people, with no token and no network."""
