"""The questions of one block beside the board, from both points of view, with the notes that answer them."""

from canvasapp.panels.questions.panel import QuestionsPanel as QuestionsPanel
