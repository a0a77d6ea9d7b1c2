"""Which language a text is in: by its script, by letters only one language has, by its commonest words."""

import re

from pipelines.lexicon import load_lexicon

_LEXICON = load_lexicon("languages")
_LETTERS: dict[str, str] = _LEXICON["letters"]
_LANGUAGES_OF: dict[str, list[str]] = {}
for _code, _words in _LEXICON["words"].items():
    for _word in _words:
        _LANGUAGES_OF.setdefault(_word, []).append(_code)
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 600
_SHORT = 2


def find_language(text: str) -> str | None:
    """The language (ISO 639-1) of a text, judged by its first few hundred characters; None where nothing tells."""
    sample = text[:_LOOKED_AT].lower()
    cyrillic = 0 if sample.isascii() else len(_CYRILLIC.findall(sample))
    if cyrillic and cyrillic > len(_LATIN.findall(sample)):
        return _cyrillic_language(sample)
    words = _WORD.findall(sample)
    hits: dict[str, int] = {}
    for word in _LANGUAGES_OF.keys() & words:
        for code in _LANGUAGES_OF[word]:
            hits[code] = hits.get(code, 0) + 1
    if not hits:
        return None
    best = max(hits, key=lambda code: (hits[code], code))
    # one common word is no evidence in a heading: "War" is German, too
    return best if hits[best] >= 2 or len(words) <= _SHORT else None


def find_language_within(text: str, around: str | None) -> str | None:
    """The language of a part of a text: its own where it tells, else that of the text around it in the same script."""
    found = find_language(text)
    if found is None and around not in _LETTERS and _LATIN.search(text):
        return around
    return found


def _cyrillic_language(sample: str) -> str:
    """Russian, unless letters that Russian has not outnumber those that only it has."""
    marks = {code: sum(map(sample.count, letters)) for code, letters in _LETTERS.items()}
    best = max(marks, key=lambda code: marks[code])
    return best if marks[best] > marks["ru"] else "ru"
