"""What people know of sources and their bytes do not say: ``sources.yml``, a file people write."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from warehouse.containers.settings import KEYS, ContainerSettings, to_settings
from warehouse.contract.vocabulary import AUTHORSHIPS
from warehouse.errors import UnusableSeeds
from warehouse.log.accession import FACTS


@dataclass(frozen=True, slots=True)
class Descriptions:
    """What ``sources.yml`` says, by path: facts of a source, and how a container is read."""

    facts: dict[str, dict[str, str | None]] = field(default_factory=dict)
    containers: dict[str, ContainerSettings] = field(default_factory=dict)


def read_descriptions(file: Path) -> Descriptions:
    """What ``sources.yml`` says: by path, any of authorship, origin, licence and reference_code, and of a container
    any of fields, titles, categories and templates.

    Raises UnusableSeeds with one sentence naming the entry that cannot be understood.
    """
    try:
        told = yaml.safe_load(file.read_text("utf-8")) or {}
    except FileNotFoundError:
        return Descriptions()
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        words = " ".join(str(error).split())
        raise UnusableSeeds(f"{file} cannot be understood: {words}. Correct it or take it away.") from error
    if not isinstance(told, dict):
        raise UnusableSeeds(f"{file} must map paths to what is known of them, but holds a {type(told).__name__}.")
    made = Descriptions()
    for path, entry in told.items():
        facts = entry
        if isinstance(entry, dict):
            facts = {name: value for name, value in entry.items() if name not in KEYS}
            if len(facts) < len(entry):
                made.containers[str(path)] = to_settings(entry, f"{file}: {path}")
        if not isinstance(facts, dict) or not set(facts) <= set(FACTS):
            raise UnusableSeeds(f"{file}: {path} may have {', '.join(FACTS)}, but has {entry!r:.200}. Correct it.")
        for name, value in facts.items():
            if not isinstance(value, str | int | float | date | None):
                raise UnusableSeeds(f"{file}: {name} of {path} must be text, but is {value!r:.200}. Correct it.")
        if facts.get("authorship") not in (None, *AUTHORSHIPS):
            raise UnusableSeeds(
                f"{file}: the authorship of {path} is one of {', '.join(AUTHORSHIPS)}, not {facts['authorship']!r}."
            )
        made.facts[str(path)] = {name: None if value is None else str(value) for name, value in facts.items()}
    return made
