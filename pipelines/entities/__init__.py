"""Names to persons, bodies, offices, places: which mentions name the same one, and by what id it is known.

``names`` judges a name by itself, in pure Python and once a distinct name; who is who is set work in ``sql``.
"""

from pipelines.entities.resolve import resolve_entities

__all__ = ["resolve_entities"]
