"""Designs: replayed change by change, compared with where they start, adopted as the new today."""
