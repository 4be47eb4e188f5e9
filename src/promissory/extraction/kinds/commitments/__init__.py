"""Gifts → drafts of commitments: one for each giver and thing, in rows, lists, parts, and sentences that go on."""
