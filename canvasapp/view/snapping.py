"""Where a dragged edge comes to rest: in line with other notes and lanes, or at the usual distance from a neighbour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from canvasapp.domain.geometry import Point, Rect
from canvasapp.edits.placing import GAP_ACROSS, GAP_DOWN

Numbers = npt.NDArray[np.float64]

NEAR = 1e-3
"""How much a millimetre of distance between the two counts against one between the edges: near ones are preferred."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Which edges may move: -1 the near one, 1 the far one, 0 neither, None the whole."""

    across: int | None = None
    down: int | None = None


WHOLE = Edges()


@dataclass(frozen=True, slots=True)
class Guide:
    """A line in mm that tells why something came to rest. `gap`: it spans the distance to a neighbour."""

    start: Point
    end: Point
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """The way in mm from where something is held to where it comes to rest, and the reasons."""

    way: Point
    guides: tuple[Guide, ...] = ()


STAYS = Rest(Point(0.0, 0.0))


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """What edges are drawn to, one column each: left, top, right, bottom in mm. Lanes have no neighbours' distance."""

    edges: Numbers
    lanes: int

    @classmethod
    def of(cls, edges: Numbers, lanes: Iterable[Rect]) -> Neighbours:
        """Notes as the columns of their index, and the rooms of lanes."""
        rooms = [(room.x, room.y, room.right, room.bottom) for room in lanes]
        both = np.hstack([edges, np.array(rooms, dtype=np.float64).reshape(-1, 4).T])
        return cls(both, len(rooms))

    @classmethod
    def of_rooms(cls, rooms: Iterable[Rect]) -> Neighbours:
        """Rectangles that lie edge to edge."""
        return cls.of(np.empty((4, 0)), rooms)


def at_rest(rect: Rect, others: Neighbours, reach: float, edges: Edges = WHOLE) -> Rest:
    """Where `rect` comes to rest when its edges are drawn to others at most `reach` mm away."""
    left, top, right, bottom = others.edges
    across = _Axis(left, right, top, bottom, GAP_ACROSS, others.lanes)
    down = _Axis(top, bottom, left, right, GAP_DOWN, others.lanes)
    x = across.nearest((rect.x, rect.right), (rect.y, rect.bottom), reach, edges.across)
    y = down.nearest((rect.y, rect.bottom), (rect.x, rect.right), reach, edges.down)
    if x is None and y is None:
        return STAYS
    way = Point(x.by if x else 0.0, y.by if y else 0.0)
    there = _pulled(rect, way, edges)
    guides = []
    if x:
        guides.append(_upright(x, there, others.edges[:, x.other]))
    if y:
        guides.append(_level(y, there, others.edges[:, y.other]))
    return Rest(way, tuple(guides))


@dataclass(frozen=True, slots=True)
class _Match:
    """An edge `by` mm away from `at`, which another thing gives; from `gap_from` on if the gap is what matches."""

    by: float
    at: float
    other: int
    gap_from: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Axis:
    """The others along one direction (`low` to `high`) and across it (`start` to `end`)."""

    low: Numbers
    high: Numbers
    start: Numbers
    end: Numbers
    gap: float
    lanes: int

    def nearest(
        self, mine: tuple[float, float], beside: tuple[float, float], reach: float, edge: int | None
    ) -> _Match | None:
        """The best match for what spans `mine` along and `beside` across."""
        if edge == 0 or not len(self.low):
            return None
        targets, own = self._targets(mine, beside, edge)
        ways = targets - own[:, None]
        apart = np.maximum(np.maximum(self.start - beside[1], beside[0] - self.end), 0.0)
        costs = np.abs(ways) + NEAR * apart
        costs[~(np.abs(ways) <= reach)] = np.inf
        kind, other = np.unravel_index(int(np.argmin(costs)), costs.shape)
        if not np.isfinite(costs[kind, other]):
            return None
        return self._match(
            int(kind), int(other), float(ways[kind, other]), float(targets[kind, other])
        )

    def _targets(
        self, mine: tuple[float, float], beside: tuple[float, float], edge: int | None
    ) -> tuple[Numbers, Numbers]:
        """What the edges are drawn to, a row a kind of match, and which edge of ours each row draws."""
        low, high = mine
        in_row = (self.start < beside[1]) & (self.end > beside[0])
        in_row[len(in_row) - self.lanes :] = False
        after = np.where(in_row, self.high + self.gap, np.inf)
        before = np.where(in_row, self.low - self.gap, np.inf)
        middles = (self.low + self.high) / 2 if edge is None else np.full(len(self.low), np.inf)
        ends, starts = np.where(in_row, np.inf, self.high), np.where(in_row, np.inf, self.low)
        targets = np.array([after, before, self.low, ends, starts, self.high, middles])
        own = np.array([low, high, low, low, high, high, (low + high) / 2])
        if edge is not None:
            own[[1, 4, 5] if edge < 0 else [0, 2, 3]] = np.nan
        return targets, own

    def _match(self, kind: int, other: int, by: float, at: float) -> _Match:
        gap_from = {0: self.high, 1: self.low}.get(kind)
        return _Match(by, at, other, None if gap_from is None else float(gap_from[other]))


def _pulled(rect: Rect, way: Point, edges: Edges) -> Rect:
    """`rect` with its moving edges, or the whole of it, moved."""
    left = 0.0 if edges.across == 1 else way.x
    top = 0.0 if edges.down == 1 else way.y
    wider = {None: 0.0, -1: -way.x}.get(edges.across, way.x)
    higher = {None: 0.0, -1: -way.y}.get(edges.down, way.y)
    return Rect(rect.x + left, rect.y + top, rect.w + wider, rect.h + higher)


def _upright(match: _Match, rect: Rect, other: Numbers) -> Guide:
    _, top, _, bottom = other.tolist()
    if match.gap_from is not None:
        middle = (max(rect.y, top) + min(rect.bottom, bottom)) / 2
        return Guide(Point(match.gap_from, middle), Point(match.at, middle), gap=True)
    return Guide(Point(match.at, min(rect.y, top)), Point(match.at, max(rect.bottom, bottom)))


def _level(match: _Match, rect: Rect, other: Numbers) -> Guide:
    left, _, right, _ = other.tolist()
    if match.gap_from is not None:
        middle = (max(rect.x, left) + min(rect.right, right)) / 2
        return Guide(Point(middle, match.gap_from), Point(middle, match.at), gap=True)
    return Guide(Point(min(rect.x, left), match.at), Point(max(rect.right, right), match.at))
