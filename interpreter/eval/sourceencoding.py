"""Source files in the encodings of the codecs module: the parser's decoder for what it does not decode itself."""

from interpreter import ops
from interpreter.errors import OperationError
from interpreter.objects import codecregistry
from interpreter.objects.exception import W_LookupError
from interpreter.objects.unicodeerror import W_UnicodeDecodeError
from interpreter.parser.source import SourceDecoder, bad_bytes, decoder_hook


class CodecDecoder(SourceDecoder):
    """Decodes through the registered codecs."""

    def decode(self, encoding, data, filename):
        try:
            w_text = codecregistry.decode_bytes(data, encoding, 'strict')
        except OperationError as e:
            if e.is_instance(W_LookupError.typedef):
                return None
            if e.is_instance(W_UnicodeDecodeError.typedef):
                raise bad_bytes(filename, ops.text_w(ops.str(e.w_exc)))
            raise
        return ops.text_w(w_text)


decoder_hook.decoder = CodecDecoder()
