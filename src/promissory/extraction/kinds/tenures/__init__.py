"""Tenures: who takes, holds, leaves, seeks or hands on a post."""
