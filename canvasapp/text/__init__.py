"""Text: the bundled faces, and a paragraph in a box as positioned glyphs."""
