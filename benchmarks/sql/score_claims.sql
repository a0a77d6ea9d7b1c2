-- One row per type of event: how many claims the pages state, how many of them are among the claims, how many claims
-- there are, and how many of those the pages state. Needs truths (what the pages state) and claims.
--
-- Truths that say the same of the same page are one group with a count. Every claim goes to one group it agrees with,
-- the most telling first; of a group no more claims are right than the page states.
with stated as (
    select
        path, event_type, edtf, who, object,
        lower(object) as object_words,
        count(*) filter (where is_asked) as asked_count,
        count(*) as stated_count
    from truths
    group by all
),
told as (
    select
        claim_id, source_path as path, event_type,
        coalesce(date_edtf, '') as edtf,
        coalesce(subject_text, '') as subject,
        lower(coalesce(object_text, '')) as object_words
    from claims
),
agreeing as (
    select told.claim_id, stated.*
    from told
    join stated using (path, event_type)
    where stated.edtf in ('', told.edtf)
        and (stated.who = '' or contains(told.subject, stated.who))
        and (
            stated.object = ''
            or contains(told.object_words, stated.object_words)
            or (length(told.object_words) > 3 and contains(stated.object_words, told.object_words))
        )
),
settled as (
    select distinct on (claim_id) *
    from agreeing
    order by claim_id, asked_count = 0, edtf = '', length(object) desc, who desc, object, stated_count
),
counted as (
    select path, event_type, edtf, who, object, count(*) as told_count from settled group by all
),
by_stated as (
    select
        event_type,
        sum(asked_count) as asked,
        sum(least(asked_count, coalesce(told_count, 0))) as found,
        sum(least(stated_count, coalesce(told_count, 0))) as right_count
    from stated
    left join counted using (path, event_type, edtf, who, object)
    group by event_type
),
by_told as (
    select event_type, count(*) as told from told group by event_type
)
select
    event_type,
    coalesce(asked, 0)::bigint as asked,
    coalesce(found, 0)::bigint as found,
    coalesce(told, 0)::bigint as told,
    coalesce(right_count, 0)::bigint as right_count
from by_stated
full join by_told using (event_type)
order by event_type
