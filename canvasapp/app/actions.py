"""Everything one can ask of the window: menus, keys and the key sheet follow from this list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence

from canvasapp.view.tools import TOOLS


class Group(StrEnum):
    """Under which heading an action stands in the key sheet, in its order."""

    EDIT = "Edit"
    TOOLS = "Tools"
    NOTES = "Notes"
    ROOM = "In the room"
    MOVING = "Moving around"
    VIEWS = "Views"
    WINDOW = "Window"
    OUTLINE = "Outline"
    REGISTERS = "Registers"
    PANELS = "Panels"
    CANVAS = "Editing a canvas"
    COCKPIT = "Cockpit"


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` as Qt writes them, the first one shown. With `by_board` the board itself listens for them.

    `said` is how the key sheet says keys that Qt has no word for. `panel` is the one it shows, or leaves when shown.
    """

    id: str
    label: str
    keys: tuple[str, ...]
    group: Group
    by_board: bool = False
    said: str = ""
    panel: str = ""

    @property
    def by_single_keys(self) -> bool:
        """Whether it has no other keys than letters, digits or signs by themselves."""
        return bool(self.keys) and all(is_single(keys) for keys in self.keys)


def is_single(keys: str) -> bool:
    """Whether these are a letter, small or capital, a digit or sign by itself."""
    capital = keys.removeprefix("Shift+")
    return len(keys) == 1 or (len(capital) == 1 and capital.isalpha())


