"""The pages of the team server: signing in, people, sharing, links, the log, my account."""
