"""Words from sources on a terminal: shown, never obeyed."""

import unicodedata


def to_plain(words: str) -> str:
    """The words with control and formatting characters made visible, so that no terminal code gets through.

    Line ends and tabs become spaces.
    """
    kept = words.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    if kept.isprintable():
        return kept
    return "".join(c if unicodedata.category(c)[0] != "C" else f"\\u{ord(c):04x}" for c in kept)
