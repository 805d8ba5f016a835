"""Messages that wait to be sent, so that none is lost and none is sent twice."""
