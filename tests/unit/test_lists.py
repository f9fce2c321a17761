"""Lists and tables from other programs come apart into their items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.view.lists import MOST, items_of


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<ul><li>Bread</li><li>Salt &amp; oil</li></ul>", ["Bread", "Salt & oil"]),
        ("<ul><li>Bread<li>Salt</ul>", ["Bread", "Salt"]),
        ("<ol><li><p>Fresh <b>bread</b>\n  daily</p></li></ol>", ["Fresh bread daily"]),
        ("<ul><li>Bread<ul><li>Rye</li></ul></li></ul>", ["Bread", "Rye"]),
        ("<ul><li>Bread<br>and salt</li></ul>", ["Bread\nand salt"]),
        ("<table><tr><td>A</td><td></td></tr><tr><th>B</th></tr></table>", ["A", "B"]),
        ("<li><style>p { color: red }</style>Bread</li>", ["Bread"]),
        ("<p>No list</p>", []),
        ("", []),
        ("<li", []),
        ("</li></td></style>", []),
    ],
)
def test_items_are_found_in_their_order(html: str, items: list[str]) -> None:
    assert items_of(html) == items


def test_html_that_is_far_too_long_is_not_looked_through() -> None:
    assert items_of("<li>a</li>" * (MOST // 10 + 1)) == []


@given(st.text(alphabet="<>/lui tdbr&;ab\n\0", max_size=200))
def test_no_html_is_too_broken(html: str) -> None:
    assert all(item.strip() == item and item for item in items_of(html))
