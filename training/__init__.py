"""The recipe that makes padanan's embedded Indonesian-English model.

Not shipped in the wheel. ``python -m training --help`` runs it; README.md explains it.
"""
