"""The rules of a session in the room: its steps and their times, what they show, and its record. No windows."""
