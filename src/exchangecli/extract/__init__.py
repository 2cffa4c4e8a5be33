"""What an article says, as proposals that each stand on its own words: blocks, mentions, events, facts.

Every step is a pure function of a text and of the packaged tables; nothing here knows a dataset.

``tables/rules.csv`` says of each rule what it reads; its name stands in the code that follows it. The rules for roles,
``role:`` and a name, are those of ``tables/cues.csv``, with ``role:listed`` and ``role:said`` beside them.
"""
