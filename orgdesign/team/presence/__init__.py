"""Who has a page of an organisation open, and what they look at there."""
