"""What jurors do in chat."""
