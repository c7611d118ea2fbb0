"""Codecs and error handlers by name."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects import codecregistry


@function('register(search_function, /) -> None')
def register(w_function):
    """Adds a function that finds codecs by name."""
    codecregistry.register(w_function)


@function('unregister(search_function, /) -> None')
def unregister(w_function):
    """Removes a function that register() added."""
    codecregistry.unregister(w_function)


@function('lookup(encoding: cstr, /)')
def lookup(encoding):
    """The codec of that name."""
    return codecregistry.lookup(encoding)


@function('register_error(errors: cstr, handler, /) -> None')
def register_error(name, w_handler):
    """Gives an error handler a name."""
    codecregistry.register_error(name, w_handler)


@function('lookup_error(name: cstr, /)')
def lookup_error(name):
    """The error handler of that name."""
    return codecregistry.lookup_error(name)


@function("encode(obj, encoding: cstr='utf-8', errors: cstr='strict')")
def encode(w_object, encoding, errors_name):
    """Converts by the encoder of a codec."""
    return codecregistry.encode_object(w_object, encoding, errors_name)


@function("decode(obj, encoding: cstr='utf-8', errors: cstr='strict')")
def decode(w_object, encoding, errors_name):
    """Converts by the decoder of a codec."""
    return codecregistry.decode_object(w_object, encoding, errors_name)


@function('_forget_codec(encoding: cstr, /) -> None')
def _forget_codec(encoding):
    """Removes a codec from the cache of those found."""
    name = codecregistry.normalize(encoding)
    if name in codecregistry.registry.found_w:
        del codecregistry.registry.found_w[name]
