"""The desk: review source and draft side by side in the terminal."""
