"""Initiatives: programmes, coalitions, funds and works, by name or by what they do, and who leads them."""
