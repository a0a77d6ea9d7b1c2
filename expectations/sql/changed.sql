-- What was read of the sources in `changed_sources`.
create table changed_passages as from passages semi join changed_sources using (source_id);

create table changed_gaps as from gaps semi join changed_sources using (source_id);

create table changed_citations as from citations semi join changed_sources using (source_id);

create table changed_claims as from claims semi join changed_sources using (source_id);

create table changed_claim_parts as from claim_parts semi join changed_claims using (claim_id);
