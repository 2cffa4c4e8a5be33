"""Asking a language model the same questions, and keeping of its answers what the words of the article bear out."""
