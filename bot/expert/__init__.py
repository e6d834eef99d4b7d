"""The experts' chat: nominations and secret votes."""
