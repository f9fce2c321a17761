"""Everything one can ask of the window: menus, keys and the key sheet follow from this list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Under which heading an action stands in the key sheet."""

    EDIT = "Edit"
    NOTES = "Notes"
    TOOLS = "Tools"
    MOVING = "Moving around"
    WINDOW = "Window"


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` as Qt writes them, the first one shown. With `by_board` the board itself listens for them."""

    id: str
    label: str
    keys: tuple[str, ...]
    group: Group
    by_board: bool = False


ACTIONS = (
    Action("home", "Workshops", ("Alt+Home",), Group.WINDOW),
    Action("rename-workshop", "Rename workshop", (), Group.WINDOW),
    Action("show-in-folder", "Show in folder", (), Group.WINDOW),
    Action("export", "Export", ("Ctrl+E", "Ctrl+P"), Group.WINDOW),
    Action("undo", "Undo", ("Ctrl+Z",), Group.EDIT),
    Action("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Group.EDIT),
    Action("cut", "Cut", ("Ctrl+X",), Group.EDIT),
    Action("copy", "Copy", ("Ctrl+C",), Group.EDIT),
    Action("paste", "Paste", ("Ctrl+V",), Group.EDIT),
    Action("duplicate", "Duplicate", ("Ctrl+D",), Group.EDIT),
    Action("delete", "Delete", ("Del",), Group.EDIT),
    Action("select-all", "Select all", ("Ctrl+A",), Group.EDIT),
    Action("fit", "Fit all", ("Shift+1", "Alt+1"), Group.MOVING),
    Action("zoom-in", "Zoom in", ("Ctrl++", "Ctrl+="), Group.MOVING),
    Action("zoom-out", "Zoom out", ("Ctrl+-",), Group.MOVING),
    Action("zoom-whole", "Zoom to 100 %", ("Ctrl+0",), Group.MOVING),
    Action("block-before", "Block before", ("PgUp",), Group.MOVING),
    Action("next-block", "Next block", ("PgDown",), Group.MOVING),
    Action("next-open", "Next open question", ("Ctrl+J",), Group.MOVING),
    Action("panels", "Hide or show the panels", ("Ctrl+.",), Group.WINDOW),
    Action("next-pane", "Next pane", ("F6",), Group.WINDOW),
    Action("pane-before", "Pane before", ("Shift+F6",), Group.WINDOW),
    Action("full-screen", "Full screen", ("F11",), Group.WINDOW),
    Action("keys", "Keys", ("F1", "?"), Group.WINDOW),
)

BOARD_KEYS = (
    Action("type", "Type in the selected note", ("Return",), Group.NOTES, by_board=True),
)
