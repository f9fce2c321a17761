"""Votes: rounds started, dots given, counts shown, and what becomes of the winners."""

from canvasapp.panels.votes.panel import VotesPanel as VotesPanel
