"""What a codec asks when it meets what it cannot convert."""


class ErrorHandler(object):
    """The base of error handlers; interpreter.objects.codecerrors has those that Python knows."""

    def decode(self, encoding, data, start, end, reason):
        """The bytes data[start:end] are bad: (UTF-8 text to put there, position to go on from)."""
        raise NotImplementedError

    def encode(self, encoding, text, start, end, reason):
        """The UTF-8 text[start:end] (byte offsets) has no encoding: (replacement, is it bytes, offset to go on from).

        A replacement that is not bytes is UTF-8 text, which the codec encodes in its turn."""
        raise NotImplementedError

    def encode_strictly(self, encoding, text, start, end, reason):
        """Raises: a replacement has no encoding either."""
        raise NotImplementedError
