"""How a board looks, as a value: shapes, glyphs and images placed in millimetres. Every surface paints this."""
