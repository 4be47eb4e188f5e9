"""Agreements: instruments between parties, who the parties are, and how far the instrument has come."""
