"""Sources inside files: received, read, told apart, changed, cut off, verified."""

import json
import zipfile
from datetime import UTC, datetime

import duckdb
import pytest
from integration.containers.conftest import life
from integration.driver import Silent, ask, refresh

from pipelines.stages import members, read
from pipelines.stages.run import Run
from pipelines.stages.verify import verify_everything
from warehouse.listing_cache import load_seen, save_seen
from warehouse.log import attach_log, open_log

SOURCES = "select path, member, title, status, version, reference_code from sources order by path, member"


def published(home, query):
    with duckdb.connect() as con:
        for table in ("sources", "claims", "claim_support", "citations"):
            files = f"{home}/published/current/{table}/*.parquet"
            con.execute(f"create view {table} as from read_parquet('{files}')")
        return con.sql(query).fetchall()


def test_members_are_sources_with_their_numbers_and_their_claims(tmp_path, home, write_dump):
    seeds = tmp_path / "seeds"
    write_dump(
        seeds / "lives.xml.bz2", ("Otto Lind", life("Otto Lind", 1905)), ("Ida Moe (politician)", "Ida [[was]] '' ")
    )
    with zipfile.ZipFile(seeds / "more.zip", "w") as archive:
        archive.writestr("letters/karl.wiki", life("Karl Berg", 1871))
        archive.writestr("../karl.wiki", "x")
    (seeds / "lines.jsonl").write_text(
        json.dumps({"key": 4, "name": "Ada Holm", "body": life("Ada Holm", 1901)}) + "\n", "utf-8"
    )
    (seeds / "sources.yml").write_text(
        "lines.jsonl:\n  origin: A shelf\n  fields: {id: key, title: name, text: body}\n"
        "lives.xml.bz2:\n  licence: CC BY-SA 4.0\n  categories: [Mayors]\n",
        "utf-8",
    )
    refresh(seeds, home)
    rows = published(home, SOURCES)
    assert rows == [
        ("lines.jsonl", "Ada Holm", "Ada Holm", "normalized", 1, "id 4"),
        ("lives.xml.bz2", "Otto Lind", "Otto Lind", "normalized", 1, "page 10, revision 1001"),
        ("more.zip", "../karl.wiki", None, "quarantined", 1, None),
        ("more.zip", "letters/karl.wiki", "Karl Berg", "normalized", 1, None),
    ]
    told = published(home, "select distinct path, origin, licence from sources order by path")
    assert told == [("lines.jsonl", "A shelf", None), ("lives.xml.bz2", None, "CC BY-SA 4.0"), ("more.zip", None, None)]
    births = "select subject_text, date_edtf, source_path from claims where event_type = 'birth' order by 1"
    assert published(home, births) == [
        ("Ada Holm", "1901-02-07", "lines.jsonl"),
        ("Karl Berg", "1871-02-07", "more.zip"),
        ("Otto Lind", "1905-02-07", "lives.xml.bz2"),
    ]
    marked = "select count(*) from claim_support where method = 'inline_marker'"
    assert published(home, marked) == [(3,)]


def test_a_container_that_lies_as_it_lay_is_not_opened_again(tmp_path, home, write_dump, monkeypatch):
    seeds = tmp_path / "seeds"
    write_dump(seeds / "lives.xml", ("Otto Lind", life("Otto Lind", 1905)))
    refresh(seeds, home)
    monkeypatch.setattr(members, "read_members", None)
    assert refresh(seeds, home) == (f"Nothing has changed since edition {next_edition(home)}.", None)
    (seeds / "other.txt").write_text("= Ada =\n\n- Born: 1901\n")
    assert refresh(seeds, home)[0] == "Sources: 1 received."


def next_edition(home):
    return (home / "published" / "current").resolve().name


