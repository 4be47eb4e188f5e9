"""Words that several rules ask for, each listed once: goods, events, papers, verbs, callings, numerals, marks. Knows nothing of
sentences."""
