"""Plans for the links between notes; what is not there is passed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Link, LinkKind, new_id


def add_link(board: Board, source: str, target: str, kind: LinkKind) -> Edit:
    """A link between two different notes, unless they are already joined so."""
    there = source in board.notes and target in board.notes
    joined = any(
        (link.source, link.target, link.kind) == (source, target, kind)
        for link in board.links.values()
    )
    if not there or joined or source == target:
        return Edit("Link notes", ())
    link = Link(new_id(), board.id, source, target, kind)
    return Edit("Link notes", (Change(None, link),))


def set_link_kind(board: Board, link_id: str, kind: LinkKind) -> Edit:
    """The link says something else, unless another one says that already."""
    link = board.links.get(link_id)
    said = {(each.source, each.target, each.kind) for each in board.links.values()}
    if link is None or (link.source, link.target, kind) in said:
        return Edit("Change link", ())
    return Edit("Change link", (Change(link, replace(link, kind=kind)),))


def lead_link(
    board: Board, link_id: str, source: str | None = None, target: str | None = None
) -> Edit:
    """The link comes from, or leads to, another note, unless another one joins the two already."""
    link = board.links.get(link_id)
    if link is None:
        return Edit("Change link", ())
    led = replace(link, source=source or link.source, target=target or link.target)
    there = led.source in board.notes and led.target in board.notes
    said = {(each.source, each.target, each.kind) for each in board.links.values()}
    if not there or led.source == led.target or (led.source, led.target, led.kind) in said:
        return Edit("Change link", ())
    return Edit("Change link", (Change(link, led),))


def remove_links(board: Board, ids: Iterable[str]) -> Edit:
    gone = [board.links[each] for each in dict.fromkeys(ids) if each in board.links]
    label = "Remove link" if len(gone) == 1 else f"Remove {len(gone)} links"
    return Edit(label, tuple(Change(link, None) for link in gone))
