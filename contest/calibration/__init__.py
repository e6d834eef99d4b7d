"""The calibrated result: what an entrant would have with an average juror, and how sure that is.

The only rooms of `contest` that know numpy. Method, sources and what was tried: docs/decisions/0006-calibrated-result.md.
"""
