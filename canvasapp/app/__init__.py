"""The window around the board: home page, bars, actions, settings, and how it all starts."""
