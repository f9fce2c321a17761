"""The board on the screen: camera, tiles, tools and the text editor. `board_view.BoardView` is the widget."""
