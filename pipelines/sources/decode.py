"""Bytes to text. Nothing is changed but a leading byte order mark dropped: offsets count what stands here."""

import codecs
import re

from warehouse.errors import UnreadableSource

MAX_BYTES = 64 * 1024 * 1024
"""A single page beyond this is no page; collections belong into containers."""

MAX_LINE = 2 * 1024 * 1024
"""Nor is one with a line beyond this: the longest paragraphs of encyclopedias have some 20,000 characters."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_CYRILLIC_WORD = re.compile(r"[а-яёА-ЯЁ]{2,}")
_PLAUSIBLE = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
_LATIN_ACCENT = re.compile(r"(?<=[A-Za-z])[À-ÖØ-öø-ÿŠšŽžŒœŸ]|[À-ÖØ-öø-ÿŠšŽžŒœŸ](?=[A-Za-z])|[‘’“”–—…«»€£§°·•©®™]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_CONVINCING = 0.95


def decode(content: bytes, name: str) -> tuple[str, str]:
    """The text of a file's bytes and the encoding that gave it; ``name`` is used in errors only.

    UTF-8 and marked UTF-16 or UTF-32 are taken as they say; Windows-1251, KOI8-R and Windows-1252 only where nearly
    all of the text looks like words written in them. Raises UnreadableSource otherwise.
    """
    if not content:
        raise UnreadableSource(f"{name} is empty: put the received text in its place or take it away.")
    if len(content) > MAX_BYTES:
        raise UnreadableSource(
            f"{name} has {len(content):,} bytes, more than a page may have ({MAX_BYTES:,}): split it into its pages."
        )
    text, encoding = _decode(content, name)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > MAX_LINE:
        raise UnreadableSource(
            f"{name} has a line of {longest:,} characters, more than a page may have ({MAX_LINE:,}): "
            "restore its line ends."
        )
    if not text.strip():
        raise UnreadableSource(f"{name} holds only blanks: put the received text in its place or take it away.")
    return text, encoding


def _decode(content: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise UnreadableSource(
                    f"{name} begins with the mark of {encoding} but is not valid at byte {error.start + len(mark)}: "
                    "obtain the file again."
                ) from error
    if b"\x00" in content:
        at = content.index(b"\x00")
        raise UnreadableSource(f"{name} is no text: it has a zero byte at {at}. Give the text of the page instead.")
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        at = error.start
    for encoding, looks_right in (
        ("windows-1251", _is_cyrillic), ("koi8-r", _is_cyrillic), ("windows-1252", _is_latin),
    ):  # fmt: skip
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text) and looks_right(text):
            return text, encoding
    raise UnreadableSource(
        f"{name} is no valid text: byte {at} (0x{content[at]:02x}) is not UTF-8, and no older encoding fits. "
        "Save it as UTF-8."
    )


def _is_cyrillic(text: str) -> bool:
    """Whether the letters beyond ASCII form Cyrillic words of usual case: in the wrong code page the case is mixed."""
    words = _CYRILLIC_WORD.findall(text)
    beyond = len(_BEYOND_ASCII.findall(text))
    in_words = sum(map(len, words))
    plausible = sum(len(word) for word in words if _PLAUSIBLE.fullmatch(word))
    capitals = sum(len(word) for word in words if word.isupper())
    return (
        in_words >= 8 and plausible >= _CONVINCING * in_words and in_words >= 0.7 * beyond and capitals < in_words / 2
    )


def _is_latin(text: str) -> bool:
    """Whether the characters beyond ASCII are few and stand where accents and quotation marks stand."""
    beyond = len(_BEYOND_ASCII.findall(text))
    return 3 <= beyond <= 0.2 * len(text) and len(_LATIN_ACCENT.findall(text)) >= _CONVINCING * beyond
