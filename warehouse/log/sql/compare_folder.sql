-- What leads from the recorded sources to the listed files: one row a source that came, changed, moved, was described
-- anew, went or came back. A source keeps its id when its file moves or changes.
with
standing as (
    select * from current_accessions where action <> 'withdrawn'
),
withdrawn as (
    select * from current_accessions where action = 'withdrawn'
),
here as (
    select listed.*, standing.source_id, standing.version, 'here' as found
    from listed
    join standing on standing.path = listed.path
),
unplaced as (
    select * from listed anti join standing on standing.path = listed.path
),
gone as (
    select * from standing anti join listed on listed.path = standing.path
),
moved as (
    -- the same bytes under another path, where the old path is gone; one to one, in order of the paths
    select arrived.* exclude (place), left_behind.source_id, left_behind.version, 'moved' as found
    from (
        select *, row_number() over (partition by sha256 order by path) as place
        from unplaced where problem is null
    ) as arrived
    join (
        select *, row_number() over (partition by sha256 order by path) as place
        from gone where problem is null
    ) as left_behind
        on left_behind.sha256 = arrived.sha256 and left_behind.place = arrived.place
),
back as (
    -- a withdrawn source comes back under its path, or with its bytes
    select candidates.* exclude (preference) from (
        select
            unplaced.*,
            withdrawn.source_id,
            withdrawn.version,
            'back' as found,
            row_number() over (
                partition by unplaced.path
                order by withdrawn.path = unplaced.path desc, withdrawn.first_tx, withdrawn.source_id
            ) as preference
        from unplaced
        anti join moved on moved.path = unplaced.path
        join withdrawn
            on withdrawn.path = unplaced.path
            or (withdrawn.sha256 = unplaced.sha256 and unplaced.problem is null)
    ) as candidates
    where preference = 1
    qualify row_number() over (partition by source_id order by path) = 1
),
new as (
    select
        unplaced.*,
        's' || substr(sha256(unplaced.path || chr(10) || unplaced.sha256), 1, 12) as source_id,
        0::bigint as version,
        'new' as found
    from unplaced
    anti join moved on moved.path = unplaced.path
    anti join back on back.path = unplaced.path
),
placed as (
    from here union all by name from moved union all by name from back union all by name from new
),
doubled as (
    -- of files with the same bytes the first source recorded (else the first path) counts; the others are doubles of it
    select
        placed.*,
        case when placed.problem is null then first_value(placed.source_id) over (
            partition by placed.sha256, placed.problem is null
            order by recorded.first_tx nulls last, placed.path
        ) end as first_with_bytes
    from placed
    left join current_accessions as recorded on recorded.source_id = placed.source_id
),
after as (
    select
        doubled.* exclude (first_with_bytes),
        case when first_with_bytes <> doubled.source_id then first_with_bytes end as duplicate_of
    from doubled
),
entries as (
    select
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
            when before.duplicate_of is distinct from after.duplicate_of
                or before.authorship is distinct from after.authorship
                or before.origin is distinct from after.origin
                or before.licence is distinct from after.licence
                or before.reference_code is distinct from after.reference_code
            then 'described'
        end as action,
        after.path,
        null::varchar as member,
        after.sha256,
        after.byte_count,
        after.media_type,
        after.duplicate_of,
        after.problem,
        after.authorship,
        after.origin,
        after.licence,
        after.reference_code
    from after
    left join current_accessions as before on before.source_id = after.source_id
),
leaving as (
    select
        source_id, version, 'withdrawn' as action, path, member, sha256, byte_count, media_type, duplicate_of, problem,
        authorship, origin, licence, reference_code
    from gone
    anti join moved on moved.source_id = gone.source_id
    where $withdraw
)
from entries where action is not null
union all by name
from leaving
order by path, source_id
