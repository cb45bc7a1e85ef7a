"""The glossary held in drafts: what the model is asked, in which order, and which answer is taken.

For each segment, stopping at the first candidate that holds every term (`Step`): the model's own
candidates; where the best has no words for a term, the model asked again with the renderings in the
source; the best mended, by putting the rendering where the words for the term stand
(docs/adr/0007-holding-the-glossary.md).
Candidates are compared by what the model says of them given the unchanged source. No placeholder
ever takes a term's place.
"""

from padanan.translate.enforce.holding import enforce
from padanan.translate.enforce.result import VERSION, Enforced, HeldTerm, Step, Tried

__all__ = ["VERSION", "Enforced", "HeldTerm", "Step", "Tried", "enforce"]
