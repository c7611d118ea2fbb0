"""_codecs: the registry (registry.py) and the codecs of the interpreter one by one (converting.py)."""
from __future__ import absolute_import

from interpreter.objects.charmap import W_EncodingMap
from module._codecs import converting, registry
from module.framework import BuiltinModule

module = BuiltinModule('_codecs', sources=[registry, converting], types=[W_EncodingMap], doc="Encoders and decoders.")
