"""Where a desk stands: gathered from its bilingual files into one frozen `Report`, which is written
as a page (`page`), as JSON (`plain`), or told on a screen (`padanan status`).

docs/report.md tells people what each figure means.
"""
