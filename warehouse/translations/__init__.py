"""The contract outward: to Arrow, DuckDB, Frictionless data packages and Markdown. Nothing is declared here."""
