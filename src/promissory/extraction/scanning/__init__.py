"""A first look at a text, before anything is parsed: whether it is about what the pack is about, which sentences are worth parsing, what
they name and count."""
