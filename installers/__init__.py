"""Makes the program installable: what its bundle holds and how each system wants it."""
