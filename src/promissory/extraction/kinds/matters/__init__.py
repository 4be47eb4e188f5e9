"""What several kinds ask for: givers and receivers, the two sides of the war, goods and what counts as support, those addressed, what
is told of other things."""
