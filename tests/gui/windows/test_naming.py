"""A new workshop has no title yet; what one gives it goes to its file too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.windows.conftest import Program

CARD = "New workshop on Service Logic Business Model Canvas"
LEFT = Qt.MouseButton.LeftButton


def named(program: Program, title: str) -> Program:
    """The program with a new workshop that has just been given a title."""
    program.press(CARD)
    program.press(f"Workshop: {program.page.title}")
    program.write("Workshop", title)
    return program


def test_a_title_that_nobody_gave_is_written_over_after_one_press(program: Program) -> None:
    assert named(program, "Acme, day 1").page.title == "Acme, day 1"


def test_a_title_that_was_given_is_not_opened_by_one_press(program: Program) -> None:
    named(program, "Acme, day 1").press("Workshop: Acme, day 1")
    assert not program.page.frame.top.title.field.isVisible()


def test_a_new_workshop_leaves_the_keys_to_the_board(program: Program) -> None:
    program.press(CARD)
    program.key(Qt.Key.Key_N)
    assert program.page.view.bench.toolbox.tool.id == "note"
    assert program.page.title == "Untitled workshop"


def test_a_title_that_nobody_gave_looks_like_a_field(program: Program) -> None:
    program.press(CARD)
    title = program.page.frame.top.title
    edge = program.window.look.theme.field

    def outlined() -> bool:
        image = title.grab().toImage()
        return edge in {image.pixelColor(x, 0).name() for x in range(image.width())}

    assert outlined()
    QTest.mouseClick(title, LEFT)
    program.write("Workshop", "Acme")
    assert not outlined()


def test_the_file_gets_the_title_when_one_leaves(program: Program) -> None:
    named(program, "Acme: day 1").press("Workshops")
    assert [path.name for path in program.documents.iterdir()] == ["Acme- day 1.workshop"]
    program.press("Open Acme: day 1, Service Logic")
    assert program.page.opened.path == program.documents / "Acme- day 1.workshop"


def test_the_list_knows_a_renamed_file_once(start: Callable[[], Program]) -> None:
    named(start(), "Acme").window.close()
    assert [recent.title for recent in start().settings.recents] == ["Acme"]


def test_a_second_workshop_of_the_same_title_gets_a_file_of_its_own(program: Program) -> None:
    for _ in range(2):
        named(program, "Acme").press("Workshops")
    names = {path.name for path in program.documents.iterdir()}
    assert names == {"Acme.workshop", "Acme 2.workshop"}


def test_a_workshop_without_a_title_keeps_its_file(program: Program) -> None:
    program.press(CARD)
    program.press("Workshops")
    assert [path.name for path in program.documents.iterdir()] == ["Untitled workshop.workshop"]