def test_a_new_dump_changes_what_changed_and_withdraws_what_is_gone(tmp_path, home, write_dump):
    seeds = tmp_path / "seeds"
    pages = [(name, life(name, 1900 + place)) for place, name in enumerate(("Otto Lind", "Ida Moe", "Karl Berg"))]
    write_dump(seeds / "lives.xml", *pages)
    refresh(seeds, home)
    before = dict(published(home, "select member, source_id from sources"))
    write_dump(seeds / "lives.xml", ("Otto Lind", life("Otto Lind", 1907), 2), pages[1])
    assert refresh(seeds, home)[0] == "Sources: 1 changed, 1 withdrawn."
    rows = published(home, "select member, source_id, version, status from sources order by member")
    assert rows == [
        ("Ida Moe", before["Ida Moe"], 1, "normalized"),
        ("Karl Berg", before["Karl Berg"], 1, "withdrawn"),
        ("Otto Lind", before["Otto Lind"], 2, "normalized"),
    ]
    (seeds / "lives.xml").rename(seeds / "renamed.xml")
    assert refresh(seeds, home)[0] == "Sources: 2 moved."


def test_what_died_half_way_goes_on_behind_the_last_batch(tmp_path, home, write_dump, monkeypatch):
    seeds = tmp_path / "seeds"
    names = [f"Person {chr(65 + place)}lund" for place in range(9)]
    write_dump(seeds / "lives.xml", *((name, life(name, 1850 + place)) for place, name in enumerate(names)))
    monkeypatch.setattr(members, "_BATCH_MEMBERS", 2)
    ticks = iter(range(4))

    def failing_clock():
        next(ticks)
        return datetime.now(UTC)

    with pytest.raises((StopIteration, RuntimeError)):
        refresh(seeds, home, clock=failing_clock)
    received = [made.cause for made in open_log(home / "log").transactions()]
    assert received == ["Bytes of 2 members of lives.xml."] * 3
    refresh(seeds, home)
    causes = [made.cause for made in open_log(home / "log").transactions()]
    assert causes[:6] == [
        *["Bytes of 2 members of lives.xml."] * 4, "Bytes of 1 members of lives.xml.",
        "Sources in the seed folder: 9 received.",
    ]  # fmt: skip
    assert [row[0] for row in published(home, "select member from sources order by 1")] == names
    with duckdb.connect() as con:
        attach_log(con, open_log(home / "log"))
        assert con.sql("select count(*), count(distinct sha256) from log_contents").fetchall() == [(9, 9)]


def test_a_dump_cut_off_loses_nothing_and_says_so(tmp_path, home, write_dump):
    seeds = tmp_path / "seeds"
    write_dump(seeds / "lives.xml", ("Otto Lind", life("Otto Lind", 1905)), ("Ida Moe", life("Ida Moe", 1906)))
    (seeds / "note.txt").write_text("= Ada =\n\n- Born: 1901\n")
    refresh(seeds, home)
    (seeds / "note.txt").unlink()
    whole = (seeds / "lives.xml").read_bytes()
    (seeds / "lives.xml").write_bytes(whole[: whole.index(b"</page>") + 40])
    write_dump(seeds / "other.xml", ("Karl Berg", life("Karl Berg", 1871)))
    assert refresh(seeds, home)[0] == "Sources: 2 received, 1 withdrawn.", "of the cut container nothing is withdrawn"
    rows = published(home, "select member, status, problem from sources order by member nulls first, status")
    assert rows[0][:2] == (None, "quarantined")
    assert rows[0][2].startswith("lives.xml is no whole XML (line ")
    assert [row[:2] for row in rows[1:]] == [
        (None, "withdrawn"), ("Ida Moe", "normalized"), ("Karl Berg", "normalized"), ("Otto Lind", "normalized"),
    ]  # fmt: skip
    (seeds / "lives.xml").write_bytes(whole)
    assert refresh(seeds, home)[0] == "Sources: 1 withdrawn."


