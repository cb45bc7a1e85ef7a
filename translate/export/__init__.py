"""Bilingual files in the formats that others read; XLIFF comes back, too."""
