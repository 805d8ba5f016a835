"""People: who they are, how they sign in, and which groups they are in."""
