"""What can be asked of a corpus once it is read."""
