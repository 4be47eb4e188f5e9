"""Drafts → claims: which are trusted and how far, which tell one thing, who tells them. The weights of the ranker lie in `weights/`."""
