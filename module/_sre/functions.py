"""What re._compiler asks of _sre."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.gateway import function
from interpreter.objects.dict import W_Dict
from interpreter.errors import type_error
from interpreter.unicode import database
from module._sre.characters import ascii_lower, to_upper
from module._sre.pattern import W_Pattern


@function('compile(pattern, flags: int, code, groups: int, groupindex, indexgroup)')
def compile_(w_pattern, flags, w_code, groups, w_groupindex, w_indexgroup):
    """The Pattern for a program."""
    if not isinstance(w_groupindex, W_Dict):
        raise type_error("compile() argument 'groupindex' must be dict, not %s" % w_groupindex.gettype().name)
    words_w = ops.listview(w_code)
    program = [0] * len(words_w)
    for i in range(len(words_w)):
        program[i] = ops.int_w(words_w[i])
    return W_Pattern(w_pattern, flags, program, groups, w_groupindex, ops.tuple_items(w_indexgroup))


@function('getcodesize() -> int')
def getcodesize():
    """Bytes of a word of a program."""
    return 4


@function('ascii_iscased(character: int, /) -> bool')
def ascii_iscased(code):
    """Is it an ASCII letter?"""
    return 65 <= code <= 90 or 97 <= code <= 122


@function('unicode_iscased(character: int, /) -> bool')
def unicode_iscased(code):
    """Has it another case?"""
    return database.to_lower(code) != code or to_upper(code) != code


@function('ascii_tolower(character: int, /) -> int')
def ascii_tolower(code):
    """The lower case of an ASCII letter."""
    return ascii_lower(code)


@function('unicode_tolower(character: int, /) -> int')
def unicode_tolower(code):
    """The lower case of a character."""
    return database.to_lower(code)
