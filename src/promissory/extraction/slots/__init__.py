"""What fills the slots that several kinds share: everyone a phrase names, who tells it, what and how many, when, where, for how long."""
