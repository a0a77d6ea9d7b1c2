"""The lines of a .jsonl as members: each an object whose fields hold an id, a title and a text."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from warehouse.containers.member import MAX_MEMBER_BYTES, Member, to_name, too_large
from warehouse.containers.settings import ContainerSettings

_CHUNK = 1 << 18
_MOST = MAX_MEMBER_BYTES + (1 << 20)


def read_json_lines(stream: BinaryIO, settings: ContainerSettings) -> Iterator[Member]:
    """A member for each line that is not blank, named by its title, else its id, else its line."""
    for number, line in enumerate(_lines(stream), start=1):
        if line is None:
            yield too_large(f"line {number}")
        elif line.strip():
            yield _to_member(line, number, settings)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line; null for one too long to be kept."""
    held, is_lost = bytearray(), False
    while chunk := stream.read(_CHUNK):
        *whole, rest = chunk.split(b"\n")
        for part in whole:
            yield None if is_lost or len(held) + len(part) > _MOST else bytes(held + part)
            held, is_lost = bytearray(), False
        held += b"" if is_lost else rest
        if len(held) > _MOST:
            held, is_lost = bytearray(), True
    if held or is_lost:
        yield None if is_lost else bytes(held)


def _to_member(line: bytes, number: int, settings: ContainerSettings) -> Member:
    name = f"line {number}"
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Member(name, None, f"The line is no JSON ({' '.join(str(error).split())[:120]}): correct it.")
    if not isinstance(found, dict):
        return Member(name, None, f"The line holds a {type(found).__name__}, no object: give it fields.")
    title, number_in_it = (found.get(settings.field(key)) for key in ("title", "id"))
    reference_code = to_name(f"id {number_in_it}") if isinstance(number_in_it, str | int) else None
    if isinstance(title, str) and title.strip():
        name = to_name(title)
    elif reference_code is not None:
        name = reference_code
    text = found.get(settings.field("text"))
    if not isinstance(text, str):
        problem = f"The line has no text in the field {settings.field('text')!r}: name the field in sources.yml."
        return Member(name, None, problem, reference_code)
    content = text.encode("utf-8", "backslashreplace")
    if len(content) > MAX_MEMBER_BYTES:
        return too_large(name, len(content), reference_code)
    return Member(name, content, None, reference_code, "text/plain")
