-- The cached rows of one table that belong to versions that stand as read.
select cached.* exclude (version)
from cached_$table as cached
join current_readings as readings using (source_id, version)
join current_accessions as accessions using (source_id, version)
where readings.status = 'normalized'
    and accessions.action <> 'withdrawn'
    and accessions.duplicate_of is null
    and accessions.problem is null
