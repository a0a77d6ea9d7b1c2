import bz2
import gzip
import io
import json
import tarfile
import tracemalloc
import zipfile

import pyarrow as pa
import pytest

from warehouse.containers import BrokenContainer, ContainerSettings, is_container, read_members
from warehouse.containers.member import MAX_MEMBER_BYTES


def read(content, name, **settings):
    return list(read_members(io.BytesIO(content), name, len(content), ContainerSettings(**settings)))


def told(members):
    return [(member.name, member.content if member.problem is None else member.problem) for member in members]


def zipped(*entries, **options):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return held.getvalue()


def tarred(*entries):
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, content in entries:
            header = tarfile.TarInfo(name)
            if content is None:
                header.type, header.linkname = tarfile.SYMTYPE, "/etc/passwd"
            else:
                header.size = len(content)
            archive.addfile(header, io.BytesIO(content or b""))
    return held.getvalue()


def page(title, text, number, ns=0, extra=""):
    return (
        f"<page><title>{title}</title><ns>{ns}</ns><id>{number}</id>{extra}"
        f"<revision><id>{number}00</id><text>{text}</text></revision></page>"
    )


def dump(*pages):
    site = "<siteinfo><sitename>Lives</sitename><base>https://lives.example/wiki/Main</base></siteinfo>"
    return f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">{site}{"".join(pages)}</mediawiki>'.encode()


def zstd(content):
    return pa.Codec("zstd").compress(content, asbytes=True)


FILES = (("lives/ada.txt", b"Ada"), ("lives/bo.txt", b"Bo"))
LINES = b'{"id": 7, "title": "Ada", "text": "Ada was"}\n\n{"id": 8, "text": "Bo was"}\n'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", zipped(*FILES)),
        ("A.TAR", tarred(*FILES)),
        ("a.tar.gz", gzip.compress(tarred(*FILES), mtime=0)),
        ("a.tgz", gzip.compress(tarred(*FILES), mtime=0)),
        ("a.tar.bz2", bz2.compress(tarred(*FILES))),
        ("a.tar.zst", zstd(tarred(*FILES))),
    ],
)
def test_archives_give_their_files_in_order(name, content):
    assert is_container(name)
    assert told(read(content, name)) == list(FILES)


