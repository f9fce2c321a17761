"""Where a lane's questions are printed: at its foot, and not under notes as long as they fit anywhere else."""

import pytest

from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import Perspective
from canvasapp.picture.block_picture import LANE_PADDING, bare_rooms, question_parts
from canvasapp.picture.theme import LIGHT
from canvasapp.templates import load_templates

pytestmark = pytest.mark.usefixtures("qapp")

TEMPLATE = load_templates()["service-logic-bmc"]
BLOCK = TEMPLATE.block("value-proposition")
LANE = BLOCK.lane(Perspective.OUR)
QUESTIONS = BLOCK.questions_of(Perspective.OUR)
HEIGHT = LANE.rect.h


def printed_beside(*notes: Rect) -> list[Rect]:
    """Where the questions are when these notes lie in the lane; `notes` count from its top left corner."""
    rooms = bare_rooms(LANE, [note.moved(LANE.rect.x, LANE.rect.y) for note in notes])
    parts = question_parts(BLOCK, LANE, QUESTIONS, rooms, TEMPLATE.sheet, LIGHT, low=True)
    return [part.rect.moved(-LANE.rect.x, -LANE.rect.y) for part in parts]


def test_questions_stand_at_the_foot():
    assert printed_beside()[-1].bottom == pytest.approx(HEIGHT - LANE_PADDING)


def test_notes_above_them_do_not_move_them():
    notes = Rect(7, 16, 100, 70), Rect(113, 16, 100, 70), Rect(7, 90, 100, 50)
    assert printed_beside(*notes) == printed_beside()


def test_a_note_at_the_foot_has_them_stand_above_it():
    above = printed_beside(Rect(7, HEIGHT - 80, 100, 70))
    assert above[-1].bottom < HEIGHT - 80
    assert [rect.h for rect in above] == [rect.h for rect in printed_beside()]


def test_between_notes_they_are_as_large_as_the_bare_room_allows():
    high, low = Rect(7, 0, 100, 100), Rect(120, 120, 90, HEIGHT - 120)
    squeezed = printed_beside(high, low)
    assert squeezed[0].y > high.bottom
    assert squeezed[-1].bottom < low.y
    assert squeezed[0].h < printed_beside()[0].h


def test_in_a_full_lane_they_stay_where_they_are():
    assert printed_beside(Rect(0, 0, LANE.rect.w, HEIGHT)) == printed_beside()
