"""What is kept, and how: the contract, the log, the publication, the marts."""
