"""Whether the company is ready: what people answered, beside what the file shows."""
