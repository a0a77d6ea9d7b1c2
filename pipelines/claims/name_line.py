"""Names as claims: the variants of a page's name line and of its first sentence, with their script and language."""

import re
import unicodedata
from collections.abc import Iterator

from pipelines.claims.page import Page
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.values import split_items, trim

_SCRIPTS = {
    "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "CJK": "Hani", "HIRAGANA": "Hira",
    "KATAKANA": "Kana", "HANGUL": "Hang", "ARMENIAN": "Armn", "GEORGIAN": "Geor", "DEVANAGARI": "Deva",
    "THAI": "Thai", "LATIN": "Latn", "BENGALI": "Beng", "TAMIL": "Taml", "ETHIOPIC": "Ethi",
}  # fmt: skip
"""First word of a letter's Unicode name to its ISO 15924 code."""

_LANGUAGES = {
    "Grek": "el",
    "Hebr": "he",
    "Hang": "ko",
    "Armn": "hy",
    "Geor": "ka",
    "Thai": "th",
    "Kana": "ja",
    "Hira": "ja",
}
"""Scripts that one living language writes; the others are left without a language."""

_CYRILLIC_LETTERS = (("іїєґ", "uk"), ("ў", "be"), ("ђћџјљњ", "sr"), ("ѓќѕ", "mk"))
_LABEL = re.compile(r"(?P<language>[A-Z][a-z]+)(?:\s+(?:name|script|spelling))?\s*:\s*")
_LABELLED = {
    "Russian": "ru", "Ukrainian": "uk", "Belarusian": "be", "Bulgarian": "bg", "Serbian": "sr", "German": "de",
    "French": "fr", "Polish": "pl", "Spanish": "es", "Italian": "it", "Greek": "el", "Hebrew": "he", "Arabic": "ar",
    "Persian": "fa", "Turkish": "tr", "Chinese": "zh", "Japanese": "ja", "Korean": "ko", "Hungarian": "hu",
    "Czech": "cs", "Romanian": "ro", "Latin": "la", "Georgian": "ka", "Armenian": "hy", "Hindi": "hi",
    "Portuguese": "pt", "Dutch": "nl", "Swedish": "sv", "Finnish": "fi", "Yiddish": "yi", "Irish": "ga",
}  # fmt: skip


def script_of(words: str) -> str | None:
    """The script most letters of the words are written in (ISO 15924); null where there is no letter."""
    counts: dict[str, int] = {}
    for letter in words:
        if letter.isalpha():
            first = unicodedata.name(letter, "?").split(" ", 1)[0].split("-")[0]
            script = _SCRIPTS.get(first, "Zyyy")
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script]) if counts else None


def language_of(words: str, script: str | None) -> str | None:
    """The language a name is written in, as far as its letters tell; null where they do not (all of Latin script)."""
    if script == "Cyrl":
        lowered = words.lower()
        for letters, language in _CYRILLIC_LETTERS:
            if any(letter in lowered for letter in letters):
                return language
        return "ru"
    return _LANGUAGES.get(script or "")


def read_name_line(page: Page) -> Iterator[Statement]:
    """One ``name`` statement for each variant on the name line that is not the page's title."""
    for passage in page.passages:
        if passage.kind != "name_line":
            continue
        span = trim(page.text, passage.passage_start, passage.passage_end)
        for item in split_items(page.text, span):
            if is_variant(page.text[item.start : item.end], page.subject):
                yield name_statement(page, item, item, "name_line.variant", page.antecedent())


def is_variant(words: str, subject: str) -> bool:
    """Whether an item of the name line is another name: not the title, a part of it, or a life's date and place."""
    is_part = " " not in words and words in subject.replace(",", " ").split()
    return words not in (subject, subject.split(" (")[0]) and not is_part and not any(mark.isdigit() for mark in words)


def name_statement(page: Page, name: Span, quote: Span, rule: str, who: tuple[Part, ...]) -> Statement:
    """The statement that the page's subject bears a name, its script and language as attributes."""
    words = page.text[name.start : name.end]
    script = script_of(words)
    parts = [*who, Part("object", name)]
    if script not in (None, "Latn"):
        language = language_of(words, script)
        labels = list(_LABEL.finditer(page.text, max(quote.start, name.start - 24), name.start))
        label = labels[-1] if labels else None
        if label is not None and label.end() == name.start:
            language = _LABELLED.get(label["language"], language)
        if language is not None:
            parts.append(Part("attribute", None, "language", language))
        parts.append(Part("attribute", None, "script", script))
    return Statement("attribute", page.subject, quote, tuple(parts), rule, 0.97, subtype="name")
