-- The sources that no longer stand but whose claims do, with the cause of their leaving.
select distinct
    accessions.source_id,
    case
        when accessions.action = 'withdrawn' then 'withdrawn'
        when accessions.duplicate_of is not null then 'duplicate'
        else 'unreadable'
    end as cause
from current_accessions as accessions
join current_claim_entries as claims using (source_id)
where accessions.action = 'withdrawn'
    or accessions.duplicate_of is not null
    or accessions.problem is not null
