"""How a whole board looks: sheet, header, blocks, footer, links and notes, in painting order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import LinkKind, Party
from canvasapp.domain.template import Block, Lane, Perspective, Question, Template
from canvasapp.edits.placing import free_places
from canvasapp.picture.block_picture import (
    LABELS,
    bare_rooms,
    block_part,
    lane_part,
    mark_shape,
    open_question_part,
    question_parts,
)
from canvasapp.picture.link_picture import link_part
from canvasapp.picture.note_picture import NO_MARKS, NoteMarks, chip_shapes, note_part
from canvasapp.picture.options import PictureOptions, Questions
from canvasapp.picture.shapes import Box, Kind, Part, Picture, Shape
from canvasapp.picture.theme import Theme
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, Layout, lay_out

_LEGEND_SIZE = 20 * PT
_CROWD = 60
"""Notes in a lane over which no free place is looked for: no lane of an A0 sheet holds as many side by side."""


def board_picture(board: Board, options: PictureOptions) -> Picture:
    """The board as one picture: what every exporter writes."""
    filled = () if options.blank else (*link_parts(board, options), *note_parts(board, options))
    sheet = board.template.sheet
    parts = (*sheet_parts(board, options), *filled)
    return Picture(sheet.width, sheet.height, board.head.title, board.template.language, parts)


def note_parts(board: Board, options: PictureOptions) -> Iterator[Part]:
    """The notes from the lowest to the topmost."""
    marks = marks_of(board)
    for note in board.pile():
        if options.shows(note.perspective):
            party = board.parties.get(note.party) if note.party else None
            yield note_part(note, party, options.theme, marks.get(note.id, NO_MARKS))


def link_parts(board: Board, options: PictureOptions) -> Iterator[Part]:
    """The links between notes that are shown. They lie under the notes, so that no text is struck through."""
    for link in sorted(board.links.values(), key=lambda link: link.id):
        source, target = board.notes.get(link.source), board.notes.get(link.target)
        if (
            source
            and target
            and options.shows(source.perspective)
            and options.shows(target.perspective)
        ):
            yield link_part(link, source, target, options.theme)


def marks_of(board: Board) -> dict[str, NoteMarks]:
    """The marks of those notes that have any."""
    contradicted = NoteMarks(contradicted=True)
    return {
        end: contradicted
        for link in board.links.values()
        if link.kind is LinkKind.CONTRADICTS
        for end in (link.source, link.target)
    }


def sheet_parts(board: Board, options: PictureOptions) -> tuple[Part, ...]:
    """Everything that lies under the notes. A part that looks as before is the same object as before."""
    template, theme = board.template, options.theme
    parts = [_sheet(template, theme), _title(template, theme)]
    views = tuple(each for each in Perspective if options.shows(each))
    parties = _shown_parties(board, options)
    parts.append(_legend(template, theme, _subtitle(board, options), views, parties))
    for block in template.blocks_in_order():
        parts.append(block_part(block, template.sheet, theme))
        for lane in block.lanes:
            if options.shows(lane.perspective):
                parts.extend(_lane_parts(board, block, lane, options))
    parts.append(_footer(template, theme))
    return tuple(parts)


def first_open_question(board: Board, block: Block, perspective: Perspective) -> Question | None:
    """The first question of a lane that no note answers."""
    answered = {note.question for note in board.lanes.get((block.id, perspective), ())}
    return next((q for q in block.questions_of(perspective) if q.id not in answered), None)


def _lane_parts(board: Board, block: Block, lane: Lane, options: PictureOptions) -> Iterator[Part]:
    sheet, theme = board.template.sheet, options.theme
    yield lane_part(block, lane, sheet, theme)
    questions = block.questions_of(lane.perspective)
    if options.questions is Questions.FIRST:
        questions = questions[:1]
    if options.questions is not Questions.NONE and questions:
        over = () if options.blank else board.lanes.get((block.id, lane.perspective), ())
        rooms = bare_rooms(lane, (note.rect for note in over))
        yield from question_parts(
            block, lane, questions, rooms, sheet, theme, low=not options.blank
        )
    if options.open_questions:
        yield from _open_question(board, block, lane, theme)


def _open_question(board: Board, block: Block, lane: Lane, theme: Theme) -> Iterator[Part]:
    question = first_open_question(board, block, lane.perspective)
    neighbours = board.lanes.get((block.id, lane.perspective), ())
    if question is None or len(neighbours) > _CROWD:
        return
    place = free_places(board, block.id, lane.perspective, 1)[0]
    crowded = any(note.rect.meets(place) for note in neighbours)
    if not crowded and lane.rect.encloses(place):
        yield open_question_part(block, question, place, theme)


@lru_cache(maxsize=32)
def _sheet(template: Template, theme: Theme) -> Part:
    rect = template.sheet.rect
    paper = Box(rect, fill=theme.sheet)
    return Part(Kind.SHEET, template.id, template.name, rect, (paper,))


@lru_cache(maxsize=32)
def _title(template: Template, theme: Theme) -> Part:
    header, scale = template.header, template.sheet.type_scale
    name = lay_out(template.name, header.w, scale.canvas_title * PT, Style.TITLE)
    tagline = lay_out(template.tagline, header.w, scale.subtitle * PT, Style.PLAIN)
    shapes = (
        words(Point(header.x, _title_baseline(header) - name.lines[0].baseline), name, theme.ink),
        words(_second_line(header, tagline), tagline, theme.ink2),
    )
    return Part(Kind.TITLE, template.id, template.name, header, shapes)


def _title_baseline(header: Rect) -> float:
    return header.y + 0.40 * header.h


def _second_line(header: Rect, layout: Layout) -> Point:
    """Where the line under the title begins at the left."""
    return Point(header.x, header.y + 0.68 * header.h - layout.lines[0].baseline)


def _subtitle(board: Board, options: PictureOptions) -> str:
    own = board.head.title if board.head.title != board.template.short_name else ""
    return "  ·  ".join(each for each in (options.workshop, own, board.head.profile) if each)


def _shown_parties(board: Board, options: PictureOptions) -> tuple[Party, ...]:
    """The parties whose notes are seen; on a blank sheet all of them, for the notes to come."""
    used = {note.party for note in board.notes.values() if options.shows(note.perspective)}
    parties = (party for party in board.parties.values() if options.blank or party.id in used)
    return tuple(sorted(parties, key=lambda party: (party.slot, party.name, party.id)))


@lru_cache(maxsize=32)
def _legend(
    template: Template,
    theme: Theme,
    subtitle: str,
    views: tuple[Perspective, ...],
    parties: tuple[Party, ...],
) -> Part:
    """At the right of the header: what the board is about, the views, and whose notes have which colour."""
    header, scale = template.header, template.sheet.type_scale
    top = lay_out(subtitle, header.w, scale.subtitle * PT, Style.PLAIN)
    baseline = top.lines[0].baseline
    at = Point(header.right - top.used_width, _title_baseline(header) - baseline)
    shapes: list[Shape] = [words(at, top, theme.ink2)] if subtitle else []
    middle = _second_line(header, top).y + top.height / 2
    shapes.extend(_legend_row(header, middle, theme, views, parties))
    return Part(Kind.LEGEND, f"{template.id}/legend", subtitle, header, tuple(shapes))


def _legend_row(
    header: Rect,
    middle: float,
    theme: Theme,
    views: tuple[Perspective, ...],
    parties: tuple[Party, ...],
) -> Iterator[Shape]:
    right = header.right
    for party in reversed(parties):
        name = lay_out(party.name, header.w, _LEGEND_SIZE, Style.PLAIN)
        right -= name.used_width
        yield words(Point(right, middle - name.height / 2), name, theme.ink2)
        right -= 12.5
        yield from chip_shapes(Point(right, middle - 3.3), party.initials, theme.party(party.slot))
        right -= 10.0
    for perspective in reversed(views):
        view = theme.view(perspective)
        label = lay_out(LABELS[perspective], header.w, _LEGEND_SIZE, Style.MEDIUM)
        right -= label.used_width
        yield words(Point(right, middle - label.height / 2), label, view.ink)
        right -= 9.0
        yield mark_shape(perspective, Point(right, middle - 3.0), 6.0, view.ink)
        right -= 10.0


@lru_cache(maxsize=32)
def _footer(template: Template, theme: Theme) -> Part:
    footer = template.footer
    line = lay_out(
        template.attribution, footer.w, template.sheet.type_scale.footer * PT, Style.PLAIN
    )
    at = Point(footer.x, footer.y + 6.0)
    return Part(
        Kind.FOOTER, template.id, template.attribution, footer, (words(at, line, theme.ink3),)
    )
