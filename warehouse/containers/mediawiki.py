"""The pages of a MediaWiki XML dump as members: the wikitext of each article, in its latest revision.

The parser takes no entities and no document types, so that no line of a dump can grow; it keeps one page at a time.
"""

from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

from warehouse.containers.member import MAX_MEMBER_BYTES, BrokenContainer, Member, to_name, too_large

_CHUNK = 1 << 16
_KEPT = {
    ("mediawiki", "siteinfo", "base"): "base",
    ("mediawiki", "page", "title"): "title",
    ("mediawiki", "page", "ns"): "ns",
    ("mediawiki", "page", "id"): "id",
    ("mediawiki", "page", "revision", "id"): "revision",
    ("mediawiki", "page", "revision", "text"): "text",
}
_MAX_DEPTH = 64
_MAX_WORDS = 4096
_ARTICLES = "0"


def read_pages(stream: BinaryIO) -> Iterator[Member]:
    """A member for each article; redirects and pages of other namespaces are none. Named by their titles.

    Raises BrokenContainer where the file is no such dump, is damaged or breaks off; what came before stands.
    """
    pages = _Pages()
    while chunk := stream.read(_CHUNK):
        pages.feed(chunk, is_last=False)
        yield from pages.take()
    pages.feed(b"", is_last=True)
    yield from pages.take()


class _Pages:
    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.StartDoctypeDeclHandler = _refuse
        self._parser.EntityDeclHandler = _refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words
        self._path: list[str] = []
        self._found: list[Member] = []
        self._page: dict[str, str] = {}
        self._pieces: list[str] = []
        self._length = 0
        self._keeps: str | None = None
        self._is_redirect = False
        self._base: str | None = None
        self._count = 0

    def feed(self, chunk: bytes, *, is_last: bool) -> None:
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            raise BrokenContainer(
                f"is no whole XML (line {error.lineno}: {expat.ErrorString(error.code)}) after {self._count:,} pages: "
                "obtain it again."
            ) from error

    def take(self) -> list[Member]:
        found, self._found = self._found, []
        return found

    def _start(self, name: str, _: dict[str, str]) -> None:
        if not self._path and name != "mediawiki":
            raise BrokenContainer(f"is XML that begins with <{name[:40]}>, no dump of a wiki (<mediawiki>).")
        if len(self._path) > _MAX_DEPTH:
            raise BrokenContainer(f"nests more than {_MAX_DEPTH} elements, as no dump of a wiki does.")
        self._path.append(name)
        if self._path[1:] == ["page"]:
            self._page, self._is_redirect = {}, False
        elif self._path[1:] == ["page", "redirect"]:
            self._is_redirect = True
        self._keeps = _KEPT.get(tuple(self._path))
        self._pieces, self._length = [], 0

    def _words(self, words: str) -> None:
        if self._keeps is None:
            return
        self._length += len(words)
        most = MAX_MEMBER_BYTES if self._keeps == "text" else _MAX_WORDS
        if self._length <= most:
            self._pieces.append(words)

    def _end(self, name: str) -> None:
        kept, words = self._keeps, "".join(self._pieces)
        self._keeps = None
        path, self._path = self._path, self._path[:-1]
        if kept == "base":
            self._base = words.strip() or None
        elif kept == "text":
            self._page["text"] = words
            self._page["length"] = str(self._length)
        elif kept is not None:
            self._page[kept] = words.strip()
        elif path[1:] == ["page"] and name == "page":
            self._end_page()

    def _end_page(self) -> None:
        self._count += 1
        page = self._page
        if page.get("ns", _ARTICLES) != _ARTICLES or self._is_redirect:
            return
        title = to_name(page.get("title", ""))
        numbers = [f"{word} {page[key]}" for word, key in (("page", "id"), ("revision", "revision")) if page.get(key)]
        reference_code = ", ".join(numbers) or None
        content = page.get("text", "").encode("utf-8", "backslashreplace")
        if int(page.get("length", "0")) > MAX_MEMBER_BYTES or len(content) > MAX_MEMBER_BYTES:
            self._found.append(too_large(title, None, reference_code))
        else:
            self._found.append(Member(title, content, None, reference_code, "text/x-wiki", self._base))


def _refuse(*_: object) -> None:
    raise BrokenContainer("declares a document type or entities, which no dump of a wiki does: it is not read.")
