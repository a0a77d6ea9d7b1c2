-- Every claim names the path, version and digest of its source's latest version.
-- severity: error
-- check: has_its_source_and_event
-- sets aside
select claims.claim_id as row_key, claims.source_path || ', version ' || claims.source_version as reason
from claims
join sources using (source_id)
where claims.source_sha256 <> sources.sha256 or claims.source_version <> sources.version
    or claims.source_path <> sources.path