@pytest.mark.parametrize(("name", "pack"), [("a.jsonl", bytes), ("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstd)])
def test_lines_give_their_texts_named_by_title_else_by_id(name, pack):
    members = read(pack(LINES), name)
    assert told(members) == [("Ada", b"Ada was"), ("id 8", b"Bo was")]
    assert [member.reference_code for member in members] == ["id 7", "id 8"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl.zst", zstd(LINES)),
        ("a.jsonl.gz", gzip.compress(LINES, mtime=0)),
        ("a.jsonl.bz2", bz2.compress(LINES)),
        ("a.tar.zst", zstd(tarred(*FILES))),
        ("a.zip", zipped(*FILES)),
    ],
)
def test_a_container_stays_open_for_who_opened_it(name, content):
    with io.BytesIO(content) as file:
        assert len(list(read_members(file, name, len(content), ContainerSettings()))) == 2
        assert not file.closed


def test_fields_of_lines_are_named_by_settings():
    fields = (("id", "pageid"), ("text", "body"), ("title", "name"))
    members = read(b'{"pageid": "q1", "name": "Ada", "body": "Ada was"}', "a.jsonl", fields=fields)
    assert [(m.name, m.content, m.reference_code) for m in members] == [("Ada", b"Ada was", "id q1")]


def test_lines_that_are_no_objects_are_set_aside_and_the_rest_goes_on():
    members = read(b'{"title"\n[1]\n{"title": "Ada"}\n' + b"[" * 200_000 + b"\n" + LINES, "a.jsonl")
    assert [member.name for member in members] == ["line 1", "line 2", "Ada", "line 4", "Ada", "id 8"]
    assert [member.problem is None for member in members] == [False, False, False, False, True, True]
    assert members[2].problem == "The line has no text in the field 'text': name the field in sources.yml."


def test_a_line_too_long_is_passed_over_in_bounded_memory():
    content = b'{"text": "' + b"a" * (2 * MAX_MEMBER_BYTES) + b'"}\n' + LINES
    members = read(content, "a.jsonl")
    assert [member.name for member in members] == ["line 1", "Ada", "id 8"]
    assert "more than the" in members[0].problem


@pytest.mark.parametrize(("name", "pack"), [("d.xml", bytes), ("d.xml.bz2", bz2.compress), ("d.xml.gz", gzip.compress)])
def test_a_dump_gives_its_articles_with_page_and_revision(name, pack):
    pages = [
        page("Ada &amp; Bo", "'''Ada''' &lt;ref&gt;x&lt;/ref&gt;", 3),
        page("Talk:Ada", "talk", 4, ns=1),
        page("Bo", "#REDIRECT [[Ada]]", 5, extra='<redirect title="Ada" />'),
        page("Cy", "'''Cy'''", 6),
    ]
    members = read(pack(dump(*pages)), name)
    assert told(members) == [("Ada & Bo", b"'''Ada''' <ref>x</ref>"), ("Cy", b"'''Cy'''")]
    assert members[0].reference_code == "page 3, revision 300"
    assert (members[0].media_type, members[0].origin) == ("text/x-wiki", "https://lives.example/wiki/Main")


def test_of_several_revisions_the_last_counts_and_several_streams_are_one_dump():
    whole = dump(
        page("Ada", "new", 1).replace("<revision>", "<revision><id>7</id><text>old</text></revision><revision>")
    )
    middle = len(whole) // 2
    members = read(bz2.compress(whole[:middle]) + bz2.compress(whole[middle:]), "d.xml.bz2")
    assert [(m.content, m.reference_code) for m in members] == [(b"new", "page 1, revision 100")]


def test_members_are_chosen_by_title_category_and_template():
    pages = dump(
        page("Ada Lind", "{{Infobox scientist|a=b}} [[Category:Women mathematicians|L]]", 1),
        page("Ada Moe", "{{infobox_scientist}} [[category: Women  mathematicians]]", 2),
        page("Ada Berg", "[[Category:Women mathematicians of Norway]]", 3),
        page("Bo", "{{Infobox scientist}} [[Category:Women mathematicians]]", 4),
    )
    chosen = read(
        pages, "d.xml", titles=("Ada*",), categories=("Women mathematicians",), templates=("Infobox scientist",)
    )  # fmt: skip
    assert [member.name for member in chosen] == ["Ada Lind", "Ada Moe"]


def test_hostile_members_of_a_zip_are_set_aside_and_the_rest_goes_on():
    content = zipped(
        ("../../etc/passwd", b"x"), ("/abs.txt", b"x"), ("C:\\a.txt", b"x"), ("inner.zip", zipped(*FILES)),
        ("dump.xml.bz2", b"x"), ("__MACOSX/a", b"x"), (".hidden", b"x"), ("good.txt", b"good"),
    )  # fmt: skip
    assert [(m.name, m.content) for m in read(content, "a.zip")] == [
        ("../../etc/passwd", None), ("/abs.txt", None), ("C:\\a.txt", None), ("inner.zip", None),
        ("dump.xml.bz2", None), ("good.txt", b"good"),
    ]  # fmt: skip
    assert {m.problem for m in read(content, "a.zip")[:3]} == {"Its name leads out of the container: rename it."}
    assert read(content, "a.zip")[3].problem == "It is a container inside a container: put it beside the other."


def test_an_encrypted_and_a_damaged_member_of_a_zip_are_set_aside():
    content = bytearray(zipped(("a.txt", b"a" * 1000), ("b.txt", b"b")))
    for at in (content.find(b"PK\x03\x04"), content.find(b"PK\x01\x02")):
        content[at + (6 if content[at + 2] == 3 else 8)] |= 1
    assert told(read(bytes(content), "a.zip"))[0] == ("a.txt", "It is encrypted: put it here without a password.")
    content = bytearray(zipped(("a.txt", bytes(range(256)) * 9), ("b.txt", b"b")))
    content[60] ^= 0xFF
    damaged, whole = read(bytes(content), "a.zip")
    assert damaged.content is None and damaged.problem.startswith("It is damaged (")
    assert whole.content == b"b"


def test_a_member_too_large_is_set_aside_without_being_held():
    content = zipped(("bomb.txt", bytes(MAX_MEMBER_BYTES * 4)), ("b.txt", b"b"))
    lying = content.replace((MAX_MEMBER_BYTES * 4).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    tracemalloc.start()
    for given in (content, lying):
        bomb, good = read(given, "a.zip")
        assert bomb.content is None and bomb.problem
        assert good.content == b"b"
    assert tracemalloc.get_traced_memory()[1] < 3 * MAX_MEMBER_BYTES
    tracemalloc.stop()


def test_links_and_bad_names_in_a_tar_are_set_aside():
    members = read(tarred(("link", None), ("../x", b"x"), ("in.tar.gz", b"x"), ("good.txt", b"good")), "a.tar")
    assert [(m.name, m.content) for m in members] == [
        ("link", None), ("../x", None), ("in.tar.gz", None), ("good.txt", b"good"),
    ]  # fmt: skip
    assert members[0].problem == "It is a link or a device, no file: put the file itself in its place."


def begin(content, name):
    """What comes before a container cannot be read on, and the sentence."""
    found = []
    with pytest.raises(BrokenContainer) as caught:
        for member in read_members(io.BytesIO(content), name, len(content), ContainerSettings()):
            found.append(member.name)
    return found, str(caught.value)


BIG = tuple((f"{number}.txt", bytes(range(256)) * 200) for number in range(9))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.zip", zipped(*BIG)[:-40], "is no whole .zip (it has no directory at its end): obtain it again."),
        ("a.tar", tarred(*BIG)[:200_000], "is no whole .tar"),
        ("a.tar.gz", gzip.compress(tarred(*BIG), 0, mtime=0)[:200_000], "breaks off or is damaged after"),
        ("a.tar", b"no tar at all" * 900, "is no whole .tar"),
        ("d.xml", dump(*(page(f"P{n}", "x" * 30_000, n) for n in range(9)))[:200_000], "is no whole XML (line 1: "),
        ("d.xml.bz2", b"BZh9 no", "breaks off or is damaged after 0 unpacked bytes: obtain it again."),
        ("d.xml", b"<html></html>", "is XML that begins with <html>, no dump of a wiki (<mediawiki>)."),
        ("d.xml", b"", "is no whole XML (line 1: no element found) after 0 pages: obtain it again."),
        ("d.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><mediawiki>&b;</mediawiki>', "declares a document type or entities"),
        ("d.xml", b"<mediawiki>" + b"<a>" * 5000, "nests more than"),
        ("a.jsonl.gz", gzip.compress(LINES, mtime=0)[:-9], "breaks off or is damaged after"),
    ],
)  # fmt: skip
def test_a_container_that_cannot_be_read_on_says_so_and_what_came_before_stands(name, content, words):
    found, told = begin(content, name)
    assert told.startswith(words)
    assert bool(found) == (len(content) == 200_000)


def test_what_unpacks_to_far_too_much_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr("warehouse.containers.unpacked.FREE_BYTES", 1 << 20)
    lines = b'{"title": "A", "text": "b"}\n' + b" " * (8 << 20)
    found, told = begin(bz2.compress(lines), "a.jsonl.bz2")
    assert found == ["A"]
    assert told.startswith("unpacks to more than 1,0") and told.endswith("it is not read further.")


def test_a_zip_whose_members_lie_over_one_another_is_not_read():
    content = zipped(("a.txt", bytes(range(256)) * 400), ("b.txt", b"b" * 256))
    entry = content.find(b"PK\x01\x02")
    second = content.find(b"PK\x01\x02", entry + 4)
    spoiled = bytearray(content)
    spoiled[second + 20 : second + 24] = len(content).to_bytes(4, "little")
    assert begin(bytes(spoiled), "a.zip") == ([], "is a .zip whose members lie over one another: it is not read.")


def test_a_tar_header_that_would_fill_memory_is_refused():
    header = tarfile.TarInfo("././@LongLink")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 1 << 30
    assert begin(header.tobuf(tarfile.GNU_FORMAT), "a.tar")[1].startswith("is a .tar with a header of 1,073,741,824")


@pytest.mark.parametrize(("kind", "name"), [("dump", "d.xml"), ("lines", "a.jsonl"), ("tar", "a.tar")])
def test_a_stream_of_many_members_takes_the_memory_of_few(kind, name, tmp_path):
    def pieces(count):
        text = "x" * 2000
        if kind == "dump":
            return [b"<mediawiki>", *(page(f"P{n}", text, n).encode() for n in range(count)), b"</mediawiki>"]
        if kind == "lines":
            return [json.dumps({"title": f"P{n}", "text": text}).encode() + b"\n" for n in range(count)]
        return [tarred(*((f"P{n}.txt", text.encode()) for n in range(count)))]

    def peak(count):
        file = tmp_path / f"{count}{name}"
        with file.open("wb") as held:
            held.writelines(pieces(count))
        tracemalloc.start()
        with file.open("rb") as held:
            members = read_members(held, name, file.stat().st_size, ContainerSettings())
            assert sum(1 for _ in members) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(8000) < 1.5 * peak(1000) + 500_000
