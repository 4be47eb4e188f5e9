"""A text before it is parsed: blocks and sentences, quotation marks, paragraphs of transcripts, names of the pack."""
