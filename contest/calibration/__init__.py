"""The calibrated result: what an entrant would have with an average juror, and how sure that is.

The only rooms of `contest` that know numpy. Method, sources and what was tried: docs/decisions/0005-calibrated-result.md.
"""
