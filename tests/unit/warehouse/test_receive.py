"""A seed folder listed and read without trust."""

import hashlib
import os
import socket
import time
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from warehouse import receive
from warehouse.descriptions import read_descriptions
from warehouse.errors import UnusableSeeds
from warehouse.log import attach_log, compare_folder, open_log, read_contents
from warehouse.receive import NewContents, list_seeds

LATER = time.time_ns() + 3600 * 10**9
"""A look so late that every file of the tests is at rest."""


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    (folder / "letters").mkdir(parents=True)
    (folder / "b.txt").write_bytes(b"bee")
    (folder / "letters" / "a.txt").write_bytes("Привет".encode())
    return folder


def look(folder, cache=None, **options):
    return list_seeds(folder, cache, now_ns=LATER, **options)


def problems(folder):
    return {arrival.path: arrival.problem for arrival in look(folder).arrivals if arrival.problem}


def test_files_are_listed_in_order_with_size_and_digest(seeds):
    listing = look(seeds)
    assert listing.is_complete
    assert [(a.path, a.byte_count, a.sha256, a.problem) for a in listing.arrivals] == [
        ("b.txt", 3, hashlib.sha256(b"bee").hexdigest(), None),
        ("letters/a.txt", 12, hashlib.sha256("Привет".encode()).hexdigest(), None),
    ]


def test_rulings_descriptions_hidden_files_and_leftovers_are_no_sources(seeds):
    (seeds / "rulings").mkdir()
    for name in ("sources.yml", "rulings/r.yml", ".hidden", "c.txt~", ".c.txt.swp", "#c.txt#", "~$c.docx", "d.part"):
        (seeds / name).write_text("")
    (seeds / ".git").mkdir()
    (seeds / ".git" / "config").write_text("x")
    (seeds / "letters" / "rulings").mkdir()
    (seeds / "letters" / "rulings" / "c.txt").write_text("a source like any other")
    assert [arrival.path for arrival in look(seeds).arrivals] == ["b.txt", "letters/a.txt", "letters/rulings/c.txt"]


def test_an_empty_file_is_received(seeds):
    (seeds / "empty.txt").touch()
    found = {arrival.path: arrival for arrival in look(seeds).arrivals}["empty.txt"]
    assert (found.byte_count, found.has_bytes, found.problem) == (0, True, None)


def test_a_pipe_a_socket_and_a_link_out_are_named_and_never_opened(seeds, tmp_path, monkeypatch):
    os.mkfifo(seeds / "pipe")
    (tmp_path / "secret").write_text("secret")
    (seeds / "link").symlink_to(tmp_path / "secret")
    (seeds / "broken").symlink_to("nowhere")
    (seeds / "folder").symlink_to(seeds / "letters")
    monkeypatch.chdir(seeds)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        found = problems(seeds)
    assert {path: problem.split(":")[0] for path, problem in found.items()} == {
        "pipe": "It is a pipe, no file",
        "socket": "It is a socket, no file",
        "link": "It is a link out of the seed folder, which is not followed",
        "broken": "It is a link that leads to no file",
        "folder": "It is a link that leads to no file",
    }
    assert not any(arrival.has_bytes for arrival in look(seeds).arrivals if arrival.problem)
    assert hashlib.sha256(b"secret").hexdigest() not in {arrival.sha256 for arrival in look(seeds).arrivals}


def test_a_file_swapped_for_a_pipe_or_link_after_the_listing_is_refused(seeds, tmp_path):
    entries = listing_entries(listing := look(seeds))
    (tmp_path / "secret").write_bytes(b"bee")
    (seeds / "b.txt").unlink()
    os.mkfifo(seeds / "b.txt")
    assert NewContentsRead(listing, entries).paths == ["letters/a.txt"]


def test_a_link_inside_the_folder_is_read(seeds):
    (seeds / "again.txt").symlink_to("letters/a.txt")
    found = {arrival.path: arrival for arrival in look(seeds).arrivals}
    assert found["again.txt"].sha256 == found["letters/a.txt"].sha256


def test_a_name_that_is_no_text_is_received_under_a_readable_one(seeds):
    Path(os.fsdecode(os.fsencode(seeds) + b"/caf\xe9.txt")).write_bytes(b"odd")
    listing = look(seeds)
    (found,) = [arrival for arrival in listing.arrivals if arrival.problem]
    assert (found.path, found.has_bytes) == ("caf\\xe9.txt", True)
    assert "UTF-8" in found.problem
    assert NewContentsRead(listing, listing_entries(listing)).contents[found.sha256] == b"odd"


def test_an_unreadable_file_is_named_and_an_unreadable_folder_makes_the_listing_incomplete(seeds, monkeypatch):
    real_open, real_scan = os.open, os.scandir

    def refuse_file(path, *rest, **named):
        if str(path).endswith("b.txt"):
            raise PermissionError(13, "Permission denied")
        return real_open(path, *rest, **named)

    def refuse_folder(path):
        if str(path).endswith("letters"):
            raise PermissionError(13, "Permission denied")
        return real_scan(path)

    monkeypatch.setattr(os, "open", refuse_file)
    assert problems(seeds) == {"b.txt": "It cannot be read: Permission denied. Give read access or take it away."}
    assert look(seeds).is_complete
    monkeypatch.setattr(os, "scandir", refuse_folder)
    assert not look(seeds).is_complete
    assert problems(seeds)["letters"] == "The folder cannot be listed: Permission denied. Give read access."


