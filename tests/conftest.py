"""What all tests share: hypothesis without a stopwatch, for these machines are noisy and a slow example is no fault."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
