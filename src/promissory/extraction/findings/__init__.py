"""What a careful reader would object to in one document."""
