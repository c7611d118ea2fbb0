"""binascii: bytes as ASCII text (base64, hexadecimal, uuencode, quoted-printable), and two checksums."""
from __future__ import absolute_import

from module.binascii import base64, checksums, hexadecimal, quotedprintable, texts, uuencode
from module.framework import BuiltinModule


def init(w_module):
    texts.error.install(w_module)
    texts.incomplete.install(w_module)


module = BuiltinModule('binascii', init=init, sources=[base64, checksums, hexadecimal, quotedprintable, uuencode],
                       doc="Conversion between binary data and ASCII")
