"""The organisations that a team works on: the text of each, and every version of it."""
