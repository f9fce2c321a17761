"""The command line: `canvasapp FILE` opens a window, everything else works without a display."""
