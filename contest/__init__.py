"""The rules of a contest: pure values and functions."""