def test_a_file_that_keeps_changing_while_it_is_read_is_named(seeds, monkeypatch):
    real = receive._digest
    reads = []

    def growing(file):
        made = real(file)
        if Path(file.name if isinstance(file.name, str) else f"/proc/self/fd/{file.name}").resolve().name == "b.txt":
            reads.append(made)
            with (seeds / "b.txt").open("ab") as more:
                more.write(b"!")
        return made

    monkeypatch.setattr(receive, "_digest", growing)
    assert problems(seeds) == {"b.txt": "It changed while it was being read: it is received once it is at rest."}
    assert len(reads) == 2, "it is tried once more"


def test_too_large_a_file_is_named_and_not_read(seeds, monkeypatch):
    monkeypatch.setattr(receive, "MAX_BYTES", 5)
    assert problems(seeds)["letters/a.txt"].startswith("It has 12 bytes, more than the 5")


def test_what_lies_as_it_lay_is_not_read_again(seeds, tmp_path, monkeypatch):
    cache = tmp_path / "home" / "cache"
    first = look(seeds, cache)
    read = []
    real = receive._digest
    monkeypatch.setattr(receive, "_digest", lambda file: read.append(file) or real(file))
    assert look(seeds, cache) == first
    assert read == []
    (seeds / "b.txt").write_bytes(b"BEE")
    assert look(seeds, cache).arrivals[0].sha256 == hashlib.sha256(b"BEE").hexdigest()
    assert len(read) == 1
    look(seeds, cache, reads_all=True)
    assert len(read) == 3


def test_a_file_of_the_same_size_and_time_put_in_its_place_is_seen(seeds, tmp_path):
    cache = tmp_path / "home" / "cache"
    look(seeds, cache)
    stats = (seeds / "b.txt").stat()
    (seeds / "new").write_bytes(b"BEE")
    os.utime(seeds / "new", ns=(stats.st_atime_ns, stats.st_mtime_ns))
    (seeds / "new").replace(seeds / "b.txt")
    assert look(seeds, cache).arrivals[0].sha256 == hashlib.sha256(b"BEE").hexdigest()


def test_a_file_changed_just_now_is_not_trusted_next_time(seeds, tmp_path, monkeypatch):
    cache = tmp_path / "home" / "cache"
    list_seeds(seeds, cache, now_ns=time.time_ns())
    read = []
    real = receive._digest
    monkeypatch.setattr(receive, "_digest", lambda file: read.append(file) or real(file))
    list_seeds(seeds, cache, now_ns=time.time_ns())
    assert len(read) == 2


def test_a_cache_that_is_damaged_is_forgotten(seeds, tmp_path):
    cache = tmp_path / "home" / "cache"
    first = look(seeds, cache)
    (cache / "listing.parquet").write_bytes(b"nonsense")
    assert look(seeds, cache) == first


def test_a_missing_folder_and_a_home_inside_it_are_refused(seeds, tmp_path):
    with pytest.raises(UnusableSeeds, match="There is no seed folder"):
        look(tmp_path / "nowhere")
    with pytest.raises(UnusableSeeds, match="lies inside the seed folder"):
        look(seeds, seeds / "home" / "cache")


def test_the_digest_of_a_listing_tells_any_change(seeds):
    before = look(seeds).digest
    assert look(seeds).digest == before
    (seeds / "sources.yml").write_text("b.txt: {origin: RGASPI}")
    described = look(seeds).digest
    (seeds / "b.txt").rename(seeds / "c.txt")
    assert len({before, described, look(seeds).digest}) == 3


def test_descriptions_reach_their_sources_and_strays_are_noted(seeds):
    (seeds / "sources.yml").write_text("b.txt: {origin: RGASPI, reference_code: 17}\nz.txt: {licence: CC0}")
    listing = look(seeds)
    assert listing.arrivals[0].facts == {"origin": "RGASPI", "reference_code": "17"}
    assert len(listing.notes) == 1 and "z.txt" in listing.notes[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- b.txt", "must map paths"),
        ("b.txt: RGASPI", "b.txt may have"),
        ("b.txt: {provenance: x}", "b.txt may have authorship, origin, licence, reference_code"),
        ("b.txt: {origin: [a, b]}", "origin of b.txt must be text"),
        ("b.txt: {authorship: robot}", "is one of human, machine, unstated, not 'robot'"),
        ("b.txt: {", "cannot be understood"),
    ],
)
def test_a_wrong_description_is_told_in_one_sentence(tmp_path, text, told):
    file = tmp_path / "sources.yml"
    file.write_text(text)
    with pytest.raises(UnusableSeeds, match=told) as error:
        read_descriptions(file)
    assert "sources.yml" in str(error.value) and "\n" not in str(error.value)


