"""Who is meant: names, titles, posts by date, pronouns, bodies called for short, people the pack does not know; and what a document has
named before."""
