"""The web app: every page a view of the one text, for the person who started it."""