def listing_entries(listing):
    return pa.table({"path": [a.path for a in listing.arrivals], "sha256": [a.sha256 for a in listing.arrivals]})


class NewContentsRead:
    """New contents, read to their end."""

    def __init__(self, listing, entries, kept=()):
        made = NewContents(listing, entries, set(kept))
        self.batches = list(made)
        self.contents = {row["sha256"]: row["content"] for batch in self.batches for row in batch.to_pylist()}
        self.paths = made.settle().column("path").to_pylist()


def test_new_bytes_are_read_once_a_digest_in_bounded_batches(seeds, monkeypatch):
    (seeds / "double.txt").write_bytes(b"bee")
    (seeds / "empty.txt").touch()
    monkeypatch.setattr(receive, "BATCH_BYTES", 4)
    listing = look(seeds)
    read = NewContentsRead(listing, listing_entries(listing))
    assert sorted(read.contents.values()) == [b"", b"bee", "Привет".encode()]
    assert [batch.num_rows for batch in read.batches] == [3]
    assert all(hashlib.sha256(value).hexdigest() == digest for digest, value in read.contents.items())
    monkeypatch.setattr(receive, "BATCH_BYTES", 2)
    again = NewContentsRead(listing, listing_entries(listing))
    assert [batch.num_rows for batch in again.batches] == [1, 2]
    assert again.contents == read.contents


def test_bytes_the_log_has_are_not_read(seeds):
    listing = look(seeds)
    read = NewContentsRead(listing, listing_entries(listing), kept=[hashlib.sha256(b"bee").hexdigest()])
    assert list(read.contents.values()) == ["Привет".encode()]
    assert read.paths == ["b.txt", "letters/a.txt"]


def test_what_changed_since_the_listing_waits_and_so_does_its_double(seeds):
    (seeds / "double.txt").write_bytes(b"bee")
    listing = look(seeds)
    for name in ("b.txt", "double.txt"):
        (seeds / name).write_bytes(b"something else")
    read = NewContentsRead(listing, listing_entries(listing))
    assert (read.paths, list(read.contents.values())) == (["letters/a.txt"], ["Привет".encode()])


def test_where_only_one_of_two_doubles_changed_the_other_gives_the_bytes(seeds):
    (seeds / "double.txt").write_bytes(b"bee")
    listing = look(seeds)
    (seeds / "b.txt").write_bytes(b"something else")
    read = NewContentsRead(listing, listing_entries(listing))
    assert read.paths == ["b.txt", "double.txt", "letters/a.txt"]
    assert read.contents[hashlib.sha256(b"bee").hexdigest()] == b"bee"


def test_from_folder_to_log_and_back(seeds, tmp_path, monkeypatch):
    """Every byte received is given back, however odd the file."""
    (seeds / "long.txt").write_bytes(bytes(range(256)) * 4096)
    (seeds / "empty.txt").touch()
    log = open_log(tmp_path / "home" / "log")
    listing = look(seeds)
    with duckdb.connect() as con:
        attach_log(con, log)
        entries = compare_folder(con, listing.arrivals, withdraw=True)
    from datetime import UTC, datetime

    with log.begin(None) as pending:
        contents = NewContents(listing, entries, set())
        pending.write("contents", contents)
        pending.write("accessions", contents.settle())
        pending.commit(recorded_at=datetime.now(UTC), kind="ingestion", cause="", agent="", run_id=None)
    given = dict(read_contents(log, [arrival.sha256 for arrival in listing.arrivals]))
    assert given == {arrival.sha256: (seeds / arrival.path).read_bytes() for arrival in listing.arrivals}


def test_a_long_line_is_received_within_bounded_memory(tmp_path):
    """A file of 64 MB in one line: the peak stays under five times its size, interpreter and libraries apart."""
    import subprocess
    import sys

    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "line.txt").write_bytes(os.urandom(1 << 20) * 64)
    script = tmp_path / "peak.py"
    script.write_text(_PEAK)
    done = subprocess.run(
        [sys.executable, str(script), str(folder), str(tmp_path / "home")], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 5 * (64 << 20), f"{int(done.stdout) >> 20} MB more than before"


_PEAK = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
import duckdb
from warehouse.log import attach_log, compare_folder, open_log
from warehouse.receive import NewContents, list_seeds

peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
log = open_log(Path(sys.argv[2]) / "log")
with duckdb.connect() as con:
    attach_log(con, log)
    before = peak()
    listing = list_seeds(Path(sys.argv[1]), None, now_ns=0)
    entries = compare_folder(con, listing.arrivals, withdraw=True)
with log.begin(None) as pending:
    contents = NewContents(listing, entries, set())
    pending.write("contents", contents)
    pending.write("accessions", contents.settle())
    pending.commit(recorded_at=datetime.now(UTC), kind="ingestion", cause="", agent="", run_id=None)
print(peak() - before)
"""
