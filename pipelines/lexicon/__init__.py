"""What can be listed, as data: months, offices, triggers, languages, exceptions. One TOML file a subject.

Here stand the files and their loader; what they mean is decided by the room that reads them.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The content of ``<name>.toml``, read once; FileNotFoundError where there is none."""
    return tomllib.loads((resources.files(__name__) / f"{name}.toml").read_text("utf-8"))
