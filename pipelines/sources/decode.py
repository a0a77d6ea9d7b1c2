"""Bytes to text. Nothing is changed but a leading byte order mark dropped: offsets count what stands here.

Older encodings are told by checks of our own, not by a guessing library: what a source says must not change with the
version of a guesser, and a wrong guess is worse than a file set aside.
"""

import codecs
import re

from warehouse.errors import UnreadableSource

MAX_BYTES = 64 * 1024 * 1024
"""A single page beyond this is no page; collections belong into containers."""

MAX_LINE = 2 * 1024 * 1024
"""Nor is one with a line beyond this: the longest paragraphs of encyclopedias have some 20,000 characters."""

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_CONTROL_CHARACTERS = tuple(filter(_CONTROLS.match, map(chr, range(0xA0))))
_ONE_CONTROL_IN = 1000
"""Stray control characters are damage and are kept; more than one in so many characters, and the file is no text."""

_CYRILLIC_WORD = re.compile(r"[а-яёА-ЯЁ]{2,}")
_PLAUSIBLE = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
_COMMON = re.compile(r"[оеаинтсрвлОЕАИНТСРВЛ]")
_NEVER_TOGETHER = re.compile(r"[ЂЃЉЊЌЋЏђѓљњќћџЈјЅѕ](?=[а-я])|(?<=[а-я])[ЂЃЉЊЌЋЏђѓљњќћџЈјЅѕ]")
_COMMON_SHARE = 0.5  # in Russian these ten letters make six in ten; in Hebrew or Arabic misread, hardly four
# Where the characters of Windows-1252 stand in text that is written in it: an accented letter among letters of its
# case, quotation marks at words, signs at figures. Other code pages put their letters at the places of signs.
# Icelandic letters are left out: in Turkish files they are what other letters are misread for.
_SMALL, _CAPITAL = "ßà-ïñ-öø-üÿœšž", "À-ÏÑ-ÖØ-ÜŒŠŽ"
_LATIN_PLACE = re.compile(
    rf"(?<=[a-z{_SMALL}])[{_SMALL}]|[{_SMALL}](?=[a-z{_SMALL}])|(?<!\w)[àèéêíóúñ](?!\w)"
    rf"|(?<=[A-Z{_CAPITAL}])[{_CAPITAL}]|(?<!\w)[{_CAPITAL}](?=\w)"
    rf"|(?<=[\w.,;:!?…%)])[’”»…™](?!\w)|(?<!\w)[‘“«](?=[\w‘“«…])|(?<=[A-Za-z])’(?=[a-zA-Z{_SMALL}])"
    r"|(?<![A-Za-z])[£€](?=\d)|(?<=\d)[–—°€£½¼¾](?!\w)|(?<=\d)°(?=[CF]\b)|(?<=[\d )a-z,”])[–—](?=[\d A-Za-z“])"
    r"|(?<=[\s(])[§©·•…](?=[\s\w])|\xa0"
)
_ACCENTS_ONLY = re.compile(rf"[{_SMALL}{_CAPITAL}]{{4}}")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_CONVINCING = 0.95
_JUDGED = 2_000_000  # so many characters are enough to judge by


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
    start = _long_line(text)
    if start is not None:
        raise UnreadableSource(
            f"{name} has a line of more than {MAX_LINE:,} characters at {start:,}, which no page has: "
            "restore its line ends."
        )
    if not text.strip():
        raise UnreadableSource(f"{name} holds only blanks: put the received text in its place or take it away.")
    return text, encoding


def _long_line(text: str) -> int | None:
    """Where the first line begins that is longer than a page may have; None where none is."""
    start = 0
    while start + MAX_LINE < len(text):
        end = max(text.rfind(mark, start, start + MAX_LINE + 1) for mark in _LINE_ENDS)
        if end < 0:
            return start
        start = end + 1
    return None


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
    try:
        return _without_many_controls(content.decode("utf-8"), name), "utf-8"
    except UnicodeDecodeError as error:
        at = error.start
    for encoding, looks_right in (
        ("windows-1251", _is_cyrillic), ("koi8-r", _is_cyrillic), ("windows-1252", _is_latin),
    ):  # fmt: skip
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text) and looks_right(text[:_JUDGED]):
            return text, encoding
    raise UnreadableSource(
        f"{name} is no valid text: byte {at} (0x{content[at]:02x}) is not UTF-8, and no older encoding fits. "
        "Save it as UTF-8."
    )


def _without_many_controls(text: str, name: str) -> str:
    if not _CONTROLS.search(text):
        return text
    controls = sum(map(text.count, _CONTROL_CHARACTERS))
    if controls > 1 + len(text) // _ONE_CONTROL_IN:
        is_wide = text.count("\x00") > len(text) // 4
        advice = (
            "It seems to be UTF-16 without its mark: save it as UTF-8." if is_wide else "Give the text of the page."
        )
        raise UnreadableSource(
            f"{name} is no text: {controls:,} of its {len(text):,} characters are control characters. {advice}"
        )
    return text


def _is_cyrillic(text: str) -> bool:
    """Whether the letters beyond ASCII form Cyrillic words of usual case: in the wrong code page the case is mixed."""
    if _NEVER_TOGETHER.search(text):  # the letters of other code pages for Russian
        return False
    words = _CYRILLIC_WORD.findall(text)
    letters = sum(map(str.isalpha, _BEYOND_ASCII.findall(text)))
    in_words = sum(map(len, words))
    plausible = sum(len(word) for word in words if _PLAUSIBLE.fullmatch(word))
    capitals = sum(len(word) for word in words if word.isupper())
    common = sum(len(_COMMON.findall(word)) for word in words)
    return (
        in_words >= max(8, 0.7 * letters)
        and plausible >= _CONVINCING * in_words
        and capitals < in_words / 2
        and common >= _COMMON_SHARE * in_words
    )


def _is_latin(text: str) -> bool:
    """Whether the characters beyond ASCII are few and stand where accents and quotation marks stand."""
    beyond = len(_BEYOND_ASCII.findall(text))
    if _ACCENTS_ONLY.search(text):  # words of another script
        return False
    return beyond <= 0.2 * len(text) and len(_LATIN_PLACE.findall(text)) >= _CONVINCING * beyond
