-- One row: how many contradictions between two tellings were planted, and how many of them the edition names: one of
-- their dates, or of kind occurrence, between a claim of each telling. Needs pages, claims, contradiction_claims.
with planted as (
    select second.path as second_path, first.path as first_path, second.planted_kind as event_type
    from pages as second
    join pages as first on first.person = second.person and not first.is_second
    where second.planted_kind <> ''
),
named as (
    select contradiction_id, event_type, list(distinct source_path) as paths
    from contradiction_claims
    join claims using (claim_id)
    group by contradiction_id, event_type
)
select
    count(*) as planted,
    count(*) filter (where exists (
        from named
        where named.event_type = planted.event_type
            and list_has_all(named.paths, [planted.first_path, planted.second_path])
    )) as found
from planted
