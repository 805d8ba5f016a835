"""All that the product makes of the examples, written down as text and compared."""
