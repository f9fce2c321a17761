"""A ruined file: what is left of it is one press away, and the file stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvasapp.edits.notes import move_notes
from tests.gui.windows.conftest import Program

SAVE = "Save what is left"


def ruined(program: Program, content: bytes | None = None) -> Path:
    """The worked example after an edit, closed; then its file is cut short, or holds `content`."""
    program.window.open_example()
    page = program.page
    page.perform(move_notes(page.board, [next(iter(page.board.notes))], 20, 0))
    path = page.opened.path
    program.press("Workshops")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if content is None else content)
    return path


@pytest.mark.parametrize(
    "content", [None, b"", b"\0" * 4096], ids=["cut short", "empty", "nothing but zeros"]
)
def test_what_is_left_of_a_ruined_workshop_is_saved_and_opened(
    program: Program, content: bytes | None
) -> None:
    path = ruined(program, content)
    before = path.read_bytes()
    program.window.open_path(path)
    assert str(path) in program.window.home.notice.text
    program.press(SAVE)
    saved = path.with_name("Home Care Together (saved).workshop")
    assert program.page.opened.path == saved
    assert len(program.page.journal.workshop.boards) == 5
    assert str(saved) in program.page.frame.notice.text
    assert path.read_bytes() == before


def test_saving_twice_makes_two_files(program: Program) -> None:
    path = ruined(program)
    for _ in range(2):
        program.window.open_path(path)
        program.press(SAVE)
    assert program.page.opened.path.name == "Home Care Together (saved) 2.workshop"


def test_where_nothing_is_left_that_is_told(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "notes.workshop"
    path.write_text("Milk, bread, butter")
    program.window.open_path(path)
    program.press(SAVE)
    assert program.window.page is None
    assert "no backup" in program.window.home.notice.text
    assert [each.name for each in tmp_path.glob("*.workshop")] == ["notes.workshop"]


def test_what_can_not_be_written_beside_the_file_goes_to_the_documents(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ruined(program)
    stick = tmp_path / "stick"
    stick.mkdir()
    path = path.rename(stick / path.name)
    opened = Path.open

    def refuse_on_the_stick(self: Path, mode: str = "r", **options: object) -> object:
        if self.parent == stick and mode != "rb":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, mode, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse_on_the_stick)
    program.window.open_path(path)
    program.press(SAVE)
    assert program.page.opened.path.parent == program.documents


@pytest.mark.parametrize(
    ("name", "said"), [("gone.workshop", "does not exist"), ("a.jpg", "is not a workshop")]
)
def test_what_never_was_a_workshop_is_not_offered_to_be_saved(
    program: Program, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff")
    program.window.open_path(tmp_path / name)
    assert said in program.window.home.notice.text
    assert SAVE not in program.buttons()


def test_the_button_goes_with_the_message(program: Program, tmp_path: Path) -> None:
    path = ruined(program)
    program.window.open_path(path)
    program.press("Close this message")
    program.window.tell("Something else.")
    assert SAVE not in program.buttons()
