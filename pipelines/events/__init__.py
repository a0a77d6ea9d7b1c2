"""Claims grouped into events and weighed: witnesses, agreement, the preferred value and its reason; what backs what."""

from pipelines.events.group import group_events
from pipelines.events.support import tie_citations

__all__ = ["group_events", "tie_citations"]
