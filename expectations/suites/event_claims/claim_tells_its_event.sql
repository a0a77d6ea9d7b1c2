-- Every claim tells of its event's type; appointments and departures are the start and the end of a tenure.
-- severity: error
select judged.event_id || ' ' || judged.claim_id as row_key,
    claims.event_type || ' as the ' || judged.part || ' of ' || events.event_type as reason
from event_claims as judged
join events using (event_id)
join claims on claims.claim_id = judged.claim_id
where not coalesce(case claims.event_type
    when 'appointment' then events.event_type = 'appointment' or events.event_type = 'tenure' and judged.part = 'start'
    when 'departure' then events.event_type = 'departure' or events.event_type = 'tenure' and judged.part = 'end'
    else events.event_type = claims.event_type
end, false)
