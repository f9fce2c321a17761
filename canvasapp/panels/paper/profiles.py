"""How one prints, under a name: kept from one start to the next as JSON."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from canvasapp.export import Content, Orientation, PrintOrder, Tiles, Views
from canvasapp.picture.options import Questions

MOST = 50
_KEPT = {
    "content": Content,
    "questions": Questions,
    "views": Views,
    "orientation": Orientation,
}
_PLAIN: dict[str, tuple[type, ...]] = {
    "evidence": (bool,),
    "votes": (bool,),
    "legend": (bool,),
    "gaps": (bool,),
    "marks": (bool,),
    "paper": (str,),
    "bleed": (int, float),
    "dpi": (int,),
    "live_text": (bool,),
}
_OF_TILES: dict[str, tuple[type, ...]] = {
    "paper": (str,),
    "overlap": (int, float),
    "margin": (int, float),
    "skip_empty": (bool,),
    "assembly_map": (bool,),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """A named way to print. Author, date and boards are not of it, nor whether hidden notes are printed."""

    name: str
    order: PrintOrder


@dataclass(frozen=True, slots=True)
class Profiles:
    """Those that there are, the name of the chosen one ("" for none), and what is set now."""

    named: tuple[Profile, ...]
    chosen: str
    now: PrintOrder

    @property
    def profile(self) -> Profile | None:
        return next((each for each in self.named if each.name == self.chosen), None)

    @property
    def is_changed(self) -> bool:
        """Whether what is set now is not what the chosen profile says."""
        return self.profile is None or self.profile.order != self.now

    def choose(self, name: str) -> Profiles:
        found = next(each for each in self.named if each.name == name)
        return replace(self, chosen=name, now=found.order)

    def save(self, name: str) -> Profiles:
        """What is set now under this name; a profile that has it is replaced."""
        others = [each for each in self.named if each.name != name]
        saved = sorted([*others, Profile(name, self.now)], key=lambda each: each.name.casefold())
        return replace(self, named=tuple(saved[:MOST]), chosen=name)

    def rename(self, name: str) -> Profiles:
        """The chosen one; another one that has this name goes."""
        old = self.profile
        if old is None or old.name == name:
            return self
        renamed = replace(self.delete(), now=old.order).save(name)
        return replace(renamed, now=self.now)

    def delete(self) -> Profiles:
        """The chosen one goes; what is set stays."""
        kept = tuple(each for each in self.named if each.name != self.chosen)
        return replace(self, named=kept, chosen="")


OFFICE = Profile("Office printer, A0 on A4", PrintOrder(paper="A0", tiles=Tiles("A4"), marks=False))
SHOP = Profile("Print shop, A0", PrintOrder(paper="A0", bleed=3.0, marks=True))
WHOLE = Profile("Poster, A0", PrintOrder(paper="A0"))
USUAL = Profiles((OFFICE, WHOLE, SHOP), WHOLE.name, WHOLE.order)
"""What there is before anybody has saved one."""


def written(profiles: Profiles) -> str:
    named = [{"name": each.name, "order": told_of(each.order)} for each in profiles.named]
    return json.dumps({"named": named, "chosen": profiles.chosen, "now": told_of(profiles.now)})


def read(text: str) -> Profiles:
    """What can be understood of it; the usual ones where that is nothing."""
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        told = json.loads(text)
        named = tuple(Profile(str(each["name"]), order_of(each["order"])) for each in told["named"])
        return Profiles(named[:MOST], str(told["chosen"]), order_of(told["now"]))
    return USUAL


def told_of(order: PrintOrder) -> dict[str, object]:
    """What is kept of it, as JSON can say it."""
    said: dict[str, object] = {name: getattr(order, name) for name in (*_KEPT, *_PLAIN)}
    if order.tiles is not None:
        said["tiles"] = {name: getattr(order.tiles, name) for name in (*_OF_TILES, "fit")}
    return said


def order_of(told: dict[str, Any]) -> PrintOrder:
    """What is missing or of another kind is as usual. Raises ValueError for a word that there is not."""
    kept: dict[str, Any] = {n: kind(told[n]) for n, kind in _KEPT.items() if n in told}
    kept |= _fitting(told, _PLAIN)
    if isinstance(tiles := told.get("tiles"), dict):
        kept["tiles"] = Tiles(**_fitting(tiles, _OF_TILES), fit=_fit(tiles.get("fit")))
    return PrintOrder(**kept)


def _fit(told: object) -> tuple[int, int] | None:
    """Columns and rows; None for anything else."""
    match told:
        case [int(across), int(down)] if min(across, down) > 0:
            return int(across), int(down)
        case _:
            return None


def _fitting(told: dict[str, Any], kinds: dict[str, tuple[type, ...]]) -> dict[str, Any]:
    return {name: told[name] for name, kind in kinds.items() if type(told.get(name)) in kind}
