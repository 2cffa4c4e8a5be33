"""The query language: its grammar and its syntax tree."""
