"""The stages of a run as plain functions: what touches disk and clock, between the pure steps and Dagster.

They stand apart from ``assets`` so that a rebuild, a worker and the question "has anything changed?" need no Dagster.
"""
