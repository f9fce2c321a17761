"""What turning the wheel can be set to do."""

from __future__ import annotations

from enum import StrEnum


class Wheel(StrEnum):
    """Without Control, with which every wheel zooms. By device a mouse zooms and a trackpad pans."""

    BY_DEVICE = "device"
    ZOOMS = "zooms"
    PANS = "pans"
