"""Canvases and the worked example as data files: read, checked and refused in sentences."""

from canvasapp.templates.concepts import Concept as Concept
from canvasapp.templates.concepts import load_concepts as load_concepts
from canvasapp.templates.example import Example as Example
from canvasapp.templates.example import ExampleBoard as ExampleBoard
from canvasapp.templates.example import ExampleLink as ExampleLink
from canvasapp.templates.example import ExampleParty as ExampleParty
from canvasapp.templates.example import load_example as load_example
from canvasapp.templates.loader import load_template as load_template
from canvasapp.templates.loader import load_templates as load_templates
from canvasapp.templates.own import load_own as load_own
from canvasapp.templates.own import started_from as started_from
from canvasapp.templates.own import told_canvas as told_canvas
from canvasapp.templates.reader import TemplateError as TemplateError
from canvasapp.templates.registers import load_registers as load_registers
