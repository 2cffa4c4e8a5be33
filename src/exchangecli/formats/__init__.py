"""One module per file format; each knows records, never the store."""