def test_members_of_one_name_and_members_with_the_same_bytes(tmp_path, home):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    lines = [{"title": "Otto", "text": life("Otto Lind", 1905)}, {"title": "Otto", "text": life("Otto Moe", 1906)}]
    lines.append({"title": "Copy", "text": lines[0]["text"]})
    lines.append({"title": "Nothing", "text": ""})
    (seeds / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    refresh(seeds, home)
    rows = published(home, "select member, title, status from sources order by member")
    assert rows == [
        ("Copy", "Otto Lind", "normalized"),
        ("Nothing", None, "quarantined"),
        ("Otto", None, "duplicate"),
        ("Otto [2]", "Otto Moe", "normalized"),
    ]
    assert refresh(seeds, home)[1] is None


def test_verify_says_that_containers_stay_with_their_owners(tmp_path, home, write_dump):
    seeds = tmp_path / "seeds"
    write_dump(seeds / "lives.xml", ("Otto Lind", life("Otto Lind", 1905)))
    refresh(seeds, home)
    run = Run(seeds, home, "v", "test", False, lambda: datetime.now(UTC), Silent())
    verified = verify_everything(run, is_replayed=True, is_recorded=False, tell=lambda _: None)
    assert verified.fixity.damages == ()
    size = (seeds / "lives.xml").stat().st_size
    assert "Containers stay with their owners, of them only the members are kept: " in verified.fixity.told
    assert f"lives.xml (1 members, {size:,} bytes, SHA-256 " in verified.fixity.told


def test_marts_name_the_member(tmp_path, home, write_dump):
    seeds = tmp_path / "seeds"
    write_dump(seeds / "lives.xml", ("Otto Lind", life("Otto Lind", 1905)))
    refresh(seeds, home)
    assert ask(home, "select path, member from source_overview") == [("lives.xml", "Otto Lind")]


def test_provenance_names_container_member_page_and_revision(tmp_path, home, write_dump):
    seeds = tmp_path / "seeds"
    write_dump(seeds / "lives.xml", ("Otto Lind", life("Otto Lind", 1905)))
    refresh(seeds, home)
    told = ask(home, "select distinct source_path, member, reference_code from claim_provenance")
    assert told == [("lives.xml", "Otto Lind", "page 10, revision 1001")]


def test_a_member_is_named_as_if_its_container_were_a_folder(tmp_path, home, write_dump):
    seeds = tmp_path / "seeds"
    write_dump(seeds / "lives.xml", ("Otto Lind", life("Otto Lind", 1905)), ("Ida Moe", life("Ida Moe", 1906)))
    refresh(seeds, home)
    for name, count in (("lives.xml/Ida Moe", 1), ("lives.xml/*Lind", 1), ("lives.xml", 2)):
        refresh(seeds, home, only=(name,))
        told = f"Read {count} source{'s' * (count > 1)}: newer reading."
        assert open_log(home / "log").transactions()[-2].cause == told


def test_many_batches_of_members_are_each_read_from_their_own_part_of_the_log(tmp_path, home, write_dump, monkeypatch):
    monkeypatch.setattr(members, "_BATCH_MEMBERS", 3)
    seeds = tmp_path / "seeds"
    names = [f"Person {chr(90 - place)}lund" for place in range(9)]
    write_dump(seeds / "lives.xml", *((name, life(name, 1850 + place)) for place, name in enumerate(names)))
    opened = []
    real = read.read_contents
    monkeypatch.setattr(
        read, "read_contents", lambda *a, held_in: opened.append(sorted(held_in)) or real(*a, held_in=held_in)
    )
    refresh(seeds, home, batch_sources=3)
    assert opened == [[1], [2], [3]]


def test_a_paranoid_run_reads_what_lies_as_it_lay(tmp_path, home, write_dump):
    seeds = tmp_path / "seeds"
    write_dump(seeds / "lives.xml", ("Otto Lind", life("Otto Lind", 1905)))
    refresh(seeds, home)
    write_dump(seeds / "lives.xml", ("Otto Lind", life("Otto Lind", 1906)))  # as a disk does that loses bits
    stats = (seeds / "lives.xml").stat()
    seen = load_seen(home / "cache")["lives.xml"]
    told = seen._replace(modified_ns=stats.st_mtime_ns, changed_ns=stats.st_ctime_ns, file_number=stats.st_ino)
    save_seen(home / "cache", {"lives.xml": told})
    assert refresh(seeds, home)[1] is None
    assert refresh(seeds, home, is_paranoid=True)[0] == "Sources: 1 changed."
