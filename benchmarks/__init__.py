"""What the program costs, measured the way a user meets it: `python -m benchmarks.board`, `.export`, `.store`."""

import PySide6.QtCore  # noqa: F401  # comes first in the program, too

from canvasapp.interpreter import hold_back

hold_back()
