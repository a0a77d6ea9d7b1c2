-- The source that stands and lies, or ever lay, at a path; one that lies there now comes first.
select sources_read.source_id, sources_read.path, member, version, sources_read.sha256, title, language
from sources_read
left join (select distinct source_id, path from source_versions) as earlier using (source_id)
where status = 'normalized' and (sources_read.path = $path or earlier.path = $path)
order by sources_read.path = $path desc, sources_read.source_id
limit 1
