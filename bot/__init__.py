"""Telegram and the composition root."""
