"""The wall in the room: what is shown on the other screen, on which screen that is, and the keys pressed there."""
