"""What the program costs, measured as a user meets it: `python -m benchmarks.board`, `.checks`, `.export`, `.store`."""
