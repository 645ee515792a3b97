"""What people decided about statements, and how it is found again when the program reads anew."""
