-- The date a reference carries is written as EDTF.
-- severity: error
select citation_id as row_key, published_edtf as reason
from citations
where published_edtf is not null
    and not regexp_full_match(published_edtf, '(-?\d{4}(-\d{2}(-\d{2})?)?|\d{3}X|\d{2}XX)[~?%]?|\[.+\]|[^/]+/[^/]+')
