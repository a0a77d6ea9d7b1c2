"""Which language a text is in: by its script, by letters only one language has, by its commonest words."""

import re

from pipelines.lexicon import load_lexicon

_LEXICON = load_lexicon("languages")
_WORDS: dict[str, frozenset[str]] = {code: frozenset(words) for code, words in _LEXICON["words"].items()}
_LETTERS: dict[str, str] = _LEXICON["letters"]
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4000


def find_language(text: str) -> str | None:
    """The language (ISO 639-1) of a text, judged by its first few thousand characters; None where nothing tells."""
    sample = text[:_LOOKED_AT].lower()
    cyrillic, latin = len(_CYRILLIC.findall(sample)), len(_LATIN.findall(sample))
    if cyrillic + latin < 3:
        return None
    if cyrillic > latin:
        marks = {code: sum(map(sample.count, letters)) for code, letters in _LETTERS.items() if letters}
        best = max(marks, key=lambda code: marks[code])
        return best if marks[best] and best != "ru" and marks[best] > marks["ru"] else "ru"
    found = _WORD.findall(sample)
    hits = {code: sum(word in words for word in found) for code, words in _WORDS.items()}
    best = max(hits, key=lambda code: hits[code])
    # one common word is no evidence in a heading: "War" is German, too
    return best if hits[best] >= 2 or (hits[best] and len(found) <= 2) else None
