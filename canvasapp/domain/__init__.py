"""The words of the house: records, templates, boards and edits as frozen values. Standard library only."""
