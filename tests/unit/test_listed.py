"""A pasted list becomes its lines, and what is no list keeps every sign."""

from __future__ import annotations

import pytest

from canvasapp.domain.listed import lines_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- Bread\n* Milk\n\n  • Honey\r\n– Salt", ["Bread", "Milk", "Honey", "Salt"]),
        ("- [ ] Bread\n- [x] Milk", ["Bread", "Milk"]),
        ("1. Bread\n2. Milk\n10. Honey", ["Bread", "Milk", "10. Honey"]),
        ("a) Bread\n7) Milk\n8) Honey", ["a) Bread", "Milk", "Honey"]),
        ("3. October\n24. December", ["3. October", "24. December"]),
        ("-5 degrees\n**Bread**\n1.5 litres", ["-5 degrees", "**Bread**", "1.5 litres"]),
        ("- \n \n", ["-"]),
    ],
)
def test_lines_lose_only_what_makes_them_a_list(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines
