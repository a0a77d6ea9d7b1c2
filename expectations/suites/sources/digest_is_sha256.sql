-- Every digest of a source is a SHA-256 in 64 hexadecimal digits.
-- severity: error
-- check: sources_are_whole
select source_id as row_key, sha256 as reason
from sources
where not regexp_full_match(sha256, '[0-9a-f]{64}')
