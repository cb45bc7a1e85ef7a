"""Blocks into segments: Indonesian sentence splitting, opening lines, stable ids."""

from padanan.translate.segment.lead import lead_end
from padanan.translate.segment.segments import content_ids, segment
from padanan.translate.segment.splitter import split

__all__ = ["content_ids", "lead_end", "segment", "split"]
