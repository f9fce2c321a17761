"""Fields of structured entries: the right control for each type of value, with its name and one line of help."""

from canvasapp.controls.value_fields.stock import Stock as Stock
from canvasapp.controls.value_fields.value_field import ValueField as ValueField
