"""How long a test waits for what must come, so that it ends where it never comes."""

PATIENCE = 600
"""Seconds: a program that starts within one on a quiet machine took 45 on a busy one."""
