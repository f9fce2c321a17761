"""The desktop editor for service-design canvases."""

__version__ = "0.1.0"
