"""How sources become events: pure steps from text to claims, set steps from claims to events, and the Dagster assets."""
