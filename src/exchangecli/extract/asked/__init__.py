"""Asking a language model the same questions, and keeping of its answers only what the words of the article bear out."""
