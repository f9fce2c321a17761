"""The cockpit: what the facilitator sees while the wall shows the board, and how a session is conducted from there."""
