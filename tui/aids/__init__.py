"""Help at hand for the segment one is at: terms, memory, alternatives, findings, its origin."""
