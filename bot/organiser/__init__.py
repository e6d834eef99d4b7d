"""What organisers do in chat."""