ACTIONS = (
    Action("undo", "Undo", ("Ctrl+Z",), Group.EDIT),
    Action("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Group.EDIT),
    Action("cut", "Cut", ("Ctrl+X",), Group.EDIT, by_board=True),
    Action("copy", "Copy", ("Ctrl+C",), Group.EDIT, by_board=True),
    Action("copy-picture", "Copy as picture", ("Ctrl+Shift+C",), Group.EDIT, by_board=True),
    Action("paste", "Paste", ("Ctrl+V",), Group.EDIT, by_board=True),
    Action("duplicate", "Duplicate", ("Ctrl+D",), Group.EDIT, by_board=True),
    Action("delete", "Delete", ("Del",), Group.EDIT, by_board=True),
    Action("select-all", "Select all", ("Ctrl+A",), Group.EDIT, by_board=True),
    Action("quick-entry", "Quick entry", ("Shift+N",), Group.NOTES, by_board=True),
    Action("type", "Type in the note", ("F2", "Return"), Group.NOTES, by_board=True),
    Action("tidy", "Tidy", ("Ctrl+Shift+T",), Group.NOTES, by_board=True),
    Action("sort-by-text", "Sort by text", (), Group.NOTES, by_board=True),
    Action("sort-by-party", "Sort by party", (), Group.NOTES, by_board=True),
    Action("sort-by-votes", "Sort by votes", (), Group.NOTES, by_board=True),
    Action("stack", "Stack", (), Group.NOTES, by_board=True),
    Action("match-size", "Make the same size", (), Group.NOTES, by_board=True),
    Action("split", "Split into lines", (), Group.NOTES, by_board=True),
    Action("merge", "Merge into one note", (), Group.NOTES, by_board=True),
    Action("bring-over", "Bring over to another board", (), Group.NOTES),
    Action("menu", "Menu of the notes", ("Shift+F10", "Menu"), Group.NOTES),
    Action("hide", "Hide, show", ("Ctrl+Shift+H",), Group.ROOM),
    Action("private", "Private, for all again", ("Ctrl+Shift+P",), Group.ROOM),
    Action("reveal-block", "Reveal what is hidden in the block", ("Ctrl+Shift+U",), Group.ROOM),
    Action("reveal-board", "Reveal what is hidden on the board", (), Group.ROOM),
    Action("finish-block", "Finish the block, open it again", ("Ctrl+Shift+F",), Group.ROOM),
    Action("park", "Park beside the sheet", ("Ctrl+Shift+M",), Group.ROOM),
    Action("decide", "Decide", ("Ctrl+Shift+I",), Group.ROOM),
    Action("mark-gap", "Mark two notes as a gap", ("Ctrl+Shift+X",), Group.ROOM),
    Action("votes", "Votes", ("F8",), Group.ROOM, panel="votes"),
    Action("session-log", "Log of the sessions", ("F9",), Group.ROOM, panel="log"),
    Action("fit", "Fit all", ("Shift+1", "Alt+1"), Group.MOVING, by_board=True),
    Action("zoom-in", "Zoom in", ("Ctrl++",), Group.MOVING, by_board=True),
    Action("zoom-out", "Zoom out", ("Ctrl+-",), Group.MOVING, by_board=True),
    Action("zoom-whole", "Zoom to 100 %", ("Ctrl+0",), Group.MOVING, by_board=True),
    Action("next-block", "Next block", ("PgDown",), Group.MOVING, by_board=True),
    Action("block-before", "Block before", ("PgUp",), Group.MOVING, by_board=True),
    Action("next-open", "Next open question", ("Ctrl+J",), Group.MOVING),
    Action("find", "Find", ("Ctrl+F",), Group.MOVING),
    Action("find-next", "Next match", ("F3",), Group.MOVING),
    Action("find-before", "Match before", ("Shift+F3",), Group.MOVING),
    Action("go-back", "Back", ("Alt+Left",), Group.MOVING),
    Action("go-forward", "Forward", ("Alt+Right",), Group.MOVING),
    Action("minimap", "Minimap", ("M",), Group.MOVING, by_board=True),
    Action("lens-both", "Both views", ("Alt+Shift+1",), Group.VIEWS),
    Action("lens-ours", "Our view alone", ("Alt+Shift+2",), Group.VIEWS),
    Action("lens-customers", "The customer’s view alone", ("Alt+Shift+3",), Group.VIEWS),
    Action("lens-mirror", "Mirror: both views of a block", ("Alt+Shift+4",), Group.VIEWS),
    Action("lens-gaps", "Gaps: where the views part", ("Alt+Shift+5",), Group.VIEWS),
    Action("home", "Workshops", ("Alt+Home",), Group.WINDOW),
    Action("present", "Present, end presenting", ("F5",), Group.WINDOW),
    Action("cockpit", "Cockpit, or edit the board", ("Shift+F5",), Group.WINDOW),
    Action("wall-freeze", "Keep the wall as it is", ("F",), Group.WINDOW),
    Action("wall-blank", "Blank the wall", ("B", "."), Group.WINDOW),
    Action("export", "Print or save as a file", ("Ctrl+P", "Ctrl+E"), Group.WINDOW, panel="paper"),
    Action("palette", "Commands", ("Ctrl+K",), Group.WINDOW),
    Action("panels", "Hide or show the panels", ("Ctrl+.",), Group.WINDOW),
    Action("overview", "Overview of the boards", ("Ctrl+Shift+B",), Group.WINDOW, panel="overview"),
    Action("concept-map", "Concept map of the boards", (), Group.WINDOW),
    Action("checks", "Checks", ("Ctrl+Shift+K",), Group.WINDOW, panel="checks"),
    Action("entry", "Entry of the note", ("Ctrl+Shift+E",), Group.WINDOW, panel="entry"),
    Action("evidence", "Evidence and decisions", ("Ctrl+Shift+D",), Group.WINDOW, panel="evidence"),
    Action("matrix", "Assumptions", ("Ctrl+Shift+A",), Group.WINDOW, panel="matrix"),
    Action(
        "thresholds", "Go, adjust or no-go", ("Ctrl+Shift+N",), Group.WINDOW, panel="thresholds"
    ),
    Action("edit-canvas", "Edit the canvas", (), Group.WINDOW, panel="canvas-editor"),
    Action("registers", "Registers", ("Ctrl+Shift+R",), Group.WINDOW, panel="registers"),
    Action("outline", "Outline", ("Ctrl+Shift+O",), Group.WINDOW),
    Action("next-pane", "Next pane", ("F6",), Group.WINDOW),
    Action("pane-before", "Pane before", ("Shift+F6",), Group.WINDOW),
    Action("full-screen", "Full screen", ("F11",), Group.WINDOW),
    Action("keys", "Keys", ("F1", "?"), Group.WINDOW),
    Action("rename-workshop", "Rename workshop", (), Group.WINDOW),
    Action("show-in-folder", "Show in folder", (), Group.WINDOW),
)

BOARD_KEYS = (
    *(
        Action(t.id, t.name, (QKeySequence(t.key).toString(),), Group.TOOLS, by_board=True)
        for t in TOOLS
    ),
    Action("keep-tool", "Keep the tool after use", ("Q",), Group.TOOLS, by_board=True),
    Action("hold-to-pan", "Move the board, while held", ("Space",), Group.TOOLS, by_board=True),
    Action("party", "Party, nobody", ("1", "0"), Group.NOTES, by_board=True, said="1 to 8, 0"),
    Action("see-as-ours", "Our view", ("O",), Group.NOTES, by_board=True),
    Action("see-as-customers", "Customer’s view", ("C",), Group.NOTES, by_board=True),
    Action("nudge", "Move by 1 mm", ("Left",), Group.NOTES, by_board=True, said="Arrows"),
    Action(
        "nudge-far",
        "Move by 10 mm",
        ("Shift+Left",),
        Group.NOTES,
        by_board=True,
        said="Shift+Arrows",
    ),
    Action("fit-selected", "Fit the selected notes", ("Shift+2",), Group.MOVING, by_board=True),
    Action("bold", "Bold", ("Ctrl+B",), Group.NOTES, by_board=True),
    Action("list", "List, while typing", (), Group.NOTES, by_board=True, said="- or 1. Space"),
    Action("front", "To the front", ("]",), Group.NOTES, by_board=True),
    Action("back", "To the back", ("[",), Group.NOTES, by_board=True),
    Action("forward", "One step to the front", ("Ctrl+]",), Group.NOTES, by_board=True),
    Action("backward", "One step to the back", ("Ctrl+[",), Group.NOTES, by_board=True),
    Action("group", "Group", ("Ctrl+G",), Group.NOTES, by_board=True),
    Action("ungroup", "Ungroup", ("Ctrl+Shift+G",), Group.NOTES, by_board=True),
    Action("lock", "Lock, unlock", ("Ctrl+Shift+L",), Group.NOTES, by_board=True),
    Action("align", "Align edges", ("Alt+A",), Group.NOTES, by_board=True, said="Alt+A, D, W, S"),
    Action("centre", "Align middles", ("Alt+H",), Group.NOTES, by_board=True, said="Alt+H, V"),
    Action(
        "distribute",
        "Equal gaps",
        ("Alt+Shift+H",),
        Group.NOTES,
        by_board=True,
        said="Alt+Shift+H, V",
    ),
    Action("copy-style", "Copy style", ("Ctrl+Alt+C",), Group.EDIT, by_board=True),
    Action("paste-style", "Paste style", ("Ctrl+Alt+V",), Group.EDIT, by_board=True),
    Action(
        "neighbour", "Nearest note", ("Ctrl+Left",), Group.NOTES, by_board=True, said="Ctrl+Arrows"
    ),
    Action("walk", "Next note", ("Tab",), Group.NOTES, by_board=True),
    Action("beside", "Next note to the right, while typing", ("Tab",), Group.NOTES, by_board=True),
    Action("below", "Next note below, while typing", ("Ctrl+Return",), Group.NOTES, by_board=True),
    Action("leave", "Finish typing, then deselect", ("Esc",), Group.NOTES, by_board=True),
    Action("paste-as-one", "Paste as one note", ("Ctrl+Shift+V",), Group.EDIT, by_board=True),
)
"""What only the board's own keys do: they stand in the key sheet."""


def _part(action_id: str, label: str, keys: str) -> Action:
    return Action(action_id, label, (keys,), Group.NOTES, by_board=True)


FAMILIES: dict[str, tuple[Action, ...]] = {
    "align": (
        _part("align-left", "Align left edges", "Alt+A"),
        _part("align-right", "Align right edges", "Alt+D"),
        _part("align-top", "Align top edges", "Alt+W"),
        _part("align-bottom", "Align bottom edges", "Alt+S"),
    ),
    "centre": (
        _part("centre-across", "Align middles across", "Alt+H"),
        _part("centre-down", "Align middles up and down", "Alt+V"),
    ),
    "distribute": (
        _part("distribute-across", "Equal gaps across", "Alt+Shift+H"),
        _part("distribute-down", "Equal gaps up and down", "Alt+Shift+V"),
    ),
    "neighbour": (
        _part("neighbour-left", "Nearest note to the left", "Ctrl+Left"),
        _part("neighbour-right", "Nearest note to the right", "Ctrl+Right"),
        _part("neighbour-up", "Nearest note above", "Ctrl+Up"),
        _part("neighbour-down", "Nearest note below", "Ctrl+Down"),
    ),
}
"""The single actions of which the key sheet has one line."""

OUTLINE_KEYS = (
    Action("outline-write", "Type in the note", ("Return",), Group.OUTLINE),
    Action("outline-new", "New note in the lane", ("Ins", "N"), Group.OUTLINE),
    Action("outline-choose", "Select all of a lane or block", ("Space",), Group.OUTLINE),
    Action("outline-up", "Earlier, later", ("Alt+Up",), Group.OUTLINE, said="Alt+Up, Down"),
    Action("outline-paste", "Paste into the lane", ("Ctrl+V",), Group.OUTLINE),
    Action("outline-search", "Go to words", ("A",), Group.OUTLINE, said="Letters"),
    Action("outline-leave", "Back to the board", ("Esc",), Group.OUTLINE),
)
"""What only the outline's own keys do, besides what they do on the board."""

REGISTER_KEYS = (
    Action("register-open", "Show the entry", ("Return",), Group.REGISTERS),
    Action("register-write", "Write in the cell", ("F2",), Group.REGISTERS),
    Action("register-add", "New entry", ("Ins",), Group.REGISTERS),
    Action("register-clear", "Empty the cell", ("Del",), Group.REGISTERS),
    Action("register-remove", "Delete the entry", ("Ctrl+Del",), Group.REGISTERS),
    Action("register-copy", "Copy the rows as a table", ("Ctrl+C",), Group.REGISTERS),
    Action("register-sort", "Sort by the column", ("Alt+S",), Group.REGISTERS),
    Action("register-filter", "Filter", ("/",), Group.REGISTERS),
)
"""What only the table of a register listens to."""

PANEL_KEYS = (
    Action("panel-step", "From row to row", ("Up",), Group.PANELS, said="Up, Down"),
    Action("finding-unfold", "Why a check says so", ("Right",), Group.PANELS),
    Action("finding-ignore", "Ignore a finding", ("Del",), Group.PANELS),
    Action("sheet-step", "From sheet to sheet of a print", ("Left",), Group.PANELS, said="Arrows"),
    Action("sheet-open", "One sheet of a print, all of them", ("Return",), Group.PANELS),
    Action("assumption-weigh", "Weigh an assumption", ("Up",), Group.PANELS, said="Arrows"),
    Action("party-rename", "Rename a party", ("F2",), Group.PANELS),
    Action("party-hide", "Show or hide a party’s notes", ("Ctrl+Return",), Group.PANELS),
    Action("party-move", "Party up, down", ("Alt+Up",), Group.PANELS, said="Alt+Up, Down"),
)
"""What only the rows of panels listen to."""

CANVAS_KEYS = (
    Action("canvas-walk", "Next block of the sheet", ("Tab",), Group.CANVAS),
    Action("canvas-move", "Move the block", ("Left",), Group.CANVAS, said="Arrows"),
    Action("canvas-size", "Wider, higher", ("Shift+Right",), Group.CANVAS, said="Shift+Arrows"),
    Action("canvas-add", "New block", ("Ins",), Group.CANVAS),
    Action("canvas-remove", "Delete the block", ("Del",), Group.CANVAS),
    Action("canvas-write", "Write its title", ("Return",), Group.CANVAS),
    Action("canvas-save", "Save the canvas", ("Ctrl+S",), Group.CANVAS),
)
"""What only the sheet of the canvas editor listens to."""

COCKPIT_KEYS = (
    Action("cockpit-next", "Next step, also by a remote", ("PgDown",), Group.COCKPIT),
    Action("cockpit-before", "Step before", ("PgUp",), Group.COCKPIT),
    Action("cockpit-show", "What the wall shows", ("1",), Group.COCKPIT, said="1 to 6"),
    Action("cockpit-light", "Light the block, the others stand back", ("S",), Group.COCKPIT),
    Action("cockpit-reveal", "Reveal what is hidden", ("R",), Group.COCKPIT),
    Action("cockpit-pause", "Pause, go on", ("P",), Group.COCKPIT),
    Action("cockpit-more", "A minute more", ("+",), Group.COCKPIT),
    Action("cockpit-less", "A minute less", ("-",), Group.COCKPIT),
    Action("cockpit-entry", "Quick entry", ("Shift+N",), Group.COCKPIT),
    Action("cockpit-edit", "Edit the agenda", ("E",), Group.COCKPIT),
    Action("agenda-rename", "Rename a step", ("F2",), Group.COCKPIT),
    Action("agenda-minutes", "Minutes of a step", ("M",), Group.COCKPIT),
    Action("agenda-move", "Step up, down", ("Alt+Up",), Group.COCKPIT, said="Alt+Up, Down"),
    Action("agenda-delete", "Delete a step", ("Del",), Group.COCKPIT),
)
"""What only the cockpit listens to; the last ones while its agenda is edited."""

VOTE_KEYS = (
    Action("vote-more", "A dot more, fewer", ("+",), Group.ROOM, by_board=True, said="+, -"),
    Action("vote-count", "So many dots", ("1",), Group.ROOM, by_board=True, said="0 to 9"),
    Action("vote-next", "Next note, while giving dots", ("Return",), Group.ROOM, by_board=True),
    Action("vote-fewer", "A dot less, by the pointer", (), Group.ROOM, said="Shift+click"),
)
"""What the board listens to while dots are given."""

EVERY_KEY = (
    *(*ACTIONS, *BOARD_KEYS, *OUTLINE_KEYS, *REGISTER_KEYS),
    *(*PANEL_KEYS, *CANVAS_KEYS, *COCKPIT_KEYS),
)
"""For the key sheet."""
