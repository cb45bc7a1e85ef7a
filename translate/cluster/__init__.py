"""Many machines: the articles of a run, shared out to the workers of a Ray cluster.

The only place that touches Ray, which is an extra. What travels is names and places: each worker
reads its articles from where they lie, translates them as one machine does, and writes the results
where they belong. docs/adr/0011-cluster.md says why.
"""

from padanan.translate.cluster.connect import Cluster, connect
from padanan.translate.cluster.kit import Kit, packed
from padanan.translate.cluster.run import Fleet, translate_all

__all__ = ["Cluster", "Fleet", "Kit", "connect", "packed", "translate_all"]
