"""What people do to a workshop: pure plans that return edits, and the journal that alone performs them."""
