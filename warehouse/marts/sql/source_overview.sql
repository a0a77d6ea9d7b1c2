-- One row a source.
with
passage_counts as (
    select source_id, count(*) as passage_count from passages where kind <> 'blank' group by source_id
),
gap_counts as (
    select source_id, count(*) as gap_count from gaps group by source_id
),
citation_counts as (
    select source_id, count(*) as citation_count from citations group by source_id
),
claim_counts as (
    select source_id, count(*) as claim_count, count(date_edtf) as dated_count from claims group by source_id
),
told as (
    select distinct claims.source_id, events.event_id, events.subject_id, events.source_count
    from events join event_claims using (event_id) join claims using (claim_id)
),
event_counts as (
    select source_id, count(*) as event_count, count(*) filter (where source_count = 1) as alone_count
    from told
    group by source_id
),
silent as (
    -- events of the page's subject that other sources tell and this one does not
    select sources.source_id, count(*) as silent_count
    from sources
    join events on events.subject_id = sources.subject_id
    anti join told on told.source_id = sources.source_id and told.event_id = events.event_id
    group by sources.source_id
),
contradiction_counts as (
    select claims.source_id, count(distinct contradiction_claims.contradiction_id) as contradiction_count
    from contradiction_claims join claims using (claim_id)
    group by claims.source_id
)
select
    sources.source_id,
    sources.path,
    sources.member,
    sources.title,
    sources.subject_id,
    entities.label as subject,
    sources.layout,
    sources.language,
    sources.authorship,
    sources.licence,
    sources.origin,
    sources.status,
    sources.problem,
    sources.version,
    sources.byte_count,
    coalesce(passage_counts.passage_count, 0) as passage_count,
    coalesce(gap_counts.gap_count, 0) as gap_count,
    coalesce(citation_counts.citation_count, 0) as citation_count,
    coalesce(claim_counts.claim_count, 0) as claim_count,
    coalesce(claim_counts.dated_count, 0) as dated_count,
    coalesce(event_counts.event_count, 0) as event_count,
    coalesce(event_counts.alone_count, 0) as alone_count,
    coalesce(silent.silent_count, 0) as silent_count,
    coalesce(contradiction_counts.contradiction_count, 0) as contradiction_count
from sources
left join passage_counts using (source_id)
left join gap_counts using (source_id)
left join citation_counts using (source_id)
left join claim_counts using (source_id)
left join event_counts using (source_id)
left join silent using (source_id)
left join contradiction_counts using (source_id)
left join entities on entities.entity_id = sources.subject_id
