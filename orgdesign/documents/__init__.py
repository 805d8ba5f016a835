"""The organisation as the documents that people present, sign, file and calculate with."""
