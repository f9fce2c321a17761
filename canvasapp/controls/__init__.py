"""The controls of the window, painted from the theme: what the panels and the app share."""
