"""The controls of the window, painted from the theme: what panels and app share, and neither could take from the other."""
