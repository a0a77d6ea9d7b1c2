"""The static site of an edition: what stands in its tables as pages that need no server, no network, no script."""
