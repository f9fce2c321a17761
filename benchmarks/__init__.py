"""What the program costs, measured the way a user meets it: `python -m benchmarks.board`, `.export`, `.store`."""
