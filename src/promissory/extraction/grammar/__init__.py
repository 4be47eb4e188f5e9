"""A parsed sentence as finders walk it: its tree, who does what to whom, tense, mood, and the verbs above a verb."""
