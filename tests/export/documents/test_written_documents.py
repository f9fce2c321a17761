"""A document is written whole or not at all, off the main thread too, and the same each time."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

import pytest

from canvasapp.cli.documents import SUFFIXES
from canvasapp.domain.errors import ExpectedError
from canvasapp.export import ExportError
from canvasapp.export.documents import DOCUMENTS, Document, document_for, export_document
from canvasapp.export.exporter import go_on
from tests.export.documents.workshops import OPTIONS, workshop, written

pytestmark = pytest.mark.usefixtures("qapp")

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.id)
LATE = (
    "import sys, canvasapp.export.documents; print({'docx', 'pptx', 'xlsxwriter'} & {*sys.modules})"
)


class CalledOffError(ExpectedError):
    """Someone wants no file any more."""


def refuse() -> None:
    raise CalledOffError("Never mind.")


@each_document
def test_the_same_workshop_gives_the_same_bytes_in_another_thread(
    document: Document, tmp_path: Path
) -> None:
    path = tmp_path / f"care{document.suffix.upper()}"
    thread = Thread(target=export_document, args=(workshop(), path, OPTIONS))
    thread.start()
    thread.join()
    assert path.read_bytes() == written(document.id)
    assert list(tmp_path.glob("care*")) == [path]


@each_document
def test_one_that_is_called_off_leaves_the_former_file(document: Document, tmp_path: Path) -> None:
    path = tmp_path / f"care{document.suffix}"
    path.write_bytes(b"what was there before")
    with pytest.raises(CalledOffError):
        export_document(workshop(), path, OPTIONS, refuse)
    assert path.read_bytes() == b"what was there before"
    assert list(tmp_path.glob("*care*")) == [path]


@each_document
def test_its_writer_calls_the_check_again_and_again(document: Document) -> None:
    calls: list[int] = []
    document.write(workshop(), BytesIO(), OPTIONS, lambda: calls.append(1))
    assert len(calls) > 1


def test_office_files_tell_no_time_but_the_day_of_the_workshop() -> None:
    for document_id in ("record-docx", "slides", "registers-xlsx"):
        with ZipFile(BytesIO(written(document_id))) as archive:
            assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            told = archive.read("docProps/core.xml").decode()
        assert "2026-05-01T00:00:00Z" in told


def test_without_a_day_a_document_is_the_same_tomorrow() -> None:
    stream = BytesIO()
    docx = document_for(Path("a.docx"))
    docx.write(workshop(), stream, replace(OPTIONS, day=None), go_on)
    with ZipFile(stream) as archive:
        assert "1980-01-01T00:00:00Z" in archive.read("docProps/core.xml").decode()


def test_a_name_without_a_known_ending_is_refused() -> None:
    with pytest.raises(ExportError, match=r"\.docx.*\.csv"):
        document_for(Path("care.odt"))


def test_the_command_line_knows_the_endings() -> None:
    assert {*SUFFIXES, ".pdf"} == {document.suffix for document in DOCUMENTS}


def test_libraries_for_office_files_are_loaded_when_a_file_is_written() -> None:
    done = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
