"""Rights: what people, groups and links may see and do in an organisation."""
