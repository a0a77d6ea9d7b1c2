"""The few lines a run ends with."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipelines.launch import Outcome
from regesta.answers import open_marts
from regesta.text import to_plain

_COUNTED = ("sources", "passages", "citations", "claims", "events", "contradictions")
