"""_json: what the standard library's json does most, in RPython."""
from __future__ import absolute_import

from module._json import decoder, encoder, strings
from module.framework import BuiltinModule


def init(w_module):
    w_dict = w_module.getdict()
    w_dict.setitem_str('make_scanner', decoder.W_Scanner.typedef.w_type)
    w_dict.setitem_str('make_encoder', encoder.W_Encoder.typedef.w_type)


module = BuiltinModule('_json', init=init, sources=[strings], doc="Reading and writing JSON.")
