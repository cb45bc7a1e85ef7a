"""Articles in, bilingual files out: reading, segmenting, engines, and the batch that joins them."""
