"""What an article says, as proposals that each stand on its own words: blocks, mentions, events, facts.

Every step is a pure function of a text and of the packaged tables; nothing here knows a dataset.
"""
