-- The mart citation_uses has every reference.
-- severity: error
select citations.citation_id as row_key, citations.title as reason
from citations
anti join citation_uses on citation_uses.citation_id = citations.citation_id
