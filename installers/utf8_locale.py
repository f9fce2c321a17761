"""Runs first in the bundle: where the environment names no encoding, it is UTF-8.

Python sees to this itself (PEP 538) where it is not frozen; without it Qt complains on standard error.
"""

import os

_NAMED = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))

if next(filter(None, _NAMED), "C") in {"C", "POSIX"}:
    os.environ["LC_CTYPE"] = "C.UTF-8"
