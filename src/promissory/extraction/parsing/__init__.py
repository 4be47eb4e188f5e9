"""Sentences → parsed sentences: the only home of spaCy (`parser`), what is set aside or rewritten before it reads a sentence, and what
is put right in its trees."""
