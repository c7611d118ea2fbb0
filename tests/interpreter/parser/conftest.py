"""The parser by itself: other encodings than its own need the running interpreter, which another test may have set up."""

import pytest


@pytest.fixture(autouse=True)
def own_encodings_only():
    from interpreter.parser.source import SourceDecoder, decoder_hook
    saved, decoder_hook.decoder = decoder_hook.decoder, SourceDecoder()
    yield
    decoder_hook.decoder = saved
