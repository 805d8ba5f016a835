"""Databases as releases left them, from which today's steps of migration start."""
