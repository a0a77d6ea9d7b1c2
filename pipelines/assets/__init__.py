"""Dagster's view of the work: one file a stage. Each loads what it needs, calls the stage, and hands over."""
