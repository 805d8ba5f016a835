"""Comments in threads on the parts of an organisation: who wrote what, and who is called."""
