"""A Telegram Bot API server on loopback, for the tests and the demo."""
