"""The reading of passages: what they state, as claims with the words each rests on."""
