"""The controls by themselves: words, icons, buttons, fields, choices, tips, menus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from canvasapp.app.notice import Notice
from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.canvas_drawing import draw_board, draw_canvas
from canvasapp.controls.fields import Name, NameField
from canvasapp.controls.icons import icon
from canvasapp.controls.letters import BODY, NOTE, PAGE_TITLE, SECTION
from canvasapp.controls.look import Look, ink
from canvasapp.controls.menus import Menu, chip_icon, place_under
from canvasapp.controls.note_card import EMPTY, NoteCard
from canvasapp.controls.painting import chip, hairline, mark
from canvasapp.controls.segment import Segment
from canvasapp.controls.stylesheet import palette, style_sheet
from canvasapp.controls.surface import Scroll
from canvasapp.controls.tip import Tip
from canvasapp.controls.words import ELLIPSIS, Paragraph, Words
from canvasapp.domain.records import NoteKind
from canvasapp.domain.template import Perspective
from canvasapp.picture.theme import CONTRAST, DARK, LIGHT, THEMES, Theme
from canvasapp.templates import load_templates
from canvasapp.text.fonts import load_fonts
from tests.unit.small_canvas import RETAILER, board, note

SENTENCE = "What are the elements of the customer needing, and who would pay for them?"
WINDOW = QSize(600, 400)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    assert qapp is not None
    load_fonts()
    return Look(LIGHT)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(WINDOW)
    qtbot.addWidget(window)
    window.show()
    return window


def canvas(width: int = 60, height: int = 40) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


# --- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [90, 150, 240])
def test_words_are_broken_into_lines_that_fit(look: Look, width: int) -> None:
    paragraph = Paragraph(SENTENCE, look, BODY, width)
    assert paragraph.width <= width
    assert paragraph.height % BODY.line == 0
    assert paragraph.height > BODY.line


def test_words_wide_enough_stay_on_one_line(look: Look) -> None:
    whole = Paragraph(SENTENCE, look, BODY)
    assert whole.height == BODY.line
    assert Paragraph(SENTENCE, look, BODY, whole.width + 1).height == BODY.line


def test_a_new_line_in_the_text_is_a_new_line_on_the_screen(look: Look) -> None:
    assert Paragraph("one\ntwo\nthree", look, NOTE).height == 3 * NOTE.line


def test_a_word_that_is_too_long_is_broken(look: Look) -> None:
    paragraph = Paragraph("Dienstleistungsgeschäftsmodell" * 3, look, BODY, 120)
    assert paragraph.width <= 120
    assert paragraph.height > BODY.line


def test_words_past_the_last_line_end_in_an_ellipsis(look: Look) -> None:
    cut = Paragraph(SENTENCE, look, BODY, 120, 2)
    assert cut.is_cut
    assert cut.height == 2 * BODY.line
    assert cut.text.endswith(ELLIPSIS)
    assert not Paragraph(SENTENCE, look, BODY, 120).is_cut


def test_no_words_take_the_height_of_one_line(look: Look) -> None:
    assert Paragraph("", look, BODY).height == BODY.line


def test_a_label_asks_for_the_height_its_width_needs(look: Look, window: QWidget) -> None:
    words = Words(look, SENTENCE, BODY, ink)
    layout = QVBoxLayout(window)
    layout.addWidget(words)
    layout.addStretch(1)
    for width in (500, 160):
        window.resize(width, 400)
        QApplication.processEvents()
        assert words.height() == words.heightForWidth(words.width())
    assert words.height() > BODY.line


def test_large_letters_stand_closer_than_small_ones(look: Look) -> None:
    assert look.font(PAGE_TITLE).letterSpacing() < 0
    assert look.font(SECTION).letterSpacing() == 0


# --- icons and signs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_has_the_colour_asked_for_and_the_pixels_of_the_screen(
    look: Look, ratio: float
) -> None:
    assert look.theme is LIGHT
    pixmap = icon("plus", 18, "#a8225f", ratio)
    image = pixmap.toImage()
    assert image.width() == 18 * ratio
    opaque = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert opaque <= {"#a8225f"}
    assert any(image.pixelColor(x, image.height() // 2).alpha() for x in range(image.width()))


def test_an_unknown_icon_is_a_missing_file(look: Look) -> None:
    assert look
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", 18, "#000000")


def test_the_two_views_have_different_signs_in_their_own_ink(look: Look) -> None:
    drawn = {}
    for perspective in Perspective:
        image = canvas(20, 20)
        painter = QPainter(image)
        mark(painter, perspective, 4, 10, 10, look.theme)
        painter.end()
        drawn[perspective] = image
    assert drawn[Perspective.OUR].pixelColor(9, 10).name() == LIGHT.view(Perspective.OUR).ink
    assert drawn[Perspective.CUSTOMER].pixelColor(9, 10).name() == "#ffffff"  # a circle is open
    assert LIGHT.view(Perspective.OUR).ink not in colours(drawn[Perspective.CUSTOMER])
    assert drawn[Perspective.CUSTOMER].pixelColor(4, 10).name() != "#ffffff"


@pytest.mark.parametrize("slot", [1, 5, 7])
def test_a_chip_has_its_party_s_colour(look: Look, slot: int) -> None:
    image = canvas()
    painter = QPainter(image)
    chip(painter, QRectF(2, 2, 50, 30), "", slot, look)
    painter.end()
    assert image.pixelColor(27, 17).name() == LIGHT.party(slot).chip


@pytest.mark.parametrize("end", [QPointF(30, 5), QPointF(5, 30)])
def test_a_hairline_is_one_pixel_wide_and_not_blurred(end: QPointF) -> None:
    image = canvas()
    painter = QPainter(image)
    hairline(painter, QPointF(5, 5), end, "#123456")
    painter.end()
    assert colours(image) == {"#ffffff", "#123456"}
    assert image.pixelColor(20 if end.x() > 5 else 6, 20 if end.y() > 5 else 6).name() == "#ffffff"


def test_the_drawing_of_a_canvas_shows_its_lanes(look: Look) -> None:
    image = canvas(200, 140)
    painter = QPainter(image)
    template = load_templates()["service-logic-bmc"]
    draw_canvas(painter, template, QRectF(0, 0, 200, 140), look)
    painter.end()
    tints = {LIGHT.view(each).tint for each in Perspective}
    assert tints <= colours(image)


def test_the_drawing_of_a_board_shows_the_papers_of_its_notes(look: Look) -> None:
    image = canvas(200, 140)
    lying = board(note("ours", party=RETAILER.id), note("title", 10, 250, kind=NoteKind.HEADING))
    with QPainter(image) as painter:
        draw_board(painter, lying, QRectF(0, 0, 200, 140), look)
    assert {LIGHT.party(RETAILER.slot).paper, LIGHT.ink3} <= colours(image)


# --- buttons, choices, fields ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_key(look: Look, window: QWidget, key: Qt.Key) -> None:
    pressed: list[bool] = []
    button = Button(look, "Save", parent=window)
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    QTest.keyClick(button, key)
    assert pressed == [True]


@pytest.mark.parametrize("weight", list(Weight))
def test_a_button_is_as_wide_as_its_words_and_its_icon(look: Look, weight: Weight) -> None:
    bare = Button(look, "Save", weight).sizeHint().width()
    assert Button(look, "Save", weight, icon="download").sizeHint().width() > bare
    assert Button(look, "Save it all", weight).sizeHint().width() > bare


def test_a_fault_while_a_control_is_painted_ends_nothing(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    button = IconButton(look, "no-such-icon", "Broken", parent=window)
    sound = Button(look, "Save", Weight.PRIMARY, parent=window)
    sound.move(100, 0)
    button.show()
    sound.show()
    with qtbot.captureExceptions() as faults:
        QApplication.processEvents()
    assert faults
    button.hide()
    assert window.grab().toImage().pixelColor(106, 16).name() == look.theme.ink


@pytest.mark.parametrize("width", [64, 120, 200])
def test_a_button_that_gives_way_cuts_its_words_and_tells_them_whole(
    look: Look, window: QWidget, width: int
) -> None:
    button = Button(look, SENTENCE, Weight.QUIET, after="chevron-down", parent=window)
    button.give_way(200)
    button.explain("Boards of this workshop")
    assert button.sizeHint().width() == 200
    button.resize(width, 32)
    assert button.tip == f"{SENTENCE}\nBoards of this workshop"


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("words", ["Save PDF", "Next open question", "Äpfel & Öl", "W"])
def test_a_button_as_wide_as_it_asks_shows_all_its_words(
    look: Look, weight: Weight, words: str
) -> None:
    button = Button(look, words, weight, icon="plus")
    button.resize(button.sizeHint())
    assert button.cut_words() == ""


def test_a_button_says_aloud_what_stands_on_it(look: Look) -> None:
    button = Button(look, "Save PDF")
    button.say("Save & close")
    assert button.accessibleName() == "Save & close"


def test_pressing_an_icon_leaves_it_to_its_owner_whether_it_is_in_use(
    look: Look, window: QWidget
) -> None:
    button = IconButton(look, "hand", "Move the board", parent=window)
    button.setCheckable(True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isChecked()


def test_tab_enters_a_choice_at_what_is_chosen(look: Look, window: QWidget) -> None:
    segment = Segment(look, "Paper", [("a", "A0"), ("b", "A1"), ("c", "A2")], "b")
    segment.setParent(window)
    stops = [
        each.accessibleName()
        for each in segment.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["Paper: A1"]


def test_a_choice_is_told_when_it_is_made(look: Look) -> None:
    told: list[str] = []
    segment = Segment(look, "Paper", [("a", "A0"), ("b", "A1")], "a")
    segment.chosen.connect(told.append)
    segment.choose("b")
    assert (told, segment.value) == (["b"], "b")


def test_a_name_without_letters_is_not_kept(look: Look, window: QWidget) -> None:
    kept: list[str] = []
    field = NameField(look, "Name", parent=window)
    field.kept.connect(kept.append)
    field.begin("Telecom")
    QTest.keyClicks(field, "   ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert kept == []
    assert not field.isVisible()


def test_a_name_is_kept_once_though_enter_takes_the_field_away(look: Look, window: QWidget) -> None:
    kept: list[str] = []
    field = NameField(look, "Name", parent=window)
    field.kept.connect(kept.append)
    field.begin("Telecom")
    QTest.keyClicks(field, "Retailer")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clearFocus()
    assert kept == ["Retailer"]


def test_a_long_name_is_cut_and_told_in_full(look: Look, window: QWidget) -> None:
    name = Name(look, "Workshop", SECTION, parent=window)
    name.say(SENTENCE * 3)
    assert name.sizeHint().width() <= 360
    assert SENTENCE * 3 in name.accessibleName()
    assert name.tip == f"{SENTENCE * 3}\nDouble-click to rename"
    name.say("Care")
    name.resize(name.sizeHint())
    assert name.tip == "Double-click to rename"


# --- cards, tips, menus, surfaces -----------------------------------------------------------------------------------


def test_a_note_without_words_says_so(look: Look) -> None:
    assert NoteCard(look, note(text=""), None, selected=False).accessibleName() == f"Note: {EMPTY}"


def test_a_card_with_a_party_is_higher_by_the_party_s_line(look: Look) -> None:
    bare = NoteCard(look, note(text="Words"), None, selected=False)
    owned = NoteCard(look, note(text="Words"), RETAILER, selected=False)
    assert owned.heightForWidth(160) > bare.heightForWidth(160)
    assert owned.accessibleName() == "Note: Words, Retailer"


def test_a_card_of_a_long_note_ends_somewhere(look: Look) -> None:
    long = NoteCard(look, note(text="word " * 900), None, selected=False)
    longer = NoteCard(look, note(text="word " * 9_000), None, selected=False)
    assert long.heightForWidth(160) == longer.heightForWidth(160)


@pytest.mark.parametrize("corner", [QPoint(0, 0), QPoint(568, 0), QPoint(0, 368), QPoint(568, 368)])
def test_a_tip_stays_inside_of_the_window(look: Look, window: QWidget, corner: QPoint) -> None:
    button = IconButton(look, "undo-2", "Undo", parent=window)
    button.move(corner)
    tip = Tip(button, "Undo: Move 14 notes", "Ctrl+Z", look)
    assert QRect(QPoint(0, 0), WINDOW).contains(tip.geometry())
    assert not tip.geometry().intersects(button.geometry())


def test_a_tip_comes_with_rest_and_goes_with_the_pointer(look: Look, window: QWidget) -> None:
    button = IconButton(look, "undo-2", "Undo", parent=window)
    button.show()
    rested = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), button.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(button, rested)
    (tip,) = window.findChildren(Tip)
    assert tip.isVisible()
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert not tip.isVisible()


def test_a_menu_opens_in_line_with_its_button(look: Look, window: QWidget) -> None:
    menu = Menu(look, parent=window)
    menu.addAction("Open")
    left, right = (IconButton(look, "ellipsis", name, parent=window) for name in ("Left", "Right"))
    right.move(540, 0)
    under_left, under_right = place_under(left, menu), place_under(right, menu)
    assert under_left.x() == left.mapToGlobal(QPoint(0, 0)).x()
    assert under_right.x() + menu.sizeHint().width() == right.mapToGlobal(QPoint(32, 0)).x()


def test_a_long_name_in_a_menu_is_cut_and_told_whole(look: Look, window: QWidget) -> None:
    menu = Menu(look, parent=window)
    long, short = menu.add_name(SENTENCE * 2), menu.add_name("Care")
    assert long.text().endswith(ELLIPSIS)
    assert long.toolTip() == SENTENCE * 2
    assert short.text() == "Care"
    assert menu.sizeHint().width() < 420


def test_a_name_in_a_menu_keeps_its_ampersand(look: Look, window: QWidget) -> None:
    menu = Menu(look, parent=window)
    assert menu.add_name("Hoffmann & Söhne").iconText() == "Hoffmann & Söhne"


def test_an_entry_that_can_not_be_chosen_says_why(look: Look, window: QWidget) -> None:
    menu = Menu(look, parent=window)
    entry = menu.addAction("Remove")
    entry.setEnabled(False)
    entry.setToolTip("The only board of the workshop stays")
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    at = menu.actionGeometry(entry).center()
    QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, at, menu.mapToGlobal(at)))
    assert QToolTip.text() == "The only board of the workshop stays"
    QToolTip.hideText()
    menu.close()


def test_a_party_in_a_menu_has_its_chip(look: Look) -> None:
    image = chip_icon(look, "", 3, 2.0).pixmap(38, 28).toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == LIGHT.party(3).chip


def test_a_bar_over_the_content_takes_no_width_from_it(look: Look, window: QWidget) -> None:
    content = QWidget()
    QVBoxLayout(content).addWidget(Words(look, SENTENCE * 40))
    scroll = Scroll(content, window)
    scroll.resize(200, 150)
    scroll.show()
    QApplication.processEvents()
    assert content.width() == 200
    assert content.height() > 150


def test_a_notice_shows_until_it_is_closed(look: Look, window: QWidget, qtbot: QtBot) -> None:
    notice = Notice(look)
    QVBoxLayout(window).addWidget(notice)
    assert notice.text == ""
    notice.tell("The disk is full: make room.")
    assert notice.text == "The disk is full: make room."
    (close,) = notice.findChildren(IconButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert notice.text == ""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_theme_dresses_what_qt_draws_itself(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet
    assert palette(theme).window().color() == QColor(theme.panel)


def test_a_change_of_theme_needs_no_more_than_a_repaint(look: Look, window: QWidget) -> None:
    button = Button(look, "Save", Weight.PRIMARY, parent=window)
    grounds = []
    for theme in (LIGHT, DARK, CONTRAST):
        look.theme = theme
        grounds.append(button.grab().toImage().pixelColor(6, 16).name())
    assert grounds == [LIGHT.ink, DARK.ink, CONTRAST.ink]
