"""What the program costs, measured as a user meets it: `python -m benchmarks.board`, `.checks`, `.export`, `.store`."""

import PySide6.QtCore  # noqa: F401  # comes first in the program, too

from canvasapp.interpreter import hold_back

hold_back()
