"""Canvases and the worked example as data files: read, checked and refused in sentences."""

from canvasapp.templates.loader import load_template as load_template
from canvasapp.templates.loader import load_templates as load_templates
from canvasapp.templates.reader import TemplateError as TemplateError
