"""A server for several people: organisations and their versions in PostgreSQL, and who may what."""
