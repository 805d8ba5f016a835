"""The review of a design: who has to decide about which change, and what they decided."""
