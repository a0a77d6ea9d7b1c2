"""Differences found, typed and explained. All sides stay; none is averaged or dropped."""

from pipelines.contradictions.find import find_contradictions

__all__ = ["find_contradictions"]
