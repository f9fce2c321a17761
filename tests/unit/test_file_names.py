"""What files are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvasapp.app.file_names import file_name, free_file, named_after


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Care, Board", "Care, Board.pdf"),
        ("A/B: what?, 1 < 2", "A-B- what-, 1 - 2.pdf"),
        ("Care, Board.", "Care, Board.pdf"),
        ("Nul", "Nul_.pdf"),
        ("Pflege im Quartier", "Pflege im Quartier.pdf"),
    ],
)
def test_a_name_is_one_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, ".pdf") == name


@pytest.mark.parametrize("letter", ["a", "ü", "語", "🙂"])
def test_the_longest_title_makes_a_name_that_can_be_written(tmp_path: Path, letter: str) -> None:
    name = file_name(letter * 400, ".workshop")
    (tmp_path / name).touch()
    assert set(Path(name).stem) == {letter}


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    wanted = tmp_path / "Care.workshop"
    assert free_file(wanted) == wanted
    wanted.touch()
    (tmp_path / "Care 2.workshop").touch()
    assert free_file(wanted) == tmp_path / "Care 3.workshop"


def test_a_file_gets_the_name_of_its_workshop_once_that_has_one(tmp_path: Path) -> None:
    made = tmp_path / "Untitled workshop 2.workshop"
    made.write_text("work")
    assert named_after(made, "Untitled workshop 2") == made
    named = named_after(made, "Acme: day 1")
    assert named == tmp_path / "Acme- day 1.workshop"
    assert named.read_text() == "work"
    assert not made.exists()


def test_a_file_that_somebody_has_named_keeps_its_name(tmp_path: Path) -> None:
    theirs = tmp_path / "acme-v3-final.workshop"
    theirs.touch()
    assert named_after(theirs, "Acme") == theirs
    assert theirs.exists()


def test_a_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    made, other = tmp_path / "Untitled workshop.workshop", tmp_path / "Acme.workshop"
    made.write_text("new")
    other.write_text("old")
    assert named_after(made, "Acme") == tmp_path / "Acme 2.workshop"
    assert other.read_text() == "old"


def test_a_file_that_is_away_is_where_it_was(tmp_path: Path) -> None:
    away = tmp_path / "Untitled workshop.workshop"
    assert named_after(away, "Acme") == away
