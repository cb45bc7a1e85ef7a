"""Exchange formats of the glossary."""
