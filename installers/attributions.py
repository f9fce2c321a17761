"""Tells whose work the bundle holds, from the metadata of what was put into it."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path, PurePath

from installers.contents import EXTENSION, LIBRARY, LICENCES, Entry, data_file

BUILDER = "pyinstaller"
"""Its starter is in every bundle, though no module is."""

TOLD_BY_US = {"PySide6_Essentials": "QT.txt", "shiboken6": "QT.txt"}
"""Distributions that bring no licence, and our page about them."""

_SOURCE_LABELS = ("source", "source code", "repository", "home", "homepage")
_TEXT_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")  # in the order of their weight


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's work in the bundle."""

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[Entry, ...]
    """Its licence and what else of it goes into the bundle."""

    @property
    def text(self) -> str:
        """The path in the bundle of the page that a reader is sent to."""
        if self.name in TOLD_BY_US:
            return f"{LICENCES}/{TOLD_BY_US[self.name]}"
        return self.texts[0][0] if self.texts else ""


def bundled_parts(modules: Iterable[str], entries: list[Entry]) -> list[Part]:
    """Python, the distributions that the modules and files are from, and packages of the system."""
    tops = {name.partition(".")[0] for name in modules} | {_top(each) for each in entries}
    owners = packages_distributions()
    names = {BUILDER, *(owner for top in tops for owner in owners.get(top, ()))}
    names.discard("canvasapp")
    foreign = [Path(source) for _, source, kind in entries if _is_foreign(source, kind)]
    parts = [_from_distribution(distribution(each)) for each in sorted(names, key=str.lower)]
    return [_python(), *parts, *_from_debian(foreign)]


def notice(parts: Iterable[Part], version: str) -> str:
    """The page that names all parts and where their licences are in the bundle."""
    lines = [
        f"canvasapp {version} is under the MIT licence (CANVASAPP.txt). It is made with the work of others:",
        "",
    ]
    for part in parts:
        lines += [f"{part.name} {part.version}", f"    Licence: {part.licence}"]
        lines += [f"    Source: {part.source}"] if part.source else []
        lines += [f"    Text: {part.text}"] if part.text else []
    lines += ["", "Fonts: resources/fonts/OFL.txt. Icons: resources/icons/LICENSE. Qt: QT.txt.", ""]
    return "\n".join(lines)


# --- distributions --------------------------------------------------------------------------------------------------


def _top(entry: Entry) -> str:
    return PurePath(entry[0]).parts[0].partition(".")[0]


def _from_distribution(found: Distribution) -> Part:
    licence = _told(found, "License-Expression") or _told(found, "License")
    return Part(
        name=found.name,
        version=found.version,
        licence=licence.partition(",")[0].partition("\n")[0] or "see the text",
        source=_source(found.metadata.get_all("Project-URL") or [], _told(found, "Home-page")),
        texts=tuple(_texts(found)),
    )


def _told(found: Distribution, field: str) -> str:
    return str(found.metadata[field]) if field in found.metadata else ""


def _source(labelled: Iterable[str], home: str) -> str:
    addresses = {}
    for each in labelled:
        label, _, address = each.partition(", ")
        addresses[label.lower()] = address
    named = (addresses[label] for label in _SOURCE_LABELS if label in addresses)
    return next(named, home)


def _texts(found: Distribution) -> Iterator[Entry]:
    """Licences first, then lists of parts, then the metadata, which the program reads its versions from."""
    files = [each for each in found.files or () if ".dist-info/" in each.as_posix()]
    weighed = sorted((weight, each) for each in files if (weight := _weight(each)) is not None)
    for _, each in weighed:
        yield data_file(each.as_posix(), Path(str(found.locate_file(each))))


def _weight(file: PurePath) -> int | None:
    """The order of a file among the texts, None for what a bundle does not need."""
    name = file.name.upper()
    for weight, start in enumerate(_TEXT_NAMES):
        if name.startswith(start):
            return weight
    if "licenses" in file.parts or "sboms" in file.parts:
        return len(_TEXT_NAMES)
    return len(_TEXT_NAMES) + 1 if name == "METADATA" else None


def _python() -> Part:
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    texts = (data_file(f"{LICENCES}/PYTHON.txt", text),) if text.exists() else ()
    return Part("Python", platform.python_version(), "PSF-2.0", "www.python.org", texts)


# --- the system -----------------------------------------------------------------------------------------------------


def _is_foreign(source: str, kind: str) -> bool:
    """Whether it is a library copied from the computer, not from the environment."""
    home = sysconfig.get_path("platlib")
    return kind in {LIBRARY, EXTENSION} and not Path(source).is_relative_to(home)


def _from_debian(libraries: list[Path]) -> list[Part]:
    if not libraries or not shutil.which("dpkg-query"):
        return []
    places = {place for library in libraries for place in _places(library)}
    owned = _answer("dpkg-query", "--search", *sorted(places))
    packages = sorted({line.partition(":")[0] for line in owned})
    return [_from_package(each) for each in packages]


def _places(library: Path) -> Iterator[str]:
    """Where a package may have put it: /lib is the same folder as /usr/lib, and packages name either."""
    for path in {library, library.resolve()}:
        bare = str(path).removeprefix("/usr")
        yield from (bare, f"/usr{bare}")


def _from_package(name: str) -> Part:
    (line,) = _answer("dpkg-query", "--show", "--showformat=${Version} ${source:Package}\n", name)[
        :1
    ]
    version, _, source = line.partition(" ")
    text = Path("/usr/share/doc", name, "copyright").resolve()
    texts = (data_file(f"{LICENCES}/system/{name}.txt", text),) if text.exists() else ()
    return Part(name, version, "see the text", f"Debian source package {source}", texts)


def _answer(*command: str) -> list[str]:
    """Lines of its output. A query that finds only some of what it was asked for is no fault."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.splitlines()
