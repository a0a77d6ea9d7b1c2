import codecs

import pytest

from pipelines.sources.decode import MAX_BYTES, MAX_LINE, decode
from warehouse.errors import UnreadableSource

RUSSIAN = "Алексей Кузнецов родился 20 февраля 1905 года в городе Боровичи. Член партии с 1925 года, генерал."
FRENCH = "André Gide naquit à Paris; “Les Nourritures” — 1897–1898. L’œuvre de l’écrivain. Ébauche, ÉTÉ, 20°C, £50."
NAME_ONLY = "= Alexey Kuznetsov =\n\nAlexey Kuznetsov, Алексей Кузнецов\n- Term: 1941–1949 – and – so on – in English."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (NAME_ONLY, "windows-1251"),
        (FRENCH, "windows-1252"),
        ("He admired André Gide and wrote about him.", "windows-1252"),
        ("It was Stalin’s will.", "windows-1252"),
    ],
)
def test_text_in_a_usual_encoding_is_read_and_the_encoding_told(text, encoding):
    assert decode(text.encode(encoding), "page.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_leading_mark_names_the_encoding_and_is_dropped_once(mark, encoding):
    text = "\ufeff" + RUSSIAN  # a second mark is text
    assert decode(mark + text.encode(encoding), "page.txt") == (text, encoding)


def test_line_ends_and_stray_controls_are_kept_as_they_are():
    text = "one\rtwo\r\nthree\u2028four\x00five\x0bsix\n\n"
    assert decode(text.encode(), "page.txt")[0] == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Łódź i Kraków, książę Józef Poniatowski urodził się w Wiedniu.", "windows-1250"),
        ("Tomáš Garrigue Masaryk byl český státník, první prezident.", "windows-1250"),
        ("İstanbul'da doğdu, şair Yahya Kemal, çağdaş.", "windows-1254"),
        ("Ο Αλέξανδρος ήταν βασιλιάς της Μακεδονίας", "windows-1253"),
        ("הוא נולד בירושלים והיה סופר", "windows-1255"),
        ("東京で生まれた。日本の小説家である。", "shift_jis"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "mac-cyrillic"),
    ],
)
def test_other_encodings_are_set_aside_rather_than_misread(text, encoding):
    with pytest.raises(UnreadableSource, match=r"page\.txt is no valid text: byte"):
        decode(text.encode(encoding), "page.txt")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "only blanks"),
        (RUSSIAN.encode()[:-1] + b"\xd0", "no valid text: byte"),
        (FRENCH.encode() + b"\xc3", "no valid text: byte"),
        (RUSSIAN.encode("utf-16-le"), "no text"),
        ("plain words".encode("utf-16-le"), "UTF-16 without its mark"),
        (bytes(range(128)) * 4, "no text"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", "mark of utf-16-le but is not valid at byte 2"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(content, problem):
    with pytest.raises(UnreadableSource, match=problem):
        decode(content, "page.txt")


def test_a_file_beyond_the_limit_is_refused_before_it_is_decoded():
    with pytest.raises(UnreadableSource, match="more than a page may have"):
        decode(b"\xff" * (MAX_BYTES + 1), "page.txt")


def test_a_line_beyond_the_limit_is_refused_and_one_within_it_read():
    assert len(decode(b"a" * MAX_LINE, "page.txt")[0]) == MAX_LINE
    with pytest.raises(UnreadableSource, match="restore its line ends"):
        decode(b"a" * (MAX_LINE + 1), "page.txt")
