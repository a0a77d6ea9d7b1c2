-- What leads from the recorded sources to the listed files: one row a source that came, changed, moved, was described
-- anew, went or came back. A source keeps its id when its file moves or changes.
with
-- A spot is where a source lies: a path, or a path and a member. Of members of one name the later ones get a number.
listed as (
    select * exclude (ordinal, turn), path || coalesce(chr(10) || member, '') as spot
    from (
        select * exclude (member), member || case when turn > 1 then ' [' || turn || ']' else '' end as member
        from (select *, row_number() over (partition by path, member order by ordinal) as turn from listed_members)
    )
    qualify row_number() over (partition by path, member order by ordinal) = 1
    union all by name
    select *, path as spot from listed_files
),
recorded as (
    select *, path || coalesce(chr(10) || member, '') as spot from current_accessions
),
standing as (
    select * from recorded where action <> 'withdrawn'
),
withdrawn as (
    select * from recorded where action = 'withdrawn'
),
here as (
    select listed.*, standing.source_id
    from listed
    join standing on standing.spot = listed.spot
    -- A file that was received and cannot be read now changes nothing: its bytes are kept.
    where listed.has_bytes or standing.problem is not null
),
unplaced as (
    select * from listed anti join standing on standing.spot = listed.spot
),
gone as (
    select * from standing anti join listed on listed.spot = standing.spot
),
moved as (
    -- the same bytes under another path, where the old path is gone; one to one, in order of the paths
    select arrived.* exclude (place), left_behind.source_id
    from (
        select *, row_number() over (partition by sha256 order by spot) as place
        from unplaced where has_bytes
    ) as arrived
    join (
        select *, row_number() over (partition by sha256 order by spot) as place
        from gone where problem is null
    ) as left_behind
        on left_behind.sha256 = arrived.sha256 and left_behind.place = arrived.place
),
to_place as (
    select * from unplaced anti join moved on moved.spot = unplaced.spot
),
candidates as (
    -- a withdrawn source comes back under its path, or else with its bytes
    select to_place.spot, withdrawn.source_id, 1 as rank, withdrawn.sha256 = to_place.sha256 as is_same, withdrawn.first_tx
    from to_place
    join withdrawn on withdrawn.spot = to_place.spot
    union all
    select to_place.spot, withdrawn.source_id, 2, true, withdrawn.first_tx
    from to_place
    join withdrawn on withdrawn.sha256 = to_place.sha256
    where to_place.has_bytes and withdrawn.problem is null
),
preferred as (
    select spot, source_id, rank
    from candidates
    qualify row_number() over (partition by spot order by rank, is_same desc, first_tx desc, source_id) = 1
),
back as (
    select to_place.*, preferred.source_id
    from to_place
    join preferred on preferred.spot = to_place.spot
    qualify row_number() over (partition by preferred.source_id order by preferred.rank, to_place.spot) = 1
),
new as (
    select to_place.*, null::varchar as source_id
    from to_place
    anti join back on back.spot = to_place.spot
),
placed as (
    select *, 'here' as found from here
    union all by name select *, 'moved' as found from moved
    union all by name select *, 'back' as found from back
    union all by name select *, 'new' as found from new
),
leaving as (
    select * from gone anti join moved on moved.source_id = gone.source_id
    where $withdraw
        -- a container listed as a file could not be read to its end: what it holds is not gone
        and (member is null or path not in (select path from listed_files))
),
kept as (
    -- what stands without being listed, or without being readable now, still counts when doubles are looked for
    select source_id, spot, sha256, first_tx
    from standing
    anti join placed on placed.source_id = standing.source_id
    anti join leaving on leaving.source_id = standing.source_id
    where standing.problem is null
),
counting as (
    select placed.source_id, placed.spot, placed.sha256, recorded.first_tx
    from placed
    left join recorded on recorded.source_id = placed.source_id
    where placed.has_bytes and placed.problem is null
    union all by name
    select * from kept
),
firsts as (
    -- of files with the same bytes the first source recorded (else the first path) counts; the others are doubles of it
    select sha256, spot, source_id
    from counting
    qualify row_number() over (partition by sha256 order by first_tx nulls last, spot) = 1
),
after as (
    select
        placed.*,
        placed.problem is null and firsts.spot <> placed.spot as is_double,
        firsts.spot as first_spot,
        firsts.source_id as first_source_id
    from placed
    left join firsts on firsts.sha256 = placed.sha256
),
entries as (
    select
        after.spot,
        after.source_id,
        case
            when after.found = 'new' then 1
            when before.sha256 = after.sha256 then before.version
            else before.version + 1
        end as version,
        case
            when after.found = 'new' then 'received'
            when after.found = 'back' then 'returned'
            when before.sha256 <> after.sha256 or before.problem is distinct from after.problem then 'changed'
            when after.found = 'moved' then 'moved'
            when (before.duplicate_of is null) = after.is_double
                or (after.is_double and before.duplicate_of is distinct from after.first_source_id)
                or before.authorship is distinct from after.authorship
                or before.origin is distinct from after.origin
                or before.licence is distinct from after.licence
                or before.reference_code is distinct from after.reference_code
            then 'described'
        end as action,
        after.path,
        after.member,
        after.sha256,
        after.byte_count,
        after.media_type,
        after.is_double,
        after.first_spot,
        after.first_source_id,
        after.problem,
        after.authorship,
        after.origin,
        after.licence,
        after.reference_code
    from after
    left join current_accessions as before on before.source_id = after.source_id
)
select * from entries where action is not null
union all by name
select
    spot, source_id, version, 'withdrawn' as action, path, member, sha256, byte_count, media_type,
    false as is_double, null::varchar as first_spot, null::varchar as first_source_id, problem,
    authorship, origin, licence, reference_code
from leaving
order by path, member nulls first, source_id
