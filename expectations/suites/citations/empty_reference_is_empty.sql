-- A reference is marked empty where it has neither title nor snippet, and only there.
-- severity: error
-- check: references_are_numbered
select citation_id as row_key, concat_ws(': ', title, snippet) as reason
from citations
where is_empty <> (title is null and snippet is null)
