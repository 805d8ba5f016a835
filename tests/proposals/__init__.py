"""Tests of orgdesign/proposals."""
