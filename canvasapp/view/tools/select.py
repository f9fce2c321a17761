"""The select tool: chooses notes, moves them, copies them, changes their size; leads links to other notes."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import Qt

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note, NoteKind
from canvasapp.edits.groups import with_groups
from canvasapp.edits.notes import MIN_HEADING, MIN_SIZE, drop_notes, resize_note
from canvasapp.view.guides import Guides
from canvasapp.view.handles import Handle
from canvasapp.view.link_ends import LinkEnd
from canvasapp.view.link_pulling import pulled_to
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.snapping import WHOLE, Edges
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool


def begin(stage: Stage, press: Pointer) -> Gesture:
    handle = stage.handle_at(press)
    note = stage.note_at(press)
    end = stage.link_end_at(press)
    if press.double:
        yield from _open(stage, press, note)
    elif end is not None:
        yield from _lead(stage, press, end)
    elif handle is not None:
        yield from _resize(stage, press, handle)
    elif note is not None:
        yield from _press_note(stage, press, note)
    else:
        yield from _mark(stage, press)


def cursor(stage: Stage, pointer: Pointer) -> Qt.CursorShape:
    if stage.link_end_at(pointer) is not None:
        return Qt.CursorShape.CrossCursor
    if stage.gap_notes_at(pointer.at):
        return Qt.CursorShape.PointingHandCursor
    handle = stage.handle_at(pointer)
    return handle.cursor if handle else Qt.CursorShape.ArrowCursor


def _open(stage: Stage, press: Pointer, note: Note | None) -> Gesture:
    """A double-click: edits a note, goes to a block and back, or begins a note where there is none."""
    yield
    if note is not None:
        stage.edit_text(note, press.at)
    elif stage.link_at(press) is not None:
        return  # the first of the two clicks has selected it
    elif (block := stage.title_at(press.at)) is not None:
        stage.visit(block)
    else:
        stage.new_note_at(press.at)


def _press_note(stage: Stage, press: Pointer, note: Note) -> Gesture:
    """A click selects; a drag moves what is selected, with Alt a copy of it, with Shift marks an area."""
    pointer = yield
    while pointer.phase is Phase.MOVE and not pointer.has_left(press):
        pointer = yield
    if not pointer.has_left(press):
        _click(stage, press, note)
    elif press.shift or (note.locked and not press.alt):
        yield from _mark(stage, press)
    else:
        if note.id not in stage.selection:
            stage.selection.set(with_groups(stage.board, [note.id]))
        yield from _move(stage, press, pointer)


def _click(stage: Stage, press: Pointer, note: Note) -> None:
    ids = with_groups(stage.board, [note.id])
    if press.shift:
        stage.selection.toggle(ids)
    else:
        stage.selection.set(ids)
    stage.enter(note.block)


def _move(stage: Stage, press: Pointer, pointer: Pointer) -> Gesture:
    ids = stage.selection.ids if press.alt else stage.free_ids()
    bounds = reduce(Rect.united, (stage.board.note(each).rect for each in ids))
    apart = () if press.alt else ids
    with (
        stage.guides.apart_from(apart) as guides,
        stage.hand.lifted(ids, copies=press.alt) as shift,
        stage.beyond.offering(),
    ):
        way = _way_to_rest(guides, bounds, press, pointer)
        shift(way)
        while pointer.phase is Phase.MOVE:
            pointer = yield
            way = _way_to_rest(guides, bounds, press, pointer)
            shift(way)
            stage.beyond.offer(pointer, ids)
        if press.alt:
            stage.add_copies(ids, way)
        elif not stage.beyond.take(pointer, ids):
            stage.commit(drop_notes(stage.board, ids, way.x, way.y))


def _way(press: Pointer, pointer: Pointer) -> Point:
    """From press to pointer in mm; Shift holds the axis along which it is further."""
    way = pointer.at - press.at
    if not pointer.shift:
        return way
    return Point(way.x, 0.0) if abs(way.x) >= abs(way.y) else Point(0.0, way.y)


def _way_to_rest(guides: Guides, bounds: Rect, press: Pointer, pointer: Pointer) -> Point:
    """The same, drawn to what is in line; Control lets it go."""
    way = _way(press, pointer)
    if pointer.control:
        return way + guides.let_go()
    free = Edges(None if way.x else 0, None if way.y else 0) if pointer.shift else WHOLE
    return way + guides.rest(bounds.moved(way.x, way.y), free)


def _resize(stage: Stage, press: Pointer, handle: Handle) -> Gesture:
    note = stage.board.note(stage.selection.ids[0])
    rect = note.rect
    edges = Edges(handle.across, handle.down)
    smallest = MIN_HEADING if note.kind is NoteKind.HEADING else MIN_SIZE
    moved = handle.moved_in_proportion if note.kind is NoteKind.IMAGE else handle.moved
    with stage.guides.apart_from([note.id]) as guides, stage.hand.resized(note) as show:
        pointer, dragged = press, False
        while pointer.phase is not Phase.RELEASE:
            pointer = yield
            dragged = dragged or pointer.has_left(press)
            way = pointer.at - press.at
            held = moved(note.rect, way, smallest)
            drawn = dragged and not pointer.control
            way += guides.rest(held, edges) if drawn else guides.let_go()
            rect = moved(note.rect, way, smallest)
            show(rect)
        stage.commit(resize_note(stage.board, note.id, rect))


def _lead(stage: Stage, press: Pointer, end: LinkEnd) -> Gesture:
    """The selected link leads to, or comes from, the note on which its end is let go."""
    link = stage.linking.selected
    assert link is not None  # it has an end here
    stays = stage.board.note(end.stays(link))
    found = yield from pulled_to(stage, press, stays, end, link.kind)
    if found is not None:
        stage.linking.lead(end, found)


def _mark(stage: Stage, press: Pointer) -> Gesture:
    """Selects what a rectangle touches that is drawn over an empty place; a click there selects nothing."""
    kept = stage.selection.ids if press.shift else ()
    found: tuple[str, ...] = ()
    with stage.hand.marking() as show:
        pointer = press
        while pointer.phase is not Phase.RELEASE:
            pointer = yield
            if pointer.has_left(press):
                rect = Rect.between(press.at, pointer.at)
                found = with_groups(stage.board, stage.ids_meeting(rect))
                show(rect, (*kept, *found))
    stage.selection.set((*kept, *found))
    if not pointer.has_left(press):
        _click_beside_notes(stage, press)


def _click_beside_notes(stage: Stage, press: Pointer) -> None:
    link = stage.link_at(press)
    if gap_notes := stage.gap_notes_at(press.at):
        stage.notes_sought.emit(gap_notes)
    elif link is None or press.shift:
        stage.enter_at(press.at)
    else:
        stage.selection.set_link(link.id)


SELECT = Tool("select", "Select", Qt.Key.Key_V, begin, cursor)
