"""What can be done on the board, each by the id of its action: keys, menus and the palette all do the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from canvasapp.domain.template import Perspective
from canvasapp.edits.arrange import Axis, Edge
from canvasapp.edits.notes import Stack
from canvasapp.edits.tidy import SortBy
from canvasapp.view.commands import Commands
from canvasapp.view.navigation import Navigation
from canvasapp.view.tools import TOOLS

Deed = Callable[[], object]
Deeds = Mapping[str, Deed]
"""By the id of the action."""

NUDGE = 1.0
FAR_NUDGE = 10.0
"""How far an arrow key moves notes, in mm."""
ZOOM_STEP = 1.25
SLOTS = range(9)
"""The parties that have a key of their own; 0 is nobody."""

WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
EDGES = {
    "align-left": Edge.LEFT,
    "align-right": Edge.RIGHT,
    "align-top": Edge.TOP,
    "align-bottom": Edge.BOTTOM,
    "centre-across": Edge.CENTRE_H,
    "centre-down": Edge.CENTRE_V,
}


class Board(Protocol):
    """What is needed of the window of the board besides commands and camera."""

    def set_tool(self, tool_id: str) -> None: ...
    def keep_tool(self) -> None: ...
    def edit_selected(self, typed: str = "") -> None: ...
    def escape(self) -> None: ...
    def finish(self) -> None: ...
    def quick_entry(self) -> None: ...
    def go_back(self) -> None: ...
    def go_forward(self) -> None: ...
    def ask(self, action_id: str) -> None: ...


@dataclass(frozen=True, slots=True)
class BoardDeeds:
    """What can be done at any time, and what only with notes that are selected."""

    always: Deeds
    for_selected: Deeds

    def get(self, action_id: str, *, selected: bool) -> Deed | None:
        """None: there is no such action, or it needs notes that are selected."""
        deed = self.for_selected.get(action_id) if selected else None
        return deed or self.always.get(action_id)


def deeds_of(board: Board, commands: Commands, navigation: Navigation) -> BoardDeeds:
    """Of one board in a window."""
    return BoardDeeds(_always(board, commands, navigation), _for_selected(board, commands))


def _always(board: Board, commands: Commands, navigation: Navigation) -> Deeds:
    tools = {tool.id: partial(board.set_tool, tool.id) for tool in TOOLS}
    return {
        **tools,
        "keep-tool": board.keep_tool,
        "leave": board.escape,
        "quick-entry": board.quick_entry,
        "minimap": partial(board.ask, "minimap"),
        "tidy": commands.arranging.tidy,
        "select-all": commands.select_all,
        "copy-picture": _when_finished(board, commands.copy_as_picture),
        "paste": _when_finished(board, commands.paste),
        "paste-as-one": _when_finished(board, commands.paste_as_one),
        "walk": partial(commands.walk, 1),
        "walk-back": partial(commands.walk, -1),
        "block-before": partial(navigation.step, -1),
        "next-block": partial(navigation.step, 1),
        "zoom-in": partial(navigation.zoom_by, ZOOM_STEP),
        "zoom-out": partial(navigation.zoom_by, 1 / ZOOM_STEP),
        "zoom-whole": partial(navigation.zoom_to, 1.0),
        "fit": navigation.fit,
        "go-back": board.go_back,
        "go-forward": board.go_forward,
        "fit-selected": commands.fit_selected,
    }


def _when_finished(board: Board, deed: Deed) -> Deed:
    """What is under way is ended before."""

    def do() -> None:
        board.finish()
        deed()

    return do


def _for_selected(board: Board, commands: Commands) -> Deeds:
    return {
        "delete": commands.delete,
        "copy": commands.copy,
        "cut": commands.cut,
        "duplicate": commands.duplicate,
        "type": board.edit_selected,
        "front": partial(commands.restack, Stack.FRONT),
        "back": partial(commands.restack, Stack.BACK),
        "forward": partial(commands.restack, Stack.FORWARD),
        "backward": partial(commands.restack, Stack.BACKWARD),
        "see-as-ours": partial(commands.see_as, Perspective.OUR),
        "see-as-customers": partial(commands.see_as, Perspective.CUSTOMER),
        **{f"party-{slot}": partial(commands.give_to, slot or None) for slot in SLOTS},
        **_moving(commands),
        **_arranging(commands),
    }


def _moving(commands: Commands) -> Deeds:
    deeds: dict[str, Deed] = {}
    for way, (across, down) in WAYS.items():
        deeds[f"nudge-{way}"] = partial(commands.nudge, across * NUDGE, down * NUDGE)
        deeds[f"nudge-far-{way}"] = partial(commands.nudge, across * FAR_NUDGE, down * FAR_NUDGE)
        deeds[f"neighbour-{way}"] = partial(commands.go, across, down)
    return deeds


def _arranging(commands: Commands) -> Deeds:
    arranging = commands.arranging
    return {
        **{each: partial(arranging.align, edge) for each, edge in EDGES.items()},
        "distribute-across": partial(arranging.distribute, Axis.ACROSS),
        "distribute-down": partial(arranging.distribute, Axis.DOWN),
        "sort-by-text": partial(arranging.sort, SortBy.TEXT),
        "sort-by-party": partial(arranging.sort, SortBy.PARTY),
        "sort-by-votes": arranging.sort_by_votes,
        "stack": arranging.stack,
        "match-size": arranging.match_size,
        "split": arranging.split,
        "merge": arranging.merge,
        "group": arranging.group,
        "ungroup": arranging.ungroup,
        "lock": arranging.lock_or_unlock,
        "bold": arranging.turn_bold,
        "copy-style": arranging.copy_style,
        "paste-style": arranging.paste_style,
    }
