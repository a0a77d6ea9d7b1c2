-- The version, digest and size of every source are those of a version that is kept.
-- severity: error
-- check: sources_are_whole
select sources.source_id as row_key, 'version ' || sources.version as reason
from sources
anti join source_versions as kept
    on kept.source_id = sources.source_id and kept.version = sources.version and kept.sha256 = sources.sha256
    and kept.byte_count = sources.byte_count
