"""Who says what: cues of speech, the words that each reports, and whom the phrase of a speaker means."""
