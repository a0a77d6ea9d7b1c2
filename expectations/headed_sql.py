"""SQL files that open with what they say: a sentence, then ``-- name: value`` lines, then one query."""

from dataclasses import dataclass
from importlib import resources

from warehouse.errors import ContractBroken


@dataclass(frozen=True, slots=True)
class HeadedQuery:
    """One query with its head: the file's name without ending, its sentence, its settings."""

    name: str
    sentence: str
    settings: dict[str, str]
    query: str


def read_headed(*folders: str) -> list[HeadedQuery]:
    """The queries of one folder of this room, by name. Raises ContractBroken where a file opens with no sentence."""
    folder = resources.files("expectations").joinpath(*folders)
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return [_parse(file.name.removesuffix(".sql"), file.read_text("utf-8")) for file in files]


def list_folders(folder: str) -> list[str]:
    """The folders inside a folder of this room, by name."""
    return sorted(item.name for item in resources.files("expectations").joinpath(folder).iterdir() if item.is_dir())


def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return resources.files("expectations").joinpath("sql", f"{name}.sql").read_text("utf-8")


def _parse(name: str, text: str) -> HeadedQuery:
    lines = text.splitlines()
    if not lines or not lines[0].startswith("-- "):
        raise ContractBroken(f"{name}.sql opens with no sentence: write `-- What is expected.` as its first line.")
    settings = {}
    place = 1
    while place < len(lines) and lines[place].startswith("-- "):
        key, _, value = lines[place].removeprefix("-- ").partition(":")
        settings[key.strip()] = value.strip()
        place += 1
    return HeadedQuery(name, lines[0].removeprefix("-- "), settings, "\n".join(lines[place:]))
