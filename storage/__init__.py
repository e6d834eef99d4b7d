"""SQLite: the only home of SQL."""
