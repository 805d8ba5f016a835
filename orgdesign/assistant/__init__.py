"""For assistants: what they may read of organisations, and the designs that they propose."""

from orgdesign.assistant.server import assistant_server

__all__ = ["assistant_server"]
