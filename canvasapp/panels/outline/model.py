"""The outline as Qt's views ask for it: blocks, their lanes, their notes. An edit changes the rows that it touched.

The number that an index carries says what its row hangs on: 0 nothing, below NOTES the top row of that number less
one, from NOTES on the branch of that number less NOTES.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from canvasapp.domain.board import Board
from canvasapp.domain.outline import Branch, outline_of
from canvasapp.domain.records import Note
from canvasapp.domain.template import Block, Place
from canvasapp.panels.outline.words import OFF_BLOCKS, counted, facts_of, said, shown, title_of

Index = QModelIndex | QPersistentModelIndex
NOTES = 1_000
LANES = 2
"""So many branches has each block."""

NOWHERE = QModelIndex()
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
OF_NOTES = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class OutlineModel(QAbstractItemModel):
    """Follows one board at a time."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self._begin(board)

    def show_board(self, board: Board) -> None:
        """As the board is now: rows that are as before are not touched."""
        if board.id != self.board.id or board.template is not self.board.template:
            self.beginResetModel()
            self._begin(board)
            self.endResetModel()
            return
        self.board = board
        for place, branch in enumerate(outline_of(board, self._branches)):
            if branch is not self._branches[place]:
                self._exchange(place, branch)

    def note(self, index: Index) -> Note | None:
        """The note whose row it is."""
        if not index.isValid() or index.internalId() < NOTES:
            return None
        return self._branches[index.internalId() - NOTES].notes[index.row()]

    def block(self, index: Index) -> Block | None:
        """The block the row is, or lies in."""
        top = self._top(index)
        return self._blocks[top] if top is not None and top < len(self._blocks) else None

    def branch(self, index: Index) -> Branch | None:
        """The branch the row is, or is of; None for a block, which has two."""
        if not index.isValid():
            return None
        if index.internalId() >= NOTES:
            return self._branches[index.internalId() - NOTES]
        if index.internalId():
            return self._branches[(index.internalId() - 1) * LANES + index.row()]
        return self._branches[-1] if index.row() == len(self._blocks) else None

    def lane(self, index: Index) -> Place | None:
        """Where a note goes that is made at this row: its lane, in a block the first one."""
        block, branch = self.block(index), self.branch(index)
        if block is None:
            return None
        perspective = branch.perspective if branch else None
        return Place(block.id, perspective or block.lanes[0].perspective)

    def index_of(self, note_id: str) -> QModelIndex:
        """Where the note is; nowhere when it is not on the board that is shown."""
        note = self.board.notes.get(note_id)
        place = self._places[note.block, note.perspective] if note else 0
        row = self._branches[place].rows.get(note_id)
        return NOWHERE if row is None else self.createIndex(row, 0, NOTES + place)

    def ranges_of(self, note_ids: Iterable[str]) -> Iterator[tuple[QModelIndex, QModelIndex]]:
        """The first and last row of each run of these notes; those that are not shown are passed over."""
        runs: list[tuple[QModelIndex, QModelIndex]] = []
        rows = [row for each in note_ids if (row := self.index_of(each)).isValid()]
        for row in sorted(rows, key=lambda each: (each.internalId(), each.row())):
            if runs and row == runs[-1][1].siblingAtRow(runs[-1][1].row() + 1):
                runs[-1] = runs[-1][0], row
            else:
                runs.append((row, row))
        return iter(runs)

    def lane_index(self, place: Place) -> QModelIndex:
        """Where the row of a lane is."""
        return self._row_of(self._places[place.block, place.perspective])

    def notes_under(self, index: Index) -> list[Note]:
        """All that the row stands for, in reading order."""
        note = self.note(index)
        if note is not None:
            return [note]
        branch = self.branch(index)
        top = self._top(index)
        branches = [branch] if branch else self._branches_of(top) if top is not None else []
        return [note for each in branches for note in each.notes]

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, 0, 0)
        number = parent.internalId()
        if number:
            return self.createIndex(row, 0, NOTES + (number - 1) * LANES + parent.row())
        if parent.row() == len(self._blocks):
            return self.createIndex(row, 0, NOTES + len(self._branches) - 1)
        return self.createIndex(row, 0, parent.row() + 1)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt's other one asks for an object's
        number = index.internalId() if index.isValid() else 0
        if number >= NOTES:
            return self._row_of(number - NOTES)
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._blocks) + 1
        if parent.internalId() >= NOTES:
            return 0
        branch = self.branch(parent)
        return len(branch.notes) if branch else LANES

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.internalId() >= NOTES:
            return OF_NOTES
        return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in ROLES or not index.isValid():
            return None
        number = index.internalId()
        if number < NOTES:
            return self._words_of(index, role)
        branch = self._branches[number - NOTES]
        note = branch.notes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(note)
            case Qt.ItemDataRole.AccessibleTextRole:
                return said(note)
            case _:
                return facts_of(self.board, branch, index.row())

    def _begin(self, board: Board) -> None:
        self.board = board
        self._blocks: list[Block] = board.template.blocks_in_order()
        self._branches: list[Branch] = list(outline_of(board))
        self._places = {
            (branch.block.id if branch.block else None, branch.perspective): place
            for place, branch in enumerate(self._branches)
        }

    def _words_of(self, index: Index, role: int) -> str:
        """What a block or a lane says."""
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return counted(len(self.notes_under(index)))
        branch, block = self.branch(index), self.block(index)
        if branch is not None:
            return title_of(branch)
        return block.title if block else OFF_BLOCKS

    def _exchange(self, place: int, branch: Branch) -> None:
        """Takes out, puts in and tells what has changed between what stays at the beginning and at the end."""
        old, new = self._branches[place].notes, branch.notes
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        parent = self._row_of(place)
        if head + tail < len(old):
            self.beginRemoveRows(parent, head, len(old) - tail - 1)
            left = (*old[:head], *old[len(old) - tail :])
            self._branches[place] = replace(branch, notes=left)
            self.endRemoveRows()
        if head + tail < len(new):
            self.beginInsertRows(parent, head, len(new) - tail - 1)
            self._branches[place] = branch
            self.endInsertRows()
        self._branches[place] = branch
        shift = len(new) - len(old)
        stayed = [*range(head), *range(len(new) - tail, len(new))]
        for row in stayed:
            if new[row] is not old[row if row < head else row - shift]:
                self._tell(self.createIndex(row, 0, NOTES + place))
        self._tell(parent)
        self._tell(parent.parent())

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _row_of(self, place: int) -> QModelIndex:
        """The row that a branch hangs on: a lane, or all that is off the blocks."""
        if place == len(self._branches) - 1:
            return self.createIndex(len(self._blocks), 0, 0)
        top, lane = divmod(place, LANES)
        return self.createIndex(lane, 0, top + 1)

    def _branches_of(self, top: int) -> list[Branch]:
        return self._branches[top * LANES : top * LANES + LANES]

    def _top(self, index: Index) -> int | None:
        """The row at the top that the row is, or lies under."""
        if not index.isValid():
            return None
        number = index.internalId()
        if number >= NOTES:
            return min((number - NOTES) // LANES, len(self._blocks))
        return number - 1 if number else index.row()


def _alike(some: Sequence[Note], others: Sequence[Note]) -> int:
    """How many notes are the same ones from the beginning on, changed or not."""
    count = 0
    for one, other in zip(some, others, strict=False):
        if one.id != other.id:
            break
        count += 1
    return count
