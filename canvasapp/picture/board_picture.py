"""How a whole board looks: sheet, header, blocks, footer, links and notes, in painting order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from canvasapp.domain.answers import Standing, asides_of, standing
from canvasapp.domain.audience import board_for
from canvasapp.domain.board import Board
from canvasapp.domain.gaps import letters_of, missing_view, pairs_of
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Party
from canvasapp.domain.template import Block, Lane, Perspective, Question, Sheet, Template
from canvasapp.edits.placing import free_places
from canvasapp.picture.block_picture import (
    bare_lane_part,
    bare_rooms,
    block_part,
    lane_part,
    open_question_part,
    question_parts,
)
from canvasapp.picture.gap_picture import gap_lane
from canvasapp.picture.header_picture import legend_part, title_part
from canvasapp.picture.link_picture import link_part
from canvasapp.picture.marking import marks_of
from canvasapp.picture.note_marks import NO_MARKS
from canvasapp.picture.note_picture import note_part
from canvasapp.picture.options import PictureOptions, Questions
from canvasapp.picture.shapes import Box, Kind, Part, Picture
from canvasapp.picture.theme import Theme
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, lay_out

_CROWD = 60
"""Notes in a lane over which no free place is looked for: no lane of an A0 sheet holds as many side by side."""

_LARGE = 2.5
"""How many times their usual size questions have at most where they are all that is on the sheet."""


def board_picture(board: Board, options: PictureOptions) -> Picture:
    """The board as one picture: what every exporter writes. Notes that are not to be seen leave no trace in it."""
    board = board_for(board, options.seen)
    filled = () if options.blank else (*link_parts(board, options), *note_parts(board, options))
    sheet = board.template.sheet
    parts = (*sheet_parts(board, options), *filled)
    return Picture(sheet.width, sheet.height, board.head.title, board.template.language, parts)


def note_parts(board: Board, options: PictureOptions) -> Iterator[Part]:
    """The notes from the lowest to the topmost."""
    marks = marks_of(
        board,
        locks=options.locks,
        badges=options.badges,
        registers=options.registers,
        votes=options.votes,
    )
    for note in board.pile():
        if options.shows_note(note):
            party = board.parties.get(note.party) if note.party else None
            yield note_part(note, party, options.theme, marks.get(note.id, NO_MARKS))


def link_parts(board: Board, options: PictureOptions) -> Iterator[Part]:
    """The links between notes that are shown. They lie under the notes, so that no text is struck through."""
    for link in sorted(board.links.values(), key=lambda link: link.id):
        source, target = board.notes.get(link.source), board.notes.get(link.target)
        if source and target and options.shows_note(source) and options.shows_note(target):
            yield link_part(link, source, target, options.theme)


def sheet_parts(board: Board, options: PictureOptions) -> tuple[Part, ...]:
    """Everything that lies under the notes. A part that looks as before is the same object as before."""
    template, theme = board.template, options.theme
    parts = [_sheet(template, theme), title_part(template, theme)]
    views = tuple(each for each in Perspective if options.legend and options.shows(each))
    parties = _shown_parties(board, options) if options.legend else ()
    parts.append(legend_part(template, theme, _subtitle(board, options), views, parties))
    parts.extend(_gap_parts(board, options) if options.gaps else block_parts(board, options))
    parts.append(_footer(template, theme))
    return tuple(parts)


def first_open_question(board: Board, block: Block, perspective: Perspective) -> Question | None:
    """The first question of a lane that no note answers and nobody has set aside."""
    asides, asked = asides_of(board), block.questions_of(perspective)
    return next((q for q in asked if standing(board, block, q, asides) is Standing.OPEN), None)


def block_parts(board: Board, options: PictureOptions) -> Iterator[Part]:
    """Frames, lanes and questions of all blocks."""
    sheet, theme = board.template.sheet, options.theme
    for block in board.template.blocks_in_order():
        sealed = options.seals and block.id in board.sealed_blocks
        yield block_part(block, sheet, theme, sealed=sealed)
        for lane in block.lanes:
            if options.shows(lane.perspective):
                yield from _lane_parts(board, block, lane, options)
            elif options.bare_lanes:
                yield bare_lane_part(block, lane, sheet, theme)


def _gap_parts(board: Board, options: PictureOptions) -> Iterator[Part]:
    theme, letters = options.theme, letters_of(pairs_of(board))
    for block in board.template.blocks_in_order():
        missing = missing_view(board, block)
        yield block_part(block, board.template.sheet, theme, one_sided=missing is not None)
        for lane in block.lanes:
            if options.shows(lane.perspective):
                yield gap_lane(board, block, lane, letters, theme)


def _lane_parts(board: Board, block: Block, lane: Lane, options: PictureOptions) -> Iterator[Part]:
    sheet, theme = board.template.sheet, options.theme
    yield lane_part(block, lane, sheet, theme)
    questions = block.questions_of(lane.perspective)
    if options.questions is Questions.FIRST:
        questions = questions[:1]
    if options.questions is not Questions.NONE and questions:
        over = () if options.blank else board.lanes.get((block.id, lane.perspective), ())
        rooms = bare_rooms(lane, (note.rect for note in over))
        if options.large_questions:
            sheet = _with_large_questions(sheet)
        yield from question_parts(
            block, lane, questions, rooms, sheet, theme, low=not options.blank
        )
    if options.open_questions:
        yield from _open_question(board, block, lane, theme)


def _with_large_questions(sheet: Sheet) -> Sheet:
    scale = sheet.type_scale
    return replace(sheet, type_scale=replace(scale, questions=_LARGE * scale.questions))


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


def _subtitle(board: Board, options: PictureOptions) -> str:
    own = board.head.title if board.head.title != board.template.short_name else ""
    return "  ·  ".join(each for each in (options.workshop, own, board.head.profile) if each)


def _shown_parties(board: Board, options: PictureOptions) -> tuple[Party, ...]:
    """The parties whose notes are seen; on a blank sheet all of them, for the notes to come."""
    shown = {each for each in (None, *Perspective) if options.shows(each)}
    lying = (notes.parties for (_, each), notes in board.lanes.items() if each in shown)
    used = frozenset[str | None]().union(*lying)
    parties = (party for party in board.parties.values() if options.blank or party.id in used)
    return tuple(sorted(parties, key=lambda party: (party.slot, party.name, party.id)))


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
