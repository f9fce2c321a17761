"""The tools, in the order in which the window shows them."""

from canvasapp.view.tools.heading import HEADING
from canvasapp.view.tools.image import IMAGE
from canvasapp.view.tools.laser import LASER
from canvasapp.view.tools.link import LINK
from canvasapp.view.tools.note import NOTE, PULLED_NOTE
from canvasapp.view.tools.pan import PAN
from canvasapp.view.tools.select import SELECT
from canvasapp.view.tools.vote import VOTE
from canvasapp.view.tools.zoom import ZOOM

TOOLS = (SELECT, NOTE, HEADING, IMAGE, LINK, PAN, ZOOM, LASER, VOTE)

PULLED = (PULLED_NOTE,)
"""What is pulled off the bar of the tools, and never in the hand otherwise."""
